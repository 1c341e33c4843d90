/* Decimal digits of doubles, rounded as ECMAScript does: exactly, and halves up. */
#include "data/number_format.h"
#include "data/value.h"

#include <math.h>
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

void hui_number_text_fixed(hui_arena *arena, double number, int decimals, hui_number_text *text)
{
    char printed[64], digits[64];
    int count;
    if (!(number < 1e21)) {
        const char *string = hui_number_string(arena, number);
        hui_number_text_add(text, string, strlen(string));
        return;
    }
    const bool half = is_half(number, -decimals); /* with one more decimal it is exact, and ends in 5 */
    snprintf(printed, sizeof printed, "%.*f", decimals + half, number);
    take_digits(printed, digits, &count);
    if (half)
        round_up(digits, &count);
    hui_number_text_add(text, digits, (size_t)(count - decimals));
    if (decimals) {
        hui_number_text_add(text, ".", 1);
        hui_number_text_add(text, digits + count - decimals, (size_t)decimals);
    }
}
