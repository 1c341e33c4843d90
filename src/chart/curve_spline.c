/* Splines through all points: cardinal ones, and Catmull-Rom's, whose tangents heed how far apart the points are. */
#include "chart/curve_pen.h"

#include <math.h>

static const double NOTHING = 1e-12;

static void bend_cardinal(hui_curve_pen *pen, hui_point to)
{
    const hui_point a = pen->last[0], b = pen->last[1], c = pen->last[2];
    const double k = (1 - pen->tension) / 6;
    hui_curve_bend(pen, (hui_point){b.x + k * (c.x - a.x), b.y + k * (c.y - a.y)},
                   (hui_point){c.x + k * (b.x - to.x), c.y + k * (b.y - to.y)}, c);
}

/* The control beside `at`, between `far`, whose distance is the `before`th, and `near`. */
static hui_point chordal_control(const hui_curve_pen *pen, hui_point far, hui_point at, hui_point near, int before)
{
    const double step = pen->step[before], square = pen->square[before];
    if (!(step > NOTHING))
        return at;
    const double between = pen->step[1], between_square = pen->square[1];
    const double own = 2 * square + 3 * step * between + between_square, all = 3 * step * (step + between);
    return (hui_point){(at.x * own - far.x * between_square + near.x * square) / all,
                       (at.y * own - far.y * between_square + near.y * square) / all};
}

static void bend_chordal(hui_curve_pen *pen, hui_point to)
{
    const hui_point a = pen->last[0], b = pen->last[1], c = pen->last[2];
    hui_curve_bend(pen, chordal_control(pen, a, b, c, 0), chordal_control(pen, to, c, b, 2), c);
}

/* From the last point but one to the last, when the next is known. */
static void bend(hui_curve_pen *pen, hui_point to)
{
    if (pen->chordal)
        bend_chordal(pen, to);
    else
        bend_cardinal(pen, to);
}

static void measure(hui_curve_pen *pen, hui_point to)
{
    if (pen->count == 0)
        return;
    const double x = pen->last[2].x - to.x, y = pen->last[2].y - to.y;
    pen->square[2] = pow(x * x + y * y, pen->tension);
    pen->step[2] = sqrt(pen->square[2]);
}

static void keep(hui_curve_pen *pen, hui_point to)
{
    for (int i = 0; i < 2; i++) {
        pen->step[i] = pen->step[i + 1];
        pen->square[i] = pen->square[i + 1];
    }
    hui_curve_keep(pen, to);
}

void hui_spline_point(hui_curve_pen *pen, hui_point to)
{
    measure(pen, to);
    if (pen->count == 0)
        hui_curve_enter(pen, to);
    if (pen->count >= 2)
        bend(pen, to);
    keep(pen, to);
    if (pen->count == 2) /* before the first point there is none: no tangent there */
        pen->last[0] = to;
}

void hui_spline_end(hui_curve_pen *pen)
{
    if (pen->count == 2)
        hui_curve_draw(pen, pen->last[2]);
    if (pen->count >= 3 && pen->chordal)
        hui_spline_point(pen, pen->last[2]);
    else if (pen->count >= 3)
        bend_cardinal(pen, pen->last[1]);
    hui_curve_leave(pen, 1);
}

void hui_spline_open_point(hui_curve_pen *pen, hui_point to)
{
    measure(pen, to);
    if (pen->count == 2)
        hui_curve_enter(pen, pen->last[2]);
    if (pen->count >= 3)
        bend(pen, to);
    keep(pen, to);
}

void hui_spline_open_end(hui_curve_pen *pen)
{
    hui_curve_leave(pen, 3);
}

void hui_spline_closed_point(hui_curve_pen *pen, hui_point to)
{
    measure(pen, to);
    if (pen->count == 1)
        hui_curve_move(pen, to);
    if (pen->count >= 3)
        bend(pen, to);
    keep(pen, to);
}

void hui_spline_closed_end(hui_curve_pen *pen)
{
    if (pen->count >= 3) {
        for (int i = 0; i < 3; i++)
            hui_spline_closed_point(pen, pen->first[i]);
        return;
    }
    if (pen->count == 1)
        hui_curve_move(pen, pen->first[0]);
    else
        hui_curve_draw(pen, pen->first[0]);
    hui_path_close(pen->path);
}
