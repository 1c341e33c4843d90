/* Functions of expressions: arrays, and what they share with strings. */
#include "data/expr_node.h"

#include "base/buffer.h"
#include "base/vec.h"
#include "data/table.h"
#include "data/utf16.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST, LAST };

typedef HUI_VEC(hui_member) member_vec;

static bool is_array(hui_value value)
{
    return value.kind == HUI_VALUE_ARRAY;
}

static double length_of(hui_value sequence)
{
    return sequence.kind == HUI_VALUE_STRING ? (double)hui_utf16_length(sequence) : sequence.count;
}

static hui_value length(const hui_expr_call *call)
{
    return hui_value_member(hui_expr_argument(call, 0), "length");
}

/* A position counted from the end if it is negative, cut to what there is. */
static double relative(double position, double size)
{
    position = position != position ? 0 : trunc(position);
    return position < 0 ? fmax(0, size + position) : fmin(position, size);
}

static hui_value slice(const hui_expr_call *call)
{
    const hui_value sequence = hui_expr_argument(call, 0);
    const double size = length_of(sequence);
    const double start = relative(hui_expr_number(call, 1), size);
    const bool is_open = hui_expr_argument(call, 2).kind == HUI_VALUE_UNDEFINED;
    const double end = is_open ? size : relative(hui_expr_number(call, 2), size);
    if (sequence.kind == HUI_VALUE_STRING)
        return hui_utf16_slice(call->scope->arena, sequence, (size_t)start, (size_t)end);
    if (!is_array(sequence))
        return (hui_value){0};
    return hui_expr_array(sequence.items + (size_t)start, end > start ? (size_t)(end - start) : 0);
}

/* indexof, lastindexof */

static hui_value find_item(const hui_expr_call *call, hui_value array)
{
    const bool from_end = call->function->detail == LAST;
    const hui_value wanted = hui_expr_argument(call, 1);
    const double size = array.count;
    double from = call->count > 2 ? trunc(hui_expr_number(call, 2)) : from_end ? size - 1 : 0;
    from = from != from ? 0 : from < 0 ? from + size : from;
    if (from_end) {
        for (double i = fmin(from, size - 1); i >= 0; i--)
            if (hui_value_equal_strictly(array.items[(size_t)i], wanted))
                return hui_value_number(i);
    } else {
        for (double i = fmax(from, 0); i < size; i++)
            if (hui_value_equal_strictly(array.items[(size_t)i], wanted))
                return hui_value_number(i);
    }
    return hui_value_number(-1);
}

static hui_value find_text(const hui_expr_call *call, hui_value text)
{
    const bool from_end = call->function->detail == LAST;
    const hui_value wanted = hui_expr_text(call, 1);
    const double size = (double)hui_utf16_length(text), given = hui_expr_number(call, 2);
    const double from = given != given ? (from_end ? size : 0) : fmin(fmax(trunc(given), 0), size);
    const size_t byte = hui_utf16_to_byte(text, (size_t)from);
    const char *found = NULL;
    if (!from_end)
        found = strstr(text.string + byte, wanted.string);
    for (size_t at = byte + 1; from_end && !found && at-- > 0;)
        if (text.count - at >= wanted.count && memcmp(text.string + at, wanted.string, wanted.count) == 0)
            found = text.string + at;
    return hui_value_number(found ? (double)hui_utf16_of_byte(text, (size_t)(found - text.string)) : -1);
}

static hui_value index_of(const hui_expr_call *call)
{
    const hui_value sequence = hui_expr_argument(call, 0);
    if (sequence.kind == HUI_VALUE_STRING)
        return find_text(call, sequence);
    return is_array(sequence) ? find_item(call, sequence) : (hui_value){0};
}

static hui_value join(const hui_expr_call *call)
{
    const hui_expr_scope *const scope = call->scope;
    const hui_value array = hui_expr_argument(call, 0);
    const bool has_separator = hui_expr_argument(call, 1).kind != HUI_VALUE_UNDEFINED;
    const hui_value separator = has_separator ? hui_expr_text(call, 1) : hui_value_string(",");
    hui_buffer buffer = {0};
    if (!is_array(array))
        return (hui_value){0};
    for (uint32_t i = 0; i < array.count && hui_expr_has_room(scope, (double)buffer.size); i++) {
        const hui_value item = array.items[i];
        if (i > 0)
            hui_buffer_add(&buffer, separator.string, separator.count);
        if (item.kind != HUI_VALUE_UNDEFINED && item.kind != HUI_VALUE_NULL)
            hui_buffer_add_string(&buffer, hui_value_to_string(scope->arena, item));
    }
    const hui_value joined = hui_expr_string(scope, buffer.bytes, buffer.size);
    hui_buffer_finish(&buffer);
    return joined;
}

