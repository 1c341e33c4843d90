/* Points, rectangles and affine maps. Lengths are design px; y grows downwards. */
#ifndef HUI_BASE_GEOM_H
#define HUI_BASE_GEOM_H

#include <stdbool.h>

typedef struct hui_point {
    double x, y;
} hui_point;

typedef struct hui_rect {
    double x, y, w, h;
} hui_rect;

/* x' = xx x + xy y + x0;  y' = yx x + yy y + y0 (Cairo's and SVG's matrix(xx yx xy yy x0 y0)). */
typedef struct hui_matrix {
    double xx, yx, xy, yy, x0, y0;
} hui_matrix;

#define HUI_PI 3.14159265358979323846

hui_rect hui_rect_inset(hui_rect rect, double by);
hui_rect hui_rect_union(hui_rect a, hui_rect b);
hui_rect hui_rect_intersect(hui_rect a, hui_rect b); /* w and h are 0 where they do not meet */
bool hui_rect_empty(hui_rect rect);

hui_matrix hui_matrix_identity(void);
bool hui_matrix_is_identity(hui_matrix m);
hui_matrix hui_matrix_translate(double x, double y);
hui_matrix hui_matrix_scale(double x, double y);
/* Turns by `degrees`, clockwise on the page, around (x, y). */
hui_matrix hui_matrix_rotate_at(double degrees, double x, double y);
/* First `inner`, then `outer`. */
hui_matrix hui_matrix_multiply(hui_matrix outer, hui_matrix inner);
/* The way back; of what leaves no area, to infinity: no point is in it. */
hui_matrix hui_matrix_invert(hui_matrix m);
hui_point hui_matrix_apply(hui_matrix m, hui_point p);
/* The smallest upright rectangle around the mapped one. */
hui_rect hui_matrix_apply_rect(hui_matrix m, hui_rect r);

#endif
