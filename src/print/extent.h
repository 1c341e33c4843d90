/* Extents of paths under construction. */
#ifndef HUI_PRINT_EXTENT_H
#define HUI_PRINT_EXTENT_H

#include <stddef.h>

/* The linear part of a coordinate system: x to (a, b), y to (c, d). */
typedef struct hui_axes {
    double a, b, c, d;
} hui_axes;

/* The axes inside, in those outside. */
hui_axes hui_axes_multiply(hui_axes inside, hui_axes outside);
/* The shorter side of the box of all points, controls included, of the path operators in these bytes. */
double hui_path_shorter_side(const char *path, size_t size, hui_axes axes);

#endif
