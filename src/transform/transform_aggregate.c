/* Aggregate: one row a group, with measures of its rows. Joinaggregate: the measures in new columns of each row. */
#include "transform/step.h"

typedef struct properties {
    hui_measures measures;
    hui_fields groupby;
} properties;

static const void *read_measures(hui_step *step, const char *key)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->measures = hui_step_measures(step, key);
    p->groupby = hui_step_fields(step, step->json, "groupby");
    return p;
}

static const void *read_aggregate(hui_step *step)
{
    return read_measures(step, "aggregate");
}

static const void *read_joinaggregate(hui_step *step)
{
    return read_measures(step, "joinaggregate");
}

/* With nothing to measure nor to group by it is no step at all. */
static hui_table *aggregate(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    if (!p->groupby.count && !p->measures.count)
        return hui_table_copy(scope->arena, table);
    return hui_aggregate_apply(scope->arena, table, groupby.at, groupby.count, p->measures.at, p->measures.count,
                               scope->random);
}

static hui_table *joinaggregate(const hui_transform *transform, const hui_transform_scope *scope,
                                const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    return hui_joinaggregate_apply(scope->arena, table, groupby.at, groupby.count, p->measures.at, p->measures.count,
                                   scope->random);
}

const hui_transform_kind hui_transform_aggregate = {.word = "aggregate", .read = read_aggregate, .apply = aggregate};
const hui_transform_kind hui_transform_joinaggregate = {
    .word = "joinaggregate", .read = read_joinaggregate, .apply = joinaggregate};
