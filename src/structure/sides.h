/* Sides: topics in a card with a coloured head, for types that set two or four of them against each other. */
#ifndef HUI_STRUCTURE_SIDES_H
#define HUI_STRUCTURE_SIDES_H

#include "structure/drawing.h"
#include "structure/topic.h"

typedef struct hui_side {
    hui_string title, letter;       /* of its head: the letter is a large initial */
    hui_topic topic;                /* its icon or picture stands in the head, its words below */
    hui_list texts;                 /* hui_string: points */
    const char *marker;             /* icon before each point; NULL: a dot */
    hui_color head;                 /* zero: the accent's fill */
} hui_side;

/* The least width at which its words stand well, px. */
extern const double hui_side_least;

hui_box *hui_side_box(const hui_build *build, const hui_side *side);

#endif
