/* links: base text image scene chart json theme data transform scale geo */
/* Curves, arcs, trails and symbols as outlines, against those of d3-shape and vega-scenegraph. */
#include "base/number.h"
#include "chart/curve.h"
#include "chart/outline.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct curve_case {
    const char *name;
    int points; /* of the sample; -5: the one with a gap */
    double tension;
    bool area;
    const char *path;
} curve_case;

static const curve_case curve_cases[] = {
#include "curve_paths.inc"
};

/* `M0,0L10,5…` with two decimals. */
static void add_path(hui_buffer *out, const hui_path *path)
{
    static const char letters[] = "MLCZ";
    static const int counts[] = {1, 1, 3, 0};
    const hui_point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        hui_buffer_add_char(out, letters[path->verbs[i]]);
        for (int k = 0; k < counts[path->verbs[i]]; k++, p++) {
            if (k > 0)
                hui_buffer_add_char(out, ',');
            hui_buffer_add_number(out, p->x, 2);
            hui_buffer_add_char(out, ',');
            hui_buffer_add_number(out, p->y, 2);
        }
    }
}

/* Equal letters, and numbers that differ by rounding at most. */
static bool same_path(const char *a, const char *b)
{
    while (*a && *b) {
        double x, y;
        const char *a_end = hui_number_read(a, &x), *b_end = hui_number_read(b, &y);
        if (!a_end != !b_end || (a_end ? fabs(x - y) > 0.0101 : *a != *b))
            return false;
        a = a_end ? a_end : a + 1;
        b = b_end ? b_end : b + 1;
    }
    return !*a && !*b;
}

static void expect_path(const char *what, const hui_path *path, const char *expected)
{
    hui_buffer out = {0};
    hui_buffer_reserve(&out, 1);
    add_path(&out, path);
    if (!same_path(out.bytes, expected)) {
        print_error("%s\n  is       %s\n  expected %s\n", what, out.bytes, expected);
        fail();
    }
    hui_buffer_finish(&out);
}

static void curves(void **state)
{
    (void)state;
    static const hui_point sample[] = {{0, 0}, {10, 30}, {20, 10}, {35, 25}, {50, 5}, {60, 40}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof curve_cases / sizeof *curve_cases; i++) {
        const curve_case *c = &curve_cases[i];
        hui_mark_item items[6] = {0};
        for (int k = 0; k < 6; k++)
            items[k] = (hui_mark_item){.x = sample[k].x, .y = sample[k].y, .x2 = sample[k].x, .y2 = 50};
        if (c->points < 0) {
            items[3].undefined = true;
            items[4].x = 50;
            items[4].y = 5;
        }
        const bool sideways = strcmp(c->name, "monotone-y") == 0;
        const hui_mark mark = {.type = c->area ? HUI_MARK_AREA : HUI_MARK_LINE,
                               .interpolate = sideways ? "monotone" : c->name,
                               .sideways = sideways,
                               .tension = c->tension,
                               .items = items,
                               .item_count = (size_t)abs(c->points)};
        hui_path path = hui_path_new(arena);
        hui_mark_outline(&path, &mark);
        char what[64];
        snprintf(what, sizeof what, "%s of %d%s", c->name, c->points, c->area ? ", area" : "");
        expect_path(what, &path, c->path);
    }
    hui_arena_free(arena);
}

/* Whatever coordinates come, nothing is read or written out of place, and no number is not one. */
static void wild_numbers(void **state)
{
    (void)state;
    static const double wild[] = {NAN, INFINITY, -INFINITY, 1e308, -1e308, 0, 0, 5};
    enum { COUNT = sizeof wild / sizeof *wild };
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof curve_cases / sizeof *curve_cases; i++)
        for (size_t shift = 0; shift < COUNT; shift++) {
            hui_mark_item items[COUNT] = {0};
            for (size_t k = 0; k < COUNT; k++) {
                const double v = wild[(k + shift) % COUNT], w = wild[(k * 3 + shift) % COUNT];
                items[k] = (hui_mark_item){.x = v, .y = w, .x2 = w, .y2 = v, .undefined = k == shift};
                items[k].symbol.size = w;
            }
            static const hui_mark_type types[] = {HUI_MARK_LINE, HUI_MARK_AREA, HUI_MARK_TRAIL};
            for (int t = 0; t < 3; t++) {
                const hui_mark mark = {.type = types[t],
                                       .interpolate = curve_cases[i].name,
                                       .tension = wild[shift],
                                       .items = items,
                                       .item_count = COUNT};
                hui_path path = hui_path_new(arena);
                hui_mark_outline(&path, &mark);
                for (size_t k = 0; k < path.point_count; k++)
                    assert_true(isfinite(path.points[k].x) && isfinite(path.points[k].y));
            }
        }
    hui_arena_free(arena);
}

