/* Titles of fields, and merging them where views share an axis or a legend. */
#include "chart/view.h"

#include <string.h>

static const char *upper_first(hui_arena *arena, const char *word)
{
    char *text = hui_arena_string(arena, word);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 32);
    return text;
}

static const char *verbal_title(const hui_charting *chart, const hui_channel_def *def, const char *field)
{
    hui_arena *arena = chart->arena;
    if (def->op == HUI_AGGREGATE_COUNT)
        return hui_spec_string(chart->config, "countTitle", "");
    if (def->bins)
        return hui_arena_printf(arena, "%s (binned)", field);
    if (def->unit.parts && !def->unit.binned)
        return hui_arena_printf(arena, "%s (%s)", field, hui_time_unit_title(arena, def->unit));
    if (def->by)
        return hui_arena_printf(arena, "%s for %s %s", field, def->op == HUI_AGGREGATE_ARGMAX ? "max" : "min", def->by);
    if (def->op != HUI_AGGREGATE_NONE)
        return hui_arena_printf(arena, "%s of %s", upper_first(arena, hui_aggregate_word(def->op)), field);
    return field;
}

static const char *functional_title(const hui_charting *chart, const hui_channel_def *def, const char *field)
{
    hui_arena *arena = chart->arena;
    if (def->by)
        return hui_arena_printf(arena, "%s for arg%s(%s)", field, def->op == HUI_AGGREGATE_ARGMAX ? "max" : "min",
                                def->by);
    if (def->op == HUI_AGGREGATE_COUNT && !def->field)
        field = "undefined"; /* as Vega-Lite has it */
    const char *function = def->op != HUI_AGGREGATE_NONE ? hui_aggregate_word(def->op)
                           : def->unit.parts             ? hui_time_unit_title(arena, def->unit)
                           : def->bins                   ? "bin"
                                                         : NULL;
    if (!function)
        return field;
    char *upper = hui_arena_string(arena, function);
    for (char *c = upper; *c; c++)
        *c = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
    return hui_arena_printf(arena, "%s(%s)", upper, field);
}

const char *hui_def_title(const hui_charting *chart, const hui_channel_def *def)
{
    const char *field = def->field ? def->field : "";
    const char *style = hui_spec_string(chart->config, "fieldTitle", "verbal");
    if (!strcmp(style, "plain"))
        return field;
    return !strcmp(style, "functional") ? functional_title(chart, def, field) : verbal_title(chart, def, field);
}

void hui_title_add(hui_arena *arena, hui_title_part *into, const hui_channel_def *def)
{
    for (size_t i = 0; i < into->defs.count; i++)
        if (!strcmp(into->defs.at[i]->column, def->column))
            return;
    *hui_vec_push(arena, &into->defs) = def;
}

static const char *in_a_line(hui_arena *arena, const char *text)
{
    const char *line = "", *end;
    for (; (end = strchr(text, '\n')); text = end + 1)
        line = hui_arena_printf(arena, "%s%.*s, ", line, (int)(end - text), text);
    return hui_arena_printf(arena, "%s%s", line, text);
}

/* Two of equal standing: both texts are joined, a text wins over fields, fields are each named once. */
static void merge_equal(hui_arena *arena, hui_title_part *into, const hui_title_part *from)
{
    if (into->null || from->null) {
        into->null = true;
    } else if (into->text && from->text) {
        if (strcmp(into->text, from->text) != 0 && *from->text)
            into->text = *into->text ? hui_arena_printf(arena, "%s, %s", in_a_line(arena, into->text),
                                                        in_a_line(arena, from->text))
                                     : from->text;
    } else if (from->text) {
        into->text = from->text;
    } else if (!into->text) {
        for (size_t i = 0; i < from->defs.count; i++)
            hui_title_add(arena, into, from->defs.at[i]);
    }
}

void hui_title_merge(hui_arena *arena, hui_title_part *into, const hui_title_part *from)
{
    if (!from->set || (into->set && into->given && !from->given))
        return;
    if (!into->set || (from->given && !into->given)) {
        hui_title_part copy = *from;
        copy.defs.at = NULL;
        copy.defs.count = copy.defs.capacity = 0;
        for (size_t i = 0; i < from->defs.count; i++)
            hui_title_add(arena, &copy, from->defs.at[i]);
        *into = copy;
        return;
    }
    merge_equal(arena, into, from);
}

const char *hui_title_text(const hui_charting *chart, const hui_title_part *title)
{
    if (!title->set || title->null)
        return NULL;
    if (title->text)
        return *title->text ? title->text : NULL;
    const char *text = NULL;
    for (size_t i = 0; i < title->defs.count; i++) {
        const char *name = hui_def_title(chart, title->defs.at[i]);
        text = text ? hui_arena_printf(chart->arena, "%s, %s", text, name) : name;
    }
    return text && *text ? text : NULL;
}
