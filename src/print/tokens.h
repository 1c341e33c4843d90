/* Tokens: a content stream (ISO 32000-1, section 7.8.2) as statements, each an operator behind its operands. */
#ifndef HUI_PRINT_TOKENS_H
#define HUI_PRINT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

enum { HUI_OPERANDS_MOST = 6 };

typedef struct hui_token {
    const char *at;
    size_t size;
} hui_token;

typedef struct hui_statement {
    const char *at; /* with its operands, and of an inline image all of it */
    size_t size;
    hui_token word; /* the operator; an inline image's is "BI" */
    hui_token operands[HUI_OPERANDS_MOST]; /* the last ones, of scalars and names; what is longer counts as one */
    size_t operand_count;
} hui_statement;

/* The statement at *at, which moves behind it; false at the end. */
bool hui_statement_next(const char **at, const char *end, hui_statement *statement);
/* The token at *at, such as an item of an array, whose brackets are tokens here. */
bool hui_token_next(const char **at, const char *end, hui_token *token);
bool hui_token_is(hui_token token, const char *word);
/* 0 for what is no number, or beyond all of them. */
double hui_token_number(hui_token token);
/* A text rendering mode (section 9.3.6), which is 0 for what is none. */
int hui_token_mode(hui_token token);

#endif
