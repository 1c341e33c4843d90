/* Outlines that a document draws more than once, such as icons and ears of wheat: kept once, painted where they go. */
#ifndef HUI_BACKEND_OUTLINES_H
#define HUI_BACKEND_OUTLINES_H

#include "scene/scene.h"

#include <cairo.h>

typedef struct hui_outlines hui_outlines;

/* Coordinates in documents are whole units of this many pt: 1/1152 inch is finer than printers draw, and numbers that
 * end alike compress to a tenth less. */
#define HUI_OUTLINES_UNIT (1 / 16.0)

/* Finds the scene's repeated outlines; `page` is the matrix it will be painted with. */
hui_outlines *hui_outlines_new(const hui_scene *scene, const cairo_matrix_t *page);
void hui_outlines_free(hui_outlines *outlines);
/* Draws the scene's item with that index, if its outline is kept; false: it has to be drawn as any other. Indices grow
 * from call to call. */
bool hui_outlines_paint(hui_outlines *outlines, cairo_t *cr, size_t index);

#endif
