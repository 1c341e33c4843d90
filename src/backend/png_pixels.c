/* Pixels: alpha taken out of their colours, and their bytes in order. */
#include "backend/png_pixels.h"

#include "backend/png_deflate.h"
#include "base/variants.h"

#include <endian.h>
#include <string.h>

static uint32_t straighten(uint32_t pixel)
{
    const uint32_t a = pixel >> 24, half = a / 2;
    if (a == 0)
        return 0;
    const uint32_t r = ((pixel >> 16 & 255) * 255 + half) / a, g = ((pixel >> 8 & 255) * 255 + half) / a,
                   b = ((pixel & 255) * 255 + half) / a;
    return a << 24 | (r & 255) << 16 | (g & 255) << 8 | (b & 255);
}

void hui_pixels_straighten(uint32_t *out, const uint32_t *pixels, size_t count)
{
    uint32_t last = 0, straight = 0;
    for (size_t i = 0; i < count; i++) {
        if (pixels[i] != last) {
            last = pixels[i];
            straight = straighten(last);
        }
        out[i] = straight;
    }
}

uint32_t hui_pixel_multiply(uint32_t straight)
{
    const uint32_t a = straight >> 24, r = ((straight >> 16 & 255) * a + 127) / 255,
                   g = ((straight >> 8 & 255) * a + 127) / 255, b = ((straight & 255) * a + 127) / 255;
    return a << 24 | r << 16 | g << 8 | b;
}

/* Four bytes a time: the last of them is where the next pixel's first will be. */
static void put_opaque(unsigned char *out, const uint32_t *pixels, size_t count)
{
    uint32_t bytes;
    for (size_t i = 0; i + 1 < count; i++, out += 3) {
        bytes = htobe32(pixels[i] << 8);
        memcpy(out, &bytes, sizeof bytes);
    }
    bytes = htobe32(pixels[count - 1] << 8);
    memcpy(out, &bytes, 3);
}

size_t hui_pixels_put(unsigned char *out, const uint32_t *pixels, size_t count, bool opaque)
{
    if (opaque) {
        put_opaque(out, pixels, count);
        return count * 3;
    }
    for (size_t i = 0; i < count; i++) {
        const uint32_t bytes = htobe32(pixels[i] << 8 | pixels[i] >> 24);
        memcpy(out + 4 * i, &bytes, sizeof bytes);
    }
    return count * 4;
}

enum { LANES = 4, MOST_STEPS = 2048, ADLER_BASE = 65521 };

/* Of pixels that stand LANES apart, side by side (vectors of GCC and Clang, on any processor). */
typedef uint32_t lanes __attribute__((vector_size(LANES * sizeof(uint32_t))));

typedef struct lane_sums {
    lanes red, green, alpha, all; /* all: blue too */
    lanes before;                 /* what `all` was before each pixel: at most MOST_STEPS of them fit */
} lane_sums;

static inline lane_sums sum_lanes(const uint32_t *pixels, size_t steps, bool opaque)
{
    lane_sums sums = {0};
    for (size_t i = 0; i < steps; i++, pixels += LANES) {
        lanes p;
        memcpy(&p, pixels, sizeof p);
        const lanes red = p >> 16 & 255, green = p >> 8 & 255, alpha = opaque ? (lanes){0} : p >> 24;
        sums.before += sums.all;
        sums.red += red;
        sums.green += green;
        sums.alpha += alpha;
        sums.all += red + green + (p & 255) + alpha;
    }
    return sums;
}

/* `steps` times LANES pixels. Of the second sum a byte is part once for each byte from it on. */
static uint32_t add_lanes(uint32_t adler, const uint32_t *pixels, size_t steps, bool opaque)
{
    const lane_sums sums = opaque ? sum_lanes(pixels, steps, true) : sum_lanes(pixels, steps, false);
    const uint64_t size = opaque ? 3 : 4, first = adler & 0xFFFF;
    uint64_t all = 0, second = (adler >> 16) + first * steps * LANES * size;
    for (size_t k = 0; k < LANES; k++) {
        const uint64_t pixels_after = (uint64_t)sums.before[k] * LANES + (uint64_t)sums.all[k] * (LANES - 1 - k);
        const uint64_t within = (uint64_t)sums.all[k] + (opaque ? 0 : sums.all[k] - sums.alpha[k]) +
                                2 * (uint64_t)sums.red[k] + sums.green[k];
        all += sums.all[k];
        second += pixels_after * size + within;
    }
    return (uint32_t)(second % ADLER_BASE << 16 | (first + all) % ADLER_BASE);
}

HUI_VARIANTS static uint32_t add_all_lanes(uint32_t adler, const uint32_t *pixels, size_t steps, bool opaque)
{
    for (size_t taken; steps > 0; pixels += taken * LANES, steps -= taken) {
        taken = steps < MOST_STEPS ? steps : MOST_STEPS;
        adler = add_lanes(adler, pixels, taken, opaque);
    }
    return adler;
}

uint32_t hui_pixels_adler32(uint32_t adler, const uint32_t *pixels, size_t count, bool opaque)
{
    const size_t left = count % LANES;
    unsigned char rest[LANES * 4];
    adler = add_all_lanes(adler, pixels, count / LANES, opaque);
    return left ? hui_adler32(adler, rest, hui_pixels_put(rest, pixels + count - left, left, opaque)) : adler;
}
