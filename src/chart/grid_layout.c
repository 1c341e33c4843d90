/* Grids of plots and legends. */
#include "chart/grid_layout.h"

#include <math.h>

hui_edges hui_edges_none(void)
{
    return (hui_edges){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

hui_edges hui_edges_join(hui_edges a, hui_edges b)
{
    return (hui_edges){fmin(a.x1, b.x1), fmin(a.y1, b.y1), fmax(a.x2, b.x2), fmax(a.y2, b.y2)};
}

hui_edges hui_edges_move(hui_edges edges, double dx, double dy)
{
    return (hui_edges){edges.x1 + dx, edges.y1 + dy, edges.x2 + dx, edges.y2 + dy};
}

/* One direction of a grid: `lanes` are columns (or rows), `lane_of` an item's. */
typedef struct direction {
    double *offset;  /* of each item from the one before it in its line */
    double *extent;  /* of each lane, from its origin to its far edge */
    double most;     /* of the extents */
    size_t lanes;
    hui_grid_align align;
} direction;

static double overhang(double edge)
{
    return edge < 0 ? ceil(-edge) : 0;
}

static direction measure(hui_arena *arena, const hui_grid_item *items, size_t count, size_t columns, bool across,
                         double padding, hui_grid_align align)
{
    const size_t rows = (count + columns - 1) / columns;
    direction d = {.lanes = across ? columns : rows, .align = align};
    d.offset = HUI_NEW_ARRAY(arena, double, count + 1);
    d.extent = HUI_NEW_ARRAY(arena, double, d.lanes + 1);
    for (size_t i = 0; i < count; i++) {
        const size_t lane = across ? i % columns : i / columns;
        const double far = ceil(across ? items[i].bounds.x2 : items[i].bounds.y2);
        d.extent[lane] = fmax(d.extent[lane], far);
        d.most = fmax(d.most, far);
        d.offset[i] = lane == 0 ? 0 : padding + overhang(across ? items[i].bounds.x1 : items[i].bounds.y1);
    }
    return d;
}

/* Lanes begin in one line (EACH), are of one size (ALL), or follow the extent of the lane before. */
static void align_lanes(direction *d, size_t count, size_t columns, bool across)
{
    double widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = fmax(widest, d->offset[i]);
    for (size_t lane = 1; lane < d->lanes; lane++) {
        double offset = 0;
        for (size_t i = 0; i < count; i++)
            if ((across ? i % columns : i / columns) == lane)
                offset = fmax(offset, d->offset[i]);
        for (size_t i = across ? lane : lane * columns; i < count && (across || i < (lane + 1) * columns);
             i += across ? columns : 1) {
            if (d->align == HUI_GRID_EACH)
                d->offset[i] = offset + d->extent[lane - 1];
            else
                d->offset[i] = d->align == HUI_GRID_ALL ? widest + d->most : d->offset[i] + d->extent[lane - 1];
        }
    }
}

static void place(hui_grid_item *items, size_t count, size_t columns, const direction *x, const direction *y)
{
    for (size_t i = 0; i < count; i++) {
        items[i].x = x->offset[i] + (i % columns ? items[i - 1].x : 0);
        items[i].y = y->offset[i] + (i >= columns ? items[i - columns].y : 0);
    }
}

/* As in Vega, an item's own place counts as room that is taken: hardly any but those of the first lane move. */
static void center(hui_grid_item *items, size_t count, size_t columns, const direction *d, bool across)
{
    for (size_t i = 0; i < count; i++) {
        const size_t lane = across ? i % columns : i / columns;
        const double room = d->align == HUI_GRID_ALL ? d->most : d->extent[lane];
        const double left = room - (across ? items[i].bounds.x2 + items[i].x : items[i].bounds.y2 + items[i].y);
        if (left > 0 && across)
            items[i].x += left / 2;
        else if (left > 0)
            items[i].y += left / 2;
    }
}

static double anchored(double at, double size, hui_grid_anchor anchor)
{
    return floor(at - (anchor == HUI_GRID_END ? size : anchor == HUI_GRID_MIDDLE ? size / 2 : 0) + 0.5);
}

hui_edges hui_grid_layout(hui_arena *arena, hui_grid_item *items, size_t count, const hui_grid_options *options)
{
    const size_t columns = options->columns ? options->columns : count ? count : 1;
    const size_t rows = (count + columns - 1) / columns;
    direction x = measure(arena, items, count, columns, true, options->column_padding, options->align_columns);
    direction y = measure(arena, items, count, columns, false, options->row_padding, options->align_rows);
    align_lanes(&x, count, columns, true);
    align_lanes(&y, count, columns, false);
    place(items, count, columns, &x, &y);
    if (options->align_columns != HUI_GRID_NONE && options->center_columns && rows > 1)
        center(items, count, columns, &x, true);
    if (options->align_rows != HUI_GRID_NONE && options->center_rows && columns != 1)
        center(items, count, columns, &y, false);
    hui_edges bounds = {0, 0, 0, 0};
    for (size_t i = 0; i < count; i++)
        bounds = hui_edges_join(bounds, hui_edges_move(items[i].bounds, items[i].x, items[i].y));
    const double dx = anchored(options->anchor_x, bounds.x2 - bounds.x1, options->anchor_column);
    const double dy = anchored(options->anchor_y, bounds.y2 - bounds.y1, options->anchor_row);
    bounds = hui_edges_none();
    for (size_t i = 0; i < count; i++) {
        items[i].x += dx;
        items[i].y += dy;
        bounds = hui_edges_join(bounds, hui_edges_move(items[i].bounds, items[i].x, items[i].y));
    }
    return bounds;
}
