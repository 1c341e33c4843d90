/* Inside of expressions: their tree, and what the groups of functions share. */
#ifndef HUI_DATA_EXPR_NODE_H
#define HUI_DATA_EXPR_NODE_H

#include "data/expr.h"

typedef enum hui_expr_op {
    HUI_EXPR_CONSTANT,
    HUI_EXPR_DATUM,
    HUI_EXPR_FIELD, /* of datum; `keys`, `count` of them, lead to it */
    HUI_EXPR_PARAM,
    HUI_EXPR_MEMBER, /* part 0 [part 1] */
    HUI_EXPR_ARRAY,
    HUI_EXPR_OBJECT, /* `keys` of the parts */
    HUI_EXPR_CALL,
    HUI_EXPR_CONDITIONAL,
    HUI_EXPR_AND,
    HUI_EXPR_OR,
    HUI_EXPR_PLUS,
    HUI_EXPR_MINUS,
    HUI_EXPR_NOT,
    HUI_EXPR_BIT_NOT,
    HUI_EXPR_ADD,
    HUI_EXPR_SUBTRACT,
    HUI_EXPR_MULTIPLY,
    HUI_EXPR_DIVIDE,
    HUI_EXPR_REMAINDER,
    HUI_EXPR_LESS,
    HUI_EXPR_LESS_EQUAL,
    HUI_EXPR_GREATER,
    HUI_EXPR_GREATER_EQUAL,
    HUI_EXPR_EQUAL,
    HUI_EXPR_NOT_EQUAL,
    HUI_EXPR_SAME,
    HUI_EXPR_NOT_SAME,
    HUI_EXPR_BIT_AND,
    HUI_EXPR_BIT_OR,
    HUI_EXPR_BIT_XOR,
    HUI_EXPR_SHIFT_LEFT,
    HUI_EXPR_SHIFT_RIGHT,
    HUI_EXPR_SHIFT_RIGHT_ZERO,
    HUI_EXPR_IN
} hui_expr_op;

typedef struct hui_expr_call hui_expr_call;

typedef struct hui_expr_function {
    const char *name;
    hui_value (*value)(const hui_expr_call *call);
    int detail;     /* tells functions apart that share `value` */
    unsigned count; /* arguments it must have; 0: any number */
    bool varies;    /* not the same for the same arguments: random(), scale() */
} hui_expr_function;

/* Rows of the groups' tables. */
#define HUI_EXPR_FUNCTION(name, value) {(name), (value), 0, 0, false}
#define HUI_EXPR_VARIANT(name, value, detail) {(name), (value), (detail), 0, false}
#define HUI_EXPR_VARYING(name, value) {(name), (value), 0, 0, true}

struct hui_expr_call {
    const hui_expr_scope *scope;
    const hui_expr_function *function;
    const hui_value *at;
    size_t count;
};

struct hui_expr {
    hui_expr_op op;
    uint32_t count; /* of parts, or of a field's keys */
    uint32_t depth;
    uint32_t column; /* where it begins in the text, in bytes */
    const hui_expr **parts;
    union {
        hui_value constant;
        const hui_expr_function *function;
        struct {
            const char *const *keys;
            const hui_value *values; /* of the column that keys[0] names, one a row; NULL: not bound */
        };
        struct {
            const char *name; /* PARAM */
            const char *text; /* of the whole expression */
        };
    };
};

/* Functions by group; each ends with a row without a name. */
extern const hui_expr_function hui_expr_array_functions[], hui_expr_color_functions[], hui_expr_date_functions[],
    hui_expr_ease_functions[], hui_expr_encode_functions[], hui_expr_format_functions[], hui_expr_math_functions[],
    hui_expr_range_functions[], hui_expr_regexp_functions[], hui_expr_scale_functions[],
    hui_expr_statistics_functions[], hui_expr_text_functions[], hui_expr_type_functions[];

const hui_expr_function *hui_expr_function_find(const char *name); /* NULL if there is none */
bool hui_expr_function_needs_events(const char *name);             /* Vega has it, for interaction and data flow */
bool hui_expr_constant_find(const char *name, hui_value *value);
const char *hui_expr_name_nearest(hui_arena *arena, const char *name, bool function); /* NULL */

/* The part of `place` that begins `column` bytes into the expression, if the string is written without escapes. */
hui_place hui_expr_place(hui_place place, const char *text, size_t column, size_t length);

/* Arguments: undefined beyond the last. */
hui_value hui_expr_argument(const hui_expr_call *call, size_t index);
double hui_expr_number(const hui_expr_call *call, size_t index);
hui_value hui_expr_text(const hui_expr_call *call, size_t index); /* as a string */
/* What JavaScript would throw an exception for, or take gigabytes for, is undefined here. */
bool hui_expr_has_room(const hui_expr_scope *scope, double bytes);
/* An array to be filled in. */
hui_value *hui_expr_items(const hui_expr_scope *scope, size_t count);
hui_value hui_expr_array(const hui_value *items, size_t count);
hui_value hui_expr_string(const hui_expr_scope *scope, const char *bytes, size_t size);
/* `value[key]` */
hui_value hui_expr_member(const hui_expr_scope *scope, hui_value value, hui_value key);
hui_value hui_expr_key(const hui_expr_scope *scope, hui_value value, const char *key);
/* A regular expression as a value: an object with its source and flags; undefined if it is malformed. */
hui_value hui_expr_regexp(hui_arena *arena, const char *pattern, const char *flags, const char **fault);
bool hui_expr_is_regexp(hui_value value);

#endif
