/* Specs of the command line, read into documents. */
#ifndef HUI_CLI_SPEC_H
#define HUI_CLI_SPEC_H

#include "cli/report.h"

hui_context *context_open(const cli_call *call);

/* A spec, drawn, and what it lives on. */
typedef struct cli_spec {
    hui_document *document;
    hui_template *template; /* NULL: no row fills it in */
    hui_rows *rows;
} cli_spec;

/* Reads the spec, with a row if one is asked for, and reports what is wrong with it. False if it may not be rendered, and
 * *status says why. `-` is standard input. */
bool spec_read(cli_spec *read, hui_context *context, const cli_call *call, const char *spec, cli_report *report,
               hui_status *status);
void spec_free(cli_spec *read); /* whether it was read or not */

#endif
