/* Parameters, and expressions in place of values. */
#include "chart/params.h"

#include "json/make.h"

#include <string.h>

typedef struct param_read {
    hui_param param;
    const hui_expr *expr; /* NULL: its value is known */
    hui_place place;
    bool done;
} param_read;

typedef struct params_read {
    param_read *at;
    size_t count, capacity;
} params_read;

/* The chart's parameters and the names that Vega gives every view, whose values may be known later or never. */
static hui_params known_names(const hui_charting *chart)
{
    static const hui_param signals[] = {{.name = "width"},       {.name = "height"},     {.name = "padding"},
                                        {.name = "autosize"},    {.name = "background"}, {.name = "childWidth"},
                                        {.name = "childHeight"}, {.name = "cursor"},     {.name = "event"},
                                        {.name = "item"},        {.name = "parent"}};
    return hui_params_join(chart->arena, chart->params, signals, sizeof signals / sizeof *signals);
}

const hui_expr *hui_chart_expr(hui_charting *chart, const char *text, hui_place place)
{
    const hui_expr *expr = hui_expr_parse(chart->arena, text, place, chart->diags);
    return expr && hui_expr_check(expr, chart->names, place, chart->diags) ? expr : NULL;
}

const hui_predicate *hui_chart_predicate(hui_charting *chart, const hui_json *json)
{
    const hui_predicate *predicate = hui_predicate_read(chart->arena, json, chart->diags);
    return predicate && hui_predicate_check(predicate, chart->names, chart->diags) ? predicate : NULL;
}

static hui_value evaluate(hui_charting *chart, const hui_expr *expr)
{
    const hui_expr_scope scope = {.arena = chart->arena, .params = chart->params, .random = &chart->random};
    return hui_expr_value(expr, &scope);
}

/* Reading
 * ------- */

static bool is_named(const params_read *read, const char *name)
{
    for (size_t i = 0; i < read->count; i++)
        if (!strcmp(read->at[i].param.name, name))
            return true;
    return false;
}

static void read_param(hui_charting *chart, const hui_json *json, params_read *read)
{
    const char *name = hui_spec_string(json, "name", NULL);
    const hui_json *expr = hui_spec_find(json, "expr"), *value = hui_spec_find(json, "value");
    if (!name || is_named(read, name))
        return;
    param_read *entry = hui_vec_push(chart->arena, read);
    entry->param = (hui_param){.name = name, .selection = hui_spec_find(json, "select") != NULL};
    if (entry->param.selection)
        return;
    if (hui_json_is(expr, HUI_JSON_STRING)) {
        entry->place = hui_json_place(chart->arena, expr);
        entry->expr = hui_expr_parse(chart->arena, expr->string, entry->place, chart->diags);
    } else if (value) {
        entry->param.value = hui_value_from_json(chart->arena, value);
    }
}

static bool holds_data(const char *key)
{
    return !strcmp(key, "values") || !strcmp(key, "datasets") || !strcmp(key, "usermeta");
}

static void read_params(hui_charting *chart, const hui_json *json, params_read *read)
{
    if (!json || (json->kind != HUI_JSON_OBJECT && json->kind != HUI_JSON_ARRAY))
        return;
    const hui_json *params = json->kind == HUI_JSON_OBJECT ? hui_json_find(json, "params") : NULL;
    if (hui_json_is(params, HUI_JSON_ARRAY))
        for (const hui_json *param = params->first; param; param = param->next)
            read_param(chart, param, read);
    for (const hui_json *child = json->first; child; child = child->next)
        if (!child->key || !holds_data(child->key))
            read_params(chart, child, read);
}

/* Those whose expressions need no other that is still unknown; false if there are none. */
static bool find_values(hui_charting *chart, params_read *read, hui_param *known)
{
    bool found = false;
    for (size_t i = 0; i < read->count; i++) {
        param_read *entry = &read->at[i];
        if (entry->done || (entry->expr && !hui_expr_check(entry->expr, chart->params, entry->place, NULL)))
            continue;
        if (entry->expr)
            entry->param.value = evaluate(chart, entry->expr);
        entry->done = found = true;
        known[chart->params.count++] = entry->param;
    }
    return found;
}

