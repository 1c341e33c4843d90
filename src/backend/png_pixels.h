/* Pixels as words, 0xAARRGGBB, and as PNG has them. */
#ifndef HUI_BACKEND_PNG_PIXELS_H
#define HUI_BACKEND_PNG_PIXELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Cairo's colours are multiplied by alpha, PNG's are not. */
void hui_pixels_straighten(uint32_t *out, const uint32_t *pixels, size_t count);
uint32_t hui_pixel_multiply(uint32_t straight);
/* Red, green, blue, and alpha unless the pixels are `opaque`; returns the number of bytes. */
size_t hui_pixels_put(unsigned char *out, const uint32_t *pixels, size_t count, bool opaque);
/* The checksum (RFC 1950, section 8.2) of what `adler` was of, and these bytes after it. */
uint32_t hui_pixels_adler32(uint32_t adler, const uint32_t *pixels, size_t count, bool opaque);

/* Two pixels and two others; 0: they are the same. */
static inline uint64_t hui_pixels_differ(const uint32_t *a, const uint32_t *b)
{
    uint64_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x ^ y;
}

/* How many of the first eight pixels are the same, with no branch where the processor can compare four at once. */
static inline size_t hui_pixels_same_of_eight(const uint32_t *a, const uint32_t *b)
{
#ifdef __SSE2__
    const __m128i *x = (const __m128i *)(const void *)a, *y = (const __m128i *)(const void *)b;
    const __m128i low = _mm_cmpeq_epi32(_mm_loadu_si128(x), _mm_loadu_si128(y)),
                  high = _mm_cmpeq_epi32(_mm_loadu_si128(x + 1), _mm_loadu_si128(y + 1));
    const unsigned same = (unsigned)_mm_movemask_epi8(_mm_packs_epi16(_mm_packs_epi32(low, high), _mm_setzero_si128()));
    return (size_t)__builtin_ctz(~same);
#else
    size_t same = 0;
    while (same < 8 && a[same] == b[same])
        same++;
    return same;
#endif
}

/* How many pixels are the same, of `most`: first by eight, since most of a drawing is flat. */
static inline size_t hui_pixels_count_same(const uint32_t *a, const uint32_t *b, size_t most)
{
    size_t same = 0;
    if (most == 0 || *a != *b)
        return 0;
    while (same + 8 <= most &&
           !(hui_pixels_differ(a + same, b + same) | hui_pixels_differ(a + same + 2, b + same + 2) |
             hui_pixels_differ(a + same + 4, b + same + 4) | hui_pixels_differ(a + same + 6, b + same + 6)))
        same += 8;
    while (same + 2 <= most && !hui_pixels_differ(a + same, b + same))
        same += 2;
    return same + (same < most && a[same] == b[same]);
}

#endif
