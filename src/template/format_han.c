/* Han numerals: 一千二百零五 in texts, 壹仟贰佰零伍 in documents, and amounts of money as cheques have them (支付结算办法, annex 1). */
#include "template/text_format.h"

#include "base/buffer.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

typedef struct numerals {
    const char *digits[10], *units[4];
    bool short_ten; /* 十二, not 一十二, at the start of a number */
} numerals;

static const numerals common = {
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, true};
static const numerals formal = {
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, false};

static const double limit = 1e16; /* whole numbers above are not exact */

/* 1 to 9999; one 零 for zeros between digits. */
static void write_group(hui_buffer *out, const numerals *n, int number)
{
    static const int powers[] = {1, 10, 100, 1000};
    const bool is_start = out->size == 0;
    bool is_gap = false, has_digits = false;
    for (int i = 3; i >= 0; i--) {
        const int digit = number / powers[i] % 10;
        if (digit == 0) {
            is_gap = has_digits;
            continue;
        }
        if (is_gap)
            hui_buffer_add_string(out, n->digits[0]);
        if (!(digit == 1 && i == 1 && !has_digits && is_start && n->short_ten))
            hui_buffer_add_string(out, n->digits[digit]);
        hui_buffer_add_string(out, n->units[i]);
        has_digits = true;
        is_gap = false;
    }
}

/* Above 0. Numbers are read by ten thousands, and hundred millions count what is above them as a number of its own: 10001亿 is
 * 一万零一亿. */
static void write_whole(hui_buffer *out, const numerals *n, double number)
{
    static const struct {
        double size;
        const char *unit;
    } steps[] = {{1e8, "亿"}, {1e4, "万"}};
    for (size_t i = 0; i < 2; i++) {
        const double above = floor(number / steps[i].size);
        if (above == 0)
            continue;
        write_whole(out, n, above);
        hui_buffer_add_string(out, steps[i].unit);
        number -= above * steps[i].size;
        if (number > 0 && number < steps[i].size / 10)
            hui_buffer_add_string(out, n->digits[0]);
    }
    if (number > 0)
        write_group(out, n, (int)number);
}

static const char *finish(hui_arena *arena, hui_buffer *out)
{
    const char *text = hui_arena_string_n(arena, out->size ? out->bytes : "", out->size);
    hui_buffer_finish(out);
    return text;
}

/* The sign stands in front of a text that knows none, as its zeros depend on where a number starts. */
static const char *with_sign(hui_arena *arena, double number, const char *text)
{
    return number < 0 ? hui_arena_printf(arena, "负%s", text) : text;
}

/* Decimals are read digit by digit. */
static hui_value write_number(hui_formatting *f, const numerals *n, double number)
{
    hui_buffer out = {0};
    const char *digits = hui_number_string(f->arena, fabs(number)), *point = strchr(digits, '.');
    if (fabs(number) >= limit || strchr(digits, 'e')) {
        f->fault = "is too large or too small for han numerals";
        return hui_value_null();
    }
    if (fabs(number) < 1)
        hui_buffer_add_string(&out, n->digits[0]);
    else
        write_whole(&out, n, floor(fabs(number)));
    if (point)
        hui_buffer_add_string(&out, "点");
    for (const char *at = point ? point + 1 : ""; *at; at++)
        hui_buffer_add_string(&out, n->digits[*at - '0']);
    return hui_value_string(with_sign(f->arena, number, finish(f->arena, &out)));
}

const char *hui_han_number(hui_arena *arena, double number)
{
    hui_buffer out = {0};
    if (number == 0)
        hui_buffer_add_string(&out, common.digits[0]);
    else
        write_whole(&out, &common, number);
    return finish(arena, &out);
}

const char *hui_han_digits(hui_arena *arena, const char *text)
{
    hui_buffer out = {0};
    for (; *text; text++)
        if (*text == '0')
            hui_buffer_add_string(&out, "〇");
        else if (*text > '0' && *text <= '9')
            hui_buffer_add_string(&out, common.digits[*text - '0']);
        else
            hui_buffer_add_char(&out, *text);
    return finish(arena, &out);
}

hui_value hui_format_han(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)arguments;
    return write_number(f, &common, value.number);
}

hui_value hui_format_financial(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)arguments;
    return write_number(f, &formal, value.number);
}

hui_value hui_format_digits(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)arguments;
    return hui_value_string(hui_han_digits(f->arena, value.string));
}

/* Yuan, tenths and hundredths; 整 ends an amount without these. */
hui_value hui_format_money(hui_formatting *f, hui_value value, const char *const *arguments)
{
    hui_buffer out = {0};
    (void)arguments;
    if (fabs(value.number) >= limit / 100) {
        f->fault = "is too large for an amount in han numerals";
        return hui_value_null();
    }
    const char *text = hui_format_number(f->arena, ".2f", fabs(value.number)), *point = strchr(text, '.');
    const double yuan = floor(hui_value_to_number(hui_value_string(text)));
    const int tenths = point[1] - '0', hundredths = point[2] - '0';
    if (yuan > 0)
        write_whole(&out, &formal, yuan);
    else if (tenths == 0 && hundredths == 0)
        hui_buffer_add_string(&out, formal.digits[0]);
    if (out.size > 0)
        hui_buffer_add_string(&out, "元");
    if (tenths > 0)
        hui_buffer_printf(&out, "%s角", formal.digits[tenths]);
    else if (hundredths > 0 && yuan > 0)
        hui_buffer_add_string(&out, formal.digits[0]);
    if (hundredths > 0)
        hui_buffer_printf(&out, "%s分", formal.digits[hundredths]);
    else if (tenths == 0)
        hui_buffer_add_string(&out, "整");
    const bool is_zero = yuan == 0 && tenths == 0 && hundredths == 0;
    return hui_value_string(with_sign(f->arena, is_zero ? 0 : value.number, finish(f->arena, &out)));
}
