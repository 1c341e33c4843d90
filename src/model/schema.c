/* JSON Schema, draft 2020-12: the field tables for editors, which complete and check with it while one types. */
#include "model/reference.h"
#include "model/schema.h"

#include <string.h>

static void write_common(hui_schema *w, const hui_record *own)
{
    for (size_t i = 0; i < hui_panel_common_record.field_count; i++) {
        const char *name = hui_panel_common_record.fields[i].name;
        if (own && hui_record_field(own, name))
            continue;
        hui_writer_open(&w->json, name, '{');
        hui_writer_text(&w->json, "$ref", hui_schema_property_path(w, &hui_panel_common_record, name));
        hui_writer_close(&w->json, '}');
    }
}

/* What every object takes that may stand in a list. */
static void write_repeat_words(hui_schema *w)
{
    hui_writer_raw(&w->json, "repeat", "{\"$ref\": \"#/$defs/repeat\"}");
    hui_writer_raw(&w->json, "when", "{\"$ref\": \"#/$defs/when\"}");
}

/* Templates: texts with braces, and objects that are repeated. */
static void write_templates(hui_schema *w)
{
    hui_writer_raw(
        &w->json, "template",
        "{\"description\": \"A template: {{field}} stands for a value of the row\", \"type\": \"string\", \"pattern\": "
        "\"\\\\{\\\\{\"}");
    hui_writer_raw(
        &w->json, "when",
        "{\"description\": \"An expression: the object is left out where it is not true\", \"type\": \"string\"}");
    hui_writer_open(&w->json, "repeat", '{');
    hui_writer_text(&w->json, "description",
                    "The rows for each of which the object stands once: the name of data, or a list");
    hui_writer_raw(&w->json, "anyOf",
                   "[{\"type\": [\"string\", \"array\"]}, {\"type\": \"object\", \"properties\": {\"data\": {\"type\": "
                   "[\"string\", "
                   "\"array\"]}, \"filter\": {\"type\": \"string\"}, \"sort\": {}, \"limit\": {\"type\": [\"integer\", "
                   "\"string\"]}, "
                   "\"offset\": {\"type\": [\"integer\", \"string\"]}, \"$comment\": true}, \"required\": [\"data\"], "
                   "\"additionalProperties\": false}]");
    hui_writer_close(&w->json, '}');
    hui_writer_open(&w->json, "each", '{');
    hui_writer_text(&w->json, "description",
                    "What is repeated where it is no object, or several: an item, or an array of items");
    hui_writer_raw(&w->json, "type", "\"object\"");
    hui_writer_raw(&w->json, "properties",
                   "{\"repeat\": {\"$ref\": \"#/$defs/repeat\"}, \"when\": {\"$ref\": \"#/$defs/when\"}, \"each\": {}, "
                   "\"$comment\": true}");
    hui_writer_raw(&w->json, "additionalProperties", "false");
    hui_writer_close(&w->json, '}');
}

/* `type` is the panel type's word, or NULL for a record that is not a panel. */
static void write_properties(hui_schema *w, const hui_record *record, const char *type)
{
    hui_writer_open(&w->json, "properties", '{');
    if (type) {
        hui_writer_open(&w->json, "type", '{');
        hui_writer_text(&w->json, "const", type);
        hui_writer_close(&w->json, '}');
    }
    for (size_t i = 0; i < record->field_count; i++)
        hui_schema_write_field(w, record, &record->fields[i]);
    if (type)
        write_common(w, record);
    write_repeat_words(w);
    hui_writer_raw(&w->json, "$schema", "{\"type\": \"string\"}");
    hui_writer_raw(&w->json, "$comment", "true");
    hui_writer_close(&w->json, '}');
    hui_writer_open(&w->json, "required", '[');
    if (type)
        hui_writer_raw(&w->json, NULL, "\"type\"");
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].required)
            hui_writer_raw(&w->json, NULL, hui_arena_printf(w->arena, "\"%s\"", record->fields[i].name));
    hui_writer_close(&w->json, ']');
    hui_writer_raw(&w->json, "additionalProperties", "false");
}

