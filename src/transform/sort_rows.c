/* Sort: rows in the order of some fields. Each field gives every row a number, by whose digits the rows are dealt out, so
 * that a million rows take a few passes and equal ones keep their order. */
#include "transform/row_order.h"

#include <math.h>
#include <string.h>

enum { DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS };

typedef struct keyed {
    uint64_t key; /* in the order of the values */
    size_t row;
} keyed;

/* Keys of nothing and NaN come before that of minus infinity. */
enum { KEY_NOTHING = 0, KEY_NAN = 1 };

static bool is_plain(hui_value value)
{
    return value.kind != HUI_VALUE_STRING && value.kind != HUI_VALUE_ARRAY && value.kind != HUI_VALUE_OBJECT;
}

/* The bits of doubles are in the order of their values, but for the sign. */
static uint64_t key_of_plain(hui_value value)
{
    if (value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL)
        return KEY_NOTHING;
    const double number = hui_value_to_number(value) + 0; /* -0 is 0 */
    if (isnan(number))
        return KEY_NAN;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

/* Groups of equal values
 * ---------------------- */

typedef struct group_order {
    const hui_accessor *accessor;
    const size_t *first;
} group_order;

static void merge(const group_order *o, const uint32_t *left, size_t left_count, const uint32_t *right,
                  size_t right_count, uint32_t *to)
{
    while (left_count && right_count) {
        const hui_value a = hui_accessor_value(o->accessor, o->first[*left]),
                        b = hui_accessor_value(o->accessor, o->first[*right]);
        if (hui_value_compare(a, b) <= 0) {
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

/* Runs of 1, 2, 4, … groups, from one array to the other and back. */
static const uint32_t *sort_groups(const group_order *o, uint32_t *items, uint32_t *spare, size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            const size_t left = least(width, count - at), right = least(width, count - at - left);
            merge(o, items + at, left, items + at + left, right, spare + at);
        }
        uint32_t *const merged = spare;
        spare = items;
        items = merged;
    }
    return items;
}

/* The place of each group among all, the same for those that the order does not tell apart. */
static uint64_t *rank_groups(hui_arena *arena, const hui_accessor *accessor, const hui_groups *groups)
{
    uint32_t *const items = HUI_NEW_ARRAY(arena, uint32_t, 2 * groups->count);
    for (size_t i = 0; i < groups->count; i++)
        items[i] = (uint32_t)i;
    const group_order order = {accessor, groups->first};
    const uint32_t *const sorted = sort_groups(&order, items, items + groups->count, groups->count);
    uint64_t *const ranks = HUI_NEW_ARRAY(arena, uint64_t, groups->count), rank = 0;
    for (size_t i = 1; i < groups->count; i++) {
        const hui_value before = hui_accessor_value(accessor, groups->first[sorted[i - 1]]),
                        here = hui_accessor_value(accessor, groups->first[sorted[i]]);
        rank += hui_value_compare(before, here) != 0;
        ranks[sorted[i]] = rank;
    }
    return ranks;
}

/* Keys
 * ---- */

/* Texts are compared once for each different one. */
static void find_keys(hui_arena *arena, const hui_table *table, const char *field, uint64_t *keys)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    size_t row = 0;
    for (; row < table->rows; row++) {
        const hui_value value = hui_accessor_value(&accessor, row);
        if (!is_plain(value))
            break;
        keys[row] = key_of_plain(value);
    }
    if (row == table->rows)
        return;
    const hui_groups groups = hui_table_group(arena, table, &field, 1);
    const uint64_t *const ranks = rank_groups(arena, &accessor, &groups);
    for (row = 0; row < table->rows; row++)
        keys[row] = ranks[groups.of_row[row]];
}

/* By one digit, equal ones keeping their order. False, and nothing done, if all have the same. */
static bool deal(const keyed *items, size_t count, unsigned shift, keyed *to)
{
    size_t next[DIGITS] = {0}, start = 0;
    for (size_t i = 0; i < count; i++)
        next[items[i].key >> shift & (DIGITS - 1)]++;
    if (next[items[0].key >> shift & (DIGITS - 1)] == count)
        return false;
    for (size_t digit = 0; digit < DIGITS; digit++) {
        const size_t size = next[digit];
        next[digit] = start;
        start += size;
    }
    for (size_t i = 0; i < count; i++)
        to[next[items[i].key >> shift & (DIGITS - 1)]++] = items[i];
    return true;
}

static keyed *sort(keyed *items, keyed *spare, size_t count)
{
    for (unsigned shift = 0; shift < 64; shift += DIGIT_BITS) {
        if (!deal(items, count, shift, spare))
            continue;
        keyed *const dealt = spare;
        spare = items;
        items = dealt;
    }
    return items;
}

/* From the least field to the first, as each keeps what those before it have sorted. */
static void sort_rows(hui_arena *scratch, const hui_table *table, const hui_sort_field *fields, size_t field_count,
                      size_t *rows)
{
    const size_t count = table->rows;
    uint64_t *const keys = HUI_NEW_ARRAY(scratch, uint64_t, count);
    keyed *const items = HUI_NEW_ARRAY(scratch, keyed, 2 * count);
    for (size_t field = field_count; field-- > 0;) {
        find_keys(scratch, table, fields[field].field, keys);
        for (size_t i = 0; i < count; i++)
            items[i] = (keyed){fields[field].descending ? ~keys[rows[i]] : keys[rows[i]], rows[i]};
        const keyed *const sorted = sort(items, items + count, count);
        for (size_t i = 0; i < count; i++)
            rows[i] = sorted[i].row;
    }
}

const size_t *hui_row_order(hui_arena *arena, const hui_table *table, const hui_sort_field *fields, size_t count)
{
    if (!count)
        return NULL;
    size_t *const rows = HUI_NEW_ARRAY(arena, size_t, table->rows);
    for (size_t row = 0; row < table->rows; row++)
        rows[row] = row;
    if (!table->rows)
        return rows;
    hui_arena *const scratch = hui_arena_new();
    sort_rows(scratch, table, fields, count, rows);
    hui_arena_free(scratch);
    return rows;
}

hui_table *hui_sort_apply(hui_arena *arena, const hui_table *table, const hui_sort_field *fields, size_t count)
{
    const size_t *const rows = hui_row_order(arena, table, fields, count);
    return rows ? hui_table_gather(arena, table, rows, table->rows) : hui_table_copy(arena, table);
}
