/* Bands: where in a bin, a time unit or a band of a scale marks stand, and how much of it they fill. */
#include "chart/view.h"

#include <math.h>
#include <string.h>

double hui_unit_band_position(const hui_view *unit, const hui_channel_def *def, const hui_channel_def *second)
{
    if (!hui_def_is_scaled(def))
        return NAN;
    if (!isnan(def->band_position))
        return def->band_position;
    if (def->kind == HUI_DEF_FIELD && def->unit.parts && !second)
        return hui_json_number(hui_mark_config(unit, "timeUnitBandPosition", NULL), NAN);
    return def->bins ? 0.5 : NAN;
}

bool hui_unit_band_ends(const hui_view *unit, const hui_channel_def *def, const hui_channel_def *second)
{
    if (!hui_def_is_field(def) || !(def->bins || (def->unit.parts && def->type == HUI_TEMPORAL)))
        return false;
    return !isnan(hui_unit_band_position(unit, def, second));
}

static hui_band_size size_of(const hui_json *json)
{
    hui_band_size size = {false, NAN, NULL};
    if (hui_json_is(json, HUI_JSON_NUMBER))
        size.value = json->number;
    else if (hui_json_is(json, HUI_JSON_OBJECT) && hui_json_find(json, "band"))
        size = (hui_band_size){true, hui_spec_number(json, "band", 1), NULL};
    else if (hui_json_expression(json))
        size.json = json;
    return size;
}

static const hui_json *mark_size_config(const hui_view *unit, const char *key)
{
    const hui_json *config = hui_json_find(unit->chart->config, hui_mark_word(unit->mark_kind));
    return hui_json_is(config, HUI_JSON_OBJECT) ? hui_json_find(config, key) : NULL;
}

hui_band_size hui_unit_band_size(const hui_view *unit, hui_channel channel, const hui_channel_def *def,
                                 hui_scale_type type, bool by_size)
{
    const char *vega = channel == HUI_CHANNEL_X ? "width" : channel == HUI_CHANNEL_Y ? "height" : NULL;
    const hui_json *given = vega ? hui_mark_find(unit, by_size ? "size" : vega, vega) : NULL;
    const bool discrete = type != HUI_SCALE_TYPE_COUNT && ((hui_scale_traits(type) & HUI_SCALE_DISCRETE) ||
                                                           type == HUI_SCALE_BIN_ORDINAL);
    if (given && given->kind != HUI_JSON_NULL)
        return size_of(given);
    if (hui_def_is_field(def) && def->unit.parts)
        return (hui_band_size){true, hui_json_number(hui_mark_config(unit, "timeUnitBandSize", NULL), 1), NULL};
    if (hui_def_is_field(def) && def->bins && !discrete)
        return (hui_band_size){true, 1, NULL};
    if (!(hui_mark_traits(unit->mark_kind) & HUI_MARK_RECT_LIKE))
        return (hui_band_size){false, NAN, NULL};
    const bool continuous = type != HUI_SCALE_TYPE_COUNT && !discrete;
    const hui_json *config = mark_size_config(unit, continuous ? "continuousBandSize" : "discreteBandSize");
    if (discrete && !config)
        return (hui_band_size){true, 1, NULL};
    return size_of(config);
}
