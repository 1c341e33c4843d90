/* Links: lines from box to box. */
#ifndef HUI_STRUCTURE_LINK_H
#define HUI_STRUCTURE_LINK_H

#include "base/path.h"
#include "model/record.h"

typedef enum hui_link_shape { HUI_LINK_ELBOW, HUI_LINK_STRAIGHT, HUI_LINK_CURVED } hui_link_shape;
extern const hui_word hui_link_shape_words[];

/* Adds a line that leaves `from` and reaches `to` upright, or level. An elbow turns on the line `bend` (a y if upright, else an x). */
void hui_path_link(hui_path *path, hui_link_shape shape, hui_point from, hui_point to, bool upright, double bend);

#endif
