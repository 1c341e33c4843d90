/* What the formats of rows have in common. For the files row_*.c of this folder only. */
#ifndef HUI_DATA_ROW_SOURCE_H
#define HUI_DATA_ROW_SOURCE_H

#include "data/byte_stream.h"
#include "data/reading.h"
#include "data/row_reader.h"

typedef struct hui_row_column {
    const char *name;
    hui_column_type type;
    bool is_said;    /* its type, rather than found: cells may be of another */
    bool is_dropped; /* another one has its name */
} hui_row_column;

struct hui_row_reader {
    hui_arena *arena;
    hui_diags *diags;
    hui_byte_origin origin;
    hui_row_source_options options;
    hui_row_status (*next)(hui_row_reader *reader, hui_arena *arena, hui_value *row);
    bool (*rewind)(hui_row_reader *reader);
    size_t number; /* of the last row */
    size_t line;   /* lines before the window */
    hui_byte_stream *stream; /* CSV, NDJSON, JSON */
    hui_row_column *columns; /* CSV, SQLite */
    size_t column_count;
    void *state; /* of the format */
};

/* False after a diagnostic. Each sets `next` and `rewind`. */
bool hui_row_csv_open(hui_row_reader *reader, const char *delimiter);
bool hui_row_lines_open(hui_row_reader *reader);
bool hui_row_values_open(hui_row_reader *reader);
bool hui_row_sqlite_open(hui_row_reader *reader);

/* A part of the window, which begins a line: what messages show of the file. */
hui_place hui_row_place(const hui_row_reader *reader, const char *line, size_t size, size_t offset, size_t length);
/* What `columns` says of a column. */
hui_column_type hui_row_said_type(const hui_row_reader *reader, const char *column);
/* Reports a cell that is not of its column's type. */
void hui_row_report_cell(const hui_row_reader *reader, hui_place place, const hui_row_column *column, hui_value value);

#endif
