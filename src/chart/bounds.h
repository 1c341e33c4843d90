/* Extents: boxes that may be empty, or a point. */
#ifndef HUI_CHART_BOUNDS_H
#define HUI_CHART_BOUNDS_H

#include "chart/picture.h"

typedef struct hui_extent {
    double left, top, right, bottom; /* left > right: empty */
} hui_extent;

hui_extent hui_extent_none(void);
hui_rect hui_extent_rect(hui_extent extent);
/* Of an outline, where its curves really go. */
hui_extent hui_extent_path(const hui_path *path);

#endif
