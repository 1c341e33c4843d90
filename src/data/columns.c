/* Types of columns: finding them, and converting cells. */
#include "data/columns.h"

#include "base/number.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

enum { MOST_DIGITS = 10 }; /* of whole numbers that are not taken for codes */

static const struct {
    const char *word, *noun;
} kinds[] = {
    [HUI_COLUMN_OPEN] = {"any", "any value"},
    [HUI_COLUMN_TEXT] = {"text", "a text"},
    [HUI_COLUMN_NUMBER] = {"number", "a number"},
    [HUI_COLUMN_DATE] = {"date", "a date, such as 2023-05-01"},
    [HUI_COLUMN_BOOLEAN] = {"boolean", "true or false"},
};

const char *hui_column_kind_word(hui_column_kind kind)
{
    return kinds[kind].word;
}

const char *hui_column_kind_noun(hui_column_kind kind)
{
    return kinds[kind].noun;
}

bool hui_column_type_read(hui_arena *arena, const char *word, hui_column_type *type)
{
    *type = (hui_column_type){0};
    for (hui_column_kind kind = HUI_COLUMN_TEXT; kind <= HUI_COLUMN_BOOLEAN; kind++)
        if (!strcmp(kinds[kind].word, word))
            type->kind = kind;
    if (!strcmp(word, "string")) /* as Vega-Lite calls it */
        type->kind = HUI_COLUMN_TEXT;
    if (strncmp(word, "date:", 5) != 0 || !word[5])
        return type->kind != HUI_COLUMN_OPEN;
    const size_t length = strlen(word + 5);
    const bool is_quoted = length > 2 && word[5] == '\'' && word[4 + length] == '\'';
    type->kind = HUI_COLUMN_DATE;
    type->pattern = hui_arena_string_n(arena, word + 5 + is_quoted, length - 2 * is_quoted);
    return true;
}

/* Finding
 * ------- */

static const char *skip_digits(const char *at, const char *end)
{
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return at;
}

static bool looks_numeric(const char *at, const char *end)
{
    at += *at == '-';
    const char *digits = at;
    at = skip_digits(at, end);
    const size_t count = (size_t)(at - digits);
    const bool is_whole = at == end;
    if (count == 0 || (count > 1 && *digits == '0') || (is_whole && count > MOST_DIGITS))
        return false;
    if (at < end && *at == '.') {
        digits = ++at;
        at = skip_digits(at, end);
        if (at == digits)
            return false;
    }
    if (at + 1 < end && (*at == 'e' || *at == 'E') && (at[1] == '-' || at[1] == '+')) {
        digits = at += 2;
        at = skip_digits(at, end);
        if (at == digits)
            return false;
    }
    return at == end;
}

/* Digits and signs as `shape` has them ("d" a digit). */
static bool has_shape(const char *at, const char *shape)
{
    for (; *shape; at++, shape++)
        if (*shape == 'd' ? *at < '0' || *at > '9' : *at != *shape)
            return false;
    return true;
}

static bool looks_dated(const char *text, size_t length)
{
    if (length < 10 || length > 35 || !has_shape(text, "dddd-dd-dd") ||
        (length > 10 && text[10] != 'T' && text[10] != ' '))
        return false;
    char copy[40];
    memcpy(copy, text, length);
    copy[length] = '\0';
    return !isnan(hui_date_parse(copy));
}

static bool looks_boolean(const char *text, size_t length)
{
    return (length == 4 && !memcmp(text, "true", 4)) || (length == 5 && !memcmp(text, "false", 5));
}

/* Most columns soon have one kind left. */
void hui_column_guess_see(hui_column_guess *guess, const char *text, size_t length)
{
    const unsigned lost = guess->kinds_lost;
    if (length == 0)
        return;
    guess->cells++;
    if (!(lost & 1U << HUI_COLUMN_NUMBER) && !looks_numeric(text, text + length))
        guess->kinds_lost |= 1U << HUI_COLUMN_NUMBER;
    if (!(lost & 1U << HUI_COLUMN_DATE) && !looks_dated(text, length))
        guess->kinds_lost |= 1U << HUI_COLUMN_DATE;
    if (!(lost & 1U << HUI_COLUMN_BOOLEAN) && !looks_boolean(text, length))
        guess->kinds_lost |= 1U << HUI_COLUMN_BOOLEAN;
}

