/* Press: what printers need of a page beyond its picture. */
#ifndef HUI_PANEL_PRESS_H
#define HUI_PANEL_PRESS_H

#include "panel/running.h"

/* Whether print needs a drawing of its own, with bleed or marks. */
bool hui_press_wanted(const hui_page *page);
/* Sets bleed and marks of a page before it is drawn. */
void hui_press_prepare(const hui_build *build, const hui_poster *poster, hui_scene *scene, hui_page_number page);
/* Warns of texts and pictures outside the safe zone. */
void hui_press_check(const hui_poster *poster, const hui_scene *scene, hui_diags *diags);

#endif
