/* Colours of legends. For the files of lint/ only. */
#ifndef HUI_LINT_COLORS_H
#define HUI_LINT_COLORS_H

#include "lint/look.h"

void hui_lint_legends(hui_lint_check *check, const hui_lint_figure *figure);

#endif
