/* Rows of CSV, in a window that moves along the file. */
#include "data/csv.h"
#include "data/row_source.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

typedef struct state {
    const char *delimiter;
    HUI_VEC(hui_csv_cell) cells; /* of the row under way */
} state;

/* A row that was stepped over. */
typedef struct span {
    char *start;
    size_t size, cells;
    bool is_open; /* a quote in it is not closed */
} span;

/* Cells up to the row's end; MORE if the window ends first. */
static hui_csv_end scan(hui_row_reader *r, span *row)
{
    state *s = r->state;
    size_t size;
    char *window = hui_byte_stream_window(r->stream, &size);
    hui_csv csv = {window, window + size, s->delimiter, strlen(s->delimiter), !hui_byte_stream_at_end(r->stream)};
    hui_csv_end end;
    *row = (span){.start = window};
    s->cells.count = 0;
    do {
        hui_csv_cell *cell = hui_vec_push(r->arena, &s->cells);
        end = hui_csv_next(&csv, cell);
        row->is_open |= cell->is_open;
    } while (end == HUI_CSV_CELL);
    row->size = (size_t)((end == HUI_CSV_TEXT ? csv.end : csv.at) - window);
    row->cells = s->cells.count;
    return end;
}

static bool report_long(hui_row_reader *r)
{
    size_t size;
    const char *window = hui_byte_stream_window(r->stream, &size);
    r->number++;
    hui_diags_add(r->diags, HUI_CODE_BAD_DATA, hui_row_place(r, window, size, 0, 1), "is a quote not closed?",
                  r->origin.name,
                  hui_arena_printf(r->arena, "the row has more than %zu bytes", r->options.max_row_bytes));
    return false;
}

/* Whole, in the window. False at the end or after a diagnostic. */
static bool find_row(hui_row_reader *r, span *row)
{
    size_t size;
    for (;;) {
        hui_byte_stream_window(r->stream, &size);
        if (size > 0 && scan(r, row) != HUI_CSV_MORE)
            return true;
        if (size > r->options.max_row_bytes)
            return report_long(r);
        if (!hui_byte_stream_more(r->stream) && (size == 0 || hui_byte_stream_failed(r->stream)))
            return false;
    }
}

static void leave(hui_row_reader *r, const span *row, size_t lines)
{
    hui_byte_stream_leave(r->stream, row->size);
    r->line += lines;
}

static size_t count_lines(const span *row)
{
    size_t count = 0;
    const char *at = row->start, *end = at + row->size;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        count++;
    }
    return count;
}

static bool is_blank(const hui_row_reader *r, const span *row)
{
    const state *s = r->state;
    return row->cells == 1 && s->cells.at[0].start == s->cells.at[0].end && row->start == s->cells.at[0].start;
}

/* Fault of the whole row: of its bytes, or of its quotes. */
static bool check_row(hui_row_reader *r, const span *row)
{
    const char *nul = memchr(row->start, '\0', row->size);
    size_t bad = hui_utf8_find_invalid(row->start, row->size);
    bad = nul && (size_t)(nul - row->start) < bad ? (size_t)(nul - row->start) : bad;
    if (bad == row->size && !row->is_open)
        return true;
    if (hui_diags_full(r->diags))
        return false;
    if (bad == row->size) {
        const hui_csv_cell *last = &((state *)r->state)->cells.at[row->cells - 1];
        hui_diags_add(r->diags, HUI_CODE_BAD_DATA,
                      hui_row_place(r, row->start, row->size, (size_t)(last->start - row->start) - 1, 1), NULL,
                      r->origin.name, "the quote is not closed");
        return false;
    }
    hui_diags_add(r->diags, HUI_CODE_BAD_ENCODING, hui_row_place(r, row->start, row->size, bad, 1),
                  "save the file as UTF-8, or say its encoding, such as GB18030",
                  hui_arena_printf(r->arena, "the byte 0x%02X is not valid UTF-8 here",
                                   (unsigned)(unsigned char)row->start[bad]));
    return false;
}

