/* Blocks: boxes on a shape of their own, such as chevrons and the bands of a funnel. */
#ifndef HUI_STRUCTURE_BLOCK_H
#define HUI_STRUCTURE_BLOCK_H

#include "panel/build.h"

typedef struct hui_block {
    /* Adds the outline of a block that fills the rect. */
    void (*outline)(hui_path *path, hui_rect rect, const void *data);
    const void *data;
    hui_color from, to;    /* a gradient over the rect; `to` zero: all of it is `from` */
    double angle;          /* of the gradient, CSS degrees */
    hui_color line;        /* its border; zero: none */
    double line_width;
} hui_block;

/* Draws the block behind what the box holds. The box must not have a look. Returns the box. */
hui_box *hui_box_block(const hui_build *build, hui_box *box, const hui_block *block);

/* The nth of `count` shades of the accent, from its dark one to its fill: light text can be read on all of them. */
hui_color hui_shade(const hui_build *build, size_t index, size_t count);

/* What words in the nth of `count` blocks stand on, and the colours for them: shades of the topic's accent or else of the one
 * in force; light blocks where the ground is dark already. */
hui_color hui_block_fill(const hui_build *build, const hui_accent *own, size_t index, size_t count);
hui_build hui_build_in_block(const hui_build *build);

/* Fills the path, in a group that is decoration. */
void hui_draw_artifact(hui_scene *scene, const char *kind, hui_path path, hui_paint fill, hui_stroke stroke);

#endif
