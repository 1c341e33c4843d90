/* links: base text image scene backend */
/* Outlines that are blended in from kept coverage look as if Cairo had drawn each of them, whatever was drawn before. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "backend/paint.h"
#include "backend/png.h"
#include "base/rng.h"
#include "png_picture.h"

#include <math.h>

enum { WIDTH = 700, HEIGHT = 900, LEVEL = 2 * 17 /* of the 15 rows that Cairo sees in a pixel, one of two edges */ };

static double any(hui_rng *rng, double least, double most)
{
    return least + (most - least) * hui_rng_int(rng, 0, 1000) / 1000;
}

static hui_color any_color(hui_rng *rng)
{
    return hui_color_rgb((uint32_t)hui_rng_int(rng, 0, 0xFFFFFF));
}

static void add_card(hui_scene *scene, hui_rng *rng)
{
    const double r = any(rng, 0, 20), radii[4] = {r, r, hui_rng_int(rng, 0, 1) ? r : 0, r};
    const hui_rect rect = {any(rng, -50, WIDTH), any(rng, -50, HEIGHT), any(rng, 2 * r, 300), any(rng, 2 * r, 300)};
    hui_scene_rect(scene, rect, radii, hui_paint_solid(any_color(rng)),
                   hui_stroke_line(any_color(rng), any(rng, 0, 4)));
}

static void add_blob(hui_scene *scene, hui_rng *rng)
{
    hui_path path = hui_path_new(scene->arena);
    const double x = any(rng, 0, WIDTH), y = any(rng, 0, HEIGHT), size = any(rng, 1, 60);
    hui_path_move(&path, x, y);
    for (int i = 0; i < 6; i++)
        hui_path_curve(&path, x + any(rng, -size, size), y + any(rng, -size, size), x + any(rng, -size, size),
                       y + any(rng, -size, size), x + any(rng, -size, size), y + any(rng, -size, size));
    hui_path_close(&path);
    hui_scene_path(scene, path, hui_paint_solid(any_color(rng)), hui_stroke_line(any_color(rng), any(rng, 0, 3)));
}

/* Groups move what is in them, turn it, show some of it, or all of it faintly. */
static hui_group any_group(hui_scene *scene, hui_rng *rng)
{
    hui_group group = {.transform = {1, 0, 0, 1, any(rng, -20, 20), any(rng, -20, 20)}, .opacity = 1};
    hui_path *clip = HUI_NEW(scene->arena, hui_path);
    *clip = hui_path_new(scene->arena);
    switch (hui_rng_int(rng, 0, 5)) {
    case 0:
        hui_path_rect(clip, (hui_rect){100, 100, 400, 500});
        group.clip = clip;
        break;
    case 1:
        hui_path_circle(clip, any(rng, 200, 400), any(rng, 200, 600), 200);
        group.clip = clip;
        break;
    case 2:
        group.opacity = 0.5;
        break;
    case 3:
        group.transform.yx = group.transform.xx = M_SQRT1_2;
        group.transform.xy = -(group.transform.yy = M_SQRT1_2);
        break;
    }
    return group;
}

static hui_scene *any_scene(hui_arena *arena, int seed, int groups)
{
    hui_scene *scene = hui_scene_new(arena, WIDTH, HEIGHT);
    hui_rng rng = hui_rng_seed((uint64_t)seed);
    hui_scene_rect(scene, (hui_rect){0, 0, WIDTH, HEIGHT}, NULL, hui_paint_solid(hui_color_rgb(0xFFFBF5)),
                   hui_stroke_none());
    for (int i = 0; i < groups; i++) {
        hui_scene_group(scene, any_group(scene, &rng));
        for (int k = 0; k < 4; k++) {
            add_card(scene, &rng);
            add_blob(scene, &rng);
        }
        hui_scene_end(scene);
    }
    return scene;
}

static void test_as_cairo(void **state)
{
    (void)state;
    for (int seed = 1; seed <= 6; seed++) {
        hui_arena *arena = hui_arena_new();
        const hui_scene *scene = any_scene(arena, seed, 10);
        hui_buffer bytes = png_picture_write(scene, (hui_write_options){.scale = 1});
        png_picture p = png_picture_decode(&bytes);
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
        cairo_t *cr = cairo_create(surface);
        hui_paint_scene(scene, cr, (hui_rect){0, 0, WIDTH, HEIGHT}, HUI_PAINT_PIXELS, NULL);
        cairo_destroy(cr);
        const uint32_t *pixels = (const uint32_t *)(const void *)cairo_image_surface_get_data(surface);
        size_t off = 0;
        for (size_t i = 0; i < WIDTH * HEIGHT; i++)
            for (int k = 0; k < 3; k++) {
                const int difference = abs((int)(pixels[i] >> (16 - 8 * k) & 255) - p.rgba[i * 4 + (size_t)k]);
                off += difference > 1;
                if (difference > LEVEL)
                    fail_msg("pixel (%zu, %zu) is off by %d", i % WIDTH, i / WIDTH, difference);
            }
        if (off > WIDTH * HEIGHT / 1000)
            fail_msg("%zu pixels are off", off);
        cairo_surface_destroy(surface);
        free(p.rgba);
        hui_buffer_finish(&bytes);
        hui_arena_free(arena);
    }
}

/* Also when there were so many others that they were forgotten. */
static void test_kept(void **state)
{
    (void)state;
    hui_png_room room = {0};
    for (int i = 0; i < 12; i++) {
        hui_arena *arena = hui_arena_new();
        const hui_scene *scene = any_scene(arena, 1 + i % 4, i < 8 ? 3 : 60);
        hui_buffer fresh = png_picture_write(scene, (hui_write_options){.scale = 1});
        hui_buffer later = png_picture_write(scene, (hui_write_options){.scale = 1, .png_room = &room});
        assert_int_equal(fresh.size, later.size);
        assert_memory_equal(fresh.bytes, later.bytes, fresh.size);
        hui_buffer_finish(&fresh);
        hui_buffer_finish(&later);
        hui_arena_free(arena);
    }
    hui_png_room_finish(&room);
}

/* The same cards in rows and columns, with whole and with broken places: all are like the first. */
static void test_places(void **state)
{
    (void)state;
    enum { STEP = 60, CARD = 40 };
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, WIDTH, HEIGHT);
    hui_scene_rect(scene, (hui_rect){0, 0, WIDTH, HEIGHT}, NULL, hui_paint_solid(hui_color_rgb(0xFFFFFF)),
                   hui_stroke_none());
    const double radii[4] = {9, 9, 9, 9};
    for (int y = 0; y + STEP <= HEIGHT; y += STEP)
        for (int x = 0; x + STEP <= WIDTH; x += STEP)
            hui_scene_rect(scene, (hui_rect){x + 5.3, y + 7.7, CARD, CARD}, radii,
                           hui_paint_solid(hui_color_rgb(0xB3141B)), hui_stroke_line(hui_color_rgb(0x1F2329), 1.5));
    hui_buffer bytes = png_picture_write(scene, (hui_write_options){.scale = 1});
    png_picture p = png_picture_decode(&bytes);
    for (size_t y = 0; y < HEIGHT / STEP * STEP; y++)
        for (size_t x = 0; x < WIDTH / STEP * STEP; x++)
            if (memcmp(p.rgba + (y * WIDTH + x) * 4, p.rgba + (y % STEP * WIDTH + x % STEP) * 4, 4) != 0)
                fail_msg("pixel (%zu, %zu) is another", x, y);
    free(p.rgba);
    hui_buffer_finish(&bytes);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_cairo),
        cmocka_unit_test(test_kept),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
