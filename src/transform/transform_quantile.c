/* Quantile: values of a field below which given shares of its values lie. */
#include "transform/aggregate.h"
#include "transform/trend.h"

#include <math.h>

typedef struct properties {
    const char *field, *as[2];
    hui_fields groupby;
    const double *probs; /* NULL: every `step` from half a step on */
    double prob_count, step;
} properties;

static void read_probs(hui_step *step, properties *p)
{
    const hui_json *probs = hui_step_find(step->json, "probs");
    p->step = hui_step_number(step, "step", 0);
    p->step = p->step != 0 ? p->step : 0.01;
    p->prob_count = fmax(0, ceil((1 - 1e-14 - p->step / 2) / p->step));
    if (!probs)
        return;
    if (probs->kind != HUI_JSON_ARRAY) {
        hui_step_fail(step, probs, "probs", "an array of numbers");
        return;
    }
    double *numbers = HUI_NEW_ARRAY(step->arena, double, probs->count);
    size_t i = 0;
    for (const hui_json *item = probs->first; item; item = item->next, i++)
        if (item->kind == HUI_JSON_NUMBER)
            numbers[i] = item->number;
        else
            hui_step_fail(step, item, "probs", "an array of numbers");
    p->probs = numbers;
    p->prob_count = (double)probs->count;
}

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "quantile");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    read_probs(step, p);
    hui_step_as(step, "prob", "value", p->as);
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    const hui_partition groups = hui_partition_new(scope->arena, table, groupby, NULL);
    if (!hui_step_fits(transform, scope, p->prob_count * (double)groups.count, groupby.count + 2))
        return NULL;
    const hui_accessor accessor = hui_accessor_new(scope->arena, table, p->field);
    double *numbers = HUI_NEW_ARRAY(scope->arena, double, table->rows);
    hui_trends trends = {.arena = scope->arena};
    for (size_t group = 0; group < groups.count; group++) {
        size_t count = 0;
        for (size_t i = groups.start[group]; i < groups.start[group + 1]; i++) {
            const hui_value value = hui_accessor_value(&accessor, groups.rows[i]);
            const double number = !hui_aggregate_missing(value) ? hui_value_to_number(value) : (double)NAN;
            if (!isnan(number))
                numbers[count++] = number;
        }
        hui_numbers_sort(numbers, count);
        for (size_t i = 0; i < (size_t)p->prob_count; i++) {
            const double prob = p->probs ? p->probs[i] : p->step / 2 + (double)i * p->step;
            hui_trend_add(&trends, group, prob,
                          count ? hui_quantile_sorted(numbers, count, fmin(fmax(prob, 0), 1)) : (double)NAN);
        }
    }
    return hui_trend_table(&trends, table, groupby, groups, p->as);
}

const hui_transform_kind hui_transform_quantile = {.word = "quantile", .read = read, .apply = apply};
