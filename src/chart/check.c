/* Checking: walks a spec by the tables of Vega-Lite's objects and reports all that is not in them. */
#include "chart/check.h"

#include "base/vec.h"
#include "chart/grammar.h"
#include "data/source.h"
#include "json/make.h"

#include <string.h>

typedef struct checker {
    hui_arena *arena;
    bool lenient;
    hui_diags *diags;
} checker;

static void check_object(checker *c, hui_grammar_id object, const hui_json *value);

/* What messages call a value: its key, or "domain[2]". */
static const char *label_of(checker *c, const hui_json *value)
{
    if (value->key)
        return value->key;
    if (!value->parent)
        return "the chart";
    return hui_arena_printf(c->arena, "%s[%zu]", value->parent->key ? value->parent->key : "", value->index);
}

/* "did you mean `x`?", or a short list of what there is, or NULL. */
static const char *hint_words(checker *c, const char *word, const char *listed)
{
    HUI_VEC(const char *) names = {0};
    const char *ours = hui_words_of_ours(listed),
               *words = *ours ? hui_arena_printf(c->arena, "%s %s", listed, ours) : listed;
    while (*words) {
        const size_t size = strcspn(words, " ");
        *hui_vec_push(c->arena, &names) = hui_arena_string_n(c->arena, words, size);
        words += size;
        words += *words == ' ';
    }
    return hui_word_hint(c->arena, word, names.at, names.count);
}

static void report_unknown(checker *c, hui_grammar_id object, const hui_json *value)
{
    HUI_VEC(const char *) names = {0};
    if (hui_diags_full(c->diags))
        return;
    for (size_t i = 0; i < hui_grammar[object].count; i++)
        *hui_vec_push(c->arena, &names) = hui_grammar[object].rows[i].name;
    hui_diags_add(c->diags, HUI_CODE_UNKNOWN_KEY, hui_json_key_place(c->arena, value),
                  hui_word_hint(c->arena, value->key, names.at, names.count), value->key, hui_grammar[object].name);
}

/* "a number, a string or null". */
static const char *expected(checker *c, uint32_t takes)
{
    static const struct {
        uint32_t takes;
        const char *words;
    } kinds[] = {
        {HUI_TAKES_NUMBER, "a number"},
        {HUI_TAKES_STRING | HUI_TAKES_WORD, "a string"},
        {HUI_TAKES_BOOLEAN, "true or false"},
        {HUI_TAKES_OBJECT, "an object"},
        {HUI_TAKES_DATE, "a date such as {\"year\": 2024}"},
        {HUI_TAKES_EXPRESSION, "an expression such as {\"expr\": \"width / 2\"}"},
        {HUI_TAKES_ARRAY, "an array"},
        {HUI_TAKES_NIL, "null"},
    };
    const char *list = "", *last = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!(takes & kinds[i].takes))
            continue;
        if (last)
            list = hui_arena_printf(c->arena, "%s%s%s", list, *list ? ", " : "", last);
        last = kinds[i].words;
    }
    return *list ? hui_arena_printf(c->arena, "%s or %s", list, last) : last ? last : "left out";
}

static void report_type(checker *c, const hui_json *value, uint32_t takes)
{
    hui_diags_add(c->diags, HUI_CODE_WRONG_TYPE, hui_json_place(c->arena, value), NULL, label_of(c, value),
                  expected(c, takes), hui_json_kind_word(value));
}

/* `place` is the property's key, or the word. */
static bool check_support(checker *c, hui_grammar_id object, const char *property, const char *word, hui_place place)
{
    const char *reason;
    if (hui_grammar_support(object, property, word, &reason) != HUI_SUPPORT_NO)
        return true;
    const char *what = word ? hui_arena_printf(c->arena, "“%s” as “%s”", word, property)
                            : hui_arena_printf(c->arena, "“%s” of %s", property, hui_grammar[object].name);
    hui_diags_add(c->diags, c->lenient ? HUI_CODE_IGNORED : HUI_CODE_UNSUPPORTED, place, reason, what);
    return false;
}

