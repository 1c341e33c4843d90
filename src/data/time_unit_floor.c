/* Starts of time units and what lies whole units away. */
#include "data/calendar.h"
#include "data/format.h"
#include "data/time_unit.h"

#include <math.h>

/* Vega's year for units without one: a leap year that begins on a Sunday. */
enum { REFERENCE_YEAR = 2012 };

typedef struct unit_step {
    unsigned smallest;
    double step;
} unit_step;

/* Counted from `first`, in steps if it is the smallest part. */
static double stepped(unit_step rounding, unsigned part, double value, double first)
{
    if (part != rounding.smallest)
        return value;
    return first + floor((value - first) / rounding.step) * rounding.step;
}

/* The day of January on which the week begins; weeks count from the year's first Sunday. */
static double week_start(double week, double year)
{
    return week * 7 - (hui_calendar_weekday(hui_calendar_day(year, 0)) + 6) % 7;
}

static double month_of(unsigned parts, unit_step rounding, const hui_date *date)
{
    if (parts & HUI_TIME_MONTH)
        return stepped(rounding, HUI_TIME_MONTH, date->month, 0);
    if (parts & HUI_TIME_QUARTER)
        return 3 * stepped(rounding, HUI_TIME_QUARTER, date->month / 3, 0);
    return 0;
}

static double day_of_year(const hui_date *date)
{
    return hui_calendar_day(date->year, date->month) - hui_calendar_day(date->year, 0) + date->day;
}

static double week_of_year(const hui_date *date)
{
    return floor((day_of_year(date) + 6 - date->weekday) / 7);
}

static double day_of(unsigned parts, unit_step rounding, const hui_date *date, double year)
{
    if (parts & HUI_TIME_DATE)
        return stepped(rounding, HUI_TIME_DATE, date->day, 1);
    if (parts & HUI_TIME_WEEK && parts & HUI_TIME_DAY)
        return stepped(rounding, HUI_TIME_DAY, week_start(week_of_year(date), year) + date->weekday, 1);
    if (parts & HUI_TIME_WEEK)
        return week_start(stepped(rounding, HUI_TIME_WEEK, week_of_year(date), 1), year);
    if (parts & HUI_TIME_DAY)
        return stepped(rounding, HUI_TIME_DAY, week_start(1, year) + date->weekday, 1);
    if (parts & HUI_TIME_DAYOFYEAR)
        return stepped(rounding, HUI_TIME_DAYOFYEAR, day_of_year(date), 1);
    return 1;
}

static double time_of(unsigned parts, unit_step rounding, const hui_date *date)
{
    double time = 0;
    if (parts & HUI_TIME_HOURS)
        time += stepped(rounding, HUI_TIME_HOURS, date->hours, 0) * HUI_HOUR_MS;
    if (parts & HUI_TIME_MINUTES)
        time += stepped(rounding, HUI_TIME_MINUTES, date->minutes, 0) * HUI_MINUTE_MS;
    if (parts & HUI_TIME_SECONDS)
        time += stepped(rounding, HUI_TIME_SECONDS, date->seconds, 0) * HUI_SECOND_MS;
    if (parts & HUI_TIME_MILLISECONDS)
        time += stepped(rounding, HUI_TIME_MILLISECONDS, date->milliseconds, 0);
    return time;
}

double hui_time_unit_floor(hui_time_unit unit, double ms)
{
    const unit_step rounding = {hui_time_unit_smallest(unit), unit.step > 1 ? unit.step : 1};
    if (isnan(hui_calendar_clip(ms)))
        return NAN;
    const hui_date date = hui_date_of(ms);
    const double year = unit.parts & HUI_TIME_YEAR ? stepped(rounding, HUI_TIME_YEAR, date.year, 0) : REFERENCE_YEAR;
    return hui_calendar_ms(year, month_of(unit.parts, rounding, &date), day_of(unit.parts, rounding, &date, year), 0, 0,
                           0, time_of(unit.parts, rounding, &date));
}

/* Quarters begin in January, April, July and October, wherever one starts to count. */
static double quarter_offset(double month, double quarters)
{
    return (quarters < 0 ? ceil(month / 3) : floor(month / 3)) * 3 + quarters * 3;
}

double hui_time_unit_offset(hui_time_unit unit, double ms, double steps)
{
    const double count = floor(steps) * (unit.step > 1 ? unit.step : 1), time = hui_calendar_clip(ms);
    const hui_date date = hui_date_of(time);
    double year = date.year, month = date.month, day = date.day;
    if (isnan(time) || !isfinite(count))
        return NAN;
    switch (hui_time_unit_smallest(unit)) {
    case HUI_TIME_YEAR:
        year += count;
        break;
    case HUI_TIME_QUARTER:
        month = count == 0 ? month : quarter_offset(month, count);
        break;
    case HUI_TIME_MONTH:
        month += count;
        break;
    case HUI_TIME_WEEK:
        day += 7 * count;
        break;
    case HUI_TIME_DATE:
    case HUI_TIME_DAY:
    case HUI_TIME_DAYOFYEAR:
        day += count;
        break;
    case HUI_TIME_HOURS:
        return hui_calendar_clip(time + count * HUI_HOUR_MS);
    case HUI_TIME_MINUTES:
        return hui_calendar_clip(time + count * HUI_MINUTE_MS);
    case HUI_TIME_SECONDS:
        return hui_calendar_clip(time + count * HUI_SECOND_MS);
    default:
        return hui_calendar_clip(time + count);
    }
    return hui_calendar_ms(year, month, day, date.hours, date.minutes, date.seconds, date.milliseconds);
}
