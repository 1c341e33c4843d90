/* Charts: one call per stage, from a Vega-Lite spec to a picture. */
#include "chart/chart.h"

#include "chart/alt.h"
#include "chart/check.h"
#include "chart/fit.h"
#include "chart/look.h"
#include "chart/normalize.h"
#include "chart/params.h"
#include "chart/projection.h"
#include "json/make.h"

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
    hui_view_find_projections(root);
    hui_view_find_axes(root);
    hui_view_find_legends(root);
    return true;
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
    hui_frame *frame = hui_chart_fit(chart, root);
    if (diags->error_count > errors)
        return NULL;
    hui_picture *picture = hui_frame_picture(chart, frame);
    const char *description = hui_spec_string(chart->spec, "description", NULL);
    picture->description = description ? description : hui_chart_alt(chart, root);
    hui_chart *result = HUI_NEW(arena, hui_chart);
    *result = (hui_chart){picture, chart->labels, picture->title_count > 0 ? picture->titles[0].text : NULL};
    return result;
}
