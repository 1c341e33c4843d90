/* Icons of our own, for what the bundled set lacks. */
#ifndef HUI_ICON_OWN_ICONS_H
#define HUI_ICON_OWN_ICONS_H

#include <stddef.h>

typedef struct hui_own_icon {
    const char *name, *tags;
    const char *outline; /* SVG path data on a 24-unit grid, to be filled */
} hui_own_icon;

extern const hui_own_icon hui_own_icons[];
extern const size_t hui_own_icon_count;
const hui_own_icon *hui_own_icon_find(const char *name); /* NULL if there is none */

#endif
