/* Links: the schemes that are let through. */
#include "backend/link.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

bool hui_link_is_safe(const char *target)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};
    const size_t scheme = strcspn(target, ":/?#");
    if (target[scheme] != ':')
        return target[0] != 0;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(target, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}
