/* Fuzz target: any bytes as JSON: values and back, data in all formats that JSON has, and the spec of one panel. */
#include "limits.h"

#include "base/buffer.h"
#include "data/source.h"
#include "json/make.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct input {
    const uint8_t *data;
    size_t size;
} input;

static const hui_json *read(hui_arena *arena, const void *bytes, size_t size, hui_diags *diags)
{
    const hui_json_options options = {.allow_duplicates = true};
    return hui_json_read(arena, "fuzz", bytes, size, &options, diags);
}

/* What was read is written, and that is read as the same. */
static void write_and_read(hui_arena *arena, const input *in, hui_diags *diags)
{
    const hui_json *json = read(arena, in->data, in->size, diags);
    if (!json != (diags->error_count > 0))
        abort();
    if (!json)
        return;
    hui_buffer first = {0}, second = {0};
    const hui_value value = hui_value_from_json(arena, json);
    hui_value_write_json(arena, &first, value);
    const hui_json *again = read(arena, first.bytes, first.size, diags);
    if (!again || !hui_value_same(value, hui_value_from_json(arena, again)))
        abort();
    hui_value_write_json(arena, &second, hui_value_from_json(arena, again));
    if (second.size != first.size || memcmp(first.bytes, second.bytes, first.size) != 0)
        abort();
    hui_buffer_finish(&first);
    hui_buffer_finish(&second);
}

static bool load(void *closure, hui_arena *arena, const char *url, hui_place place, const char **bytes, size_t *size,
                 hui_diags *diags)
{
    (void)arena, (void)url, (void)place, (void)diags;
    const input *in = closure;
    *bytes = (const char *)in->data;
    *size = in->size;
    return true;
}

static void read_data(hui_arena *arena, input *in, hui_diags *diags)
{
    static const char *const data[] = {
        "{\"url\": \"a.json\"}",
        "{\"url\": \"a\", \"format\": {\"type\": \"json\", \"property\": \"a.b\", \"parse\": \"auto\"}}",
        "{\"url\": \"a.ndjson\", \"format\": {\"parse\": {\"a\": \"date\", \"b\": \"number\", \"s\": \"string\"}}}",
        "{\"url\": \"a\", \"columns\": {\"a\": \"number\", \"d\": \"date\", \"s\": \"text\"}}",
        "{\"url\": \"a\", \"format\": {\"type\": \"topojson\", \"feature\": \"a\"}}",
        "{\"url\": \"a\", \"format\": {\"type\": \"topojson\", \"mesh\": \"a\", \"filter\": \"interior\"}}",
    };
    for (size_t i = 0; i < sizeof data / sizeof *data; i++) {
        const hui_source_options options = {.load = load, .closure = in, .typed = i % 2};
        const hui_table *table = hui_source_read(arena, hui_json_constant(arena, data[i]), &options, diags);
        for (size_t row = 0; table && row < table->rows; row++)
            hui_table_row(arena, table, row);
    }
}

static void read_spec(const input *in)
{
    hui_context *context = hui_context_new(&(hui_context_options){.fixed_metrics = true, .claim_fontconfig = true});
    const hui_document_options how = {.limits = &fuzz_limits};
    hui_document *document = hui_document_read(context, "fuzz.json", in->data, in->size, NULL, &how);
    for (size_t i = 0; i < hui_document_diagnostic_count(document); i++)
        hui_free(hui_diagnostic_text(hui_document_diagnostic(document, i), HUI_DIAGNOSTIC_JSON));
    hui_document_free(document);
    hui_context_free(context);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hui_arena *arena = hui_arena_new();
    input in = {data, size};
    hui_diags *diags = hui_diags_new(arena);
    diags->budget = hui_budget_new(arena, &fuzz_limits, size % 2);
    write_and_read(arena, &in, diags);
    read_data(arena, &in, diags);
    read_spec(&in);
    hui_arena_free(arena);
    return 0;
}
