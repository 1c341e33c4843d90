/* Regression: the trend of one field over another, as points of a curve or as its coefficients. */
#include "transform/regression.h"

#include <math.h>

typedef struct properties {
    const char *y, *x, *as[2];
    hui_fields groupby;
    hui_regression_method method;
    size_t order;
    double extent[2]; /* NAN: that of the data */
    bool params;
} properties;

enum { DEFAULT_ORDER = 3, LEAST_STEPS = 25, MOST_STEPS = 200 };

static size_t read_order(hui_step *step)
{
    const double order = hui_step_number(step, "order", DEFAULT_ORDER);
    if (order >= 0 && order <= HUI_REGRESSION_ORDER)
        return (size_t)order;
    hui_step_fail_range(step, hui_json_find(step->json, "order"), "order", "from 0 to 50");
    return 0;
}

static const void *read(hui_step *step)
{
    static const char *const methods[] = {
        [HUI_REGRESSION_LINEAR] = "linear", [HUI_REGRESSION_LOG] = "log",   [HUI_REGRESSION_EXP] = "exp",
        [HUI_REGRESSION_POW] = "pow",       [HUI_REGRESSION_QUAD] = "quad", [HUI_REGRESSION_POLY] = "poly"};
    properties *p = HUI_NEW(step->arena, properties);
    p->y = hui_step_string(step, step->json, "regression");
    p->x = hui_step_string(step, step->json, "on");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->method = (hui_regression_method)hui_step_word(step, "method", methods, sizeof methods / sizeof *methods);
    p->order = read_order(step);
    p->params = hui_step_bool(step, "params", false);
    hui_step_pair(step, "extent", p->extent);
    if (p->method == HUI_REGRESSION_LOG && !(p->extent[0] > 0)) /* there is no logarithm of it */
        p->extent[0] = NAN;
    hui_step_as(step, hui_field_flat(step->arena, p->x), hui_field_flat(step->arena, p->y), p->as);
    return p;
}

/* With fewer rows there are many such curves. */
static size_t rows_needed(const properties *p)
{
    return (p->method == HUI_REGRESSION_POLY ? p->order : p->method == HUI_REGRESSION_QUAD ? 2 : 1) + 1;
}

static void find_extent(const properties *p, const hui_accessor *x, const size_t *rows, size_t count, double extent[2])
{
    extent[0] = p->extent[0];
    extent[1] = p->extent[1];
    if (!isnan(extent[0]) && !isnan(extent[1]))
        return;
    extent[0] = extent[1] = NAN;
    for (size_t i = 0; i < count; i++) {
        const double number = hui_trend_number(hui_accessor_value(x, rows[i]));
        extent[0] = fmin(extent[0], number);
        extent[1] = fmax(extent[1], number);
    }
}

static void add_trend(const properties *p, hui_trends *trends, size_t group, const hui_regression *fit,
                      const double extent[2])
{
    if (p->method != HUI_REGRESSION_LINEAR) {
        hui_trend_sample(trends, group, hui_regression_predict, fit, extent[0], extent[1], LEAST_STEPS, MOST_STEPS);
        return;
    }
    for (size_t i = 0; i < 2 && !isnan(extent[i]); i++)
        hui_trend_add(trends, group, extent[i], hui_regression_predict(fit, extent[i]));
}

/* One row a group: the values it is of, the coefficients and how well they fit. */
static hui_table *params_table(const hui_transform_scope *scope, const hui_table *table, hui_fields groupby,
                               hui_partition groups, const hui_regression *fits, const size_t *fitted, size_t count)
{
    hui_arena *const arena = scope->arena;
    hui_table *result = hui_table_new(arena, count);
    hui_value *keys = hui_table_add(result, "keys"), *coefs = hui_table_add(result, "coef");
    hui_value *r_squared = hui_table_add(result, "rSquared");
    for (size_t i = 0; i < count; i++) {
        const hui_regression *fit = &fits[i];
        hui_value *dims = HUI_NEW_ARRAY(arena, hui_value, groupby.count);
        for (size_t field = 0; field < groupby.count; field++) {
            const hui_accessor accessor = hui_accessor_new(arena, table, groupby.at[field]);
            dims[field] = hui_accessor_value(&accessor, groups.rows[groups.start[fitted[i]]]);
        }
        if (groupby.count)
            keys[i] = (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)groupby.count, .items = dims};
        hui_value *coef = HUI_NEW_ARRAY(arena, hui_value, fit->count);
        for (size_t term = 0; term < fit->count; term++)
            coef[term] = hui_value_number(fit->coefficients[term]);
        coefs[i] = (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)fit->count, .items = coef};
        r_squared[i] = hui_value_number(fit->r_squared);
    }
    return result;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    const hui_partition groups = hui_partition_new(scope->arena, table, groupby, NULL);
    if (!hui_step_fits(transform, scope, p->params ? 0 : (MOST_STEPS + 1) * (double)groups.count, groupby.count + 2))
        return NULL;
    const hui_accessor x = hui_accessor_new(scope->arena, table, p->x);
    HUI_VEC(hui_regression) fits = {0};
    HUI_VEC(size_t) fitted = {0};
    hui_trends trends = {.arena = scope->arena};
    for (size_t i = 0; i < groups.count; i++) {
        const size_t *rows = groups.rows + groups.start[i], count = groups.start[i + 1] - groups.start[i];
        if (count < rows_needed(p))
            continue;
        const hui_regression fit =
            hui_regression_fit(p->method, p->order, hui_trend_pairs(scope->arena, table, rows, count, p->x, p->y));
        if (p->params) {
            *hui_vec_push(scope->arena, &fits) = fit;
            *hui_vec_push(scope->arena, &fitted) = i;
            continue;
        }
        double extent[2];
        find_extent(p, &x, rows, count, extent);
        add_trend(p, &trends, i, &fit, extent);
    }
    if (p->params)
        return params_table(scope, table, groupby, groups, fits.at, fitted.at, fits.count);
    return hui_trend_table(&trends, table, groupby, groups, p->as);
}

const hui_transform_kind hui_transform_regression = {.word = "regression", .read = read, .apply = apply};
