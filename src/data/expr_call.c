/* What the functions of expressions share: arguments, results, members, limits. */
#include "data/expr_node.h"
#include "data/utf16.h"

#include <math.h>
#include <string.h>

/* A string or array of more is taken for a mistake, and so is a whole of more. */
enum { MOST_BYTES = 64 << 20, MOST_IN_ALL = 1 << 30 };

hui_value hui_expr_argument(const hui_expr_call *call, size_t index)
{
    return index < call->count ? call->at[index] : (hui_value){0};
}

double hui_expr_number(const hui_expr_call *call, size_t index)
{
    return index < call->count ? hui_value_to_number(call->at[index]) : (double)NAN;
}

hui_value hui_expr_text(const hui_expr_call *call, size_t index)
{
    const hui_value value = hui_expr_argument(call, index);
    if (value.kind == HUI_VALUE_STRING)
        return value;
    if (hui_expr_is_regexp(value))
        return hui_value_string(hui_arena_printf(call->scope->arena, "/%s/%s", value.members[0].value.string,
                                                 value.members[1].value.string));
    return hui_value_string(hui_value_to_string(call->scope->arena, value));
}

bool hui_expr_has_room(const hui_expr_scope *scope, double bytes)
{
    return bytes <= MOST_BYTES && hui_arena_size(scope->arena) < MOST_IN_ALL;
}

/* One more than asked for, so that no two arrays have one address. */
hui_value *hui_expr_items(const hui_expr_scope *scope, size_t count)
{
    return HUI_NEW_ARRAY(scope->arena, hui_value, count + 1);
}

hui_value hui_expr_array(const hui_value *items, size_t count)
{
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)count, .items = items};
}

hui_value hui_expr_string(const hui_expr_scope *scope, const char *bytes, size_t size)
{
    return (hui_value){
        .kind = HUI_VALUE_STRING, .count = (uint32_t)size, .string = hui_arena_string_n(scope->arena, bytes, size)};
}

static hui_value string_member(const hui_expr_scope *scope, hui_value string, double index)
{
    const size_t length = hui_utf16_length(string);
    if (!(index >= 0 && index < (double)length && index == trunc(index)))
        return (hui_value){0};
    return hui_utf16_slice(scope->arena, string, (size_t)index, (size_t)index + 1);
}

hui_value hui_expr_key(const hui_expr_scope *scope, hui_value value, const char *key)
{
    if (value.kind == HUI_VALUE_STRING && *key >= '0' && *key <= '9')
        return string_member(scope, value, hui_value_to_number(hui_value_string(key)));
    return hui_value_member(value, key);
}

hui_value hui_expr_member(const hui_expr_scope *scope, hui_value value, hui_value key)
{
    if (key.kind == HUI_VALUE_NUMBER && value.kind == HUI_VALUE_ARRAY) {
        const bool is_index = key.number >= 0 && key.number < value.count && key.number == trunc(key.number);
        return is_index ? value.items[(uint32_t)key.number] : (hui_value){0};
    }
    return hui_expr_key(scope, value, hui_value_to_string(scope->arena, key));
}
