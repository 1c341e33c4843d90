/* Types of scales: chosen for each channel of a unit, then merged upwards where views share them. */
#include "chart/view.h"

#include <string.h>

/* Which types a channel may have (Vega-Lite's channelSupportScaleType). */
static bool channel_takes(hui_channel channel, hui_scale_type type)
{
    const unsigned traits = hui_scale_traits(type);
    switch ((int)channel) {
    case HUI_CHANNEL_X:
    case HUI_CHANNEL_Y:
    case HUI_CHANNEL_THETA:
    case HUI_CHANNEL_RADIUS:
    case HUI_CHANNEL_XOFFSET:
    case HUI_CHANNEL_YOFFSET:
        return (traits & HUI_SCALE_CONTINUOUS) || type == HUI_SCALE_BAND || type == HUI_SCALE_POINT;
    case HUI_CHANNEL_COLOR:
    case HUI_CHANNEL_FILL:
    case HUI_CHANNEL_STROKE:
        return type != HUI_SCALE_BAND;
    case HUI_CHANNEL_SHAPE:
    case HUI_CHANNEL_STROKEDASH:
        return type == HUI_SCALE_ORDINAL || (traits & HUI_SCALE_DISCRETIZING);
    default:
        return (traits & (HUI_SCALE_CONTINUOUS | HUI_SCALE_DISCRETIZING)) || type == HUI_SCALE_BAND ||
               type == HUI_SCALE_POINT || type == HUI_SCALE_ORDINAL;
    }
}

/* Which types a measurement may have (scaleTypeSupportDataType). */
static bool measurement_takes(hui_measurement measurement, hui_scale_type type)
{
    const unsigned traits = hui_scale_traits(type);
    if (measurement == HUI_NOMINAL || measurement == HUI_ORDINAL)
        return (traits & HUI_SCALE_DISCRETE) || type == HUI_SCALE_BIN_ORDINAL;
    if (measurement == HUI_TEMPORAL)
        return (traits & HUI_SCALE_TEMPORAL) != 0;
    return measurement != HUI_QUANTITATIVE ||
           (!(traits & HUI_SCALE_TEMPORAL) && type != HUI_SCALE_BIN_ORDINAL && type != HUI_SCALE_IDENTITY &&
            (traits & (HUI_SCALE_CONTINUOUS | HUI_SCALE_DISCRETIZING)));
}

static bool is_discrete_channel(hui_channel channel)
{
    return channel == HUI_CHANNEL_SHAPE || channel == HUI_CHANNEL_STROKEDASH;
}

static hui_scale_type discrete_type(const hui_view *unit, hui_channel channel, const hui_channel_def *def)
{
    const hui_mark_kind mark = unit->mark_kind;
    const bool xy = channel == HUI_CHANNEL_X || channel == HUI_CHANNEL_Y || channel == HUI_CHANNEL_XOFFSET ||
                    channel == HUI_CHANNEL_YOFFSET;
    const bool x = channel == HUI_CHANNEL_X || channel == HUI_CHANNEL_XOFFSET;
    if ((hui_channel_traits(channel) & HUI_CHANNEL_COLORED) || is_discrete_channel(channel))
        return HUI_SCALE_ORDINAL;
    if (xy && (mark == HUI_MARK_KIND_RECT || mark == HUI_MARK_KIND_BAR || mark == HUI_MARK_KIND_IMAGE ||
               mark == HUI_MARK_KIND_RULE || mark == HUI_MARK_KIND_TICK))
        return HUI_SCALE_BAND;
    const hui_channel offset = hui_channel_offset(channel);
    if (offset != HUI_CHANNEL_NONE && hui_unit_scaled(unit, offset))
        return HUI_SCALE_BAND;
    if (!xy && mark == HUI_MARK_KIND_ARC && (channel == HUI_CHANNEL_THETA || channel == HUI_CHANNEL_RADIUS))
        return HUI_SCALE_BAND;
    if (xy && hui_spec_find(hui_json_find(unit->mark, x ? "width" : "height"), "band"))
        return HUI_SCALE_BAND;
    return hui_spec_find(def->json, "axis.tickBand") ? HUI_SCALE_BAND : HUI_SCALE_POINT;
}

static hui_scale_type default_type(const hui_view *unit, hui_channel channel, const hui_channel_def *def)
{
    const bool colored = (hui_channel_traits(channel) & HUI_CHANNEL_COLORED) != 0;
    switch (def->type) {
    case HUI_NOMINAL:
    case HUI_ORDINAL:
        return discrete_type(unit, channel, def);
    case HUI_TEMPORAL:
        if (is_discrete_channel(channel))
            return HUI_SCALE_ORDINAL;
        return !colored && def->unit.utc ? HUI_SCALE_UTC : HUI_SCALE_TIME;
    case HUI_QUANTITATIVE:
        if (colored && def->bins)
            return HUI_SCALE_BIN_ORDINAL;
        return is_discrete_channel(channel) ? HUI_SCALE_ORDINAL : HUI_SCALE_LINEAR;
    case HUI_GEOJSON:
        break;
    }
    return HUI_SCALE_TYPE_COUNT;
}

