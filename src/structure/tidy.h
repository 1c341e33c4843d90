/* Tidy trees: parents over the middle of their children, subtrees as close as their outlines allow, in linear time. */
#ifndef HUI_STRUCTURE_TIDY_H
#define HUI_STRUCTURE_TIDY_H

#include "base/arena.h"

/* A node's place along the tree (from `from` to `to`, away from the root) is given, its place across it is sought. */
typedef struct hui_tidy_node {
    double breadth, from, to;         /* gaps to neighbours included; a child's `from` is not before its parent's `to` */
    struct hui_tidy_node **children;
    size_t count;
    void *owner;                      /* the caller's */
    double across;                    /* result: where it begins across the tree; the first may be below 0 */
    /* the method's own: see tidy.c */
    double offset, shift_below, step, change;
    struct hui_tidy_node *thread[2], *extreme[2];
    double extreme_shift[2];
} hui_tidy_node;

void hui_tidy(hui_arena *arena, hui_tidy_node *root);

#endif
