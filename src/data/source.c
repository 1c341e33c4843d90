/* Sources: what a `data` object of a spec names is found, read by its format, and made a table. */
#include "data/topology.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "data/byte_stream.h"
#include "data/sqlite.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

typedef enum format {
    FORMAT_JSON,
    FORMAT_LINES,
    FORMAT_TOPOLOGY,
    FORMAT_CSV,
    FORMAT_TSV,
    FORMAT_DSV,
    FORMAT_SQLITE,
    FORMAT_COUNT
} format;

typedef struct source {
    hui_reading reading;
    const hui_json *data, *options; /* the object and its `format`, or NULL */
    format format;
} source;

static const struct {
    const char *word;
    format format;
} format_words[] = {{"json", FORMAT_JSON},   {"csv", FORMAT_CSV},           {"tsv", FORMAT_TSV},
                    {"dsv", FORMAT_DSV},     {"topojson", FORMAT_TOPOLOGY}, {"ndjson", FORMAT_LINES},
                    {"jsonl", FORMAT_LINES}, {"sqlite", FORMAT_SQLITE}};

enum { FORMAT_WORDS = sizeof format_words / sizeof *format_words };

static format find_format(const char *word)
{
    for (size_t i = 0; i < FORMAT_WORDS; i++)
        if (strcmp(format_words[i].word, word) == 0)
            return format_words[i].format;
    return FORMAT_COUNT;
}

/* By the ending, where there is one we know; JSON otherwise, as Vega-Lite has it. */
static format format_of_url(const char *url)
{
    const char *const point = strrchr(url, '.');
    const format found = point ? find_format(point + 1) : FORMAT_COUNT;
    return found == FORMAT_COUNT ? FORMAT_JSON : found;
}

static void report(const source *s, const hui_json *at, hui_code code, const char *hint, const char *first,
                   const char *second)
{
    hui_diags_add(s->reading.diags, code, at ? hui_json_place(s->reading.arena, at) : s->reading.place, hint, first,
                  second);
}

/* A string of an object: NULL if it is absent; *is_fine becomes false after a diagnostic. */
static const char *word_of(const source *s, const hui_json *object, const char *key, bool *is_fine)
{
    const hui_json *const value = object ? hui_json_find(object, key) : NULL;
    if (!value || value->kind == HUI_JSON_NULL)
        return NULL;
    if (value->kind == HUI_JSON_STRING)
        return value->string;
    hui_diags_add(s->reading.diags, HUI_CODE_WRONG_TYPE, hui_json_place(s->reading.arena, value), NULL, key, "a string",
                  hui_json_kind_word(value));
    *is_fine = false;
    return NULL;
}

/* Of the options. */
static const char *find_word(const source *s, const char *key, bool *is_fine)
{
    return word_of(s, s->options, key, is_fine);
}

static bool read_format(source *s, const hui_json *data)
{
    bool is_fine = true;
    s->options = hui_json_find(data, "format");
    const hui_json *const url = hui_json_find(data, "url");
    s->format = url && url->kind == HUI_JSON_STRING ? format_of_url(url->string) : FORMAT_JSON;
    const char *const word = find_word(s, "type", &is_fine);
    if (!word)
        return is_fine;
    s->format = find_format(word);
    if (s->format != FORMAT_COUNT)
        return true;
    const char *words[FORMAT_WORDS];
    for (size_t i = 0; i < FORMAT_WORDS; i++)
        words[i] = format_words[i].word;
    report(s, hui_json_find(s->options, "type"), HUI_CODE_UNKNOWN_VALUE,
           hui_word_hint(s->reading.arena, word, words, FORMAT_WORDS), word, "type");
    return false;
}

/* Values
 * ------ */

/* `property` picks a part of the whole by a path. */
static bool pick_property(const source *s, hui_value *value)
{
    bool is_fine = true;
    const char *const property = find_word(s, "property", &is_fine);
    if (!property || !*property)
        return is_fine;
    hui_table *whole = hui_table_new(s->reading.arena, 1);
    for (uint32_t i = 0; value->kind == HUI_VALUE_OBJECT && i < value->count; i++)
        *hui_table_add(whole, value->members[i].key) = value->members[i].value;
    const hui_accessor accessor = hui_accessor_new(s->reading.arena, whole, property);
    *value = hui_accessor_value(&accessor, 0);
    if (value->kind != HUI_VALUE_UNDEFINED)
        return true;
    report(s, hui_json_find(s->options, "property"), HUI_CODE_BAD_DATA, NULL, s->reading.name,
           hui_arena_printf(s->reading.arena, "it has no “%s”", property));
    return false;
}

static bool pick_topology(const source *s, hui_value *value)
{
    bool is_fine = true;
    const char *const feature = find_word(s, "feature", &is_fine), *const mesh = find_word(s, "mesh", &is_fine),
                      *const filter = find_word(s, "filter", &is_fine);
    if (!is_fine)
        return false;
    if (feature && *feature)
        return hui_topology_features(&s->reading, *value, feature, value);
    if (mesh && *mesh)
        return hui_topology_mesh(&s->reading, *value, mesh, filter, value);
    report(s, s->options, HUI_CODE_MISSING_FIELD, "or “mesh”", "the format topojson", "feature");
    return false;
}

