/* The scanner: one pass over the text without recursion, by the grammar of RFC 8259, that builds the bare tree. */
#include "json/scan.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

typedef enum state { VALUE, FIRST_ITEM, FIRST_KEY, KEY, COLON, AFTER, END } state;

typedef struct scanner {
    hui_arena *arena;
    const hui_source *source;
    hui_diags *diags;
    const char *bytes;
    size_t size, at;
    size_t comma; /* the last one outside of strings */
    int depth, max_depth;
    size_t count, room;             /* values, and how many there may be */
    hui_json *root, *parent, *last; /* `last` is the youngest child of `parent` */
    size_t key_offset, key_length;
} scanner;

static bool fail(scanner *s, size_t offset, size_t length, const char *hint, const char *message)
{
    const hui_place place = {s->source, offset, length, s->parent ? hui_json_place(s->arena, s->parent).pointer : "",
                             NULL};
    hui_diags_add(s->diags, HUI_CODE_BAD_JSON, place, hint, message);
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static char peek(const scanner *s)
{
    return s->at < s->size ? s->bytes[s->at] : 0;
}

static void skip_space(scanner *s)
{
    const char *at = s->bytes + s->at, *const end = s->bytes + s->size;
    while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
        at++;
    s->at = (size_t)(at - s->bytes);
}

static size_t character_size(char lead)
{
    const unsigned char c = (unsigned char)lead;
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* What stands at the scanner's place, for messages. */
static const char *found(const scanner *s)
{
    if (s->at >= s->size)
        return "the end of the file";
    const char c = s->bytes[s->at];
    if ((unsigned char)c < 0x20 || c == 0x7F)
        return hui_arena_printf(s->arena, "U+%04X", (unsigned)c);
    return hui_arena_printf(s->arena, "“%.*s”", (int)character_size(c), s->bytes + s->at);
}

/* Hints for what people, and their keyboards, write instead of JSON. */
static const char *guess(const scanner *s)
{
    static const struct {
        const char *text, *hint;
    } habits[] = {
        {"//", "JSON has no comments; put the remark into a \"$comment\" property"},
        {"/*", "JSON has no comments; put the remark into a \"$comment\" property"},
        {"#", "JSON has no comments; put the remark into a \"$comment\" property"},
        {"'", "strings stand in double quotes: \"…\""},
        {"`", "strings stand in double quotes: \"…\""},
        {"“", "JSON's quotes are straight: \"…\""},
        {"”", "JSON's quotes are straight: \"…\""},
        {"，", "JSON's punctuation is ASCII: write , for ，"},
        {"：", "JSON's punctuation is ASCII: write : for ："},
        {"｛", "JSON's punctuation is ASCII: write { for ｛"},
        {"｝", "JSON's punctuation is ASCII: write } for ｝"},
        {"［", "JSON's punctuation is ASCII: write [ for ［"},
        {"］", "JSON's punctuation is ASCII: write ] for ］"},
        {"【", "JSON's punctuation is ASCII: write [ for 【"},
        {"】", "JSON's punctuation is ASCII: write ] for 】"},
        {"、", "JSON's punctuation is ASCII: write , for 、"},
        {"\xC2\xA0", "this is a no-break space (U+00A0); JSON knows only plain spaces, tabs and line breaks"},
        {"\xE3\x80\x80", "this is an ideographic space (U+3000); JSON knows only plain spaces, tabs and line breaks"},
        {"=", "a key and its value are joined by a colon"},
        {";", "values are separated by commas"},
    };
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
        const size_t length = strlen(habits[i].text);
        if (s->size - s->at >= length && !memcmp(s->bytes + s->at, habits[i].text, length))
            return habits[i].hint;
    }
    return NULL;
}

static bool fail_here(scanner *s, const char *expected)
{
    const size_t length = s->at < s->size ? character_size(s->bytes[s->at]) : 1;
    return fail(s, s->at, length, guess(s), hui_arena_printf(s->arena, "expected %s, found %s", expected, found(s)));
}

/* At the end of the text: points behind its last character and says what is open. */
static bool fail_truncated(scanner *s)
{
    size_t end = s->size;
    while (end > 0 && strchr(" \t\r\n", s->bytes[end - 1]))
        end--;
    if (!s->parent)
        return fail(s, end, 1, NULL, s->root || end > 0 ? "the file ends too early" : "the file is empty");
    const bool is_object = s->parent->kind == HUI_JSON_OBJECT;
    const hui_place opened = {s->source, s->parent->offset, 1, NULL, NULL};
    return fail(
        s, end, 1,
        hui_arena_printf(s->arena, "the %c of line %d is never closed", is_object ? '{' : '[', hui_place_line(opened)),
        hui_arena_printf(s->arena, "the file ends inside %s", is_object ? "an object" : "an array"));
}

static hui_json *add_value(scanner *s, hui_json_kind kind)
{
    hui_json *value = HUI_NEW(s->arena, hui_json);
    s->count++;
    *value = (hui_json){.kind = kind, .source = s->source, .offset = s->at, .parent = s->parent};
    if (!s->parent) {
        s->root = value;
        return value;
    }
    if (s->parent->kind == HUI_JSON_OBJECT) {
        value->key_offset = s->key_offset;
        value->key_length = s->key_length;
    }
    if (s->last)
        s->last->next = value;
    else
        s->parent->first = value;
    value->index = s->parent->count++;
    s->last = value;
    return value;
}

static int hex_value(char c)
{
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four digits of \uXXXX, whose backslash stands at `at`; -1 if it is not one. */
static int read_unit(const scanner *s, size_t at)
{
    if (s->size - at < 6 || s->bytes[at] != '\\' || s->bytes[at + 1] != 'u')
        return -1;
    int unit = 0;
    for (size_t i = 2; i < 6; i++) {
        const int digit = hex_value(s->bytes[at + i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* RFC 8259, section 7. A lone surrogate is no character (section 8.2), so no text to set. */
static bool scan_unicode_escape(scanner *s, bool *has_nul)
{
    const int unit = read_unit(s, s->at);
    if (unit < 0)
        return fail(s, s->at, 2, "such as \\u4E2D", "\\u must be followed by four hexadecimal digits");
    if (unit == 0)
        *has_nul = true;
    if (unit < 0xD800 || unit > 0xDFFF)
        return s->at += 6, true;
    const int second = unit < 0xDC00 ? read_unit(s, s->at + 6) : -1;
    if (second < 0xDC00 || second > 0xDFFF)
        return fail(s, s->at, 6, "write the character itself: files are UTF-8",
                    hui_arena_printf(s->arena, "\\u%04X is half of a surrogate pair", (unsigned)unit));
    s->at += 12;
    return true;
}

static bool scan_escape(scanner *s, bool *has_nul)
{
    const char c = s->at + 1 < s->size ? s->bytes[s->at + 1] : 0;
    if (c == 'u')
        return scan_unicode_escape(s, has_nul);
    if (c && strchr("\"\\/bfnrt", c))
        return s->at += 2, true;
    s->at++;
    return fail(s, s->at - 1, 2,
                "a backslash itself is written \\\\; escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                hui_arena_printf(s->arena, "a backslash before %s means nothing", found(s)));
}

/* Moves behind the closing quote. */
static bool scan_string(scanner *s, bool *has_nul)
{
    const size_t start = s->at++;
    while (s->at < s->size) {
        const unsigned char c = (unsigned char)s->bytes[s->at];
        if (c == '"')
            return s->at++, true;
        if (c == '\\') {
            if (!scan_escape(s, has_nul))
                return false;
        } else if (c == '\n' || c == '\r') {
            return fail(s, start, s->at - start, "a line break is written \\n; or is the closing quote missing?",
                        "the string does not end in its line");
        } else if (c < 0x20) {
            return fail(s, s->at, 1, c == '\t' ? "write \\t" : NULL,
                        hui_arena_printf(s->arena, "a string holds the control character U+%04X", c));
        } else
            s->at++;
    }
    return fail(s, start, s->size - start, "the closing quote is missing", "the string has no end");
}

static bool is_number_like(char c)
{
    return is_digit(c) || is_letter(c) || c == '.' || c == '+' || c == '-';
}

static size_t count_digits(const scanner *s, size_t at)
{
    size_t count = 0;
    while (at + count < s->size && is_digit(s->bytes[at + count]))
        count++;
    return count;
}

/* What is wrong with the number's text, or NULL (RFC 8259, section 6). Moves to its end. */
static const char *check_number(scanner *s)
{
    if (peek(s) == '-')
        s->at++;
    if (peek(s) == '+')
        return "a number has no leading +";
    if (peek(s) == '.')
        return "a number needs a digit before the point";
    const size_t whole = count_digits(s, s->at);
    if (whole == 0)
        return "a minus needs a digit after it";
    if (whole > 1 && peek(s) == '0')
        return "a number has no leading zeros";
    s->at += whole;
    if (peek(s) == '.') {
        const size_t fraction = count_digits(s, ++s->at);
        if (fraction == 0)
            return "a number needs a digit after the point";
        s->at += fraction;
    }
    if (peek(s) == 'e' || peek(s) == 'E') {
        s->at++;
        if (peek(s) == '+' || peek(s) == '-')
            s->at++;
        const size_t exponent = count_digits(s, s->at);
        if (exponent == 0)
            return "a number needs a digit in its exponent";
        s->at += exponent;
    }
    return s->at < s->size && is_number_like(peek(s)) ? "" : NULL;
}

static bool scan_number(scanner *s)
{
    hui_json *value = add_value(s, HUI_JSON_NUMBER);
    const char *fault = check_number(s);
    size_t end = s->at;
    while (end < s->size && is_number_like(s->bytes[end]))
        end++;
    value->length = end - value->offset;
    if (!fault)
        return true;
    if (!*fault)
        fault = hui_arena_printf(s->arena, "“%.*s” is not a number", (int)(value->length < 40 ? value->length : 40),
                                 s->bytes + value->offset);
    return fail(s, value->offset, value->length, "if it is text, put it in double quotes", fault);
}

static bool scan_word(scanner *s)
{
    static const struct {
        const char *word;
        hui_json_kind kind;
    } literals[] = {{"null", HUI_JSON_NULL}, {"false", HUI_JSON_FALSE}, {"true", HUI_JSON_TRUE}};
    size_t length = 0;
    while (s->at + length < s->size && (is_letter(s->bytes[s->at + length]) || is_digit(s->bytes[s->at + length])))
        length++;
    const char *word = s->bytes + s->at, *hint = "a string stands in double quotes";
    for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
        const size_t literal_length = strlen(literals[i].word);
        if (length == literal_length && !memcmp(word, literals[i].word, length)) {
            add_value(s, literals[i].kind)->length = length;
            s->at += length;
            return true;
        }
        if (length == literal_length && !strncasecmp(word, literals[i].word, length))
            hint = hui_arena_printf(s->arena, "did you mean `%s`?", literals[i].word);
    }
    static const char *const nothings[] = {"NaN", "Infinity", "undefined", "None", "nil"};
    for (size_t i = 0; i < sizeof nothings / sizeof *nothings; i++)
        if (length == strlen(nothings[i]) && !memcmp(word, nothings[i], length))
            hint = "JSON has no such value; write null or leave the property out";
    return fail(s, s->at, length, hint,
                hui_arena_printf(s->arena, "“%.*s” is not a JSON value", (int)(length < 40 ? length : 40), word));
}

static bool open_container(scanner *s, hui_json_kind kind, state *next)
{
    hui_json *value = add_value(s, kind);
    if (++s->depth > s->max_depth) {
        hui_place place = {s->source, s->at, 1, hui_json_place(s->arena, s->parent).pointer, NULL};
        hui_diags_add(s->diags, HUI_CODE_TOO_DEEP, place, hui_limit_hint(s->arena, HUI_MOST_DEPTH), s->max_depth);
        return false;
    }
    s->at++;
    s->parent = value;
    s->last = NULL;
    *next = kind == HUI_JSON_OBJECT ? FIRST_KEY : FIRST_ITEM;
    return true;
}

static bool close_container(scanner *s, state *next)
{
    hui_json *closed = s->parent;
    s->at++;
    closed->length = s->at - closed->offset;
    s->depth--;
    s->last = closed;
    s->parent = (hui_json *)closed->parent;
    *next = s->parent ? AFTER : END;
    return true;
}

/* Reports the value that is one too many. */
static bool fail_count(scanner *s)
{
    const hui_place place = {s->source, s->at, 1, s->parent ? hui_json_place(s->arena, s->parent).pointer : "", NULL};
    return hui_diags_take(s->diags, HUI_MOST_NODES, s->count + 1, place);
}

static bool scan_value(scanner *s, state *next)
{
    const char c = peek(s);
    if (s->at >= s->size)
        return fail_truncated(s);
    if (s->count == s->room)
        return fail_count(s);
    if (c == '{' || c == '[')
        return open_container(s, c == '{' ? HUI_JSON_OBJECT : HUI_JSON_ARRAY, next);
    *next = s->parent ? AFTER : END;
    if (c == '"') {
        hui_json *value = add_value(s, HUI_JSON_STRING);
        const bool is_whole = scan_string(s, &value->has_nul);
        value->length = s->at - value->offset;
        return is_whole;
    }
    if (is_digit(c) || c == '-' || c == '+' || c == '.')
        return scan_number(s);
    if (is_letter(c))
        return scan_word(s);
    if (c == ']' && s->parent && s->parent->kind == HUI_JSON_ARRAY)
        return fail(s, s->comma, 1, "remove it", "a comma stands before the closing ]");
    return fail_here(s, "a value");
}

static bool scan_key(scanner *s, state *next)
{
    bool has_nul = false;
    if (s->at >= s->size)
        return fail_truncated(s);
    if (peek(s) == '}')
        return fail(s, s->comma, 1, "remove it", "a comma stands before the closing }");
    if (is_letter(peek(s)) || is_digit(peek(s))) {
        size_t length = 1;
        while (s->at + length < s->size && (is_letter(s->bytes[s->at + length]) || is_digit(s->bytes[s->at + length])))
            length++;
        return fail(s, s->at, length, "a key stands in double quotes", "a key is not a string");
    }
    if (peek(s) != '"')
        return fail_here(s, "a key in double quotes");
    s->key_offset = s->at;
    if (!scan_string(s, &has_nul))
        return false;
    s->key_length = s->at - s->key_offset;
    *next = COLON;
    return true;
}

static bool scan_colon(scanner *s, state *next)
{
    if (s->at >= s->size)
        return fail_truncated(s);
    if (peek(s) != ':')
        return fail_here(s, "a colon after the key");
    s->at++;
    *next = VALUE;
    return true;
}

static bool scan_after(scanner *s, state *next)
{
    const bool is_object = s->parent->kind == HUI_JSON_OBJECT;
    const char c = peek(s);
    if (s->at >= s->size)
        return fail_truncated(s);
    if (c == ',') {
        s->comma = s->at++;
        *next = is_object ? KEY : VALUE;
        return true;
    }
    if (c == (is_object ? '}' : ']'))
        return close_container(s, next);
    if (c == '"' || c == '{' || c == '[' || is_digit(c) || c == '-' || is_letter(c))
        return fail(s, s->at, 1, NULL, "a comma is missing before this");
    if (c == '}' || c == ']') {
        const hui_place opened = {s->source, s->parent->offset, 1, NULL, NULL};
        return fail(s, s->at, 1, NULL,
                    hui_arena_printf(s->arena, "the %s of line %d must be closed by %c, not %c",
                                     is_object ? "object" : "array", hui_place_line(opened), is_object ? '}' : ']', c));
    }
    return fail_here(s, is_object ? "a comma or }" : "a comma or ]");
}

static bool step(scanner *s, state *now)
{
    skip_space(s);
    switch (*now) {
    case FIRST_ITEM:
        if (peek(s) == ']')
            return close_container(s, now);
        return scan_value(s, now);
    case VALUE:
        return scan_value(s, now);
    case FIRST_KEY:
        if (peek(s) == '}')
            return close_container(s, now);
        return scan_key(s, now);
    case KEY:
        return scan_key(s, now);
    case COLON:
        return scan_colon(s, now);
    case AFTER:
        return scan_after(s, now);
    case END:
        break;
    }
    return false;
}

static size_t room_of(const hui_budget *budget)
{
    const size_t most = hui_budget_most(budget, HUI_MOST_NODES), taken = budget ? budget->taken[HUI_MOST_NODES] : 0;
    return taken < most ? most - taken : 0;
}

hui_json *hui_json_scan(hui_arena *arena, const hui_source *source, int max_depth, hui_diags *diags)
{
    scanner s = {.arena = arena,
                 .source = source,
                 .diags = diags,
                 .bytes = source->bytes,
                 .size = source->size,
                 .max_depth = max_depth,
                 .room = room_of(diags->budget)};
    state now = VALUE;
    while (now != END)
        if (!step(&s, &now))
            return NULL;
    hui_diags_take(diags, HUI_MOST_NODES, s.count, (hui_place){0}); /* there was room */
    skip_space(&s);
    if (s.at < s.size) {
        const char *hint = guess(&s);
        fail(&s, s.at, 1, hint ? hint : "a file holds one value",
             hui_arena_printf(arena, "%s stands after the end of the value", found(&s)));
        return NULL;
    }
    return s.root;
}
