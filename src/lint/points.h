/* Points of charts. For the files of lint/ only. */
#ifndef HUI_LINT_POINTS_H
#define HUI_LINT_POINTS_H

#include "lint/look.h"

/* A rectangle of a mark's plot, on the page. */
hui_rect hui_lint_on_page(const hui_lint_figure *figure, const hui_mark *mark, hui_rect rect);
/* Points that hide each other, labels that cover points. */
void hui_lint_points(hui_lint_check *check, const hui_lint_figure *figure);

#endif
