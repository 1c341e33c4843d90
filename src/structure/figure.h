/* Figures: drawings whose size is known before the layout, with boxes at places in them, and a key. */
#ifndef HUI_STRUCTURE_FIGURE_H
#define HUI_STRUCTURE_FIGURE_H

#include "structure/key.h"

typedef struct hui_spot {
    hui_box *box;
    hui_rect rect; /* in the figure; a box that needs less height stands in its middle */
} hui_spot;

typedef struct hui_figure {
    double width, height; /* at most the room's width */
    hui_spot *spots;      /* in reading order; without a box: skipped */
    size_t count;
    /* Draws what is behind the boxes, as decoration; `at` is where the figure stands. */
    void (*draw)(const void *data, hui_rect at, hui_scene *scene);
    const void *data;
    const char *kind; /* class in SVG */
} hui_figure;

/* The figure in the middle of its room, the key at its right where there is room, else below. The box is a list. */
hui_box *hui_figure_build(const hui_build *build, const hui_figure *figure, const hui_key_entry *entries, size_t count);

#endif
