/* Curves: how a line runs through its points, d3-shape's by Vega's names. */
#ifndef HUI_CHART_CURVE_H
#define HUI_CHART_CURVE_H

#include "chart/picture.h"

/* Adds what a LINE draws, gaps left out; or an AREA, out along its (x, y) and back along its (x2, y2). `sideways` is for
 * the curves that know a direction. Unknown names are linear. */
void hui_curve_line(hui_path *path, const hui_mark *mark);
void hui_curve_area(hui_path *path, const hui_mark *mark);

#endif