/* Of what is left, some name what is no parameter; the others wait for each other. */
static void report_unknown(hui_charting *chart, const params_read *read, hui_param *known)
{
    const size_t done = chart->params.count;
    hui_params all = {known, done};
    for (size_t i = 0; i < read->count; i++)
        if (!read->at[i].done)
            known[all.count++] = read->at[i].param;
    for (size_t i = 0; i < read->count; i++) {
        const param_read *entry = &read->at[i];
        if (!entry->done && hui_expr_check(entry->expr, all, entry->place, chart->diags))
            hui_diags_add(chart->diags, HUI_CODE_BAD_CHART, entry->place, NULL,
                          hui_arena_printf(chart->arena, "the parameter “%s” waits for parameters that wait for it",
                                           entry->param.name));
    }
    chart->params = all;
}

void hui_chart_read_params(hui_charting *chart, const hui_json *spec)
{
    params_read read = {0};
    read_params(chart, spec, &read);
    read_params(chart, chart->config, &read);
    hui_param *known = HUI_NEW_ARRAY(chart->arena, hui_param, read.count + 1);
    chart->params = (hui_params){known, 0};
    while (find_values(chart, &read, known))
        continue;
    if (chart->params.count < read.count)
        report_unknown(chart, &read, known);
    chart->names = known_names(chart);
}

/* Resolving
 * --------- */

/* Whether an expression waits for a row, or for the plot's size. */
static bool waits(const hui_charting *chart, const char *text)
{
    static const char *const words[] = {"datum", "width", "height"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]) && !hui_param_find(chart->params, words[i]))
            return true;
    return false;
}

static const hui_json *resolve(hui_charting *chart, const hui_json *json, bool in_mark);

static const hui_json *resolve_child(hui_charting *chart, const hui_json *child, bool in_mark)
{
    return child->key && holds_data(child->key)
               ? child
               : resolve(chart, child, in_mark || (child->key && !strcmp(child->key, "mark")));
}

/* The value itself where nothing in it changes. */
static const hui_json *resolve_children(hui_charting *chart, const hui_json *json, bool in_mark)
{
    const hui_json **resolved = HUI_NEW_ARRAY(chart->arena, const hui_json *, json->count + 1);
    bool changed = false;
    size_t count = 0;
    for (const hui_json *child = json->first; child; child = child->next, count++) {
        resolved[count] = resolve_child(chart, child, in_mark);
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

/* What of a mark's properties names no parameter may never be asked for, where the encoding has it: it stays as it is. */
static const hui_json *resolve_expression(hui_charting *chart, const hui_json *json, const char *text, bool in_mark)
{
    const hui_place place = hui_json_place(chart->arena, json->first);
    const hui_expr *expr = hui_expr_parse(chart->arena, text, place, chart->diags);
    if (!expr || !hui_expr_check(expr, chart->names, place, in_mark ? NULL : chart->diags))
        return expr && in_mark ? json : NULL;
    const hui_value value = evaluate(chart, expr);
    return value.kind == HUI_VALUE_UNDEFINED ? NULL : hui_json_from_value(chart->arena, value, json);
}

static const hui_json *resolve(hui_charting *chart, const hui_json *json, bool in_mark)
{
    const char *text = hui_json_is(json, HUI_JSON_OBJECT) && json->count == 1 ? hui_json_expression(json) : NULL;
    if (text)
        return waits(chart, text) ? json : resolve_expression(chart, json, text, in_mark);
    if (!json || (json->kind != HUI_JSON_OBJECT && json->kind != HUI_JSON_ARRAY))
        return json;
    return resolve_children(chart, json, in_mark);
}

const hui_json *hui_chart_resolve(hui_charting *chart, const hui_json *json)
{
    return resolve(chart, json, false);
}
