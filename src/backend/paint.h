/* Painting: a scene, or a part of its page, drawn with Cairo. PNG and PDF share it. */
#ifndef HUI_BACKEND_PAINT_H
#define HUI_BACKEND_PAINT_H

#include "backend/stencils.h"
#include "base/monitor.h"
#include "scene/scene.h"

#include <cairo.h>

/* What a target that keeps structure wants to hear: groups, texts and their runs as they begin and end, nested. What is
 * inside a translucent group is not announced, since Cairo draws it aside first; nor is what lies outside the visible
 * part. */
typedef struct hui_paint_hooks {
    void *closure;
    void (*open_item)(void *closure, const hui_item *item); /* a GROUP, before its transform and clip are set, or a TEXT */
    void (*open_run)(void *closure, const hui_run *run);
    void (*close)(void *closure); /* the innermost item or run */
    hui_monitor *monitor; /* advances by items; once it is cancelled nothing more is painted. NULL: nobody asks */
} hui_paint_hooks;

typedef enum hui_paint_target {
    HUI_PAINT_PIXELS,
    HUI_PAINT_DOCUMENT, /* glyphs are accompanied by their text, JPEGs by their own bytes */
} hui_paint_target;

/* Draws the part of the page inside `visible`; `cr`'s user space is the page (the caller translates and scales it).
 * Leaves `cr` as it was. `hooks` may be NULL. */
void hui_paint_scene(const hui_scene *scene, cairo_t *cr, hui_rect visible, hui_paint_target target,
                     const hui_paint_hooks *hooks);

/* Adds an outline to the current path, or that of a RECT or a PATH; sets width, dashes, caps and joins of a stroke. */
void hui_paint_add_path(cairo_t *cr, const hui_path *path);
void hui_paint_add_outline(cairo_t *cr, const hui_item *item);
void hui_paint_set_pen(cairo_t *cr, const hui_stroke *stroke);

/* The same for pixels in stripes, each below the last. The stencils stay the caller's, for the next scene. */
typedef struct hui_stripe_painter hui_stripe_painter;

hui_stripe_painter *hui_stripe_painter_new(const hui_scene *scene, hui_stencils *stencils);
void hui_stripe_painter_free(hui_stripe_painter *stripes);
void hui_stripe_painter_paint(hui_stripe_painter *stripes, cairo_t *cr, hui_rect visible);

#endif
