/* Pieces: the parts that several scenes are composed of. */
#ifndef HUI_ART_PIECES_H
#define HUI_ART_PIECES_H

#include "art/art.h"
#include "base/rng.h"

/* A row of buildings from left to right that stand on the lower edge of `area`; they reach its top (masts go
 * higher) and the last one may be cut by the right edge. */
typedef struct hui_skyline {
    hui_rect area;
    double scale;  /* 1: buildings 36 to 70 wide, windows 8 × 10 */
    double slope;  /* 0: level; 1: the leftmost are half as high */
    double low;    /* height of the lowest buildings as a share of the highest; 0: 0.5 */
    double plinth; /* height of a wall along the whole row, without windows */
    bool plain;    /* no masts and domes */
    int count;     /* 0: as many as fit */
    int first;     /* the building of the rhythm that it begins with; -1: any */
    double lit;    /* share of lit windows */
    hui_color wall, window;
} hui_skyline;

void hui_skyline_draw(hui_scene *scene, const hui_skyline *skyline, hui_rng *rng);

/* A mountain ridge on the lower edge of `area`: summits from its top down, the right face of each in shade. */
typedef struct hui_ridge {
    hui_rect area;
    double pitch; /* between summits, about */
    hui_color light, shade;
} hui_ridge;

void hui_ridge_draw(hui_scene *scene, const hui_ridge *ridge, hui_rng *rng);

/* The crest of a hill: a smooth curve from left to right. */
enum { HUI_CREST_POINTS = 6 };
typedef struct hui_crest {
    hui_point at[HUI_CREST_POINTS];
} hui_crest;

/* Shares go over `width` to the right and `height` upwards from (left, bottom); inner points vary by +-`vary` of it. */
hui_crest hui_crest_place(hui_point left_bottom, double width, double height, const hui_point shares[HUI_CREST_POINTS],
                          double vary, hui_rng *rng);
void hui_crest_fill(hui_scene *scene, const hui_crest *crest, double bottom, hui_paint paint);
void hui_crest_line(hui_scene *scene, const hui_crest *crest, hui_color color, double width);
/* The curve's y at x, to stand things on. */
double hui_crest_y(const hui_crest *crest, double x);

/* Blades reach 0.46 of the hub's height above `foot`; the first is turned by `turn` degrees from upright. */
void hui_turbine_draw(hui_scene *scene, hui_point foot, double hub, double turn, hui_color color);

/* Three firs, the middle one the highest, on the ground at `foot` or, where there is one, on the crest around x. */
void hui_firs_draw(hui_scene *scene, hui_point foot, const hui_crest *crest, double height, const hui_accent *accent,
                   hui_rng *rng);

/* A disc with rings around it that fade outwards. Radii in px. */
typedef struct hui_sun {
    double x, y, r;
    const double *rings;
    size_t ring_count;
    double width;
    hui_paint disc;
    hui_color ring; /* its alpha is the innermost ring's */
} hui_sun;

void hui_sun_draw(hui_scene *scene, const hui_sun *sun);

/* A ribbon that rises from `start` to `end`, widens from `thin` to `wide` and ends in an arrow head, which lies
 * beyond `end` by at most HUI_RIBBON_HEAD times `wide`. */
typedef struct hui_ribbon {
    hui_point start, end;
    double thin, wide;
    hui_paint body;
    hui_color head;
} hui_ribbon;

#define HUI_RIBBON_HEAD 2.26

void hui_ribbon_draw(hui_scene *scene, const hui_ribbon *ribbon);
/* The curve it follows, for lines that accompany it. */
void hui_ribbon_curve(hui_point start, hui_point end, hui_point cubic[4]);

#endif
