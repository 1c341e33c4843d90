/* sRGB colours. */
#ifndef HUI_BASE_COLOR_H
#define HUI_BASE_COLOR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* 0 to 255 each; alpha 255 is opaque. All zero is transparent: "no colour". */
typedef struct hui_color {
    uint8_t r, g, b, a;
} hui_color;

/* 0xRRGGBB as an opaque colour; a constant expression. */
#define HUI_RGB(hex)                                                                                                   \
    {(uint8_t)((hex) >> 16), (uint8_t)(((hex) >> 8) & 255), (uint8_t)((hex) & 255), 255}

hui_color hui_color_rgb(uint32_t hex);
/* #RGB, #RGBA, #RRGGBB or #RRGGBBAA (CSS Color 4, section 5.2). */
bool hui_color_read(const char *text, hui_color *color);
/* A CSS colour (CSS Color 4): names, #hex, rgb(), rgba(), hsl(), hsla(); "transparent" has alpha 0. */
bool hui_color_css(const char *text, hui_color *color);
/* "#rrggbb", alpha aside. */
const char *hui_color_hex(hui_arena *arena, hui_color color);
hui_color hui_color_alpha(hui_color color, double alpha); /* alpha 0..1 replaces the colour's own */
hui_color hui_color_mix(hui_color a, hui_color b, double share_of_b); /* in sRGB, as CSS gradients do */
/* Lightness 0 to 1, chroma from 0 (about 0.4 is the most that exists), hue in degrees (CSS Color 4, section 9.3; Björn
 * Ottosson, "A perceptual color space for image processing", 2020). A chroma that sRGB lacks is reduced until it has it. */
hui_color hui_color_oklch(double lightness, double chroma, double hue);
bool hui_color_equal(hui_color a, hui_color b);
/* WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
double hui_color_contrast(hui_color a, hui_color b);

#endif
