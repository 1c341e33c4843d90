/* Values as JSON: as a tree, and as text. */
#include "base/buffer.h"
#include "data/format.h"
#include "data/value.h"
#include "json/make.h"

#include <math.h>

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

const char *hui_date_string(hui_arena *arena, double ms)
{
    const bool is_day = fmod(ms, 86400e3) == 0;
    return isnan(ms) ? "" : hui_format_time(arena, is_day ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S", ms);
}

static void write_string(hui_buffer *out, const char *text)
{
    hui_buffer_add_char(out, '"');
    for (; *text; text++)
        if (*text == '"' || *text == '\\')
            hui_buffer_printf(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            hui_buffer_printf(out, "\\u%04x", (unsigned)(unsigned char)*text);
        else
            hui_buffer_add_char(out, *text);
    hui_buffer_add_char(out, '"');
}

static void write_items(hui_arena *arena, hui_buffer *out, hui_value value)
{
    hui_buffer_add_char(out, '[');
    for (uint32_t i = 0; i < value.count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ',');
        hui_value_write_json(arena, out, value.items[i]);
    }
    hui_buffer_add_char(out, ']');
}

static void write_members(hui_arena *arena, hui_buffer *out, hui_value value)
{
    hui_buffer_add_char(out, '{');
    for (uint32_t i = 0; i < value.count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ',');
        write_string(out, value.members[i].key);
        hui_buffer_add_char(out, ':');
        hui_value_write_json(arena, out, value.members[i].value);
    }
    hui_buffer_add_char(out, '}');
}

void hui_value_write_json(hui_arena *arena, hui_buffer *out, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
        hui_buffer_add_string(out, "null");
        break;
    case HUI_VALUE_BOOL:
        hui_buffer_add_string(out, value.truth ? "true" : "false");
        break;
    case HUI_VALUE_NUMBER:
        hui_buffer_add_string(out, isfinite(value.number) ? hui_number_string(arena, value.number) : "null");
        break;
    case HUI_VALUE_DATE:
        write_string(out, hui_date_string(arena, value.number));
        break;
    case HUI_VALUE_STRING:
        write_string(out, value.string);
        break;
    case HUI_VALUE_ARRAY:
        write_items(arena, out, value);
        break;
    case HUI_VALUE_OBJECT:
        write_members(arena, out, value);
        break;
    }
}
