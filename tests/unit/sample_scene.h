/* A scene with one of everything, for the backends' tests. Include after cmocka. */
#ifndef TESTS_UNIT_SAMPLE_SCENE_H
#define TESTS_UNIT_SAMPLE_SCENE_H

#include "backend/backend.h"

#include <cairo.h>
#include <stdio.h> /* jpeglib.h needs it */
#include <stdlib.h>

#include <jpeglib.h>
#include <string.h>

enum { SAMPLE_PIXELS = 32 };

static inline cairo_status_t sample_add(void *buffer, const unsigned char *bytes, unsigned size)
{
    hui_buffer_add(buffer, bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

static inline hui_image *sample_image(hui_arena *arena, hui_image_format format, const void *bytes, size_t size)
{
    hui_image *image = HUI_NEW(arena, hui_image);
    uint32_t *pixels = HUI_NEW_ARRAY(arena, uint32_t, SAMPLE_PIXELS * SAMPLE_PIXELS);
    for (uint32_t i = 0; i < SAMPLE_PIXELS * SAMPLE_PIXELS; i++)
        pixels[i] = 0xFF000000 | (i / SAMPLE_PIXELS * 8) << 16 | (i % SAMPLE_PIXELS * 8) << 8 | 0x60;
    *image = (hui_image){.format = format, .bytes = hui_arena_copy(arena, bytes, size), .size = size, .pixels = pixels,
                         .file = format == HUI_IMAGE_PNG ? "sample.png" : "sample.jpg", .width = SAMPLE_PIXELS,
                         .height = SAMPLE_PIXELS, .pixel_width = SAMPLE_PIXELS, .pixel_height = SAMPLE_PIXELS};
    return image;
}

static inline const hui_image *sample_png(hui_arena *arena)
{
    hui_image *image = sample_image(arena, HUI_IMAGE_PNG, "", 0);
    cairo_surface_t *surface = cairo_image_surface_create_for_data((unsigned char *)(uintptr_t)image->pixels,
        CAIRO_FORMAT_RGB24, SAMPLE_PIXELS, SAMPLE_PIXELS, SAMPLE_PIXELS * 4);
    hui_buffer bytes = {0};
    assert_int_equal(cairo_surface_write_to_png_stream(surface, sample_add, &bytes), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(surface);
    image->bytes = hui_arena_copy(arena, bytes.bytes, bytes.size);
    image->size = bytes.size;
    hui_buffer_finish(&bytes);
    return image;
}

static inline const hui_image *sample_jpeg(hui_arena *arena)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = {.err = jpeg_std_error(&errors)};
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = NULL, row[SAMPLE_PIXELS * 3];
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = jpeg.image_height = SAMPLE_PIXELS;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    for (int y = 0; y < SAMPLE_PIXELS; y++) {
        for (int x = 0; x < SAMPLE_PIXELS; x++) {
            row[3 * x] = (unsigned char)(y * 8);
            row[3 * x + 1] = (unsigned char)(x * 8);
            row[3 * x + 2] = 0x60;
        }
        jpeg_write_scanlines(&jpeg, (JSAMPROW[]){row}, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    hui_image *image = sample_image(arena, HUI_IMAGE_JPEG, bytes, size);
    free(bytes);
    return image;
}

typedef struct sample {
    hui_arena *arena;
    hui_fonts *fonts;
    hui_diags *diags;
} sample;

static inline sample sample_new(bool fixed)
{
    sample s = {.arena = hui_arena_new()};
    s.diags = hui_diags_new(s.arena);
    s.fonts = hui_fonts_new(&(hui_fonts_options){.fixed = fixed}, s.diags);
    assert_non_null(s.fonts);
    return s;
}

static inline void sample_free(sample *s)
{
    assert_int_equal(s->diags->count, 0);
    hui_fonts_free(s->fonts);
    hui_arena_free(s->arena);
}

static inline const hui_lines *sample_text(sample *s, const char *markdown, double size, double width)
{
    const hui_text_style style = {.size = size, .weight = 400, .line_height = size * 1.5, .color = HUI_RGB(0x2B2B2B),
                                  .strong_color = HUI_RGB(0xB3131B), .link_color = HUI_RGB(0x1456A0)};
    const hui_text *text = hui_text_new(s->arena, s->fonts, &style, hui_markdown_read(s->arena, markdown),
                                        (hui_place){0}, s->diags);
    return hui_text_compose(text, width);
}

static inline void sample_add_shapes(sample *s, hui_scene *scene)
{
    const hui_stop red[] = {{0, HUI_RGB(0x8A0F14)}, {1, HUI_RGB(0xD4322B)}};
    const hui_stop glow[] = {{0, {255, 220, 120, 255}}, {1, {255, 220, 120, 0}}};
    hui_scene_rect(scene, (hui_rect){0, 0, 600, 400}, NULL, hui_paint_solid((hui_color)HUI_RGB(0xFFF8EE)), hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){20, 20, 560, 90}, (const double[]){16, 16, 16, 16},
                   hui_paint_linear(s->arena, (hui_rect){20, 20, 560, 90}, 90, red, 2), hui_stroke_none());
    hui_path sun = hui_path_new(s->arena);
    hui_path_circle(&sun, 520, 65, 40);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "art"});
    hui_scene_path(scene, sun, hui_paint_radial(s->arena, 520, 65, 40, glow, 2), hui_stroke_none());
    hui_scene_end(scene);
    hui_stroke dashed = hui_stroke_line((hui_color)HUI_RGB(0xC9A24B), 2);
    hui_stroke_dash(s->arena, &dashed, (const double[]){6, 4}, 2, 0);
    hui_scene_rect(scene, (hui_rect){20, 130, 270, 150}, (const double[]){0, 20, 0, 20}, hui_paint_none(), dashed);
    hui_path wave = hui_path_new(s->arena);
    hui_path_smooth(&wave, (const hui_point[]){{320, 250}, {370, 200}, {420, 240}, {470, 180}, {560, 160}}, 5);
    hui_stroke line = hui_stroke_line((hui_color)HUI_RGB(0x0E6655), 3);
    line.cap = HUI_CAP_ROUND;
    line.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, wave, hui_paint_none(), line);
    hui_path clip = hui_path_new(s->arena);
    hui_path_circle(&clip, 360, 330, 50);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_FIGURE, .label = "半透明的圆", .clip = hui_arena_copy(s->arena, &clip, sizeof clip),
                                       .opacity = 0.5, .transform = hui_matrix_rotate_at(15, 360, 330)});
    hui_scene_rect(scene, (hui_rect){310, 300, 100, 60}, NULL, hui_paint_solid((hui_color)HUI_RGB(0x1456A0)), hui_stroke_none());
    hui_scene_end(scene);
}

