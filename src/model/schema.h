/* What the files of the JSON Schema share. For them only. */
#ifndef HUI_MODEL_SCHEMA_H
#define HUI_MODEL_SCHEMA_H

#include "model/tables.h"
#include "model/writer.h"

/* A table of words that several fields take, and the field that has it first. */
typedef struct hui_shared_words {
    const hui_word *words;
    const hui_record *record;
    const hui_field *field;
    int uses;
} hui_shared_words;

typedef struct hui_schema {
    hui_writer json;
    hui_arena *arena;
    hui_records records; /* those of $defs */
    HUI_VEC(hui_shared_words) words;
    const hui_panel_kind *const *kinds;
    size_t kind_count;
} hui_schema;

/* The key of a record in $defs, and a reference to it. */
const char *hui_schema_definition(hui_schema *w, const hui_record *record);
void hui_schema_reference(hui_schema *w, const hui_record *record);
const hui_panel_kind *hui_schema_find_kind(const hui_schema *w, const hui_record *record); /* NULL: no panel type's */

/* A field stands in full in the first record that has it, its owner; in others by reference. */
const hui_record *hui_schema_find_owner(const hui_schema *w, const hui_field *field);
const char *hui_schema_property_path(hui_schema *w, const hui_record *record, const char *name);
void hui_schema_write_field(hui_schema *w, const hui_record *record, const hui_field *field);
void hui_schema_write_type(hui_schema *w, const hui_field *field);

/* Words of more than one field have a key of their own in $defs. */
hui_shared_words *hui_schema_find_words(hui_schema *w, const hui_word *words); /* NULL: not counted yet */
const char *hui_schema_words_definition(hui_schema *w, const hui_shared_words *shared);
void hui_schema_write_choice(hui_schema *w, const hui_word *words);

#endif
