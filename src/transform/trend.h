/* Trends: points that steps make out of groups of rows (densities, quantiles, regressions), and the table of them. */
#ifndef HUI_TRANSFORM_TREND_H
#define HUI_TRANSFORM_TREND_H

#include "transform/step.h"

typedef struct hui_trend_point {
    double x, y;
    size_t group;
} hui_trend_point;

typedef struct hui_trends {
    hui_arena *arena;
    HUI_VEC(hui_trend_point) points;
} hui_trends;

void hui_trend_add(hui_trends *trends, size_t group, double x, double y);

/* A function sampled over [low, high]: at `least` steps, and in halves of them where it bends, down to a `most`th of the
 * whole (vega-statistics' sampleCurve). */
typedef double hui_trend_function(const void *closure, double x);
void hui_trend_sample(hui_trends *trends, size_t group, hui_trend_function *function, const void *closure, double low,
                      double high, double least, double most);

/* A row a point: the fields that groups are of, and its coordinates. */
hui_table *hui_trend_table(const hui_trends *trends, const hui_table *table, hui_fields groupby,
                           hui_partition partition, const char *const as[2]);

/* ToNumber, but for null, which is no number. */
double hui_trend_number(hui_value value);

typedef struct hui_samples {
    double *x, *y;
    size_t count;
} hui_samples;

/* Pairs of which both are numbers, by ToNumber; texts that are no numbers, null and NaN drop out. */
hui_samples hui_trend_pairs(hui_arena *arena, const hui_table *table, const size_t *rows, size_t count, const char *x,
                            const char *y);
#endif