static bool is_expression(const hui_json *value)
{
    return hui_json_find(value, "expr") || hui_json_find(value, "signal");
}

static bool is_date(const hui_json *value)
{
    return value->first && hui_grammar_find(HUI_GRAMMAR_DATE, value->first->key);
}

static void check_string(checker *c, hui_grammar_id object, const hui_grammar_row *row, uint32_t takes,
                         const hui_json *value)
{
    if (takes & HUI_TAKES_STRING)
        return;
    if (!(takes & HUI_TAKES_WORD))
        report_type(c, value, takes);
    else if (value->has_nul || !hui_words_have(row->words, value->string, row->takes & HUI_TAKES_ANY_CASE))
        hui_diags_add(c->diags, HUI_CODE_UNKNOWN_VALUE, hui_json_place(c->arena, value),
                      hint_words(c, value->string, row->words), value->string, label_of(c, value));
    else
        check_support(c, object, row->name, value->string, hui_json_place(c->arena, value));
}

static void check_member_object(checker *c, const hui_grammar_row *row, uint32_t takes, const hui_json *value)
{
    if ((takes & HUI_TAKES_EXPRESSION) && is_expression(value))
        return;
    if ((takes & HUI_TAKES_DATE) && is_date(value))
        check_object(c, HUI_GRAMMAR_DATE, value);
    else if (!(takes & HUI_TAKES_OBJECT))
        report_type(c, value, takes);
    else if (row->object != HUI_GRAMMAR_NO_OBJECT)
        check_object(c, row->object, value);
}

static void check_value(checker *c, hui_grammar_id object, const hui_grammar_row *row, uint32_t takes,
                        const hui_json *value)
{
    static const uint32_t plain[] = {
        [HUI_JSON_NULL] = HUI_TAKES_NIL,     [HUI_JSON_FALSE] = HUI_TAKES_BOOLEAN,
        [HUI_JSON_TRUE] = HUI_TAKES_BOOLEAN, [HUI_JSON_NUMBER] = HUI_TAKES_NUMBER,
        [HUI_JSON_ARRAY] = HUI_TAKES_ARRAY,  [HUI_JSON_OBJECT] = HUI_TAKES_OBJECT,
    };
    const uint32_t items = takes >> HUI_TAKES_SHIFT & HUI_TAKES_ITEMS;
    if (object == HUI_GRAMMAR_ENCODING && value->kind == HUI_JSON_NULL)
        return; /* a layer does without what it would inherit */
    if (value->kind == HUI_JSON_STRING)
        check_string(c, object, row, takes, value);
    else if (value->kind == HUI_JSON_OBJECT)
        check_member_object(c, row, takes, value);
    else if (!(takes & plain[value->kind]))
        report_type(c, value, takes);
    else if (value->kind == HUI_JSON_ARRAY && items)
        for (const hui_json *item = value->first; item; item = item->next)
            check_value(c, object, row, items, item);
}

/* The transform an object is: that of its property's name. What others take besides may bear such a name, too. */
static hui_grammar_id find_transform(const hui_json *value)
{
    hui_grammar_id found = HUI_GRAMMAR_NO_OBJECT;
    for (int i = 0; i < HUI_GRAMMAR_COUNT; i++) {
        const hui_grammar_id id = (hui_grammar_id)i;
        if (!hui_grammar_is_transform(id))
            continue;
        const size_t length = strcspn(hui_grammar[id].name, " ");
        for (const hui_json *member = value->first; member; member = member->next)
            if (strlen(member->key) == length && !memcmp(member->key, hui_grammar[id].name, length) &&
                (found == HUI_GRAMMAR_NO_OBJECT || found == HUI_GRAMMAR_EXTENT_TRANSFORM))
                found = id;
    }
    return found;
}

