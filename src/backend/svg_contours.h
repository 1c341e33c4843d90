/* Outlines on a grid, of as few and as simple segments as look the same. */
#ifndef HUI_BACKEND_SVG_CONTOURS_H
#define HUI_BACKEND_SVG_CONTOURS_H

#include "base/path.h"

#include <stdint.h>

/* Coordinates are counted in steps of the grid, from the path's origin. */
typedef struct hui_svg_segment {
    int points;    /* 1: a line, 2: a quadratic curve, 3: a cubic one */
    int64_t at[6]; /* x and y of its controls, if any, and of its end */
} hui_svg_segment;

typedef struct hui_svg_contour {
    int64_t x, y; /* start */
    const hui_svg_segment *ring;
    size_t ring_size, first, count; /* of the segments, which go round in the ring */
    bool closed; /* with a line that is left out, if it has a length */
} hui_svg_contour;

const hui_svg_segment *hui_svg_contour_segment(const hui_svg_contour *contour, size_t index);
size_t hui_svg_count_figures(int64_t number);

typedef void hui_svg_take_contour(void *closure, const hui_svg_contour *contour);

/* Hands the path's contours out, one after the other. A point is at (x, y) + unit × its own place; ends of segments are
 * rounded to the grid, and between them no curve is further than `tolerance`, in steps, beside what it was. `filled`: the
 * path is filled alone, so that a contour need not be closed and may start anywhere on itself. */
void hui_svg_find_contours(const hui_path *path, double x, double y, double unit, double tolerance, bool filled,
                           hui_svg_take_contour *take, void *closure);

#endif
