/* links: base */
/* Hand: how far outlines stray, and what stays as it was. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hand.h"

#include <math.h>

static hui_path box_path(hui_arena *arena, double x, double y)
{
    const double radii[4] = {12, 0, 20, 4};
    hui_path path = hui_path_new(arena);
    hui_path_round_rect(&path, (hui_rect){x, y, 300, 120}, radii);
    return path;
}

static void test_stray(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path path = box_path(arena, 10, 20);
    const hui_rect exact = hui_path_bounds(&path);
    double most = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        const hui_path drawn = hui_hand_path(arena, &path, 1, seed);
        const hui_rect box = hui_path_bounds(&drawn);
        const double strays[] = {box.x - exact.x, box.y - exact.y, box.x + box.w - exact.x - exact.w,
                                 box.y + box.h - exact.y - exact.h};
        for (int i = 0; i < 4; i++) {
            most = fmax(most, fabs(strays[i]));
            assert_true(fabs(strays[i]) <= 2 * HUI_HAND_STRAY); /* a corner's, and a line's beside it */
        }
    }
    assert_true(most > HUI_HAND_STRAY / 4); /* it does stray */
    hui_arena_free(arena);
}

/* The same seed draws the same, wherever it is; another one does not. */
static void test_seeds(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    const hui_path here = box_path(arena, 0, 0), there = box_path(arena, 512, 2048);
    const hui_path a = hui_hand_path(arena, &here, 1, 7), b = hui_hand_path(arena, &there, 1, 7),
                   other = hui_hand_path(arena, &here, 1, 8);
    assert_int_equal(a.point_count, b.point_count);
    double apart = 0;
    for (size_t i = 0; i < a.point_count; i++) {
        assert_true(fabs(a.points[i].x + 512 - b.points[i].x) < 1e-9);
        assert_true(fabs(a.points[i].y + 2048 - b.points[i].y) < 1e-9);
        apart = fmax(apart, fabs(a.points[i].x - other.points[i].x));
    }
    assert_true(apart > 0.1);
    hui_arena_free(arena);
}

/* A closed outline ends where it began, an open one is not closed, a strength of 0 strays nowhere. */
static void test_ends(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    const hui_point corners[] = {{0, 0}, {200, 0}, {100, 150}};
    hui_path triangle = hui_path_new(arena), line = hui_path_new(arena);
    hui_path_polygon(&triangle, corners, 3);
    hui_path_move(&line, 0, 0);
    hui_path_line(&line, 400, 30);
    hui_path drawn = hui_hand_path(arena, &triangle, 1, 3);
    const hui_point last = drawn.points[drawn.point_count - 1];
    assert_int_equal(drawn.verbs[drawn.verb_count - 1], HUI_PATH_CLOSE);
    assert_true(last.x == drawn.points[0].x && last.y == drawn.points[0].y);
    drawn = hui_hand_path(arena, &line, 1, 3);
    assert_int_equal(drawn.verbs[drawn.verb_count - 1], HUI_PATH_CURVE);
    assert_int_equal(drawn.verb_count, 5); /* four waves of about 100 px */
    drawn = hui_hand_path(arena, &line, 0, 3);
    assert_true(fabs(drawn.points[drawn.point_count - 1].x - 400) < 1e-9);
    for (size_t i = 0; i < drawn.point_count; i++)
        assert_true(fabs(drawn.points[i].y - drawn.points[i].x * 30 / 400) < 0.06);
    hui_arena_free(arena);
}

/* Pieces of a map are too short to be moved visibly, and nothing is added to them. */
static void test_short_pieces(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path path = hui_path_new(arena);
    hui_path_move(&path, 0, 0);
    for (int i = 1; i < 400; i++)
        hui_path_line(&path, i * 2, sin(i * 0.1) * 20);
    const hui_path drawn = hui_hand_path(arena, &path, 1, 1);
    assert_int_equal(drawn.point_count, path.point_count);
    for (size_t i = 0; i < path.point_count; i++)
        assert_true(hypot(drawn.points[i].x - path.points[i].x, drawn.points[i].y - path.points[i].y) < 0.15);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stray),
        cmocka_unit_test(test_seeds),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_short_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
