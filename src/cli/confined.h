/* Confinement of the processes that draw specs of strangers: what --untrusted says in batch and worker. */
#ifndef HUI_CLI_CONFINED_H
#define HUI_CLI_CONFINED_H

#include "batch/confine.h"
#include "cli/command.h"

typedef struct cli_confined {
    char **readable;      /* the folders of the spec, the fonts and the libraries */
    const char *writable; /* NULL: nothing is */
    batch_confinement confinement;
    bool is_wanted;
} cli_confined;

/* Of specs in `folder` whose files go to `output` (NULL: none do; borrowed). Says on standard error what this kernel cannot. To be
 * finished. */
cli_confined confined_new(const cli_call *call, hui_context *context, const char *folder, const char *output);
/* NULL: not asked for. Lives as long as what it is of. */
const batch_confinement *confined_find(cli_confined *confined);
void confined_finish(cli_confined *confined);

/* The folder of a path's first `length` bytes: what stands before its last slash, or ".". To be freed. */
char *folder_of(const char *path, size_t length);

#endif
