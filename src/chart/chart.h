/* Charts: a Vega-Lite spec becomes a picture. */
#ifndef HUI_CHART_CHART_H
#define HUI_CHART_CHART_H

#include "chart/picture.h"
#include "data/source.h"
#include "theme/theme.h"

typedef struct hui_chart_options {
    hui_fonts *fonts;
    const char *lang;
    const hui_theme *theme;   /* NULL: a plain Vega-Lite file, drawn as Vega does (config defaults, DejaVu Sans) */
    const hui_accent *accent; /* in force; with a theme */
    hui_color ground;         /* what it stands on; with a theme */
    double width, height;     /* px it gets, with a theme (autosize fit); 0: its own size */
    const hui_json *datasets; /* named data of the poster around it, NULL: none */
    /* Those that were read already, as charts see them; NULL: none are, or not this one. */
    const hui_table *(*find_table)(void *closure, const char *name);
    void *table_closure;
    hui_source_options source; /* how files are loaded */
    bool lenient;             /* unsupported properties are warnings */
} hui_chart_options;

typedef struct hui_chart {
    const hui_picture *picture;
    hui_labels *labels;
    const char *title; /* NULL: none */
} hui_chart;

/* NULL after a diagnostic. */
const hui_chart *hui_chart_new(hui_arena *arena, const hui_json *spec, const hui_chart_options *options, hui_diags *diags);

#endif
