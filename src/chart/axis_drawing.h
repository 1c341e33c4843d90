/* Drawing an axis: what its files share. */
#ifndef HUI_CHART_AXIS_DRAWING_H
#define HUI_CHART_AXIS_DRAWING_H

#include "chart/axis.h"

enum { HUI_AXIS_SLOTS = 128 };

/* Properties found so far, an open-addressed table. */
typedef struct hui_axis_found {
    struct {
        const char *key;
        uint32_t hash;
        const hui_json *value; /* NULL: it is nowhere */
    } at[HUI_AXIS_SLOTS];
    size_t count;
} hui_axis_found;

typedef struct hui_tick {
    hui_value value;
    const char *label;
    double index;   /* 0..1 along the axis */
    double at, mid; /* of its mark, of its label: in the plot */
    bool extra;     /* of bands that ticks part: ahead of the first */
    double opacity; /* of its label: 0 where it was dropped */
} hui_tick;

/* An axis that is being drawn, in coordinates of its own: its line lies on 0. */
typedef struct hui_axis_drawing {
    hui_frame *frame;
    hui_charting *chart;
    hui_arena *arena;
    const hui_axis_part *part;
    const hui_scale *scale, *cross;
    hui_orient orient;
    const char *orient_word;
    bool is_x;
    double sign; /* 1: away from the plot is down or right */
    double width, height;
    double range[2];
    hui_tick *ticks;
    size_t tick_count;
    hui_guide *guide;
    hui_axis_look look;
    hui_axis_found *found;
} hui_axis_drawing;

/* axis_property.c: a property by Vega-Lite's order: the axis' own, config, Vega's defaults; NULL if it is nowhere. */
const hui_json *hui_axis_find(const hui_axis_drawing *d, const char *key);
/* The same at a tick: what its conditions and expressions say there. */
const hui_json *hui_axis_find_at(const hui_axis_drawing *d, const char *key, const hui_tick *t);
double hui_axis_number(const hui_axis_drawing *d, const char *key, double fallback);
double hui_axis_number_at(const hui_axis_drawing *d, const char *key, const hui_tick *t, double fallback);
hui_color hui_axis_color(const hui_json *json);
/* Text style of labels ("label") or the title ("title"), from properties and the guide's style. */
hui_label_style hui_axis_text_style(const hui_axis_drawing *d, const char *prefix, const hui_tick *t);
hui_color hui_axis_text_color(const hui_axis_drawing *d, const char *key, const char *style_name, const hui_tick *t);
/* An expression of a tick's value, label and index. */
hui_value hui_axis_evaluate(const hui_axis_drawing *d, const char *expression, hui_place place, const hui_tick *t);

/* axis_tick.c: fills in the ticks with their texts and places. */
void hui_axis_find_ticks(hui_axis_drawing *d);

#endif
