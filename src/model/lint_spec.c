/* `lint` of panels and posters: rules that are not applied there. */
#include "base/lint_rules.h"
#include "model/poster.h"

static const hui_word rule_words[] = {
#define LINT(NAME, word, doc, ...) {word, doc},
#include "base/lint_rules.inc"
#undef LINT
    {NULL, NULL},
};

static const hui_field fields[] = {
    HUI_FIELD(hui_lint_spec, ignore, WORDS, "rules that are not applied to the panel and what is in it",
              .words = rule_words),
    HUI_FIELD(hui_lint_spec, reason, STRING, "why, for those who read the spec", 0),
};

const hui_record hui_lint_record = {.name = "lint",
                                    .doc = "What is neither found by `huibao lint` nor warned of, and why",
                                    .fields = fields,
                                    .field_count = HUI_FIELD_COUNT(fields),
                                    .size = sizeof(hui_lint_spec),
                                    .shorthand = "ignore"};
