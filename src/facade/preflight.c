/* Preflight: PDFs, and specs through the PDFs they become, are checked by the print module. */
#include "base/file.h"
#include "facade/document.h"
#include "facade/preflight_places.h"
#include "facade/preflight_report.h"
#include "facade/print.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct hui_preflight {
    hui_arena *arena;
    hui_diags *diags;
    hui_status status;
    hui_preflight_report report;
    hui_preflight_result result;
};

enum { SECONDS = 120 };

static hui_preflight *preflight_new(const char *name)
{
    hui_arena *arena = hui_arena_new();
    hui_preflight *preflight = HUI_NEW(arena, hui_preflight);
    preflight->arena = arena;
    preflight->diags = hui_diags_new(arena);
    preflight->result =
        (hui_preflight_result){.name = hui_arena_string(arena, name), .house = "", .report = &preflight->report};
    return preflight;
}

static void raise_status(hui_preflight *preflight, hui_status status)
{
    if (status > preflight->status)
        preflight->status = status;
}

static bool refuse(hui_preflight *preflight, const char *hint, const char *value, const char *option)
{
    hui_diags_add(preflight->diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0}, hint, value, option);
    raise_status(preflight, HUI_STATUS_USAGE);
    return false;
}

static bool read_house(hui_preflight *preflight, const char *word, hui_preflight_request *request)
{
    static const char *const words[HUI_HOUSE_COUNT] = {
#define HOUSE(NAME, word, doc) word,
#include "preflight/houses.inc"
#undef HOUSE
    };
    for (int i = 0; i < HUI_HOUSE_COUNT; i++)
        if (!word || strcmp(words[i], word) == 0) {
            request->house = (hui_house)i;
            preflight->result.house = words[i];
            return true;
        }
    return refuse(preflight, hui_word_hint(preflight->arena, word, words, HUI_HOUSE_COUNT), word, "rules");
}

static const char *const limit_words[HUI_LIMIT_COUNT] = {
#define LIMIT(NAME, word, ...) word,
#include "preflight/limits.inc"
#undef LIMIT
};

/* "ink=300" */
static bool read_limit(hui_preflight *preflight, const char *text, hui_preflight_request *request)
{
    static const double most = 1e5;
    const char *equals = strchr(text, '=');
    const size_t length = equals ? (size_t)(equals - text) : strlen(text);
    const char *word = hui_arena_string_n(preflight->arena, text, length);
    char *end = NULL;
    const double value = equals ? strtod(equals + 1, &end) : 0;
    for (int i = 0; i < HUI_LIMIT_COUNT; i++) {
        if (strcmp(limit_words[i], word) != 0)
            continue;
        if (!equals || end == equals + 1 || *end || !(value >= 0 && value <= most))
            return refuse(preflight, "give it a number, such as “ink=300”; 0: not asked for", text, "limits");
        request->limits[i] = value;
        request->is_set[i] = true;
        return true;
    }
    return refuse(preflight, hui_word_hint(preflight->arena, word, limit_words, HUI_LIMIT_COUNT), word, "limits");
}

static bool read_limits(hui_preflight *preflight, const char *list, hui_preflight_request *request)
{
    bool is_good = true;
    while (is_good && list && *list) {
        const size_t length = strcspn(list, ",");
        is_good = read_limit(preflight, hui_arena_string_n(preflight->arena, list, length), request);
        list += length + (list[length] == ',');
    }
    return is_good;
}

static bool read_language(hui_preflight *preflight, const char *word, hui_preflight_request *request)
{
    request->is_chinese = word && strcmp(word, "zh") == 0;
    preflight->result.is_chinese = request->is_chinese;
    return !word || request->is_chinese || strcmp(word, "en") == 0 ||
           refuse(preflight, "there is `en` and `zh`", word, "lang");
}

/* False after a diagnostic. */
static bool read_options(hui_preflight *preflight, const hui_preflight_options *options, hui_preflight_request *request)
{
    static const hui_preflight_options defaults;
    if (!options)
        options = &defaults;
    const char *renderer = options->ghostscript;
    *request = (hui_preflight_request){.renderer = !renderer   ? "gs"
                                                   : *renderer ? renderer
                                                               : NULL,
                                       .seconds = options->seconds > 0 ? fmin(options->seconds, 86400) : SECONDS};
    return read_house(preflight, options->rules, request) && read_limits(preflight, options->limits, request) &&
           read_language(preflight, options->lang, request);
}

