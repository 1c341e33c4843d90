/* links: base scene */
/* Scene: bounds, nesting and paints. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scene/scene.h"

#include <math.h>

static const hui_color red = HUI_RGB(0xB3141B);

static void assert_rect(hui_rect r, double x, double y, double w, double h)
{
    if (fabs(r.x - x) > 1e-6 || fabs(r.y - y) > 1e-6 || fabs(r.w - w) > 1e-6 || fabs(r.h - h) > 1e-6)
        fail_msg("(%g %g %g %g) is not (%g %g %g %g)", r.x, r.y, r.w, r.h, x, y, w, h);
}

static void fill_rect(hui_scene *scene, double x, double y, double w, double h)
{
    hui_scene_rect(scene, (hui_rect){x, y, w, h}, NULL, hui_paint_solid(red), hui_stroke_none());
}

static void test_bounds(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    hui_scene_rect(scene, (hui_rect){10, 10, 80, 40}, NULL, hui_paint_none(), hui_stroke_line(red, 4));
    assert_rect(scene->items[0].bounds, 8, 8, 84, 44);
    hui_path path = hui_path_new(arena);
    hui_path_circle(&path, 100, 100, 10);
    hui_scene_path(scene, path, hui_paint_solid(red), hui_stroke_none());
    assert_rect(scene->items[1].bounds, 90, 90, 20, 20);
    hui_stroke round = hui_stroke_line(red, 4);
    round.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, path, hui_paint_none(), round);
    assert_true(scene->items[2].bounds.x <= 88 && scene->items[2].bounds.w >= 24);
    hui_arena_free(arena);
}

static void test_groups(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_SECTION});
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(100, 200)});
    fill_rect(scene, 0, 0, 10, 10);
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_scale(2, 2)});
    fill_rect(scene, 10, 10, 10, 10);
    hui_scene_end(scene);
    hui_scene_end(scene);
    hui_scene_group(scene, (hui_group){0}); /* empty */
    hui_scene_end(scene);
    hui_scene_end(scene);
    assert_int_equal(scene->depth, 0);
    assert_int_equal(scene->count, 10);
    assert_int_equal(scene->items[0].end, 9);
    assert_int_equal(scene->items[1].end, 6);
    assert_int_equal(scene->items[3].end, 5);
    assert_int_equal(scene->items[7].end, 8);
    assert_rect(scene->items[2].bounds, 100, 200, 10, 10);
    assert_rect(scene->items[4].bounds, 120, 220, 20, 20);
    assert_rect(scene->items[0].bounds, 100, 200, 40, 40);
    assert_true(hui_rect_empty(scene->items[7].bounds));
    assert_true(hui_matrix_is_identity(scene->items[0].group.transform));
    assert_true(scene->items[0].group.opacity == 1);
    hui_arena_free(arena);
}

static void test_clip(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    hui_path clip = hui_path_new(arena);
    hui_path_rect(&clip, (hui_rect){0, 0, 50, 50});
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(10, 10), .clip = &clip});
    fill_rect(scene, 40, 40, 100, 100);
    fill_rect(scene, 70, 70, 100, 100); /* outside */
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(20, 0)});
    fill_rect(scene, 0, 0, 100, 10); /* an inner group keeps the outer clip */
    hui_scene_end(scene);
    hui_scene_end(scene);
    fill_rect(scene, 0, 0, 100, 100);
    assert_rect(scene->items[1].bounds, 50, 50, 10, 10);
    assert_true(hui_rect_empty(scene->items[2].bounds));
    assert_rect(scene->items[4].bounds, 30, 10, 30, 10);
    assert_rect(scene->items[0].bounds, 30, 10, 30, 50);
    assert_rect(scene->items[7].bounds, 0, 0, 100, 100);
    hui_arena_free(arena);
}

static bool is_cut(hui_scene *scene, double x, double y, double w, double h)
{
    fill_rect(scene, x, y, w, h);
    return scene->items[scene->count - 1].cut;
}

