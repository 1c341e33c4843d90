/* The types of number formats: each makes text of a number not below 0. */
#include "data/number_format.h"
#include "data/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const prefixes[] = {"y", "z", "a", "f", "p", "n", "µ", "m", "",
                                       "k", "M", "G", "T", "P", "E", "Z", "Y"};
enum { PREFIX_COUNT = sizeof prefixes / sizeof *prefixes, FIRST_PREFIX = -24 };

const char *hui_number_prefix(int exponent)
{
    return prefixes[(exponent - FIRST_PREFIX) / 3];
}

int hui_number_prefix_read(const char *text, size_t *length)
{
    for (int i = 0; i < PREFIX_COUNT; i++) {
        *length = strlen(prefixes[i]);
        if (*length && !strncmp(text, prefixes[i], *length))
            return FIRST_PREFIX + 3 * i;
    }
    *length = 0;
    return 0;
}

int hui_number_prefix_exponent(int exponent)
{
    const int whole = (exponent - (exponent < 0 ? 2 : 0)) / 3 * 3;
    return whole < FIRST_PREFIX ? FIRST_PREFIX : whole > -FIRST_PREFIX ? -FIRST_PREFIX : whole;
}

static void add_string(hui_number_text *text, const char *string)
{
    hui_number_text_add(text, string, strlen(string));
}

/* Digits with the point behind the first `whole` of them, zeros filling up what is missing on either side. */
static void add_digits(hui_number_text *text, const hui_digits *digits, int whole)
{
    if (whole <= 0) {
        add_string(text, "0.");
        hui_number_text_add_zeros(text, -whole);
        hui_number_text_add(text, digits->at, (size_t)digits->count);
        return;
    }
    const int before = whole < digits->count ? whole : digits->count;
    hui_number_text_add(text, digits->at, (size_t)before);
    hui_number_text_add_zeros(text, whole - before);
    if (before < digits->count) {
        hui_number_text_add(text, ".", 1);
        hui_number_text_add(text, digits->at + before, (size_t)(digits->count - before));
    }
}

static void add_zero(hui_number_text *text, int decimals)
{
    add_string(text, decimals ? "0." : "0");
    hui_number_text_add_zeros(text, decimals);
}

static void add_exponential(hui_number_text *text, const hui_digits *digits)
{
    char exponent[16];
    add_digits(text, digits, 1);
    snprintf(exponent, sizeof exponent, "e%+d", digits->exponent);
    add_string(text, exponent);
}

static void exponential(hui_arena *arena, double number, int decimals, hui_number_text *text)
{
    if (number == 0) {
        add_zero(text, decimals);
        add_string(text, "e+0");
        return;
    }
    const hui_digits digits = hui_digits_of(arena, number, decimals + 1);
    add_exponential(text, &digits);
}

/* ECMAScript's toPrecision. */
static void general(hui_arena *arena, double number, int count, hui_number_text *text)
{
    if (number == 0) {
        add_zero(text, count - 1);
        return;
    }
    const hui_digits digits = hui_digits_of(arena, number, count);
    if (digits.exponent < -6 || digits.exponent >= count)
        add_exponential(text, &digits);
    else
        add_digits(text, &digits, digits.exponent + 1);
}

static void rounded(hui_arena *arena, double number, int count, hui_number_text *text)
{
    if (number == 0) {
        add_string(text, "0");
        return;
    }
    const hui_digits digits = hui_digits_of(arena, number, count);
    add_digits(text, &digits, digits.exponent + 1);
}

/* Below 1y the prefix stays, and fewer digits are left. */
static void prefixed(hui_arena *arena, double number, int count, hui_number_text *text, int *prefix_exponent)
{
    if (number == 0) {
        add_zero(text, count - 1);
        return;
    }
    hui_digits digits = hui_digits_of(arena, number, count);
    *prefix_exponent = hui_number_prefix_exponent(digits.exponent);
    const int whole = digits.exponent - *prefix_exponent + 1;
    if (whole <= 0)
        digits = hui_digits_of(arena, number, count + whole - 1 > 0 ? count + whole - 1 : 0);
    add_digits(text, &digits, whole);
}

/* A power of two as base, by which doubles divide exactly. */
static void based(double number, int base, bool capitals, hui_number_text *text)
{
    const char *const figures = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
    char digits[1100];
    size_t at = sizeof digits;
    do {
        const double rest = fmod(number, base);
        digits[--at] = figures[(int)rest];
        number = (number - rest) / base;
    } while (number > 0);
    hui_number_text_add(text, digits + at, sizeof digits - at);
}

static void whole_number(hui_arena *arena, double number, hui_number_text *text)
{
    if (number == 0) {
        add_string(text, "0");
        return;
    }
    const hui_digits digits = hui_digits_of(arena, number, 0);
    add_digits(text, &digits, digits.exponent + 1);
}

void hui_number_text_typed(hui_arena *arena, char type, double number, int precision, hui_number_text *text,
                           int *prefix_exponent)
{
    const double whole = floor(number) + (number - floor(number) >= 0.5),
                 scaled = type == '%' || type == 'p' ? number * 100 : number;
    *prefix_exponent = 0;
    if (!isfinite(scaled)) {
        add_string(text, isnan(number) ? "NaN" : type == 'd' ? "∞" : type == 'X' ? "INFINITY" : "Infinity");
        return;
    }
    switch (type) {
    case 'b':
        based(whole, 2, false, text);
        break;
    case 'o':
        based(whole, 8, false, text);
        break;
    case 'x':
    case 'X':
        based(whole, 16, type == 'X', text);
        break;
    case 'd':
        whole_number(arena, whole, text);
        break;
    case 'e':
        exponential(arena, number, precision, text);
        break;
    case 'f':
    case '%':
        hui_number_text_fixed(arena, scaled, precision, text);
        break;
    case 'r':
    case 'p':
        rounded(arena, scaled, precision, text);
        break;
    case 's':
        prefixed(arena, number, precision, text, prefix_exponent);
        break;
    default:
        general(arena, number, precision, text);
        break;
    }
}
