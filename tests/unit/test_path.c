/* links: base */
/* Outlines: geometry of the shapes, and reading of SVG path data. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/path.h"

#include <math.h>

static void assert_near(double a, double b)
{
    if (fabs(a - b) > 1e-6)
        fail_msg("%.9f is not %.9f", a, b);
}

static void assert_bounds(const hui_path *path, double x, double y, double w, double h)
{
    hui_rect box = hui_path_bounds(path);
    assert_near(box.x, x);
    assert_near(box.y, y);
    assert_near(box.w, w);
    assert_near(box.h, h);
}

static hui_point cubic_at(const hui_point p[4], double t)
{
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return (hui_point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                       a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

/* Every curve of the path stays within `tolerance` of the circle. */
static void assert_on_circle(const hui_path *path, double cx, double cy, double r, double tolerance)
{
    const hui_point *at = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] == HUI_PATH_CURVE) {
            for (double t = 0; t <= 1; t += 0.125) {
                hui_point p = cubic_at(at - 1, t);
                if (fabs(hypot(p.x - cx, p.y - cy) - r) > tolerance)
                    fail_msg("(%f, %f) is %f off the circle", p.x, p.y, hypot(p.x - cx, p.y - cy) - r);
            }
        }
        at += path->verbs[i] == HUI_PATH_CURVE ? 3 : path->verbs[i] == HUI_PATH_CLOSE ? 0 : 1;
    }
    assert_ptr_equal(at, path->points + path->point_count);
}

static void test_shapes(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path rect = hui_path_new(arena);
    hui_path_rect(&rect, (hui_rect){10, 20, 30, 40});
    assert_int_equal(rect.verb_count, 5);
    assert_bounds(&rect, 10, 20, 30, 40);

    hui_path circle = hui_path_new(arena);
    hui_path_circle(&circle, 50, 60, 25);
    assert_bounds(&circle, 25, 35, 50, 50);
    assert_on_circle(&circle, 50, 60, 25, 0.01);

    hui_path round = hui_path_new(arena);
    hui_path_round_rect(&round, (hui_rect){0, 0, 100, 40}, (const double[4]){0, 5, 999, 20});
    assert_bounds(&round, 0, 0, 100, 40);
    assert_near(round.points[0].x, 0); /* radius 0: a plain corner, no curve */
    size_t curves = 0;
    for (size_t i = 0; i < round.verb_count; i++)
        curves += round.verbs[i] == HUI_PATH_CURVE;
    assert_int_equal(curves, 3);

    hui_path empty = hui_path_new(arena);
    hui_path_close(&empty);
    hui_path_polygon(&empty, NULL, 0);
    assert_int_equal(empty.verb_count, 0);
    assert_bounds(&empty, 0, 0, 0, 0);
    hui_arena_free(arena);
}

static void test_arcs(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path arc = hui_path_new(arena);
    hui_path_arc(&arc, 0, 0, 10, -90, 180); /* from 12 o'clock clockwise to 9 o'clock */
    assert_near(arc.points[0].y, -10);
    assert_near(arc.points[arc.point_count - 1].x, -10);
    assert_int_equal(arc.verb_count, 1 + 3);
    assert_on_circle(&arc, 0, 0, 10, 0.01);
    hui_path_arc(&arc, 0, 0, 5, 180, -90); /* goes on with a line, anticlockwise */
    assert_int_equal(arc.verbs[4], HUI_PATH_LINE);
    assert_near(arc.points[arc.point_count - 1].y, -5);
    hui_arena_free(arena);
}

static void test_smooth(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path path = hui_path_new(arena);
    hui_path_smooth(&path, (const hui_point[]){{0, 0}, {10, 10}, {20, 0}}, 3);
    assert_int_equal(path.verb_count, 3);
    assert_near(path.points[3].x, 10);
    assert_near(path.points[2].y, path.points[4].y); /* level at the middle point, whose neighbours are level */
    hui_arena_free(arena);
}

static void test_add(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path one = hui_path_new(arena), both = hui_path_new(arena);
    hui_path_rect(&one, (hui_rect){0, 0, 10, 10});
    hui_path_add(&both, &one, hui_matrix_identity());
    hui_path_add(&both, &one, hui_matrix_multiply(hui_matrix_translate(100, 0), hui_matrix_scale(2, 3)));
    assert_int_equal(both.verb_count, 10);
    assert_bounds(&both, 0, 0, 120, 30);
    hui_arena_free(arena);
}

/* A matrix and its inverse lead back; nothing is in what has no area. */
static void test_invert(void **state)
{
    (void)state;
    const hui_matrix m = {2, 0.5, -1, 3, 40, -7};
    const hui_point there = hui_matrix_apply(m, (hui_point){11, -5}),
                    back = hui_matrix_apply(hui_matrix_invert(m), there);
    assert_true(fabs(back.x - 11) < 1e-9 && fabs(back.y + 5) < 1e-9);
    assert_true(isinf(hui_matrix_apply(hui_matrix_invert(hui_matrix_scale(1, 0)), there).x));
}

