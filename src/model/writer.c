/* JSON writer: lines are broken everywhere at first, and joined again when a bracket closes and all fits. */
#include "model/writer.h"

#include <assert.h>
#include <string.h>

enum { LINE = 120 }; /* bytes */

static void new_line(hui_writer *w)
{
    hui_buffer_add_char(w->out, '\n');
    for (int i = 0; i < w->depth; i++)
        hui_buffer_add_string(w->out, "  ");
}

static void item(hui_writer *w)
{
    if (!w->is_first)
        hui_buffer_add_char(w->out, ',');
    if (w->depth > 0)
        new_line(w);
    w->is_first = false;
}

static void quote(hui_writer *w, const char *text)
{
    hui_buffer_add_char(w->out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            hui_buffer_add_char(w->out, '\\');
        hui_buffer_add_char(w->out, *text);
    }
    hui_buffer_add_char(w->out, '"');
}

static void begin(hui_writer *w, const char *key)
{
    item(w);
    if (!key)
        return;
    quote(w, key);
    hui_buffer_add_string(w->out, ": ");
}

/* Spaces behind the line end at `at`. */
static size_t indent(const hui_buffer *out, size_t at)
{
    return strspn(out->bytes + at + 1, " ");
}

/* Without the line ends from `start` on, which stand behind brackets and commas only; a space stays behind commas. */
static void join(hui_buffer *out, size_t start)
{
    size_t end = start;
    for (size_t at = start; at < out->size; at++) {
        if (out->bytes[at] != '\n') {
            out->bytes[end++] = out->bytes[at];
            continue;
        }
        if (out->bytes[at - 1] == ',')
            out->bytes[end++] = ' ';
        at += indent(out, at);
    }
    out->size = end;
    out->bytes[end] = 0;
}

/* How long the line would be that ends with what stands from `start` on. */
static size_t joined_length(const hui_buffer *out, size_t start)
{
    size_t line = start;
    while (line > 0 && out->bytes[line - 1] != '\n')
        line--;
    size_t length = start - line;
    for (size_t at = start; at < out->size && length <= LINE; at++) {
        if (out->bytes[at] != '\n')
            length++;
        else
            length += out->bytes[at - 1] == ',', at += indent(out, at);
    }
    return length;
}

void hui_writer_open(hui_writer *w, const char *key, char bracket)
{
    assert(w->depth < HUI_WRITER_DEPTH);
    begin(w, key);
    w->opened[w->depth++] = w->out->size;
    hui_buffer_add_char(w->out, bracket);
    w->is_first = true;
}

void hui_writer_close(hui_writer *w, char bracket)
{
    const size_t start = w->opened[--w->depth];
    if (!w->is_first)
        new_line(w);
    hui_buffer_add_char(w->out, bracket);
    w->is_first = false;
    const size_t comma = 1;
    if (w->depth > 0 && joined_length(w->out, start) + comma <= LINE)
        join(w->out, start);
}

void hui_writer_text(hui_writer *w, const char *key, const char *value)
{
    begin(w, key);
    quote(w, value);
}

void hui_writer_raw(hui_writer *w, const char *key, const char *json)
{
    begin(w, key);
    hui_buffer_add_string(w->out, json);
}

void hui_writer_number(hui_writer *w, const char *key, double value)
{
    begin(w, key);
    hui_buffer_add_number(w->out, value, 6);
}
