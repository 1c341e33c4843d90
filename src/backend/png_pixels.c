/* Pixels: alpha taken out of their colours, and their bytes in order. */
#include "backend/png_pixels.h"

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
