/* Impute: rows for keys that a group lacks, with a value or a measure of the others in place of the missing one. */
#include "transform/step.h"

#include <math.h>

typedef struct properties {
    const char *field, *key, *method;
    hui_fields groupby;
    hui_value value;
    const hui_value *keyvals;
    size_t keyval_count;
    double frame[2];
} properties;

/* {"start", "stop", "step"}: numbers from start up to stop, without it. */
static void read_sequence(hui_step *step, const hui_json *json, properties *p)
{
    hui_step inner = {.arena = step->arena, .json = json, .diags = step->diags};
    hui_step_need(&inner, json, "stop");
    const double start = hui_step_number(&inner, "start", 0), stop = hui_step_number(&inner, "stop", 0);
    const double given = hui_step_number(&inner, "step", 1), size = given != 0 ? given : 1;
    const double count = fmax(0, ceil((stop - start) / size));
    step->failed |= inner.failed;
    const size_t most = hui_budget_most(step->diags->budget, HUI_MOST_ROWS);
    if (!(count <= (double)most)) {
        hui_step_fail_range(step, json, "keyvals", hui_arena_printf(step->arena, "a sequence of at most %zu", most));
        return;
    }
    hui_value *values = HUI_NEW_ARRAY(step->arena, hui_value, (size_t)count);
    for (size_t i = 0; i < (size_t)count; i++)
        values[i] = hui_value_number(start + (double)i * size);
    p->keyvals = values;
    p->keyval_count = (size_t)count;
}

static void read_keyvals(hui_step *step, properties *p)
{
    const hui_json *keyvals = hui_step_find(step->json, "keyvals");
    if (!keyvals)
        return;
    if (keyvals->kind == HUI_JSON_ARRAY) {
        const hui_value values = hui_value_from_json(step->arena, keyvals);
        p->keyvals = values.items;
        p->keyval_count = values.count;
    } else if (keyvals->kind == HUI_JSON_OBJECT) {
        read_sequence(step, keyvals, p);
    } else {
        hui_step_fail(step, keyvals, "keyvals", "an array or {\"start\", \"stop\", \"step\"}");
    }
}

static const void *read(hui_step *step)
{
    static const char *const methods[] = {"value", "mean", "median", "max", "min"};
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "impute");
    p->key = hui_step_string(step, step->json, "key");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->method = methods[hui_step_word(step, "method", methods, sizeof methods / sizeof *methods)];
    const hui_json *value = hui_json_find(step->json, "value");
    p->value = value ? hui_value_from_json(step->arena, value) : hui_value_number(0);
    hui_step_pair(step, "frame", p->frame);
    read_keyvals(step, p);
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    const hui_groups groups = hui_table_group(scope->arena, table, groupby.at, groupby.count);
    const hui_groups keys = hui_table_group(scope->arena, table, &p->key, 1);
    /* At worst every group lacks all keys but one a row. */
    const double rows = (double)groups.count * (double)(keys.count + p->keyval_count);
    if (!hui_step_fits(transform, scope, fmax(rows, (double)table->rows), table->column_count + 1))
        return NULL;
    const hui_impute impute = {.field = p->field,
                               .key = p->key,
                               .groupby = groupby.at,
                               .groupby_count = groupby.count,
                               .value = p->value,
                               .method = p->method,
                               .keyvals = p->keyvals,
                               .keyval_count = p->keyval_count,
                               .frame = {p->frame[0], p->frame[1]}};
    return hui_impute_apply(scope->arena, table, &impute);
}

const hui_transform_kind hui_transform_impute = {.word = "impute", .read = read, .apply = apply};
