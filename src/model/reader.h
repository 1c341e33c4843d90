/* Reading specs: what is shared while a poster and the files it includes are read. For the files of model/ only. */
#ifndef HUI_MODEL_READER_H
#define HUI_MODEL_READER_H

#include "base/index.h"
#include "base/vec.h"
#include "model/files.h"
#include "model/poster.h"

/* A spec file that is being read. */
typedef struct hui_spec_file {
    const char *name;   /* as messages call it */
    const char *folder; /* where its relative paths start; NULL: nowhere */
    const char *real;   /* canonical path, to find circles; NULL for a text from memory */
    const struct hui_spec_file *includer;
} hui_spec_file;

typedef struct hui_id {
    const char *id;
    hui_place place;
} hui_id;

typedef struct hui_defaults {
    const hui_record *record;
    const void *props;
} hui_defaults;

typedef struct hui_reader {
    hui_arena *arena;
    hui_diags *diags;
    const hui_read_options *options;
    const hui_theme *theme;
    const hui_spec_file *file;
    const hui_files *files;
    int panel_depth;
    size_t panel_count;
    bool in_defaults; /* a field table's fallback is being read: it has no place */
    HUI_VEC(hui_id) ids;
    hui_index id_index;
    HUI_VEC(hui_defaults) defaults;
} hui_reader;

/* A record and the struct its fields go to. */
typedef struct hui_target {
    const hui_record *record;
    void *props;
} hui_target;

/* record.c: a new struct of the record, from an object or from the record's shorthand. */
void *hui_record_read(hui_reader *reader, const hui_record *record, const hui_json *value);
/* The struct with all fallbacks, shared by all who ask. */
const void *hui_record_defaults(hui_reader *reader, const hui_record *record);
/* Reads an object's properties into the targets; the first that has a field takes it. `also` are keys that somebody
 * else reads, ending with NULL. What is absent stays as it is. */
void hui_object_read(hui_reader *reader, const hui_json *object, const hui_target *targets, size_t target_count,
                     const char *const *also);

/* field.c */
void hui_field_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);
hui_place hui_reader_place(const hui_reader *reader, const hui_json *value);
void hui_report_type(hui_reader *reader, const hui_json *value, const char *expected);
/* What messages call a value: its key, or "items[2]". */
const char *hui_value_label(hui_arena *arena, const hui_json *value);

/* A spec file that `reference` names, by the function of the options. */
const hui_json *hui_reader_read_file(hui_reader *reader, const char *path, const hui_json *reference, bool is_chart);
/* What the file holds whose path, relative to the spec's file, is the value; NULL after a diagnostic. */
const hui_json *hui_reader_follow(hui_reader *reader, const hui_json *path, bool is_chart);

/* length.c */
bool hui_length_parse(const char *text, hui_length *length);
void hui_length_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);
void hui_lengths_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);
void hui_tracks_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);
/* "between 1 and 12", "at least 0", … */
const char *hui_range_words(hui_arena *arena, double min, double max);

/* panel.c */
void hui_panel_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);
void hui_panels_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);

/* page.c: fills in what follows from the paper and the theme, and checks. `value` may be NULL. */
void hui_page_resolve(hui_reader *reader, hui_page *page, const hui_json *value);

/* print_spec.c: reads the profile, and checks; `marks` are the page's. */
void hui_print_spec_resolve(hui_reader *reader, hui_print_spec *print, unsigned marks, hui_place place);

/* theme_spec.c: the theme a spec names or makes of the one around it, which it is where that fails. */
const hui_theme *hui_theme_resolve(hui_reader *reader, const hui_json *value, const hui_theme *around);
/* series_spec.c: gives the theme these colours, if there are any. */
void hui_series_apply(hui_reader *reader, const hui_colors *palette, hui_theme *theme);
const char *hui_theme_hint(hui_reader *reader, const char *name);

#endif
