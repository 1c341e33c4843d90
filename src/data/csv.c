/* CSV and its kin (RFC 4180, with d3's tolerance): cells become strings that stand in a copy of the text. */
#include "data/reading.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <stdio.h>
#include <string.h>

/* What follows a cell. */
typedef enum cell_end { ANOTHER_CELL, END_OF_ROW, END_OF_TEXT } cell_end;

typedef struct csv {
    char *at, *end; /* *end is writable, too */
    const char *delimiter;
    size_t delimiter_size;
} csv;

typedef HUI_VEC(const char *) names;

static hui_value cell_value(char *text, char *end)
{
    *end = '\0';
    return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)(end - text), .string = text};
}

static bool is_delimiter(const csv *c, const char *at)
{
    return *at == *c->delimiter && (size_t)(c->end - at) >= c->delimiter_size &&
           memcmp(at, c->delimiter, c->delimiter_size) == 0;
}

/* A line end at `at` is left behind: \n, \r\n or \r. */
static char *skip_line_end(const csv *c, char *at)
{
    return *at == '\r' && at + 1 < c->end && at[1] == '\n' ? at + 2 : at + 1;
}

/* Whatever comes after the closing quote ends the cell, as in d3. */
static cell_end end_quoted(csv *c, char *at)
{
    if (at >= c->end)
        return END_OF_TEXT;
    if (*at == '\n' || *at == '\r') {
        c->at = skip_line_end(c, at);
        return END_OF_ROW;
    }
    if (is_delimiter(c, at)) {
        c->at = at + c->delimiter_size;
        return ANOTHER_CELL;
    }
    for (c->at = at + 1; c->at < c->end && (*c->at & 0xC0) == 0x80;)
        c->at++;
    return ANOTHER_CELL;
}

/* Doubled quotes are joined where they stand. */
static cell_end read_quoted(csv *c, hui_value *cell)
{
    char *const text = c->at + 1, *to = text, *from = text;
    while (from < c->end) {
        char *const quote = memchr(from, '"', (size_t)(c->end - from));
        char *const stop = quote ? quote : c->end;
        if (to != from)
            memmove(to, from, (size_t)(stop - from));
        to += stop - from;
        from = stop + (quote != NULL);
        if (!quote || from >= c->end || *from != '"')
            break;
        *to++ = '"';
        from++;
    }
    const cell_end end = end_quoted(c, from);
    *cell = cell_value(text, to);
    return end;
}

static cell_end read_cell(csv *c, hui_value *cell)
{
    if (c->at < c->end && *c->at == '"')
        return read_quoted(c, cell);
    char *const text = c->at, *at = text;
    const char delimiter = *c->delimiter;
    for (; at < c->end; at++) {
        if (*at == '\n' || *at == '\r') {
            c->at = skip_line_end(c, at);
            *cell = cell_value(text, at);
            return END_OF_ROW;
        }
        if (*at == delimiter && is_delimiter(c, at)) {
            c->at = at + c->delimiter_size;
            *cell = cell_value(text, at);
            return ANOTHER_CELL;
        }
    }
    *cell = cell_value(text, at);
    return END_OF_TEXT;
}

/* Line ends: rows there are at most, as quoted cells may hold some. */
static size_t count_lines(const csv *c)
{
    size_t count = 1;
    for (const char *at = c->at; at < c->end; at++)
        count += *at == '\n' || (*at == '\r' && at[1] != '\n');
    return count;
}

static names read_header(hui_arena *arena, csv *c, cell_end *end)
{
    names header = {0};
    do {
        hui_value cell;
        *end = read_cell(c, &cell);
        *hui_vec_push(arena, &header) = cell.string;
    } while (*end == ANOTHER_CELL);
    return header;
}

/* Cells that a row lacks are empty, and those beyond the header are dropped. */
static cell_end read_row(csv *c, hui_value *const *columns, size_t column_count, size_t row)
{
    size_t column = 0;
    cell_end end;
    do {
        hui_value cell;
        end = read_cell(c, &cell);
        if (column < column_count)
            columns[column++][row] = cell;
    } while (end == ANOTHER_CELL);
    for (; column < column_count; column++)
        columns[column][row] = (hui_value){.kind = HUI_VALUE_STRING, .string = ""};
    return end;
}

static hui_table *read_rows(const hui_reading *reading, csv *c, size_t size)
{
    cell_end end;
    const names header = read_header(reading->arena, c, &end);
    const size_t most = end == END_OF_TEXT ? 0 : count_lines(c);
    if (!hui_rows_fit(reading, most, header.count, size))
        return NULL;
    hui_table *table = hui_table_new(reading->arena, most);
    hui_value **columns = HUI_NEW_ARRAY(reading->arena, hui_value *, header.count);
    for (size_t i = 0; i < header.count; i++)
        columns[i] = hui_table_add(table, header.at[i]);
    for (table->rows = 0; end != END_OF_TEXT; table->rows++) {
        if (table->rows == reading->max_rows)
            return hui_rows_counted(reading, most), NULL;
        end = read_row(c, columns, header.count, table->rows);
    }
    return table;
}

static bool check_encoding(const hui_reading *reading, const char *bytes, size_t size)
{
    size_t bad = hui_utf8_find_invalid(bytes, size);
    const char *const nul = memchr(bytes, '\0', bad);
    if (nul)
        bad = (size_t)(nul - bytes);
    if (bad == size)
        return true;
    hui_source *source = HUI_NEW(reading->arena, hui_source);
    *source = (hui_source){reading->name, hui_arena_copy(reading->arena, bytes, size), size};
    char message[64];
    snprintf(message, sizeof message, "the byte 0x%02X is not valid UTF-8 here", (unsigned char)bytes[bad]);
    hui_diags_add(reading->diags, HUI_CODE_BAD_ENCODING, (hui_place){source, bad, 1, "", NULL},
                  "save the file as UTF-8; is it GBK or Latin-1?", message);
    return false;
}

hui_table *hui_csv_read(hui_reading *reading, const char *bytes, size_t size, const char *delimiter)
{
    if (!check_encoding(reading, bytes, size))
        return NULL;
    if (size == 0)
        return hui_table_new(reading->arena, 0);
    char *const text = hui_arena_string_n(reading->arena, bytes, size);
    hui_source *source = HUI_NEW(reading->arena, hui_source);
    *source = (hui_source){reading->name, bytes, size};
    reading->source = source;
    reading->text = text;
    csv c = {text, text + size, delimiter, strlen(delimiter)};
    if (c.end > c.at && c.end[-1] == '\n')
        c.end--;
    if (c.end > c.at && c.end[-1] == '\r')
        c.end--;
    return read_rows(reading, &c, size);
}
