/* Limits: what one spec may take at most. Every limit is a row of limits.inc. */
#ifndef HUI_BASE_LIMITS_H
#define HUI_BASE_LIMITS_H

#include "base/arena.h"
#include "huibao.h"

typedef enum hui_most {
#define HUI_LIMIT_ROW(NAME, ...) HUI_MOST_##NAME,
#include "base/limits.inc"
#undef HUI_LIMIT_ROW
    HUI_MOST_COUNT
} hui_most;

typedef struct hui_limit_row {
    const char *word;
    size_t offset; /* of its member in hui_limits */
    size_t usual, untrusted;
    const char *unit, *doc;
} hui_limit_row;

extern const hui_limit_row hui_limit_rows[HUI_MOST_COUNT];

/* What a document may take, and what it has taken of what adds up. Reached through its diagnostics (base/diag.h), which go
 * wherever something may be too much. */
typedef struct hui_budget {
    size_t most[HUI_MOST_COUNT], taken[HUI_MOST_COUNT];
    bool is_untrusted; /* the spec is a stranger's */
} hui_budget;

/* `limits` may be NULL, and is not kept. */
hui_budget *hui_budget_new(hui_arena *arena, const hui_limits *limits, bool is_untrusted);
/* Nothing taken yet. */
hui_budget *hui_budget_copy(hui_arena *arena, const hui_budget *budget);
/* NULL: the usual limits. */
size_t hui_budget_most(const hui_budget *budget, hui_most what);
/* Adds to what was taken. False if that is too much now; *is_first where it was not before (and with no budget, which counts
 * nothing, each time). */
bool hui_budget_take(hui_budget *budget, hui_most what, size_t count, bool *is_first);
/* A hint that says how to raise the limit. */
const char *hui_limit_hint(hui_arena *arena, hui_most what);

#endif
