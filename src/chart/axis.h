/* Axes: what the files that find and draw them share. */
#ifndef HUI_CHART_AXIS_H
#define HUI_CHART_AXIS_H

#include "chart/frame.h"

/* Objects of config that speak of an axis, the strongest first: styles, then parts by scale type, channel and side. */
typedef struct hui_axis_look {
    const hui_json **at;
    size_t count, capacity;
} hui_axis_look;

hui_axis_look hui_axis_look_new(const hui_charting *chart, hui_channel channel, hui_scale_type type, const char *orient,
                                const hui_json *style);
/* Below them all, what Vega itself has for axes. */
void hui_axis_look_add_vega(const hui_charting *chart, hui_axis_look *look, hui_scale_type type);
/* A property; NULL if none of the objects has it. */
const hui_json *hui_axis_look_find(const hui_axis_look *look, const char *key);
/* The specifier of an axis or legend (Vega-Lite's guideFormat); NULL: none. `guide` is the spec's axis or legend, or NULL. */
const char *hui_guide_format(const hui_charting *chart, const hui_channel_def *def, const hui_json *guide,
                             bool is_axis);
/* How turned labels are set beside an axis (degrees in 0..360, NAN: not turned); NULL: as usual. */
const char *hui_label_align(double angle, const char *orient, bool is_x);
const char *hui_label_baseline(double angle, const char *orient, bool is_x, bool always);

#endif
