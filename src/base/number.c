/* Numbers in texts, whatever the locale. */
#include "base/number.h"

#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
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
        value = value < 1000 ? value * 10 + (*digits - '0') : value;
    *exponent += sign * value;
    return digits;
}

/* Correctly rounded, for the numbers whose digits are too many for one operation. */
static double read_slowly(const char *text)
{
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0), callers = uselocale(c_locale);
    const double number = strtod(text, NULL);
    uselocale(callers);
    freelocale(c_locale);
    return number;
}

/* Digits and powers of ten up to 10^22 are exact doubles: their product or quotient is rounded once, as it must be. */
static bool read_quickly(uint64_t digits, int exponent, double *number)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (digits > (uint64_t)1 << 53 || exponent < -22 || exponent > 22)
        return false;
    *number = exponent < 0 ? (double)digits / powers[-exponent] : (double)digits * powers[exponent];
    return true;
}

const char *hui_number_read(const char *text, double *number)
{
    const uint64_t most = UINT64_MAX / 10 - 1;
    const char *at = text;
    uint64_t digits = 0;
    int exponent = 0;
    if (*at == '-' || *at == '+')
        at++;
    if (!is_digit(*at) && !(*at == '.' && is_digit(at[1])))
        return NULL;
    for (; is_digit(*at); at++)
        digits = digits < most ? digits * 10 + (uint64_t)(*at - '0') : UINT64_MAX;
    if (*at == '.')
        for (at++; is_digit(*at); at++, exponent -= exponent > -1000)
            digits = digits < most ? digits * 10 + (uint64_t)(*at - '0') : UINT64_MAX;
    if (*at == 'e' || *at == 'E')
        at = read_exponent(at, &exponent);
    if (digits == 0)
        *number = *text == '-' ? -0.0 : 0;
    else if (!read_quickly(digits, exponent, number))
        *number = read_slowly(text);
    else if (*text == '-')
        *number = -*number;
    return at;
}
