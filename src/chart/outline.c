/* Outlines of marks: circles' arcs, and which outline a mark has. */
#include "chart/outline.h"

#include "chart/curve.h"

#include <math.h>

double hui_coordinate(double value)
{
    const double most = 1e6;
    return isnan(value) ? 0 : fmax(-most, fmin(most, value));
}

/* The first multiple of a quarter turn beyond `angle`, at least a little. */
static double next_quarter(double angle, double direction)
{
    const double quarter = HUI_PI / 2, turns = angle / quarter * direction;
    return (floor(turns + 1e-9) + 1) * quarter * direction;
}

static void add_piece(hui_path *path, hui_point centre, double r, double from, double to)
{
    const double k = r * 4 / 3 * tan((to - from) / 4); /* distance of the controls from the ends */
    const double ca = cos(from), sa = sin(from), cb = cos(to), sb = sin(to);
    hui_path_curve(path, centre.x + r * ca - k * sa, centre.y + r * sa + k * ca, centre.x + r * cb + k * sb,
                   centre.y + r * sb - k * cb, centre.x + r * cb, centre.y + r * sb);
}

void hui_outline_arc(hui_path *path, double x, double y, double r, double from, double to)
{
    const double direction = to < from ? -1 : 1, most = 2 * HUI_PI;
    if (fabs(to - from) > most)
        to = from + direction * most;
    const hui_point start = {x + r * cos(from), y + r * sin(from)};
    const bool open = path->verb_count && path->verbs[path->verb_count - 1] != HUI_PATH_CLOSE;
    const hui_point *pen = open ? &path->points[path->point_count - 1] : NULL;
    if (!pen)
        hui_path_move(path, start.x, start.y);
    else if (fabs(pen->x - start.x) > 1e-6 || fabs(pen->y - start.y) > 1e-6)
        hui_path_line(path, start.x, start.y);
    for (double at = from, end; direction * (to - at) > 1e-9; at = end) {
        end = next_quarter(at, direction);
        if (direction * (end - to) > 0)
            end = to;
        add_piece(path, (hui_point){x, y}, r, at, end);
    }
}

void hui_item_outline(hui_path *path, hui_mark_type type, const hui_mark_item *item)
{
    const size_t first = path->point_count;
    hui_matrix place = hui_matrix_translate(hui_coordinate(item->x), hui_coordinate(item->y));
    if (type == HUI_MARK_SYMBOL) {
        hui_symbol_outline(path, item->symbol.shape, item->symbol.size);
        place = hui_matrix_multiply(place, hui_matrix_rotate_at(hui_coordinate(item->symbol.angle), 0, 0));
    } else if (type == HUI_MARK_ARC) {
        hui_arc_outline(path, item);
    } else if (type == HUI_MARK_PATH && item->shape.path) {
        hui_path_add(path, item->shape.path, place);
        return;
    }
    hui_path_transform(path, first, place);
}

void hui_mark_outline(hui_path *path, const hui_mark *mark)
{
    if (mark->type == HUI_MARK_AREA)
        hui_curve_area(path, mark);
    else if (mark->type == HUI_MARK_TRAIL)
        hui_trail_outline(path, mark);
    else
        hui_curve_line(path, mark);
}
