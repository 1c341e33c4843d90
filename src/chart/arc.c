/* Arcs: sectors of discs and rings, with padding between them and rounded corners, as d3-shape draws them. */
#include "chart/outline.h"

#include <math.h>

static const double NOTHING = 1e-12;

/* A sector while it is being drawn: radii and angles of both rings, after padding. */
typedef struct sector {
    double inner, outer;
    double inner_start, inner_end, outer_start, outer_end; /* clockwise from 3 o'clock */
    double inner_angle, outer_angle;                       /* what is left of it; 0: the ring shrank to a point */
    double corner, inner_corner, outer_corner;             /* asked for, and what there is room for */
    bool clockwise;
} sector;

static hui_point on_circle(double r, double angle)
{
    return (hui_point){r * cos(angle), r * sin(angle)};
}

static double safe_asin(double x)
{
    return asin(fmax(-1, fmin(1, x)));
}

/* Takes half the padding off each end of a ring; the same width at both rings, so that gaps have parallel sides. */
static double pad_ring(double width, double r, bool clockwise, double angle, double *start, double *end)
{
    const double off = safe_asin(r > 0 ? width / r : 1), left = angle - 2 * off, direction = clockwise ? 1 : -1;
    if (left > NOTHING) {
        *start += off * direction;
        *end -= off * direction;
        return left;
    }
    *start = *end = (*start + *end) / 2;
    return 0;
}

static void pad(sector *s, double angle)
{
    const double whole = s->inner_angle, radius = hypot(s->inner, s->outer);
    if (!(angle > NOTHING && radius > NOTHING))
        return;
    const double width = radius * sin(angle);
    s->inner_angle = pad_ring(width, s->inner, s->clockwise, whole, &s->inner_start, &s->inner_end);
    s->outer_angle = pad_ring(width, s->outer, s->clockwise, whole, &s->outer_start, &s->outer_end);
}

/* Where the lines a-b and c-d meet; false if they are parallel. */
static bool intersect(hui_point a, hui_point b, hui_point c, hui_point d, hui_point *meeting)
{
    const double abx = b.x - a.x, aby = b.y - a.y, cdx = d.x - c.x, cdy = d.y - c.y;
    const double across = cdy * abx - cdx * aby;
    if (across * across < NOTHING)
        return false;
    const double t = (cdx * (a.y - c.y) - cdy * (a.x - c.x)) / across;
    *meeting = (hui_point){a.x + t * abx, a.y + t * aby};
    return true;
}

/* In less than half a turn the corners must fit between the sides, which meet in a point. */
static void fit_corners(sector *s, double angle)
{
    s->inner_corner = s->outer_corner = s->corner;
    if (!(s->corner > NOTHING) || !(angle < HUI_PI))
        return;
    const hui_point from = on_circle(s->outer, s->outer_start), to = on_circle(s->outer, s->outer_end);
    hui_point tip;
    if (!intersect(from, on_circle(s->inner, s->inner_start), to, on_circle(s->inner, s->inner_end), &tip)) {
        s->inner_corner = s->outer_corner = 0;
        return;
    }
    const double ax = from.x - tip.x, ay = from.y - tip.y, bx = to.x - tip.x, by = to.y - tip.y;
    const double cosine = (ax * bx + ay * by) / (hypot(ax, ay) * hypot(bx, by));
    const double k = 1 / sin(acos(fmax(-1, fmin(1, cosine))) / 2), l = hypot(tip.x, tip.y);
    s->inner_corner = fmin(s->corner, (s->inner - l) / (k - 1));
    s->outer_corner = fmin(s->corner, (s->outer - l) / (k + 1));
}

/* A rounded corner's circle, and from its centre where it leaves the side and where it meets the ring. */
typedef struct corner {
    hui_point centre, side, ring;
} corner;

/* The circle of radius |rc| that touches the ring of radius r1 from inside (rc > 0) or outside and the line from `far`
 * to `near`, the end of the side at the ring: its centre is on a parallel to the side and on a circle around 0. */
static corner find_corner(hui_point far, hui_point near, double r1, double rc, bool clockwise)
{
    const double x = far.x - near.x, y = far.y - near.y;
    const double shift = (clockwise ? rc : -rc) / hypot(x, y), ox = shift * y, oy = -shift * x;
    const hui_point a = {far.x + ox, far.y + oy}, b = {near.x + ox, near.y + oy};
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy, r = r1 - rc, cross = a.x * b.y - b.x * a.y;
    const double root = (dy < 0 ? -1 : 1) * sqrt(fmax(0, r * r * square - cross * cross));
    const hui_point p = {(cross * dy - dx * root) / square, (-cross * dx - dy * root) / square};
    const hui_point q = {(cross * dy + dx * root) / square, (-cross * dx + dy * root) / square};
    const hui_point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    const bool p_is_nearer = hypot(p.x - middle.x, p.y - middle.y) <= hypot(q.x - middle.x, q.y - middle.y);
    const hui_point c = p_is_nearer ? p : q;
    return (corner){c, {-ox, -oy}, {c.x * (r1 / r - 1), c.y * (r1 / r - 1)}};
}

