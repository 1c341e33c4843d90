/* Conversions of values: ECMAScript's ToNumber, ToString and ToBoolean (ECMA-262, section 7.1). */
#include "base/buffer.h"
#include "base/number.h"
#include "base/utf8.h"
#include "data/format.h"
#include "data/letters.h"
#include "data/value.h"

#include <math.h>
#include <string.h>

static const char *skip_space(const char *at)
{
    for (const char *next = at; *at; at = next)
        if (!hui_letter_is_space(hui_utf8_next(&next)))
            return at;
    return at;
}

/* 0x, 0o and 0b with what follows. NAN if a digit is missing or wrong. */
static const char *read_radix(const char *at, double *number)
{
    const char letter = at[1] & ~0x20;
    const int radix = letter == 'X' ? 16 : letter == 'O' ? 8 : 2;
    const char *const digits = at + 2;
    *number = 0;
    for (at = digits;; at++) {
        const int lower = *at | 0x20;
        const int digit = *at >= '0' && *at <= '9' ? *at - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
        if (digit >= radix)
            break;
        *number = *number * radix + digit;
    }
    return at == digits ? NULL : at;
}

static double number_of_string(const char *text)
{
    const char *at = skip_space(text), *end;
    double number = NAN;
    if (!*at)
        return 0;
    const char *const unsigned_part = at + (*at == '-' || *at == '+');
    if (at[0] == '0' && at[1] && strchr("xXoObB", at[1])) {
        end = read_radix(at, &number);
    } else if (strncmp(unsigned_part, "Infinity", 8) == 0) {
        number = *at == '-' ? -INFINITY : INFINITY;
        end = unsigned_part + 8;
    } else {
        end = hui_number_read(at, &number);
    }
    return end && !*skip_space(end) ? number : (double)NAN;
}

double hui_value_to_number(hui_value value)
{
    /* An array counts as its text: that of one item is the item's, and more have commas between them. */
    while (value.kind == HUI_VALUE_ARRAY && value.count == 1) {
        value = value.items[0];
        if (value.kind == HUI_VALUE_BOOL || value.kind == HUI_VALUE_DATE)
            return NAN;
        if (value.kind == HUI_VALUE_UNDEFINED)
            return 0;
    }
    switch (value.kind) {
    case HUI_VALUE_NULL:
        return 0;
    case HUI_VALUE_BOOL:
        return value.truth;
    case HUI_VALUE_NUMBER:
    case HUI_VALUE_DATE:
        return value.number;
    case HUI_VALUE_STRING:
        return number_of_string(value.string);
    case HUI_VALUE_ARRAY:
        return value.count == 0 ? 0 : (double)NAN;
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_OBJECT:
        return NAN;
    }
    return NAN;
}

bool hui_value_truthy(hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
        return false;
    case HUI_VALUE_BOOL:
        return value.truth;
    case HUI_VALUE_NUMBER:
        return value.number != 0 && !isnan(value.number);
    case HUI_VALUE_STRING:
        return value.count > 0;
    case HUI_VALUE_DATE:
    case HUI_VALUE_ARRAY:
    case HUI_VALUE_OBJECT:
        return true;
    }
    return false;
}

static const char *date_string(hui_arena *arena, double ms)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (isnan(ms))
        return "Invalid Date";
    const hui_date date = hui_date_of(ms);
    return hui_arena_printf(arena, "%s %s %02d %s%04d %02d:%02d:%02d GMT+0000 (Coordinated Universal Time)",
                            days[date.weekday], months[date.month], date.day, date.year < 0 ? "-" : "",
                            date.year < 0 ? -date.year : date.year, date.hours, date.minutes, date.seconds);
}

/* Array.prototype.join with commas: null and undefined are empty. */
static void add_items(hui_buffer *buffer, hui_arena *arena, hui_value array)
{
    for (uint32_t i = 0; i < array.count; i++) {
        const hui_value item = array.items[i];
        if (i > 0)
            hui_buffer_add_char(buffer, ',');
        if (item.kind == HUI_VALUE_ARRAY)
            add_items(buffer, arena, item);
        else if (item.kind != HUI_VALUE_NULL && item.kind != HUI_VALUE_UNDEFINED)
            hui_buffer_add_string(buffer, hui_value_to_string(arena, item));
    }
}

static const char *array_string(hui_arena *arena, hui_value array)
{
    hui_buffer buffer = {0};
    add_items(&buffer, arena, array);
    const char *const text = hui_arena_string_n(arena, buffer.bytes, buffer.size);
    hui_buffer_finish(&buffer);
    return text;
}

const char *hui_value_to_string(hui_arena *arena, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
        return "undefined";
    case HUI_VALUE_NULL:
        return "null";
    case HUI_VALUE_BOOL:
        return value.truth ? "true" : "false";
    case HUI_VALUE_NUMBER:
        return hui_number_string(arena, value.number);
    case HUI_VALUE_DATE:
        return date_string(arena, value.number);
    case HUI_VALUE_STRING:
        return value.string;
    case HUI_VALUE_ARRAY:
        return array_string(arena, value);
    case HUI_VALUE_OBJECT:
        return "[object Object]";
    }
    return "";
}
