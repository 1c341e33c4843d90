/* links: base text image scene backend */
#include "backend/opaque.h"
#include "backend/paint.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { SIDE = 100 };

typedef struct fixture {
    hui_arena *arena;
    hui_scene *scene;
    hui_diags *diags;
} fixture;

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    f->arena = hui_arena_new();
    f->scene = hui_scene_new(f->arena, SIDE, SIDE);
    f->diags = hui_diags_new(f->arena);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    hui_arena_free(f->arena);
    free(f);
    return 0;
}

static hui_paint color(uint32_t rgb, double alpha)
{
    return hui_paint_solid(hui_color_alpha(hui_color_rgb(rgb), alpha));
}

static hui_paint gradient(hui_arena *arena, double degrees, hui_color from, hui_color to)
{
    return hui_paint_linear(arena, (hui_rect){0, 0, SIDE, SIDE}, degrees, (hui_stop[]){{0, from}, {1, to}}, 2);
}

static void add_rect(fixture *f, hui_rect rect, hui_paint fill)
{
    hui_scene_rect(f->scene, rect, NULL, fill, hui_stroke_none());
}

static void add_ring(fixture *f, double r, hui_paint paint)
{
    hui_path path = hui_path_new(f->arena);
    hui_path_circle(&path, 50, 50, r);
    hui_stroke stroke = hui_stroke_line(hui_color_rgb(0), 4);
    stroke.paint = paint;
    hui_scene_path(f->scene, path, hui_paint_none(), stroke);
}

static cairo_surface_t *draw(const hui_scene *scene)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    hui_paint_scene(scene, cr, (hui_rect){0, 0, SIDE, SIDE}, HUI_PAINT_PIXELS, NULL);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static bool is_opaque(const hui_scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_PATH &&
            !(hui_paint_is_opaque(&item->outline.fill) &&
              (item->outline.stroke.width <= 0 || hui_paint_is_opaque(&item->outline.stroke.paint))))
            return false;
        if (item->kind == HUI_ITEM_RECT || item->kind == HUI_ITEM_MARKERS)
            return false; /* all have become paths */
    }
    return true;
}

static bool differs(const unsigned char *p, const unsigned char *q)
{
    return abs(p[0] - q[0]) > 2 || abs(p[1] - q[1]) > 2 || abs(p[2] - q[2]) > 2;
}

/* How many pixels differ by more than rounding with all around them: more than the edges do. */
static int count_areas(const unsigned char *p, const unsigned char *q)
{
    int count = 0;
    for (int y = 1; y < SIDE - 1; y++)
        for (int x = 1; x < SIDE - 1; x++) {
            bool all = true;
            for (int i = 0; i < 9; i++) {
                const int at = 4 * ((y + i / 3 - 1) * SIDE + x + i % 3 - 1);
                all = all && differs(p + at, q + at);
            }
            count += all;
        }
    return count;
}

static int count_pixels(const unsigned char *p, const unsigned char *q)
{
    int count = 0;
    for (int i = 0; i < SIDE * SIDE; i++)
        count += differs(p + 4 * i, q + 4 * i);
    return count;
}

/* Edges are drawn twice where clips meet, and may differ there. */
static void expect_same(fixture *f, bool but_edges)
{
    const hui_scene *made = hui_opaque_new(f->arena, f->scene, (hui_place){0}, NULL, f->diags);
    assert_int_equal(f->diags->count, 0);
    assert_true(is_opaque(made));
    cairo_surface_t *left = draw(f->scene), *right = draw(made);
    const unsigned char *p = cairo_image_surface_get_data(left), *q = cairo_image_surface_get_data(right);
    assert_int_equal(count_areas(p, q), 0);
    if (!but_edges)
        assert_int_equal(count_pixels(p, q), 0);
    cairo_surface_destroy(left);
    cairo_surface_destroy(right);
}

static void expect_report(fixture *f, const char *what)
{
    hui_opaque_new(f->arena, f->scene, (hui_place){0}, NULL, f->diags);
    assert_int_equal(f->diags->count, 1);
    assert_string_equal(f->diags->at[0].code, "print-transparency");
    assert_non_null(strstr(f->diags->at[0].message, what));
}

static void colors_lie_on_the_bare_page_and_each_other(void **state)
{
    fixture *f = *state;
    add_rect(f, (hui_rect){10, 10, 50, 50}, color(0xFF0000, 0.5));
    add_rect(f, (hui_rect){30, 30, 50, 50}, color(0x0000FF, 0.3));
    add_rect(f, (hui_rect){20, 40, 70, 20}, color(0x00FF00, 0.7));
    expect_same(f, false);
}

static void colors_lie_on_gradients_and_gradients_on_colors(void **state)
{
    fixture *f = *state;
    const hui_color red = hui_color_rgb(0xCC2200), clear = hui_color_alpha(red, 0);
    add_rect(f, (hui_rect){0, 0, SIDE, SIDE}, gradient(f->arena, 30, hui_color_rgb(0x102030), hui_color_rgb(0xF0E0D0)));
    add_rect(f, (hui_rect){0, 60, SIDE, 40}, color(0xFFFFFF, 1));
    add_rect(f, (hui_rect){20, 10, 40, 40}, color(0x00AA00, 0.4));
    add_rect(f, (hui_rect){10, 65, 80, 30}, gradient(f->arena, 90, clear, red));
    expect_same(f, false);
}

static void lines_lie_on_shapes_and_shapes_on_lines(void **state)
{
    fixture *f = *state;
    add_rect(f, (hui_rect){0, 0, 50, SIDE}, color(0x336699, 1));
    add_ring(f, 20, color(0xFFFFFF, 0.5));
    add_ring(f, 40, color(0xFF0000, 0.5));
    add_ring(f, 30, color(0, 1));
    add_rect(f, (hui_rect){30, 30, 40, 40}, color(0xFFCC00, 0.5));
    expect_same(f, true);
}

