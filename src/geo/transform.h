/* Transforms: a projection's rotation, formulas, scale and place, and the lines it bends. For this folder only. */
#ifndef HUI_GEO_TRANSFORM_H
#define HUI_GEO_TRANSFORM_H

#include "geo/raw.h"
#include "geo/sphere.h"

typedef struct hui_geo_transform {
    hui_geo_raw raw;
    double scale, dx, dy; /* of the raw place */
    double mirror_x, mirror_y; /* 1, or -1 */
} hui_geo_transform;

hui_point hui_geo_place(const hui_geo_transform *transform, double longitude, double latitude);

/* resample.c: projects a line, with points between those given where it bends: it is off by sqrt(`tolerance`) px at most.
 * `is_ring`: on to the first point again. Each added point is taken from `budget`. */
void hui_geo_resample(const hui_geo_transform *transform, double tolerance, hui_geo_line line, bool is_ring,
                      size_t *budget, hui_geo_lines *out);

#endif
