/* The table of limits, and what it is asked. */
#include "base/limits.h"

#include <stdint.h>

const hui_limit_row hui_limit_rows[HUI_MOST_COUNT] = {
#define HUI_LIMIT_ROW(NAME, member, word, usual, untrusted, unit, doc) \
    [HUI_MOST_##NAME] = {word, offsetof(hui_limits, member), usual, untrusted, unit, doc},
#include "base/limits.inc"
#undef HUI_LIMIT_ROW
};

hui_budget *hui_budget_new(hui_arena *arena, const hui_limits *limits, bool is_untrusted)
{
    static const hui_limits none;
    const char *given = (const char *)(limits ? limits : &none);
    hui_budget *budget = HUI_NEW(arena, hui_budget);
    budget->is_untrusted = is_untrusted;
    for (size_t i = 0; i < HUI_MOST_COUNT; i++) {
        const hui_limit_row *row = &hui_limit_rows[i];
        const size_t most = *(const size_t *)(const void *)(given + row->offset);
        budget->most[i] = most ? most : is_untrusted ? row->untrusted : row->usual;
    }
    return budget;
}

hui_budget *hui_budget_copy(hui_arena *arena, const hui_budget *budget)
{
    hui_budget *copy = hui_arena_copy(arena, budget, sizeof *copy);
    for (size_t i = 0; i < HUI_MOST_COUNT; i++)
        copy->taken[i] = 0;
    return copy;
}

size_t hui_budget_most(const hui_budget *budget, hui_most what)
{
    return budget ? budget->most[what] : hui_limit_rows[what].usual;
}

bool hui_budget_take(hui_budget *budget, hui_most what, size_t count, bool *is_first)
{
    const size_t most = hui_budget_most(budget, what), before = budget ? budget->taken[what] : 0;
    const size_t after = count <= SIZE_MAX - before ? before + count : SIZE_MAX;
    *is_first = before <= most && after > most;
    if (budget)
        budget->taken[what] = after;
    return after <= most;
}

const char *hui_limit_hint(hui_arena *arena, hui_most what)
{
    return hui_arena_printf(arena, "--max %s=NUMBER allows more", hui_limit_rows[what].word);
}
