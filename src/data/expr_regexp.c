/* Functions of expressions: regular expressions, and what takes them or a string: test, replace, split. */
#include "data/expr_node.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "data/regexp.h"
#include "data/utf16.h"

#include <math.h>
#include <string.h>

/* Its address tells a regular expression from other objects. */
static const char source_key[] = "source";

typedef struct regexp_object {
    hui_member members[2];
    const hui_regexp *program;
} regexp_object;

typedef HUI_VEC(hui_value) item_vec;
typedef HUI_VEC(char) char_vec;

bool hui_expr_is_regexp(hui_value value)
{
    return value.kind == HUI_VALUE_OBJECT && value.count == 2 && value.members[0].key == source_key;
}

static const hui_regexp *program_of(hui_value value)
{
    return ((const regexp_object *)value.members)->program;
}

hui_value hui_expr_regexp(hui_arena *arena, const char *pattern, const char *flags, const char **fault)
{
    const hui_regexp *const program = hui_regexp_compile(arena, pattern, flags, fault);
    if (!program)
        return (hui_value){0};
    regexp_object *const object = HUI_NEW(arena, regexp_object);
    object->members[0] = (hui_member){source_key, hui_value_string(pattern)};
    object->members[1] = (hui_member){"flags", hui_value_string(flags)};
    object->program = program;
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = 2, .members = object->members};
}

static hui_value make_regexp(const hui_expr_call *call)
{
    const hui_value pattern = hui_expr_argument(call, 0), flags = hui_expr_argument(call, 1);
    const char *fault;
    if (hui_expr_is_regexp(pattern) && flags.kind == HUI_VALUE_UNDEFINED)
        return pattern;
    const char *const source = hui_expr_is_regexp(pattern)           ? pattern.members[0].value.string
                               : pattern.kind == HUI_VALUE_UNDEFINED ? ""
                                                                     : hui_expr_text(call, 0).string;
    if (!hui_expr_has_room(call->scope, 0))
        return (hui_value){0};
    return hui_expr_regexp(call->scope->arena, source,
                           flags.kind == HUI_VALUE_UNDEFINED ? "" : hui_expr_text(call, 1).string, &fault);
}

static bool is_match(const hui_regexp *program, hui_value text)
{
    uint32_t few[64];
    hui_arena *const arena = hui_regexp_group_count(program) > 32 ? hui_arena_new() : NULL;
    uint32_t *const groups = arena ? HUI_NEW_ARRAY(arena, uint32_t, 2 * hui_regexp_group_count(program)) : few;
    const bool is_found = hui_regexp_find(program, text.string, text.count, 0, groups);
    if (arena)
        hui_arena_free(arena);
    return is_found;
}

/* A pattern that differs from row to row is compiled anew for each, and leaves nothing behind. */
static hui_value test(const hui_expr_call *call)
{
    const hui_value pattern = hui_expr_argument(call, 0), text = hui_expr_text(call, 1);
    const char *fault;
    if (hui_expr_is_regexp(pattern))
        return hui_value_bool(is_match(program_of(pattern), text));
    const hui_value source = pattern.kind == HUI_VALUE_UNDEFINED ? hui_value_string("") : hui_expr_text(call, 0);
    hui_arena *const arena = hui_arena_new();
    const hui_regexp *const program = hui_regexp_compile(arena, source.string, "", &fault);
    const hui_value result = program ? hui_value_bool(is_match(program, text)) : (hui_value){0};
    hui_arena_free(arena);
    return result;
}

/* What both kinds of patterns have in common: matches from a byte on. A string is found as it is. */
typedef struct finder {
    const hui_regexp *program; /* NULL: the string */
    hui_value string, text;
    uint32_t *groups;
    size_t group_count;
} finder;

static finder make_finder(const hui_expr_scope *scope, hui_value pattern, hui_value text)
{
    finder f = {.string = pattern, .text = text, .group_count = 1};
    if (hui_expr_is_regexp(pattern)) {
        f.program = program_of(pattern);
        f.group_count = hui_regexp_group_count(f.program);
    }
    f.groups = HUI_NEW_ARRAY(scope->arena, uint32_t, 2 * f.group_count);
    return f;
}

