/* Parser of expressions: Vega's part of JavaScript's grammar (literals, members, calls, operators), by descent. */
#include "base/vec.h"
#include "data/expr_lex.h"
#include "data/expr_node.h"
#include "data/format.h"

#include <string.h>

enum { MOST_NESTED = 200, MOST_ALTERNATES = 1000, DEEPEST = 2000, LONGEST = 1 << 20 };

typedef struct reader {
    hui_expr_lexer lexer;
    hui_arena *arena;
    int nested, alternates;
} reader;

typedef HUI_VEC(const hui_expr *) part_vec;
typedef HUI_VEC(const char *) key_vec;

static const hui_expr *read_value(reader *r);
static const hui_expr *read_unary(reader *r);

static const hui_expr_word *word(const reader *r)
{
    return &r->lexer.word;
}

static bool is_sign(const reader *r, const char *sign)
{
    return hui_expr_lex_is(&r->lexer, sign);
}

/* For the words that cannot be what they seem to be meant for. */
static const char *unexpected_hint(const reader *r)
{
    static const struct {
        const char *sign, *hint;
    } rows[] = {{"=", "write == to compare"},
                {"**", "write pow(a, b)"},
                {"??", "write isValid(a) ? a : b"},
                {"?.", "write a point alone: members of what is undefined are undefined"},
                {"=>", "functions cannot be made in expressions"},
                {";", "an expression is a single value"},
                {",", "an expression is a single value"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (is_sign(r, rows[i].sign))
            return rows[i].hint;
    return NULL;
}

static const hui_expr *fail_expecting(reader *r, const char *expected)
{
    const hui_expr_word at = *word(r);
    if (at.kind == HUI_EXPR_WORD_END)
        hui_expr_lex_fail(&r->lexer, at.start, at.end, NULL, "the expression ends where %s should stand", expected);
    else
        hui_expr_lex_fail(&r->lexer, at.start, at.end, unexpected_hint(r), "“%.*s” stands where %s should",
                          (int)(at.end - at.start), at.start, expected);
    return NULL;
}

static bool expect(reader *r, const char *sign)
{
    if (!is_sign(r, sign)) {
        fail_expecting(r, hui_arena_printf(r->arena, "“%s”", sign));
        return false;
    }
    hui_expr_lex(&r->lexer);
    return true;
}

static bool descend(reader *r)
{
    if (r->nested < MOST_NESTED) {
        r->nested++;
        return true;
    }
    hui_expr_lex_fail(&r->lexer, word(r)->start, word(r)->end, NULL, "the expression is nested deeper than %d levels",
                      MOST_NESTED);
    return false;
}

static bool is_constant(const hui_expr *node)
{
    return node->op == HUI_EXPR_CONSTANT;
}

static const hui_expr *constant(reader *r, const char *start, hui_value value)
{
    hui_expr *const node = HUI_NEW(r->arena, hui_expr);
    node->op = HUI_EXPR_CONSTANT;
    node->depth = 1;
    node->column = (uint32_t)(start - r->lexer.text);
    node->constant = value;
    return node;
}

static hui_expr *make(reader *r, hui_expr_op op, const char *start, size_t count)
{
    hui_expr *const node = HUI_NEW(r->arena, hui_expr);
    node->op = op;
    node->count = (uint32_t)count;
    node->column = (uint32_t)(start - r->lexer.text);
    node->parts = HUI_NEW_ARRAY(r->arena, const hui_expr *, count);
    return node;
}

/* A node whose parts are filled in: itself, or its value if that is the same each time. */
static const hui_expr *finish(reader *r, hui_expr *node)
{
    bool is_fixed = node->op != HUI_EXPR_CALL || !node->function->varies;
    node->depth = 1;
    for (uint32_t i = 0; i < node->count; i++) {
        is_fixed &= is_constant(node->parts[i]);
        if (node->depth <= node->parts[i]->depth)
            node->depth = node->parts[i]->depth + 1;
    }
    const char *const start = r->lexer.text + node->column;
    if (node->depth > DEEPEST) {
        hui_expr_lex_fail(&r->lexer, start, word(r)->start, NULL, "the expression has too many parts in one chain");
        return NULL;
    }
    return is_fixed ? constant(r, start, hui_expr_value(node, &(hui_expr_scope){.arena = r->arena})) : node;
}

static const hui_expr *make_binary(reader *r, hui_expr_op op, const hui_expr *left, const hui_expr *right)
{
    hui_expr *const node = make(r, op, r->lexer.text + left->column, 2);
    node->parts[0] = left;
    node->parts[1] = right;
    return finish(r, node);
}

/* Calls */

static const hui_expr *fail_function(reader *r, const hui_expr_word *name)
{
    if (hui_expr_function_needs_events(name->text)) {
        hui_expr_lex_fail(&r->lexer, name->start, name->end, NULL,
                          "%s() is unsupported in static charts: it needs events or data as they flow", name->text);
        return NULL;
    }
    const char *const nearest = hui_expr_name_nearest(r->arena, name->text, true);
    hui_expr_lex_fail(&r->lexer, name->start, name->end,
                      nearest ? hui_arena_printf(r->arena, "did you mean %s()?", nearest) : NULL,
                      "there is no function %s()", name->text);
    return NULL;
}

/* What comes between brackets, from after the one that opens to after the one that closes. */
static bool read_parts(reader *r, const char *close, part_vec *parts)
{
    while (!is_sign(r, close)) {
        const hui_expr *const part = read_value(r);
        if (!part)
            return false;
        *hui_vec_push(r->arena, parts) = part;
        if (!is_sign(r, close) && !expect(r, ","))
            return false;
    }
    hui_expr_lex(&r->lexer);
    return true;
}

/* A pattern that is written out is compiled once; if it is malformed, that is told where it is written. */
static bool prepare_pattern(reader *r, const hui_expr_function *function, part_vec *parts)
{
    const char *fault = NULL;
    const bool is_test = strcmp(function->name, "test") == 0;
    if ((!is_test && strcmp(function->name, "regexp") != 0) || parts->count == 0)
        return true;
    const hui_expr *const pattern = parts->at[0], *const flags = parts->count > 1 ? parts->at[1] : NULL;
    if (!is_constant(pattern) || pattern->constant.kind != HUI_VALUE_STRING)
        return true;
    const bool has_flags = !is_test && flags && is_constant(flags) && flags->constant.kind == HUI_VALUE_STRING;
    const hui_value regexp =
        hui_expr_regexp(r->arena, pattern->constant.string, has_flags ? flags->constant.string : "", &fault);
    const char *const start = r->lexer.text + pattern->column;
    if (fault)
        hui_expr_lex_fail(&r->lexer, start, start, NULL, "the regular expression is malformed: %s", fault);
    else if (is_test)
        parts->at[0] = constant(r, start, regexp);
    return !fault;
}

/* format(x, ',.2q') would be undefined for every x. */
static bool check_specifier(reader *r, const hui_expr_function *function, const part_vec *parts)
{
    if (strcmp(function->name, "format") != 0 || parts->count < 2 || !is_constant(parts->at[1]))
        return true;
    const hui_value specifier = parts->at[1]->constant;
    if (specifier.kind != HUI_VALUE_STRING || hui_format_number_check(specifier.string))
        return true;
    const char *const start = r->lexer.text + parts->at[1]->column;
    hui_expr_lex_fail(&r->lexer, start, start, "such as ',.2f', '.0%' or '~s'", "“%s” is no format of numbers",
                      specifier.string);
    return false;
}

static const hui_expr *read_call(reader *r, const hui_expr_word *name)
{
    const hui_expr_function *const function = hui_expr_function_find(name->text);
    const bool is_if = strcmp(name->text, "if") == 0;
    const unsigned wanted = is_if ? 3 : function ? function->count : 0;
    part_vec parts = {0};
    if (!function && !is_if)
        return fail_function(r, name);
    hui_expr_lex(&r->lexer);
    if (!descend(r) || !read_parts(r, ")", &parts))
        return NULL;
    r->nested--;
    if (wanted && parts.count != wanted) {
        hui_expr_lex_fail(&r->lexer, name->start, name->end, NULL, "%s() takes %u arguments, not %zu", name->text,
                          wanted, parts.count);
        return NULL;
    }
    if (function && (!prepare_pattern(r, function, &parts) || !check_specifier(r, function, &parts)))
        return NULL;
    hui_expr *const node = make(r, is_if ? HUI_EXPR_CONDITIONAL : HUI_EXPR_CALL, name->start, 0);
    node->parts = parts.at;
    node->count = (uint32_t)parts.count;
    node->function = function;
    return finish(r, node);
}

/* Values that begin with what they are */

static const hui_expr *read_name(reader *r)
{
    static const char *const reserved[] = {"typeof", "delete", "void",  "new",    "this", "function",
                                           "var",    "let",    "const", "return", "in",   "instanceof"};
    const hui_expr_word name = *word(r);
    hui_value value;
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(name.text, reserved[i]) == 0)
            return fail_expecting(r, "a value");
    hui_expr_lex(&r->lexer);
    if (is_sign(r, "("))
        return read_call(r, &name);
    if (hui_expr_constant_find(name.text, &value))
        return constant(r, name.start, value);
    hui_expr *const node = make(r, strcmp(name.text, "datum") == 0 ? HUI_EXPR_DATUM : HUI_EXPR_PARAM, name.start, 0);
    node->depth = 1;
    node->name = name.text;
    node->text = r->lexer.text;
    return node;
}

static const hui_expr *read_array(reader *r, const char *start)
{
    part_vec parts = {0};
    if (!descend(r) || !read_parts(r, "]", &parts))
        return NULL;
    r->nested--;
    hui_expr *const node = make(r, HUI_EXPR_ARRAY, start, 0);
    node->parts = parts.at;
    node->count = (uint32_t)parts.count;
    return finish(r, node);
}

static const char *read_key(reader *r)
{
    const hui_expr_word at = *word(r);
    if (at.kind != HUI_EXPR_WORD_NAME && at.kind != HUI_EXPR_WORD_STRING && at.kind != HUI_EXPR_WORD_NUMBER) {
        fail_expecting(r, "a key");
        return NULL;
    }
    hui_expr_lex(&r->lexer);
    return at.kind == HUI_EXPR_WORD_NUMBER ? hui_number_string(r->arena, at.number) : at.text;
}

static bool read_members(reader *r, part_vec *parts, key_vec *keys)
{
    while (!is_sign(r, "}")) {
        const hui_expr_word at = *word(r);
        const char *const key = read_key(r);
        const hui_expr *const value = key && expect(r, ":") ? read_value(r) : NULL;
        if (!value)
            return false;
        for (size_t i = 0; i < keys->count; i++)
            if (strcmp(keys->at[i], key) == 0)
                hui_expr_lex_fail(&r->lexer, at.start, at.end, NULL, "the key “%s” stands twice in this object", key);
        *hui_vec_push(r->arena, keys) = key;
        *hui_vec_push(r->arena, parts) = value;
        if (!is_sign(r, "}") && !expect(r, ","))
            return false;
    }
    hui_expr_lex(&r->lexer);
    return true;
}

static const hui_expr *read_object(reader *r, const char *start)
{
    part_vec parts = {0};
    key_vec keys = {0};
    if (!descend(r) || !read_members(r, &parts, &keys))
        return NULL;
    r->nested--;
    hui_expr *const node = make(r, HUI_EXPR_OBJECT, start, 0);
    node->parts = parts.at;
    node->count = (uint32_t)parts.count;
    node->keys = keys.at;
    return finish(r, node);
}

static const hui_expr *read_regexp(reader *r)
{
    const char *const start = word(r)->start;
    const char *pattern, *flags, *fault = NULL;
    if (!hui_expr_lex_regexp(&r->lexer, &pattern, &flags))
        return NULL;
    const hui_value value = hui_expr_regexp(r->arena, pattern, flags, &fault);
    if (!fault)
        return constant(r, start, value);
    hui_expr_lex_fail(&r->lexer, start, word(r)->start, NULL, "the regular expression is malformed: %s", fault);
    return NULL;
}

static const hui_expr *read_group(reader *r)
{
    if (!descend(r))
        return NULL;
    const hui_expr *const node = read_value(r);
    if (!node || !expect(r, ")"))
        return NULL;
    r->nested--;
    return node;
}

static const hui_expr *read_primary(reader *r)
{
    const hui_expr_word at = *word(r);
    if (at.kind == HUI_EXPR_WORD_NAME)
        return read_name(r);
    if (is_sign(r, "/") || is_sign(r, "/="))
        return read_regexp(r);
    const bool is_literal = at.kind == HUI_EXPR_WORD_NUMBER || at.kind == HUI_EXPR_WORD_STRING;
    if (!is_literal && !is_sign(r, "(") && !is_sign(r, "[") && !is_sign(r, "{"))
        return fail_expecting(r, "a value");
    hui_expr_lex(&r->lexer);
    if (at.kind == HUI_EXPR_WORD_NUMBER)
        return constant(r, at.start, hui_value_number(at.number));
    if (at.kind == HUI_EXPR_WORD_STRING)
        return constant(r, at.start, hui_value_string(at.text));
    return *at.text == '(' ? read_group(r) : *at.text == '[' ? read_array(r, at.start) : read_object(r, at.start);
}

/* Members */

/* datum.a.b is one field: its path can be bound to a column. */
static const hui_expr *make_field(reader *r, const hui_expr *object, const char *key)
{
    hui_expr *const node = make(r, HUI_EXPR_FIELD, r->lexer.text + object->column, 0);
    const uint32_t before = object->op == HUI_EXPR_FIELD ? object->count : 0;
    const char **const keys = HUI_NEW_ARRAY(r->arena, const char *, before + 1);
    if (before)
        memcpy(keys, object->keys, before * sizeof *keys);
    keys[before] = key;
    node->keys = keys;
    node->count = before + 1;
    node->depth = 1;
    return node;
}

static const hui_expr *make_member(reader *r, const hui_expr *object, const hui_expr *key)
{
    const bool of_datum = object->op == HUI_EXPR_DATUM || (object->op == HUI_EXPR_FIELD && object->count < 100);
    if (of_datum && is_constant(key) && key->constant.kind <= HUI_VALUE_STRING)
        return make_field(r, object, hui_value_to_string(r->arena, key->constant));
    return make_binary(r, HUI_EXPR_MEMBER, object, key);
}

static const hui_expr *read_subscript(reader *r)
{
    if (!descend(r))
        return NULL;
    const hui_expr *const key = read_value(r);
    if (!key || !expect(r, "]"))
        return NULL;
    r->nested--;
    return key;
}

static const hui_expr *read_postfix(reader *r)
{
    const hui_expr *node = read_primary(r);
    while (node && !r->lexer.failed && (is_sign(r, ".") || is_sign(r, "[") || is_sign(r, "("))) {
        const bool is_point = is_sign(r, "."), is_call = is_sign(r, "(");
        const hui_expr *key;
        if (is_call) {
            hui_expr_lex_fail(&r->lexer, word(r)->start, word(r)->end, "write length(a) in place of a.length()",
                              "only functions can be called, and by their name");
            return NULL;
        }
        hui_expr_lex(&r->lexer);
        if (is_point && word(r)->kind != HUI_EXPR_WORD_NAME)
            return fail_expecting(r, "a name");
        if (is_point) {
            key = constant(r, word(r)->start, hui_value_string(word(r)->text));
            hui_expr_lex(&r->lexer);
        } else {
            key = read_subscript(r);
        }
        node = key ? make_member(r, node, key) : NULL;
    }
    return node;
}

/* Operators */

static const hui_expr *read_unary(reader *r)
{
    static const struct {
        const char *sign;
        hui_expr_op op;
    } rows[] = {{"+", HUI_EXPR_PLUS}, {"-", HUI_EXPR_MINUS}, {"!", HUI_EXPR_NOT}, {"~", HUI_EXPR_BIT_NOT}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!is_sign(r, rows[i].sign))
            continue;
        const char *const start = word(r)->start;
        hui_expr_lex(&r->lexer);
        const hui_expr *const operand = descend(r) ? read_unary(r) : NULL;
        if (!operand)
            return NULL;
        r->nested--;
        hui_expr *const node = make(r, rows[i].op, start, 1);
        node->parts[0] = operand;
        return finish(r, node);
    }
    return read_postfix(r);
}

