/* Legends: what the files that find, arrange and draw them share. */
#ifndef HUI_CHART_LEGEND_H
#define HUI_CHART_LEGEND_H

#include "chart/guide.h"

/* Parts
 * ----- */

/* legend_part.c */
hui_legend_part *hui_legend_part_copy(hui_arena *arena, const hui_legend_part *part);
/* False where both are given and stand at different sides. */
bool hui_legend_part_merge(hui_arena *arena, hui_legend_part *into, const hui_legend_part *from);
bool hui_legend_part_disabled(const hui_legend_part *part);
bool hui_legend_part_shows(const hui_legend_part *part, const char *target);
/* legend_encode.c: what symbols (or a gradient) look like apart from what the legend is about; NULL: nothing in particular.
 * {"symbols": {"fill": …}} or {"gradient": {"opacity": …}}. */
const hui_json *hui_legend_encode(const hui_view *unit, hui_channel channel, const hui_json *legend, bool symbols);
/* `value` of a channel's definition, or of its conditions (the first; the greatest if `greatest`); NULL: none. */
const hui_json *hui_condition_value(hui_arena *arena, const hui_channel_def *def, bool greatest);

/* Drawing
 * ------- */

typedef struct hui_legend_entry {
    hui_value value;
    const char *label;
    double size;        /* SYMBOL: px that the symbol takes */
    double start, stop; /* GRADIENT, BAND: 0..1 along the ramp */
} hui_legend_entry;

typedef struct hui_legend_drawing {
    hui_frame *frame;
    hui_arena *arena;
    const hui_legend_part *part;
    hui_guide_props props;
    const hui_json *given, *config; /* of the legend; of all */
    const hui_scale *scales[HUI_LEGEND_TARGETS];
    const hui_scale *scale; /* the one whose values it shows */
    hui_guide *guide;
    hui_legend_kind kind;
    hui_mark_item label; /* what labels have in common */
    bool vertical;
    double length, thickness; /* of a ramp */
    hui_legend_entry *entries;
    size_t entry_count;
    double widest; /* SYMBOL: the greatest size of the entries */
    hui_rect body; /* all but the title, as drawn so far */
    hui_rect ramp; /* GRADIENT, BAND: without labels */
} hui_legend_drawing;

/* The index of a target ("size"), or channel_count. */
size_t hui_legend_target(const hui_legend_part *part, const char *target);

/* legend_entries.c: values and labels. Sizes of SYMBOL: by `size` of each. */
void hui_legend_find_entries(hui_legend_drawing *d);
/* legend_symbols.c, legend_ramp.c: marks, with the body's upper left corner around (0, 0). */
double hui_legend_symbol_size(const hui_legend_drawing *d, hui_value value);
void hui_legend_draw_symbols(hui_legend_drawing *d);
void hui_legend_draw_ramp(hui_legend_drawing *d);
/* legend_layout.c: title, padding and ground; finishes the guide. */
void hui_legend_finish(hui_legend_drawing *d);

#endif
