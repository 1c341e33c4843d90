/* Discretizing scales: bounds part a continuous domain, each part has a value of the range. */
#include "scale/scale_parts.h"

#include <stdlib.h>

static size_t range_size(const hui_scale *scale)
{
    return scale->color_count > 0 ? scale->color_count : scale->range_count;
}

static int compare_numbers(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* At i/n of the way through sorted numbers, interpolated between neighbours (Hyndman and Fan's type 7). */
static double quantile(const double *sorted, size_t count, double share)
{
    if (count == 0)
        return NAN;
    if (count < 2)
        return sorted[0];
    const double at = (double)(count - 1) * share;
    const size_t i = (size_t)at;
    return sorted[i] + (sorted[i + 1] - sorted[i]) * (at - (double)i);
}

static void finish_quantile(hui_arena *arena, hui_scale *scale)
{
    double *sorted = HUI_NEW_ARRAY(arena, double, scale->domain_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < scale->domain_count; i++) {
        const hui_value value = scale->domain[i];
        const double number = value.kind == HUI_VALUE_NULL ? NAN : hui_value_to_number(value);
        if (!isnan(number))
            sorted[count++] = number;
    }
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    for (size_t i = 0; i < scale->bound_count; i++)
        scale->bounds[i] = quantile(sorted, count, (double)(i + 1) / (double)(scale->bound_count + 1));
}

static void finish_quantize(hui_scale *scale)
{
    const double n = (double)scale->bound_count;
    const double low = hui_scale_domain_number(scale, 0);
    const double high = hui_scale_domain_number(scale, 1);
    for (size_t k = 0; k < scale->bound_count; k++) {
        const double i = (double)k;
        scale->bounds[k] = ((i + 1) * high - (i - n) * low) / (n + 1);
    }
}

void hui_discretizing_finish(hui_arena *arena, hui_scale *scale)
{
    const size_t parts = range_size(scale);
    const bool is_given = scale->type == HUI_SCALE_THRESHOLD || scale->type == HUI_SCALE_BIN_ORDINAL;
    scale->bound_count = is_given ? scale->domain_count : parts > 0 ? parts - 1 : 0;
    scale->bounds = HUI_NEW_ARRAY(arena, double, scale->bound_count + 1);
    if (scale->type == HUI_SCALE_QUANTILE)
        finish_quantile(arena, scale);
    else if (scale->type == HUI_SCALE_QUANTIZE)
        finish_quantize(scale);
    else
        for (size_t i = 0; i < scale->bound_count; i++)
            scale->bounds[i] = hui_scale_domain_number(scale, i);
}

size_t hui_discretizing_position(const hui_scale *scale, double x)
{
    const size_t parts = range_size(scale);
    if (isnan(x) || parts == 0)
        return SIZE_MAX;
    if (scale->type == HUI_SCALE_BIN_ORDINAL) {
        const size_t above = hui_bisect(scale->bounds, scale->bound_count, x);
        return above == 0 ? SIZE_MAX : (above - 1) % parts;
    }
    return hui_bisect(scale->bounds, scale->bound_count < parts - 1 ? scale->bound_count : parts - 1, x);
}
