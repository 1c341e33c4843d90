/* Scales of frames: parts become scales once their data and the plot's size are known. */
#include "chart/scale_building.h"

#include <math.h>

static void reverse_values(hui_value *values, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const hui_value value = values[i];
        values[i] = values[count - 1 - i];
        values[count - 1 - i] = value;
    }
}

static void reverse_colors(hui_color *colors, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const hui_color color = colors[i];
        colors[i] = colors[count - 1 - i];
        colors[count - 1 - i] = color;
    }
}

static void reverse_range(hui_scale *scale)
{
    reverse_values(scale->range, scale->range_count);
    if (!scale->ramp) {
        reverse_colors(scale->colors, scale->color_count);
        return;
    }
    const double first = scale->ramp_extent[0], last = scale->ramp_extent[1];
    const bool all = !(first < last) && !(first > last);
    scale->ramp_extent[0] = all ? 1 : last;
    scale->ramp_extent[1] = all ? 0 : first;
}

static double number_or(hui_split props, const char *key, const char *other, double fallback)
{
    const hui_json *found = hui_split_find(props, key);
    if (!found && other)
        found = hui_split_find(props, other);
    return hui_json_number(found, fallback);
}

static void read_properties(hui_scale_building *b)
{
    hui_scale *scale = b->scale;
    const hui_split props = b->part->props;
    const hui_json *interpolate = hui_split_find(props, "interpolate");
    scale->clamp = hui_json_truthy(hui_split_find(props, "clamp"));
    scale->round = hui_json_truthy(hui_split_find(props, "round"));
    scale->exponent = number_or(props, "exponent", NULL, 1);
    scale->base = number_or(props, "base", NULL, 10);
    scale->constant = number_or(props, "constant", NULL, 1);
    scale->padding_inner = number_or(props, "paddingInner", "padding", 0);
    scale->padding_outer = b->part->type == HUI_SCALE_POINT ? number_or(props, "padding", "paddingOuter", 0)
                                                            : number_or(props, "paddingOuter", "padding", 0);
    scale->align = number_or(props, "align", NULL, 0.5);
    scale->interpolate = hui_json_string(interpolate, hui_spec_string(interpolate, "type", NULL));
    scale->gamma = hui_spec_number(interpolate, "gamma", 1);
}

static const hui_scale *build_scale(hui_frame *frame, const hui_scale_part *part)
{
    hui_scale_building b = {frame, part, frame->chart->arena, HUI_NEW(frame->chart->arena, hui_scale)};
    const bool continuous = part->type == HUI_SCALE_QUANTIZE || (hui_scale_traits(part->type) & HUI_SCALE_CONTINUOUS);
    b.scale->type = part->type;
    read_properties(&b);
    hui_scale_build_domain(&b);
    hui_scale_build_range(&b);
    if (hui_json_truthy(hui_split_find(part->props, "reverse")))
        reverse_range(b.scale);
    if (continuous)
        hui_scale_adjust_domain(&b);
    if (part->type != HUI_SCALE_BIN_ORDINAL)
        hui_scale_build_bins(&b);
    hui_scale_finish(b.arena, b.scale);
    *hui_vec_push(b.arena, &frame->scales) = (hui_built_scale){part, b.scale};
    return b.scale;
}

/* The plot grows with its categories: before the range, which then fills it. */
static void find_size(hui_frame *frame, int direction)
{
    static const hui_channel channels[] = {HUI_CHANNEL_X, HUI_CHANNEL_Y};
    double *size = direction == 0 ? &frame->width : &frame->height;
    const hui_size_part part = hui_view_size(frame->view, direction);
    *size = part.number;
    if (part.kind != HUI_SIZE_STEP)
        return;
    const hui_scale_part *scale = hui_view_scale(frame->view, channels[direction]);
    const hui_scale *built = hui_frame_scale(frame, frame->view, channels[direction]);
    hui_scale_building b = {frame, scale, frame->chart->arena, NULL};
    size_t count = 0;
    if (!scale)
        return;
    if (built)
        count = built->domain_count;
    else
        hui_scale_discrete_values(&b, &count);
    *size = hui_scale_band_step(&b) * hui_scale_part_space(scale, count);
}

double hui_frame_extent(const hui_frame *frame, const hui_view *unit, int direction, double of_plot)
{
    const hui_view *sized = unit;
    while (sized->layout_size[direction].merged && sized->parent)
        sized = sized->parent;
    const hui_size_part own = sized->layout_size[direction];
    const bool layered = sized != frame->view && sized->parent && sized->parent->kind == HUI_VIEW_LAYER;
    return layered && own.kind == HUI_SIZE_NUMBER ? own.number : of_plot;
}

const hui_scale *hui_frame_scale(const hui_frame *frame, const hui_view *view, hui_channel channel)
{
    const hui_scale_part *part = hui_view_scale(view, channel);
    for (; part && frame; frame = frame->parent)
        for (size_t i = 0; i < frame->scales.count; i++)
            if (frame->scales.at[i].part == part)
                return frame->scales.at[i].scale;
    return NULL;
}

const hui_scale *hui_frame_scale_below(hui_frame *frame, const hui_view *unit, hui_channel channel)
{
    const hui_scale_part *part = hui_view_scale(unit, channel);
    const hui_view *plot = unit;
    while (plot->parent && plot->parent->kind == HUI_VIEW_LAYER)
        plot = plot->parent;
    if (!part)
        return NULL;
    hui_frame stand_in = {.chart = frame->chart, .view = plot, .parent = frame, .cell = frame->cell};
    for (int i = 0; i < 2; i++)
        find_size(&stand_in, i);
    return build_scale(&stand_in, part);
}

static void build_scales(hui_frame *frame, const hui_view *view)
{
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++)
        if (view->scales[i] && !view->scales[i]->merged)
            build_scale(frame, view->scales[i]);
    for (size_t i = 0; view->kind == HUI_VIEW_LAYER && i < view->child_count; i++)
        build_scales(frame, view->children[i]);
}

void hui_frame_build_scales(hui_frame *frame)
{
    for (int i = 0; i < 2; i++)
        find_size(frame, i);
    build_scales(frame, frame->view);
}

/* A container's scales span plots of the size that its plots share. */
static const hui_view *first_plot(const hui_view *view)
{
    while (view->kind == HUI_VIEW_CONCAT || view->kind == HUI_VIEW_FACET)
        view = view->children[0];
    return view;
}

/* The picture's own frame is as high as plots side by side, as wide as those above each other, where these agree. */
static void span_plots(hui_frame *frame)
{
    if (frame->columns == 0)
        find_size(frame, 1);
    if (frame->columns == 1)
        find_size(frame, 0);
}

void hui_frame_build_shared_scales(hui_frame *frame)
{
    const hui_view *view = frame->view;
    if (view->child_count == 0)
        return;
    frame->view = first_plot(view);
    for (int i = 0; i < 2; i++)
        find_size(frame, i);
    frame->view = view;
    build_scales(frame, view);
    frame->width = frame->height = 0;
    if (view->kind == HUI_VIEW_CONCAT && !view->parent)
        span_plots(frame);
}
