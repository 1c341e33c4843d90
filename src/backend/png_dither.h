/* Pixels as the nearest colours of a palette, dithered: what a pixel is off goes to those beside and below it. */
#ifndef HUI_BACKEND_PNG_DITHER_H
#define HUI_BACKEND_PNG_DITHER_H

#include "base/arena.h"

#include <stdint.h>

typedef struct hui_dither hui_dither;

/* A palette of 1 to 256 colours, not multiplied by alpha, for rows of `width` pixels. The arena owns all. */
hui_dither *hui_dither_new(hui_arena *arena, const uint32_t *colors, size_t count, size_t width);
/* The next rows of a picture, from its top down, as Cairo has them; an index for each pixel. What comes of a row does not depend on
 * how many are given at once. */
void hui_dither_rows(hui_dither *dither, const uint32_t *pixels, size_t rows, unsigned char *out);

#endif
