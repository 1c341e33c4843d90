/* Numbers as text: the shortest decimal that reads back as the same double (ECMA-262, section 6.1.6.1.20). */
#include "base/number.h"
#include "data/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_DIGITS = 17 };

/* 0.d1d2…dn × 10^point, as the standard has it: k digits and n. */
typedef struct decimal {
    char digits[MOST_DIGITS + 8];
    int count, point;
} decimal;

static void drop_zeros(decimal *value)
{
    while (value->count > 1 && value->digits[value->count - 1] == '0')
        value->count--;
    value->digits[value->count] = '\0';
}

/* Two decimals of at most 15 digits are never one double, and dividing by an exact power of ten rounds as reading does:
 * so the fewest places that give the number back are it. Integers are exact up to 2^53. */
static bool find_short(double number, decimal *value)
{
    double scale = 1;
    for (int places = 0; places <= 9; places++, scale *= 10) {
        const double scaled = rint(number * scale);
        if (scaled >= (places == 0 ? 0x1p53 : 1e15))
            return false;
        if (scaled < 1 || scaled / scale != number)
            continue;
        value->count = snprintf(value->digits, sizeof value->digits, "%lld", (long long)scaled);
        value->point = value->count - places;
        drop_zeros(value);
        return true;
    }
    return false;
}

static double read_back(const decimal *value)
{
    char text[MOST_DIGITS + 32];
    double number = 0;
    snprintf(text, sizeof text, ".%se%d", value->digits, value->point);
    hui_number_read(text, &number);
    return number;
}

static void step_up(decimal *value)
{
    int at = value->count - 1;
    for (; at >= 0 && value->digits[at] == '9'; at--)
        value->digits[at] = '0';
    if (at >= 0) {
        value->digits[at]++;
    } else {
        value->digits[0] = '1';
        value->point++;
    }
}

/* The locale's point is between the first two digits, however many bytes it has. */
static void round_to(double number, int count, decimal *value)
{
    char text[64];
    snprintf(text, sizeof text, "%.*e", count - 1, number);
    value->count = 0;
    const char *at = text;
    for (; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9' && value->count < MOST_DIGITS)
            value->digits[value->count++] = *at;
    value->digits[value->count] = '\0';
    int exponent = 0;
    for (const char *digit = at + 2; *digit; digit++)
        exponent = exponent * 10 + (*digit - '0');
    value->point = 1 + (at[1] == '-' ? -exponent : exponent);
}

/* Of at most 15 digits there is one at most, but for subnormal numbers, which have fewer bits. At a power of two the
 * numbers below are closer than those above: there the next decimal up may be it. */
static void find_digits(double number, decimal *value)
{
    if (find_short(number, value))
        return;
    for (int count = number < 1e-300 ? 1 : 15; count <= MOST_DIGITS; count++) {
        round_to(number, count, value);
        if (read_back(value) == number)
            break;
        if (count < MOST_DIGITS) {
            step_up(value);
            if (read_back(value) == number)
                break;
        }
    }
    drop_zeros(value);
}

static const char *lay_out(hui_arena *arena, const decimal *value, const char *sign)
{
    static const char zeros[] = "000000000000000000000";
    const char *const digits = value->digits;
    const int count = value->count, point = value->point;
    if (count <= point && point <= 21)
        return hui_arena_printf(arena, "%s%s%.*s", sign, digits, point - count, zeros);
    if (point > 0 && point <= 21)
        return hui_arena_printf(arena, "%s%.*s.%s", sign, point, digits, digits + point);
    if (point > -6 && point <= 0)
        return hui_arena_printf(arena, "%s0.%.*s%s", sign, -point, zeros, digits);
    const int exponent = point - 1;
    const char *const mark = exponent < 0 ? "-" : "+";
    const int size = exponent < 0 ? -exponent : exponent;
    if (count == 1)
        return hui_arena_printf(arena, "%s%se%s%d", sign, digits, mark, size);
    return hui_arena_printf(arena, "%s%.1s.%se%s%d", sign, digits, digits + 1, mark, size);
}

const char *hui_number_string(hui_arena *arena, double number)
{
    decimal value;
    if (isnan(number))
        return "NaN";
    if (isinf(number))
        return number < 0 ? "-Infinity" : "Infinity";
    if (number == 0)
        return "0";
    find_digits(fabs(number), &value);
    return lay_out(arena, &value, number < 0 ? "-" : "");
}
