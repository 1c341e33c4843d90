/* Outlines of marks: what is filled and stroked, and measured for bounds. */
#ifndef HUI_CHART_OUTLINE_H
#define HUI_CHART_OUTLINE_H

#include "chart/picture.h"

/* A coordinate, length or angle that can be drawn: 0 where it is not a number (as in Vega), and no larger than Cairo's
 * fixed point numbers can take, scaled too. */
double hui_coordinate(double value);

/* A circle's arc as curves that end wherever it crosses an axis of the circle, so that their ends tell its bounds. Angles
 * in radians, clockwise from 3 o'clock, or counterclockwise if `to` is less than `from`. Goes on from an open path. */
void hui_outline_arc(hui_path *path, double x, double y, double r, double from, double to);

/* d3-shape's arc around (0, 0). */
void hui_arc_outline(hui_path *path, const hui_mark_item *item);
/* vega-scenegraph's trail. */
void hui_trail_outline(hui_path *path, const hui_mark *mark);

/* Of an item of kind SYMBOL, ARC or PATH, in the group's coordinates. */
void hui_item_outline(hui_path *path, hui_mark_type type, const hui_mark_item *item);
/* Of a LINE, AREA or TRAIL. */
void hui_mark_outline(hui_path *path, const hui_mark *mark);

#endif
