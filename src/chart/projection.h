/* Projections of a chart: which views share one, and what it is once plots have their sizes. For the files of chart/ only. */
#ifndef HUI_CHART_PROJECTION_H
#define HUI_CHART_PROJECTION_H

#include "chart/frame.h"
#include "geo/projection.h"

/* A projection before its plots are known. Owned by the topmost view that shares it. */
typedef struct hui_projection_part hui_projection_part;

struct hui_projection_part {
    bool merged; /* into the parent's */
    const hui_json *props;   /* given by the spec and config */
    const char *type;        /* where they say none; NULL: Vega's own */
    bool fits;               /* to the data of its units */
    const hui_view **units;
    size_t unit_count;
};

/* projection_part.c, after sizes are known. */
void hui_view_find_projections(hui_view *view);
/* Whether a unit shows something by longitude and latitude, and whether its projection is fitted to what it shows. */
bool hui_unit_projects(const hui_view *unit);
bool hui_unit_fits(const hui_view *unit);

/* geo_rows.c: rows of a unit as GeoJSON: a field of them, or they themselves. */
typedef struct hui_geo_rows {
    hui_arena *arena;
    bool is_field;
    hui_accessor field;
    const hui_column *members[5];
} hui_geo_rows;

hui_geo_rows hui_geo_rows_new(hui_arena *arena, const hui_view *unit, const hui_table *table);
hui_value hui_geo_row(const hui_geo_rows *rows, size_t row);
/* A map that is fitted to shapes has only rows with shapes. */
hui_table *hui_unit_filter_shapes(const hui_view *view, hui_table *table);
/* Whether all polygons of a unit are counterclockwise: they are drawn the way they were meant. */
bool hui_unit_geo_turned(const hui_view *unit);

/* projection_build.c: the projection of a unit in the frame of its plot, fitted to it; NULL after a diagnostic. */
hui_projection *hui_frame_projection(hui_frame *frame, const hui_view *unit);

/* geopoint.c: columns with the places of a drawing's longitudes and latitudes, on its table; nothing if it has none. */
typedef struct hui_drawing hui_drawing;
void hui_drawing_geocode(hui_drawing *drawing);
/* The column of x, y, x2 or y2; NULL if they are not by longitude and latitude. */
const char *hui_geo_column(const hui_view *unit, hui_channel channel);
/* x, y, x2 or y2 by longitude and latitude; NULL if they are not. */
struct hui_encoder *hui_encode_geopoint(const hui_drawing *drawing, hui_channel channel);
/* What has no place is out of sight. */
void hui_marks_hide_unplaced(hui_marks *marks, size_t first);

/* geo_function.c: for the scope of expressions; `closure` is the chart. */
hui_value hui_geo_function(void *closure, const char *function, const hui_value *arguments, size_t count);

/* mark_geoshape.c */
void hui_draw_geoshapes(hui_drawing *drawing, hui_marks *marks);

#endif
