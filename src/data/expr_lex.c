/* Words of an expression's text: names, numbers, strings, signs, regular expressions (ECMA-262, section 12). */
#include "data/expr_lex.h"

#include "base/number.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "data/expr_node.h"
#include "data/letters.h"

#include <string.h>

typedef HUI_VEC(char) char_vec;

/* Longer ones first. Those that no rule takes are there to be reported as what they are. */
static const char *const signs[] = {
    ">>>=", "===", "!==", ">>>", "<<=", ">>=", "**=", "...", "&&", "||", "??", "?.", "==", "!=", "<=", ">=", "<<", ">>",
    "++",   "--",  "=>",  "**",  "+=",  "-=",  "*=",  "/=",  "%=", "&=", "|=", "^=", "(",  ")",  "[",  "]",  "{",  "}",
    ",",    ".",   ":",   ";",   "?",   "+",   "-",   "*",   "/",  "%",  "<",  ">",  "=",  "!",  "~",  "&",  "|",  "^"};

void hui_expr_lex_fail(hui_expr_lexer *lexer, const char *start, const char *end, const char *hint, const char *format,
                       ...)
{
    if (!lexer->failed) {
        va_list arguments;
        va_start(arguments, format);
        const char *const message = hui_arena_vprintf(lexer->arena, format, arguments);
        va_end(arguments);
        size_t column = 1;
        for (const char *at = lexer->text; at < start; at++)
            column += (*at & 0xC0) != 0x80;
        const hui_place place = hui_expr_place(lexer->place, lexer->text, (size_t)(start - lexer->text),
                                               end > start ? (size_t)(end - start) : 1);
        hui_diags_add(lexer->diags, HUI_CODE_BAD_EXPRESSION, place, hint, message, column);
    }
    lexer->failed = true;
    lexer->word = (hui_expr_word){.kind = HUI_EXPR_WORD_END, .start = end, .end = end};
}

bool hui_expr_lex_is(const hui_expr_lexer *lexer, const char *sign)
{
    return lexer->word.kind == HUI_EXPR_WORD_SIGN && strcmp(lexer->word.text, sign) == 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int hex_digit(char c)
{
    const int lower = c | 0x20;
    return is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Any character of a script may stand in a name. Punctuation may not: above all not that of Chinese, which is easily
 * typed in place of ASCII's. */
static bool is_name_part(uint32_t c)
{
    static const uint32_t excluded[][2] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
                                           {0x2000, 0x206F}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE10, 0xFE6F},
                                           {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40},
                                           {0xFF5B, 0xFF65}};
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    for (size_t i = 0; i < sizeof excluded / sizeof *excluded; i++)
        if (c >= excluded[i][0] && c <= excluded[i][1])
            return false;
    return true;
}

static const char *skip_name(const char *at)
{
    for (const char *next = at; *at; at = next)
        if (!is_name_part(hui_utf8_next(&next)))
            break;
    return at;
}

static void read_name(hui_expr_lexer *lexer, const char *start)
{
    const char *const end = skip_name(start);
    lexer->word = (hui_expr_word){.kind = HUI_EXPR_WORD_NAME,
                                  .start = start,
                                  .end = end,
                                  .text = hui_arena_string_n(lexer->arena, start, (size_t)(end - start))};
}

static const char *read_hexadecimal(const char *at, double *number)
{
    *number = 0;
    for (; hex_digit(*at) >= 0; at++)
        *number = *number * 16 + hex_digit(*at);
    return at;
}

static void read_number(hui_expr_lexer *lexer, const char *start)
{
    double number = 0;
    const char *end;
    if (*start == '0' && (start[1] | 0x20) == 'x') {
        end = read_hexadecimal(start + 2, &number);
        if (end == start + 2) {
            hui_expr_lex_fail(lexer, start, end, NULL, "digits are missing after “%.2s”", start);
            return;
        }
    } else {
        end = hui_number_read(start, &number);
        if (*start == '0' && is_digit(start[1])) {
            hui_expr_lex_fail(lexer, start, end, NULL, "a number cannot begin with 0");
            return;
        }
    }
    if (skip_name(end) != end) {
        hui_expr_lex_fail(lexer, start, skip_name(end), NULL, "“%.*s” is neither a number nor a name",
                          (int)(skip_name(end) - start), start);
        return;
    }
    lexer->word = (hui_expr_word){.kind = HUI_EXPR_WORD_NUMBER, .start = start, .end = end, .number = number};
}

/* Strings */

static void add_code_point(hui_expr_lexer *lexer, char_vec *out, uint32_t code_point)
{
    char bytes[4];
    const size_t count = hui_utf8_write(code_point, bytes);
    for (size_t i = 0; i < count; i++)
        *hui_vec_push(lexer->arena, out) = bytes[i];
}

/* `count` digits of \x or \u, or those in braces. Past the end, or NULL. */
static const char *read_code(const char *at, int count, uint32_t *code)
{
    const bool braced = *at == '{';
    *code = 0;
    at += braced;
    const char *const digits = at;
    for (; hex_digit(*at) >= 0 && (braced || count-- > 0) && *code < 0x110000; at++)
        *code = *code * 16 + (uint32_t)hex_digit(*at);
    if (braced)
        return *at == '}' && at > digits && *code < 0x110000 ? at + 1 : NULL;
    return count <= 0 ? at : NULL;
}

