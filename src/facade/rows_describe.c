/* What rows are as a whole: columns, their values, and what is odd about them. */
#include "facade/rows.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

enum { SAMPLES = 5, MOST_DISTINCT = 100 * 1000, MOST_COLUMNS = 2000, SHOWN = 24 };

typedef struct column {
    const char *name;
    size_t cells, empty, numbers, dates, booleans, texts, others;
    hui_value least, greatest; /* of cells of one kind */
    size_t longest;            /* text, characters */
    HUI_VEC(uint32_t) hashes;  /* of distinct values; not all once there are too many */
    hui_index distinct;
    size_t odd_row;  /* of the first text among numbers, 0: none */
    const char *odd; /* that text */
    size_t looks_numeric;
} column;

typedef struct summary {
    hui_arena *arena;
    hui_rows *rows;
    column **at; /* in the order in which they were met */
    size_t count, capacity;
    size_t row_count, bad_count;
    const char *samples[SAMPLES]; /* JSON */
} summary;

static column *find_column(summary *s, size_t guess, const char *name)
{
    if (guess < s->count && !strcmp(s->at[guess]->name, name))
        return s->at[guess];
    for (size_t i = 0; i < s->count; i++)
        if (!strcmp(s->at[i]->name, name))
            return s->at[i];
    if (s->count == MOST_COLUMNS)
        return NULL;
    if (s->count == s->capacity)
        s->at = hui_vec_grow(s->arena, s->at, sizeof *s->at, s->count, &s->capacity);
    column *added = HUI_NEW(s->arena, column);
    added->name = hui_arena_string(s->arena, name);
    return s->at[s->count++] = added;
}

static bool same_hash(const void *items, size_t place, const void *sought)
{
    const uint32_t *hashes = items;
    return hashes[place] == *(const uint32_t *)sought;
}

/* By hash alone: two values of one hash count once, which of 100,000 is rare. */
static void count_distinct(summary *s, column *c, hui_value value)
{
    const uint32_t hash = hui_value_hash(value);
    if (c->hashes.count > MOST_DISTINCT)
        return;
    const size_t place = hui_index_add(s->arena, &c->distinct, hash, same_hash, c->hashes.at, &hash);
    if (place == c->hashes.count)
        *hui_vec_push(s->arena, &c->hashes) = hash;
}

/* Values that last: texts are cut. */
static hui_value keep(summary *s, hui_value value)
{
    if (value.kind != HUI_VALUE_STRING)
        return value;
    return hui_value_string(hui_arena_string_n(s->arena, value.string, value.count));
}

static void compare(summary *s, column *c, hui_value value)
{
    if (value.kind == HUI_VALUE_ARRAY || value.kind == HUI_VALUE_OBJECT)
        return;
    if (c->least.kind == HUI_VALUE_UNDEFINED || hui_value_compare(value, c->least) < 0)
        c->least = keep(s, value);
    if (c->greatest.kind == HUI_VALUE_UNDEFINED || hui_value_compare(value, c->greatest) > 0)
        c->greatest = keep(s, value);
}

static size_t count_characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

/* A text that would be a number if its column were one. */
static void look_at_text(summary *s, column *c, const char *text)
{
    hui_value number;
    const size_t length = count_characters(text);
    c->texts++;
    c->longest = length > c->longest ? length : c->longest;
    const hui_column_type type = {.kind = HUI_COLUMN_NUMBER};
    if (hui_column_convert(s->arena, type, hui_value_string(text), &number)) {
        c->looks_numeric++;
    } else if (!c->odd_row) {
        c->odd_row = hui_rows_number(s->rows);
        c->odd = hui_arena_string(s->arena, text);
    }
}

static void add_cell(summary *s, column *c, hui_value value)
{
    c->cells++;
    if (hui_value_is_empty(value)) {
        c->empty++;
        return;
    }
    switch (value.kind) {
    case HUI_VALUE_NUMBER:
        c->numbers++;
        break;
    case HUI_VALUE_DATE:
        c->dates++;
        break;
    case HUI_VALUE_BOOL:
        c->booleans++;
        break;
    case HUI_VALUE_STRING:
        look_at_text(s, c, value.string);
        break;
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
    case HUI_VALUE_ARRAY:
    case HUI_VALUE_OBJECT:
        c->others++;
        break;
    }
    compare(s, c, value);
    count_distinct(s, c, value);
}

