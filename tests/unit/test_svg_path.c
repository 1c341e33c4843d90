/* links: base text image scene backend */
/* SVG's path data: short, and close to what it stands for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "backend/svg_writer.h"
#include "base/rng.h"

#include <math.h>

/* Far enough to stay a step when rounded. */
static double step(hui_rng *rng)
{
    return hui_rng_range(rng, 2, 300) * (hui_rng_int(rng, 0, 1) ? 1 : -1);
}

static void random_segment(hui_path *path, hui_rng *rng)
{
    const hui_point last = path->points[path->point_count - 1];
    const double x = last.x + step(rng), y = last.y + step(rng);
    switch (hui_rng_int(rng, 0, 5)) {
    case 0:
        hui_path_line(path, x, last.y);
        break;
    case 1:
        hui_path_line(path, last.x, y);
        break;
    case 2:
        hui_path_line(path, x, y);
        break;
    case 3:
        hui_path_close(path);
        hui_path_move(path, x, y);
        break;
    case 4:
        hui_path_curve(path, x, last.y, last.x, y, x, y);
        hui_path_curve(path, 2 * x - last.x, y, x + step(rng), y + step(rng), x + step(rng), last.y); /* mirrored */
        break;
    default:
        hui_path_curve(path, last.x + step(rng), last.y, x, y + step(rng), x, y);
    }
}

static hui_path random_path(hui_arena *arena, hui_rng *rng)
{
    hui_path path = hui_path_new(arena);
    hui_path_move(&path, step(rng), step(rng));
    for (int i = hui_rng_int(rng, 1, 12); i > 0; i--)
        random_segment(&path, rng);
    return path;
}

/* A contour as short lines, closed. */
typedef struct outline {
    hui_point at[4096];
    bool starts[4096]; /* no line leads here */
    size_t count;
} outline;

static void add_point(outline *o, hui_point p, bool starts)
{
    assert_in_range(o->count, 0, sizeof o->at / sizeof *o->at - 1);
    o->starts[o->count] = starts;
    o->at[o->count++] = p;
}

static void flatten(const hui_path *path, bool closed, outline *o)
{
    enum { PARTS = 24 };
    const hui_point *p = path->points;
    hui_point start = {0}, last = {0};
    o->count = 0;
    for (size_t i = 0; i <= path->verb_count; i++) {
        const hui_path_verb verb = i < path->verb_count ? (hui_path_verb)path->verbs[i] : HUI_PATH_MOVE;
        if (verb == HUI_PATH_CLOSE || (verb == HUI_PATH_MOVE && closed && o->count > 0))
            add_point(o, start, false);
        if (i == path->verb_count || verb == HUI_PATH_CLOSE)
            continue;
        for (int k = 1; k <= PARTS && verb == HUI_PATH_CURVE; k++) {
            const double t = k / (double)PARTS, u = 1 - t;
            const double w[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
            add_point(o, (hui_point){w[0] * last.x + w[1] * p[0].x + w[2] * p[1].x + w[3] * p[2].x,
                                     w[0] * last.y + w[1] * p[0].y + w[2] * p[1].y + w[3] * p[2].y}, false);
        }
        p += verb == HUI_PATH_CURVE ? 2 : 0;
        if (verb != HUI_PATH_CURVE)
            add_point(o, *p, verb == HUI_PATH_MOVE);
        last = *p++;
        if (verb == HUI_PATH_MOVE)
            start = last;
    }
}

static double distance_to(const outline *o, hui_point p)
{
    double least = INFINITY;
    for (size_t i = 0; i < o->count; i++) {
        const hui_point b = o->at[i], a = o->starts[i] ? b : o->at[i - 1];
        const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
        const double t = length > 0 ? fmin(fmax(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1) : 0;
        least = fmin(least, hypot(a.x + t * dx - p.x, a.y + t * dy - p.y));
    }
    return least;
}

/* How far any point of one is from the other. */
static double find_distance(const outline *a, const outline *b)
{
    double most = 0;
    for (size_t i = 0; i < a->count; i++)
        most = fmax(most, distance_to(b, a->at[i]));
    return most;
}

/* Independent of the writer: the path reader of base. Errors must not add up along the path, which may start elsewhere if it is
 * only filled. */
static void path_data_reads_back(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_rng rng = hui_rng_seed(7);
    outline *wanted = hui_arena_alloc(arena, 2 * sizeof *wanted), *found = wanted + 1;
    for (int round = 0; round < 600; round++) {
        const hui_path path = random_path(arena, &rng);
        const int decimals = round % 3;
        const bool filled = round % 2 == 0;
        hui_buffer data = {0};
        hui_svg_add_path_data(&data, &path, &(hui_svg_grid){.decimals = decimals, .filled = filled});
        hui_path back = hui_path_new(arena);
        assert_true(hui_path_svg(&back, data.bytes));
        flatten(&path, filled, wanted);
        flatten(&back, filled, found);
        const double unit = 1 / pow(10, decimals), simpler = decimals > 0 ? 1.5 : 0.75;
        const double most = (simpler + 0.75) * unit + 0.4; /* rounded; how coarsely it is measured */
        assert_true(find_distance(wanted, found) < most);
        assert_true(find_distance(found, wanted) < most);
        hui_buffer_finish(&data);
    }
    hui_arena_free(arena);
}

/* A circle of a thousand short lines stays one. */
static void slow_bends_stay(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    static const double radius = 150;
    hui_arena *arena = hui_arena_new();
    hui_path path = hui_path_new(arena), back = hui_path_new(arena);
    for (int i = 0; i < COUNT; i++) {
        const double angle = i * 2 * 3.141592653589793 / COUNT;
        (i == 0 ? hui_path_move : hui_path_line)(&path, radius * cos(angle), radius * sin(angle));
    }
    hui_buffer data = {0};
    hui_svg_add_path_data(&data, &path, &(hui_svg_grid){.decimals = 1, .filled = true});
    assert_true(hui_path_svg(&back, data.bytes));
    outline *found = HUI_NEW(arena, outline);
    flatten(&back, true, found);
    for (size_t i = 0; i < path.point_count; i++)
        assert_true(distance_to(found, path.points[i]) < 0.15);
    hui_buffer_finish(&data);
    hui_arena_free(arena);
}

/* Halves of a cubic are one again; what is beside the line that leads on is left out, what is further stays. */
static void segments_are_joined(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"M0 0C0 60 10 96.25 35 114.375C60 132.5 100 132.5 160 120", "m0 0c0 120 40 145 160 120"},
        {"M0 0L20 10L40 20L60 0Z", "m60 0H0l40 20"},
        {"M0 0L20 11L40 20L60 0Z", "m60 0H0l20 11 20 9"},
        {"M0 0L100 13L50 90Z", "m100 13-50 77L0 0"},
    };
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_path path = hui_path_new(arena);
        assert_true(hui_path_svg(&path, cases[i][0]));
        hui_buffer data = {0};
        hui_svg_add_path_data(&data, &path, &(hui_svg_grid){.filled = true});
        assert_string_equal(data.bytes, cases[i][1]);
        hui_buffer_finish(&data);
    }
    hui_arena_free(arena);
}

