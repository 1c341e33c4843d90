/* Fonts: a private set of font files; nothing of the system's resolves unless asked for. */
#ifndef HUI_TEXT_FONTS_H
#define HUI_TEXT_FONTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"

#include <stdint.h>

typedef struct hui_fonts hui_fonts; /* not to be shared between threads */
typedef struct hui_font hui_font;   /* one face of one file, whatever the size */

typedef struct hui_fonts_options {
    const char *folder;              /* of the bundled fonts; NULL: found by hui_fonts_folder */
    const char *const *extra_folders; /* the user's, searched first by family name */
    size_t extra_count;
    bool system; /* also the system's */
    bool charts; /* for plain charts: the files of DejaVu Sans are opened first, and those of Huibao Sans when a text needs them.
                    Otherwise it is the other way round */
    bool fixed;  /* no fonts at all: fixed metrics (han 1 em, others 0.5 em; ascent 0.88, descent 0.12), for tests */
} hui_fonts_options;

/* Where the bundled fonts are: $HUIBAO_FONTS, the installed folder, or the source tree's; NULL if nowhere. */
const char *hui_fonts_folder(hui_arena *arena);

/* NULL after a diagnostic (`bad-font`). */
hui_fonts *hui_fonts_new(const hui_fonts_options *options, hui_diags *diags);
void hui_fonts_free(hui_fonts *fonts);

/* Names of the families and files there are, sorted; borrowed. */
size_t hui_fonts_count(hui_fonts *fonts);
const char *hui_fonts_family(const hui_fonts *fonts, size_t index);
const char *hui_fonts_style(const hui_fonts *fonts, size_t index);
const char *hui_fonts_file(const hui_fonts *fonts, size_t index);

/* Whether it has one of the families in a comma-separated list, whatever their case. */
bool hui_fonts_has_family(const hui_fonts *fonts, const char *families);

/* For backends. `hui_font_id` is small and dense, in order of first use. */
unsigned hui_font_id(const hui_font *font);
const char *hui_font_name(const hui_font *font); /* PostScript name, or "fixed" */
int hui_font_weight(const hui_font *font);
/* A cairo_font_face_t of it, borrowed; NULL for fixed metrics. */
void *hui_font_cairo_face(const hui_font *font);
const char *hui_font_family(const hui_font *font);
bool hui_font_slanted(const hui_font *font);
/* In em. */
double hui_font_advance(const hui_font *font, uint32_t glyph);
/* What the font draws for the character where no feature says otherwise; 0 where it has none. */
uint32_t hui_font_glyph(const hui_font *font, uint32_t code);
/* Adds the glyph's outline, scaled to `size` px per em, baseline at y = 0, y downwards. */
void hui_font_outline(const hui_font *font, uint32_t glyph, double size, hui_path *path);

#endif
