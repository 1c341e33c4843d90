/* Numbers as text: the shortest decimal that reads back as the same double (ECMA-262, section 6.1.6.1.20). */
#include "base/number.h"
#include "data/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_DIGITS = 17 };

/* 0.d1d2…dn × 10^point, as the standard has it: k digits and n. */
typedef struct decimal {
    char digits[MOST_DIGITS + 1];
    int count, point;
} decimal;

static void drop_zeros(decimal *value)
{
    while (value->count > 1 && value->digits[value->count - 1] == '0')
        value->count--;
    value->digits[value->count] = '\0';
}

static void write_digits(uint64_t integer, decimal *value)
{
    char backwards[MOST_DIGITS];
    int count = 0;
    for (; integer > 0; integer /= 10)
        backwards[count++] = (char)('0' + integer % 10);
    for (value->count = 0; value->count < count; value->count++)
        value->digits[value->count] = backwards[count - 1 - value->count];
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
        write_digits((uint64_t)scaled, value);
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

/* Text under way, in a place that is large enough for any number. */
typedef struct writer {
    char text[MOST_DIGITS + 16];
    size_t length;
} writer;

static void write_text(writer *w, const char *text, int count)
{
    memcpy(w->text + w->length, text, (size_t)count);
    w->length += (size_t)count;
}

static void write_zeros(writer *w, int count)
{
    memset(w->text + w->length, '0', (size_t)count);
    w->length += (size_t)count;
}

/* The five forms of the standard: 12300, 12.3, 0.00123, 1e-7 and 1.23e+21. */
static void lay_out(const decimal *value, writer *w)
{
    const char *const digits = value->digits;
    const int count = value->count, point = value->point, exponent = point - 1;
    if (count <= point && point <= 21) {
        write_text(w, digits, count);
        write_zeros(w, point - count);
    } else if (point > 0 && point <= 21) {
        write_text(w, digits, point);
        write_text(w, ".", 1);
        write_text(w, digits + point, count - point);
    } else if (point > -6 && point <= 0) {
        write_text(w, "0.", 2);
        write_zeros(w, -point);
        write_text(w, digits, count);
    } else {
        write_text(w, digits, 1);
        write_text(w, ".", count > 1);
        write_text(w, digits + 1, count - 1);
        w->length += (size_t)snprintf(w->text + w->length, sizeof w->text - w->length, "e%+d", exponent);
    }
}

const char *hui_number_string(hui_arena *arena, double number)
{
    decimal value;
    writer w = {0};
    if (isnan(number))
        return "NaN";
    if (isinf(number))
        return number < 0 ? "-Infinity" : "Infinity";
    if (number == 0)
        return "0";
    find_digits(fabs(number), &value);
    write_text(&w, "-", number < 0);
    lay_out(&value, &w);
    return hui_arena_string_n(arena, w.text, w.length);
}
