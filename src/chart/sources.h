/* Sources of a chart's data: each read once, named ones found by name. For the files of chart/ only. */
#ifndef HUI_CHART_SOURCES_H
#define HUI_CHART_SOURCES_H

#include "chart/view.h"

/* The table of a `data` object; an empty one for null. NULL after a diagnostic. */
hui_table *hui_chart_source(hui_charting *chart, const hui_json *data);

#endif
