/* Font files: which there are in a folder, and where the bundled ones are. */
#ifndef HUI_TEXT_FONT_FILES_H
#define HUI_TEXT_FONT_FILES_H

#include "base/arena.h"

#include <stdbool.h>

typedef struct hui_font_files {
    const char **at; /* whole paths, sorted */
    size_t count;
} hui_font_files;

/* False if the folder cannot be read; errno says why. */
bool hui_font_files_list(hui_arena *arena, const char *folder, hui_font_files *files);

#endif
