/* Rows of NDJSON: an object on each line. */
#include "data/row_source.h"

#include <string.h>

static bool is_blank(const char *line, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!strchr(" \t\r", line[i]))
            return false;
    return true;
}

/* The next line, without its end. False at the end or after a diagnostic. */
static bool find_line(hui_row_reader *r, char **line, size_t *size, size_t *taken)
{
    for (;;) {
        size_t all;
        *line = hui_byte_stream_window(r->stream, &all);
        char *end = all ? memchr(*line, '\n', all) : NULL;
        *size = end ? (size_t)(end - *line) : all;
        *taken = *size + (end != NULL);
        if (end || (hui_byte_stream_at_end(r->stream) && all > 0))
            return !hui_byte_stream_failed(r->stream);
        if (all > r->options.max_row_bytes) {
            r->number++;
            hui_diags_add(r->diags, HUI_CODE_BAD_DATA, hui_row_place(r, *line, all, 0, 1), NULL, r->origin.name,
                          hui_arena_printf(r->arena, "the line has more than %zu bytes", r->options.max_row_bytes));
            return false;
        }
        if (!hui_byte_stream_more(r->stream) && (all == 0 || hui_byte_stream_failed(r->stream)))
            return false;
    }
}

/* Types that were said; members without one stay as they are. */
static bool convert(hui_row_reader *r, hui_arena *arena, const char *line, size_t size, hui_value *row)
{
    bool is_fine = true;
    if (!r->options.columns)
        return true;
    hui_member *members = hui_arena_copy(arena, row->members, row->count * sizeof *members);
    for (uint32_t i = 0; i < row->count; i++) {
        const hui_row_column column = {.name = members[i].key, .type = hui_row_said_type(r, members[i].key)};
        const hui_value given = members[i].value;
        if (hui_column_convert(arena, column.type, given, &members[i].value))
            continue;
        hui_row_report_cell(r, hui_row_place(r, line, size, 0, 1), &column, given);
        is_fine = false;
    }
    row->members = members;
    return is_fine;
}

static bool read_line(hui_row_reader *r, hui_arena *arena, const char *line, size_t size, hui_value *row)
{
    const hui_reading reading = {.arena = arena, .name = r->origin.name, .diags = r->diags, .lines_before = r->line};
    if (!hui_json_text_read(&reading, line, size, row))
        return false;
    if (row->kind == HUI_VALUE_OBJECT)
        return convert(r, arena, line, size, row);
    hui_diags_add(r->diags, HUI_CODE_BAD_DATA, hui_row_place(r, line, size, 0, size),
                  "such as {\"city\": \"呼和浩特\"}", r->origin.name, "each line must hold an object");
    return false;
}

static hui_row_status next(hui_row_reader *r, hui_arena *arena, hui_value *row)
{
    char *line;
    size_t size, taken;
    for (;;) {
        if (!find_line(r, &line, &size, &taken))
            return HUI_ROW_END;
        if (!is_blank(line, size))
            break;
        hui_byte_stream_leave(r->stream, taken);
        r->line++;
    }
    r->number++;
    const bool is_fine = read_line(r, arena, line, size, row);
    hui_byte_stream_leave(r->stream, taken);
    r->line++;
    return is_fine ? HUI_ROW_GOOD : HUI_ROW_BAD;
}

static void skip_mark(hui_row_reader *r)
{
    size_t size;
    hui_byte_stream_more(r->stream);
    const char *window = hui_byte_stream_window(r->stream, &size);
    if (size >= 3 && !memcmp(window, "\xEF\xBB\xBF", 3))
        hui_byte_stream_leave(r->stream, 3);
}

static bool rewind_lines(hui_row_reader *r)
{
    if (!hui_byte_stream_rewind(r->stream))
        return false;
    skip_mark(r);
    return !hui_byte_stream_failed(r->stream);
}

bool hui_row_lines_open(hui_row_reader *r)
{
    r->next = next;
    r->rewind = rewind_lines;
    r->stream = hui_byte_stream_open(r->arena, &r->origin, r->options.encoding, r->diags);
    if (!r->stream)
        return false;
    skip_mark(r);
    return !hui_byte_stream_failed(r->stream);
}
