/* links: base text image scene backend */
/* PNG: read back by libpng and compared with Cairo's drawing of the same scene; threads, stripes, chunks, failures. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "backend/paint.h"
#include "base/rng.h"
#include "png_picture.h"
#include "sample_scene.h"

#include <math.h>
#include <unistd.h>

/* The same scene in one image surface. Stripes may round the coverage of an edge differently. */
static void assert_drawn(const png_picture *p, const hui_scene *scene, double scale, int tolerance)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)p->width, (int)p->height);
    cairo_t *cr = cairo_create(surface);
    if (!p->has_alpha) {
        cairo_set_source_rgb(cr, 1, 1, 1);
        cairo_paint(cr);
    }
    cairo_scale(cr, scale, scale);
    hui_paint_scene(scene, cr, (hui_rect){0, 0, scene->width, scene->height}, HUI_PAINT_PIXELS, NULL);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    const uint32_t *pixels = (const uint32_t *)(const void *)cairo_image_surface_get_data(surface);
    size_t off = 0;
    for (size_t i = 0; i < p->width * p->height; i++) {
        const unsigned char *got = p->rgba + i * 4;
        int a = (int)(pixels[i] >> 24), worst = abs(a - got[3]);
        for (int k = 0; k < 3; k++) {
            int expected = (int)(pixels[i] >> (16 - 8 * k) & 255);
            int premultiplied = (got[k] * got[3] + 127) / 255;
            worst = abs(expected - premultiplied) > worst ? abs(expected - premultiplied) : worst;
        }
        off += worst > 0;
        if (worst > tolerance)
            fail_msg("pixel (%zu, %zu) is off by %d", i % p->width, i / p->width, worst);
    }
    if (off > p->width * p->height / 1000)
        fail_msg("%zu pixels are off", off);
    cairo_surface_destroy(surface);
}

static void assert_round_trip(const hui_scene *scene, double scale, int tolerance)
{
    hui_buffer bytes = png_picture_write(scene, (hui_write_options){.scale = scale});
    png_picture p = png_picture_decode(&bytes);
    assert_int_equal(p.width, lround(scene->width * scale));
    assert_int_equal(p.height, lround(scene->height * scale));
    assert_drawn(&p, scene, scale, tolerance);
    free(p.rgba);
    hui_buffer_finish(&bytes);
}

static void test_sample(void **state)
{
    (void)state;
    sample s = sample_new(false);
    const hui_scene *scene = sample_scene(&s, "呼和浩特 2023");
    assert_round_trip(scene, 1, 2);
    assert_round_trip(scene, 2, 2);
    assert_round_trip(scene, 0.37, 2);
    sample_free(&s);
}

static void add_rect(hui_scene *scene, double x, double y, double w, double h, hui_color color)
{
    hui_scene_rect(scene, (hui_rect){x, y, w, h}, NULL, hui_paint_solid(color), hui_stroke_none());
}

/* Pixels of which each is new: every filter is tried. */
static void add_photograph(hui_scene *scene, hui_rect rect, int size, int noise)
{
    hui_image *image = HUI_NEW(scene->arena, hui_image);
    uint32_t *pixels = HUI_NEW_ARRAY(scene->arena, uint32_t, size * size);
    hui_rng rng = hui_rng_seed((uint64_t)noise);
    for (int i = 0; i < size * size; i++) {
        uint32_t level = (uint32_t)((i % size + i / size) * 100 / size + hui_rng_int(&rng, 0, noise));
        pixels[i] = 0xFF000000 | level << 16 | level << 8 | (uint32_t)hui_rng_int(&rng, 0, noise);
    }
    *image = (hui_image){.format = HUI_IMAGE_PNG,
                         .pixels = pixels,
                         .pixel_width = size,
                         .pixel_height = size,
                         .width = size,
                         .height = size};
    hui_scene_image(scene, rect, image);
}

static void test_filters(void **state)
{
    (void)state;
    for (int noise = 0; noise <= 150; noise += 50) {
        hui_arena *arena = hui_arena_new();
        hui_scene *scene = hui_scene_new(arena, 700, 900);
        add_rect(scene, 0, 0, 700, 900, hui_color_rgb(0xFFFBF5));
        add_photograph(scene, (hui_rect){0, 0, 700, 700}, 700, noise);
        assert_round_trip(scene, 1, 2);
        hui_arena_free(arena);
    }
}

