/* Outlines: move, line, cubic and close, as every file format has them. */
#ifndef HUI_BASE_PATH_H
#define HUI_BASE_PATH_H

#include "base/arena.h"
#include "base/geom.h"

typedef enum hui_path_verb { HUI_PATH_MOVE, HUI_PATH_LINE, HUI_PATH_CURVE, HUI_PATH_CLOSE } hui_path_verb;

/* Points follow the verbs: 1 for MOVE and LINE, 3 for CURVE (two controls, end), 0 for CLOSE. */
typedef struct hui_path {
    hui_arena *arena;
    unsigned char *verbs;
    hui_point *points;
    size_t verb_count, verb_capacity, point_count, point_capacity;
} hui_path;

hui_path hui_path_new(hui_arena *arena);
void hui_path_move(hui_path *path, double x, double y);
void hui_path_line(hui_path *path, double x, double y);
void hui_path_curve(hui_path *path, double x1, double y1, double x2, double y2, double x, double y);
/* A quadratic curve, raised to a cubic. */
void hui_path_quad(hui_path *path, double x1, double y1, double x, double y);
void hui_path_close(hui_path *path);

void hui_path_rect(hui_path *path, hui_rect rect);
/* Radii: top left, top right, bottom right, bottom left; each at most half the shorter side. */
void hui_path_round_rect(hui_path *path, hui_rect rect, const double radii[4]);
bool hui_radii_round(const double radii[4]); /* whether any of the corners is round */
void hui_path_circle(hui_path *path, double cx, double cy, double r);
/* Continues with a line to the arc's start if the path is open. Degrees clockwise from 3 o'clock. */
void hui_path_arc(hui_path *path, double cx, double cy, double r, double from, double to);
void hui_path_polygon(hui_path *path, const hui_point *points, size_t count);
/* A smooth open curve through the points (Catmull-Rom as cubics); continues the path with a line if it is open. */
void hui_path_smooth(hui_path *path, const hui_point *points, size_t count);
/* Appends path data as SVG's `d` attribute writes it (SVG 2, section 9.3: MmLlHhVvCcSsQqTtAaZz); false if it is malformed. */
bool hui_path_svg(hui_path *path, const char *d);

void hui_path_add(hui_path *path, const hui_path *other, hui_matrix m);
/* Transforms the path's points from `first` on. */
void hui_path_transform(hui_path *path, size_t first, hui_matrix m);
/* The box of all points, controls included. */
hui_rect hui_path_bounds(const hui_path *path);

#endif
