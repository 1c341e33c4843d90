/* Tables: rows of data by columns. Immutable once made: steps make new tables that share columns with the old. */
#ifndef HUI_DATA_TABLE_H
#define HUI_DATA_TABLE_H

#include "base/diag.h"
#include "data/value.h"

typedef struct hui_column {
    const char *name;
    const hui_value *at; /* one a row */
} hui_column;

typedef struct hui_table {
    hui_arena *arena;
    size_t rows;
    hui_column *columns; /* names are not changed in place: share the values under another name */
    size_t column_count, column_capacity;
    hui_index index; /* of columns by name; empty while they are few */
} hui_table;

hui_table *hui_table_new(hui_arena *arena, size_t rows);
/* Another table of the same rows and columns: columns added to one do not show in the other. */
hui_table *hui_table_copy(hui_arena *arena, const hui_table *table);
/* The rows listed, in that order (a row may come twice). */
hui_table *hui_table_gather(hui_arena *arena, const hui_table *table, const size_t *rows, size_t count);
/* A column to be filled in, all undefined; takes the place of an older one of this name. */
hui_value *hui_table_add(hui_table *table, const char *name);
/* The same for values that are there already, one a row; `name` and they are borrowed. */
void hui_table_share(hui_table *table, const char *name, const hui_value *values);
const hui_column *hui_table_find(const hui_table *table, const char *name); /* NULL if there is none */
/* A row as an object: what `datum` is. */
hui_value hui_table_row(hui_arena *arena, const hui_table *table, size_t row);

/* A field of rows by Vega's field path: "a", "a.b", "a[0].b", "a['b.c']", "a\\.b" for a name with a point in it. */
typedef struct hui_accessor {
    const hui_column *column; /* NULL: all undefined */
    const char *const *path;  /* members below the column's values */
    size_t path_count;
} hui_accessor;

hui_accessor hui_accessor_new(hui_arena *arena, const hui_table *table, const char *field);
hui_value hui_accessor_value(const hui_accessor *accessor, size_t row);
/* The names along a path. */
const char *const *hui_field_path(hui_arena *arena, const char *field, size_t *count);
/* The path as one flat name, as Vega-Lite names columns it derives: "a.b" for "a['b']"; escapes removed. */
const char *hui_field_flat(hui_arena *arena, const char *field);

/* Groups of rows that have the same values in some fields, in the order in which they first occur. */
typedef struct hui_groups {
    size_t count;
    const uint32_t *of_row; /* group of each row */
    const size_t *first;    /* first row of each group */
} hui_groups;

hui_groups hui_table_group(hui_arena *arena, const hui_table *table, const char *const *fields, size_t field_count);

#endif
