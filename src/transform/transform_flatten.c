/* Flatten: each row once for every item of its arrays. */
#include "transform/step.h"

typedef struct properties {
    hui_fields fields;
    const char **as;
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->fields = hui_step_fields_needed(step, step->json, "flatten");
    const hui_fields as = hui_step_fields(step, step->json, "as");
    p->as = HUI_NEW_ARRAY(step->arena, const char *, p->fields.count);
    for (size_t i = 0; i < p->fields.count; i++)
        p->as[i] = i < as.count ? as.at[i] : hui_field_flat(step->arena, p->fields.at[i]);
    return p;
}

/* Items of the longest of the arrays. What is no array has none. */
static size_t count_items(const hui_accessor *fields, size_t count, size_t row)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        const hui_value value = hui_accessor_value(&fields[i], row);
        if (value.kind == HUI_VALUE_ARRAY && value.count > longest)
            longest = value.count;
    }
    return longest;
}

static hui_value item_of(hui_value array, size_t i)
{
    const bool is_there =
        array.kind == HUI_VALUE_ARRAY && i < array.count && array.items[i].kind != HUI_VALUE_UNDEFINED;
    return is_there ? array.items[i] : hui_value_null();
}

static void fill(hui_value *column, const hui_accessor *field, const size_t *rows, size_t count)
{
    size_t item = 0;
    for (size_t i = 0; i < count; i++) {
        item = i > 0 && rows[i] == rows[i - 1] ? item + 1 : 0;
        column[i] = item_of(hui_accessor_value(field, rows[i]), item);
    }
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    hui_accessor *fields = HUI_NEW_ARRAY(scope->arena, hui_accessor, p->fields.count);
    size_t total = 0;
    for (size_t i = 0; i < p->fields.count; i++)
        fields[i] = hui_accessor_new(scope->arena, table, p->fields.at[i]);
    for (size_t row = 0; row < table->rows; row++)
        total += count_items(fields, p->fields.count, row);
    if (!hui_step_fits(transform, scope, (double)total, table->column_count + p->fields.count))
        return NULL;
    size_t *rows = HUI_NEW_ARRAY(scope->arena, size_t, total), *end = rows;
    for (size_t row = 0; row < table->rows; row++)
        for (size_t items = count_items(fields, p->fields.count, row); items; items--)
            *end++ = row;
    hui_table *result = hui_table_gather(scope->arena, table, rows, total);
    for (size_t i = 0; i < p->fields.count; i++)
        fill(hui_table_add(result, p->as[i]), &fields[i], rows, total);
    return result;
}

const hui_transform_kind hui_transform_flatten = {.word = "flatten", .read = read, .apply = apply};
