/* Nodes: topics as boxes that links join. */
#ifndef HUI_STRUCTURE_NODE_H
#define HUI_STRUCTURE_NODE_H

#include "structure/block.h"
#include "structure/topic.h"

typedef enum hui_node_rank { HUI_NODE_MAIN, HUI_NODE_SECOND, HUI_NODE_PLAIN } hui_node_rank; /* solid; tinted; with a border */

typedef struct hui_node_look {
    hui_node_rank rank;
    bool upright;     /* icon or picture above the words instead of beside them */
    double mark_size; /* of icons and pictures, px */
    bool start;       /* words begin at the left; else they are centred */
} hui_node_look;

typedef struct hui_node {
    hui_box *box;
    hui_extent extent; /* of the box: never so narrow that its words become a pillar */
} hui_node;

/* A node whose size is known before the layout: as wide as it needs, but no wider than `limit` unless a word is. */
typedef struct hui_sized_node {
    hui_box *box;
    double width, height;
} hui_sized_node;

hui_sized_node hui_node_sized(const hui_build *build, const hui_topic *topic, hui_node_look look, double limit);

hui_node hui_node_build(const hui_build *build, const hui_topic *topic, hui_node_look look);

/* What a node of that rank stands on, and its colour. */
hui_ground hui_rank_ground(const hui_build *build, hui_node_rank rank);
hui_color hui_rank_fill(const hui_build *build, hui_node_rank rank);

/* The colour of the nth of `count` of main rank: shades where the ground is light. */
hui_color hui_main_fill(const hui_build *build, size_t index, size_t count);

/* The colour of links on the ground in force. */
hui_color hui_link_color(const hui_build *build);

#endif
