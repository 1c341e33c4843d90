/* Expressions seen from outside: their fields and names, and binding them to a table. */
#include "data/expr_node.h"

#include "base/vec.h"

#include <string.h>

typedef HUI_VEC(char) char_vec;

const hui_param *hui_param_find(hui_params params, const char *name)
{
    for (size_t i = 0; i < params.count; i++)
        if (strcmp(params.at[i].name, name) == 0)
            return &params.at[i];
    return NULL;
}

hui_params hui_params_join(hui_arena *arena, hui_params params, const hui_param *more, size_t count)
{
    hui_param *all = HUI_NEW_ARRAY(arena, hui_param, params.count + count);
    for (size_t i = 0; i < params.count; i++)
        all[i] = params.at[i];
    for (size_t i = 0; i < count; i++)
        all[params.count + i] = more[i];
    return (hui_params){all, params.count + count};
}

hui_place hui_expr_place(hui_place place, const char *text, size_t column, size_t length)
{
    const hui_source *const source = place.source;
    const size_t size = strlen(text), start = place.offset + 1;
    if (!source || !source->bytes || start > source->size || source->size - start < size ||
        memcmp(source->bytes + start, text, size) != 0)
        return place;
    place.offset = start + column;
    place.length = length;
    return place;
}

/* A tree of which the fields know the table's columns; what has no fields below is shared with the old one. */
static const hui_expr *bind(hui_arena *arena, const hui_expr *node, const hui_table *table)
{
    if (node->op == HUI_EXPR_FIELD) {
        const hui_column *const column = hui_table_find(table, node->keys[0]);
        hui_expr *const bound = hui_arena_copy(arena, node, sizeof *node);
        if (column)
            bound->values = column->at;
        else
            *bound = (hui_expr){.op = HUI_EXPR_CONSTANT, .depth = 1, .column = node->column};
        return bound;
    }
    const hui_expr **parts = NULL;
    for (uint32_t i = 0; i < node->count; i++) {
        const hui_expr *const part = bind(arena, node->parts[i], table);
        if (part != node->parts[i] && !parts)
            parts = hui_arena_copy(arena, node->parts, node->count * sizeof(hui_expr *));
        if (parts)
            parts[i] = part;
    }
    if (!parts)
        return node;
    hui_expr *const bound = hui_arena_copy(arena, node, sizeof *node);
    bound->parts = parts;
    return bound;
}

const hui_expr *hui_expr_bind(hui_arena *arena, const hui_expr *expr, const hui_table *table)
{
    return bind(arena, expr, table);
}

/* One key of a field's path: after a point, or in brackets if it is an index; signs of paths get a backslash. */
static void write_key(hui_arena *arena, const char *key, bool is_first, char_vec *text)
{
    const bool is_index = !is_first && *key && strspn(key, "0123456789") == strlen(key);
    if (!is_first)
        *hui_vec_push(arena, text) = is_index ? '[' : '.';
    for (; *key; key++) {
        if (strchr(".[]\\\"'", *key))
            *hui_vec_push(arena, text) = '\\';
        *hui_vec_push(arena, text) = *key;
    }
    if (is_index)
        *hui_vec_push(arena, text) = ']';
}

static void find_fields(hui_arena *arena, const hui_expr *node, void (*found)(void *closure, const char *field),
                        void *closure)
{
    if (node->op == HUI_EXPR_FIELD) {
        char_vec text = {0};
        for (uint32_t i = 0; i < node->count; i++)
            write_key(arena, node->keys[i], i == 0, &text);
        *hui_vec_push(arena, &text) = '\0';
        found(closure, text.at);
        return;
    }
    for (uint32_t i = 0; i < node->count; i++)
        find_fields(arena, node->parts[i], found, closure);
}

void hui_expr_fields(const hui_expr *expr, void (*found)(void *closure, const char *field), void *closure)
{
    hui_arena *const arena = hui_arena_new();
    find_fields(arena, expr, found, closure);
    hui_arena_free(arena);
}

static const char *nearest_param(hui_arena *arena, const char *name, hui_params params)
{
    const char **const names = HUI_NEW_ARRAY(arena, const char *, params.count);
    for (size_t i = 0; i < params.count; i++)
        names[i] = params.at[i].name;
    const char *const nearest = hui_word_nearest(name, names, params.count);
    return nearest ? nearest : hui_expr_name_nearest(arena, name, false);
}

bool hui_expr_check(const hui_expr *expr, hui_params params, hui_place place, hui_diags *diags)
{
    bool is_fine = true;
    if (expr->op == HUI_EXPR_PARAM && !hui_param_find(params, expr->name)) {
        if (!diags)
            return false;
        const char *const nearest = nearest_param(diags->arena, expr->name, params);
        const char *const hint = hui_expr_function_find(expr->name) ? "a function needs its arguments in brackets"
                                 : nearest ? hui_arena_printf(diags->arena, "did you mean %s?", nearest)
                                           : hui_arena_printf(diags->arena, "a field is datum.%s", expr->name);
        hui_diags_add(
            diags, HUI_CODE_BAD_EXPRESSION, hui_expr_place(place, expr->text, expr->column, strlen(expr->name)), hint,
            hui_arena_printf(diags->arena, "there is no parameter “%s”", expr->name), (size_t)expr->column + 1);
        return false;
    }
    if (expr->op != HUI_EXPR_FIELD)
        for (uint32_t i = 0; i < expr->count; i++)
            is_fine &= hui_expr_check(expr->parts[i], params, place, diags);
    return is_fine;
}
