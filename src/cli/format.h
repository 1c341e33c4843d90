/* The formats that a command line asks for. */
#ifndef HUI_CLI_FORMAT_H
#define HUI_CLI_FORMAT_H

#include "cli/command.h"

enum { FORMATS_MOST = 16 };

typedef struct cli_format {
    const char *name, *suffix;
} cli_format;

typedef struct cli_formats {
    cli_format at[FORMATS_MOST];
    size_t count;
    char *text; /* what names point into */
} cli_formats;

/* Splits --format at its commas, or takes what the output's suffix says, else PNG. False after a message. */
bool formats_read(cli_formats *formats, hui_context *context, const cli_call *call);
void formats_finish(cli_formats *formats);
/* The length of `path` without a suffix that is a format's. */
size_t formats_stem(hui_context *context, const char *path);

#endif
