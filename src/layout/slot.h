/* Slots: lengths side by side along one axis (children of a row, tracks of a grid) that share the room there is. */
#ifndef HUI_LAYOUT_SLOT_H
#define HUI_LAYOUT_SLOT_H

#include "layout/box.h"

typedef struct hui_slot {
    double min, max; /* whole numbers */
    double grow;     /* > 0: shares what the others leave, starting from min */
    double most;     /* where growing ends; INFINITY: nowhere */
    bool fixed;      /* a track that content does not change */
    bool settled;    /* while sharing: has hit min or most */

    double size, at; /* results */
} hui_slot;

/* The least length of all and the one in which each has its max, without gaps. */
hui_extent hui_slots_extent(const hui_slot *slots, size_t count);
/* Sets each size, in whole numbers, to at most `room` altogether. */
void hui_slots_fit(hui_slot *slots, size_t count, double room);
/* Sets each `at` from the sizes, in `length` with the box's justify and max_gap. */
void hui_slots_place(hui_slot *slots, size_t count, const hui_box *box, double gap, double length);

#endif
