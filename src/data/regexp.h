/* Regular expressions with JavaScript's syntax (ECMA-262, section 22.2), matched by backtracking in bounded time. */
#ifndef HUI_DATA_REGEXP_H
#define HUI_DATA_REGEXP_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hui_regexp hui_regexp; /* immutable */

#define HUI_REGEXP_NONE UINT32_MAX

/* Flags: any of dgimsuy. Beyond this subset: \p{…}, v. NULL if it is malformed, and *fault says why. */
const hui_regexp *hui_regexp_compile(hui_arena *arena, const char *pattern, const char *flags, const char **fault);
bool hui_regexp_is_global(const hui_regexp *regexp);
size_t hui_regexp_group_count(const hui_regexp *regexp); /* with the whole match as group 0 */
/* The group of this name, 0 if there is none. */
size_t hui_regexp_group_named(const hui_regexp *regexp, const char *name, size_t length);
/* The first match that begins at byte `from` or later (exactly there with flag y). `groups` is filled in with the start
 * and end of each group in bytes, NONE if it took no part. A search that takes too many steps finds nothing. */
bool hui_regexp_find(const hui_regexp *regexp, const char *text, size_t size, size_t from, uint32_t *groups);

#endif
