/* Whether a point lies inside a polygon on the sphere, by its windings around a pole and the edges between that and the point. */
#include "geo/sphere.h"

#define TAU (2 * HUI_GEO_PI)

/* What is known of a polygon after some of its edges. */
typedef struct windings {
    double longitude, latitude; /* of the point */
    hui_geo_vector normal;      /* of its meridian */
    double angle;               /* around the poles */
    hui_geo_adder area;         /* half of it, on the south pole's side */
    bool crossed;               /* an odd number of edges lie between the point and the south pole */
} windings;

typedef struct corner {
    hui_geo_vertex at;
    double longitude, sine, cosine; /* of half the angle from the south pole */
} corner;

static double normal_longitude(double x)
{
    if (fabs(x) <= HUI_GEO_PI)
        return x;
    return (x < 0 ? -1 : 1) * (fmod(fabs(x) + HUI_GEO_PI, TAU) - HUI_GEO_PI);
}

static corner corner_of(hui_geo_vertex at)
{
    const double half = at.y / 2 + HUI_GEO_PI / 4;
    return (corner){at, normal_longitude(at.x), sin(half), cos(half)};
}

/* The edge crosses the point's meridian: does it between the point and the south pole? */
static bool passes_below(const windings *w, const corner *from, const corner *to, bool eastwards)
{
    const hui_geo_vector arc =
        hui_geo_unit(hui_geo_cross(hui_geo_cartesian(from->at.x, from->at.y), hui_geo_cartesian(to->at.x, to->at.y)));
    const hui_geo_vector meeting = hui_geo_unit(hui_geo_cross(w->normal, arc));
    const double latitude = (eastwards ? -1 : 1) * hui_geo_asin(meeting.z);
    const bool is_arc = arc.x < 0 || arc.x > 0 || arc.y < 0 || arc.y > 0;
    return w->latitude > latitude || (w->latitude >= latitude && is_arc);
}

static void add_edge(windings *w, const corner *from, const corner *to)
{
    const double delta = to->longitude - from->longitude, sign = delta >= 0 ? 1 : -1, size = sign * delta;
    const double k = from->sine * to->sine;
    const bool wraps = size > HUI_GEO_PI;
    hui_geo_add(&w->area, atan2(k * sign * sin(size), from->cosine * to->cosine + k * cos(size)));
    w->angle += wraps ? delta + sign * TAU : delta;
    if ((wraps != (from->longitude >= w->longitude)) != (to->longitude >= w->longitude) &&
        passes_below(w, from, to, wraps != (delta >= 0)))
        w->crossed = !w->crossed;
}

bool hui_geo_polygon_contains(const hui_geo_lines *rings, double longitude, double latitude)
{
    const double sine = sin(latitude);
    windings w = {.longitude = normal_longitude(longitude), .latitude = latitude};
    w.normal = (hui_geo_vector){sin(w.longitude), -cos(w.longitude), 0};
    if (sine >= 1)
        w.latitude = HUI_GEO_PI / 2 + HUI_GEO_EPSILON;
    else if (sine <= -1)
        w.latitude = -HUI_GEO_PI / 2 - HUI_GEO_EPSILON;
    for (size_t i = 0; i < rings->ends.count; i++) {
        const hui_geo_line ring = hui_geo_lines_at(rings, i);
        if (ring.count == 0)
            continue;
        corner from = corner_of(ring.at[ring.count - 1]);
        for (size_t j = 0; j < ring.count; j++) {
            const corner to = corner_of(ring.at[j]);
            add_edge(&w, &from, &to);
            from = to;
        }
    }
    const bool with_pole = w.angle < -HUI_GEO_EPSILON || (w.angle < HUI_GEO_EPSILON && hui_geo_total(&w.area) < -1e-12);
    return with_pole != w.crossed;
}

/* The area below an edge, and by how much that may be wrong: the edge is a great circle, not the curve that the trapezoid
 * has. False if that may be too much. */
static bool add_trapezoid(hui_geo_vertex a, double sine0, hui_geo_vertex b, double sine1, double *area, double *doubt)
{
    const double limit = 80 * HUI_GEO_RADIANS, dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    if (square > 0.01 || fabs(b.y) > limit || fabs(a.y) > limit)
        return false;
    *area += dx * (sine0 + sine1) / 4;
    *doubt += 2 * fabs(dx) * square;
    return true;
}

int hui_geo_polygon_winding(const hui_geo_lines *rings)
{
    double area = 0, doubt = 1e-9;
    for (size_t i = 0; i < rings->ends.count; i++) {
        const hui_geo_line ring = hui_geo_lines_at(rings, i);
        hui_geo_vertex from = ring.count > 0 ? ring.at[ring.count - 1] : (hui_geo_vertex){0};
        double sine = sin(from.y);
        for (size_t j = 0; j < ring.count; j++) {
            const double next = sin(ring.at[j].y);
            if (!add_trapezoid(from, sine, ring.at[j], next, &area, &doubt))
                return 0;
            from = ring.at[j];
            sine = next;
        }
    }
    return area > doubt ? 1 : area < -doubt ? -1 : 0;
}
