/* Numbers as text by a specifier: sign, symbol, groups, padding around the digits of a type. */
#include "data/format.h"
#include "data/number_format.h"
#include "data/value.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define MINUS "\u2212"

/* What a number becomes before it is put together: digits that may be grouped, and what surrounds them. */
typedef struct number_parts {
    hui_number_text digits, suffix;
    char prefix[16];
} number_parts;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_string(hui_number_text *text, const char *string)
{
    hui_number_text_add(text, string, strlen(string));
}

/* In UTF-16 units, as d3 counts widths: nothing here lies beyond the basic plane. */
static size_t text_width(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length; i++)
        width += ((unsigned char)text[i] & 0xc0) != 0x80;
    return width;
}

/* 1.2000e+5 becomes 1.2e+5. */
static void trim_zeros(hui_number_text *text)
{
    size_t from = 0, to = 0;
    bool point = false;
    for (size_t i = 1; i < text->length; i++) {
        const char c = text->at[i];
        if (c == '.') {
            point = true;
            from = to = i;
        } else if (c == '0' && point) {
            from = from ? from : i;
            to = i;
        } else if (c >= '1' && c <= '9') {
            from = 0;
        } else if (c != '0') {
            break;
        }
    }
    if (!from)
        return;
    memmove(text->at + from, text->at + to + 1, text->length - to - 1);
    text->length -= to + 1 - from;
}

static bool is_zero(const hui_number_text *text)
{
    if (!text->length || text->at[0] != '0')
        return false;
    for (size_t i = 1; i < text->length && text->at[i] != 'e'; i++)
        if (text->at[i] != '0' && text->at[i] != '.')
            return false;
    return true;
}

/* Commas between thousands, from the right, until the text is as wide as asked; what is left over then is dropped. */
static void group_digits(hui_number_text *text, size_t width)
{
    char grouped[sizeof text->at * 2];
    size_t left = text->length, at = sizeof grouped, taken = 0;
    while (left > 0) {
        size_t group = 3;
        if (taken + group + 1 > width)
            group = width > taken + 1 ? width - taken : 1;
        group = group < left ? group : left;
        if (taken)
            grouped[--at] = ',';
        left -= group;
        at -= group;
        memcpy(grouped + at, text->at + left, group);
        taken += group + 1;
        if (taken > width)
            break;
    }
    text->length = 0;
    hui_number_text_add(text, grouped + at, sizeof grouped - at);
}

/* What follows the leading digits takes no commas. */
static void split_digits(number_parts *parts)
{
    size_t end = 0;
    while (end < parts->digits.length && is_digit(parts->digits.at[end]))
        end++;
    hui_number_text_add(&parts->suffix, parts->digits.at + end, parts->digits.length - end);
    parts->digits.length = end;
}

static void resolve_type(hui_number_specifier *specifier)
{
    if (specifier->type == 'n') {
        specifier->comma = true;
        specifier->type = 'g';
    } else if (!specifier->type || !strchr("%bcdefgoprsxX", specifier->type)) {
        specifier->precision = specifier->precision < 0 ? 12 : specifier->precision;
        specifier->trim = true;
        specifier->type = 'g';
    }
    if (specifier->zero || (!strcmp(specifier->fill, "0") && specifier->align == '=')) {
        specifier->zero = true;
        strcpy(specifier->fill, "0");
        specifier->align = '=';
    }
    const bool significant = strchr("gprs", specifier->type);
    const int least = significant, most = significant ? 21 : 20, wanted = specifier->precision;
    specifier->precision = wanted < 0 ? 6 : wanted < least ? least : wanted > most ? most : wanted;
}

static bool is_based(char type)
{
    return strchr("boxX", type);
}

static void write_sign(const hui_number_specifier *specifier, bool negative, number_parts *parts)
{
    const char sign[] = {specifier->sign, '\0'};
    const bool quiet = specifier->sign == '-' || specifier->sign == '(';
    strcpy(parts->prefix, negative ? (specifier->sign == '(' ? "(" : MINUS) : quiet ? "" : sign);
}

static void write_symbol(const hui_number_specifier *specifier, number_parts *parts)
{
    if (specifier->symbol == '$')
        strcat(parts->prefix, "$");
    if (specifier->symbol == '#' && is_based(specifier->type))
        strcat(parts->prefix, specifier->type == 'b' ? "0b" : specifier->type == 'o' ? "0o" : "0x");
}

/* `suffix` is the unit or prefix that `number` was divided by. */
static void write_parts(hui_arena *arena, const hui_number_specifier *specifier, double number, const char *suffix,
                        number_parts *parts)
{
    int exponent = 0;
    bool negative = signbit(number) && !isnan(number);
    hui_number_text_typed(arena, specifier->type, fabs(number), specifier->precision, &parts->digits, &exponent);
    if (specifier->trim)
        trim_zeros(&parts->digits);
    if (negative && is_zero(&parts->digits) && specifier->sign != '+')
        negative = false;
    write_sign(specifier, negative, parts);
    write_symbol(specifier, parts);
    if (!is_based(specifier->type))
        split_digits(parts);
    add_string(&parts->suffix, hui_number_prefix(exponent));
    if (specifier->symbol != '$' && (specifier->type == '%' || specifier->type == 'p'))
        add_string(&parts->suffix, "%");
    add_string(&parts->suffix, suffix);
    if (negative && specifier->sign == '(')
        add_string(&parts->suffix, ")");
}

