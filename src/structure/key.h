/* Keys: topics whose words have no room in a drawing stand below it, by number and colour. */
#ifndef HUI_STRUCTURE_KEY_H
#define HUI_STRUCTURE_KEY_H

#include "structure/topic.h"

typedef struct hui_key_entry {
    const hui_topic *topic;
    size_t number; /* which the drawing shows; 0: it shows the colour alone */
    hui_color color;
    hui_ground ground; /* that it is, to words on it */
    hui_color ink;     /* of the number; zero: the ground's */
} hui_key_entry;

/* Side by side on as many lines as they need; NULL if there are none. */
hui_box *hui_key_build(const hui_build *build, const hui_key_entry *entries, size_t count);

/* Label, figure and text in one run of words, in the column of a box that stands on that colour. */
hui_box *hui_key_words(const hui_build *build, const hui_topic *topic, hui_color on);

/* A number: a mark in the drawing, which has the colour `on` there. Without ink it has the ground's. */
hui_box *hui_key_mark(const hui_build *build, size_t number, hui_color on, hui_color ink);

/* A box at (0, 0) that any words in a drawing need at least: where it has no room none need be tried. */
hui_rect hui_least_words(const hui_build *build);

/* The height that the box, which is laid out and cannot be used any more, needs at this width; INFINITY if it needs more width. */
double hui_height_at(const hui_build *build, hui_box *box, double width);

#endif
