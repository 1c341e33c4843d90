/* Repeats: a view for each of some fields, side by side or layered, with the fields in the place of {"repeat": …}. */
#include "chart/normalize_parts.h"

#include <string.h>

/* References
 * ---------- */

static const hui_json *find_value(const hui_repeater *repeater, const char *word)
{
    if (!repeater)
        return NULL;
    if (!strcmp(word, "row"))
        return repeater->row;
    if (!strcmp(word, "column"))
        return repeater->column;
    if (!strcmp(word, "layer"))
        return repeater->layer;
    return !strcmp(word, "repeat") ? repeater->list : NULL;
}

static const hui_json *find_reference(const hui_json *def, const char *key)
{
    const hui_json *value = hui_spec_find(def, key);
    return hui_json_is(value, HUI_JSON_OBJECT) ? hui_json_find(value, "repeat") : NULL;
}

/* The definition with a value in the place of a reference; NULL after a diagnostic. */
static const hui_json *replace_in(hui_rewrite *r, const hui_json *def, const char *key, const hui_repeater *repeater)
{
    const hui_json *reference = find_reference(def, key);
    if (!reference)
        return def;
    const char *word = hui_json_string(reference, "");
    const hui_json *value = find_value(repeater, word);
    if (!value) {
        hui_diags_add(r->diags, HUI_CODE_BAD_CHART, hui_json_place(r->arena, reference), NULL,
                      hui_arena_printf(r->arena, "there is no repeat “%s” around this view", word));
        return NULL;
    }
    hui_json *copy = hui_json_copy(r->arena, def);
    hui_json_put(r->arena, copy, key, value);
    if (!strcmp(key, "datum") && !hui_json_truthy(hui_json_find(def, "type")))
        hui_json_put(r->arena, copy, "type", hui_json_make_string(r->arena, "nominal", value));
    return copy;
}

static const hui_json *replace_in_def(hui_rewrite *r, const hui_json *def, const hui_repeater *repeater)
{
    def = replace_in(r, def, hui_json_is_field_def(def) ? "field" : "datum", repeater);
    const hui_json *sort = hui_spec_find(def, "sort");
    if (!def || !find_reference(sort, "field"))
        return def;
    sort = replace_in(r, sort, "field", repeater);
    hui_json *copy = hui_json_copy(r->arena, def);
    hui_json_put_if(r->arena, copy, "sort", sort);
    return sort ? copy : NULL;
}

static const hui_json *replace_in_channel(hui_rewrite *r, const hui_json *def, const hui_repeater *repeater)
{
    if (hui_json_is_field_or_datum_def(def))
        return replace_in_def(r, def, repeater);
    const hui_json *condition = hui_spec_find(def, "condition");
    if (!hui_json_is_field_or_datum_def(condition))
        return def;
    condition = replace_in_def(r, condition, repeater);
    hui_json *copy = hui_json_copy(r->arena, def);
    hui_json_put_if(r->arena, copy, "condition", condition);
    return condition ? copy : NULL;
}

static const hui_json *replace_in_list(hui_rewrite *r, const hui_json *list, const hui_repeater *repeater)
{
    hui_json *replaced = hui_json_make(r->arena, HUI_JSON_ARRAY, list);
    for (const hui_json *def = list->first; def; def = def->next) {
        const hui_json *one = replace_in_channel(r, def, repeater);
        if (!one)
            return NULL;
        hui_json_put(r->arena, replaced, NULL, one);
    }
    return replaced;
}

static bool has_references(const hui_json *encoding)
{
    for (const hui_json *def = encoding->first; def; def = def->next) {
        const bool many = def->kind == HUI_JSON_ARRAY;
        for (const hui_json *one = many ? def->first : def; one; one = many ? one->next : NULL) {
            const hui_json *condition = hui_spec_find(one, "condition");
            if (find_reference(one, "field") || find_reference(one, "datum") ||
                find_reference(hui_spec_find(one, "sort"), "field") || find_reference(condition, "field") ||
                find_reference(condition, "datum") || find_reference(hui_spec_find(condition, "sort"), "field"))
                return true;
        }
    }
    return false;
}

const hui_json *hui_rewrite_references(hui_rewrite *r, const hui_json *encoding, const hui_repeater *repeater)
{
    if (!hui_json_is(encoding, HUI_JSON_OBJECT) || !has_references(encoding))
        return encoding;
    hui_json *replaced = hui_json_make(r->arena, HUI_JSON_OBJECT, encoding);
    for (const hui_json *def = encoding->first; def; def = def->next) {
        const hui_json *one =
            def->kind == HUI_JSON_ARRAY ? replace_in_list(r, def, repeater) : replace_in_channel(r, def, repeater);
        if (!one)
            return NULL;
        hui_json_put(r->arena, replaced, def->key, one);
    }
    return replaced;
}

