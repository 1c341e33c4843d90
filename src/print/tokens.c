/* Tokens: scans content streams without changing a byte of what is not asked about. */
#include "print/tokens.h"

#include <math.h>
#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static bool is_delimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
           c == '%';
}

static const char *skip_space(const char *at, const char *end)
{
    for (; at < end; at++) {
        if (*at == '%')
            while (at < end && *at != '\n' && *at != '\r')
                at++;
        else if (!is_space(*at))
            break;
    }
    return at;
}

static const char *skip_regular(const char *at, const char *end)
{
    while (at < end && !is_space(*at) && !is_delimiter(*at))
        at++;
    return at;
}

static const char *skip_string(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

static const char *skip_hex(const char *at, const char *end)
{
    while (at < end && *at != '>')
        at++;
    return at < end ? at + 1 : end;
}

/* An array or dictionary, with what is nested in it. */
static const char *skip_compound(const char *at, const char *end)
{
    int depth = 0;
    while (at < end) {
        const bool is_pair = at + 1 < end && at[1] == *at;
        if (*at == '(')
            at = skip_string(at, end);
        else if (*at == '<' && !is_pair)
            at = skip_hex(at, end);
        else if (*at == '[' || *at == '<')
            depth++, at += *at == '<' ? 2 : 1;
        else if (*at == ']' || (*at == '>' && is_pair))
            depth--, at += *at == '>' ? 2 : 1;
        else
            at = *at == '%' ? skip_space(at, end) : at + 1;
        if (depth <= 0)
            return at;
    }
    return end;
}

static const char *skip_token(const char *at, const char *end)
{
    switch (*at) {
    case '(':
        return skip_string(at, end);
    case '<':
        return at + 1 < end && at[1] == '<' ? skip_compound(at, end) : skip_hex(at, end);
    case '[':
        return skip_compound(at, end);
    case '/':
        return skip_regular(at + 1, end);
    default: {
        const char *next = skip_regular(at, end);
        return next > at ? next : at + 1;
    }
    }
}

/* Pixels may look like an EI: what follows the real one is text. */
static bool is_text(const char *at, const char *end)
{
    enum { LOOKED_AT = 12 };
    for (const char *stop = end - at > LOOKED_AT ? at + LOOKED_AT : end; at < stop; at++)
        if (!is_space(*at) && (*at < ' ' || *at > '~'))
            return false;
    return true;
}

/* Behind the EI of an inline image, whose data begins one byte behind ID (section 8.9.7). */
static const char *skip_image(const char *at, const char *end)
{
    for (; at + 2 < end; at++)
        if (is_space(at[0]) && at[1] == 'E' && at[2] == 'I' &&
            (at + 3 == end || (is_space(at[3]) && is_text(at + 3, end))))
            return at + 3;
    return end;
}

static bool is_operand(hui_token token)
{
    const char first = *token.at;
    if (is_delimiter(first) || (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.')
        return true;
    return hui_token_is(token, "true") || hui_token_is(token, "false") || hui_token_is(token, "null");
}

static void push_operand(hui_statement *statement, hui_token token)
{
    if (statement->operand_count == HUI_OPERANDS_MOST) {
        memmove(statement->operands, statement->operands + 1, sizeof *statement->operands * (HUI_OPERANDS_MOST - 1));
        statement->operand_count--;
    }
    statement->operands[statement->operand_count++] = token;
}

bool hui_statement_next(const char **at, const char *end, hui_statement *statement)
{
    const char *now = skip_space(*at, end);
    bool in_image = false;
    statement->at = now;
    statement->operand_count = 0;
    while (now < end) {
        const char *next = skip_token(now, end);
        const hui_token token = {now, (size_t)(next - now)};
        now = next;
        if (is_operand(token)) {
            push_operand(statement, token);
        } else if (hui_token_is(token, "BI")) {
            in_image = true;
            statement->word = token;
        } else if (!in_image || hui_token_is(token, "ID")) {
            if (in_image)
                now = skip_image(now, end);
            else
                statement->word = token;
            statement->size = (size_t)(now - statement->at);
            *at = now;
            return true;
        }
        now = skip_space(now, end);
    }
    *at = end;
    return false;
}

bool hui_token_next(const char **at, const char *end, hui_token *token)
{
    const char *const start = skip_space(*at, end);
    *at = start < end ? skip_token(start, end) : end;
    *token = (hui_token){start, (size_t)(*at - start)};
    return start < end;
}

bool hui_token_is(hui_token token, const char *word)
{
    return token.size == strlen(word) && memcmp(token.at, word, token.size) == 0;
}

/* As content streams write them: no exponent. */
double hui_token_number(hui_token token)
{
    double value = 0, unit = 1;
    bool is_negative = false, is_fraction = false;
    for (size_t i = 0; i < token.size; i++) {
        const char c = token.at[i];
        if (c == '-' && i == 0)
            is_negative = true;
        else if (c == '.' && !is_fraction)
            is_fraction = true;
        else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            unit *= is_fraction ? 10 : 1;
        } else if (!(c == '+' && i == 0))
            return 0;
    }
    return isfinite(value) && isfinite(unit) ? (is_negative ? -value : value) / unit : 0;
}

int hui_token_mode(hui_token token)
{
    const double number = hui_token_number(token);
    return number >= 0 && number <= 7 ? (int)number : 0;
}
