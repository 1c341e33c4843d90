/* Intervals of the calendar: where they begin and which comes next. */
#include "data/time_interval.h"
#include "data/calendar.h"
#include "data/format.h"
#include "data/time_unit.h"

#include <math.h>

/* The larger unit from whose start an interval counts, and the length of the part. */
typedef struct larger {
    double start, stop, part;
} larger;

static larger larger_of(unsigned part, double ms)
{
    const double length = part == HUI_TIME_HOURS ? HUI_DAY_MS : part == HUI_TIME_MINUTES ? HUI_HOUR_MS : HUI_MINUTE_MS;
    const double unit = part == HUI_TIME_HOURS ? HUI_HOUR_MS : part == HUI_TIME_MINUTES ? HUI_MINUTE_MS : HUI_SECOND_MS;
    const double start = floor(ms / length) * length;
    return (larger){start, start + length, unit};
}

static larger month_of(double ms)
{
    const hui_date date = hui_date_of(ms);
    return (larger){hui_calendar_day(date.year, date.month) * HUI_DAY_MS,
                    hui_calendar_day(date.year, date.month + 1) * HUI_DAY_MS, HUI_DAY_MS};
}

static double floor_within(larger unit, double step, double ms)
{
    return unit.start + floor((ms - unit.start) / (unit.part * step)) * (unit.part * step);
}

static double floor_from(double origin, double length, double ms)
{
    return origin + floor((ms - origin) / length) * length;
}

static double month_floor(double step, double ms)
{
    const hui_date date = hui_date_of(ms);
    return hui_calendar_day(date.year, date.month - fmod(date.month, step)) * HUI_DAY_MS;
}

double hui_time_interval_floor(hui_time_interval interval, double ms)
{
    const double step = interval.step, time = hui_calendar_clip(ms);
    if (isnan(time))
        return time;
    switch (interval.part) {
    case HUI_TIME_YEAR:
        return hui_calendar_clip(hui_calendar_day(floor(hui_date_of(time).year / step) * step, 0) * HUI_DAY_MS);
    case HUI_TIME_QUARTER:
        return month_floor(step * 3, time);
    case HUI_TIME_MONTH:
        return month_floor(step, time);
    case HUI_TIME_WEEK:
        return floor_from(hui_calendar_week_floor(0, 0), step * HUI_WEEK_MS, time);
    case HUI_TIME_DATE:
    case HUI_TIME_DAY:
    case HUI_TIME_DAYOFYEAR:
        return interval.through ? floor_from(0, step * HUI_DAY_MS, time) : floor_within(month_of(time), step, time);
    case HUI_TIME_HOURS:
    case HUI_TIME_MINUTES:
    case HUI_TIME_SECONDS:
        return floor_within(larger_of(interval.part, time), step, time);
    case HUI_TIME_MILLISECONDS:
        return floor_from(0, step, time);
    default:
        return time;
    }
}

static double next_month(double step, double ms)
{
    const hui_date date = hui_date_of(ms);
    return hui_calendar_day(date.year, fmin(date.month + step, 12)) * HUI_DAY_MS;
}

static double next_within(larger unit, double step, double ms)
{
    return fmin(ms + unit.part * step, unit.stop);
}

static double next_start(hui_time_interval interval, double ms)
{
    const double step = interval.step;
    switch (interval.part) {
    case HUI_TIME_YEAR:
        return hui_calendar_day(hui_date_of(ms).year + step, 0) * HUI_DAY_MS;
    case HUI_TIME_QUARTER:
        return next_month(step * 3, ms);
    case HUI_TIME_MONTH:
        return next_month(step, ms);
    case HUI_TIME_WEEK:
        return ms + step * HUI_WEEK_MS;
    case HUI_TIME_DATE:
    case HUI_TIME_DAY:
    case HUI_TIME_DAYOFYEAR:
        return interval.through ? ms + step * HUI_DAY_MS : next_within(month_of(ms), step, ms);
    case HUI_TIME_HOURS:
    case HUI_TIME_MINUTES:
    case HUI_TIME_SECONDS:
        return next_within(larger_of(interval.part, ms), step, ms);
    case HUI_TIME_MILLISECONDS:
        return ms + step;
    default:
        return NAN;
    }
}

double hui_time_interval_next(hui_time_interval interval, double ms)
{
    return hui_calendar_clip(next_start(interval, hui_calendar_clip(ms)));
}

double hui_time_interval_ceil(hui_time_interval interval, double ms)
{
    return hui_time_interval_next(interval, hui_time_interval_floor(interval, ms - 1));
}
