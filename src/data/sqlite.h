/* SQLite databases: one query that can only read. For this folder only; without libsqlite3 all of it is an error. */
#ifndef HUI_DATA_SQLITE_H
#define HUI_DATA_SQLITE_H

#include "data/value.h"

typedef struct hui_sqlite hui_sqlite;

/* `path`, or bytes (borrowed) where it is NULL. `query`: NULL for all of the only table. The query cannot write, attach other
 * files nor load code, and ends after 500 million steps of SQLite's machine. NULL after a diagnostic at the place.
 * Closed with the arena. */
hui_sqlite *hui_sqlite_open(hui_arena *arena, const char *path, const char *bytes, size_t size, const char *query,
                            const char *name, hui_place place, hui_diags *diags);
size_t hui_sqlite_column_count(const hui_sqlite *sqlite);
const char *hui_sqlite_column(const hui_sqlite *sqlite, size_t index);
/* The next row's values, texts copied into the arena. False at the end, or after a diagnostic. */
bool hui_sqlite_next(hui_sqlite *sqlite, hui_arena *arena, hui_value *values);
bool hui_sqlite_rewind(hui_sqlite *sqlite);
bool hui_sqlite_failed(const hui_sqlite *sqlite);

#endif
