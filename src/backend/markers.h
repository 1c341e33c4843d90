/* Markers: many small drawings that look alike, painted one by one or stamped on pixels. */
#ifndef HUI_BACKEND_MARKERS_H
#define HUI_BACKEND_MARKERS_H

#include "scene/scene.h"

#include <cairo.h>

/* Fills and strokes each marker of the item that the clip lets through. */
void hui_markers_paint(cairo_t *cr, const hui_item *item);

/* Coverage of marker shapes at fractions of pixels, kept from stripe to stripe. */
typedef struct hui_sprites hui_sprites;

hui_sprites *hui_sprites_new(void);
void hui_sprites_free(hui_sprites *sprites);
/* The same by blending sprites into the pixels of `cr`'s surface; false, and nothing drawn, where that is not
 * possible: on other surfaces, turned, under a clip with slanted or soft edges, or if few markers share a shape. */
bool hui_sprites_paint(hui_sprites *sprites, cairo_t *cr, const hui_item *item);

#endif
