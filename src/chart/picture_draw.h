/* What the files that draw pictures share. */
#ifndef HUI_CHART_PICTURE_DRAW_H
#define HUI_CHART_PICTURE_DRAW_H

#include "chart/labels.h"
#include "chart/outline.h"

typedef struct hui_pencil {
    hui_scene *scene;
    hui_labels *labels;
} hui_pencil;

/* An item's paints, opacities and gradients worked in; `bounds` are the item's, for gradients. */
hui_paint hui_pencil_fill(hui_pencil pencil, const hui_mark_item *item, hui_rect bounds);
hui_stroke hui_pencil_stroke(hui_pencil pencil, const hui_mark_item *item, hui_rect bounds);
/* A colour with an item's and the paint's own opacity worked in. */
hui_color hui_pencil_color(hui_color color, double opacity, double own);

/* All items of a mark, in the coordinates of its group. */
void hui_pencil_mark(hui_pencil pencil, const hui_mark *mark);
void hui_pencil_symbols(hui_pencil pencil, const hui_mark *mark);
void hui_pencil_text(hui_pencil pencil, const hui_mark_item *item);

#endif
