/* What the server answers: a table of paths. */
#include "preview/answers.h"

#include "preview/assets.h"
#include "preview/events.h"
#include "preview/files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Nothing of other servers, no script in the page's text, no frames but of our own. Styles may stand in drawings and in editors. */
static const char policy[] = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                             "img-src 'self' data: blob:; font-src data:; connect-src 'self'; frame-src 'self'; "
                             "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/* A browser's own viewer of PDFs would count as an object. */
static const char policy_of_pdf[] = "frame-ancestors 'self'";

static void add_headers(struct MHD_Response *response, const char *type, const char *tag)
{
    const char *const headers[][2] = {
        {"Content-Type", type},
        {"Content-Security-Policy", strcmp(type, "application/pdf") == 0 ? policy_of_pdf : policy},
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"ETag", tag},
    };
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (headers[i][1])
            MHD_add_response_header(response, headers[i][0], headers[i][1]);
}

static enum MHD_Result send_response(struct MHD_Connection *connection, unsigned status, const char *type,
                                     const char *tag, struct MHD_Response *response)
{
    if (!response)
        return MHD_NO;
    add_headers(response, type, tag);
    const enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result preview_answer_bytes(struct MHD_Connection *connection, unsigned status, const char *type,
                                     const void *bytes, size_t size, const char *tag)
{
    void *const copied = (void *)(size_t)(const void *)bytes; /* MHD's signature forgets that it only copies */
    return send_response(connection, status, type, tag,
                         MHD_create_response_from_buffer(size, copied, MHD_RESPMEM_MUST_COPY));
}

enum MHD_Result preview_answer_line(struct MHD_Connection *connection, unsigned status, const char *line)
{
    batch_bytes text = {0};
    batch_bytes_print(&text, "%s\n", line);
    const enum MHD_Result result =
        preview_answer_bytes(connection, status, "text/plain; charset=utf-8", text.at, text.size, NULL);
    batch_bytes_finish(&text);
    return result;
}

static enum MHD_Result answer_line(const preview_request *request, unsigned status, const char *line)
{
    return preview_answer_line(request->connection, status, line);
}

const char *preview_parameter(const preview_request *request, const char *name)
{
    const char *value = NULL;
    size_t size = 0;
    if (!MHD_lookup_connection_value_n(request->connection, MHD_GET_ARGUMENT_KIND, name, strlen(name), &value, &size))
        return NULL;
    return size > 0 && strlen(value) == size ? value : NULL; /* %00 ends no name early */
}

static const char *type_of(const char *name)
{
    static const char *const types[][2] = {{".html", "text/html; charset=utf-8"},
                                           {".css", "text/css; charset=utf-8"},
                                           {".js", "text/javascript; charset=utf-8"},
                                           {".svg", "image/svg+xml"}};
    const char *const point = strrchr(name, '.');
    for (size_t i = 0; point && i < sizeof types / sizeof *types; i++)
        if (strcmp(point, types[i][0]) == 0)
            return types[i][1];
    return "text/plain; charset=utf-8";
}

static enum MHD_Result answer_asset(preview_request *request)
{
    const char *const name = *request->rest ? request->rest : "index.html";
    for (size_t i = 0; i < preview_asset_count; i++)
        if (strcmp(preview_assets[i].name, name) == 0)
            return preview_answer_bytes(request->connection, MHD_HTTP_OK, type_of(name), preview_assets[i].bytes,
                                        preview_assets[i].size, NULL);
    return answer_line(request, MHD_HTTP_NOT_FOUND, "There is no such page.");
}

static enum MHD_Result answer_json(const preview_request *request, unsigned status, const char *json, size_t size)
{
    return preview_answer_bytes(request->connection, status, "application/json", json, size, NULL);
}

static enum MHD_Result answer_schema(preview_request *request)
{
    char *const schema = hui_manual_schema();
    const enum MHD_Result result = answer_json(request, MHD_HTTP_OK, schema, strlen(schema));
    hui_free(schema);
    return result;
}

static void add_entries(batch_bytes *json, hui_context *context, hui_catalog catalog)
{
    batch_bytes_add(json, "[", 1);
    for (size_t i = 0; i < hui_catalog_count(context, catalog); i++) {
        const hui_entry entry = hui_catalog_entry(context, catalog, i);
        batch_bytes_print(json, "%s{\"name\":", i > 0 ? "," : "");
        batch_bytes_json(json, entry.name);
        batch_bytes_print(json, ",\"doc\":");
        batch_bytes_json(json, entry.doc ? entry.doc : "");
        batch_bytes_add(json, "}", 1);
    }
    batch_bytes_add(json, "]", 1);
}

/* What the page asks once: the themes there are, and whether the editor came along. */
static enum MHD_Result answer_about(preview_request *request)
{
    batch_bytes json = {0};
    bool has_editor = false;
    hui_context *const context = hui_context_new(NULL);
    for (size_t i = 0; i < preview_asset_count; i++)
        has_editor |= strcmp(preview_assets[i].name, "codemirror.js") == 0;
    batch_bytes_print(&json, "{\"version\":\"%s\",\"hasEditor\":%s,\"themes\":", hui_version(),
                      has_editor ? "true" : "false");
    add_entries(&json, context, HUI_CATALOG_THEMES);
    batch_bytes_add(&json, "}", 1);
    hui_context_free(context);
    const enum MHD_Result result = answer_json(request, MHD_HTTP_OK, json.at, json.size);
    batch_bytes_finish(&json);
    return result;
}

static enum MHD_Result answer_icons(preview_request *request)
{
    batch_bytes json = {0};
    hui_context *const context = hui_context_new(NULL);
    add_entries(&json, context, HUI_CATALOG_ICONS);
    hui_context_free(context);
    const enum MHD_Result result = answer_json(request, MHD_HTTP_OK, json.at, json.size);
    batch_bytes_finish(&json);
    return result;
}

static enum MHD_Result answer_events(preview_request *request)
{
    preview_view *const view = preview_view_find(request->state, preview_parameter(request, "theme"));
    if (!view)
        return answer_line(request, MHD_HTTP_NOT_FOUND, "There is no such theme.");
    return send_response(request->connection, MHD_HTTP_OK, "text/event-stream", NULL,
                         preview_events_new(request->state, view));
}

/* Under the lock. */
static preview_picture *find_picture(preview_state *state, size_t id, size_t page)
{
    for (size_t i = 0; i < state->view_count; i++) {
        preview_picture *const picture = state->views[i].picture;
        if (!picture || picture->id != id || page >= picture->page_count)
            continue;
        state->views[i].page = page;
        picture->uses++;
        return picture;
    }
    return NULL;
}

/* A page of a drawing, which may still be in the making: picture/ID/PAGE. */
static enum MHD_Result answer_picture(preview_request *request)
{
    preview_state *const state = request->state;
    char *end;
    const size_t id = strtoul(request->rest, &end, 10);
    const size_t page = *end == '/' ? strtoul(end + 1, &end, 10) : 0;
    struct MHD_Response *response = NULL;
    pthread_mutex_lock(&state->lock);
    preview_picture *const picture = *end || page == 0 ? NULL : find_picture(state, id, page - 1);
    while (picture && !picture->pages[page - 1].at && !picture->is_abandoned && !state->is_ending)
        pthread_cond_wait(&state->changed, &state->lock);
    if (picture && picture->pages[page - 1].at)
        response = MHD_create_response_from_buffer(picture->pages[page - 1].size, picture->pages[page - 1].at,
                                                   MHD_RESPMEM_MUST_COPY);
    preview_picture_release(picture);
    pthread_mutex_unlock(&state->lock);
    if (!response)
        return answer_line(request, MHD_HTTP_GONE, "There is a newer drawing.");
    return send_response(request->connection, MHD_HTTP_OK, "image/svg+xml", NULL, response);
}

/* The real path of the file that is asked for; NULL after an answer. */
static char *locate(const preview_request *request, enum MHD_Result *result)
{
    const char *const name = preview_parameter(request, "name");
    char *const path = name ? preview_file_locate(request->state, name) : NULL;
    if (!path)
        *result =
            answer_line(request, MHD_HTTP_FORBIDDEN, "Only the document's own texts, in its folder, can be edited.");
    return path;
}

static enum MHD_Result answer_file(preview_request *request)
{
    enum MHD_Result result = MHD_NO;
    batch_bytes bytes = {0};
    char tag[PREVIEW_TAG];
    char *const path = locate(request, &result);
    if (!path)
        return result;
    if (preview_file_tag(path, tag) && preview_file_read(path, &bytes))
        result = preview_answer_bytes(request->connection, MHD_HTTP_OK, "text/plain; charset=utf-8", bytes.at,
                                      bytes.size, tag);
    else
        result = answer_line(request, errno == EFBIG ? MHD_HTTP_CONTENT_TOO_LARGE : MHD_HTTP_INTERNAL_SERVER_ERROR,
                             strerror(errno));
    batch_bytes_finish(&bytes);
    free(path);
    return result;
}

/* If-Match (RFC 9110, section 13.1.1) names the file as it was when it was read: what another program wrote since stays. */
static enum MHD_Result answer_write(preview_request *request)
{
    enum MHD_Result result = MHD_NO;
    char tag[PREVIEW_TAG] = "";
    char *const path = locate(request, &result);
    if (!path)
        return result;
    const char *const known = MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, "If-Match");
    if (!known)
        result = answer_line(request, MHD_HTTP_PRECONDITION_REQUIRED, "If-Match must say which state was edited.");
    else if (!preview_file_tag(path, tag) || (strcmp(known, "*") != 0 && strcmp(known, tag) != 0))
        result = answer_line(request, MHD_HTTP_PRECONDITION_FAILED, "Another program has changed the file.");
    else if (!preview_file_write(path, request->body.at, request->body.size))
        result = answer_line(request, MHD_HTTP_INTERNAL_SERVER_ERROR, strerror(errno));
    else
        result = preview_answer_bytes(request->connection, MHD_HTTP_OK, "text/plain; charset=utf-8", "saved\n", 6,
                                      preview_file_tag(path, tag) ? tag : NULL);
    free(path);
    return result;
}

