/* Formats of values in texts of templates: {{field|format:argument}}. Rows of format_rows.inc. */
#ifndef HUI_TEMPLATE_TEXT_FORMAT_H
#define HUI_TEMPLATE_TEXT_FORMAT_H

#include "data/value.h"

/* What a format does to values, and how that ends. */
typedef struct hui_formatting {
    hui_arena *arena;
    const char *fault; /* NULL: none; else what is wrong, as the end of a sentence about the value */
    bool is_final;     /* no format that follows touches the value */
    bool is_markdown;  /* the value is Markdown, not plain text */
} hui_formatting;

typedef enum hui_format_takes {
    HUI_FORMAT_TAKES_NUMBER, /* NUMBER, be it written as text */
    HUI_FORMAT_TAKES_DATE,   /* DATE, be it written as text */
    HUI_FORMAT_TAKES_TEXT,   /* STRING: numbers and dates as they are written */
    HUI_FORMAT_TAKES_LIST,   /* ARRAY */
    HUI_FORMAT_TAKES_ANY,    /* as it is, empty ones, too */
} hui_format_takes;

typedef enum hui_format_argument {
    HUI_FORMAT_NO_ARGUMENT,
    HUI_FORMAT_DECIMALS, /* 0 to 20 */
    HUI_FORMAT_LENGTH,   /* 1 to 10000 */
    HUI_FORMAT_NUMBER,   /* a specifier of d3-format */
    HUI_FORMAT_DATE,     /* of d3-time-format */
    HUI_FORMAT_TEXT,
} hui_format_argument;

enum { HUI_FORMAT_ARGUMENTS = 2 };

typedef struct hui_text_format {
    const char *word;
    hui_format_takes takes;
    hui_format_argument arguments[HUI_FORMAT_ARGUMENTS];
    size_t least; /* arguments */
    /* `arguments` are NULL beyond those given. */
    hui_value (*apply)(hui_formatting *formatting, hui_value value, const char *const *arguments);
    const char *use, *input, *output; /* an example: "fixed:1", of what value (JSON), and what comes out */
    const char *doc;
} hui_text_format;

extern const hui_text_format hui_text_formats[];
extern const size_t hui_text_format_count;

const hui_text_format *hui_text_format_find(const char *word); /* NULL if there is none */
size_t hui_text_format_most(const hui_text_format *format);    /* arguments */
/* What is wrong with an argument ("must be a whole number from 0 to 20"), or NULL. */
const char *hui_text_format_fault(const hui_text_format *format, size_t index, const char *argument);
/* Of any value; empty ones stay empty unless the format takes them. */
hui_value hui_text_format_apply(const hui_text_format *format, hui_formatting *formatting, hui_value value,
                                const char *const *arguments);

/* Neither null, undefined nor "". */
bool hui_value_is_empty(hui_value value);
/* How a text shows a value: numbers as short as they can be, dates in ISO 8601, nothing for what is empty. NULL for objects and
 * arrays. */
const char *hui_value_text(hui_arena *arena, hui_value value);

/* The functions of the rows, by what they are about: format_number.c, format_han.c, format_date.c, format_string.c. */
#define HUI_FORMAT(word, takes, first, second, least, apply, use, input, output, doc)                                  \
    hui_value hui_format_##apply(hui_formatting *formatting, hui_value value, const char *const *arguments);
#include "template/format_rows.inc"
#undef HUI_FORMAT

/* format_han.c: a whole number below 10^16 in han numerals. */
const char *hui_han_number(hui_arena *arena, double number);
const char *hui_han_digits(hui_arena *arena, const char *text);

#endif
