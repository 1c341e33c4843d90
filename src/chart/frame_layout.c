/* Placing what frames hold: plots in grids, headers beside them, legends and titles around them (Vega's ViewLayout). */
#include "chart/frame.h"

#include <math.h>
#include <string.h>

static hui_edges edges_of(hui_rect rect)
{
    return rect.w < 0 ? hui_edges_none() : (hui_edges){rect.x, rect.y, rect.x + rect.w, rect.y + rect.h};
}

static hui_edges frame_edges(const hui_frame *frame)
{
    return hui_edges_move(frame->edges, frame->x, frame->y);
}

/* Grids of plots
 * -------------- */

static double member(const hui_json *json, const char *key, double fallback)
{
    return hui_json_is(json, HUI_JSON_OBJECT) ? hui_spec_number(json, key, fallback) : hui_json_number(json, fallback);
}

static hui_grid_align read_align(const hui_json *json, const char *key, hui_grid_align fallback)
{
    const hui_json *value = hui_json_is(json, HUI_JSON_OBJECT) ? hui_json_find(json, key) : json;
    return hui_json_is_string(value, "none")   ? HUI_GRID_NONE
           : hui_json_is_string(value, "each") ? HUI_GRID_EACH
           : hui_json_is_string(value, "all")  ? HUI_GRID_ALL
                                               : fallback;
}

static bool read_center(const hui_json *json, const char *key)
{
    return hui_json_is(json, HUI_JSON_OBJECT) ? hui_spec_bool(json, key, false) : hui_json_bool(json, false);
}

static bool is_independent(const hui_view *view, hui_channel channel)
{
    return view->scale_resolve[channel] == HUI_INDEPENDENT;
}

static hui_grid_align default_align(const hui_view *view)
{
    if (view->kind == HUI_VIEW_CONCAT)
        return HUI_GRID_EACH;
    const bool row = view->headers[HUI_FACET_ROW].def, column = view->headers[HUI_FACET_COLUMN].def;
    const bool loose =
        (!row && is_independent(view, HUI_CHANNEL_X)) ||
        (!column && is_independent(view, HUI_CHANNEL_Y) && !(!row && is_independent(view, HUI_CHANNEL_X)));
    return loose ? HUI_GRID_NONE : HUI_GRID_ALL;
}

static hui_grid_options grid_options(const hui_frame *frame)
{
    const hui_view *view = frame->view;
    const bool facet = view->kind == HUI_VIEW_FACET;
    const hui_json *config = hui_spec_find(view->chart->config, facet ? "facet" : "concat");
    const hui_json *spacing = hui_json_first(hui_json_find(view->spec, "spacing"), hui_spec_find(config, "spacing"));
    const double usual = hui_spec_number(config, "spacing", 20);
    const hui_json *align = hui_json_find(view->spec, "align"), *center = hui_json_find(view->spec, "center");
    return (hui_grid_options){.columns = frame->columns,
                              .align_columns = read_align(align, "column", default_align(view)),
                              .align_rows = read_align(align, "row", default_align(view)),
                              .column_padding = member(spacing, "column", usual),
                              .row_padding = member(spacing, "row", usual),
                              .center_columns = read_center(center, "column"),
                              .center_rows = read_center(center, "row")};
}

static bool is_flush(const hui_frame *frame)
{
    return hui_json_is_string(hui_json_find(frame->view->spec, "bounds"), "flush");
}

static hui_edges layout_grid(hui_frame *frame)
{
    const size_t count = frame->children.count;
    const hui_grid_options options = grid_options(frame);
    hui_grid_item *items = HUI_NEW_ARRAY(frame->chart->arena, hui_grid_item, count + 1);
    for (size_t i = 0; i < count; i++) {
        const hui_frame *child = frame->children.at[i];
        items[i].bounds = is_flush(frame) ? (hui_edges){0, 0, child->width, child->height} : child->edges;
    }
    hui_edges bounds = hui_grid_layout(frame->chart->arena, items, count, &options);
    for (size_t i = 0; i < count; i++) {
        frame->children.at[i]->x = items[i].x;
        frame->children.at[i]->y = items[i].y;
    }
    return count ? bounds : (hui_edges){0, 0, 0, 0};
}

