/* Predicates: and, or, not over expressions, parameters and tests of fields. */
#include "transform/predicate.h"

typedef enum predicate_kind { NOT, AND, OR, EXPRESSION, PARAM, FIELD } predicate_kind;

struct hui_predicate {
    predicate_kind kind;
    const hui_predicate **parts; /* NOT, AND, OR */
    size_t count;
    const hui_expr *expr;
    hui_place place; /* of the expression */
    const char *param;
    bool without_selection; /* PARAM: what a selection of nothing is, and selections are always of nothing */
    const hui_field_test *test;
};

static const hui_predicate *read_one(hui_step *step, const hui_json *json);

static hui_predicate *new_predicate(hui_step *step, predicate_kind kind, size_t count)
{
    hui_predicate *predicate = HUI_NEW(step->arena, hui_predicate);
    predicate->kind = kind;
    predicate->parts = HUI_NEW_ARRAY(step->arena, const hui_predicate *, count);
    return predicate;
}

static const hui_predicate *read_not(hui_step *step, const hui_json *operand)
{
    hui_predicate *predicate = new_predicate(step, NOT, 1);
    predicate->parts[predicate->count++] = read_one(step, operand);
    return predicate;
}

static const hui_predicate *read_several(hui_step *step, predicate_kind kind, const hui_json *operands)
{
    hui_predicate *predicate = new_predicate(step, kind, operands->count);
    if (operands->kind != HUI_JSON_ARRAY)
        hui_step_fail(step, operands, operands->key, "an array of predicates");
    else
        for (const hui_json *item = operands->first; item; item = item->next)
            predicate->parts[predicate->count++] = read_one(step, item);
    return predicate;
}

static const hui_predicate *read_expression(hui_step *step, const hui_json *json)
{
    hui_predicate *predicate = new_predicate(step, EXPRESSION, 0);
    predicate->place = hui_json_place(step->arena, json);
    predicate->expr = hui_expr_parse(step->arena, json->string, predicate->place, step->diags);
    step->failed |= !predicate->expr;
    return predicate;
}

static const hui_predicate *read_param(hui_step *step, const hui_json *json)
{
    hui_predicate *predicate = new_predicate(step, PARAM, 0);
    predicate->param = hui_step_string(step, json, "param");
    const hui_json *empty = hui_step_find(json, "empty");
    if (empty && empty->kind != HUI_JSON_FALSE && empty->kind != HUI_JSON_TRUE)
        hui_step_fail(step, empty, "empty", "true or false");
    predicate->without_selection = !empty || empty->kind == HUI_JSON_TRUE;
    return predicate;
}

static const hui_predicate *read_one(hui_step *step, const hui_json *json)
{
    const hui_json *value;
    if (json->kind == HUI_JSON_STRING)
        return read_expression(step, json);
    if (json->kind != HUI_JSON_OBJECT) {
        hui_step_fail(step, json, json->key ? json->key : "predicate", "an expression or an object");
        return NULL;
    }
    if ((value = hui_json_find(json, "not")))
        return read_not(step, value);
    if ((value = hui_json_find(json, "and")))
        return read_several(step, AND, value);
    if ((value = hui_json_find(json, "or")))
        return read_several(step, OR, value);
    if (hui_json_find(json, "param"))
        return read_param(step, json);
    hui_predicate *predicate = new_predicate(step, FIELD, 0);
    predicate->test = hui_field_test_read(step, json);
    return predicate;
}

const hui_predicate *hui_predicate_read(hui_arena *arena, const hui_json *json, hui_diags *diags)
{
    hui_step step = {.arena = arena, .diags = diags};
    const hui_predicate *predicate = read_one(&step, json);
    return step.failed ? NULL : predicate;
}

const hui_predicate *hui_predicate_bind(hui_arena *arena, const hui_predicate *predicate, const hui_table *table)
{
    hui_predicate *bound = hui_arena_copy(arena, predicate, sizeof *predicate);
    if (predicate->count)
        bound->parts = HUI_NEW_ARRAY(arena, const hui_predicate *, predicate->count);
    for (size_t i = 0; i < predicate->count; i++)
        bound->parts[i] = hui_predicate_bind(arena, predicate->parts[i], table);
    if (predicate->expr)
        bound->expr = hui_expr_bind(arena, predicate->expr, table);
    if (predicate->test)
        bound->test = hui_field_test_bind(arena, predicate->test, table);
    return bound;
}

bool hui_predicate_check(const hui_predicate *predicate, hui_params params, hui_diags *diags)
{
    bool is_fine = true;
    for (size_t i = 0; i < predicate->count; i++)
        is_fine &= hui_predicate_check(predicate->parts[i], params, diags);
    if (predicate->expr)
        is_fine &= hui_expr_check(predicate->expr, params, predicate->place, diags);
    if (predicate->test)
        is_fine &= hui_field_test_check(predicate->test, params, diags);
    return is_fine;
}

/* A name that nobody defined is taken for a selection of a view elsewhere. */
static bool param_true(const hui_predicate *predicate, const hui_expr_scope *scope)
{
    const hui_param *param = hui_param_find(scope->params, predicate->param);
    return param && !param->selection ? hui_value_truthy(param->value) : predicate->without_selection;
}

bool hui_predicate_true(const hui_predicate *predicate, const hui_expr_scope *scope)
{
    switch (predicate->kind) {
    case NOT:
        return !hui_predicate_true(predicate->parts[0], scope);
    case AND:
        for (size_t i = 0; i < predicate->count; i++)
            if (!hui_predicate_true(predicate->parts[i], scope))
                return false;
        return true;
    case OR:
        for (size_t i = 0; i < predicate->count; i++)
            if (hui_predicate_true(predicate->parts[i], scope))
                return true;
        return false;
    case EXPRESSION:
        return hui_value_truthy(hui_expr_value(predicate->expr, scope));
    case PARAM:
        return param_true(predicate, scope);
    case FIELD:
        return hui_field_test_true(predicate->test, scope);
    }
    return false;
}

const hui_table *hui_predicate_parse(hui_arena *arena, const hui_predicate *predicate, const hui_table *table)
{
    for (size_t i = 0; i < predicate->count; i++)
        table = hui_predicate_parse(arena, predicate->parts[i], table);
    return predicate->test ? hui_field_test_parse(arena, predicate->test, table) : table;
}
