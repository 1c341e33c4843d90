/* Decimal digits of doubles, rounded as ECMAScript does: exactly, and halves up. */
#include "data/number_format.h"
#include "data/value.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void hui_number_text_add(hui_number_text *text, const char *bytes, size_t size)
{
    const size_t room = sizeof text->at - text->length, taken = size < room ? size : room;
    memcpy(text->at + text->length, bytes, taken);
    text->length += taken;
}

void hui_number_text_add_zeros(hui_number_text *text, int count)
{
    for (int i = 0; i < count; i++)
        hui_number_text_add(text, "0", 1);
}

/* Keeps digits only: the point may be any in the locale. Returns where the exponent begins, or the end. */
static const char *take_digits(const char *printed, char *digits, int *count)
{
    const char *at = printed;
    *count = 0;
    for (; *at && *at != 'e'; at++)
        if (*at >= '0' && *at <= '9')
            digits[(*count)++] = *at;
    digits[*count] = '\0';
    return at;
}

static int read_exponent(const char *at)
{
    int exponent = 0;
    const bool minus = *at == '-';
    for (at += minus || *at == '+'; *at >= '0' && *at <= '9'; at++)
        exponent = exponent * 10 + (*at - '0');
    return minus ? -exponent : exponent;
}

/* Drops the last digit and adds one to what is left; true if that became a digit longer. */
static bool round_up(char *digits, int *count)
{
    if (*count < 1)
        return false;
    int at = --*count - 1;
    digits[*count] = '\0';
    while (at >= 0 && digits[at] == '9')
        digits[at--] = '0';
    if (at >= 0) {
        digits[at]++;
        return false;
    }
    memmove(digits + 1, digits, (size_t)*count + 1);
    digits[0] = '1';
    ++*count;
    return true;
}

/* Whether it is an odd multiple of half of 10^exponent, as only numbers of few bits are. printf would round it to even. */
static bool is_half(double number, int exponent)
{
    if (exponent <= 0) {
        const double doubled = ldexp(number, 1 - exponent);
        return doubled == floor(doubled) && fmod(doubled, 2) == 1;
    }
    return exponent <= 22 && fmod(number, pow(10, exponent)) * 2 == pow(10, exponent);
}

static hui_digits shortest(hui_arena *arena, double number)
{
    char figures[64];
    int count;
    const char *const string = hui_number_string(arena, number), *const end = take_digits(string, figures, &count);
    const int point = (int)strcspn(string, ".e"), zeros = (int)strspn(figures, "0");
    hui_digits digits = {.count = count - zeros, .exponent = point - 1 - zeros + (*end ? read_exponent(end + 1) : 0)};
    while (digits.count > 1 && figures[zeros + digits.count - 1] == '0')
        digits.count--;
    memcpy(digits.at, figures + zeros, (size_t)digits.count);
    return digits;
}

/* number × 10^places as the nearest integer, halves up; false where it is not found in doubles. Rounding keeps order, so
 * what is cut off is the integer below or, just under the next one, that; fma tells what is left of it exactly. */
static bool scale_up(double number, int places, double *integer)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (places < -22 || places > 22)
        return false;
    const double scale = powers[places < 0 ? -places : places];
    const double nearly = floor(places < 0 ? number / scale : number * scale);
    if (!(nearly < 1e15))
        return false;
    const double rest = places < 0 ? fma(-nearly, scale, number) : fma(number, scale, -nearly);
    *integer = nearly + (rest >= (places < 0 ? scale / 2 : 0.5));
    return true;
}

static int write_integer(double integer, char *digits)
{
    char backwards[20];
    int count = 0;
    for (uint64_t rest = (uint64_t)integer; rest > 0; rest /= 10)
        backwards[count++] = (char)('0' + rest % 10);
    for (int i = 0; i < count; i++)
        digits[i] = backwards[count - 1 - i];
    digits[count] = '\0';
    return count;
}

/* Of at most 15 digits most numbers are found without printing. */
static bool find_digits(double number, int count, hui_digits *digits)
{
    const int exponent = (int)floor(log10(number));
    double integer;
    if (count > 15 || !scale_up(number, count - 1 - exponent, &integer))
        return false;
    digits->count = write_integer(integer, digits->at);
    const bool carried =
        digits->count == count + 1 && digits->at[0] == '1' && strspn(digits->at + 1, "0") == (size_t)count;
    digits->exponent = exponent + carried;
    digits->count -= carried;
    return digits->count == count; /* unless the logarithm was rounded over a power of ten */
}

static void print_digits(double number, int count, hui_digits *digits)
{
    char printed[64];
    snprintf(printed, sizeof printed, "%.*e", count - 1, number);
    digits->exponent = read_exponent(take_digits(printed, digits->at, &digits->count) + 1);
}

hui_digits hui_digits_of(hui_arena *arena, double number, int count)
{
    hui_digits digits;
    if (count == 0)
        return shortest(arena, number);
    if (find_digits(number, count, &digits))
        return digits;
    print_digits(number, count, &digits);
    /* Rounding may have made the exponent greater: 95 became 1e2. */
    const int last = digits.exponent - count + 1;
    if (!is_half(number, last) && !is_half(number, last - 1))
        return digits;
    print_digits(number, count + 1, &digits);
    if (!is_half(number, digits.exponent - count + 1)) {
        print_digits(number, count, &digits);
        return digits;
    }
    if (round_up(digits.at, &digits.count)) {
        digits.exponent++;
        digits.count--;
    }
    return digits;
}

static void add_pointed(hui_number_text *text, const char *digits, int count, int decimals)
{
    const int whole = count > decimals ? count - decimals : 0;
    hui_number_text_add(text, whole ? digits : "0", whole ? (size_t)whole : 1);
    if (decimals == 0)
        return;
    hui_number_text_add(text, ".", 1);
    hui_number_text_add_zeros(text, decimals - (count - whole));
    hui_number_text_add(text, digits + whole, (size_t)(count - whole));
}

void hui_number_text_fixed(hui_arena *arena, double number, int decimals, hui_number_text *text)
{
    char printed[64], digits[64];
    int count;
    if (!(number < 1e21)) {
        const char *string = hui_number_string(arena, number);
        hui_number_text_add(text, string, strlen(string));
        return;
    }
    double integer;
    if (scale_up(number, decimals, &integer)) {
        count = write_integer(integer, digits);
        add_pointed(text, digits, count, decimals);
        return;
    }
    const bool half = is_half(number, -decimals); /* with one more decimal it is exact, and ends in 5 */
    snprintf(printed, sizeof printed, "%.*f", decimals + half, number);
    take_digits(printed, digits, &count);
    if (half)
        round_up(digits, &count);
    add_pointed(text, digits, count, decimals);
}
