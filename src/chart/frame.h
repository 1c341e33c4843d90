/* Frames: the groups that a chart's picture is made of, with their data, scales and places. For the files of chart/ only. */
#ifndef HUI_CHART_FRAME_H
#define HUI_CHART_FRAME_H

#include "chart/grid_layout.h"
#include "chart/view.h"

/* One cell of a facet: the values its rows have in common. */
typedef struct hui_cell hui_cell;
struct hui_cell {
    const hui_view *facet;
    hui_value values[HUI_FACET_COUNT]; /* of the facet's fields */
    const hui_cell *outer;             /* of the facet around it */
    bool empty;                        /* of rows × columns: no data there */
};

/* Some rows of a table; `at` NULL: all of them. */
typedef struct hui_rows {
    const hui_table *table;
    const size_t *at;
    size_t count;
} hui_rows;

static inline size_t hui_row_at(const hui_rows *rows, size_t index)
{
    return rows->at ? rows->at[index] : index;
}

typedef enum hui_guide_kind { HUI_GUIDE_AXIS, HUI_GUIDE_LEGEND, HUI_GUIDE_TITLE, HUI_GUIDE_HEADER } hui_guide_kind;

/* An axis, legend, title or header: its marks are in its own coordinates. */
typedef struct hui_guide {
    hui_guide_kind kind;
    double x, y;      /* of its origin in the frame */
    hui_rect bounds;  /* in the frame */
    bool has_bounds;
    union {
        hui_axis_picture axis;
        hui_legend_picture legend;
        hui_title_picture title;
        hui_header_picture header;
    };
    const hui_json *spec; /* LEGEND: where it stands, "right"; TITLE: its orient, anchor, frame, offset */
    hui_orient orient;    /* AXIS */
    double offset;        /* LEGEND; NAN: not given */
    bool above_data;      /* AXIS: drawn over the marks */
} hui_guide;

typedef struct hui_guides {
    hui_guide *at;
    size_t count, capacity;
} hui_guides;

typedef struct hui_marks {
    hui_mark *at;
    size_t count, capacity;
} hui_marks;

typedef struct hui_built_scale {
    const hui_scale_part *part;
    const hui_scale *scale;
} hui_built_scale;

typedef struct hui_frame hui_frame;

typedef struct hui_frames {
    hui_frame **at;
    size_t count, capacity;
} hui_frames;

struct hui_frame {
    hui_charting *chart;
    const hui_view *view;
    hui_frame *parent;
    const hui_cell *cell;
    const char *role; /* of a plot: "view", "child", "cell"; NULL: it only holds others */
    double x, y;      /* in its parent */
    double width, height;
    bool has_margin;  /* of a chart that fits a size: the room around it as it was first */
    hui_edges margin; /* px on each side */
    struct {
        const hui_scale_part *part;
        hui_value *values;
        size_t count;
    } categories;      /* of the scale last asked for: once for the plot's size, once for its domain */
    size_t columns;    /* of the grid of its children; 0: all side by side */
    hui_edges content; /* all it holds, around its origin; */
    hui_edges edges;   /* and with its outline */
    hui_mark_item ground; /* of a plot */
    double corner_radius;
    struct {
        hui_built_scale *at;
        size_t count, capacity;
    } scales; /* of this view, and of layers in it that do not share them */
    hui_marks marks;
    hui_guides axes, legends, titles, headers;
    hui_frames children; /* plots and containers in it */
    /* a facet's headers and titles beside its cells */
    hui_frames row_headers, row_footers, column_headers, column_footers;
    hui_frame *row_title, *column_title;
    hui_frame *lost_title; /* that had to stand where another one does: at the origin, as in Vega */
};

/* frame.c: frames of a view and all below it, with scales and marks, not yet placed. NULL after a diagnostic. */
hui_frame *hui_frame_new(hui_charting *chart, const hui_view *view, hui_frame *parent, const hui_cell *cell, const char *role);

/* cells.c: rows of a view's table that belong to the frame's cell; all of them outside facets. */
hui_rows hui_frame_rows(const hui_frame *frame, const hui_view *view, const hui_table *table);
enum { HUI_CELL_LIMIT = 10000 };

/* Cells of a facet in their order: those of rows × columns, or of the wrapped facet. `columns` and `rows` are 1 where
 * the facet has none. */
typedef struct hui_cells {
    hui_cell **at; /* row by row; NULL: more than the limit */
    size_t count, columns, rows;
    const hui_value *column_values, *row_values; /* of headers; NULL: none */
} hui_cells;
hui_cells hui_facet_cells(const hui_frame *frame, const hui_view *facet);

/* scale_build.c: of a plot, with its size; of a container, those its plots share. */
void hui_frame_build_scales(hui_frame *frame);
void hui_frame_build_shared_scales(hui_frame *frame);
/* px that a unit's scale or axis spans: the plot's, or its own in layers that do not agree on a size. */
double hui_frame_extent(const hui_frame *frame, const hui_view *unit, int direction, double of_plot);
/* Whether a unit, or one of a layer's, has x or y. */
bool hui_unit_placed(const hui_view *view);
/* The scale that a channel of a view in this frame has, found there or in a frame around it; NULL if there is none. */
const hui_scale *hui_frame_scale(const hui_frame *frame, const hui_view *view, hui_channel channel);
/* The one of a unit in a plot below, which has no frame yet. */
const hui_scale *hui_frame_scale_below(hui_frame *frame, const hui_view *unit, hui_channel channel);

/* Parameters of the chart, and `width` and `height` of the frame. */
hui_params hui_frame_params(const hui_frame *frame);
/* mark_*.c: marks of a unit in a frame. */
void hui_unit_draw(const hui_view *unit, hui_frame *frame);

/* axis.c, legend.c, title.c, header.c: guides of a frame. */
void hui_frame_add_axes(hui_frame *frame, const hui_view *view);
/* An axis whose labels and title stand in a header: of a facet's shared scale. */
hui_guide hui_axis_make(hui_frame *frame, const hui_axis_part *part, double width, double height, bool main, bool grid);

/* overlap.c: labels that overlap are made invisible (opacity 0). */
typedef struct hui_label_dropping {
    const hui_json *method; /* true or "parity", "greedy"; else nothing is dropped */
    double separation;
    bool bounded; /* those beyond the axis (low … high) by more than the tolerance are dropped, too */
    double tolerance;
    bool is_x;
    double low, high;
} hui_label_dropping;
void hui_labels_drop(hui_labels *labels, hui_mark_item *items, size_t count, const hui_label_dropping *how);
void hui_frame_add_legends(hui_frame *frame, const hui_view *view);
void hui_frame_add_title(hui_frame *frame, const hui_view *view);
void hui_facet_add_headers(hui_frame *frame, const hui_view *facet, const hui_cells *cells);

/* frame_layout.c: places all that a frame holds, its own children first, and finds its bounds. */
void hui_frame_layout(hui_frame *frame);

/* flatten.c */
typedef struct hui_chart_padding {
    double left, top, right, bottom;
} hui_chart_padding;
hui_chart_padding hui_chart_padding_of(const hui_charting *chart); /* the spec's, or config's */
hui_chart_padding hui_frame_margin(const hui_frame *root);         /* room of what stands around the plot, whole px */
hui_picture *hui_frame_picture(hui_charting *chart, hui_frame *root);

#endif