/* A path that ends in / has more behind it. */
static const struct {
    const char *method, *path;
    preview_answerer *answer;
} answers[] = {
    {"GET", "app/", answer_asset},
    {"GET", "about", answer_about},
    {"GET", "schema", answer_schema},
    {"GET", "icons", answer_icons},
    {"GET", "events", answer_events},
    {"GET", "picture/", answer_picture},
    {"GET", "file", answer_file},
    {"PUT", "file", answer_write},
    {"POST", "check", preview_answer_check},
    {"GET", "export/", preview_answer_export},
};

enum MHD_Result preview_answer(preview_request *request, const char *method, const char *path)
{
    bool is_path = false;
    if (request->is_too_large)
        return answer_line(request, MHD_HTTP_CONTENT_TOO_LARGE, "A text may have 4 MiB.");
    if (!*path)
        path = "app/";
    if (strcmp(method, "HEAD") == 0)
        method = "GET";
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        const size_t length = strlen(answers[i].path);
        const bool has_more = answers[i].path[length - 1] == '/';
        if (has_more ? strncmp(path, answers[i].path, length) != 0 : strcmp(path, answers[i].path) != 0)
            continue;
        is_path = true;
        request->rest = path + length;
        if (strcmp(method, answers[i].method) == 0)
            return answers[i].answer(request);
    }
    return is_path ? answer_line(request, MHD_HTTP_METHOD_NOT_ALLOWED, "It cannot be asked for so.")
                   : answer_line(request, MHD_HTTP_NOT_FOUND, "There is no such page.");
}
