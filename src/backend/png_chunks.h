/* Chunks of a PNG but for the pixels' own. */
#ifndef HUI_BACKEND_PNG_CHUNKS_H
#define HUI_BACKEND_PNG_CHUNKS_H

#include "backend/backend.h"

typedef struct hui_png_head {
    const hui_scene *scene; /* title, description and author */
    size_t width, height;
    double dpi;
    bool opaque;            /* RGB, else RGBA */
    const uint32_t *colors; /* of a palette: 0xAARRGGBB, not multiplied by alpha; NULL: none */
    size_t color_count;
} hui_png_head;

/* All chunks before the pixels. */
void hui_png_add_head(hui_buffer *out, const hui_png_head *head);
/* The end of the zlib stream, an empty last block and the checksum, and the end of the file. */
void hui_png_add_foot(hui_buffer *out, uint32_t adler);
/* How much larger a palette makes the head. */
size_t hui_png_palette_size(const uint32_t *colors, size_t count);

#endif