static void test_cut(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    assert_false(is_cut(scene, -10, -10, 20, 20)); /* no group, no clip */
    hui_path round = hui_path_new(arena), two = hui_path_new(arena);
    hui_path_round_rect(&round, (hui_rect){100, 100, 200, 100}, (const double[]){20, 20, 20, 20});
    hui_scene_group(scene, (hui_group){.clip = &round});
    assert_false(is_cut(scene, 121, 121, 158, 58));
    assert_false(is_cut(scene, 101, 121, 10, 10)); /* close to the side, between the corners */
    assert_true(is_cut(scene, 100, 100, 10, 10));  /* in the corner */
    assert_true(is_cut(scene, 90, 150, 20, 10));   /* across the side */
    assert_true(is_cut(scene, 0, 0, 1000, 1000));  /* all around */
    assert_true(is_cut(scene, 310, 130, 10, 10));  /* outside, beside it */
    assert_true(is_cut(scene, 10, 130, 10, 10));
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(100, 100)});
    assert_false(is_cut(scene, 40, 40, 10, 10)); /* inside on the page */
    assert_true(is_cut(scene, 140, 140, 10, 10));
    hui_path_rect(&two, (hui_rect){30, 30, 20, 20}); /* left open: filling closes it */
    two.verb_count--;
    hui_path_rect(&two, (hui_rect){60, 30, 300, 20});
    hui_scene_group(scene, (hui_group){.clip = &two});
    assert_false(is_cut(scene, 31, 31, 10, 10));
    assert_false(is_cut(scene, 61, 31, 10, 10));
    assert_true(is_cut(scene, 52, 31, 6, 10));   /* between the two */
    assert_true(is_cut(scene, 31, 52, 10, 10));  /* in the outer clip only */
    assert_true(is_cut(scene, 210, 31, 10, 10)); /* in the inner one only */
    for (int i = 0; i < 3; i++)
        hui_scene_end(scene);
    assert_false(is_cut(scene, 0, 0, 1000, 1000));
    hui_arena_free(arena);
}

static void test_nothing_drawn(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 100, 100);
    hui_path path = hui_path_new(arena);
    hui_scene_path(scene, path, hui_paint_solid(red), hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){0, 0, 10, 10}, NULL, hui_paint_none(), hui_stroke_line(red, 0));
    hui_scene_rect(scene, (hui_rect){0, 0, 10, 10}, NULL, hui_paint_solid((hui_color){0}), hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){0, 0, 0, 10}, NULL, hui_paint_solid(red), hui_stroke_none());
    assert_int_equal(scene->count, 0);
    hui_arena_free(arena);
}

static void test_deep_nesting(void **state)
{
    (void)state;
    enum { DEPTH = 500 };
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    for (int i = 0; i < DEPTH; i++)
        hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(1, 0)});
    fill_rect(scene, 0, 0, 10, 10);
    for (int i = 0; i < DEPTH; i++)
        hui_scene_end(scene);
    assert_int_equal(scene->items[0].end, 2 * DEPTH);
    assert_rect(scene->items[0].bounds, DEPTH, 0, 10, 10);
    hui_arena_free(arena);
}

static void test_text(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    const hui_run run = {.size = 20, .width = 60};
    const hui_line lines[] = {{.x = 5, .baseline = 24, .width = 60, .runs = &run, .run_count = 1},
                              {.x = 0, .baseline = 54, .width = 80, .runs = &run, .run_count = 1}};
    const hui_lines block = {.at = lines, .count = 2, .width = 100, .height = 60};
    hui_scene_text(scene, 100, 200, &block);
    hui_rect b = scene->items[0].bounds;
    assert_true(b.x <= 100 && b.y <= 204 && b.x + b.w >= 180 && b.y + b.h >= 260);
    assert_true(b.w < 140 && b.h < 100);
    hui_arena_free(arena);
}

/* A page of two panels, the first with some bars; the shape of the second's card, as an offset from its place. */
static hui_path second_panel(hui_arena *arena, int bars, double top, hui_pen pen)
{
    static const struct hui_panel *const panel = (const void *)&red; /* any: only whether there is one is asked */
    static const hui_place first = {.pointer = "/panels/0"}, second = {.pointer = "/panels/1"};
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    hui_scene_group(scene, (hui_group){.panel = panel, .place = &first, .pen = pen});
    for (int i = 0; i < bars; i++)
        fill_rect(scene, 100, 10 + 40 * i, 300, 30);
    hui_scene_end(scene);
    hui_scene_group(scene, (hui_group){.panel = panel, .place = &second, .pen = pen});
    fill_rect(scene, 100, top, 300, 80);
    hui_scene_end(scene);
    const hui_item *card = &scene->items[scene->count - 2];
    return card->kind == HUI_ITEM_PATH ? card->outline.path : hui_path_new(arena);
}

