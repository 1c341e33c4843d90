/* Ground: what colour is drawn below a spot. For the files of lint/ only. */
#ifndef HUI_LINT_GROUND_H
#define HUI_LINT_GROUND_H

#include "lint/look.h"

/* An index of a page's drawings by place. */
typedef struct hui_lint_ground hui_lint_ground;

hui_lint_ground *hui_lint_ground_new(hui_arena *arena, const hui_lint_page *page);
/* What all drawings before item `order` of the scene make of the spot; false if it cannot be told (below is an SVG image). */
bool hui_lint_ground_at(const hui_lint_ground *ground, hui_point spot, size_t order, hui_color *color);

#endif
