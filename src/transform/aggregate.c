/* Aggregate: measures of groups of rows, as rows of their own or joined to the rows they came from. */
#include "transform/aggregate.h"

#include <math.h>
#include <string.h>

static const char *const words[] = {
#define HUI_AGGREGATE(NAME, word) [HUI_AGGREGATE_##NAME] = word,
#include "transform/aggregate_ops.inc"
#undef HUI_AGGREGATE
};

hui_aggregate_op hui_aggregate_find(const char *word)
{
    int op = 0;
    while (op < HUI_AGGREGATE_NONE && strcmp(words[op], word) != 0)
        op++;
    return (hui_aggregate_op)op;
}

const char *hui_aggregate_word(hui_aggregate_op op)
{
    return words[op];
}

bool hui_aggregate_missing(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL ||
           (value.kind == HUI_VALUE_STRING && value.count == 0);
}

bool hui_aggregate_less(hui_value a, hui_value b)
{
    if (a.kind == HUI_VALUE_STRING && b.kind == HUI_VALUE_STRING)
        return hui_value_compare(a, b) < 0;
    return hui_value_to_number(a) < hui_value_to_number(b);
}

/* Counting sort. */
void hui_grouping_order(hui_grouping *g)
{
    if (g->order)
        return;
    g->order = HUI_NEW_ARRAY(g->arena, size_t, g->table->rows);
    g->start = HUI_NEW_ARRAY(g->arena, size_t, g->groups.count + 2);
    size_t *const next =
        g->start + 1; /* where the next row of a group goes, and in the end the start of the one after */
    for (size_t row = 0; row < g->table->rows; row++)
        g->start[g->groups.of_row[row] + 2]++;
    for (size_t group = 2; group < g->groups.count + 2; group++)
        g->start[group] += g->start[group - 1];
    for (size_t row = 0; row < g->table->rows; row++)
        g->order[next[g->groups.of_row[row]]++] = row;
}

static void count_rows(const hui_grouping *g, hui_value *values)
{
    for (size_t group = 0; group < g->groups.count; group++)
        values[group] = hui_value_number(0);
    for (size_t row = 0; row < g->table->rows; row++)
        values[g->groups.of_row[row]].number++;
}

static void measure(hui_grouping *g, const hui_measure *m, hui_value *values)
{
    if (!m->field && m->op != HUI_AGGREGATE_COUNT && m->op != HUI_AGGREGATE_VALUES)
        return; /* nothing measured: undefined */
    switch (m->op) {
    case HUI_AGGREGATE_COUNT:
        count_rows(g, values);
        return;
    case HUI_AGGREGATE_VALID:
    case HUI_AGGREGATE_MISSING:
    case HUI_AGGREGATE_SUM:
    case HUI_AGGREGATE_PRODUCT:
    case HUI_AGGREGATE_MEAN:
    case HUI_AGGREGATE_AVERAGE:
    case HUI_AGGREGATE_VARIANCE:
    case HUI_AGGREGATE_VARIANCEP:
    case HUI_AGGREGATE_STDEV:
    case HUI_AGGREGATE_STDEVP:
    case HUI_AGGREGATE_STDERR:
    case HUI_AGGREGATE_EXPONENTIAL:
    case HUI_AGGREGATE_EXPONENTIALB:
        hui_aggregate_running(g, m, values);
        return;
    case HUI_AGGREGATE_MEDIAN:
    case HUI_AGGREGATE_Q1:
    case HUI_AGGREGATE_Q3:
    case HUI_AGGREGATE_CI0:
    case HUI_AGGREGATE_CI1:
        hui_aggregate_ranked(g, m, values);
        return;
    case HUI_AGGREGATE_DISTINCT:
    case HUI_AGGREGATE_MIN:
    case HUI_AGGREGATE_MAX:
    case HUI_AGGREGATE_ARGMIN:
    case HUI_AGGREGATE_ARGMAX:
    case HUI_AGGREGATE_VALUES:
        hui_aggregate_rows(g, m, values);
        return;
    case HUI_AGGREGATE_NONE:
        return;
    }
}

