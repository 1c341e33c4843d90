/* Functions of expressions: dates. All are in UTC, so those of local time and their utc twins are the same. */
#include "data/expr_node.h"

#include "base/vec.h"
#include "data/calendar.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

enum { MOST_QUARTERS = 10000 };

typedef enum date_part {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    ISO_WEEK,
    DATE,
    DAY,
    DAY_OF_YEAR,
    HOURS,
    MINUTES,
    SECONDS,
    MILLISECONDS,
    TIME,
    ZONE
} date_part;

/* The units of timeOffset and timeSequence: the parts that make one. */
static const char *const unit_words[] = {"year", "quarter",   "month", "week",    "isoweek", "date",
                                         "day",  "dayofyear", "hours", "minutes", "seconds", "milliseconds"};

static const double unit_lengths[] = {[WEEK] = HUI_WEEK_MS,      [ISO_WEEK] = HUI_WEEK_MS,   [DATE] = HUI_DAY_MS,
                                      [DAY] = HUI_DAY_MS,        [DAY_OF_YEAR] = HUI_DAY_MS, [HOURS] = HUI_HOUR_MS,
                                      [MINUTES] = HUI_MINUTE_MS, [SECONDS] = HUI_SECOND_MS,  [MILLISECONDS] = 1};

/* `new Date(value)`: arrays and objects count as their text. */
static double time_of(hui_arena *arena, hui_value value)
{
    if (value.kind == HUI_VALUE_STRING || value.kind >= HUI_VALUE_ARRAY)
        return hui_date_parse(hui_value_to_string(arena, value));
    return hui_calendar_clip(hui_value_to_number(value));
}

static double week_of(double ms, int weekday)
{
    const double year = hui_calendar_day(hui_date_of(ms).year, 0) * HUI_DAY_MS;
    return (hui_calendar_week_floor(ms, weekday) - hui_calendar_week_floor(year - 1, weekday)) / HUI_WEEK_MS;
}

/* Weeks belong to the year of their Thursday, and the first is that of January 4. */
static double iso_week_of(double ms)
{
    const double monday = hui_calendar_week_floor(ms, 1);
    const double year = hui_calendar_day(hui_date_of(monday + 3 * HUI_DAY_MS).year, 0) * HUI_DAY_MS;
    return 1 + (monday - hui_calendar_week_floor(year + 3 * HUI_DAY_MS, 1)) / HUI_WEEK_MS;
}

static double part_of(double ms, date_part part)
{
    if (isnan(ms))
        return part == QUARTER ? 1 : (double)NAN;
    const hui_date date = hui_date_of(ms);
    switch (part) {
    case YEAR:
        return date.year;
    case QUARTER:
        return 1 + date.month / 3;
    case MONTH:
        return date.month;
    case WEEK:
        return week_of(ms, 0);
    case ISO_WEEK:
        return iso_week_of(ms);
    case DATE:
        return date.day;
    case DAY:
        return date.weekday;
    case DAY_OF_YEAR:
        return hui_calendar_day_floor(ms) / HUI_DAY_MS - hui_calendar_day(date.year, 0) + 1;
    case HOURS:
        return date.hours;
    case MINUTES:
        return date.minutes;
    case SECONDS:
        return date.seconds;
    case MILLISECONDS:
        return date.milliseconds;
    case TIME:
        return ms;
    case ZONE:
        return 0;
    }
    return NAN;
}

static hui_value part_of_date(const hui_expr_call *call)
{
    const double ms = call->count ? time_of(call->scope->arena, call->at[0]) : 0;
    return hui_value_number(part_of(ms, (date_part)call->function->detail));
}

static hui_value now(const hui_expr_call *call)
{
    (void)call;
    return hui_value_number(0);
}

/* Date.UTC: year and month to milliseconds, those left out being the first. */
static double from_parts(const hui_expr_call *call)
{
    double parts[] = {NAN, 0, 1, 0, 0, 0, 0};
    for (size_t i = 0; i < call->count && i < sizeof parts / sizeof *parts; i++)
        parts[i] = hui_expr_number(call, i);
    return hui_calendar_clip(hui_date_ms(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]));
}

static hui_value utc(const hui_expr_call *call)
{
    return hui_value_number(from_parts(call));
}

static hui_value datetime(const hui_expr_call *call)
{
    if (call->count < 2)
        return hui_value_date(call->count ? time_of(call->scope->arena, call->at[0]) : 0);
    return hui_value_date(from_parts(call));
}

/* Intervals */

static bool find_unit(hui_value word, date_part *unit)
{
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++) {
        if (word.kind == HUI_VALUE_STRING && strcmp(word.string, unit_words[i]) == 0) {
            *unit = (date_part)i;
            return true;
        }
    }
    return false;
}

/* A day that the month does not have carries over into the next. */
static double later_months(double ms, double years, double months)
{
    const hui_date date = hui_date_of(ms);
    return hui_calendar_clip(hui_calendar_ms(date.year + years, date.month + months, date.day, date.hours, date.minutes,
                                             date.seconds, date.milliseconds));
}

/* Month by month, to the next one that begins a quarter. */
static double later_quarters(double ms, double steps)
{
    const double direction = steps < 0 ? -1 : 1;
    if (fabs(steps) > MOST_QUARTERS)
        return NAN;
    for (; steps * direction >= 1 && !isnan(ms); steps -= direction)
        do
            ms = later_months(ms, 0, direction);
        while (!isnan(ms) && hui_date_of(ms).month % 3 != 0);
    return ms;
}

