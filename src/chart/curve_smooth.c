/* Curves that keep promises: monotone ones never overshoot, natural ones bend as little as can be. */
#include "chart/curve_pen.h"

#include <math.h>

static hui_point turned(const hui_curve_pen *pen, hui_point p)
{
    return pen->sideways ? (hui_point){p.y, p.x} : p;
}

/* M. Steffen: A simple method for monotonic interpolation in one dimension. Astron. Astrophys. 239, 443 (1990). */
static double slope_at(const hui_curve_pen *pen, hui_point to)
{
    const hui_point a = pen->last[1], b = pen->last[2];
    const double h0 = b.x - a.x, h1 = to.x - b.x;
    const double s0 = (b.y - a.y) / (h0 != 0 ? h0 : h1 < 0 ? -0.0 : 0.0);
    const double s1 = (to.y - b.y) / (h1 != 0 ? h1 : h0 < 0 ? -0.0 : 0.0);
    const double p = (s0 * h1 + s1 * h0) / (h0 + h1);
    if (isnan(s0) || isnan(s1) || isnan(p))
        return 0;
    const double sign = (s0 < 0 ? -1 : 1) + (s1 < 0 ? -1 : 1);
    const double slope = sign * fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(p));
    return isfinite(slope) ? slope : 0;
}

/* At the end of a piece whose other end has this slope. */
static double slope_beyond(const hui_curve_pen *pen, double other)
{
    const hui_point a = pen->last[1], b = pen->last[2];
    return b.x != a.x ? (3 * (b.y - a.y) / (b.x - a.x) - other) / 2 : other;
}

static void bend(hui_curve_pen *pen, double from_slope, double to_slope)
{
    const hui_point a = pen->last[1], b = pen->last[2];
    const double third = (b.x - a.x) / 3;
    hui_curve_bend(pen, turned(pen, (hui_point){a.x + third, a.y + third * from_slope}),
                   turned(pen, (hui_point){b.x - third, b.y - third * to_slope}), turned(pen, b));
}

void hui_monotone_point(hui_curve_pen *pen, hui_point to)
{
    double slope = 0;
    to = turned(pen, to);
    if (pen->count > 0 && to.x == pen->last[2].x && to.y == pen->last[2].y)
        return;
    if (pen->count == 0)
        hui_curve_enter(pen, turned(pen, to));
    if (pen->count >= 2) {
        slope = slope_at(pen, to);
        bend(pen, pen->count == 2 ? slope_beyond(pen, slope) : pen->slope, slope);
    }
    pen->slope = slope;
    hui_curve_keep(pen, to);
}

void hui_monotone_end(hui_curve_pen *pen)
{
    if (pen->count == 2)
        hui_curve_draw(pen, turned(pen, pen->last[2]));
    if (pen->count >= 3)
        bend(pen, pen->slope, slope_beyond(pen, pen->slope));
    hui_curve_leave(pen, 1);
}

void hui_natural_point(hui_curve_pen *pen, hui_point to)
{
    *hui_vec_push(pen->path->arena, &pen->kept) = to;
    hui_curve_keep(pen, to);
}

/* First controls of all pieces: the tridiagonal system that makes first and second derivatives agree where pieces meet and
 * the second vanish at both ends (the Thomas algorithm). `last` is the number of pieces, at least 2. */
static hui_point *solve_natural(hui_arena *arena, const hui_point *p, size_t last)
{
    hui_point *right = HUI_NEW_ARRAY(arena, hui_point, last);
    double *middle = HUI_NEW_ARRAY(arena, double, last);
    for (size_t i = 0; i < last; i++) {
        const double own = i == 0 ? 1 : i + 1 == last ? 8 : 4, next = i + 1 == last ? 1 : 2;
        const double below = i == 0 ? 0 : i + 1 == last ? 2 : 1;
        right[i] = (hui_point){own * p[i].x + next * p[i + 1].x, own * p[i].y + next * p[i + 1].y};
        middle[i] = i == 0 ? 2 : i + 1 == last ? 7 : 4;
        if (i > 0) {
            const double factor = below / middle[i - 1];
            middle[i] -= factor;
            right[i].x -= factor * right[i - 1].x;
            right[i].y -= factor * right[i - 1].y;
        }
    }
    for (size_t i = last; i-- > 0;) {
        const hui_point next = i + 1 < last ? right[i + 1] : (hui_point){0, 0};
        right[i] = (hui_point){(right[i].x - next.x) / middle[i], (right[i].y - next.y) / middle[i]};
    }
    return right;
}

void hui_natural_end(hui_curve_pen *pen)
{
    const hui_point *p = pen->kept.at;
    const size_t last = pen->kept.count - 1;
    hui_curve_enter(pen, p[0]);
    if (last == 1)
        hui_curve_draw(pen, p[1]);
    const hui_point *first = last > 1 ? solve_natural(pen->path->arena, p, last) : NULL;
    for (size_t i = 0; first && i < last; i++) {
        const hui_point beyond = i + 1 < last
                                     ? (hui_point){2 * p[i + 1].x - first[i + 1].x, 2 * p[i + 1].y - first[i + 1].y}
                                     : (hui_point){(p[last].x + first[i].x) / 2, (p[last].y + first[i].y) / 2};
        hui_curve_bend(pen, first[i], beyond, p[i + 1]);
    }
    hui_curve_leave(pen, 1);
}
