/* Drawings: what structures that show values share: drawings as leaves, colours of grounds and series, legends. */
#ifndef HUI_STRUCTURE_DRAWING_H
#define HUI_STRUCTURE_DRAWING_H

#include "panel/container.h"

/* A drawing in a box of its own. It is decoration: its words stand beside it, or on top of it. */
typedef struct hui_drawing {
    void (*draw)(hui_scene *scene, hui_rect rect, const void *data);
    const void *data;
    const char *kind; /* class in SVG */
    hui_extent widths;
    double height, ratio; /* px; where that is 0, a share of its width */
} hui_drawing;

hui_box *hui_box_drawing(const hui_build *build, hui_drawing drawing);

/* Grounds of small blocks on the ground in force, and the text on them. */
typedef struct hui_block_inks {
    hui_color fill, ink;
} hui_block_inks;

hui_block_inks hui_solid_of(const hui_build *build); /* the accent's, or bright where all is dark */
hui_color hui_soft_of(const hui_build *build);       /* text keeps the ground's inks on it */

/* Of the nth of `count` series: its own accent's, else of the theme's series colours, else a step. */
hui_color hui_series_color(const hui_build *build, const hui_accent *own, size_t index, size_t count);
/* Of the nth of `count` steps: its own accent's, else from the accent's colour towards the ground. */
hui_color hui_step_color(const hui_build *build, const hui_accent *own, size_t index, size_t count);

/* A small square of the colour, or a circle. */
hui_box *hui_swatch(const hui_build *build, hui_color color, bool round);
/* Swatch, label, and a value with its unit if there is one; an item of a list. */
hui_box *hui_legend_entry(const hui_build *build, hui_color color, hui_string label, hui_string value, hui_string unit);

/* Texts (hui_string) with their numbers, in as many columns as fit: the key to a drawing that shows numbers only. */
hui_box *hui_numbered_list(const hui_build *build, hui_list texts);

/* Text of ours on one line of the spec. */
hui_string hui_text_at(const char *text, hui_place place);
/* Value and unit as one string, with a space before a unit of letters. */
hui_string hui_value_with_unit(const hui_build *build, hui_string value, hui_string unit);
/* Whether the words that come from us should be Chinese. */
bool hui_is_han(const hui_build *build);

/* What stands for the value in drawings: 0 if it is no number. */
double hui_amount_of(hui_string value);

#endif
