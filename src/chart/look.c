/* A theme as Vega-Lite's config: what a chart inside a poster looks like. */
#include "chart/look.h"

#include "base/buffer.h"
#include "json/make.h"
#include "scale/scale.h"

#include <string.h>

/* Colours of a chart on the ground it stands on. */
typedef struct chart_inks {
    hui_color ink, secondary, line, grid, accent, soft, dark;
} chart_inks;

static bool is_dark(const hui_chart_options *options)
{
    const hui_color white = hui_color_rgb(0xFFFFFF), ink = options->theme->palette.ink;
    const double of_ink = hui_color_contrast(options->ground, ink);
    return hui_color_contrast(options->ground, white) > of_ink && of_ink < 4.5;
}

static chart_inks inks_of(const hui_chart_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    const hui_accent *accent = options->accent ? options->accent : options->theme->accents;
    if (is_dark(options)) {
        const hui_color on = palette->on_strong, ground = options->ground;
        return (chart_inks){on,
                            hui_color_mix(on, ground, 0.15),
                            hui_color_mix(on, ground, 0.5),
                            hui_color_mix(on, ground, 0.75),
                            palette->gold_light,
                            hui_color_mix(palette->gold_light, ground, 0.6),
                            palette->gold};
    }
    return (chart_inks){palette->ink,   palette->secondary, hui_color_mix(palette->secondary, options->ground, 0.5),
                        palette->track, accent->color,      accent->line,
                        accent->dark};
}

static void add_hex(hui_buffer *out, const char *before, hui_color color)
{
    hui_buffer_printf(out, "%s\"#%02x%02x%02x\"", before, color.r, color.g, color.b);
}

/* Colours of categories: dark and light ones take turns, so that neighbours are told apart by lightness alone, too. */
static const struct {
    const char *accent; /* NULL: grey of secondary text */
    double light;       /* share of the ground in it */
} categories[] = {{"red", 0},    {"navy", 0},  {"teal", 0.45}, {NULL, 0},
                  {"plum", 0.6}, {"green", 0}, {"ochre", 0.5}, {"navy", 0.6}};

static bool is_bluish(hui_color color)
{
    return color.b > color.r;
}

static void add_category(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks, size_t i)
{
    const hui_accent *accent = categories[i].accent ? hui_accent_find(options->theme, categories[i].accent) : NULL;
    if (!accent && categories[i].accent)
        return;
    if (accent && hui_color_equal(accent->color, inks->accent))
        return;
    const hui_color base = accent ? accent->color : inks->secondary;
    add_hex(out, ",", hui_color_mix(base, options->ground, categories[i].light));
}

/* On dark grounds: light gold, the ground's own light, white, gold, then tints. */
static void add_light_categories(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks)
{
    add_hex(out, "[", inks->accent);
    add_hex(out, ",", inks->line);
    add_hex(out, ",", inks->ink);
    add_hex(out, ",", options->theme->palette.gold);
    for (size_t i = 2; i < sizeof categories / sizeof *categories; i++) {
        const hui_accent *accent = categories[i].accent ? hui_accent_find(options->theme, categories[i].accent) : NULL;
        if (accent)
            add_hex(out, ",", accent->line);
    }
    hui_buffer_add_string(out, "]");
}

/* The accent first, then the theme's gold, then red or blue, whichever the accent is not. */
static void add_categories(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks)
{
    const size_t count = sizeof categories / sizeof *categories, third = is_bluish(inks->accent) ? 0 : 1;
    add_hex(out, "[", inks->accent);
    add_hex(out, ",", options->theme->palette.gold);
    add_category(out, options, inks, third);
    for (size_t i = 2; i < count; i++)
        add_category(out, options, inks, i);
    add_category(out, options, inks, 1 - third);
    hui_buffer_add_string(out, "]");
}

static void add_series(hui_buffer *out, const hui_chart_options *options)
{
    for (size_t i = 0; i < options->theme->series_count; i++)
        add_hex(out, i ? "," : "[", hui_theme_series(options->theme, options->ground, i));
    hui_buffer_add_string(out, "]");
}

