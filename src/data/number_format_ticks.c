/* The precision that ticks need to differ from each other and no more. */
#include "data/format.h"
#include "data/number_format.h"
#include "data/tick_step.h"

#include <math.h>
#include <string.h>

/* NAN for zero and what is not finite, which have no digits. */
static double exponent_of(hui_arena *arena, double number)
{
    return number != 0 && isfinite(number) ? (double)hui_digits_of(arena, fabs(number), 0).exponent : (double)NAN;
}

static double at_least_0(double number)
{
    return number < 0 ? 0 : number; /* NAN stays */
}

static double fixed_precision(hui_arena *arena, double step)
{
    return at_least_0(-exponent_of(arena, step));
}

static double significant_precision(hui_arena *arena, double step, double largest)
{
    const double size = fabs(step);
    return at_least_0(exponent_of(arena, largest - size) - exponent_of(arena, size)) + 1;
}

/* All ticks get the prefix of the largest. */
static double prefixed_precision(hui_arena *arena, double step, double largest, const char **prefix)
{
    const double exponent = exponent_of(arena, largest);
    const int shared = isnan(exponent) ? 0 : hui_number_prefix_exponent((int)exponent);
    *prefix = hui_number_prefix(shared);
    return at_least_0(shared - exponent_of(arena, step));
}

static double unit_size(hui_number_unit unit, double largest)
{
    switch (unit) {
    case HUI_NUMBER_WAN:
        return 1e4;
    case HUI_NUMBER_YI:
        return 1e8;
    case HUI_NUMBER_CN:
        return largest >= 1e8 ? 1e8 : largest >= 1e4 ? 1e4 : 1;
    case HUI_NUMBER_PLAIN:
        break;
    }
    return 1;
}

static double precision_by_type(hui_arena *arena, const hui_number_specifier *specifier, double step, double largest,
                                const char **prefix)
{
    if (specifier->unit != HUI_NUMBER_PLAIN)
        return fixed_precision(arena, step / unit_size(specifier->unit, largest));
    switch (specifier->type) {
    case 's':
        return prefixed_precision(arena, step, largest, prefix);
    case '\0':
    case 'g':
    case 'p':
    case 'r':
        return significant_precision(arena, step, largest);
    case 'e':
        return significant_precision(arena, step, largest) - 1;
    case 'f':
        return fixed_precision(arena, step);
    case '%':
        return at_least_0(fixed_precision(arena, step) - 2);
    default:
        return NAN;
    }
}

/* The precision in its place, and the shared prefix in place of one for each: 1 has none, and is type f. */
static const char *complete(hui_arena *arena, const char *asked, const hui_number_specifier *specifier, int precision,
                            const char *trim, const char *prefix)
{
    const char *const point = precision < 0 ? "" : hui_arena_printf(arena, ".%d%s", precision, trim);
    char *text = hui_arena_printf(arena, "%.*s%s%s%s", (int)specifier->precision_at, asked, point,
                                  asked + specifier->precision_at, prefix ? prefix : "");
    if (prefix && !*prefix)
        text[strlen(text) - 1] = 'f';
    return text;
}

const char *hui_format_number_ticks(hui_arena *arena, double start, double stop, double count, const char *text)
{
    const char *const asked = text && *text ? text : ",f", *prefix = NULL;
    const double step = hui_tick_step(start, stop, count);
    const double largest = isnan(start) || isnan(stop) ? NAN : fmax(fabs(start), fabs(stop));
    hui_number_specifier specifier;
    if (!hui_number_specifier_read(asked, &specifier) || specifier.prefix)
        return asked;
    const double precision = precision_by_type(arena, &specifier, step, largest, &prefix);
    /* Units that change along an axis would write 5000.0 beside 1.0 of the next. */
    const char *const trim = specifier.unit == HUI_NUMBER_CN && largest >= 1e4 && !specifier.trim ? "~" : "";
    const bool given = specifier.precision >= 0 || isnan(precision);
    return complete(arena, asked, &specifier, given ? -1 : (int)fmin(precision, 100), trim, prefix);
}
