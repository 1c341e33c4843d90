/* Inside stencils: how they are kept, found by what was drawn, and blended in. */
#ifndef HUI_BACKEND_STENCIL_STORE_H
#define HUI_BACKEND_STENCIL_STORE_H

#include "backend/canvas.h"
#include "backend/stencils.h"
#include "base/buffer.h"
#include "base/index.h"
#include "base/vec.h"

/* Pixels of a row that are covered alike, or whose coverage is listed. */
typedef struct hui_stencil_span {
    uint16_t x, length;
    uint32_t covers; /* where they begin; HUI_STENCIL_WHOLE: all are covered wholly */
} hui_stencil_span;
#define HUI_STENCIL_WHOLE UINT32_MAX

/* Pixels, from the one on which the stencil is placed. */
typedef struct hui_stencil_box {
    int x, y, width, height;
} hui_stencil_box;

/* Rows of spans in a box. */
typedef struct hui_stencil {
    hui_stencil_box box;
    const uint32_t *rows; /* the first span of each, and the end of the last */
    const hui_stencil_span *spans;
    const unsigned char *covers;
    const void *key;
    size_t key_size;
} hui_stencil;

struct hui_stencils {
    hui_arena *arena;
    hui_index index;
    HUI_VEC(hui_stencil) kept;
    hui_buffer key; /* of the one that is sought */
    hui_buffer points, spans, covers;
};

#define HUI_STENCIL_FARTHEST 1e6 /* px: what whole numbers of pixels are used for */

/* When there are too many, all are forgotten: what is drawn again and again is soon there again. */
void hui_stencils_make_room(hui_stencils *stencils);
/* False: there are too many pixels in it. */
bool hui_stencil_box_of(hui_stencil_box *box, double left, double top, double right, double bottom);
/* The one with the key, or NULL. */
const hui_stencil *hui_stencils_find(hui_stencils *stencils);
/* Keeps coverage under the key: of an image of A8 that shows the box; frees it. NULL: that failed. */
const hui_stencil *hui_stencils_keep(hui_stencils *stencils, hui_stencil_box box, cairo_surface_t *mask);
/* Shapes that keep their angles, and how large they are to each other. */
bool hui_stencil_suits(const cairo_matrix_t *m);
void hui_stencil_blend(const hui_canvas *canvas, const hui_stencil *stencil, int x, int y, hui_color color);

#endif
