/* Parser of regular expressions, with what Annex B of ECMA-262 lets pass in patterns without flag u. */
#include "data/regexp_parse.h"

#include "base/utf8.h"

#include <string.h>

enum { MOST_NESTED = 100, MOST_GROUPS = 1000, LAST_CHARACTER = 0x10FFFF };

typedef HUI_VEC(regexp_range) range_vec;

typedef struct reader {
    hui_arena *arena;
    const char *at;
    regexp_tree *tree;
    const char *fault;
    uint32_t groups_in_all;
    int nested;
    bool is_unicode;
} reader;

static const regexp_node *read_choice(reader *r);

static const char *fail(reader *r, const char *fault)
{
    if (!r->fault)
        r->fault = fault;
    return NULL;
}

static regexp_node *make(reader *r, regexp_kind kind)
{
    regexp_node *const node = HUI_NEW(r->arena, regexp_node);
    node->kind = kind;
    node->first_group = node->end_group = r->tree->group_count;
    return node;
}

static const regexp_node *make_step(reader *r, regexp_op op, uint32_t a, bool inverted)
{
    regexp_node *const node = make(r, REGEXP_NODE_STEP);
    node->op = op;
    node->a = a;
    node->inverted = inverted;
    return node;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static uint32_t read_decimal(reader *r)
{
    uint32_t number = 0;
    for (; is_digit(*r->at); r->at++)
        number = number < 100000000 ? number * 10 + (uint32_t)(*r->at - '0') : number;
    return number;
}

/* Groups there are in all: \2 means a group only if there are two, be it further on. */
static uint32_t count_groups(const char *at)
{
    uint32_t count = 1;
    bool in_class = false;
    for (; *at; at++) {
        if (*at == '\\' && at[1])
            at++;
        else if (*at == '[')
            in_class = true;
        else if (*at == ']')
            in_class = false;
        else if (*at == '(' && !in_class)
            count += at[1] != '?' || (at[2] == '<' && at[3] != '=' && at[3] != '!');
    }
    return count;
}

/* Escapes */

static bool read_hexadecimal(reader *r, int digits, uint32_t *code)
{
    const char *at = r->at;
    *code = 0;
    for (int i = 0; i < digits; i++, at++) {
        const int lower = *at | 0x20;
        if (!is_digit(*at) && !(lower >= 'a' && lower <= 'f'))
            return false;
        *code = *code * 16 + (uint32_t)(is_digit(*at) ? *at - '0' : lower - 'a' + 10);
    }
    r->at = at;
    return true;
}

static bool read_braced_code(reader *r, uint32_t *code)
{
    const char *const start = r->at;
    uint32_t digit;
    *code = 0;
    for (r->at++; *r->at != '}' && *code <= LAST_CHARACTER && read_hexadecimal(r, 1, &digit);)
        *code = *code * 16 + digit;
    if (*r->at == '}' && r->at > start + 1 && *code <= LAST_CHARACTER) {
        r->at++;
        return true;
    }
    r->at = start;
    return false;
}

static uint32_t read_unicode_escape(reader *r)
{
    uint32_t code, low;
    if (r->is_unicode && *r->at == '{' && read_braced_code(r, &code))
        return code;
    if (!read_hexadecimal(r, 4, &code))
        return 'u';
    if (code >= 0xD800 && code < 0xDC00 && r->at[0] == '\\' && r->at[1] == 'u') {
        const char *const start = r->at;
        r->at += 2;
        if (read_hexadecimal(r, 4, &low) && low >= 0xDC00 && low < 0xE000)
            return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        r->at = start;
    }
    return code;
}

/* After the backslash: the character meant. */
static uint32_t read_character_escape(reader *r)
{
    static const char letters[] = "nrtfv", controls[] = "\n\r\t\f\v";
    const char letter = *r->at;
    const char *const found = letter ? strchr(letters, letter) : NULL;
    uint32_t code;
    if (found) {
        r->at++;
        return (uint32_t)controls[found - letters];
    }
    if (letter >= '0' && letter <= '7') { /* octal, as long as it fits a byte */
        code = 0;
        for (int i = 0; i < 3 && *r->at >= '0' && *r->at <= '7' && code < 32; i++)
            code = code * 8 + (uint32_t)(*r->at++ - '0');
        return code;
    }
    if (letter == 'c' && ((r->at[1] | 0x20) >= 'a' && (r->at[1] | 0x20) <= 'z')) {
        r->at += 2;
        return (uint32_t)(r->at[-1] & 31);
    }
    code = hui_utf8_next(&r->at);
    if (code == 'x' && !read_hexadecimal(r, 2, &code))
        return 'x';
    return letter == 'u' ? read_unicode_escape(r) : code;
}

/* Classes */

static void add_range(reader *r, range_vec *ranges, uint32_t first, uint32_t last)
{
    *hui_vec_push(r->arena, ranges) = (regexp_range){first, last};
}

/* \d, \w, \s; those of capital letters are what lies between their ranges, which ascend. */
static bool add_known_class(reader *r, range_vec *ranges, char letter)
{
    static const regexp_range digits[] = {{'0', '9'}}, words[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}},
                              spaces[] = {{9, 13},          {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680},
                                          {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                          {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
    const char kind = letter | 0x20;
    const regexp_range *const known = kind == 'd' ? digits : kind == 'w' ? words : spaces;
    const size_t count = kind == 'd'   ? sizeof digits / sizeof *digits
                         : kind == 'w' ? sizeof words / sizeof *words
                                       : sizeof spaces / sizeof *spaces;
    uint32_t next = 0;
    if (letter == '\0' || !strchr("dwsDWS", letter))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (letter == kind)
            add_range(r, ranges, known[i].first, known[i].last);
        else
            add_range(r, ranges, next, known[i].first - 1);
        next = known[i].last + 1;
    }
    if (letter != kind)
        add_range(r, ranges, next, LAST_CHARACTER);
    return true;
}

static const regexp_node *make_class(reader *r, const range_vec *ranges, bool inverted)
{
    *hui_vec_push(r->arena, &r->tree->classes) = (regexp_class){ranges->at, ranges->count, inverted};
    return make_step(r, REGEXP_CLASS, (uint32_t)r->tree->classes.count - 1, false);
}

/* One end of a range. False if it is a class of its own, which was added. */
static bool read_class_atom(reader *r, range_vec *ranges, uint32_t *code)
{
    if (*r->at != '\\') {
        *code = hui_utf8_next(&r->at);
        return true;
    }
    r->at++;
    if (add_known_class(r, ranges, *r->at)) {
        r->at++;
        return false;
    }
    if (*r->at == 'b' || *r->at == '-') {
        *code = *r->at++ == 'b' ? '\b' : '-';
        return true;
    }
    if (!*r->at) {
        fail(r, "it ends in a backslash");
        return false;
    }
    *code = read_character_escape(r);
    return true;
}

static const regexp_node *read_class(reader *r)
{
    range_vec ranges = {0};
    const bool inverted = *r->at == '^';
    uint32_t first = 0, last = 0;
    r->at += inverted;
    while (*r->at && *r->at != ']' && !r->fault) {
        const bool is_single = read_class_atom(r, &ranges, &first);
        if (*r->at != '-' || r->at[1] == ']' || !r->at[1]) {
            if (is_single)
                add_range(r, &ranges, first, first);
            continue;
        }
        r->at++;
        const bool has_end = read_class_atom(r, &ranges, &last);
        if (is_single && has_end && last >= first) {
            add_range(r, &ranges, first, last);
        } else if (is_single && has_end) {
            fail(r, "a range of a class is in the wrong order");
        } else { /* [\w-a]: the sign itself */
            add_range(r, &ranges, '-', '-');
            if (is_single || has_end)
                add_range(r, &ranges, is_single ? first : last, is_single ? first : last);
        }
    }
    if (*r->at != ']')
        fail(r, "a ] is missing");
    else
        r->at++;
    return make_class(r, &ranges, inverted);
}

/* Atoms */

static const regexp_node *read_named_reference(reader *r)
{
    const char *const start = r->at + 2, *const end = r->at[1] == '<' ? strchr(start, '>') : NULL;
    for (size_t i = 0; end && i < r->tree->names.count; i++) {
        const char *const name = r->tree->names.at[i];
        if (name && strlen(name) == (size_t)(end - start) && strncmp(name, start, strlen(name)) == 0) {
            r->at = end + 1;
            return make_step(r, REGEXP_AGAIN, (uint32_t)i, false);
        }
    }
    if (end)
        fail(r, "\\k names a group that does not come before it");
    r->at++;
    return make_step(r, REGEXP_CHAR, 'k', false);
}

static const regexp_node *read_escape(reader *r)
{
    range_vec ranges = {0};
    if (!*r->at)
        fail(r, "it ends in a backslash");
    if (*r->at == 'b' || *r->at == 'B')
        return make_step(r, REGEXP_BOUNDARY, 0, *r->at++ == 'B');
    if (add_known_class(r, &ranges, *r->at)) {
        r->at++;
        return make_class(r, &ranges, false);
    }
    if (*r->at >= '1' && *r->at <= '9') {
        const char *const start = r->at;
        const uint32_t group = read_decimal(r);
        if (group < r->groups_in_all)
            return make_step(r, REGEXP_AGAIN, group, false);
        r->at = start;
    }
    if (*r->at == 'k' && r->at[1] == '<')
        return read_named_reference(r);
    if (r->is_unicode && (*r->at == 'p' || *r->at == 'P'))
        fail(r, "\\p{…} is unsupported");
    return make_step(r, REGEXP_CHAR, *r->at ? read_character_escape(r) : 0, false);
}

static void read_name(reader *r, uint32_t group)
{
    const char *const start = r->at, *const end = strchr(start, '>');
    if (!end || end == start) {
        fail(r, "the name of a group is malformed");
        return;
    }
    while (r->tree->names.count <= group)
        *hui_vec_push(r->arena, &r->tree->names) = NULL;
    r->tree->names.at[group] = hui_arena_string_n(r->arena, start, (size_t)(end - start));
    r->at = end + 1;
}

static bool skip(reader *r, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(r->at, word, length) != 0)
        return false;
    r->at += length;
    return true;
}

/* After the bracket that opens. */
static const regexp_node *read_group(reader *r)
{
    regexp_node *const node = make(r, REGEXP_NODE_GROUP);
    if (skip(r, "?=") || skip(r, "?!") || skip(r, "?<=") || skip(r, "?<!")) {
        node->kind = REGEXP_NODE_LOOK;
        node->inverted = r->at[-1] == '!';
        node->behind = r->at[-2] == '<';
    } else if (!skip(r, "?:")) {
        node->a = r->tree->group_count++;
        if (skip(r, "?<"))
            read_name(r, node->a);
        else if (*r->at == '?')
            fail(r, "after (? there must be :, =, ! or <");
    }
    if (++r->nested > MOST_NESTED || r->tree->group_count > MOST_GROUPS)
        fail(r, "it has too many groups");
    else
        *hui_vec_push(r->arena, &node->parts) = read_choice(r);
    r->nested--;
    if (*r->at == ')')
        r->at++;
    else
        fail(r, "a ) is missing");
    node->end_group = r->tree->group_count;
    return node;
}

static const regexp_node *read_atom(reader *r)
{
    const char sign = *r->at;
    if (strchr("^$.([\\", sign))
        r->at++;
    switch (sign) {
    case '^':
        return make_step(r, REGEXP_START, 0, false);
    case '$':
        return make_step(r, REGEXP_END, 0, false);
    case '.':
        return make_step(r, REGEXP_ANY, 0, false);
    case '(':
        return read_group(r);
    case '[':
        return read_class(r);
    case '\\':
        return read_escape(r);
    case '*':
    case '+':
    case '?':
        fail(r, "there is nothing to repeat");
        return make(r, REGEXP_NODE_SEQUENCE);
    default:
        return make_step(r, REGEXP_CHAR, hui_utf8_next(&r->at), false);
    }
}

/* {n}, {n,} or {n,m}; a brace that is none of them is a character. */
static bool read_braces(reader *r, uint32_t *least, uint32_t *most)
{
    const char *const start = r->at;
    r->at++;
    if (is_digit(*r->at)) {
        *least = *most = read_decimal(r);
        if (*r->at == ',') {
            r->at++;
            *most = is_digit(*r->at) ? read_decimal(r) : UINT32_MAX;
        }
        if (*r->at == '}') {
            r->at++;
            return true;
        }
    }
    r->at = start;
    return false;
}

static const regexp_node *read_term(reader *r)
{
    const regexp_node *const atom = read_atom(r);
    uint32_t least = *r->at == '+', most = *r->at == '?' ? 1 : UINT32_MAX;
    if (*r->at == '*' || *r->at == '+' || *r->at == '?')
        r->at++;
    else if (*r->at != '{' || !read_braces(r, &least, &most))
        return atom;
    if (most < least)
        fail(r, "the numbers in braces are in the wrong order");
    regexp_node *const node = make(r, REGEXP_NODE_REPEAT);
    node->a = least;
    node->b = most;
    node->inverted = *r->at == '?';
    r->at += node->inverted;
    node->first_group = atom->first_group;
    *hui_vec_push(r->arena, &node->parts) = atom;
    return node;
}

static const regexp_node *read_sequence(reader *r)
{
    regexp_node *const node = make(r, REGEXP_NODE_SEQUENCE);
    while (*r->at && *r->at != '|' && *r->at != ')' && !r->fault)
        *hui_vec_push(r->arena, &node->parts) = read_term(r);
    return node;
}

static const regexp_node *read_choice(reader *r)
{
    regexp_node *const node = make(r, REGEXP_NODE_CHOICE);
    *hui_vec_push(r->arena, &node->parts) = read_sequence(r);
    while (*r->at == '|') {
        r->at++;
        *hui_vec_push(r->arena, &node->parts) = read_sequence(r);
    }
    return node;
}

const char *hui_regexp_parse(hui_arena *arena, const char *pattern, bool is_unicode, regexp_tree *tree)
{
    reader r = {.arena = arena, .at = pattern, .tree = tree, .is_unicode = is_unicode};
    r.groups_in_all = count_groups(pattern);
    *tree = (regexp_tree){.group_count = 1};
    tree->root = read_choice(&r);
    if (*r.at)
        fail(&r, "there is a ) too many");
    return r.fault;
}
