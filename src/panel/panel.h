/* Panels: every panel type as a row of one table, and the way from a poster to a scene. */
#ifndef HUI_PANEL_PANEL_H
#define HUI_PANEL_PANEL_H

#include "icon/icon.h"
#include "model/poster.h"
#include "scene/scene.h"

/* Sorted by name. */
extern const hui_panel_kind *const hui_panel_kinds[];
extern const size_t hui_panel_kind_count;

/* The first page, which leads to the others. */
typedef struct hui_poster_scenes {
    const hui_scene *screen; /* NULL after errors of a poster that has several pages */
    const hui_scene *press;  /* as paper needs it: with bleed and marks, of its exact shape; may be the same */
} hui_poster_scenes;

/* Builds, lays out and draws a poster; what is wrong is reported. None where its monitor was cancelled. */
hui_poster_scenes hui_poster_draw(hui_arena *arena, const hui_poster *poster, hui_fonts *fonts, hui_icons *icons,
                                  hui_diags *diags);

#endif
