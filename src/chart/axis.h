/* Axes: what the files that find and draw them share. */
#ifndef HUI_CHART_AXIS_H
#define HUI_CHART_AXIS_H

#include "chart/frame.h"

/* A property of axes from config: styles, then parts by scale type, channel and side. NULL if it says nothing. */
const hui_json *hui_axis_config(const hui_charting *chart, hui_channel channel, hui_scale_type type, const char *orient,
                                const hui_json *style, const char *key);
/* The specifier of an axis or legend (Vega-Lite's guideFormat); NULL: none. `guide` is the spec's axis or legend, or NULL. */
const char *hui_guide_format(const hui_charting *chart, const hui_channel_def *def, const hui_json *guide, bool is_axis);
/* How turned labels are set beside an axis (degrees in 0..360, NAN: not turned); NULL: as usual. */
const char *hui_label_align(double angle, const char *orient, bool is_x);
const char *hui_label_baseline(double angle, const char *orient, bool is_x, bool always);

#endif
