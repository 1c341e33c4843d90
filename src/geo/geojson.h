/* GeoJSON: walking the geometries of an object (RFC 7946), and the spheres and graticules that maps add to it. */
#ifndef HUI_GEO_GEOJSON_H
#define HUI_GEO_GEOJSON_H

#include "data/value.h"

typedef enum hui_geo_kind {
    HUI_GEO_SPHERE,
    HUI_GEO_POINT,  /* coordinates: [longitude, latitude] */
    HUI_GEO_LINE,   /* an array of those */
    HUI_GEO_POLYGON /* an array of closed lines: the outer ring, then its holes */
} hui_geo_kind;

typedef void hui_geo_visit(void *closure, hui_geo_kind kind, hui_value coordinates);

/* Visits each part of a geometry, a feature or a collection of them, in order. What is none of these is passed over. */
void hui_geojson_walk(hui_value object, hui_geo_visit *visit, void *closure);
/* Degrees; false if they are no finite numbers. */
bool hui_geojson_position(hui_value position, double *longitude, double *latitude);

/* How a graticule is drawn: degrees as [[west, south], [east, north]], and [between meridians, between parallels]. */
typedef struct hui_graticule {
    double extent_major[2][2], extent_minor[2][2];
    double step_major[2], step_minor[2];
    double precision; /* between the points of a parallel */
} hui_graticule;

hui_graticule hui_graticule_default(void);
/* As a MultiLineString; undefined if it has no end or too many points. */
hui_value hui_graticule_lines(hui_arena *arena, const hui_graticule *graticule);

#endif
