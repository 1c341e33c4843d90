/* Reports on standard error. */
#include "cli/report.h"

#include "cli/library.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool wants_color(const cli_call *call, bool is_terminal)
{
    const char *when = call->values[OPTION_COLOR];
    if (when && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return is_terminal && !(no_color && *no_color) && terminal && strcmp(terminal, "dumb") != 0;
}

cli_report report_new(const cli_call *call)
{
    const char *form = call->values[OPTION_DIAGNOSTICS];
    bool json = form && strcmp(form, "json") == 0, is_terminal = isatty(STDERR_FILENO);
    return (cli_report){
        .style = json                             ? HUI_DIAGNOSTIC_JSON
                 : wants_color(call, is_terminal) ? HUI_DIAGNOSTIC_COLOR
                                                  : HUI_DIAGNOSTIC_PLAIN,
        .quiet = call->values[OPTION_QUIET] || json,
        .strict = call->values[OPTION_STRICT],
        .is_terminal = is_terminal,
    };
}

static void clear_progress(const cli_report *report)
{
    if (report->is_terminal && !report->quiet)
        fputs("\r\x1b[K", stderr);
}

/* A list of diagnostics, whatever it is of. */
typedef struct diagnostics {
    const void *object;
    size_t (*count)(const void *object);
    const hui_diagnostic *(*at)(const void *object, size_t index);
    hui_status status;
} diagnostics;

static void print_diagnostic(const cli_report *report, const hui_diagnostic *diagnostic)
{
    const bool shows_warnings = !report->quiet || report->strict || report->style == HUI_DIAGNOSTIC_JSON;
    if (report->is_mute || (diagnostic->severity == HUI_SEVERITY_WARNING && !shows_warnings))
        return;
    char *text = hui()->diagnostic_text(diagnostic, report->style);
    fputs(text, stderr);
    hui()->free(text);
}

static hui_status report_list(cli_report *report, const diagnostics *list, size_t first)
{
    const size_t count = list->count(list->object);
    bool has_warnings = false;
    clear_progress(report);
    for (size_t i = first; i < count; i++) {
        const hui_diagnostic *diagnostic = list->at(list->object, i);
        const bool is_warning = diagnostic->severity == HUI_SEVERITY_WARNING;
        has_warnings |= is_warning;
        *(is_warning ? &report->warning_count : &report->error_count) += 1;
        print_diagnostic(report, diagnostic);
    }
    return list->status == HUI_STATUS_OK && report->strict && has_warnings ? HUI_STATUS_INPUT : list->status;
}

static size_t document_count(const void *object)
{
    return hui()->document_diagnostic_count(object);
}

static const hui_diagnostic *document_at(const void *object, size_t index)
{
    return hui()->document_diagnostic(object, index);
}

static size_t template_count(const void *object)
{
    return hui()->template_diagnostic_count(object);
}

static const hui_diagnostic *template_at(const void *object, size_t index)
{
    return hui()->template_diagnostic(object, index);
}

static size_t rows_count(const void *object)
{
    return hui()->rows_diagnostic_count(object);
}

static const hui_diagnostic *rows_at(const void *object, size_t index)
{
    return hui()->rows_diagnostic(object, index);
}

static size_t preflight_count(const void *object)
{
    return hui()->preflight_diagnostic_count(object);
}

static const hui_diagnostic *preflight_at(const void *object, size_t index)
{
    return hui()->preflight_diagnostic(object, index);
}

static size_t lint_count(const void *object)
{
    return hui()->lint_diagnostic_count(object);
}

static const hui_diagnostic *lint_at(const void *object, size_t index)
{
    return hui()->lint_diagnostic(object, index);
}

hui_status report_document(cli_report *report, const hui_document *document, size_t first)
{
    const diagnostics list = {document, document_count, document_at, hui()->document_status(document)};
    return report_list(report, &list, first);
}

hui_status report_template(cli_report *report, const hui_template *template)
{
    const diagnostics list = {template, template_count, template_at, hui()->template_status(template)};
    return report_list(report, &list, 0);
}

hui_status report_rows(cli_report *report, const hui_rows *rows, size_t first)
{
    const diagnostics list = {rows, rows_count, rows_at, hui()->rows_status(rows)};
    return report_list(report, &list, first);
}

hui_status report_preflight(cli_report *report, const hui_preflight *preflight)
{
    const diagnostics list = {preflight, preflight_count, preflight_at, hui()->preflight_status(preflight)};
    return report_list(report, &list, 0);
}

hui_status report_lint(cli_report *report, const hui_lint *lint)
{
    const diagnostics list = {lint, lint_count, lint_at, hui()->lint_status(lint)};
    return report_list(report, &list, 0);
}

void report_add_json(batch_bytes *list, const hui_diagnostic *diagnostic)
{
    char *json = hui()->diagnostic_text(diagnostic, HUI_DIAGNOSTIC_JSON);
    if (list->size > 0)
        batch_bytes_add(list, ",", 1);
    batch_bytes_add(list, json, strcspn(json, "\n"));
    hui()->free(json);
}

void status_raise(hui_status *status, hui_status other)
{
    if (other > *status)
        *status = other;
}

void report_progress(const cli_report *report, const char *doing, const char *what)
{
    if (!report->is_terminal || report->quiet)
        return;
    clear_progress(report);
    fprintf(stderr, "%s %s …", doing, what);
    fflush(stderr);
}

void report_line(const cli_report *report, const char *format, ...)
{
    va_list arguments;
    if (report->quiet)
        return;
    clear_progress(report);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

static void print_count(size_t count, const char *noun)
{
    fprintf(stderr, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void report_finish(const cli_report *report)
{
    clear_progress(report);
    if (report->quiet || report->error_count + report->warning_count == 0)
        return;
    fputs("huibao: ", stderr);
    if (report->error_count > 0)
        print_count(report->error_count, "error");
    if (report->error_count > 0 && report->warning_count > 0)
        fputs(", ", stderr);
    if (report->warning_count > 0)
        print_count(report->warning_count, "warning");
    fputc('\n', stderr);
}
