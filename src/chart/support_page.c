/* The page of what is supported of Vega-Lite: a table for each of its objects. */
#include "chart/check.h"
#include "chart/grammar.h"

#include <string.h>

enum { MOST_WORDS = 24 };

static void add_name(hui_buffer *out, const char *name)
{
    hui_buffer_printf(out, "`%s`", name);
}

static void add_link(hui_buffer *out, const char *name)
{
    hui_buffer_printf(out, "[%s](#", name);
    for (; *name; name++)
        hui_buffer_add_char(out, *name == ' ' ? '-' : *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name);
    hui_buffer_add_char(out, ')');
}

static size_t count_words(const char *words)
{
    size_t count = 1;
    for (; *words; words++)
        count += *words == ' ';
    return count;
}

static void add_words(hui_buffer *out, const char *words)
{
    const size_t count = count_words(words);
    if (count > MOST_WORDS) {
        hui_buffer_printf(out, "one of %zu words", count);
        return;
    }
    for (const char *at = words; *at; at += *at == ' ') {
        const size_t size = strcspn(at, " ");
        hui_buffer_printf(out, "%s`%.*s`", at == words ? "" : " ", (int)size, at);
        at += size;
    }
}

static void add_object(hui_buffer *out, hui_grammar_id object)
{
    if (object == HUI_GRAMMAR_NO_OBJECT)
        hui_buffer_add_string(out, "object");
    else if (object == HUI_GRAMMAR_TRANSFORM)
        hui_buffer_add_string(out, "a transform");
    else
        add_link(out, hui_grammar[object].name);
}

/* Kinds of values, one after the other. */
static void add_kinds(hui_buffer *out, const hui_grammar_row *row, uint32_t takes)
{
    static const struct {
        uint32_t takes;
        const char *words; /* NULL: written by a function */
    } kinds[] = {
        {HUI_TAKES_NUMBER, "number"}, {HUI_TAKES_STRING, "string"},
        {HUI_TAKES_WORD, NULL},       {HUI_TAKES_BOOLEAN, "true, false"},
        {HUI_TAKES_NIL, "null"},      {HUI_TAKES_OBJECT, NULL},
        {HUI_TAKES_DATE, "date"},     {HUI_TAKES_EXPRESSION, "expression"},
    };
    bool first = true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!(takes & kinds[i].takes))
            continue;
        if (!first)
            hui_buffer_add_string(out, ", ");
        first = false;
        if (kinds[i].words)
            hui_buffer_add_string(out, kinds[i].words);
        else if (kinds[i].takes == HUI_TAKES_WORD)
            add_words(out, row->words);
        else
            add_object(out, row->object);
    }
}

static void add_takes(hui_buffer *out, const hui_grammar_row *row)
{
    const uint32_t items = row->takes >> HUI_TAKES_SHIFT & HUI_TAKES_ITEMS;
    const uint32_t itself = row->takes & HUI_TAKES_ITEMS & ~(uint32_t)HUI_TAKES_ARRAY;
    add_kinds(out, row, itself);
    if (!(row->takes & HUI_TAKES_ARRAY))
        return;
    hui_buffer_add_string(out, itself ? ", array" : "array");
    if (items & ~(uint32_t)HUI_TAKES_ARRAY)
        hui_buffer_add_string(out, " of: ");
    add_kinds(out, row, items);
}

/* Words of a property that are not supported though it is. */
static void add_refused_words(hui_buffer *out, hui_grammar_id object, const hui_grammar_row *row)
{
    char word[64];
    const char *reason;
    for (const char *at = row->words; at && *at; at += *at == ' ') {
        const size_t size = strcspn(at, " ");
        if (size < sizeof word) {
            memcpy(word, at, size);
            word[size] = '\0';
            if (hui_grammar_support(object, row->name, word, &reason) == HUI_SUPPORT_NO)
                hui_buffer_printf(out, ", but not `%s`: %s", word, reason);
        }
        at += size;
    }
}

static hui_support write_row(hui_buffer *out, hui_grammar_id object, const hui_grammar_row *row)
{
    const char *reason;
    const hui_support support = hui_grammar_support(object, row->name, NULL, &reason);
    hui_buffer_add_string(out, "| ");
    if (!strcmp(row->name, "*"))
        hui_buffer_add_string(out, "*any name*");
    else
        add_name(out, row->name);
    hui_buffer_add_string(out, " | ");
    add_takes(out, row);
    hui_buffer_add_string(out, " | ");
    switch (support) {
    case HUI_SUPPORT_YES:
        hui_buffer_add_string(out, "yes");
        add_refused_words(out, object, row);
        break;
    case HUI_SUPPORT_STILL:
        hui_buffer_add_string(out, "passed over");
        break;
    case HUI_SUPPORT_NO:
        hui_buffer_printf(out, "**no**: %s", reason);
        break;
    }
    hui_buffer_add_string(out, " |\n");
    return support;
}

void hui_spec_support_write(hui_buffer *out)
{
    size_t counts[3] = {0}, all = 0;
    hui_buffer tables = {0};
    for (int i = 0; i < HUI_GRAMMAR_COUNT; i++) {
        const hui_grammar_object *object = &hui_grammar[i];
        hui_buffer_printf(&tables, "\n### %s\n\n| property | takes | supported |\n|---|---|---|\n", object->name);
        for (size_t j = 0; j < object->count; j++, all++)
            counts[write_row(&tables, (hui_grammar_id)i, &object->rows[j])]++;
    }
    hui_buffer_printf(
        out,
        "Vega-Lite 6 has %d kinds of objects with %zu properties in all. Of these huibao draws %zu; %zu mean "
        "nothing in a still picture and are passed over; %zu are refused with an error, or with "
        "`--lenient` left out with a warning.\n",
        HUI_GRAMMAR_COUNT, all, counts[HUI_SUPPORT_YES], counts[HUI_SUPPORT_STILL], counts[HUI_SUPPORT_NO]);
    hui_buffer_add(out, tables.bytes, tables.size);
    hui_buffer_finish(&tables);
}
