/* Reading steps: members of the right kind, and reports of those that are not. */
#include "transform/step.h"

#include <math.h>
#include <string.h>

const hui_json *hui_step_find(const hui_json *object, const char *key)
{
    const hui_json *value = hui_json_find(object, key);
    return value && value->kind != HUI_JSON_NULL ? value : NULL;
}

/* What an object of the spec is called in messages. */
static const char *label_of(const hui_step *step, const hui_json *object)
{
    if (object == step->json)
        return "the transform";
    if (object->key)
        return hui_arena_printf(step->arena, "“%s”", object->key);
    if (object->parent && object->parent->key)
        return hui_arena_printf(step->arena, "“%s[%zu]”", object->parent->key, object->index);
    return "this object";
}

void hui_step_fail(hui_step *step, const hui_json *value, const char *key, const char *expected)
{
    step->failed = true;
    const char *hint = value->kind == HUI_JSON_NUMBER && !strcmp(expected, "a string")
                           ? hui_arena_printf(step->arena, "put it in quotes: \"%s\"", value->string)
                           : NULL;
    hui_diags_add(step->diags, HUI_CODE_WRONG_TYPE, hui_json_place(step->arena, value), hint, key, expected,
                  hui_json_kind_word(value));
}

void hui_step_fail_word(hui_step *step, const hui_json *value, const char *key, const char *const *words, size_t count)
{
    step->failed = true;
    hui_diags_add(step->diags, HUI_CODE_UNKNOWN_VALUE, hui_json_place(step->arena, value),
                  hui_word_hint(step->arena, value->string, words, count), value->string, key);
}

void hui_step_fail_range(hui_step *step, const hui_json *value, const char *key, const char *expected)
{
    step->failed = true;
    hui_diags_add(step->diags, HUI_CODE_OUT_OF_RANGE, hui_json_place(step->arena, value), NULL, key, expected);
}

const hui_json *hui_step_need(hui_step *step, const hui_json *object, const char *key)
{
    const hui_json *value = hui_step_find(object, key);
    if (value)
        return value;
    step->failed = true;
    hui_diags_add(step->diags, HUI_CODE_MISSING_FIELD, hui_json_place(step->arena, object), NULL,
                  label_of(step, object), key);
    return NULL;
}

static const char *read_string(hui_step *step, const hui_json *value, const char *key)
{
    if (value->kind == HUI_JSON_STRING)
        return value->string;
    hui_step_fail(step, value, key, "a string");
    return "";
}

const char *hui_step_string(hui_step *step, const hui_json *object, const char *key)
{
    const hui_json *value = hui_step_need(step, object, key);
    return value ? read_string(step, value, key) : "";
}

const char *hui_step_string_or(hui_step *step, const hui_json *object, const char *key, const char *fallback)
{
    const hui_json *value = hui_step_find(object, key);
    return value ? read_string(step, value, key) : fallback;
}

double hui_step_number(hui_step *step, const char *key, double fallback)
{
    const hui_json *value = hui_step_find(step->json, key);
    if (!value)
        return fallback;
    if (value->kind == HUI_JSON_NUMBER)
        return value->number;
    hui_step_fail(step, value, key, "a number");
    return fallback;
}

bool hui_step_bool(hui_step *step, const char *key, bool fallback)
{
    const hui_json *value = hui_step_find(step->json, key);
    if (value && value->kind != HUI_JSON_TRUE && value->kind != HUI_JSON_FALSE)
        hui_step_fail(step, value, key, "true or false");
    return value ? value->kind == HUI_JSON_TRUE : fallback;
}

size_t hui_step_word(hui_step *step, const char *key, const char *const *words, size_t count)
{
    const hui_json *value = hui_step_find(step->json, key);
    if (!value)
        return 0;
    const char *word = read_string(step, value, key);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(words[i], word))
            return i;
    if (value->kind == HUI_JSON_STRING)
        hui_step_fail_word(step, value, key, words, count);
    return 0;
}

hui_fields hui_step_fields(hui_step *step, const hui_json *object, const char *key)
{
    const hui_json *value = hui_step_find(object, key);
    if (!value)
        return (hui_fields){0};
    if (value->kind != HUI_JSON_STRING && value->kind != HUI_JSON_ARRAY) {
        hui_step_fail(step, value, key, "an array of strings");
        return (hui_fields){0};
    }
    const bool is_one = value->kind == HUI_JSON_STRING;
    const size_t count = is_one ? 1 : value->count;
    const char **fields = HUI_NEW_ARRAY(step->arena, const char *, count), **end = fields;
    for (const hui_json *item = is_one ? value : value->first; item; item = is_one ? NULL : item->next)
        *end++ = read_string(step, item, key);
    return (hui_fields){fields, count};
}

hui_fields hui_step_fields_needed(hui_step *step, const hui_json *object, const char *key)
{
    hui_step_need(step, object, key);
    return hui_step_fields(step, object, key);
}