static void groups_keep_their_clips_and_maps(void **state)
{
    fixture *f = *state;
    hui_path circle = hui_path_new(f->arena);
    hui_path_circle(&circle, 0, 0, 20);
    add_rect(f, (hui_rect){0, 0, 60, SIDE}, color(0x884422, 1));
    hui_scene_group(f->scene, (hui_group){.transform = hui_matrix_multiply(hui_matrix_translate(50, 50),
                                                                           hui_matrix_scale(1.5, 1.5))});
    hui_scene_group(f->scene, (hui_group){.clip = &circle});
    add_rect(f, (hui_rect){-30, -30, 60, 60}, gradient(f->arena, 90, hui_color_rgb(0), hui_color_rgb(0xFFFFFF)));
    add_rect(f, (hui_rect){-10, -30, 60, 60}, color(0x00FFFF, 0.5));
    hui_scene_end(f->scene);
    add_rect(f, (hui_rect){-5, -5, 60, 10}, color(0xFF00FF, 0.5));
    hui_scene_end(f->scene);
    expect_same(f, true);
}

static void markers_lie_on_those_before_them(void **state)
{
    fixture *f = *state;
    hui_path circle = hui_path_new(f->arena);
    hui_path_circle(&circle, 0, 0, 15);
    const hui_marker_shape shape = hui_marker_shape_new(circle, 15, hui_stroke_none());
    const hui_color blue = hui_color_alpha(hui_color_rgb(0x2244CC), 0.5);
    const hui_marker markers[] = {
        {40, 40, 0, blue, {0}, NULL}, {50, 45, 0, blue, {0}, NULL}, {45, 55, 0, blue, {0}, NULL}};
    hui_scene_markers(f->scene, &shape, 1, markers, 3);
    expect_same(f, true);
}

static void gradients_over_gradients_become_strips(void **state)
{
    fixture *f = *state;
    const hui_color red = hui_color_rgb(0xCC2200), clear = hui_color_alpha(red, 0);
    const hui_stop glow[] = {{0, hui_color_alpha(hui_color_rgb(0xFFEE88), 0.8)}, {1, hui_color_alpha(red, 0)}};
    add_rect(f, (hui_rect){0, 0, SIDE, SIDE},
             gradient(f->arena, 180, hui_color_rgb(0x102030), hui_color_rgb(0xA08060)));
    add_rect(f, (hui_rect){10, 10, 80, 80}, gradient(f->arena, 90, clear, red));
    expect_same(f, true);
    add_rect(f, (hui_rect){0, 0, SIDE, 5}, color(0xFFFFFF, 1));
    add_rect(f, (hui_rect){0, 0, SIDE, SIDE}, gradient(f->arena, 30, hui_color_rgb(0x102030), hui_color_rgb(0xA08060)));
    add_rect(f, (hui_rect){0, 0, SIDE, SIDE}, hui_paint_radial(f->arena, 50, 50, 45, glow, 2));
    expect_same(f, true);
}

/* Neither can be cut into strips of one colour. */
static void circles_that_fade_over_circles_are_reported(void **state)
{
    fixture *f = *state;
    const hui_color red = hui_color_rgb(0xCC2200);
    const hui_stop fades[] = {{0, red}, {1, hui_color_alpha(red, 0)}}, stays[] = {{0, hui_color_rgb(0)}, {1, red}};
    add_rect(f, (hui_rect){0, 0, SIDE, SIDE}, hui_paint_radial(f->arena, 30, 30, 60, stays, 2));
    add_rect(f, (hui_rect){10, 10, 80, 80}, hui_paint_radial(f->arena, 60, 60, 40, fades, 2));
    expect_report(f, "a gradient that fades out");
}

/* Round lines become shapes; those with corners, which their flanks alone do not tell, are reported. */
static void lines_lie_on_lines_if_they_are_round(void **state)
{
    fixture *f = *state;
    hui_path path = hui_path_new(f->arena);
    hui_path_circle(&path, 53, 50, 20);
    hui_stroke stroke = hui_stroke_line(hui_color_rgb(0), 6);
    stroke.paint = color(0x0000FF, 0.5);
    stroke.join = HUI_JOIN_ROUND;
    add_ring(f, 20, color(0, 1));
    hui_scene_path(f->scene, path, hui_paint_none(), stroke);
    expect_same(f, true);
    add_ring(f, 22, color(0xFF0000, 0.25));
    expect_report(f, "an opacity of 25 %");
}

static void groups_are_reported_by_their_part(void **state)
{
    fixture *f = *state;
    hui_scene_group(f->scene, (hui_group){.kind = "art"});
    hui_scene_group(f->scene, (hui_group){.opacity = 0.5});
    add_rect(f, (hui_rect){0, 0, 9, 9}, color(0, 1));
    hui_scene_end(f->scene);
    hui_scene_end(f->scene);
    expect_report(f, "a group with an opacity of 50 %, in what is its “art”");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(colors_lie_on_the_bare_page_and_each_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(colors_lie_on_gradients_and_gradients_on_colors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_lie_on_shapes_and_shapes_on_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(groups_keep_their_clips_and_maps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(markers_lie_on_those_before_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gradients_over_gradients_become_strips, set_up, tear_down),
        cmocka_unit_test_setup_teardown(circles_that_fade_over_circles_are_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_lie_on_lines_if_they_are_round, set_up, tear_down),
        cmocka_unit_test_setup_teardown(groups_are_reported_by_their_part, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
