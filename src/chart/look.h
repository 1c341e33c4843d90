/* Looks: a theme as Vega-Lite's config. */
#ifndef HUI_CHART_LOOK_H
#define HUI_CHART_LOOK_H

#include "chart/chart.h"

/* Config for a chart inside a poster: fonts, colours of the accent, hairlines, sizes of the theme's type scale. */
const hui_json *hui_chart_look(hui_arena *arena, const hui_chart_options *options);

#endif
