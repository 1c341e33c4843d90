/* Running lines: what all pages repeat at their head and foot. */
#ifndef HUI_PANEL_RUNNING_H
#define HUI_PANEL_RUNNING_H

#include "panel/build.h"

/* Page `number` of `count`, from 1. */
typedef struct hui_page_number {
    int number, count;
} hui_page_number;

/* The line with its placeholders filled in, laid out at (0, 0) between the page's margins; NULL for NULL. */
hui_box *hui_running_build(const hui_build *build, const hui_running *line, hui_page_number page, const char *title);

#endif
