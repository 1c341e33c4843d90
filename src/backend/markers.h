/* Markers: many small drawings that look alike, painted one by one. */
#ifndef HUI_BACKEND_MARKERS_H
#define HUI_BACKEND_MARKERS_H

#include "scene/scene.h"

#include <cairo.h>

/* Fills and strokes each marker of the item that the clip lets through. */
void hui_markers_paint(cairo_t *cr, const hui_item *item);

void hui_marker_paint(cairo_t *cr, const hui_marker *marker, const hui_marker_shape *shape);
/* The box of the clip; whether a marker shows in it. */
hui_rect hui_markers_clip(cairo_t *cr);
bool hui_marker_meets(hui_rect clip, const hui_marker *marker, const hui_rect *ink);

#endif
