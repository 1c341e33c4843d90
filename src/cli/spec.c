/* Reads specs as the options say. */
#include "cli/spec.h"

#include "cli/library.h"

#include <stdint.h>
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

static hui_document_options document_options(const cli_call *call)
{
    return (hui_document_options){
        .theme = call->values[OPTION_THEME],
        .allow_outside = call->values[OPTION_ALLOW_OUTSIDE],
        .lenient = call->values[OPTION_LENIENT],
    };
}

hui_document *spec_read_bytes(hui_context *context, const cli_call *call, const char *name, const char *bytes,
                              size_t size, cli_report *report, hui_status *status)
{
    const hui_document_options how = document_options(call);
    hui_document *document = hui()->document_read(context, name, bytes, size, ".", &how);
    *status = report_document(report, document, 0);
    return document;
}

size_t spec_page_count(hui_context *context, const cli_call *call, const char *spec)
{
    const hui_document_options how = document_options(call);
    if (strcmp(spec, "-") == 0)
        return SIZE_MAX;
    hui_document *document = hui()->document_read_file(context, spec, &how);
    const size_t count = hui()->document_page_count(document);
    hui()->document_free(document);
    return count;
}

hui_document *spec_read(hui_context *context, const cli_call *call, const char *spec, cli_report *report,
                        hui_status *status)
{
    const hui_document_options how = document_options(call);
    if (strcmp(spec, "-") == 0) {
        size_t size;
        char *bytes = input_read(SPEC_MOST, &size);
        hui_document *document = spec_read_bytes(context, call, "<stdin>", bytes, size, report, status);
        free(bytes);
        return document;
    }
    report_progress(report, "reading", spec);
    hui_document *document = hui()->document_read_file(context, spec, &how);
    *status = report_document(report, document, 0);
    return document;
}