/* Colours by name for expressions: {"expr": "accent"}. */
static void add_params(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks)
{
    const struct {
        const char *name;
        hui_color color;
    } params[] = {{"accent", inks->accent}, {"soft", inks->soft},           {"gold", options->theme->palette.gold},
                  {"ink", inks->ink},       {"secondary", inks->secondary}, {"line", inks->line},
                  {"track", inks->grid},    {"ground", options->ground}};
    for (size_t i = 0; i < sizeof params / sizeof *params; i++) {
        hui_buffer_printf(out, "%s{\"name\":\"%s\",\"value\":", i ? "," : "\"params\":[", params[i].name);
        add_hex(out, "", params[i].color);
        hui_buffer_add_string(out, "}");
    }
    hui_buffer_add_string(out, "],");
}

static void add_ranges(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks)
{
    const hui_accent *other = hui_accent_find(options->theme, "navy");
    const hui_color far = other ? other->color : inks->dark, mid = hui_color_mix(inks->accent, inks->soft, 0.45);
    hui_buffer_add_string(out, "\"range\":{\"category\":");
    if (options->theme->series_count)
        add_series(out, options);
    else if (is_dark(options))
        add_light_categories(out, options, inks);
    else
        add_categories(out, options, inks);
    const char *const ramps[] = {"ramp", "heatmap", "ordinal"};
    for (int i = 0; i < 3; i++) {
        hui_buffer_printf(out, ",\"%s\":", ramps[i]);
        add_hex(out, "[", hui_color_mix(inks->soft, options->ground, 0.35));
        add_hex(out, ",", mid);
        add_hex(out, ",", inks->accent);
        add_hex(out, ",", inks->dark);
        hui_buffer_add_string(out, "]");
    }
    add_hex(out, ",\"diverging\":[", far);
    add_hex(out, ",", hui_color_mix(inks->grid, options->ground, 0.5));
    add_hex(out, ",", inks->accent);
    hui_buffer_add_string(out, "]},");
}

static void add_guides(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks)
{
    const hui_type_style *note = &options->theme->type[HUI_TYPE_NOTE],
                         *heading = &options->theme->type[HUI_TYPE_HEADING];
    const double line = options->theme->measures.line;
    hui_buffer_printf(out,
                      "\"axis\":{\"labelFontSize\":%g,\"titleFontSize\":%g,\"titleFontWeight\":400,\"labelPadding\":10,"
                      "\"titlePadding\":14,\"ticks\":false,\"gridWidth\":%g,\"domainWidth\":%g,\"labelLimit\":360,"
                      "\"labelLineHeight\":%g,\"maxExtent\":600,\"tickWidth\":%g,\"tickSize\":8,\"labelSeparation\":12",
                      note->size, note->size, line * 0.75, line, note->size * 1.25, line);
    add_hex(out, ",\"labelColor\":", inks->secondary);
    add_hex(out, ",\"titleColor\":", inks->secondary);
    add_hex(out, ",\"gridColor\":", inks->grid);
    add_hex(out, ",\"domainColor\":", inks->line);
    add_hex(out, ",\"tickColor\":", inks->line);
    /* what categories and dates are is plain to see */
    hui_buffer_add_string(out, "},\"axisQuantitative\":{\"domain\":false,\"labelFlush\":false},"
                               "\"axisTemporal\":{\"grid\":false,\"labelFlush\":false,\"title\":null},"
                               "\"axisDiscrete\":{\"title\":null},\"axisXDiscrete\":{\"labelAngle\":0},"
                               "\"axisY\":{\"titleAngle\":0,\"titleY\":-20},\"axisLeft\":{\"titleAlign\":\"left\"},"
                               "\"axisRight\":{\"titleAlign\":\"right\"},\"axisBottom\":{\"labelPadding\":16},");
    hui_buffer_printf(
        out,
        "\"legend\":{\"orient\":\"top\",\"direction\":\"horizontal\",\"labelFontSize\":%g,\"titleFontSize\":%g,"
        "\"titleFontWeight\":400,\"titleOrient\":\"left\",\"titlePadding\":16,\"labelOffset\":10,\"symbolSize\":400,"
        "\"columnPadding\":28,\"rowPadding\":12,\"offset\":20,\"labelLimit\":420,\"layout\":{\"frame\":\"bounds\","
        "\"margin\":28},\"gradientThickness\":20,"
        "\"gradientHorizontalMaxLength\":320,\"gradientHorizontalMinLength\":200,\"symbolStrokeWidth\":3,"
        "\"gradientLength\":320",
        note->size, note->size);
    add_hex(out, ",\"labelColor\":", inks->ink);
    add_hex(out, ",\"titleColor\":", inks->secondary);
    hui_buffer_printf(out,
                      "},\"title\":{\"anchor\":\"start\",\"frame\":\"bounds\",\"fontSize\":%g,\"fontWeight\":700,"
                      "\"subtitleFontSize\":%g,\"offset\":20,\"subtitlePadding\":8",
                      heading->size, note->size);
    add_hex(out, ",\"color\":", inks->ink);
    add_hex(out, ",\"subtitleColor\":", inks->secondary);
    hui_buffer_printf(out,
                      "},\"header\":{\"labelFontSize\":%g,\"titleFontSize\":%g,\"titleFontWeight\":400,\"title\":null,"
                      "\"labelFontWeight\":700,\"labelPadding\":14,\"titlePadding\":14",
                      note->size, note->size);
    add_hex(out, ",\"labelColor\":", inks->ink);
    add_hex(out, ",\"titleColor\":", inks->secondary);
    hui_buffer_add_string(out, "},");
}

