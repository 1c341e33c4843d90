/* What the files of the curves share: a pen that is led along points, and what a curve does with them. */
#ifndef HUI_CHART_CURVE_PEN_H
#define HUI_CHART_CURVE_PEN_H

#include "base/path.h"
#include "base/vec.h"

/* An area's second edge goes on where the first ended, and closes. */
typedef enum hui_edge { HUI_EDGE_LINE, HUI_EDGE_OUT, HUI_EDGE_BACK } hui_edge;

typedef struct hui_curve_pen {
    hui_path *path;
    hui_edge edge;
    double tension;
    bool sideways, chordal; /* chordal: Catmull-Rom, not cardinal */
    size_t count;           /* points so far */
    hui_point last[3];      /* of them, the latest last */
    hui_point first[3];
    double step[3], square[3]; /* distances that ended at the last points, to the power of alpha and of 2 alpha */
    double slope;              /* monotone: at the last point but one */
    HUI_VEC(hui_point) kept;   /* by curves that need all points at once */
} hui_curve_pen;

/* What is done at each point of a stretch without gaps, and after the last. */
typedef struct hui_curve {
    const char *name;
    void (*point)(hui_curve_pen *pen, hui_point to);
    void (*end)(hui_curve_pen *pen);
    double tension; /* where none is given */
    bool tense;     /* it can be given */
    bool chordal;
} hui_curve;

void hui_curve_move(hui_curve_pen *pen, hui_point to);
void hui_curve_draw(hui_curve_pen *pen, hui_point to);
void hui_curve_bend(hui_curve_pen *pen, hui_point first, hui_point second, hui_point to);
/* Moves for a new line, draws on for an area's second edge. */
void hui_curve_enter(hui_curve_pen *pen, hui_point to);
/* Closes what ends as an area does; and a line of just `dot` points, so that a dot is seen. */
void hui_curve_leave(hui_curve_pen *pen, size_t dot);
/* Counts a point in. */
void hui_curve_keep(hui_curve_pen *pen, hui_point to);

void hui_basis_point(hui_curve_pen *pen, hui_point to);
void hui_basis_end(hui_curve_pen *pen);
void hui_basis_open_point(hui_curve_pen *pen, hui_point to);
void hui_basis_open_end(hui_curve_pen *pen);
void hui_basis_closed_point(hui_curve_pen *pen, hui_point to);
void hui_basis_closed_end(hui_curve_pen *pen);
void hui_bundle_point(hui_curve_pen *pen, hui_point to);
void hui_bundle_end(hui_curve_pen *pen);

/* Cardinal and Catmull-Rom splines. */
void hui_spline_point(hui_curve_pen *pen, hui_point to);
void hui_spline_end(hui_curve_pen *pen);
void hui_spline_open_point(hui_curve_pen *pen, hui_point to);
void hui_spline_open_end(hui_curve_pen *pen);
void hui_spline_closed_point(hui_curve_pen *pen, hui_point to);
void hui_spline_closed_end(hui_curve_pen *pen);

void hui_monotone_point(hui_curve_pen *pen, hui_point to);
void hui_monotone_end(hui_curve_pen *pen);
void hui_natural_point(hui_curve_pen *pen, hui_point to);
void hui_natural_end(hui_curve_pen *pen);

#endif
