/* Fields of dates and dates of fields: the Gregorian calendar, endless both ways. */
#include "data/calendar.h"
#include "data/format.h"

#include <math.h>
#include <stdint.h>

/* Years that begin in March put the leap day last: every month then begins at a fixed day of the year. */
enum { DAYS_OF_400_YEARS = 146097, DAYS_OF_YEAR_0_TO_1970 = 719468 };

double hui_calendar_clip(double ms)
{
    return fabs(ms) <= 8.64e15 ? trunc(ms) + 0.0 : NAN;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

double hui_calendar_day(double year, double month)
{
    if (!(fabs(year) <= 1e6) || !(fabs(month) <= 1e7))
        return NAN;
    const int64_t months = (int64_t)year * 12 + (int64_t)month - 2; /* since March of year 0 */
    const int64_t march_year = floor_div(months, 12), cycle = floor_div(march_year, 400),
                  within = march_year - cycle * 400;
    const int64_t day_of_year = (153 * (months - march_year * 12) + 2) / 5;
    const int64_t days = within * 365 + within / 4 - within / 100 + day_of_year;
    return (double)(cycle * DAYS_OF_400_YEARS + days - DAYS_OF_YEAR_0_TO_1970);
}

double hui_calendar_ms(double year, double month, double day, double hours, double minutes, double seconds, double ms)
{
    const double first = hui_calendar_day(trunc(year), trunc(month));
    const double time =
        trunc(hours) * HUI_HOUR_MS + trunc(minutes) * HUI_MINUTE_MS + trunc(seconds) * HUI_SECOND_MS + trunc(ms);
    return hui_calendar_clip((first + trunc(day) - 1) * HUI_DAY_MS + time);
}

double hui_date_ms(double year, double month, double day, double hours, double minutes, double seconds, double ms)
{
    const double whole = trunc(year);
    return hui_calendar_ms(whole >= 0 && whole <= 99 ? 1900 + whole : year, month, day, hours, minutes, seconds, ms);
}

static int weekday_of(int64_t day)
{
    const int64_t shifted = day + 4; /* 1970-01-01 was a Thursday */
    return (int)(shifted - floor_div(shifted, 7) * 7);
}

int hui_calendar_weekday(double day)
{
    return fabs(day) < 1e9 ? weekday_of((int64_t)day) : 0;
}

double hui_calendar_day_floor(double ms)
{
    return floor(ms / HUI_DAY_MS) * HUI_DAY_MS;
}

double hui_calendar_week_floor(double ms, int weekday)
{
    const double day = floor(ms / HUI_DAY_MS);
    return (day - (hui_calendar_weekday(day) + 7 - weekday) % 7) * HUI_DAY_MS;
}

static void find_day(int64_t days, hui_date *date)
{
    const int64_t shifted = days + DAYS_OF_YEAR_0_TO_1970, cycle = floor_div(shifted, DAYS_OF_400_YEARS);
    const int64_t day = shifted - cycle * DAYS_OF_400_YEARS;
    const int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    const int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * day_of_year + 2) / 153;
    date->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    date->month = (int)((month + 2) % 12);
    date->year = (int)(cycle * 400 + year + (month >= 10));
}

hui_date hui_date_of(double ms)
{
    hui_date date = {0};
    const double clipped = hui_calendar_clip(ms);
    if (isnan(clipped))
        return date;
    const int64_t day = floor_div((int64_t)clipped, (int64_t)HUI_DAY_MS);
    const int within = (int)((int64_t)clipped - day * (int64_t)HUI_DAY_MS);
    find_day(day, &date);
    date.weekday = weekday_of(day);
    date.hours = within / 3600000;
    date.minutes = within / 60000 % 60;
    date.seconds = within / 1000 % 60;
    date.milliseconds = within % 1000;
    return date;
}