static hui_grouping group(hui_arena *arena, const hui_table *table, const char *const *groupby, size_t count,
                          hui_rng *random)
{
    return (hui_grouping){.arena = arena,
                          .table = table,
                          .groups = hui_table_group(arena, table, groupby, count),
                          .fields = groupby,
                          .field_count = count,
                          .random = random};
}

static void add_keys(const hui_grouping *g, hui_table *to)
{
    for (size_t i = 0; i < g->field_count; i++) {
        const hui_accessor accessor = hui_accessor_new(g->arena, g->table, g->fields[i]);
        hui_value *const keys = hui_table_add(to, hui_field_flat(g->arena, g->fields[i]));
        for (size_t group_index = 0; group_index < g->groups.count; group_index++)
            keys[group_index] = hui_accessor_value(&accessor, g->groups.first[group_index]);
    }
}

/* Other measures are to have other samples. */
static void move_on(hui_rng *random)
{
    if (random)
        hui_rng_next(random);
}

hui_table *hui_aggregate_apply(hui_arena *arena, const hui_table *table, const char *const *groupby,
                               size_t groupby_count, const hui_measure *measures, size_t measure_count, hui_rng *random)
{
    hui_grouping g = group(arena, table, groupby, groupby_count, random);
    hui_table *aggregated = hui_table_new(arena, g.groups.count);
    add_keys(&g, aggregated);
    for (size_t i = 0; i < measure_count; i++)
        measure(&g, &measures[i], hui_table_add(aggregated, measures[i].as));
    move_on(random);
    return aggregated;
}

hui_table *hui_joinaggregate_apply(hui_arena *arena, const hui_table *table, const char *const *groupby,
                                   size_t groupby_count, const hui_measure *measures, size_t measure_count,
                                   hui_rng *random)
{
    hui_grouping g = group(arena, table, groupby, groupby_count, random);
    hui_table *joined = hui_table_copy(arena, table);
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, g.groups.count);
    for (size_t i = 0; i < measure_count; i++) {
        memset(values, 0, g.groups.count * sizeof *values);
        measure(&g, &measures[i], values);
        hui_value *const cells = hui_table_add(joined, measures[i].as);
        for (size_t row = 0; row < table->rows; row++)
            cells[row] = values[g.groups.of_row[row]];
    }
    move_on(random);
    return joined;
}

/* The least or greatest number, as Vega's extent has it. */
static hui_value find_extreme(const hui_accessor *accessor, size_t rows, bool is_greatest)
{
    double found = NAN;
    bool is_date = false;
    for (size_t row = 0; row < rows; row++) {
        const hui_value value = hui_accessor_value(accessor, row);
        const double number = hui_aggregate_missing(value) ? (double)NAN : hui_value_to_number(value);
        is_date |= value.kind == HUI_VALUE_DATE;
        if (isnan(found) || (is_greatest ? number > found : number < found))
            found = number;
    }
    return isnan(found) ? (hui_value){0} : is_date ? hui_value_date(found) : hui_value_number(found);
}

hui_value hui_aggregate_value(hui_arena *arena, const hui_table *table, hui_aggregate_op op, const char *field)
{
    const hui_accessor accessor = field ? hui_accessor_new(arena, table, field) : (hui_accessor){0};
    hui_value value = {0};
    if (op == HUI_AGGREGATE_MIN || op == HUI_AGGREGATE_MAX)
        return find_extreme(&accessor, table->rows, op == HUI_AGGREGATE_MAX);
    hui_grouping g = group(arena, table, NULL, 0, NULL);
    if (g.groups.count > 0)
        measure(&g, &(hui_measure){.op = op, .field = field}, &value);
    else if (op <= HUI_AGGREGATE_DISTINCT)
        value = hui_value_number(0);
    return value;
}
