/* Where outlines go, cut into straight pieces: whether lines come near each other, and whether a shape reaches into a box. */
#include "backend/opaque.h"

#include "base/vec.h"

#include <math.h>

/* Curves as so many straight pieces; more pairs of pieces than this are not looked at. */
enum { PIECES = 24, PAIRS_MOST = 1 << 22 };

typedef struct segment {
    hui_point from, to;
} segment;

typedef HUI_VEC(segment) segments;

struct hui_trace {
    segments all;
    bool is_filled;
    double reach;
};

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

/* Filling closes what is open. */
static segments cut(hui_arena *arena, const hui_path *path, bool closes)
{
    segments all = {0};
    hui_point start = {0, 0}, pen = {0, 0};
    const hui_point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        switch ((hui_path_verb)path->verbs[i]) {
        case HUI_PATH_MOVE:
            if (closes)
                add_segment(arena, &all, pen, start);
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
    if (closes)
        add_segment(arena, &all, pen, start);
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
    const segments first = cut(arena, a, false), second = cut(arena, b, false);
    if (first.count > 0 && second.count > PAIRS_MOST / first.count)
        return true;
    for (size_t i = 0; i < first.count; i++)
        for (size_t k = 0; k < second.count; k++)
            if (is_near(&first.at[i], &second.at[k], reach))
                return true;
    return false;
}

const hui_trace *hui_trace_new(hui_arena *arena, const hui_path *path, bool is_filled, double reach)
{
    hui_trace *trace = HUI_NEW(arena, hui_trace);
    *trace = (hui_trace){cut(arena, path, is_filled), is_filled, reach};
    return trace;
}

static bool reaches_into(const segment *s, hui_rect box)
{
    const double right = box.x + box.w, bottom = box.y + box.h;
    if (fmax(s->from.x, s->to.x) < box.x || fmin(s->from.x, s->to.x) > right || fmax(s->from.y, s->to.y) < box.y ||
        fmin(s->from.y, s->to.y) > bottom)
        return false;
    const double a = side(s, (hui_point){box.x, box.y}), b = side(s, (hui_point){right, box.y});
    const double c = side(s, (hui_point){box.x, bottom}), d = side(s, (hui_point){right, bottom});
    return !(a > 0 && b > 0 && c > 0 && d > 0) && !(a < 0 && b < 0 && c < 0 && d < 0);
}

/* By the winding number (ISO 32000-1, section 8.5.3.3.2). */
static bool is_inside(const segments *all, hui_point p)
{
    int winding = 0;
    for (size_t i = 0; i < all->count; i++) {
        const segment *s = &all->at[i];
        if ((s->from.y <= p.y) == (s->to.y <= p.y))
            continue;
        if (s->from.x + (p.y - s->from.y) / (s->to.y - s->from.y) * (s->to.x - s->from.x) > p.x)
            winding += s->to.y > s->from.y ? 1 : -1;
    }
    return winding != 0;
}

bool hui_trace_meets(const hui_trace *trace, hui_rect box)
{
    const hui_rect wide = hui_rect_inset(box, -trace->reach);
    for (size_t i = 0; i < trace->all.count; i++)
        if (reaches_into(&trace->all.at[i], wide))
            return true;
    return trace->is_filled && is_inside(&trace->all, (hui_point){box.x + box.w / 2, box.y + box.h / 2});
}

bool hui_trace_is_held(const hui_trace *line, const hui_trace *filled, hui_rect bounds)
{
    static const double grazing = 0.01; /* px: edges that fall together do not cut */
    for (size_t i = 0; i < line->all.count; i++) {
        const segment *s = &line->all.at[i];
        const hui_rect along = {fmin(s->from.x, s->to.x), fmin(s->from.y, s->to.y), fabs(s->from.x - s->to.x),
                                fabs(s->from.y - s->to.y)};
        const hui_rect box = hui_rect_intersect(hui_rect_inset(along, -line->reach), bounds);
        const hui_rect inner = hui_rect_inset(box, grazing);
        if (hui_rect_empty(inner))
            continue;
        for (size_t k = 0; k < filled->all.count; k++)
            if (reaches_into(&filled->all.at[k], inner))
                return false;
        if (!is_inside(&filled->all, (hui_point){inner.x + inner.w / 2, inner.y + inner.h / 2}))
            return false;
    }
    return !line->is_filled;
}

static void add_quad(hui_path *path, const segment *s, double r)
{
    const double length = hypot(s->to.x - s->from.x, s->to.y - s->from.y);
    if (!(length > 0))
        return;
    const double x = (s->to.x - s->from.x) / length * r, y = (s->to.y - s->from.y) / length * r;
    const hui_point corners[] = {{s->from.x + y, s->from.y - x},
                                 {s->to.x + y, s->to.y - x},
                                 {s->to.x - y, s->to.y + x},
                                 {s->from.x - y, s->from.y + x}};
    hui_path_polygon(path, corners, 4);
}

bool hui_stroke_is_round(const hui_stroke *stroke)
{
    return stroke->dash_count == 0 && stroke->join == HUI_JOIN_ROUND;
}

hui_path hui_stroke_outline(hui_arena *arena, const hui_path *path, const hui_stroke *stroke)
{
    const segments all = cut(arena, path, false);
    const double r = stroke->width / 2;
    hui_path outline = hui_path_new(arena);
    for (size_t i = 0; i < all.count; i++) {
        const hui_point from = all.at[i].from, before = i > 0 ? all.at[i - 1].to : (hui_point){NAN, NAN};
        const bool joins = from.x == before.x && from.y == before.y;
        add_quad(&outline, &all.at[i], r);
        if (joins || stroke->cap == HUI_CAP_ROUND)
            hui_path_circle(&outline, from.x, from.y, r);
        if (i + 1 == all.count && stroke->cap == HUI_CAP_ROUND)
            hui_path_circle(&outline, all.at[i].to.x, all.at[i].to.y, r);
    }
    return outline;
}
