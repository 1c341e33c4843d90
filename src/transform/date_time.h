/* Date-time objects of Vega-Lite: {"year": 2006, "month": "jan"}. */
#ifndef HUI_TRANSFORM_DATE_TIME_H
#define HUI_TRANSFORM_DATE_TIME_H

#include "transform/transform.h"

/* An object with a part of a date in it. hui_date_time_read may still find a month or day that does not exist. */
bool hui_date_time_is(const hui_json *json);
/* A number or a word as the only part, as values of fields with a time unit of one part are written: the third month. */
double hui_date_time_of_part(unsigned part, const hui_json *value);

#endif
