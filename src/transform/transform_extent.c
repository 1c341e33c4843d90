/* Extent: the least and the greatest value of a field become a parameter. */
#include "transform/aggregate.h"
#include "transform/step.h"

#include <math.h>

typedef struct properties {
    const char *field, *param;
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "extent");
    p->param = hui_step_string(step, step->json, "param");
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    (void)transform;
    return hui_table_copy(scope->arena, table);
}

static void define(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table,
                   hui_param *param)
{
    const properties *p = transform->properties;
    const hui_accessor accessor = hui_accessor_new(scope->arena, table, p->field);
    double low = INFINITY, high = -INFINITY;
    for (size_t row = 0; row < table->rows; row++) {
        const hui_value value = hui_accessor_value(&accessor, row);
        const double number = !hui_aggregate_missing(value) ? hui_value_to_number(value) : (double)NAN;
        low = number < low ? number : low;
        high = number > high ? number : high;
    }
    hui_value *ends = HUI_NEW_ARRAY(scope->arena, hui_value, 2);
    if (isfinite(low) && isfinite(high)) {
        ends[0] = hui_value_number(low);
        ends[1] = hui_value_number(high);
    }
    param->name = p->param;
    param->value = (hui_value){.kind = HUI_VALUE_ARRAY, .count = 2, .items = ends};
}

const hui_transform_kind hui_transform_extent = {.word = "extent", .read = read, .apply = apply, .define = define};
