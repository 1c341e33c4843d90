/* PNGs, written from scenes and read back by libpng. Include after cmocka. */
#ifndef TESTS_UNIT_PNG_PICTURE_H
#define TESTS_UNIT_PNG_PICTURE_H

#include "backend/backend.h"

#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct png_picture {
    size_t width, height;
    bool has_alpha;
    int type, depth;     /* PNG's colour type, bits a sample or index */
    unsigned char *rgba; /* not premultiplied */
    double dpi;
    char texts[512]; /* "keyword=text;" of all iTXt */
    char types[256]; /* chunk types in order, IDATs once */
} png_picture;

typedef struct png_picture_reader {
    const hui_buffer *bytes;
    size_t at;
} png_picture_reader;

static inline void png_picture_read(png_structp png, png_bytep out, size_t size)
{
    png_picture_reader *r = png_get_io_ptr(png);
    if (size > r->bytes->size - r->at)
        png_error(png, "the end");
    memcpy(out, r->bytes->bytes + r->at, size);
    r->at += size;
}

static inline void png_picture_refuse(png_structp png, png_const_charp message)
{
    (void)png;
    fail_msg("libpng warns: %s", message);
}

static inline void png_picture_list(const hui_buffer *bytes, png_picture *p)
{
    for (size_t at = 8; at + 12 <= bytes->size;) {
        const unsigned char *chunk = (const unsigned char *)bytes->bytes + at;
        size_t used = strlen(p->types);
        if (used < 5 || memcmp(p->types + used - 5, chunk + 4, 4) != 0)
            snprintf(p->types + used, sizeof p->types - used, "%.4s ", chunk + 4);
        at += 12 + ((size_t)chunk[0] << 24 | (size_t)chunk[1] << 16 | (size_t)chunk[2] << 8 | chunk[3]);
    }
}

static inline png_picture png_picture_decode(const hui_buffer *bytes)
{
    png_picture p = {0};
    png_picture_reader r = {bytes, 0};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, png_picture_refuse);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)))
        fail_msg("libpng cannot read it");
    png_set_user_limits(png, 40000, 1 << 22);
    png_set_read_fn(png, &r, png_picture_read);
    png_read_info(png, info);
    p.width = png_get_image_width(png, info);
    p.height = png_get_image_height(png, info);
    p.type = png_get_color_type(png, info);
    p.depth = png_get_bit_depth(png, info);
    p.has_alpha = p.type & PNG_COLOR_MASK_ALPHA || png_get_valid(png, info, PNG_INFO_tRNS);
    png_set_expand(png);
    p.dpi = png_get_pixels_per_meter(png, info) * 0.0254;
    png_textp texts;
    int count = png_get_text(png, info, &texts, NULL);
    for (int i = 0; i < count; i++) {
        size_t used = strlen(p.texts);
        snprintf(p.texts + used, sizeof p.texts - used, "%s=%s[%s];", texts[i].key, texts[i].text, texts[i].lang);
    }
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
    p.rgba = malloc(p.width * p.height * 4);
    png_set_interlace_handling(png);
    png_start_read_image(png);
    for (size_t y = 0; y < p.height; y++)
        png_read_row(png, p.rgba + y * p.width * 4, NULL);
    png_read_end(png, info);
    png_destroy_read_struct(&png, &info, NULL);
    assert_int_equal(r.at, bytes->size);
    png_picture_list(bytes, &p);
    return p;
}

static inline hui_buffer png_picture_write(const hui_scene *scene, hui_write_options options)
{
    hui_buffer bytes = {0};
    hui_diags *diags = hui_diags_new(scene->arena);
    hui_sink sink = hui_sink_buffer(&bytes);
    const hui_backend *backend = hui_backend_find("png");
    assert_true(backend->write(scene, &options, &sink, diags));
    assert_int_equal(diags->count, 0);
    return bytes;
}

#endif
