/* Bin: where the bin of each value begins and ends. */
#include "transform/step.h"

typedef struct properties {
    const char *field, *as[2];
    const hui_json *bin; /* read when the parameters are known that may stand in it */
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->bin = hui_step_need(step, step->json, "bin");
    if (p->bin && p->bin->kind != HUI_JSON_TRUE && p->bin->kind != HUI_JSON_OBJECT)
        hui_step_fail(step, p->bin, "bin", "true or an object");
    p->field = hui_step_string(step, step->json, "field");
    hui_step_need(step, step->json, "as");
    hui_step_as_range(step, p->field, p->as);
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    hui_bin bin = hui_bin_default();
    hui_bins bins;
    if (!hui_bin_read(scope->arena, p->bin, scope->params, &bin, scope->diags))
        return NULL;
    return hui_bin_apply(scope->arena, table, p->field, &bin, p->as[0], p->as[1], &bins);
}

const hui_transform_kind hui_transform_bin = {.word = "bin", .read = read, .apply = apply};