static void warn_ragged(hui_row_reader *r, const span *row)
{
    if (row->cells == r->column_count || r->diags->warning_count > 200)
        return;
    hui_diags_add(r->diags, HUI_CODE_ODD_DATA, hui_row_place(r, row->start, row->size, 0, row->size), NULL,
                  hui_arena_printf(r->arena, "the row has %zu cells, the header %zu", row->cells, r->column_count));
}

/* Cells that the row lacks are not members. */
static bool make_row(hui_row_reader *r, hui_arena *arena, const span *row, hui_value *made)
{
    const state *s = r->state;
    const size_t count = row->cells < r->column_count ? row->cells : r->column_count;
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, count);
    char *copy = NULL; /* of the row as it stands, for messages: values are made in place */
    bool is_fine = true;
    made->kind = HUI_VALUE_OBJECT;
    made->count = 0;
    made->members = members;
    for (size_t i = 0; i < count; i++) {
        const hui_row_column *column = &r->columns[i];
        const size_t offset = (size_t)(s->cells.at[i].start - row->start);
        if (column->is_dropped)
            continue;
        if (column->is_said && !copy)
            copy = hui_arena_copy(arena, row->start, row->size);
        const hui_value cell = hui_csv_value(&s->cells.at[i]);
        hui_member *member = &members[made->count++];
        member->key = column->name;
        if (hui_column_convert(arena, column->type, cell, &member->value))
            continue;
        is_fine = false;
        if (!hui_diags_full(r->diags))
            hui_row_report_cell(r, hui_row_place(r, copy, row->size, offset, cell.count), column, cell);
    }
    return is_fine;
}

static hui_row_status next(hui_row_reader *r, hui_arena *arena, hui_value *made)
{
    span row;
    do {
        if (!find_row(r, &row))
            return HUI_ROW_END;
        if (is_blank(r, &row))
            leave(r, &row, count_lines(&row));
    } while (is_blank(r, &row));
    r->number++;
    const size_t lines = count_lines(&row);
    bool is_fine = check_row(r, &row);
    if (is_fine) {
        warn_ragged(r, &row);
        is_fine = make_row(r, arena, &row, made);
    }
    leave(r, &row, lines);
    return is_fine ? HUI_ROW_GOOD : HUI_ROW_BAD;
}

static void warn_header(hui_row_reader *r, const span *row, size_t index, const char *what)
{
    const state *s = r->state;
    const hui_csv_cell *cell = &s->cells.at[index];
    hui_place place =
        hui_row_place(r, row->start, row->size, (size_t)(cell->start - row->start), (size_t)(cell->end - cell->start));
    place.row = NULL;
    hui_diags_add(r->diags, HUI_CODE_ODD_DATA, place, NULL,
                  hui_arena_printf(r->arena, "the header of column %zu is %s", index + 1, what));
}

/* Of columns of one name, the last one counts. */
static bool drop_doubles(hui_row_reader *r, size_t index)
{
    bool is_double = false;
    for (size_t i = 0; i < index; i++)
        if (!strcmp(r->columns[i].name, r->columns[index].name))
            is_double = r->columns[i].is_dropped = true;
    return is_double;
}

/* Spaces around names are nobody's wish. */
static const char *column_name(hui_arena *arena, const hui_csv_cell *cell)
{
    const hui_csv_cell whole = *cell;
    char *text = hui_arena_string_n(arena, whole.start, (size_t)(whole.end - whole.start));
    const hui_csv_cell copy = {text, text + (whole.end - whole.start), whole.has_quotes, false};
    hui_csv_value(&copy);
    text += strspn(text, " ");
    for (size_t length = strlen(text); length > 0 && text[length - 1] == ' ';)
        text[--length] = '\0';
    return text;
}

