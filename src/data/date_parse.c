/* Dates as ECMAScript writes them, and what V8 takes besides: words, slashes, clocks and zones in nearly any order. */
#include "data/calendar.h"
#include "data/date_scan.h"
#include "data/format.h"

#include <math.h>
#include <stdint.h>

enum { NONE = INT32_MAX };

static bool is_zulu(hui_date_token token)
{
    return token.kind == HUI_DATE_WORD && token.word == HUI_DATE_ZONE && token.length == 1;
}

/* Parts
 * ----- */

typedef struct date_parts {
    int day[3], day_count, month; /* month: a named one */
    int time[4], time_count, half_day;
    int zone_sign, zone_hour, zone_minute;
    bool iso, has_number;
} date_parts;

static bool add_day(date_parts *parts, int number)
{
    if (parts->day_count == 3)
        return false;
    parts->day[parts->day_count++] = number;
    return true;
}

static bool add_time(date_parts *parts, int number)
{
    if (parts->time_count == 4)
        return false;
    parts->time[parts->time_count++] = number;
    return true;
}

static void end_time(date_parts *parts)
{
    while (add_time(parts, 0))
        continue;
}

/* After hours come minutes and seconds, unless the number is too large for them. */
static bool expects_time(const date_parts *parts, int number)
{
    return (parts->time_count == 1 && number < 60) || (parts->time_count == 2 && number < 60) ||
           (parts->time_count == 3 && number < 1000);
}

static bool expects_zone_minute(const date_parts *parts, int number)
{
    return parts->zone_hour != NONE && parts->zone_minute == NONE && number < 60;
}

static void set_zone(date_parts *parts, int hours)
{
    parts->zone_sign = hours < 0 ? -1 : 1;
    parts->zone_hour = hours < 0 ? -hours : hours;
    parts->zone_minute = 0;
}

static int milliseconds_of(hui_date_token number)
{
    int ms = number.value, length = number.length < HUI_DATE_MOST_DIGITS ? number.length : HUI_DATE_MOST_DIGITS;
    for (; length < 3; length++)
        ms *= 10;
    for (; length > 3; length--)
        ms /= 10;
    return ms;
}

/* ISO 8601
 * -------- */

static bool is_fixed(hui_date_token token, int length, int least, int most)
{
    return token.kind == HUI_DATE_NUMBER && token.length == length && token.value >= least && token.value <= most;
}

typedef enum iso_outcome { READ, REFUSED, LEFT } iso_outcome; /* LEFT: to the other parser, with what was read so far */

static iso_outcome read_iso_zone(hui_date_scanner *scanner, date_parts *parts)
{
    if (is_zulu(scanner->token)) {
        hui_date_next(scanner);
        set_zone(parts, 0);
    } else if (hui_date_is_sign(scanner->token)) {
        parts->zone_sign = hui_date_next(scanner).value == '+' ? 1 : -1;
        if (is_fixed(scanner->token, 4, 0, 2359) && scanner->token.value % 100 < 60) {
            parts->zone_hour = scanner->token.value / 100;
            parts->zone_minute = hui_date_next(scanner).value % 100;
            return READ;
        }
        if (!is_fixed(scanner->token, 2, 0, 23))
            return REFUSED;
        parts->zone_hour = hui_date_next(scanner).value;
        if (!hui_date_skip(scanner, ':') || !is_fixed(scanner->token, 2, 0, 59))
            return REFUSED;
        parts->zone_minute = hui_date_next(scanner).value;
    }
    return READ;
}

/* Midnight may be 24:00, and nothing later. */
static iso_outcome read_iso_time(hui_date_scanner *scanner, date_parts *parts)
{
    hui_date_next(scanner);
    if (!is_fixed(scanner->token, 2, 0, 24))
        return REFUSED;
    const bool is_24 = scanner->token.value == 24;
    add_time(parts, hui_date_next(scanner).value);
    if (!hui_date_skip(scanner, ':') || !is_fixed(scanner->token, 2, 0, is_24 ? 0 : 59))
        return REFUSED;
    add_time(parts, hui_date_next(scanner).value);
    if (hui_date_skip(scanner, ':')) {
        if (!is_fixed(scanner->token, 2, 0, is_24 ? 0 : 59))
            return REFUSED;
        add_time(parts, hui_date_next(scanner).value);
        if (hui_date_skip(scanner, '.')) {
            if (scanner->token.kind != HUI_DATE_NUMBER || (is_24 && scanner->token.value > 0))
                return REFUSED;
            add_time(parts, milliseconds_of(hui_date_next(scanner)));
        }
    }
    if (read_iso_zone(scanner, parts) == REFUSED)
        return REFUSED;
    return scanner->token.kind == HUI_DATE_END ? READ : REFUSED;
}

