/* Rendering a document to the files that a command line names. */
#ifndef HUI_CLI_RENDER_H
#define HUI_CLI_RENDER_H

#include "cli/report.h"
#include "cli/target.h"

/* What the options say of rendering in this format. */
hui_render_options render_options(const cli_call *call, const char *format);

/* Tells each file's size and time. The worst of their statuses. */
hui_status render_targets(cli_report *report, hui_document *document, const cli_target *targets, size_t count, const cli_call *call);

#endif
