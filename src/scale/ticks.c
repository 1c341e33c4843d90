/* Ticks: d3's round numbers, those of log scales, and what each type of scale has for ticks. */
#include "scale/scale_parts.h"

#include "data/tick_step.h"
#include "data/time_unit.h"

#include <stdlib.h>

/* Ticks are first to last times the increment; a negative increment divides instead, which keeps tenths exact. */
struct tick_plan {
    double first, last, increment;
};

static struct tick_plan plan_once(double start, double stop, double count)
{
    const double step = (stop - start) / fmax(0, count), power = floor(log10(step)), error = step / pow(10, power);
    const double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
    const bool is_fraction = power < 0;
    const double unit = is_fraction ? pow(10, -power) / factor : pow(10, power) * factor;
    double first = hui_round_half_up(is_fraction ? start * unit : start / unit);
    double last = hui_round_half_up(is_fraction ? stop * unit : stop / unit);
    if ((is_fraction ? first / unit : first * unit) < start)
        first++;
    if ((is_fraction ? last / unit : last * unit) > stop)
        last--;
    return (struct tick_plan){first, last, is_fraction ? -unit : unit};
}

static struct tick_plan plan_ticks(double start, double stop, double count)
{
    struct tick_plan plan = plan_once(start, stop, count);
    for (; plan.last < plan.first && count >= 0.5 && count < 2; plan = plan_once(start, stop, count))
        count *= 2;
    return plan;
}

double hui_tick_increment(double start, double stop, double count)
{
    return plan_ticks(start, stop, count).increment;
}

double *hui_ticks(hui_arena *arena, double start, double stop, double count, size_t *tick_count)
{
    *tick_count = 0;
    if (!(count > 0))
        return NULL;
    const bool is_reversed = stop < start;
    const double low = is_reversed ? stop : start, high = is_reversed ? start : stop;
    const struct tick_plan plan = plan_ticks(low, high, fmin(count, HUI_MOST_TICKS));
    const double ticks = start == stop ? 1 : plan.last - plan.first + 1;
    if (!(ticks >= 1) || ticks > 4.0 * HUI_MOST_TICKS || (start != stop && !isfinite(plan.increment)))
        return NULL;
    double *at = HUI_NEW_ARRAY(arena, double, ticks);
    *tick_count = (size_t)ticks;
    at[0] = start;
    for (size_t i = 0; i < *tick_count && start != stop; i++) {
        const double k = is_reversed ? plan.last - (double)i : plan.first + (double)i;
        at[i] = plan.increment < 0 ? k / -plan.increment : k * plan.increment;
    }
    return at;
}

static hui_value *number_values(hui_arena *arena, const hui_scale *scale, const double *numbers, size_t count)
{
    const bool is_date = hui_scale_traits(scale->type) & HUI_SCALE_TEMPORAL;
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = is_date ? hui_value_date(numbers[i]) : hui_value_number(numbers[i]);
    return values;
}

static hui_value *continuous_ticks(hui_arena *arena, const hui_scale *scale, double count, size_t *tick_count)
{
    const double start = hui_scale_domain_number(scale, 0);
    const double stop = hui_scale_domain_number(scale, scale->domain_count - 1);
    double *numbers;
    *tick_count = 0;
    if (!isfinite(start) || !isfinite(stop))
        return NULL;
    if (scale->type == HUI_SCALE_TIME)
        numbers = hui_time_ticks(arena, start, stop, count, tick_count);
    else if (scale->type == HUI_SCALE_UTC)
        numbers = hui_utc_ticks(arena, start, stop, count, tick_count);
    else if (scale->type == HUI_SCALE_LOG)
        numbers = hui_log_ticks(arena, scale, count, tick_count);
    else
        numbers = hui_ticks(arena, start, stop, count, tick_count);
    return number_values(arena, scale, numbers, *tick_count);
}

