/* Dates read by a specifier, as d3-time-format's utcParse reads them. */
#include "base/number.h"
#include "data/calendar.h"
#include "data/date_scan.h"
#include "data/format.h"
#include "data/time_names.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

typedef struct date_fields {
    double year, month, quarter, day, hours, minutes, seconds, ms, half_day, zone;
    double weekday, monday_weekday, sunday_week, monday_week, iso_week, unix_ms, unix_seconds; /* NAN: not read */
} date_fields;

/* White space and digits within the next `units` characters; what is not a number is NULL. */
static const char *read_number(const char *at, int units, double *number)
{
    char digits[320];
    size_t count = 0, space;
    for (; units > 0 && (space = hui_date_space_size(at)) > 0; units--)
        at += space;
    for (; units > 0 && *at >= '0' && *at <= '9' && count < sizeof digits - 1; units--)
        digits[count++] = *at++;
    digits[count] = '\0';
    return hui_number_read(digits, number) ? at : NULL;
}

static bool starts_with(const char *text, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
        const char expected = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
        if (c != expected)
            return false;
    }
    return true;
}

/* `length` letters of each name count; 0: all. */
static const char *read_name(const char *at, const char *const *names, int count, size_t length, double *index)
{
    for (int i = 0; i < count; i++) {
        const size_t wanted = length ? length : strlen(names[i]);
        if (starts_with(at, names[i], wanted)) {
            *index = i;
            return at + wanted;
        }
    }
    return NULL;
}

static bool are_digits(const char *at, int count)
{
    for (int i = 0; i < count; i++)
        if (at[i] < '0' || at[i] > '9')
            return false;
    return true;
}

