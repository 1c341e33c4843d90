/* Functions of expressions: normal, log-normal and uniform distributions. */
#include "data/expr_node.h"

#include <math.h>

#define SQRT_2 1.4142135623730951
#define SQRT_2_PI 2.5066282746310002

/* A distribution's parameters are what they stand for if they are missing: the mean 0, the deviation 1. */

static double mean_of(const hui_expr_call *call, size_t index)
{
    return hui_value_truthy(hui_expr_argument(call, index)) ? hui_expr_number(call, index) : 0;
}

static double or_one(const hui_expr_call *call, size_t index)
{
    const hui_value value = hui_expr_argument(call, index);
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL ? 1 : hui_value_to_number(value);
}

static double density(double value, double mean, double deviation)
{
    const double z = (value - mean) / deviation;
    return exp(-0.5 * z * z) / (deviation * SQRT_2_PI);
}

static double cumulative(double value, double mean, double deviation)
{
    return 0.5 * erfc(-(value - mean) / deviation / SQRT_2);
}

/* A start from the tails' asymptote (Winitzki 2008), made exact by Halley's steps on the complementary error function,
 * for the half below the median, where that loses no digits. */
static double standard_quantile_below(double p)
{
    const double a = 0.147, tail = log(4 * p * (1 - p)), middle = 2 / (3.141592653589793 * a) + tail / 2;
    double z = -SQRT_2 * sqrt(sqrt(middle * middle - tail / a) - middle);
    for (int step = 0; step < 4; step++) {
        const double slope = density(z, 0, 1);
        if (!(slope > 0))
            break;
        const double error = (cumulative(z, 0, 1) - p) / slope;
        z -= error / (1 + z * error / 2);
    }
    return z;
}

static double quantile(double p, double mean, double deviation)
{
    if (!(p >= 0 && p <= 1))
        return NAN;
    if (p == 0 || p == 1)
        return mean + deviation * (p == 0 ? -INFINITY : INFINITY);
    return mean + deviation * (p == 0.5 ? 0 : p < 0.5 ? standard_quantile_below(p) : -standard_quantile_below(1 - p));
}

static double random_share(const hui_expr_call *call)
{
    return call->scope->random ? hui_rng_range(call->scope->random, 0, 1) : 0.5;
}

/* Normal */

static hui_value density_normal(const hui_expr_call *call)
{
    return hui_value_number(density(hui_expr_number(call, 0), mean_of(call, 1), or_one(call, 2)));
}

static hui_value cumulative_normal(const hui_expr_call *call)
{
    return hui_value_number(cumulative(hui_expr_number(call, 0), mean_of(call, 1), or_one(call, 2)));
}

static hui_value quantile_normal(const hui_expr_call *call)
{
    return hui_value_number(quantile(hui_expr_number(call, 0), mean_of(call, 1), or_one(call, 2)));
}

static hui_value sample_normal(const hui_expr_call *call)
{
    return hui_value_number(quantile(random_share(call), mean_of(call, 0), or_one(call, 1)));
}

/* Log-normal */

static hui_value density_log_normal(const hui_expr_call *call)
{
    const double value = hui_expr_number(call, 0);
    return hui_value_number(value <= 0 ? 0 : density(log(value), mean_of(call, 1), or_one(call, 2)) / value);
}

static hui_value cumulative_log_normal(const hui_expr_call *call)
{
    return hui_value_number(cumulative(log(hui_expr_number(call, 0)), mean_of(call, 1), or_one(call, 2)));
}

static hui_value quantile_log_normal(const hui_expr_call *call)
{
    return hui_value_number(exp(quantile(hui_expr_number(call, 0), mean_of(call, 1), or_one(call, 2))));
}

static hui_value sample_log_normal(const hui_expr_call *call)
{
    return hui_value_number(exp(quantile(random_share(call), mean_of(call, 0), or_one(call, 1))));
}

/* Uniform: one bound alone is the upper one. */

typedef struct bounds {
    double least, most;
} bounds;

static bounds read_bounds(const hui_expr_call *call, size_t index)
{
    const hui_value most = hui_expr_argument(call, index + 1);
    if (most.kind == HUI_VALUE_UNDEFINED || most.kind == HUI_VALUE_NULL)
        return (bounds){0, or_one(call, index)};
    return (bounds){hui_expr_number(call, index), hui_value_to_number(most)};
}

static hui_value density_uniform(const hui_expr_call *call)
{
    const bounds between = read_bounds(call, 1);
    const double value = hui_expr_number(call, 0);
    return hui_value_number(value >= between.least && value <= between.most ? 1 / (between.most - between.least) : 0);
}

static hui_value cumulative_uniform(const hui_expr_call *call)
{
    const bounds between = read_bounds(call, 1);
    const double value = hui_expr_number(call, 0);
    return hui_value_number(value < between.least  ? 0
                            : value > between.most ? 1
                                                   : (value - between.least) / (between.most - between.least));
}

static hui_value quantile_uniform(const hui_expr_call *call)
{
    const bounds between = read_bounds(call, 1);
    const double p = hui_expr_number(call, 0);
    return hui_value_number(p >= 0 && p <= 1 ? between.least + p * (between.most - between.least) : (double)NAN);
}

static hui_value sample_uniform(const hui_expr_call *call)
{
    const bounds between = read_bounds(call, 0);
    return hui_value_number(between.least + (between.most - between.least) * random_share(call));
}

const hui_expr_function hui_expr_statistics_functions[] = {
    HUI_EXPR_FUNCTION("densityNormal", density_normal),
    HUI_EXPR_FUNCTION("cumulativeNormal", cumulative_normal),
    HUI_EXPR_FUNCTION("quantileNormal", quantile_normal),
    HUI_EXPR_VARYING("sampleNormal", sample_normal),
    HUI_EXPR_FUNCTION("densityLogNormal", density_log_normal),
    HUI_EXPR_FUNCTION("cumulativeLogNormal", cumulative_log_normal),
    HUI_EXPR_FUNCTION("quantileLogNormal", quantile_log_normal),
    HUI_EXPR_VARYING("sampleLogNormal", sample_log_normal),
    HUI_EXPR_FUNCTION("densityUniform", density_uniform),
    HUI_EXPR_FUNCTION("cumulativeUniform", cumulative_uniform),
    HUI_EXPR_FUNCTION("quantileUniform", quantile_uniform),
    HUI_EXPR_VARYING("sampleUniform", sample_uniform),
    {0}};
