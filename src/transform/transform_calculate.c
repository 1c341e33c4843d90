/* Calculate: a new column, computed from each row. */
#include "transform/step.h"

typedef struct properties {
    const hui_expr *expr;
    hui_place place;
    const char *as;
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    const hui_json *text = hui_step_need(step, step->json, "calculate");
    p->as = hui_step_string(step, step->json, "as");
    if (!text)
        return p;
    p->place = hui_json_place(step->arena, text);
    if (text->kind != HUI_JSON_STRING)
        hui_step_fail(step, text, "calculate", "a string");
    else
        p->expr = hui_expr_parse(step->arena, text->string, p->place, step->diags);
    step->failed |= !p->expr;
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    if (!hui_expr_check(p->expr, scope->params, p->place, scope->diags))
        return NULL;
    const hui_expr *expr = hui_expr_bind(scope->arena, p->expr, table);
    hui_table *result = hui_table_copy(scope->arena, table);
    hui_value *column = hui_table_add(result, p->as);
    hui_expr_scope row = {.arena = scope->arena,
                          .table = table,
                          .params = scope->params,
                          .random = scope->random,
                          .scales = scope->scales,
                          .closure = scope->closure};
    for (row.row = 0; row.row < table->rows; row.row++)
        column[row.row] = hui_expr_value(expr, &row);
    return result;
}

const hui_transform_kind hui_transform_calculate = {.word = "calculate", .read = read, .apply = apply};
