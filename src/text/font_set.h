/* Font sets: some font files behind a font map of Pango, which resolves families and finds what they lack. */
#ifndef HUI_TEXT_FONT_SET_H
#define HUI_TEXT_FONT_SET_H

#include "text/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pango.h>

/* Files are opened and looked through when a set is, so none has more than it needs. Each has the user's. */
typedef enum hui_font_set_kind {
    HUI_FONT_SET_TEXT,  /* bundled fonts but for DejaVu, which must not fill in for what these lack */
    HUI_FONT_SET_CHART, /* DejaVu alone */
    HUI_FONT_SET_ALL,
    HUI_FONT_SET_COUNT
} hui_font_set_kind;

typedef struct hui_font_set {
    FcConfig *config; /* NULL: not open */
    PangoFontMap *map;
    PangoContext *context; /* NULL until first needed */
} hui_font_set;

/* False after a diagnostic; the set is to be closed all the same. */
bool hui_font_set_open(hui_font_set *set, hui_font_set_kind kind, hui_arena *arena, const hui_fonts_options *options,
                       hui_diags *diags);
/* Pango's view of an open set. Font maps of Pango have threads, which a fork leaves behind: a process that is going to fork must
 * not ask for it. */
PangoContext *hui_font_set_context(hui_font_set *set);
void hui_font_set_close(hui_font_set *set);

/* Calls `see` for each font until it returns true, and returns whether it did. */
bool hui_font_set_any(const hui_font_set *set, bool (*see)(void *closure, const FcPattern *font), void *closure);

const char *hui_pattern_string(const FcPattern *pattern, const char *object, const char *fallback);
int hui_pattern_integer(const FcPattern *pattern, const char *object, int fallback);

#endif
