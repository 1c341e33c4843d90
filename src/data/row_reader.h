/* Rows, one after the other: of CSV, NDJSON, JSON and SQLite in memory that does not grow with their number. */
#ifndef HUI_DATA_ROW_READER_H
#define HUI_DATA_ROW_READER_H

#include "data/columns.h"

typedef struct hui_row_reader hui_row_reader;

typedef struct hui_row_source_options {
    const char *format;      /* csv, tsv, ndjson, jsonl, json, sqlite; NULL: by the name's ending, csv of standard input */
    const char *delimiter;   /* of CSV; NULL: as the format has it */
    const char *encoding;    /* NULL: UTF-8 */
    const char *query;       /* of SQLite; NULL: all of the only table */
    const hui_json *columns; /* types, an object as `columns` of data is; NULL: none said */
    size_t max_row_bytes;    /* 0: 16 MiB */
    const char *bytes;       /* a text in memory, which the path only names; NULL: the file's */
    size_t size;
} hui_row_source_options;

typedef enum hui_row_status {
    HUI_ROW_END,  /* there are no more, or an error ended it */
    HUI_ROW_GOOD,
    HUI_ROW_BAD, /* an error of this row alone was reported; others may follow */
} hui_row_status;

/* `path` "-" is standard input. Columns of CSV have the types that all of their cells show (data/columns.h), which is found
 * out in a pass of its own. NULL after a diagnostic. It is closed with the arena. */
hui_row_reader *hui_row_reader_open(hui_arena *arena, const char *path, const hui_row_source_options *options,
                                    hui_diags *diags);
/* The row is an object, made in `arena`, which may be cleared between rows; its strings last until the next call. */
hui_row_status hui_row_reader_next(hui_row_reader *reader, hui_arena *arena, hui_value *row);
size_t hui_row_reader_number(const hui_row_reader *reader); /* of the last row, from 1 */
/* Back before the first row. */
bool hui_row_reader_rewind(hui_row_reader *reader);
const char *hui_row_reader_name(const hui_row_reader *reader); /* of the file, as messages have it */
/* Columns of CSV and SQLite; none of the others, whose rows may differ. */
size_t hui_row_reader_column_count(const hui_row_reader *reader);
const char *hui_row_reader_column(const hui_row_reader *reader, size_t index, hui_column_kind *kind);

#endif