static void add_marks(hui_buffer *out, const hui_chart_options *options, const chart_inks *inks)
{
    const hui_type_style *note = &options->theme->type[HUI_TYPE_NOTE];
    add_hex(out, "\"mark\":{\"color\":", inks->accent);
    hui_buffer_printf(out,
                      "},\"bar\":{\"cornerRadiusEnd\":6,\"binSpacing\":4,\"continuousBandSize\":24},"
                      "\"line\":{\"strokeWidth\":5,\"strokeCap\":\"round\",\"strokeJoin\":\"round\"},"
                      "\"trail\":{\"size\":5},"
                      "\"point\":{\"size\":220,\"strokeWidth\":4},\"circle\":{\"size\":260},\"square\":{\"size\":260},"
                      "\"tick\":{\"thickness\":4},\"rule\":{\"strokeWidth\":3");
    add_hex(out, ",\"color\":", inks->line);
    hui_buffer_printf(out, "},\"text\":{\"fontSize\":%g", note->size);
    add_hex(out, ",\"color\":", inks->ink);
    hui_buffer_add_string(out, "},\"arc\":{\"strokeWidth\":3");
    add_hex(out, ",\"stroke\":", options->ground);
    hui_buffer_add_string(out, "},\"rect\":{\"strokeWidth\":2");
    add_hex(out, ",\"stroke\":", options->ground);
    hui_buffer_add_string(out, "},\"boxplot\":{\"size\":40,\"median\":{\"color\":\"white\",\"strokeWidth\":4}},"
                               "\"errorbar\":{\"rule\":{\"strokeWidth\":4,\"color\":{\"expr\":\"accent\"}},\"ticks\":{"
                               "\"size\":28,\"opacity\":1}},"
                               "\"errorband\":{\"band\":{\"opacity\":0.25}},");
}

const hui_json *hui_chart_look(hui_arena *arena, const hui_chart_options *options)
{
    const chart_inks inks = inks_of(options);
    const bool chinese = options->lang && !strncmp(options->lang, "zh", 2);
    hui_buffer out = {0};
    hui_buffer_add_string(&out, "{\"background\":null,\"padding\":0,");
    add_params(&out, options, &inks);
    add_ranges(&out, options, &inks);
    add_guides(&out, options, &inks);
    add_marks(&out, options, &inks);
    if (chinese)
        hui_buffer_add_string(&out, "\"numberFormat\":\"cn\",\"timeFormat\":\"%Y年%-m月%-d日\",\"countTitle\":\"数量\","
                                    "\"fieldTitle\":\"plain\",");
    hui_buffer_add_string(&out,
                          "\"scale\":{\"barBandPaddingInner\":0.4,\"pointPadding\":0.5,\"minSize\":60,\"maxSize\":3000,"
                          "\"minStrokeWidth\":3,\"maxStrokeWidth\":14,\"minFontSize\":24,\"maxFontSize\":60,"
                          "\"continuousPadding\":0},"
                          "\"view\":{\"stroke\":null,\"step\":60,\"continuousWidth\":900,\"continuousHeight\":420");
    if (options->width > 0) /* categories share the width there is */
        hui_buffer_printf(&out, ",\"discreteWidth\":%.0f", options->width);
    if (options->height > 0)
        hui_buffer_printf(&out, ",\"discreteHeight\":%.0f", options->height);
    hui_buffer_add_string(&out, "},\"facet\":{\"spacing\":40},\"concat\":{\"spacing\":48}}");
    const hui_json *look = hui_json_constant(arena, hui_arena_string(arena, out.bytes));
    hui_buffer_finish(&out);
    return look;
}
