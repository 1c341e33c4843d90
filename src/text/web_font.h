/* Web fonts: the part of a face that a document needs, as WOFF2. */
#ifndef HUI_TEXT_WEB_FONT_H
#define HUI_TEXT_WEB_FONT_H

#include "base/buffer.h"
#include "text/fonts.h"

/* A character and the glyph that shows it, which need not be the one that the face's own table names. */
typedef struct hui_web_char {
    uint32_t code, glyph;
} hui_web_char;

/* Adds the WOFF2 file of a font that has these glyphs alone and shows the characters by them, without any layout
 * features: the text is shaped already. No character may stand there twice; sorts them. False if the face cannot be
 * subset. */
bool hui_web_font_add(const hui_font *font, hui_web_char *chars, size_t count, hui_buffer *out);

#endif
