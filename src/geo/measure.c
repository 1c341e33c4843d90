/* Area, centre and winding on the sphere. */
#include "geo/measure.h"

#include "geo/geojson.h"
#include "geo/sphere.h"

#define TAU (2 * HUI_GEO_PI)

/* Area
 * ---- */

/* Half the spherical excess to the left of a closed line, seen from the south pole. */
static void add_ring(hui_geo_adder *area, hui_value ring)
{
    double longitude0 = 0, sine0 = 0, cosine0 = 1, x, y;
    bool begun = false;
    for (uint32_t i = 0; ring.kind == HUI_VALUE_ARRAY && i < ring.count; i++) {
        if (!hui_geojson_position(ring.items[i], &x, &y))
            continue;
        const double longitude = x * HUI_GEO_RADIANS, half = y * HUI_GEO_RADIANS / 2 + HUI_GEO_PI / 4;
        const double sine = sin(half), cosine = cos(half), delta = longitude - longitude0, k = sine0 * sine;
        if (begun)
            hui_geo_add(area, atan2(k * sin(delta), cosine0 * cosine + k * cos(delta)));
        begun = true;
        longitude0 = longitude;
        sine0 = sine;
        cosine0 = cosine;
    }
}

double hui_geo_excess(hui_value rings, uint32_t count)
{
    hui_geo_adder area = {0};
    for (uint32_t i = 0; i < count; i++)
        add_ring(&area, rings.items[i]);
    return hui_geo_total(&area);
}

static double polygon_area(hui_value rings, uint32_t ring_count)
{
    const double half = hui_geo_excess(rings, ring_count);
    return 2 * (half < 0 ? TAU + half : half);
}

static void visit_area(void *closure, hui_geo_kind kind, hui_value coordinates)
{
    double *area = closure;
    if (kind == HUI_GEO_SPHERE)
        *area += 2 * TAU;
    else if (kind == HUI_GEO_POLYGON && coordinates.kind == HUI_VALUE_ARRAY)
        *area += polygon_area(coordinates, coordinates.count);
}

double hui_geo_area(hui_value object)
{
    double area = 0;
    hui_geojson_walk(object, visit_area, &area);
    return area;
}

static void visit_winding(void *closure, hui_geo_kind kind, hui_value coordinates)
{
    hui_geo_winding *winding = closure;
    if (kind != HUI_GEO_POLYGON || coordinates.kind != HUI_VALUE_ARRAY || coordinates.count == 0 ||
        *winding == HUI_GEO_WOUND)
        return;
    const double area = polygon_area(coordinates, 1);
    if (area > 1e-12 && area < 2 * TAU - 1e-12) /* it is no line there and back */
        *winding = area > TAU ? HUI_GEO_TURNED : HUI_GEO_WOUND;
}

hui_geo_winding hui_geo_winding_of(hui_value object)
{
    hui_geo_winding winding = HUI_GEO_NO_POLYGONS;
    hui_geojson_walk(object, visit_winding, &winding);
    return winding;
}

typedef struct turning {
    hui_arena *arena;
    HUI_VEC(hui_value) polygons;
} turning;

static hui_value reversed(hui_arena *arena, hui_value ring)
{
    if (ring.kind != HUI_VALUE_ARRAY || ring.count == 0)
        return ring;
    hui_value *items = HUI_NEW_ARRAY(arena, hui_value, ring.count);
    for (uint32_t i = 0; i < ring.count; i++)
        items[i] = ring.items[ring.count - 1 - i];
    ring.items = items;
    return ring;
}

static void visit_turning(void *closure, hui_geo_kind kind, hui_value coordinates)
{
    turning *t = closure;
    if (kind != HUI_GEO_POLYGON || coordinates.kind != HUI_VALUE_ARRAY)
        return;
    hui_value *rings = HUI_NEW_ARRAY(t->arena, hui_value, coordinates.count + 1);
    for (uint32_t i = 0; i < coordinates.count; i++)
        rings[i] = reversed(t->arena, coordinates.items[i]);
    coordinates.items = rings;
    *hui_vec_push(t->arena, &t->polygons) = coordinates;
}

hui_value hui_geo_turned(hui_arena *arena, hui_value object)
{
    turning t = {.arena = arena};
    hui_geojson_walk(object, visit_turning, &t);
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, 2);
    members[0] = (hui_member){"type", hui_value_string("MultiPolygon")};
    members[1] = (hui_member){"coordinates",
                              {.kind = HUI_VALUE_ARRAY, .count = (uint32_t)t.polygons.count, .items = t.polygons.at}};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = 2, .members = members};
}

/* Centre
 * ------ */

typedef struct centring {
    double point_count, length;
    hui_geo_vector points, lines, areas; /* sums of vectors, weighted */
} centring;

static void add_vector(hui_geo_vector *sum, hui_geo_vector v, double weight)
{
    *sum = hui_geo_sum(*sum, hui_geo_scaled(v, weight));
}

static void add_edge(centring *c, hui_geo_vector from, hui_geo_vector to, bool is_ring)
{
    const hui_geo_vector cross = hui_geo_cross(from, to);
    const double sine = sqrt(hui_geo_dot(cross, cross));
    const double angle = is_ring ? hui_geo_asin(sine) : atan2(sine, hui_geo_dot(from, to));
    if (is_ring && sine > 0)
        add_vector(&c->areas, cross, -angle / sine);
    c->length += angle;
    add_vector(&c->lines, hui_geo_sum(from, to), angle);
}

static void add_line(centring *c, hui_value line, bool is_ring)
{
    hui_geo_vector from = {0, 0, 0};
    bool begun = false;
    double x, y;
    for (uint32_t i = 0; line.kind == HUI_VALUE_ARRAY && i < line.count; i++) {
        if (!hui_geojson_position(line.items[i], &x, &y))
            continue;
        const hui_geo_vector to = hui_geo_cartesian(x * HUI_GEO_RADIANS, y * HUI_GEO_RADIANS);
        if (begun)
            add_edge(c, from, to, is_ring);
        add_vector(&c->points, to, 1);
        c->point_count++;
        begun = true;
        from = to;
    }
}

static void visit_centre(void *closure, hui_geo_kind kind, hui_value coordinates)
{
    centring *c = closure;
    double x, y;
    if (kind == HUI_GEO_POINT && hui_geojson_position(coordinates, &x, &y)) {
        add_vector(&c->points, hui_geo_cartesian(x * HUI_GEO_RADIANS, y * HUI_GEO_RADIANS), 1);
        c->point_count++;
    } else if (kind == HUI_GEO_LINE) {
        add_line(c, coordinates, false);
    }
    for (uint32_t i = 0; kind == HUI_GEO_POLYGON && coordinates.kind == HUI_VALUE_ARRAY && i < coordinates.count; i++)
        add_line(c, coordinates.items[i], true);
}

bool hui_geo_centroid(hui_value object, double *longitude, double *latitude)
{
    centring c = {0};
    hui_geojson_walk(object, visit_centre, &c);
    hui_geo_vector v = c.areas;
    if (hui_geo_dot(v, v) < 1e-24)
        v = c.length < HUI_GEO_EPSILON && c.point_count > 0 ? hui_geo_scaled(c.points, 1 / c.point_count) : c.lines;
    const double length = sqrt(hui_geo_dot(v, v));
    if (!(length >= 1e-12))
        return false;
    *longitude = atan2(v.y, v.x) / HUI_GEO_RADIANS;
    *latitude = hui_geo_asin(v.z / length) / HUI_GEO_RADIANS;
    return true;
}