static inline void sample_add_list(sample *s, hui_scene *scene, const char *const *items, size_t count)
{
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LIST, .kind = "list"});
    for (size_t i = 0; i < count; i++) {
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LIST_ITEM});
        hui_scene_text(scene, 40, 290 + 30 * (double)i, sample_text(s, items[i], 16, 240));
        hui_scene_end(scene);
    }
    hui_scene_end(scene);
}

static const char sample_paragraph[] = "全年新建**430个**项目，完成投资**1355亿元**，获评“[中国乳都](https://example.org/?a=1&b=2)”（第1名）。";

/* `title` makes scenes differ. */
static inline hui_scene *sample_scene(sample *s, const char *title)
{
    static const char *const items[] = {"新能源装机12GW", "A & B < C"};
    hui_scene *scene = hui_scene_new(s->arena, 600, 400);
    scene->title = title;
    scene->description = "样例：形状、文字、图片";
    scene->author = "huibao";
    scene->lang = "zh-Hans";
    sample_add_shapes(s, scene);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_SECTION, .id = "first", .kind = "section"});
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_HEADING, .level = 1, .label = title});
    hui_scene_text(scene, 40, 40, sample_text(s, title, 32, 400));
    hui_scene_end(scene);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_PARAGRAPH});
    hui_scene_text(scene, 40, 140, sample_text(s, sample_paragraph, 18, 230));
    hui_scene_end(scene);
    sample_add_list(s, scene, items, 2);
    hui_scene_end(scene);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LINK, .label = "https://example.com/é"});
    hui_scene_image(scene, (hui_rect){440, 290, 60, 60}, sample_png(s->arena));
    hui_scene_end(scene);
    hui_scene_image(scene, (hui_rect){510, 290, 60, 60}, sample_jpeg(s->arena));
    return scene;
}

#endif
