/* JSON Schema, draft 2020-12: the field tables for editors, which complete and check with it while one types. */
#include "model/reference.h"
#include "model/tables.h"

#include <string.h>

/* Writes indented JSON. */
typedef struct writer {
    hui_buffer *out;
    int depth;
    bool is_first;
    hui_arena *arena;
    hui_records records; /* those of $defs */
} writer;

static void new_line(writer *w)
{
    hui_buffer_add_char(w->out, '\n');
    for (int i = 0; i < w->depth; i++)
        hui_buffer_add_string(w->out, "  ");
}

static void item(writer *w)
{
    if (!w->is_first)
        hui_buffer_add_char(w->out, ',');
    if (w->depth > 0)
        new_line(w);
    w->is_first = false;
}

static void quote(writer *w, const char *text)
{
    hui_buffer_add_char(w->out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            hui_buffer_add_char(w->out, '\\');
        hui_buffer_add_char(w->out, *text);
    }
    hui_buffer_add_char(w->out, '"');
}

static void key(writer *w, const char *name)
{
    item(w);
    quote(w, name);
    hui_buffer_add_string(w->out, ": ");
}

static void open(writer *w, const char *name, char bracket)
{
    if (name)
        key(w, name);
    else
        item(w);
    hui_buffer_add_char(w->out, bracket);
    w->depth++;
    w->is_first = true;
}

static void close(writer *w, char bracket)
{
    w->depth--;
    if (!w->is_first)
        new_line(w);
    hui_buffer_add_char(w->out, bracket);
    w->is_first = false;
}

static void text(writer *w, const char *name, const char *value)
{
    key(w, name);
    quote(w, value);
}

/* `json` as it is. */
static void raw(writer *w, const char *name, const char *json)
{
    if (name)
        key(w, name);
    else
        item(w);
    hui_buffer_add_string(w->out, json);
}

static void number(writer *w, const char *name, double value)
{
    key(w, name);
    hui_buffer_add_number(w->out, value, 6);
}

static bool same_name(const hui_record *a, const hui_record *b)
{
    return !strcmp(a->name, b->name);
}

/* The record's key in $defs, fit for a URI: "kpi-change"; numbered where several records have a name. */
static const char *definition(writer *w, const hui_record *record)
{
    const size_t index = hui_records_index(&w->records, record);
    size_t namesakes = 1;
    for (size_t i = 0; i < index; i++)
        namesakes += same_name(w->records.at[i], record);
    char *name = hui_arena_string(w->arena, record->name);
    for (char *c = name; *c; c++)
        if (*c == ' ' || *c == '.')
            *c = '-';
    return namesakes > 1 ? hui_arena_printf(w->arena, "%s-%zu", name, namesakes) : name;
}

static void reference(writer *w, const hui_record *record)
{
    text(w, "$ref", hui_arena_printf(w->arena, "#/$defs/%s", definition(w, record)));
}

static void write_range(writer *w, const hui_field *field)
{
    if (!(field->min < field->max))
        return;
    if (hui_bound_is_tiny(field->min))
        number(w, "exclusiveMinimum", 0);
    else if (hui_bound_is_real(field->min))
        number(w, "minimum", field->min);
    if (hui_bound_is_real(field->max))
        number(w, "maximum", field->max);
}

static void write_words(writer *w, const hui_word *words)
{
    open(w, "oneOf", '[');
    for (; words->word; words++) {
        open(w, NULL, '{');
        text(w, "const", words->word);
        if (words->doc)
            text(w, "description", words->doc);
        close(w, '}');
    }
    close(w, ']');
}

/* One word or an array of them. */
static void write_word_set(writer *w, const hui_word *words)
{
    open(w, "anyOf", '[');
    open(w, NULL, '{');
    write_words(w, words);
    close(w, '}');
    open(w, NULL, '{');
    text(w, "type", "array");
    raw(w, "minItems", "1");
    open(w, "items", '{');
    write_words(w, words);
    close(w, '}');
    close(w, '}');
    close(w, ']');
}

static void write_length(writer *w, const hui_field *field)
{
    open(w, "anyOf", '[');
    open(w, NULL, '{');
    text(w, "type", "number");
    write_range(w, field);
    close(w, '}');
    raw(w, NULL, "{\"$ref\": \"#/$defs/length\"}");
    close(w, ']');
}

/* `one` or an array of lengths. */
static void write_lengths(writer *w, const hui_field *field, const char *one)
{
    open(w, "anyOf", '[');
    open(w, NULL, '{');
    if (one)
        text(w, "type", one);
    else
        write_length(w, field);
    close(w, '}');
    open(w, NULL, '{');
    text(w, "type", "array");
    open(w, "items", '{');
    write_length(w, &(hui_field){0});
    close(w, '}');
    close(w, '}');
    close(w, ']');
}

