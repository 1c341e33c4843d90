/* Fuzz target: any bytes as a spec, through the whole pipeline and every format. With clang and HUIBAO_FUZZ it is a
 * libFuzzer program; otherwise tests/fuzz/replay.c runs it over files. */
#include "limits.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Pictures of at most this many pixels a side: the fuzzer looks for faults, not for patience. */
static const double largest_side = 400;

static void render_all(hui_document *document)
{
    static const char *const formats[] = {"png", "svg", "pdf", "dump"};
    const double side = fmax(hui_document_width(document), hui_document_height(document));
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        void *bytes;
        size_t count;
        hui_render_options options = {.format = formats[i], .scale = fmin(1, largest_side / side), .threads = 1};
        hui_status status = hui_document_render_memory(document, &options, &bytes, &count);
        if ((status == HUI_STATUS_OK) != (bytes != NULL))
            abort();
        hui_free(bytes);
    }
}

static bool holds(const uint8_t *data, size_t size, const char *word)
{
    const size_t length = strlen(word);
    for (size_t i = 0; i + length <= size; i++)
        if (memcmp(data + i, word, length) == 0)
            return true;
    return false;
}

/* Charts are known by their file's name. Half of them are read leniently. */
static void run(const uint8_t *data, size_t size, bool fixed_metrics)
{
    const bool is_chart = holds(data, size, "\"mark\"") && !holds(data, size, "\"panels\"");
    const hui_document_options how = {.lenient = size % 2 == 0, .limits = &fuzz_limits};
    hui_context_options options = {.fixed_metrics = fixed_metrics, .claim_fontconfig = true};
    hui_context *context = hui_context_new(&options);
    hui_document *document =
        hui_document_read(context, is_chart ? "fuzz.vl.json" : "fuzz.json", data, size, NULL, &how);
    if (hui_document_status(document) == HUI_STATUS_OK)
        render_all(document);
    for (size_t i = 0; i < hui_document_diagnostic_count(document); i++)
        hui_free(hui_diagnostic_text(hui_document_diagnostic(document, i), HUI_DIAGNOSTIC_PLAIN));
    hui_document_free(document);
    hui_context_free(context);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    run(data, size, true);
    if (size % 4 == 0) /* fonts are slow to open: a quarter of the inputs is shaped for real */
        run(data, size, false);
    return 0;
}
