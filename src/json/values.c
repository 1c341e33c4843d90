/* Values: takes keys, strings and numbers from where the scanner found them. */
#include "json/scan.h"

#include "base/memory.h"
#include "base/number.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

/* A string with its quotes, which the scanner let pass. Most have nothing to unescape. */
static const char *unescape(hui_arena *arena, const char *quoted, size_t length)
{
    if (!memchr(quoted, '\\', length))
        return hui_arena_string_n(arena, quoted + 1, length - 2);
    cJSON *item = cJSON_ParseWithLength(quoted, length);
    if (!item)
        hui_memory_end(); /* nothing else can be lacking */
    const char *string = hui_arena_string(arena, item->valuestring);
    cJSON_Delete(item);
    return string;
}

static bool fill_number(hui_arena *arena, hui_json *value, hui_diags *diags)
{
    value->string = hui_arena_string_n(arena, value->source->bytes + value->offset, value->length);
    hui_number_read(value->string, &value->number);
    if (isfinite(value->number))
        return true;
    const size_t shown = value->length < 40 ? value->length : 40;
    hui_diags_add(diags, HUI_CODE_NUMBER_RANGE, hui_json_place(arena, value), "the largest number is about 1.8e308",
                  hui_arena_printf(arena, "%.*s%s", (int)shown, value->string, shown < value->length ? "…" : ""));
    return false;
}

/* Whether \u0000 is escaped in it; in \\u0000 a backslash is. */
static bool holds_nul(const char *raw)
{
    for (const char *at = strchr(raw, '\\'); at; at = strchr(at + 2, '\\'))
        if (strncmp(at, "\\u0000", 6) == 0)
            return true;
    return false;
}

/* A key with \u0000 in it cannot be a C string: it stays as it is written, and so matches no property. */
static const char *find_key(hui_arena *arena, const hui_json *value)
{
    const char *quoted = value->source->bytes + value->key_offset;
    if (memchr(quoted, '\\', value->key_length)) {
        const char *raw = hui_arena_string_n(arena, quoted + 1, value->key_length - 2);
        if (holds_nul(raw))
            return raw;
    }
    return unescape(arena, quoted, value->key_length);
}

bool hui_json_fill(hui_arena *arena, hui_json *root, hui_diags *diags)
{
    bool is_fine = true;
    for (hui_json *value = root; value; value = hui_json_next(value)) {
        if (value->parent && value->parent->kind == HUI_JSON_OBJECT)
            value->key = find_key(arena, value);
        if (value->kind == HUI_JSON_STRING)
            value->string = unescape(arena, value->source->bytes + value->offset, value->length);
        else if (value->kind == HUI_JSON_NUMBER)
            is_fine &= fill_number(arena, value, diags);
    }
    return is_fine;
}
