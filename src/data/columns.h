/* Types of columns in data for templates: said, or found in the cells of CSV, which are all text. */
#ifndef HUI_DATA_COLUMNS_H
#define HUI_DATA_COLUMNS_H

#include "data/table.h"

typedef enum hui_column_kind {
    HUI_COLUMN_OPEN, /* not said: found, or as it is */
    HUI_COLUMN_TEXT,
    HUI_COLUMN_NUMBER,
    HUI_COLUMN_DATE,
    HUI_COLUMN_BOOLEAN,
} hui_column_kind;

typedef struct hui_column_type {
    hui_column_kind kind;
    const char *pattern; /* of dates: a specifier of d3-time-format; NULL: as hui_date_parse reads them */
} hui_column_type;

const char *hui_column_kind_word(hui_column_kind kind); /* "number", … */
/* "a number", "a date (such as 2023-05-01)", … */
const char *hui_column_kind_noun(hui_column_kind kind);
/* "number", "text", "date", "boolean", "date:%d.%m.%Y"; false for other words. */
bool hui_column_type_read(hui_arena *arena, const char *word, hui_column_type *type);

/* What the cells of a column that were seen can all be. Zeroed, it has seen none.
 *
 * Empty cells say nothing. A column is boolean if all others are `true` or `false`; a number if all are plain decimal numbers
 * (-12, 0.5, 1.2e-7) without leading zeros and, as whole numbers, of at most ten digits: codes, telephone and identity numbers
 * stay text; a date if all are like 2023-05-01, with or without a time; and text otherwise. */
typedef struct hui_column_guess {
    size_t cells;  /* that are not empty */
    unsigned kinds_lost; /* bit i: it is not of hui_column_kind i */
} hui_column_guess;

void hui_column_guess_see(hui_column_guess *guess, const char *text, size_t length);
hui_column_kind hui_column_guess_kind(const hui_column_guess *guess);

/* A value as the type has it: empty ones are null (of text: ""). False if it is none. */
bool hui_column_convert(hui_arena *arena, hui_column_type type, hui_value value, hui_value *converted);

#endif
