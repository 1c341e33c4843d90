/* Accents from a hue: colours that can be read where the theme uses them. */
#ifndef HUI_THEME_ACCENT_HUE_H
#define HUI_THEME_ACCENT_HUE_H

#include "theme/theme.h"

/* Hue in degrees and chroma of OKLCH. Lightness follows: of the colour as text on paper, card and tint, and of text on its
 * fill, the contrast is at least WCAG AA's 4.5, on dark paper as on light. */
hui_accent hui_accent_of_hue(const hui_palette *palette, const char *name, double hue, double chroma);

#endif
