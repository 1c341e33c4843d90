/* Shapes: the few calls that most drawings are made of. */
#ifndef HUI_ART_SHAPE_H
#define HUI_ART_SHAPE_H

#include "art/art.h"
#include "base/rng.h"

/* The colour asked for, or the drawing's own. */
hui_color hui_shape_color(const hui_art_options *options, hui_color own);
/* Of shapes in one colour: the one asked for, or the accent, on dark grounds the light gold. */
hui_color hui_shape_main_color(const hui_art_options *options);
/* Towards black, as mixing with black does in sRGB. */
hui_color hui_shape_darken(hui_color color, double share);

void hui_shape_fill(hui_scene *scene, hui_path path, hui_color color);
void hui_shape_line(hui_scene *scene, hui_path path, hui_color color, double width);
void hui_shape_polygon(hui_scene *scene, const hui_point *points, size_t count, hui_color color);
void hui_shape_circle(hui_scene *scene, double cx, double cy, double r, hui_color color);
void hui_shape_ring(hui_scene *scene, double cx, double cy, double r, hui_color color, double width);
/* A gradient of two colours over `rect`, in degrees as CSS has them. */
hui_paint hui_shape_blend(hui_scene *scene, hui_rect rect, double degrees, hui_color from, hui_color to);

/* The largest rectangle of width : height = w : h in the middle of `area`, and the factor from w × h to it. */
hui_rect hui_shape_fit(hui_rect area, double w, double h, double *factor);
/* Maps a drawing's own w × h into the middle of `area`. */
hui_matrix hui_shape_fit_matrix(hui_rect area, double w, double h);

/* Point and direction (not normalised) of a cubic at t, 0..1. */
hui_point hui_shape_cubic(const hui_point c[4], double t, hui_point *direction);

#endif
