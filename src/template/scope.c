/* Scopes: rows inside rows, and the names by which templates reach them. */
#include "template/scope.h"

#include "base/vec.h"

#include <string.h>

enum { PARENT, ROW, INDEX, COUNT, NAME_COUNT };

static const hui_param names[NAME_COUNT] = {
    [PARENT] = {.name = "parent"}, [ROW] = {.name = "row"}, [INDEX] = {.name = "index"}, [COUNT] = {.name = "count"}};
const hui_params hui_scope_names = {names, NAME_COUNT};

const hui_scope *hui_scope_new(hui_arena *arena)
{
    hui_scope *scope = HUI_NEW(arena, hui_scope);
    scope->params = hui_scope_names;
    return scope;
}

/* What `parent` is to the scopes inside: the row, and what is around it. */
static hui_value as_parent(hui_arena *arena, const hui_scope *scope)
{
    const hui_value outer = scope->params.at[PARENT].value;
    if (scope->datum.kind != HUI_VALUE_OBJECT || outer.kind == HUI_VALUE_UNDEFINED)
        return scope->datum;
    const uint32_t count = scope->datum.count;
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, count + 1);
    members[0] = (hui_member){"parent", outer};
    memcpy(members + 1, scope->datum.members, count * sizeof *members);
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = count + 1, .members = members};
}

static hui_params make_params(hui_arena *arena, const hui_scope *outer, hui_value datum, size_t index, size_t count)
{
    hui_param *params = hui_arena_copy(arena, names, sizeof names);
    const hui_value outermost = outer->params.at[ROW].value;
    params[PARENT].value = as_parent(arena, outer);
    params[ROW].value = outermost.kind == HUI_VALUE_UNDEFINED ? datum : outermost;
    params[INDEX].value = hui_value_number((double)index);
    params[COUNT].value = hui_value_number((double)count);
    return (hui_params){params, NAME_COUNT};
}

static hui_scope *make(hui_arena *arena, const hui_scope *outer, hui_value datum, size_t index, size_t count,
                       const char *label)
{
    hui_scope *scope = HUI_NEW(arena, hui_scope);
    *scope = (hui_scope){
        .json.row = label, .outer = outer, .datum = datum, .params = make_params(arena, outer, datum, index, count)};
    return scope;
}

const hui_scope *hui_scope_of_row(hui_arena *arena, const hui_scope *outer, hui_value datum, const char *label)
{
    return make(arena, outer, datum, 0, 1, label);
}

const hui_scope *hui_scope_of_table(hui_arena *arena, const hui_scope *outer, const hui_table *table, const char *name,
                                    size_t row, size_t index, size_t count)
{
    const char *around = outer->json.row;
    const char *label =
        hui_arena_printf(arena, "row %zu of %s%s%s", row + 1, name, around ? ", in " : "", around ? around : "");
    hui_scope *scope = make(arena, outer, hui_table_row(arena, table, row), index, count, label);
    scope->table = table;
    scope->name = name;
    return scope;
}

static bool follow(hui_value value, const hui_field_name *field, hui_value *found)
{
    for (size_t i = 1; i < field->count; i++)
        value = hui_value_member(value, field->path[i]);
    *found = value;
    return value.kind != HUI_VALUE_UNDEFINED;
}

bool hui_scope_find(const hui_scope *scope, const hui_field_name *field, hui_value *value)
{
    *value = hui_value_member(scope->datum, field->text);
    if (value->kind != HUI_VALUE_UNDEFINED)
        return true;
    const hui_value first = hui_value_member(scope->datum, field->path[0]);
    if (first.kind != HUI_VALUE_UNDEFINED)
        return follow(first, field, value);
    const hui_param *param = hui_param_find(scope->params, field->path[0]);
    return param && follow(param->value, field, value);
}

bool hui_scope_has_column(const hui_scope *scope, const char *name)
{
    return scope->table ? hui_table_find(scope->table, name) != NULL
                        : hui_value_member(scope->datum, name).kind != HUI_VALUE_UNDEFINED;
}

/* "parent.parent.city" if a row around this one has the field. */
static const char *find_around(hui_arena *arena, const hui_scope *scope, const hui_field_name *field)
{
    const char *prefix = "parent.";
    hui_value value;
    for (scope = scope->outer; scope; scope = scope->outer) {
        if (hui_scope_find(scope, field, &value))
            return hui_arena_printf(arena, "%s%s", prefix, field->text);
        prefix = hui_arena_printf(arena, "parent.%s", prefix);
    }
    return NULL;
}

static const char *hint_columns(hui_arena *arena, const hui_scope *scope, const char *name)
{
    HUI_VEC(const char *) columns = {0};
    for (size_t i = 0; scope->table && i < scope->table->column_count; i++)
        *hui_vec_push(arena, &columns) = scope->table->columns[i].name;
    for (uint32_t i = 0; !scope->table && scope->datum.kind == HUI_VALUE_OBJECT && i < scope->datum.count; i++)
        *hui_vec_push(arena, &columns) = scope->datum.members[i].key;
    return hui_word_hint(arena, name, columns.at, columns.count);
}

/* A path that leads nowhere below its first name: what there is there. */
static const char *hint_members(hui_arena *arena, const hui_scope *scope, const hui_field_name *field)
{
    hui_value value = hui_value_member(scope->datum, field->path[0]);
    const hui_param *param = hui_param_find(scope->params, field->path[0]);
    if (value.kind == HUI_VALUE_UNDEFINED && param)
        value = param->value;
    if (field->count < 2 || value.kind != HUI_VALUE_OBJECT)
        return NULL;
    return hint_columns(arena, &(hui_scope){.datum = value}, field->path[1]);
}

static const char *hint(hui_arena *arena, const hui_scope *scope, const hui_field_name *field)
{
    if (scope->datum.kind == HUI_VALUE_UNDEFINED)
        return "there is no row here: repeat over data, or give the template a row (--row, --data)";
    if (hui_scope_has_column(scope, field->text))
        return "it is empty here: give it a “default”";
    const char *around = find_around(arena, scope, field);
    if (around)
        return hui_arena_printf(arena, "the row around has it: `%s`", around);
    const char *members = hint_members(arena, scope, field);
    return members ? members : hint_columns(arena, scope, field->text);
}

void hui_scope_report(hui_arena *arena, const hui_scope *scope, const hui_field_name *field, hui_place place,
                      hui_diags *diags)
{
    /* What no row has is said once. */
    const bool is_of_all = scope->table && !hui_scope_has_column(scope, field->path[0]) &&
                           !hui_param_find(hui_scope_names, field->path[0]);
    place.row = is_of_all ? hui_arena_printf(arena, "in %s", scope->name) : scope->json.row;
    if (!hui_diags_full(diags))
        hui_diags_add(diags, HUI_CODE_UNKNOWN_COLUMN, place, hint(arena, scope, field), field->text);
}
