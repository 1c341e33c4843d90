/* The table of lint's rules. */
#include "base/lint_rules.h"

#include <string.h>

const hui_lint_row hui_lint_rows[HUI_LINT_COUNT] = {
#define LINT(NAME, word, doc, message, hint, chinese, chinese_hint) {word, doc, message, hint, chinese, chinese_hint},
#include "base/lint_rules.inc"
#undef LINT
};

hui_lint_rule hui_lint_rule_find(const char *word)
{
    int rule = 0;
    while (rule < HUI_LINT_COUNT && strcmp(hui_lint_rows[rule].word, word) != 0)
        rule++;
    return (hui_lint_rule)rule;
}
