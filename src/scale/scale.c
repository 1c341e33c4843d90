/* Scales of every type: names, preparing, and what a value is mapped to. */
#include "scale/scale_parts.h"

#include <string.h>

static const struct {
    const char *word;
    unsigned traits;
} types[] = {
#define HUI_SCALE(NAME, word, traits) {word, traits},
#include "scale/scale_types.inc"
#undef HUI_SCALE
};

hui_scale_type hui_scale_find(const char *word)
{
    for (int i = 0; i < HUI_SCALE_TYPE_COUNT; i++)
        if (strcmp(types[i].word, word) == 0)
            return (hui_scale_type)i;
    return HUI_SCALE_TYPE_COUNT;
}

const char *hui_scale_word(hui_scale_type type)
{
    return types[type].word;
}

unsigned hui_scale_traits(hui_scale_type type)
{
    return types[type].traits;
}

size_t hui_bisect(const double *bounds, size_t count, double x)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (bounds[middle] <= x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double hui_scale_domain_number(const hui_scale *scale, size_t i)
{
    if (i >= scale->domain_count)
        return NAN;
    const hui_value value = scale->domain[i];
    const double number = hui_value_to_number(value);
    const bool rounded = (hui_scale_traits(scale->type) & HUI_SCALE_TEMPORAL) && value.kind != HUI_VALUE_DATE;
    return rounded ? hui_round_half_up(number) : number;
}

void hui_scale_domain_set(hui_scale *scale, size_t i, double number)
{
    const bool is_date = scale->domain[i].kind == HUI_VALUE_DATE;
    scale->domain[i] = is_date ? hui_value_date(number) : hui_value_number(number);
}

void hui_scale_finish(hui_arena *arena, hui_scale *scale)
{
    const unsigned traits = hui_scale_traits(scale->type);
    if (traits & HUI_SCALE_CONTINUOUS)
        hui_continuous_finish(arena, scale);
    else if (traits & HUI_SCALE_DISCRETIZING)
        hui_discretizing_finish(arena, scale);
    else
        hui_discrete_finish(arena, scale);
}

/* Null and undefined are not numbers here, as they are elsewhere in ECMAScript. */
static double number_of(hui_value value)
{
    if (value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE)
        return value.number;
    return value.kind == HUI_VALUE_NULL ? NAN : hui_value_to_number(value);
}

/* Where in the range a value's part stands, for scales that take parts of the range as they are; SIZE_MAX: nowhere. */
static size_t range_position(const hui_scale *scale, hui_value value, size_t range_count)
{
    if (range_count == 0)
        return SIZE_MAX;
    if (scale->type != HUI_SCALE_ORDINAL)
        return hui_discretizing_position(scale, number_of(value));
    const size_t position = hui_scale_position(scale, value);
    return position < scale->domain_count ? position % range_count : SIZE_MAX;
}

double hui_scale_number(const hui_scale *scale, hui_value value)
{
    const unsigned traits = hui_scale_traits(scale->type);
    if (traits & HUI_SCALE_CONTINUOUS)
        return hui_continuous_number(scale, number_of(value));
    if (scale->type == HUI_SCALE_BAND || scale->type == HUI_SCALE_POINT)
        return hui_band_number(scale, value);
    const size_t position = range_position(scale, value, scale->range_count);
    return position < scale->range_count ? number_of(scale->range[position]) : NAN;
}

bool hui_scale_color(const hui_scale *scale, hui_value value, hui_color *color)
{
    if (hui_scale_traits(scale->type) & HUI_SCALE_CONTINUOUS)
        return hui_continuous_color(scale, number_of(value), color);
    if (scale->type == HUI_SCALE_BAND || scale->type == HUI_SCALE_POINT)
        return false;
    const size_t position = range_position(scale, value, scale->color_count);
    if (position >= scale->color_count)
        return false;
    *color = scale->colors[position];
    return true;
}

hui_value hui_scale_value(hui_arena *arena, const hui_scale *scale, hui_value value)
{
    const hui_value undefined = {.kind = HUI_VALUE_UNDEFINED};
    const bool is_placed = (hui_scale_traits(scale->type) & HUI_SCALE_CONTINUOUS) || scale->type == HUI_SCALE_BAND ||
                           scale->type == HUI_SCALE_POINT;
    hui_color color;
    if (scale->color_count > 0)
        return hui_scale_color(scale, value, &color) ? hui_value_string(hui_color_hex(arena, color)) : undefined;
    if (is_placed) {
        const double number = hui_scale_number(scale, value);
        return isnan(number) ? undefined : hui_value_number(number);
    }
    const size_t position = range_position(scale, value, scale->range_count);
    return position < scale->range_count ? scale->range[position] : undefined;
}

hui_value hui_scale_invert(const hui_scale *scale, double at)
{
    const unsigned traits = hui_scale_traits(scale->type);
    if (scale->type == HUI_SCALE_BAND || scale->type == HUI_SCALE_POINT)
        return hui_band_invert(scale, at);
    if (!(traits & HUI_SCALE_CONTINUOUS))
        return (hui_value){.kind = HUI_VALUE_UNDEFINED};
    const double number = hui_continuous_invert(scale, at);
    return traits & HUI_SCALE_TEMPORAL ? hui_value_date(hui_round_half_up(number)) : hui_value_number(number);
}