/* An arc from one angle to another that turns the way it is told, as canvas takes them. */
static void add_arc(hui_path *path, hui_point centre, double r, double from, double to, bool clockwise)
{
    const double turn = 2 * HUI_PI;
    double sweep = clockwise ? to - from : from - to;
    if (sweep < 0)
        sweep = fmod(sweep, turn) + turn;
    if (sweep > turn)
        sweep = turn;
    hui_outline_arc(path, centre.x, centre.y, r, from, clockwise ? from + sweep : from - sweep);
}

static double angle_of(hui_point p)
{
    return atan2(p.y, p.x);
}

static hui_point sum(hui_point a, hui_point b)
{
    return (hui_point){a.x + b.x, a.y + b.y};
}

/* Corner, ring, corner; one arc if the corners have merged. `ring_clockwise`: the inner ring is drawn backwards. */
static void add_rounded(hui_path *path, const sector *s, corner a, corner b, double r, double radius,
                        bool ring_clockwise)
{
    if (radius < s->corner) {
        add_arc(path, a.centre, radius, angle_of(a.side), angle_of(b.side), s->clockwise);
        return;
    }
    add_arc(path, a.centre, radius, angle_of(a.side), angle_of(a.ring), s->clockwise);
    add_arc(path, (hui_point){0, 0}, r, angle_of(sum(a.centre, a.ring)), angle_of(sum(b.centre, b.ring)),
            ring_clockwise);
    add_arc(path, b.centre, radius, angle_of(b.ring), angle_of(b.side), s->clockwise);
}

static void add_outer(hui_path *path, const sector *s)
{
    const hui_point from = on_circle(s->outer, s->outer_start), to = on_circle(s->outer, s->outer_end);
    const double radius = s->outer_corner;
    if (s->outer_angle > NOTHING && radius > NOTHING) {
        corner a = find_corner(on_circle(s->inner, s->inner_start), from, s->outer, radius, s->clockwise);
        corner b = find_corner(to, on_circle(s->inner, s->inner_end), s->outer, radius, s->clockwise);
        hui_path_move(path, a.centre.x + a.side.x, a.centre.y + a.side.y);
        add_rounded(path, s, a, b, s->outer, radius, s->clockwise);
        return;
    }
    hui_path_move(path, from.x, from.y);
    if (s->outer_angle > NOTHING)
        add_arc(path, (hui_point){0, 0}, s->outer, s->outer_start, s->outer_end, s->clockwise);
}

static void add_inner(hui_path *path, const sector *s)
{
    const hui_point from = on_circle(s->inner, s->inner_end), to = on_circle(s->inner, s->inner_start);
    const double radius = s->inner_corner;
    if (!(s->inner > NOTHING) || !(s->inner_angle > NOTHING)) {
        hui_path_line(path, from.x, from.y);
        return;
    }
    if (radius > NOTHING) {
        corner a = find_corner(from, on_circle(s->outer, s->outer_end), s->inner, -radius, s->clockwise);
        corner b = find_corner(on_circle(s->outer, s->outer_start), to, s->inner, -radius, s->clockwise);
        hui_path_line(path, a.centre.x + a.side.x, a.centre.y + a.side.y);
        add_rounded(path, s, a, b, s->inner, radius, !s->clockwise);
        return;
    }
    add_arc(path, (hui_point){0, 0}, s->inner, s->inner_end, s->inner_start, !s->clockwise);
}

static void add_whole(hui_path *path, const sector *s, double start, double end)
{
    hui_outline_arc(path, 0, 0, s->outer, start, end);
    if (!(s->inner > NOTHING))
        return;
    const hui_point hole = on_circle(s->inner, end);
    hui_path_move(path, hole.x, hole.y);
    hui_outline_arc(path, 0, 0, s->inner, end, start);
}

void hui_arc_outline(hui_path *path, const hui_mark_item *item)
{
    const double start = hui_coordinate(item->arc.start) - HUI_PI / 2, end = hui_coordinate(item->arc.end) - HUI_PI / 2;
    const double angle = fabs(end - start), a = hui_coordinate(item->arc.inner), b = hui_coordinate(item->arc.outer);
    sector s = {.inner = fmax(0, fmin(a, b)),
                .outer = fmax(a, b),
                .inner_start = start,
                .inner_end = end,
                .outer_start = start,
                .outer_end = end,
                .inner_angle = angle,
                .outer_angle = angle,
                .clockwise = end > start};
    if (!(s.outer > NOTHING)) {
        hui_path_move(path, 0, 0);
    } else if (angle > 2 * HUI_PI - NOTHING) {
        add_whole(path, &s, start, end);
    } else {
        s.corner = fmin((s.outer - s.inner) / 2, fmax(0, hui_coordinate(item->arc.corner_radius)));
        pad(&s, hui_coordinate(item->arc.pad_angle) / 2);
        fit_corners(&s, angle);
        add_outer(path, &s);
        add_inner(path, &s);
    }
    hui_path_close(path);
}
