/* Data of views: sources, transforms and what encodings ask for. Inside facets some steps are taken in each cell. */
#include "chart/frame.h"
#include "chart/pipeline.h"
#include "chart/projection.h"
#include "chart/sources.h"

#include <string.h>

static hui_table *lookup_table(void *closure, const hui_json *data)
{
    return hui_chart_source(closure, data);
}

/* Columns by which facets around the view part the data. */
static void find_facets(hui_pipeline *line)
{
    hui_names facets = {0};
    for (const hui_view *view = line->view; view->parent && !hui_view_has_data(view);) {
        view = view->parent;
        for (int i = 0; view->kind == HUI_VIEW_FACET && i < HUI_FACET_COUNT; i++)
            if (view->headers[i].def)
                *hui_vec_push(line->chart->arena, &facets) = view->headers[i].def->column;
    }
    line->scope.facets = facets.at;
    line->scope.facet_count = facets.count;
}

/* What an `extent` step learns is a parameter of the steps that follow. */
static void add_param(hui_pipeline *line, const hui_transform *transform)
{
    hui_param param;
    if (!hui_transform_param(transform, &line->scope, line->table, &param))
        return;
    const hui_params before = line->scope.params;
    hui_param *params = HUI_NEW_ARRAY(line->chart->arena, hui_param, before.count + 1);
    for (size_t i = 0; i < before.count; i++)
        params[i] = before.at[i];
    params[before.count] = param;
    line->scope.params = (hui_params){params, before.count + 1};
}