/* Names of views
 * -------------- */

/* A word for a name: letters, digits and _ of ASCII stay; what else UTF-16 would count as one unit is one _. */
static const char *name_of(hui_arena *arena, const hui_json *value)
{
    const char *text = hui_json_string(value, "");
    char *name = hui_arena_alloc(arena, strlen(text) + 2), *out = name;
    if (*text >= '0' && *text <= '9')
        *out++ = '_';
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (plain)
            *out++ = *text;
        else if ((c & 0xC0) != 0x80)
            *out++ = '_';
        if (c >= 0xF0) /* a pair of surrogates */
            *out++ = '_';
    }
    return name;
}

static const char *name_child(hui_rewrite *r, const hui_json *child, const hui_rewrite_scope *scope, const char *which)
{
    const char *name = hui_spec_string(child, "name", "");
    return hui_arena_printf(r->arena, "%s%s%schild__%s", name, *name ? "_" : "", scope->prefix, which);
}

static hui_json *rename_view(hui_rewrite *r, const hui_json *view, const char *name)
{
    hui_json *copy = hui_json_copy(r->arena, view);
    hui_json_put(r->arena, copy, "name", hui_json_make_string(r->arena, name, view));
    return copy;
}

/* Repeats
 * ------- */

static bool check_list(hui_rewrite *r, const hui_json *list, const char *key)
{
    const hui_json *wrong = list && list->kind != HUI_JSON_ARRAY ? list : NULL;
    for (const hui_json *value = wrong || !list ? NULL : list->first; value && !wrong; value = value->next)
        if (value->kind != HUI_JSON_STRING)
            wrong = value;
    if (wrong)
        hui_diags_add(r->diags, HUI_CODE_WRONG_TYPE, hui_json_place(r->arena, wrong), NULL, key,
                      wrong == list ? "an array of fields" : "a list of strings", hui_json_kind_word(wrong));
    return !wrong;
}

static const hui_json *map_layers(hui_rewrite *r, const hui_json *spec, const hui_json *layers,
                                  const hui_rewrite_scope *scope)
{
    static const char *const taken[] = {"repeat", "spec", NULL};
    const hui_json *child = hui_json_find(spec, "spec");
    hui_json *made = hui_json_make(r->arena, HUI_JSON_ARRAY, layers);
    for (const hui_json *value = layers->first; value; value = value->next) {
        hui_repeater repeater = scope->repeater ? *scope->repeater : (hui_repeater){0};
        repeater.layer = value;
        hui_rewrite_scope inner = *scope;
        inner.repeater = &repeater;
        inner.prefix = name_child(r, child, scope, hui_arena_printf(r->arena, "layer_%s", name_of(r->arena, value)));
        const hui_json *view = hui_rewrite_layer_or_unit(r, child, &inner);
        if (!view)
            return NULL;
        hui_json_put(r->arena, made, NULL, rename_view(r, view, inner.prefix));
    }
    hui_json *layered = hui_json_without(r->arena, spec, taken);
    hui_json_put(r->arena, layered, "layer", made);
    return layered;
}

/* Rows and columns of layers: a repeat of layers inside a repeat of rows and columns. */
static const hui_json *nest_layers(hui_rewrite *r, const hui_json *spec, const hui_json *layers)
{
    static const char *const layer[] = {"layer", NULL};
    const hui_json *repeat = hui_json_find(spec, "repeat");
    hui_json *nested = hui_json_copy(r->arena, spec);
    hui_json_put(r->arena, nested, "spec",
                 HUI_OBJECT(r->arena, hui_json_find(spec, "spec"),
                            {"repeat", HUI_OBJECT(r->arena, repeat, {"layer", layers})},
                            {"spec", hui_json_find(spec, "spec")}));
    hui_json_put(r->arena, nested, "repeat", hui_json_without(r->arena, repeat, layer));
    return nested;
}

typedef struct grid {
    const hui_json *lists, *rows, *columns; /* NULL: not repeated */
    hui_json *concat;
} grid;

