/* Places: which panel of a spec paints a spot of its PDF. */
#ifndef HUI_FACADE_PREFLIGHT_PLACES_H
#define HUI_FACADE_PREFLIGHT_PLACES_H

#include "scene/scene.h"

typedef struct hui_panel_places {
    const hui_scene *first; /* page */
} hui_panel_places;

/* See hui_preflight_request. */
const hui_place *hui_panel_places_find(void *places, int page, hui_rect box, double page_width, double page_height);

#endif
