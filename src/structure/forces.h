/* Forces: places of points that repel each other, and attract each other along edges. */
#ifndef HUI_STRUCTURE_FORCES_H
#define HUI_STRUCTURE_FORCES_H

#include "base/arena.h"
#include "base/geom.h"

typedef struct hui_force_edge {
    size_t from, to;
} hui_force_edge;

/* Moves the points into the square of that side; the same for the same seed. In n log n of the points a round. */
void hui_forces(hui_arena *arena, hui_point *points, size_t count, const hui_force_edge *edges, size_t edge_count, double side,
                unsigned seed);

#endif
