/* Around: topics as the parts of a ring or a fan, with words at its left and right, or below it where there is no room. */
#ifndef HUI_STRUCTURE_AROUND_H
#define HUI_STRUCTURE_AROUND_H

#include "structure/topic.h"

/* A part of a ring: degrees clockwise from 3 o'clock. */
typedef struct hui_ring_part {
    double x, y, inner, outer, from, to;
} hui_ring_part;

typedef struct hui_around {
    hui_list items;     /* hui_topic */
    hui_string title;   /* in the middle */
    double from, sweep; /* degrees: where the first part begins, and all of them */
    double lead;        /* degrees: how far ahead of its middle a part's mark stands */
    double inner;       /* radius of the hole, share of the outer one */
    void (*outline)(hui_path *path, const hui_ring_part *part);
    const char *kind; /* class in SVG */
} hui_around;

hui_box *hui_around_build(const hui_build *build, const hui_around *around);

#endif
