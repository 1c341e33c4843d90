/* Sources: CSV, TSV, JSON, NDJSON files and inline values become tables. */
#ifndef HUI_DATA_SOURCE_H
#define HUI_DATA_SOURCE_H

#include "data/table.h"

/* How a data object of Vega-Lite (`{"url": …}`, `{"values": …}`) is to be read. */
typedef struct hui_source_options {
    /* Gives the contents of what `url` names relative to the spec: false after a diagnostic at `place`. The bytes are
     * borrowed from `arena`. */
    bool (*load)(void *closure, hui_arena *arena, const char *url, hui_place place, const char **bytes, size_t *size,
                 hui_diags *diags);
    void *closure;
    size_t max_rows; /* 0: the limit “rows” */
    bool typed;      /* columns of CSV are what their cells show, see data/columns.h; else text, as Vega-Lite has them */
} hui_source_options;

/* Vega-Lite's `data`: values or url, with `format` (type, parse, property, delimiter, feature, mesh, filter), or a
 * generator (sequence, sphere; graticules are a map's business). Cells of CSV and TSV are strings, as Vega-Lite has them: only `parse` (an object of
 * field: type, "auto" or null; or "auto" for all) changes that, and hui_source_parse_column for fields that an encoding
 * says are numbers or dates. Features of TopoJSON are rows with their GeoJSON as members. Data that have a name only are
 * empty. NULL after a diagnostic. */
hui_table *hui_source_read(hui_arena *arena, const hui_json *data, const hui_source_options *options, hui_diags *diags);

/* What data objects take beyond Vega-Lite, ending with NULL: `columns`, an object of columns and their types ("number", "text",
 * "date", "boolean", "date:%d.%m.%Y"); `encoding` of a text that is not UTF-8 ("GB18030"); `query` of an SQLite database. */
extern const char *const hui_source_words[];
/* Whether a data object says where its rows are, rather than only what others may call it. */
bool hui_source_has_content(const hui_json *data);
/* The data object of what stands for one by its name: itself, or one of values if it is something else, such as a list. */
const hui_json *hui_source_whole(hui_arena *arena, const hui_json *named);

/* Applies `format.parse` afterwards ({"date": "date:'%d.%m.%Y'", "n": "number"}). */
hui_table *hui_source_parse(hui_arena *arena, const hui_table *table, const hui_json *parse, hui_diags *diags);
/* One column to "number", "boolean", "string" or "date" (of kind DATE, numbers too), under the field's flat name; null,
 * undefined and "" become null. What implicit parsing does to temporal fields and to the numbers of a CSV. */
hui_table *hui_source_parse_column(hui_arena *arena, const hui_table *table, const char *field, const char *type);

#endif
