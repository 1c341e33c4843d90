/* Joined spans: one text, and where in it the look changes. */
#ifndef HUI_TEXT_JOINED_H
#define HUI_TEXT_JOINED_H

#include "text/shaped.h"

/* A span's place in the joined text and its look, the style filled in; `piece.font` comes with shaping. */
typedef struct hui_stretch {
    size_t from; /* byte */
    hui_piece piece;
    int weight;
    double gap_before;
} hui_stretch;

typedef struct hui_joined {
    const char *bytes;
    size_t size;
    const hui_stretch *stretches; /* the last one is the end */
    size_t stretch_count;
    const size_t *marked; /* bytes before which the author allows a break */
    size_t marked_count;
} hui_joined;

hui_joined hui_spans_join(hui_arena *arena, const hui_text_style *style, hui_spans spans);

#endif