static double two_digits(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

/* d3 finds +08 and +0800 among the next six characters, and then counts its length from where it looked. */
static const char *read_zone(const char *at, double *zone)
{
    if (*at == 'Z') {
        *zone = 0;
        return at + 1;
    }
    for (int start = 0; start <= 3 && at[start]; start++) {
        const char *sign = at + start, *minutes = sign + 3;
        if ((*sign != '+' && *sign != '-') || !are_digits(sign + 1, 2))
            continue;
        const bool colon = *minutes == ':';
        const bool has_minutes = are_digits(minutes + colon, 2) && start + 5 + colon <= 6;
        const double hhmm = two_digits(sign + 1) * 100 + (has_minutes ? two_digits(minutes + colon) : 0);
        *zone = *sign == '+' ? -hhmm : hhmm;
        return at + (has_minutes ? 5 + colon : 3);
    }
    return NULL;
}

static const char *read_text(const char *at, const char *specifier, date_fields *fields);

static const char *read_day_part(const char *at, char letter, date_fields *fields)
{
    switch (letter) {
    case 'a':
        return read_name(at, hui_weekday_names, 7, 3, &fields->weekday);
    case 'A':
        return read_name(at, hui_weekday_names, 7, 0, &fields->weekday);
    case 'd':
    case 'e':
        return read_number(at, 2, &fields->day);
    case 'j':
        fields->month = 0;
        return read_number(at, 3, &fields->day);
    case 'u':
        return read_number(at, 1, &fields->monday_weekday);
    case 'U':
        return read_number(at, 2, &fields->sunday_week);
    case 'V':
        return read_number(at, 2, &fields->iso_week);
    case 'w':
        return read_number(at, 1, &fields->weekday);
    case 'W':
        return read_number(at, 2, &fields->monday_week);
    default:
        return NULL;
    }
}

static const char *read_year_part(const char *at, char letter, date_fields *fields)
{
    double number;
    const char *end = NULL;
    switch (letter) {
    case 'b':
        return read_name(at, hui_month_names, 12, 3, &fields->month);
    case 'B':
        return read_name(at, hui_month_names, 12, 0, &fields->month);
    case 'g':
    case 'y':
        end = read_number(at, 2, &number);
        fields->year = end ? number + (number > 68 ? 1900 : 2000) : fields->year;
        return end;
    case 'G':
    case 'Y':
        return read_number(at, 4, &fields->year);
    case 'm':
        end = read_number(at, 2, &number);
        fields->month = end ? number - 1 : fields->month;
        return end;
    case 'q':
        end = read_number(at, 1, &number);
        fields->quarter = end ? number * 3 - 3 : fields->quarter;
        return end;
    default:
        return NULL;
    }
}

static const char *read_time_part(const char *at, char letter, date_fields *fields)
{
    static const char *const half_days[] = {"AM", "PM"};
    double number;
    const char *end = NULL;
    switch (letter) {
    case 'f':
        end = read_number(at, 6, &number);
        fields->ms = end ? floor(number / 1000) : fields->ms;
        return end;
    case 'H':
    case 'I':
        return read_number(at, 2, &fields->hours);
    case 'L':
        return read_number(at, 3, &fields->ms);
    case 'M':
        return read_number(at, 2, &fields->minutes);
    case 'p':
        return read_name(at, half_days, 2, 0, &fields->half_day);
    case 'Q':
        return read_number(at, 300, &fields->unix_ms);
    case 's':
        return read_number(at, 300, &fields->unix_seconds);
    case 'S':
        return read_number(at, 2, &fields->seconds);
    case 'Z':
        return read_zone(at, &fields->zone);
    case '%':
        return *at == '%' ? at + 1 : NULL;
    default:
        return NULL;
    }
}

static const char *read_part(const char *at, char letter, date_fields *fields)
{
    const char *const whole = hui_time_specifier(letter);
    if (whole)
        return read_text(at, whole, fields);
    if (letter && strchr("aAdejuUVwW", letter))
        return read_day_part(at, letter, fields);
    if (letter && strchr("bBgGmqyY", letter))
        return read_year_part(at, letter, fields);
    return read_time_part(at, letter, fields);
}

/* Where `text` goes on behind what the specifier names; NULL if it does not match. */
static const char *read_text(const char *at, const char *specifier, date_fields *fields)
{
    while (*specifier) {
        if (!*at)
            return NULL;
        if (*specifier != '%') {
            if (*specifier++ != *at++)
                return NULL;
            continue;
        }
        specifier++;
        if (*specifier == '-' || *specifier == '_' || *specifier == '0')
            specifier++;
        at = *specifier ? read_part(at, *specifier++, fields) : NULL;
        if (!at)
            return NULL;
    }
    return at;
}

/* The years 0 to 99 are reckoned with those days that the year -1 has, as d3 does. */
static double ms_of_year(double year, double month, double day, double time)
{
    if (!(year >= 0 && year < 100))
        return hui_calendar_ms(year, month, day, 0, 0, 0, time);
    const double ms = hui_calendar_ms(-1, month, day, 0, 0, 0, time);
    const hui_date date = hui_date_of(ms);
    return hui_calendar_ms(year, date.month, date.day, date.hours, date.minutes, date.seconds, date.milliseconds);
}

/* The Monday that begins the year's first week with at least four days of it. */
static double first_iso_monday(double year)
{
    return hui_calendar_week_floor(ms_of_year(year, 0, 1, 0) + 3 * HUI_DAY_MS, 1);
}

static bool resolve_week(date_fields *fields)
{
    if (!isnan(fields->iso_week)) {
        if (fields->iso_week < 1 || fields->iso_week > 53)
            return false;
        const double weekday = isnan(fields->weekday) ? 1 : fields->weekday;
        const hui_date monday = hui_date_of(first_iso_monday(fields->year) + (fields->iso_week - 1) * HUI_WEEK_MS);
        fields->year = monday.year;
        fields->month = monday.month;
        fields->day = monday.day + fmod(weekday + 6, 7);
        return true;
    }
    const bool mondays = !isnan(fields->monday_week);
    if (!mondays && isnan(fields->sunday_week))
        return true;
    const double given = !isnan(fields->weekday)          ? fields->weekday
                         : !isnan(fields->monday_weekday) ? fmod(fields->monday_weekday, 7)
                                                          : mondays;
    const int first = hui_date_of(ms_of_year(fields->year, 0, 1, 0)).weekday;
    fields->month = 0;
    fields->day = mondays ? fmod(given + 6, 7) + fields->monday_week * 7 - (first + 5) % 7
                          : given + fields->sunday_week * 7 - (first + 6) % 7;
    return true;
}

double hui_date_parse_format(const char *specifier, const char *text)
{
    date_fields fields = {.year = 1900, .month = NAN, .quarter = NAN, .day = 1, .half_day = NAN};
    fields.weekday = fields.monday_weekday = fields.sunday_week = fields.monday_week = fields.iso_week = NAN;
    fields.unix_ms = fields.unix_seconds = NAN;
    const char *end = read_text(text, specifier, &fields);
    if (!end || *end)
        return NAN;
    if (!isnan(fields.unix_ms))
        return hui_calendar_clip(fields.unix_ms);
    if (!isnan(fields.unix_seconds))
        return hui_calendar_clip(fields.unix_seconds * HUI_SECOND_MS + fields.ms);
    if (!isnan(fields.half_day))
        fields.hours = fmod(fields.hours, 12) + fields.half_day * 12;
    if (isnan(fields.month))
        fields.month = isnan(fields.quarter) ? 0 : fields.quarter;
    if (!resolve_week(&fields))
        return NAN;
    const double hours = fields.hours + trunc(fields.zone / 100), minutes = fields.minutes + fmod(fields.zone, 100);
    return ms_of_year(fields.year, fields.month, fields.day,
                      hours * HUI_HOUR_MS + minutes * HUI_MINUTE_MS + fields.seconds * HUI_SECOND_MS + fields.ms);
}
