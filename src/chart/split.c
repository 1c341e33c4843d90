/* Splits: properties that a spec gives and those that follow, merged as Vega-Lite merges explicit and implicit ones. */
#include "chart/view.h"

#include "json/make.h"

hui_split hui_split_new(hui_arena *arena, const hui_json *like)
{
    return (hui_split){hui_json_make(arena, HUI_JSON_OBJECT, like), hui_json_make(arena, HUI_JSON_OBJECT, like)};
}

const hui_json *hui_split_find(hui_split split, const char *key)
{
    return hui_json_first(hui_json_find(split.given, key), hui_json_find(split.derived, key));
}

bool hui_split_given(hui_split split, const char *key)
{
    return hui_json_find(split.given, key) != NULL;
}

void hui_split_put(hui_arena *arena, hui_split split, const char *key, const hui_json *value, bool given)
{
    hui_json_remove(arena, given ? split.derived : split.given, key);
    hui_json_put(arena, given ? split.given : split.derived, key, value);
}

void hui_split_merge(hui_arena *arena, hui_split into, hui_split from, const char *key)
{
    const hui_json *value = hui_split_find(from, key);
    const bool given = hui_split_given(from, key);
    if (value && (!hui_split_find(into, key) || (given && !hui_split_given(into, key))))
        hui_split_put(arena, into, key, value, given);
}

void hui_split_merge_all(hui_arena *arena, hui_split into, hui_split from)
{
    for (const hui_json *member = from.given->first; member; member = member->next)
        hui_split_merge(arena, into, from, member->key);
    for (const hui_json *member = from.derived->first; member; member = member->next)
        hui_split_merge(arena, into, from, member->key);
}
