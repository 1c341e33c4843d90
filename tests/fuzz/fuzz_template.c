/* Fuzz target: any bytes as a template, drawn with a row and without, and as the name of a file to be filled in. */
#include "limits.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char row_text[] = "{\"name\": \"新城区*_\", \"gdp\": 1205.5, \"code\": \"010\", \"day\": \"2023-05-01\", \"note\": null, "
                               "\"list\": [1, \"a\", {\"b\": 2}], \"at\": {\"x\": 1}, \"n\": 2, \"a\": true}";

static void draw(hui_context *context, const hui_template *made, const hui_row *row)
{
    void *bytes;
    size_t size;
    hui_document *document = hui_document_from_template(context, made, row);
    const hui_render_options options = {.format = "dump"};
    hui_status status = hui_document_render_memory(document, &options, &bytes, &size);
    if ((status == HUI_STATUS_OK) != (bytes != NULL))
        abort();
    hui_free(bytes);
    for (size_t i = 0; i < hui_document_diagnostic_count(document); i++)
        hui_free(hui_diagnostic_text(hui_document_diagnostic(document, i), HUI_DIAGNOSTIC_PLAIN));
    hui_document_free(document);
}

static void fill(const hui_row *row, const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1), *error;
    if (!text)
        abort();
    for (size_t i = 0; i < size; i++) /* names are UTF-8 without controls: what is not, is a letter here */
        text[i] = data[i] < 0x20 || data[i] >= 0x7F ? 'x' : (char)data[i];
    text[size] = 0;
    char *filled = hui_row_fill(row, text, "/", &error);
    if ((filled != NULL) == (error != NULL))
        abort();
    hui_free(filled);
    hui_free(error);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hui_rows *rows = hui_rows_read("row", row_text, sizeof row_text - 1, &(hui_rows_options){.format = "ndjson"});
    const hui_row *row;
    if (hui_rows_next(rows, &row) != HUI_ROWS_ROW)
        abort();
    hui_context *context = hui_context_new(&(hui_context_options){.fixed_metrics = true, .claim_fontconfig = true});
    const hui_document_options how = {.limits = &fuzz_limits};
    hui_template *made = hui_template_read("fuzz.json", data, size, NULL, &how);
    draw(context, made, row);
    draw(context, made, NULL);
    hui_template_free(made);
    hui_context_free(context);
    fill(row, data, size);
    hui_rows_free(rows);
    return 0;
}
