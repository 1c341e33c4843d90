/* Chinese dates on axes, legends and in texts: where a chart stands in a Chinese poster. */
#ifndef HUI_CHART_CHINESE_H
#define HUI_CHART_CHINESE_H

#include "chart/view.h"

bool hui_chart_is_chinese(const hui_charting *chart);
/* The specifier of a time unit in the chart's language: "%Y年%-m月", "%b %Y". */
const char *hui_chart_unit_format(const hui_charting *chart, hui_time_unit unit);
/* Of a tick of a time scale, by the coarsest unit it starts: "2023年", "5月", "3日", "08:00"; or Vega's. */
const char *hui_chart_tick_format(const hui_charting *chart, double ms);
/* A date as text; names of weekdays are the chart's language's. */
const char *hui_chart_date_text(const hui_charting *chart, const char *specifier, double ms);

#endif
