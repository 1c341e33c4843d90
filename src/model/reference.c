/* The reference: the field tables for people, as Markdown and on a terminal. */
#include "model/reference.h"
#include "model/tables.h"

#include "base/utf8.h"

#include <string.h>

enum { LINE_COLUMNS = 90, NAME_INDENT = 2 };

/* What may stand for a field, in plain words; the name of its record follows. */
static const char *type_words(const hui_field *field)
{
    static const char *const words[] = {
        [HUI_FIELD_STRING] = "string",
        [HUI_FIELD_TEXT] = "text",
        [HUI_FIELD_VALUE] = "string or number",
        [HUI_FIELD_ICON] = "icon",
        [HUI_FIELD_FILE] = "path",
        [HUI_FIELD_COLOR] = "colour",
        [HUI_FIELD_COLORS] = "scheme or array of colours",
        [HUI_FIELD_ACCENT] = "accent",
        [HUI_FIELD_NUMBER] = "number",
        [HUI_FIELD_INTEGER] = "whole number",
        [HUI_FIELD_NUMBERS] = "array of numbers",
        [HUI_FIELD_BOOL] = "true or false",
        [HUI_FIELD_ENUM] = "word",
        [HUI_FIELD_WORDS] = "word or array of words",
        [HUI_FIELD_LENGTH] = "length",
        [HUI_FIELD_LENGTHS] = "length or lengths",
        [HUI_FIELD_TRACKS] = "count or lengths",
        [HUI_FIELD_OBJECT] = "",
        [HUI_FIELD_LIST] = "array of ",
        [HUI_FIELD_MAP] = "by name: ",
        [HUI_FIELD_TEXTS] = "array of texts",
        [HUI_FIELD_PANEL] = "panel",
        [HUI_FIELD_PANELS] = "array of panels",
        [HUI_FIELD_JSON] = "object",
        [HUI_FIELD_CHART] = "Vega-Lite spec or path",
    };
    return words[field->kind];
}

/* ", between 1 and 12" and the like. */
static void add_range(hui_buffer *out, const hui_field *field)
{
    if (!(field->min < field->max) || field->kind == HUI_FIELD_TRACKS)
        return;
    if (hui_bound_is_real(field->min) || hui_bound_is_real(field->max))
        hui_buffer_add_string(out, ", ");
    hui_range_write(out, field->min, field->max);
}

/* GitHub's anchor of a heading. */
static void add_anchor(hui_buffer *out, const char *heading)
{
    for (; *heading; heading++)
        if (*heading == ' ')
            hui_buffer_add_char(out, '-');
        else if (*heading != '.')
            hui_buffer_add_char(out, *heading);
}

static void add_cell(hui_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            hui_buffer_add_char(out, '\\');
        hui_buffer_add_char(out, *text);
    }
}

static void write_row(hui_buffer *out, const hui_field *field)
{
    hui_buffer_printf(out, "| `%s` | %s", field->name, type_words(field));
    if (field->record) {
        hui_buffer_printf(out, "[%s](#", field->record->name);
        add_anchor(out, field->record->name);
        hui_buffer_add_char(out, ')');
        if (field->record->shorthand)
            hui_buffer_printf(out, " or just its `%s`", field->record->shorthand);
    }
    add_range(out, field);
    hui_buffer_add_string(out, " | ");
    if (field->required)
        hui_buffer_add_string(out, "*needed*");
    else if (field->fallback)
        hui_buffer_printf(out, "`%s`", field->fallback);
    hui_buffer_add_string(out, " | ");
    add_cell(out, field->doc);
    for (const hui_word *word = field->words; word && word->word; word++) {
        hui_buffer_printf(out, "%s`%s`", word == field->words ? ": " : word->doc ? "; " : ", ", word->word);
        if (word->doc)
            hui_buffer_add_char(out, ' ');
        add_cell(out, word->doc ? word->doc : "");
    }
    hui_buffer_add_string(out, " |\n");
}

