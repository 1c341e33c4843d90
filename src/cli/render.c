/* The commands that read specs: render, check, inspect. */
#include "cli/render.h"

#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static hui_status worse(hui_status a, hui_status b)
{
    return a > b ? a : b;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bool write_to_pipe(void *closure, const void *bytes, size_t size)
{
    (void)closure;
    return fwrite(bytes, 1, size, stdout) == size;
}

hui_render_options render_options(const cli_call *call, const char *format)
{
    return (hui_render_options){
        .format = format,
        .scale = call->numbers[OPTION_SCALE],
        .dpi = call->numbers[OPTION_DPI],
        .threads = (int)call->numbers[OPTION_THREADS],
        .png_colors = (int)call->numbers[OPTION_PNG_COLORS],
        .id_prefix = call->values[OPTION_PREFIX],
        .svg_mode = call->values[OPTION_SVG_MODE],
        .svg_icons = call->values[OPTION_SVG_ICONS],
        .svg_dark = call->values[OPTION_SVG_DARK],
        .svg_size = call->values[OPTION_SVG_SIZE],
        .paper = call->values[OPTION_PAPER],
        .page = (int)call->numbers[OPTION_PAGE],
        .print = call->values[OPTION_PRINT],
        .print_profile = call->values[OPTION_PRINT_PROFILE],
        .print_colors = call->values[OPTION_PRINT_COLORS],
        .print_black = call->values[OPTION_PRINT_BLACK],
        .outline_text = call->values[OPTION_OUTLINE_TEXT] != NULL,
    };
}

/* "2160 × 31834 px" of a PNG, "1080 × 15917 px" of an SVG; a PDF on paper has the paper's size, which was asked for. */
static void describe_size(char *text, size_t size, const hui_document *document, const hui_render_options *how)
{
    double scale = strcmp(how->format, "png") != 0 ? 1 : how->scale > 0 ? how->scale : how->dpi > 0 ? how->dpi / 96 : 1;
    snprintf(text, size, "%.0f × %.0f px", hui()->document_width(document) * scale,
             hui()->document_height(document) * scale);
}

static void describe_bytes(char *text, size_t size, const char *path)
{
    struct stat entry;
    double bytes = stat(path, &entry) == 0 ? (double)entry.st_size : 0;
    if (bytes >= 999.5e3)
        snprintf(text, size, "%.1f MB", bytes / 1e6);
    else
        snprintf(text, size, "%.0f kB", bytes / 1e3);
}

static hui_status render_to_pipe(cli_report *report, hui_document *document, const hui_render_options *how)
{
    const size_t known = hui()->document_diagnostic_count(document);
    const hui_status status = hui()->document_render(document, "standard output", write_to_pipe, NULL, how);
    return worse(status, report_document(report, document, known));
}

static hui_status render_to_file(cli_report *report, hui_document *document, const char *path,
                                 const hui_render_options *how)
{
    char size[64], bytes[32];
    const size_t known = hui()->document_diagnostic_count(document);
    const double start = now();
    report_progress(report, "drawing", path);
    const hui_status status = hui()->document_render_file(document, path, how);
    const double duration = now() - start;
    report_document(report, document, known);
    if (status != HUI_STATUS_OK)
        return status;
    describe_size(size, sizeof size, document, how);
    describe_bytes(bytes, sizeof bytes, path);
    report_line(report, "%s  %s  %s  %.0f ms", path, size, bytes, duration);
    return status;
}

/* A file for each page. */
static hui_status render_pages(cli_report *report, hui_document *document, const cli_target *target, size_t count,
                               hui_render_options how)
{
    hui_status worst = HUI_STATUS_OK;
    for (size_t i = 1; i <= count; i++) {
        char *path = target_page_path(target, i);
        how.page = (int)i;
        worst = worse(worst, render_to_file(report, document, path, &how));
        free(path);
    }
    return worst;
}

static hui_status render_target(cli_report *report, hui_document *document, const cli_target *target,
                                const cli_call *call)
{
    const hui_render_options how = render_options(call, target->format);
    const size_t count = hui()->document_page_count(document);
    const bool to_pipe = strcmp(target->path, "-") == 0;
    const bool is_each = count > 1 && how.page == 0 && strcmp(target->format, "pdf") != 0;
    if (is_each && to_pipe)
        return usage_error(call->command,
                           "standard output takes one page of %s, not %zu: choose it by --page, or -f pdf",
                           target->format, count);
    if (is_each)
        return render_pages(report, document, target, count, how);
    return to_pipe ? render_to_pipe(report, document, &how) : render_to_file(report, document, target->path, &how);
}

hui_status render_targets(cli_report *report, hui_document *document, const cli_target *targets, size_t count,
                          const cli_call *call)
{
    hui_status worst = HUI_STATUS_OK;
    for (size_t i = 0; i < count; i++)
        worst = worse(worst, render_target(report, document, &targets[i], call));
    return worst;
}

/* What is wrong with the document, with what lint finds if that is asked for. */
static hui_status report_all(cli_report *report, const cli_call *call, hui_document *document)
{
    if (!call->values[OPTION_LINT])
        return report_document(report, document, 0);
    const hui_lint_options how = {.lang = call->values[OPTION_LANG], .scale = call->numbers[OPTION_SCALE]};
    hui_lint *lint = hui()->document_lint(document, &how);
    const hui_status found = report_lint(report, lint), status = hui()->document_status(document);
    hui()->lint_free(lint);
    return report->strict && status == HUI_STATUS_OK ? found : status;
}

static hui_status render_spec(cli_report *report, hui_context *context, const cli_target *targets, size_t count,
                              const cli_call *call)
{
    hui_status status;
    cli_spec spec;
    if (spec_open(&spec, context, call, targets->spec, report, &status))
        status = report_all(report, call, spec.document);
    if (status == HUI_STATUS_OK)
        status = render_targets(report, spec.document, targets, count, call);
    spec_free(&spec);
    return status;
}

/* A file for each page may have the name of another target: report-1.png. Only then the spec is read for its pages
 * first. */
static hui_status check_page_names(const cli_targets *targets, hui_context *context, const cli_call *call)
{
    for (size_t i = 0; i < targets->count && call->numbers[OPTION_PAGE] <= 0; i++) {
        const cli_target *target = &targets->at[i];
        for (size_t k = 0; k < targets->count && strcmp(target->format, "pdf") != 0; k++) {
            const cli_target *other = &targets->at[k];
            const size_t page = target_find_page(target, other->path);
            const size_t count = page > 0 ? spec_page_count(context, call, target->spec) : 0;
            if (page > 0 && count > 1 && page <= count)
                return usage_error(call->command, "page %zu of %s and %s would both be written to %s", page,
                                   target->spec, other->spec, other->path);
        }
    }
    return HUI_STATUS_OK;
}

hui_status run_render(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    cli_targets targets;
    hui_status status = targets_choose(&targets, context, call);
    if (status == HUI_STATUS_OK)
        status = check_page_names(&targets, context, call);
    if (status == HUI_STATUS_OK)
        for (size_t i = 0; i < targets.count; i += targets.formats.count)
            status = worse(status, render_spec(&report, context, &targets.at[i], targets.formats.count, call));
    targets_finish(&targets);
    hui()->context_free(context);
    report_finish(&report);
    return status;
}

static void report_good(cli_report *report, const char *spec, const hui_document *document)
{
    const size_t count = hui()->document_page_count(document);
    char pages[64] = "";
    if (count > 1)
        snprintf(pages, sizeof pages, ", %zu pages", count);
    report_line(report, "%s  good  %.0f × %.0f px%s", spec, hui()->document_width(document),
                hui()->document_height(document), pages);
}

hui_status run_check(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    hui_status worst = HUI_STATUS_OK;
    for (size_t i = 0; i < call->argument_count; i++) {
        hui_status status;
        cli_spec spec;
        if (spec_read(&spec, context, call, call->arguments[i], &report, &status))
            report_good(&report, call->arguments[i], spec.document);
        spec_free(&spec);
        worst = worse(worst, status);
    }
    hui()->context_free(context);
    report_finish(&report);
    return worst;
}

hui_status run_inspect(const cli_call *call)
{
    static const hui_render_options dump = {.format = "dump"};
    const char *output = call->values[OPTION_OUTPUT];
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    hui_status status;
    cli_spec spec;
    if (spec_read(&spec, context, call, call->arguments[0], &report, &status)) {
        const size_t known = hui()->document_diagnostic_count(spec.document);
        status = output && strcmp(output, "-") != 0
                     ? hui()->document_render_file(spec.document, output, &dump)
                     : hui()->document_render(spec.document, "standard output", write_to_pipe, NULL, &dump);
        report_document(&report, spec.document, known);
    }
    spec_free(&spec);
    hui()->context_free(context);
    report_finish(&report);
    return status;
}