/* Headers
 * ------- */

typedef enum side { SIDE_LEFT, SIDE_TOP, SIDE_RIGHT, SIDE_BOTTOM } side;

static double edge_at(const hui_frame *frame, const hui_frame *parent, side at)
{
    const hui_edges flush = {frame->x, frame->y, frame->x + frame->width, frame->y + frame->height};
    const hui_edges edges = is_flush(parent) ? flush : frame_edges(frame);
    return at == SIDE_LEFT ? edges.x1 : at == SIDE_TOP ? edges.y1 : at == SIDE_RIGHT ? edges.x2 : edges.y2;
}

static double farther(double a, double b, side at)
{
    return at == SIDE_LEFT || at == SIDE_TOP ? floor(fmin(a, b)) : ceil(fmax(a, b));
}

/* Headers of one side of a grid; returns how far they reach. */
static double layout_headers(const hui_frame *frame, const hui_frames *headers, side at)
{
    const size_t count = frame->children.count, columns = frame->columns ? frame->columns : count ? count : 1;
    const size_t rows = (count + columns - 1) / columns;
    const bool across = at == SIDE_TOP || at == SIDE_BOTTOM; /* one header a column */
    const size_t start = at == SIDE_RIGHT ? columns - 1 : at == SIDE_BOTTOM ? (rows - 1) * columns : 0;
    const size_t stride = across ? 1 : columns, back = across ? columns : 1;
    double reach = 0, edge = 0;
    if (count == 0)
        return 0;
    for (size_t i = start; i < count; i += stride)
        reach = farther(reach, edge_at(frame->children.at[i], frame, at), at);
    if (headers->count == 0)
        return reach;
    for (size_t j = 0, i = start; j < headers->count && j < (across ? columns : rows); j++, i += stride) {
        size_t k = i;
        while (k >= count && k >= back)
            k -= back;
        if (k >= count)
            continue;
        hui_frame *header = headers->at[j];
        header->x = across ? frame->children.at[k]->x : reach;
        header->y = across ? reach : frame->children.at[k]->y;
        const hui_edges edges = frame_edges(header);
        edge = farther(edge,
                       at == SIDE_LEFT    ? edges.x1
                       : at == SIDE_TOP   ? edges.y1
                       : at == SIDE_RIGHT ? edges.x2
                                          : edges.y2,
                       at);
    }
    return edge;
}

static void layout_facet_title(hui_frame *title, hui_edges grid, double at, bool row)
{
    const double band = hui_spec_number(title->titles.count ? title->titles.at[0].spec : NULL, "band", 0.5);
    title->x = row ? at : floor(grid.x1 + band * (grid.x2 - grid.x1) + 0.5);
    title->y = row ? floor(grid.y1 + band * (grid.y2 - grid.y1) + 0.5) : at;
}

/* Where a facet's title stands: before the cells with their headers, or after them. */
static double beside_cells(const hui_frame *title, double before, double after)
{
    const hui_json *spec = title->titles.count ? title->titles.at[0].spec : NULL;
    const double gap = hui_spec_number(spec, "gap", 0);
    return hui_spec_bool(spec, "after", false) ? after + gap : before - gap;
}

static void layout_trellis(hui_frame *frame)
{
    const hui_edges grid = layout_grid(frame);
    const double left = layout_headers(frame, &frame->row_headers, SIDE_LEFT);
    const double top = layout_headers(frame, &frame->column_headers, SIDE_TOP);
    const double right = layout_headers(frame, &frame->row_footers, SIDE_RIGHT);
    const double bottom = layout_headers(frame, &frame->column_footers, SIDE_BOTTOM);
    if (frame->row_title)
        layout_facet_title(frame->row_title, grid, beside_cells(frame->row_title, left, right), true);
    if (frame->column_title)
        layout_facet_title(frame->column_title, grid, beside_cells(frame->column_title, top, bottom), false);
}

