/* Reading texts of templates: literal stretches, fields, formulas and formats. */
#include "template/text.h"

#include "base/vec.h"

#include <string.h>

typedef struct parser {
    hui_arena *arena;
    const hui_json *json;
    hui_diags *diags;
    const char *at;
    const char *raw; /* the string as it stands in its file, behind the braces found so far; NULL: in none */
    hui_place place; /* of the braces under way */
    HUI_VEC(hui_piece) pieces;
    hui_piece *piece; /* the one under way */
    bool failed;
} parser;

bool hui_text_is_plain(const char *text)
{
    return !strstr(text, "{{");
}

static void fail(parser *p, const char *hint, const char *message)
{
    if (!p->failed)
        hui_diags_add(p->diags, HUI_CODE_BAD_TEMPLATE, p->place, hint, message);
    p->failed = true;
}

static const char *find_in(const char *from, const char *end, const char *two)
{
    for (; from + 1 < end; from++)
        if (from[0] == two[0] && from[1] == two[1])
            return from;
    return NULL;
}

/* The next braces in the file are those under way. */
static void step_place(parser *p)
{
    p->place = hui_json_place(p->arena, p->json);
    if (!p->raw)
        return;
    const hui_source *source = p->json->source;
    const char *end = source->bytes + p->json->offset + p->json->length;
    const char *start = find_in(p->raw, end, "{{"), *close = start ? find_in(start + 2, end, "}}") : NULL;
    if (!start)
        return;
    p->raw = close ? close + 2 : end;
    p->place.offset = (size_t)(start - source->bytes);
    p->place.length = (size_t)(p->raw - start);
}

static bool at_end(const parser *p)
{
    return p->at[0] == '}' && p->at[1] == '}';
}

static void skip_spaces(parser *p)
{
    while (*p->at == ' ' || *p->at == '\t' || *p->at == '\n')
        p->at++;
}

static const char *trimmed(parser *p, const char *start, const char *end)
{
    while (end > start && strchr(" \t\n", end[-1]))
        end--;
    while (start < end && strchr(" \t\n", *start))
        start++;
    return hui_arena_string_n(p->arena, start, (size_t)(end - start));
}

/* Past a quoted string at the text; a quote without its partner is a plain character. */
static const char *skip_quoted(const char *at)
{
    const char quote = *at;
    for (const char *next = at + 1; *next; next++)
        if (*next == '\\' && next[1])
            next++;
        else if (*next == quote)
            return next + 1;
    return at + 1;
}

/* An expression ends at braces of its own level, or at a | that is neither || nor in brackets. */
static void skip_expression(parser *p)
{
    for (int depth = 0; *p->at;) {
        if (depth == 0 && (at_end(p) || (*p->at == '|' && p->at[1] != '|')))
            return;
        if (*p->at == '"' || *p->at == '\'') {
            p->at = skip_quoted(p->at);
            continue;
        }
        depth += strchr("([{", *p->at) != NULL;
        depth -= depth > 0 && strchr(")]}", *p->at);
        p->at += *p->at == '|' && p->at[1] == '|' ? 2 : 1;
    }
}

/* The expression's text begins `skip` bytes into the braces. */
static void read_formula(parser *p)
{
    const char *start = ++p->at;
    skip_expression(p);
    const char *text = trimmed(p, start, p->at);
    if (!*text)
        fail(p, "such as {{= datum.a / datum.b}}", "there is no expression behind {{=");
    else if (!hui_formula_read(p->arena, text, p->place, &p->piece->formula, p->diags))
        p->failed = true;
}

static void read_field(parser *p)
{
    const char *start = p->at;
    while (*p->at && *p->at != '|' && !at_end(p))
        p->at++;
    hui_field_name *field = &p->piece->field;
    field->text = trimmed(p, start, p->at);
    if (!*field->text)
        fail(p, "{{field}} stands for a column of the data; write \\\\{{ for the braces themselves",
             "there is no field between the braces");
    else
        field->path = hui_field_path(p->arena, field->text, &field->count);
}

/* 'quoted', or up to the next sign; the last argument may hold colons. */
static const char *read_argument(parser *p, bool is_last)
{
    const char *start = p->at;
    while (*start == ' ')
        start++;
    if (*start == '\'' || *start == '"') {
        const char *end = skip_quoted(start);
        p->at = end;
        skip_spaces(p);
        if (end > start + 1 && (*p->at == '|' || *p->at == ':' || at_end(p)))
            return hui_arena_string_n(p->arena, start + 1, (size_t)(end - start) - 2);
        p->at = start;
    }
    while (*p->at && *p->at != '|' && !at_end(p) && (is_last || *p->at != ':'))
        p->at++;
    return trimmed(p, start, p->at);
}

