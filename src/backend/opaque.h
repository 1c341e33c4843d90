/* Opaque: a scene without transparency that looks the same, for formats that know none (PDF/X-1a). Nothing becomes pixels. */
#ifndef HUI_BACKEND_OPAQUE_H
#define HUI_BACKEND_OPAQUE_H

#include "base/diag.h"
#include "base/monitor.h"
#include "scene/scene.h"

/* A copy of the pages, in which every translucent shape is drawn once for each thing below it, in the colour that both give
 * together, and clipped to where they meet; of two gradients one is cut into strips. What cannot be drawn so is
 * reported for each panel, at `place` where no panel is known: all of it, as "print-transparency". NULL if it is cancelled. */
const hui_scene *hui_opaque_new(hui_arena *arena, const hui_scene *scene, hui_place place, hui_monitor *monitor,
                                hui_diags *diags);

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

/* opaque_slice.c: a strip of a linear gradient, in one colour that strays from it by one of 255 at most. */
typedef struct hui_slice {
    hui_color color;
    const hui_path *area;
    hui_rect bounds;
} hui_slice;

typedef struct hui_slices {
    const hui_slice *at;
    size_t count;
} hui_slices;

/* All that reach into the bounds, in the order in which they are drawn over each other. None of any other paint. */
hui_slices hui_paint_slice(hui_arena *arena, const hui_paint *paint, hui_rect bounds);

/* opaque_meet.c: whether one line comes nearer to the other than `reach`; true where that would take too long to find. */
bool hui_paths_are_near(hui_arena *arena, const hui_path *a, const hui_path *b, double reach);
/* An outline that is asked about often: filled, or a line that reaches so far to both sides. */
typedef struct hui_trace hui_trace;
const hui_trace *hui_trace_new(hui_arena *arena, const hui_path *path, bool is_filled, double reach);
/* False only if nothing of it is in the box. */
bool hui_trace_meets(const hui_trace *trace, hui_rect box);
/* Whether all of the line that is in the bounds is surely inside the filled one. */
bool hui_trace_is_held(const hui_trace *line, const hui_trace *filled, hui_rect bounds);
/* The stroke as a shape to be filled, nonzero: for whole lines with round joins. */
bool hui_stroke_is_round(const hui_stroke *stroke);
hui_path hui_stroke_outline(hui_arena *arena, const hui_path *path, const hui_stroke *stroke);

#endif