/* Legends
 * ------- */

typedef struct surroundings {
    hui_edges view, x, y; /* of marks; of what stands beside the plot; above and below it */
    double width, height;
} surroundings;

static const char *const legend_sides[] = {"left",     "right",     "top",         "bottom",
                                           "top-left", "top-right", "bottom-left", "bottom-right"};

static const hui_json *legend_layout_find(const hui_frame *frame, const char *orient, const char *key)
{
    const hui_json *user = hui_spec_find(frame->chart->config, "legend.layout");
    const hui_json *vega = hui_spec_find(frame->chart->config, "vega.legend.layout");
    const hui_json *found = hui_spec_find(hui_json_is(user, HUI_JSON_OBJECT) ? hui_json_find(user, orient) : NULL, key);
    if (!found)
        found = hui_spec_find(user, key);
    if (!found)
        found = hui_spec_find(hui_json_find(vega, orient), key);
    return found ? found : hui_spec_find(vega, key);
}

static double legends_offset(const hui_frame *frame, const char *orient)
{
    double most = NAN;
    for (size_t i = 0; i < frame->legends.count; i++)
        if (!strcmp(hui_spec_string(frame->legends.at[i].spec, "orient", "right"), orient))
            most = isnan(most) ? frame->legends.at[i].offset : fmax(most, frame->legends.at[i].offset);
    return isnan(most) ? hui_json_number(legend_layout_find(frame, orient, "offset"), 0) : most;
}

static hui_grid_anchor read_anchor(const char *word)
{
    return !strcmp(word, "end") ? HUI_GRID_END : !strcmp(word, "middle") ? HUI_GRID_MIDDLE : HUI_GRID_START;
}

static void anchor_legends(hui_grid_options *options, const surroundings *s, const hui_frame *frame, const char *orient)
{
    const double offset = legends_offset(frame, orient);
    const hui_grid_anchor anchor = read_anchor(hui_json_string(legend_layout_find(frame, orient, "anchor"), "start"));
    const bool by_bounds = hui_json_is_string(legend_layout_find(frame, orient, "frame"), "bounds");
    const double share = anchor == HUI_GRID_END ? 1 : anchor == HUI_GRID_MIDDLE ? 0.5 : 0;
    const double width = s->width > 0 ? s->width : s->y.x2 - s->y.x1 + 2 * s->y.x1;
    const double height = s->height > 0 ? s->height : s->x.y2 - s->x.y1 + 2 * s->x.y1;
    const double along_x = by_bounds ? s->x.x1 + share * (s->x.x2 - s->x.x1) : share * width;
    const double along_y = by_bounds ? s->y.y1 + share * (s->y.y2 - s->y.y1) : share * height;
    const bool left = strstr(orient, "left"), right = strstr(orient, "right");
    const bool top = strstr(orient, "top"), bottom = strstr(orient, "bottom");
    if (strchr(orient, '-')) { /* in a corner of the plot */
        options->anchor_x = right ? s->width - offset : offset;
        options->anchor_y = bottom ? s->height - offset : offset;
        options->anchor_column = right ? HUI_GRID_END : HUI_GRID_START;
        options->anchor_row = bottom ? HUI_GRID_END : HUI_GRID_START;
        return;
    }
    options->anchor_x = left ? floor(s->x.x1) - offset : right ? ceil(s->x.x2) + offset : along_x;
    /* inside posters titles of vertical axes stand above them */
    const double above = frame->chart->options->theme ? fmin(s->x.y1, s->y.y1) : s->y.y1;
    options->anchor_y = top ? floor(above) - offset : bottom ? ceil(s->y.y2) + offset : along_y;
    options->anchor_column = left ? HUI_GRID_END : right ? HUI_GRID_START : anchor;
    options->anchor_row = top ? HUI_GRID_END : bottom ? HUI_GRID_START : anchor;
}

