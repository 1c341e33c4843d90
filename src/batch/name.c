/* Names of output files. */
#include "batch/name.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* NAME_MAX of Linux's file systems, less what a page's number adds. */
enum { LONGEST_COMPONENT = 255 - 12 };

const char batch_name_refused[] =
    "/\\:*?\"<>|\x7f\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15"
    "\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";

/* Windows opens a device under these names, whatever stands after their first point. */
static bool is_device(const char *name, size_t length)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    const char *point = memchr(name, '.', length);
    const size_t stem = point ? (size_t)(point - name) : length;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (stem == 3 && strncasecmp(name, devices[i], 3) == 0)
            return true;
    return stem == 4 && (strncasecmp(name, "com", 3) == 0 || strncasecmp(name, "lpt", 3) == 0) && name[3] >= '1' &&
           name[3] <= '9';
}

static const char *component_fault(const char *name, size_t length)
{
    if (length == 0)
        return "is empty, as a value is";
    if (length > LONGEST_COMPONENT)
        return "is longer than file systems allow (243 bytes, with room for a page's number)";
    if (name[length - 1] == '.' || name[length - 1] == ' ')
        return "ends in a point or a space";
    if (*name == ' ')
        return "begins with a space";
    return is_device(name, length) ? "is the name of a device" : NULL;
}

const char *batch_name_fault(const char *path, size_t fixed, char fault[BATCH_NAME_FAULT])
{
    for (const char *at = path;; at++) {
        const size_t length = strcspn(at, "/");
        const bool is_ours = (size_t)(at - path) + length <= fixed && at[length];
        const char *wrong = is_ours ? NULL : component_fault(at, length);
        if (wrong) {
            snprintf(fault, BATCH_NAME_FAULT, "%s", wrong);
            return fault;
        }
        at += length;
        if (!*at)
            return NULL;
    }
}
