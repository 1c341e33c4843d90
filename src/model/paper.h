/* Paper sizes by name or measure. */
#ifndef HUI_MODEL_PAPER_H
#define HUI_MODEL_PAPER_H

#include "base/arena.h"

#include <stdbool.h>

typedef struct hui_paper {
    double width, height; /* mm, or px; height 0: as the content needs */
    bool in_px;
} hui_paper;

/* "A4", "letter landscape", "600mm x 1800mm", "600mm x auto", "8.5in×11in", "1080px x 1920px". False if it is none of these. */
bool hui_paper_read(hui_arena *arena, const char *text, hui_paper *paper);

#endif
