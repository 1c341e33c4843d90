/* Icons of our own, for what the bundled set lacks. */
#include "icon/own_icons.h"

#include <string.h>

const hui_own_icon hui_own_icons[] = {
    {"arrow-up-bold", "up raise more", "M12 2.5 20 10.5 17.5 13 13.75 9.25V21.5H10.25V9.25L6.5 13 4 10.5Z"},
    {"trend-up", "triangle increase growth up", "M12 4.5 22 20H2Z"},
    {"trend-down", "triangle decrease fall down", "M12 20 2 4.5H22Z"},
    {"trend-flat", "bar unchanged level", "M3 10H21V14H3Z"},
};
const size_t hui_own_icon_count = sizeof hui_own_icons / sizeof *hui_own_icons;

const hui_own_icon *hui_own_icon_find(const char *name)
{
    for (size_t i = 0; i < hui_own_icon_count; i++)
        if (strcmp(hui_own_icons[i].name, name) == 0)
            return &hui_own_icons[i];
    return NULL;
}