/* Findings without a panel are the whole file's. */
static void list_findings(hui_preflight *preflight)
{
    hui_source *file = HUI_NEW(preflight->arena, hui_source);
    *file = (hui_source){.name = preflight->result.name};
    for (size_t i = 0; i < preflight->report.findings.count; i++) {
        const hui_finding *finding = &preflight->report.findings.at[i];
        const bool is_error = finding->severity == HUI_SEVERITY_ERROR;
        const char *message = hui_preflight_message(preflight->arena, finding, preflight->result.is_chinese);
        *(is_error ? &preflight->result.error_count : &preflight->result.warning_count) += 1;
        hui_diags_add_finding(preflight->diags, finding->severity, finding->word,
                              finding->place ? *finding->place : (hui_place){.source = file}, (hui_area){0},
                              finding->hint, message);
        if (is_error)
            raise_status(preflight, HUI_STATUS_INPUT);
    }
}

static void run(hui_preflight *preflight, hui_context *context, const void *pdf, size_t size,
                const hui_preflight_request *request)
{
    const hui_print_module *module = hui_print_open(context, preflight->diags);
    if (!module) {
        raise_status(preflight, HUI_STATUS_SYSTEM);
        return;
    }
    module->preflight(preflight->arena, pdf, size, request, &preflight->report);
    list_findings(preflight);
}

hui_preflight *hui_preflight_read(hui_context *context, const char *name, const void *bytes, size_t size,
                                  const hui_preflight_options *options)
{
    hui_preflight *preflight = preflight_new(name);
    hui_preflight_request request;
    if (read_options(preflight, options, &request))
        run(preflight, context, bytes, size, &request);
    return preflight;
}

hui_preflight *hui_preflight_read_file(hui_context *context, const char *path, const hui_preflight_options *options)
{
    static const size_t limit = (size_t)1 << 31;
    hui_preflight *preflight = preflight_new(path);
    hui_preflight_request request;
    const char *bytes;
    size_t size;
    if (!read_options(preflight, options, &request))
        return preflight;
    if (hui_file_read(preflight->arena, path, path, limit, (hui_place){0}, &bytes, &size, preflight->diags))
        run(preflight, context, bytes, size, &request);
    else
        raise_status(preflight, HUI_STATUS_SYSTEM);
    return preflight;
}

hui_preflight *hui_preflight_document(hui_document *document, const hui_render_options *render,
                                      const hui_preflight_options *options)
{
    hui_preflight *preflight = preflight_new(hui_document_name(document));
    hui_render_options how = render ? *render : (hui_render_options){0};
    hui_panel_places places = {hui_document_press(document)};
    hui_preflight_request request;
    void *bytes;
    size_t size;
    how.format = "pdf";
    if (!read_options(preflight, options, &request))
        return preflight;
    raise_status(preflight, hui_document_render_memory(document, &how, &bytes, &size));
    for (int page = 1; page < how.page && places.first; page++)
        places.first = places.first->next;
    request.locate = hui_panel_places_find;
    request.closure = &places;
    if (bytes)
        run(preflight, hui_document_context(document), bytes, size, &request);
    hui_free(bytes);
    return preflight;
}

void hui_preflight_free(hui_preflight *preflight)
{
    if (preflight)
        hui_arena_free(preflight->arena);
}

hui_status hui_preflight_status(const hui_preflight *preflight)
{
    return preflight->status;
}

size_t hui_preflight_diagnostic_count(const hui_preflight *preflight)
{
    return preflight->diags->count;
}

const hui_diagnostic *hui_preflight_diagnostic(const hui_preflight *preflight, size_t index)
{
    assert(index < preflight->diags->count);
    return &preflight->diags->at[index];
}

char *hui_preflight_text(const hui_preflight *preflight)
{
    hui_buffer out = {0};
    hui_preflight_write_text(&preflight->result, &out);
    return out.bytes;
}

char *hui_preflight_json(const hui_preflight *preflight)
{
    hui_buffer out = {0};
    hui_preflight_write_json(&preflight->result, &out);
    return out.bytes;
}
