/* Gradients as Vega-Lite writes them. */
#include "chart/encode.h"

const hui_gradient *hui_gradient_read(hui_arena *arena, const hui_json *json)
{
    const hui_json *stops = hui_spec_find(json, "stops");
    if (!hui_json_is(stops, HUI_JSON_ARRAY) || stops->count == 0)
        return NULL;
    hui_gradient *gradient = HUI_NEW(arena, hui_gradient);
    hui_stop *list = HUI_NEW_ARRAY(arena, hui_stop, stops->count);
    const bool radial = hui_json_is_string(hui_json_find(json, "gradient"), "radial");
    const double at = radial ? 0.5 : 0;
    *gradient = (hui_gradient){.radial = radial,
                               .x1 = hui_spec_number(json, "x1", at),
                               .y1 = hui_spec_number(json, "y1", at),
                               .x2 = hui_spec_number(json, "x2", radial ? 0.5 : 1),
                               .y2 = hui_spec_number(json, "y2", at),
                               .r1 = hui_spec_number(json, "r1", 0),
                               .r2 = hui_spec_number(json, "r2", 0.5),
                               .stops = list};
    for (const hui_json *stop = stops->first; stop; stop = stop->next) {
        hui_stop *entry = &list[gradient->stop_count++];
        entry->offset = hui_spec_number(stop, "offset", 0);
        hui_color_css(hui_spec_string(stop, "color", ""), &entry->color);
    }
    return gradient;
}
