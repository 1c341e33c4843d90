/* Expanding plans. */
#include "template/expand.h"

#include "json/make.h"

static hui_filling filling_of(const hui_expansion *x, const hui_scope *scope)
{
    return (hui_filling){x->arena, scope, x->diags};
}

/* What is wrong with the formula leaves nothing out: it is an error anyhow. */
static bool is_wanted(const hui_node *node, const hui_expansion *x, const hui_scope *scope)
{
    hui_value value;
    const hui_filling filling = filling_of(x, scope);
    return !node->when || !hui_formula_value(node->when, &filling, &value) || hui_value_truthy(value);
}

static hui_json *make(const hui_node *node, const hui_expansion *x, const hui_scope *scope)
{
    hui_json *made = hui_json_make(x->arena, node->json->kind, node->json);
    hui_json_set_scope(made, &scope->json);
    return made;
}

static void adopt(hui_json *parent, const char *key, hui_json *child)
{
    if (child)
        hui_json_adopt(parent, key, child);
}

static hui_json *expand_reference(const hui_node *node, const hui_expansion *x, const hui_scope *scope)
{
    hui_json *made = hui_json_copy(x->arena, node->json);
    hui_json_set_scope(made, &scope->json);
    return made;
}

static hui_json *expand_object(const hui_node *node, hui_expansion *x, const hui_scope *scope)
{
    hui_json *made = make(node, x, scope);
    for (size_t i = 0; i < node->count; i++)
        adopt(made, node->at[i].json->key, hui_node_expand(&node->at[i], x, scope));
    return made;
}

static void expand_items(const hui_node *list, hui_expansion *x, const hui_scope *scope, hui_json *into);

/* One row's part of a list. */
static void expand_row(const hui_node *node, hui_expansion *x, const hui_scope *scope, hui_json *list)
{
    const hui_node *each = node->repeat->each;
    if (!is_wanted(node, x, scope))
        return;
    if (!each)
        adopt(list, NULL, expand_object(node, x, scope));
    else if (each->json->kind != HUI_JSON_ARRAY)
        adopt(list, NULL, hui_node_expand(each, x, scope));
    else if (each->kind == HUI_NODE_PLAIN)
        for (const hui_json *item = each->json->first; item; item = item->next)
            adopt(list, NULL, hui_json_copy(x->arena, item));
    else
        expand_items(each, x, scope, list);
}

static bool is_full(const hui_expansion *x)
{
    return x->items > hui_budget_most(x->diags->budget, HUI_MOST_ITEMS);
}

/* Said once: from then on nothing is repeated. */
static bool count_items(hui_expansion *x, const hui_repeat_plan *plan, size_t count)
{
    const size_t most = hui_budget_most(x->diags->budget, HUI_MOST_ITEMS);
    if (x->items <= most && count > most - x->items)
        hui_diags_add(x->diags, HUI_CODE_TEMPLATE_LIMIT, hui_json_key_place(x->arena, plan->json),
                      hui_arena_printf(x->arena, "give it a “limit”; %s", hui_limit_hint(x->arena, HUI_MOST_ITEMS)),
                      hui_arena_printf(x->arena, "more than %zu items would be made by repeating", most));
    x->items += count;
    return !is_full(x);
}

static void expand_repeat(const hui_node *node, hui_expansion *x, const hui_scope *scope, hui_json *list)
{
    hui_repeat_rows rows;
    if (is_full(x) || !hui_repeat_find_rows(node->repeat, x, scope, &rows) || !count_items(x, node->repeat, rows.count))
        return;
    for (size_t i = 0; i < rows.count; i++)
        expand_row(node, x, hui_scope_of_table(x->arena, scope, rows.table, rows.name, rows.at[i], i, rows.count),
                   list);
}

static void expand_items(const hui_node *list, hui_expansion *x, const hui_scope *scope, hui_json *into)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].repeat)
            expand_repeat(&list->at[i], x, scope, into);
        else
            adopt(into, NULL, hui_node_expand(&list->at[i], x, scope));
}

static hui_json *expand_array(const hui_node *node, hui_expansion *x, const hui_scope *scope)
{
    hui_json *made = make(node, x, scope);
    expand_items(node, x, scope, made);
    return made;
}

hui_json *hui_node_expand(const hui_node *node, hui_expansion *x, const hui_scope *scope)
{
    if (!is_wanted(node, x, scope))
        return NULL;
    const hui_filling filling = filling_of(x, scope);
    switch (node->kind) {
    case HUI_NODE_PLAIN:
        break;
    case HUI_NODE_TEXT:
        return hui_text_fill(node->text, &filling);
    case HUI_NODE_REFERENCE:
        return expand_reference(node, x, scope);
    case HUI_NODE_ARRAY:
        return expand_array(node, x, scope);
    case HUI_NODE_OBJECT:
        return expand_object(node, x, scope);
    }
    return hui_json_copy(x->arena, node->json);
}

const hui_json *hui_plan_expand(const hui_node *plan, hui_expansion *x, const hui_scope *scope)
{
    const size_t errors = x->diags->error_count;
    if (plan->kind == HUI_NODE_PLAIN)
        return plan->json;
    const hui_json *made = hui_node_expand(plan, x, scope);
    return x->diags->error_count == errors ? made : NULL;
}
