/* cycle: arrows in a circle, the last of which leads to the first. */
#include "structure/around.h"

#include <math.h>

typedef struct cycle {
    hui_list items;
    hui_string title;
} cycle;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(cycle, "the steps, clockwise"),
    HUI_FIELD(cycle, title, TEXT, "in the middle"),
};

static const double hole = 0.6, point_share = 0.3, most_point = 16, gap = 6; /* px between arrows */

static double point_of(double sweep)
{
    return fmin(sweep * point_share, most_point);
}

/* An arrow along the ring: its ends are angles. */
static void arrow(hui_path *path, const hui_ring_part *p)
{
    const double middle = (p->inner + p->outer) / 2;
    const double apart =
        fmin(gap / fmax(middle, 1) * 180 / HUI_PI, (p->to - p->from) / 2); /* in the smallest ring, too */
    const double from = p->from + apart / 2, to = p->to - apart / 2, point = point_of(to - from);
    const double tip_from = (from + point) * HUI_PI / 180, tip_to = (to + point) * HUI_PI / 180;
    hui_path_arc(path, p->x, p->y, p->outer, from, to);
    hui_path_line(path, p->x + middle * cos(tip_to), p->y + middle * sin(tip_to));
    hui_path_arc(path, p->x, p->y, p->inner, to, from);
    hui_path_line(path, p->x + middle * cos(tip_from), p->y + middle * sin(tip_from));
    hui_path_close(path);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const cycle *p = props;
    hui_around *around = HUI_NEW(b->arena, hui_around);
    *around = (hui_around){.items = p->items,
                           .title = p->title,
                           .from = -90,
                           .sweep = 360,
                           .lead = point_of(360 / fmax((double)p->items.count, 1)) / 2,
                           .inner = hole,
                           .outline = arrow,
                           .kind = "cycle"};
    return hui_around_build(b, around);
}

const hui_panel_kind hui_panel_cycle = {
    .record = {"cycle", "arrows in a circle", fields, HUI_FIELD_COUNT(fields), sizeof(cycle), NULL}, .build = build};
