/* Fonts of the plain file, whose embedded programs FreeType reads. */
#ifndef HUI_PRINT_OUTLINE_FONT_H
#define HUI_PRINT_OUTLINE_FONT_H

#include "print/outliner.h"
#include "print/pass.h"

/* What a code shows. */
typedef struct hui_outline_glyph {
    double width;     /* 1/1000 of the size */
    size_t text_size; /* in UTF-16, of 4 hexadecimal digits each; 0: not known */
    const char *text;
    qpdf_oh form; /* 0: not drawn yet, or nothing to draw */
    bool is_drawn;
    size_t number; /* of the form, among all of the file */
    unsigned index; /* in the program */
    const hui_outliner *user; /* the last that drew it */
} hui_outline_glyph;

struct hui_outline_font {
    hui_pass *pass;
    void *face;   /* FreeType's */
    double em;    /* units of its outlines to the size */
    bool is_wide; /* codes of two bytes */
    hui_outline_glyph *glyphs; /* by code */
    size_t count;
};

/* The font of a font dictionary, each opened once. NULL after a fault. */
const hui_outline_font *hui_outline_font_find(hui_pass *pass, qpdf_oh font);
/* With its form; NULL for a code that the font does not have. */
hui_outline_glyph *hui_outline_font_glyph(const hui_outline_font *font, unsigned code);

/* The outliner of one content stream; `resources` are its own. */
hui_outliner *hui_outliner_new(hui_pass *pass, qpdf_oh resources);
/* The forms it draws come into the resources, the fonts go. */
void hui_outliner_finish(hui_outliner *outliner);

#endif
