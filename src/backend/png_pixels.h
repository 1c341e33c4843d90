/* Pixels as words, 0xAARRGGBB, and as PNG has them. */
#ifndef HUI_BACKEND_PNG_PIXELS_H
#define HUI_BACKEND_PNG_PIXELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Cairo's colours are multiplied by alpha, PNG's are not. */
void hui_pixels_straighten(uint32_t *out, const uint32_t *pixels, size_t count);
uint32_t hui_pixel_multiply(uint32_t straight);
/* Red, green, blue, and alpha unless the pixels are `opaque`; returns the number of bytes. */
size_t hui_pixels_put(unsigned char *out, const uint32_t *pixels, size_t count, bool opaque);

#endif
