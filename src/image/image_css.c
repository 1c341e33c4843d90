/* Style sheets of SVG images (CSS Syntax 3, as far as selectors, blocks and url() go). Rules are bound to the picture
 * by an id before every selector; the limits: escapes are not undone, and `:root` matches nothing. */
#include "image/image_formats.h"

#include <ctype.h>
#include <string.h>

typedef struct scanner {
    hui_buffer *out;
    const char *at;
    const char *prefix, *scope;
    int depth; /* of at-rules */
} scanner;

enum { DEEPEST = 8 };

static bool begins(const char *text, const char *word)
{
    return !strncmp(text, word, strlen(word));
}

/* The end of a string that starts here, or of a comment; else the next character. */
static const char *skip_token(const char *at)
{
    const char *end = NULL;
    if (begins(at, "/*")) {
        end = strstr(at + 2, "*/");
        return end ? end + 2 : at + strlen(at);
    }
    if (*at == '"' || *at == '\'') {
        char quote = *at++;
        while (*at && *at != quote)
            at += *at == '\\' && at[1] ? 2 : 1;
        return *at ? at + 1 : at;
    }
    return at + 1;
}

/* The `}` that closes the block whose inside starts here, or the text's end. */
static const char *skip_block(const char *at)
{
    for (int depth = 0; *at; at = skip_token(at)) {
        if (*at == '{')
            depth++;
        if (*at == '}' && depth-- == 0)
            break;
    }
    return at;
}

/* url(#id) is prefixed, url(data:image/…) stays, any other becomes none. `at` is at "url("; returns past its `)`. */
static const char *scope_url(hui_buffer *out, const char *at, const char *end, const char *prefix)
{
    const char *close = memchr(at, ')', (size_t)(end - at)), *start = at + 4;
    if (!close)
        close = end;
    const char *stop = close;
    while (start < stop && strchr(" \t\r\n\"'", *start))
        start++;
    while (stop > start && strchr(" \t\r\n\"'", stop[-1]))
        stop--;
    size_t size = (size_t)(stop - start);
    if (size && *start == '#') {
        hui_buffer_printf(out, "url(#%s", prefix);
        hui_buffer_add(out, start + 1, size - 1);
        hui_buffer_add_char(out, ')');
    } else if (size > 11 && begins(start, "data:image/")) {
        hui_buffer_add_string(out, "url(");
        hui_buffer_add(out, start, size);
        hui_buffer_add_char(out, ')');
    } else {
        hui_buffer_add_string(out, "none");
    }
    return close < end ? close + 1 : end;
}

static bool begins_url(const char *at, const char *end)
{
    return end - at >= 4 && tolower((unsigned char)at[0]) == 'u' && tolower((unsigned char)at[1]) == 'r' &&
           tolower((unsigned char)at[2]) == 'l' && at[3] == '(';
}

/* Backslashes go, since "u\72l(" is a url(, too. */
void hui_image_scope_value(hui_buffer *out, const char *value, size_t size, const char *id_prefix)
{
    const char *end = value + size;
    while (value < end) {
        if (begins_url(value, end))
            value = scope_url(out, value, end, id_prefix);
        else if (*value == '\\')
            value++;
        else
            hui_buffer_add_char(out, *value++);
    }
}

/* One selector list, up to its `{`. */
static void scope_selectors(scanner *s, const char *end)
{
    int parentheses = 0;
    bool fresh = true;
    while (s->at < end) {
        if (begins(s->at, "/*") || (fresh && isspace((unsigned char)*s->at))) {
            s->at = skip_token(s->at);
            continue;
        }
        if (fresh)
            hui_buffer_printf(s->out, "#%s ", s->scope);
        fresh = false;
        const char *next = skip_token(s->at);
        parentheses += (*s->at == '(') - (*s->at == ')');
        if (*s->at == '#')
            hui_buffer_printf(s->out, "#%s", s->prefix);
        else
            hui_buffer_add(s->out, s->at, (size_t)(next - s->at));
        fresh = *s->at == ',' && parentheses == 0;
        s->at = next;
    }
}

/* The next `{`, `}` or `;` outside strings and comments. */
static const char *find_mark(const char *at)
{
    while (*at && *at != '{' && *at != '}' && *at != ';')
        at = skip_token(at);
    return at;
}

static void scope_rules(scanner *s, const char *end);

/* @media and @supports hold rules; the others load things or name what is not in use here. */
static void scope_at_rule(scanner *s, const char *end)
{
    const char *mark = find_mark(s->at);
    if (mark >= end || *mark != '{') {
        s->at = mark < end ? mark + 1 : end;
        return;
    }
    const char *close = skip_block(mark + 1);
    if (s->depth < DEEPEST && (begins(s->at, "@media") || begins(s->at, "@supports"))) {
        hui_buffer_add(s->out, s->at, (size_t)(mark + 1 - s->at));
        s->at = mark + 1;
        s->depth++;
        scope_rules(s, close);
        s->depth--;
        hui_buffer_add_char(s->out, '}');
    }
    s->at = *close ? close + 1 : close;
}

static void scope_rule(scanner *s, const char *end)
{
    const char *mark = find_mark(s->at);
    if (mark >= end || *mark != '{') {
        s->at = mark < end ? mark + 1 : end; /* a stray `}` or `;` */
        return;
    }
    const char *close = skip_block(mark + 1);
    scope_selectors(s, mark);
    hui_buffer_add_char(s->out, '{');
    hui_image_scope_value(s->out, mark + 1, (size_t)(close - mark - 1), s->prefix);
    hui_buffer_add_char(s->out, '}');
    s->at = *close ? close + 1 : close;
}

static void scope_rules(scanner *s, const char *end)
{
    while (s->at < end) {
        if (isspace((unsigned char)*s->at) || begins(s->at, "/*"))
            s->at = skip_token(s->at);
        else if (begins(s->at, "<!--") || begins(s->at, "-->"))
            s->at += *s->at == '<' ? 4 : 3;
        else if (*s->at == '@')
            scope_at_rule(s, end);
        else
            scope_rule(s, end);
    }
}

void hui_image_scope_css(hui_buffer *out, const char *css, const char *id_prefix, const char *scope)
{
    scanner s = {.out = out, .at = css, .prefix = id_prefix, .scope = scope};
    scope_rules(&s, css + strlen(css));
}
