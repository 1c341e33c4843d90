/* What the readers of sources share: texts and values become tables. For this folder only. */
#ifndef HUI_DATA_READING_H
#define HUI_DATA_READING_H

#include "data/source.h"

typedef struct hui_reading {
    hui_arena *arena;
    const char *name; /* of the file, or what else stands in messages */
    hui_place place;  /* of the data in the spec */
    size_t max_rows;
    hui_diags *diags;
    const hui_source *source; /* of CSV: the file, and the copy that its cells stand in, each where it stands in the file */
    const char *text;
    size_t lines_before, columns_before; /* of a text that is part of a file */
} hui_reading;

/* Texts without a byte order mark. They are copied. NULL or false after a diagnostic. */
hui_table *hui_csv_read(hui_reading *reading, const char *bytes, size_t size, const char *delimiter);
bool hui_json_text_read(const hui_reading *reading, const char *bytes, size_t size, hui_value *value);
bool hui_json_lines_read(const hui_reading *reading, const char *bytes, size_t size, hui_value *value); /* an array */

/* Types of columns as `columns` (an object, or NULL) says, and where `find` is set those of the others by their cells. NULL
 * after a diagnostic. */
hui_table *hui_columns_apply(const hui_reading *reading, const hui_table *table, const hui_json *columns, bool find);
bool hui_columns_said(const hui_reading *reading, const hui_json *columns); /* false after a diagnostic: they make no sense */

/* Rows from the items of an array, or the one row that anything else is: its members are the columns. Values that have no
 * members become {"data": value}. NULL after a diagnostic. */
hui_table *hui_rows_table(const hui_reading *reading, hui_value data);
/* Room for so many cells makes sense for what was found in the file; else false after a diagnostic. */
bool hui_rows_fit(const hui_reading *reading, size_t rows, size_t columns, size_t found);
/* False after a diagnostic. */
bool hui_rows_counted(const hui_reading *reading, size_t rows);

#endif
