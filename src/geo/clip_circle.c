/* Cutting at a circle on the sphere: what a globe shows of itself. */
#include "geo/clip.h"

#define TAU (2 * HUI_GEO_PI)
#define STEP (2 * HUI_GEO_RADIANS) /* between points of the circle */

static bool sees(const hui_geo_clip *clip, double x, double y)
{
    return cos(x) * cos(y) > clip->cosine;
}

/* Sides of the box around the smaller part that a point is beyond: two points beyond the same side do not meet it. */
static unsigned beyond(const hui_geo_clip *clip, double x, double y)
{
    const double r = clip->is_small ? clip->radius : HUI_GEO_PI - clip->radius;
    const unsigned aside = x < -r ? 1 : x > r ? 2 : 0;
    return aside | (y < -r ? 4u : y > r ? 8u : 0u);
}

/* What a great circle has in common with the clip circle, as centre + direction * t. */
typedef struct meeting {
    hui_geo_vector centre, direction;
    double middle, half; /* of t */
} meeting;

static bool find_meeting(const hui_geo_clip *clip, hui_geo_vertex a, hui_geo_vertex b, meeting *found)
{
    const hui_geo_vector n1 = {1, 0, 0};
    const hui_geo_vector n2 = hui_geo_cross(hui_geo_cartesian(a.x, a.y), hui_geo_cartesian(b.x, b.y));
    const double n2n2 = hui_geo_dot(n2, n2), n1n2 = n2.x, determinant = n2n2 - n1n2 * n1n2;
    if (!(determinant < 0) && !(determinant > 0))
        return false;
    const double c1 = clip->cosine * n2n2 / determinant, c2 = -clip->cosine * n1n2 / determinant;
    found->centre = hui_geo_sum(hui_geo_scaled(n1, c1), hui_geo_scaled(n2, c2));
    found->direction = hui_geo_cross(n1, n2);
    const double w = hui_geo_dot(found->centre, found->direction), uu = hui_geo_dot(found->direction, found->direction);
    const double square = w * w - uu * (hui_geo_dot(found->centre, found->centre) - 1);
    if (!(square >= 0))
        return false;
    found->middle = -w / uu;
    found->half = sqrt(square) / uu;
    return true;
}

static hui_geo_vertex meeting_at(const meeting *m, double t)
{
    return hui_geo_spherical(hui_geo_sum(hui_geo_scaled(m->direction, t), m->centre));
}

/* Where the line from a to b leaves the circle; a itself if that cannot be told. */
static hui_geo_vertex leave(const hui_geo_clip *clip, hui_geo_vertex a, hui_geo_vertex b)
{
    meeting m;
    return find_meeting(clip, a, b, &m) ? meeting_at(&m, m.middle - m.half) : (hui_geo_vertex){a.x, a.y, false};
}

/* Whether q, on their great circle, is between two points. */
static bool is_between(hui_geo_vertex q, hui_geo_vertex a, hui_geo_vertex b)
{
    const hui_geo_vertex west = b.x < a.x ? b : a, east = b.x < a.x ? a : b;
    const double delta = east.x - west.x;
    if (fabs(delta - HUI_GEO_PI) < HUI_GEO_EPSILON) /* over a pole */
        return (a.y + b.y > 0) != (q.y < (fabs(q.x - west.x) < HUI_GEO_EPSILON ? a.y : b.y));
    if (delta < HUI_GEO_EPSILON)
        return fmin(a.y, b.y) <= q.y && q.y <= fmax(a.y, b.y);
    return (delta > HUI_GEO_PI) != (west.x <= q.x && q.x <= east.x);
}

/* Both points at which a line with its ends on the same side passes the circle. */
static bool pass(const hui_geo_clip *clip, hui_geo_vertex a, hui_geo_vertex b, hui_geo_vertex at[2])
{
    meeting m;
    if (!find_meeting(clip, a, b, &m))
        return false;
    at[0] = meeting_at(&m, m.middle - m.half);
    at[1] = meeting_at(&m, m.middle + m.half);
    return is_between(at[0], a, b);
}

static void add_cut(hui_geo_lines *pieces, hui_geo_vertex at)
{
    *hui_vec_push(pieces->arena, &pieces->points) = (hui_geo_vertex){at.x, at.y, true};
}

