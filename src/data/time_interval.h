/* Intervals of the calendar, such as three months or twelve hours: what d3-time's `every` makes. */
#ifndef HUI_DATA_TIME_INTERVAL_H
#define HUI_DATA_TIME_INTERVAL_H

#include <stdbool.h>

/* `step` counts from the start of the next larger unit (days of the month from 1, months from January), so that the last
 * may be shorter. Years, weeks and ms count through; so do days if `through`. */
typedef struct hui_time_interval {
    unsigned part; /* one of HUI_TIME_…; 0: none, which leaves times alone */
    double step;   /* whole, at least 1 */
    bool through;
} hui_time_interval;

double hui_time_interval_floor(hui_time_interval interval, double ms);
double hui_time_interval_ceil(hui_time_interval interval, double ms);
/* The next start after the start `ms`. */
double hui_time_interval_next(hui_time_interval interval, double ms);

#endif
