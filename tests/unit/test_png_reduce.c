/* links: base text image scene backend */
/* PNGs of reduced colours: palettes, dithering, and that these are the same for any number of threads. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "backend/png_quantize.h"
#include "png_picture.h"

static void add_rect(hui_scene *scene, double x, double y, double w, double h, hui_color color)
{
    hui_scene_rect(scene, (hui_rect){x, y, w, h}, NULL, hui_paint_solid(color), hui_stroke_none());
}

/* The first chunk of a type, its data and their size; NULL: none. */
static const unsigned char *find_chunk(const hui_buffer *bytes, const char *type, size_t *size)
{
    const unsigned char *at = (const unsigned char *)bytes->bytes + 8, *end = at - 8 + bytes->size;
    for (; at < end; at += 12 + *size) {
        *size = (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
        if (!memcmp(at + 4, type, 4))
            return at + 8;
    }
    return NULL;
}

/* Means of fields of pixels are near those of the full picture: dithering makes up for colours that are missing. */
static void assert_near(const png_picture *p, const png_picture *full, int tolerance)
{
    enum { FIELD = 8 };
    for (size_t y = 0; y + FIELD <= p->height; y += FIELD)
        for (size_t x = 0; x + FIELD <= p->width; x += FIELD)
            for (size_t channel = 0; channel < 4; channel++) {
                int difference = 0;
                for (size_t i = 0; i < FIELD * FIELD; i++) {
                    const size_t at = ((y + i / FIELD) * p->width + x + i % FIELD) * 4 + channel;
                    difference += p->rgba[at] - full->rgba[at];
                }
                if (abs(difference) > tolerance * FIELD * FIELD)
                    fail_msg("field (%zu, %zu) is off by %d in channel %zu", x, y, difference / FIELD / FIELD, channel);
            }
}

enum { FLAT_SIZE = 300 };

/* A gradient, and a flat square in the middle. */
static hui_scene *new_gradient(hui_arena *arena, bool translucent)
{
    hui_scene *scene = hui_scene_new(arena, 600, 1500);
    const hui_stop stops[] = {{0, {240, 230, 210, translucent ? 40 : 255}}, {1, {150, 30, 40, 255}}};
    const hui_paint paint = hui_paint_linear(arena, (hui_rect){0, 0, 600, 1500}, 170, stops, 2);
    hui_scene_rect(scene, (hui_rect){0, 0, 600, 1500}, NULL, paint, hui_stroke_none());
    add_rect(scene, 150, 600, FLAT_SIZE, FLAT_SIZE, hui_color_rgb(0x1D5A9E));
    return scene;
}

static void assert_flat_is_kept(const png_picture *p)
{
    static const unsigned char flat[] = {0x1D, 0x5A, 0x9E, 255};
    for (size_t i = 0; i < FLAT_SIZE * FLAT_SIZE; i++)
        assert_memory_equal(p->rgba + ((600 + i / FLAT_SIZE) * p->width + 150 + i % FLAT_SIZE) * 4, flat, 4);
}

/* Near the full picture, in so many colours, and the same from any number of threads; translucent ones too. */
static void test_reduced(void **state)
{
    (void)state;
    if (hui_quantize_fault())
        skip();
    static const struct {
        int most, depth, tolerance;
    } cases[] = {{2, 1, 128}, {4, 2, 60}, {16, 4, 12}, {100, 8, 4}, {256, 8, 4}};
    for (size_t i = 0; i < 2 * sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        const hui_scene *scene = new_gradient(arena, i % 2);
        const int most = cases[i / 2].most;
        hui_buffer all = png_picture_write(scene, (hui_write_options){0}),
                   bytes = png_picture_write(scene, (hui_write_options){.threads = 1, .png_colors = most});
        for (int threads = 2; threads <= 4; threads++) {
            hui_buffer other = png_picture_write(scene, (hui_write_options){.threads = threads, .png_colors = most});
            assert_int_equal(bytes.size, other.size);
            assert_memory_equal(bytes.bytes, other.bytes, bytes.size);
            hui_buffer_finish(&other);
        }
        png_picture p = png_picture_decode(&bytes), full = png_picture_decode(&all);
        assert_int_equal(p.type, PNG_COLOR_TYPE_PALETTE);
        assert_int_equal(p.depth, cases[i / 2].depth);
        size_t palette_size = 0;
        assert_non_null(find_chunk(&bytes, "PLTE", &palette_size));
        assert_in_range(palette_size / 3, most / 2 + 1, most);
        assert_near(&p, &full, cases[i / 2].tolerance);
        if (most > 2)
            assert_flat_is_kept(&p);
        free(p.rgba);
        free(full.rgba);
        hui_buffer_finish(&bytes);
        hui_buffer_finish(&all);
        hui_arena_free(arena);
    }
}

/* Colours that need no reducing are kept as they are. */
static void test_few(void **state)
{
    (void)state;
    if (hui_quantize_fault())
        skip();
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 600, 1500);
    for (int i = 0; i < 20; i++)
        add_rect(scene, 0, i * 75, 600 - i, 75, hui_color_rgb((uint32_t)i * 0x050301));
    hui_buffer wanted = png_picture_write(scene, (hui_write_options){.png_colors = 21}),
               plain = png_picture_write(scene, (hui_write_options){0});
    assert_int_equal(wanted.size, plain.size);
    assert_memory_equal(wanted.bytes, plain.bytes, plain.size);
    hui_buffer_finish(&wanted);
    hui_buffer_finish(&plain);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reduced),
        cmocka_unit_test(test_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
