/* chart: data drawn by a Vega-Lite spec, in the theme's look. */
#include "panel/container.h"

#include <math.h>
#include <string.h>

typedef struct chart {
    const hui_json *spec;
    hui_string title, caption;
    hui_length height;
} chart;

static const hui_field fields[] = {
    HUI_FIELD(chart, spec, CHART, "the chart in Vega-Lite, or the path of a .vl.json file", .required = true),
    HUI_FIELD(chart, title, TEXT, "above the chart"),
    HUI_FIELD(chart, caption, TEXT, "below the chart: where the data are from, what to see"),
    HUI_FIELD(chart, height, LENGTH,
              "of the chart; if absent the spec's own, or 9/16 of the width where the spec leaves it open", .min = 40,
              .max = 16384),
};

/* A chart is made when its width is known. */
typedef struct chart_leaf {
    const hui_build *build;
    const hui_json *spec;
    double height;
    const hui_chart *chart; /* NULL until then, and after errors */
    double scale;
} chart_leaf;

static hui_extent chart_widths(void *data)
{
    (void)data;
    return (hui_extent){120, 480};
}

static bool is_discrete(const hui_json *spec)
{
    const hui_json *encoding = hui_json_find(spec, "encoding"), *y = encoding ? hui_json_find(encoding, "y") : NULL;
    const hui_json *type = y ? hui_json_find(y, "type") : NULL;
    return type && type->kind == HUI_JSON_STRING &&
           (!strcmp(type->string, "nominal") || !strcmp(type->string, "ordinal"));
}

/* Charts of several plots, and those of one row for each value, are as high as what they hold. */
static bool knows_its_height(const hui_json *spec)
{
    static const char *const signs[] = {"height", "concat", "hconcat", "vconcat", "facet", "repeat"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (hui_json_find(spec, signs[i]))
            return true;
    return is_discrete(spec);
}

static double height_of(const chart_leaf *leaf, double width)
{
    if (leaf->height > 0)
        return leaf->height;
    return knows_its_height(leaf->spec) ? 0 : round(width * 9 / 16);
}

static hui_height chart_height(void *data, double width)
{
    chart_leaf *leaf = data;
    const hui_build *b = leaf->build;
    hui_chart_options options = *b->charts;
    options.accent = b->accent;
    options.ground = hui_ground_color(b);
    options.width = width;
    options.height = height_of(leaf, width);
    leaf->chart = hui_chart_new(b->arena, leaf->spec, &options, b->diags);
    if (!leaf->chart)
        return (hui_height){0, NAN};
    const hui_picture *picture = leaf->chart->picture;
    leaf->scale = picture->width > width ? width / picture->width : 1;
    return (hui_height){ceil(picture->height * leaf->scale), NAN};
}

static void chart_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const chart_leaf *leaf = data;
    if (!leaf->chart)
        return;
    const hui_picture *picture = leaf->chart->picture;
    const double free = box->rect.w - picture->width * leaf->scale;
    hui_picture_draw(picture, leaf->chart->labels, scene, box->rect.x + fmax(0, free / 2), box->rect.y, leaf->scale,
                     NULL);
}

static const hui_content chart_content = {chart_widths, NULL, chart_height, chart_draw};

static hui_box *build(const hui_build *b, const void *props)
{
    const chart *p = props;
    hui_box *column = hui_box_column(b, 12);
    chart_leaf *leaf = HUI_NEW(b->arena, chart_leaf);
    *leaf = (chart_leaf){
        .build = hui_arena_copy(b->arena, b, sizeof *b), .spec = p->spec, .height = hui_length_px(p->height)};
    hui_box_add(column, hui_part_heading(b, p->title, HUI_TYPE_HEADING));
    hui_box_add(column, hui_box_leaf(b->arena, &chart_content, leaf));
    hui_box_add(column, hui_part_text(b, p->caption,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = hui_inks_of(b).secondary,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "caption"}));
    column->grow = 1;
    column->justify = HUI_JUSTIFY_BETWEEN; /* captions of charts side by side stand on one line */
    return column;
}

const hui_panel_kind hui_panel_chart = {
    .record = {"chart", "data drawn by a Vega-Lite spec", fields, HUI_FIELD_COUNT(fields), sizeof(chart), "spec"},
    .build = build};