static double later(date_part unit, double ms, double steps)
{
    if (isnan(ms) || isnan(steps))
        return NAN;
    if (unit == QUARTER)
        return later_quarters(ms, steps);
    if (unit == YEAR || unit == MONTH)
        return later_months(ms, unit == YEAR ? steps : 0, unit == YEAR ? 0 : steps);
    return hui_calendar_clip(ms + steps * unit_lengths[unit]);
}

static double start_of(date_part unit, double ms)
{
    if (isnan(ms))
        return NAN;
    const hui_date date = hui_date_of(ms);
    if (unit == YEAR || unit == MONTH || unit == QUARTER)
        return HUI_DAY_MS * hui_calendar_day(date.year, unit == YEAR      ? 0
                                                        : unit == QUARTER ? date.month - date.month % 3
                                                                          : date.month);
    if (unit == WEEK || unit == ISO_WEEK)
        return hui_calendar_week_floor(ms, unit == WEEK ? 0 : 1);
    return floor(ms / unit_lengths[unit]) * unit_lengths[unit];
}

static double read_step(const hui_expr_call *call, size_t index)
{
    const hui_value step = hui_expr_argument(call, index);
    const bool is_missing = step.kind == HUI_VALUE_UNDEFINED || step.kind == HUI_VALUE_NULL;
    return is_missing ? 1 : floor(hui_value_to_number(step));
}

static hui_value time_offset(const hui_expr_call *call)
{
    date_part unit;
    if (!find_unit(hui_expr_argument(call, 0), &unit))
        return (hui_value){0};
    return hui_value_date(later(unit, hui_calendar_clip(hui_expr_number(call, 1)), read_step(call, 2)));
}

/* Starts of the unit from the first that is not before `start` to before `stop`. */
static hui_value time_sequence(const hui_expr_call *call)
{
    const hui_expr_scope *const scope = call->scope;
    const double stop = hui_expr_number(call, 2), step = read_step(call, 3);
    HUI_VEC(hui_value) items = {0};
    date_part unit;
    if (!find_unit(hui_expr_argument(call, 0), &unit))
        return (hui_value){0};
    double at = start_of(unit, later(unit, start_of(unit, hui_calendar_clip(hui_expr_number(call, 1) - 1)), 1));
    double previous = -INFINITY;
    while (step > 0 && at > previous && at < stop) {
        if (!hui_expr_has_room(scope, (double)items.count * sizeof(hui_value)))
            return (hui_value){0};
        *hui_vec_push(scope->arena, &items) = hui_value_date(at);
        previous = at;
        at = start_of(unit, later(unit, at, step));
    }
    return hui_expr_array(items.at ? items.at : hui_expr_items(scope, 0), items.count);
}

const hui_expr_function hui_expr_date_functions[] = {HUI_EXPR_FUNCTION("now", now),
                                                     HUI_EXPR_FUNCTION("datetime", datetime),
                                                     HUI_EXPR_FUNCTION("utc", utc),
                                                     HUI_EXPR_VARIANT("year", part_of_date, YEAR),
                                                     HUI_EXPR_VARIANT("quarter", part_of_date, QUARTER),
                                                     HUI_EXPR_VARIANT("month", part_of_date, MONTH),
                                                     HUI_EXPR_VARIANT("week", part_of_date, WEEK),
                                                     HUI_EXPR_VARIANT("isoweek", part_of_date, ISO_WEEK),
                                                     HUI_EXPR_VARIANT("date", part_of_date, DATE),
                                                     HUI_EXPR_VARIANT("day", part_of_date, DAY),
                                                     HUI_EXPR_VARIANT("dayofyear", part_of_date, DAY_OF_YEAR),
                                                     HUI_EXPR_VARIANT("hours", part_of_date, HOURS),
                                                     HUI_EXPR_VARIANT("minutes", part_of_date, MINUTES),
                                                     HUI_EXPR_VARIANT("seconds", part_of_date, SECONDS),
                                                     HUI_EXPR_VARIANT("milliseconds", part_of_date, MILLISECONDS),
                                                     HUI_EXPR_VARIANT("time", part_of_date, TIME),
                                                     HUI_EXPR_VARIANT("timezoneoffset", part_of_date, ZONE),
                                                     HUI_EXPR_VARIANT("utcyear", part_of_date, YEAR),
                                                     HUI_EXPR_VARIANT("utcquarter", part_of_date, QUARTER),
                                                     HUI_EXPR_VARIANT("utcmonth", part_of_date, MONTH),
                                                     HUI_EXPR_VARIANT("utcweek", part_of_date, WEEK),
                                                     HUI_EXPR_VARIANT("utcisoweek", part_of_date, ISO_WEEK),
                                                     HUI_EXPR_VARIANT("utcdate", part_of_date, DATE),
                                                     HUI_EXPR_VARIANT("utcday", part_of_date, DAY),
                                                     HUI_EXPR_VARIANT("utcdayofyear", part_of_date, DAY_OF_YEAR),
                                                     HUI_EXPR_VARIANT("utchours", part_of_date, HOURS),
                                                     HUI_EXPR_VARIANT("utcminutes", part_of_date, MINUTES),
                                                     HUI_EXPR_VARIANT("utcseconds", part_of_date, SECONDS),
                                                     HUI_EXPR_VARIANT("utcmilliseconds", part_of_date, MILLISECONDS),
                                                     HUI_EXPR_FUNCTION("timeOffset", time_offset),
                                                     HUI_EXPR_FUNCTION("utcOffset", time_offset),
                                                     HUI_EXPR_FUNCTION("timeSequence", time_sequence),
                                                     HUI_EXPR_FUNCTION("utcSequence", time_sequence),
                                                     {0}};
