/* Cells: topics as rectangles whose areas stand for their amounts, with words in them where there is room, else in a key. */
#ifndef HUI_STRUCTURE_CELLS_H
#define HUI_STRUCTURE_CELLS_H

#include "structure/amount.h"

typedef struct hui_cell {
    const hui_topic *topic;
    hui_rect rect;   /* in a drawing as wide as the room */
    hui_color fill;
    hui_ground ground; /* of its words */
    double head;     /* px at its top that it has for them; 0: all of it */
} hui_cell;

/* Whether all words have room in their cells; true if there are too many to try. */
bool hui_cells_hold(const hui_build *build, const hui_cell *cells, size_t count);

/* A drawing of that height, and its key. */
hui_box *hui_cells_build(const hui_build *build, const hui_cell *cells, size_t count, double height, const char *kind);

#endif
