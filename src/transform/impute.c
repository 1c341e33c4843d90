/* Impute: rows for keys that a group lacks, with a value or a measure of the rows around them. */
#include "transform/window.h"

#include <math.h>
#include <string.h>

/* A key that a group lacks. */
typedef struct gap {
    size_t group, key;
} gap;

typedef HUI_VEC(gap) gaps;

/* All keys there are, those asked for first: each row's key is one of them. */
typedef struct keys {
    const hui_value *values; /* keys asked for, then those of the rows */
    hui_groups groups;       /* of these */
    size_t asked;
} keys;

static keys find_keys(hui_arena *arena, const hui_table *table, const hui_impute *impute)
{
    static const char *const name = "key";
    const hui_accessor accessor = hui_accessor_new(arena, table, impute->key);
    hui_table *all = hui_table_new(arena, impute->keyval_count + table->rows);
    hui_value *const values = hui_table_add(all, name);
    if (impute->keyval_count)
        memcpy(values, impute->keyvals, impute->keyval_count * sizeof *values);
    for (size_t row = 0; row < table->rows; row++)
        values[impute->keyval_count + row] = hui_accessor_value(&accessor, row);
    return (keys){values, hui_table_group(arena, all, &name, 1), impute->keyval_count};
}

/* `seen` holds for each key the last group, counted from 1, in which it was. */
static gaps find_gaps(hui_arena *arena, const keys *k, const hui_partition *groups)
{
    gaps found = {0};
    size_t *const seen = HUI_NEW_ARRAY(arena, size_t, k->groups.count);
    for (size_t group = 0; group < groups->count; group++) {
        for (size_t i = groups->start[group]; i < groups->start[group + 1]; i++)
            seen[k->groups.of_row[k->asked + groups->rows[i]]] = group + 1;
        for (size_t key = 0; key < k->groups.count; key++)
            if (seen[key] != group + 1)
                *hui_vec_push(arena, &found) = (gap){group, key};
    }
    return found;
}

/* The table with rows behind its own that are undefined throughout. */
static hui_table *lengthen(hui_arena *arena, const hui_table *table, size_t more)
{
    hui_table *longer = hui_table_new(arena, table->rows + more);
    for (size_t i = 0; i < table->column_count; i++) {
        hui_value *const values = hui_table_add(longer, table->columns[i].name);
        if (table->rows)
            memcpy(values, table->columns[i].at, table->rows * sizeof *values);
    }
    return longer;
}

/* The column of a field under its flat name, which for a field within others is not there yet. */
static hui_value *add_field(hui_arena *arena, hui_table *longer, const hui_table *table, const char *field)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    hui_value *const values = hui_table_add(longer, hui_field_flat(arena, field));
    for (size_t row = 0; row < table->rows; row++)
        values[row] = hui_accessor_value(&accessor, row);
    return values;
}

/* At worst every group lacks all keys but one a row. A table that would burst stays as it is. */
static bool may_fill(const hui_table *table, const keys *k, const hui_partition *groups)
{
    const double rows = (double)groups->count * (double)k->groups.count;
    return rows <= HUI_STEP_ROWS && rows * (double)(table->column_count + 1) <= HUI_STEP_CELLS;
}

static hui_table *fill_gaps(hui_arena *arena, const hui_table *table, const hui_impute *impute, hui_value value)
{
    const keys k = find_keys(arena, table, impute);
    const hui_partition groups =
        hui_partition_new(arena, table, (hui_fields){impute->groupby, impute->groupby_count}, NULL);
    if (!may_fill(table, &k, &groups))
        return hui_table_copy(arena, table);
    const gaps found = find_gaps(arena, &k, &groups);
    hui_table *filled = lengthen(arena, table, found.count);
    for (size_t i = 0; i < impute->groupby_count; i++) {
        hui_value *const values = add_field(arena, filled, table, impute->groupby[i]);
        for (size_t g = 0; g < found.count; g++)
            values[table->rows + g] = values[groups.rows[groups.start[found.at[g].group]]];
    }
    hui_value *const key = add_field(arena, filled, table, impute->key);
    for (size_t g = 0; g < found.count; g++)
        key[table->rows + g] = k.values[k.groups.first[found.at[g].key]];
    hui_value *const values = add_field(arena, filled, table, impute->field);
    for (size_t g = 0; g < found.count; g++)
        values[table->rows + g] = value;
    return filled;
}

/* Measures
 * -------- */

static size_t clamp(double place, size_t count)
{
    return place <= 0 ? 0 : place >= (double)count ? count : (size_t)place;
}

static void set_window(hui_window *w, const hui_partition *groups, size_t group, const double frame[2])
{
    w->rows = groups->rows + groups->start[group];
    w->count = groups->start[group + 1] - groups->start[group];
    for (size_t i = 0; i < w->count; i++) {
        w->from[i] = isnan(frame[0]) ? 0 : clamp((double)i + frame[0], w->count);
        w->to[i] = isnan(frame[1]) ? w->count : clamp((double)i + frame[1] + 1, w->count);
    }
}

static size_t largest(const hui_partition *groups)
{
    size_t count = 0;
    for (size_t group = 0; group < groups->count; group++)
        count = groups->start[group + 1] - groups->start[group] > count
                    ? groups->start[group + 1] - groups->start[group]
                    : count;
    return count;
}

/* Nulls, those of the data too, become measures of the rows of their group around them, in the order of the table: rows
 * that were missing stand last, as Vega-Lite has them. */
static hui_table *measure_nulls(hui_arena *arena, const hui_table *table, const hui_impute *impute)
{
    const hui_aggregate_op op = hui_aggregate_find(impute->method);
    const hui_accessor accessor = hui_accessor_new(arena, table, impute->field);
    const hui_partition groups =
        hui_partition_new(arena, table, (hui_fields){impute->groupby, impute->groupby_count}, NULL);
    hui_value *const measured = HUI_NEW_ARRAY(arena, hui_value, table->rows);
    hui_window w = hui_window_new(arena, table, largest(&groups));
    for (size_t group = 0; group < groups.count; group++) {
        set_window(&w, &groups, group, impute->frame);
        for (size_t i = 0; i < w.count; i++)
            w.values[i] = hui_accessor_value(&accessor, w.rows[i]);
        hui_window_measure(&w, op, impute->field, measured);
    }
    hui_table *filled = hui_table_copy(arena, table);
    hui_value *const values = hui_table_add(filled, hui_field_flat(arena, impute->field));
    for (size_t row = 0; row < table->rows; row++) {
        const hui_value value = hui_accessor_value(&accessor, row);
        values[row] = value.kind == HUI_VALUE_NULL ? measured[row] : value;
    }
    return filled;
}

hui_table *hui_impute_apply(hui_arena *arena, const hui_table *table, const hui_impute *impute)
{
    const bool is_value = !impute->method || strcmp(impute->method, "value") == 0;
    const hui_value value = impute->value.kind == HUI_VALUE_UNDEFINED ? hui_value_number(0) : impute->value;
    if (is_value)
        return fill_gaps(arena, table, impute, value);
    return measure_nulls(arena, fill_gaps(arena, table, impute, hui_value_null()), impute);
}
