/* The rows of a repeat: found, filtered, sorted, cut. */
#include "template/expand.h"

#include "data/source.h"
#include "json/make.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static hui_place place_in(hui_place place, const hui_scope *scope)
{
    place.row = scope->json.row;
    return place;
}

/* Rows that stand in the template, or in the row around. */
static const hui_table *table_of_list(hui_expansion *x, const hui_json *list)
{
    hui_json *data = hui_json_make(x->arena, HUI_JSON_OBJECT, list);
    hui_json_put(x->arena, data, "values", list);
    return hui_source_read(x->arena, data, &(hui_source_options){0}, x->diags);
}

static bool find_table(const hui_repeat_plan *plan, hui_expansion *x, const hui_scope *scope, hui_repeat_rows *rows)
{
    const hui_json *data = hui_node_expand(plan->data, x, scope);
    const hui_place place = place_in(hui_json_place(x->arena, plan->data->json), scope);
    const char *name = data ? hui_json_as_string(data) : NULL;
    if (name) {
        rows->name = hui_arena_printf(x->arena, "“%s”", name);
        rows->table = x->find_table(x->closure, name, place);
    } else if (data && data->kind == HUI_JSON_ARRAY) {
        rows->name = "the list";
        rows->table = table_of_list(x, data);
    } else {
        hui_diags_add(x->diags, HUI_CODE_WRONG_TYPE, place, NULL, "repeat", "the name of data or a list of rows",
                      data ? hui_json_kind_word(data) : "nothing");
    }
    return rows->table != NULL;
}

/* Reports a column that the rows do not have. */
static void report_column(hui_expansion *x, const hui_repeat_rows *rows, const hui_field_name *field, hui_place place)
{
    const hui_scope of_table = {.datum.kind = HUI_VALUE_OBJECT, .table = rows->table, .name = rows->name};
    hui_scope_report(x->arena, &of_table, field, place, x->diags);
}

static bool check_columns(const hui_formula *formula, hui_expansion *x, const hui_repeat_rows *rows)
{
    for (size_t i = 0; rows->table->column_count > 0 && i < formula->field_count; i++)
        if (!hui_table_find(rows->table, formula->fields[i].path[0])) {
            report_column(x, rows, &formula->fields[i], formula->place);
            return false;
        }
    return true;
}

/* The filter's datum is a row of the table, its `parent` the row around. */
static bool filter(const hui_repeat_plan *plan, hui_expansion *x, const hui_scope *scope, hui_repeat_rows *rows,
                   size_t *at)
{
    const hui_table *table = rows->table;
    if (plan->filter && !check_columns(plan->filter, x, rows))
        return false;
    const hui_expr *bound = plan->filter ? hui_expr_bind(x->arena, plan->filter->expr, table) : NULL;
    const hui_scope *inside = hui_scope_of_row(x->arena, scope, (hui_value){0}, NULL);
    hui_expr_scope row = {.arena = x->arena, .table = table, .params = inside->params};
    for (row.row = 0; row.row < table->rows; row.row++)
        if (!bound || hui_value_truthy(hui_expr_value(bound, &row)))
            at[rows->count++] = row.row;
    return true;
}

typedef struct sorter {
    const hui_accessor *keys;
    const hui_sort_key *plans;
    size_t key_count;
} sorter;

/* Empty values come last, however the rest is ordered. */
static int compare_key(const sorter *s, size_t key, size_t a, size_t b)
{
    const hui_value left = hui_accessor_value(&s->keys[key], a), right = hui_accessor_value(&s->keys[key], b);
    const bool left_empty = hui_value_is_empty(left), right_empty = hui_value_is_empty(right);
    if (left_empty || right_empty)
        return left_empty - right_empty;
    const int order = hui_value_compare(left, right);
    return s->plans[key].descending ? -order : order;
}

static bool comes_first(const sorter *s, size_t a, size_t b)
{
    for (size_t i = 0; i < s->key_count; i++) {
        const int order = compare_key(s, i, a, b);
        if (order)
            return order < 0;
    }
    return a <= b;
}

/* Merge sort: stable, and no comparison with what it depends on in a global. */
static void sort(const sorter *s, size_t *at, size_t *spare, size_t count)
{
    if (count < 2)
        return;
    const size_t half = count / 2;
    sort(s, at, spare, half);
    sort(s, at + half, spare, count - half);
    memcpy(spare, at, half * sizeof *at);
    for (size_t left = 0, right = half, to = 0; left < half; to++)
        if (right == count || comes_first(s, spare[left], at[right]))
            at[to] = spare[left++];
        else
            at[to] = at[right++];
}

static bool sort_rows(const hui_repeat_plan *plan, hui_expansion *x, const hui_repeat_rows *rows, size_t *at)
{
    hui_accessor *keys = HUI_NEW_ARRAY(x->arena, hui_accessor, plan->key_count);
    for (size_t i = 0; i < plan->key_count; i++) {
        const hui_sort_key *key = &plan->keys[i];
        keys[i] = hui_accessor_new(x->arena, rows->table, key->field.text);
        if (!keys[i].column && rows->table->column_count > 0) {
            report_column(x, rows, &key->field, key->place);
            return false;
        }
    }
    const sorter s = {keys, plan->keys, plan->key_count};
    sort(&s, at, HUI_NEW_ARRAY(x->arena, size_t, rows->count / 2 + 1), rows->count);
    return true;
}

/* A number of rows; SIZE_MAX after a diagnostic. */
static size_t read_count(const hui_node *node, hui_expansion *x, const hui_scope *scope, size_t otherwise)
{
    const hui_json *value = node ? hui_node_expand(node, x, scope) : NULL;
    if (!node)
        return otherwise;
    if (value && value->kind == HUI_JSON_NUMBER && value->number >= 0 && value->number == floor(value->number))
        return value->number < 1e9 ? (size_t)value->number : otherwise;
    hui_diags_add(x->diags, HUI_CODE_OUT_OF_RANGE, place_in(hui_json_place(x->arena, node->json), scope), NULL,
                  node->json->key, "a whole number of rows");
    return SIZE_MAX;
}

static bool cut(const hui_repeat_plan *plan, hui_expansion *x, const hui_scope *scope, hui_repeat_rows *rows)
{
    const size_t skip = read_count(plan->offset, x, scope, 0), most = read_count(plan->limit, x, scope, rows->count);
    if (skip == SIZE_MAX || most == SIZE_MAX)
        return false;
    const size_t skipped = skip < rows->count ? skip : rows->count;
    rows->at += skipped;
    rows->count -= skipped;
    rows->count = most < rows->count ? most : rows->count;
    return true;
}

bool hui_repeat_find_rows(const hui_repeat_plan *plan, hui_expansion *x, const hui_scope *scope, hui_repeat_rows *rows)
{
    *rows = (hui_repeat_rows){0};
    if (!find_table(plan, x, scope, rows))
        return false;
    size_t *at = HUI_NEW_ARRAY(x->arena, size_t, rows->table->rows + 1);
    rows->at = at;
    return filter(plan, x, scope, rows, at) && (!plan->key_count || sort_rows(plan, x, rows, at)) &&
           cut(plan, x, scope, rows);
}
