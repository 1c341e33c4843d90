/* Answers requests. */
#include "cli/worker_answer.h"

#include "cli/library.h"
#include "cli/parse.h"
#include "cli/render.h"
#include "cli/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Options that a request may have as members, named as on the command line. */
static const option_id requested[] = {OPTION_FORMAT,   OPTION_SCALE,     OPTION_DPI,   OPTION_PNG_COLORS,
                                      OPTION_PAPER,    OPTION_PAGE,      OPTION_PRINT, OPTION_SVG_MODE,
                                      OPTION_SVG_SIZE, OPTION_SVG_ICONS, OPTION_PREFIX};
enum { REQUESTED = sizeof requested / sizeof *requested };

typedef struct worker_request {
    worker_answerer *answerer;
    hui_rows *rows;
    const hui_row *row; /* the request's members; NULL: it is no object */
    cli_call call;      /* the worker's, with what the request says */
    char *texts[REQUESTED];
    batch_bytes diagnostics;
    hui_status status;
} worker_request;

static void add_diagnostic(worker_request *request, const hui_diagnostic *diagnostic)
{
    report_add_json(&request->diagnostics, diagnostic);
    if (diagnostic->severity == HUI_SEVERITY_ERROR)
        status_raise(&request->status, HUI_STATUS_INPUT);
}

static void add_fault(worker_request *request, const char *code, const char *message)
{
    add_diagnostic(
        request,
        &(hui_diagnostic){
            .severity = HUI_SEVERITY_ERROR, .code = code, .file = "request", .pointer = "", .message = message});
}

/* Reading */

static void open_request(worker_request *request, const char *line, size_t size)
{
    request->rows = hui()->rows_read("request", line, size, &(hui_rows_options){.format = "ndjson"});
    if (hui()->rows_next(request->rows, &request->row) != HUI_ROWS_ROW)
        request->row = NULL;
    for (size_t i = 0; i < hui()->rows_diagnostic_count(request->rows); i++)
        add_diagnostic(request, hui()->rows_diagnostic(request->rows, i));
    if (!request->row && request->status == HUI_STATUS_OK)
        add_fault(request, "empty-request", "a request is a JSON object on a line");
}

static char *member(const worker_request *request, const char *name)
{
    return request->row ? hui()->row_text(request->row, name) : NULL;
}

static void read_option(worker_request *request, size_t index)
{
    const cli_option *option = &options[requested[index]];
    char text[OPTION_FAULT], message[OPTION_FAULT + 40];
    char *value = request->texts[index] = member(request, option->name);
    double number;
    if (!value)
        return;
    const char *fault = option_fault(option, value, &number, text);
    if (fault) {
        snprintf(message, sizeof message, "“%s” %s", option->name, fault);
        add_fault(request, "bad-request", message);
    }
    request->call.values[requested[index]] = value;
    request->call.numbers[requested[index]] = number;
}

static hui_template *find_kept(const worker_answerer *answerer, const char *key)
{
    for (size_t i = 0; i < KEPT_TEMPLATES; i++)
        if (answerer->kept[i].key && strcmp(answerer->kept[i].key, key) == 0)
            return answerer->kept[i].template;
    return NULL;
}

/* Takes the place of the oldest. */
static hui_template *keep(worker_answerer *answerer, const char *key, hui_template *template)
{
    kept_template *place = &answerer->kept[answerer->next_kept++ % KEPT_TEMPLATES];
    free(place->key);
    hui()->template_free(place->template);
    *place = (kept_template){strdup(key), template};
    if (!place->key)
        abort();
    return template;
}

/* Named by its path, or the spec itself. NULL after a diagnostic. */
static hui_template *find_template(worker_request *request)
{
    const hui_document_options how = document_options(request->answerer->call);
    char *key = request->row ? hui()->row_field_json(request->row, "template") : NULL;
    char *text = member(request, "template");
    hui_template *template = key ? find_kept(request->answerer, key) : NULL;
    if (!key)
        add_fault(request, "bad-request", "a request needs a “template”: a path, or the spec itself");
    else if (!template)
        template = keep(request->answerer, key,
                        *key == '{' ? hui()->template_read("template", key, strlen(key), ".", &how)
                                    : hui()->template_read_file(text, &how));
    hui()->free(key);
    hui()->free(text);
    return template;
}

