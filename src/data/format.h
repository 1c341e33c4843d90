/* Numbers and dates as text and back, in UTC and the English (US) locale of d3 and Vega. */
#ifndef HUI_DATA_FORMAT_H
#define HUI_DATA_FORMAT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Numbers by a specifier of d3-format: [[fill]align][sign][symbol][0][width][,][.precision][~][type]; "" is d3's default.
 * Minus is U+2212, as d3 writes it. Beyond d3: "wan", "yi" and "cn" (万, 亿, whichever fits), with a precision in front:
 * ".1wan"; and "sk", "sM" …, where all numbers get the one SI prefix. Widths end at 1000. NULL if the specifier is
 * malformed. */
char *hui_format_number(hui_arena *arena, const char *specifier, double number);
bool hui_format_number_check(const char *specifier);
/* d3-scale's tickFormat: the specifier (NULL or "" for ",f") with the precision that ticks from `start` to `stop` a step
 * apart need. The result is a complete specifier. */
const char *hui_format_number_ticks(hui_arena *arena, double start, double stop, double count, const char *specifier);

/* Dates by a specifier of d3-time-format (strftime's letters and %f %L %Q %s %q). */
char *hui_format_time(hui_arena *arena, const char *specifier, double ms);
/* Vega's multi-level format of ticks: the coarsest unit a tick starts (%Y, %B, %b %d, %a %d, %I %p, %I:%M, :%S, .%L). */
const char *hui_format_time_tick(double ms);

/* A date as JavaScript's Date.parse reads it, in UTC: ISO 8601 forms and what V8 takes besides ("Jan 1 2000",
 * "2000/1/2", "1 Jan 2000 10:00 GMT+0800", …). NAN if it is none. */
double hui_date_parse(const char *text);
/* By a specifier, as d3.utcParse does; NAN if it does not match. */
double hui_date_parse_format(const char *specifier, const char *text);

/* Fields of a date in UTC, as JavaScript has them: month 0..11, day of week 0 = Sunday. All 0 (so is the day) for NAN. */
typedef struct hui_date {
    int year, month, day, weekday, hours, minutes, seconds, milliseconds;
} hui_date;
hui_date hui_date_of(double ms);
/* Date.UTC: parts may be out of range and carry over. */
double hui_date_ms(double year, double month, double day, double hours, double minutes, double seconds, double ms);

#endif
