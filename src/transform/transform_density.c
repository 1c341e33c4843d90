/* Density: a smooth curve of how the values of a field are distributed, by a Gaussian kernel. */
#include "transform/aggregate.h"
#include "transform/trend.h"

#include <math.h>

typedef struct properties {
    const char *field, *as[2];
    hui_fields groupby;
    bool cumulative, counts, independent;
    double bandwidth, extent[2], least, most; /* 0, NAN: found from the data */
} properties;

enum { LEAST_STEPS = 25, MOST_STEPS = 200 };

static double read_steps(hui_step *step, const char *key, double fallback)
{
    const double steps = hui_step_number(step, key, 0);
    if (steps < 0 || steps > HUI_STEP_ROWS)
        hui_step_fail_range(step, hui_json_find(step->json, key), key, "a number of steps, at most 20 million");
    return steps > 0 ? steps : fallback;
}

static const void *read(hui_step *step)
{
    static const char *const resolves[] = {"shared", "independent"};
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "density");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->cumulative = hui_step_bool(step, "cumulative", false);
    p->counts = hui_step_bool(step, "counts", false);
    p->bandwidth = hui_step_number(step, "bandwidth", 0);
    p->independent = hui_step_word(step, "resolve", resolves, 2) == 1;
    hui_step_pair(step, "extent", p->extent);
    const double exact = read_steps(step, "steps", 0), least = read_steps(step, "minsteps", LEAST_STEPS);
    const double most = read_steps(step, "maxsteps", MOST_STEPS);
    p->most = exact > 0 ? exact : most;
    p->least = p->independent && !(exact > 0) ? least : p->most;
    hui_step_as(step, "value", "density", p->as);
    return p;
}

typedef struct kernel {
    const double *at;
    size_t count;
    double width, scale;
} kernel;

static double density(const void *closure, double x)
{
    const kernel *k = closure;
    const double unit = sqrt(2 * acos(-1));
    double sum = 0;
    for (size_t i = 0; i < k->count; i++) {
        const double z = (x - k->at[i]) / k->width;
        sum += exp(-0.5 * z * z) / unit;
    }
    return sum / k->width / (double)k->count * k->scale;
}

static double cumulative(const void *closure, double x)
{
    const kernel *k = closure;
    double sum = 0;
    for (size_t i = 0; i < k->count; i++)
        sum += erfc((k->at[i] - x) / k->width / sqrt(2)) / 2;
    return sum / (double)k->count * k->scale;
}

/* The sample's standard deviation; NAN of fewer than two. */
static double deviation(const double *numbers, size_t count)
{
    double mean = 0, sum = 0;
    for (size_t i = 0; i < count; i++) {
        const double delta = numbers[i] - mean;
        mean += delta / (double)(i + 1);
        sum += delta * (numbers[i] - mean);
    }
    return count > 1 ? sqrt(sum / (double)(count - 1)) : (double)NAN;
}

static bool is_of_use(double number)
{
    return !isnan(number) && number != 0;
}

/* Scott's rule (1992), on the lesser of the deviation and what the quartiles tell of it. `sorted` are the numbers without
 * those that are missing, while `count` counts these, too. */
static double find_width(const double *sorted, size_t valid, size_t count)
{
    if (!valid)
        return NAN;
    const double spread = deviation(sorted, valid), low = hui_quantile_sorted(sorted, valid, 0.25);
    const double by_quartiles = (hui_quantile_sorted(sorted, valid, 0.75) - low) / 1.34;
    const double lesser = isnan(spread) || isnan(by_quartiles) ? (double)NAN : fmin(spread, by_quartiles);
    const double width = is_of_use(lesser) ? lesser : is_of_use(spread) ? spread : is_of_use(low) ? fabs(low) : 1;
    return 1.06 * width * pow((double)count, -0.2);
}

/* The numbers of a group, null counting as 0 as it does in Vega; `extent` and the width are without it. */
static kernel read_kernel(const properties *p, const hui_accessor *accessor, const size_t *rows, size_t count,
                          double *numbers, double *sorted, double extent[2])
{
    size_t valid = 0;
    for (size_t i = 0; i < count; i++) {
        const hui_value value = hui_accessor_value(accessor, rows[i]);
        numbers[i] = hui_value_to_number(value);
        if (!hui_aggregate_missing(value) && !isnan(numbers[i]))
            sorted[valid++] = numbers[i];
    }
    hui_numbers_sort(sorted, valid);
    extent[0] = valid ? sorted[0] : (double)NAN;
    extent[1] = valid ? sorted[valid - 1] : (double)NAN;
    const double width = p->bandwidth != 0 ? p->bandwidth : find_width(sorted, valid, count);
    return (kernel){numbers, count, width, p->counts ? (double)count : 1};
}

/* One point costs a look at every row of the group. */
static bool check_size(const hui_transform *transform, const hui_transform_scope *scope, size_t rows, size_t groups,
                       size_t columns)
{
    const properties *p = transform->properties;
    const double steps = fmax(p->least, p->most) + 1, per_row = 250;
    return hui_step_fits(transform, scope, steps * (double)groups, columns) &&
           hui_step_fits(transform, scope, steps * (double)rows / per_row, 0);
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    const hui_partition groups = hui_partition_new(scope->arena, table, groupby, NULL);
    if (!check_size(transform, scope, table->rows, groups.count, groupby.count + 2))
        return NULL;
    const hui_accessor accessor = hui_accessor_new(scope->arena, table, p->field);
    double *numbers = HUI_NEW_ARRAY(scope->arena, double, table->rows);
    double *sorted = HUI_NEW_ARRAY(scope->arena, double, table->rows), all[2] = {NAN, NAN};
    kernel *kernels = HUI_NEW_ARRAY(scope->arena, kernel, groups.count);
    double(*extents)[2] = hui_arena_alloc(scope->arena, groups.count * sizeof *extents);
    for (size_t i = 0; i < groups.count; i++) {
        const size_t start = groups.start[i];
        kernels[i] = read_kernel(p, &accessor, groups.rows + start, groups.start[i + 1] - start, numbers + start,
                                 sorted, extents[i]);
        all[0] = fmin(all[0], extents[i][0]);
        all[1] = fmax(all[1], extents[i][1]);
    }
    const bool is_given = !isnan(p->extent[0]) && !isnan(p->extent[1]);
    hui_trends trends = {.arena = scope->arena};
    for (size_t i = 0; i < groups.count; i++) {
        const double *extent = is_given ? p->extent : p->independent ? extents[i] : all;
        hui_trend_sample(&trends, i, p->cumulative ? cumulative : density, &kernels[i], extent[0], extent[1], p->least,
                         p->most);
    }
    return hui_trend_table(&trends, table, groupby, groups, p->as);
}

const hui_transform_kind hui_transform_density = {.word = "density", .read = read, .apply = apply};
