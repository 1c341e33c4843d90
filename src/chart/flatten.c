/* From frames to a picture: everything moved to its place on the page. */
#include "chart/frame.h"

#include <math.h>

typedef struct flattening {
    hui_arena *arena;
    HUI_VEC(hui_plot) plots;
    HUI_VEC(hui_axis_picture) axes;
    HUI_VEC(hui_legend_picture) legends;
    HUI_VEC(hui_title_picture) titles;
    HUI_VEC(hui_header_picture) headers;
    HUI_VEC(hui_mark) marks;
} flattening;

static double finite_or_zero(double number)
{
    return isfinite(number) ? number : 0;
}

static void move_marks(const hui_guide_marks *marks, double dx, double dy)
{
    for (size_t m = 0; m < marks->count; m++)
        for (size_t i = 0; i < marks->at[m].item_count; i++) {
            hui_mark_item *item = &marks->at[m].items[i];
            item->x = finite_or_zero(item->x + dx);
            item->x2 = finite_or_zero(item->x2 + dx);
            item->y = finite_or_zero(item->y + dy);
            item->y2 = finite_or_zero(item->y2 + dy);
        }
}

static void join_marks(hui_arena *arena, hui_guide_marks *into, hui_guide_marks *from)
{
    for (size_t i = 0; i < from->count; i++)
        *hui_vec_push(arena, into) = from->at[i];
    from->count = 0;
}

static void add_axis(flattening *f, const hui_guide *guide, double x, double y)
{
    hui_axis_picture axis = guide->axis;
    move_marks(&axis.below, x + guide->x, y + guide->y);
    move_marks(&axis.above, x + guide->x, y + guide->y);
    if (guide->above_data) { /* grid, then the rest */
        join_marks(f->arena, &axis.below, &axis.above);
        axis.above = axis.below;
        axis.below = (hui_guide_marks){0};
    } else {
        join_marks(f->arena, &axis.below, &axis.above);
    }
    axis.x += x + guide->x;
    axis.y += y + guide->y;
    for (size_t i = 0; i < axis.label_count; i++) {
        axis.labels[i].x += x + guide->x;
        axis.labels[i].y += y + guide->y;
    }
    *hui_vec_push(f->arena, &f->axes) = axis;
}

static void add_guides(flattening *f, hui_frame *frame, double x, double y)
{
    for (size_t i = 0; i < frame->axes.count; i++)
        add_axis(f, &frame->axes.at[i], x, y);
    for (size_t i = 0; i < frame->legends.count; i++) {
        hui_guide *guide = &frame->legends.at[i];
        move_marks(&guide->legend.marks, x + guide->x, y + guide->y);
        *hui_vec_push(f->arena, &f->legends) = guide->legend;
    }
    for (size_t i = 0; i < frame->titles.count; i++) {
        hui_guide *guide = &frame->titles.at[i];
        if (guide->kind == HUI_GUIDE_HEADER) {
            move_marks(&guide->header.marks, x + guide->x, y + guide->y);
            *hui_vec_push(f->arena, &f->headers) = guide->header;
        } else {
            move_marks(&guide->title.marks, x + guide->x, y + guide->y);
            *hui_vec_push(f->arena, &f->titles) = guide->title;
        }
    }
}

static void clean_item(hui_mark_item *item)
{
    item->x = finite_or_zero(item->x);
    item->y = finite_or_zero(item->y);
    item->x2 = finite_or_zero(item->x2);
    item->y2 = finite_or_zero(item->y2);
    item->opacity = isfinite(item->opacity) ? fmin(fmax(item->opacity, 0), 1) : 1;
    item->fill_opacity = isfinite(item->fill_opacity) ? fmin(fmax(item->fill_opacity, 0), 1) : 1;
    item->stroke_opacity = isfinite(item->stroke_opacity) ? fmin(fmax(item->stroke_opacity, 0), 1) : 1;
    item->stroke_width = finite_or_zero(item->stroke_width);
}

