/* Joinaggregate: measures of the group, in new columns of each of its rows. */
#include "transform/step.h"

typedef struct properties {
    hui_measures measures;
    hui_fields groupby;
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->measures = hui_step_measures(step, "joinaggregate");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    return hui_joinaggregate_apply(scope->arena, table, groupby.at, groupby.count, p->measures.at, p->measures.count,
                                   scope->random);
}

const hui_transform_kind hui_transform_joinaggregate = {.word = "joinaggregate", .read = read, .apply = apply};
