/* Palettes: a small table finds a colour's index, and runs of one colour need no look. */
#include "backend/png_palette.h"

#include "backend/png_pixels.h"

#include <string.h>

/* The colour's index; the number of colours if it is new and none fits any more. */
static size_t find_or_add(hui_palette *p, uint32_t color)
{
    uint32_t slot = color * 0x9E3779B1u >> 22;
    for (; p->slots[slot]; slot = (slot + 1) % HUI_PALETTE_SLOTS)
        if (p->colors[p->slots[slot] - 1] == color)
            return p->slots[slot] - 1u;
    if (p->count == HUI_PALETTE_MOST)
        return p->count;
    p->colors[p->count++] = color;
    p->slots[slot] = (uint16_t)p->count;
    return p->count - 1;
}

bool hui_palette_index(hui_palette *p, unsigned char *out, const uint32_t *pixels, size_t count)
{
    for (size_t i = 0, run; i < count; i += run) {
        run = 1 + hui_pixels_count_same(pixels + i, pixels + i + 1, count - i - 1);
        const size_t index = find_or_add(p, pixels[i]);
        if (index == HUI_PALETTE_MOST)
            return false;
        memset(out + i, (int)index, run);
    }
    return true;
}

unsigned hui_palette_depth(size_t color_count)
{
    return color_count <= 2 ? 1 : color_count <= 4 ? 2 : color_count <= 16 ? 4 : 8;
}

size_t hui_palette_row_size(size_t count, unsigned depth)
{
    return (count * depth + 7) / 8;
}

size_t hui_palette_put(unsigned char *out, const unsigned char *indices, size_t count, unsigned depth)
{
    const size_t size = hui_palette_row_size(count, depth), in_byte = 8 / depth;
    if (depth == 8) {
        memcpy(out, indices, count);
        return count;
    }
    memset(out, 0, size);
    for (size_t i = 0; i < count; i++)
        out[i / in_byte] |= (unsigned char)(indices[i] << (8 - depth * (i % in_byte + 1)));
    return size;
}
