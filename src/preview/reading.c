/* Reading: rows are read anew each time, for their file may have changed as well. */
#include "preview/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static hui_rows *open_rows(const preview_row *row)
{
    const hui_rows_options of_text = {.format = "ndjson", .columns = row->reading->columns};
    return row->text ? hui_rows_read("--row", row->text, strlen(row->text), &of_text)
                     : hui_rows_open(row->file, row->reading);
}

/* The row of its number; NULL if it is not there, which the rows or `missing` tell. */
static const hui_row *find_row(preview_reading *reading, const preview_row *wanted)
{
    const hui_row *row = NULL;
    hui_rows_next_result result = HUI_ROWS_BAD;
    reading->rows = open_rows(wanted);
    reading->file = wanted->text ? "--row" : wanted->file;
    while (hui_rows_number(reading->rows) < wanted->number && result != HUI_ROWS_END)
        result = hui_rows_next(reading->rows, &row);
    if (row || hui_rows_status(reading->rows) != HUI_STATUS_OK)
        return row;
    if (asprintf(&reading->missing, "there is no row %zu; the last one is %zu", wanted->number,
                 hui_rows_number(reading->rows)) < 0)
        abort();
    return NULL;
}

static hui_document *read_document(const char *spec, hui_context *context, const hui_document_options *how,
                                   const preview_text *text)
{
    if (!text)
        return hui_document_read_file(context, spec, how);
    const char *const bytes = text->bytes->at ? text->bytes->at : "";
    return hui_document_read(context, text->name, bytes, text->bytes->size, text->folder, how);
}

static hui_template *read_template(const char *spec, const hui_document_options *how, const preview_text *text)
{
    if (!text)
        return hui_template_read_file(spec, how);
    const char *const bytes = text->bytes->at ? text->bytes->at : "";
    return hui_template_read(text->name, bytes, text->bytes->size, text->folder, how);
}

preview_reading preview_read(const preview_state *state, hui_context *context, const hui_document_options *how,
                             const preview_text *text)
{
    const preview_options *const options = state->options;
    preview_reading reading = {0};
    const hui_row *const row = options->row ? find_row(&reading, options->row) : NULL;
    if (!options->row) {
        reading.document = read_document(options->spec, context, how, text);
    } else if (row) {
        reading.template = read_template(options->spec, how, text);
        reading.document = hui_document_from_template(context, reading.template, row);
    }
    return reading;
}

void preview_reading_finish(preview_reading *reading)
{
    hui_document_free(reading->document);
    hui_template_free(reading->template);
    hui_rows_free(reading->rows);
    free(reading->missing);
    *reading = (preview_reading){0};
}

hui_status preview_reading_status(const preview_reading *reading)
{
    return reading->document ? hui_document_status(reading->document) : HUI_STATUS_INPUT;
}

static void add_diagnostic(batch_bytes *json, const hui_diagnostic *diagnostic)
{
    char *const text = hui_diagnostic_text(diagnostic, HUI_DIAGNOSTIC_JSON);
    if (json->at[json->size - 1] != '[')
        batch_bytes_add(json, ",", 1);
    batch_bytes_add(json, text, strcspn(text, "\n"));
    hui_free(text);
}

void preview_reading_add_diagnostics(batch_bytes *json, const preview_reading *reading)
{
    batch_bytes_add(json, "[", 1);
    if (reading->missing)
        add_diagnostic(json, &(hui_diagnostic){.severity = HUI_SEVERITY_ERROR,
                                               .code = "missing-row",
                                               .file = reading->file,
                                               .message = reading->missing,
                                               .pointer = ""});
    for (size_t i = 0; reading->rows && i < hui_rows_diagnostic_count(reading->rows); i++)
        add_diagnostic(json, hui_rows_diagnostic(reading->rows, i));
    for (size_t i = 0; reading->document && i < hui_document_diagnostic_count(reading->document); i++)
        add_diagnostic(json, hui_document_diagnostic(reading->document, i));
    batch_bytes_add(json, "]", 1);
}
