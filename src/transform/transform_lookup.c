/* Lookup: columns from the rows of another table that have the same key. */
#include "transform/step.h"

#include "base/number.h"

#include <string.h>

typedef struct properties {
    const char *field, *key;
    const hui_json *data;
    hui_fields fields; /* none: the whole row as an object */
    const char **as;
    size_t as_count;
    hui_value absent;
} properties;

static void read_from(hui_step *step, properties *p)
{
    const hui_json *from = hui_step_need(step, step->json, "from");
    if (!from)
        return;
    if (from->kind != HUI_JSON_OBJECT) {
        hui_step_fail(step, from, "from", "an object");
        return;
    }
    const hui_json *param = hui_json_find(from, "param");
    if (param) {
        step->failed = true;
        hui_diags_add(step->diags, HUI_CODE_UNSUPPORTED, hui_json_key_place(step->arena, param), NULL,
                      "looking up selections, since charts are read statically");
        return;
    }
    p->data = hui_step_need(step, from, "data");
    if (p->data && p->data->kind != HUI_JSON_OBJECT)
        hui_step_fail(step, p->data, "data", "an object");
    p->key = hui_step_string(step, from, "key");
    p->fields = hui_step_fields(step, from, "fields");
}

static void read_as(hui_step *step, properties *p)
{
    const hui_json *value = hui_step_find(step->json, "as");
    const hui_fields as = hui_step_fields(step, step->json, "as");
    p->as_count = p->fields.count ? p->fields.count : 1;
    p->as = HUI_NEW_ARRAY(step->arena, const char *, p->as_count);
    if (!p->fields.count) {
        p->as[0] = value && value->kind == HUI_JSON_STRING ? value->string : "_lookup";
        return;
    }
    if (value && as.count != p->fields.count)
        hui_step_fail_range(step, value, "as", "as many names as there are “fields”");
    for (size_t i = 0; i < p->as_count; i++)
        p->as[i] = i < as.count ? as.at[i] : hui_field_flat(step->arena, p->fields.at[i]);
}

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "lookup");
    read_from(step, p);
    read_as(step, p);
    /* Vega-Lite passes no default that counts as false. */
    const hui_json *absent = hui_json_find(step->json, "default");
    p->absent = hui_value_null();
    if (absent && hui_value_truthy(hui_value_from_json(step->arena, absent)))
        p->absent = hui_value_from_json(step->arena, absent);
    return p;
}

/* Keys are the same if their texts are, as JavaScript's objects have it: texts of numbers become numbers, so that only
 * numbers and texts need be compared, and dates count by their time. */
static hui_value key_of(hui_arena *arena, hui_value value)
{
    if (value.kind == HUI_VALUE_NUMBER)
        return value;
    if (value.kind == HUI_VALUE_DATE)
        return hui_value_number(value.number);
    if (value.kind != HUI_VALUE_STRING)
        return hui_value_string(hui_value_to_string(arena, value));
    double number;
    const char *end = hui_number_read(value.string, &number);
    if (end && !*end && !strcmp(hui_number_string(arena, number), value.string))
        return hui_value_number(number);
    return value;
}

/* Rows of the other table by their keys. */
typedef struct row_index {
    const hui_value *keys;
    uint32_t *slots; /* row + 1; 0: free */
    size_t slot_count;
} row_index;

static uint32_t *find_slot(const row_index *index, hui_value key)
{
    const size_t mask = index->slot_count - 1;
    const uint32_t hash = hui_value_hash(key) * 0x9E3779B1u; /* spreads the hashes of whole numbers */
    size_t at = (hash ^ hash >> 15) & mask;
    while (index->slots[at] && !hui_value_same(index->keys[index->slots[at] - 1], key))
        at = (at + 1) & mask;
    return &index->slots[at];
}

/* Of rows with the same key the last one counts. */
static row_index index_rows(hui_arena *arena, const hui_table *table, const char *field)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    hui_value *keys = HUI_NEW_ARRAY(arena, hui_value, table->rows);
    row_index index = {.keys = keys, .slot_count = 8};
    while (index.slot_count < 2 * table->rows)
        index.slot_count *= 2;
    index.slots = HUI_NEW_ARRAY(arena, uint32_t, index.slot_count);
    for (size_t row = 0; row < table->rows; row++) {
        keys[row] = key_of(arena, hui_accessor_value(&accessor, row));
        *find_slot(&index, keys[row]) = (uint32_t)(row + 1);
    }
    return index;
}

/* For each row the row that it is joined with, + 1; 0: none. */
static const uint32_t *join(hui_arena *arena, const hui_table *table, const char *field, const row_index *index)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    uint32_t *matches = HUI_NEW_ARRAY(arena, uint32_t, table->rows);
    for (size_t row = 0; row < table->rows; row++)
        matches[row] = *find_slot(index, key_of(arena, hui_accessor_value(&accessor, row)));
    return matches;
}

static void fill_field(hui_arena *arena, hui_value *column, size_t rows, const hui_table *other, const char *field,
                       const uint32_t *matches, hui_value absent)
{
    const hui_accessor accessor = hui_accessor_new(arena, other, field);
    for (size_t row = 0; row < rows; row++)
        column[row] = matches[row] ? hui_accessor_value(&accessor, matches[row] - 1) : absent;
}

static void fill_rows(hui_arena *arena, hui_value *column, size_t rows, const hui_table *other, const uint32_t *matches,
                      hui_value absent)
{
    hui_value *objects = HUI_NEW_ARRAY(arena, hui_value, other->rows);
    for (size_t row = 0; row < rows; row++) {
        if (matches[row] && objects[matches[row] - 1].kind == HUI_VALUE_UNDEFINED)
            objects[matches[row] - 1] = hui_table_row(arena, other, matches[row] - 1);
        column[row] = matches[row] ? objects[matches[row] - 1] : absent;
    }
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_table *other = scope->table(scope->closure, p->data);
    if (!other)
        return NULL;
    const row_index index = index_rows(scope->arena, other, p->key);
    const uint32_t *matches = join(scope->arena, table, p->field, &index);
    hui_table *result = hui_table_copy(scope->arena, table);
    for (size_t i = 0; i < p->fields.count; i++)
        fill_field(scope->arena, hui_table_add(result, p->as[i]), table->rows, other, p->fields.at[i], matches,
                   p->absent);
    if (!p->fields.count)
        fill_rows(scope->arena, hui_table_add(result, p->as[0]), table->rows, other, matches, p->absent);
    return result;
}

const hui_transform_kind hui_transform_lookup = {.word = "lookup", .read = read, .apply = apply};
