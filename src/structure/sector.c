/* Sectors: parts of rings. */
#include "structure/sector.h"

#include <math.h>

static double radians(double degrees)
{
    return degrees * HUI_PI / 180;
}

hui_point hui_on_circle(hui_point center, double radius, double degrees)
{
    return (hui_point){center.x + radius * cos(radians(degrees)), center.y + radius * sin(radians(degrees))};
}

hui_point hui_sector_middle(hui_sector s)
{
    return hui_on_circle(s.center, (s.inner + s.outer) / 2, (s.from + s.to) / 2);
}

/* A whole ring is two circles that run against each other. */
void hui_path_sector(hui_path *path, hui_sector s)
{
    const double sweep = fmin(s.to - s.from, 360), to = s.from + sweep;
    const hui_point start = hui_on_circle(s.center, s.outer, s.from), turn = hui_on_circle(s.center, s.inner, to);
    hui_path_move(path, start.x, start.y);
    hui_path_arc(path, s.center.x, s.center.y, s.outer, s.from, to);
    if (sweep >= 360) {
        hui_path_close(path);
        hui_path_move(path, turn.x, turn.y);
    }
    if (s.inner > 0)
        hui_path_arc(path, s.center.x, s.center.y, s.inner, to, s.from);
    else
        hui_path_line(path, s.center.x, s.center.y);
    hui_path_close(path);
}

/* How far the point is from a ray from the centre, on the side to which angles grow. */
static double beyond_ray(hui_sector s, double degrees, hui_point p)
{
    return (p.y - s.center.y) * cos(radians(degrees)) - (p.x - s.center.x) * sin(radians(degrees));
}

static bool is_between_rays(hui_sector s, hui_point p, double pad)
{
    const bool after = beyond_ray(s, s.from, p) >= pad, before = beyond_ray(s, s.to, p) <= -pad;
    return s.to - s.from >= 180 ? after || before : after && before;
}

bool hui_sector_holds(hui_sector s, double width, double height, double pad)
{
    const hui_point m = hui_sector_middle(s);
    const double left = m.x - width / 2, top = m.y - height / 2;
    for (int i = 0; i < 4; i++) {
        const hui_point corner = {i & 1 ? left + width : left, i & 2 ? top + height : top};
        if (hypot(corner.x - s.center.x, corner.y - s.center.y) > s.outer - pad)
            return false;
        if (s.to - s.from < 360 && !is_between_rays(s, corner, pad))
            return false;
    }
    const double x = fmax(left, fmin(s.center.x, left + width)), y = fmax(top, fmin(s.center.y, top + height));
    return s.inner <= 0 || hypot(x - s.center.x, y - s.center.y) >= s.inner + pad;
}
