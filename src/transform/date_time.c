/* Date-time objects: parts of a date, named or counted from 1, in the year 2012 unless they say otherwise. */
#include "transform/date_time.h"

#include "base/number.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

/* 2012 is a leap year that begins on a Sunday, so that days of the week and 29 February have places in it. */
enum { DEFAULT_YEAR = 2012, SHORT_NAME = 3 };

typedef enum part {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    DAY,
    DAYOFYEAR,
    DATE,
    HOURS,
    MINUTES,
    SECONDS,
    MILLISECONDS,
    PART_COUNT
} part;

static const struct {
    const char *key;
    unsigned unit;
} parts[PART_COUNT] = {[YEAR] = {"year", HUI_TIME_YEAR},
                       [QUARTER] = {"quarter", HUI_TIME_QUARTER},
                       [MONTH] = {"month", HUI_TIME_MONTH},
                       [WEEK] = {"week", HUI_TIME_WEEK},
                       [DAY] = {"day", HUI_TIME_DAY},
                       [DAYOFYEAR] = {"dayofyear", HUI_TIME_DAYOFYEAR},
                       [DATE] = {"date", HUI_TIME_DATE},
                       [HOURS] = {"hours", HUI_TIME_HOURS},
                       [MINUTES] = {"minutes", HUI_TIME_MINUTES},
                       [SECONDS] = {"seconds", HUI_TIME_SECONDS},
                       [MILLISECONDS] = {"milliseconds", HUI_TIME_MILLISECONDS}};

static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};
static const char *const days[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

static bool begins_alike(const char *text, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] | 0x20) : text[i];
        if (c != word[i])
            return false;
    }
    return true;
}

/* A name counts by its first three letters. NAN if there is none. */
static double find_name(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (begins_alike(name, names[i], SHORT_NAME))
            return (double)i;
    return NAN;
}

/* The value as a number; for a text that is none, its place among the names if there are some. */
static double read_part(part which, const hui_json *value)
{
    double number = NAN;
    if (value->kind == HUI_JSON_NUMBER)
        number = value->number;
    else if (value->kind == HUI_JSON_STRING) {
        const char *end = hui_number_read(value->string, &number);
        if (!end || *end) {
            if (which == MONTH)
                return find_name(value->string, months, sizeof months / sizeof *months);
            return which == DAY ? find_name(value->string, days, sizeof days / sizeof *days) : (double)NAN;
        }
    }
    if (which == MONTH || which == QUARTER)
        return number - 1;
    return which == DAY ? fmod(number, 7) : number; /* both 0 and 7 are Sunday */
}

static bool has(const double values[PART_COUNT], const bool given[PART_COUNT], part which, double *value)
{
    if (given[which])
        *value = values[which];
    return given[which];
}

static double assemble(const double values[PART_COUNT], const bool given[PART_COUNT])
{
    double year = DEFAULT_YEAR, month = 0, date = 1, hours = 0, minutes = 0, seconds = 0, milliseconds = 0;
    has(values, given, YEAR, &year);
    if (!has(values, given, MONTH, &month) && has(values, given, QUARTER, &month))
        month *= 3;
    if (!has(values, given, DATE, &date) && has(values, given, DAY, &date))
        date += 1;
    has(values, given, HOURS, &hours);
    has(values, given, MINUTES, &minutes);
    has(values, given, SECONDS, &seconds);
    has(values, given, MILLISECONDS, &milliseconds);
    return hui_date_ms(year, month, date, hours, minutes, seconds, milliseconds);
}

bool hui_date_time_is(const hui_json *json)
{
    for (size_t i = 0; i < PART_COUNT; i++)
        if (hui_json_find(json, parts[i].key))
            return true;
    return false;
}

double hui_date_time_read(const hui_json *json)
{
    double values[PART_COUNT] = {0};
    bool given[PART_COUNT] = {false};
    if (!hui_date_time_is(json))
        return NAN;
    for (part i = 0; i < PART_COUNT; i++) {
        const hui_json *value = hui_json_find(json, parts[i].key);
        given[i] = value != NULL;
        if (value)
            values[i] = read_part(i, value);
    }
    if (json->count > 1) /* a day of the week says nothing beside other parts */
        given[DAY] = false;
    return assemble(values, given);
}

double hui_date_time_of_part(unsigned unit, const hui_json *value)
{
    double values[PART_COUNT] = {0};
    bool given[PART_COUNT] = {false};
    for (part i = 0; i < PART_COUNT; i++)
        if (parts[i].unit == unit) {
            given[i] = true;
            values[i] = read_part(i, value);
        }
    return assemble(values, given);
}