/* Type c: as ECMAScript writes it, and nothing of it is grouped. */
static void write_raw(hui_arena *arena, const hui_number_specifier *specifier, double number, number_parts *parts)
{
    parts->prefix[0] = '\0';
    write_symbol(specifier, parts);
    add_string(&parts->suffix, hui_number_string(arena, number));
}

static char *append(char *at, const char *bytes, size_t size)
{
    memcpy(at, bytes, size);
    return at + size;
}

static char *append_fill(char *at, const char *fill, size_t count)
{
    for (size_t i = 0; i < count; i++)
        at = append(at, fill, strlen(fill));
    return at;
}

static char *pad(hui_arena *arena, const hui_number_specifier *specifier, const number_parts *parts, size_t padding)
{
    const char *const fill = specifier->fill, align = specifier->align;
    const size_t prefix = strlen(parts->prefix), between = align == '=' ? padding : 0;
    const size_t before = align == '^' ? padding / 2 : align == '>' ? padding : 0;
    char *text =
        hui_arena_alloc(arena, prefix + parts->digits.length + parts->suffix.length + padding * strlen(fill) + 1);
    char *at = append_fill(text, fill, before);
    at = append(at, parts->prefix, prefix);
    at = append_fill(at, fill, between);
    at = append(at, parts->digits.at, parts->digits.length);
    at = append(at, parts->suffix.at, parts->suffix.length);
    append_fill(at, fill, padding - before - between);
    return text;
}

/* Zeros are grouped with the digits, other fills are not. */
static char *put_together(hui_arena *arena, const hui_number_specifier *specifier, number_parts *parts)
{
    const size_t wanted = (size_t)specifier->width;
    if (specifier->comma && !specifier->zero)
        group_digits(&parts->digits, SIZE_MAX / 2);
    const size_t suffix = text_width(parts->suffix.at, parts->suffix.length);
    const size_t width =
        text_width(parts->prefix, strlen(parts->prefix)) + text_width(parts->digits.at, parts->digits.length) + suffix;
    size_t padding = width < wanted ? wanted - width : 0;
    if (specifier->comma && specifier->zero) {
        hui_number_text padded;
        padded.length = 0;
        hui_number_text_add_zeros(&padded, (int)padding);
        hui_number_text_add(&padded, parts->digits.at, parts->digits.length);
        group_digits(&padded, padding ? wanted - suffix : SIZE_MAX / 2);
        parts->digits = padded;
        padding = 0;
    }
    return pad(arena, specifier, parts, padding);
}

/* Whether `size` shows as ten thousand or more when rounded to `decimals`. */
static bool fills_unit(double size, int decimals)
{
    const double scale = pow(10, decimals);
    return floor(size * scale + 0.5) >= 1e4 * scale;
}

/* Chinese counts in ten thousands: divides the number by the unit that is asked for or fits, and returns its name. */
static const char *divide_by_unit(hui_number_specifier *specifier, double *number)
{
    const int decimals = specifier->precision < 0 ? 8 : specifier->precision < 20 ? specifier->precision : 20;
    const double size = fabs(*number);
    hui_number_unit unit = specifier->unit;
    if (unit == HUI_NUMBER_CN)
        unit = fills_unit(size / 1e4, decimals) ? HUI_NUMBER_YI
               : fills_unit(size, decimals)     ? HUI_NUMBER_WAN
                                                : HUI_NUMBER_PLAIN;
    if (specifier->precision < 0) {
        specifier->precision = 12;
        specifier->trim = true;
        specifier->type = 'r';
    } else {
        specifier->trim |= *number == 0;
        specifier->type = 'f';
    }
    if (unit == HUI_NUMBER_PLAIN || *number == 0 || !isfinite(*number))
        return "";
    *number /= unit == HUI_NUMBER_WAN ? 1e4 : 1e8;
    return unit == HUI_NUMBER_WAN ? "万" : "亿";
}

char *hui_format_number(hui_arena *arena, const char *text, double number)
{
    hui_number_specifier specifier;
    number_parts parts;
    const char *suffix = "";
    parts.digits.length = parts.suffix.length = 0;
    if (!hui_number_specifier_read(text, &specifier))
        return NULL;
    if (specifier.unit != HUI_NUMBER_PLAIN) {
        suffix = divide_by_unit(&specifier, &number);
    } else if (specifier.prefix) {
        size_t length;
        const int exponent = hui_number_prefix_read(specifier.prefix, &length);
        number *= pow(10, -exponent);
        suffix = specifier.prefix;
        specifier.type = 'f';
    }
    resolve_type(&specifier);
    if (specifier.type == 'c')
        write_raw(arena, &specifier, number, &parts);
    else
        write_parts(arena, &specifier, number, suffix, &parts);
    return put_together(arena, &specifier, &parts);
}

bool hui_format_number_check(const char *text)
{
    hui_number_specifier specifier;
    return hui_number_specifier_read(text, &specifier);
}
