/* Canvas: the pixels of a Cairo surface, into which colours are blended directly. */
#ifndef HUI_BACKEND_CANVAS_H
#define HUI_BACKEND_CANVAS_H

#include "base/color.h"

#include <cairo.h>
#include <stdbool.h>
#include <stdint.h>

/* Pixels, device px to which blending is confined, and the matrix under which what is drawn stands. */
typedef struct hui_canvas {
    cairo_surface_t *surface;
    uint32_t *pixels;
    int stride; /* in pixels */
    int left, top, right, bottom;
    cairo_matrix_t m;
} hui_canvas;

/* False where pixels cannot be had: on other surfaces than images of ARGB32, or under a clip that is no rectangle of whole
 * pixels, if it `cut`s what is drawn. Between opening and closing nothing else draws on `cr`. */
bool hui_canvas_open(hui_canvas *canvas, cairo_t *cr, bool cut);
void hui_canvas_close(hui_canvas *canvas);

/* Neither turned nor mirrored. */
static inline bool hui_canvas_is_upright(const cairo_matrix_t *m)
{
    return m->xy == 0 && m->yx == 0 && m->xx > 0 && m->yy > 0;
}

/* x / 255 for products of two bytes, in both halves of a word, rounded as Cairo does. */
static inline uint32_t hui_canvas_divide(uint32_t pair)
{
    pair += 0x7F007F;
    return ((pair + ((pair >> 8) & 0xFF00FF)) >> 8) & 0xFF00FF;
}

/* The colour, `alpha` of 255 of it, over a pixel: to the bit what Cairo makes of it where it fills with a plain colour. The
 * colour's own alpha does not count. */
static inline uint32_t hui_canvas_blend(uint32_t under, hui_color color, uint32_t alpha)
{
    const uint32_t rest = 255 - alpha;
    const uint32_t red_blue = (uint32_t)color.r << 16 | color.b, alpha_green = 255u << 16 | color.g;
    return (hui_canvas_divide(red_blue * alpha) + hui_canvas_divide((under & 0xFF00FF) * rest)) |
           (hui_canvas_divide(alpha_green * alpha) + hui_canvas_divide(((under >> 8) & 0xFF00FF) * rest)) << 8;
}

#endif
