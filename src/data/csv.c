/* CSV as tables: cells become strings that stand in a copy of the text. */
#include "data/csv.h"
#include "data/reading.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <stdio.h>
#include <string.h>

typedef HUI_VEC(const char *) names;

static hui_csv_end read_cell(hui_csv *c, hui_value *value)
{
    hui_csv_cell cell;
    const hui_csv_end end = hui_csv_next(c, &cell);
    *value = hui_csv_value(&cell);
    return end;
}

/* Line ends: rows there are at most, as quoted cells may hold some. */
static size_t count_lines(const hui_csv *c)
{
    size_t count = 1;
    for (const char *at = c->at; at < c->end; at++)
        count += *at == '\n' || (*at == '\r' && at[1] != '\n');
    return count;
}

static names read_header(hui_arena *arena, hui_csv *c, hui_csv_end *end)
{
    names header = {0};
    do {
        hui_value cell;
        *end = read_cell(c, &cell);
        *hui_vec_push(arena, &header) = cell.string;
    } while (*end == HUI_CSV_CELL);
    return header;
}

/* Cells that a row lacks are empty, and those beyond the header are dropped. */
static hui_csv_end read_row(hui_csv *c, hui_value *const *columns, size_t column_count, size_t row)
{
    size_t column = 0;
    hui_csv_end end;
    do {
        hui_value cell;
        end = read_cell(c, &cell);
        if (column < column_count)
            columns[column++][row] = cell;
    } while (end == HUI_CSV_CELL);
    for (; column < column_count; column++)
        columns[column][row] = (hui_value){.kind = HUI_VALUE_STRING, .string = ""};
    return end;
}

static hui_table *read_rows(const hui_reading *reading, hui_csv *c, size_t size)
{
    hui_csv_end end;
    const names header = read_header(reading->arena, c, &end);
    const size_t most = end == HUI_CSV_TEXT ? 0 : count_lines(c);
    if (!hui_rows_fit(reading, most, header.count, size))
        return NULL;
    hui_table *table = hui_table_new(reading->arena, most);
    hui_value **columns = HUI_NEW_ARRAY(reading->arena, hui_value *, header.count);
    for (size_t i = 0; i < header.count; i++)
        columns[i] = hui_table_add(table, header.at[i]);
    for (table->rows = 0; end != HUI_CSV_TEXT; table->rows++) {
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
    *source = (hui_source){reading->name, hui_arena_copy(reading->arena, bytes, size), size, 0, 0};
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
    *source = (hui_source){reading->name, bytes, size, 0, 0};
    reading->source = source;
    reading->text = text;
    hui_csv c = {text, text + size, delimiter, strlen(delimiter), false};
    if (c.end > c.at && c.end[-1] == '\n')
        c.end--;
    if (c.end > c.at && c.end[-1] == '\r')
        c.end--;
    return read_rows(reading, &c, size);
}