/* Halves of a pair come together; one alone is no character. */
static const char *read_unicode(const char *at, int count, uint32_t *code)
{
    uint32_t low;
    at = read_code(at, count, code);
    if (at && *code >= 0xD800 && *code < 0xDC00 && at[0] == '\\' && at[1] == 'u') {
        const char *const end = read_code(at + 2, 4, &low);
        if (end && low >= 0xDC00 && low < 0xE000) {
            *code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
            return end;
        }
    }
    if (*code >= 0xD800 && *code < 0xE000)
        *code = 0xFFFD;
    return at;
}

/* After the backslash; NULL if it is malformed. */
static const char *read_escape(hui_expr_lexer *lexer, char_vec *out, const char *at)
{
    static const char letters[] = "nrtbfv", controls[] = "\n\r\t\b\f\v";
    const char *const found = strchr(letters, *at);
    uint32_t code = 0;
    if (*at == '\0' || is_digit(*at))
        return NULL;
    if (*at == 'u' || *at == 'x') {
        at = read_unicode(at + 1, *at == 'u' ? 4 : 2, &code);
        if (!at || code == 0)
            return NULL;
    } else if (*at == '\n' || *at == '\r') { /* the string goes on in the next line */
        return at + (at[0] == '\r' && at[1] == '\n' ? 2 : 1);
    } else if (found) {
        code = (uint32_t)controls[found - letters];
        at++;
    } else {
        code = hui_utf8_next(&at);
    }
    add_code_point(lexer, out, code);
    return at;
}

static void read_string(hui_expr_lexer *lexer, const char *start)
{
    char_vec out = {0};
    const char *at = start + 1;
    while (*at && *at != *start && *at != '\n' && *at != '\r') {
        if (*at != '\\') {
            *hui_vec_push(lexer->arena, &out) = *at++;
            continue;
        }
        const char *const end = read_escape(lexer, &out, at + 1);
        if (!end) {
            hui_expr_lex_fail(lexer, at, at + 1, NULL, "the escape that begins here is malformed");
            return;
        }
        at = end;
    }
    if (*at != *start) {
        hui_expr_lex_fail(lexer, start, at, NULL, "the string has no end: a second %c is missing", *start);
        return;
    }
    *hui_vec_push(lexer->arena, &out) = '\0';
    lexer->word = (hui_expr_word){.kind = HUI_EXPR_WORD_STRING, .start = start, .end = at + 1, .text = out.at};
}

static void read_sign(hui_expr_lexer *lexer, const char *start)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const size_t length = strlen(signs[i]);
        if (strncmp(start, signs[i], length) != 0 || (strcmp(signs[i], "?.") == 0 && is_digit(start[2])))
            continue;
        lexer->word =
            (hui_expr_word){.kind = HUI_EXPR_WORD_SIGN, .start = start, .end = start + length, .text = signs[i]};
        return;
    }
    const char *end = start;
    const uint32_t code_point = hui_utf8_next(&end);
    const char *hint = NULL;
    if (code_point > 0xFF00 && code_point < 0xFF5F)
        hint = hui_arena_printf(lexer->arena, "write “%c” instead", (char)(code_point - 0xFF00 + 0x20));
    else if (code_point == '`' || (code_point >= 0x2018 && code_point <= 0x201F))
        hint = "strings stand in ' or \"";
    hui_expr_lex_fail(lexer, start, end, hint, "“%.*s” has no meaning in an expression", (int)(end - start), start);
}

void hui_expr_lex(hui_expr_lexer *lexer)
{
    if (lexer->failed)
        return;
    const char *at = lexer->word.end;
    for (const char *next = at; *at; at = next)
        if (!hui_letter_is_space(hui_utf8_next(&next)))
            break;
    const char *next = at;
    if (!*at)
        lexer->word = (hui_expr_word){.kind = HUI_EXPR_WORD_END, .start = at, .end = at};
    else if (is_digit(*at) || (*at == '.' && is_digit(at[1])))
        read_number(lexer, at);
    else if (*at == '\'' || *at == '"')
        read_string(lexer, at);
    else if (is_name_part(hui_utf8_next(&next)))
        read_name(lexer, at);
    else
        read_sign(lexer, at);
}

bool hui_expr_lex_regexp(hui_expr_lexer *lexer, const char **pattern, const char **flags)
{
    const char *const start = lexer->word.start;
    const char *at = start + 1;
    bool in_class = false;
    for (; *at && *at != '\n' && (in_class || *at != '/'); at++) {
        if (*at == '\\' && at[1])
            at++;
        else if (*at == '[')
            in_class = true;
        else if (*at == ']')
            in_class = false;
    }
    if (*at != '/') {
        hui_expr_lex_fail(lexer, start, at, NULL, "the regular expression has no end: a second / is missing");
        return false;
    }
    const char *const end = skip_name(at + 1);
    *pattern = hui_arena_string_n(lexer->arena, start + 1, (size_t)(at - start - 1));
    *flags = hui_arena_string_n(lexer->arena, at + 1, (size_t)(end - at - 1));
    lexer->word.end = end;
    hui_expr_lex(lexer);
    return true;
}