static const char *name_cell(hui_rewrite *r, const grid *g, const hui_repeater *cell)
{
    if (g->lists)
        return name_of(r->arena, cell->list);
    return hui_arena_printf(r->arena, "%s%s%s%s", g->rows ? "row_" : "", g->rows ? name_of(r->arena, cell->row) : "",
                            g->columns ? "column_" : "", g->columns ? name_of(r->arena, cell->column) : "");
}

static bool map_cell(hui_rewrite *r, grid *g, const hui_json *child, const hui_repeater *cell,
                     const hui_rewrite_scope *scope)
{
    static const char *const data[] = {"data", NULL}; /* they move up */
    hui_rewrite_scope inner = *scope;
    inner.repeater = cell;
    inner.prefix = name_child(r, child, scope, name_cell(r, g, cell));
    const hui_json *view = hui_rewrite_spec(r, child, &inner);
    if (view)
        hui_json_put(r->arena, g->concat, NULL, hui_json_without(r->arena, rename_view(r, view, inner.prefix), data));
    return view;
}

/* The values of one direction; a direction that is not repeated has those of the repeat around once. */
static const hui_json *first_of(const hui_json *list, const hui_json *around)
{
    return list ? list->first : around;
}

static bool map_cells(hui_rewrite *r, grid *g, const hui_json *child, const hui_rewrite_scope *scope)
{
    const hui_repeater around = scope->repeater ? *scope->repeater : (hui_repeater){0};
    hui_repeater cell = around;
    const size_t lists = g->lists ? g->lists->count : 1, rows = g->rows ? g->rows->count : 1;
    const size_t columns = g->columns ? g->columns->count : 1;
    cell.list = first_of(g->lists, around.list);
    for (size_t i = 0; i < lists; i++) {
        cell.row = first_of(g->rows, around.row);
        for (size_t j = 0; j < rows; j++) {
            cell.column = first_of(g->columns, around.column);
            for (size_t k = 0; k < columns; k++) {
                if (!map_cell(r, g, child, &cell, scope))
                    return false;
                cell.column = g->columns ? cell.column->next : around.column;
            }
            cell.row = g->rows ? cell.row->next : around.row;
        }
        cell.list = g->lists ? cell.list->next : around.list;
    }
    return true;
}

static const hui_json *map_grid(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    static const char *const taken[] = {"repeat", "spec", "data", "columns", NULL};
    const hui_json *repeat = hui_json_find(spec, "repeat"), *child = hui_json_find(spec, "spec");
    const bool listed = repeat->kind == HUI_JSON_ARRAY;
    grid g = {listed ? repeat : NULL, hui_spec_find(repeat, "row"), hui_spec_find(repeat, "column"),
              hui_json_make(r->arena, HUI_JSON_ARRAY, repeat)};
    if (!check_list(r, g.lists, "repeat") || !check_list(r, g.rows, "row") || !check_list(r, g.columns, "column") ||
        !map_cells(r, &g, child, scope))
        return NULL;
    const hui_json *data = hui_spec_find(child, "data"), *columns = hui_json_find(spec, "columns");
    if (!data || data->kind == HUI_JSON_NULL)
        data = hui_json_find(spec, "data");
    if (!listed)
        columns = hui_json_make_number(r->arena, g.columns ? (double)g.columns->count : 1, repeat);
    hui_json *made =
        HUI_OBJECT(r->arena, spec, {"data", data}, {"align", hui_json_make_string(r->arena, "all", repeat)});
    hui_json_put_all(r->arena, made, hui_json_without(r->arena, spec, taken));
    hui_json_put_if(r->arena, made, "columns", columns);
    hui_json_put(r->arena, made, "concat", g.concat);
    return made;
}

const hui_json *hui_rewrite_repeat(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    const hui_json *repeat = hui_json_find(spec, "repeat"), *layers = hui_spec_find(repeat, "layer");
    if (!hui_json_is(hui_json_find(spec, "spec"), HUI_JSON_OBJECT)) {
        hui_diags_add(r->diags, HUI_CODE_MISSING_FIELD, hui_json_place(r->arena, spec), NULL, "a repeat", "spec");
        return NULL;
    }
    if (repeat->kind != HUI_JSON_ARRAY && repeat->kind != HUI_JSON_OBJECT) {
        check_list(r, repeat, "repeat");
        return NULL;
    }
    if (!layers)
        return map_grid(r, spec, scope);
    if (!check_list(r, layers, "layer"))
        return NULL;
    if (!hui_spec_find(repeat, "row") && !hui_spec_find(repeat, "column"))
        return map_layers(r, spec, layers, scope);
    return map_grid(r, nest_layers(r, spec, layers), scope);
}