static void add_row(summary *s, const hui_row *row)
{
    for (uint32_t i = 0; i < row->datum.count; i++) {
        column *c = find_column(s, i, row->datum.members[i].key);
        if (c)
            add_cell(s, c, row->datum.members[i].value);
    }
    if (s->row_count < SAMPLES) {
        char *json = hui_row_json(row);
        s->samples[s->row_count] = hui_arena_string(s->arena, json);
        hui_free(json);
    }
    s->row_count++;
}

static const char *kind_word(const column *c)
{
    const size_t filled = c->cells - c->empty;
    if (filled == 0)
        return "empty";
    return c->numbers == filled    ? "number"
           : c->dates == filled    ? "date"
           : c->booleans == filled ? "boolean"
           : c->texts == filled    ? "text"
           : c->others == filled   ? "list"
                                   : "mixed";
}

/* What keeps a column from being of one kind. */
static void warn(const summary *s)
{
    hui_diags *diags = s->rows->diags;
    hui_source *source = HUI_NEW(diags->arena, hui_source);
    source->name = s->rows->reader ? hui_row_reader_name(s->rows->reader) : "";
    const hui_place place = {.source = source};
    for (size_t i = 0; i < s->count; i++) {
        const column *c = s->at[i];
        const bool is_mixed = !strcmp(kind_word(c), "mixed");
        if (is_mixed)
            hui_diags_add(diags, HUI_CODE_ODD_DATA, place, "say its type by “columns”",
                          hui_arena_printf(diags->arena, "the column “%s” holds values of several kinds", c->name));
        else if (c->odd_row && c->looks_numeric > 0 && c->looks_numeric * 10 >= c->texts * 5)
            hui_diags_add(
                diags, HUI_CODE_ODD_DATA, place, NULL,
                hui_arena_printf(
                    diags->arena,
                    "the column “%s” is text, as %zu of its %zu values are no numbers: “%s” in row %zu is the first",
                    c->name, c->texts - c->looks_numeric, c->texts, c->odd, c->odd_row));
    }
}

/* Text for people
 * --------------- */

static int count_columns(const char *text)
{
    int columns = 0;
    while (*text)
        columns += hui_utf8_columns(hui_utf8_next(&text));
    return columns;
}

/* On one line, and cut. */
static const char *shorten(hui_arena *arena, const char *text)
{
    hui_buffer out = {0};
    int columns = 0;
    for (const char *at = text; *at;) {
        const char *next = at;
        const uint32_t c = hui_utf8_next(&next);
        columns += hui_utf8_columns(c);
        if (columns > SHOWN) {
            hui_buffer_add_string(&out, "…");
            break;
        }
        if (c < 0x20 || c == 0x7F)
            hui_buffer_add_char(&out, ' ');
        else
            hui_buffer_add(&out, at, (size_t)(next - at));
        at = next;
    }
    const char *copy = hui_arena_string(arena, out.size ? out.bytes : "");
    hui_buffer_finish(&out);
    return copy;
}

static const char *show(hui_arena *arena, hui_value value)
{
    const char *text = hui_value_text(arena, value);
    return text ? shorten(arena, text) : "";
}

enum { FIELDS = 7 };

typedef struct line {
    const char *fields[FIELDS];
} line;

static line describe_column(summary *s, const column *c)
{
    const bool has_all = c->hashes.count <= MOST_DISTINCT;
    return (line){
        {shorten(s->arena, c->name), kind_word(c), hui_arena_printf(s->arena, "%zu", c->cells - c->empty),
         hui_arena_printf(s->arena, "%zu", s->row_count - (c->cells - c->empty)),
         hui_arena_printf(s->arena, has_all ? "%zu" : "> %zu", has_all ? c->hashes.count : (size_t)MOST_DISTINCT),
         show(s->arena, c->least), show(s->arena, c->greatest)}};
}

