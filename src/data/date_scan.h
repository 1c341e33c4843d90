/* Texts of dates cut into numbers, words and signs. */
#ifndef HUI_DATA_DATE_SCAN_H
#define HUI_DATA_DATE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the white space or line break at `text` (ECMA-262, sections 12.2 and 12.3); 0 if there is none. */
size_t hui_date_space_size(const char *text);

/* Figures of a number that count, leading zeros aside. */
enum { HUI_DATE_MOST_DIGITS = 9 };

typedef enum hui_date_token_kind {
    HUI_DATE_NUMBER,
    HUI_DATE_SYMBOL, /* one of ":-+.)" */
    HUI_DATE_WORD,
    HUI_DATE_SPACE,
    HUI_DATE_OTHER, /* comments in parentheses are, too */
    HUI_DATE_END
} hui_date_token_kind;

typedef enum hui_date_word {
    HUI_DATE_NO_WORD,
    HUI_DATE_MONTH,    /* 1 to 12 */
    HUI_DATE_HALF_DAY, /* 0 or 12 */
    HUI_DATE_ZONE,     /* hours */
    HUI_DATE_TIME_MARK /* T */
} hui_date_word;

typedef struct hui_date_token {
    hui_date_token_kind kind;
    int length; /* bytes */
    int value;  /* of a number, a symbol or a word */
    hui_date_word word;
} hui_date_token;

typedef struct hui_date_scanner {
    const char *at;       /* behind the token */
    hui_date_token token; /* the next one */
} hui_date_scanner;

/* The token, having moved on to the next. */
hui_date_token hui_date_next(hui_date_scanner *scanner);
bool hui_date_is_symbol(hui_date_token token, char symbol);
bool hui_date_is_sign(hui_date_token token);
/* Moves on if the next token is the symbol. */
bool hui_date_skip(hui_date_scanner *scanner, char symbol);

#endif
