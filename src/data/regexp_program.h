/* What the compiler of regular expressions makes and the matcher runs. */
#ifndef HUI_DATA_REGEXP_PROGRAM_H
#define HUI_DATA_REGEXP_PROGRAM_H

#include "data/regexp.h"

typedef enum regexp_op {
    REGEXP_MATCH, /* the end, of a look-around too */
    REGEXP_CHAR,  /* a: the character */
    REGEXP_ANY,
    REGEXP_CLASS,    /* a: which */
    REGEXP_JUMP,     /* a: where to */
    REGEXP_SPLIT,    /* goes on, or else to a; inverted: the other way round */
    REGEXP_SAVE,     /* a: register that takes the position */
    REGEXP_CHECK,    /* fails if the position is that in register a: an empty round of a loop */
    REGEXP_RESET,    /* groups a to before b take no part */
    REGEXP_START,    /* ^ */
    REGEXP_END,      /* $ */
    REGEXP_BOUNDARY, /* \b; inverted: \B */
    REGEXP_AGAIN,    /* what group a holds */
    REGEXP_LOOK      /* the instructions after it must match here, then a follows; inverted: must not */
} regexp_op;

typedef struct regexp_step {
    uint8_t op;
    bool inverted, backward; /* backward: reads towards the start, in a look-behind */
    uint32_t a, b;
} regexp_step;

typedef struct regexp_range {
    uint32_t first, last;
} regexp_range;

typedef struct regexp_class {
    const regexp_range *ranges;
    size_t count;
    bool inverted;
} regexp_class;

struct hui_regexp {
    const regexp_step *steps;
    const regexp_class *classes;
    const char *const *names; /* of groups; NULL where there is none */
    uint32_t group_count, register_count;
    bool is_global, ignores_case, is_multiline, is_sticky, dot_is_all;
};

#endif
