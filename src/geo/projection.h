/* Projections: longitudes and latitudes become places on the page, outlines of GeoJSON become paths. */
#ifndef HUI_GEO_PROJECTION_H
#define HUI_GEO_PROJECTION_H

#include "base/path.h"
#include "data/value.h"

/* Degrees and px. NAN (in the first of several): the projection's own. */
typedef struct hui_projection_params {
    const char *type; /* "mercator", …, in any case; NULL: mercator */
    double scale, translate[2], center[2], rotate[3], parallels[2];
    double clip_angle;     /* 0: at the antimeridian */
    double clip_extent[4]; /* left, top, right, bottom */
    double precision;      /* px that a straight line may be off the true one; 0: points are joined as they are */
    double point_radius;
    bool reflect_x, reflect_y;
} hui_projection_params;

hui_projection_params hui_projection_params_default(const char *type);

typedef struct hui_projection hui_projection;

/* NULL if there is no projection of that type. */
hui_projection *hui_projection_new(hui_arena *arena, const hui_projection_params *params);

/* Fitting: what is given between begin and end fills the box. `turned`: rings of polygons are counterclockwise.
 * False if nothing of it can be seen. */
void hui_projection_fit_begin(hui_projection *projection);
void hui_projection_fit_object(hui_projection *projection, hui_value object, bool turned);
void hui_projection_fit_point(hui_projection *projection, double longitude, double latitude);
bool hui_projection_fit_end(hui_projection *projection, hui_rect box);

/* Where a point is; NAN what there is no place for. What is on the far side of a globe has a place, too. */
hui_point hui_projection_point(const hui_projection *projection, double longitude, double latitude);
/* Appends what can be seen of an object: outlines of polygons, open lines, circles for points. */
void hui_projection_outline(hui_projection *projection, hui_value object, bool turned, hui_path *path);

/* How many polygons so far took all of the map around them, as they do when they are counterclockwise. */
size_t hui_projection_covering(const hui_projection *projection);

#endif
