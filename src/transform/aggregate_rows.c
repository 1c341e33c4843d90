/* Measures that look at values as they are: extremes, the rows they stand in, and how many different ones there are. */
#include "transform/aggregate.h"

#include <string.h>

/* Rows whose values are extreme; the number of rows for a group without valid values. */
static size_t *find_extremes(const hui_grouping *g, const hui_accessor *accessor, bool is_greatest)
{
    size_t *const best = HUI_NEW_ARRAY(g->arena, size_t, g->groups.count);
    for (size_t group = 0; group < g->groups.count; group++)
        best[group] = g->table->rows;
    for (size_t row = 0; row < g->table->rows; row++) {
        const hui_value value = hui_accessor_value(accessor, row);
        size_t *const found = &best[g->groups.of_row[row]];
        if (hui_aggregate_missing(value) || !hui_value_valid(value))
            continue;
        if (*found == g->table->rows) {
            *found = row;
            continue;
        }
        const hui_value other = hui_accessor_value(accessor, *found);
        if (is_greatest ? hui_aggregate_less(other, value) : hui_aggregate_less(value, other))
            *found = row;
    }
    return best;
}

static void measure_extremes(const hui_grouping *g, const hui_accessor *accessor, hui_aggregate_op op,
                             hui_value *values)
{
    const bool is_row = op == HUI_AGGREGATE_ARGMIN || op == HUI_AGGREGATE_ARGMAX;
    const size_t *const best = find_extremes(g, accessor, op == HUI_AGGREGATE_MAX || op == HUI_AGGREGATE_ARGMAX);
    for (size_t group = 0; group < g->groups.count; group++) {
        if (best[group] < g->table->rows)
            values[group] =
                is_row ? hui_table_row(g->arena, g->table, best[group]) : hui_accessor_value(accessor, best[group]);
        else if (is_row)
            values[group] = (hui_value){.kind = HUI_VALUE_OBJECT};
    }
}

/* Groups by the value, too, are as many as there are different values. */
static void measure_distinct(const hui_grouping *g, const char *field, hui_value *values)
{
    const char **const fields = HUI_NEW_ARRAY(g->arena, const char *, g->field_count + 1);
    if (g->field_count)
        memcpy(fields, g->fields, g->field_count * sizeof *fields);
    fields[g->field_count] = field;
    const hui_groups finer = hui_table_group(g->arena, g->table, fields, g->field_count + 1);
    for (size_t group = 0; group < g->groups.count; group++)
        values[group] = hui_value_number(0);
    for (size_t i = 0; i < finer.count; i++)
        values[g->groups.of_row[finer.first[i]]].number++;
}

static void list_rows(const hui_grouping *g, hui_value *values)
{
    for (size_t group = 0; group < g->groups.count; group++) {
        const size_t count = g->start[group + 1] - g->start[group];
        hui_value *const rows = HUI_NEW_ARRAY(g->arena, hui_value, count);
        for (size_t i = 0; i < count; i++)
            rows[i] = hui_table_row(g->arena, g->table, g->order[g->start[group] + i]);
        values[group] = (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)count, .items = rows};
    }
}

void hui_aggregate_rows(hui_grouping *g, const hui_measure *measure, hui_value *values)
{
    if (measure->op == HUI_AGGREGATE_VALUES) {
        hui_grouping_order(g);
        list_rows(g, values);
        return;
    }
    if (measure->op == HUI_AGGREGATE_DISTINCT) {
        measure_distinct(g, measure->field, values);
        return;
    }
    const hui_accessor accessor = hui_accessor_new(g->arena, g->table, measure->field);
    measure_extremes(g, &accessor, measure->op, values);
}
