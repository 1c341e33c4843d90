/* Parts: the small pieces that several panels are made of. */
#ifndef HUI_PANEL_PART_H
#define HUI_PANEL_PART_H

#include "panel/build.h"

/* How a piece of text is set. Zero values: the step's own size and weight, ink of the ground, start. */
typedef struct hui_text_look {
    hui_type type;
    hui_color color;
    hui_color strong_color;  /* zero: the ground's */
    hui_color on;            /* what it stands on, for the check of contrast; zero: the ground in force */
    double strong_scale, figure_scale;
    int weight, strong_weight;
    hui_text_align align;
    bool balance, nowrap, no_gap;
    bool tabular;            /* figures of one width */
    bool afloat;             /* neighbours on a baseline stand on the foot of what holds it: bright pills */
    double letter_spacing;
    double size;             /* px instead of the step's, line height in proportion */
    double keep;             /* px below which it does not wrap: not squeezed to a pillar beside a figure */
    double shrink_to;        /* smallest px to which it shrinks so that its lines need no wrapping; 0: it wraps */
    hui_role role;           /* HEADING, PARAGRAPH; NONE: plain */
    const char *kind;        /* class in SVG: "label", "value", … */
} hui_text_look;

/* `keep` of text beside a figure: the figure takes a smaller step first. */
double hui_text_keep(const hui_build *build);
/* NULL for an absent or empty string. */
hui_box *hui_part_text(const hui_build *build, hui_string string, hui_text_look look);
/* A title at the level in force, in the accent's colour. */
hui_box *hui_part_heading(const hui_build *build, hui_string string, hui_type type);
hui_box *hui_part_label(const hui_build *build, hui_string string);
/* Text set in spans of its own sizes. */
hui_box *hui_part_spans(const hui_build *build, hui_spans spans, hui_place place, hui_text_look look);

hui_box *hui_part_icon(const hui_build *build, hui_string icon, double size, hui_color color);
/* Icon in a circle of this diameter, in the ground's colours or (solid) the accent with white. */
hui_box *hui_part_disc(const hui_build *build, hui_string icon, double diameter, bool solid);

/* A number in a circle of the accent's colour, or in the ground's colours where that is dark. */
hui_box *hui_part_number(const hui_build *build, size_t number, double diameter, hui_type type);

typedef struct hui_numeral {
    hui_string prefix, value, unit;
    hui_numeral_class size;
    hui_text_align align;
    hui_color color, unit_color; /* zero: the ground's */
    double limit;                /* px the value may have at most, below what its class allows; 0: none */
} hui_numeral;

/* Value with prefix and unit on one baseline, in the largest step that fits its row. */
hui_box *hui_part_numeral(const hui_build *build, const hui_numeral *numeral);

typedef enum hui_trend { HUI_TREND_NONE, HUI_TREND_UP, HUI_TREND_DOWN, HUI_TREND_FLAT } hui_trend;
extern const hui_word hui_trend_words[];
hui_box *hui_part_trend(const hui_build *build, hui_trend trend, double height, hui_color color);

typedef enum hui_pill_style { HUI_PILL_TINT, HUI_PILL_GOLD, HUI_PILL_BRIGHT } hui_pill_style;
/* Rounded, one line: an arrow or an icon, then text. */
hui_box *hui_part_pill(const hui_build *build, hui_string text, hui_trend trend, hui_string icon, hui_pill_style style);
/* Bold text on a block with corners of radius 14, or with round ends. */
hui_box *hui_part_tag(const hui_build *build, hui_string text, hui_string icon, hui_color fill, hui_color color, bool round);

/* Share 0..1 of a bar as wide as its box. */
hui_box *hui_part_bar(const hui_build *build, double share, double height);
/* Ring with a share 0..1, and a numeral in it. */
hui_box *hui_part_ring(const hui_build *build, double share, double diameter, double width, hui_string value, hui_string unit);

/* A drawing that fills its box; natural height by the art's ratio, or `height` if above 0. */
hui_box *hui_part_art(const hui_build *build, const hui_art *art, hui_art_options options, double width, double height);

/* A picture as wide as its box, by its proportions or `height` px high; cover: it fills its box, edges cut. */
hui_box *hui_part_image(const hui_build *build, const hui_image *image, double height, double radius, bool cover);
/* The same of this height, or else of this ratio of width to height, edges cut around the focus (shares of the picture). */
hui_box *hui_part_crop(const hui_build *build, const hui_image *image, double height, double ratio, hui_point focus,
                       double radius);
/* The same of a fixed size, which it fills. */
hui_box *hui_part_picture(const hui_build *build, const hui_image *image, double width, double height, double radius);

/* The colour text stands on. */
hui_color hui_ground_color(const hui_build *build);
/* Of feet below a dark ground, which hold text in the theme's gold ink. */
hui_color hui_foot_color(const hui_theme *theme);
/* Warns of text too small for the page or too faint for its ground. */
void hui_text_check(const hui_build *build, const hui_text_style *style, hui_color ground, hui_place place);

/* Number in a string, its sign and grouping allowed; NAN if it is none. */
double hui_number_of(hui_string string);

#endif
