/* The ground of a page: what need not be cleared or blended below it. */
#ifndef HUI_BACKEND_PNG_GROUND_H
#define HUI_BACKEND_PNG_GROUND_H

#include "scene/scene.h"

#include <stdbool.h>

/* The plain rectangle that covers the whole page, below which nothing shows; NULL if there is none. `is_first`: nothing is
 * drawn before it. */
const hui_item *hui_ground_find(const hui_scene *scene, bool *is_first);

#endif
