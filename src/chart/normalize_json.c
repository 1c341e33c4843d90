/* Making the JSON of normalised specs: objects from lists of members, and what marks say of themselves. */
#include "chart/normalize_parts.h"

#include <string.h>

hui_json *hui_rewrite_object(hui_arena *arena, const hui_json *like, const hui_json_member *members, size_t count)
{
    hui_json *object = hui_json_make(arena, HUI_JSON_OBJECT, like);
    for (size_t i = 0; i < count; i++)
        hui_json_put_if(arena, object, members[i].key, members[i].value);
    return object;
}

hui_json *hui_json_without(hui_arena *arena, const hui_json *object, const char *const *keys)
{
    hui_json *copy = hui_json_copy(arena, object);
    for (; *keys; keys++)
        hui_json_remove(arena, copy, *keys);
    return copy;
}

void hui_json_put_all(hui_arena *arena, hui_json *object, const hui_json *members)
{
    if (!hui_json_is(members, HUI_JSON_OBJECT))
        return;
    for (const hui_json *member = members->first; member; member = member->next)
        hui_json_put(arena, object, member->key, member);
}

void hui_json_append_all(hui_arena *arena, hui_json *array, const hui_json *items)
{
    if (!hui_json_is(items, HUI_JSON_ARRAY))
        return;
    for (const hui_json *item = items->first; item; item = item->next)
        hui_json_put(arena, array, NULL, item);
}

void hui_json_put_if(hui_arena *arena, hui_json *object, const char *key, const hui_json *value)
{
    if (value)
        hui_json_put(arena, object, key, value);
}

const hui_json *hui_json_if_truthy(const hui_json *value)
{
    return hui_json_truthy(value) ? value : NULL;
}

const char *hui_mark_type_word(const hui_json *unit)
{
    const hui_json *mark = hui_spec_find(unit, "mark");
    return hui_json_string(mark, hui_spec_string(mark, "type", ""));
}

const hui_json *hui_mark_definition(hui_arena *arena, const hui_json *unit)
{
    const hui_json *mark = hui_json_find(unit, "mark");
    return hui_json_is(mark, HUI_JSON_OBJECT) ? mark : HUI_OBJECT(arena, mark, {"type", mark});
}

/* The last style of the list that has the property. */
static const hui_json *find_style(const hui_json *mark, const hui_json *config, const char *key)
{
    const hui_json *styles = hui_spec_find(config, "style"), *style = hui_spec_find(mark, "style");
    const hui_json *found = hui_spec_find(hui_spec_find(styles, hui_spec_string(mark, "type", "")), key);
    const bool one = hui_json_is(style, HUI_JSON_STRING);
    if (!one && !hui_json_is(style, HUI_JSON_ARRAY))
        return found;
    for (const hui_json *name = one ? style : style->first; name; name = one ? NULL : name->next) {
        const hui_json *next = hui_spec_find(hui_spec_find(styles, hui_json_string(name, "")), key);
        found = hui_json_first(next, found);
    }
    return found;
}

const hui_json *hui_mark_definition_find(const hui_json *mark, const hui_json *config, const char *key)
{
    const hui_json *found = hui_spec_find(mark, key);
    if (!found)
        found = find_style(mark, config, key);
    if (!found)
        found = hui_spec_find(hui_spec_find(config, hui_spec_string(mark, "type", "")), key);
    return found ? found : hui_spec_find(hui_spec_find(config, "mark"), key);
}
