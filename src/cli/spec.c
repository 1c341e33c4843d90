/* Reads specs as the options say. */
#include "cli/spec.h"

#include "cli/data.h"
#include "cli/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

hui_context *context_open(const cli_call *call)
{
    return hui()->context_new(&(hui_context_options){
        .font_folders = call->folders,
        .font_folder_count = call->folder_count,
        .system_fonts = call->values[OPTION_SYSTEM_FONTS],
        .claim_fontconfig = !call->values[OPTION_SYSTEM_FONTS],
        .fixed_metrics = call->values[OPTION_FIXED_METRICS],
    });
}

/* All of standard input, to be freed; no more than one byte above what a spec may have. */
static char *read_input(size_t *size)
{
    const size_t limit = ((size_t)64 << 20) + 1;
    size_t capacity = 1 << 16, got;
    char *bytes = malloc(capacity);
    *size = 0;
    while (bytes && *size < limit && (got = fread(bytes + *size, 1, capacity - *size, stdin)) > 0) {
        *size += got;
        if (*size == capacity)
            bytes = realloc(bytes, capacity *= 2);
    }
    if (!bytes)
        abort();
    return bytes;
}

/* What a row fills in is a template, which lasts as long as the spec. */
static hui_template *template_read(const char *spec, const char *bytes, size_t size, const hui_document_options *how)
{
    return bytes ? hui()->template_read("<stdin>", bytes, size, ".", how) : hui()->template_read_file(spec, how);
}

static hui_document *document_read(hui_context *context, const char *spec, const char *bytes, size_t size,
                                   const hui_document_options *how)
{
    return bytes ? hui()->document_read(context, "<stdin>", bytes, size, ".", how)
                 : hui()->document_read_file(context, spec, how);
}

bool spec_read(cli_spec *read, hui_context *context, const cli_call *call, const char *spec, cli_report *report,
               hui_status *status)
{
    const hui_document_options how = {
        .theme = call->values[OPTION_THEME],
        .allow_outside = call->values[OPTION_ALLOW_OUTSIDE],
        .lenient = call->values[OPTION_LENIENT],
    };
    const hui_row *row;
    size_t size = 0;
    *read = (cli_spec){0};
    *status = row_choose(call, report, &read->rows, &row);
    if (*status != HUI_STATUS_OK)
        return false;
    char *bytes = strcmp(spec, "-") == 0 ? read_input(&size) : NULL;
    if (!bytes)
        report_progress(report, "reading", spec);
    if (row) {
        read->template = template_read(spec, bytes, size, &how);
        read->document = hui()->document_from_template(context, read->template, row);
    } else {
        read->document = document_read(context, spec, bytes, size, &how);
    }
    free(bytes);
    *status = report_document(report, read->document, 0);
    return *status == HUI_STATUS_OK;
}

void spec_free(cli_spec *read)
{
    hui()->document_free(read->document);
    hui()->template_free(read->template);
    hui()->rows_free(read->rows);
}
