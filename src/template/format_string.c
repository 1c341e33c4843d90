/* Formats of texts and lists. */
#include "template/text_format.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "data/letters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static hui_value finish(hui_formatting *f, hui_buffer *out)
{
    const hui_value text = hui_value_string(hui_arena_string_n(f->arena, out->size ? out->bytes : "", out->size));
    hui_buffer_finish(out);
    return text;
}

static void add_letter(hui_buffer *out, uint32_t c)
{
    char bytes[4];
    hui_buffer_add(out, bytes, hui_utf8_write(c, bytes));
}

static void add_upper(hui_buffer *out, uint32_t c)
{
    const char *several = hui_letter_upper_several(c);
    if (several)
        hui_buffer_add_string(out, several);
    else
        add_letter(out, hui_letter_upper(c));
}

hui_value hui_format_text(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)f, (void)arguments;
    return value;
}

hui_value hui_format_upper(hui_formatting *f, hui_value value, const char *const *arguments)
{
    hui_buffer out = {0};
    (void)arguments;
    for (const char *at = value.string; *at;)
        add_upper(&out, hui_utf8_next(&at));
    return finish(f, &out);
}

hui_value hui_format_lower(hui_formatting *f, hui_value value, const char *const *arguments)
{
    hui_buffer out = {0};
    (void)arguments;
    for (const char *at = value.string; *at;)
        add_letter(&out, hui_letter_lower(hui_utf8_next(&at)));
    return finish(f, &out);
}

hui_value hui_format_title(hui_formatting *f, hui_value value, const char *const *arguments)
{
    hui_buffer out = {0};
    bool is_start = true;
    (void)arguments;
    for (const char *at = value.string; *at;) {
        const uint32_t c = hui_utf8_next(&at);
        if (is_start)
            add_upper(&out, c);
        else
            add_letter(&out, c);
        is_start = hui_letter_is_space(c) || c == '-';
    }
    return finish(f, &out);
}

hui_value hui_format_trim(hui_formatting *f, hui_value value, const char *const *arguments)
{
    const char *start = NULL, *end = value.string;
    (void)arguments;
    for (const char *at = value.string, *next = at; *at; at = next) {
        if (hui_letter_is_space(hui_utf8_next(&next)))
            continue;
        start = start ? start : at;
        end = next;
    }
    return hui_value_string(start ? hui_arena_string_n(f->arena, start, (size_t)(end - start)) : "");
}

/* Characters that take room: marks that combine go with what they stand on. */
static size_t count_characters(const char *at)
{
    size_t count = 0;
    while (*at)
        count += hui_utf8_columns(hui_utf8_next(&at)) > 0;
    return count;
}

hui_value hui_format_truncate(hui_formatting *f, hui_value value, const char *const *arguments)
{
    const size_t most = (size_t)strtol(arguments[0], NULL, 10);
    const char *ellipsis = arguments[1] ? arguments[1] : "…", *end = value.string;
    if (count_characters(value.string) <= most)
        return value;
    const size_t taken = count_characters(ellipsis);
    size_t left = most > taken ? most - taken : 0;
    for (const char *at = end; *at; end = at) {
        const bool takes_room = hui_utf8_columns(hui_utf8_next(&at)) > 0;
        if (takes_room && left == 0)
            break;
        left -= takes_room;
    }
    return hui_value_string(hui_arena_printf(f->arena, "%.*s%s", (int)(end - value.string), value.string, ellipsis));
}

hui_value hui_format_replace(hui_formatting *f, hui_value value, const char *const *arguments)
{
    hui_buffer out = {0};
    const size_t length = strlen(arguments[0]);
    const char *at = value.string, *found;
    while (length > 0 && (found = strstr(at, arguments[0]))) {
        hui_buffer_add(&out, at, (size_t)(found - at));
        hui_buffer_add_string(&out, arguments[1]);
        at = found + length;
    }
    hui_buffer_add_string(&out, at);
    return finish(f, &out);
}

hui_value hui_format_before(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return hui_value_string(hui_arena_printf(f->arena, "%s%s", arguments[0], value.string));
}

hui_value hui_format_after(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return hui_value_string(hui_arena_printf(f->arena, "%s%s", value.string, arguments[0]));
}

hui_value hui_format_join(hui_formatting *f, hui_value value, const char *const *arguments)
{
    const char **parts = HUI_NEW_ARRAY(f->arena, const char *, value.count);
    for (uint32_t i = 0; i < value.count; i++)
        if (!(parts[i] = hui_value_text(f->arena, value.items[i]))) {
            f->fault = "holds lists or objects, which cannot be joined";
            return value;
        }
    return hui_value_string(hui_arena_join(f->arena, parts, value.count, arguments[0]));
}

hui_value hui_format_default(hui_formatting *f, hui_value value, const char *const *arguments)
{
    const bool is_none = (value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE) && !isfinite(value.number);
    if (!is_none && !hui_value_is_empty(value))
        return value;
    f->is_final = true;
    return hui_value_string(arguments[0]);
}

hui_value hui_format_markdown(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)arguments;
    f->is_markdown = true;
    return value;
}

hui_value hui_format_json(hui_formatting *f, hui_value value, const char *const *arguments)
{
    hui_buffer out = {0};
    (void)arguments;
    hui_value_write_json(f->arena, &out, value);
    return finish(f, &out);
}
