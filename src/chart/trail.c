/* Trails: lines whose width changes from point to point, as the outlines of their pieces. */
#include "chart/outline.h"

#include <math.h>

/* From one point to the next, with round ends; a disc if they are at the same place. */
static void add_piece(hui_path *path, const hui_mark_item *a, const hui_mark_item *b)
{
    const double x1 = hui_coordinate(a->x), y1 = hui_coordinate(a->y), x2 = hui_coordinate(b->x),
                 y2 = hui_coordinate(b->y);
    const double w1 = hui_coordinate(a->symbol.size), w2 = hui_coordinate(b->symbol.size);
    const double r1 = fabs(w1 != 0 ? w1 : 1) / 2, r2 = fabs(w2 != 0 ? w2 : 1) / 2;
    const double dx = x2 - x1, dy = y2 - y1, length = hypot(dx, dy);
    if (length > 0) {
        const double ux = -dy / length, uy = dx / length, turn = atan2(uy, ux);
        hui_path_move(path, x1 - ux * r1, y1 - uy * r1);
        hui_path_line(path, x2 - ux * r2, y2 - uy * r2);
        hui_outline_arc(path, x2, y2, r2, turn - HUI_PI, turn);
        hui_path_line(path, x1 + ux * r1, y1 + uy * r1);
        hui_outline_arc(path, x1, y1, r1, turn, turn + HUI_PI);
    } else {
        hui_outline_arc(path, x2, y2, r2, 0, 2 * HUI_PI);
    }
    hui_path_close(path);
}

void hui_trail_outline(hui_path *path, const hui_mark *mark)
{
    for (size_t i = 1; i < mark->item_count; i++)
        if (!mark->items[i - 1].undefined && !mark->items[i].undefined)
            add_piece(path, &mark->items[i - 1], &mark->items[i]);
}
