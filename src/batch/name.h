/* Names of output files: what file systems, archives and shares of any kind accept. */
#ifndef HUI_BATCH_NAME_H
#define HUI_BATCH_NAME_H

#include <stddef.h>

/* What no value in a name may hold: separators of folders, what Windows and its shares do not accept (Microsoft, Naming Files,
 * Paths, and Namespaces), and control characters. */
extern const char batch_name_refused[];

enum { BATCH_NAME_FAULT = 96 };
/* What is wrong with a path, as the end of a sentence, or NULL. Asked of each folder in it and of the file: too long, empty, “..” that came of values, a device of
 * Windows, a point or a space at an end. The first `fixed` bytes are the caller's own words and may be anything. `fault` has room for
 * the answer. */
const char *batch_name_fault(const char *path, size_t fixed, char fault[BATCH_NAME_FAULT]);

#endif
