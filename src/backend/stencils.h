/* Stencils: coverage of outlines' insides and strokes, kept as spans from stripe to stripe and from picture to picture. */
#ifndef HUI_BACKEND_STENCILS_H
#define HUI_BACKEND_STENCILS_H

#include "scene/scene.h"

#include <cairo.h>

typedef struct hui_stencils hui_stencils;

hui_stencils *hui_stencils_new(void); /* of bounded size */
void hui_stencils_free(hui_stencils *stencils); /* NULL is fine */

/* An outline that is to be filled, or stroked, with one opaque colour. */
typedef struct hui_stencil_use {
    const hui_item *item;  /* a RECT or a PATH */
    const hui_stroke *pen; /* NULL: it is filled */
    hui_color color;
} hui_stencil_use;

/* Blends it into the pixels of `cr`'s surface; false, and nothing drawn, where Cairo does that better, or only Cairo can:
 * outlines of few straight lines, large ones, dashes, other surfaces, a clip that is no rectangle of whole pixels. What is
 * kept already makes no difference to the pixels. */
bool hui_stencils_paint(hui_stencils *stencils, cairo_t *cr, const hui_stencil_use *use);

#endif
