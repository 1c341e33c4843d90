/* Guides: what legends and titles share. Properties are JSON, looked up in several objects, one after the other. */
#ifndef HUI_CHART_GUIDE_H
#define HUI_CHART_GUIDE_H

#include "chart/frame.h"

typedef struct hui_guide_props {
    const hui_frame *frame;
    const hui_json *objects[3]; /* the first that has a property wins; NULL: none */
} hui_guide_props;

/* NULL where no object has the property, or it is null everywhere. Expressions of parameters, of `width` and `height` are
 * computed. */
const hui_json *hui_guide_find(const hui_guide_props *props, const char *key);
double hui_guide_number(const hui_guide_props *props, const char *key, double fallback);
const char *hui_guide_word(const hui_guide_props *props, const char *key, const char *fallback);
const hui_json *hui_guide_value(const hui_frame *frame, const hui_json *json);

/* What config says under `name`, over Vega's own defaults; null there takes a default away. */
const hui_json *hui_guide_config(const hui_charting *chart, const char *name);
const hui_json *hui_guide_style(const hui_charting *chart, const char *style);

/* Colour, font and size of a text; the names of the properties begin with `prefix` ("label": labelColor), which may be
 * empty. `style` says what they do not. */
void hui_guide_text(const hui_guide_props *props, const char *prefix, const hui_json *style, hui_mark_item *item);
/* A colour or gradient; not painted for NULL. */
void hui_guide_paint(hui_arena *arena, const hui_json *json, hui_color *color, const hui_gradient **gradient);
hui_mark *hui_guide_mark(hui_arena *arena, hui_guide_marks *marks, hui_mark_type type, const char *role, size_t count);

/* Rectangles that may be empty (w negative). */
hui_rect hui_rect_none(void);
hui_rect hui_rect_join(hui_rect a, hui_rect b);

#endif
