/* Colours in other spaces than sRGB: HSL, CIELAB, its polar form HCL, Cubehelix. */
#ifndef HUI_BASE_COLOR_SPACE_H
#define HUI_BASE_COLOR_SPACE_H

#include "base/color.h"

typedef enum hui_color_space {
    HUI_SPACE_RGB,
    HUI_SPACE_HSL,
    HUI_SPACE_HSL_LONG, /* hues the long way round: as they stand */
    HUI_SPACE_LAB,
    HUI_SPACE_HCL,
    HUI_SPACE_HCL_LONG,
    HUI_SPACE_CUBEHELIX,
    HUI_SPACE_CUBEHELIX_LONG
} hui_color_space;

/* A colour's place in a space; a hue is at[0]. What the colour does not have (the hue of a grey) is NAN. */
typedef struct hui_color_point {
    double at[3], alpha;
} hui_color_point;

hui_color_space hui_color_space_find(const char *word); /* RGB if it is none, or NULL */
hui_color_point hui_color_to_space(hui_color_space space, hui_color color);
hui_color hui_color_from_space(hui_color_space space, hui_color_point point); /* rounded, and clamped to sRGB */

#endif
