/* Numbers: how far a number reaches with what belongs to it, so that no line break parts them. */
#include "base/utf8.h"
#include "text/shaped.h"

#include <stdbool.h>

#include "text/break_tables.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct scan {
    hui_text *text;
    size_t at, to;
};

static uint32_t code_at(const struct scan *scan, size_t at)
{
    return at < scan->to ? scan->text->atoms[at].code : 0;
}

static bool is_digit(const struct scan *scan, size_t at)
{
    return at < scan->to && scan->text->atoms[at].kind == HUI_CHAR_DIGIT;
}

static bool among(uint32_t code, const uint32_t *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

static bool in_string(uint32_t code, const char *string)
{
    while (*string)
        if (hui_utf8_next(&string) == code)
            return true;
    return false;
}

/* The word's bytes if `text` begins with it, else 0. Nearly all differ in their first character. */
static size_t begins_with(const char *text, size_t left, const char *word)
{
    size_t length = 0;
    while (word[length] && length < left && text[length] == word[length])
        length++;
    return word[length] ? 0 : length;
}

/* The atom after the longest of `words` that stands at `at`; `at` if none does. */
static size_t skip_word(const struct scan *scan, size_t at, const char *const *words, size_t count)
{
    if (at >= scan->to)
        return at;
    const hui_text *text = scan->text;
    size_t start = text->atoms[at].byte, left = text->atoms[scan->to].byte - start, longest = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t length = begins_with(text->bytes + start, left, words[i]);
        longest = length > longest ? length : longest;
    }
    size_t end = at;
    while (end < scan->to && text->atoms[end].byte < start + longest)
        end++;
    return end;
}

static void keep(struct scan *scan, size_t from, size_t to, hui_break class)
{
    for (size_t i = from; i < to; i++)
        if (scan->text->atoms[i].breaking < class && scan->text->atoms[i].breaking != HUI_BREAK_AUTHOR)
            scan->text->atoms[i].breaking = (uint8_t) class;
}

/* Digits with what joins them: 5058.1, 10:30, 2019—2023, 1+2; a joint counts only before another digit. */
static size_t skip_digits(struct scan *scan, size_t at)
{
    size_t start = at;
    for (;;) {
        while (is_digit(scan, at))
            at++;
        size_t next = at;
        while (next < at + 2 && among(code_at(scan, next), joints, COUNT(joints)))
            next++;
        if (at == start || next == at || !is_digit(scan, next))
            break;
        at = next;
    }
    if (at > start)
        keep(scan, start + 1, at, HUI_BREAK_DIGITS);
    return at;
}

static size_t skip_han_numerals(const struct scan *scan, size_t at)
{
    while (at < scan->to && in_string(code_at(scan, at), han_numerals))
        at++;
    return at;
}

/* 个, 万人次, 余场次. */
static size_t skip_plain_unit(const struct scan *scan, size_t at)
{
    at = skip_word(scan, at, approximations, COUNT(approximations));
    for (size_t next; (next = skip_word(scan, at, multipliers, COUNT(multipliers))) > at;)
        at = next;
    at = skip_word(scan, at, approximations, COUNT(approximations));
    return skip_word(scan, at, han_units, COUNT(han_units));
}

/* Besides: %, ‰, 元/吨, 个多月. */
static size_t skip_unit(const struct scan *scan, size_t at)
{
    if (at < scan->to && scan->text->atoms[at].kind == HUI_CHAR_POSTFIX)
        return at + 1;
    size_t unit = skip_plain_unit(scan, at);
    while (unit > at && (code_at(scan, unit) == '/' || code_at(scan, unit) == 0x591A /* 多 */)) {
        at = unit;
        unit = skip_plain_unit(scan, at + 1);
    }
    return unit;
}

/* 430 个, 12 GW. */
static size_t skip_spaced_unit(const struct scan *scan, size_t at)
{
    if (code_at(scan, at) != ' ')
        return at;
    size_t unit = skip_unit(scan, at + 1);
    if (unit == at + 1)
        unit = skip_word(scan, at + 1, latin_units, COUNT(latin_units));
    bool whole = unit >= scan->to || (scan->text->atoms[unit].kind != HUI_CHAR_LETTER && !is_digit(scan, unit));
    bool latin = unit > at + 1 && scan->text->atoms[unit - 1].kind == HUI_CHAR_LETTER;
    return unit > at + 1 && (whole || !latin) ? unit : at;
}

/* A级, 5A级, AAAA级; the letters begin no longer word. */
static size_t skip_graded_letters(const struct scan *scan, size_t at)
{
    size_t end = at;
    while (end < scan->to && code_at(scan, end) >= 'A' && code_at(scan, end) <= 'Z')
        end++;
    bool graded = end > at && end - at <= 5 && end < scan->to && in_string(code_at(scan, end), letter_units);
    return graded ? end + 1 : at;
}

static size_t skip_sign(const struct scan *scan, size_t at)
{
    return among(code_at(scan, at), signs, COUNT(signs)) ? at + 1 : at;
}

size_t hui_number_keep(hui_text *text, size_t at, size_t to)
{
    struct scan scan = {text, at, to};
    size_t digits = skip_sign(&scan, at);
    size_t end = skip_digits(&scan, digits);
    if (end == digits && digits > at && code_at(&scan, at) == 0x7B2C /* 第 */)
        end = skip_han_numerals(&scan, digits);
    if (end == digits) {
        end = skip_graded_letters(&scan, at);
        keep(&scan, at + 1, end, HUI_BREAK_UNIT);
        return end;
    }
    size_t graded = skip_graded_letters(&scan, end);
    end = graded > end ? graded : skip_unit(&scan, end);
    if (end > digits && is_digit(&scan, end - 1))
        end = skip_spaced_unit(&scan, end);
    keep(&scan, at + 1, end, HUI_BREAK_UNIT);
    return end;
}