static void write_table(hui_buffer *out, const hui_record *record)
{
    hui_buffer_printf(out, "%s.", record->doc);
    if (record->shorthand)
        hui_buffer_printf(out, " Just %s stands for an object with this `%s`.", hui_shorthand_words(record),
                          record->shorthand);
    hui_buffer_add_string(out, "\n\n");
    if (record->field_count == 0)
        return;
    hui_buffer_add_string(out, "| property | type | default | meaning |\n|---|---|---|---|\n");
    for (size_t i = 0; i < record->field_count; i++)
        write_row(out, &record->fields[i]);
    hui_buffer_add_char(out, '\n');
}

/* The record under a heading, those it leads to one level beneath. */
static void write_section(hui_buffer *out, hui_arena *arena, hui_records *written, const hui_record *record,
                          const char *intro)
{
    const size_t first = written->count;
    hui_records_collect(arena, written, record);
    for (size_t i = first; i < written->count; i++) {
        hui_buffer_printf(out, "%s %s\n\n", i == first ? "###" : "####", written->at[i]->name);
        if (i == first && intro)
            hui_buffer_add_string(out, intro);
        write_table(out, written->at[i]);
    }
}

void hui_reference_write(hui_buffer *out, const hui_panel_kind *const *kinds, size_t count)
{
    static const char preface[] =
        "A *text* is inline Markdown: `**strong**`, `*emphasis*`, `[link](address)`; `\\n` breaks the line.\n"
        "A *length* is a number of px, or a string with a unit: `\"10mm\"`, `\"2cm\"`, `\"12pt\"`, `\"50%\"`, "
        "`\"1fr\"`, `\"auto\"`.\n"
        "A *colour* is `#RGB`, `#RRGGBB`, `#RRGGBBAA`, a role of the palette such as `ink` or `gold`, an accent's "
        "name, or `accent`,\n"
        "`accent-dark`, `accent-line`, `accent-tint` of the accent in force. An *icon* is a name (`huibao icons`) or "
        "the path of an\n"
        "`.svg` file; paths are relative to the file they stand in. `$schema` and `$comment` may stand in every "
        "object.\n\n";
    hui_arena *arena = hui_arena_new();
    hui_records written = {0};
    hui_buffer_add_string(out, preface);
    hui_buffer_add_string(out, "## Posters\n\n");
    write_section(out, arena, &written, &hui_poster_record, NULL);
    hui_buffer_add_string(out, "## Panels\n\n");
    write_section(
        out, arena, &written, &hui_panel_common_record,
        "A panel is an object with a `type`, or `{\"include\": \"path\"}` for a panel in a file of its own.\n\n");
    for (size_t i = 0; i < count; i++)
        write_section(out, arena, &written, &kinds[i]->record, NULL);
    hui_arena_free(arena);
}

static size_t columns_of(const char *text, size_t size)
{
    size_t columns = 0;
    for (const char *at = text, *end = text + size; at < end;)
        columns += (size_t)hui_utf8_columns(hui_utf8_next(&at));
    return columns;
}

/* Words of `text` from column `from` on, in lines that begin there. */
static void add_wrapped(hui_buffer *out, const char *text, size_t from)
{
    size_t column = from;
    while (*text) {
        const size_t length = strcspn(text, " "), width = columns_of(text, length);
        if (column > from && column + 1 + width > LINE_COLUMNS) {
            hui_buffer_printf(out, "\n%*s", (int)from, "");
            column = from;
        } else if (column > from) {
            hui_buffer_add_char(out, ' ');
            column++;
        }
        hui_buffer_add(out, text, length);
        column += width;
        text += length;
        text += strspn(text, " ");
    }
    hui_buffer_add_char(out, '\n');
}

static void describe_type(hui_buffer *out, const hui_field *field)
{
    hui_buffer_add_string(out, type_words(field));
    if (field->record)
        hui_buffer_add_string(out, field->record->name);
    add_range(out, field);
}

