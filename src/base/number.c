/* Numbers in texts, whatever the locale. */
#include "base/number.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

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

const char *hui_number_read(const char *at, double *number)
{
    const double sign = *at == '-' ? -1 : 1;
    double value = 0;
    int exponent = 0;
    if (*at == '-' || *at == '+')
        at++;
    if (!is_digit(*at) && !(*at == '.' && is_digit(at[1])))
        return NULL;
    for (; is_digit(*at); at++)
        value = value * 10 + (*at - '0');
    if (*at == '.')
        for (at++; is_digit(*at); at++, exponent--)
            value = value * 10 + (*at - '0');
    if (*at == 'e' || *at == 'E')
        at = read_exponent(at, &exponent);
    *number = sign * (exponent < 0 ? value / pow(10, -exponent) : value * pow(10, exponent));
    return at;
}
