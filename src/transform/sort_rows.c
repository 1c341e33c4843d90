/* Sort: rows in the order of some fields, by merging, as equal rows must keep theirs. */
#include "transform/row_order.h"

#include <string.h>

/* A row with what most comparisons need. */
typedef struct keyed {
    hui_value key;
    size_t row;
} keyed;

typedef struct order {
    const hui_sort_field *fields;
    const hui_accessor *accessors;
    size_t count;
} order;

static int compare(const order *o, const keyed *a, const keyed *b)
{
    int result = hui_value_compare(a->key, b->key);
    size_t i = 0;
    while (result == 0 && ++i < o->count)
        result = hui_value_compare(hui_accessor_value(&o->accessors[i], a->row),
                                   hui_accessor_value(&o->accessors[i], b->row));
    return i < o->count && o->fields[i].descending ? -result : result;
}

static void merge(const order *o, const keyed *left, size_t left_count, const keyed *right, size_t right_count,
                  keyed *to)
{
    while (left_count && right_count) {
        if (compare(o, left, right) <= 0) {
            *to++ = *left++;
            left_count--;
        } else {
            *to++ = *right++;
            right_count--;
        }
    }
    memcpy(to, left, left_count * sizeof *to);
    memcpy(to + left_count, right, right_count * sizeof *to);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Runs of 1, 2, 4, … rows, from one array to the other and back. */
static const keyed *merge_all(const order *o, keyed *items, keyed *spare, size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            const size_t left = least(width, count - at), right = least(width, count - at - left);
            merge(o, items + at, left, items + at + left, right, spare + at);
        }
        keyed *const merged = spare;
        spare = items;
        items = merged;
    }
    return items;
}

static void sort(const order *o, size_t *rows, size_t count)
{
    hui_arena *const scratch = hui_arena_new();
    keyed *const items = HUI_NEW_ARRAY(scratch, keyed, 2 * count);
    for (size_t row = 0; row < count; row++)
        items[row] = (keyed){hui_accessor_value(&o->accessors[0], row), row};
    const keyed *const sorted = merge_all(o, items, items + count, count);
    for (size_t i = 0; i < count; i++)
        rows[i] = sorted[i].row;
    hui_arena_free(scratch);
}

const size_t *hui_row_order(hui_arena *arena, const hui_table *table, const hui_sort_field *fields, size_t count)
{
    if (!count)
        return NULL;
    size_t *const rows = HUI_NEW_ARRAY(arena, size_t, table->rows);
    hui_accessor *const accessors = HUI_NEW_ARRAY(arena, hui_accessor, count);
    for (size_t i = 0; i < count; i++)
        accessors[i] = hui_accessor_new(arena, table, fields[i].field);
    sort(&(order){fields, accessors, count}, rows, table->rows);
    return rows;
}

hui_table *hui_sort_apply(hui_arena *arena, const hui_table *table, const hui_sort_field *fields, size_t count)
{
    const size_t *const rows = hui_row_order(arena, table, fields, count);
    return rows ? hui_table_gather(arena, table, rows, table->rows) : hui_table_copy(arena, table);
}
