/* Inside image/: one reader per format. Each fills in size and pixels, or returns why it cannot. */
#ifndef HUI_IMAGE_IMAGE_FORMATS_H
#define HUI_IMAGE_IMAGE_FORMATS_H

#include "image/image.h"

/* `bytes`, `size` and `file` are set. NULL when all is well, else a reason (a constant, or in the arena). */
const char *hui_image_read_png(hui_arena *arena, hui_image *image, size_t max_pixels);
const char *hui_image_read_jpeg(hui_arena *arena, hui_image *image, size_t max_pixels);
const char *hui_image_read_svg(hui_arena *arena, hui_image *image);

/* The reason for refusing so many pixels, or NULL. */
const char *hui_image_refuse_size(hui_arena *arena, hui_image *image, size_t width, size_t height, size_t max_pixels);

/* A pixel as Cairo has it. */
#define HUI_ARGB(a, r, g, b) ((uint32_t)(a) << 24 | (uint32_t)(r) << 16 | (uint32_t)(g) << 8 | (uint32_t)(b))

/* Style sheet of an SVG, made safe to stand in another document: ids prefixed, selectors bound to what is inside
 * `scope` (an id), references to other files and at-rules but @media and @supports dropped. */
void hui_image_scope_css(hui_buffer *out, const char *css, const char *id_prefix, const char *scope);
/* The same for declarations or an attribute's value: only url() is looked at. */
void hui_image_scope_value(hui_buffer *out, const char *value, size_t size, const char *id_prefix);

#endif
