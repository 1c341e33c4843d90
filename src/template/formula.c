/* Formulas: expressions of templates, whose columns are checked before they are evaluated. */
#include "template/text.h"

#include "base/vec.h"

typedef struct finder {
    hui_arena *arena;
    HUI_VEC(hui_field_name) fields;
} finder;

static void add_field(void *closure, const char *field)
{
    finder *f = closure;
    hui_field_name *name = hui_vec_push(f->arena, &f->fields);
    const char *text = hui_arena_string(f->arena, field);
    name->path = hui_field_path(f->arena, text, &name->count);
    name->text = name->path[0];
}

bool hui_formula_read(hui_arena *arena, const char *text, hui_place place, hui_formula *formula, hui_diags *diags)
{
    finder f = {.arena = arena};
    const hui_expr *expr = hui_expr_parse(arena, text, place, diags);
    if (!expr || !hui_expr_check(expr, hui_scope_names, place, diags))
        return false;
    hui_expr_fields(expr, add_field, &f);
    *formula = (hui_formula){expr, f.fields.at, f.fields.count, text, place};
    return true;
}

bool hui_formula_value(const hui_formula *formula, const hui_filling *filling, hui_value *value)
{
    const hui_scope *scope = filling->scope;
    for (size_t i = 0; i < formula->field_count; i++)
        if (!hui_scope_has_column(scope, formula->fields[i].path[0])) {
            hui_scope_report(filling->arena, scope, &formula->fields[i], formula->place, filling->diags);
            return false;
        }
    *value = hui_expr_value(formula->expr,
                            &(hui_expr_scope){.arena = filling->arena, .datum = scope->datum, .params = scope->params});
    return true;
}
