/* Whether lines come near each other: those that do not may both be translucent, wherever they go around each other. */
#include "backend/opaque.h"

#include "base/vec.h"

#include <math.h>

/* Curves as so many straight pieces; more pairs of pieces than this are not looked at. */
enum { PIECES = 12, PAIRS_MOST = 1 << 21 };

typedef struct segment {
    hui_point from, to;
} segment;

typedef HUI_VEC(segment) segments;

static hui_point curve_at(const hui_point p[4], double t)
{
    const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (hui_point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                       a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static void add_segment(hui_arena *arena, segments *all, hui_point from, hui_point to)
{
    *hui_vec_push(arena, all) = (segment){from, to};
}

static segments cut(hui_arena *arena, const hui_path *path)
{
    segments all = {0};
    hui_point start = {0, 0}, pen = {0, 0};
    const hui_point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        switch ((hui_path_verb)path->verbs[i]) {
        case HUI_PATH_MOVE:
            start = pen = *p++;
            break;
        case HUI_PATH_LINE:
            add_segment(arena, &all, pen, *p);
            pen = *p++;
            break;
        case HUI_PATH_CURVE: {
            const hui_point curve[4] = {pen, p[0], p[1], p[2]};
            for (int k = 1; k <= PIECES; k++) {
                const hui_point next = curve_at(curve, (double)k / PIECES);
                add_segment(arena, &all, pen, next);
                pen = next;
            }
            p += 3;
            break;
        }
        case HUI_PATH_CLOSE:
            add_segment(arena, &all, pen, start);
            pen = start;
            break;
        }
    }
    return all;
}

static double distance_to(hui_point p, const segment *s)
{
    const double dx = s->to.x - s->from.x, dy = s->to.y - s->from.y, square = dx * dx + dy * dy;
    const double along = square > 0 ? ((p.x - s->from.x) * dx + (p.y - s->from.y) * dy) / square : 0;
    const double t = fmax(0, fmin(1, along));
    return hypot(p.x - s->from.x - t * dx, p.y - s->from.y - t * dy);
}

static double side(const segment *s, hui_point p)
{
    return (s->to.x - s->from.x) * (p.y - s->from.y) - (s->to.y - s->from.y) * (p.x - s->from.x);
}

static bool crosses(const segment *a, const segment *b)
{
    return side(a, b->from) * side(a, b->to) < 0 && side(b, a->from) * side(b, a->to) < 0;
}

static bool is_near(const segment *a, const segment *b, double reach)
{
    if (fmin(a->from.x, a->to.x) > fmax(b->from.x, b->to.x) + reach ||
        fmin(b->from.x, b->to.x) > fmax(a->from.x, a->to.x) + reach ||
        fmin(a->from.y, a->to.y) > fmax(b->from.y, b->to.y) + reach ||
        fmin(b->from.y, b->to.y) > fmax(a->from.y, a->to.y) + reach)
        return false;
    return crosses(a, b) || distance_to(a->from, b) < reach || distance_to(a->to, b) < reach ||
           distance_to(b->from, a) < reach || distance_to(b->to, a) < reach;
}

bool hui_paths_are_near(hui_arena *arena, const hui_path *a, const hui_path *b, double reach)
{
    const segments first = cut(arena, a), second = cut(arena, b);
    if (first.count > 0 && second.count > PAIRS_MOST / first.count)
        return true;
    for (size_t i = 0; i < first.count; i++)
        for (size_t k = 0; k < second.count; k++)
            if (is_near(&first.at[i], &second.at[k], reach))
                return true;
    return false;
}