static hui_plot plot_of(const hui_frame *frame, double x, double y)
{
    return (hui_plot){.role = frame->role,
                      .name = hui_spec_string(frame->view->spec, "name", NULL),
                      .x = x,
                      .y = y,
                      .w = frame->width,
                      .h = frame->height,
                      .ground = frame->ground,
                      .corner_radius = frame->corner_radius};
}

static void add_plot(flattening *f, hui_frame *frame, double x, double y)
{
    const size_t index = f->plots.count;
    *hui_vec_push(f->arena, &f->plots) = plot_of(frame, x, y);
    for (size_t i = 0; i < frame->marks.count; i++) {
        hui_mark *mark = hui_vec_push(f->arena, &f->marks);
        *mark = frame->marks.at[i];
        mark->plot = index;
        for (size_t k = 0; k < mark->item_count; k++)
            clean_item(&mark->items[k]);
    }
}

static void add_frame(flattening *f, hui_frame *frame, double x, double y);

static void add_frames(flattening *f, const hui_frames *frames, double x, double y)
{
    for (size_t i = 0; i < frames->count; i++)
        add_frame(f, frames->at[i], x, y);
}

static void add_frame(flattening *f, hui_frame *frame, double x, double y)
{
    x += frame->x;
    y += frame->y;
    if (frame->role)
        add_plot(f, frame, x, y);
    add_guides(f, frame, x, y);
    hui_frame *const titles[] = {frame->row_title, frame->column_title, frame->lost_title};
    for (int i = 0; i < 3; i++)
        if (titles[i])
            add_frame(f, titles[i], x, y);
    add_frames(f, &frame->row_headers, x, y);
    add_frames(f, &frame->column_headers, x, y);
    add_frames(f, &frame->row_footers, x, y);
    add_frames(f, &frame->column_footers, x, y);
    add_frames(f, &frame->children, x, y);
}

static hui_picture *picture_of(flattening *f)
{
    hui_picture *picture = HUI_NEW(f->arena, hui_picture);
    *picture = (hui_picture){.plots = f->plots.at,
                             .plot_count = f->plots.count,
                             .axes = f->axes.at,
                             .axis_count = f->axes.count,
                             .legends = f->legends.at,
                             .legend_count = f->legends.count,
                             .titles = f->titles.at,
                             .title_count = f->titles.count,
                             .headers = f->headers.at,
                             .header_count = f->headers.count,
                             .marks = f->marks.at,
                             .mark_count = f->marks.count};
    return picture;
}

hui_chart_padding hui_chart_padding_of(const hui_charting *chart)
{
    const hui_json *json =
        hui_json_first(hui_json_find(chart->spec, "padding"), hui_json_find(chart->config, "padding"));
    const double all = hui_json_number(json, 0);
    return (hui_chart_padding){hui_spec_number(json, "left", all), hui_spec_number(json, "top", all),
                               hui_spec_number(json, "right", all), hui_spec_number(json, "bottom", all)};
}

hui_chart_padding hui_frame_margin(const hui_frame *root)
{
    if (root->has_margin)
        return (hui_chart_padding){root->margin.x1, root->margin.y1, root->margin.x2, root->margin.y2};
    return (hui_chart_padding){fmax(0, ceil(-root->content.x1)), fmax(0, ceil(-root->content.y1)),
                               fmax(0, ceil(root->content.x2 - root->width)),
                               fmax(0, ceil(root->content.y2 - root->height))};
}

hui_picture *hui_frame_picture(hui_charting *chart, hui_frame *root)
{
    flattening f = {.arena = chart->arena};
    const hui_chart_padding padding = hui_chart_padding_of(chart), margin = hui_frame_margin(root);
    add_frame(&f, root, padding.left + margin.left, padding.top + margin.top);
    hui_picture *picture = picture_of(&f);
    picture->width = root->width + margin.left + margin.right + padding.left + padding.right;
    picture->height = root->height + margin.top + margin.bottom + padding.top + padding.bottom;
    const char *background = hui_json_string(
        hui_json_first(hui_json_find(chart->spec, "background"), hui_json_find(chart->config, "background")), NULL);
    if (background)
        hui_color_css(background, &picture->background);
    return picture;
}
