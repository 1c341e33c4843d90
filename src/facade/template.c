/* Templates: a spec's files are planned once, and filled in for each row. */
#include "facade/template.h"

#include "data/source.h"
#include "facade/sheet.h"
#include "facade/status.h"

#include <assert.h>
#include <string.h>

static const hui_table *find_named(const hui_named_tables *tables, const char *name, bool *is_there)
{
    for (size_t i = 0; i < tables->count; i++)
        if (!strcmp(tables->at[i].name, name)) {
            *is_there = true;
            return tables->at[i].table;
        }
    *is_there = false;
    return NULL;
}

static void report_source(hui_arena *arena, const hui_json *data, const char *name, hui_place place, hui_diags *diags)
{
    HUI_VEC(const char *) names = {0};
    for (const hui_json *member = data ? data->first : NULL; member; member = member->next)
        *hui_vec_push(arena, &names) = member->key;
    const char *hint = names.count > 0
                           ? hui_word_hint(arena, name, names.at, names.count)
                           : "the poster's “data” names them: {\"data\": {\"rows\": {\"url\": \"rows.csv\"}}}";
    hui_diags_add(diags, HUI_CODE_UNKNOWN_SOURCE, place, hint, name);
}

const hui_table *hui_template_read_table(const hui_files *files, const hui_json *data, const char *name, bool for_chart,
                                         hui_place place, hui_arena *arena, hui_diags *diags)
{
    const hui_json *source = data ? hui_json_find(data, name) : NULL;
    const hui_source_options how = {.load = hui_files_load, .closure = (void *)files, .typed = !for_chart};
    if (!source) {
        report_source(arena, data, name, place, diags);
        return NULL;
    }
    return hui_source_read(arena, hui_source_whole(arena, source), &how, diags);
}

static const hui_table *find_table(void *closure, const char *name, hui_place place)
{
    hui_template_use *use = closure;
    bool is_there;
    const hui_table *table = find_named(&use->template->tables, name, &is_there);
    if (!is_there)
        table = find_named(&use->tables, name, &is_there);
    if (is_there)
        return table;
    hui_arena *arena = use->expansion.arena;
    table = hui_template_read_table(&use->files, use->data, name, false, place, arena, use->expansion.diags);
    *hui_vec_push(arena, &use->tables) = (hui_named_table){hui_arena_string(arena, name), table};
    return table;
}

/* Files alone: lists that stand in the spec are at hand for the chart. */
const hui_table *hui_template_chart_table(void *closure, const char *name)
{
    hui_template_use *use = closure;
    const hui_json *source = use->data ? hui_json_find(use->data, name) : NULL;
    bool is_there;
    const hui_table *table = find_named(&use->template->chart_tables, name, &is_there);
    if (!is_there)
        table = find_named(&use->chart_tables, name, &is_there);
    if (is_there || !source || source->kind != HUI_JSON_OBJECT || !hui_json_find(source, "url"))
        return table;
    hui_arena *arena = use->expansion.arena;
    table = hui_template_read_table(&use->files, use->data, name, true, (hui_place){0}, arena, use->expansion.diags);
    *hui_vec_push(arena, &use->chart_tables) = (hui_named_table){hui_arena_string(arena, name), table};
    return table;
}

static const hui_node *find_data(const hui_node *plan)
{
    for (size_t i = 0; plan->kind == HUI_NODE_OBJECT && i < plan->count; i++)
        if (!strcmp(plan->at[i].json->key, "data"))
            return &plan->at[i];
    return NULL;
}

static void plan(hui_template *template, const hui_json *root)
{
    const bool is_chart = hui_sheet_is_chart(root, template->files.name);
    template->plan = hui_plan_new(template->arena, root, is_chart, template->diags);
    if (!template->plan)
        return;
    template->root = root;
    template->data = is_chart ? NULL : find_data(template->plan);
}

void hui_template_init(hui_template *template, hui_arena *arena, hui_diags *diags, hui_files files,
                       const hui_document_options *options)
{
    *template = (hui_template){.arena = arena, .diags = diags, .files = files};
    if (options)
        template->options = *options;
    if (template->options.theme)
        template->options.theme = hui_arena_string(arena, options->theme);
    template->options.limits = NULL; /* the caller's: they are in the budget */
    template->files.allow_outside = template->options.allow_outside && !template->options.untrusted;
    diags->budget = hui_budget_new(arena, options ? options->limits : NULL, template->options.untrusted);
}

