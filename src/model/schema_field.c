/* Fields of the JSON Schema: what may stand there, and where it is written once for all records that have it. */
#include "model/schema.h"

#include <string.h>

static bool same_name(const hui_record *a, const hui_record *b)
{
    return !strcmp(a->name, b->name);
}

/* The record's key in $defs, fit for a URI: "kpi-change"; numbered where several records have a name. */
const char *hui_schema_definition(hui_schema *w, const hui_record *record)
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

void hui_schema_reference(hui_schema *w, const hui_record *record)
{
    hui_writer_text(&w->json, "$ref", hui_arena_printf(w->arena, "#/$defs/%s", hui_schema_definition(w, record)));
}

static void write_range(hui_schema *w, const hui_field *field)
{
    if (!(field->min < field->max))
        return;
    if (hui_bound_is_tiny(field->min))
        hui_writer_number(&w->json, "exclusiveMinimum", 0);
    else if (hui_bound_is_real(field->min))
        hui_writer_number(&w->json, "minimum", field->min);
    if (hui_bound_is_real(field->max))
        hui_writer_number(&w->json, "maximum", field->max);
}

/* What fields share is written once: a table of words of several fields has a key of its own in $defs. */
hui_shared_words *hui_schema_find_words(hui_schema *w, const hui_word *words)
{
    for (size_t i = 0; i < w->words.count; i++)
        if (w->words.at[i].words == words)
            return &w->words.at[i];
    return NULL;
}

const char *hui_schema_words_definition(hui_schema *w, const hui_shared_words *shared)
{
    return hui_arena_printf(w->arena, "words-%s-%s", hui_schema_definition(w, shared->record), shared->field->name);
}

void hui_schema_write_choice(hui_schema *w, const hui_word *words)
{
    hui_writer_open(&w->json, "oneOf", '[');
    for (; words->word; words++) {
        hui_writer_open(&w->json, NULL, '{');
        hui_writer_text(&w->json, "const", words->word);
        if (words->doc)
            hui_writer_text(&w->json, "description", words->doc);
        hui_writer_close(&w->json, '}');
    }
    hui_writer_close(&w->json, ']');
}

static void write_words(hui_schema *w, const hui_word *words)
{
    const hui_shared_words *shared = hui_schema_find_words(w, words);
    if (shared && shared->uses > 1)
        hui_writer_text(&w->json, "$ref",
                        hui_arena_printf(w->arena, "#/$defs/%s", hui_schema_words_definition(w, shared)));
    else
        hui_schema_write_choice(w, words);
}

/* One word or an array of them. */
static void write_word_set(hui_schema *w, const hui_word *words)
{
    hui_writer_open(&w->json, "anyOf", '[');
    hui_writer_open(&w->json, NULL, '{');
    write_words(w, words);
    hui_writer_close(&w->json, '}');
    hui_writer_open(&w->json, NULL, '{');
    hui_writer_text(&w->json, "type", "array");
    hui_writer_raw(&w->json, "minItems", "1");
    hui_writer_open(&w->json, "items", '{');
    write_words(w, words);
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, ']');
}

static void write_length(hui_schema *w, const hui_field *field)
{
    hui_writer_open(&w->json, "anyOf", '[');
    hui_writer_open(&w->json, NULL, '{');
    hui_writer_text(&w->json, "type", "number");
    write_range(w, field);
    hui_writer_close(&w->json, '}');
    hui_writer_raw(&w->json, NULL, "{\"$ref\": \"#/$defs/length\"}");
    hui_writer_close(&w->json, ']');
}

/* `one` or an array of lengths. */
static void write_lengths(hui_schema *w, const hui_field *field, const char *one)
{
    hui_writer_open(&w->json, "anyOf", '[');
    hui_writer_open(&w->json, NULL, '{');
    if (one)
        hui_writer_text(&w->json, "type", one);
    else
        write_length(w, field);
    hui_writer_close(&w->json, '}');
    hui_writer_open(&w->json, NULL, '{');
    hui_writer_text(&w->json, "type", "array");
    hui_writer_open(&w->json, "items", '{');
    write_length(w, &(hui_field){0});
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, ']');
}

static void write_map(hui_schema *w, const hui_field *field)
{
    hui_writer_text(&w->json, "type", "object");
    if (!field->words) {
        hui_writer_open(&w->json, "additionalProperties", '{');
        hui_schema_reference(w, field->record);
        hui_writer_close(&w->json, '}');
        return;
    }
    hui_writer_open(&w->json, "properties", '{');
    for (const hui_word *word = field->words; word->word; word++) {
        hui_writer_open(&w->json, word->word, '{');
        hui_schema_reference(w, field->record);
        if (word->doc)
            hui_writer_text(&w->json, "description", word->doc);
        hui_writer_close(&w->json, '}');
    }
    hui_writer_close(&w->json, '}');
    hui_writer_raw(&w->json, "additionalProperties", "false");
}

/* Items may be one object that stands for what it repeats. */
static void write_array(hui_schema *w, const hui_record *record, const char *other)
{
    hui_writer_text(&w->json, "type", "array");
    hui_writer_open(&w->json, "items", '{');
    hui_writer_raw(&w->json, "if", "{\"type\": \"object\", \"required\": [\"repeat\", \"each\"]}");
    hui_writer_raw(&w->json, "then", "{\"$ref\": \"#/$defs/each\"}");
    hui_writer_open(&w->json, "else", '{');
    if (record)
        hui_schema_reference(w, record);
    else
        hui_writer_raw(&w->json, other[0] == '#' ? "$ref" : "type", hui_arena_printf(w->arena, "\"%s\"", other));
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, '}');
}