static hui_value reverse(const hui_expr_call *call)
{
    const hui_value array = hui_expr_argument(call, 0);
    if (!is_array(array))
        return (hui_value){0};
    hui_value *const items = hui_expr_items(call->scope, array.count);
    for (uint32_t i = 0; i < array.count; i++)
        items[i] = array.items[array.count - 1 - i];
    return hui_expr_array(items, array.count);
}

/* Stable, so values that compare equal (a date and its number) stay as they were. */
typedef struct ranked {
    hui_value value;
    uint32_t index;
} ranked;

static int compare_ranked(const void *left, const void *right)
{
    const ranked *const a = left, *const b = right;
    const int order = hui_value_compare(a->value, b->value);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static hui_value sort(const hui_expr_call *call)
{
    const hui_value array = hui_expr_argument(call, 0);
    if (!is_array(array))
        return (hui_value){0};
    ranked *const order = HUI_NEW_ARRAY(call->scope->arena, ranked, array.count + 1);
    hui_value *const items = hui_expr_items(call->scope, array.count);
    for (uint32_t i = 0; i < array.count; i++)
        order[i] = (ranked){array.items[i], i};
    qsort(order, array.count, sizeof *order, compare_ranked);
    for (uint32_t i = 0; i < array.count; i++)
        items[i] = order[i].value;
    return hui_expr_array(items, array.count);
}

static hui_value peek(const hui_expr_call *call)
{
    const hui_value sequence = hui_expr_argument(call, 0);
    return hui_expr_member(call->scope, sequence, hui_value_number(length_of(sequence) - 1));
}

/* Objects */

static void merge_member(hui_arena *arena, member_vec *merged, const hui_member *member)
{
    for (size_t i = 0; i < merged->count; i++) {
        if (strcmp(merged->at[i].key, member->key) == 0) {
            merged->at[i].value = member->value;
            return;
        }
    }
    *hui_vec_push(arena, merged) = *member;
}

static hui_value merge(const hui_expr_call *call)
{
    member_vec merged = {0};
    for (size_t i = 0; i < call->count; i++)
        for (uint32_t j = 0; call->at[i].kind == HUI_VALUE_OBJECT && j < call->at[i].count; j++)
            merge_member(call->scope->arena, &merged, &call->at[i].members[j]);
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = (uint32_t)merged.count, .members = merged.at};
}

/* A field of each of an array's objects, or of the object: as of the rows of a table with one column. */
static hui_value pluck(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    const hui_value data = hui_expr_argument(call, 0);
    const hui_value one[] = {data};
    const char *const path = hui_expr_text(call, 1).string;
    const char *const field = hui_arena_printf(arena, *path == '[' ? "d%s" : "d.%s", path);
    const uint32_t count = is_array(data) ? data.count : 1;
    hui_column column = {"d", is_array(data) ? data.items : one};
    const hui_table table = {
        .arena = arena, .rows = count, .columns = &column, .column_count = 1, .column_capacity = 1};
    const hui_accessor accessor = hui_accessor_new(arena, &table, field);
    hui_value *const items = hui_expr_items(call->scope, count);
    for (uint32_t i = 0; i < count; i++)
        items[i] = hui_accessor_value(&accessor, i);
    return is_array(data) ? hui_expr_array(items, count) : items[0];
}

const hui_expr_function hui_expr_array_functions[] = {HUI_EXPR_FUNCTION("length", length),
                                                      HUI_EXPR_FUNCTION("slice", slice),
                                                      HUI_EXPR_VARIANT("indexof", index_of, FIRST),
                                                      HUI_EXPR_VARIANT("lastindexof", index_of, LAST),
                                                      HUI_EXPR_FUNCTION("join", join),
                                                      HUI_EXPR_FUNCTION("reverse", reverse),
                                                      HUI_EXPR_FUNCTION("sort", sort),
                                                      HUI_EXPR_FUNCTION("peek", peek),
                                                      HUI_EXPR_FUNCTION("merge", merge),
                                                      HUI_EXPR_FUNCTION("pluck", pluck),
                                                      {0}};
