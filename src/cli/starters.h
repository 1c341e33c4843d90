/* The files of src/cli/starters, which the build puts into the program for the command new. */
#ifndef HUI_CLI_STARTERS_H
#define HUI_CLI_STARTERS_H

#include <stddef.h>

typedef struct cli_starter {
    const char *name; /* TEMPLATE/LANGUAGE/FILE */
    const unsigned char *bytes;
    size_t size;
} cli_starter;

extern const cli_starter cli_starters[];
extern const size_t cli_starter_count;

#endif
