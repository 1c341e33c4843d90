/* The rules of lint by number: what they are called, what they find, what they say. */
#ifndef HUI_BASE_LINT_RULES_H
#define HUI_BASE_LINT_RULES_H

#include <stddef.h>

typedef enum hui_lint_rule {
#define LINT(NAME, ...) HUI_LINT_##NAME,
#include "base/lint_rules.inc"
#undef LINT
    HUI_LINT_COUNT
} hui_lint_rule;

/* Rules as bits: rule r is 1 << r. */
enum { HUI_LINT_ALL = (1 << HUI_LINT_COUNT) - 1 };

typedef struct hui_lint_row {
    const char *word, *doc;
    const char *message, *hint, *chinese, *chinese_hint; /* formats; NULL: found while a spec is read and drawn */
} hui_lint_row;

extern const hui_lint_row hui_lint_rows[HUI_LINT_COUNT];

/* HUI_LINT_COUNT if there is none of this name. */
hui_lint_rule hui_lint_rule_find(const char *word);

#endif
