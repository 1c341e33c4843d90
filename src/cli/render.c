/* The commands that read specs: render, check, inspect. */
#include "cli/render.h"

#include "cli/library.h"
#include "cli/spec.h"

#include <stdio.h>
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

static hui_render_options render_options(const cli_call *call, const char *format)
{
    return (hui_render_options){
        .format = format,
        .scale = call->numbers[OPTION_SCALE],
        .dpi = call->numbers[OPTION_DPI],
        .threads = (int)call->numbers[OPTION_THREADS],
        .id_prefix = call->values[OPTION_PREFIX],
        .paper = call->values[OPTION_PAPER],
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

static hui_status render_target(cli_report *report, hui_document *document, const cli_target *target,
                                const cli_call *call)
{
    const hui_render_options how = render_options(call, target->format);
    char size[64], bytes[32];
    size_t known = hui()->document_diagnostic_count(document);
    double start = now();
    hui_status status;
    if (strcmp(target->path, "-") == 0) {
        status = hui()->document_render(document, "standard output", write_to_pipe, NULL, &how);
        return worse(status, report_document(report, document, known));
    }
    report_progress(report, "drawing", target->path);
    status = hui()->document_render_file(document, target->path, &how);
    double duration = now() - start;
    report_document(report, document, known);
    if (status != HUI_STATUS_OK)
        return status;
    describe_size(size, sizeof size, document, &how);
    describe_bytes(bytes, sizeof bytes, target->path);
    report_line(report, "%s  %s  %s  %.0f ms", target->path, size, bytes, duration);
    return status;
}

hui_status render_targets(cli_report *report, hui_document *document, const cli_target *targets, size_t count,
                          const cli_call *call)
{
    hui_status worst = HUI_STATUS_OK;
    for (size_t i = 0; i < count; i++)
        worst = worse(worst, render_target(report, document, &targets[i], call));
    return worst;
}

static hui_status render_spec(cli_report *report, hui_context *context, const cli_target *targets, size_t count,
                              const cli_call *call)
{
    hui_status status;
    hui_document *document = spec_read(context, call, targets->spec, report, &status);
    if (status == HUI_STATUS_OK)
        status = render_targets(report, document, targets, count, call);
    hui()->document_free(document);
    return status;
}

hui_status run_render(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    cli_targets targets;
    hui_status status = targets_choose(&targets, context, call);
    if (status == HUI_STATUS_OK)
        for (size_t i = 0; i < targets.count; i += targets.format_count)
            status = worse(status, render_spec(&report, context, &targets.at[i], targets.format_count, call));
    targets_finish(&targets);
    hui()->context_free(context);
    report_finish(&report);
    return status;
}

hui_status run_check(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    hui_status worst = HUI_STATUS_OK;
    for (size_t i = 0; i < call->argument_count; i++) {
        hui_status status;
        hui_document *document = spec_read(context, call, call->arguments[i], &report, &status);
        if (status == HUI_STATUS_OK)
            report_line(&report, "%s  good  %.0f × %.0f px", call->arguments[i], hui()->document_width(document),
                        hui()->document_height(document));
        hui()->document_free(document);
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
    hui_document *document = spec_read(context, call, call->arguments[0], &report, &status);
    size_t known = hui()->document_diagnostic_count(document);
    if (status == HUI_STATUS_OK) {
        status = output && strcmp(output, "-") != 0
                     ? hui()->document_render_file(document, output, &dump)
                     : hui()->document_render(document, "standard output", write_to_pipe, NULL, &dump);
        report_document(&report, document, known);
    }
    hui()->document_free(document);
    hui()->context_free(context);
    report_finish(&report);
    return status;
}
