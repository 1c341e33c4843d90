/* Pen: what a scene's rectangles and paths become under a hand. For the files of scene/ only. */
#ifndef HUI_SCENE_PEN_H
#define HUI_SCENE_PEN_H

#include "scene/scene.h"

/* The hold of a group that is about to be opened. */
hui_hold hui_pen_hold(hui_scene *scene, const hui_group *group);
/* Of the innermost group, if a hand draws what has this ink (in its coordinates) and so many verbs; else NULL. */
hui_hold *hui_pen_in_force(const hui_scene *scene, hui_rect ink, size_t verbs);
void hui_pen_rect(hui_scene *scene, hui_hold *hold, hui_rect rect, const double radii[4], hui_paint fill,
                  hui_stroke stroke);
void hui_pen_path(hui_scene *scene, hui_hold *hold, const hui_path *path, hui_paint fill, hui_stroke stroke);

/* scene.c: the path as it is, and what the above ask. */
void hui_scene_add_path(hui_scene *scene, hui_path path, hui_paint fill, hui_stroke stroke);
hui_matrix hui_scene_matrix(const hui_scene *scene); /* from the innermost group to the page */
bool hui_paint_shows(const hui_paint *paint);
bool hui_stroke_shows(const hui_stroke *stroke);

#endif
