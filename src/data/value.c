/* Values: making them, from JSON too, and looking into them. */
#include "data/value.h"
#include "data/utf16.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

hui_value hui_value_null(void)
{
    return (hui_value){.kind = HUI_VALUE_NULL};
}

hui_value hui_value_bool(bool truth)
{
    return (hui_value){.kind = HUI_VALUE_BOOL, .truth = truth};
}

hui_value hui_value_number(double number)
{
    return (hui_value){.kind = HUI_VALUE_NUMBER, .number = number};
}

hui_value hui_value_date(double ms)
{
    return (hui_value){.kind = HUI_VALUE_DATE, .number = ms};
}

hui_value hui_value_string(const char *string)
{
    const size_t length = strlen(string);
    return (hui_value){
        .kind = HUI_VALUE_STRING, .count = length < UINT32_MAX ? (uint32_t)length : UINT32_MAX, .string = string};
}

static hui_value array_from_json(hui_arena *arena, const hui_json *json)
{
    hui_value *const items = HUI_NEW_ARRAY(arena, hui_value, json->count);
    uint32_t count = 0;
    for (const hui_json *child = json->first; child; child = child->next)
        items[count++] = hui_value_from_json(arena, child);
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = count, .items = items};
}

static hui_value object_from_json(hui_arena *arena, const hui_json *json)
{
    hui_member *const members = HUI_NEW_ARRAY(arena, hui_member, json->count);
    uint32_t count = 0;
    for (const hui_json *child = json->first; child; child = child->next)
        members[count++] = (hui_member){child->key, hui_value_from_json(arena, child)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = count, .members = members};
}

static hui_value copy_array(hui_arena *arena, hui_value value)
{
    hui_value *const items = HUI_NEW_ARRAY(arena, hui_value, value.count);
    for (uint32_t i = 0; i < value.count; i++)
        items[i] = hui_value_copy(arena, value.items[i]);
    value.items = items;
    return value;
}

static hui_value copy_object(hui_arena *arena, hui_value value)
{
    hui_member *const members = HUI_NEW_ARRAY(arena, hui_member, value.count);
    for (uint32_t i = 0; i < value.count; i++)
        members[i] =
            (hui_member){hui_arena_string(arena, value.members[i].key), hui_value_copy(arena, value.members[i].value)};
    value.members = members;
    return value;
}

hui_value hui_value_copy(hui_arena *arena, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_STRING:
        value.string = hui_arena_string_n(arena, value.string, value.count);
        return value;
    case HUI_VALUE_ARRAY:
        return copy_array(arena, value);
    case HUI_VALUE_OBJECT:
        return copy_object(arena, value);
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
    case HUI_VALUE_BOOL:
    case HUI_VALUE_NUMBER:
    case HUI_VALUE_DATE:
        break;
    }
    return value;
}

hui_value hui_value_from_json(hui_arena *arena, const hui_json *json)
{
    switch (json->kind) {
    case HUI_JSON_NULL:
        return hui_value_null();
    case HUI_JSON_FALSE:
        return hui_value_bool(false);
    case HUI_JSON_TRUE:
        return hui_value_bool(true);
    case HUI_JSON_NUMBER:
        return hui_value_number(json->number);
    case HUI_JSON_STRING:
        return hui_value_string(json->string);
    case HUI_JSON_ARRAY:
        return array_from_json(arena, json);
    case HUI_JSON_OBJECT:
        return object_from_json(arena, json);
    }
    return (hui_value){0};
}

bool hui_value_valid(hui_value value)
{
    const bool is_numeric = value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE;
    return value.kind != HUI_VALUE_UNDEFINED && value.kind != HUI_VALUE_NULL && !(is_numeric && isnan(value.number));
}

bool hui_value_is_number(hui_value value)
{
    return (value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE) && isfinite(value.number);
}

/* The digits of an array's index in its canonical form; false for all other keys. */
static bool read_index(const char *key, uint32_t *index)
{
    uint64_t value = 0;
    if (*key == '\0' || (*key == '0' && key[1]))
        return false;
    for (; *key >= '0' && *key <= '9' && value < UINT32_MAX; key++)
        value = value * 10 + (uint64_t)(*key - '0');
    *index = (uint32_t)value;
    return *key == '\0' && value < UINT32_MAX;
}

hui_value hui_value_member(hui_value value, const char *key)
{
    uint32_t index;
    if (value.kind == HUI_VALUE_OBJECT) {
        /* From the end: of keys that stand twice in a file, the last one counts. */
        for (uint32_t i = value.count; i-- > 0;)
            if (strcmp(value.members[i].key, key) == 0)
                return value.members[i].value;
    } else if (value.kind == HUI_VALUE_ARRAY && read_index(key, &index)) {
        return index < value.count ? value.items[index] : (hui_value){0};
    } else if (value.kind == HUI_VALUE_ARRAY && strcmp(key, "length") == 0) {
        return hui_value_number(value.count);
    } else if (value.kind == HUI_VALUE_STRING && strcmp(key, "length") == 0) {
        return hui_value_number((double)hui_utf16_length(value));
    }
    return (hui_value){0};
}
