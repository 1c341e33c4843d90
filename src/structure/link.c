/* Links: lines from box to box. */
#include "structure/link.h"

#include <math.h>

const hui_word hui_link_shape_words[] = {{"elbow", "in right angles"}, {"straight", NULL}, {"curved", NULL}, {0}};

static const double corner = 10;

/* From `a` around the corner at `b` on towards `c`. */
static void turn(hui_path *path, hui_point a, hui_point b, hui_point c)
{
    const double first = hypot(b.x - a.x, b.y - a.y), second = hypot(c.x - b.x, c.y - b.y);
    const double r = fmin(corner, fmin(first, second / 2));
    if (r < 1) {
        hui_path_line(path, b.x, b.y);
        return;
    }
    hui_path_line(path, b.x + (a.x - b.x) * r / first, b.y + (a.y - b.y) * r / first);
    hui_path_quad(path, b.x, b.y, b.x + (c.x - b.x) * r / second, b.y + (c.y - b.y) * r / second);
}

static void add_elbow(hui_path *path, hui_point from, hui_point to, bool upright, double bend)
{
    const hui_point first = upright ? (hui_point){from.x, bend} : (hui_point){bend, from.y},
                    second = upright ? (hui_point){to.x, bend} : (hui_point){bend, to.y};
    if (fabs(upright ? to.x - from.x : to.y - from.y) >= 1) {
        turn(path, from, first, second);
        turn(path, first, second, to);
    }
    hui_path_line(path, to.x, to.y);
}

void hui_path_link(hui_path *path, hui_link_shape shape, hui_point from, hui_point to, bool upright, double bend)
{
    hui_path_move(path, from.x, from.y);
    switch (shape) {
    case HUI_LINK_ELBOW:
        add_elbow(path, from, to, upright, bend);
        break;
    case HUI_LINK_STRAIGHT:
        hui_path_line(path, to.x, to.y);
        break;
    case HUI_LINK_CURVED:
        if (upright)
            hui_path_curve(path, from.x, (from.y + to.y) / 2, to.x, (from.y + to.y) / 2, to.x, to.y);
        else
            hui_path_curve(path, (from.x + to.x) / 2, from.y, (from.x + to.x) / 2, to.y, to.x, to.y);
        break;
    }
}
