/* Fitting charts into a size: what stands around plots keeps its own, plots get what is left. */
#include "chart/fit.h"

#include <math.h>

static hui_frame *lay_out(hui_charting *chart, hui_view *root)
{
    chart->mark_count = 0;
    hui_frame *frame = hui_frame_new(chart, root, NULL, NULL, "view");
    hui_frame_layout(frame);
    return frame;
}

/* One plot
 * -------- */

typedef struct fit {
    bool width, height;
    bool exactly; /* what stands around changes with the plot: Vega looks once, panels until it fits */
    bool cut;     /* instead: what stands around is left out of the picture */
} fit;

static bool is_plot(const hui_view *view)
{
    return view->kind == HUI_VIEW_UNIT || view->kind == HUI_VIEW_LAYER;
}

/* Which sides of a lone plot are to fit, with what stands around it, into the size given (autosize). */
static fit wants_fit(const hui_charting *chart, const hui_view *root)
{
    const hui_json *autosize =
        hui_json_first(hui_json_find(chart->spec, "autosize"), hui_json_find(chart->config, "autosize"));
    const hui_json *type = hui_json_is(autosize, HUI_JSON_OBJECT) ? hui_json_find(autosize, "type") : autosize;
    const bool all = hui_json_is_string(type, "fit"), panel = chart->options->width > 0;
    const bool tall = chart->options->height > 0;
    return (fit){(all || panel || hui_json_is_string(type, "fit-x")) && root->layout_size[0].kind == HUI_SIZE_NUMBER,
                 (all || tall || hui_json_is_string(type, "fit-y")) && root->layout_size[1].kind == HUI_SIZE_NUMBER,
                 panel || tall, hui_json_is_string(type, "none") && !panel && !tall};
}

static bool contains_padding(const hui_charting *chart)
{
    return chart->options->width > 0 || hui_json_is_string(hui_spec_find(chart->spec, "autosize.contains"), "padding");
}

/* Lays out once to learn what stands around the plot, and again with what is left for it. Twice, as ticks change. */
static hui_frame *fit_plot(hui_charting *chart, hui_view *root, fit wanted)
{
    const hui_chart_padding padding = contains_padding(chart) ? hui_chart_padding_of(chart) : (hui_chart_padding){0};
    double width = root->layout_size[0].number, height = root->layout_size[1].number;
    if (chart->options->width > 0)
        width = chart->options->width;
    if (chart->options->height > 0)
        height = chart->options->height;
    const bool once = !wanted.exactly;
    chart->fits = true;
    hui_frame *frame = lay_out(chart, root);
    for (int pass = 0; pass < (once ? 1 : 2); pass++) {
        const hui_chart_padding margin = hui_frame_margin(frame);
        if (wanted.width)
            root->layout_size[0].number = fmax(1, width - margin.left - margin.right - padding.left - padding.right);
        if (wanted.height)
            root->layout_size[1].number = fmax(1, height - margin.top - margin.bottom - padding.top - padding.bottom);
        frame = lay_out(chart, root);
        frame->has_margin = once;
        frame->margin = (hui_edges){margin.left, margin.top, margin.right, margin.bottom};
    }
    return frame;
}

/* The picture is as large as its plot, and cuts off what stands around. */
static hui_frame *cut_off(hui_charting *chart, hui_view *root)
{
    const hui_chart_padding padding = contains_padding(chart) ? hui_chart_padding_of(chart) : (hui_chart_padding){0};
    for (int i = 0; i < 2; i++) {
        const double less = i == 0 ? padding.left + padding.right : padding.top + padding.bottom;
        if (root->layout_size[i].kind == HUI_SIZE_NUMBER)
            root->layout_size[i].number = fmax(1, root->layout_size[i].number - less);
    }
    hui_frame *frame = lay_out(chart, root);
    frame->has_margin = true;
    return frame;
}

/* Several plots
 * ------------- */

typedef struct plot_width {
    hui_view *view;
    double own;
} plot_width;

typedef struct plot_widths {
    plot_width *at;
    size_t count, capacity;
} plot_widths;

static void list_widths(hui_view *view, plot_widths *list)
{
    const hui_size_part *size = &view->layout_size[0];
    if (size->kind == HUI_SIZE_NUMBER && (!size->merged || !view->parent))
        *hui_vec_push(view->chart->arena, list) = (plot_width){view, size->number};
    for (size_t i = 0; i < view->child_count; i++)
        list_widths(view->children[i], list);
}

static hui_frame *lay_out_by(hui_charting *chart, hui_view *root, const plot_widths *widths, double share)
{
    for (size_t i = 0; i < widths->count; i++)
        widths->at[i].view->layout_size[0].number = fmax(1, floor(widths->at[i].own * share));
    return lay_out(chart, root);
}

static double width_of(const hui_charting *chart, const hui_frame *frame)
{
    const hui_chart_padding margin = hui_frame_margin(frame), padding = hui_chart_padding_of(chart);
    return frame->width + margin.left + margin.right + padding.left + padding.right;
}

/* Widths that specs give are proportions here. The picture's width is nearly a line over the plots' share: the place where
 * it crosses the panel's width is found from two of its points. */
static hui_frame *fit_plots(hui_charting *chart, hui_view *root)
{
    const double wanted = chart->options->width, least = 0.01, most = 20;
    plot_widths widths = {0};
    list_widths(root, &widths);
    hui_frame *frame = lay_out(chart, root);
    double before = 1, width_before = width_of(chart, frame), share = fmin(most, fmax(least, wanted / width_before));
    for (int pass = 0; pass < 3 && widths.count > 0; pass++) {
        frame = lay_out_by(chart, root, &widths, share);
        const double width = width_of(chart, frame), slope = (width - width_before) / (share - before);
        const double next = share + (wanted - width) / slope;
        if (width == wanted || !isfinite(next))
            break;
        before = share;
        width_before = width;
        share = fmin(most, fmax(least, next));
    }
    return frame;
}

hui_frame *hui_chart_fit(hui_charting *chart, hui_view *root)
{
    if (!is_plot(root))
        return chart->options->width > 0 ? fit_plots(chart, root) : lay_out(chart, root);
    const fit wanted = wants_fit(chart, root);
    if (wanted.cut)
        return cut_off(chart, root);
    return wanted.width || wanted.height ? fit_plot(chart, root, wanted) : lay_out(chart, root);
}
