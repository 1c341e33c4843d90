/* A theme as Vega-Lite's config. */
#include "chart/look.h"

#include "json/make.h"

const hui_json *hui_chart_look(hui_arena *arena, const hui_chart_options *options)
{
    (void)options;
    return hui_json_constant(arena, "{}");
}