static void test_svg_commands(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path good = hui_path_new(arena);
    assert_true(hui_path_svg(&good, "M10,20 30-40.5 L.5.25 l1e1 2 h5 v-5 H0V0 z m1 1 L5 5"));
    assert_int_equal(good.verb_count, 11);
    assert_int_equal(good.verbs[8], HUI_PATH_CLOSE);
    assert_int_equal(good.verbs[9], HUI_PATH_MOVE);
    static const hui_point points[] = {{10, 20},      {30, -40.5}, {0.5, 0.25}, {10.5, 2.25}, {15.5, 2.25},
                                       {15.5, -2.75}, {0, -2.75},  {0, 0},      {11, 21},     {5, 5}};
    assert_int_equal(good.point_count, 10);
    for (size_t i = 0; i < 10; i++) {
        assert_near(good.points[i].x, points[i].x);
        assert_near(good.points[i].y, points[i].y);
    }
    hui_arena_free(arena);
}

static void test_svg_curves(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path path = hui_path_new(arena);
    assert_true(hui_path_svg(&path, "M0 0C0 5 5 10 10 10S20 15 20 20"));
    assert_near(path.points[4].x, 15); /* (5, 10) mirrored in (10, 10) */
    assert_near(path.points[4].y, 10);
    hui_path quad = hui_path_new(arena);
    assert_true(hui_path_svg(&quad, "M0 0q10 0 10 10t10 10"));
    assert_near(quad.points[1].x, 10.0 * 2 / 3);
    assert_near(quad.points[4].x, 10);
    assert_near(quad.points[4].y, 10 + 10.0 * 2 / 3);
    hui_path after = hui_path_new(arena); /* a curve after Z starts a subpath at the closed one's start */
    assert_true(hui_path_svg(&after, "M3 4 h5 v5 z l1 0"));
    assert_int_equal(after.verbs[4], HUI_PATH_MOVE);
    assert_near(after.points[3].x, 3);
    assert_near(after.points[4].x, 4);
    hui_arena_free(arena);
}

static void test_svg_arcs(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path small = hui_path_new(arena), large = hui_path_new(arena), compact = hui_path_new(arena);
    assert_true(hui_path_svg(&small, "M10 0A10 10 0 0 1 0 10"));
    assert_int_equal(small.verb_count, 2);
    assert_on_circle(&small, 0, 0, 10, 0.01);
    assert_true(hui_path_svg(&large, "M10 0A10 10 0 1 0 0 10"));
    assert_int_equal(large.verb_count, 4);
    assert_on_circle(&large, 0, 0, 10, 0.01);
    assert_true(hui_path_svg(&compact, "M10 0a10 10 0 01-10 10"));
    assert_int_equal(compact.point_count, small.point_count);
    for (size_t i = 0; i < small.point_count; i++) {
        assert_near(compact.points[i].x, small.points[i].x);
        assert_near(compact.points[i].y, small.points[i].y);
    }
    hui_path grown = hui_path_new(arena); /* radii too small are scaled up to reach */
    assert_true(hui_path_svg(&grown, "M-10 0A1 1 0 0 1 10 0"));
    assert_on_circle(&grown, 0, 0, 10, 0.01);
    hui_path flat = hui_path_new(arena);
    assert_true(hui_path_svg(&flat, "M0 0A0 5 0 0 1 10 0"));
    assert_int_equal(flat.verbs[1], HUI_PATH_LINE);
    hui_arena_free(arena);
}

static void test_svg_malformed(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "L1 2",   "M1",        "M1 2 x",    "M0 0 L",  "M0 0 C1 2 3 4 5", "M0 0A1 1 0 2 0 3 3",
        "10 20",  "M0 0L1,,2", "M0 0h0x10", "M nan 0", "M1e999 0",        "M0 0 L1 2e",
        "M--1 0", "M. 0"};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        hui_path path = hui_path_new(arena);
        if (hui_path_svg(&path, bad[i]))
            fail_msg("“%s” was taken", bad[i]);
    }
    hui_path path = hui_path_new(arena);
    assert_true(hui_path_svg(&path, ""));
    assert_true(hui_path_svg(&path, " \n"));
    assert_int_equal(path.verb_count, 0);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),     cmocka_unit_test(test_arcs),     cmocka_unit_test(test_smooth),
        cmocka_unit_test(test_add),        cmocka_unit_test(test_invert),   cmocka_unit_test(test_svg_commands),
        cmocka_unit_test(test_svg_curves), cmocka_unit_test(test_svg_arcs), cmocka_unit_test(test_svg_malformed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
