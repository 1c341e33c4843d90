/* Reading ahead for templates: files that are included by fixed names, and named data that no row changes. */
#include "facade/template.h"

#include <string.h>

enum { MOST_FILES = 1000 };

typedef struct loader {
    hui_template *template;
    hui_diags *diags; /* nobody's: documents meet the same faults, and say where */
} loader;

static void load_file(loader *l, const hui_node *reference, const char *folder);

static bool has_table(const hui_named_tables *tables, const char *name)
{
    for (size_t i = 0; i < tables->count; i++)
        if (!strcmp(tables->at[i].name, name))
            return true;
    return false;
}

/* Data that depend on the row are left to the documents. */
static bool is_fixed(const hui_template *template, const char *name)
{
    const hui_node *data = template->data;
    for (size_t i = 0; data && i < data->count; i++)
        if (!strcmp(data->at[i].json->key, name))
            return data->at[i].kind == HUI_NODE_PLAIN && !data->at[i].when;
    return true;
}

static void load_table(loader *l, const hui_json *name, bool for_chart)
{
    hui_template *template = l->template;
    hui_named_tables *tables = for_chart ? &template->chart_tables : &template->tables;
    const hui_json *data = hui_json_find(template->root, "data");
    if (!data || name->kind != HUI_JSON_STRING || has_table(tables, name->string) ||
        !is_fixed(template, name->string) || !hui_json_find(data, name->string))
        return;
    const hui_table *table = hui_template_read_table(&template->files, data, name->string, for_chart, (hui_place){0},
                                                     template->arena, l->diags);
    if (table)
        *hui_vec_push(template->arena, tables) = (hui_named_table){name->string, table};
}

/* Named data of files that the charts in it show. */
static void load_charts(loader *l, const hui_json *value)
{
    const hui_json *data = hui_json_find(value, "data"), *all = hui_json_find(l->template->root, "data");
    const hui_json *name = data ? hui_json_find(data, "name") : NULL;
    const hui_json *source = name && name->kind == HUI_JSON_STRING && all ? hui_json_find(all, name->string) : NULL;
    if (source && hui_json_find(source, "url"))
        load_table(l, name, true);
    for (const hui_json *child = value->first; child; child = child->next)
        load_charts(l, child);
}

static void walk(loader *l, const hui_node *node, const char *folder)
{
    if (node->kind == HUI_NODE_REFERENCE)
        load_file(l, node, folder);
    if (node->repeat && node->repeat->data && node->repeat->data->kind == HUI_NODE_PLAIN)
        load_table(l, node->repeat->data->json, false);
    if (node->repeat && node->repeat->each)
        walk(l, node->repeat->each, folder);
    for (size_t i = 0; node->kind != HUI_NODE_PLAIN && i < node->count; i++)
        walk(l, &node->at[i], folder);
}

static bool is_loaded(const hui_template *template, const char *path, bool is_chart)
{
    for (size_t i = 0; i < template->included.count; i++)
        if (template->included.at[i].is_chart == is_chart && !strcmp(template->included.at[i].path, path))
            return true;
    return template->included.count >= MOST_FILES;
}

static void load_file(loader *l, const hui_node *reference, const char *folder)
{
    hui_template *template = l->template;
    const hui_json *json = reference->json;
    const bool is_chart = json->key && !strcmp(json->key, "spec"),
               is_panel = json->key && !strcmp(json->key, "include");
    const char *path, *real;
    if ((!is_chart && !is_panel) ||
        hui_path_resolve(template->arena, &template->files, folder, json->string, &path, &real) ||
        is_loaded(template, path, is_chart))
        return;
    const hui_json *root = hui_json_read_file(template->arena, path, (hui_place){0}, NULL, l->diags);
    const hui_node *plan = root ? hui_plan_new(template->arena, root, is_chart, l->diags) : NULL;
    if (!plan)
        return;
    *hui_vec_push(template->arena, &template->included) = (hui_planned_file){path, is_chart, plan};
    load_charts(l, root);
    walk(l, plan, hui_path_folder(template->arena, path));
}

void hui_template_load(hui_template *template)
{
    loader l = {template, hui_diags_new(template->arena)};
    l.diags->budget = hui_budget_copy(template->arena, template->diags->budget);
    if (!template->plan)
        return;
    load_charts(&l, template->root);
    walk(&l, template->plan, template->files.folder);
}