static hui_table *table_of_value(const source *s, hui_value value)
{
    if (!pick_property(s, &value) || (s->format == FORMAT_TOPOLOGY && !pick_topology(s, &value)))
        return NULL;
    return hui_rows_table(&s->reading, value);
}

/* Of an untrusted spec that it does not do what it asks for; else true. */
static bool allows(const source *s, const char *what)
{
    const hui_budget *budget = s->reading.diags->budget;
    if (!budget || !budget->is_untrusted)
        return true;
    hui_diags_add(s->reading.diags, HUI_CODE_UNTRUSTED, s->reading.place,
                  "write the rows into the spec, as “values”, or give them to the program by --data",
                  hui_arena_printf(s->reading.arena, "an untrusted spec %s", what));
    return false;
}

/* Texts
 * ----- */

/* The first character only, as d3 takes it. */
static const char *read_delimiter(const source *s)
{
    bool is_fine = true;
    const char *const delimiter = find_word(s, "delimiter", &is_fine), *end = delimiter;
    if (delimiter && hui_utf8_next(&end))
        return hui_arena_string_n(s->reading.arena, delimiter, (size_t)(end - delimiter));
    if (is_fine)
        report(s, s->options, HUI_CODE_MISSING_FIELD, NULL, "the format dsv", "delimiter");
    return NULL;
}

/* Of a query's columns; rows are gathered first, as nobody knows how many there are. */
static hui_table *table_of_database(const source *s, const char *bytes, size_t size)
{
    const hui_reading *reading = &s->reading;
    bool is_fine = true;
    const char *const query = word_of(s, s->data, "query", &is_fine);
    hui_sqlite *sqlite = is_fine ? hui_sqlite_open(reading->arena, NULL, bytes, size, query, reading->name,
                                                   reading->place, reading->diags)
                                 : NULL;
    if (!sqlite)
        return NULL;
    const size_t count = hui_sqlite_column_count(sqlite);
    HUI_VEC(hui_value *) rows = {0};
    for (;;) {
        hui_value *row = HUI_NEW_ARRAY(reading->arena, hui_value, count);
        if (!hui_sqlite_next(sqlite, reading->arena, row))
            break;
        *hui_vec_push(reading->arena, &rows) = row;
        if (!hui_rows_counted(reading, rows.count))
            return NULL;
    }
    hui_table *table = hui_table_new(reading->arena, rows.count);
    for (size_t i = 0; i < count; i++) {
        hui_value *column = hui_table_add(table, hui_sqlite_column(sqlite, i));
        for (size_t row = 0; row < rows.count; row++)
            column[row] = rows.at[row][i];
    }
    return hui_sqlite_failed(sqlite) ? NULL : table;
}

static hui_table *table_of_text(source *s, const char *bytes, size_t size)
{
    hui_value value;
    bool is_fine = true;
    const char *const encoding = word_of(s, s->data, "encoding", &is_fine);
    bytes = is_fine ? hui_bytes_decode(s->reading.arena, bytes, size, encoding, s->reading.name, s->reading.place,
                                       &size, s->reading.diags)
                    : NULL;
    if (!bytes)
        return NULL;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        size -= 3;
    }
    switch (s->format) {
    case FORMAT_CSV:
        return hui_csv_read(&s->reading, bytes, size, ",");
    case FORMAT_TSV:
        return hui_csv_read(&s->reading, bytes, size, "\t");
    case FORMAT_DSV: {
        const char *const delimiter = read_delimiter(s);
        return delimiter ? hui_csv_read(&s->reading, bytes, size, delimiter) : NULL;
    }
    case FORMAT_LINES:
        return hui_json_lines_read(&s->reading, bytes, size, &value) ? table_of_value(s, value) : NULL;
    case FORMAT_SQLITE:
        return allows(s, "opens no databases") ? table_of_database(s, bytes, size) : NULL;
    case FORMAT_JSON:
    case FORMAT_TOPOLOGY:
    case FORMAT_COUNT:
        break;
    }
    return hui_json_text_read(&s->reading, bytes, size, &value) ? table_of_value(s, value) : NULL;
}

/* Where data come from
 * -------------------- */

static hui_table *read_url(source *s, const hui_json *url, const hui_source_options *options)
{
    const char *bytes = NULL;
    size_t size = 0;
    if (url->kind != HUI_JSON_STRING) {
        hui_diags_add(s->reading.diags, HUI_CODE_WRONG_TYPE, hui_json_place(s->reading.arena, url), NULL, "url",
                      "a string", hui_json_kind_word(url));
        return NULL;
    }
    s->reading.name = url->string;
    s->reading.place = hui_json_place(s->reading.arena, url);
    if (!allows(s, "reads no files of data"))
        return NULL;
    if (!options->load) {
        report(s, url, HUI_CODE_UNREADABLE_FILE, NULL, url->string, "no files are read here");
        return NULL;
    }
    if (!options->load(options->closure, s->reading.arena, url->string, s->reading.place, &bytes, &size,
                       s->reading.diags))
        return NULL;
    return table_of_text(s, bytes, size);
}

