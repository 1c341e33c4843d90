/* Rasters: SVG images turned into pixels once, though they are drawn in many stripes. */
#ifndef HUI_BACKEND_RASTER_H
#define HUI_BACKEND_RASTER_H

#include "scene/scene.h"

#include <cairo.h>

typedef struct hui_rasters hui_rasters;

hui_rasters *hui_rasters_new(void);
void hui_rasters_free(hui_rasters *rasters);

/* Draws an SVG item (`cr` as it is for the item) of which only a part may be visible. Stripes come from top to bottom,
 * each `cr` being one's own, moved by whole pixels. */
void hui_rasters_paint(hui_rasters *rasters, cairo_t *cr, const hui_item *item);

#endif