static bool find(finder *f, size_t from)
{
    if (f->program)
        return hui_regexp_find(f->program, f->text.string, f->text.count, from, f->groups);
    const char *const found = strstr(f->text.string + from, f->string.string);
    if (!found)
        return false;
    f->groups[0] = (uint32_t)(found - f->text.string);
    f->groups[1] = f->groups[0] + f->string.count;
    return true;
}

static size_t next_character(hui_value text, size_t byte)
{
    if (byte >= text.count)
        return (size_t)text.count + 1;
    const char *at = text.string + byte;
    hui_utf8_next(&at);
    return (size_t)(at - text.string);
}

/* replace */

static void add_bytes(hui_arena *arena, char_vec *out, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        *hui_vec_push(arena, out) = bytes[i];
}

static void add_group(hui_arena *arena, char_vec *out, const finder *f, size_t group)
{
    const uint32_t start = f->groups[2 * group], end = f->groups[2 * group + 1];
    if (start != HUI_REGEXP_NONE && end != HUI_REGEXP_NONE)
        add_bytes(arena, out, f->text.string + start, end - start);
}

/* $1 to $99: two digits if there is such a group, else one. The group's number, or 0. */
static size_t numbered_group(const finder *f, const char *digits, size_t *length)
{
    size_t group = 0, longest = 0, value = 0;
    for (size_t i = 0; i < 2 && digits[i] >= '0' && digits[i] <= '9'; i++) {
        value = value * 10 + (size_t)(digits[i] - '0');
        if (value > 0 && value < f->group_count) {
            group = value;
            longest = i + 1;
        }
    }
    *length = longest;
    return group;
}

/* After the $ (GetSubstitution, section 22.1.3.19.1): how many bytes it takes; 0 if it is just a sign. */
static size_t add_substitution(hui_arena *arena, char_vec *out, const finder *f, const char *at)
{
    size_t length;
    if (*at == '$') {
        *hui_vec_push(arena, out) = '$';
        return 1;
    }
    if (*at == '&' || *at == '`' || *at == '\'') {
        const size_t start = *at == '&' ? f->groups[0] : *at == '`' ? 0 : f->groups[1];
        const size_t end = *at == '&' ? f->groups[1] : *at == '`' ? f->groups[0] : f->text.count;
        add_bytes(arena, out, f->text.string + start, end - start);
        return 1;
    }
    const char *const close = *at == '<' && f->program ? strchr(at, '>') : NULL;
    if (close) {
        const size_t group = hui_regexp_group_named(f->program, at + 1, (size_t)(close - at - 1));
        if (group)
            add_group(arena, out, f, group);
        return group ? (size_t)(close - at + 1) : 0;
    }
    const size_t group = numbered_group(f, at, &length);
    if (group)
        add_group(arena, out, f, group);
    return length;
}

static void add_replacement(hui_arena *arena, char_vec *out, const finder *f, const char *replacement)
{
    for (const char *at = replacement; *at;) {
        const size_t taken = *at == '$' ? add_substitution(arena, out, f, at + 1) : 0;
        if (taken == 0)
            *hui_vec_push(arena, out) = *at++;
        else
            at += taken + 1;
    }
}

static hui_value replace(const hui_expr_call *call)
{
    const hui_expr_scope *const scope = call->scope;
    const hui_value pattern = hui_expr_argument(call, 1), text = hui_expr_text(call, 0);
    const char *const replacement = hui_expr_text(call, 2).string;
    if (pattern.kind != HUI_VALUE_STRING && !hui_expr_is_regexp(pattern))
        return (hui_value){0};
    finder f = make_finder(scope, pattern, text);
    const bool is_global = f.program && hui_regexp_is_global(f.program);
    size_t copied = 0, from = 0;
    char_vec out = {0};
    while (from <= text.count && find(&f, from)) {
        if (!hui_expr_has_room(scope, (double)out.count))
            return (hui_value){0};
        add_bytes(scope->arena, &out, text.string + copied, f.groups[0] - copied);
        add_replacement(scope->arena, &out, &f, replacement);
        copied = f.groups[1];
        from = f.groups[1] > f.groups[0] ? f.groups[1] : next_character(text, copied);
        if (!is_global)
            break;
    }
    if (copied == 0 && out.count == 0)
        return text;
    add_bytes(scope->arena, &out, text.string + copied, text.count - copied);
    *hui_vec_push(scope->arena, &out) = '\0';
    return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)out.count - 1, .string = out.at};
}