static void layout_side(hui_frame *frame, surroundings *s, const char *orient)
{
    hui_arena *arena = frame->chart->arena;
    hui_grid_item *items = HUI_NEW_ARRAY(arena, hui_grid_item, frame->legends.count + 1);
    hui_guide **list = HUI_NEW_ARRAY(arena, hui_guide *, frame->legends.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < frame->legends.count; i++) {
        hui_guide *legend = &frame->legends.at[i];
        if (strcmp(hui_spec_string(legend->spec, "orient", "right"), orient) != 0)
            continue;
        list[count] = legend;
        items[count++].bounds = (hui_edges){0, 0, legend->bounds.w, legend->bounds.h};
    }
    if (count == 0)
        return;
    const double margin = hui_json_number(legend_layout_find(frame, orient, "margin"), 8);
    const bool upright = hui_json_is_string(legend_layout_find(frame, orient, "direction"), "vertical");
    hui_grid_options options = {.columns = upright ? 1 : count,
                                .align_columns = HUI_GRID_EACH,
                                .align_rows = HUI_GRID_EACH,
                                .column_padding = margin,
                                .row_padding = margin};
    options.center_columns = options.center_rows = hui_json_truthy(legend_layout_find(frame, orient, "center"));
    anchor_legends(&options, s, frame, orient);
    hui_grid_layout(arena, items, count, &options);
    for (size_t i = 0; i < count; i++) {
        list[i]->x = items[i].x;
        list[i]->y = items[i].y;
    }
}

/* What a legend takes of the picture. A plot that fits a given size makes room for it in one direction only: a wide legend
 * above would leave nothing of the plot. */
static hui_edges legend_room(const hui_frame *frame, const hui_guide *legend)
{
    const hui_edges edges = {legend->x, legend->y, legend->x + legend->bounds.w, legend->y + legend->bounds.h};
    const char *orient = hui_spec_string(legend->spec, "orient", "right");
    if (!strcmp(orient, "none")) { /* it takes room only in the directions in which it was placed */
        const hui_edges none = hui_edges_none();
        const bool across = hui_spec_find(legend->spec, "legendX"), down = hui_spec_find(legend->spec, "legendY");
        return (hui_edges){across ? edges.x1 : none.x1, down ? edges.y1 : none.y1, across ? edges.x2 : none.x2,
                           down ? edges.y2 : none.y2};
    }
    if (!frame->chart->fits || frame->parent)
        return edges;
    if (!strcmp(orient, "left") || !strcmp(orient, "right"))
        return (hui_edges){edges.x1, 0, edges.x2, 0};
    if (!strcmp(orient, "top") || !strcmp(orient, "bottom"))
        return (hui_edges){0, edges.y1, 0, edges.y2};
    return hui_edges_none();
}

static void layout_legends(hui_frame *frame, surroundings *s)
{
    for (size_t i = 0; i < sizeof legend_sides / sizeof *legend_sides; i++)
        layout_side(frame, s, legend_sides[i]);
    for (size_t i = 0; i < frame->legends.count; i++)
        s->view = hui_edges_join(s->view, legend_room(frame, &frame->legends.at[i]));
}

/* Titles
 * ------ */

/* A title stands along one side of what was placed so far: of the plot, or of all there is around it. */
static void layout_title(hui_guide *title, surroundings *s)
{
    const char *orient = hui_spec_string(title->spec, "orient", "top");
    const char *anchor = hui_spec_string(title->spec, "anchor", "middle");
    const bool by_plot = hui_json_is_string(hui_spec_find(title->spec, "frame"), "group");
    const double offset = hui_spec_number(title->spec, "offset", 0);
    const bool left = !strcmp(orient, "left"), right = !strcmp(orient, "right"), bottom = !strcmp(orient, "bottom");
    double start = 0, end = left || right ? s->height : s->width;
    if (!by_plot) {
        start = left ? s->view.y2 : right ? s->view.y1 : s->view.x1;
        end = left ? s->view.y1 : right ? s->view.y2 : s->view.x2;
    } else if (left) {
        start = s->height;
        end = 0;
    }
    const double along = !strcmp(anchor, "start") ? start : !strcmp(anchor, "end") ? end : (start + end) / 2;
    const hui_edges own = edges_of(title->bounds);
    const double width = own.x2 - own.x1, height = own.y2 - own.y1;
    title->x = left ? s->view.x1 - width - offset : right ? s->view.x2 + width + offset : along;
    title->y = left || right ? along : bottom ? s->view.y2 + offset : s->view.y1 - height - offset;
    s->view = hui_edges_join(s->view, hui_edges_move(own, title->x, title->y));
}

