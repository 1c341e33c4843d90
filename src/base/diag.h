/* Diagnostics: what is wrong with the input, collected. */
#ifndef HUI_BASE_DIAG_H
#define HUI_BASE_DIAG_H

#include "base/geom.h"
#include "base/limits.h"

#include <stdint.h>

/* A text that diagnostics point into. Without bytes: a file of which only the name is known. */
typedef struct hui_source {
    const char *name;
    const char *bytes;
    size_t size;
    size_t lines_before;   /* of a part of a file: lines in front of it */
    size_t columns_before; /* and characters in front of it in its first line */
} hui_source;

/* A stretch of a source. `pointer` is the JSON Pointer. All zero: no place. */
typedef struct hui_place {
    const hui_source *source;
    size_t offset, length;
    const char *pointer;
    const char *row; /* of data that filled in what stands there, as messages name it; NULL: none */
} hui_place;

/* Where on the pages it shows, px. Page 0: unknown. */
typedef struct hui_area {
    int page; /* from 1 */
    hui_rect rect;
} hui_area;

typedef enum hui_code {
#define HUI_CODE(NAME, word, severity, format) HUI_CODE_##NAME,
#include "base/diag_codes.inc"
#undef HUI_CODE
    HUI_CODE_COUNT
} hui_code;

typedef struct hui_diags {
    hui_arena *arena;
    hui_diagnostic *at;
    size_t count, capacity, error_count, warning_count; /* found; at most 200 of each are listed, and none twice */
    hui_budget *budget; /* of the document that they are about; the usual limits unless another is put here */
    unsigned ignored;   /* warnings of these rules of lint, as bits, are neither listed nor counted */
} hui_diags;

hui_diags *hui_diags_new(hui_arena *arena);
/* Formats the code's message with the arguments. `hint` may be NULL and is copied. */
void hui_diags_add(hui_diags *diags, hui_code code, hui_place place, const char *hint, ...);
/* The same of a finding that has its own code, severity and message, which are copied. It is listed though another says the same. */
void hui_diags_add_finding(hui_diags *diags, hui_severity severity, const char *code, hui_place place, hui_area area,
                           const char *hint, const char *message);
void hui_diagnostic_show(hui_diagnostic *diagnostic, hui_area area);
/* Takes from the budget what adds up in a document. False if that is too much: reported once, where it became so. */
bool hui_diags_take(hui_diags *diags, hui_most what, size_t count, hui_place place);
/* Whether so much is within a limit; else false after a diagnostic, whose subject `found` is ("the text has 70000 bytes"). */
bool hui_diags_fit(hui_diags *diags, hui_most what, size_t count, hui_place place, const char *found);
const char *hui_code_word(hui_code code);
/* No more errors are listed: finding hints for them is wasted. */
bool hui_diags_full(const hui_diags *diags);
/* Takes over what another list found; its texts are borrowed. */
void hui_diags_copy(hui_diags *diags, const hui_diagnostic *diagnostic);
/* By place: files in the order in which they first occur, then lines and columns. */
void hui_diags_sort(hui_diags *diags);
/* The line of the place, from 1: for hints that point elsewhere. */
int hui_place_line(hui_place place);

/* The candidate nearest to `word`, or NULL: optimal string alignment distance, case aside, at most a third of its length. */
const char *hui_word_nearest(const char *word, const char *const *candidates, size_t count);
/* A hint: the nearest, or else all there are. NULL if there are none, or more than one reads. */
const char *hui_word_hint(hui_arena *arena, const char *word, const char *const *candidates, size_t count);

#endif
