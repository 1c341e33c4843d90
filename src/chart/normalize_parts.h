/* The normaliser's state and what its files share. For the files of chart/ only. */
#ifndef HUI_CHART_NORMALIZE_PARTS_H
#define HUI_CHART_NORMALIZE_PARTS_H

#include "chart/view.h"
#include "json/make.h"

/* What stands for {"repeat": …} inside a repeat; NULL: no such repeat is around. */
typedef struct hui_repeater {
    const hui_json *row, *column, *layer, *list;
} hui_repeater;

typedef struct hui_rewrite {
    hui_arena *arena;
    hui_diags *diags;
    size_t views; /* made so far */
    /* For reading definitions on the way. What is wrong with them is said when they are read for good. */
    hui_charting chart;
} hui_rewrite;

/* What a spec takes over from those around it. */
typedef struct hui_rewrite_scope {
    const hui_json *config;
    const hui_json *encoding, *projection; /* of the layers, NULL: none */
    const hui_repeater *repeater;          /* NULL: none */
    const char *prefix;                    /* of names; "": none */
} hui_rewrite_scope;

/* All of these return NULL after a diagnostic. */
const hui_json *hui_rewrite_spec(hui_rewrite *rewrite, const hui_json *spec, const hui_rewrite_scope *scope);
const hui_json *hui_rewrite_layer_or_unit(hui_rewrite *rewrite, const hui_json *spec, const hui_rewrite_scope *scope);
/* facet_encoding.c */
bool hui_rewrite_is_faceted(const hui_json *spec);
const hui_json *hui_rewrite_faceted(hui_rewrite *rewrite, const hui_json *spec, const hui_rewrite_scope *scope);
const hui_json *hui_rewrite_facet(hui_rewrite *rewrite, const hui_json *spec, const hui_rewrite_scope *scope);
/* repeat.c */
const hui_json *hui_rewrite_repeat(hui_rewrite *rewrite, const hui_json *spec, const hui_rewrite_scope *scope);
const hui_json *hui_rewrite_references(hui_rewrite *rewrite, const hui_json *encoding, const hui_repeater *repeater);

/* Units that are short for something: rows of a table in normalize.c. */
bool hui_path_overlay_matches(const hui_json *unit, const hui_json *config);
const hui_json *hui_path_overlay_expand(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);
bool hui_ranged_line_matches(const hui_json *unit, const hui_json *config);
const hui_json *hui_ranged_line_expand(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);
bool hui_boxplot_matches(const hui_json *unit, const hui_json *config);
const hui_json *hui_boxplot_expand(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);
bool hui_errorbar_matches(const hui_json *unit, const hui_json *config);
const hui_json *hui_errorbar_expand(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);
bool hui_errorband_matches(const hui_json *unit, const hui_json *config);
const hui_json *hui_errorband_expand(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);

/* normalize_json.c: making JSON
 * --------------------------- */

typedef struct hui_json_member {
    const char *key;
    const hui_json *value; /* NULL: left out */
} hui_json_member;

hui_json *hui_rewrite_object(hui_arena *arena, const hui_json *like, const hui_json_member *members, size_t count);
/* {{"key", value}, …} */
#define HUI_OBJECT(arena, like, ...)                                            \
    hui_rewrite_object((arena), (like), (const hui_json_member[]){__VA_ARGS__}, \
                       sizeof((const hui_json_member[]){__VA_ARGS__}) / sizeof(hui_json_member))

/* A copy of the object without the keys listed, NULL at the end. */
hui_json *hui_json_without(hui_arena *arena, const hui_json *object, const char *const *keys);
/* Puts the members of an object over those of another; nothing for what is no object. */
void hui_json_put_all(hui_arena *arena, hui_json *object, const hui_json *members);
void hui_json_append_all(hui_arena *arena, hui_json *array, const hui_json *items);
/* NULL values are left out. */
void hui_json_put_if(hui_arena *arena, hui_json *object, const char *key, const hui_json *value);
const hui_json *hui_json_if_truthy(const hui_json *value); /* NULL if it is not */

/* The word of `mark`, "" if there is none, and its definition as an object with `type`. */
const char *hui_mark_type_word(const hui_json *unit);
const hui_json *hui_mark_definition(hui_arena *arena, const hui_json *unit);
/* A property of a mark: its own, of its styles, of config[type], of config.mark. NULL: none. */
const hui_json *hui_mark_definition_find(const hui_json *mark, const hui_json *config, const char *key);

/* normalize_encoding.c: encodings
 * ----------------------------- */

bool hui_json_is_field_def(const hui_json *def); /* field, or a count */
bool hui_json_is_field_or_datum_def(const hui_json *def);
bool hui_json_is_binned(const hui_json *def); /* in the data already */
/* A channel of the encoding has a field. */
bool hui_encoding_has_field(const hui_json *encoding, const char *channel);

/* With the types written out, and single values as {"value": …}. */
const hui_json *hui_encoding_complete(hui_rewrite *rewrite, const hui_json *encoding);

/* What an encoding asks of its data, taken out of it: arrays of transforms, and the encoding of their results. */
typedef struct hui_extraction {
    hui_json *bins, *time_units; /* transforms */
    hui_json *aggregate, *groupby;
    hui_json *encoding;
} hui_extraction;
hui_extraction hui_encoding_extract(hui_rewrite *rewrite, const hui_json *encoding);

/* Of the layers around laid under that of a view; `layer`: all of it, or what units can use. NULL: nothing. */
const hui_json *hui_encoding_inherit(hui_arena *arena, const hui_json *outer, const hui_json *encoding, bool layer);

#endif
