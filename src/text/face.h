/* Faces: what shaping asks of the fonts beyond fonts.h. */
#ifndef HUI_TEXT_FACE_H
#define HUI_TEXT_FACE_H

#include "text/fonts.h"

#include <hb.h>
#include <pango/pango.h>

/* Text is shaped at this size and scaled: no hints are used, so advances are linear, and one size keeps the number
 * of Pango's fonts at one for each face. */
#define HUI_SHAPING_SIZE 1000

bool hui_fonts_fixed(const hui_fonts *fonts);
/* For a text in the families (NULL: the bundled sans). DejaVu is there for those alone who ask for it. */
PangoContext *hui_fonts_context(hui_fonts *fonts, const char *families, const char *text);
/* The face of a font that Pango chose. */
const hui_font *hui_fonts_face(hui_fonts *fonts, PangoFont *font);
/* The face of fixed metrics; all weights measure alike. */
const hui_font *hui_fonts_fixed_face(hui_fonts *fonts, int weight);
/* Borrowed; NULL for fixed metrics. */
hb_face_t *hui_font_hb_face(const hui_font *font);

#endif
