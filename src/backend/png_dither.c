/* Dithering: R. Floyd, L. Steinberg, "An adaptive algorithm for spatial greyscale", Proceedings of the Society for Information
 * Display 17 (1976) 75-77, every other row from right to left. A pixel whose colour the palette has takes it and passes nothing on:
 * flat colours and letters on them stay clean. Colours are multiplied by alpha, as they are drawn. */
#include "backend/png_dither.h"

#include "backend/png_pixels.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { CHANNELS = 4, PALETTE = 256, CACHE_BITS = 16, UNITS = 16 };

/* Colours that differ in these bits alone find the same, which is then known more often; by how much it is off counts exactly. */
#define COARSE 0xFEFEFEFEu

/* Blue, green, red, alpha: as a pixel's bits, from the lowest. */
typedef struct color {
    int16_t of[CHANNELS];
} color;

/* Where a colour was looked for, what was found. */
typedef struct found {
    uint32_t pixel;
    uint8_t index;
    bool is_set, is_exact;
} found;

struct hui_dither {
    int16_t palette[CHANNELS][PALETTE];
    int32_t count;
    size_t width;
    bool leftwards;        /* the next row */
    color *errors, *below; /* of a row and the next one, in sixteenths; of `width`, and one more at either end */
    found cache[1 << CACHE_BITS];
};

static inline color split(uint32_t pixel)
{
    return (color){{pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255, (int16_t)(pixel >> 24)}};
}

static inline uint32_t join(color c)
{
    return (uint32_t)c.of[3] << 24 | (uint32_t)c.of[2] << 16 | (uint32_t)c.of[1] << 8 | (uint32_t)c.of[0];
}

hui_dither *hui_dither_new(hui_arena *arena, const uint32_t *colors, size_t count, size_t width)
{
    hui_dither *d = HUI_NEW(arena, hui_dither);
    d->count = (int32_t)count;
    d->width = width;
    d->errors = HUI_NEW_ARRAY(arena, color, width + 2);
    d->below = HUI_NEW_ARRAY(arena, color, width + 2);
    for (size_t i = 0; i < count; i++) {
        const color c = split(hui_pixel_multiply(colors[i]));
        for (size_t k = 0; k < CHANNELS; k++)
            d->palette[k][i] = c.of[k];
    }
    return d;
}

/* The larger of what differs on black and on white. */
static inline int32_t difference(int16_t channel, int16_t alpha)
{
    const int16_t white = (int16_t)(channel - alpha);
    const int32_t on_black = (int32_t)channel * channel, on_white = (int32_t)white * white;
    return on_black > on_white ? on_black : on_white;
}

/* The differences, less than 2^18, have their index below them, so that the least is found without a branch. */
static found find_nearest(const hui_dither *d, uint32_t pixel)
{
    const color c = split(pixel);
    int32_t best = INT32_MAX;
    for (int32_t i = 0; i < d->count; i++) {
        int16_t off[CHANNELS];
        for (size_t k = 0; k < CHANNELS; k++)
            off[k] = (int16_t)(d->palette[k][i] - c.of[k]);
        const int32_t sum = difference(off[0], off[3]) + difference(off[1], off[3]) + difference(off[2], off[3]),
                      candidate = sum << 8 | i;
        best = candidate < best ? candidate : best;
    }
    return (found){pixel, (uint8_t)(best & 255), true, best >> 8 == 0};
}

static inline found find(hui_dither *d, uint32_t pixel)
{
    found *f = &d->cache[pixel * 0x9E3779B1u >> (32 - CACHE_BITS)];
    if (!f->is_set || f->pixel != pixel)
        *f = find_nearest(d, pixel);
    return *f;
}

static inline int16_t clamp(int value, int most)
{
    return (int16_t)(value < 0 ? 0 : value > most ? most : value);
}

/* To the nearest whole number, from below zero too. */
static inline int whole(int sixteenths)
{
    enum { RAISED = 256 };
    return (sixteenths + UNITS * RAISED + UNITS / 2) / UNITS - RAISED;
}

/* A pixel with the errors that have come to it. No colour is more than its alpha. */
static inline color add_errors(color pixel, color error)
{
    color sum;
    sum.of[3] = clamp(pixel.of[3] + whole(error.of[3]), 255);
    for (size_t k = 0; k < 3; k++)
        sum.of[k] = clamp(pixel.of[k] + whole(error.of[k]), sum.of[3]);
    return sum;
}

/* `next`: the way to the next pixel. */
static inline void spread(hui_dither *d, size_t x, ptrdiff_t next, color wanted, uint8_t index)
{
    color *at = d->errors + x, *below = d->below + x;
    for (size_t k = 0; k < CHANNELS; k++) {
        const int off = wanted.of[k] - d->palette[k][index];
        at[next].of[k] = (int16_t)(at[next].of[k] + 7 * off);
        below[-next].of[k] = (int16_t)(below[-next].of[k] + 3 * off);
        below[0].of[k] = (int16_t)(below[0].of[k] + 5 * off);
        below[next].of[k] = (int16_t)(below[next].of[k] + off);
    }
}

static void dither_row(hui_dither *d, const uint32_t *pixels, unsigned char *out)
{
    const ptrdiff_t next = d->leftwards ? -1 : 1;
    ptrdiff_t x = d->leftwards ? (ptrdiff_t)d->width - 1 : 0;
    found f = {0};
    for (size_t left = d->width; left > 0; left--, x += next) {
        if (!f.is_exact || f.pixel != pixels[x])
            f = find(d, pixels[x]);
        if (!f.is_exact) {
            const color wanted = add_errors(split(pixels[x]), d->errors[x + 1]);
            f = find(d, join(wanted) & COARSE);
            spread(d, (size_t)x + 1, next, wanted, f.index);
        }
        out[x] = f.index;
    }
}

void hui_dither_rows(hui_dither *d, const uint32_t *pixels, size_t rows, unsigned char *out)
{
    for (size_t y = 0; y < rows; y++) {
        dither_row(d, pixels + y * d->width, out + y * d->width);
        color *used = d->errors;
        d->errors = d->below;
        d->below = memset(used, 0, (d->width + 2) * sizeof *used);
        d->leftwards = !d->leftwards;
    }
}
