/* The size of a chart: its own, or the one it is to fit into. */
#ifndef HUI_CHART_FIT_H
#define HUI_CHART_FIT_H

#include "chart/frame.h"

/* The frames of a chart, laid out: a lone plot fits into the size given (autosize), and in a poster's panel several plots
 * share its width. */
hui_frame *hui_chart_fit(hui_charting *chart, hui_view *root);

#endif
