/* Records: field tables that read, check, default and document every object of the spec language. */
#ifndef HUI_MODEL_RECORD_H
#define HUI_MODEL_RECORD_H

#include "base/arena.h"
#include "base/diag.h"
#include "json/json.h"
#include "theme/theme.h"

#include <stddef.h>

/* A string of the spec and where it stands. `text` is NULL if the field is absent. */
typedef struct hui_string {
    const char *text;
    hui_place place;
} hui_string;

typedef enum hui_unit { HUI_UNIT_NONE, HUI_UNIT_PX, HUI_UNIT_MM, HUI_UNIT_PT, HUI_UNIT_PERCENT, HUI_UNIT_FR, HUI_UNIT_AUTO } hui_unit;

/* NONE: absent. A bare number is px. */
typedef struct hui_length {
    double value;
    hui_unit unit;
} hui_length;

/* px of a px, mm or pt length (96 px to the inch); 0 for any other unit. */
double hui_length_px(hui_length length);

typedef struct hui_lengths {
    const hui_length *at;
    size_t count;
} hui_lengths;

typedef struct hui_numbers {
    const double *at;
    size_t count;
    hui_place place;
} hui_numbers;

typedef struct hui_colors {
    const hui_color *at;
    size_t count;
    hui_place place;
} hui_colors;

/* Items of a record, one after the other; item i is at (const char *)at + i × the record's size. */
typedef struct hui_list {
    const void *at;
    size_t count;
    hui_place place;
} hui_list;

typedef struct hui_panel hui_panel;

typedef struct hui_panels {
    const hui_panel *const *at;
    size_t count;
} hui_panels;

/* The comment says what the member of the props struct is. */
typedef enum hui_field_kind {
    HUI_FIELD_STRING,  /* hui_string: plain */
    HUI_FIELD_TEXT,    /* hui_string: inline Markdown */
    HUI_FIELD_VALUE,   /* hui_string: a string, or a number as it is written */
    HUI_FIELD_ICON,    /* hui_string: an icon's name (checked), or the path of an .svg file, resolved like FILE */
    HUI_FIELD_FILE,    /* hui_string: a path, resolved against the file it stands in and checked to be inside the folder */
    HUI_FIELD_COLOR,   /* hui_string: what hui_theme_color reads (checked) */
    HUI_FIELD_COLORS,  /* hui_colors: the name of a scheme of colours (checked), or an array of COLOR */
    HUI_FIELD_ACCENT,  /* const hui_accent *, or NULL */
    HUI_FIELD_NUMBER,  /* double; NAN if absent and without fallback */
    HUI_FIELD_INTEGER, /* int */
    HUI_FIELD_NUMBERS, /* hui_numbers: an array */
    HUI_FIELD_BOOL,    /* bool */
    HUI_FIELD_ENUM,    /* int: index in `words` */
    HUI_FIELD_WORDS,   /* unsigned: of one word or an array of them, bit i stands for words[i] */
    HUI_FIELD_LENGTH,  /* hui_length */
    HUI_FIELD_LENGTHS, /* hui_lengths: one length, or an array of lengths */
    HUI_FIELD_TRACKS,  /* hui_lengths: a count (that many 1fr), or an array of lengths */
    HUI_FIELD_OBJECT,  /* const STRUCT *, or NULL */
    HUI_FIELD_LIST,    /* hui_list of STRUCT */
    HUI_FIELD_MAP,     /* hui_list of STRUCT, from an object of them by name; its first member, a hui_string, is the name */
    HUI_FIELD_TEXTS,   /* hui_list of hui_string (inline Markdown) */
    HUI_FIELD_PANEL,   /* const hui_panel *, or NULL */
    HUI_FIELD_PANELS,  /* hui_panels */
    HUI_FIELD_JSON,    /* const hui_json *, or NULL: an object that somebody else reads */
    HUI_FIELD_CHART,   /* const hui_json *, or NULL: a Vega-Lite spec, or the path of its file, resolved like FILE */
} hui_field_kind;

typedef struct hui_word {
    const char *word, *doc; /* doc: NULL where the word says it all */
} hui_word;

typedef struct hui_record hui_record;

typedef struct hui_field {
    const char *name; /* camelCase */
    hui_field_kind kind;
    size_t offset;
    const char *doc;      /* one sentence, without a full stop */
    const char *fallback; /* JSON text, such as "24" or "\"center\""; NULL: none */
    bool required;
    double min, max; /* NUMBER, NUMBERS, INTEGER, LENGTH: checked where min < max */
    const hui_word *words; /* ENUM, WORDS, MAP (the names there are; NULL: any): ends with a NULL word */
    const hui_record *record; /* OBJECT, LIST, MAP */
} hui_field;

struct hui_record {
    const char *name; /* as messages call it: "kpi", "kpi.change", "list item" */
    const char *doc;
    const hui_field *fields;
    size_t field_count, size; /* size of the props struct */
    const char *shorthand; /* a bare string (number, array) stands for an object with this one field; NULL: none */
};

/* Which member of which struct: HUI_FIELD(kpi, label, TEXT, "what is counted") is the row of the field "label". What
 * follows the doc is the fallback, or designated members. */
#define HUI_FIELD(STRUCT, MEMBER, KIND, DOC, ...) HUI_FIELD_AS(#MEMBER, STRUCT, MEMBER, KIND, DOC, __VA_ARGS__)
/* The same where the word in the spec is not the member's name. */
#define HUI_FIELD_AS(WORD, STRUCT, MEMBER, KIND, DOC, ...)                                                             \
    {.name = WORD, .kind = HUI_FIELD_##KIND, .offset = offsetof(STRUCT, MEMBER), .doc = DOC, __VA_ARGS__}
#define HUI_FIELD_COUNT(fields) (sizeof(fields) / sizeof *(fields))

#endif