static void find_unit_scale(hui_view *unit, hui_channel channel)
{
    const hui_channel_def *def = hui_unit_scaled(unit, channel);
    const hui_json *scale = def ? hui_json_find(def->json, "scale") : NULL;
    if (!def || hui_json_is(scale, HUI_JSON_NULL) || hui_json_is(scale, HUI_JSON_FALSE))
        return;
    const char *word = hui_spec_string(scale, "type", NULL);
    const hui_scale_type chosen = default_type(unit, channel, def);
    const hui_scale_type given = word ? hui_scale_find(word) : HUI_SCALE_TYPE_COUNT;
    if (chosen == HUI_SCALE_TYPE_COUNT)
        return;
    hui_scale_part *part = HUI_NEW(unit->chart->arena, hui_scale_part);
    part->channel = channel;
    part->unit = unit;
    part->def = def;
    part->type = chosen;
    part->props = hui_split_new(unit->chart->arena, def->json);
    if (given != HUI_SCALE_TYPE_COUNT && channel_takes(channel, given) &&
        (def->kind != HUI_DEF_FIELD || measurement_takes(def->type, given))) {
        part->type = given;
        part->type_given = true;
    }
    unit->scales[channel] = part;
}

/* Only scales of one category can be merged. */
static int category(hui_scale_type type)
{
    const unsigned traits = hui_scale_traits(type);
    if (traits & HUI_SCALE_TEMPORAL)
        return 1;
    if (traits & HUI_SCALE_CONTINUOUS)
        return 0;
    if (type == HUI_SCALE_BAND || type == HUI_SCALE_POINT)
        return 2;
    return type == HUI_SCALE_ORDINAL ? 3 : type == HUI_SCALE_BIN_ORDINAL ? 4 : 5;
}

static bool compatible(hui_scale_type a, hui_scale_type b)
{
    const int first = category(a), second = category(b);
    return first == second || (first == 1 && second == 2) || (first == 2 && second == 1); /* time with band or point */
}

static int precedence(hui_scale_type type)
{
    switch (type) {
    case HUI_SCALE_BAND:
        return 11;
    case HUI_SCALE_POINT:
        return 10;
    case HUI_SCALE_LOG:
    case HUI_SCALE_POW:
    case HUI_SCALE_SQRT:
    case HUI_SCALE_SYMLOG:
    case HUI_SCALE_IDENTITY:
        return 1;
    case HUI_SCALE_LINEAR:
    case HUI_SCALE_TIME:
    case HUI_SCALE_UTC:
    case HUI_SCALE_QUANTILE:
    case HUI_SCALE_QUANTIZE:
    case HUI_SCALE_THRESHOLD:
    case HUI_SCALE_BIN_ORDINAL:
    case HUI_SCALE_ORDINAL:
    case HUI_SCALE_TYPE_COUNT:
        break;
    }
    return 0;
}

static hui_resolve default_resolve(const hui_view *view, hui_channel channel)
{
    if (view->kind == HUI_VIEW_FACET)
        return channel == HUI_CHANNEL_THETA ? HUI_INDEPENDENT : HUI_SHARED;
    if (view->kind == HUI_VIEW_LAYER)
        return HUI_SHARED;
    return channel == HUI_CHANNEL_X || channel == HUI_CHANNEL_Y || channel == HUI_CHANNEL_THETA ||
                   channel == HUI_CHANNEL_RADIUS
               ? HUI_INDEPENDENT
               : HUI_SHARED;
}

static void merge_type(hui_view *view, hui_channel channel, const hui_scale_part *child, hui_scale_part **merged)
{
    if (view->scale_resolve[channel] != HUI_SHARED)
        return;
    if (!*merged) {
        hui_scale_part *part = HUI_NEW(view->chart->arena, hui_scale_part);
        part->channel = channel;
        part->unit = child->unit;
        part->def = child->def;
        part->type = child->type;
        part->type_given = child->type_given;
        part->props = hui_split_new(view->chart->arena, child->def->json);
        *merged = part;
    } else if (!compatible((*merged)->type, child->type)) {
        view->scale_resolve[channel] = HUI_INDEPENDENT;
        *merged = NULL;
    } else if ((child->type_given && !(*merged)->type_given) ||
               (child->type_given == (*merged)->type_given && precedence(child->type) > precedence((*merged)->type))) {
        (*merged)->type = child->type;
        (*merged)->type_given = child->type_given;
    }
}

static void merge_children(hui_view *view)
{
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        const hui_channel channel = (hui_channel)i;
        hui_scale_part *merged = NULL;
        for (size_t c = 0; c < view->child_count; c++) {
            const hui_scale_part *part = view->children[c]->scales[i];
            if (!part || part->merged)
                continue;
            if (view->scale_resolve[i] == HUI_RESOLVE_DEFAULT)
                view->scale_resolve[i] = default_resolve(view, channel);
            merge_type(view, channel, part, &merged);
        }
        view->scales[i] = merged;
        for (size_t c = 0; merged && c < view->child_count; c++)
            if (view->children[c]->scales[i])
                view->children[c]->scales[i]->merged = true;
    }
}

void hui_view_find_scales(hui_view *view)
{
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_scales(view->children[i]);
    if (view->kind != HUI_VIEW_UNIT) {
        merge_children(view);
        return;
    }
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++)
        if (hui_channel_traits((hui_channel)i) & HUI_CHANNEL_SCALED)
            find_unit_scale(view, (hui_channel)i);
}
