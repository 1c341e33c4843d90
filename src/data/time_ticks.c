/* Ticks and round ends of time scales: the interval that fits, and where it begins. */
#include "base/vec.h"
#include "data/calendar.h"
#include "data/tick_step.h"
#include "data/time_interval.h"
#include "data/time_unit.h"

#include <math.h>

#define MONTH_MS (30 * HUI_DAY_MS)
#define YEAR_MS (365 * HUI_DAY_MS)

/* Nobody reads more, and seconds of centuries would fill the memory. */
enum { MOST_TICKS = 10000 };

typedef struct candidate {
    unsigned part;
    int step;
    double length;
} candidate;

static const candidate candidates[] = {{HUI_TIME_SECONDS, 1, HUI_SECOND_MS},
                                       {HUI_TIME_SECONDS, 5, 5 * HUI_SECOND_MS},
                                       {HUI_TIME_SECONDS, 15, 15 * HUI_SECOND_MS},
                                       {HUI_TIME_SECONDS, 30, 30 * HUI_SECOND_MS},
                                       {HUI_TIME_MINUTES, 1, HUI_MINUTE_MS},
                                       {HUI_TIME_MINUTES, 5, 5 * HUI_MINUTE_MS},
                                       {HUI_TIME_MINUTES, 15, 15 * HUI_MINUTE_MS},
                                       {HUI_TIME_MINUTES, 30, 30 * HUI_MINUTE_MS},
                                       {HUI_TIME_HOURS, 1, HUI_HOUR_MS},
                                       {HUI_TIME_HOURS, 3, 3 * HUI_HOUR_MS},
                                       {HUI_TIME_HOURS, 6, 6 * HUI_HOUR_MS},
                                       {HUI_TIME_HOURS, 12, 12 * HUI_HOUR_MS},
                                       {HUI_TIME_DATE, 1, HUI_DAY_MS},
                                       {HUI_TIME_DATE, 2, 2 * HUI_DAY_MS},
                                       {HUI_TIME_WEEK, 1, HUI_WEEK_MS},
                                       {HUI_TIME_MONTH, 1, MONTH_MS},
                                       {HUI_TIME_MONTH, 3, 3 * MONTH_MS},
                                       {HUI_TIME_YEAR, 1, YEAR_MS}};

/* The candidate whose length is nearest to `target` by ratio; NULL if it is shorter or longer than all. */
static const candidate *nearest(double target)
{
    const candidate *below = NULL;
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        const candidate *above = &candidates[i];
        if (above->length > target)
            return below && target / below->length < above->length / target ? below : below ? above : NULL;
        below = above;
    }
    return NULL;
}

static hui_time_interval every(unsigned part, double step, bool through)
{
    const double whole = floor(step);
    if (!isfinite(whole) || whole < 1)
        return (hui_time_interval){0};
    return (hui_time_interval){part, whole, through};
}

static hui_time_interval interval_for(double start, double stop, double count, bool utc)
{
    const double wanted = isnan(count) ? 10 : count, target = fabs(stop - start) / wanted;
    const candidate *found = nearest(target);
    if (found)
        return every(found->part, found->step, utc && found->part == HUI_TIME_DATE);
    if (target < HUI_SECOND_MS) {
        const double step = hui_tick_step(start, stop, wanted);
        return every(HUI_TIME_MILLISECONDS, step < 1 ? 1 : step, false);
    }
    return every(HUI_TIME_YEAR, hui_tick_step(start / YEAR_MS, stop / YEAR_MS, wanted), false);
}

/* Scales of time round their domains to whole ms. */
static double round_ms(double ms)
{
    return floor(ms + 0.5);
}

static double *ticks_of(hui_arena *arena, hui_time_interval interval, double start, double stop, size_t *tick_count)
{
    HUI_VEC(double) ticks = {0};
    const double end = fmax(start, stop);
    double tick = interval.part ? hui_time_interval_ceil(interval, fmin(start, stop)) : NAN;
    while (tick <= end && ticks.count < MOST_TICKS) {
        *hui_vec_push(arena, &ticks) = tick;
        tick = hui_time_interval_next(interval, tick);
    }
    for (size_t i = 0; stop < start && i < ticks.count / 2; i++) {
        const double swapped = ticks.at[i];
        ticks.at[i] = ticks.at[ticks.count - 1 - i];
        ticks.at[ticks.count - 1 - i] = swapped;
    }
    *tick_count = ticks.count;
    return ticks.at;
}

static void widen(hui_time_interval interval, double *start, double *stop)
{
    double *low = *stop < *start ? stop : start, *high = low == start ? stop : start;
    if (!interval.part)
        return;
    *low = hui_time_interval_floor(interval, round_ms(*low));
    *high = hui_time_interval_ceil(interval, round_ms(*high));
}

static double *ticks_about(hui_arena *arena, double start, double stop, double count, bool utc, size_t *tick_count)
{
    const double a = round_ms(start), b = round_ms(stop);
    return ticks_of(arena, interval_for(fmin(a, b), fmax(a, b), count, utc), a, b, tick_count);
}

double *hui_time_ticks(hui_arena *arena, double start, double stop, double count, size_t *tick_count)
{
    return ticks_about(arena, start, stop, count, false, tick_count);
}

double *hui_utc_ticks(hui_arena *arena, double start, double stop, double count, size_t *tick_count)
{
    return ticks_about(arena, start, stop, count, true, tick_count);
}

double *hui_time_ticks_every(hui_arena *arena, double start, double stop, unsigned part, int step, size_t *tick_count)
{
    return ticks_of(arena, every(part, step < 1 ? 1 : step, false), round_ms(start), round_ms(stop), tick_count);
}

void hui_time_nice(double *start, double *stop, double count)
{
    widen(interval_for(round_ms(*start), round_ms(*stop), count, false), start, stop);
}

void hui_utc_nice(double *start, double *stop, double count)
{
    widen(interval_for(round_ms(*start), round_ms(*stop), count, true), start, stop);
}

void hui_time_nice_every(double *start, double *stop, unsigned part, int step)
{
    widen(every(part, step < 1 ? 1 : step, false), start, stop);
}