static void write_lines(hui_buffer *out, const line *lines, size_t count)
{
    int widths[FIELDS] = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < FIELDS; j++) {
            const int columns = count_columns(lines[i].fields[j]);
            widths[j] = columns > widths[j] ? columns : widths[j];
        }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < FIELDS; j++) {
            const bool is_number = j >= 2 && j <= 4;
            const int pad = widths[j] - count_columns(lines[i].fields[j]);
            hui_buffer_printf(out, "%s%*s%s%*s", j ? "  " : "", is_number ? pad : 0, "", lines[i].fields[j],
                              is_number || j + 1 == FIELDS ? 0 : pad, "");
        }
        hui_buffer_add_char(out, '\n');
    }
}

static void write_text(summary *s, hui_buffer *out)
{
    line *lines = HUI_NEW_ARRAY(s->arena, line, s->count + 1);
    lines[0] = (line){{"column", "type", "filled", "empty", "distinct", "least", "greatest"}};
    for (size_t i = 0; i < s->count; i++)
        lines[i + 1] = describe_column(s, s->at[i]);
    hui_buffer_printf(out, "%zu rows, %zu columns", s->row_count, s->count);
    hui_buffer_printf(out, s->bad_count ? "; %zu rows more cannot be read\n\n" : "\n\n", s->bad_count);
    write_lines(out, lines, s->count + 1);
    for (size_t i = 0; i < SAMPLES && s->samples[i]; i++)
        hui_buffer_printf(out, "%s%s\n", i ? "" : "\n", s->samples[i]);
}

/* JSON
 * ---- */

static void write_member(summary *s, hui_buffer *out, const char *key, hui_value value)
{
    hui_buffer_printf(out, ",\"%s\":", key);
    hui_value_write_json(s->arena, out, value);
}

static void write_column(summary *s, hui_buffer *out, const column *c)
{
    hui_buffer_add_string(out, "{\"name\":");
    hui_value_write_json(s->arena, out, hui_value_string(c->name));
    write_member(s, out, "type", hui_value_string(kind_word(c)));
    write_member(s, out, "filled", hui_value_number((double)(c->cells - c->empty)));
    write_member(s, out, "empty", hui_value_number((double)(s->row_count - (c->cells - c->empty))));
    write_member(s, out, "distinct",
                 c->hashes.count > MOST_DISTINCT ? hui_value_null() : hui_value_number((double)c->hashes.count));
    write_member(s, out, "least", c->least);
    write_member(s, out, "greatest", c->greatest);
    if (c->texts > 0)
        write_member(s, out, "longest", hui_value_number((double)c->longest));
    hui_buffer_add_char(out, '}');
}

static void write_json(summary *s, hui_buffer *out)
{
    hui_buffer_printf(out, "{\"rows\":%zu,\"bad\":%zu,\"columns\":[", s->row_count, s->bad_count);
    for (size_t i = 0; i < s->count; i++) {
        hui_buffer_add_string(out, i ? "," : "");
        write_column(s, out, s->at[i]);
    }
    hui_buffer_add_string(out, "],\"samples\":[");
    for (size_t i = 0; i < SAMPLES && s->samples[i]; i++)
        hui_buffer_printf(out, "%s%s", i ? "," : "", s->samples[i]);
    hui_buffer_add_string(out, "]}\n");
}

/* Columns of CSV and SQLite are there without any rows. */
static void add_known(summary *s)
{
    hui_column_kind kind;
    const hui_row_reader *reader = s->rows->reader;
    for (size_t i = 0; reader && i < hui_row_reader_column_count(reader); i++)
        find_column(s, i, hui_row_reader_column(reader, i, &kind));
}

char *hui_rows_describe(hui_rows *rows, bool as_json)
{
    summary s = {.arena = hui_arena_new(), .rows = rows};
    hui_buffer out = {0};
    const hui_row *row;
    hui_rows_next_result result;
    add_known(&s);
    while ((result = hui_rows_next(rows, &row)) != HUI_ROWS_END)
        if (result == HUI_ROWS_ROW)
            add_row(&s, row);
        else
            s.bad_count++;
    warn(&s);
    if (as_json)
        write_json(&s, &out);
    else
        write_text(&s, &out);
    hui_arena_free(s.arena);
    return out.bytes;
}
