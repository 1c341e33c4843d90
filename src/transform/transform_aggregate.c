/* Aggregate: one row a group, with measures of its rows. */
#include "transform/step.h"

typedef struct properties {
    hui_measures measures;
    hui_fields groupby;
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->measures = hui_step_measures(step, "aggregate");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    return p;
}

/* With nothing to measure nor to group by it is no step at all. */
static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    if (!p->groupby.count && !p->measures.count)
        return hui_table_copy(scope->arena, table);
    return hui_aggregate_apply(scope->arena, table, groupby.at, groupby.count, p->measures.at, p->measures.count,
                               scope->random);
}

const hui_transform_kind hui_transform_aggregate = {.word = "aggregate", .read = read, .apply = apply};
