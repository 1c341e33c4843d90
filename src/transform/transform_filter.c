/* Filter: the rows for which a predicate is true. */
#include "transform/predicate.h"
#include "transform/step.h"

static const void *read(hui_step *step)
{
    const hui_json *filter = hui_step_need(step, step->json, "filter");
    const hui_predicate *predicate = filter ? hui_predicate_read(step->arena, filter, step->diags) : NULL;
    step->failed |= !predicate;
    return predicate;
}

typedef struct keeping {
    const hui_predicate *predicate;
    hui_expr_scope scope;
} keeping;

static bool is_kept(void *closure, size_t row)
{
    keeping *k = closure;
    k->scope.row = row;
    return hui_predicate_true(k->predicate, &k->scope);
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const hui_predicate *predicate = transform->properties;
    if (!hui_predicate_check(predicate, scope->params, scope->diags))
        return NULL;
    const hui_table *parsed = hui_predicate_parse(scope->arena, predicate, table);
    keeping k = {hui_predicate_bind(scope->arena, predicate, parsed),
                 {.arena = scope->arena,
                  .table = parsed,
                  .params = scope->params,
                  .random = scope->random,
                  .scales = scope->scales,
                  .closure = scope->closure}};
    return hui_filter_apply(scope->arena, parsed, is_kept, &k);
}

const hui_transform_kind hui_transform_filter = {.word = "filter", .read = read, .apply = apply};