static void curves_become_as_simple_as_they_may(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"M0 0C10 0 20 0 30 0", "m0 0h30"},
        {"M0 0C10 .4 20 -.3 30 10", "m0 0q15-2 30 10"},
        {"M0 0C10 5 20 10.4 30 15", "m0 0 30 15"},
        {"M0 0Q20 0 30 30Q40 60 70 60", "m0 0q20 0 30 30t40 30"},
        {"M0 0C0 55 45 100 100 100", "m0 0c0 55 45 100 100 100"},
        {"M0 0C0 55 45 100 100 100C155 100.4 200 145 200 200", "m0 0c0 55 45 100 100 100s100 45 100 100"},
        {"M0 0H10V10H0ZM20 0H30V10H20Z", "m0 0h10v10H0M20 0h10v10H20"},
    };
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_path path = hui_path_new(arena);
        assert_true(hui_path_svg(&path, cases[i][0]));
        hui_buffer data = {0};
        hui_svg_add_path_data(&data, &path, &(hui_svg_grid){.filled = true});
        assert_string_equal(data.bytes, cases[i][1]);
        hui_buffer_finish(&data);
    }
    hui_arena_free(arena);
}

static void path_data_is_short(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_path path = hui_path_new(arena);
    hui_path_move(&path, 0.5, -0.25);
    hui_path_line(&path, 10.5, -0.25);
    hui_path_line(&path, 10.5, 20);
    hui_path_line(&path, 0, 0);
    hui_path_line(&path, 1, 1.004);
    hui_path_curve(&path, 2, 2, 3, 2, 4, 1);
    hui_path_curve(&path, 5, 0, 6, 0, 7, 1);
    hui_path_line(&path, 0.5, -0.25); /* what closing draws anyway */
    hui_path_close(&path);
    hui_buffer data = {0};
    hui_svg_add_path_data(&data, &path, &(hui_svg_grid){.decimals = 2});
    assert_string_equal(data.bytes, "m.5-.25h10v20.25L0 0l1 1q1.5 1.5 3 0t3 0z");
    hui_buffer_finish(&data);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(path_data_reads_back),
        cmocka_unit_test(slow_bends_stay),
        cmocka_unit_test(segments_are_joined),
        cmocka_unit_test(curves_become_as_simple_as_they_may),
        cmocka_unit_test(path_data_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
