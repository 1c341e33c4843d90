/* JSON as an immutable tree that knows where each value stands. Strict RFC 8259. */
#ifndef HUI_JSON_JSON_H
#define HUI_JSON_JSON_H

#include "base/arena.h"
#include "base/diag.h"

typedef enum hui_json_kind {
    HUI_JSON_NULL,
    HUI_JSON_FALSE,
    HUI_JSON_TRUE,
    HUI_JSON_NUMBER,
    HUI_JSON_STRING,
    HUI_JSON_ARRAY,
    HUI_JSON_OBJECT
} hui_json_kind;

typedef struct hui_json hui_json;
struct hui_json {
    hui_json_kind kind;
    const char *key;      /* in an object: its key, else NULL */
    const char *string;   /* STRING: unescaped; NUMBER: as written */
    double number;
    bool has_nul;         /* STRING: it holds \u0000, so `string` ends early */
    bool is_made;         /* by json/make.h: its place is that of the value it was made from */
    size_t count;         /* children */
    size_t index;         /* among its siblings */
    const hui_json *first, *next, *parent;
    const hui_source *source;
    size_t offset, length; /* of the value's text */
    size_t key_offset, key_length;
};

/* Where a template made a value: with what row of data. Whoever makes templates has more to say behind this. */
typedef struct hui_json_scope {
    const char *row; /* as messages name it: "row 3 of “districts”" */
} hui_json_scope;

typedef struct hui_json_options {
    size_t max_bytes;      /* 0: the limit “file-size” */
    int max_depth;         /* 0: the limit “depth” */
    size_t lines_before, columns_before; /* of a text that is part of a file: see hui_source */
    bool allow_duplicates; /* data files, not specs */
    bool keep_going;       /* the tree is returned in spite of duplicate keys and numbers out of range (they are reported) */
} hui_json_options;

/* NULL after an error was reported. The text is copied; the tree lives in the arena. */
const hui_json *hui_json_read(hui_arena *arena, const char *name, const char *bytes, size_t size,
                              const hui_json_options *options, hui_diags *diags);

/* The same from a file, which the messages call `path`; not read at all if it is too large. `place` is where somebody
 * asked for it (zero: nobody). */
const hui_json *hui_json_read_file(hui_arena *arena, const char *path, hui_place place, const hui_json_options *options,
                                   hui_diags *diags);

const hui_json *hui_json_find(const hui_json *object, const char *key); /* NULL if absent */
const hui_json_scope *hui_json_scope_of(const hui_json *value); /* NULL: no template made it, or without a row */
/* Of a STRING, and of what a template made from a text, be it a number now: the text; else NULL. */
const char *hui_json_as_string(const hui_json *value);
/* The same where it is read as Markdown: what a template filled in stands there for itself, whatever it holds. */
const char *hui_json_as_markdown(const hui_json *value);
const char *hui_json_kind_word(const hui_json *value);                  /* "a string", "an object", … */
hui_place hui_json_place(hui_arena *arena, const hui_json *value);      /* of the value, with its JSON Pointer; zero: none */
hui_place hui_json_key_place(hui_arena *arena, const hui_json *value);  /* of its key */

#endif
