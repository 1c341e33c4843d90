/* Diagnostics as text for terminals and as JSON for programs. */
#include "base/utf8.h"
#include "facade/json_text.h"
#include "huibao.h"

#include <string.h>

/* Escape sequences by what they colour; all empty where there is no colour. */
typedef struct palette {
    const char *place, *error, *warning, *frame, *hint, *end;
} palette;

/* Columns of the first `characters` of the text. */
static int count_columns(const char *text, int characters)
{
    int columns = 0;
    while (*text && characters-- > 0)
        columns += hui_utf8_columns(hui_utf8_next(&text));
    return columns;
}

static const char *skip_characters(const char *text, int characters)
{
    while (*text && characters-- > 0)
        hui_utf8_next(&text);
    return text;
}

static void add_repeated(hui_buffer *out, char c, int count)
{
    while (count-- > 0)
        hui_buffer_add_char(out, c);
}

/* The source line behind its number, and carets under the place. */
static void add_excerpt(hui_buffer *out, const hui_diagnostic *d, const palette *colors, const char *severity)
{
    const char *at = skip_characters(d->source_line, d->source_column - 1);
    int before = count_columns(d->source_line, d->source_column - 1), carets = count_columns(at, d->length);
    hui_buffer_printf(out, "%s%5d |%s %s\n", colors->frame, d->line, colors->end, d->source_line);
    hui_buffer_printf(out, "%s      |%s ", colors->frame, colors->end);
    add_repeated(out, ' ', before);
    hui_buffer_add_string(out, severity);
    add_repeated(out, '^', carets > 0 ? carets : 1);
    hui_buffer_printf(out, "%s\n", colors->end);
}

static void add_text(hui_buffer *out, const hui_diagnostic *d, const palette *colors)
{
    bool is_error = d->severity == HUI_SEVERITY_ERROR;
    const char *severity = is_error ? colors->error : colors->warning;
    const char *file = d->file && *d->file ? d->file : "huibao";
    hui_buffer_printf(out, "%s%s:", colors->place, file);
    if (d->line > 0)
        hui_buffer_printf(out, "%d:%d:", d->line, d->column);
    hui_buffer_printf(out, "%s %s%s[%s]:%s %s\n", colors->end, severity, is_error ? "error" : "warning", d->code,
                      colors->end, d->message);
    if (d->source_line)
        add_excerpt(out, d, colors, severity);
    if (d->hint)
        hui_buffer_printf(out, "%s      = hint:%s %s\n", colors->hint, colors->end, d->hint);
}

void hui_json_text_add(hui_buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    hui_buffer_add_char(out, '"');
    while (text < end) {
        const unsigned char c = (unsigned char)*text;
        size_t valid = hui_utf8_find_invalid(text, (size_t)(end - text));
        if (valid == 0) {
            hui_buffer_add_string(out, "\\ufffd");
            text++;
        } else if (c == '"' || c == '\\') {
            hui_buffer_printf(out, "\\%c", c);
            text++;
        } else if (c < 0x20 || c == 0x7F) {
            hui_buffer_printf(out, "\\u%04x", c);
            text++;
        } else {
            const char *next = text;
            hui_utf8_next(&next);
            hui_buffer_add(out, text, (size_t)(next - text));
            text = next;
        }
    }
    hui_buffer_add_char(out, '"');
}

static void add_json_member(hui_buffer *out, const char *name, const char *text)
{
    if (!text)
        return;
    hui_buffer_printf(out, ",\"%s\":", name);
    hui_json_text_add(out, text);
}

/* "box": left, top, width, height, px. */
static void add_json_area(hui_buffer *out, const hui_diagnostic *d)
{
    const double box[] = {d->x, d->y, d->width, d->height};
    hui_buffer_printf(out, ",\"page\":%d,\"box\":[", d->page);
    for (int i = 0; i < 4; i++) {
        hui_buffer_add_string(out, i > 0 ? "," : "");
        hui_buffer_add_number(out, box[i], 1);
    }
    hui_buffer_add_char(out, ']');
}

static void add_json(hui_buffer *out, const hui_diagnostic *d)
{
    hui_buffer_printf(out, "{\"severity\":\"%s\"", d->severity == HUI_SEVERITY_ERROR ? "error" : "warning");
    add_json_member(out, "code", d->code);
    add_json_member(out, "file", d->file);
    if (d->line > 0)
        hui_buffer_printf(out, ",\"line\":%d,\"column\":%d,\"length\":%d", d->line, d->column, d->length);
    add_json_member(out, "pointer", d->pointer);
    add_json_member(out, "message", d->message);
    add_json_member(out, "hint", d->hint);
    if (d->page > 0)
        add_json_area(out, d);
    hui_buffer_add_string(out, "}\n");
}

char *hui_diagnostic_text(const hui_diagnostic *diagnostic, hui_diagnostic_style style)
{
    static const palette plain = {"", "", "", "", "", ""};
    static const palette color = {"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[36m", "\x1b[0m"};
    hui_buffer out = {0};
    switch (style) {
    case HUI_DIAGNOSTIC_PLAIN:
        add_text(&out, diagnostic, &plain);
        break;
    case HUI_DIAGNOSTIC_COLOR:
        add_text(&out, diagnostic, &color);
        break;
    case HUI_DIAGNOSTIC_JSON:
        add_json(&out, diagnostic);
        break;
    }
    return out.bytes;
}
