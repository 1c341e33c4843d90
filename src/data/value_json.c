/* Values as JSON. */
#include "data/value.h"
#include "json/make.h"

static const hui_json *from_items(hui_arena *arena, hui_value value, const hui_json *like)
{
    hui_json *array = hui_json_make(arena, HUI_JSON_ARRAY, like);
    for (uint32_t i = 0; i < value.count; i++)
        hui_json_adopt(array, NULL, (hui_json *)hui_json_from_value(arena, value.items[i], like));
    return array;
}

static const hui_json *from_members(hui_arena *arena, hui_value value, const hui_json *like)
{
    hui_json *object = hui_json_make(arena, HUI_JSON_OBJECT, like);
    for (uint32_t i = 0; i < value.count; i++)
        hui_json_put(arena, object, value.members[i].key, hui_json_from_value(arena, value.members[i].value, like));
    return object;
}

const hui_json *hui_json_from_value(hui_arena *arena, hui_value value, const hui_json *like)
{
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
        break;
    case HUI_VALUE_BOOL:
        return hui_json_make_bool(arena, value.truth, like);
    case HUI_VALUE_NUMBER:
    case HUI_VALUE_DATE:
        return hui_json_make_number(arena, value.number, like);
    case HUI_VALUE_STRING:
        return hui_json_make_string(arena, value.string, like);
    case HUI_VALUE_ARRAY:
        return from_items(arena, value, like);
    case HUI_VALUE_OBJECT:
        return from_members(arena, value, like);
    }
    return hui_json_make(arena, HUI_JSON_NULL, like);
}
