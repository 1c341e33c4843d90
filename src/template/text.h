/* Texts of templates: what stands in {{braces}} is read once, and filled in for each row. */
#ifndef HUI_TEMPLATE_TEXT_H
#define HUI_TEMPLATE_TEXT_H

#include "template/scope.h"
#include "template/text_format.h"

typedef struct hui_format_call {
    const hui_text_format *format;
    const char *arguments[HUI_FORMAT_ARGUMENTS];
} hui_format_call;

/* An expression, and the columns it reads. */
typedef struct hui_formula {
    const hui_expr *expr;
    const hui_field_name *fields;
    size_t field_count;
    const char *text;
    hui_place place;
} hui_formula;

/* A stretch of a text: as it stands, or filled in. */
typedef struct hui_piece {
    const char *literal; /* NULL: what follows */
    hui_field_name field; /* text NULL: the formula */
    hui_formula formula;
    const hui_format_call *formats;
    size_t format_count;
    hui_place place;
} hui_piece;

typedef struct hui_text_plan {
    const hui_json *json; /* the string */
    const hui_piece *pieces;
    size_t count;
} hui_text_plan;

/* What is filled in for one row. */
typedef struct hui_filling {
    hui_arena *arena; /* of what is made */
    const hui_scope *scope;
    hui_diags *diags;
} hui_filling;

bool hui_text_is_plain(const char *text); /* it has no braces */
/* NULL after a diagnostic. */
const hui_text_plan *hui_text_plan_new(hui_arena *arena, const hui_json *json, hui_diags *diags);
/* The JSON of a text with a row: a string; or, if all of the text is one pair of braces, what the value is. Null and missing
 * values are "". */
hui_json *hui_text_fill(const hui_text_plan *plan, const hui_filling *filling);
/* What all of the text is, if it is one pair of braces: as it is in the data. False after a diagnostic, or if it is not. */
bool hui_text_value(const hui_text_plan *plan, const hui_filling *filling, hui_value *value);

/* `text` is that of the string at `place`. False after a diagnostic. */
bool hui_formula_read(hui_arena *arena, const char *text, hui_place place, hui_formula *formula, hui_diags *diags);
/* Undefined after a diagnostic: a column that is not there. */
bool hui_formula_value(const hui_formula *formula, const hui_filling *filling, hui_value *value);

#endif
