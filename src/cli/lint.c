/* The command lint: findings of specs, as text, as JSON, as a picture. */
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"

#include <stdio.h>

static hui_lint_options lint_options(const cli_call *call)
{
    return (hui_lint_options){
        .rules = call->values[OPTION_RULE],
        .ignore = call->values[OPTION_IGNORE],
        .scale = call->numbers[OPTION_SCALE],
        .dpi = call->numbers[OPTION_IMAGE_DPI],
        .lang = call->values[OPTION_LANG],
    };
}

static void print_json(const hui_lint *lint, const char *spec)
{
    batch_bytes list = {0}, line = {0};
    for (size_t i = 0; i < hui()->lint_diagnostic_count(lint); i++)
        report_add_json(&list, hui()->lint_diagnostic(lint, i));
    batch_bytes_print(&line, "{\"file\":");
    batch_bytes_json(&line, spec);
    batch_bytes_print(&line, ",\"findings\":[");
    batch_bytes_add(&line, list.at, list.size);
    batch_bytes_print(&line, "]}\n");
    fwrite(line.at, 1, line.size, stdout);
    fflush(stdout);
    batch_bytes_finish(&list);
    batch_bytes_finish(&line);
}

static hui_status annotate(cli_report *report, const cli_call *call, hui_lint *lint, const hui_document *document)
{
    const char *path = call->values[OPTION_ANNOTATE];
    const size_t known = hui()->document_diagnostic_count(document);
    if (!path || hui()->document_page_count(document) == 0)
        return HUI_STATUS_OK;
    const hui_status status =
        hui()->lint_render_file(lint, path, &(hui_render_options){.scale = call->numbers[OPTION_SCALE]});
    report_document(report, document, known);
    if (status == HUI_STATUS_OK)
        report_line(report, "%s", path);
    return status;
}

static hui_status lint_document(cli_report *report, const cli_call *call, hui_document *document, const char *spec)
{
    const hui_lint_options how = lint_options(call);
    hui_lint *lint = hui()->document_lint(document, &how);
    report->is_mute = call->values[OPTION_JSON] && hui()->lint_status(lint) <= HUI_STATUS_INPUT;
    hui_status status = report_lint(report, lint);
    if (report->is_mute)
        print_json(lint, spec);
    report->is_mute = false;
    if (status == HUI_STATUS_OK)
        report_line(report, "%s  nothing found", spec);
    if (status <= HUI_STATUS_INPUT)
        status_raise(&status, annotate(report, call, lint, document));
    hui()->lint_free(lint);
    return status;
}

hui_status run_lint(const cli_call *call)
{
    if (call->values[OPTION_ANNOTATE] && call->argument_count > 1)
        return usage_error(call->command, "--annotate draws one spec, not %zu", call->argument_count);
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    hui_status worst = HUI_STATUS_OK;
    if (call->values[OPTION_JSON])
        report.quiet = true;
    for (size_t i = 0; i < call->argument_count; i++) {
        hui_status status;
        cli_spec spec;
        if (spec_open(&spec, context, call, call->arguments[i], &report, &status))
            status = lint_document(&report, call, spec.document, call->arguments[i]);
        spec_free(&spec);
        status_raise(&worst, status);
    }
    hui()->context_free(context);
    report_finish(&report);
    return worst;
}
