/* The drawing functions behind the table of arts. */
#ifndef HUI_ART_ART_ROWS_H
#define HUI_ART_ART_ROWS_H

#include "art/art.h"

#define HUI_ART(symbol, name, ratio, clip, covers, doc)                                                                \
    void hui_art_##symbol(hui_scene *scene, hui_rect area, const hui_art_options *options);
#include "art/art_table.inc"
#undef HUI_ART

#endif
