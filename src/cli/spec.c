/* Reads specs as the options say. */
#include "cli/spec.h"

#include "cli/data.h"
#include "cli/library.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

hui_context_options context_options(const cli_call *call)
{
    return (hui_context_options){
        .font_folders = call->folders,
        .font_folder_count = call->folder_count,
        .system_fonts = call->values[OPTION_SYSTEM_FONTS],
        .claim_fontconfig = !call->values[OPTION_SYSTEM_FONTS],
        .fixed_metrics = call->values[OPTION_FIXED_METRICS],
    };
}

hui_context *context_open(const cli_call *call)
{
    const hui_context_options how = context_options(call);
    return hui()->context_new(&how);
}

enum { SPEC_MOST = 64 << 20 }; /* bytes */

char *input_read(size_t most, size_t *size)
{
    size_t capacity = 1 << 16, got;
    char *bytes = malloc(capacity);
    *size = 0;
    while (bytes && *size <= most && (got = fread(bytes + *size, 1, capacity - *size, stdin)) > 0) {
        *size += got;
        if (*size == capacity)
            bytes = realloc(bytes, capacity *= 2);
    }
    if (!bytes)
        abort();
    return bytes;
}

hui_document_options document_options(const cli_call *call)
{
    return (hui_document_options){
        .theme = call->values[OPTION_THEME],
        .allow_outside = call->values[OPTION_ALLOW_OUTSIDE],
        .untrusted = call->values[OPTION_UNTRUSTED],
        .lenient = call->values[OPTION_LENIENT],
        .limits = &call->limits,
    };
}

static hui_template *template_read(const cli_text *text, const hui_document_options *how)
{
    return text->bytes ? hui()->template_read(text->name, text->bytes, text->size, ".", how)
                       : hui()->template_read_file(text->name, how);
}

static hui_document *document_read(hui_context *context, const cli_text *text, const hui_document_options *how)
{
    return text->bytes ? hui()->document_read(context, text->name, text->bytes, text->size, ".", how)
                       : hui()->document_read_file(context, text->name, how);
}

static bool open_text(cli_spec *read, hui_context *context, const cli_call *call, const cli_text *text,
                      cli_report *report, hui_status *status)
{
    const hui_document_options how = document_options(call);
    const hui_row *row;
    *read = (cli_spec){0};
    *status = row_choose(call, report, &read->rows, &row);
    if (*status != HUI_STATUS_OK)
        return false;
    if (row) {
        read->template = template_read(text, &how);
        read->document = hui()->document_from_template(context, read->template, row);
    } else {
        read->document = document_read(context, text, &how);
    }
    return true;
}

static bool report_read(const cli_spec *read, cli_report *report, hui_status *status)
{
    *status = report_document(report, read->document, 0);
    return *status == HUI_STATUS_OK;
}

bool spec_read_text(cli_spec *read, hui_context *context, const cli_call *call, const cli_text *text,
                    cli_report *report, hui_status *status)
{
    return open_text(read, context, call, text, report, status) && report_read(read, report, status);
}

bool spec_open(cli_spec *read, hui_context *context, const cli_call *call, const char *spec, cli_report *report,
               hui_status *status)
{
    cli_text text = {.name = spec};
    char *input = NULL;
    if (strcmp(spec, "-") == 0) {
        text.name = "<stdin>";
        text.bytes = input = input_read(SPEC_MOST, &text.size);
    } else {
        report_progress(report, "reading", spec);
    }
    const bool is_open = open_text(read, context, call, &text, report, status);
    free(input);
    return is_open;
}

bool spec_read(cli_spec *read, hui_context *context, const cli_call *call, const char *spec, cli_report *report,
               hui_status *status)
{
    return spec_open(read, context, call, spec, report, status) && report_read(read, report, status);
}

size_t spec_page_count(hui_context *context, const cli_call *call, const char *spec)
{
    cli_report mute = {.is_mute = true};
    hui_status status;
    cli_spec read;
    if (strcmp(spec, "-") == 0)
        return SIZE_MAX;
    const size_t count = spec_read_text(&read, context, call, &(cli_text){.name = spec}, &mute, &status)
                             ? hui()->document_page_count(read.document)
                             : 0;
    spec_free(&read);
    return count;
}

void spec_free(cli_spec *read)
{
    hui()->document_free(read->document);
    hui()->template_free(read->template);
    hui()->rows_free(read->rows);
}
