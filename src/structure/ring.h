/* Rings: topics around a centre, with lines to it, or among each other. */
#ifndef HUI_STRUCTURE_RING_H
#define HUI_STRUCTURE_RING_H

#include "structure/relation.h"

typedef struct hui_ring {
    const hui_topic *center; /* NULL: none */
    hui_relation relation;   /* without edges: lines to the centre, or a line all around */
    bool arrows;             /* at the ends of edges */
    const char *kind;        /* class in SVG */
} hui_ring;

/* NULL if there is no room for them around a centre. */
hui_box *hui_ring_build(const hui_build *build, const hui_ring *ring);

#endif
