/* What is drawn for one request: downloads, and checks of texts that are not saved yet. */
#include "preview/answers.h"
#include "preview/files.h"
#include "preview/reading.h"

#include <stdlib.h>
#include <string.h>

/* Of the fonts that the drawer uses; the process's fontconfig is claimed already. */
static hui_context *context_new(const preview_state *state)
{
    hui_context_options fonts = state->options->fonts ? *state->options->fonts : (hui_context_options){0};
    fonts.claim_fontconfig = false;
    return hui_context_new(&fonts);
}

static hui_document_options reading_options(preview_request *request, preview_task *task)
{
    hui_document_options how = {0};
    if (request->state->options->reading)
        how = *request->state->options->reading;
    how.progress = preview_is_wanted;
    how.progress_closure = task;
    return how;
}

/* The status says that it is no download. */
static enum MHD_Result answer_diagnostics(const preview_request *request, unsigned status,
                                          const preview_reading *reading)
{
    batch_bytes json = {0};
    preview_reading_add_diagnostics(&json, reading);
    const enum MHD_Result result =
        preview_answer_bytes(request->connection, status, "application/json", json.at, json.size, NULL);
    batch_bytes_finish(&json);
    return result;
}

/* NULL: none that is served. */
static const char *find_type(const char *format)
{
    static const char *const types[][2] = {{"png", "image/png"}, {"svg", "image/svg+xml"}, {"pdf", "application/pdf"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(format, types[i][0]) == 0)
            return types[i][1];
    return NULL;
}

static double number_of(const preview_request *request, const char *name, double most)
{
    const char *const text = preview_parameter(request, name);
    const double number = text ? strtod(text, NULL) : 0;
    return number > 0 && number <= most ? number : 0;
}

static enum MHD_Result answer_rendering(const preview_request *request, const preview_reading *reading,
                                        const hui_render_options *how, const char *type)
{
    void *bytes;
    size_t size;
    if (!reading->document || hui_document_render_memory(reading->document, how, &bytes, &size) != HUI_STATUS_OK)
        return answer_diagnostics(request, MHD_HTTP_CONFLICT, reading);
    const enum MHD_Result result = preview_answer_bytes(request->connection, MHD_HTTP_OK, type, bytes, size, NULL);
    hui_free(bytes);
    return result;
}

/* The spec as it is on the disk: export/FORMAT?theme=&page=&scale=. */
enum MHD_Result preview_answer_export(preview_request *request)
{
    preview_state *const state = request->state;
    preview_task task = {state, SIZE_MAX};
    const char *const type = find_type(request->rest);
    const preview_view *const view = preview_view_find(state, preview_parameter(request, "theme"));
    if (!type || !view)
        return preview_answer_line(request->connection, MHD_HTTP_NOT_FOUND, "There is no such format or theme.");
    const hui_render_options how = {.format = request->rest,
                                    .scale = number_of(request, "scale", 8),
                                    .page = (int)number_of(request, "page", 1e6),
                                    .progress = preview_is_wanted,
                                    .progress_closure = &task};
    hui_document_options how_to_read = reading_options(request, &task);
    if (view->theme)
        how_to_read.theme = view->theme;
    pthread_mutex_lock(&state->exporting);
    hui_context *const context = context_new(state);
    preview_reading reading = preview_read(state, context, &how_to_read, NULL);
    const enum MHD_Result result = answer_rendering(request, &reading, &how, type);
    preview_reading_finish(&reading);
    hui_context_free(context);
    pthread_mutex_unlock(&state->exporting);
    return result;
}

/* What would be wrong with the text in the place of the file, by itself: check?name=. */
enum MHD_Result preview_answer_check(preview_request *request)
{
    preview_task task = {request->state, SIZE_MAX};
    const hui_document_options how_to_read = reading_options(request, &task);
    const char *const name = preview_parameter(request, "name");
    char *const named = name ? preview_file_named(request->state, name) : NULL;
    if (!named)
        return preview_answer_line(request->connection, MHD_HTTP_FORBIDDEN,
                                   "Only the document's own texts are checked.");
    const char *const slash = strrchr(named, '/');
    char *const folder = slash ? strndup(named, (size_t)(slash - named) + (slash == named)) : strdup(".");
    if (!folder)
        abort();
    hui_context *const context = context_new(request->state);
    const preview_text text = {named, folder, &request->body};
    preview_reading reading = preview_read(request->state, context, &how_to_read, &text);
    const enum MHD_Result result = answer_diagnostics(request, MHD_HTTP_OK, &reading);
    preview_reading_finish(&reading);
    hui_context_free(context);
    free(folder);
    free(named);
    return result;
}
