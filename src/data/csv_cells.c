/* Cells of CSV, stepped over where they stand. */
#include "data/csv.h"

#include <string.h>

static bool is_delimiter(const hui_csv *c, const char *at)
{
    return *at == *c->delimiter && (size_t)(c->end - at) >= c->delimiter_size &&
           memcmp(at, c->delimiter, c->delimiter_size) == 0;
}

/* What may look otherwise once more is read: half a line end, half a delimiter. */
static bool is_undecided(const hui_csv *c, const char *at)
{
    return c->is_part && (size_t)(c->end - at) < c->delimiter_size + 1;
}

/* A line end at `at` is left behind: \n, \r\n or \r. */
static char *skip_line_end(const hui_csv *c, char *at)
{
    return *at == '\r' && at + 1 < c->end && at[1] == '\n' ? at + 2 : at + 1;
}

/* Whatever comes after the closing quote ends the cell, as in d3. */
static hui_csv_end end_quoted(hui_csv *c, char *at)
{
    if (is_undecided(c, at) && !(at < c->end && *at == '\n'))
        return HUI_CSV_MORE;
    if (at >= c->end)
        return HUI_CSV_TEXT;
    if (*at == '\n' || *at == '\r') {
        c->at = skip_line_end(c, at);
        return HUI_CSV_ROW;
    }
    if (is_delimiter(c, at)) {
        c->at = at + c->delimiter_size;
        return HUI_CSV_CELL;
    }
    for (c->at = at + 1; c->at < c->end && (*c->at & 0xC0) == 0x80;)
        c->at++;
    return HUI_CSV_CELL;
}

static hui_csv_end next_quoted(hui_csv *c, hui_csv_cell *cell)
{
    char *from = cell->start = c->at + 1;
    for (;;) {
        char *const quote = from < c->end ? memchr(from, '"', (size_t)(c->end - from)) : NULL;
        cell->end = quote ? quote : c->end;
        cell->is_open = !quote;
        if (!quote)
            return c->is_part ? HUI_CSV_MORE : HUI_CSV_TEXT;
        if (quote + 1 >= c->end || quote[1] != '"')
            return end_quoted(c, quote + 1);
        cell->has_quotes = true;
        from = quote + 2;
    }
}

hui_csv_end hui_csv_next(hui_csv *c, hui_csv_cell *cell)
{
    const char delimiter = *c->delimiter;
    char *at = c->at, *const end = c->end;
    *cell = (hui_csv_cell){.start = at};
    if (at < end && *at == '"')
        return next_quoted(c, cell);
    for (; at < end; at++) {
        if (*at == '\n' || *at == '\r') {
            if (*at == '\r' && c->is_part && at + 1 == end)
                return HUI_CSV_MORE;
            cell->end = at;
            c->at = skip_line_end(c, at);
            return HUI_CSV_ROW;
        }
        if (*at == delimiter && is_delimiter(c, at)) {
            cell->end = at;
            c->at = at + c->delimiter_size;
            return HUI_CSV_CELL;
        }
    }
    cell->end = at;
    return c->is_part ? HUI_CSV_MORE : HUI_CSV_TEXT;
}

/* Doubled quotes are joined where they stand. */
static char *join_quotes(char *start, char *end)
{
    char *to = start;
    for (char *from = start; from < end;) {
        char *const quote = memchr(from, '"', (size_t)(end - from)), *const stop = quote ? quote + 1 : end;
        if (to != from)
            memmove(to, from, (size_t)(stop - from));
        to += stop - from;
        from = quote ? quote + 2 : end;
    }
    return to;
}

hui_value hui_csv_value(const hui_csv_cell *cell)
{
    char *const end = cell->has_quotes ? join_quotes(cell->start, cell->end) : cell->end;
    *end = '\0';
    return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)(end - cell->start), .string = cell->start};
}
