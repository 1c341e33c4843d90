/* Stack: where each value begins and ends when those of a group are piled up. */
#include "transform/step.h"

typedef struct properties {
    const char *field, *as[2];
    hui_fields groupby;
    const hui_sort_field *sort;
    size_t sort_count;
    hui_stack_offset offset;
} properties;

static const void *read(hui_step *step)
{
    static const char *const offsets[] = {
        [HUI_STACK_ZERO] = "zero", [HUI_STACK_NORMALIZE] = "normalize", [HUI_STACK_CENTER] = "center"};
    properties *p = HUI_NEW(step->arena, properties);
    p->field = hui_step_string(step, step->json, "stack");
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->sort = hui_step_sort(step, &p->sort_count);
    p->offset = (hui_stack_offset)hui_step_word(step, "offset", offsets, sizeof offsets / sizeof *offsets);
    hui_step_as_range(step, p->field, p->as);
    return p;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    return hui_stack_apply(scope->arena, table, p->field, groupby.at, groupby.count, p->sort, p->sort_count, p->offset,
                           p->as[0], p->as[1]);
}

const hui_transform_kind hui_transform_stack = {.word = "stack", .read = read, .apply = apply};
