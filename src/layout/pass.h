/* The passes of layout over a tree of boxes, in order; each visits every box once, until it is cancelled. Only layout/ includes this. */
#ifndef HUI_LAYOUT_PASS_H
#define HUI_LAYOUT_PASS_H

#include "layout/slot.h"

#include <math.h>

typedef struct hui_layout {
    hui_arena *arena;
    hui_slot *slots; /* for one box at a time */
    size_t capacity;
    void (*overflow)(void *closure, const hui_box *box, double needed, double given);
    void *closure;
    hui_monitor *monitor;
} hui_layout;

/* Sets each extent, children first. */
void hui_pass_extents(hui_layout *layout, hui_box *box);
/* Sets the children's rect.w from the box's. Returns whether an overflow was reported. */
bool hui_pass_widths(hui_layout *layout, hui_box *box);
/* Sets each natural height and baseline, children first. */
void hui_pass_heights(hui_layout *layout, hui_box *box);
/* Sets the children's rects from the box's, and the final baselines. */
void hui_pass_places(hui_layout *layout, hui_box *box);

/* Sets x, y and height of the children from the box's rect; leaves their own children alone. */
void hui_place_children(hui_layout *layout, hui_box *box);
/* Height and place in a line from `top`, `height` high, whose baseline is `above` below its top. */
void hui_place_in_line(hui_box *child, hui_align align, double top, double height, double above);

/* A grid's cells and the extent of its tracks, gaps included. */
hui_extent hui_grid_extent(hui_layout *layout, hui_box *box);
void hui_grid_widths(hui_box *box, double inner);
double hui_grid_height(hui_box *box);
void hui_grid_place(hui_box *box, hui_rect inner);

/* Room for as many slots as the box has children, zeroed. Valid until the next call. */
hui_slot *hui_layout_slots(hui_layout *layout, const hui_box *box, size_t *count);
/* One slot per child, along the box's horizontal main axis. */
hui_slot hui_box_slot(const hui_box *child);

hui_align hui_box_align(const hui_box *parent, const hui_box *child);
/* The widest it may get by stretching or growing. */
double hui_box_most(const hui_box *box);
/* Its baseline, or its foot. */
double hui_box_foot(const hui_box *box);

static inline double hui_whole(double length) { return floor(length + 0.5); }
/* The slack hides what floating point adds to a product such as 30 × 1.4. */
static inline double hui_whole_up(double length) { return ceil(length - 1e-6); }
static inline double hui_box_padding(const hui_box *box, int side) { return hui_whole(box->padding[side]); }
static inline double hui_box_padding_x(const hui_box *box)
{
    return hui_box_padding(box, HUI_LEFT) + hui_box_padding(box, HUI_RIGHT);
}
static inline double hui_box_padding_y(const hui_box *box)
{
    return hui_box_padding(box, HUI_TOP) + hui_box_padding(box, HUI_BOTTOM);
}
static inline double hui_gaps(double gap, size_t count) { return count > 1 ? gap * (double)(count - 1) : 0; }

#endif
