/* Painters: colours, strokes and opacities that all marks of a unit have, from encodings, the mark and config. */
#include "chart/encode.h"

#include <math.h>
#include <string.h>

typedef struct gradient_entry {
    const hui_json *json;
    const hui_gradient *gradient;
} gradient_entry;

struct hui_painter {
    hui_encoder *fill, *stroke;
    hui_encoder *opacity, *fill_opacity, *stroke_opacity, *stroke_width, *stroke_dash, *href;
    double dash_offset;
    uint8_t cap, join;
    hui_tooltip *tooltip;
    HUI_VEC(gradient_entry) gradients;
};

static const hui_json *unless_null(const hui_json *json)
{
    return hui_json_is(json, HUI_JSON_NULL) ? NULL : json;
}

/* Vega-Lite's default fill or stroke: the mark's `color` counts for whichever it paints. */
static const hui_json *default_paint(const hui_view *unit, bool fill)
{
    const bool colored = unit->filled == fill;
    const char *vega = fill ? "fill" : "stroke";
    const hui_json *found = unless_null(hui_mark_find(unit, colored ? "color" : vega, colored ? vega : NULL));
    if (!found && colored)
        found = unless_null(hui_spec_find(unit->chart->config, "mark.color"));
    return found;
}

static hui_encoder *encode_paint(const hui_drawing *drawing, bool fill)
{
    const hui_view *unit = drawing->unit;
    const hui_channel own = fill ? HUI_CHANNEL_FILL : HUI_CHANNEL_STROKE;
    const hui_json *fallback = default_paint(unit, fill);
    if (unit->channels[own])
        return hui_encode_channel(drawing, own, NULL, fallback);
    if (unit->filled == fill && unit->channels[HUI_CHANNEL_COLOR])
        return hui_encode_channel(drawing, HUI_CHANNEL_COLOR, NULL, fallback);
    return hui_encoder_json(drawing, fallback);
}

static uint8_t word_index(const hui_json *json, const char *const words[3])
{
    for (uint8_t i = 0; i < 3; i++)
        if (hui_json_is_string(json, words[i]))
            return i;
    return 0;
}

hui_painter *hui_painter_new(const hui_drawing *drawing)
{
    static const char *const caps[3] = {"butt", "round", "square"}, *const joins[3] = {"miter", "round", "bevel"};
    const hui_view *unit = drawing->unit;
    const bool sized = unit->mark_kind == HUI_MARK_KIND_LINE || unit->mark_kind == HUI_MARK_KIND_RULE;
    hui_painter *painter = HUI_NEW(drawing->arena, hui_painter);
    if (unit->mark_kind != HUI_MARK_KIND_IMAGE) {
        painter->fill = encode_paint(drawing, true);
        painter->stroke = encode_paint(drawing, false);
    }
    painter->opacity = hui_encode_channel(drawing, HUI_CHANNEL_OPACITY, "opacity", NULL);
    painter->fill_opacity = hui_encode_channel(drawing, HUI_CHANNEL_FILLOPACITY, "fillOpacity", NULL);
    painter->stroke_opacity = hui_encode_channel(drawing, HUI_CHANNEL_STROKEOPACITY, "strokeOpacity", NULL);
    painter->stroke_width = hui_encode_channel(drawing, HUI_CHANNEL_STROKEWIDTH, "strokeWidth", NULL);
    if (sized && (unit->channels[HUI_CHANNEL_SIZE] || hui_mark_find(unit, "size", "strokeWidth")) &&
        !unit->channels[HUI_CHANNEL_STROKEWIDTH])
        painter->stroke_width =
            hui_encode_channel(drawing, HUI_CHANNEL_SIZE, NULL, hui_mark_find(unit, "size", "strokeWidth"));
    painter->stroke_dash = hui_encode_channel(drawing, HUI_CHANNEL_STROKEDASH, "strokeDash", NULL);
    painter->dash_offset = hui_json_number(hui_mark_find(unit, "strokeDashOffset", NULL), 0);
    painter->cap = word_index(hui_mark_find(unit, "strokeCap", NULL), caps);
    painter->join = word_index(hui_mark_find(unit, "strokeJoin", NULL), joins);
    painter->href = hui_encode_text_channel(drawing, HUI_CHANNEL_HREF);
    painter->tooltip = hui_tooltip_new(drawing, drawing->rows.count);
    return painter;
}

static const hui_gradient *find_gradient(const hui_painter *painter, hui_drawing *drawing, const hui_json *json)
{
    hui_painter *cache = (hui_painter *)painter;
    if (!json)
        return NULL;
    for (size_t i = 0; i < cache->gradients.count; i++)
        if (cache->gradients.at[i].json == json)
            return cache->gradients.at[i].gradient;
    const hui_gradient *gradient = hui_gradient_read(drawing->arena, json);
    *hui_vec_push(drawing->arena, &cache->gradients) = (gradient_entry){json, gradient};
    return gradient;
}

static hui_dash dash_of(hui_drawing *drawing, hui_value value, double offset)
{
    hui_dash dash = {NULL, 0, offset};
    if (value.kind != HUI_VALUE_ARRAY || value.count == 0)
        return dash;
    double *lengths = HUI_NEW_ARRAY(drawing->arena, double, value.count);
    for (uint32_t i = 0; i < value.count; i++)
        lengths[i] = hui_value_to_number(value.items[i]);
    dash.at = lengths;
    dash.count = value.count;
    return dash;
}

void hui_painter_apply(const hui_painter *painter, hui_drawing *drawing, size_t row, hui_mark_item *item)
{
    const hui_encoded_color fill = hui_encode_color(painter->fill, drawing, row);
    const hui_encoded_color stroke = hui_encode_color(painter->stroke, drawing, row);
    item->fill = fill.color;
    item->fill_gradient = find_gradient(painter, drawing, fill.gradient);
    item->stroke = stroke.color;
    item->stroke_gradient = find_gradient(painter, drawing, stroke.gradient);
    item->opacity = hui_encode_number(painter->opacity, drawing, row, 1);
    item->fill_opacity = hui_encode_number(painter->fill_opacity, drawing, row, 1);
    item->stroke_opacity = hui_encode_number(painter->stroke_opacity, drawing, row, 1);
    item->stroke_width = hui_encode_number(painter->stroke_width, drawing, row, 1);
    if (painter->stroke_dash)
        item->dash = dash_of(drawing, hui_encode_value(painter->stroke_dash, drawing, row), painter->dash_offset);
    item->cap = painter->cap;
    item->join = painter->join;
    if (painter->href)
        item->href = hui_encode_text(painter->href, drawing, row);
    if (painter->tooltip)
        item->tooltip = hui_tooltip_text(painter->tooltip, drawing, row);
}
