/* The pile: drawings that lie on a page, opaque, in its coordinates and in their order. For the files of opaque.h only. */
#ifndef HUI_BACKEND_OPAQUE_PILE_H
#define HUI_BACKEND_OPAQUE_PILE_H

#include "backend/opaque.h"
#include "base/vec.h"

/* Outlines that all cut what is drawn. */
typedef struct hui_clip {
    const hui_path *path;
    const struct hui_clip *next;
} hui_clip;

typedef enum hui_layer_kind {
    HUI_LAYER_FILL,
    HUI_LAYER_STROKE,
    HUI_LAYER_TEXT,
    HUI_LAYER_OTHER, /* images, groups, and what a map has bent: nothing translucent can be drawn upon it */
} hui_layer_kind;

/* A drawing in one paint. */
typedef struct hui_layer {
    hui_layer_kind kind;
    const hui_path *path; /* FILL, STROKE */
    hui_paint paint;      /* FILL, STROKE */
    hui_stroke stroke;
    const hui_lines *lines; /* TEXT */
    hui_matrix matrix;      /* TEXT: from where its block begins */
    hui_rect bounds;
    const hui_clip *clips;
    const hui_trace *trace; /* FILL, STROKE; NULL until asked for */
} hui_layer;

typedef HUI_VEC(hui_layer) hui_layers;

typedef struct hui_pile {
    hui_arena *arena;
    hui_layers layers;
    size_t pair_count; /* of drawings that were compared */
} hui_pile;

const hui_clip *hui_clip_add(hui_arena *arena, const hui_path *path, const hui_clip *next);
/* All of both; the first are shared. */
const hui_clip *hui_clips_join(hui_arena *arena, const hui_clip *first, const hui_clip *second);
bool hui_paint_is_solid(const hui_paint *paint); /* or none */
/* What a translucent layer is drawn as, in order, each with the clips that it needs besides the layer's own; false if there is
 * no such, or too much of it. */
bool hui_pile_split(hui_pile *pile, hui_layer *top, hui_layers *made);
/* A stroke with round joins becomes a shape. */
void hui_pile_outline(hui_pile *pile, hui_layer *stroke);

#endif
