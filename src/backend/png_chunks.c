/* Chunks: length, type, data and checksum (PNG, section 5.3). */
#include "backend/png_chunks.h"

#include "backend/png_palette.h"
#include "backend/png_stripe.h"

#include <math.h>
#include <string.h>

static void add_chunk(hui_buffer *out, const char type[4], const void *data, size_t size)
{
    hui_buffer_reserve(out, size + 12);
    unsigned char *chunk = (unsigned char *)out->bytes + out->size;
    if (size)
        memcpy(chunk + 8, data, size);
    out->size += hui_png_seal_chunk(chunk, type, size);
}

static void add_text(hui_buffer *out, const char *keyword, const char *lang, const char *text)
{
    if (!text || !*text)
        return;
    hui_buffer data = {0};
    hui_buffer_add(&data, keyword, strlen(keyword) + 1);
    hui_buffer_add(&data, "\0", 2); /* not compressed */
    hui_buffer_add(&data, lang ? lang : "", lang ? strlen(lang) + 1 : 1);
    hui_buffer_add(&data, "", 1); /* the keyword in that language: none */
    hui_buffer_add_string(&data, text);
    add_chunk(out, "iTXt", data.bytes, data.size);
    hui_buffer_finish(&data);
}

static size_t count_translucent(const uint32_t *colors, size_t count)
{
    while (count > 0 && colors[count - 1] >> 24 == 255)
        count--;
    return count;
}

/* PLTE, and tRNS with the alpha of all up to the last that is not opaque. */
static void add_palette(hui_buffer *out, const uint32_t *colors, size_t count)
{
    unsigned char entries[3 * HUI_PALETTE_MOST] = {0}, alphas[HUI_PALETTE_MOST] = {0};
    const size_t translucent = count_translucent(colors, count);
    for (size_t i = 0; i < count; i++) {
        entries[3 * i] = (unsigned char)(colors[i] >> 16);
        entries[3 * i + 1] = (unsigned char)(colors[i] >> 8);
        entries[3 * i + 2] = (unsigned char)colors[i];
        alphas[i] = (unsigned char)(colors[i] >> 24);
    }
    add_chunk(out, "PLTE", entries, 3 * count);
    if (translucent)
        add_chunk(out, "tRNS", alphas, translucent);
}

size_t hui_png_palette_size(const uint32_t *colors, size_t count)
{
    const size_t translucent = count_translucent(colors, count);
    return 12 + 3 * count + (translucent ? 12 + translucent : 0);
}

void hui_png_add_head(hui_buffer *out, const hui_png_head *head)
{
    enum { RGB = 2, PALETTE = 3, RGBA = 6 };
    const unsigned char depth = (unsigned char)(head->colors ? hui_palette_depth(head->color_count) : 8);
    unsigned char header[13] = {[8] = depth, [9] = head->colors ? PALETTE : head->opaque ? RGB : RGBA};
    hui_buffer_add(out, "\x89PNG\r\n\x1A\n", 8);
    hui_png_put_u32(header, (uint32_t)head->width);
    hui_png_put_u32(header + 4, (uint32_t)head->height);
    add_chunk(out, "IHDR", header, sizeof header);
    add_chunk(out, "sRGB", "\0", 1);      /* perceptual */
    unsigned char density[9] = {[8] = 1}; /* per metre */
    hui_png_put_u32(density, (uint32_t)lround(head->dpi / 0.0254));
    hui_png_put_u32(density + 4, (uint32_t)lround(head->dpi / 0.0254));
    add_chunk(out, "pHYs", density, sizeof density);
    if (head->colors)
        add_palette(out, head->colors, head->color_count);
    add_text(out, "Title", head->scene->lang, head->scene->title);
    add_text(out, "Description", head->scene->lang, head->scene->description);
    add_text(out, "Author", NULL, head->scene->author);
}

void hui_png_add_foot(hui_buffer *out, uint32_t adler)
{
    unsigned char last[6] = {3, 0};
    hui_png_put_u32(last + 2, adler);
    add_chunk(out, "IDAT", last, sizeof last);
    add_chunk(out, "IEND", "", 0);
}
