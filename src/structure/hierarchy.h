/* Hierarchies: topics as boxes that links join to those below them; trees, organisation charts and mind maps are such. */
#ifndef HUI_STRUCTURE_HIERARCHY_H
#define HUI_STRUCTURE_HIERARCHY_H

#include "structure/link.h"
#include "structure/node.h"

typedef enum hui_growth { HUI_GROWTH_DOWN, HUI_GROWTH_UP, HUI_GROWTH_RIGHT, HUI_GROWTH_LEFT, HUI_GROWTH_BOTH } hui_growth;

typedef struct hui_hierarchy {
    hui_list items;        /* hui_topic */
    const hui_topic *root; /* above the items; NULL: they are the roots */
    hui_growth growth;     /* BOTH: to the right and the left of the root */
    hui_link_shape links;
    bool compact;          /* growing sidewards, boxes follow their parents closely instead of standing in levels */
    bool stacks;           /* boxes of the last level may stand below each other under their parent, growing DOWN */
    bool portraits;        /* icons and pictures are large, and above the words where boxes grow DOWN or UP */
    const char *kind;      /* class in SVG */
} hui_hierarchy;

/* Where there is no room it grows to the right, and where there is none for that either it becomes an indented list. */
hui_box *hui_hierarchy_build(const hui_build *build, const hui_hierarchy *hierarchy);

#endif
