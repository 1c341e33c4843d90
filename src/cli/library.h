/* libhuibao, opened when first needed: linked in, it and the forty libraries below it cost every start 3 ms, and most
 * of what one asks a program at a prompt (--version, help, completion) needs none of them. */
#ifndef HUI_CLI_LIBRARY_H
#define HUI_CLI_LIBRARY_H

#include "huibao.h"

typedef struct library {
#define CALL(name) __typeof__(hui_##name) *name;
#include "cli/library.inc"
#undef CALL
} library;

/* hui()->version() is hui_version(). Ends the program where the library cannot be opened. */
const library *hui(void);

#endif