/* Frames
 * ------ */

static void layout_all(hui_frames *frames)
{
    for (size_t i = 0; i < frames->count; i++)
        hui_frame_layout(frames->at[i]);
}

static void join_frames(const hui_frames *frames, surroundings *s)
{
    for (size_t i = 0; i < frames->count; i++) {
        const hui_edges edges = frame_edges(frames->at[i]);
        s->x = hui_edges_join(s->x, edges);
        s->y = hui_edges_join(s->y, edges);
    }
}

static void join_marks(const hui_frame *frame, surroundings *s)
{
    for (size_t i = 0; i < frame->marks.count; i++) {
        const hui_mark *mark = &frame->marks.at[i];
        const hui_rect bounds =
            mark->clip ? (hui_rect){0, 0, frame->width, frame->height} : hui_mark_bounds(frame->chart->labels, mark);
        const hui_edges edges = edges_of(bounds);
        if (mark->is_series) { /* a group of its own, as plots are: guides keep clear of it */
            s->x = hui_edges_join(s->x, edges);
            s->y = hui_edges_join(s->y, edges);
        } else {
            s->view = hui_edges_join(s->view, edges);
        }
    }
}

static void join_axes(const hui_frame *frame, surroundings *s)
{
    for (size_t i = 0; i < frame->axes.count; i++) {
        const hui_guide *axis = &frame->axes.at[i];
        const bool beside = axis->orient == HUI_ORIENT_LEFT || axis->orient == HUI_ORIENT_RIGHT;
        hui_edges *side_edges = beside ? &s->x : &s->y;
        *side_edges = hui_edges_join(*side_edges, edges_of(axis->bounds));
    }
}

/* px by which a plot's own outline makes its bounds larger. */
static double stroke_of(const hui_frame *frame)
{
    return frame->ground.stroke.a > 0 && frame->ground.stroke_opacity > 0 ? frame->ground.stroke_width : 0;
}

void hui_frame_layout(hui_frame *frame)
{
    hui_frames *const beside[] = {&frame->row_headers, &frame->row_footers, &frame->column_headers,
                                  &frame->column_footers};
    hui_frame *const titles[] = {frame->row_title, frame->column_title, frame->lost_title};
    layout_all(&frame->children);
    for (int i = 0; i < 4; i++)
        layout_all(beside[i]);
    for (int i = 0; i < 3; i++)
        if (titles[i])
            hui_frame_layout(titles[i]);
    if (frame->children.count > 0 || frame->row_title || frame->column_title)
        layout_trellis(frame);
    surroundings s = {.width = frame->width, .height = frame->height};
    s.view = s.x = s.y = (hui_edges){0, 0, s.width, s.height};
    join_marks(frame, &s);
    join_axes(frame, &s);
    join_frames(&frame->children, &s);
    for (int i = 0; i < 4; i++)
        join_frames(beside[i], &s);
    for (int i = 0; i < 3; i++)
        if (titles[i])
            join_frames(&(hui_frames){.at = (hui_frame *[]){titles[i]}, .count = 1}, &s);
    layout_legends(frame, &s);
    s.view = hui_edges_join(hui_edges_join(s.view, s.x), s.y);
    for (size_t i = 0; i < frame->titles.count; i++)
        layout_title(&frame->titles.at[i], &s);
    const double stroke = stroke_of(frame);
    frame->content = s.view;
    frame->edges = (hui_edges){s.view.x1 - stroke, s.view.y1 - stroke, s.view.x2 + stroke, s.view.y2 + stroke};
}