/* *left is the token that fits no ISO date, where the other parser goes on. */
static iso_outcome read_iso(hui_date_scanner *scanner, date_parts *parts, hui_date_token *left)
{
    if (hui_date_is_sign(scanner->token)) {
        *left = hui_date_next(scanner);
        if (!is_fixed(scanner->token, 6, 0, 999999))
            return LEFT;
        const int year = hui_date_next(scanner).value;
        if (left->value == '-' && year == 0)
            return LEFT;
        add_day(parts, left->value == '-' ? -year : year);
    } else if (is_fixed(scanner->token, 4, 0, 9999)) {
        add_day(parts, hui_date_next(scanner).value);
    } else {
        *left = hui_date_next(scanner);
        return LEFT;
    }
    for (int most = 12; parts->day_count < 3 && hui_date_skip(scanner, '-'); most = 31) {
        if (!is_fixed(scanner->token, 2, 1, most)) {
            *left = hui_date_next(scanner);
            return LEFT;
        }
        add_day(parts, hui_date_next(scanner).value);
    }
    if (scanner->token.kind == HUI_DATE_WORD && scanner->token.word == HUI_DATE_TIME_MARK) {
        if (read_iso_time(scanner, parts) == REFUSED)
            return REFUSED;
    } else if (scanner->token.kind != HUI_DATE_END) {
        *left = hui_date_next(scanner);
        return LEFT;
    }
    parts->iso = true;
    return READ;
}

/* Anything else
 * ------------- */

static bool read_number(hui_date_scanner *scanner, date_parts *parts, int number)
{
    parts->has_number = true;
    if (hui_date_skip(scanner, ':')) {
        if (!hui_date_skip(scanner, ':'))
            return add_time(parts, number);
        if (parts->time_count)
            return false;
        add_time(parts, number);
        add_time(parts, 0);
        return true;
    }
    if (hui_date_skip(scanner, '.') && expects_time(parts, number)) {
        add_time(parts, number);
        if (scanner->token.kind != HUI_DATE_NUMBER)
            return false;
        add_time(parts, milliseconds_of(hui_date_next(scanner)));
        end_time(parts);
        return true;
    }
    if (expects_zone_minute(parts, number)) {
        parts->zone_minute = number;
        return true;
    }
    if (expects_time(parts, number)) {
        add_time(parts, number);
        end_time(parts);
        const hui_date_token peek = scanner->token;
        return peek.kind == HUI_DATE_END || peek.kind == HUI_DATE_SPACE || is_zulu(peek) || hui_date_is_sign(peek);
    }
    if (!add_day(parts, number))
        return false;
    hui_date_skip(scanner, '-');
    return true;
}

static bool read_word(hui_date_scanner *scanner, date_parts *parts, hui_date_token word)
{
    if (word.word == HUI_DATE_HALF_DAY && parts->time_count) {
        parts->half_day = word.value;
    } else if (word.word == HUI_DATE_MONTH) {
        parts->month = word.value;
        hui_date_skip(scanner, '-');
    } else if (word.word == HUI_DATE_ZONE && parts->has_number) {
        set_zone(parts, word.value);
    } else if (parts->has_number || scanner->token.kind == HUI_DATE_NUMBER) {
        return false; /* other words stand before numbers, and apart */
    }
    return true;
}

static bool read_zone(hui_date_scanner *scanner, date_parts *parts, int sign)
{
    const hui_date_token number =
        scanner->token.kind == HUI_DATE_NUMBER ? hui_date_next(scanner) : (hui_date_token){.kind = HUI_DATE_NUMBER};
    parts->has_number = true;
    parts->zone_sign = sign == '+' ? 1 : -1;
    if (hui_date_is_symbol(scanner->token, ':')) {
        parts->zone_hour = number.value;
        parts->zone_minute = NONE;
    } else if (number.length == 1 || number.length == 2) {
        parts->zone_hour = number.value;
        parts->zone_minute = 0;
    } else if (number.length == 3 || number.length == 4) {
        parts->zone_hour = number.value / 100;
        parts->zone_minute = number.value % 100;
    } else {
        return false;
    }
    return true;
}

static bool read_legacy(hui_date_scanner *scanner, date_parts *parts, hui_date_token first)
{
    parts->has_number = parts->day_count > 0;
    for (hui_date_token token = first; token.kind != HUI_DATE_END; token = hui_date_next(scanner)) {
        const bool zoned = (parts->zone_hour == 0 && parts->zone_minute == 0) || parts->time_count;
        if (token.kind == HUI_DATE_NUMBER) {
            if (!read_number(scanner, parts, token.value))
                return false;
        } else if (token.kind == HUI_DATE_WORD) {
            if (!read_word(scanner, parts, token))
                return false;
        } else if (hui_date_is_sign(token) && zoned) {
            if (!read_zone(scanner, parts, token.value))
                return false;
        } else if ((hui_date_is_sign(token) || hui_date_is_symbol(token, ')')) && parts->has_number) {
            return false;
        }
    }
    return true;
}