static bool read_header(hui_row_reader *r)
{
    state *s = r->state;
    span row;
    size_t size;
    if (!hui_byte_stream_more(r->stream) && hui_byte_stream_failed(r->stream))
        return false;
    const char *window = hui_byte_stream_window(r->stream, &size);
    if (size >= 3 && !memcmp(window, "\xEF\xBB\xBF", 3))
        hui_byte_stream_leave(r->stream, 3);
    if (!find_row(r, &row))
        return !hui_byte_stream_failed(r->stream) && r->number == 0; /* an empty file has no columns and no rows */
    if (!check_row(r, &row))
        return false;
    r->columns = HUI_NEW_ARRAY(r->arena, hui_row_column, row.cells);
    r->column_count = row.cells;
    for (size_t i = 0; i < row.cells; i++) {
        r->columns[i].name = column_name(r->arena, &s->cells.at[i]);
        r->columns[i].type = hui_row_said_type(r, r->columns[i].name);
        r->columns[i].is_said = r->columns[i].type.kind != HUI_COLUMN_OPEN;
        if (!*r->columns[i].name)
            warn_header(r, &row, i, "empty");
        else if (drop_doubles(r, i))
            warn_header(r, &row, i, "that of another column; the last one counts");
    }
    leave(r, &row, count_lines(&row));
    return true;
}

/* A pass of its own: what the cells of columns can be, where nobody said it. What is wrong with rows is said later. */
static bool find_types(hui_row_reader *r)
{
    const state *s = r->state;
    hui_column_guess *guesses = HUI_NEW_ARRAY(r->arena, hui_column_guess, r->column_count);
    span row;
    bool is_wanted = false;
    for (size_t i = 0; i < r->column_count; i++)
        is_wanted |= r->columns[i].type.kind == HUI_COLUMN_OPEN;
    while (is_wanted && find_row(r, &row)) {
        for (size_t i = 0; i < row.cells && i < r->column_count; i++)
            hui_column_guess_see(&guesses[i], s->cells.at[i].start,
                                 (size_t)(s->cells.at[i].end - s->cells.at[i].start));
        r->number += !is_blank(r, &row);
        leave(r, &row, count_lines(&row));
    }
    for (size_t i = 0; i < r->column_count; i++)
        if (r->columns[i].type.kind == HUI_COLUMN_OPEN)
            r->columns[i].type.kind = hui_column_guess_kind(&guesses[i]);
    return !hui_byte_stream_failed(r->stream);
}

static bool skip_header(hui_row_reader *r)
{
    span row;
    size_t size;
    if (!hui_byte_stream_rewind(r->stream))
        return false;
    hui_byte_stream_more(r->stream);
    const char *window = hui_byte_stream_window(r->stream, &size);
    if (size >= 3 && !memcmp(window, "\xEF\xBB\xBF", 3))
        hui_byte_stream_leave(r->stream, 3);
    if (find_row(r, &row))
        leave(r, &row, count_lines(&row));
    return !hui_byte_stream_failed(r->stream);
}

static bool check_said(const hui_row_reader *r)
{
    bool is_fine = true;
    const hui_json *columns = r->options.columns;
    for (const hui_json *said = columns ? columns->first : NULL; said; said = said->next) {
        size_t i = 0;
        while (i < r->column_count && strcmp(r->columns[i].name, said->key) != 0)
            i++;
        if (i < r->column_count)
            continue;
        const char **names = HUI_NEW_ARRAY(r->arena, const char *, r->column_count + 1);
        for (i = 0; i < r->column_count; i++)
            names[i] = r->columns[i].name;
        hui_diags_add(r->diags, HUI_CODE_UNKNOWN_COLUMN, hui_json_key_place(r->arena, said),
                      hui_word_hint(r->arena, said->key, names, r->column_count), said->key);
        is_fine = false;
    }
    return is_fine;
}

bool hui_row_csv_open(hui_row_reader *r, const char *delimiter)
{
    state *s = HUI_NEW(r->arena, state);
    s->delimiter = r->options.delimiter && *r->options.delimiter ? r->options.delimiter : delimiter;
    r->state = s;
    r->next = next;
    r->rewind = skip_header;
    r->stream = hui_byte_stream_open(r->arena, &r->origin, r->options.encoding, r->diags);
    if (!r->stream || !read_header(r) || !check_said(r))
        return false;
    const size_t errors = r->diags->error_count;
    if (!find_types(r) || r->diags->error_count > errors)
        return false;
    r->line = 0;
    if (!skip_header(r))
        return false;
    r->number = 0;
    return true;
}
