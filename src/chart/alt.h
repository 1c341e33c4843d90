/* Alternative texts: what a chart shows, in words, from its data. */
#ifndef HUI_CHART_ALT_H
#define HUI_CHART_ALT_H

#include "chart/view.h"

/* "Bar chart of a and b: 9 values, the largest 91 at E, the smallest 19 at G." Chinese where the chart's language is. */
const char *hui_chart_alt(hui_charting *chart, const hui_view *root);

#endif
