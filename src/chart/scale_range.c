/* Ranges of scales: what domains are mapped to, given or by channel, mark and config. */
#include "chart/view.h"

#include <math.h>
#include <string.h>

static bool is_discrete(hui_scale_type type)
{
    return (hui_scale_traits(type) & HUI_SCALE_DISCRETE) != 0;
}

static int direction_of(hui_channel channel)
{
    return channel == HUI_CHANNEL_X || channel == HUI_CHANNEL_XOFFSET ? 0 : 1;
}

/* Steps are of the offset where a discrete one stands in the bands, unless the spec says "for": "position". */
static bool step_is_for_offset(const hui_view *unit, hui_channel channel, const hui_json *size)
{
    const hui_channel_def *offset = hui_unit_scaled(unit, hui_channel_offset(channel));
    const hui_json *which = hui_json_is(size, HUI_JSON_OBJECT) ? hui_json_find(size, "for") : NULL;
    return offset && hui_def_is_discrete(offset) && (!which || hui_json_is_string(which, "offset"));
}

static hui_range_part position_step(const hui_view *unit, hui_channel channel, const hui_json *size, double step,
                                    bool given)
{
    return (hui_range_part){
        .kind = HUI_RANGE_STEP, .step = step, .offset_step = step_is_for_offset(unit, channel, size), .given = given};
}

/* px of the step by which a plot grows with its categories; NAN where it has a size of its own. */
static double step_of(const hui_view *unit, int direction, const hui_json **size)
{
    static const char *const discrete[] = {"view.discreteWidth", "view.discreteHeight"};
    *size = unit->sizes[direction];
    if (!*size)
        *size = hui_spec_find(unit->chart->config, discrete[direction]);
    if (!*size)
        return hui_spec_number(unit->chart->config, "view.step", 20);
    return hui_json_is(*size, HUI_JSON_OBJECT) ? hui_spec_number(*size, "step", 20) : NAN;
}

double hui_view_step(const hui_view *view, int direction)
{
    static const char *const discrete[] = {"view.discreteWidth.step", "view.discreteHeight.step"};
    return hui_spec_number(view->chart->config, discrete[direction],
                           hui_spec_number(view->chart->config, "view.step", 20));
}

static hui_range_part position_range(const hui_view *unit, hui_channel channel, hui_scale_type type)
{
    const hui_json *size;
    const double step = step_of(unit, direction_of(channel), &size);
    if (is_discrete(type) && !isnan(step))
        return position_step(unit, channel, size, step, false);
    return (hui_range_part){.kind = HUI_RANGE_FULL};
}

static hui_range_part offset_range(const hui_view *unit, hui_channel channel, hui_scale_type type)
{
    const hui_channel position = channel == HUI_CHANNEL_XOFFSET ? HUI_CHANNEL_X : HUI_CHANNEL_Y;
    const hui_scale_part *part = hui_view_scale(unit, position);
    if (!part)
        return (hui_range_part){.kind = HUI_RANGE_CENTERED};
    if (part->type != HUI_SCALE_BAND)
        return (hui_range_part){.kind = HUI_RANGE_DURATION};
    const hui_json *size;
    const double step = step_of(unit, direction_of(channel), &size);
    const hui_json *which = hui_json_is(size, HUI_JSON_OBJECT) ? hui_json_find(size, "for") : NULL;
    const bool for_offset = is_discrete(type) && (!which || hui_json_is_string(which, "offset"));
    if (!isnan(step) && for_offset)
        return (hui_range_part){.kind = HUI_RANGE_STEP, .step = step};
    return (hui_range_part){.kind = HUI_RANGE_BANDWIDTH};
}

static hui_range_part between(const hui_view *unit, const char *low, const char *high)
{
    const hui_json *config = hui_json_find(unit->chart->config, "scale");
    return (hui_range_part){
        .kind = HUI_RANGE_SIZES, .low = hui_spec_number(config, low, 0), .high = hui_spec_number(config, high, NAN)};
}

static hui_range_part size_range(const hui_view *unit)
{
    switch (unit->mark_kind) {
    case HUI_MARK_KIND_BAR:
    case HUI_MARK_KIND_TICK:
        return between(unit, "minBandSize", "maxBandSize");
    case HUI_MARK_KIND_LINE:
    case HUI_MARK_KIND_TRAIL:
    case HUI_MARK_KIND_RULE:
        return between(unit, "minStrokeWidth", "maxStrokeWidth");
    case HUI_MARK_KIND_TEXT:
        return between(unit, "minFontSize", "maxFontSize");
    case HUI_MARK_KIND_ARC:
    case HUI_MARK_KIND_AREA:
    case HUI_MARK_KIND_CIRCLE:
    case HUI_MARK_KIND_GEOSHAPE:
    case HUI_MARK_KIND_IMAGE:
    case HUI_MARK_KIND_POINT:
    case HUI_MARK_KIND_RECT:
    case HUI_MARK_KIND_SQUARE:
    case HUI_MARK_KIND_COUNT:
        break;
    }
    return between(unit, "minSize", "maxSize");
}