/* What a panel looks like does not depend on others. */
static void test_hand_is_stable(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    const hui_path a = second_panel(arena, 1, 400, HUI_PEN_HAND), b = second_panel(arena, 5, 600, HUI_PEN_HAND);
    assert_true(a.point_count > 12);
    assert_int_equal(a.point_count, b.point_count);
    for (size_t i = 0; i < a.point_count; i++) {
        assert_true(fabs(a.points[i].x - b.points[i].x) < 1e-9);
        assert_true(fabs(a.points[i].y + 200 - b.points[i].y) < 1e-9);
    }
    assert_int_equal(second_panel(arena, 1, 400, HUI_PEN_EXACT).point_count, 0);
    hui_arena_free(arena);
}

static size_t paths_of(const hui_scene *scene)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++)
        count += scene->items[i].kind == HUI_ITEM_PATH;
    return count;
}

static void test_pens(void **state)
{
    (void)state;
    static const struct hui_panel *const panel = (const void *)&red;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 1000, 1000);
    hui_scene_group(scene, (hui_group){.panel = panel, .pen = HUI_PEN_SKETCHED});
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT});
    hui_scene_rect(scene, (hui_rect){100, 100, 300, 80}, NULL, hui_paint_solid(red), hui_stroke_line(red, 4));
    assert_int_equal(paths_of(scene), 2); /* fill and line */
    const hui_path *line = &scene->items[3].outline.path, *fill = &scene->items[2].outline.path;
    assert_int_equal(line->verb_count, 2 * fill->verb_count); /* drawn twice */
    fill_rect(scene, 0, 200, 1000, 80); /* at the page's edge */
    assert_int_equal(paths_of(scene), 2);
    fill_rect(scene, 100, 300, 400, 2); /* a rule is a stroke */
    assert_true(scene->items[scene->count - 1].outline.stroke.width == 2);
    hui_scene_exact(scene);
    fill_rect(scene, 100, 400, 300, 80);
    assert_int_equal(paths_of(scene), 3);
    hui_scene_end(scene);
    fill_rect(scene, 100, 500, 300, 80); /* the group around it is not exact */
    assert_int_equal(paths_of(scene), 4);
    hui_scene_end(scene);
    hui_arena_free(arena);
}

static void test_radii(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 100, 100);
    hui_scene_rect(scene, (hui_rect){0, 0, 40, 20}, (const double[4]){5, 99, -3, 10}, hui_paint_solid(red),
                   hui_stroke_none());
    const double *r = scene->items[0].shape.radii;
    assert_true(r[0] == 5 && r[1] == 10 && r[2] == 0 && r[3] == 10);
    hui_arena_free(arena);
}

/* The corner points of CSS Images 3, section 3.1: at 45 degrees on a square the line runs from corner to corner. */
static void test_linear(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_stop stops[] = {{0, HUI_RGB(0x8C0E14)}, {1, HUI_RGB(0xC4301F)}};
    hui_rect box = {10, 20, 100, 100};
    hui_paint up = hui_paint_linear(arena, box, 0, stops, 2);
    assert_rect((hui_rect){up.x0, up.y0, up.x1, up.y1}, 60, 120, 60, 20);
    hui_paint right = hui_paint_linear(arena, box, 90, stops, 2);
    assert_rect((hui_rect){right.x0, right.y0, right.x1, right.y1}, 10, 70, 110, 70);
    hui_paint diagonal = hui_paint_linear(arena, box, 45, stops, 2);
    assert_rect((hui_rect){diagonal.x0, diagonal.y0, diagonal.x1, diagonal.y1}, 10, 120, 110, 20);
    stops[0].offset = 0.5;
    assert_true(up.stops[0].offset == 0); /* copied */
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),       cmocka_unit_test(test_groups), cmocka_unit_test(test_clip),
        cmocka_unit_test(test_cut),          cmocka_unit_test(test_hand_is_stable), cmocka_unit_test(test_pens),
        cmocka_unit_test(test_nothing_drawn), cmocka_unit_test(test_deep_nesting), cmocka_unit_test(test_text),
        cmocka_unit_test(test_radii),        cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
