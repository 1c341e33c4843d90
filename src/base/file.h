/* Regular files, read whole. */
#ifndef HUI_BASE_FILE_H
#define HUI_BASE_FILE_H

#include "base/diag.h"

#include <stdbool.h>

/* The bytes, with a NUL after the last, or false after a diagnostic at `place`. `name` is the file's in messages. A file of
 * more than `limit` bytes is not read at all. */
bool hui_file_read(hui_arena *arena, const char *path, const char *name, size_t limit, hui_place place, const char **bytes,
                   size_t *size, hui_diags *diags);
/* The same of a file that a spec names: `most` is the limit. */
bool hui_file_read_within(hui_arena *arena, const char *path, const char *name, hui_most most, hui_place place,
                          const char **bytes, size_t *size, hui_diags *diags);

#endif
