/* Texts of dates cut into numbers, words and signs, as V8 cuts them. */
#include "data/date_scan.h"

#include <string.h>

size_t hui_date_space_size(const char *text)
{
    static const char *const wide[] = {"\u00a0", "\u1680", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"};
    const unsigned char byte = (unsigned char)*text;
    if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
        return 1;
    if (byte < 0xc2)
        return 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (!strncmp(text, wide[i], strlen(wide[i])))
            return strlen(wide[i]);
    const bool quad = !strncmp(text, "\xe2\x80", 2) && (unsigned char)text[2] >= 0x80 && (unsigned char)text[2] <= 0x8a;
    return quad ? 3 : 0; /* U+2000 to U+200A */
}

static const struct {
    char text[4];
    hui_date_word kind;
    int value;
} words[] = {{"jan", HUI_DATE_MONTH, 1},   {"feb", HUI_DATE_MONTH, 2},    {"mar", HUI_DATE_MONTH, 3},
             {"apr", HUI_DATE_MONTH, 4},   {"may", HUI_DATE_MONTH, 5},    {"jun", HUI_DATE_MONTH, 6},
             {"jul", HUI_DATE_MONTH, 7},   {"aug", HUI_DATE_MONTH, 8},    {"sep", HUI_DATE_MONTH, 9},
             {"oct", HUI_DATE_MONTH, 10},  {"nov", HUI_DATE_MONTH, 11},   {"dec", HUI_DATE_MONTH, 12},
             {"am", HUI_DATE_HALF_DAY, 0}, {"pm", HUI_DATE_HALF_DAY, 12}, {"ut", HUI_DATE_ZONE, 0},
             {"utc", HUI_DATE_ZONE, 0},    {"z", HUI_DATE_ZONE, 0},       {"gmt", HUI_DATE_ZONE, 0},
             {"cdt", HUI_DATE_ZONE, -5},   {"cst", HUI_DATE_ZONE, -6},    {"edt", HUI_DATE_ZONE, -4},
             {"est", HUI_DATE_ZONE, -5},   {"mdt", HUI_DATE_ZONE, -6},    {"mst", HUI_DATE_ZONE, -7},
             {"pdt", HUI_DATE_ZONE, -7},   {"pst", HUI_DATE_ZONE, -8},    {"t", HUI_DATE_TIME_MARK, 0}};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_char(const char *at)
{
    const unsigned char byte = (unsigned char)*at;
    return byte >= 'A' && (byte < 0x80 || !hui_date_space_size(at));
}

/* Nine digits behind zeros are kept: none that counts has more. */
static hui_date_token scan_number(const char *at)
{
    hui_date_token token = {.kind = HUI_DATE_NUMBER};
    int significant = 0;
    for (; is_digit(at[token.length]); token.length++) {
        if (significant == 0 && at[token.length] == '0')
            continue;
        if (significant++ < HUI_DATE_MOST_DIGITS)
            token.value = token.value * 10 + (at[token.length] - '0');
    }
    return token;
}

/* Three letters tell words apart, and only months may be longer. */
static hui_date_token scan_word(const char *at)
{
    hui_date_token token = {.kind = HUI_DATE_WORD};
    char prefix[4] = "";
    for (; is_word_char(at + token.length); token.length++) {
        const char c = at[token.length];
        if (token.length < 3)
            prefix[token.length] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!memcmp(prefix, words[i].text, 3) && (token.length <= 3 || words[i].kind == HUI_DATE_MONTH)) {
            token.word = words[i].kind;
            token.value = words[i].value;
            break;
        }
    return token;
}

static int comment_length(const char *at)
{
    int depth = 0, length = 0;
    do {
        depth += (at[length] == '(') - (at[length] == ')');
        length++;
    } while (depth > 0 && at[length]);
    return length;
}

static hui_date_token scan_token(const char *at)
{
    const size_t space = hui_date_space_size(at);
    if (!*at)
        return (hui_date_token){.kind = HUI_DATE_END};
    if (is_digit(*at))
        return scan_number(at);
    if (strchr(":-+.)", *at))
        return (hui_date_token){.kind = HUI_DATE_SYMBOL, .length = 1, .value = *at};
    if (is_word_char(at))
        return scan_word(at);
    if (space)
        return (hui_date_token){.kind = HUI_DATE_SPACE, .length = (int)space};
    return (hui_date_token){.kind = HUI_DATE_OTHER, .length = *at == '(' ? comment_length(at) : 1};
}

hui_date_token hui_date_next(hui_date_scanner *scanner)
{
    const hui_date_token current = scanner->token;
    scanner->token = scan_token(scanner->at);
    scanner->at += scanner->token.length;
    return current;
}

bool hui_date_is_symbol(hui_date_token token, char symbol)
{
    return token.kind == HUI_DATE_SYMBOL && token.value == symbol;
}

bool hui_date_is_sign(hui_date_token token)
{
    return hui_date_is_symbol(token, '-') || hui_date_is_symbol(token, '+');
}

bool hui_date_skip(hui_date_scanner *scanner, char symbol)
{
    if (!hui_date_is_symbol(scanner->token, symbol))
        return false;
    hui_date_next(scanner);
    return true;
}
