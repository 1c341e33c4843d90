/* The command preflight: PDFs and specs are told apart and checked. */
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static hui_preflight_options preflight_options(const cli_call *call)
{
    return (hui_preflight_options){
        .rules = call->values[OPTION_RULES],
        .limits = call->values[OPTION_LIMITS],
        .lang = call->values[OPTION_LANG],
        .ghostscript = call->values[OPTION_NO_INK] ? "" : NULL,
    };
}

/* Before the header there may be anything, but no spec has it (ISO 32000-1, annex H.3.4.1). */
static bool is_pdf(const char *bytes, size_t size)
{
    for (size_t i = 0; i + 5 <= size && i < 1024; i++)
        if (memcmp(bytes + i, "%PDF-", 5) == 0)
            return true;
    return false;
}

static bool is_pdf_file(const char *path)
{
    char start[1024];
    const char *point = strrchr(path, '.');
    if (point && (strcmp(point, ".pdf") == 0 || strcmp(point, ".PDF") == 0))
        return true;
    FILE *file = fopen(path, "rb");
    const size_t size = file ? fread(start, 1, sizeof start, file) : 0;
    if (file)
        fclose(file);
    return is_pdf(start, size);
}

static hui_preflight *check_document(hui_document *document, const cli_call *call)
{
    const hui_preflight_options how = preflight_options(call);
    const hui_render_options render = {
        .paper = call->values[OPTION_PAPER],
        .page = (int)call->numbers[OPTION_PAGE],
        .print = call->values[OPTION_PRINT],
    };
    return hui()->preflight_document(document, &render, &how);
}

/* Also prints the facts, or all there is as JSON. */
static hui_status report_result(cli_report *report, const cli_call *call, hui_preflight *preflight)
{
    const bool as_json = call->values[OPTION_JSON];
    const bool is_checked = hui()->preflight_status(preflight) <= HUI_STATUS_INPUT;
    report->is_mute = as_json && is_checked;
    const hui_status status = report_preflight(report, preflight);
    report->is_mute = false;
    char *text = as_json ? hui()->preflight_json(preflight) : hui()->preflight_text(preflight);
    if (is_checked && (as_json || !call->values[OPTION_QUIET]))
        fputs(text, stdout);
    fflush(stdout);
    hui()->free(text);
    hui()->preflight_free(preflight);
    return status;
}

static hui_status check_spec(cli_report *report, const cli_call *call, hui_document *document)
{
    const size_t known = hui()->document_diagnostic_count(document);
    hui_preflight *preflight = check_document(document, call);
    const hui_status status = report_document(report, document, known);
    if (status == HUI_STATUS_OK)
        return report_result(report, call, preflight);
    hui()->preflight_free(preflight);
    return status;
}

static hui_status check_input(cli_report *report, const cli_call *call, hui_context *context)
{
    const size_t most = (size_t)1 << 31;
    const hui_preflight_options how = preflight_options(call);
    size_t size;
    hui_status status;
    char *bytes = input_read(most, &size);
    if (is_pdf(bytes, size)) {
        status = report_result(report, call, hui()->preflight_read(context, "<stdin>", bytes, size, &how));
    } else {
        cli_spec spec;
        if (spec_read_text(&spec, context, call, &(cli_text){"<stdin>", bytes, size}, report, &status))
            status = check_spec(report, call, spec.document);
        spec_free(&spec);
    }
    free(bytes);
    return status;
}

/* What a spec becomes, a PDF is already. */
static bool refuse_options(const cli_call *call, const char *path)
{
    static const option_id of_specs[] = {OPTION_PRINT, OPTION_PAPER, OPTION_PAGE, OPTION_THEME};
    for (size_t i = 0; i < sizeof of_specs / sizeof *of_specs; i++)
        if (call->values[of_specs[i]]) {
            usage_error(call->command, "--%s is for specs, and %s is a PDF", options[of_specs[i]].name, path);
            return true;
        }
    return false;
}

static hui_status check(cli_report *report, const cli_call *call, hui_context *context, const char *path)
{
    const hui_preflight_options how = preflight_options(call);
    hui_status status;
    if (strcmp(path, "-") == 0)
        return check_input(report, call, context);
    report_progress(report, "checking", path);
    if (is_pdf_file(path))
        return refuse_options(call, path)
                   ? HUI_STATUS_USAGE
                   : report_result(report, call, hui()->preflight_read_file(context, path, &how));
    cli_spec spec;
    if (spec_read(&spec, context, call, path, report, &status))
        status = check_spec(report, call, spec.document);
    spec_free(&spec);
    return status;
}

hui_status run_preflight(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    hui_status worst = HUI_STATUS_OK;
    if (call->values[OPTION_JSON])
        report.quiet = true;
    for (size_t i = 0; i < call->argument_count; i++) {
        status_raise(&worst, check(&report, call, context, call->arguments[i]));
    }
    hui()->context_free(context);
    report_finish(&report);
    return worst;
}