/* The forms that fill tables, 2012-05-17 and 2012-05-17T10:20:30, go by a shorter way, to the same result
 * ------------------------------------------------------------------------------------------------------ */

/* `count` digits; -1 if they are not all. */
static int fixed_digits(const char *at, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9')
            return -1;
        number = number * 10 + (at[i] - '0');
    }
    return number;
}

/* Ms of hh:mm[:ss[.sss]][Z]; negative if it is not that or is out of the day. */
static double quick_time(const char *at)
{
    int hours = fixed_digits(at, 2), minutes, seconds = 0, ms = 0;
    if (hours < 0 || hours > 23 || at[2] != ':' || (minutes = fixed_digits(at + 3, 2)) < 0 || minutes > 59)
        return -1;
    at += 5;
    if (*at == ':') {
        if ((seconds = fixed_digits(at + 1, 2)) < 0 || seconds > 59)
            return -1;
        at += 3;
        if (*at == '.') {
            if ((ms = fixed_digits(at + 1, 3)) < 0)
                return -1;
            at += 4;
        }
    }
    at += *at == 'Z';
    return *at ? -1 : hours * HUI_HOUR_MS + minutes * HUI_MINUTE_MS + seconds * HUI_SECOND_MS + ms;
}

static bool read_quickly(const char *text, double *date)
{
    int year, month, day;
    if ((year = fixed_digits(text, 4)) < 0 || text[4] != '-' || (month = fixed_digits(text + 5, 2)) < 1 || month > 12 ||
        text[7] != '-' || (day = fixed_digits(text + 8, 2)) < 1 || day > 31)
        return false;
    const double time = text[10] == 'T' ? quick_time(text + 11) : text[10] ? -1 : 0;
    *date = (hui_calendar_day(year, month - 1) + day - 1) * HUI_DAY_MS + time;
    return time >= 0;
}

/* Together
 * -------- */

static bool is_day(int number)
{
    return number >= 1 && number <= 31;
}

/* Numbers are year, month, day if the first can be no day, and month, day, year otherwise. */
static double day_ms(const date_parts *parts)
{
    const int a = parts->day[0], b = parts->day_count > 1 ? parts->day[1] : 1,
              c = parts->day_count > 2 ? parts->day[2] : 1;
    int year, month, day;
    if (!parts->day_count)
        return NAN;
    if (parts->month != NONE) {
        month = parts->month;
        year = is_day(a) ? b : a;
        day = is_day(a) ? a : b;
    } else if (parts->iso || !is_day(a)) {
        year = a;
        month = b;
        day = c;
    } else {
        month = a;
        day = b;
        year = c;
    }
    if (!parts->iso && year >= 0 && year < 100)
        year += year < 50 ? 2000 : 1900;
    if (month < 1 || month > 12 || !is_day(day))
        return NAN;
    return (hui_calendar_day(year, month - 1) + day - 1) * HUI_DAY_MS;
}

static double time_ms(const date_parts *parts)
{
    int hour = parts->time[0];
    const int minute = parts->time[1], second = parts->time[2], ms = parts->time[3];
    if (parts->half_day != NONE) {
        if (hour > 12)
            return NAN;
        hour = hour % 12 + parts->half_day;
    }
    const bool midnight = hour == 24 && !minute && !second && !ms;
    if ((hour > 23 && !midnight) || minute > 59 || second > 59 || ms > 999)
        return NAN;
    return hour * HUI_HOUR_MS + minute * HUI_MINUTE_MS + second * HUI_SECOND_MS + ms;
}

static double zone_ms(const date_parts *parts)
{
    const int hours = parts->zone_hour == NONE ? 0 : parts->zone_hour;
    const int minutes = parts->zone_minute == NONE ? 0 : parts->zone_minute;
    return parts->zone_sign * (hours * HUI_HOUR_MS + minutes * HUI_MINUTE_MS);
}

double hui_date_parse(const char *text)
{
    hui_date_scanner scanner = {.at = text};
    date_parts parts = {.month = NONE, .half_day = NONE, .zone_hour = NONE, .zone_minute = NONE};
    hui_date_token left = {.kind = HUI_DATE_END};
    double quick;
    if (read_quickly(text, &quick))
        return quick;
    hui_date_next(&scanner);
    const iso_outcome outcome = read_iso(&scanner, &parts, &left);
    if (outcome == REFUSED || (outcome == LEFT && !read_legacy(&scanner, &parts, left)))
        return NAN;
    return hui_calendar_clip(day_ms(&parts) + time_ms(&parts) - zone_ms(&parts));
}