hui_value *hui_scale_ticks(hui_arena *arena, const hui_scale *scale, double count, size_t *tick_count)
{
    const unsigned traits = hui_scale_traits(scale->type);
    if (scale->bins) {
        hui_value *bins = number_values(arena, scale, scale->bins, scale->bin_count);
        *tick_count = scale->bin_count;
        return scale->color_count > 0 ? bins
                                      : hui_scale_ticks_valid(arena, scale, bins, scale->bin_count, NAN, tick_count);
    }
    if (traits & HUI_SCALE_CONTINUOUS && scale->domain_count > 0)
        return continuous_ticks(arena, scale, isnan(count) ? 10 : count, tick_count);
    if (traits & HUI_SCALE_DISCRETIZING) {
        *tick_count = scale->bound_count;
        return number_values(arena, scale, scale->bounds, scale->bound_count);
    }
    *tick_count = scale->domain_count;
    return hui_arena_copy(arena, scale->domain, scale->domain_count * sizeof *scale->domain);
}

struct placed {
    double at;
    size_t given; /* so that those at one place keep their order */
};

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    return a->at != b->at ? (a->at > b->at) - (a->at < b->at) : (a->given > b->given) - (a->given < b->given);
}

/* Every second goes until there are no more than `most`; at least the first and the last of all stay. */
static size_t thin(struct placed *ticks, size_t count, double most)
{
    const struct placed first = ticks[0], last = ticks[count - 1];
    while ((double)count > most && count >= 3) {
        for (size_t i = 0; 2 * i < count; i++)
            ticks[i] = ticks[2 * i];
        count = (count + 1) / 2;
    }
    if (count < 3)
        ticks[0] = first, ticks[1] = last, count = 2;
    return count;
}

hui_value *hui_scale_ticks_valid(hui_arena *arena, const hui_scale *scale, const hui_value *values, size_t value_count,
                                 double count, size_t *tick_count)
{
    const double a = scale->range_count > 0 ? hui_value_to_number(scale->range[0]) : 0;
    const double b = scale->range_count > 0 ? hui_value_to_number(scale->range[scale->range_count - 1]) : 1;
    const double low = floor(fmin(a, b)), high = ceil(fmax(a, b)), direction = a > b ? -1 : 1;
    struct placed *ticks = HUI_NEW_ARRAY(arena, struct placed, value_count + 1);
    size_t kept = 0;
    for (size_t i = 0; i < value_count; i++) {
        const double at = hui_scale_number(scale, values[i]);
        if (low <= at && at <= high)
            ticks[kept++] = (struct placed){direction * at, i};
    }
    qsort(ticks, kept, sizeof *ticks, compare_placed);
    if (count > 0 && kept > 1)
        kept = thin(ticks, kept, count);
    hui_value *valid = HUI_NEW_ARRAY(arena, hui_value, kept + 1);
    for (size_t i = 0; i < kept; i++)
        valid[i] = values[ticks[i].given];
    *tick_count = kept;
    return valid;
}

double hui_scale_tick_count(const hui_scale *scale, double count, double min_step)
{
    const unsigned traits = hui_scale_traits(scale->type);
    double most = fmin(isnan(count) ? 10 : count, HUI_MOST_TICKS);
    if (scale->bins)
        most = fmax(most, (double)scale->bin_count);
    if (isnan(min_step) || !(traits & (HUI_SCALE_CONTINUOUS | HUI_SCALE_DISCRETIZING)) || scale->domain_count == 0)
        return most;
    const double a = hui_scale_domain_number(scale, 0), b = hui_scale_domain_number(scale, scale->domain_count - 1);
    const double low = fmin(a, b), high = fmax(a, b), steps = (high - low) / min_step;
    most = fmin(most, floor(steps != 0 && !isnan(steps) ? steps : 1) + 1);
    if (!scale->bins && scale->type != HUI_SCALE_LOG && !(traits & HUI_SCALE_TEMPORAL) && low < high)
        while (most > 1 && hui_tick_step(low, high, most) < min_step)
            most--;
    return most;
}
