/* Transforms: finds the kind of a step, and what steps of several kinds do with their rows. */
#include "transform/transform.h"

#include "transform/step.h"

#include <math.h>
#include <string.h>

static const hui_transform_kind *const kinds[] = {
#define HUI_TRANSFORM(NAME, word) &hui_transform_##NAME,
#include "transform/transform_kinds.inc"
#undef HUI_TRANSFORM
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static const char *const words[] = {
#define HUI_TRANSFORM(NAME, word) word,
#include "transform/transform_kinds.inc"
#undef HUI_TRANSFORM
};

/* The first of its keys that is nearly one of the words, or else its first key. */
static void report_unknown(hui_arena *arena, const hui_json *step, hui_diags *diags)
{
    const hui_json *culprit = step->first;
    const char *nearest = NULL;
    for (const hui_json *member = step->first; member && !nearest; member = member->next) {
        nearest = hui_word_nearest(member->key, words, KIND_COUNT);
        if (nearest)
            culprit = member;
    }
    const char *hint = nearest ? hui_arena_printf(arena, "did you mean `%s`?", nearest) : "of kinds there is";
    for (size_t i = 0; !nearest && i < KIND_COUNT; i++)
        hint = hui_arena_printf(arena, "%s%s `%s`", hint, i ? "," : "", words[i]);
    if (culprit)
        hui_diags_add(diags, HUI_CODE_UNKNOWN_KEY, hui_json_key_place(arena, culprit), hint, culprit->key,
                      "a transform");
    else
        hui_diags_add(diags, HUI_CODE_MISSING_FIELD, hui_json_place(arena, step), hint, "a transform", "filter");
}

static const hui_transform_kind *find_kind(const hui_json *step)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (hui_json_find(step, kinds[i]->word))
            return kinds[i];
    return NULL;
}

const hui_transform *hui_transform_read(hui_arena *arena, const hui_json *json, hui_diags *diags)
{
    hui_step step = {.arena = arena, .json = json, .diags = diags};
    if (json->kind != HUI_JSON_OBJECT) {
        hui_step_fail(&step, json, "transform", "an array of objects");
        return NULL;
    }
    hui_transform *transform = HUI_NEW(arena, hui_transform);
    transform->json = json;
    transform->kind = find_kind(json);
    if (!transform->kind) {
        report_unknown(arena, json, diags);
        return NULL;
    }
    transform->properties = transform->kind->read(&step);
    return step.failed ? NULL : transform;
}

hui_table *hui_transform_apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    return transform->kind->apply(transform, scope, table);
}

bool hui_transform_param(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table,
                         hui_param *param)
{
    if (!transform->kind->define)
        return false;
    *param = (hui_param){0};
    transform->kind->define(transform, scope, table, param);
    return true;
}

hui_fields hui_step_groups(const hui_transform_scope *scope, hui_fields groupby)
{
    if (!scope->facet_count)
        return groupby;
    const char **fields = HUI_NEW_ARRAY(scope->arena, const char *, groupby.count + scope->facet_count);
    size_t count = 0;
    for (; count < groupby.count; count++)
        fields[count] = groupby.at[count];
    for (size_t i = 0; i < scope->facet_count; i++) {
        bool is_there = false;
        for (size_t j = 0; j < count && !is_there; j++)
            is_there = !strcmp(fields[j], scope->facets[i]);
        if (!is_there)
            fields[count++] = scope->facets[i];
    }
    return (hui_fields){fields, count};
}

bool hui_step_fits(const hui_transform *transform, const hui_transform_scope *scope, double rows, size_t columns)
{
    const double most = (double)hui_budget_most(scope->diags->budget, HUI_MOST_ROWS);
    const double by_cells = columns ? floor(HUI_STEP_CELLS / (double)columns) : most;
    const double limit = fmin(most, by_cells);
    if (rows <= limit)
        return true;
    hui_diags_add(scope->diags, HUI_CODE_TOO_MANY_ROWS, hui_json_place(scope->arena, transform->json),
                  limit == most ? hui_limit_hint(scope->arena, HUI_MOST_ROWS) : NULL, transform->kind->word, rows,
                  limit);
    return false;
}

hui_partition hui_partition_new(hui_arena *arena, const hui_table *table, hui_fields groupby, const size_t *order)
{
    const hui_groups groups = hui_table_group(arena, table, groupby.at, groupby.count);
    size_t *start = HUI_NEW_ARRAY(arena, size_t, groups.count + 2), *rows = HUI_NEW_ARRAY(arena, size_t, table->rows);
    /* Counted two places ahead, so that placing the rows moves each start to where it belongs. */
    for (size_t row = 0; row < table->rows; row++)
        start[groups.of_row[row] + 2]++;
    for (size_t group = 2; group < groups.count + 2; group++)
        start[group] += start[group - 1];
    for (size_t i = 0; i < table->rows; i++) {
        const size_t row = order ? order[i] : i;
        rows[start[groups.of_row[row] + 1]++] = row;
    }
    return (hui_partition){groups.count, start, rows};
}