static void write_map(writer *w, const hui_field *field)
{
    text(w, "type", "object");
    if (!field->words) {
        open(w, "additionalProperties", '{');
        reference(w, field->record);
        close(w, '}');
        return;
    }
    open(w, "properties", '{');
    for (const hui_word *word = field->words; word->word; word++) {
        open(w, word->word, '{');
        reference(w, field->record);
        if (word->doc)
            text(w, "description", word->doc);
        close(w, '}');
    }
    close(w, '}');
    raw(w, "additionalProperties", "false");
}

/* Items may be one object that stands for what it repeats. */
static void write_array(writer *w, const hui_record *record, const char *other)
{
    text(w, "type", "array");
    open(w, "items", '{');
    raw(w, "if", "{\"type\": \"object\", \"required\": [\"repeat\", \"each\"]}");
    raw(w, "then", "{\"$ref\": \"#/$defs/each\"}");
    open(w, "else", '{');
    if (record)
        reference(w, record);
    else
        raw(w, other[0] == '#' ? "$ref" : "type", hui_arena_printf(w->arena, "\"%s\"", other));
    close(w, '}');
    close(w, '}');
}

static void write_colors(writer *w)
{
    open(w, "anyOf", '[');
    open(w, NULL, '{');
    text(w, "type", "string");
    close(w, '}');
    open(w, NULL, '{');
    write_array(w, NULL, "#/$defs/color");
    close(w, '}');
    close(w, ']');
}

static void write_numbers(writer *w, const hui_field *field)
{
    text(w, "type", "array");
    open(w, "items", '{');
    text(w, "type", "number");
    write_range(w, field);
    close(w, '}');
}

static void write_type(writer *w, const hui_field *field)
{
    switch (field->kind) {
    case HUI_FIELD_STRING:
    case HUI_FIELD_TEXT:
    case HUI_FIELD_ICON:
    case HUI_FIELD_FILE:
        text(w, "type", "string");
        break;
    case HUI_FIELD_VALUE:
        raw(w, "type", "[\"string\", \"number\"]");
        break;
    case HUI_FIELD_COLOR:
        text(w, "$ref", "#/$defs/color");
        break;
    case HUI_FIELD_COLORS:
        write_colors(w);
        break;
    case HUI_FIELD_ACCENT:
        text(w, "$ref", "#/$defs/accent");
        break;
    case HUI_FIELD_NUMBER:
    case HUI_FIELD_INTEGER:
        text(w, "type", field->kind == HUI_FIELD_NUMBER ? "number" : "integer");
        write_range(w, field);
        break;
    case HUI_FIELD_NUMBERS:
        write_numbers(w, field);
        break;
    case HUI_FIELD_BOOL:
        text(w, "type", "boolean");
        break;
    case HUI_FIELD_ENUM:
        write_words(w, field->words);
        break;
    case HUI_FIELD_WORDS:
        write_word_set(w, field->words);
        break;
    case HUI_FIELD_LENGTH:
        write_length(w, field);
        break;
    case HUI_FIELD_LENGTHS:
        write_lengths(w, field, NULL);
        break;
    case HUI_FIELD_TRACKS:
        write_lengths(w, field, "integer");
        break;
    case HUI_FIELD_OBJECT:
        reference(w, field->record);
        break;
    case HUI_FIELD_LIST:
        write_array(w, field->record, NULL);
        break;
    case HUI_FIELD_MAP:
        write_map(w, field);
        break;
    case HUI_FIELD_TEXTS:
        write_array(w, NULL, "string");
        break;
    case HUI_FIELD_PANEL:
        text(w, "$ref", "#/$defs/any-panel");
        break;
    case HUI_FIELD_PANELS:
        write_array(w, NULL, "#/$defs/any-panel");
        break;
    case HUI_FIELD_JSON:
        text(w, "type", "object");
        break;
    case HUI_FIELD_CHART:
        raw(w, "type", "[\"object\", \"string\"]");
        break;
    }
}

/* Kinds of which not any string will do, so that a template's braces must be named. */
static bool refuses_strings(hui_field_kind kind)
{
    static const hui_field_kind takes[] = {HUI_FIELD_STRING, HUI_FIELD_TEXT,  HUI_FIELD_VALUE,  HUI_FIELD_ICON,
                                           HUI_FIELD_FILE,   HUI_FIELD_COLOR, HUI_FIELD_ACCENT, HUI_FIELD_CHART};
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++)
        if (takes[i] == kind)
            return false;
    return true;
}

static void write_type_or_template(writer *w, const hui_field *field)
{
    if (!refuses_strings(field->kind)) {
        write_type(w, field);
        return;
    }
    open(w, "anyOf", '[');
    open(w, NULL, '{');
    write_type(w, field);
    close(w, '}');
    raw(w, NULL, "{\"$ref\": \"#/$defs/template\"}");
    close(w, ']');
}

