/* Charts: one call per stage, from a Vega-Lite spec to a picture. */
#include "chart/chart.h"

#include "chart/alt.h"
#include "chart/check.h"
#include "chart/frame.h"
#include "chart/look.h"
#include "chart/normalize.h"
#include "chart/params.h"
#include "json/make.h"

#include <math.h>

static const char default_config[] =
#include "chart/config_defaults.json.inc"
    ;

/* Properties of the top level that a normalised spec (a facet made of encodings, say) still has on the outside. */
static const hui_json *merge_config(hui_charting *chart, const hui_json *spec)
{
    const hui_json *config = hui_json_constant(chart->arena, default_config);
    const hui_json *own = hui_json_find(spec, "config");
    if (chart->options->theme)
        config = hui_json_merge(chart->arena, config, hui_chart_look(chart->arena, chart->options));
    return hui_json_is(own, HUI_JSON_OBJECT) ? hui_json_merge(chart->arena, config, own) : config;
}

static hui_labels *labels_new(hui_arena *arena, const hui_chart_options *options, const hui_json *config,
                              const hui_json *spec, hui_diags *diags)
{
    const hui_labels_options how = {.family = options->theme ? NULL : hui_spec_string(config, "font", "DejaVu Sans"),
                                    .lang = options->lang,
                                    .chinese = options->theme != NULL};
    return hui_labels_new(arena, options->fonts, &how, hui_json_place(arena, spec), diags);
}

/* Everything about scales, axes and legends that does not depend on the plot's size. */
static bool prepare(hui_view *root)
{
    hui_view_find_scales(root);
    if (!hui_view_load(root))
        return false;
    hui_view_find_properties(root);
    hui_view_find_domains(root);
    hui_view_find_ranges(root);
    hui_view_find_sizes(root);
    hui_view_find_axes(root);
    hui_view_find_legends(root);
    return true;
}

static bool is_plot(const hui_view *view)
{
    return view->kind == HUI_VIEW_UNIT || view->kind == HUI_VIEW_LAYER;
}

static hui_frame *lay_out(hui_charting *chart, hui_view *root)
{
    hui_frame *frame = hui_frame_new(chart, root, NULL, NULL, "view");
    hui_frame_layout(frame);
    return frame;
}

typedef struct fit {
    bool width, height;
} fit;

/* Which sides of a lone plot are to fit, with what stands around it, into the size given (autosize). */
static fit wants_fit(const hui_charting *chart, const hui_view *root)
{
    const hui_json *autosize =
        hui_json_first(hui_json_find(chart->spec, "autosize"), hui_json_find(chart->config, "autosize"));
    const hui_json *type = hui_json_is(autosize, HUI_JSON_OBJECT) ? hui_json_find(autosize, "type") : autosize;
    const bool all = hui_json_is_string(type, "fit"), panel = chart->options->width > 0;
    if (!is_plot(root))
        return (fit){false, false};
    return (fit){(all || panel || hui_json_is_string(type, "fit-x")) && root->layout_size[0].kind == HUI_SIZE_NUMBER,
                 (all || chart->options->height > 0 || hui_json_is_string(type, "fit-y")) &&
                     root->layout_size[1].kind == HUI_SIZE_NUMBER};
}

static bool contains_padding(const hui_charting *chart)
{
    return chart->options->width > 0 || hui_json_is_string(hui_spec_find(chart->spec, "autosize.contains"), "padding");
}

/* Lays out once to learn what stands around the plot, and again with what is left for it. Twice, as ticks change. */
static hui_frame *fit_frame(hui_charting *chart, hui_view *root, fit wanted)
{
    const hui_chart_padding padding = contains_padding(chart) ? hui_chart_padding_of(chart) : (hui_chart_padding){0};
    double width = root->layout_size[0].number, height = root->layout_size[1].number;
    if (chart->options->width > 0)
        width = chart->options->width;
    if (chart->options->height > 0)
        height = chart->options->height;
    hui_frame *frame = lay_out(chart, root);
    for (int pass = 0; pass < 2; pass++) {
        const hui_chart_padding margin = hui_frame_margin(frame);
        if (wanted.width)
            root->layout_size[0].number = fmax(1, width - margin.left - margin.right - padding.left - padding.right);
        if (wanted.height)
            root->layout_size[1].number = fmax(1, height - margin.top - margin.bottom - padding.top - padding.bottom);
        frame = lay_out(chart, root);
    }
    return frame;
}

const hui_chart *hui_chart_new(hui_arena *arena, const hui_json *spec, const hui_chart_options *options,
                               hui_diags *diags)
{
    const size_t errors = diags->error_count;
    hui_charting *chart = HUI_NEW(arena, hui_charting);
    *chart = (hui_charting){.arena = arena, .diags = diags, .options = options, .random = hui_rng_seed(1)};
    hui_spec_check(arena, spec, options->lenient, diags);
    if (diags->error_count > errors)
        return NULL;
    chart->config = merge_config(chart, spec);
    hui_chart_read_params(chart, spec);
    chart->config = hui_chart_resolve(chart, chart->config);
    const hui_json *resolved = hui_chart_resolve(chart, spec);
    chart->spec = resolved ? hui_spec_normalize(arena, resolved, chart->config, diags) : NULL;
    if (!chart->spec || diags->error_count > errors)
        return NULL;
    chart->labels = labels_new(arena, options, chart->config, spec, diags);
    hui_view *root = hui_view_new(chart, chart->spec, NULL);
    if (!root || diags->error_count > errors || !prepare(root))
        return NULL;
    const fit wanted = wants_fit(chart, root);
    hui_frame *frame = wanted.width || wanted.height ? fit_frame(chart, root, wanted) : lay_out(chart, root);
    if (diags->error_count > errors)
        return NULL;
    hui_picture *picture = hui_frame_picture(chart, frame);
    const char *description = hui_spec_string(chart->spec, "description", NULL);
    picture->description = description ? description : hui_chart_alt(chart, root);
    hui_chart *result = HUI_NEW(arena, hui_chart);
    *result = (hui_chart){picture, chart->labels, picture->title_count > 0 ? picture->titles[0].text : NULL};
    return result;
}
