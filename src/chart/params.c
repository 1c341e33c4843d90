/* Parameters, and expressions in place of values. */
#include "chart/params.h"

#include "json/make.h"

#include <string.h>

typedef struct param_list {
    hui_param *at;
    size_t count, capacity;
} param_list;

static hui_value evaluate(hui_charting *chart, const char *text, const hui_json *where)
{
    const hui_expr *expr = hui_expr_parse(chart->arena, text, hui_json_place(chart->arena, where), chart->diags);
    const hui_expr_scope scope = {.arena = chart->arena, .params = chart->params, .random = &chart->random};
    return expr ? hui_expr_value(expr, &scope) : (hui_value){0};
}

static void read_param(hui_charting *chart, const hui_json *json, param_list *list)
{
    const char *name = hui_spec_string(json, "name", NULL), *text = hui_spec_string(json, "expr", NULL);
    const hui_json *value = hui_spec_find(json, "value");
    if (!name || hui_param_find(chart->params, name))
        return;
    hui_param *param = hui_vec_push(chart->arena, list);
    param->name = name;
    param->selection = hui_spec_find(json, "select") != NULL;
    if (!param->selection && text)
        param->value = evaluate(chart, text, hui_spec_find(json, "expr"));
    else if (!param->selection && value)
        param->value = hui_value_from_json(chart->arena, value);
    chart->params = (hui_params){list->at, list->count};
}

static bool holds_data(const char *key)
{
    return !strcmp(key, "values") || !strcmp(key, "datasets") || !strcmp(key, "usermeta");
}

static void read_params(hui_charting *chart, const hui_json *json, param_list *list)
{
    if (!json || (json->kind != HUI_JSON_OBJECT && json->kind != HUI_JSON_ARRAY))
        return;
    const hui_json *params = json->kind == HUI_JSON_OBJECT ? hui_json_find(json, "params") : NULL;
    if (hui_json_is(params, HUI_JSON_ARRAY))
        for (const hui_json *param = params->first; param; param = param->next)
            read_param(chart, param, list);
    for (const hui_json *child = json->first; child; child = child->next)
        if (!child->key || !holds_data(child->key))
            read_params(chart, child, list);
}

void hui_chart_read_params(hui_charting *chart, const hui_json *spec)
{
    param_list list = {0};
    read_params(chart, spec, &list);
    read_params(chart, chart->config, &list);
}

/* Whether an expression waits for a row, or for the plot's size. */
static bool waits(const hui_charting *chart, const char *text)
{
    static const char *const words[] = {"datum", "width", "height"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]) && !hui_param_find(chart->params, words[i]))
            return true;
    return false;
}

static const hui_json *resolve_child(hui_charting *chart, const hui_json *child)
{
    return child->key && holds_data(child->key) ? child : hui_chart_resolve(chart, child);
}

/* The value itself where nothing in it changes. */
static const hui_json *resolve_children(hui_charting *chart, const hui_json *json)
{
    const hui_json **resolved = HUI_NEW_ARRAY(chart->arena, const hui_json *, json->count + 1);
    bool changed = false;
    size_t count = 0;
    for (const hui_json *child = json->first; child; child = child->next, count++) {
        resolved[count] = resolve_child(chart, child);
        changed |= resolved[count] != child;
    }
    if (!changed)
        return json;
    hui_json *copy = hui_json_make(chart->arena, json->kind, json);
    count = 0;
    for (const hui_json *child = json->first; child; child = child->next, count++)
        if (resolved[count])
            hui_json_put(chart->arena, copy, child->key, resolved[count]);
    return copy;
}

const hui_json *hui_chart_resolve(hui_charting *chart, const hui_json *json)
{
    const char *text = hui_json_is(json, HUI_JSON_OBJECT) && json->count == 1 ? hui_json_expression(json) : NULL;
    if (text && !waits(chart, text)) {
        const hui_value value = evaluate(chart, text, json->first);
        return value.kind == HUI_VALUE_UNDEFINED ? NULL : hui_json_from_value(chart->arena, value, json);
    }
    if (text || !json || (json->kind != HUI_JSON_OBJECT && json->kind != HUI_JSON_ARRAY))
        return json;
    return resolve_children(chart, json);
}
