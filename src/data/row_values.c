/* Rows of a JSON file: the items of an array, each read when its turn comes. */
#include "data/row_source.h"

#include <string.h>

/* Where the window stands. */
typedef struct array {
    size_t columns; /* characters of the window's first line that were left behind */
    bool is_ended;  /* or an error ended it */
} array;

/* How far an item was looked through. */
typedef struct scan {
    size_t at, depth;
    bool is_string, is_escaped;
} scan;

/* Of what the window begins with. */
static hui_place place_of(const hui_row_reader *r)
{
    const array *a = r->state;
    size_t size;
    const char *window = hui_byte_stream_window(r->stream, &size);
    hui_source *source = HUI_NEW(r->diags->arena, hui_source);
    *source = (hui_source){r->origin.name, window ? window : "", size, r->line, a->columns};
    const char *row = r->number ? hui_arena_printf(r->diags->arena, "row %zu", r->number) : NULL;
    return (hui_place){source, 0, 1, "", row};
}

static bool fail(hui_row_reader *r, const char *message)
{
    array *a = r->state;
    a->is_ended = true;
    if (!hui_byte_stream_failed(r->stream))
        hui_diags_add(r->diags, HUI_CODE_BAD_DATA, place_of(r), "such as [{\"city\": \"呼和浩特\"}]", r->origin.name,
                      message);
    return false;
}

static void leave(hui_row_reader *r, size_t size)
{
    array *a = r->state;
    size_t all;
    const char *at = hui_byte_stream_window(r->stream, &all), *const end = at + size;
    for (; at < end; at++)
        if (*at == '\n') {
            r->line++;
            a->columns = 0;
        } else {
            a->columns += ((unsigned char)*at & 0xC0) != 0x80;
        }
    hui_byte_stream_leave(r->stream, size);
}

/* Moves the window to what follows white space, whose first byte it returns; 0 at the end. */
static char skip_space(hui_row_reader *r)
{
    size_t size;
    for (;;) {
        const char *window = hui_byte_stream_window(r->stream, &size);
        size_t i = 0;
        while (i < size && strchr(" \t\r\n", window[i]) && window[i])
            i++;
        const char found = i < size ? window[i] : 0;
        if (i > 0)
            leave(r, i);
        if (i < size || !hui_byte_stream_more(r->stream))
            return found;
    }
}

/* Goes on to the value's end, as far as brackets and quotes tell; false if it is not among these bytes. */
static bool find_end(scan *s, const char *bytes, size_t size)
{
    for (; s->at < size; s->at++) {
        const char c = bytes[s->at];
        if (s->is_string) {
            s->is_string = s->is_escaped || c != '"';
            s->is_escaped = !s->is_escaped && c == '\\';
        } else if (c == '"') {
            s->is_string = true;
        } else if (c == '{' || c == '[') {
            s->depth++;
        } else if (s->depth == 0 && (c == ',' || c == ']' || c == '}')) {
            return true;
        } else if ((c == '}' || c == ']') && --s->depth == 0) {
            s->at++;
            return true;
        }
    }
    return false;
}

/* The size of the item that the window begins with. False after a diagnostic. */
static bool measure_item(hui_row_reader *r, size_t *size)
{
    scan s = {0};
    const char *window = hui_byte_stream_window(r->stream, size);
    while (!find_end(&s, window, *size)) {
        if (*size > r->options.max_row_bytes)
            return fail(
                r, hui_arena_printf(r->diags->arena, "the item has more than %zu bytes", r->options.max_row_bytes));
        if (!hui_byte_stream_more(r->stream))
            return fail(r, "its array is not closed");
        window = hui_byte_stream_window(r->stream, size);
    }
    *size = s.at;
    return true;
}

static bool read_item(hui_row_reader *r, hui_arena *arena, size_t size, hui_value *row)
{
    array *a = r->state;
    size_t all;
    const hui_reading reading = {.arena = arena,
                                 .name = r->origin.name,
                                 .diags = r->diags,
                                 .lines_before = r->line,
                                 .columns_before = a->columns};
    a->is_ended = !hui_json_text_read(&reading, hui_byte_stream_window(r->stream, &all), size, row);
    return !a->is_ended;
}

/* Types that were said; members without one stay as they are. */
static bool convert(hui_row_reader *r, hui_arena *arena, hui_value *row)
{
    bool is_fine = true;
    if (row->kind != HUI_VALUE_OBJECT) {
        hui_diags_add(r->diags, HUI_CODE_BAD_DATA, place_of(r), "such as [{\"city\": \"呼和浩特\"}]", r->origin.name,
                      "its items must be objects");
        return false;
    }
    if (!r->options.columns)
        return true;
    hui_member *members = hui_arena_copy(arena, row->members, row->count * sizeof *members);
    for (uint32_t i = 0; i < row->count; i++) {
        const hui_row_column column = {.name = members[i].key, .type = hui_row_said_type(r, members[i].key)};
        const hui_value given = members[i].value;
        if (hui_column_convert(arena, column.type, given, &members[i].value))
            continue;
        hui_row_report_cell(r, place_of(r), &column, given);
        is_fine = false;
    }
    row->members = members;
    return is_fine;
}

static void end_array(hui_row_reader *r)
{
    array *a = r->state;
    leave(r, 1);
    a->is_ended = true;
    if (skip_space(r))
        fail(r, "something follows its array");
}

/* Whether the window begins with an item. */
static bool find_item(hui_row_reader *r)
{
    const array *a = r->state;
    if (a->is_ended)
        return false;
    const char found = skip_space(r);
    if (found == ']') {
        end_array(r);
        return false;
    }
    if (r->number > 0 && found != ',')
        return fail(r, found ? "a comma must stand between its items" : "its array is not closed");
    if (r->number > 0)
        leave(r, 1);
    return true;
}

static hui_row_status next(hui_row_reader *r, hui_arena *arena, hui_value *row)
{
    size_t size;
    if (!find_item(r))
        return HUI_ROW_END;
    r->number++;
    skip_space(r);
    if (!measure_item(r, &size) || !read_item(r, arena, size, row))
        return HUI_ROW_END;
    const bool is_fine = convert(r, arena, row);
    leave(r, size);
    return is_fine ? HUI_ROW_GOOD : HUI_ROW_BAD;
}

/* Up to the items. */
static bool begin(hui_row_reader *r)
{
    array *a = r->state;
    size_t size;
    *a = (array){0};
    hui_byte_stream_more(r->stream);
    const char *window = hui_byte_stream_window(r->stream, &size);
    if (size >= 3 && !memcmp(window, "\xEF\xBB\xBF", 3))
        hui_byte_stream_leave(r->stream, 3);
    if (skip_space(r) != '[')
        return fail(r, "it must hold an array of rows");
    leave(r, 1);
    return !hui_byte_stream_failed(r->stream);
}

static bool rewind_values(hui_row_reader *r)
{
    return hui_byte_stream_rewind(r->stream) && begin(r);
}

bool hui_row_values_open(hui_row_reader *r)
{
    r->next = next;
    r->rewind = rewind_values;
    r->state = HUI_NEW(r->arena, array);
    r->stream = hui_byte_stream_open(r->arena, &r->origin, r->options.encoding, r->diags);
    return r->stream && begin(r);
}
