/* Fold: each row once for every one of some fields, whose name and value become columns. */
#include "transform/step.h"

#include <string.h>

typedef struct properties {
    hui_fields fields;
    const char *as[2];
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->fields = hui_step_fields_needed(step, step->json, "fold");
    hui_step_as(step, "key", "value", p->as);
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const size_t count = p->fields.count;
    if (!hui_step_fits(transform, scope, (double)table->rows * (double)count, table->column_count + 2))
        return NULL;
    size_t *rows = HUI_NEW_ARRAY(scope->arena, size_t, table->rows * count);
    for (size_t i = 0; i < table->rows * count; i++)
        rows[i] = i / count;
    hui_table *result = hui_table_gather(scope->arena, table, rows, table->rows * count);
    hui_value *names = hui_table_add(result, p->as[0]), *values = hui_table_add(result, p->as[1]);
    for (size_t i = 0; i < count; i++) {
        const hui_accessor accessor = hui_accessor_new(scope->arena, table, p->fields.at[i]);
        /* A path into a value is called as it is written, a plain name without its escapes. */
        const bool is_path = strchr(p->fields.at[i], '[') != NULL;
        const hui_value name =
            hui_value_string(is_path ? p->fields.at[i] : hui_field_flat(scope->arena, p->fields.at[i]));
        for (size_t row = 0; row < table->rows; row++) {
            names[row * count + i] = name;
            values[row * count + i] = hui_accessor_value(&accessor, row);
        }
    }
    return result;
}

const hui_transform_kind hui_transform_fold = {.word = "fold", .read = read, .apply = apply};
