/* Numbers in texts, whatever the locale. */
#include "base/number.h"

#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The digits as an integer, as far as 64 bits hold them, times ten to the exponent. */
typedef struct decimal {
    uint64_t digits;
    int exponent;
    bool is_cut;
} decimal;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_digit(decimal *value, char digit, bool is_fraction)
{
    if (value->digits < UINT64_C(1000000000000000000)) {
        value->digits = value->digits * 10 + (uint64_t)(digit - '0');
        value->exponent -= is_fraction;
    } else {
        value->is_cut = true;
    }
}

/* An `e` without digits after it begins something else, and stays. */
static const char *read_exponent(const char *at, int *exponent)
{
    const char *digits = at + 1;
    const int sign = *digits == '-' ? -1 : 1;
    int value = 0;
    if (*digits == '-' || *digits == '+')
        digits++;
    if (!is_digit(*digits))
        return at;
    for (; is_digit(*digits); digits++)
        value = value < 100000 ? value * 10 + (*digits - '0') : value;
    *exponent += sign * value;
    return digits;
}

/* Rounded correctly, but slow. */
static double read_in_c_locale(const char *text)
{
    const locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0), callers = uselocale(c_locale);
    const double number = strtod(text, NULL);
    uselocale(callers);
    freelocale(c_locale);
    return number;
}

/* An integer and a power of ten that are both exact as doubles: then one operation rounds once, as it should (Clinger
 * 1990, "How to read floating point numbers accurately", section 3). */
static bool is_exact(decimal value)
{
    return !value.is_cut && value.digits <= UINT64_C(1) << 53 && value.exponent >= -22 && value.exponent <= 22;
}

static double exact(decimal value)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const double digits = (double)value.digits;
    return value.exponent < 0 ? digits / powers[-value.exponent] : digits * powers[value.exponent];
}

const char *hui_number_read(const char *text, double *number)
{
    const char *at = text + (*text == '-' || *text == '+');
    decimal value = {0};
    if (!is_digit(*at) && !(*at == '.' && is_digit(at[1])))
        return NULL;
    for (; is_digit(*at); at++)
        add_digit(&value, *at, false);
    if (*at == '.')
        for (at++; is_digit(*at); at++)
            add_digit(&value, *at, true);
    if (*at == 'e' || *at == 'E')
        at = read_exponent(at, &value.exponent);
    if (is_exact(value))
        *number = *text == '-' ? -exact(value) : exact(value);
    else
        *number = read_in_c_locale(text);
    return at;
}
