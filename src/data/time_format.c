/* Dates as text by a specifier of d3-time-format, in English (US). */
#include "base/vec.h"
#include "data/calendar.h"
#include "data/format.h"
#include "data/time_names.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct date_writer {
    hui_arena *arena;
    HUI_VEC(char) text;
    double ms; /* NAN: no date; numbers then read NaN, and names are left out */
    hui_date date;
} date_writer;

static void add_bytes(date_writer *writer, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        *hui_vec_push(writer->arena, &writer->text) = bytes[i];
}

static void add_string(date_writer *writer, const char *string)
{
    add_bytes(writer, string, strlen(string));
}

/* At least `width` figures, filled up with `fill` (0: nothing) behind the minus. */
static void add_number(date_writer *writer, double number, char fill, size_t width)
{
    char figures[24];
    size_t at = sizeof figures;
    if (isnan(writer->ms))
        memcpy(figures + (at -= 3), "NaN", 3);
    else
        for (int64_t left = (int64_t)fabs(number); left || at == sizeof figures; left /= 10)
            figures[--at] = (char)('0' + left % 10);
    if (number < 0)
        add_string(writer, "-");
    for (size_t i = sizeof figures - at; fill && i < width; i++)
        add_bytes(writer, &fill, 1);
    add_bytes(writer, figures + at, sizeof figures - at);
}

static void add_name(date_writer *writer, const char *name, size_t size)
{
    if (!isnan(writer->ms))
        add_bytes(writer, name, size);
}

static int day_of_year(const hui_date *date)
{
    const double first = hui_calendar_day(date->year, 0);
    return (int)(hui_calendar_day(date->year, date->month) - first) + date->day;
}

/* Weeks that begin on `weekday`, the first such day of the year beginning the first. */
static int week_of_year(const hui_date *date, int weekday)
{
    return (day_of_year(date) + 6 - (date->weekday + 7 - weekday) % 7) / 7;
}

/* A week belongs to the year that its Thursday is in (ISO 8601). */
static hui_date thursday_of(const date_writer *writer)
{
    return hui_date_of(hui_calendar_week_floor(writer->ms, 1) + 3 * HUI_DAY_MS);
}

static void add_day_part(date_writer *writer, char letter, char fill)
{
    const hui_date *const date = &writer->date;
    switch (letter) {
    case 'a':
        add_name(writer, hui_weekday_names[date->weekday], 3);
        break;
    case 'A':
        add_name(writer, hui_weekday_names[date->weekday], strlen(hui_weekday_names[date->weekday]));
        break;
    case 'd':
    case 'e':
        add_number(writer, date->day, fill, 2);
        break;
    case 'j':
        add_number(writer, day_of_year(date), fill, 3);
        break;
    case 'u':
        add_number(writer, date->weekday ? date->weekday : 7, fill, 1);
        break;
    case 'U':
        add_number(writer, week_of_year(date, 0), fill, 2);
        break;
    case 'V': {
        const hui_date thursday = thursday_of(writer);
        add_number(writer, (day_of_year(&thursday) + 6) / 7, fill, 2);
        break;
    }
    case 'w':
        add_number(writer, date->weekday, fill, 1);
        break;
    default:
        add_number(writer, week_of_year(date, 1), fill, 2);
        break;
    }
}

static void add_year_part(date_writer *writer, char letter, char fill)
{
    const hui_date *const date = &writer->date;
    switch (letter) {
    case 'b':
        add_name(writer, hui_month_names[date->month], 3);
        break;
    case 'B':
        add_name(writer, hui_month_names[date->month], strlen(hui_month_names[date->month]));
        break;
    case 'g':
        add_number(writer, thursday_of(writer).year % 100, fill, 2);
        break;
    case 'G':
        add_number(writer, thursday_of(writer).year % 10000, fill, 4);
        break;
    case 'm':
        add_number(writer, date->month + 1, fill, 2);
        break;
    case 'q':
        add_bytes(writer, &"1234"[date->month / 3], 1);
        break;
    case 'y':
        add_number(writer, date->year % 100, fill, 2);
        break;
    default:
        add_number(writer, date->year % 10000, fill, 4);
        break;
    }
}

static void add_time_part(date_writer *writer, char letter, char fill)
{
    const hui_date *const date = &writer->date;
    switch (letter) {
    case 'f':
        add_number(writer, date->milliseconds, fill, 3);
        add_string(writer, "000");
        break;
    case 'H':
        add_number(writer, date->hours, fill, 2);
        break;
    case 'I':
        if (isnan(writer->ms))
            add_string(writer, "12");
        else
            add_number(writer, date->hours % 12 ? date->hours % 12 : 12, fill, 2);
        break;
    case 'L':
        add_number(writer, date->milliseconds, fill, 3);
        break;
    case 'M':
        add_number(writer, date->minutes, fill, 2);
        break;
    case 'p':
        add_string(writer, date->hours < 12 ? "AM" : "PM");
        break;
    case 'Q':
        add_number(writer, writer->ms, fill, 1);
        break;
    case 's':
        add_number(writer, floor(writer->ms / HUI_SECOND_MS), fill, 1);
        break;
    default:
        add_number(writer, date->seconds, fill, 2);
        break;
    }
}

/* False if no date has such a part. */
static bool add_part(date_writer *writer, char letter, char fill)
{
    if (!letter)
        return true;
    if (strchr("aAdejuUVwW", letter))
        add_day_part(writer, letter, fill);
    else if (strchr("bBgGmqyY", letter))
        add_year_part(writer, letter, fill);
    else if (strchr("fHILMpQsS", letter))
        add_time_part(writer, letter, fill);
    else if (letter == 'Z')
        add_string(writer, "+0000");
    else if (letter == '%')
        add_string(writer, "%");
    else
        return false;
    return true;
}

static void add_specifier(date_writer *writer, const char *specifier)
{
    for (const char *at = specifier; *at; at++) {
        if (*at != '%') {
            add_bytes(writer, at, 1);
            continue;
        }
        char fill = at[1] == 'e' ? ' ' : '0';
        at++;
        if (*at == '-' || *at == '_' || *at == '0')
            fill = *at == '-' ? '\0' : *at == '_' ? ' ' : '0', at++;
        const char *const whole = hui_time_specifier(*at);
        if (whole)
            add_specifier(writer, whole);
        else if (!add_part(writer, *at, fill))
            add_bytes(writer, at, 1);
        if (!*at)
            break;
    }
}

char *hui_format_time(hui_arena *arena, const char *specifier, double ms)
{
    date_writer writer = {.arena = arena, .ms = hui_calendar_clip(ms)};
    writer.date = hui_date_of(writer.ms);
    add_specifier(&writer, specifier);
    add_bytes(&writer, "", 1);
    return writer.text.at;
}

const char *hui_format_time_tick(double ms)
{
    const hui_date date = hui_date_of(ms);
    if (isnan(hui_calendar_clip(ms)))
        return "%Y";
    if (date.milliseconds)
        return ".%L";
    if (date.seconds)
        return ":%S";
    if (date.minutes)
        return "%I:%M";
    if (date.hours)
        return "%I %p";
    if (date.day != 1)
        return date.weekday ? "%a %d" : "%b %d";
    return date.month ? "%B" : "%Y";
}
