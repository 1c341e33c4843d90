/* Grammar: the objects of Vega-Lite, their properties and what these take, as tables. */
#ifndef HUI_CHART_GRAMMAR_H
#define HUI_CHART_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Kinds of values a property takes; shifted, those an array's items may be. */
enum {
    HUI_TAKES_NUMBER = 1 << 0,
    HUI_TAKES_STRING = 1 << 1, /* any */
    HUI_TAKES_WORD = 1 << 2,   /* one of the row's words */
    HUI_TAKES_BOOLEAN = 1 << 3,
    HUI_TAKES_NIL = 1 << 4,
    HUI_TAKES_OBJECT = 1 << 5, /* the row's, or any if it names none */
    HUI_TAKES_ARRAY = 1 << 6,
    HUI_TAKES_EXPRESSION = 1 << 7, /* {"expr": …} */
    HUI_TAKES_DATE = 1 << 8,       /* {"year": …} */
    HUI_TAKES_SHIFT = 9,
    HUI_TAKES_ITEMS = (1 << HUI_TAKES_SHIFT) - 1,
    HUI_TAKES_REQUIRED = 1 << (2 * HUI_TAKES_SHIFT),
    HUI_TAKES_ANY_CASE = 1 << (2 * HUI_TAKES_SHIFT + 1) /* words in capitals or not */
};

typedef enum hui_grammar_id {
#define WORDS(id, words)
#define OBJECT(id, name) HUI_GRAMMAR_##id,
#define ROW(name, takes, words, object)
#define END
#include "chart/grammar_rows.inc"
#undef WORDS
#undef OBJECT
#undef ROW
#undef END
    HUI_GRAMMAR_COUNT,
    HUI_GRAMMAR_TRANSFORM, /* whichever of the transforms it is */
    HUI_GRAMMAR_NO_OBJECT
} hui_grammar_id;

typedef struct hui_grammar_row {
    const char *name; /* "*": every other property */
    uint32_t takes;
    const char *words; /* separated by spaces; NULL: none */
    hui_grammar_id object;
} hui_grammar_row;

typedef struct hui_grammar_object {
    const char *name;
    const hui_grammar_row *rows;
    size_t count;
} hui_grammar_object;

extern const hui_grammar_object hui_grammar[HUI_GRAMMAR_COUNT];

const hui_grammar_row *hui_grammar_find(hui_grammar_id object, const char *property); /* NULL if there is none */
/* What we take beside a list of Vega-Lite's words, as another such list; "": nothing. */
const char *hui_words_of_ours(const char *words);
/* Whether a list of words or ours beside it have this one, in any case if that does not matter. */
bool hui_words_have(const char *words, const char *word, bool any_case);
/* "filter transform" and the like. */
bool hui_grammar_is_transform(hui_grammar_id object);

typedef enum hui_support {
    HUI_SUPPORT_YES,
    HUI_SUPPORT_STILL, /* it means nothing in a still picture, and is passed over */
    HUI_SUPPORT_NO
} hui_support;

/* Of a property, or (`word` not NULL) of a word it takes. Stores why where it is NO. */
hui_support hui_grammar_support(hui_grammar_id object, const char *property, const char *word, const char **reason);

#endif
