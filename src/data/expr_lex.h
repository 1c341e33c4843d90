/* Words of an expression's text. */
#ifndef HUI_DATA_EXPR_LEX_H
#define HUI_DATA_EXPR_LEX_H

#include "base/diag.h"

typedef enum hui_expr_word_kind {
    HUI_EXPR_WORD_END,
    HUI_EXPR_WORD_NUMBER,
    HUI_EXPR_WORD_STRING,
    HUI_EXPR_WORD_NAME,
    HUI_EXPR_WORD_SIGN
} hui_expr_word_kind;

typedef struct hui_expr_word {
    hui_expr_word_kind kind;
    const char *start, *end;
    const char *text; /* STRING: unescaped; NAME, SIGN: the word */
    double number;
} hui_expr_word;

typedef struct hui_expr_lexer {
    hui_arena *arena;
    const char *text;
    hui_place place;
    hui_diags *diags;
    hui_expr_word word; /* the one to be read next */
    bool failed;        /* a fault was reported: all further words are END */
} hui_expr_lexer;

void hui_expr_lex(hui_expr_lexer *lexer); /* steps to the next word */
bool hui_expr_lex_is(const hui_expr_lexer *lexer, const char *sign);
/* The word is `/` or `/=`, where a value must begin: reads a regular expression, and steps to the word after it. */
bool hui_expr_lex_regexp(hui_expr_lexer *lexer, const char **pattern, const char **flags);
/* Reports a fault at a stretch of the text; only the first counts. */
void hui_expr_lex_fail(hui_expr_lexer *lexer, const char *start, const char *end, const char *hint, const char *format,
                       ...) __attribute__((format(printf, 5, 6)));

#endif