/* split */

static void add_item(const hui_expr_scope *scope, item_vec *items, hui_value text, size_t start, size_t end)
{
    *hui_vec_push(scope->arena, items) = hui_expr_string(scope, text.string + start, end - start);
}

/* An empty separator splits into units of UTF-16, of which half a pair cannot be written. */
static hui_value split_units(const hui_expr_scope *scope, hui_value text, double limit)
{
    item_vec items = {0};
    if (!hui_expr_has_room(scope, (double)text.count * sizeof(hui_value)))
        return (hui_value){0};
    for (size_t byte = 0; byte < text.count && (double)items.count < limit;) {
        const size_t next = next_character(text, byte);
        for (int half = 0; half < 2 && next - byte == 4; half++)
            *hui_vec_push(scope->arena, &items) = hui_value_string("\xEF\xBF\xBD");
        if (next - byte < 4)
            add_item(scope, &items, text, byte, next);
        byte = next;
    }
    return hui_expr_array(items.at, (double)items.count < limit ? items.count : (size_t)limit);
}

/* Pieces between matches that are not empty at the piece's beginning, with what the groups hold in between. */
static hui_value split_by(const hui_expr_scope *scope, finder *f, double limit)
{
    const hui_value text = f->text;
    item_vec items = {0};
    size_t piece = 0, from = 0;
    if (text.count == 0 && find(f, 0))
        return hui_expr_array(hui_expr_items(scope, 0), 0);
    while (from < text.count && find(f, from) && f->groups[0] < text.count && (double)items.count < limit &&
           hui_expr_has_room(scope, (double)items.count * sizeof(hui_value))) {
        if (f->groups[1] == piece) {
            from = next_character(text, from);
            continue;
        }
        add_item(scope, &items, text, piece, f->groups[0]);
        for (size_t group = 1; group < f->group_count; group++) {
            if (f->groups[2 * group] == HUI_REGEXP_NONE)
                *hui_vec_push(scope->arena, &items) = (hui_value){0};
            else
                add_item(scope, &items, text, f->groups[2 * group], f->groups[2 * group + 1]);
        }
        piece = from = f->groups[1];
    }
    add_item(scope, &items, text, piece, text.count);
    return hui_expr_array(items.at, (double)items.count < limit ? items.count : (size_t)limit);
}

static hui_value split(const hui_expr_call *call)
{
    const hui_expr_scope *const scope = call->scope;
    const hui_value separator = hui_expr_argument(call, 1), text = hui_expr_text(call, 0);
    const double wanted = hui_expr_number(call, 2);
    const double limit = hui_expr_argument(call, 2).kind == HUI_VALUE_UNDEFINED || wanted <= -1 ? INFINITY
                         : wanted >= 0                                                          ? trunc(wanted)
                                                                                                : 0;
    if (separator.kind == HUI_VALUE_UNDEFINED) {
        hui_value *const items = hui_expr_items(scope, 1);
        items[0] = text;
        return hui_expr_array(items, limit >= 1 ? 1 : 0);
    }
    const bool is_regexp = hui_expr_is_regexp(separator);
    const hui_value pattern = is_regexp ? separator : hui_expr_text(call, 1);
    if (!is_regexp && pattern.count == 0)
        return split_units(scope, text, limit);
    finder f = make_finder(scope, pattern, text);
    return split_by(scope, &f, limit);
}

const hui_expr_function hui_expr_regexp_functions[] = {HUI_EXPR_FUNCTION("regexp", make_regexp),
                                                       HUI_EXPR_FUNCTION("test", test),
                                                       HUI_EXPR_FUNCTION("replace", replace),
                                                       HUI_EXPR_FUNCTION("split", split),
                                                       {0}};
