/* Arithmetic of the Gregorian calendar in UTC, as ECMA-262 has it (section 21.4.1): beneath formats, units and parsers. */
#ifndef HUI_DATA_CALENDAR_H
#define HUI_DATA_CALENDAR_H

#define HUI_SECOND_MS 1000.0
#define HUI_MINUTE_MS 60000.0
#define HUI_HOUR_MS 3600000.0
#define HUI_DAY_MS 86400000.0
#define HUI_WEEK_MS 604800000.0

/* A whole number of ms, or NAN beyond 8.64e15, where dates end. */
double hui_calendar_clip(double ms);
/* Days from 1970-01-01 to the first of the month 0..11 (or beyond: it carries over into years); NAN out of all range. */
double hui_calendar_day(double year, double month);
/* As hui_date_ms, but that the years 0 to 99 are themselves. */
double hui_calendar_ms(double year, double month, double day, double hours, double minutes, double seconds, double ms);
/* Day of the week of a day counted from 1970-01-01: 0 = Sunday. */
int hui_calendar_weekday(double day);
/* The start of the day, or of the week that begins on `weekday`. */
double hui_calendar_day_floor(double ms);
double hui_calendar_week_floor(double ms, int weekday);

#endif