static hui_table *read_values(source *s, const hui_json *values)
{
    s->reading.name = "values";
    s->reading.place = hui_json_place(s->reading.arena, values);
    if (values->kind == HUI_JSON_STRING)
        return table_of_text(s, values->string, strlen(values->string));
    return table_of_value(s, hui_value_from_json(s->reading.arena, values));
}

static double number_or(const hui_json *object, const char *key, double otherwise)
{
    const hui_json *const value = hui_json_find(object, key);
    return value && value->kind == HUI_JSON_NUMBER ? value->number : otherwise;
}

static hui_table *read_sequence(source *s, const hui_json *sequence)
{
    const double start = number_or(sequence, "start", 0), stop = number_or(sequence, "stop", NAN);
    const double given = number_or(sequence, "step", 1), step = given == 0 ? 1 : given;
    const double count = fmax(0, ceil((stop - start) / step));
    const hui_json *const as = hui_json_find(sequence, "as");
    s->reading.name = "sequence";
    s->reading.place = hui_json_place(s->reading.arena, sequence);
    if (isnan(stop)) {
        report(s, sequence, HUI_CODE_MISSING_FIELD, NULL, "a sequence", "stop");
        return NULL;
    }
    if (count > (double)s->reading.max_rows) {
        hui_diags_add(s->reading.diags, HUI_CODE_TOO_MANY_ROWS, s->reading.place,
                      hui_limit_hint(s->reading.arena, HUI_MOST_ROWS), s->reading.name, count,
                      (double)s->reading.max_rows);
        return NULL;
    }
    hui_table *table = hui_table_new(s->reading.arena, (size_t)count);
    hui_value *const values = hui_table_add(table, as && as->kind == HUI_JSON_STRING ? as->string : "data");
    for (size_t i = 0; i < table->rows; i++)
        values[i] = hui_value_number(start + (double)i * step);
    return table;
}

static hui_table *sphere(hui_arena *arena)
{
    hui_table *table = hui_table_new(arena, 1);
    *hui_table_add(table, "type") = hui_value_string("Sphere");
    return table;
}

const char *const hui_source_words[] = {"columns", "encoding", "query", NULL};

bool hui_source_has_content(const hui_json *data)
{
    static const char *const kinds[] = {"values", "url", "sequence", "sphere"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (hui_json_find(data, kinds[i]))
            return true;
    return false;
}

const hui_json *hui_source_whole(hui_arena *arena, const hui_json *named)
{
    if (named->kind == HUI_JSON_OBJECT && hui_source_has_content(named))
        return named;
    hui_json *data = hui_json_make(arena, HUI_JSON_OBJECT, named);
    hui_json_put(arena, data, "values", named);
    return data;
}

static hui_table *read_unparsed(source *s, const hui_json *data, const hui_source_options *options)
{
    const hui_json *found;
    if ((found = hui_json_find(data, "values")))
        return read_values(s, found);
    if ((found = hui_json_find(data, "url")))
        return read_url(s, found, options);
    if ((found = hui_json_find(data, "sequence")))
        return read_sequence(s, found);
    if ((found = hui_json_find(data, "sphere")))
        return sphere(s->reading.arena);
    return hui_table_new(s->reading.arena, 0); /* named, and nobody gave it values */
}

hui_table *hui_source_read(hui_arena *arena, const hui_json *data, const hui_source_options *options, hui_diags *diags)
{
    if (data->kind == HUI_JSON_NULL)
        return hui_table_new(arena, 0);
    const size_t max_rows = options->max_rows ? options->max_rows : hui_budget_most(diags->budget, HUI_MOST_ROWS);
    source s = {.reading = {.arena = arena,
                            .name = "data",
                            .place = hui_json_place(arena, data),
                            .max_rows = max_rows,
                            .diags = diags},
                .data = data};
    if (data->kind != HUI_JSON_OBJECT) {
        hui_diags_add(diags, HUI_CODE_WRONG_TYPE, s.reading.place, NULL, "data", "an object", hui_json_kind_word(data));
        return NULL;
    }
    if (!read_format(&s, data))
        return NULL;
    hui_table *table = read_unparsed(&s, data, options);
    const hui_json *const parse = s.options ? hui_json_find(s.options, "parse") : NULL, *const columns = hui_json_find(
                                                                                            data, "columns");
    if (table && parse)
        table = hui_source_parse(arena, table, parse, diags);
    const bool is_typed = options->typed && s.reading.source;
    return table && (columns || is_typed) ? hui_columns_apply(&s.reading, table, columns, is_typed) : table;
}
