/* Outliner: text becomes filled outlines, and no font is left for a print shop to lack (in Chinese: 转曲). Each glyph is a
 * form that is drawn wherever it stands; it takes the colour in force, as text does. */
#ifndef HUI_PRINT_OUTLINER_H
#define HUI_PRINT_OUTLINER_H

#include "base/buffer.h"
#include "print/tokens.h"

typedef struct hui_outline_font hui_outline_font;
typedef struct hui_outliner hui_outliner;

/* The text state parameters of ISO 32000-1, section 9.3, which `q` saves. */
typedef struct hui_text_state {
    const hui_outline_font *font; /* NULL: none yet */
    double size, character_space, word_space, leading, rise;
    double stretch; /* Tz over 100, less 1: all begin at 0 */
    int mode;       /* Tr */
} hui_text_state;

/* True if the operator sets the state or a place of text, and thus has nothing to do where text is outlines. */
bool hui_outliner_take(hui_outliner *outliner, hui_text_state *state, const hui_statement *s);
/* What Tj, TJ, ' and " show. `has_text`: what surrounds it says already what it reads. */
void hui_outliner_show(hui_outliner *outliner, hui_text_state *state, const hui_statement *s, bool has_text,
                       hui_buffer *out);

#endif
