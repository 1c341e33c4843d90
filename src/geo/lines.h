/* Lines and rings while they are projected: points one after the other. For this folder only. */
#ifndef HUI_GEO_LINES_H
#define HUI_GEO_LINES_H

#include "base/vec.h"

#include <math.h>

#define HUI_GEO_PI 3.14159265358979323846
#define HUI_GEO_RADIANS (HUI_GEO_PI / 180)
#define HUI_GEO_EPSILON 1e-6 /* radians, or px: what is closer is the same place */

typedef struct hui_geo_vertex {
    double x, y; /* longitude and latitude in radians; projected: px */
    bool cut;    /* where a line was cut */
} hui_geo_vertex;

/* Rings are open here: their first point does not come again. */
typedef struct hui_geo_lines {
    hui_arena *arena;
    HUI_VEC(hui_geo_vertex) points;
    HUI_VEC(size_t) ends; /* of each line, in points */
} hui_geo_lines;

typedef struct hui_geo_line {
    hui_geo_vertex *at;
    size_t count;
} hui_geo_line;

void hui_geo_lines_clear(hui_geo_lines *lines);
static inline void hui_geo_lines_add(hui_geo_lines *lines, double x, double y)
{
    *hui_vec_push(lines->arena, &lines->points) = (hui_geo_vertex){x, y, false};
}

/* Ends the line that was begun by the last end, or begins and ends an empty one. */
void hui_geo_lines_end(hui_geo_lines *lines);
hui_geo_line hui_geo_lines_at(const hui_geo_lines *lines, size_t index);
/* Appends a line's points to the one being made. */
void hui_geo_lines_append(hui_geo_lines *lines, hui_geo_line line);

static inline double hui_geo_asin(double x)
{
    return x > 1 ? HUI_GEO_PI / 2 : x < -1 ? -HUI_GEO_PI / 2 : asin(x);
}

static inline double hui_geo_acos(double x)
{
    return x > 1 ? 0 : x < -1 ? HUI_GEO_PI : acos(x);
}

static inline bool hui_geo_same_place(hui_geo_vertex a, hui_geo_vertex b)
{
    return fabs(a.x - b.x) < HUI_GEO_EPSILON && fabs(a.y - b.y) < HUI_GEO_EPSILON;
}

#endif
