/* Measures of sorted values: quartiles, and confidence intervals of means by the bootstrap. */
#include "transform/aggregate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 1000, MANY_VALUES = 10000, MANY_ROWS = 200000 };

/* The numbers of a group, in a buffer that all groups use in turn. */
typedef struct sample {
    double *numbers;
    size_t count;
    bool of_many; /* values in all groups */
} sample;

static int compare(const void *a, const void *b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

void hui_numbers_sort(double *numbers, size_t count)
{
    qsort(numbers, count, sizeof *numbers, compare);
}

double hui_quantile_sorted(const double *numbers, size_t count, double fraction)
{
    const double at = (double)(count - 1) * fraction;
    const size_t low = (size_t)at;
    if (low + 1 >= count)
        return numbers[count - 1];
    return numbers[low] + (numbers[low + 1] - numbers[low]) * (at - (double)low);
}

static void collect(const hui_grouping *g, const hui_accessor *accessor, size_t group, sample *s)
{
    s->count = 0;
    for (size_t i = g->start[group]; i < g->start[group + 1]; i++) {
        const hui_value value = hui_accessor_value(accessor, g->order[i]);
        const double number = hui_aggregate_missing(value) ? (double)NAN : hui_value_to_number(value);
        if (!isnan(number))
            s->numbers[s->count++] = number;
    }
}

/* Means of many values are distributed normally, so the interval is known without drawing them. */
static double interval_of_many(const sample *s, bool is_upper)
{
    double mean = 0, squares = 0;
    for (size_t i = 0; i < s->count; i++) {
        const double off = s->numbers[i] - mean;
        mean += off / (double)(i + 1);
        squares += off * (s->numbers[i] - mean);
    }
    const double margin = 1.959963984540054 * sqrt(squares) / (double)s->count;
    return is_upper ? mean + margin : mean - margin;
}

/* The middle 95 % of the means of samples drawn from the values. */
static double interval(const sample *s, bool is_upper, hui_rng random)
{
    double means[SAMPLES];
    if (s->count > MANY_VALUES || s->of_many)
        return interval_of_many(s, is_upper);
    for (size_t i = 0; i < SAMPLES; i++) {
        double sum = 0;
        for (size_t j = 0; j < s->count; j++)
            sum += s->numbers[(uint64_t)hui_rng_next(&random) * s->count >> 32];
        means[i] = sum / (double)s->count;
    }
    hui_numbers_sort(means, SAMPLES);
    return hui_quantile_sorted(means, SAMPLES, is_upper ? 0.975 : 0.025);
}

static double rank(const sample *s, hui_aggregate_op op, const hui_rng *random)
{
    if (op == HUI_AGGREGATE_CI0 || op == HUI_AGGREGATE_CI1)
        return interval(s, op == HUI_AGGREGATE_CI1, random ? *random : hui_rng_seed(1));
    hui_numbers_sort(s->numbers, s->count);
    const double fraction = op == HUI_AGGREGATE_Q1 ? 0.25 : op == HUI_AGGREGATE_Q3 ? 0.75 : 0.5;
    return hui_quantile_sorted(s->numbers, s->count, fraction);
}

/* Every interval is drawn from the same state of the random numbers, so that both ends of one are of the same samples. */
void hui_aggregate_ranked(hui_grouping *g, const hui_measure *measure, hui_value *values)
{
    const hui_accessor accessor = hui_accessor_new(g->arena, g->table, measure->field);
    hui_grouping_order(g);
    hui_arena *const scratch = hui_arena_new();
    sample s = {.numbers = HUI_NEW_ARRAY(scratch, double, g->table->rows), .of_many = g->table->rows > MANY_ROWS};
    for (size_t group = 0; group < g->groups.count; group++) {
        collect(g, &accessor, group, &s);
        if (s.count > 0)
            values[group] = hui_value_number(rank(&s, measure->op, g->random));
    }
    hui_arena_free(scratch);
}
