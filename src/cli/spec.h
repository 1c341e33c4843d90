/* Specs of the command line, read into documents. */
#ifndef HUI_CLI_SPEC_H
#define HUI_CLI_SPEC_H

#include "cli/report.h"

hui_context *context_open(const cli_call *call);

/* Reads the spec and reports what is wrong with it. *status says whether it may be rendered. `-` is standard input. */
hui_document *spec_read(hui_context *context, const cli_call *call, const char *spec, cli_report *report, hui_status *status);
/* Reads the spec for its pages alone; 0 if it cannot be drawn, the most there may be of `-`, which is read but once. */
size_t spec_page_count(hui_context *context, const cli_call *call, const char *spec);

/* The same from memory; `name` is the file's. */
hui_document *spec_read_bytes(hui_context *context, const cli_call *call, const char *name, const char *bytes, size_t size,
                              cli_report *report, hui_status *status);
/* All of standard input, to be freed; no more than one byte above `most`. */
char *input_read(size_t most, size_t *size);

#endif