static void write_record(hui_schema *w, const hui_record *record)
{
    const char *type = hui_schema_find_kind(w, record) ? record->name : NULL;
    hui_writer_open(&w->json, hui_schema_definition(w, record), '{');
    hui_writer_text(&w->json, "description", record->doc);
    if (record->shorthand && !type) {
        hui_writer_open(&w->json, "anyOf", '[');
        hui_writer_open(&w->json, NULL, '{');
        hui_schema_write_type(w, hui_record_field(record, record->shorthand));
        hui_writer_close(&w->json, '}');
        hui_writer_open(&w->json, NULL, '{');
    }
    hui_writer_text(&w->json, "type", "object");
    write_properties(w, record, type);
    if (record->shorthand && !type) {
        hui_writer_close(&w->json, '}');
        hui_writer_close(&w->json, ']');
    }
    hui_writer_close(&w->json, '}');
}

static void write_include(hui_schema *w)
{
    hui_writer_open(&w->json, "include", '{');
    hui_writer_text(
        &w->json, "description",
        "A panel that stands in a file of its own; the properties all panels have override what the file says");
    hui_writer_text(&w->json, "type", "object");
    hui_writer_open(&w->json, "properties", '{');
    hui_writer_raw(&w->json, "include",
                   "{\"type\": \"string\", \"description\": \"the file's path, relative to this file\"}");
    write_common(w, NULL);
    write_repeat_words(w);
    hui_writer_raw(&w->json, "$comment", "true");
    hui_writer_raw(&w->json, "$schema", "{\"type\": \"string\"}");
    hui_writer_close(&w->json, '}');
    hui_writer_raw(&w->json, "required", "[\"include\"]");
    hui_writer_raw(&w->json, "additionalProperties", "false");
    hui_writer_close(&w->json, '}');
}

static void write_any_panel(hui_schema *w)
{
    hui_writer_open(&w->json, "any-panel", '{');
    hui_writer_text(&w->json, "type", "object");
    hui_writer_raw(&w->json, "if", "{\"required\": [\"include\"]}");
    hui_writer_raw(&w->json, "then", "{\"$ref\": \"#/$defs/include\"}");
    hui_writer_open(&w->json, "else", '{');
    hui_writer_raw(&w->json, "required", "[\"type\"]");
    hui_writer_open(&w->json, "properties", '{');
    hui_writer_open(&w->json, "type", '{');
    hui_writer_open(&w->json, "oneOf", '[');
    for (size_t i = 0; i < w->kind_count; i++) {
        hui_writer_open(&w->json, NULL, '{');
        hui_writer_text(&w->json, "const", w->kinds[i]->record.name);
        hui_writer_text(&w->json, "description", w->kinds[i]->record.doc);
        hui_writer_close(&w->json, '}');
    }
    hui_writer_close(&w->json, ']');
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, '}');
    hui_writer_open(&w->json, "allOf", '[');
    for (size_t i = 0; i < w->kind_count; i++) {
        hui_writer_open(&w->json, NULL, '{');
        hui_writer_raw(
            &w->json, "if",
            hui_arena_printf(w->arena, "{\"properties\": {\"type\": {\"const\": \"%s\"}}}", w->kinds[i]->record.name));
        hui_writer_raw(
            &w->json, "then",
            hui_arena_printf(w->arena, "{\"$ref\": \"#/$defs/%s\"}", hui_schema_definition(w, &w->kinds[i]->record)));
        hui_writer_close(&w->json, '}');
    }
    hui_writer_close(&w->json, ']');
    hui_writer_close(&w->json, '}');
    hui_writer_close(&w->json, '}');
}

