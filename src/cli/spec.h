/* Specs of the command line, read into documents. */
#ifndef HUI_CLI_SPEC_H
#define HUI_CLI_SPEC_H

#include "cli/report.h"

hui_context_options context_options(const cli_call *call);
hui_context *context_open(const cli_call *call);
hui_document_options document_options(const cli_call *call);

/* A spec, drawn, and what it lives on. */
typedef struct cli_spec {
    hui_document *document;
    hui_template *template; /* NULL: no row fills it in */
    hui_rows *rows;
} cli_spec;

/* A file, or a text in memory that is called so. */
typedef struct cli_text {
    const char *name, *bytes; /* no bytes: the file of that name */
    size_t size;
} cli_text;

/* Reads the spec, with a row if one is asked for, and reports what is wrong with it. False if it may not be rendered, and
 * *status says why. `-` is standard input. */
bool spec_read(cli_spec *read, hui_context *context, const cli_call *call, const char *spec, cli_report *report,
               hui_status *status);
/* The same, but what is wrong with the document is the caller's to report. False if there is none. */
bool spec_open(cli_spec *read, hui_context *context, const cli_call *call, const char *spec, cli_report *report,
               hui_status *status);
bool spec_read_text(cli_spec *read, hui_context *context, const cli_call *call, const cli_text *text, cli_report *report,
                    hui_status *status);
void spec_free(cli_spec *read); /* whether it was read or not */

/* Reads the spec for its pages alone; 0 if it cannot be drawn, the most there may be of `-`, which is read but once. */
size_t spec_page_count(hui_context *context, const cli_call *call, const char *spec);
/* All of standard input, to be freed; no more than one byte above `most`. */
char *input_read(size_t most, size_t *size);

#endif
