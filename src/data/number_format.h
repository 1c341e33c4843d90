/* Pieces of number formats: specifiers read, and digits by type, as d3-format and ECMAScript have them. */
#ifndef HUI_DATA_NUMBER_FORMAT_H
#define HUI_DATA_NUMBER_FORMAT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Enough for 1024 binary digits in groups; longer text is cut. Text counts to `length`, without a NUL. */
typedef struct hui_number_text {
    char at[1600];
    size_t length;
} hui_number_text;

void hui_number_text_add(hui_number_text *text, const char *bytes, size_t size);
void hui_number_text_add_zeros(hui_number_text *text, int count);

/* Digits that round a finite number above 0, the first of them no zero: d[0].d[1]d[2]… × 10^exponent. */
typedef struct hui_digits {
    char at[32];
    int count, exponent;
} hui_digits;

/* `count` digits (1 to 21), halves going up; 0: the shortest that read back as the number. */
hui_digits hui_digits_of(hui_arena *arena, double number, int count);
/* ECMAScript's toFixed, for numbers not below 0. */
void hui_number_text_fixed(hui_arena *arena, double number, int decimals, hui_number_text *text);

/* The text of a number not below 0 by one of the types "%bdefgoprsxX". *prefix_exponent is what the SI prefix of type s
 * stands for. */
void hui_number_text_typed(hui_arena *arena, char type, double number, int precision, hui_number_text *text,
                           int *prefix_exponent);

typedef enum hui_number_unit { HUI_NUMBER_PLAIN, HUI_NUMBER_WAN, HUI_NUMBER_YI, HUI_NUMBER_CN } hui_number_unit;

typedef struct hui_number_specifier {
    char fill[5];
    char align, sign, symbol; /* symbol: 0 if there is none */
    bool zero, comma, trim;
    int width, precision; /* precision: -1 if there is none */
    char type;            /* 0: none */
    const char *prefix;   /* of "s": the SI prefix that all numbers get; NULL: each its own */
    hui_number_unit unit;
    size_t precision_at; /* where in the text it stands or would stand */
} hui_number_specifier;

bool hui_number_specifier_read(const char *text, hui_number_specifier *specifier);

/* SI prefixes from "y" (10^-24) to "Y". */
const char *hui_number_prefix(int exponent);
/* The exponent of a prefix at the start of `text`, whose length is put in *length (0: none, exponent 0). */
int hui_number_prefix_read(const char *text, size_t *length);
/* The exponent of the prefix for a number of this exponent: a multiple of 3 from -24 to 24. */
int hui_number_prefix_exponent(int exponent);

#endif