typedef struct arc_case {
    double inner, outer, start, end, pad, corner;
    const char *corners; /* where its pieces end, as d3-shape has them */
} arc_case;

/* Ends of pieces only: curves end at quarters of circles too, which d3's arcs do not. */
static bool has_point(const hui_path *path, double x, double y)
{
    for (size_t i = 0; i < path->point_count; i++)
        if (fabs(path->points[i].x - x) < 0.01 && fabs(path->points[i].y - y) < 0.01)
            return true;
    return false;
}

static const arc_case arc_cases[] = {
#include "arc_corners.inc"
};

static void arcs(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof arc_cases / sizeof *arc_cases; i++) {
        const arc_case *c = &arc_cases[i];
        hui_mark_item item = {0};
        item.arc.inner = c->inner;
        item.arc.outer = c->outer;
        item.arc.start = c->start;
        item.arc.end = c->end;
        item.arc.pad_angle = c->pad;
        item.arc.corner_radius = c->corner;
        hui_path path = hui_path_new(arena);
        hui_arc_outline(&path, &item);
        for (const char *at = c->corners; *at;) {
            double x, y;
            at = hui_number_read(at, &x);
            at = hui_number_read(at + 1, &y);
            if (!has_point(&path, x, y)) {
                hui_buffer out = {0};
                add_path(&out, &path);
                print_error("arc %zu lacks %g,%g: %s\n", i, x, y, out.bytes);
                hui_buffer_finish(&out);
                fail();
            }
            at += *at == ' ';
        }
    }
    hui_arena_free(arena);
}

static void symbols(void **state)
{
    (void)state;
    static const struct {
        const char *shape;
        double size;
        const char *path;
    } cases[] = {
        {"square", 100, "M-5,-5L5,-5L5,5L-5,5Z"},
        {"cross", 100, "M-5,-2L-5,2L-2,2L-2,5L2,5L2,2L5,2L5,-2L2,-2L2,-5L-2,-5L-2,-2Z"},
        {"diamond", 64, "M-4,0L0,-4L4,0L0,4Z"},
        {"triangle-up", 100, "M0,-4.33L-5,4.33L5,4.33Z"},
        {"triangle-down", 100, "M0,4.33L-5,-4.33L5,-4.33Z"},
        {"triangle-right", 100, "M4.33,0L-4.33,-5L-4.33,5Z"},
        {"triangle-left", 100, "M-4.33,0L4.33,-5L4.33,5Z"},
        {"triangle", 100, "M0,-5.77L-5,2.89L5,2.89Z"},
        {"wedge", 100, "M0,-5.77L-1.25,2.89L1.25,2.89Z"},
        {"arrow", 100, "M-0.71,5L0.71,5L0.71,-0.63L2,-0.63L0,-5L-2,-0.63L-0.71,-0.63Z"},
        {"stroke", 100, "M-5,0L5,0"},
        {"M0,-1L1,1L-1,1Z", 16, "M0,-2L2,2L-2,2Z"},
        {"no path", 16, ""},
        {"square", -1, ""},
        {"square", 0, "M0,0L0,0L0,0L0,0Z"},
    };
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_path path = hui_path_new(arena);
        hui_symbol_outline(&path, cases[i].shape, cases[i].size);
        expect_path(cases[i].shape, &path, cases[i].path);
    }
    hui_arena_free(arena);
}

static void trails(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_mark_item items[] = {{.x = 0, .y = 0}, {.x = 10, .y = 0}, {.undefined = true}, {.x = 20, .y = 0}};
    items[0].symbol.size = 2;
    items[1].symbol.size = 4;
    items[3].symbol.size = 4;
    hui_path path = hui_path_new(arena);
    hui_trail_outline(&path, &(hui_mark){.type = HUI_MARK_TRAIL, .items = items, .item_count = 4});
    /* Both edges, and the points of both round ends on the axis. A point between gaps has no piece. */
    assert_true(has_point(&path, 0, -1) && has_point(&path, 10, -2) && has_point(&path, 12, 0) &&
                has_point(&path, 10, 2) && has_point(&path, 0, 1) && has_point(&path, -1, 0));
    assert_false(has_point(&path, 20, -2));
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(curves), cmocka_unit_test(wild_numbers), cmocka_unit_test(arcs),
                                       cmocka_unit_test(symbols), cmocka_unit_test(trails)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