/* The name of a scheme, or an array of colours. */
static void write_colors(hui_schema *w)
{
    hui_writer_open(&w->json, "anyOf", '[');
    hui_writer_raw(&w->json, NULL, "{\"type\": \"string\"}");
    hui_writer_open(&w->json, NULL, '{');
    write_array(w, NULL, "#/$defs/color");
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, ']');
}

static void write_numbers(hui_schema *w, const hui_field *field)
{
    hui_writer_text(&w->json, "type", "array");
    hui_writer_open(&w->json, "items", '{');
    hui_writer_text(&w->json, "type", "number");
    write_range(w, field);
    hui_writer_close(&w->json, '}');
}

void hui_schema_write_type(hui_schema *w, const hui_field *field)
{
    switch (field->kind) {
    case HUI_FIELD_STRING:
    case HUI_FIELD_TEXT:
    case HUI_FIELD_ICON:
    case HUI_FIELD_FILE:
        hui_writer_text(&w->json, "type", "string");
        break;
    case HUI_FIELD_VALUE:
        hui_writer_raw(&w->json, "type", "[\"string\", \"number\"]");
        break;
    case HUI_FIELD_COLOR:
        hui_writer_text(&w->json, "$ref", "#/$defs/color");
        break;
    case HUI_FIELD_COLORS:
        write_colors(w);
        break;
    case HUI_FIELD_ACCENT:
        hui_writer_text(&w->json, "$ref", "#/$defs/accent");
        break;
    case HUI_FIELD_NUMBER:
    case HUI_FIELD_INTEGER:
        hui_writer_text(&w->json, "type", field->kind == HUI_FIELD_NUMBER ? "number" : "integer");
        write_range(w, field);
        break;
    case HUI_FIELD_NUMBERS:
        write_numbers(w, field);
        break;
    case HUI_FIELD_BOOL:
        hui_writer_text(&w->json, "type", "boolean");
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
        hui_schema_reference(w, field->record);
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
        hui_writer_text(&w->json, "$ref", "#/$defs/any-panel");
        break;
    case HUI_FIELD_PANELS:
        write_array(w, NULL, "#/$defs/any-panel");
        break;
    case HUI_FIELD_JSON:
        hui_writer_text(&w->json, "type", "object");
        break;
    case HUI_FIELD_CHART:
        hui_writer_raw(&w->json, "type", "[\"object\", \"string\"]");
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

static void write_type_or_template(hui_schema *w, const hui_field *field)
{
    if (!refuses_strings(field->kind)) {
        hui_schema_write_type(w, field);
        return;
    }
    hui_writer_open(&w->json, "anyOf", '[');
    hui_writer_open(&w->json, NULL, '{');
    hui_schema_write_type(w, field);
    hui_writer_close(&w->json, '}');
    hui_writer_raw(&w->json, NULL, "{\"$ref\": \"#/$defs/template\"}");
    hui_writer_close(&w->json, ']');
}

const hui_panel_kind *hui_schema_find_kind(const hui_schema *w, const hui_record *record)
{
    for (size_t i = 0; i < w->kind_count; i++)
        if (&w->kinds[i]->record == record)
            return w->kinds[i];
    return NULL;
}

/* Where a record's properties are: beside its shorthand, if it has one. */
const char *hui_schema_property_path(hui_schema *w, const hui_record *record, const char *name)
{
    const bool is_choice = record->shorthand && !hui_schema_find_kind(w, record);
    return hui_arena_printf(w->arena, "#/$defs/%s/%sproperties/%s", hui_schema_definition(w, record),
                            is_choice ? "anyOf/1/" : "", name);
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether both are written alike. */
static bool is_same_field(const hui_field *a, const hui_field *b)
{
    return a->kind == b->kind && a->words == b->words && a->record == b->record && is_same_text(a->name, b->name) &&
           is_same_text(a->doc, b->doc) && is_same_text(a->fallback, b->fallback) && !(a->min < b->min) &&
           !(b->min < a->min) && !(a->max < b->max) && !(b->max < a->max);
}

/* The first record that has this very field. */
const hui_record *hui_schema_find_owner(const hui_schema *w, const hui_field *field)
{
    for (size_t i = 0; i < w->records.count; i++) {
        const hui_field *found = hui_record_field(w->records.at[i], field->name);
        if (found && is_same_field(found, field))
            return w->records.at[i];
    }
    return NULL;
}

void hui_schema_write_field(hui_schema *w, const hui_record *record, const hui_field *field)
{
    const hui_record *owner = hui_schema_find_owner(w, field);
    if (owner != record) {
        hui_writer_open(&w->json, field->name, '{');
        hui_writer_text(&w->json, "$ref", hui_schema_property_path(w, owner, field->name));
        hui_writer_close(&w->json, '}');
        return;
    }
    hui_writer_open(&w->json, field->name, '{');
    hui_writer_text(&w->json, "description", field->doc);
    write_type_or_template(w, field);
    if (field->fallback)
        hui_writer_raw(&w->json, "default", field->fallback);
    hui_writer_close(&w->json, '}');
}