static void write_field(writer *w, const hui_field *field)
{
    open(w, field->name, '{');
    text(w, "description", field->doc);
    write_type_or_template(w, field);
    if (field->fallback)
        raw(w, "default", field->fallback);
    close(w, '}');
}

static void write_common(writer *w, const hui_record *own)
{
    for (size_t i = 0; i < hui_panel_common_record.field_count; i++) {
        const char *name = hui_panel_common_record.fields[i].name;
        if (own && hui_record_field(own, name))
            continue;
        open(w, name, '{');
        text(w, "$ref",
             hui_arena_printf(w->arena, "#/$defs/%s/properties/%s", definition(w, &hui_panel_common_record), name));
        close(w, '}');
    }
}

/* What every object takes that may stand in a list. */
static void write_repeat_words(writer *w)
{
    raw(w, "repeat", "{\"$ref\": \"#/$defs/repeat\"}");
    raw(w, "when", "{\"$ref\": \"#/$defs/when\"}");
}

/* Templates: texts with braces, and objects that are repeated. */
static void write_templates(writer *w)
{
    raw(w, "template",
        "{\"description\": \"A template: {{field}} stands for a value of the row\", \"type\": \"string\", \"pattern\": "
        "\"\\\\{\\\\{\"}");
    raw(w, "when",
        "{\"description\": \"An expression: the object is left out where it is not true\", \"type\": \"string\"}");
    open(w, "repeat", '{');
    text(w, "description", "The rows for each of which the object stands once: the name of data, or a list");
    raw(w, "anyOf",
        "[{\"type\": [\"string\", \"array\"]}, {\"type\": \"object\", \"properties\": {\"data\": {\"type\": [\"string\", "
        "\"array\"]}, \"filter\": {\"type\": \"string\"}, \"sort\": {}, \"limit\": {\"type\": [\"integer\", \"string\"]}, "
        "\"offset\": {\"type\": [\"integer\", \"string\"]}, \"$comment\": true}, \"required\": [\"data\"], "
        "\"additionalProperties\": false}]");
    close(w, '}');
    open(w, "each", '{');
    text(w, "description", "What is repeated where it is no object, or several: an item, or an array of items");
    raw(w, "type", "\"object\"");
    raw(w, "properties",
        "{\"repeat\": {\"$ref\": \"#/$defs/repeat\"}, \"when\": {\"$ref\": \"#/$defs/when\"}, \"each\": {}, \"$comment\": true}");
    raw(w, "additionalProperties", "false");
    close(w, '}');
}

/* `type` is the panel type's word, or NULL for a record that is not a panel. */
static void write_properties(writer *w, const hui_record *record, const char *type)
{
    open(w, "properties", '{');
    if (type) {
        open(w, "type", '{');
        text(w, "const", type);
        close(w, '}');
    }
    for (size_t i = 0; i < record->field_count; i++)
        write_field(w, &record->fields[i]);
    if (type)
        write_common(w, record);
    write_repeat_words(w);
    raw(w, "$schema", "{\"type\": \"string\"}");
    raw(w, "$comment", "true");
    close(w, '}');
    open(w, "required", '[');
    if (type)
        raw(w, NULL, "\"type\"");
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].required)
            raw(w, NULL, hui_arena_printf(w->arena, "\"%s\"", record->fields[i].name));
    close(w, ']');
    raw(w, "additionalProperties", "false");
}

static void write_record(writer *w, const hui_record *record, const char *type)
{
    open(w, definition(w, record), '{');
    text(w, "description", record->doc);
    if (record->shorthand && !type) {
        open(w, "anyOf", '[');
        open(w, NULL, '{');
        write_type(w, hui_record_field(record, record->shorthand));
        close(w, '}');
        open(w, NULL, '{');
    }
    text(w, "type", "object");
    write_properties(w, record, type);
    if (record->shorthand && !type) {
        close(w, '}');
        close(w, ']');
    }
    close(w, '}');
}

static void write_include(writer *w)
{
    open(w, "include", '{');
    text(w, "description",
         "A panel that stands in a file of its own; the properties all panels have override what the file says");
    text(w, "type", "object");
    open(w, "properties", '{');
    raw(w, "include", "{\"type\": \"string\", \"description\": \"the file's path, relative to this file\"}");
    write_common(w, NULL);
    write_repeat_words(w);
    raw(w, "$comment", "true");
    raw(w, "$schema", "{\"type\": \"string\"}");
    close(w, '}');
    raw(w, "required", "[\"include\"]");
    raw(w, "additionalProperties", "false");
    close(w, '}');
}

