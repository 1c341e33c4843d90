/* Long strokes on pixels: in pieces, since Cairo's time grows with the crossings of a line with itself. */
#ifndef HUI_BACKEND_LONG_STROKE_H
#define HUI_BACKEND_LONG_STROKE_H

#include "scene/scene.h"

#include <cairo.h>

/* Whether an outline is long enough, and its stroke such that pieces of it look like the whole. */
bool hui_long_stroke_is(const hui_path *path, const hui_stroke *stroke);
/* Strokes it; the source and the pen are set, the source without transparency. */
void hui_long_stroke_paint(cairo_t *cr, const hui_path *path, double reach);

#endif
