/* Sample: some of the rows, by reservoir sampling (Vitter 1985, algorithm R). */
#include "transform/step.h"

typedef struct properties {
    double size;
} properties;

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    hui_step_need(step, step->json, "sample");
    p->size = hui_step_number(step, "sample", 0);
    if (p->size < 0)
        hui_step_fail_range(step, hui_json_find(step->json, "sample"), "sample", "at least 0");
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const size_t size = p->size < (double)table->rows ? (size_t)p->size : table->rows;
    hui_rng own = hui_rng_seed(0), *random = scope->random ? scope->random : &own;
    size_t *rows = HUI_NEW_ARRAY(scope->arena, size_t, size);
    for (size_t row = 0; row < table->rows; row++) {
        const size_t place = row < size ? row : (size_t)(hui_rng_range(random, 0, (double)row + 1));
        if (place < size)
            rows[place] = row;
    }
    return hui_table_gather(scope->arena, table, rows, size);
}

const hui_transform_kind hui_transform_sample = {.word = "sample", .read = read, .apply = apply};