hui_column_kind hui_column_guess_kind(const hui_column_guess *guess)
{
    for (hui_column_kind kind = HUI_COLUMN_NUMBER; guess->cells > 0 && kind <= HUI_COLUMN_BOOLEAN; kind++)
        if (!(guess->kinds_lost & 1U << kind))
            return kind;
    return HUI_COLUMN_TEXT;
}

/* Converting
 * ---------- */

/* 1,234,567.5: the commas part three digits each. */
static bool read_grouped(const char *text, double *number)
{
    char plain[64], *to = plain;
    const char *point = strchr(text, '.'), *end = point ? point : text + strlen(text);
    if (strlen(text) >= sizeof plain)
        return false;
    for (const char *at = text; *at; at++) {
        if (*at != ',') {
            *to++ = *at;
            continue;
        }
        if (at == text || at[-1] < '0' || at[-1] > '9' || at > end || (end - at) % 4 != 0)
            return false;
    }
    *to = '\0';
    const char *stop = hui_number_read(plain, number);
    return stop && !*stop && isfinite(*number);
}

static bool to_number(hui_value value, hui_value *converted)
{
    double number = value.number;
    if (value.kind == HUI_VALUE_STRING && !read_grouped(value.string, &number))
        return false;
    *converted = hui_value_number(number);
    return value.kind == HUI_VALUE_STRING || value.kind == HUI_VALUE_NUMBER;
}

/* 2023年5月1日 */
static double read_chinese(const char *text)
{
    static const char *const patterns[] = {"%Y年%m月%d日", "%Y年%m月", "%Y年"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const double ms = hui_date_parse_format(patterns[i], text);
        if (!isnan(ms))
            return ms;
    }
    return NAN;
}

static bool to_date(hui_column_type type, hui_value value, hui_value *converted)
{
    double ms = value.kind == HUI_VALUE_DATE ? value.number : (double)NAN;
    if (value.kind == HUI_VALUE_STRING && type.pattern)
        ms = hui_date_parse_format(type.pattern, value.string);
    else if (value.kind == HUI_VALUE_STRING) {
        ms = hui_date_parse(value.string);
        ms = isnan(ms) ? read_chinese(value.string) : ms;
    }
    *converted = hui_value_date(ms);
    return !isnan(ms);
}

static bool to_boolean(hui_value value, hui_value *converted)
{
    const bool is_text = value.kind == HUI_VALUE_STRING;
    *converted = is_text ? hui_value_bool(!strcmp(value.string, "true")) : value;
    return value.kind == HUI_VALUE_BOOL || (is_text && looks_boolean(value.string, value.count));
}

static bool is_empty(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL ||
           (value.kind == HUI_VALUE_STRING && value.count == 0);
}

bool hui_column_convert(hui_arena *arena, hui_column_type type, hui_value value, hui_value *converted)
{
    *converted = value;
    if (is_empty(value)) {
        if (type.kind != HUI_COLUMN_TEXT && type.kind != HUI_COLUMN_OPEN)
            *converted = hui_value_null();
        return true;
    }
    switch (type.kind) {
    case HUI_COLUMN_OPEN:
        return true;
    case HUI_COLUMN_TEXT:
        if (value.kind != HUI_VALUE_STRING)
            *converted = hui_value_string(hui_value_to_string(arena, value));
        return value.kind != HUI_VALUE_ARRAY && value.kind != HUI_VALUE_OBJECT;
    case HUI_COLUMN_NUMBER:
        return to_number(value, converted);
    case HUI_COLUMN_DATE:
        return to_date(type, value, converted);
    case HUI_COLUMN_BOOLEAN:
        return to_boolean(value, converted);
    }
    return false;
}
