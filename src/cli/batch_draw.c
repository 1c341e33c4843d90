/* What a worker of a batch does with a row. */
#include "cli/batch.h"

#include "cli/library.h"
#include "cli/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void batch_row_pack(const batch_row *row, batch_bytes *request)
{
    request->size = 0;
    batch_bytes_add(request, &row->number, sizeof row->number);
    batch_bytes_add(request, row->name, strlen(row->name) + 1);
    batch_bytes_add(request, row->json, strlen(row->json) + 1);
}

/* What it reads is the request's. */
static batch_row unpack(char *request)
{
    batch_row row;
    memcpy(&row.number, request, sizeof row.number);
    row.name = request + sizeof row.number;
    row.json = row.name + strlen(row.name) + 1;
    return row;
}

/* What a row has come to. */
typedef struct outcome {
    const batch_plan *plan;
    const batch_row *row;
    hui_document *document;
    hui_status status;
    batch_bytes paths, sizes, messages, diagnostics; /* lists, but for the messages */
} outcome;

static void add_diagnostic(outcome *out, const hui_diagnostic *diagnostic)
{
    const bool is_error = diagnostic->severity == HUI_SEVERITY_ERROR;
    report_add_json(&out->diagnostics, diagnostic);
    if (!is_error && !out->plan->report->strict)
        return;
    char *text = hui()->diagnostic_text(diagnostic, out->plan->report->style);
    batch_bytes_add(&out->messages, text, strlen(text));
    hui()->free(text);
    status_raise(&out->status, HUI_STATUS_INPUT);
}

static void add_diagnostics(outcome *out, size_t first)
{
    const size_t count = hui()->document_diagnostic_count(out->document);
    for (size_t i = first; i < count; i++)
        add_diagnostic(out, hui()->document_diagnostic(out->document, i));
    status_raise(&out->status, hui()->document_status(out->document));
}

/* Whether another row's file has this name: a page's, as rows' own names were compared before. */
static bool is_taken(outcome *out, const char *path, size_t page)
{
    char message[96];
    const size_t stem = (size_t)(strrchr(path, '.') - path);
    const size_t owner = page > 0 ? batch_key_file_find(&out->plan->names, batch_key_of(path, stem)) : 0;
    if (owner == 0 || owner == out->row->number)
        return false;
    snprintf(message, sizeof message, "the file of page %zu would be that of row %zu", page, owner);
    add_diagnostic(out, &(hui_diagnostic){.severity = HUI_SEVERITY_ERROR,
                                          .code = "taken-name",
                                          .file = path,
                                          .pointer = "",
                                          .message = message,
                                          .hint = "put more into the names of files"});
    return true;
}

static void add_file(outcome *out, const char *path)
{
    struct stat entry;
    const char *comma = out->paths.size > 0 ? "," : "";
    batch_bytes_print(&out->sizes, "%s%lld", comma, stat(path, &entry) == 0 ? (long long)entry.st_size : 0);
    batch_bytes_print(&out->paths, "%s", comma);
    batch_bytes_json(&out->paths, path);
}

static void draw_file(outcome *out, const batch_files *file)
{
    hui_render_options how = render_options(out->plan->call, out->plan->formats.at[file->format].name);
    how.threads = 1;
    if (file->page > 0)
        how.page = (int)file->page;
    const size_t known = hui()->document_diagnostic_count(out->document);
    if (is_taken(out, file->path, file->page))
        return;
    const hui_status status = hui()->document_render_file(out->document, file->path, &how);
    add_diagnostics(out, known);
    if (status == HUI_STATUS_OK)
        add_file(out, file->path);
}

static void draw_files(outcome *out)
{
    batch_files files = batch_files_of(out->plan, out->row->name, hui()->document_page_count(out->document));
    while (batch_files_next(&files)) {
        draw_file(out, &files);
        free(files.path);
    }
}

static void add_inputs(batch_bytes *answer, const hui_document *document)
{
    const size_t count = document ? hui()->document_file_count(document) : 0;
    for (size_t i = 0; i < count; i++) {
        const char *path = hui()->document_file(document, i);
        batch_bytes_add(answer, path, strlen(path) + 1);
    }
    batch_bytes_add(answer, "", 1);
}

/* A byte, two texts that end in NULs, and the rest. */
static void write_answer(outcome *out, batch_bytes *answer)
{
    const char status = (char)out->status;
    batch_bytes_add(answer, &status, 1);
    batch_bytes_add(answer, out->messages.at, out->messages.size);
    batch_bytes_add(answer, "", 1);
    add_inputs(answer, out->document);
    batch_bytes_print(answer, "\"status\":\"%s\",\"pages\":%zu,\"files\":[",
                      out->status == HUI_STATUS_OK ? "done" : "failed",
                      out->document ? hui()->document_page_count(out->document) : 0);
    batch_bytes_add(answer, out->paths.at, out->paths.size);
    batch_bytes_print(answer, "],\"bytes\":[");
    batch_bytes_add(answer, out->sizes.at, out->sizes.size);
    batch_bytes_print(answer, "],\"diagnostics\":[");
    batch_bytes_add(answer, out->diagnostics.at, out->diagnostics.size);
    batch_bytes_print(answer, "]");
    batch_bytes_finish(&out->paths);
    batch_bytes_finish(&out->sizes);
    batch_bytes_finish(&out->messages);
    batch_bytes_finish(&out->diagnostics);
}

void batch_draw(const batch_plan *plan, char *request, batch_bytes *answer)
{
    const batch_row row = unpack(request);
    const hui_row *data;
    outcome out = {.plan = plan, .row = &row};
    hui_rows *rows = hui()->rows_read(plan->call->values[OPTION_DATA], row.json, strlen(row.json),
                                      &(hui_rows_options){.format = "ndjson", .first_number = row.number});
    hui()->rows_next(rows, &data);
    out.document = hui()->document_from_template(plan->context, plan->template, data);
    add_diagnostics(&out, 0);
    if (out.status == HUI_STATUS_OK)
        draw_files(&out);
    write_answer(&out, answer);
    hui()->document_free(out.document);
    hui()->rows_free(rows);
}

void batch_answer_make(const batch_plan *plan, const hui_diagnostic *error, batch_bytes *bytes)
{
    outcome out = {.plan = plan};
    add_diagnostic(&out, error);
    write_answer(&out, bytes);
}

batch_answer batch_answer_read(const char *bytes, size_t size)
{
    batch_answer answer = {.status = (hui_status)bytes[0], .messages = bytes + 1};
    answer.inputs = answer.messages + strlen(answer.messages) + 1;
    const char *end = answer.inputs;
    while (*end)
        end += strlen(end) + 1;
    answer.members = end + 1;
    answer.size = size - (size_t)(answer.members - bytes);
    return answer;
}
