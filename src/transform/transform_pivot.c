/* Pivot: the values of one field become columns, filled with a measure of another, one row a group. */
#include "transform/step.h"

#include <stdlib.h>

typedef struct properties {
    const char *field, *value;
    hui_aggregate_op op;
    hui_fields groupby;
    double limit;
} properties;

static const void *read(hui_step *step)
{
    static const char *const ops[] = {
#define HUI_AGGREGATE(NAME, word) word,
#include "transform/aggregate_ops.inc"
#undef HUI_AGGREGATE
    };
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "pivot");
    p->value = hui_step_string(step, step->json, "value");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->limit = hui_step_number(step, "limit", 0);
    p->op = HUI_AGGREGATE_SUM;
    if (hui_step_find(step->json, "op"))
        p->op = (hui_aggregate_op)hui_step_word(step, "op", ops, sizeof ops / sizeof *ops);
    return p;
}

/* A column to be: its value, and its place among the values as they first occur. */
typedef struct pivot_key {
    hui_value value;
    size_t index;
} pivot_key;

static int compare_keys(const void *a, const void *b)
{
    const pivot_key *left = a, *right = b;
    const int order = hui_value_compare(left->value, right->value);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

static pivot_key *sort_keys(hui_arena *arena, const hui_table *table, const char *field, hui_groups groups)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    pivot_key *keys = HUI_NEW_ARRAY(arena, pivot_key, groups.count);
    for (size_t i = 0; i < groups.count; i++)
        keys[i] = (pivot_key){hui_accessor_value(&accessor, groups.first[i]), i};
    qsort(keys, groups.count, sizeof *keys, compare_keys);
    return keys;
}

/* What a group has that lacks the key: counts of nothing are 0, other measures of nothing are undefined. */
static hui_value empty_measure(hui_aggregate_op op)
{
    const bool is_count = op == HUI_AGGREGATE_COUNT || op == HUI_AGGREGATE_VALID || op == HUI_AGGREGATE_MISSING ||
                          op == HUI_AGGREGATE_DISTINCT;
    return is_count ? hui_value_number(0) : (hui_value){0};
}

/* The measure of each group and key together: one row for each pair that occurs, in the order of `pairs`. */
static const hui_value *measure_pairs(const hui_transform_scope *scope, const hui_table *table, const properties *p,
                                      hui_fields fields)
{
    static const char *const name = "measure";
    const hui_measure measure = {p->op, p->op == HUI_AGGREGATE_COUNT ? NULL : p->value, name};
    const hui_table *measures =
        hui_aggregate_apply(scope->arena, table, fields.at, fields.count, &measure, 1, scope->random);
    const hui_column *column = hui_table_find(measures, name);
    return column->at;
}

static hui_fields with_key(hui_arena *arena, hui_fields groupby, const char *key)
{
    const char **fields = HUI_NEW_ARRAY(arena, const char *, groupby.count + 1);
    for (size_t i = 0; i < groupby.count; i++)
        fields[i] = groupby.at[i];
    fields[groupby.count] = key;
    return (hui_fields){fields, groupby.count + 1};
}

/* The groups, with the fields that they are grouped by. */
static hui_table *start_result(const hui_transform_scope *scope, const hui_table *table, hui_fields groupby,
                               hui_groups groups)
{
    hui_table *result = hui_table_new(scope->arena, groups.count);
    for (size_t i = 0; i < groupby.count; i++) {
        const hui_accessor accessor = hui_accessor_new(scope->arena, table, groupby.at[i]);
        hui_value *column = hui_table_add(result, hui_field_flat(scope->arena, groupby.at[i]));
        for (size_t group = 0; group < groups.count; group++)
            column[group] = hui_accessor_value(&accessor, groups.first[group]);
    }
    return result;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    hui_arena *const arena = scope->arena;
    const hui_fields groupby = hui_step_groups(scope, p->groupby), both = with_key(arena, groupby, p->field);
    const hui_groups groups = hui_table_group(arena, table, groupby.at, groupby.count);
    const hui_groups keys = hui_table_group(arena, table, &p->field, 1);
    const hui_groups pairs = hui_table_group(arena, table, both.at, both.count);
    const pivot_key *sorted = sort_keys(arena, table, p->field, keys);
    const size_t shown = p->limit >= 1 && p->limit < (double)keys.count ? (size_t)p->limit : keys.count;
    if (!hui_step_fits(transform, scope, (double)groups.count, shown + groupby.count))
        return NULL;
    const hui_value *measures = table->rows ? measure_pairs(scope, table, p, both) : NULL;
    hui_table *result = start_result(scope, table, groupby, groups);
    hui_value **columns = HUI_NEW_ARRAY(arena, hui_value *, keys.count); /* NULL: beyond the limit */
    for (size_t i = 0; i < shown; i++) {
        hui_value *column = hui_table_add(result, hui_value_to_string(arena, sorted[i].value));
        for (size_t group = 0; group < groups.count; group++)
            column[group] = empty_measure(p->op);
        columns[sorted[i].index] = column;
    }
    for (size_t pair = 0; pair < pairs.count; pair++) {
        const size_t row = pairs.first[pair];
        hui_value *column = columns[keys.of_row[row]];
        if (column)
            column[groups.of_row[row]] = measures[pair];
    }
    return result;
}

const hui_transform_kind hui_transform_pivot = {.word = "pivot", .read = read, .apply = apply};