static hui_range_part color_range(const hui_view *unit, const hui_scale_part *part, hui_scale_type type)
{
    const char *name = "ramp";
    if (type == HUI_SCALE_ORDINAL)
        name = part->def->type == HUI_NOMINAL ? "category" : "ordinal";
    else if (hui_spec_find(part->def->json, "scale.domainMid"))
        name = "diverging";
    else if (unit->mark_kind == HUI_MARK_KIND_RECT || unit->mark_kind == HUI_MARK_KIND_GEOSHAPE)
        name = "heatmap";
    return (hui_range_part){.kind = HUI_RANGE_SCHEME, .name = name};
}

static hui_range_part default_range(const hui_view *unit, const hui_scale_part *part, hui_scale_type type)
{
    switch ((int)part->channel) {
    case HUI_CHANNEL_X:
    case HUI_CHANNEL_Y:
        return position_range(unit, part->channel, type);
    case HUI_CHANNEL_XOFFSET:
    case HUI_CHANNEL_YOFFSET:
        return offset_range(unit, part->channel, type);
    case HUI_CHANNEL_SIZE:
        return size_range(unit);
    case HUI_CHANNEL_THETA:
        return (hui_range_part){.kind = HUI_RANGE_SIZES, .low = 0, .high = 2 * HUI_PI};
    case HUI_CHANNEL_ANGLE:
        return (hui_range_part){.kind = HUI_RANGE_SIZES, .low = 0, .high = 360};
    case HUI_CHANNEL_RADIUS:
        return (hui_range_part){.kind = HUI_RANGE_RADIUS};
    case HUI_CHANNEL_STROKEWIDTH:
        return between(unit, "minStrokeWidth", "maxStrokeWidth");
    case HUI_CHANNEL_STROKEDASH:
    case HUI_CHANNEL_SHAPE:
        return (hui_range_part){.kind = HUI_RANGE_LIST, .name = part->channel == HUI_CHANNEL_SHAPE ? "symbol" : "dash"};
    case HUI_CHANNEL_COLOR:
    case HUI_CHANNEL_FILL:
    case HUI_CHANNEL_STROKE:
        return color_range(unit, part, type);
    default:
        return between(unit, "minOpacity", "maxOpacity");
    }
}

/* What the spec gives: range, or scheme. */
static bool given_range(const hui_view *unit, const hui_scale_part *part, hui_scale_type type, hui_range_part *range)
{
    const hui_json *json = hui_spec_find(part->def->json, "scale.range");
    const hui_json *scheme = hui_spec_find(part->def->json, "scale.scheme");
    const bool colored = (hui_channel_traits(part->channel) & HUI_CHANNEL_COLORED) != 0;
    (void)unit;
    (void)type;
    if (json && json->kind != HUI_JSON_NULL) {
        *range = (hui_range_part){.kind = hui_json_is(json, HUI_JSON_ARRAY)    ? HUI_RANGE_LIST
                                          : hui_json_is(json, HUI_JSON_STRING) ? HUI_RANGE_SCHEME
                                                                               : HUI_RANGE_FIELD,
                                  .json = hui_json_is(json, HUI_JSON_STRING) ? NULL : json,
                                  .name = hui_json_string(json, NULL),
                                  .given = true};
        return true;
    }
    if (colored && scheme && scheme->kind != HUI_JSON_NULL) {
        *range = (hui_range_part){.kind = HUI_RANGE_SCHEME, .json = scheme, .given = true};
        return true;
    }
    return false;
}

static void find_unit_range(hui_view *unit, hui_scale_part *part)
{
    const hui_scale_type type = hui_view_scale(unit, part->channel)->type;
    const bool position = part->channel == HUI_CHANNEL_X || part->channel == HUI_CHANNEL_Y;
    if (given_range(unit, part, type, &part->range))
        return;
    const hui_json *size = position ? unit->sizes[direction_of(part->channel)] : NULL;
    if (hui_json_is(size, HUI_JSON_OBJECT) && is_discrete(type)) {
        part->range = position_step(unit, part->channel, size, hui_spec_number(size, "step", 20), true);
        return;
    }
    part->range = default_range(unit, part, type);
    part->range.given = hui_split_find(part->props, "rangeMin") || hui_split_find(part->props, "rangeMax");
}

/* Given ranges win; of two steps the larger one; else the first. */
static void merge_range(hui_range_part *into, const hui_range_part *from)
{
    const bool steps = into->kind == HUI_RANGE_STEP && from->kind == HUI_RANGE_STEP && from->step > into->step;
    if (into->kind == HUI_RANGE_NONE || (from->given && !into->given) || (from->given == into->given && steps))
        *into = *from;
}

void hui_view_find_ranges(hui_view *view)
{
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_ranges(view->children[i]);
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        if (!view->scales[i])
            continue;
        if (view->kind == HUI_VIEW_UNIT)
            find_unit_range(view, view->scales[i]);
        for (size_t c = 0; c < view->child_count; c++)
            if (view->children[c]->scales[i])
                merge_range(&view->scales[i]->range, &view->children[c]->scales[i]->range);
    }
}