static const char *hint_formats(parser *p, const char *word)
{
    const char **words = HUI_NEW_ARRAY(p->arena, const char *, hui_text_format_count);
    for (size_t i = 0; i < hui_text_format_count; i++)
        words[i] = hui_text_formats[i].word;
    return hui_word_hint(p->arena, word, words, hui_text_format_count);
}

static void read_arguments(parser *p, hui_format_call *call)
{
    const hui_text_format *format = call->format;
    const size_t most = hui_text_format_most(format);
    size_t count = 0;
    const char *hint = hui_arena_printf(p->arena, "such as {{field|%s}}", format->use);
    for (; *p->at == ':' && count < most && !p->failed; count++) {
        p->at++;
        call->arguments[count] = read_argument(p, count + 1 == most);
        const char *fault = hui_text_format_fault(format, count, call->arguments[count]);
        if (fault)
            fail(p, hint,
                 hui_arena_printf(p->arena, "“%s” of the format “%s” %s", call->arguments[count], format->word, fault));
    }
    if (*p->at == ':')
        fail(p, hint,
             hui_arena_printf(p->arena, "the format “%s” takes %s", format->word,
                              most == 0 ? "no argument" : hui_arena_printf(p->arena, "at most %zu arguments", most)));
    else if (count < format->least)
        fail(p, hint,
             hui_arena_printf(p->arena, "the format “%s” needs %s", format->word,
                              format->least == 1 ? "an argument" : "two arguments"));
}

static void read_formats(parser *p)
{
    HUI_VEC(hui_format_call) calls = {0};
    while (*p->at == '|' && !p->failed) {
        const char *start = ++p->at;
        while (*p->at && !strchr("|:", *p->at) && !at_end(p))
            p->at++;
        const char *word = trimmed(p, start, p->at);
        hui_format_call call = {.format = hui_text_format_find(word)};
        if (call.format)
            read_arguments(p, &call);
        else
            fail(p, hint_formats(p, word), hui_arena_printf(p->arena, "there is no format “%s”", word));
        *hui_vec_push(p->arena, &calls) = call;
    }
    p->piece->formats = calls.at;
    p->piece->format_count = calls.count;
}

static void read_braces(parser *p)
{
    step_place(p);
    p->piece = hui_vec_push(p->arena, &p->pieces);
    p->piece->place = p->place;
    p->at += 2;
    skip_spaces(p);
    if (*p->at == '=')
        read_formula(p);
    else
        read_field(p);
    if (!p->failed)
        read_formats(p);
    if (!p->failed && !at_end(p))
        fail(p, "write \\\\{{ for the braces themselves", "the braces are not closed by }}");
    p->at += p->failed ? 0 : 2;
}

/* Up to the next braces; a backslash before them takes their meaning away. */
static void read_literal(parser *p)
{
    const char *end = strstr(p->at, "{{");
    const bool is_escaped = end && end > p->at && end[-1] == '\\';
    const size_t length = end ? (size_t)(end - p->at) - is_escaped : strlen(p->at);
    const char *text = hui_arena_string_n(p->arena, p->at, length);
    p->at += length;
    if (is_escaped) {
        text = hui_arena_printf(p->arena, "%s{{", text);
        p->at += 3;
        step_place(p);
        p->raw = p->raw && p->place.length > 2 ? p->json->source->bytes + p->place.offset + 2 : p->raw;
    }
    hui_vec_push(p->arena, &p->pieces)->literal = text;
}

const hui_text_plan *hui_text_plan_new(hui_arena *arena, const hui_json *json, hui_diags *diags)
{
    parser p = {.arena = arena, .json = json, .diags = diags, .at = json->string};
    if (json->source && json->source->bytes)
        p.raw = json->source->bytes + json->offset;
    while (*p.at && !p.failed)
        if (p.at[0] == '{' && p.at[1] == '{')
            read_braces(&p);
        else
            read_literal(&p);
    if (p.failed)
        return NULL;
    hui_text_plan *plan = HUI_NEW(arena, hui_text_plan);
    *plan = (hui_text_plan){json, p.pieces.at, p.pieces.count};
    return plan;
}
