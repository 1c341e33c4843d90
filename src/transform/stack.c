/* Stack: the values of each group piled up, negative ones downwards. */
#include "transform/row_order.h"
#include "transform/step.h"

#include <math.h>

/* The rows of a group, in the order in which they are piled up. */
typedef struct pile {
    const hui_accessor *field;
    const size_t *rows;
    size_t count;
    hui_value *start, *end;
} pile;

static double value_at(const pile *p, size_t i)
{
    return hui_value_to_number(hui_accessor_value(p->field, p->rows[i]));
}

static double sum_of(const pile *p)
{
    double sum = 0;
    for (size_t i = 0; i < p->count; i++)
        sum += fabs(value_at(p, i));
    return sum;
}

static void set(const pile *p, size_t i, double start, double end)
{
    p->start[p->rows[i]] = hui_value_number(start);
    p->end[p->rows[i]] = hui_value_number(end);
}

static void pile_from_zero(const pile *p)
{
    double top = 0, bottom = 0;
    for (size_t i = 0; i < p->count; i++) {
        const double value = value_at(p, i);
        double *const last = value < 0 ? &bottom : &top;
        set(p, i, *last, *last + value);
        *last += value;
    }
}

static void pile_around_center(const pile *p, double greatest)
{
    double last = (greatest - sum_of(p)) / 2;
    for (size_t i = 0; i < p->count; i++) {
        const double end = last + fabs(value_at(p, i));
        set(p, i, last, end);
        last = end;
    }
}

/* Shares of nothing are no numbers. */
static void pile_shares(const pile *p)
{
    const double sum = sum_of(p), scale = 1 / sum;
    double total = 0, last = 0;
    for (size_t i = 0; i < p->count; i++) {
        total += fabs(value_at(p, i));
        const double end = scale * total;
        set(p, i, last, end);
        last = end;
    }
}

static void pile_up(const pile *p, hui_stack_offset offset, double greatest)
{
    switch (offset) {
    case HUI_STACK_ZERO:
        pile_from_zero(p);
        break;
    case HUI_STACK_NORMALIZE:
        pile_shares(p);
        break;
    case HUI_STACK_CENTER:
        pile_around_center(p, greatest);
        break;
    }
}

static void find_pile(pile *p, const hui_partition *groups, size_t group)
{
    p->rows = groups->rows + groups->start[group];
    p->count = groups->start[group + 1] - groups->start[group];
}

static bool is_plain(hui_value value)
{
    const bool number = value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE;
    return value.kind != HUI_VALUE_UNDEFINED && (!number || isfinite(value.number));
}

/* What is no value, or no number there is, stands in one pile with what is null. */
static const hui_table *with_blanks(hui_arena *arena, const hui_table *table, const char *const *groupby, size_t count)
{
    hui_table *blank = NULL;
    for (size_t k = 0; k < count; k++) {
        const hui_accessor field = hui_accessor_new(arena, table, groupby[k]);
        hui_value *values = NULL;
        for (size_t row = 0; row < table->rows; row++) {
            if (is_plain(hui_accessor_value(&field, row)) && !values)
                continue;
            if (!values) {
                blank = blank ? blank : hui_table_copy(arena, table);
                values = hui_table_add(blank, groupby[k]);
                for (size_t before = 0; before < row; before++)
                    values[before] = hui_accessor_value(&field, before);
            }
            const hui_value value = hui_accessor_value(&field, row);
            values[row] = is_plain(value) ? value : hui_value_null();
        }
    }
    return blank ? blank : table;
}

hui_table *hui_stack_apply(hui_arena *arena, const hui_table *table, const char *field, const char *const *groupby,
                           size_t groupby_count, const hui_sort_field *sort, size_t sort_count, hui_stack_offset offset,
                           const char *as_start, const char *as_end)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    const size_t *const order = hui_row_order(arena, table, sort, sort_count);
    const hui_partition groups = hui_partition_new(arena, with_blanks(arena, table, groupby, groupby_count),
                                                   (hui_fields){groupby, groupby_count}, order);
    hui_table *stacked = hui_table_copy(arena, table);
    pile p = {.field = &accessor, .start = hui_table_add(stacked, as_start), .end = hui_table_add(stacked, as_end)};
    double greatest = 0;
    for (size_t group = 0; offset == HUI_STACK_CENTER && group < groups.count; group++) {
        find_pile(&p, &groups, group);
        greatest = fmax(greatest, sum_of(&p));
    }
    for (size_t group = 0; group < groups.count; group++) {
        find_pile(&p, &groups, group);
        pile_up(&p, offset, greatest);
    }
    return stacked;
}
