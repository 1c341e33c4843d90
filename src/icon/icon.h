/* Icons: line icons by name as outlines, from the bundled Tabler Icons fonts and a few of our own. */
#ifndef HUI_ICON_ICON_H
#define HUI_ICON_ICON_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"

#include <stdbool.h>

typedef struct hui_icons hui_icons; /* opened fonts; not to be shared between threads */

hui_icons *hui_icons_new(const char *fonts_folder); /* files are opened when first needed */
void hui_icons_free(hui_icons *icons);

bool hui_icon_exists(const char *name);
const char *hui_icon_nearest(const char *name); /* by spelling, or by meaning of a Chinese word; NULL if none is near */
size_t hui_icon_count(void);
const char *hui_icon_name(size_t index); /* sorted */
const char *hui_icon_tags(size_t index);
/* How well the icon fits a word, English or Chinese: 0 not at all, 1 by a search word, 2 by its name, 3 it is called so. */
int hui_icon_match(size_t index, const char *word);

/* Adds the icon's outline (to be filled) in the square (x, y, size, size), with strokes as near to `stroke` px as the
 * three weights of the set allow. False if there is no such icon. */
bool hui_icon_outline(hui_icons *icons, const char *name, double x, double y, double size, double stroke, hui_path *path);

#endif
