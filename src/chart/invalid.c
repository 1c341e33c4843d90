/* What becomes of values that no scale can place: left out, shown, or a gap. */
#include "chart/view.h"

static hui_invalid invalid_mode(const hui_view *unit, const hui_json *json)
{
    if (hui_json_is(json, HUI_JSON_NULL) || hui_json_is_string(json, "show"))
        return HUI_INVALID_SHOW;
    if (hui_json_is_string(json, "filter"))
        return HUI_INVALID_FILTER;
    if (hui_json_is_string(json, "break-paths-filter-domains"))
        return HUI_INVALID_BREAK_FILTER;
    if (hui_json_is_string(json, "break-paths-show-domains"))
        return HUI_INVALID_BREAK;
    return hui_mark_traits(unit->mark_kind) & HUI_MARK_PATH_LIKE ? HUI_INVALID_BREAK : HUI_INVALID_FILTER;
}

hui_invalid hui_unit_invalid_mode(const hui_view *unit)
{
    return invalid_mode(unit, hui_mark_find(unit, "invalid", NULL));
}

hui_invalid hui_unit_invalid_default(const hui_view *unit)
{
    return invalid_mode(unit, hui_mark_config(unit, "invalid", NULL));
}

hui_invalid hui_unit_invalid(const hui_view *unit, hui_channel channel)
{
    const hui_scale_part *part = hui_view_scale(unit, channel);
    const hui_channel_def *def = hui_unit_scaled(unit, channel);
    const bool counts =
        hui_def_is_field(def) && (def->op == HUI_AGGREGATE_COUNT || def->op == HUI_AGGREGATE_VALID ||
                                  def->op == HUI_AGGREGATE_MISSING || def->op == HUI_AGGREGATE_DISTINCT);
    if (!part || (hui_scale_traits(part->type) & HUI_SCALE_DISCRETE) || part->type == HUI_SCALE_BIN_ORDINAL || counts)
        return HUI_INVALID_VALID;
    const hui_json *shown = hui_spec_find(unit->chart->config, "scale.invalid");
    if (hui_json_is(shown, HUI_JSON_OBJECT) && hui_json_find(shown, hui_channel_word(channel)))
        return HUI_INVALID_SHOW;
    return hui_unit_invalid_mode(unit);
}
