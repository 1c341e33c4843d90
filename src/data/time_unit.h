/* Time units: years, months and the like, for binning dates and for ticks of time scales. UTC throughout. */
#ifndef HUI_DATA_TIME_UNIT_H
#define HUI_DATA_TIME_UNIT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    HUI_TIME_YEAR = 1 << 0,
    HUI_TIME_QUARTER = 1 << 1,
    HUI_TIME_MONTH = 1 << 2,
    HUI_TIME_WEEK = 1 << 3,
    HUI_TIME_DATE = 1 << 4,
    HUI_TIME_DAY = 1 << 5, /* of the week */
    HUI_TIME_DAYOFYEAR = 1 << 6,
    HUI_TIME_HOURS = 1 << 7,
    HUI_TIME_MINUTES = 1 << 8,
    HUI_TIME_SECONDS = 1 << 9,
    HUI_TIME_MILLISECONDS = 1 << 10
};

typedef struct hui_time_unit {
    unsigned parts; /* HUI_TIME_…; 0: none */
    int step;       /* of the smallest part; 0 counts as 1 */
    bool utc;       /* the word began with utc */
    bool binned;    /* the data are already in this unit */
} hui_time_unit;

/* "yearmonth", "utcyearmonthdate", "binnedyearmonth", … False if it is none. */
bool hui_time_unit_read(const char *word, hui_time_unit *unit);
/* Vega-Lite's canonical word: "yearmonth", with "utc" in front and "binned" too. */
const char *hui_time_unit_word(hui_arena *arena, hui_time_unit unit);
/* As titles say it: "year-month", without "utc". */
const char *hui_time_unit_title(hui_arena *arena, hui_time_unit unit);
/* Start of the unit that holds `ms`, parts not named taking their values in 2012 (vega-time's timeFloor). */
double hui_time_unit_floor(hui_time_unit unit, double ms);
/* `steps` units later (vega-time's timeOffset by the smallest part); the end of the bin that begins at `ms` for 1. */
double hui_time_unit_offset(hui_time_unit unit, double ms, double steps);
/* The specifier of axes and legends for the unit (vega-time's timeUnitSpecifier with Vega-Lite's overrides). */
const char *hui_time_unit_format(hui_arena *arena, hui_time_unit unit);
/* The smallest part of it as a HUI_TIME_ bit. */
unsigned hui_time_unit_smallest(hui_time_unit unit);

/* Ticks of scales of type time: about `count` (NAN: 10) from start to stop, both included. Never more than 10,000. */
double *hui_time_ticks(hui_arena *arena, double start, double stop, double count, size_t *tick_count);
/* Of type utc: as d3's two scales differ, every second day counts from 1970 here, and from the first of the month there. */
double *hui_utc_ticks(hui_arena *arena, double start, double stop, double count, size_t *tick_count);
/* Ticks every `step` of a part (HUI_TIME_…), as `tickCount: {"interval": "month", "step": 3}` asks. */
double *hui_time_ticks_every(hui_arena *arena, double start, double stop, unsigned part, int step, size_t *tick_count);
/* Extends [*start, *stop] to whole intervals (d3-scale's nice). */
void hui_time_nice(double *start, double *stop, double count);
void hui_utc_nice(double *start, double *stop, double count);
void hui_time_nice_every(double *start, double *stop, unsigned part, int step);

#endif
