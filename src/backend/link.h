/* Links: which targets a file may carry. */
#ifndef HUI_BACKEND_LINK_H
#define HUI_BACKEND_LINK_H

#include <stdbool.h>

/* True for web, mail and telephone addresses and for relative ones: nothing that runs a script when followed. */
bool hui_link_is_safe(const char *target);

#endif
