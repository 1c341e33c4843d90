/* Loess: the trend of one field over another by lines through neighbouring points (Cleveland 1979). */
#include "transform/aggregate.h"
#include "transform/trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct properties {
    const char *y, *x, *as[2];
    hui_fields groupby;
    double bandwidth;
} properties;

static const double default_bandwidth = 0.3;
enum { ROBUST_PASSES = 2 };

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    p->y = hui_step_string(step, step->json, "loess");
    p->x = hui_step_string(step, step->json, "on");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->bandwidth = hui_step_number(step, "bandwidth", default_bandwidth);
    if (p->bandwidth < 0 || p->bandwidth > 1)
        hui_step_fail_range(step, hui_json_find(step->json, "bandwidth"), "bandwidth", "from 0 to 1");
    p->bandwidth = p->bandwidth != 0 ? p->bandwidth : default_bandwidth;
    hui_step_as(step, hui_field_flat(step->arena, p->x), hui_field_flat(step->arena, p->y), p->as);
    return p;
}

/* Points in the order of x, around their means. */
typedef struct smoother {
    const double *x, *y;
    double *smooth, *residuals, *weights;
    size_t count, width; /* points, and how many of them make a line */
} smoother;

static double tricube(double distance)
{
    const double near = 1 - distance * distance * distance;
    return near * near * near;
}

/* The height at point i of the line through the points from `first` on, the near ones weighing more. */
static double fit_at(const smoother *s, size_t i, size_t first)
{
    const size_t last = first + s->width - 1;
    const double at = s->x[i], edge = at - s->x[first] > s->x[last] - at ? s->x[first] : s->x[last];
    const double per_reach = 1 / (edge - at != 0 ? fabs(edge - at) : 1);
    double weights = 0, x = 0, y = 0, xy = 0, xx = 0;
    for (size_t k = first; k <= last; k++) {
        const double w = tricube(fabs(at - s->x[k]) * per_reach) * s->weights[k], xw = s->x[k] * w;
        weights += w;
        x += xw;
        y += s->y[k] * w;
        xy += s->y[k] * xw;
        xx += s->x[k] * xw;
    }
    x /= weights;
    y /= weights;
    const double spread = xx / weights - x * x;
    const double slope = fabs(spread) < 1e-24 ? 0 : (xy / weights - x * y) / spread;
    return y - slope * x + slope * at;
}

/* Where the nearest points of point i begin. */
static size_t next_first(const smoother *s, size_t i, size_t first)
{
    while (i < s->count && i > first && first + s->width < s->count &&
           s->x[first + s->width] - s->x[i] <= s->x[i] - s->x[first])
        first++;
    return first;
}

static double median_of(const double *numbers, size_t count, double *scratch)
{
    memcpy(scratch, numbers, count * sizeof *numbers);
    hui_numbers_sort(scratch, count);
    return hui_quantile_sorted(scratch, count, 0.5);
}

/* Points far from the curve weigh less in the next pass. False if there is none to be had. */
static bool weigh_anew(smoother *s, double *scratch)
{
    const double tiny = 1e-12, median = median_of(s->residuals, s->count, scratch);
    if (fabs(median) < tiny)
        return false;
    for (size_t i = 0; i < s->count; i++) {
        const double share = s->residuals[i] / (6 * median), near = 1 - share * share;
        s->weights[i] = share >= 1 ? tiny : near * near;
    }
    return true;
}

static void smooth(smoother *s, double *scratch)
{
    for (size_t i = 0; i < s->count; i++)
        s->weights[i] = 1;
    for (int pass = 0; pass <= ROBUST_PASSES; pass++) {
        size_t first = 0;
        for (size_t i = 0; i < s->count; i++) {
            s->smooth[i] = fit_at(s, i, first);
            s->residuals[i] = fabs(s->y[i] - s->smooth[i]);
            first = next_first(s, i + 1, first);
        }
        if (pass == ROBUST_PASSES || !weigh_anew(s, scratch))
            return;
    }
}

typedef struct pair {
    double x, y;
    size_t index;
} pair;

static int compare_pairs(const void *a, const void *b)
{
    const pair *left = a, *right = b;
    if (left->x != right->x)
        return left->x < right->x ? -1 : 1;
    return (left->index > right->index) - (left->index < right->index);
}

/* Sorts by x and takes the means off. */
static void prepare(hui_arena *arena, hui_samples *s, double means[2])
{
    pair *pairs = HUI_NEW_ARRAY(arena, pair, s->count);
    for (size_t i = 0; i < s->count; i++)
        pairs[i] = (pair){s->x[i], s->y[i], i};
    qsort(pairs, s->count, sizeof *pairs, compare_pairs);
    means[0] = means[1] = 0;
    for (size_t i = 0; i < s->count; i++) {
        means[0] += (pairs[i].x - means[0]) / (double)(i + 1);
        means[1] += (pairs[i].y - means[1]) / (double)(i + 1);
    }
    for (size_t i = 0; i < s->count; i++) {
        s->x[i] = pairs[i].x - means[0];
        s->y[i] = pairs[i].y - means[1];
    }
}

/* Points of the same x become one, at their mean; Vega leaves the first of them out of it. */
static void add_curve(hui_trends *trends, size_t group, const smoother *s, const double means[2])
{
    for (size_t i = 0; i < s->count;) {
        const double x = s->x[i] + means[0];
        double y = s->smooth[i++], count = 0;
        for (; i < s->count && s->x[i] + means[0] == x; i++)
            y += (s->smooth[i] - y) / ++count;
        hui_trend_add(trends, group, x, y + means[1]);
    }
}

static void add_group(hui_trends *trends, const properties *p, size_t group, hui_samples samples)
{
    hui_arena *const arena = trends->arena;
    double means[2];
    prepare(arena, &samples, means);
    smoother s = {.x = samples.x, .y = samples.y, .count = samples.count};
    s.width = (size_t)fmax(2, floor(p->bandwidth * (double)s.count));
    if (s.count < s.width) { /* one point is no line */
        if (s.count)
            hui_trend_add(trends, group, means[0], NAN);
        return;
    }
    s.smooth = HUI_NEW_ARRAY(arena, double, s.count);
    s.residuals = HUI_NEW_ARRAY(arena, double, s.count);
    s.weights = HUI_NEW_ARRAY(arena, double, s.count);
    smooth(&s, HUI_NEW_ARRAY(arena, double, s.count));
    add_curve(trends, group, &s, means);
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    const hui_partition groups = hui_partition_new(scope->arena, table, groupby, NULL);
    hui_trends trends = {.arena = scope->arena};
    for (size_t group = 0; group < groups.count; group++) {
        const size_t *rows = groups.rows + groups.start[group], count = groups.start[group + 1] - groups.start[group];
        const double work = (double)count * (double)count * p->bandwidth, per_row = 250;
        if (!hui_step_fits(transform, scope, work / per_row, 0))
            return NULL;
        add_group(&trends, p, group, hui_trend_pairs(scope->arena, table, rows, count, p->x, p->y));
    }
    return hui_trend_table(&trends, table, groupby, groups, p->as);
}

const hui_transform_kind hui_transform_loess = {.word = "loess", .read = read, .apply = apply};