/* A line's end and its successor are on one side, and it goes over to the other in between. */
static bool pass_over(const hui_geo_clip *clip, hui_geo_vertex from, hui_geo_vertex to, hui_geo_lines *pieces)
{
    hui_geo_vertex at[2];
    if (!pass(clip, to, from, at))
        return false;
    if (clip->is_small) {
        hui_geo_lines_add(pieces, at[0].x, at[0].y);
        hui_geo_lines_add(pieces, at[1].x, at[1].y);
        hui_geo_lines_end(pieces);
    } else {
        hui_geo_lines_add(pieces, at[1].x, at[1].y);
        hui_geo_lines_end(pieces);
        add_cut(pieces, at[0]);
    }
    return true;
}

static unsigned cut(const hui_geo_clip *clip, hui_geo_line line, hui_geo_lines *pieces)
{
    unsigned how = HUI_GEO_UNCUT, code0 = 0;
    bool seen0 = false, seen_first = false;
    hui_geo_vertex from = {0};
    for (size_t i = 0; i < line.count; i++) {
        const hui_geo_vertex to = line.at[i];
        const bool seen = sees(clip, to.x, to.y);
        const unsigned code =
            seen == clip->is_small ? 0 : beyond(clip, seen ? to.x + (to.x < 0 ? HUI_GEO_PI : -HUI_GEO_PI) : to.x, to.y);
        if (i == 0)
            seen_first = seen0 = seen;
        if (seen != seen0) {
            how = 0;
            if (seen) {
                from = leave(clip, to, from);
                hui_geo_lines_add(pieces, from.x, from.y);
            } else {
                from = leave(clip, from, to);
                add_cut(pieces, from);
                hui_geo_lines_end(pieces);
            }
        } else if (i > 0 && !clip->is_hemisphere && clip->is_small != seen && !(code & code0) &&
                   pass_over(clip, from, to, pieces)) {
            how = 0;
        }
        if (seen && (i == 0 || !hui_geo_same_place(from, to)))
            hui_geo_lines_add(pieces, to.x, to.y);
        from = to;
        seen0 = seen;
        code0 = code;
    }
    if (seen0)
        hui_geo_lines_end(pieces);
    return how | (seen_first && seen0 ? HUI_GEO_REJOIN : 0u);
}

/* The angle of a point of the circle, clockwise. */
static double angle_of(const hui_geo_clip *clip, hui_geo_vertex at)
{
    hui_geo_vector v = hui_geo_cartesian(at.x, at.y);
    v.x -= clip->cosine;
    v = hui_geo_unit(v);
    const double angle = hui_geo_acos(-v.y);
    return fmod((-v.z < 0 ? -angle : angle) + TAU - HUI_GEO_EPSILON, TAU);
}

static void follow(const hui_geo_clip *clip, const hui_geo_vertex *from, const hui_geo_vertex *to, int direction,
                   hui_geo_lines *out)
{
    const double sine = sin(clip->radius), step = direction * STEP;
    double first = clip->radius + direction * TAU, last = clip->radius - step / 2;
    if (from) {
        first = angle_of(clip, *from);
        last = angle_of(clip, *to);
        if (direction > 0 ? first < last : first > last)
            first += direction * TAU;
    }
    for (double t = first; direction > 0 ? t > last : t < last; t -= step) {
        const hui_geo_vertex at = hui_geo_spherical((hui_geo_vector){clip->cosine, -sine * cos(t), -sine * sin(t)});
        hui_geo_lines_add(out, at.x, at.y);
    }
}

static bool start_inside(const hui_geo_clip *clip, const hui_geo_lines *rings, bool is_cut)
{
    (void)is_cut;
    return clip->is_small ? hui_geo_polygon_contains(rings, 0, -clip->radius)
                          : hui_geo_polygon_contains(rings, -HUI_GEO_PI, clip->radius - HUI_GEO_PI);
}

hui_geo_clip hui_geo_clip_circle(double radius)
{
    const double cosine = cos(radius);
    return (hui_geo_clip){.sees = sees,
                          .cut = cut,
                          .follow = follow,
                          .rank = hui_geo_sphere_rank,
                          .start_inside = start_inside,
                          .radius = radius,
                          .cosine = cosine,
                          .is_small = cosine > 0,
                          .is_hemisphere = fabs(cosine) <= HUI_GEO_EPSILON};
}