static void report_transform(checker *c, const hui_json *value)
{
    HUI_VEC(const char *) names = {0};
    for (int i = 0; i < HUI_GRAMMAR_COUNT; i++)
        if (hui_grammar_is_transform((hui_grammar_id)i))
            *hui_vec_push(c->arena, &names) =
                hui_arena_string_n(c->arena, hui_grammar[i].name, strcspn(hui_grammar[i].name, " "));
    for (const hui_json *member = value->first; member; member = member->next) {
        const char *nearest = hui_word_nearest(member->key, names.at, names.count);
        if (!nearest)
            continue;
        hui_diags_add(c->diags, HUI_CODE_UNKNOWN_KEY, hui_json_key_place(c->arena, member),
                      hui_arena_printf(c->arena, "did you mean `%s`?", nearest), member->key, "transform");
        return;
    }
    hui_place place = hui_json_place(c->arena, value);
    place.length = 1;
    hui_diags_add(c->diags, HUI_CODE_MISSING_FIELD, place, "or another transform's name", "transform", "filter");
}

static void check_required(checker *c, hui_grammar_id object, const hui_json *value)
{
    for (size_t i = 0; i < hui_grammar[object].count; i++) {
        const hui_grammar_row *row = &hui_grammar[object].rows[i];
        if (!(row->takes & HUI_TAKES_REQUIRED) || hui_json_find(value, row->name))
            continue;
        hui_place place = hui_json_place(c->arena, value);
        place.length = 1;
        hui_diags_add(c->diags, HUI_CODE_MISSING_FIELD, place, NULL, hui_grammar[object].name, row->name);
    }
}

static void check_object(checker *c, hui_grammar_id object, const hui_json *value)
{
    if (object == HUI_GRAMMAR_TRANSFORM) {
        object = find_transform(value);
        if (object == HUI_GRAMMAR_NO_OBJECT) {
            report_transform(c, value);
            return;
        }
    }
    for (const hui_json *member = value->first; member && !hui_diags_full(c->diags); member = member->next) {
        const hui_grammar_row *row = hui_grammar_find(object, member->key);
        if (!row)
            report_unknown(c, object, member);
        else if (check_support(c, object, member->key, NULL, hui_json_key_place(c->arena, member)))
            check_value(c, object, row, row->takes, member);
    }
    check_required(c, object, value);
}

/* A view says what it shows by one of these. */
static void check_content(checker *c, const hui_json *spec)
{
    static const char *const contents[] = {"mark", "layer", "hconcat", "vconcat", "concat", "spec"};
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        if (hui_json_find(spec, contents[i]))
            return;
    hui_place place = hui_json_place(c->arena, spec);
    place.length = 1;
    hui_diags_add(c->diags, HUI_CODE_MISSING_FIELD, place, "or `layer`, `hconcat`, `vconcat`, `concat`, `spec`", "spec",
                  "mark");
}

void hui_spec_check(hui_arena *arena, const hui_json *spec, bool lenient, hui_diags *diags)
{
    checker c = {arena, lenient, diags};
    if (spec->kind != HUI_JSON_OBJECT) {
        report_type(&c, spec, HUI_TAKES_OBJECT);
        return;
    }
    const size_t error_count = diags->error_count;
    check_object(&c, HUI_GRAMMAR_SPEC, spec);
    if (diags->error_count == error_count)
        check_content(&c, spec);
}

/* What Vega-Lite knows of a data object: those of posters take a little more. */
static const hui_json *without_own_words(hui_arena *arena, const hui_json *data)
{
    hui_json *copy = hui_json_copy(arena, data);
    for (const char *const *word = hui_source_words; *word; word++)
        hui_json_remove(arena, copy, *word);
    return copy;
}

void hui_datasets_check(hui_arena *arena, const hui_json *datasets, bool lenient, hui_diags *diags)
{
    checker c = {arena, lenient, diags};
    for (const hui_json *data = datasets->first; data; data = data->next)
        if (data->kind == HUI_JSON_OBJECT)
            check_object(&c, HUI_GRAMMAR_DATA, without_own_words(arena, data));
        else if (data->kind != HUI_JSON_ARRAY)
            report_type(&c, data, HUI_TAKES_OBJECT | HUI_TAKES_ARRAY);
}
