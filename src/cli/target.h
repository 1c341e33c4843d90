/* Where each rendering of a command line goes. */
#ifndef HUI_CLI_TARGET_H
#define HUI_CLI_TARGET_H

#include "cli/format.h"

typedef struct cli_target {
    const char *spec, *format;
    char *path; /* "-": standard output */
} cli_target;

typedef struct cli_targets {
    cli_target *at; /* spec by spec, and for each its formats */
    size_t count;
    cli_formats formats;
} cli_targets;

/* Chooses a path for each spec and format, and makes the folder they go to. Else prints what is wrong. */
hui_status targets_choose(cli_targets *targets, hui_context *context, const cli_call *call);
/* Of page `number`: "report.png" is "report-1.png". To be freed. */
char *target_page_path(const cli_target *target, size_t number);
/* Makes a folder and those above it. False with errno. */
bool make_folder(const char *path);
/* The number of the target's page that would be written to `path`; 0: none. */
size_t target_find_page(const cli_target *target, const char *path);
void targets_finish(cli_targets *targets);

#endif
