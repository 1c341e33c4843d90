/* Comparisons of values: as JavaScript's operators do it, as keys of groups, and as Vega sorts. */
#include "base/hash.h"
#include "data/value.h"

#include <math.h>
#include <string.h>

static bool is_numeric(hui_value value)
{
    return value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE;
}

static bool is_nullish(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL;
}

static bool is_object(hui_value value)
{
    return value.kind == HUI_VALUE_DATE || value.kind == HUI_VALUE_ARRAY || value.kind == HUI_VALUE_OBJECT;
}

static bool strings_equal(hui_value a, hui_value b)
{
    return a.count == b.count && memcmp(a.string, b.string, a.count) == 0;
}

/* Objects are equal if they are the same one; of those without members that cannot be told. A date is no pointer here,
 * so dates are equal by their time if they are compared to dates. */
bool hui_value_equal_strictly(hui_value a, hui_value b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
        return true;
    case HUI_VALUE_BOOL:
        return a.truth == b.truth;
    case HUI_VALUE_NUMBER:
    case HUI_VALUE_DATE:
        return a.number == b.number;
    case HUI_VALUE_STRING:
        return strings_equal(a, b);
    case HUI_VALUE_ARRAY:
        return a.items == b.items && a.count == b.count;
    case HUI_VALUE_OBJECT:
        return a.members == b.members && a.count == b.count;
    }
    return false;
}

/* An object and a string: by the object's text. */
static bool text_equals(hui_value object, hui_value string)
{
    hui_arena *const arena = hui_arena_new();
    const bool are_equal = strcmp(hui_value_to_string(arena, object), string.string) == 0;
    hui_arena_free(arena);
    return are_equal;
}

static bool equals_primitive(hui_value object, hui_value primitive)
{
    if (primitive.kind == HUI_VALUE_STRING)
        return text_equals(object, primitive);
    if (object.kind == HUI_VALUE_DATE)
        return false; /* its text is no number */
    return hui_value_to_number(object) == hui_value_to_number(primitive);
}

bool hui_value_equal_loosely(hui_value a, hui_value b)
{
    if (a.kind == b.kind)
        return hui_value_equal_strictly(a, b);
    if (is_nullish(a) || is_nullish(b))
        return is_nullish(a) && is_nullish(b);
    if (is_object(a) && is_object(b))
        return false;
    if (is_object(a))
        return equals_primitive(a, b);
    if (is_object(b))
        return equals_primitive(b, a);
    return hui_value_to_number(a) == hui_value_to_number(b);
}

static bool items_same(hui_value a, hui_value b)
{
    for (uint32_t i = 0; i < a.count; i++)
        if (!hui_value_same(a.items[i], b.items[i]))
            return false;
    return true;
}

static bool members_same(hui_value a, hui_value b)
{
    for (uint32_t i = 0; i < a.count; i++)
        if (strcmp(a.members[i].key, b.members[i].key) != 0 || !hui_value_same(a.members[i].value, b.members[i].value))
            return false;
    return true;
}

bool hui_value_same(hui_value a, hui_value b)
{
    if (is_numeric(a) && is_numeric(b))
        return a.number == b.number || (isnan(a.number) && isnan(b.number));
    if (a.kind != b.kind)
        return false;
    if (a.kind == HUI_VALUE_ARRAY)
        return a.count == b.count && items_same(a, b);
    if (a.kind == HUI_VALUE_OBJECT)
        return a.count == b.count && members_same(a, b);
    return hui_value_equal_strictly(a, b);
}

static uint32_t hash_onto(uint32_t hash, hui_value value)
{
    const unsigned char kind = (unsigned char)(value.kind == HUI_VALUE_DATE ? HUI_VALUE_NUMBER : value.kind);
    hash = hui_hash_bytes(hash, &kind, 1);
    if (is_numeric(value)) {
        const double number = value.number == 0 ? 0 : isnan(value.number) ? (double)NAN : value.number;
        return hui_hash_bytes(hash, &number, sizeof number);
    }
    if (value.kind == HUI_VALUE_BOOL)
        return hui_hash_bytes(hash, value.truth ? "1" : "0", 1);
    if (value.kind == HUI_VALUE_STRING)
        return hui_hash_bytes(hash, value.string, value.count);
    if (value.kind == HUI_VALUE_ARRAY)
        for (uint32_t i = 0; i < value.count; i++)
            hash = hash_onto(hash, value.items[i]);
    if (value.kind == HUI_VALUE_OBJECT)
        for (uint32_t i = 0; i < value.count; i++)
            hash = hash_onto(hui_hash_bytes(hash, value.members[i].key, strlen(value.members[i].key)),
                             value.members[i].value);
    return hash;
}

uint32_t hui_value_hash(hui_value value)
{
    return hash_onto(HUI_HASH_START, value);
}

/* By units of UTF-16: surrogates come before U+E000, whose bytes in UTF-8 are EE to EF, though theirs begin with F0. */
static int compare_strings(hui_value a, hui_value b)
{
    const uint32_t shorter = a.count < b.count ? a.count : b.count;
    if (memcmp(a.string, b.string, shorter) == 0)
        return (a.count > b.count) - (a.count < b.count);
    uint32_t at = 0;
    while (a.string[at] == b.string[at])
        at++;
    const unsigned char left = (unsigned char)a.string[at], right = (unsigned char)b.string[at];
    const bool is_swapped = left >= 0xEE && right >= 0xEE && (left >= 0xF0) != (right >= 0xF0);
    return (left < right) != is_swapped ? -1 : 1;
}

/* Kinds that < does not order stand one after the other, so that sorting mixed columns has one result. */
static int rank(hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
        return 0;
    case HUI_VALUE_BOOL:
    case HUI_VALUE_NUMBER:
    case HUI_VALUE_DATE:
        return isnan(hui_value_to_number(value)) ? 1 : 2;
    case HUI_VALUE_STRING:
        return 3;
    case HUI_VALUE_ARRAY:
        return 4;
    case HUI_VALUE_OBJECT:
        return 5;
    }
    return 0;
}

static int compare_arrays(hui_value a, hui_value b)
{
    for (uint32_t i = 0; i < a.count && i < b.count; i++) {
        const int order = hui_value_compare(a.items[i], b.items[i]);
        if (order != 0)
            return order;
    }
    return (a.count > b.count) - (a.count < b.count);
}

int hui_value_compare(hui_value a, hui_value b)
{
    const int rank_a = rank(a), rank_b = rank(b);
    if (rank_a != rank_b)
        return rank_a < rank_b ? -1 : 1;
    if (rank_a == 2) {
        const double left = hui_value_to_number(a), right = hui_value_to_number(b);
        return (left > right) - (left < right);
    }
    if (a.kind == HUI_VALUE_STRING)
        return compare_strings(a, b);
    return a.kind == HUI_VALUE_ARRAY ? compare_arrays(a, b) : 0;
}
