/* GeoJSON: from any object down to points, lines and polygons. */
#include "geo/geojson.h"

#include <math.h>
#include <string.h>

enum { MOST_DEPTH = 64 };

typedef struct walk {
    hui_geo_visit *visit;
    void *closure;
} walk;

static const struct geometry_kind {
    const char *type;
    hui_geo_kind kind;
    bool is_multiple;
} kinds[] = {
    {"Polygon", HUI_GEO_POLYGON, false}, {"MultiPolygon", HUI_GEO_POLYGON, true},
    {"LineString", HUI_GEO_LINE, false}, {"MultiLineString", HUI_GEO_LINE, true},
    {"Point", HUI_GEO_POINT, false},     {"MultiPoint", HUI_GEO_POINT, true},
};

static void walk_parts(const walk *w, hui_value coordinates, const struct geometry_kind *kind)
{
    if (!kind->is_multiple)
        w->visit(w->closure, kind->kind, coordinates);
    else if (coordinates.kind == HUI_VALUE_ARRAY)
        for (uint32_t i = 0; i < coordinates.count; i++)
            w->visit(w->closure, kind->kind, coordinates.items[i]);
}

static void walk_geometry(const walk *w, hui_value geometry, int depth)
{
    const hui_value type = hui_value_member(geometry, "type");
    if (type.kind != HUI_VALUE_STRING || depth > MOST_DEPTH)
        return;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].type, type.string)) {
            walk_parts(w, hui_value_member(geometry, "coordinates"), &kinds[i]);
            return;
        }
    if (!strcmp(type.string, "Sphere"))
        w->visit(w->closure, HUI_GEO_SPHERE, (hui_value){0});
    if (strcmp(type.string, "GeometryCollection") != 0)
        return;
    const hui_value parts = hui_value_member(geometry, "geometries");
    for (uint32_t i = 0; parts.kind == HUI_VALUE_ARRAY && i < parts.count; i++)
        walk_geometry(w, parts.items[i], depth + 1);
}

void hui_geojson_walk(hui_value object, hui_geo_visit *visit, void *closure)
{
    const walk w = {visit, closure};
    const hui_value type = hui_value_member(object, "type");
    if (type.kind != HUI_VALUE_STRING)
        return;
    if (!strcmp(type.string, "Feature")) {
        walk_geometry(&w, hui_value_member(object, "geometry"), 0);
    } else if (!strcmp(type.string, "FeatureCollection")) {
        const hui_value features = hui_value_member(object, "features");
        for (uint32_t i = 0; features.kind == HUI_VALUE_ARRAY && i < features.count; i++)
            walk_geometry(&w, hui_value_member(features.items[i], "geometry"), 0);
    } else {
        walk_geometry(&w, object, 0);
    }
}

bool hui_geojson_position(hui_value position, double *longitude, double *latitude)
{
    if (position.kind != HUI_VALUE_ARRAY || position.count < 2)
        return false;
    *longitude = hui_value_to_number(position.items[0]);
    *latitude = hui_value_to_number(position.items[1]);
    return isfinite(*longitude) && isfinite(*latitude);
}
