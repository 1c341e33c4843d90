/* Texts of ticks: numbers with the digits their step needs, dates, or whatever the value is. */
#include "scale/scale_parts.h"

#include "data/format.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%';
}

/* Where in a number's specifier the precision stands or would stand, and its type begins. */
struct specifier_parts {
    size_t precision_at, type_at;
    bool has_precision;
};

static struct specifier_parts parts_of(const char *specifier)
{
    size_t type = strlen(specifier);
    while (type > 0 && is_letter(specifier[type - 1]))
        type--;
    const size_t end = type > 0 && specifier[type - 1] == '~' ? type - 1 : type;
    size_t digits = end;
    while (digits > 0 && is_digit(specifier[digits - 1]))
        digits--;
    return (struct specifier_parts){end, type, digits < end && digits > 0 && specifier[digits - 1] == '.'};
}

/* Log scales show what digits there are, up to twelve: a specifier without a precision gets one, and is trimmed. */
static const char *trimmed_specifier(hui_arena *arena, const char *specifier)
{
    const struct specifier_parts parts = parts_of(specifier);
    const char *const type = specifier + parts.type_at;
    if (parts.has_precision || strlen(type) > 1)
        return specifier;
    const int precision = *type == '%' ? 10 : *type == 'e' ? 11 : 12;
    return hui_arena_printf(arena, "%.*s.%d~%s", (int)parts.precision_at, specifier, precision, type);
}

static const char *plain_text(hui_arena *arena, hui_value value)
{
    if (value.kind != HUI_VALUE_ARRAY)
        return hui_value_to_string(arena, value);
    const char *text = "";
    for (uint32_t i = 0; i < value.count; i++)
        text = hui_arena_printf(arena, "%s%s%s", text, i > 0 ? "\n" : "", hui_value_to_string(arena, value.items[i]));
    return text;
}

static const char *number_text(hui_arena *arena, const char *specifier, hui_value value)
{
    const char *text = specifier ? hui_format_number(arena, specifier, hui_value_to_number(value)) : NULL;
    return text ? text : plain_text(arena, value);
}

/* The least distance of bounds, as a step would be; of one bound alone its distance from 0. */
static double least_distance(const double *bounds, size_t count)
{
    double least = count > 1 ? bounds[1] - bounds[0] : count > 0 ? bounds[0] : NAN;
    for (size_t i = 2; i < count; i++)
        least = fmin(least, bounds[i] - bounds[i - 1]);
    return least;
}

/* The specifier of a whole scale's ticks: with the precision that tells them apart, unless it has one. */
static const char *span_specifier(hui_arena *arena, const hui_scale *scale, double count, const char *specifier)
{
    if (specifier && parts_of(specifier).has_precision)
        return specifier;
    const double first = hui_scale_domain_number(scale, 0);
    const size_t last = scale->domain_count > 0 ? scale->domain_count - 1 : 0;
    if (scale->type == HUI_SCALE_QUANTILE)
        return hui_format_number_ticks(arena, 0, least_distance(scale->bounds, scale->bound_count), 30, specifier);
    if (scale->type == HUI_SCALE_QUANTIZE)
        return hui_format_number_ticks(arena, 0, hui_scale_domain_number(scale, 1) - first, 30, specifier);
    return hui_format_number_ticks(arena, first, hui_scale_domain_number(scale, last), count, specifier);
}

const char *hui_scale_tick_text(hui_arena *arena, const hui_scale *scale, hui_value tick, double count,
                                const char *specifier)
{
    const unsigned traits = hui_scale_traits(scale->type);
    const double number = hui_value_to_number(tick), wanted = isnan(count) ? 10 : count;
    const char *const given = specifier && *specifier ? specifier : NULL;
    if (traits & HUI_SCALE_TEMPORAL)
        return hui_format_time(arena, given ? given : hui_format_time_tick(number), number);
    if (scale->type == HUI_SCALE_LOG) {
        if (!scale->bins && !hui_log_tick_labelled(arena, scale, number, wanted))
            return "";
        return number_text(arena, trimmed_specifier(arena, given ? given : ","), tick);
    }
    if (traits & HUI_SCALE_DISCRETE || scale->type == HUI_SCALE_THRESHOLD)
        return number_text(arena, given, tick);
    return number_text(arena, span_specifier(arena, scale, wanted, given), tick);
}