/* Each stripe shows a part of one raster, within groups, too. */
static void test_svg_image(void **state)
{
    (void)state;
    static const char svg[] =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 300'><rect y='.3' width='100' height='299.4' "
        "fill='#fe8'/>"
        "<g fill='#a20'><circle cx='50' cy='60' r='40'/><path d='M0 100L100 110 20 290z' fill='#048'/></g></svg>";
    char path[] = "/tmp/huibao-png-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, svg, sizeof svg - 1), sizeof svg - 1);
    close(file);
    hui_arena *arena = hui_arena_new();
    const hui_image *image = hui_image_read_file(arena, path, "a.svg", (hui_place){0}, hui_diags_new(arena));
    unlink(path);
    assert_non_null(image);
    hui_scene *scene = hui_scene_new(arena, 1000, 3000);
    add_rect(scene, 0, 0, 1000, 3000, hui_color_rgb(0xFFFBF5));
    hui_scene_image(scene, (hui_rect){20, 17, 400, 1200}, image);
    hui_scene_image(scene, (hui_rect){450, 30, 60, 180}, image);
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_rotate_at(10, 700, 700)});
    hui_scene_image(scene, (hui_rect){600, 100, 300, 900}, image);
    hui_scene_end(scene);
    hui_path clip = hui_path_new(arena);
    hui_path_rect(&clip, (hui_rect){30, 1400, 500, 1470});
    hui_scene_group(scene, (hui_group){.clip = &clip, .opacity = 0.5, .transform = hui_matrix_translate(20, 0)});
    hui_scene_image(scene, (hui_rect){0.5, 1300, 550, 1650}, image);
    hui_scene_end(scene);
    assert_round_trip(scene, 1, 8);
    hui_arena_free(arena);
}

static void test_transparent(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 300, 2000);
    hui_path circle = hui_path_new(arena);
    hui_path_circle(&circle, 150, 700, 120);
    hui_scene_path(scene, circle, hui_paint_solid((hui_color){200, 30, 20, 130}), hui_stroke_none());
    add_photograph(scene, (hui_rect){20, 900, 260, 800}, 200, 90);
    hui_buffer bytes = png_picture_write(scene, (hui_write_options){0});
    png_picture p = png_picture_decode(&bytes);
    assert_true(p.has_alpha);
    assert_memory_equal(p.rgba, "\0\0\0\0", 4);
    const unsigned char *middle = p.rgba + ((size_t)700 * 300 + 150) * 4;
    assert_int_equal(middle[3], 130);
    assert_true(abs(middle[0] - 200) <= 2 && abs(middle[1] - 30) <= 2);
    assert_drawn(&p, scene, 1, 2);
    free(p.rgba);
    hui_buffer_finish(&bytes);
    hui_arena_free(arena);
}

/* RGB only where a plain rectangle covers all of the page. */
static void test_ground(void **state)
{
    (void)state;
    for (int i = 0; i < 6; i++) {
        hui_arena *arena = hui_arena_new();
        hui_scene *scene = hui_scene_new(arena, 100, 50);
        hui_group group = {.opacity = i == 1 ? 0.5 : 1, .transform = hui_matrix_scale(10, 10)};
        hui_scene_group(scene, group);
        hui_color color = {1, 2, 3, i == 2 ? 254 : 255};
        hui_rect rect = {0, 0, i == 3 ? 9.9 : 10, 5};
        hui_scene_rect(scene, rect, i == 4 ? (const double[]){0, 0, 1, 0} : NULL, hui_paint_solid(color),
                       i == 5 ? hui_stroke_line(color, 1) : hui_stroke_none());
        hui_scene_end(scene);
        add_photograph(scene, (hui_rect){20, 2, 40, 40}, 40, 100); /* too many colours for a palette */
        hui_buffer bytes = png_picture_write(scene, (hui_write_options){0});
        png_picture p = png_picture_decode(&bytes);
        assert_int_equal(p.type, i > 0 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB);
        free(p.rgba);
        hui_buffer_finish(&bytes);
        hui_arena_free(arena);
    }
}

/* `count` colours in fields of whole pixels; the last ones at the foot of a page of many stripes. */
static hui_scene *new_fields(hui_arena *arena, int count, bool translucent)
{
    hui_scene *scene = hui_scene_new(arena, 1200, 1500);
    if (!translucent)
        add_rect(scene, 0, 0, 1200, 1500, hui_color_rgb(0));
    for (int i = 1; i < count; i++) {
        hui_color color = hui_color_rgb((uint32_t)i * 0x050301);
        color.a = (uint8_t)(translucent ? 255 - i % 200 : 255);
        add_rect(scene, 10 + i % 16 * 70, i == count - 1 ? 1490 : 10 + i / 16 * 70, 50, 9, color);
    }
    return scene;
}

