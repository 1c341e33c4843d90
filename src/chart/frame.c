/* Frames: each plot with its scales, marks and guides; containers with their children. */
#include "chart/frame.h"

#include "json/make.h"

#include <math.h>

static hui_frame *frame_new(hui_charting *chart, const hui_view *view, hui_frame *parent, const hui_cell *cell)
{
    hui_frame *frame = HUI_NEW(chart->arena, hui_frame);
    frame->chart = chart;
    frame->view = view;
    frame->parent = parent;
    frame->cell = cell;
    return frame;
}

/* Ground of a plot: view, config.view and the style "cell" (or "view" of plots without x and y). */
static const hui_json *ground_find(const hui_view *view, const char *key)
{
    const hui_view *unit = view;
    while (unit->kind == HUI_VIEW_LAYER && unit->child_count > 0)
        unit = unit->children[0];
    const bool placed = hui_unit_placed(view);
    const hui_json *style = hui_spec_find(hui_json_find(view->spec, "view"), "style");
    const char *name = hui_json_string(style, hui_json_string(hui_json_at(style, 0), placed ? "cell" : "view"));
    const hui_json *config = hui_json_find(view->chart->config, "view");
    const hui_json *found = hui_spec_find(hui_json_find(view->spec, "view"), key);
    if (!found && view->kind == HUI_VIEW_LAYER)
        found = hui_spec_find(hui_json_find(unit->spec, "view"), key);
    if (!found && placed)
        found = hui_spec_find(config, key);
    if (!found)
        found = hui_spec_find(hui_json_find(hui_json_find(view->chart->config, "style"), name), key);
    return found ? found : hui_spec_find(hui_json_find(hui_spec_find(view->chart->config, "vega.style"), name), key);
}

static void find_ground(hui_frame *frame)
{
    const hui_view *view = frame->view;
    const char *fill = hui_json_string(ground_find(view, "fill"), NULL);
    const char *stroke = hui_json_string(ground_find(view, "stroke"), NULL);
    hui_mark_item *ground = &frame->ground;
    if (fill)
        hui_color_css(fill, &ground->fill);
    if (stroke)
        hui_color_css(stroke, &ground->stroke);
    ground->opacity = hui_json_number(ground_find(view, "opacity"), 1);
    ground->fill_opacity = hui_json_number(ground_find(view, "fillOpacity"), 1);
    ground->stroke_opacity = hui_json_number(ground_find(view, "strokeOpacity"), 1);
    ground->stroke_width = hui_json_number(ground_find(view, "strokeWidth"), 1);
    frame->corner_radius = hui_json_number(ground_find(view, "cornerRadius"), 0);
}

bool hui_unit_placed(const hui_view *view)
{
    if (view->kind == HUI_VIEW_UNIT)
        return view->channels[HUI_CHANNEL_X] || view->channels[HUI_CHANNEL_Y];
    for (size_t i = 0; i < view->child_count; i++)
        if (hui_unit_placed(view->children[i]))
            return true;
    return false;
}

static void draw_units(hui_frame *frame, const hui_view *view)
{
    if (view->kind == HUI_VIEW_UNIT)
        hui_unit_draw(view, frame);
    for (size_t i = 0; i < view->child_count; i++)
        draw_units(frame, view->children[i]);
}

/* As the pages of posters are at most. */
enum { PLOT_LIMIT = 200000 };

/* Before anything is made that fills the plot. */
static bool fits_page(const hui_frame *frame)
{
    hui_charting *chart = frame->chart;
    if (chart->gave_up || (frame->width <= PLOT_LIMIT && frame->height <= PLOT_LIMIT))
        return !chart->gave_up;
    chart->gave_up = true;
    hui_place place = hui_json_place(chart->arena, frame->view->spec);
    place.length = 1;
    hui_diags_add(chart->diags, HUI_CODE_PAGE_SIZE, place, "give it less width, height or step, or fewer categories",
                  hui_arena_printf(chart->arena, "the plot is %.15g × %.15g px; at most %d are drawn",
                                   floor(frame->width), floor(frame->height), PLOT_LIMIT));
    return false;
}

static hui_frame *plot_new(hui_charting *chart, const hui_view *view, hui_frame *parent, const hui_cell *cell,
                           const char *role)
{
    hui_frame *frame = frame_new(chart, view, parent, cell);
    frame->role = role;
    hui_frame_build_scales(frame);
    find_ground(frame);
    if ((cell && cell->empty) || !fits_page(frame))
        return frame;
    hui_frame_add_axes(frame, view);
    draw_units(frame, view);
    hui_frame_add_legends(frame, view);
    return frame;
}

/* How many plots stand side by side; 0: all. */
static size_t concat_columns(const hui_view *view)
{
    const hui_json *config = hui_spec_find(view->chart->config, "concat.columns");
    const double usual = hui_json_find(view->spec, "concat") ? hui_json_number(config, 0) : 0;
    const double columns = hui_spec_number(view->spec, "columns", usual);
    return hui_json_find(view->spec, "vconcat") ? 1 : columns >= 1 && columns < 1e6 ? (size_t)columns : 0;
}

static void add_concat(hui_frame *frame)
{
    const hui_view *view = frame->view;
    for (size_t i = 0; i < view->child_count; i++)
        *hui_vec_push(frame->chart->arena, &frame->children) =
            hui_frame_new(frame->chart, view->children[i], frame, frame->cell, "child");
}

static bool too_many(hui_frame *frame, const hui_cells *cells)
{
    hui_charting *chart = frame->chart;
    if (cells->count <= HUI_CELL_LIMIT)
        return false;
    const hui_json *facet = hui_json_find(frame->view->spec, "facet");
    hui_diags_add(
        chart->diags, HUI_CODE_BAD_CHART, hui_json_place(chart->arena, facet),
        "filter the data, or facet by a field of fewer values",
        hui_arena_printf(chart->arena, "the facet has %zu cells; the limit is %d", cells->count, HUI_CELL_LIMIT));
    return true;
}

static void add_facet(hui_frame *frame)
{
    const hui_view *view = frame->view;
    const hui_cells cells = hui_facet_cells(frame, view);
    if (too_many(frame, &cells))
        return;
    frame->columns = view->headers[HUI_FACET_ROW].def && !view->headers[HUI_FACET_COLUMN].def ? 1 : cells.columns;
    for (size_t i = 0; i < cells.count; i++)
        *hui_vec_push(frame->chart->arena, &frame->children) =
            hui_frame_new(frame->chart, view->children[0], frame, cells.at[i], "cell");
    hui_facet_add_headers(frame, view, &cells);
}

hui_frame *hui_frame_new(hui_charting *chart, const hui_view *view, hui_frame *parent, const hui_cell *cell,
                         const char *role)
{
    if (view->kind == HUI_VIEW_UNIT || view->kind == HUI_VIEW_LAYER) {
        hui_frame *plot = plot_new(chart, view, parent, cell, role);
        if (!cell || !cell->empty)
            hui_frame_add_title(plot, view);
        return plot;
    }
    hui_frame *frame = frame_new(chart, view, parent, cell);
    if (cell && cell->empty)
        return frame;
    if (view->kind == HUI_VIEW_CONCAT)
        frame->columns = concat_columns(view);
    hui_frame_build_shared_scales(frame);
    if (view->kind == HUI_VIEW_CONCAT)
        add_concat(frame);
    else
        add_facet(frame);
    hui_frame_add_legends(frame, view);
    hui_frame_add_title(frame, view);
    return frame;
}
