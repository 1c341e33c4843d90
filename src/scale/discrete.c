/* Discrete scales: finding values in domains of any size, and the places of bands and points. */
#include "scale/scale_parts.h"

/* Open addressing; a slot holds a position and one, 0 is free. At most half of them are taken. */
struct hui_scale_index {
    uint32_t *slots;
    size_t mask;
};

/* As in ECMAScript's maps of d3 a date is the same key as its number. */
static hui_value key_of(hui_value value)
{
    if (value.kind == HUI_VALUE_DATE)
        value.kind = HUI_VALUE_NUMBER;
    return value;
}

static uint32_t *slot_of(const struct hui_scale_index *index, const hui_value *domain, hui_value value)
{
    const hui_value key = key_of(value);
    for (size_t at = hui_value_hash(key) & index->mask;; at = (at + 1) & index->mask) {
        uint32_t *slot = &index->slots[at];
        if (*slot == 0 || hui_value_same(key_of(domain[*slot - 1]), key))
            return slot;
    }
}

void hui_discrete_finish(hui_arena *arena, hui_scale *scale)
{
    const size_t count = scale->domain_count < UINT32_MAX / 4 ? scale->domain_count : UINT32_MAX / 4;
    size_t size = 8;
    while (size < 2 * count)
        size *= 2;
    struct hui_scale_index *index = HUI_NEW(arena, struct hui_scale_index);
    *index = (struct hui_scale_index){HUI_NEW_ARRAY(arena, uint32_t, size), size - 1};
    hui_value *domain = HUI_NEW_ARRAY(arena, hui_value, count + 1);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t *slot = slot_of(index, domain, scale->domain[i]);
        if (*slot != 0)
            continue;
        domain[kept++] = scale->domain[i];
        *slot = (uint32_t)kept;
    }
    scale->index = index;
    scale->domain = domain;
    scale->domain_count = kept;
    if (scale->type != HUI_SCALE_ORDINAL)
        hui_band_finish(scale);
}

size_t hui_scale_position(const hui_scale *scale, hui_value value)
{
    if (!scale->index)
        return scale->domain_count;
    const uint32_t slot = *slot_of(scale->index, scale->domain, value);
    return slot == 0 ? scale->domain_count : slot - 1;
}

struct extent {
    double low, high;
    bool is_reversed;
};

static struct extent band_extent(const hui_scale *scale)
{
    if (scale->range_count < 2)
        return (struct extent){0, 1, false};
    const double a = hui_value_to_number(scale->range[0]), b = hui_value_to_number(scale->range[1]);
    return b < a ? (struct extent){b, a, true} : (struct extent){a, b, false};
}

static double share(double x)
{
    return x > 0 ? fmin(1, x) : 0;
}

void hui_band_finish(hui_scale *scale)
{
    const struct extent extent = band_extent(scale);
    const double count = (double)scale->domain_count, length = extent.high - extent.low;
    const double inner = scale->type == HUI_SCALE_POINT ? 1 : share(scale->padding_inner);
    const double space = count - inner + share(scale->padding_outer) * 2;
    scale->step = length / (count > 0 && space > 0 ? space : 1);
    if (scale->round)
        scale->step = floor(scale->step);
    scale->start = extent.low + (length - scale->step * (count - inner)) * share(scale->align);
    scale->bandwidth = scale->step * (1 - inner);
    if (scale->round) {
        scale->start = hui_round_half_up(scale->start);
        scale->bandwidth = hui_round_half_up(scale->bandwidth);
    }
}

double hui_band_number(const hui_scale *scale, hui_value value)
{
    const size_t position = hui_scale_position(scale, value);
    if (position >= scale->domain_count)
        return NAN;
    const bool is_reversed = band_extent(scale).is_reversed;
    const size_t place = is_reversed ? scale->domain_count - 1 - position : position;
    return scale->start + scale->step * (double)place;
}

/* The last band that does not begin after `at`. */
static size_t band_before(const hui_scale *scale, double at)
{
    size_t low = 0, high = scale->domain_count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (scale->start + scale->step * (double)middle <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

hui_value hui_band_invert(const hui_scale *scale, double at)
{
    const hui_value undefined = {.kind = HUI_VALUE_UNDEFINED};
    const struct extent extent = band_extent(scale);
    if (scale->domain_count == 0 || !(at >= scale->start && at <= extent.high))
        return undefined;
    const size_t place = band_before(scale, at);
    if (at - (scale->start + scale->step * (double)place) > scale->bandwidth + 1e-10)
        return undefined; /* in the gap after it */
    return scale->domain[extent.is_reversed ? scale->domain_count - 1 - place : place];
}