void hui_template_plan_file(hui_template *template, const char *path)
{
    const hui_json_options how = {.keep_going = true};
    const hui_json *root = hui_json_read_file(template->arena, path, (hui_place){0}, &how, template->diags);
    if (root)
        plan(template, root);
}

void hui_template_plan_text(hui_template *template, const void *bytes, size_t size)
{
    const hui_json_options how = {.keep_going = true};
    const hui_json *root = hui_json_read(template->arena, template->files.name, bytes, size, &how, template->diags);
    if (root)
        plan(template, root);
}

const hui_json *hui_template_fill(hui_template_use *use, const hui_template *template, const hui_row *row,
                                  hui_arena *arena, hui_diags *diags)
{
    *use = (hui_template_use){.template = template,
                              .files = hui_files_copy(arena, &template->files),
                              .expansion = {.arena = arena, .diags = diags, .find_table = find_table, .closure = use},
                              .scope = hui_scope_new(arena)};
    if (!template->plan)
        return NULL;
    if (row)
        use->scope = hui_scope_of_row(arena, use->scope, row->datum, row->label);
    if (template->data)
        use->data = hui_node_expand(template->data, &use->expansion, use->scope);
    else
        use->data = hui_json_find(template->root, "data");
    return hui_plan_expand(template->plan, &use->expansion, use->scope);
}

static const hui_planned_file *find_file(const hui_template *template, const char *path, bool is_chart)
{
    for (size_t i = 0; i < template->included.count; i++)
        if (template->included.at[i].is_chart == is_chart && !strcmp(template->included.at[i].path, path))
            return &template->included.at[i];
    return NULL;
}

const hui_json *hui_template_include(void *closure, hui_arena *arena, const char *path, const hui_json *reference,
                                     bool is_chart, const hui_json_options *options, hui_diags *diags)
{
    hui_template_use *use = closure;
    const hui_json_scope *scope = hui_json_scope_of(reference);
    const hui_scope *row = scope ? (const hui_scope *)scope : use->scope;
    const hui_planned_file *known = find_file(use->template, path, is_chart);
    if (known)
        return hui_plan_expand(known->plan, &use->expansion, row);
    const hui_json *root = hui_json_read_file(arena, path, hui_json_place(arena, reference), options, diags);
    const hui_node *plan = root ? hui_plan_new(arena, root, is_chart, diags) : NULL;
    return plan ? hui_plan_expand(plan, &use->expansion, row) : NULL;
}

/* The public ones
 * --------------- */

static hui_template *template_new(void)
{
    hui_arena *arena = hui_arena_new();
    hui_template *template = HUI_NEW(arena, hui_template);
    template->arena = arena;
    template->diags = hui_diags_new(arena);
    return template;
}

static hui_template *finish(hui_template *template)
{
    hui_template_load(template);
    template->status = hui_diags_status(template->diags, 0);
    return template;
}

hui_template *hui_template_read_file(const char *path, const hui_document_options *options)
{
    hui_template *template = template_new();
    hui_template_init(template, template->arena, template->diags, hui_files_of_path(template->arena, path), options);
    hui_template_plan_file(template, path);
    return finish(template);
}

hui_template *hui_template_read(const char *name, const void *bytes, size_t size, const char *folder,
                                const hui_document_options *options)
{
    hui_template *template = template_new();
    hui_template_init(template, template->arena, template->diags, hui_files_of_text(template->arena, name, folder),
                      options);
    hui_template_plan_text(template, bytes, size);
    return finish(template);
}

void hui_template_free(hui_template *template)
{
    if (template)
        hui_arena_free(template->arena);
}

hui_status hui_template_status(const hui_template *template)
{
    return template->status;
}

size_t hui_template_diagnostic_count(const hui_template *template)
{
    return template->diags->count;
}

const hui_diagnostic *hui_template_diagnostic(const hui_template *template, size_t index)
{
    assert(index < template->diags->count);
    return &template->diags->at[index];
}
