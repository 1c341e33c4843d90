/* Palettes of a PNG: the colours of a picture that has few, and its pixels as indices. */
#ifndef HUI_BACKEND_PNG_PALETTE_H
#define HUI_BACKEND_PNG_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HUI_PALETTE_MOST = 256, HUI_PALETTE_SLOTS = 1024 };

/* Colours in the order in which they appear, as the pixels have them. */
typedef struct hui_palette {
    uint32_t colors[HUI_PALETTE_MOST];
    size_t count;
    uint16_t slots[HUI_PALETTE_SLOTS]; /* by hash: index + 1; 0: none */
} hui_palette;

/* Gives each pixel its colour's index, and colours that are new a place. False if there are more than fit. */
bool hui_palette_index(hui_palette *palette, unsigned char *out, const uint32_t *pixels, size_t count);

/* Bits that an index takes in a PNG: 1, 2, 4 or 8. */
unsigned hui_palette_depth(size_t color_count);
/* Bytes of a row. */
size_t hui_palette_row_size(size_t count, unsigned depth);
/* A row of indices, several in a byte if they fit, the first uppermost. Returns the bytes. */
size_t hui_palette_put(unsigned char *out, const unsigned char *indices, size_t count, unsigned depth);

#endif
