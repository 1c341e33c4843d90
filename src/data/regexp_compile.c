/* Compiler of regular expressions: the tree becomes instructions of a backtracking machine. */
#include "data/regexp_parse.h"

#include <string.h>

enum { MOST_STEPS = 20000 };

typedef struct compiler {
    hui_arena *arena;
    HUI_VEC(regexp_step) steps;
    uint32_t register_count;
    bool is_too_long;
} compiler;

static void emit(compiler *c, const regexp_node *node, bool backward);

static uint32_t emit_step(compiler *c, regexp_op op, uint32_t a, uint32_t b, bool inverted)
{
    if (c->steps.count >= MOST_STEPS) {
        c->is_too_long = true;
        return 0;
    }
    *hui_vec_push(c->arena, &c->steps) = (regexp_step){.op = (uint8_t)op, .inverted = inverted, .a = a, .b = b};
    return (uint32_t)c->steps.count - 1;
}

static uint32_t here(const compiler *c)
{
    return (uint32_t)c->steps.count;
}

static void emit_sequence(compiler *c, const regexp_node *node, bool backward)
{
    const size_t count = node->parts.count;
    for (size_t i = 0; i < count; i++)
        emit(c, node->parts.at[backward ? count - 1 - i : i], backward);
}

static void emit_choice(compiler *c, const regexp_node *node, bool backward)
{
    HUI_VEC(uint32_t) jumps = {0};
    for (size_t i = 0; i + 1 < node->parts.count; i++) {
        const uint32_t split = emit_step(c, REGEXP_SPLIT, 0, 0, false);
        emit(c, node->parts.at[i], backward);
        *hui_vec_push(c->arena, &jumps) = emit_step(c, REGEXP_JUMP, 0, 0, false);
        c->steps.at[split].a = here(c);
    }
    emit(c, node->parts.at[node->parts.count - 1], backward);
    for (size_t i = 0; i < jumps.count; i++)
        c->steps.at[jumps.at[i]].a = here(c);
}

static void emit_group(compiler *c, const regexp_node *node, bool backward)
{
    if (node->a)
        emit_step(c, REGEXP_SAVE, 2 * node->a + backward, 0, false);
    emit_sequence(c, node, backward);
    if (node->a)
        emit_step(c, REGEXP_SAVE, 2 * node->a + !backward, 0, false);
}

static void emit_look(compiler *c, const regexp_node *node)
{
    const uint32_t look = emit_step(c, REGEXP_LOOK, 0, 0, node->inverted);
    emit_sequence(c, node, node->behind);
    emit_step(c, REGEXP_MATCH, 0, 0, false);
    c->steps.at[look].a = here(c);
}

/* A round begins with all groups in it forgotten. One that need not be may not be empty. */
static void emit_round(compiler *c, const regexp_node *node, bool backward, uint32_t mark)
{
    if (node->end_group > node->first_group)
        emit_step(c, REGEXP_RESET, node->first_group, node->end_group, false);
    if (mark)
        emit_step(c, REGEXP_SAVE, mark, 0, false);
    emit(c, node->parts.at[0], backward);
    if (mark)
        emit_step(c, REGEXP_CHECK, mark, 0, false);
}

static void emit_repeat(compiler *c, const regexp_node *node, bool backward)
{
    HUI_VEC(uint32_t) splits = {0};
    const uint32_t mark = node->b > node->a ? c->register_count++ : 0;
    for (uint32_t i = 0; i < node->a && !c->is_too_long; i++)
        emit_round(c, node, backward, 0);
    if (node->b == UINT32_MAX) {
        const uint32_t split = emit_step(c, REGEXP_SPLIT, 0, 0, node->inverted);
        emit_round(c, node, backward, mark);
        emit_step(c, REGEXP_JUMP, split, 0, false);
        c->steps.at[split].a = here(c);
        return;
    }
    for (uint32_t i = node->a; i < node->b && !c->is_too_long; i++) {
        *hui_vec_push(c->arena, &splits) = emit_step(c, REGEXP_SPLIT, 0, 0, node->inverted);
        emit_round(c, node, backward, mark);
    }
    for (size_t i = 0; i < splits.count; i++)
        c->steps.at[splits.at[i]].a = here(c);
}

static void emit(compiler *c, const regexp_node *node, bool backward)
{
    uint32_t step;
    if (c->is_too_long)
        return;
    switch (node->kind) {
    case REGEXP_NODE_STEP:
        step = emit_step(c, node->op, node->a, 0, node->inverted);
        c->steps.at[step].backward = backward;
        break;
    case REGEXP_NODE_SEQUENCE:
        emit_sequence(c, node, backward);
        break;
    case REGEXP_NODE_CHOICE:
        emit_choice(c, node, backward);
        break;
    case REGEXP_NODE_GROUP:
        emit_group(c, node, backward);
        break;
    case REGEXP_NODE_LOOK:
        emit_look(c, node);
        break;
    case REGEXP_NODE_REPEAT:
        emit_repeat(c, node, backward);
        break;
    }
}

/* Each flag once, and only those that exist. */
static bool check_flags(const char *flags)
{
    for (const char *at = flags; *at; at++)
        if (!strchr("dgimsuy", *at) || strchr(at + 1, *at))
            return false;
    return true;
}

static bool has_flag(const char *flags, char flag)
{
    return strchr(flags, flag) != NULL;
}

const hui_regexp *hui_regexp_compile(hui_arena *arena, const char *pattern, const char *flags, const char **fault)
{
    regexp_tree tree = {0};
    *fault = check_flags(flags) ? hui_regexp_parse(arena, pattern, has_flag(flags, 'u'), &tree)
                                : "its flags may be g, i, m, s, u and y, once each";
    if (*fault)
        return NULL;
    compiler c = {.arena = arena, .register_count = 2 * tree.group_count};
    emit(&c, tree.root, false);
    emit_step(&c, REGEXP_MATCH, 0, 0, false);
    if (c.is_too_long) {
        *fault = "it is too large";
        return NULL;
    }
    while (tree.names.count < tree.group_count)
        *hui_vec_push(arena, &tree.names) = NULL;
    hui_regexp *const regexp = HUI_NEW(arena, hui_regexp);
    *regexp = (hui_regexp){.steps = c.steps.at,
                           .classes = tree.classes.at,
                           .names = tree.names.at,
                           .group_count = tree.group_count,
                           .register_count = c.register_count,
                           .is_global = has_flag(flags, 'g'),
                           .ignores_case = has_flag(flags, 'i'),
                           .is_multiline = has_flag(flags, 'm'),
                           .is_sticky = has_flag(flags, 'y'),
                           .dot_is_all = has_flag(flags, 's')};
    return regexp;
}

bool hui_regexp_is_global(const hui_regexp *regexp)
{
    return regexp->is_global;
}

size_t hui_regexp_group_count(const hui_regexp *regexp)
{
    return regexp->group_count;
}

size_t hui_regexp_group_named(const hui_regexp *regexp, const char *name, size_t length)
{
    for (uint32_t i = 1; i < regexp->group_count; i++)
        if (regexp->names[i] && strlen(regexp->names[i]) == length && strncmp(regexp->names[i], name, length) == 0)
            return i;
    return 0;
}
