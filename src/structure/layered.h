/* Layered directed graphs: places of nodes, and curves of edges between them, found by Graphviz. */
#ifndef HUI_STRUCTURE_LAYERED_H
#define HUI_STRUCTURE_LAYERED_H

#include "base/arena.h"
#include "base/geom.h"

typedef struct hui_layered_node {
    double width, height;
    hui_point middle; /* found */
} hui_layered_node;

typedef struct hui_layered_edge {
    size_t from, to;
    double label_width, label_height; /* 0: none */
    /* found: a start, then two controls and an end of each piece; then the tip of its arrow; the label's middle */
    hui_point *points;
    size_t count;
    hui_point tip, label;
} hui_layered_edge;

typedef struct hui_layered {
    hui_layered_node *nodes;
    size_t count;
    hui_layered_edge *edges;
    size_t edge_count;
    bool sidewards;       /* layers are columns from the left to the right; else rows from the top */
    double width, height; /* found */
} hui_layered;

/* NULL, or what is in the way. Graphviz is opened at the first call. */
const char *hui_layered_find(hui_arena *arena, hui_layered *graph);

#endif
