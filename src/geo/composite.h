/* The inside of a projection, and those that are made of several. For this folder only. */
#ifndef HUI_GEO_COMPOSITE_H
#define HUI_GEO_COMPOSITE_H

#include "geo/clip.h"
#include "geo/projection.h"
#include "geo/transform.h"

enum { HUI_GEO_GIVEN, HUI_GEO_TURNED_TO, HUI_GEO_CLIPPED, HUI_GEO_PLACED, HUI_GEO_BOXED, HUI_GEO_STAGES };

enum { HUI_GEO_PARTS = 3, HUI_GEO_BUDGET = 4000000 };

struct hui_projection {
    hui_arena *arena;
    const hui_geo_kind_row *kind;
    hui_geo_rotation rotation;
    hui_geo_transform transform;
    double center[2], translate[2], clip_extent[4];
    bool has_extent;
    double tolerance, point_radius;
    hui_geo_clip edge, box;
    bool shows_all; /* of the sphere, its edge being the antimeridian */
    bool is_boxed;
    hui_projection *parts[HUI_GEO_PARTS];
    size_t part_count; /* 0: it is one itself */
    /* while something is drawn */
    hui_geo_clipping clipping;
    hui_geo_lines stages[HUI_GEO_STAGES];
    size_t budget; /* points that may still be added to lines */
    size_t covering; /* polygons that took all of the map around them */
    /* while it is fitted */
    struct {
        double left, top, right, bottom;
    } bounds; /* of what was shown so far */
    bool had_extent;
};

hui_projection *hui_projection_of_kind(hui_arena *arena, const hui_geo_kind_row *kind,
                                       const hui_projection_params *params);
void hui_projection_move(hui_projection *projection, double scale, double x, double y);
/* Where a point is seen, after clipping. */
bool hui_projection_shows(const hui_projection *projection, double longitude, double latitude, hui_point *at);

/* Its parts, and their places after it was moved. */
void hui_composite_make(hui_projection *projection, const hui_projection_params *params);
void hui_composite_move(hui_projection *projection);

/* outline.c: what can be seen of an object, as points and lines. */
typedef struct hui_geo_pen {
    void (*point)(void *closure, double x, double y);
    void (*line)(void *closure, hui_geo_line line, bool is_ring);
    void *closure;
} hui_geo_pen;

void hui_projection_trace(hui_projection *projection, hui_value object, bool turned, const hui_geo_pen *pen);

#endif