typedef struct binary_sign {
    const char *sign;
    hui_expr_op op;
    int strength;
} binary_sign;

static const binary_sign *find_binary(const reader *r)
{
    static const binary_sign rows[] = {{"||", HUI_EXPR_OR, 1},
                                       {"&&", HUI_EXPR_AND, 2},
                                       {"|", HUI_EXPR_BIT_OR, 3},
                                       {"^", HUI_EXPR_BIT_XOR, 4},
                                       {"&", HUI_EXPR_BIT_AND, 5},
                                       {"==", HUI_EXPR_EQUAL, 6},
                                       {"!=", HUI_EXPR_NOT_EQUAL, 6},
                                       {"===", HUI_EXPR_SAME, 6},
                                       {"!==", HUI_EXPR_NOT_SAME, 6},
                                       {"<", HUI_EXPR_LESS, 7},
                                       {"<=", HUI_EXPR_LESS_EQUAL, 7},
                                       {">", HUI_EXPR_GREATER, 7},
                                       {">=", HUI_EXPR_GREATER_EQUAL, 7},
                                       {"in", HUI_EXPR_IN, 7},
                                       {"<<", HUI_EXPR_SHIFT_LEFT, 8},
                                       {">>", HUI_EXPR_SHIFT_RIGHT, 8},
                                       {">>>", HUI_EXPR_SHIFT_RIGHT_ZERO, 8},
                                       {"+", HUI_EXPR_ADD, 9},
                                       {"-", HUI_EXPR_SUBTRACT, 9},
                                       {"*", HUI_EXPR_MULTIPLY, 10},
                                       {"/", HUI_EXPR_DIVIDE, 10},
                                       {"%", HUI_EXPR_REMAINDER, 10}};
    if (word(r)->kind == HUI_EXPR_WORD_SIGN || word(r)->kind == HUI_EXPR_WORD_NAME)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            if (strcmp(word(r)->text, rows[i].sign) == 0)
                return &rows[i];
    return NULL;
}