/* Names to complete; specs may add accents of their own, so any string passes. */
static void write_names(hui_schema *w, bool with_colors)
{
    hui_writer_open(&w->json, with_colors ? "color" : "accent", '{');
    hui_writer_open(&w->json, "anyOf", '[');
    hui_writer_open(&w->json, NULL, '{');
    hui_writer_open(&w->json, "enum", '[');
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
            hui_writer_raw(&w->json, NULL, hui_arena_printf(w->arena, "\"%s\"", names.at[i]));
        }
    }
    hui_writer_close(&w->json, ']');
    hui_writer_close(&w->json, '}');
    if (with_colors)
        hui_writer_raw(&w->json, NULL,
                       "{\"type\": \"string\", \"pattern\": \"^#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$\"}");
    hui_writer_raw(&w->json, NULL, "{\"type\": \"string\", \"pattern\": \"^[^#]\"}");
    hui_writer_close(&w->json, ']');
    hui_writer_close(&w->json, '}');
}

static void write_words_definitions(hui_schema *w)
{
    for (size_t i = 0; i < w->words.count; i++) {
        const hui_shared_words *shared = &w->words.at[i];
        if (shared->uses == 1)
            continue;
        hui_writer_open(&w->json, hui_schema_words_definition(w, shared), '{');
        hui_schema_write_choice(w, shared->words);
        hui_writer_close(&w->json, '}');
    }
}

static void write_definitions(hui_schema *w)
{
    hui_writer_open(&w->json, "$defs", '{');
    write_any_panel(w);
    write_include(w);
    write_templates(w);
    hui_writer_raw(&w->json, "length",
                   "{\"type\": \"string\", \"pattern\": \"^(auto|-?[0-9]+([.][0-9]+)? *(px|mm|cm|pt|in|%|fr)?)$\"}");
    write_names(w, true);
    write_names(w, false);
    write_words_definitions(w);
    for (size_t i = 0; i < w->records.count; i++)
        write_record(w, w->records.at[i]);
    hui_writer_close(&w->json, '}');
}

static void count_words(hui_schema *w, const hui_record *record, const hui_field *field)
{
    const bool is_owner = hui_schema_find_owner(w, field) == record;
    const int uses = field->kind == HUI_FIELD_ENUM ? 1 : field->kind == HUI_FIELD_WORDS ? 2 : 0;
    if (!is_owner || uses == 0)
        return;
    hui_shared_words *shared = hui_schema_find_words(w, field->words);
    if (!shared) {
        shared = hui_vec_push(w->arena, &w->words);
        *shared = (hui_shared_words){.words = field->words, .record = record, .field = field};
    }
    shared->uses += uses;
}

static void collect(hui_schema *w)
{
    hui_records_collect(w->arena, &w->records, &hui_poster_record);
    hui_records_collect(w->arena, &w->records, &hui_panel_common_record);
    for (size_t i = 0; i < w->kind_count; i++)
        hui_records_collect(w->arena, &w->records, &w->kinds[i]->record);
    for (size_t i = 0; i < w->records.count; i++)
        for (size_t j = 0; j < w->records.at[i]->field_count; j++)
            count_words(w, w->records.at[i], &w->records.at[i]->fields[j]);
}

void hui_schema_write(hui_buffer *out, const hui_panel_kind *const *kinds, size_t count)
{
    hui_schema w = {
        .json = {.out = out, .is_first = true}, .arena = hui_arena_new(), .kinds = kinds, .kind_count = count};
    collect(&w);
    hui_writer *json = &w.json;
    hui_writer_open(json, NULL, '{');
    hui_writer_text(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    hui_writer_text(json, "title", "huibao: a poster, or one of its panels");
    hui_writer_text(json, "type", "object");
    hui_writer_raw(json, "if", "{\"anyOf\": [{\"required\": [\"type\"]}, {\"required\": [\"include\"]}]}");
    hui_writer_raw(json, "then", "{\"$ref\": \"#/$defs/any-panel\"}");
    hui_writer_open(json, "else", '{');
    hui_schema_reference(&w, &hui_poster_record);
    hui_writer_close(json, '}');
    write_definitions(&w);
    hui_writer_close(json, '}');
    hui_buffer_add_char(out, '\n');
    hui_arena_free(w.arena);
}
