/* Spines: topics along an upright line, at one side of it or at both in turn: timelines, roads, zigzags. */
#ifndef HUI_STRUCTURE_SPINE_H
#define HUI_STRUCTURE_SPINE_H

#include "structure/topic.h"

typedef struct hui_spine_item {
    hui_box *aside; /* at the other side of the line: a date; NULL: none */
    hui_box *mark;  /* on the line; NULL: whoever draws the line draws a node */
    hui_box *words; /* NULL: none */
    double first_line; /* px from the top of the words to the middle of what their mark stands beside */
    double share;      /* 0..1: where it should be along the line; all 0: as close as they can be */
    const hui_accent *accent;
    hui_point node;    /* result: on the line, from the inside of the box */
    bool left;         /* result: its words are at the left */
} hui_spine_item;

typedef struct hui_spine {
    hui_build build;
    hui_spine_item *at;
    size_t count;
    bool both_sides;
    double aside_width; /* px at the left of the line for what stands aside; 0: nothing does */
    double node;        /* px: diameter of marks and nodes */
    double swing;       /* px by which nodes stand beside the middle, in turn: a winding line */
    double reach;       /* px between a node's edge and its words */
    double gap;         /* px between items of one side */
    double step;        /* px at least from node to node */
    double foot;        /* result: where the last item ends, from the inside of the box */
} hui_spine;

/* Items are filled in but for results; `draw` draws behind them, box->data is the spine. */
hui_box *hui_spine_box(const hui_build *build, hui_spine *spine, void (*draw)(const hui_box *box, hui_scene *scene));

/* A winding spine of topics (moments, with `dates`) with numbers or icons in circles and words beside them; at one side if
 * told so, or where there is no room for both. */
hui_spine *hui_spine_winding(const hui_build *build, hui_list topics, size_t size, bool dates, bool both_sides,
                             double swing);

/* What the words of an item have of this width. */
double hui_spine_words_width(const hui_spine *spine, double width);

/* The node of an item on the page. */
hui_point hui_spine_node(const hui_box *box, const hui_spine_item *item);

/* px from the top of a topic's words to the middle of their first line. */
double hui_topic_first_line(const hui_topic *topic);

#endif
