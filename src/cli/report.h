/* What the program says on standard error: diagnostics, progress, results. */
#ifndef HUI_CLI_REPORT_H
#define HUI_CLI_REPORT_H

#include "batch/bytes.h"
#include "cli/command.h"

typedef struct cli_report {
    hui_diagnostic_style style;
    bool quiet, strict, is_terminal;
    bool is_mute; /* diagnostics are counted, not printed */
    size_t error_count, warning_count;
} cli_report;

cli_report report_new(const cli_call *call);

/* Prints the document's diagnostics from index `first` on. What --strict makes of its status, too. */
hui_status report_document(cli_report *report, const hui_document *document, size_t first);
/* The same of others. */
hui_status report_template(cli_report *report, const hui_template *template);
hui_status report_rows(cli_report *report, const hui_rows *rows, size_t first);
hui_status report_preflight(cli_report *report, const hui_preflight *preflight);
hui_status report_lint(cli_report *report, const hui_lint *lint);

/* Adds one to a list of JSON objects. */
void report_add_json(batch_bytes *list, const hui_diagnostic *diagnostic);
/* Keeps the worse of both. */
void status_raise(hui_status *status, hui_status other);

/* A line that stands until the next one of the report; on terminals only. */
void report_progress(const cli_report *report, const char *doing, const char *what);
/* A line that stays, unless --quiet. */
void report_line(const cli_report *report, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* How many errors and warnings there were, if any. */
void report_finish(const cli_report *report);

#endif