static void write_any_panel(writer *w, const hui_panel_kind *const *kinds, size_t count)
{
    open(w, "any-panel", '{');
    text(w, "type", "object");
    raw(w, "if", "{\"required\": [\"include\"]}");
    raw(w, "then", "{\"$ref\": \"#/$defs/include\"}");
    open(w, "else", '{');
    raw(w, "required", "[\"type\"]");
    open(w, "properties", '{');
    open(w, "type", '{');
    open(w, "oneOf", '[');
    for (size_t i = 0; i < count; i++) {
        open(w, NULL, '{');
        text(w, "const", kinds[i]->record.name);
        text(w, "description", kinds[i]->record.doc);
        close(w, '}');
    }
    close(w, ']');
    close(w, '}');
    close(w, '}');
    open(w, "allOf", '[');
    for (size_t i = 0; i < count; i++) {
        open(w, NULL, '{');
        raw(w, "if",
            hui_arena_printf(w->arena, "{\"properties\": {\"type\": {\"const\": \"%s\"}}}", kinds[i]->record.name));
        raw(w, "then", hui_arena_printf(w->arena, "{\"$ref\": \"#/$defs/%s\"}", definition(w, &kinds[i]->record)));
        close(w, '}');
    }
    close(w, ']');
    close(w, '}');
    close(w, '}');
}

/* Names to complete; specs may add accents of their own, so any string passes. */
static void write_names(writer *w, bool with_colors)
{
    open(w, with_colors ? "color" : "accent", '{');
    open(w, "anyOf", '[');
    open(w, NULL, '{');
    open(w, "enum", '[');
    static const char *const of_accent[] = {"accent", "accent-dark", "accent-line", "accent-tint"};
    HUI_VEC(const char *) names = {0};
    for (size_t i = 0; with_colors && i < sizeof of_accent / sizeof *of_accent; i++)
        *hui_vec_push(w->arena, &names) = of_accent[i];
    for (size_t i = 0; with_colors && i < hui_palette_name_count(); i++)
        *hui_vec_push(w->arena, &names) = hui_palette_name(i);
    for (size_t i = 0; i < hui_theme_count; i++)
        for (size_t j = 0; j < hui_themes[i]->accent_count; j++)
            *hui_vec_push(w->arena, &names) = hui_themes[i]->accents[j].name;
    for (size_t i = 0, j; i < names.count; i++) {
        for (j = 0; strcmp(names.at[j], names.at[i]) != 0; j++)
            ;
        if (j == i) {
            item(w);
            quote(w, names.at[i]);
        }
    }
    close(w, ']');
    close(w, '}');
    if (with_colors)
        raw(w, NULL, "{\"type\": \"string\", \"pattern\": \"^#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$\"}");
    raw(w, NULL, "{\"type\": \"string\", \"pattern\": \"^[^#]\"}");
    close(w, ']');
    close(w, '}');
}

static const hui_panel_kind *find_kind(const hui_record *record, const hui_panel_kind *const *kinds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (&kinds[i]->record == record)
            return kinds[i];
    return NULL;
}

static void write_definitions(writer *w, const hui_panel_kind *const *kinds, size_t count)
{
    open(w, "$defs", '{');
    write_any_panel(w, kinds, count);
    write_include(w);
    write_templates(w);
    raw(w, "length", "{\"type\": \"string\", \"pattern\": \"^(auto|-?[0-9]+([.][0-9]+)? *(px|mm|cm|pt|in|%|fr)?)$\"}");
    write_names(w, true);
    write_names(w, false);
    for (size_t i = 0; i < w->records.count; i++) {
        const hui_panel_kind *kind = find_kind(w->records.at[i], kinds, count);
        write_record(w, w->records.at[i], kind ? kind->record.name : NULL);
    }
    close(w, '}');
}

void hui_schema_write(hui_buffer *out, const hui_panel_kind *const *kinds, size_t count)
{
    writer w = {.out = out, .is_first = true, .arena = hui_arena_new()};
    hui_records_collect(w.arena, &w.records, &hui_poster_record);
    hui_records_collect(w.arena, &w.records, &hui_panel_common_record);
    for (size_t i = 0; i < count; i++)
        hui_records_collect(w.arena, &w.records, &kinds[i]->record);

    open(&w, NULL, '{');
    text(&w, "$schema", "https://json-schema.org/draft/2020-12/schema");
    text(&w, "title", "huibao: a poster, or one of its panels");
    text(&w, "type", "object");
    raw(&w, "if", "{\"anyOf\": [{\"required\": [\"type\"]}, {\"required\": [\"include\"]}]}");
    raw(&w, "then", "{\"$ref\": \"#/$defs/any-panel\"}");
    open(&w, "else", '{');
    reference(&w, &hui_poster_record);
    close(&w, '}');
    write_definitions(&w, kinds, count);
    close(&w, '}');
    hui_buffer_add_char(out, '\n');
    hui_arena_free(w.arena);
}