/* Few colours are a palette of as few bits as hold them, in the same pixels; one colour too many makes them RGB again. */
static void test_palette(void **state)
{
    (void)state;
    static const struct {
        int count, depth;
    } cases[] = {{1, 1}, {2, 1}, {3, 2}, {4, 2}, {5, 4}, {16, 4}, {17, 8}, {255, 8}, {256, 8}, {257, 0}};
    for (size_t i = 0; i < 2 * sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        const bool translucent = i % 2;
        const hui_scene *scene = new_fields(arena, cases[i / 2].count, translucent);
        hui_buffer bytes = png_picture_write(scene, (hui_write_options){.threads = 2}),
                   alone = png_picture_write(scene, (hui_write_options){.threads = 1});
        assert_int_equal(bytes.size, alone.size);
        assert_memory_equal(bytes.bytes, alone.bytes, bytes.size);
        png_picture p = png_picture_decode(&bytes);
        if (cases[i / 2].depth) {
            assert_int_equal(p.type, PNG_COLOR_TYPE_PALETTE);
            assert_int_equal(p.depth, cases[i / 2].depth);
            assert_string_equal(p.types,
                                p.has_alpha ? "IHDR sRGB pHYs PLTE tRNS IDAT IEND " : "IHDR sRGB pHYs PLTE IDAT IEND ");
        } else {
            assert_int_equal(p.type, translucent ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB);
        }
        assert_true(p.has_alpha == translucent);
        assert_drawn(&p, scene, 1, 0);
        free(p.rgba);
        hui_buffer_finish(&bytes);
        hui_buffer_finish(&alone);
        hui_arena_free(arena);
    }
}

/* Where the palette itself takes more than its indices save, there is none. */
static void test_palette_too_large(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 250, 1);
    for (int i = 0; i < 250; i++)
        add_rect(scene, i, 0, 1, 1, hui_color_rgb(0x010101 * (uint32_t)i));
    hui_buffer bytes = png_picture_write(scene, (hui_write_options){0});
    png_picture p = png_picture_decode(&bytes);
    assert_int_equal(p.type, PNG_COLOR_TYPE_RGB_ALPHA);
    assert_drawn(&p, scene, 1, 0);
    free(p.rgba);
    hui_buffer_finish(&bytes);
    hui_arena_free(arena);
}

/* Beyond Cairo's 32,767: marks at heights that only stripes reach. */
static void test_tall(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 40, 40000);
    add_rect(scene, 0, 0, 40, 40000, hui_color_rgb(0xFFFBF5));
    for (int y = 0; y < 40000; y += 500)
        add_rect(scene, 10, y, 20, 100, hui_color_rgb((uint32_t)y * 16));
    hui_buffer bytes = png_picture_write(scene, (hui_write_options){0});
    png_picture p = png_picture_decode(&bytes);
    assert_int_equal(p.height, 40000);
    for (int y = 0; y < 40000; y++) {
        hui_color c = y % 500 < 100 ? hui_color_rgb((uint32_t)(y / 500 * 500) * 16) : hui_color_rgb(0xFFFBF5);
        const unsigned char *at = p.rgba + ((size_t)y * 40 + 20) * 4;
        if (at[0] != c.r || at[1] != c.g || at[2] != c.b || at[3] != 255)
            fail_msg("row %d is wrong", y);
    }
    if (bytes.size > 40000 * 40 * 3 / 100)
        fail_msg("%zu bytes", bytes.size); /* flat rows cost next to nothing */
    free(p.rgba);
    hui_buffer_finish(&bytes);
    hui_arena_free(arena);
}

static void test_threads(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = sample_scene(&s, "呼和浩特 2023");
    add_photograph(scene, (hui_rect){300, 0, 300, 400}, 400, 60);
    hui_buffer one = png_picture_write(scene, (hui_write_options){.scale = 3, .threads = 1});
    for (int threads = 2; threads <= 9; threads++) {
        hui_buffer many = png_picture_write(scene, (hui_write_options){.scale = 3, .threads = threads});
        assert_int_equal(many.size, one.size);
        assert_memory_equal(many.bytes, one.bytes, one.size);
        hui_buffer_finish(&many);
    }
    hui_buffer_finish(&one);
    sample_free(&s);
}

static void test_chunks(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 20, 10);
    add_rect(scene, 0, 0, 20, 10, hui_color_rgb(0xFFFFFF));
    hui_buffer bare = png_picture_write(scene, (hui_write_options){.scale = 2});
    png_picture p = png_picture_decode(&bare);
    assert_string_equal(p.types, "IHDR sRGB pHYs PLTE IDAT IEND ");
    assert_true(fabs(p.dpi - 192) < 0.02);
    free(p.rgba);
    hui_buffer_finish(&bare);
    scene->title = "跑出加速度";
    scene->description = "Dix chapitres";
    scene->author = "呼和浩特";
    scene->lang = "zh-Hans";
    hui_buffer full = png_picture_write(scene, (hui_write_options){.dpi = 300});
    p = png_picture_decode(&full);
    assert_string_equal(p.types, "IHDR sRGB pHYs PLTE iTXt IDAT IEND ");
    assert_string_equal(p.texts, "Title=跑出加速度[zh-Hans];Description=Dix chapitres[zh-Hans];Author=呼和浩特[];");
    assert_true(fabs(p.dpi - 300) < 0.02);
    free(p.rgba);
    hui_buffer_finish(&full);
    hui_arena_free(arena);
}

