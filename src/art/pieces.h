/* Pieces: the parts that several scenes are composed of. */
#ifndef HUI_ART_PIECES_H
#define HUI_ART_PIECES_H

#include "art/art.h"
#include "base/rng.h"

/* A row of buildings from left to right that stand on the lower edge of `area`; they reach its top (masts go
 * higher) and the last one may be cut by the right edge. */
typedef struct hui_skyline {
    hui_rect area;
    double scale;     /* 1: buildings 36 to 70 wide, windows 8 × 10 */
    double slope;     /* 0: level; 1: the leftmost are half as high */
    int count;        /* 0: as many as fit */
    double lit;       /* share of lit windows */
    hui_color wall, window;
} hui_skyline;

void hui_skyline_draw(hui_scene *scene, const hui_skyline *skyline, hui_rng *rng);

#endif
