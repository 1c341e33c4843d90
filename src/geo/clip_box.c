/* Cutting at a box on the page. */
#include "geo/clip.h"

#define FAR 1e9 /* px: what is farther away is taken to be there */

static bool sees(const hui_geo_clip *clip, double x, double y)
{
    return clip->x0 <= x && x <= clip->x1 && clip->y0 <= y && y <= clip->y1;
}

/* Moves a's parameter t[0] or b's t[1] to where the line passes one side; `ahead` is what is left to it. */
static bool cut_side(double ahead, double step, double t[2])
{
    if (!(step < 0) && !(step > 0))
        return !(ahead > 0);
    const double at = ahead / step;
    if (step > 0) { /* comes in */
        if (at > t[1])
            return false;
        t[0] = at > t[0] ? at : t[0];
    } else {
        if (at < t[0])
            return false;
        t[1] = at < t[1] ? at : t[1];
    }
    return true;
}

/* The part of a line in the box (Liang and Barsky); false if there is none. */
static bool cut_segment(const hui_geo_clip *clip, hui_geo_vertex *a, hui_geo_vertex *b)
{
    const double ax = a->x, ay = a->y, dx = b->x - ax, dy = b->y - ay;
    double t[2] = {0, 1};
    if (!cut_side(clip->x0 - ax, dx, t) || !cut_side(ax - clip->x1, -dx, t) || !cut_side(clip->y0 - ay, dy, t) ||
        !cut_side(ay - clip->y1, -dy, t))
        return false;
    if (t[0] > 0)
        *a = (hui_geo_vertex){ax + t[0] * dx, ay + t[0] * dy, false};
    if (t[1] < 1)
        *b = (hui_geo_vertex){ax + t[1] * dx, ay + t[1] * dy, false};
    return true;
}

static double nearer(double at)
{
    return at > FAR ? FAR : at < -FAR ? -FAR : at;
}

/* A segment with an end outside. True if some of it is inside. */
static bool cut_across(const hui_geo_clip *clip, hui_geo_vertex from, hui_geo_vertex to, bool sees0, bool sees1,
                       hui_geo_lines *pieces)
{
    hui_geo_vertex a = from, b = to;
    if (!cut_segment(clip, &a, &b)) {
        if (sees0)
            hui_geo_lines_end(pieces);
        else if (sees1)
            hui_geo_lines_add(pieces, to.x, to.y);
        return sees0 || sees1;
    }
    if (!sees0)
        hui_geo_lines_add(pieces, a.x, a.y);
    hui_geo_lines_add(pieces, b.x, b.y);
    if (!sees1)
        hui_geo_lines_end(pieces);
    return true;
}

static unsigned cut(const hui_geo_clip *clip, hui_geo_line line, hui_geo_lines *pieces)
{
    unsigned how = HUI_GEO_UNCUT;
    bool seen0 = false;
    hui_geo_vertex from = {0};
    for (size_t i = 0; i < line.count; i++) {
        hui_geo_vertex to = line.at[i];
        const bool seen = sees(clip, to.x, to.y);
        if (seen && (seen0 || i == 0)) {
            hui_geo_lines_add(pieces, to.x, to.y);
        } else if (i > 0) {
            from = (hui_geo_vertex){nearer(from.x), nearer(from.y), false};
            to = (hui_geo_vertex){nearer(to.x), nearer(to.y), false};
            if (cut_across(clip, from, to, seen0, seen, pieces))
                how = 0;
        }
        from = to;
        seen0 = seen;
    }
    if (seen0)
        hui_geo_lines_end(pieces);
    const bool seen_first = line.count > 0 && sees(clip, line.at[0].x, line.at[0].y);
    return how | (seen_first && seen0 ? HUI_GEO_REJOIN : 0u);
}

/* Sides are numbered from the left one on, clockwise for `direction` 1; a corner belongs to the side that begins there. */
static int side_of(const hui_geo_clip *clip, hui_geo_vertex at, int direction)
{
    if (fabs(at.x - clip->x0) < HUI_GEO_EPSILON)
        return direction > 0 ? 0 : 3;
    if (fabs(at.x - clip->x1) < HUI_GEO_EPSILON)
        return direction > 0 ? 2 : 1;
    if (fabs(at.y - clip->y0) < HUI_GEO_EPSILON)
        return direction > 0 ? 1 : 0;
    return direction > 0 ? 3 : 2;
}

static hui_geo_rank rank(const hui_geo_clip *clip, hui_geo_vertex at)
{
    const int side = side_of(clip, at, 1);
    return (hui_geo_rank){side, side == 0 ? -at.y : side == 1 ? at.x : side == 2 ? at.y : -at.x};
}

static bool is_before(const hui_geo_clip *clip, hui_geo_vertex a, hui_geo_vertex b)
{
    const hui_geo_rank left = rank(clip, a), right = rank(clip, b);
    return left.part != right.part ? left.part < right.part : left.place < right.place;
}

static void follow(const hui_geo_clip *clip, const hui_geo_vertex *from, const hui_geo_vertex *to, int direction,
                   hui_geo_lines *out)
{
    int side = from ? side_of(clip, *from, direction) : 0;
    const int last = from ? side_of(clip, *to, direction) : 0;
    if (from && side == last && is_before(clip, *from, *to) == (direction > 0)) {
        hui_geo_lines_add(out, to->x, to->y);
        return;
    }
    do {
        hui_geo_lines_add(out, side == 0 || side == 3 ? clip->x0 : clip->x1, side > 1 ? clip->y1 : clip->y0);
        side = (side + direction + 4) % 4;
    } while (side != last);
}

/* How often a ring goes around the lower left corner, clockwise. */
static int windings(const hui_geo_clip *clip, hui_geo_line ring)
{
    int count = 0;
    for (size_t i = 0; i < ring.count; i++) {
        const hui_geo_vertex a = ring.at[i], b = ring.at[i + 1 < ring.count ? i + 1 : 0];
        const double left = (b.x - a.x) * (clip->y1 - a.y), right = (b.y - a.y) * (clip->x0 - a.x);
        if (a.y <= clip->y1)
            count += b.y > clip->y1 && left > right;
        else
            count -= b.y <= clip->y1 && left < right;
    }
    return count;
}

static bool start_inside(const hui_geo_clip *clip, const hui_geo_lines *rings, bool is_cut)
{
    (void)is_cut;
    int count = 0;
    for (size_t i = 0; i < rings->ends.count; i++)
        count += windings(clip, hui_geo_lines_at(rings, i));
    return count != 0;
}

hui_geo_clip hui_geo_clip_box(double x0, double y0, double x1, double y1)
{
    return (hui_geo_clip){.sees = sees,
                          .cut = cut,
                          .follow = follow,
                          .rank = rank,
                          .start_inside = start_inside,
                          .x0 = x0,
                          .y0 = y0,
                          .x1 = x1,
                          .y1 = y1};
}
