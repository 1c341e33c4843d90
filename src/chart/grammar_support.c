/* Support: what of Vega-Lite's grammar is drawn, and what is not. */
#include "chart/grammar.h"

#include <string.h>

enum { STILL = HUI_SUPPORT_STILL, NO = HUI_SUPPORT_NO };

static const struct {
    hui_grammar_id object; /* NO_OBJECT: whichever has the property */
    const char *property, *word;
    hui_support support;
    const char *reason;
} exceptions[] = {
#define HUI_GRAMMAR_ALL HUI_GRAMMAR_NO_OBJECT
#define SUPPORT(object, property, word, how, why) {HUI_GRAMMAR_##object, property, word, (hui_support)how, why},
#include "chart/grammar_support.inc"
#undef SUPPORT
};

static bool is_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

hui_support hui_grammar_support(hui_grammar_id object, const char *property, const char *word, const char **reason)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
        if (exceptions[i].object != object && exceptions[i].object != HUI_GRAMMAR_NO_OBJECT)
            continue;
        const bool all = !strcmp(exceptions[i].property, "*") && !word;
        if (!all && (strcmp(exceptions[i].property, property) != 0 || !is_same(exceptions[i].word, word)))
            continue;
        *reason = exceptions[i].reason;
        return exceptions[i].support;
    }
    return HUI_SUPPORT_YES;
}
