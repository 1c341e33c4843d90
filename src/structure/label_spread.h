/* Labels along a line, moved apart so that none overlaps another, each as near as possible to where it wants to be. */
#ifndef HUI_STRUCTURE_LABEL_SPREAD_H
#define HUI_STRUCTURE_LABEL_SPREAD_H

#include "base/arena.h"

typedef struct hui_label_place {
    double wanted, size; /* the middle it wants; its height with the gap to the next */
    double middle;       /* the middle it gets */
} hui_label_place;

/* Between `low` and `high`, if they fit; else from `low` on. n log n. */
void hui_labels_spread(hui_arena *arena, hui_label_place *labels, size_t count, double low, double high);

#endif
