/* PNG images, by libpng's simplified interface: any depth and colour type becomes sRGB with 8 bits. */
#include "image/image_formats.h"

#include <png.h>
#include <string.h>

static uint32_t premultiply(const unsigned char *rgba)
{
    uint32_t a = rgba[3];
    if (a == 255)
        return HUI_ARGB(255, rgba[0], rgba[1], rgba[2]);
    return HUI_ARGB(a, (rgba[0] * a + 127) / 255, (rgba[1] * a + 127) / 255, (rgba[2] * a + 127) / 255);
}

/* Pixels are read as RGBA into the memory where they stay, and put in Cairo's order there. */
static const char *read_pixels(hui_arena *arena, hui_image *image, png_image *png)
{
    size_t count = (size_t)png->width * png->height;
    uint32_t *pixels = HUI_NEW_ARRAY(arena, uint32_t, count);
    png->format = PNG_FORMAT_RGBA;
    if (!png_image_finish_read(png, NULL, pixels, 0, NULL))
        return hui_arena_string(arena, png->message);
    for (size_t i = 0; i < count; i++) {
        unsigned char rgba[4];
        memcpy(rgba, &pixels[i], 4);
        image->has_alpha |= rgba[3] != 255;
        pixels[i] = premultiply(rgba);
    }
    image->pixels = pixels;
    image->pixel_width = (int)png->width;
    image->pixel_height = (int)png->height;
    image->width = png->width;
    image->height = png->height;
    return NULL;
}

const char *hui_image_read_png(hui_arena *arena, hui_image *image, size_t max_pixels)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, image->bytes, image->size))
        return hui_arena_string(arena, png.message);
    const char *reason = hui_image_refuse_size(arena, image, png.width, png.height, max_pixels);
    if (!reason)
        reason = read_pixels(arena, image, &png);
    png_image_free(&png);
    return reason;
}
