/* Functions of expressions: numbers read from strings, and encodings of strings. */
#include "data/expr_node.h"

#include "base/number.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "data/letters.h"

#include <math.h>
#include <string.h>

typedef HUI_VEC(char) char_vec;

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static hui_value finish_text(hui_arena *arena, char_vec *out)
{
    *hui_vec_push(arena, out) = '\0';
    return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)out->count - 1, .string = out->at};
}

static const char *skip_space(const char *at)
{
    for (const char *next = at; *at; at = next)
        if (!hui_letter_is_space(hui_utf8_next(&next)))
            break;
    return at;
}

/* parseFloat and parseInt take what a string begins with. */
static hui_value parse_float(const hui_expr_call *call)
{
    const char *const at = skip_space(hui_expr_text(call, 0).string);
    const bool is_negative = *at == '-';
    double number = NAN;
    if (strncmp(at + (is_negative || *at == '+'), "Infinity", 8) == 0)
        return hui_value_number(is_negative ? -INFINITY : INFINITY);
    return hui_value_number(hui_number_read(at, &number) ? number : (double)NAN);
}

static int digit_of(char c)
{
    const int lower = c | 0x20;
    return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

static hui_value parse_int(const hui_expr_call *call)
{
    const char *at = skip_space(hui_expr_text(call, 0).string);
    const double sign = *at == '-' ? -1 : 1, wanted = trunc(hui_expr_number(call, 1));
    double radix = isfinite(wanted) && wanted != 0 ? wanted : 10, number = 0;
    at += *at == '-' || *at == '+';
    if ((radix == 16 || !(isfinite(wanted) && wanted != 0)) && at[0] == '0' && (at[1] | 0x20) == 'x') {
        radix = 16;
        at += 2;
    }
    const char *const digits = at;
    if (!(radix >= 2 && radix <= 36) || digit_of(*at) >= radix)
        return hui_value_number((double)NAN);
    for (; digit_of(*at) < radix; at++)
        number = number * radix + digit_of(*at);
    if (radix == 10)
        hui_number_read(hui_arena_string_n(call->scope->arena, digits, (size_t)(at - digits)), &number);
    return hui_value_number(sign * number);
}

/* Base 64 is of bytes, which are characters up to U+00FF. */
static hui_value to_base64(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    const hui_value text = hui_expr_text(call, 0);
    char_vec out = {0};
    if (!hui_expr_has_room(call->scope, text.count))
        return (hui_value){0};
    for (const char *at = text.string; *at;) {
        uint32_t bits = 0;
        int count = 0;
        for (; count < 3 && *at; count++) {
            const uint32_t c = hui_utf8_next(&at);
            if (c > 0xFF)
                return (hui_value){0};
            bits |= c << (16 - 8 * count);
        }
        for (int i = 0; i < 4; i++)
            *hui_vec_push(arena, &out) = i <= count ? alphabet[(bits >> (18 - 6 * i)) & 63] : '=';
    }
    return finish_text(arena, &out);
}

static hui_value from_base64(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    char_vec out = {0};
    uint32_t bits = 0, count = 0;
    for (const char *at = hui_expr_text(call, 0).string; *at && *at != '='; at++) {
        const char *const found = strchr(alphabet, *at);
        if (strchr(" \t\n\f\r", *at))
            continue;
        if (!found)
            return (hui_value){0};
        bits = (bits << 6 | (uint32_t)(found - alphabet)) & 0xFFFF;
        count += 6;
        if (count < 8)
            continue;
        count -= 8;
        char bytes[4];
        const uint32_t c = bits >> count & 0xFF;
        const size_t size = hui_utf8_write(c, bytes);
        if (c == 0)
            return (hui_value){0};
        for (size_t i = 0; i < size; i++)
            *hui_vec_push(arena, &out) = bytes[i];
    }
    return count == 6 ? (hui_value){0} : finish_text(arena, &out);
}

static hui_value encode_component(const hui_expr_call *call)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()",
                      digits[] = "0123456789ABCDEF";
    hui_arena *const arena = call->scope->arena;
    const hui_value text = hui_expr_text(call, 0);
    char_vec out = {0};
    if (!hui_expr_has_room(call->scope, text.count * 3.0))
        return (hui_value){0};
    for (const char *at = text.string; *at; at++) {
        const unsigned char byte = (unsigned char)*at;
        if (strchr(plain, *at)) {
            *hui_vec_push(arena, &out) = *at;
            continue;
        }
        *hui_vec_push(arena, &out) = '%';
        *hui_vec_push(arena, &out) = digits[byte >> 4];
        *hui_vec_push(arena, &out) = digits[byte & 15];
    }
    return finish_text(arena, &out);
}

const hui_expr_function hui_expr_encode_functions[] = {HUI_EXPR_FUNCTION("parseFloat", parse_float),
                                                       HUI_EXPR_FUNCTION("parseInt", parse_int),
                                                       HUI_EXPR_FUNCTION("btoa", to_base64),
                                                       HUI_EXPR_FUNCTION("atob", from_base64),
                                                       HUI_EXPR_FUNCTION("encodeURIComponent", encode_component),
                                                       {0}};
