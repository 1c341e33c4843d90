/* What contexts and documents are made of, for the facade alone. */
#ifndef HUI_FACADE_CONTEXT_H
#define HUI_FACADE_CONTEXT_H

#include "backend/path_memo.h"
#include "backend/png.h"
#include "base/diag.h"
#include "icon/icon.h"
#include "text/fonts.h"

struct hui_context {
    hui_arena *arena;
    hui_fonts_options options;
    hui_fonts *fonts, *chart_fonts; /* of posters, of plain charts; NULL until first needed, and while they cannot be opened */
    hui_arena *spare; /* of the last document that was freed, cleared; NULL: none */
    hui_png_room png_room;
    void *print_file; /* of the print module, once it was needed */
    hui_icons *icons; /* NULL until first needed */
    hui_path_memo *paths; /* NULL until first needed */
    const char **theme_accents; /* what the catalogue of themes says, NULL until asked */
};

/* NULL after a diagnostic. */
hui_fonts *hui_context_fonts(hui_context *context, hui_diags *diags);
hui_fonts *hui_context_chart_fonts(hui_context *context, hui_diags *diags);
hui_icons *hui_context_icons(hui_context *context);
hui_path_memo *hui_context_paths(hui_context *context);

#endif
