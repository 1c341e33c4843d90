/* Images: a file read whole, its format told by its first bytes. */
#include "base/file.h"
#include "image/image_formats.h"

#include <stdlib.h>
#include <string.h>

const char *hui_image_refuse_size(hui_arena *arena, hui_image *image, size_t width, size_t height, size_t max_pixels)
{
    if (!width || !height)
        return "it has no pixels";
    image->is_over_limit = width > max_pixels / height;
    /* Cairo and pixman take no more than 32,767 a side. */
    if (width > 32767 || height > 32767 || image->is_over_limit)
        return hui_arena_printf(arena, "%zu × %zu px are too many (at most 32767 a side and %zu in all)", width, height,
                                max_pixels);
    return NULL;
}

static bool begins(const hui_image *image, const char *magic, size_t size)
{
    return image->size >= size && !memcmp(image->bytes, magic, size);
}

/* XML, at least: what it is will be seen when it is parsed. */
static bool looks_like_xml(const hui_image *image)
{
    size_t at = begins(image, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (at < image->size && strchr(" \t\r\n", image->bytes[at]) && image->bytes[at])
        at++;
    return at < image->size && image->bytes[at] == '<';
}

static const char *read_format(hui_arena *arena, hui_image *image, size_t max_pixels)
{
    if (begins(image, "\x89PNG\r\n\x1A\n", 8)) {
        image->format = HUI_IMAGE_PNG;
        return hui_image_read_png(arena, image, max_pixels);
    }
    if (begins(image, "\xFF\xD8\xFF", 3)) {
        image->format = HUI_IMAGE_JPEG;
        return hui_image_read_jpeg(arena, image, max_pixels);
    }
    if (looks_like_xml(image)) {
        image->format = HUI_IMAGE_SVG;
        return hui_image_read_svg(arena, image);
    }
    return image->size ? "it is neither PNG, JPEG nor SVG" : "the file is empty";
}

static const hui_image *read_bytes(hui_arena *arena, hui_image with, hui_place place, hui_diags *diags)
{
    hui_image *image = HUI_NEW(arena, hui_image);
    *image = with;
    image->file = hui_arena_string(arena, with.file);
    const char *reason = read_format(arena, image, hui_budget_most(diags->budget, HUI_MOST_IMAGE_PIXELS));
    if (reason) {
        const char *hint = image->is_over_limit ? hui_limit_hint(arena, HUI_MOST_IMAGE_PIXELS) : NULL;
        hui_diags_add(diags, HUI_CODE_BAD_IMAGE, place, hint, image->file, reason);
        return NULL;
    }
    return image;
}

static const hui_image *read_file(hui_arena *arena, const char *path, hui_image with, hui_place place, hui_diags *diags)
{
    const char *bytes;
    if (!hui_diags_take(diags, HUI_MOST_IMAGES, 1, place) ||
        !hui_file_read_within(arena, path, with.file, HUI_MOST_IMAGE_SIZE, place, &bytes, &with.size, diags))
        return NULL;
    with.bytes = (const unsigned char *)bytes;
    return read_bytes(arena, with, place, diags);
}

const hui_image *hui_image_read_bytes(hui_arena *arena, const char *bytes, size_t size, const char *shown_name,
                                      hui_place place, hui_diags *diags)
{
    const hui_image with = {.file = shown_name, .bytes = (const unsigned char *)bytes, .size = size};
    return hui_diags_take(diags, HUI_MOST_IMAGES, 1, place) ? read_bytes(arena, with, place, diags) : NULL;
}

const hui_image *hui_image_read_file(hui_arena *arena, const char *path, const char *shown_name, hui_place place,
                                     hui_diags *diags)
{
    return read_file(arena, path, (hui_image){.file = shown_name}, place, diags);
}

const hui_image *hui_image_read_icon(hui_arena *arena, const char *path, const char *shown_name, hui_color color,
                                     hui_place place, hui_diags *diags)
{
    return read_file(arena, path, (hui_image){.file = shown_name, .tint = color}, place, diags);
}
