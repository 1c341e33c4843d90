/* Bounds on the sphere: the smallest span of longitudes, over the antimeridian where that is shorter. */
#include "geo/measure.h"

#include "geo/geojson.h"
#include "geo/sphere.h"

#include <stdlib.h>

typedef struct span {
    double west, east; /* east is less where the antimeridian lies in it */
} span;

typedef struct bounding {
    hui_arena *arena;
    span lon; /* of the line, ring or point under way */
    double south, north;
    HUI_VEC(span) spans;
    bool begun; /* a line, which has come to … */
    double previous;
    hui_geo_vector at;
    double around; /* degrees that the polygon's rings go around the poles */
    bool is_everywhere;
} bounding;

/* From one longitude eastwards to another; all around is 360. */
static double eastwards(double from, double to)
{
    return to < from ? to - from + 360 : to - from;
}

static void add_latitude(bounding *b, double latitude)
{
    if (latitude < b->south)
        b->south = latitude;
    if (latitude > b->north)
        b->north = latitude;
}

/* The northernmost and the southernmost point of a great circle lie on the way of some arcs. */
static void add_bulge(bounding *b, double longitude, hui_geo_vector to, bool wraps)
{
    const hui_geo_vector normal = hui_geo_cross(b->at, to), across = {normal.y, -normal.x, 0};
    const hui_geo_vertex top = hui_geo_spherical(hui_geo_unit(hui_geo_cross(across, normal)));
    const double sign = longitude > b->previous ? 1 : -1, from = sign * b->previous, end = sign * longitude;
    const double peak = top.x / HUI_GEO_RADIANS * sign, trough = fmod(peak + 360, 360) - 180;
    if (wraps != (from < peak && peak < end))
        add_latitude(b, top.y / HUI_GEO_RADIANS);
    else if (wraps != (from < trough && trough < end))
        add_latitude(b, -top.y / HUI_GEO_RADIANS);
}

static void add_longitude(bounding *b, double longitude, bool wraps)
{
    const bool forward = wraps ? longitude < b->previous : longitude > b->previous;
    const double width = eastwards(b->lon.west, b->lon.east);
    if (!wraps && b->lon.east >= b->lon.west) {
        b->lon.west = fmin(b->lon.west, longitude);
        b->lon.east = fmax(b->lon.east, longitude);
    } else if (forward && eastwards(b->lon.west, longitude) > width) {
        b->lon.east = longitude;
    } else if (!forward && eastwards(longitude, b->lon.east) > width) {
        b->lon.west = longitude;
    }
}

static void add_point(bounding *b, double longitude, double latitude)
{
    const hui_geo_vector at = hui_geo_cartesian(longitude * HUI_GEO_RADIANS, latitude * HUI_GEO_RADIANS);
    if (b->begun) {
        const double step = longitude - b->previous;
        const bool wraps = fabs(step) > 180;
        b->around += wraps ? step + (step > 0 ? 360 : -360) : step;
        add_bulge(b, longitude, at, wraps);
        add_longitude(b, longitude, wraps);
    } else {
        b->lon = (span){longitude, longitude};
    }
    add_latitude(b, latitude);
    b->begun = true;
    b->previous = longitude;
    b->at = at;
}

static void add_line(bounding *b, hui_value line)
{
    double x, y;
    b->begun = false;
    for (uint32_t i = 0; line.kind == HUI_VALUE_ARRAY && i < line.count; i++)
        if (hui_geojson_position(line.items[i], &x, &y))
            add_point(b, x, y);
}

static void end_span(bounding *b)
{
    if (b->begun)
        *hui_vec_push(b->arena, &b->spans) = b->lon;
    b->begun = false;
}

static void add_polygon(bounding *b, hui_value rings)
{
    b->around = 0;
    for (uint32_t i = 0; rings.kind == HUI_VALUE_ARRAY && i < rings.count; i++) {
        add_line(b, rings.items[i]);
        if (fabs(b->around) > HUI_GEO_EPSILON)
            b->lon = (span){-180, 180};
        end_span(b);
    }
    if (rings.kind != HUI_VALUE_ARRAY || b->spans.count == 0)
        return;
    if (hui_geo_excess(rings, rings.count) < 0) {
        b->spans.at[b->spans.count - 1] = (span){-180, 180};
        b->south = -90;
        b->north = 90;
    } else if (fabs(b->around) > HUI_GEO_EPSILON) {
        add_latitude(b, b->around > 0 ? 90 : -90);
    }
}

static void visit(void *closure, hui_geo_kind kind, hui_value coordinates)
{
    bounding *b = closure;
    double x, y;
    switch (kind) {
    case HUI_GEO_SPHERE:
        b->is_everywhere = true;
        break;
    case HUI_GEO_POINT:
        b->begun = false;
        if (hui_geojson_position(coordinates, &x, &y))
            add_point(b, x, y);
        end_span(b);
        break;
    case HUI_GEO_LINE:
        add_line(b, coordinates);
        end_span(b);
        break;
    case HUI_GEO_POLYGON:
        add_polygon(b, coordinates);
        break;
    }
}

static int compare(const void *left, const void *right)
{
    const span *a = left, *b = right;
    return a->west < b->west ? -1 : a->west > b->west;
}

static bool contains(span s, double x)
{
    return s.west <= s.east ? s.west <= x && x <= s.east : x < s.west || s.east < x;
}

/* Spans that overlap become one. */
static size_t merge(span *spans, size_t count)
{
    size_t last = 0;
    for (size_t i = 1; i < count; i++) {
        span *a = &spans[last];
        const span b = spans[i];
        if (!contains(*a, b.west) && !contains(*a, b.east)) {
            spans[++last] = b;
            continue;
        }
        if (eastwards(a->west, b.east) > eastwards(a->west, a->east))
            a->east = b.east;
        if (eastwards(b.west, a->east) > eastwards(a->west, a->east))
            a->west = b.west;
    }
    return last + 1;
}

/* All but the widest gap between spans. */
static span outside_gap(const span *spans, size_t count)
{
    span result = spans[0];
    double widest = -1;
    for (size_t i = 0; i < count; i++) {
        const span before = spans[i > 0 ? i - 1 : count - 1];
        const double gap = eastwards(before.east, spans[i].west);
        if (gap > widest) {
            widest = gap;
            result = (span){spans[i].west, before.east};
        }
    }
    return result;
}

bool hui_geo_bounds(hui_arena *arena, hui_value object, double bounds[4])
{
    bounding b = {.arena = arena, .south = INFINITY, .north = -INFINITY};
    hui_geojson_walk(object, visit, &b);
    span all = {-180, 180};
    if (b.spans.count == 0 && !b.is_everywhere)
        return false;
    if (b.spans.count > 0) {
        qsort(b.spans.at, b.spans.count, sizeof *b.spans.at, compare);
        all = outside_gap(b.spans.at, merge(b.spans.at, b.spans.count));
    }
    bounds[0] = all.west;
    bounds[1] = b.is_everywhere ? -90 : b.south;
    bounds[2] = all.east;
    bounds[3] = b.is_everywhere ? 90 : b.north;
    return true;
}