void hui_step_as(hui_step *step, const char *first, const char *second, const char *as[2])
{
    const hui_json *value = hui_step_find(step->json, "as");
    as[0] = first;
    as[1] = second;
    if (!value)
        return;
    if (value->kind != HUI_JSON_ARRAY) {
        hui_step_fail(step, value, "as", "an array of two strings");
        return;
    }
    size_t i = 0;
    for (const hui_json *item = value->first; item && i < 2; item = item->next, i++)
        if (item->kind != HUI_JSON_NULL)
            as[i] = read_string(step, item, "as");
}

void hui_step_as_range(hui_step *step, const char *fallback, const char *as[2])
{
    const hui_fields names = hui_step_fields(step, step->json, "as");
    as[0] = names.count ? names.at[0] : hui_arena_printf(step->arena, "%s_start", fallback);
    as[1] = hui_arena_printf(step->arena, "%s_end", names.count ? names.at[0] : fallback);
    if (names.count > 1)
        as[1] = names.at[1];
}

const hui_sort_field *hui_step_sort(hui_step *step, size_t *count)
{
    static const char *const orders[] = {"ascending", "descending"};
    const hui_json *value = hui_step_objects(step, "sort");
    *count = 0;
    if (!value)
        return NULL;
    hui_sort_field *fields = HUI_NEW_ARRAY(step->arena, hui_sort_field, value->count);
    for (const hui_json *item = value->first; item; item = item->next) {
        const hui_json *order = hui_step_find(item, "order");
        const char *word = order ? read_string(step, order, "order") : orders[0];
        if (order && order->kind == HUI_JSON_STRING && strcmp(word, orders[0]) != 0 && strcmp(word, orders[1]) != 0)
            hui_step_fail_word(step, order, "order", orders, 2);
        fields[(*count)++] = (hui_sort_field){hui_step_string(step, item, "field"), !strcmp(word, orders[1])};
    }
    return fields;
}

void hui_step_pair(hui_step *step, const char *key, double pair[2])
{
    const hui_json *value = hui_step_find(step->json, key);
    pair[0] = pair[1] = NAN;
    if (!value)
        return;
    if (value->kind != HUI_JSON_ARRAY) {
        hui_step_fail(step, value, key, "an array of two numbers");
        return;
    }
    if (value->count != 2)
        hui_step_fail_range(step, value, key, "two numbers");
    size_t i = 0;
    for (const hui_json *item = value->first; item && i < 2; item = item->next, i++)
        if (item->kind == HUI_JSON_NUMBER)
            pair[i] = item->number;
        else if (item->kind != HUI_JSON_NULL)
            hui_step_fail(step, item, key, "an array of two numbers");
}

const hui_json *hui_step_objects(hui_step *step, const char *key)
{
    const hui_json *value = hui_step_find(step->json, key);
    if (!value)
        return NULL;
    if (value->kind != HUI_JSON_ARRAY) {
        hui_step_fail(step, value, key, "an array of objects");
        return NULL;
    }
    for (const hui_json *item = value->first; item; item = item->next)
        if (item->kind != HUI_JSON_OBJECT) {
            hui_step_fail(step, item, key, "an array of objects");
            return NULL;
        }
    return value;
}

const char *hui_step_measure_name(hui_arena *arena, const char *op, const char *field)
{
    return field ? hui_arena_printf(arena, "%s_%s", op, hui_field_flat(arena, field)) : op;
}

static hui_measure read_measure(hui_step *step, const hui_json *item)
{
    static const char *const words[] = {
#define HUI_AGGREGATE(NAME, word) word,
#include "transform/aggregate_ops.inc"
#undef HUI_AGGREGATE
    };
    const char *word = hui_step_string(step, item, "op");
    hui_measure measure = {.op = hui_aggregate_find(word)};
    const hui_json *op = hui_step_find(item, "op");
    if (measure.op == HUI_AGGREGATE_NONE && op && op->kind == HUI_JSON_STRING)
        hui_step_fail_word(step, op, "op", words, sizeof words / sizeof *words);
    if (measure.op != HUI_AGGREGATE_COUNT && measure.op != HUI_AGGREGATE_NONE)
        measure.field = hui_step_string(step, item, "field");
    measure.as = hui_step_string_or(step, item, "as", hui_step_measure_name(step->arena, word, measure.field));
    return measure;
}

hui_measures hui_step_measures(hui_step *step, const char *key)
{
    hui_step_need(step, step->json, key);
    const hui_json *value = hui_step_objects(step, key);
    if (!value)
        return (hui_measures){0};
    hui_measure *measures = HUI_NEW_ARRAY(step->arena, hui_measure, value->count), *end = measures;
    for (const hui_json *item = value->first; item; item = item->next)
        *end++ = read_measure(step, item);
    return (hui_measures){measures, value->count};
}
