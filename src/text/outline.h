/* Outlines of glyphs, for fonts of text and of icons. */
#ifndef HUI_TEXT_OUTLINE_H
#define HUI_TEXT_OUTLINE_H

#include "base/path.h"

#include <hb.h>

/* Draws into a hui_path, which the calls get as their data. Destroy with hb_draw_funcs_destroy. */
hb_draw_funcs_t *hui_outline_funcs(void);
/* Adds the glyph in the font's own scale, y upwards. */
void hui_outline_add(hb_draw_funcs_t *funcs, hb_font_t *font, uint32_t glyph, hui_path *path);

#endif
