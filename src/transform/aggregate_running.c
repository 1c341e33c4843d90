/* Measures that one pass over the rows tells: sums, means and their kin. */
#include "transform/aggregate.h"

#include <math.h>
#include <stddef.h>

typedef struct tally {
    double valid, missing;
    double total;     /* sum, product or mean */
    double deviation; /* sum of squares */
} tally;

static void add_to_sum(tally *t, double number)
{
    t->total += number;
}

static void add_to_product(tally *t, double number)
{
    t->total = t->valid == 1 ? number : t->total * number;
}

/* Welford's way, as sums of squares lose what matters (Knuth, The Art of Computer Programming 2, section 4.2.2). */
static void add_to_mean(tally *t, double number)
{
    const double off = number - t->total;
    t->total += off / t->valid;
    t->deviation += off * (number - t->total);
}

/* Vega wants a parameter for exponential means that Vega-Lite has no word for: they are no numbers. */
static void add_nothing(tally *t, double number)
{
    (void)number;
    t->total = NAN;
}

static double count_valid(const tally *t)
{
    return t->valid;
}

static double count_missing(const tally *t)
{
    return t->missing;
}

static double total(const tally *t)
{
    return t->total;
}

static double squares(const tally *t)
{
    return t->deviation < 0 ? 0 : t->deviation;
}

static double variance(const tally *t)
{
    return squares(t) / (t->valid - 1);
}

static double population_variance(const tally *t)
{
    return squares(t) / t->valid;
}

static double deviation(const tally *t)
{
    return sqrt(variance(t));
}

static double population_deviation(const tally *t)
{
    return sqrt(population_variance(t));
}

static double standard_error(const tally *t)
{
    return sqrt(squares(t) / (t->valid * (t->valid - 1)));
}

static const struct running {
    void (*add)(tally *t, double number);
    double (*finish)(const tally *t);
    double least; /* valid values; with fewer the measure is undefined */
} kinds[HUI_AGGREGATE_NONE] = {
    [HUI_AGGREGATE_VALID] = {NULL, count_valid, 0},
    [HUI_AGGREGATE_MISSING] = {NULL, count_missing, 0},
    [HUI_AGGREGATE_SUM] = {add_to_sum, total, 1},
    [HUI_AGGREGATE_PRODUCT] = {add_to_product, total, 1},
    [HUI_AGGREGATE_MEAN] = {add_to_mean, total, 1},
    [HUI_AGGREGATE_AVERAGE] = {add_to_mean, total, 1},
    [HUI_AGGREGATE_VARIANCE] = {add_to_mean, variance, 2},
    [HUI_AGGREGATE_VARIANCEP] = {add_to_mean, population_variance, 1},
    [HUI_AGGREGATE_STDEV] = {add_to_mean, deviation, 2},
    [HUI_AGGREGATE_STDEVP] = {add_to_mean, population_deviation, 1},
    [HUI_AGGREGATE_STDERR] = {add_to_mean, standard_error, 2},
    [HUI_AGGREGATE_EXPONENTIAL] = {add_nothing, total, 1},
    [HUI_AGGREGATE_EXPONENTIALB] = {add_nothing, total, 1},
};

static void add_value(const struct running *kind, tally *t, hui_value value)
{
    if (hui_aggregate_missing(value)) {
        t->missing++;
    } else if (hui_value_valid(value)) {
        t->valid++;
        if (kind->add)
            kind->add(t, hui_value_to_number(value));
    }
}

void hui_aggregate_running(const hui_grouping *g, const hui_measure *measure, hui_value *values)
{
    const struct running *const kind = &kinds[measure->op];
    const hui_accessor accessor = hui_accessor_new(g->arena, g->table, measure->field);
    hui_arena *const scratch = hui_arena_new();
    tally *const tallies = HUI_NEW_ARRAY(scratch, tally, g->groups.count);
    for (size_t row = 0; row < g->table->rows; row++)
        add_value(kind, &tallies[g->groups.of_row[row]], hui_accessor_value(&accessor, row));
    for (size_t group = 0; group < g->groups.count; group++)
        if (tallies[group].valid >= kind->least)
            values[group] = hui_value_number(kind->finish(&tallies[group]));
    hui_arena_free(scratch);
}