typedef struct leak {
    size_t left;
    int calls_after;
} leak;

static bool write_until_full(void *closure, const void *bytes, size_t size)
{
    leak *l = closure;
    (void)bytes;
    if (size > l->left) {
        l->calls_after++;
        l->left = 0;
        return false;
    }
    l->left -= size;
    return true;
}

static void test_full_disk(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 400, 4000);
    add_photograph(scene, (hui_rect){0, 0, 400, 4000}, 300, 200);
    hui_buffer whole = png_picture_write(scene, (hui_write_options){0});
    for (int threads = 1; threads <= 4; threads += 3)
        for (size_t part = 0; part < 8; part++) {
            leak l = {.left = whole.size * part / 8 + (part ? 0 : 10)};
            hui_diags *diags = hui_diags_new(arena);
            assert_false(hui_backend_find("png")->write(scene, &(hui_write_options){.threads = threads},
                                                        &(hui_sink){write_until_full, &l}, diags));
            assert_int_equal(l.calls_after, 1); /* nothing is written after the failure */
            assert_int_equal(diags->count, 0);
        }
    hui_buffer_finish(&whole);
    hui_arena_free(arena);
}

static void test_sizes(void **state)
{
    (void)state;
    static const struct {
        double width, height, scale;
        const char *fault; /* NULL: none */
    } cases[] = {{0.2, 0.2, 1, NULL},
                 {7, 33, 0.5, NULL},
                 {32767, 3, 1, NULL},
                 {32768, 3, 1, "page-size"},
                 {10, 5e6, 1, "page-size"},
                 {1000, 1000, 40, "page-size"},
                 {1e9, 1e9, 1, "page-size"},
                 {1e300, 1e300, 1e10, "page-size"},
                 {30000, 90000, 1, "over-limit"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        hui_diags *diags = hui_diags_new(arena);
        hui_scene *scene = hui_scene_new(arena, cases[i].width, cases[i].height);
        hui_buffer bytes = {0};
        hui_sink sink = hui_sink_buffer(&bytes);
        bool good = hui_backend_find("png")->write(scene, &(hui_write_options){.scale = cases[i].scale}, &sink, diags);
        assert_true(good == !cases[i].fault);
        assert_int_equal(diags->count, good ? 0 : 1);
        if (good) {
            png_picture p = png_picture_decode(&bytes);
            long width = lround(cases[i].width * cases[i].scale);
            assert_int_equal(p.width, width > 0 ? width : 1);
            free(p.rgba);
        } else {
            assert_string_equal(diags->at[0].code, cases[i].fault);
            assert_int_equal(bytes.size, 0);
        }
        hui_buffer_finish(&bytes);
        hui_arena_free(arena);
    }
}

static void test_deep_groups(void **state)
{
    (void)state;
    enum { DEPTH = 300 };
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 400, 10);
    for (int i = 0; i < DEPTH; i++) {
        hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(1, 0), .opacity = i % 50 ? 1 : 0.9});
        hui_scene_group(scene, (hui_group){0});
        hui_scene_end(scene);
    }
    add_rect(scene, 0, 0, 10, 10, hui_color_rgb(0));
    for (int i = 0; i < DEPTH; i++)
        hui_scene_end(scene);
    hui_buffer bytes = png_picture_write(scene, (hui_write_options){0});
    png_picture p = png_picture_decode(&bytes);
    int alpha = p.rgba[(5 * 400 + DEPTH + 5) * 4 + 3];
    assert_true(abs(alpha - (int)(255 * pow(0.9, 6))) <= 4);
    assert_int_equal(p.rgba[(5 * 400 + DEPTH - 5) * 4 + 3], 0);
    free(p.rgba);
    hui_buffer_finish(&bytes);
    hui_arena_free(arena);
}

static void test_backends(void **state)
{
    (void)state;
    assert_null(hui_backend_find("gif"));
    for (size_t i = 0; i < hui_backend_count; i++) {
        assert_ptr_equal(hui_backend_find(hui_backends[i].name), &hui_backends[i]);
        assert_int_equal(hui_backends[i].suffix[0], '.');
        assert_string_equal(hui_backends[i].suffix + 1, hui_backends[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_svg_image),
        cmocka_unit_test(test_transparent),
        cmocka_unit_test(test_ground),
        cmocka_unit_test(test_palette),
        cmocka_unit_test(test_palette_too_large),
        cmocka_unit_test(test_tall),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_chunks),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_deep_groups),
        cmocka_unit_test(test_backends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