static void describe_field(hui_buffer *out, const hui_field *field)
{
    hui_buffer_printf(out, "  %s  (", field->name);
    describe_type(out, field);
    if (field->required)
        hui_buffer_add_string(out, "; needed");
    else if (field->fallback)
        hui_buffer_printf(out, "; default %s", field->fallback);
    hui_buffer_add_string(out, ")\n      ");
    add_wrapped(out, field->doc, 6);
    for (const hui_word *word = field->words; word && word->word; word++) {
        hui_buffer_printf(out, word->doc ? "        %-10s " : "        %s", word->word);
        add_wrapped(out, word->doc ? word->doc : "", strlen(word->word) > 10 ? 9 + strlen(word->word) : 19);
    }
}

static void describe_record(hui_buffer *out, const hui_record *record, bool is_panel)
{
    hui_buffer_printf(out, "%s: ", record->name);
    add_wrapped(out, record->doc, strlen(record->name) + 2);
    if (record->shorthand && !is_panel)
        hui_buffer_printf(out, "Just %s stands for an object with this %s.\n", hui_shorthand_words(record),
                          record->shorthand);
    hui_buffer_add_char(out, '\n');
    for (size_t i = 0; i < record->field_count; i++)
        describe_field(out, &record->fields[i]);
    if (!is_panel)
        return;
    hui_buffer_add_string(out, "\nLike every panel: ");
    for (size_t i = 0; i < hui_panel_common_record.field_count; i++)
        hui_buffer_printf(out, "%s%s", i > 0 ? ", " : "", hui_panel_common_record.fields[i].name);
    hui_buffer_add_string(out, " (describe panel).\n");
}

/* Every record by its name: of the poster, of panels, and what they lead to. */
static const hui_record *find_record(hui_arena *arena, const char *name, const hui_panel_kind *const *kinds,
                                     size_t count)
{
    hui_records records = {0};
    for (size_t i = 0; i < count; i++)
        if (!strcmp(kinds[i]->record.name, name))
            return &kinds[i]->record;
    hui_records_collect(arena, &records, &hui_poster_record);
    hui_records_collect(arena, &records, &hui_panel_common_record);
    for (size_t i = 0; i < count; i++)
        hui_records_collect(arena, &records, &kinds[i]->record);
    for (size_t i = 0; i < records.count; i++)
        if (!strcmp(records.at[i]->name, name))
            return records.at[i];
    return NULL;
}

/* "kpi.change.trend": from a record along its fields. Where the way ends at a record, *field is NULL. */
static const hui_record *follow(hui_arena *arena, const char *word, const hui_panel_kind *const *kinds, size_t count,
                                const hui_field **field)
{
    char *path = hui_arena_string(arena, word), *rest = strchr(path, '.');
    if (rest)
        *rest++ = 0;
    const hui_record *record = find_record(arena, path, kinds, count);
    *field = NULL;
    while (record && rest) {
        char *name = rest;
        if ((rest = strchr(name, '.')))
            *rest++ = 0;
        *field = hui_record_field(record, name);
        if (!*field || (rest && !(*field)->record))
            return NULL;
        if ((*field)->record) {
            record = (*field)->record;
            *field = NULL;
        }
    }
    return record;
}

static bool is_panel_kind(const hui_record *record, const hui_panel_kind *const *kinds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (&kinds[i]->record == record)
            return true;
    return false;
}

bool hui_reference_describe(hui_buffer *out, const char *word, const hui_panel_kind *const *kinds, size_t count)
{
    hui_arena *arena = hui_arena_new();
    const hui_field *field;
    const hui_record *record = find_record(arena, word, kinds, count);
    if (record)
        field = NULL;
    else
        record = follow(arena, word, kinds, count, &field);
    if (field && record)
        describe_field(out, field);
    else if (record)
        describe_record(out, record, is_panel_kind(record, kinds, count));
    hui_arena_free(arena);
    return record != NULL;
}
