/* Raw projections: the unit sphere on the plane, y upwards, before anything is scaled or turned. For this folder only. */
#ifndef HUI_GEO_RAW_H
#define HUI_GEO_RAW_H

#include "base/geom.h"
#include "geo/lines.h"

typedef struct hui_geo_raw hui_geo_raw;

struct hui_geo_raw {
    hui_point (*project)(const hui_geo_raw *raw, double longitude, double latitude);
    double n, f, c, r0; /* of cones */
};

/* With its standard parallels in radians, which only cones have. */
typedef hui_geo_raw hui_geo_make(double parallel0, double parallel1);

/* A raw projection without parallels. */
#define HUI_GEO_RAW(name, formula)                                                                                     \
    hui_geo_raw name(double parallel0, double parallel1)                                                               \
    {                                                                                                                  \
        (void)parallel0, (void)parallel1;                                                                              \
        return (hui_geo_raw){.project = formula};                                                                      \
    }

hui_geo_make hui_geo_conic_equal_area, hui_geo_conic_conformal, hui_geo_conic_equidistant;
hui_geo_make hui_geo_azimuthal_equal_area, hui_geo_azimuthal_equidistant, hui_geo_gnomonic, hui_geo_orthographic,
    hui_geo_stereographic;
hui_geo_make hui_geo_equirectangular, hui_geo_mercator, hui_geo_transverse_mercator;
hui_geo_make hui_geo_equal_earth, hui_geo_natural_earth, hui_geo_mollweide;

enum {
    HUI_GEO_CONE = 1,       /* has standard parallels */
    HUI_GEO_SQUARE = 2,     /* clipped to a square, since it goes on forever */
    HUI_GEO_TRANSVERSE = 4, /* turned by 90° */
    HUI_GEO_FLAT = 8,       /* no sphere at all: what it is given are px */
    HUI_GEO_COMPOSITE = 16  /* of others */
};

typedef struct hui_geo_kind_row {
    const char *word;
    hui_geo_make *make;
    double scale, center[2], rotate[3], parallels[2];
    double clip_angle; /* degrees; 0: at the antimeridian */
    unsigned traits;
} hui_geo_kind_row;

/* Any case; NULL if there is none. */
const hui_geo_kind_row *hui_geo_kind_find(const char *word);

#endif
