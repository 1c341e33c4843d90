/* Curves: the table of them, the pen they share, lines and areas as stretches of points; straight and stepped ones. */
#include "chart/curve.h"

#include "chart/curve_pen.h"
#include "chart/outline.h"

#include <math.h>
#include <string.h>

static bool is_open(const hui_path *path)
{
    return path->verb_count && path->verbs[path->verb_count - 1] != HUI_PATH_CLOSE;
}

void hui_curve_move(hui_curve_pen *pen, hui_point to)
{
    hui_path_move(pen->path, to.x, to.y);
}

void hui_curve_draw(hui_curve_pen *pen, hui_point to)
{
    if (is_open(pen->path))
        hui_path_line(pen->path, to.x, to.y);
    else
        hui_path_move(pen->path, to.x, to.y);
}

void hui_curve_bend(hui_curve_pen *pen, hui_point a, hui_point b, hui_point to)
{
    if (!is_open(pen->path))
        hui_path_move(pen->path, a.x, a.y);
    hui_path_curve(pen->path, a.x, a.y, b.x, b.y, to.x, to.y);
}

void hui_curve_enter(hui_curve_pen *pen, hui_point to)
{
    if (pen->edge == HUI_EDGE_BACK)
        hui_curve_draw(pen, to);
    else
        hui_curve_move(pen, to);
}

void hui_curve_leave(hui_curve_pen *pen, size_t dot)
{
    if (pen->edge == HUI_EDGE_BACK || (pen->edge == HUI_EDGE_LINE && pen->count == dot))
        hui_path_close(pen->path);
}

void hui_curve_keep(hui_curve_pen *pen, hui_point to)
{
    if (pen->count < 3)
        pen->first[pen->count] = to;
    pen->last[0] = pen->last[1];
    pen->last[1] = pen->last[2];
    pen->last[2] = to;
    pen->count++;
}

/* Straight lines
 * -------------- */

static void linear_point(hui_curve_pen *pen, hui_point to)
{
    if (pen->count == 0)
        hui_curve_enter(pen, to);
    else
        hui_curve_draw(pen, to);
    hui_curve_keep(pen, to);
}

static void linear_end(hui_curve_pen *pen)
{
    hui_curve_leave(pen, 1);
}

static void linear_closed_point(hui_curve_pen *pen, hui_point to)
{
    if (pen->count == 0)
        hui_curve_move(pen, to);
    else
        hui_curve_draw(pen, to);
    hui_curve_keep(pen, to);
}

static void linear_closed_end(hui_curve_pen *pen)
{
    if (pen->count)
        hui_path_close(pen->path);
}

/* Where between two points the step is; on the way back seen from the other side. */
static double step_share(const hui_curve_pen *pen)
{
    return pen->edge == HUI_EDGE_BACK ? 1 - pen->tension : pen->tension;
}

static void step_point(hui_curve_pen *pen, hui_point to)
{
    const double share = step_share(pen);
    const hui_point from = pen->last[2];
    if (pen->count == 0) {
        hui_curve_enter(pen, to);
    } else if (share <= 0) {
        hui_curve_draw(pen, (hui_point){from.x, to.y});
        hui_curve_draw(pen, to);
    } else {
        const double x = from.x * (1 - share) + to.x * share;
        hui_curve_draw(pen, (hui_point){x, from.y});
        hui_curve_draw(pen, (hui_point){x, to.y});
    }
    hui_curve_keep(pen, to);
}

static void step_end(hui_curve_pen *pen)
{
    const double share = step_share(pen);
    if (share > 0 && share < 1 && pen->count >= 2)
        hui_curve_draw(pen, pen->last[2]);
    hui_curve_leave(pen, 1);
}

/* Stretches
 * --------- */

static const hui_curve curves[] = {
    {"linear", linear_point, linear_end, 0, false, false},
    {"linear-closed", linear_closed_point, linear_closed_end, 0, false, false},
    {"step", step_point, step_end, 0.5, false, false},
    {"step-before", step_point, step_end, 0, false, false},
    {"step-after", step_point, step_end, 1, false, false},
    {"basis", hui_basis_point, hui_basis_end, 0, false, false},
    {"basis-open", hui_basis_open_point, hui_basis_open_end, 0, false, false},
    {"basis-closed", hui_basis_closed_point, hui_basis_closed_end, 0, false, false},
    {"bundle", hui_bundle_point, hui_bundle_end, 0.85, true, false},
    {"cardinal", hui_spline_point, hui_spline_end, 0, true, false},
    {"cardinal-open", hui_spline_open_point, hui_spline_open_end, 0, true, false},
    {"cardinal-closed", hui_spline_closed_point, hui_spline_closed_end, 0, true, false},
    {"catmull-rom", hui_spline_point, hui_spline_end, 0.5, true, true},
    {"catmull-rom-open", hui_spline_open_point, hui_spline_open_end, 0.5, true, true},
    {"catmull-rom-closed", hui_spline_closed_point, hui_spline_closed_end, 0.5, true, true},
    {"monotone", hui_monotone_point, hui_monotone_end, 0, false, false},
    {"natural", hui_natural_point, hui_natural_end, 0, false, false},
};

static const hui_curve *find_curve(const char *name)
{
    for (size_t i = 0; name && i < sizeof curves / sizeof *curves; i++)
        if (strcmp(curves[i].name, name) == 0)
            return &curves[i];
    return &curves[0];
}

static hui_curve_pen pen_for(hui_path *path, const hui_mark *mark, const hui_curve *curve, hui_edge edge)
{
    return (hui_curve_pen){
        .path = path,
        .edge = edge,
        .tension = curve->tense && mark->tension != 0 ? fmax(curve->chordal ? 0 : -10, fmin(10, mark->tension)) : curve->tension,
        .sideways = mark->sideways,
        .chordal = curve->chordal,
    };
}

/* The end of the stretch without gaps that begins at `from`. */
static size_t stretch_end(const hui_mark *mark, size_t from)
{
    while (from < mark->item_count && !mark->items[from].undefined)
        from++;
    return from;
}

void hui_curve_line(hui_path *path, const hui_mark *mark)
{
    const hui_curve *curve = find_curve(mark->interpolate);
    for (size_t from = 0, end; from < mark->item_count; from = end + 1) {
        end = stretch_end(mark, from);
        hui_curve_pen pen = pen_for(path, mark, curve, HUI_EDGE_LINE);
        for (size_t i = from; i < end; i++)
            curve->point(&pen, (hui_point){hui_coordinate(mark->items[i].x), hui_coordinate(mark->items[i].y)});
        if (end > from)
            curve->end(&pen);
    }
}

void hui_curve_area(hui_path *path, const hui_mark *mark)
{
    const hui_curve *curve = find_curve(mark->interpolate);
    for (size_t from = 0, end; from < mark->item_count; from = end + 1) {
        end = stretch_end(mark, from);
        if (end == from)
            continue;
        hui_curve_pen out = pen_for(path, mark, curve, HUI_EDGE_OUT), back = pen_for(path, mark, curve, HUI_EDGE_BACK);
        for (size_t i = from; i < end; i++)
            curve->point(&out, (hui_point){hui_coordinate(mark->items[i].x), hui_coordinate(mark->items[i].y)});
        curve->end(&out);
        for (size_t i = end; i-- > from;)
            curve->point(&back, (hui_point){hui_coordinate(mark->items[i].x2), hui_coordinate(mark->items[i].y2)});
        curve->end(&back);
    }
}