/* Whether the table keeps to cells in a step on a facet's data undivided. */
static bool minds_cells(const hui_json *step)
{
    static const char *const kinds[] = {"aggregate", "joinaggregate", "window", "stack"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (hui_json_find(step, kinds[i]))
            return true;
    return false;
}

static bool apply_transforms(hui_pipeline *line)
{
    const hui_json *steps = hui_json_find(line->view->spec, "transform");
    if (!hui_json_is(steps, HUI_JSON_ARRAY))
        return true;
    for (const hui_json *step = steps->first; step; step = step->next) {
        const hui_transform *transform = hui_transform_read(line->chart->arena, step, line->chart->diags);
        if (!transform)
            return false;
        add_param(line, transform);
        hui_transform_scope scope = line->scope;
        if (line->undivided && !minds_cells(step))
            scope.facet_count = 0;
        line->table = hui_transform_apply(transform, &scope, line->table);
        if (!line->table)
            return false;
    }
    return true;
}

static bool in_layer(const hui_view *view)
{
    return view->parent && view->parent->kind == HUI_VIEW_LAYER;
}

static bool has_transforms(const hui_view *view)
{
    return hui_json_find(view->spec, "transform") != NULL;
}

/* `binned`: its bins are in the table already. */
static bool take_steps(hui_pipeline *line, bool binned)
{
    if (in_layer(line->view) && !binned)
        hui_pipeline_bin(line); /* layers share the bins of data before their own transforms */
    if (!apply_transforms(line))
        return false;
    hui_pipeline_parse(line);
    if (!in_layer(line->view) && !binned)
        hui_pipeline_bin(line);
    hui_pipeline_derive(line);
    return true;
}

/* Cells
 * ----- */

enum { PATH_LIMIT = 64 };

/* Views from a fork down to a unit: what a facet cannot part before, as more than one view needs it. */
typedef struct fork_path {
    hui_view *views[PATH_LIMIT]; /* the unit first */
    size_t count;
    const hui_view *fork; /* above them; NULL: none */
} fork_path;

static fork_path find_path(hui_view *unit)
{
    fork_path path = {.count = 0};
    size_t count = 0;
    hui_view *view = unit;
    for (; view->parent && view->kind != HUI_VIEW_FACET && !hui_view_has_data(view) && count < PATH_LIMIT;
         view = view->parent) {
        path.views[count++] = view;
        const hui_view *parent = view->parent;
        if (parent->kind != HUI_VIEW_FACET && parent->child_count > 1) {
            path.fork = parent;
            path.count = count;
        }
    }
    if (view->kind != HUI_VIEW_FACET)
        path.fork = NULL;
    return path;
}

/* Steps that look at more than a row, and do not keep to the groups they are told. */
static bool depends_on_cell(const hui_view *view)
{
    static const char *const kinds[] = {"density", "regression", "loess",  "quantile",
                                        "impute",  "pivot",      "sample", "extent"};
    const hui_json *steps = hui_json_find(view->spec, "transform");
    for (const hui_json *step = hui_json_is(steps, HUI_JSON_ARRAY) ? steps->first : NULL; step; step = step->next)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (hui_json_is(step, HUI_JSON_OBJECT) && hui_json_find(step, kinds[i]))
                return true;
    if (view->kind != HUI_VIEW_UNIT)
        return false;
    for (hui_channel i = HUI_CHANNEL_X; i <= HUI_CHANNEL_Y; i++)
        if (view->channels[i] && hui_json_find(view->channels[i]->json, "impute"))
            return true;
    return view->stack.channel != HUI_CHANNEL_NONE && (view->stack.impute || view->stack.offset == HUI_STACK_CENTER);
}

static bool path_depends(const fork_path *path)
{
    for (size_t i = 0; i < path->count; i++)
        if (depends_on_cell(path->views[i]))
            return true;
    return false;
}

static bool path_has_transforms(const fork_path *path)
{
    for (size_t i = 0; i < path->count; i++)
        if (has_transforms(path->views[i]))
            return true;
    return false;
}

typedef struct piece {
    const hui_table *table;
    size_t first; /* a row of its cell before the steps */
} piece;

typedef struct pieces {
    piece *at;
    size_t count, capacity;
} pieces;

/* One below the other, with the values that facets part them by. */
static hui_table *join_pieces(const hui_pipeline *line, const pieces *list, const hui_table *whole)
{
    hui_arena *arena = line->chart->arena;
    size_t rows = 0, at = 0;
    for (size_t i = 0; i < list->count; i++)
        rows += list->at[i].table->rows;
    hui_table *joined = hui_table_new(arena, rows);
    for (size_t i = 0; i < list->count; at += list->at[i++].table->rows)
        for (size_t c = 0; c < list->at[i].table->column_count; c++) {
            const hui_column *column = &list->at[i].table->columns[c], *old = hui_table_find(joined, column->name);
            hui_value *values = old ? (hui_value *)old->at : hui_table_add(joined, column->name);
            if (list->at[i].table->rows > 0)
                memcpy(values + at, column->at, list->at[i].table->rows * sizeof *values);
        }
    for (size_t f = 0; f < line->scope.facet_count; f++) {
        const hui_accessor field = hui_accessor_new(arena, whole, line->scope.facets[f]);
        hui_value *values = hui_table_add(joined, line->scope.facets[f]);
        at = 0;
        for (size_t i = 0; i < list->count; i++)
            for (size_t row = 0; row < list->at[i].table->rows; row++)
                values[at++] = hui_accessor_value(&field, list->at[i].first);
    }
    return joined;
}

/* The path's steps on the rows of one cell. */
static bool load_cell(hui_pipeline *line, const fork_path *path, hui_table *cell, bool binned, hui_unit_tables *tables)
{
    hui_pipeline own = *line;
    own.scope.facet_count = 0;
    own.table = cell;
    for (size_t i = path->count; i-- > 0;) {
        own.view = path->views[i];
        if (!take_steps(&own, binned && i == 0))
            return false;
    }
    *tables = hui_pipeline_finish(&own);
    return true;
}

/* What the unit's steps give in each cell by itself. */
static bool load_cells(hui_pipeline *line, const fork_path *path)
{
    hui_view *unit = line->view;
    hui_arena *arena = line->chart->arena;
    const bool binned = in_layer(unit) || !path_has_transforms(path);
    hui_bins bins[HUI_CHANNEL_COUNT];
    pieces raw = {0}, main = {0}, domain = {0};
    memcpy(bins, unit->bins, sizeof bins);
    line->table = path->fork->source;
    if (binned)
        hui_pipeline_bin(line);
    const hui_table *whole = line->table;
    const hui_groups groups = hui_table_group(arena, whole, line->scope.facets, line->scope.facet_count);
    if (groups.count > HUI_CELL_LIMIT)
        return true;
    size_t **rows = HUI_NEW_ARRAY(arena, size_t *, groups.count + 1),
           *counts = HUI_NEW_ARRAY(arena, size_t, groups.count + 1);
    for (size_t i = 0; i < whole->rows; i++)
        counts[groups.of_row[i]]++;
    for (size_t g = 0; g < groups.count; g++) {
        rows[g] = HUI_NEW_ARRAY(arena, size_t, counts[g] + 1);
        counts[g] = 0;
    }
    for (size_t i = 0; i < whole->rows; i++)
        rows[groups.of_row[i]][counts[groups.of_row[i]]++] = i;
    for (size_t g = 0; g < groups.count; g++) {
        hui_unit_tables tables;
        if (!load_cell(line, path, hui_table_gather(arena, whole, rows[g], counts[g]), binned, &tables))
            return false;
        *hui_vec_push(arena, &raw) = (piece){tables.raw, groups.first[g]};
        *hui_vec_push(arena, &main) = (piece){tables.main, groups.first[g]};
        *hui_vec_push(arena, &domain) = (piece){tables.domain, groups.first[g]};
    }
    unit->main = join_pieces(line, &main, whole);
    unit->in_cells = HUI_NEW(arena, hui_unit_tables);
    *unit->in_cells = (hui_unit_tables){join_pieces(line, &raw, whole), unit->main, join_pieces(line, &domain, whole)};
    memcpy(unit->bins, bins, sizeof bins);
    return true;
}

static bool load_view(hui_pipeline *line)
{
    hui_view *view = line->view;
    line->table = hui_view_has_data(view) || !view->parent
                      ? hui_chart_source(line->chart, hui_json_find(view->spec, "data"))
                      : view->parent->source;
    if (!line->table)
        return false;
    find_facets(line);
    const fork_path path = find_path(view);
    line->undivided = path.fork != NULL;
    if (!take_steps(line, false))
        return false;
    view->source = line->table;
    if (view->kind != HUI_VIEW_UNIT)
        return true;
    const hui_unit_tables tables = hui_pipeline_finish(line);
    view->raw = tables.raw;
    view->main = tables.main;
    view->domain = tables.domain;
    return !path.fork || !path_depends(&path) || load_cells(line, &path);
}

bool hui_view_load(hui_view *view)
{
    hui_charting *chart = view->chart;
    hui_pipeline line = {.chart = chart,
                         .view = view,
                         .scope = {.arena = chart->arena,
                                   .params = chart->params,
                                   .random = &chart->random,
                                   .table = lookup_table,
                                   .scales = hui_geo_function,
                                   .closure = chart,
                                   .diags = chart->diags}};
    if (!load_view(&line))
        return false;
    for (size_t i = 0; i < view->child_count; i++)
        if (!hui_view_load(view->children[i]))
            return false;
    return true;
}
