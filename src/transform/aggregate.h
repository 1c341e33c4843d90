/* Aggregation from inside: what the kinds of measures share. For this folder only. */
#ifndef HUI_TRANSFORM_AGGREGATE_H
#define HUI_TRANSFORM_AGGREGATE_H

#include "transform/transform.h"

/* Rows in groups. `order` lists the rows group by group, those of group g from start[g] to start[g + 1]; it is made when
 * first asked for. */
typedef struct hui_grouping {
    hui_arena *arena;
    const hui_table *table;
    hui_groups groups;
    const char *const *fields;
    size_t field_count;
    size_t *order, *start;
    const hui_rng *random; /* NULL: the same numbers every time */
} hui_grouping;

void hui_grouping_order(hui_grouping *grouping);

/* Each fills in one value a group for the measures of its kind. */
void hui_aggregate_running(const hui_grouping *grouping, const hui_measure *measure, hui_value *values);
void hui_aggregate_ranked(hui_grouping *grouping, const hui_measure *measure, hui_value *values);
void hui_aggregate_rows(hui_grouping *grouping, const hui_measure *measure, hui_value *values);

/* JavaScript's a < b. */
bool hui_aggregate_less(hui_value a, hui_value b);
/* What statistics leave out: null, undefined and "" are missing, NaN is neither missing nor valid. */
bool hui_aggregate_missing(hui_value value);
/* Quantile of sorted numbers, linear between neighbours (R's type 7). `count` is not 0. */
double hui_quantile_sorted(const double *numbers, size_t count, double fraction);
void hui_numbers_sort(double *numbers, size_t count);

#endif
