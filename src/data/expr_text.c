/* Functions of expressions: strings. Positions and lengths are units of UTF-16, as in JavaScript. */
#include "data/expr_node.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "data/letters.h"
#include "data/utf16.h"

#include <math.h>
#include <string.h>

enum { LOWER, UPPER };

typedef HUI_VEC(char) char_vec;

static void add_character(hui_arena *arena, char_vec *out, uint32_t character)
{
    char bytes[4];
    const size_t size = hui_utf8_write(character, bytes);
    for (size_t i = 0; i < size; i++)
        *hui_vec_push(arena, out) = bytes[i];
}

static hui_value finish_text(hui_arena *arena, char_vec *out)
{
    *hui_vec_push(arena, out) = '\0';
    return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)out->count - 1, .string = out->at};
}

static bool is_letter(const char *at)
{
    const uint32_t c = hui_utf8_next(&at);
    return hui_letter_upper(c) != c || hui_letter_lower(c) != c;
}

/* Of a capital sigma that ends a word and does not begin it the small letter is another. */
static uint32_t lower_sigma(const char *text, const char *sigma)
{
    const char *const after = sigma + 2;
    const char *before = sigma;
    while (before > text && (*--before & 0xC0) == 0x80)
        continue;
    const bool begins = before == sigma || !is_letter(before);
    return begins || (*after && is_letter(after)) ? 0x3C3 : 0x3C2;
}

static hui_value change_case(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    const hui_value text = hui_expr_text(call, 0);
    const bool to_upper = call->function->detail == UPPER;
    char_vec out = {0};
    if (!hui_expr_has_room(call->scope, text.count))
        return (hui_value){0};
    for (const char *at = text.string; *at;) {
        const char *const start = at;
        const uint32_t c = hui_utf8_next(&at);
        const char *several = to_upper && c >= 0x80 ? hui_letter_upper_several(c) : NULL;
        if (!to_upper && c == 0x130)
            several = "i\xCC\x87";
        if (several)
            for (; *several; several++)
                *hui_vec_push(arena, &out) = *several;
        else if (!to_upper && c == 0x3A3)
            add_character(arena, &out, lower_sigma(text.string, start));
        else
            add_character(arena, &out, to_upper ? hui_letter_upper(c) : hui_letter_lower(c));
    }
    return finish_text(arena, &out);
}

static hui_value trim(const hui_expr_call *call)
{
    const hui_value text = hui_expr_text(call, 0);
    const char *start = text.string, *end = start;
    bool is_leading = true;
    for (const char *at = start; *at;) {
        const bool is_space = hui_letter_is_space(hui_utf8_next(&at));
        is_leading &= is_space;
        if (is_leading)
            start = end = at;
        else if (!is_space)
            end = at;
    }
    return hui_expr_string(call->scope, start, (size_t)(end - start));
}

static double cut(double position, double length)
{
    return position > 0 ? fmin(trunc(position), length) : 0;
}

/* Bounds in either order; those out of range are cut. */
static hui_value substring(const hui_expr_call *call)
{
    const hui_value text = hui_expr_text(call, 0);
    const double length = (double)hui_utf16_length(text), start = cut(hui_expr_number(call, 1), length);
    const bool is_open = hui_expr_argument(call, 2).kind == HUI_VALUE_UNDEFINED;
    const double end = is_open ? length : cut(hui_expr_number(call, 2), length);
    return hui_utf16_slice(call->scope->arena, text, (size_t)fmin(start, end), (size_t)fmax(start, end));
}

/* pad and truncate of vega-util: `align` tells which side changes. */

static void add_repeated(hui_arena *arena, char_vec *out, hui_value text, double times)
{
    if (!text.count || !(times >= 1)) /* of nothing there may be any number */
        return;
    hui_vec_reserve(arena, out, out->count + (size_t)times * text.count);
    for (size_t left = (size_t)times; left > 0; left--) {
        memcpy(out->at + out->count, text.string, text.count);
        out->count += text.count;
    }
}

static void add_text(hui_arena *arena, char_vec *out, hui_value text)
{
    add_repeated(arena, out, text, 1);
}

static bool is_word(hui_value value, const char *word)
{
    return value.kind == HUI_VALUE_STRING && strcmp(value.string, word) == 0;
}

static hui_value pad(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    const hui_value text = hui_expr_text(call, 0), align = hui_expr_argument(call, 3);
    const hui_value sign =
        hui_value_truthy(hui_expr_argument(call, 2)) ? hui_expr_text(call, 2) : hui_value_string(" ");
    const double missing = hui_expr_number(call, 1) - (double)hui_utf16_length(text);
    char_vec out = {0};
    if (!(missing > 0))
        return text;
    if (!hui_expr_has_room(call->scope, missing * (double)sign.count + text.count))
        return (hui_value){0};
    const double before = is_word(align, "left") ? missing : is_word(align, "center") ? trunc(missing / 2) : 0;
    const double after = is_word(align, "left") ? 0 : is_word(align, "center") ? ceil(missing / 2) : missing;
    add_repeated(arena, &out, sign, before);
    add_text(arena, &out, text);
    add_repeated(arena, &out, sign, after);
    return finish_text(arena, &out);
}

static hui_value truncate(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    const hui_value text = hui_expr_text(call, 0), align = hui_expr_argument(call, 2),
                    given = hui_expr_argument(call, 3);
    const bool has_mark = given.kind != HUI_VALUE_UNDEFINED && given.kind != HUI_VALUE_NULL;
    const hui_value mark = has_mark ? hui_expr_text(call, 3) : hui_value_string("…");
    const size_t length = hui_utf16_length(text);
    const double wanted = hui_expr_number(call, 1);
    if ((double)length <= wanted)
        return text;
    const double kept = fmax(0, wanted - (double)hui_utf16_length(mark));
    const bool is_left = is_word(align, "left"), is_center = is_word(align, "center");
    const double head = is_left ? 0 : is_center ? ceil(kept / 2) : trunc(kept);
    const double tail = is_left ? kept : is_center ? trunc(kept / 2) : 0;
    char_vec out = {0};
    add_text(arena, &out, hui_utf16_slice(arena, text, 0, (size_t)head));
    add_text(arena, &out, mark);
    add_text(arena, &out, hui_utf16_slice(arena, text, (size_t)((double)length - tail), length));
    return finish_text(arena, &out);
}

const hui_expr_function hui_expr_text_functions[] = {HUI_EXPR_VARIANT("lower", change_case, LOWER),
                                                     HUI_EXPR_VARIANT("upper", change_case, UPPER),
                                                     HUI_EXPR_FUNCTION("trim", trim),
                                                     HUI_EXPR_FUNCTION("substring", substring),
                                                     HUI_EXPR_FUNCTION("pad", pad),
                                                     HUI_EXPR_FUNCTION("truncate", truncate),
                                                     {0}};