/* The row is an object in the request. */
static hui_document *read_document(worker_request *request, const hui_template *template)
{
    char *json = hui()->row_field_json(request->row, "row");
    const hui_row *row = NULL;
    hui_rows *rows = NULL;
    if (json) {
        rows = hui()->rows_read("request", json, strlen(json), &(hui_rows_options){.format = "ndjson"});
        hui()->rows_next(rows, &row);
        for (size_t i = 0; i < hui()->rows_diagnostic_count(rows); i++)
            add_diagnostic(request, hui()->rows_diagnostic(rows, i));
    }
    hui_document *document = hui()->document_from_template(request->answerer->context, template, row);
    hui()->rows_free(rows);
    hui()->free(json);
    return document;
}

/* Answering */

static void add_diagnostics(worker_request *request, const hui_document *document, size_t first)
{
    for (size_t i = first; i < hui()->document_diagnostic_count(document); i++)
        add_diagnostic(request, hui()->document_diagnostic(document, i));
    status_raise(&request->status, hui()->document_status(document));
}

static void write_head(const worker_request *request, batch_bytes *answer)
{
    char *id = request->row ? hui()->row_field_json(request->row, "id") : NULL;
    batch_bytes_print(answer, "{\"id\":%s,\"status\":\"%s\"", id ? id : "null",
                      request->status == HUI_STATUS_OK ? "done" : "failed");
    hui()->free(id);
}

static void write_tail(const worker_request *request, batch_bytes *answer)
{
    batch_bytes_print(answer, ",\"diagnostics\":[");
    batch_bytes_add(answer, request->diagnostics.at, request->diagnostics.size);
    batch_bytes_print(answer, "]}\n");
}

/* To the file that the request names, or into the answer. */
static void render(worker_request *request, hui_document *document, batch_bytes *result)
{
    const char *format = request->call.values[OPTION_FORMAT];
    const hui_render_options how = render_options(&request->call, format);
    const size_t known = hui()->document_diagnostic_count(document);
    char *output = member(request, "output");
    void *bytes = NULL;
    size_t size = 0;
    if (output)
        hui()->document_render_file(document, output, &how);
    else
        hui()->document_render_memory(document, &how, &bytes, &size);
    add_diagnostics(request, document, known);
    batch_bytes_print(result, ",\"pages\":%zu", hui()->document_page_count(document));
    if (output && request->status == HUI_STATUS_OK) {
        batch_bytes_print(result, ",\"output\":");
        batch_bytes_json(result, output);
    } else if (bytes) {
        batch_bytes_print(result, ",\"bytes\":%zu,\"data\":\"", size);
        batch_bytes_base64(result, bytes, size);
        batch_bytes_print(result, "\"");
    }
    hui()->free(bytes);
    hui()->free(output);
}

static void draw(worker_request *request, batch_bytes *result)
{
    const hui_template *template = find_template(request);
    if (!template || request->status != HUI_STATUS_OK)
        return;
    hui_document *document = read_document(request, template);
    add_diagnostics(request, document, 0);
    if (request->status == HUI_STATUS_OK)
        render(request, document, result);
    hui()->document_free(document);
}

static void finish(worker_request *request)
{
    for (size_t i = 0; i < REQUESTED; i++)
        hui()->free(request->texts[i]);
    hui()->rows_free(request->rows);
    batch_bytes_finish(&request->diagnostics);
}

void answer_request(worker_answerer *answerer, const char *line, size_t size, batch_bytes *answer)
{
    worker_request request = {.answerer = answerer, .call = *answerer->call};
    batch_bytes result = {0};
    open_request(&request, line, size);
    for (size_t i = 0; i < REQUESTED; i++)
        read_option(&request, i);
    if (request.status == HUI_STATUS_OK)
        draw(&request, &result);
    write_head(&request, answer);
    batch_bytes_add(answer, result.at, result.size);
    write_tail(&request, answer);
    batch_bytes_finish(&result);
    finish(&request);
}

void answer_fault(const char *line, size_t size, const char *code, const char *message, batch_bytes *answer)
{
    worker_request request = {0};
    open_request(&request, line, size);
    request.diagnostics.size = 0;
    add_fault(&request, code, message);
    write_head(&request, answer);
    write_tail(&request, answer);
    finish(&request);
}