/* Operators at least as strong as `weakest`, from left to right. */
static const hui_expr *read_binary(reader *r, int weakest)
{
    const hui_expr *left = read_unary(r);
    const binary_sign *sign;
    while (left && (sign = find_binary(r)) != NULL && sign->strength >= weakest) {
        hui_expr_lex(&r->lexer);
        const hui_expr *const right = read_binary(r, sign->strength + 1);
        left = right ? make_binary(r, sign->op, left, right) : NULL;
    }
    return left;
}

static const hui_expr *read_value(reader *r)
{
    const hui_expr *const condition = read_binary(r, 1);
    if (!condition || !is_sign(r, "?"))
        return condition;
    hui_expr_lex(&r->lexer);
    if (++r->alternates > MOST_ALTERNATES) {
        hui_expr_lex_fail(&r->lexer, word(r)->start, word(r)->end, NULL, "there are more than %d conditions in a chain",
                          MOST_ALTERNATES);
        return NULL;
    }
    const hui_expr *const yes = read_value(r);
    const hui_expr *const no = yes && expect(r, ":") ? read_value(r) : NULL;
    r->alternates--;
    if (!no)
        return NULL;
    hui_expr *const node = make(r, HUI_EXPR_CONDITIONAL, r->lexer.text + condition->column, 3);
    node->parts[0] = condition;
    node->parts[1] = yes;
    node->parts[2] = no;
    return finish(r, node);
}

const hui_expr *hui_expr_parse(hui_arena *arena, const char *text, hui_place place, hui_diags *diags)
{
    reader r = {.arena = arena,
                .lexer = {.arena = arena, .text = text, .place = place, .diags = diags, .word.end = text}};
    if (strlen(text) > LONGEST) {
        hui_expr_lex_fail(&r.lexer, text, text, NULL, "the expression is longer than %d bytes", LONGEST);
        return NULL;
    }
    hui_expr_lex(&r.lexer);
    const hui_expr *const node = read_value(&r);
    if (node && !r.lexer.failed && word(&r)->kind != HUI_EXPR_WORD_END)
        fail_expecting(&r, "the end of the expression");
    return r.lexer.failed ? NULL : node;
}
