/* Values of a spec by path and kind. */
#include "chart/spec.h"

#include "json/make.h"

#include <string.h>

static const hui_json *find_part(const hui_json *object, const char *key, size_t length)
{
    if (!hui_json_is(object, HUI_JSON_OBJECT))
        return NULL;
    for (const hui_json *member = object->first; member; member = member->next)
        if (*member->key == *key && !strncmp(member->key, key, length) && member->key[length] == 0)
            return member;
    return NULL;
}

const hui_json *hui_spec_find(const hui_json *object, const char *path)
{
    for (;;) {
        const size_t length = strcspn(path, ".");
        object = find_part(object, path, length);
        if (!object || path[length] == 0)
            return object;
        path += length + 1;
    }
}

bool hui_json_is(const hui_json *value, hui_json_kind kind)
{
    return value && value->kind == kind;
}

bool hui_json_is_string(const hui_json *value, const char *string)
{
    return hui_json_is(value, HUI_JSON_STRING) && !strcmp(value->string, string);
}

bool hui_json_truthy(const hui_json *value)
{
    if (!value || value->kind == HUI_JSON_NULL || value->kind == HUI_JSON_FALSE)
        return false;
    if (value->kind == HUI_JSON_NUMBER)
        return value->number != 0;
    return value->kind != HUI_JSON_STRING || value->string[0] != 0;
}

static bool equal_objects(const hui_json *a, const hui_json *b)
{
    for (const hui_json *member = a->first; member; member = member->next)
        if (!hui_json_equal(member, find_part(b, member->key, strlen(member->key))))
            return false;
    return true;
}

static bool equal_arrays(const hui_json *a, const hui_json *b)
{
    const hui_json *other = b->first;
    for (const hui_json *item = a->first; item; item = item->next, other = other->next)
        if (!hui_json_equal(item, other))
            return false;
    return true;
}

bool hui_json_equal(const hui_json *a, const hui_json *b)
{
    if (!a || !b || a->kind != b->kind || a->count != b->count)
        return a == b;
    if (a->kind == HUI_JSON_NUMBER)
        return a->number == b->number;
    if (a->kind == HUI_JSON_STRING)
        return !strcmp(a->string, b->string);
    return a->kind == HUI_JSON_OBJECT ? equal_objects(a, b) : a->kind != HUI_JSON_ARRAY || equal_arrays(a, b);
}

const hui_json *hui_json_at(const hui_json *array, size_t index)
{
    if (!hui_json_is(array, HUI_JSON_ARRAY))
        return NULL;
    const hui_json *item = array->first;
    while (item && index-- > 0)
        item = item->next;
    return item;
}

double hui_json_number(const hui_json *value, double fallback)
{
    return hui_json_is(value, HUI_JSON_NUMBER) ? value->number : fallback;
}

const char *hui_json_string(const hui_json *value, const char *fallback)
{
    return hui_json_is(value, HUI_JSON_STRING) ? value->string : fallback;
}

bool hui_json_bool(const hui_json *value, bool fallback)
{
    if (hui_json_is(value, HUI_JSON_TRUE) || hui_json_is(value, HUI_JSON_FALSE))
        return value->kind == HUI_JSON_TRUE;
    return fallback;
}

double hui_spec_number(const hui_json *object, const char *path, double fallback)
{
    return hui_json_number(hui_spec_find(object, path), fallback);
}

const char *hui_spec_string(const hui_json *object, const char *path, const char *fallback)
{
    return hui_json_string(hui_spec_find(object, path), fallback);
}

bool hui_spec_bool(const hui_json *object, const char *path, bool fallback)
{
    return hui_json_bool(hui_spec_find(object, path), fallback);
}

const hui_json *hui_json_first(const hui_json *a, const hui_json *b)
{
    return a ? a : b;
}

const char *hui_json_text(hui_arena *arena, const hui_json *value)
{
    if (!value || value->kind == HUI_JSON_NULL)
        return NULL;
    if (value->kind != HUI_JSON_ARRAY)
        return hui_value_to_string(arena, hui_value_from_json(arena, value));
    const char **lines = HUI_NEW_ARRAY(arena, const char *, value->count);
    size_t count = 0;
    for (const hui_json *line = value->first; line; line = line->next)
        lines[count++] = hui_value_to_string(arena, hui_value_from_json(arena, line));
    return hui_arena_join(arena, lines, count, "\n");
}

const char *hui_json_expression(const hui_json *value)
{
    if (!hui_json_is(value, HUI_JSON_OBJECT))
        return NULL;
    const hui_json *expression = hui_json_first(hui_json_find(value, "expr"), hui_json_find(value, "signal"));
    return hui_json_string(expression, NULL);
}
