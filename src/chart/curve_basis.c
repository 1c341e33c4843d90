/* B-splines: uniform cubic ones, open, closed or clamped to the ends; and bundles, which are drawn towards the chord. */
#include "chart/curve_pen.h"

/* (a, b, c) weighted and divided by their weights' sum. */
static hui_point mean(hui_point a, double wa, hui_point b, double wb, hui_point c, double wc)
{
    const double sum = wa + wb + wc;
    return (hui_point){(wa * a.x + wb * b.x + wc * c.x) / sum, (wa * a.y + wb * b.y + wc * c.y) / sum};
}

/* The piece that the last two points and the next one make. */
static void bend(hui_curve_pen *pen, hui_point to)
{
    const hui_point a = pen->last[1], b = pen->last[2];
    hui_curve_bend(pen, mean(a, 2, b, 1, b, 0), mean(a, 1, b, 2, b, 0), mean(a, 1, b, 4, to, 1));
}

void hui_basis_point(hui_curve_pen *pen, hui_point to)
{
    if (pen->count == 0)
        hui_curve_enter(pen, to);
    if (pen->count == 2)
        hui_curve_draw(pen, mean(pen->last[1], 5, pen->last[2], 1, to, 0));
    if (pen->count >= 2)
        bend(pen, to);
    hui_curve_keep(pen, to);
}

void hui_basis_end(hui_curve_pen *pen)
{
    if (pen->count >= 3)
        bend(pen, pen->last[2]);
    if (pen->count >= 2)
        hui_curve_draw(pen, pen->last[2]);
    hui_curve_leave(pen, 1);
}

void hui_basis_open_point(hui_curve_pen *pen, hui_point to)
{
    if (pen->count == 2)
        hui_curve_enter(pen, mean(pen->last[1], 1, pen->last[2], 4, to, 1));
    if (pen->count >= 3)
        bend(pen, to);
    hui_curve_keep(pen, to);
}

void hui_basis_open_end(hui_curve_pen *pen)
{
    hui_curve_leave(pen, 3);
}

void hui_basis_closed_point(hui_curve_pen *pen, hui_point to)
{
    if (pen->count == 2)
        hui_curve_move(pen, mean(pen->last[1], 1, pen->last[2], 4, to, 1));
    if (pen->count >= 3)
        bend(pen, to);
    hui_curve_keep(pen, to);
}

void hui_basis_closed_end(hui_curve_pen *pen)
{
    const hui_point a = pen->first[0], b = pen->first[1];
    if (pen->count == 1) {
        hui_curve_move(pen, a);
        hui_path_close(pen->path);
    } else if (pen->count == 2) {
        hui_curve_move(pen, mean(a, 1, b, 2, b, 0));
        hui_curve_draw(pen, mean(a, 2, b, 1, b, 0));
        hui_path_close(pen->path);
    } else {
        for (int i = 0; i < 3; i++)
            hui_basis_closed_point(pen, pen->first[i]);
    }
}

void hui_bundle_point(hui_curve_pen *pen, hui_point to)
{
    *hui_vec_push(pen->path->arena, &pen->kept) = to;
}

void hui_bundle_end(hui_curve_pen *pen)
{
    const size_t count = pen->kept.count;
    const double share = pen->tension;
    for (size_t i = 0; count > 1 && i < count; i++) {
        const hui_point p = pen->kept.at[i], from = pen->kept.at[0], to = pen->kept.at[count - 1];
        const double t = (double)i / (double)(count - 1);
        hui_basis_point(pen, (hui_point){share * p.x + (1 - share) * (from.x + t * (to.x - from.x)),
                                         share * p.y + (1 - share) * (from.y + t * (to.y - from.y))});
    }
    hui_basis_end(pen);
}
