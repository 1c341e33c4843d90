/* Grids of a chart: what stands beside what (vega-view-transforms' gridLayout). For the files of chart/ only. */
#ifndef HUI_CHART_GRID_LAYOUT_H
#define HUI_CHART_GRID_LAYOUT_H

#include "base/arena.h"

/* Bounds by their edges. x1 > x2: empty. */
typedef struct hui_edges {
    double x1, y1, x2, y2;
} hui_edges;

hui_edges hui_edges_none(void);
hui_edges hui_edges_join(hui_edges a, hui_edges b);
hui_edges hui_edges_move(hui_edges edges, double dx, double dy);

typedef enum hui_grid_align { HUI_GRID_NONE, HUI_GRID_EACH, HUI_GRID_ALL } hui_grid_align;
typedef enum hui_grid_anchor { HUI_GRID_START, HUI_GRID_MIDDLE, HUI_GRID_END } hui_grid_anchor;

typedef struct hui_grid_options {
    size_t columns; /* 0: all side by side */
    hui_grid_align align_columns, align_rows;
    double column_padding, row_padding;
    bool center_columns, center_rows;
    double anchor_x, anchor_y;
    hui_grid_anchor anchor_column, anchor_row;
} hui_grid_options;

/* Something in a grid: its bounds around its origin; where the origin comes to stand. */
typedef struct hui_grid_item {
    hui_edges bounds;
    double x, y;
} hui_grid_item;

/* Places the items; returns the bounds of all. */
hui_edges hui_grid_layout(hui_arena *arena, hui_grid_item *items, size_t count, const hui_grid_options *options);

#endif
