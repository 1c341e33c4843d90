/* Rows: which format, and what all of them do. */
#include "data/row_source.h"

#include <string.h>

enum { MOST_ROW_BYTES = 16 * 1024 * 1024 };

static bool open_csv(hui_row_reader *reader)
{
    return hui_row_csv_open(reader, ",");
}

static bool open_tsv(hui_row_reader *reader)
{
    return hui_row_csv_open(reader, "\t");
}

static const struct {
    const char *word;
    bool (*open)(hui_row_reader *reader);
} formats[] = {{"csv", open_csv},
               {"tsv", open_tsv},
               {"ndjson", hui_row_lines_open},
               {"jsonl", hui_row_lines_open},
               {"json", hui_row_values_open},
               {"sqlite", hui_row_sqlite_open},
               {"sqlite3", hui_row_sqlite_open},
               {"db", hui_row_sqlite_open}};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static size_t find_format(const char *word)
{
    size_t i = 0;
    while (i < FORMAT_COUNT && strcmp(formats[i].word, word) != 0)
        i++;
    return i;
}

/* FORMAT_COUNT after a diagnostic. */
static size_t choose_format(const hui_row_reader *reader)
{
    const char *given = reader->options.format, *point = strrchr(reader->origin.path, '.');
    const char *words[FORMAT_COUNT];
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        words[i] = formats[i].word;
    if (!given && !strcmp(reader->origin.path, "-"))
        return 0;
    const char *word = given ? given : point ? point + 1 : "";
    const size_t found = find_format(word);
    if (found < FORMAT_COUNT)
        return found;
    if (given)
        hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0},
                      hui_word_hint(reader->arena, word, words, 6), word, "format");
    else
        hui_diags_add(reader->diags, HUI_CODE_BAD_DATA, (hui_place){0},
                      "say its format: csv, tsv, ndjson, json, sqlite", reader->origin.name,
                      "its name does not tell what it is");
    return FORMAT_COUNT;
}

hui_row_reader *hui_row_reader_open(hui_arena *arena, const char *path, const hui_row_source_options *options,
                                    hui_diags *diags)
{
    hui_row_reader *reader = HUI_NEW(arena, hui_row_reader);
    *reader = (hui_row_reader){.arena = arena,
                               .diags = diags,
                               .origin = {.path = hui_arena_string(arena, path),
                                          .name = strcmp(path, "-") ? hui_arena_string(arena, path) : "<stdin>",
                                          .bytes = options->bytes,
                                          .size = options->size},
                               .options = *options};
    if (reader->options.max_row_bytes == 0)
        reader->options.max_row_bytes = MOST_ROW_BYTES;
    const hui_reading reading = {.arena = arena, .name = reader->origin.name, .diags = diags};
    if (options->columns && !hui_columns_said(&reading, options->columns))
        return NULL;
    const size_t format = choose_format(reader);
    return format < FORMAT_COUNT && formats[format].open(reader) ? reader : NULL;
}

hui_row_status hui_row_reader_next(hui_row_reader *reader, hui_arena *arena, hui_value *row)
{
    return reader->next(reader, arena, row);
}

bool hui_row_reader_rewind(hui_row_reader *reader)
{
    reader->number = 0;
    reader->line = 0;
    return reader->rewind(reader);
}

size_t hui_row_reader_number(const hui_row_reader *reader)
{
    return reader->number;
}

const char *hui_row_reader_name(const hui_row_reader *reader)
{
    return reader->origin.name;
}

size_t hui_row_reader_column_count(const hui_row_reader *reader)
{
    return reader->column_count;
}

const char *hui_row_reader_column(const hui_row_reader *reader, size_t index, hui_column_kind *kind)
{
    *kind = reader->columns[index].type.kind;
    return reader->columns[index].name;
}

/* Diagnostics copy what they show, so the source need not last. */
hui_place hui_row_place(const hui_row_reader *reader, const char *line, size_t size, size_t offset, size_t length)
{
    hui_arena *arena = reader->diags->arena;
    hui_source *source = HUI_NEW(arena, hui_source);
    *source = (hui_source){reader->origin.name, line, size, reader->line, 0};
    const char *row = hui_arena_printf(arena, "row %zu", reader->number);
    return (hui_place){source, offset, length ? length : 1, "", row};
}

hui_column_type hui_row_said_type(const hui_row_reader *reader, const char *column)
{
    hui_column_type type = {0};
    const hui_json *said = reader->options.columns ? hui_json_find(reader->options.columns, column) : NULL;
    if (said)
        hui_column_type_read(reader->arena, said->string, &type);
    return type;
}

void hui_row_report_cell(const hui_row_reader *reader, hui_place place, const hui_row_column *column, hui_value value)
{
    if (hui_diags_full(reader->diags))
        return;
    const char *text = hui_value_to_string(reader->diags->arena, value);
    hui_diags_add(reader->diags, HUI_CODE_BAD_VALUE, place, NULL, text,
                  hui_arena_printf(reader->diags->arena, "is not %s, which the column “%s” should hold",
                                   hui_column_kind_noun(column->type.kind), column->name));
}
