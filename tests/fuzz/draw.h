/* Documents of fuzz targets: read, and rendered in every format. How follows from the input alone, so that a fault comes back. */
#ifndef HUIBAO_FUZZ_DRAW_H
#define HUIBAO_FUZZ_DRAW_H

#include "limits.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* Pictures of at most this many pixels a side: the fuzzer looks for faults, not for patience. */
static const double fuzz_largest_side = 400;

/* FNV-1a, folded: its bits choose what does not stand in the input. */
static uint32_t fuzz_choice(const uint8_t *data, size_t size)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 16777619u;
    return hash ^ hash >> 15;
}

/* Print standards are asked for by an eighth of the inputs: their profile takes longer to open than most specs to draw. */
static hui_render_options fuzz_options(const char *format, uint32_t choice)
{
    static const char *const modes[] = {"hybrid", "outline", "web", "text"};
    static const char *const prints[] = {"pdfx4", "pdfx1a", "pdfa2a", "pdfa2a,pdfua1"};
    return (hui_render_options){
        .format = format,
        .threads = 1,
        .svg_mode = modes[choice % 4],
        .svg_icons = choice & 4 ? "currentcolor" : NULL,
        .svg_size = choice & 8 ? "responsive" : NULL,
        .svg_dark = (choice >> 4) % 4 == 0 ? "dark" : NULL,
        .page = (choice >> 6) % 4 == 0 ? 2 : 0,
        .outline_text = (choice >> 8) % 4 == 0,
        .print = (choice >> 10) % 8 == 0 ? prints[(choice >> 13) % 4] : NULL,
        .print_black = choice & 1 << 15 ? "neutral" : NULL,
    };
}

static void fuzz_render_all(hui_document *document, uint32_t choice)
{
    static const char *const formats[] = {"png", "svg", "pdf", "dump"};
    const double side = fmax(hui_document_width(document), hui_document_height(document));
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        void *bytes;
        size_t count;
        hui_render_options options = fuzz_options(formats[i], choice);
        options.scale = fmin(1, fuzz_largest_side / side);
        const hui_status status = hui_document_render_memory(document, &options, &bytes, &count);
        if ((status == HUI_STATUS_OK) != (bytes != NULL))
            abort();
        hui_free(bytes);
    }
}

/* Half of all is read leniently. */
static void fuzz_draw_with(const char *name, const uint8_t *data, size_t size, uint32_t choice, bool fixed_metrics)
{
    const hui_document_options how = {.lenient = choice >> 31, .limits = &fuzz_limits};
    const hui_context_options options = {.fixed_metrics = fixed_metrics, .claim_fontconfig = true};
    hui_context *context = hui_context_new(&options);
    hui_document *document = hui_document_read(context, name, data, size, NULL, &how);
    if (hui_document_status(document) == HUI_STATUS_OK)
        fuzz_render_all(document, choice);
    for (size_t i = 0; i < hui_document_diagnostic_count(document); i++)
        hui_free(hui_diagnostic_text(hui_document_diagnostic(document, i), HUI_DIAGNOSTIC_PLAIN));
    hui_document_free(document);
    hui_context_free(context);
}

static void fuzz_draw(const char *name, const uint8_t *data, size_t size)
{
    const uint32_t choice = fuzz_choice(data, size);
    fuzz_draw_with(name, data, size, choice, true);
    if ((choice >> 16) % 8 == 0) /* fonts are slow to open: an eighth of the inputs is shaped for real */
        fuzz_draw_with(name, data, size, choice, false);
}

#endif
