/* Opaque: a scene without transparency that looks the same, for formats that know none (PDF/X-1a). Nothing becomes pixels. */
#ifndef HUI_BACKEND_OPAQUE_H
#define HUI_BACKEND_OPAQUE_H

#include "base/diag.h"
#include "scene/scene.h"

/* A copy of the pages, in which every translucent shape is drawn once for each thing below it, in the colour that both give
 * together, and clipped to where they meet. What cannot be drawn so, such as a gradient that fades out over another one, is
 * reported for each panel, at `place` where no panel is known: all of it, as "print-transparency". */
const hui_scene *hui_opaque_new(hui_arena *arena, const hui_scene *scene, hui_place place, hui_diags *diags);

/* opaque_paint.c: paints of one that lies upon the other. */
bool hui_paint_is_opaque(const hui_paint *paint);
/* `top` over `under`, which is opaque. False if no paint looks so: of two gradients. */
bool hui_paint_blend(hui_arena *arena, const hui_paint *top, const hui_paint *under, hui_paint *blended);
hui_color hui_color_blend(hui_color top, hui_color under);
/* Turns, mirrors, shifts and scales alike in all directions. */
bool hui_matrix_is_similar(hui_matrix m);
/* The paint in the coordinates that `m` leads to, which must be similar if it is a gradient. */
hui_paint hui_paint_map(const hui_paint *paint, hui_matrix m);
hui_stroke hui_stroke_map(hui_arena *arena, const hui_stroke *stroke, hui_matrix m);

/* opaque_meet.c: whether one line comes nearer to the other than `reach`; true where that would take too long to find. */
bool hui_paths_are_near(hui_arena *arena, const hui_path *a, const hui_path *b, double reach);

#endif
