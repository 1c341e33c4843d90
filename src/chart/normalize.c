/* Normalising: each kind of view is rewritten by its own rules, from the outside in. */
#include "chart/normalize.h"

#include "chart/normalize_parts.h"

#include <string.h>

/* Units
 * ----- */

typedef struct shorthand {
    bool (*matches)(const hui_json *unit, const hui_json *config);
    const hui_json *(*expand)(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);
} shorthand;

static const shorthand shorthands[] = {
    {hui_boxplot_matches, hui_boxplot_expand},         {hui_errorbar_matches, hui_errorbar_expand},
    {hui_errorband_matches, hui_errorband_expand},     {hui_path_overlay_matches, hui_path_overlay_expand},
    {hui_ranged_line_matches, hui_ranged_line_expand},
};

static void prefix_name(hui_rewrite *r, hui_json *view, const hui_rewrite_scope *scope)
{
    const hui_json *name = hui_json_find(view, "name");
    if (*scope->prefix && hui_json_is(name, HUI_JSON_STRING) && *name->string)
        hui_json_put(
            r->arena, view, "name",
            hui_json_make_string(r->arena, hui_arena_printf(r->arena, "%s_%s", scope->prefix, name->string), name));
}

static const hui_json *map_unit(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    const hui_json *encoding = hui_json_find(spec, "encoding");
    hui_json *unit = hui_json_copy(r->arena, spec);
    if (encoding) {
        encoding = hui_rewrite_references(r, encoding, scope->repeater);
        if (!encoding)
            return NULL;
        hui_json_put(r->arena, unit, "encoding", encoding);
    }
    prefix_name(r, unit, scope);
    if (scope->encoding || scope->projection) {
        hui_json_put_if(r->arena, unit, "encoding", hui_encoding_inherit(r->arena, scope->encoding, encoding, false));
        if (!hui_json_find(unit, "projection"))
            hui_json_put_if(r->arena, unit, "projection", scope->projection);
        return map_unit(r, unit, &(hui_rewrite_scope){.config = scope->config, .prefix = ""});
    }
    for (size_t i = 0; i < sizeof shorthands / sizeof *shorthands; i++)
        if (shorthands[i].matches(unit, scope->config))
            return shorthands[i].expand(r, unit, scope);
    return unit;
}

/* Compositions
 * ------------ */

typedef const hui_json *mapper(hui_rewrite *rewrite, const hui_json *spec, const hui_rewrite_scope *scope);

/* The items of an array, each rewritten. */
static const hui_json *map_each(hui_rewrite *r, const hui_json *specs, const hui_rewrite_scope *scope, mapper *one)
{
    if (specs->kind != HUI_JSON_ARRAY) {
        hui_diags_add(r->diags, HUI_CODE_WRONG_TYPE, hui_json_place(r->arena, specs), NULL, specs->key,
                      "an array of views", hui_json_kind_word(specs));
        return NULL;
    }
    hui_json *made = hui_json_make(r->arena, HUI_JSON_ARRAY, specs);
    for (const hui_json *spec = specs->first; spec; spec = spec->next) {
        const hui_json *view = one(r, spec, scope);
        if (!view)
            return NULL;
        hui_json_put(r->arena, made, NULL, view);
    }
    return made;
}

/* The layers inherit what it encodes. */
static const hui_json *map_layer(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    static const char *const inherited[] = {"encoding", "projection", NULL};
    const hui_json *encoding = hui_json_find(spec, "encoding");
    if (encoding && !(encoding = hui_rewrite_references(r, encoding, scope->repeater)))
        return NULL;
    hui_rewrite_scope inner = *scope;
    inner.encoding = hui_encoding_inherit(r->arena, scope->encoding, encoding, true);
    inner.projection = hui_json_first(hui_json_find(spec, "projection"), scope->projection);
    const hui_json *layers = map_each(r, hui_json_find(spec, "layer"), &inner, hui_rewrite_layer_or_unit);
    if (!layers)
        return NULL;
    hui_json *layered = hui_json_without(r->arena, spec, inherited);
    prefix_name(r, layered, scope);
    hui_json_put(r->arena, layered, "layer", layers);
    return layered;
}

static const hui_json *map_concat(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope, const char *key)
{
    const hui_json *children = map_each(r, hui_json_find(spec, key), scope, hui_rewrite_spec);
    if (!children)
        return NULL;
    hui_json *copy = hui_json_copy(r->arena, spec);
    hui_json_put(r->arena, copy, key, children);
    return copy;
}

static bool count_view(hui_rewrite *r, const hui_json *spec)
{
    if (spec->kind != HUI_JSON_OBJECT) {
        hui_diags_add(r->diags, HUI_CODE_WRONG_TYPE, hui_json_place(r->arena, spec), NULL,
                      spec->key ? spec->key : "view", "an object", hui_json_kind_word(spec));
        return false;
    }
    const size_t most = hui_budget_most(r->diags->budget, HUI_MOST_VIEWS); /* repeats multiply */
    if (r->views++ < most)
        return true;
    hui_diags_add(r->diags, HUI_CODE_BAD_CHART, hui_json_place(r->arena, spec),
                  hui_limit_hint(r->arena, HUI_MOST_VIEWS),
                  hui_arena_printf(r->arena, "the chart has more than %zu views", most));
    return false;
}

const hui_json *hui_rewrite_layer_or_unit(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    if (!count_view(r, spec))
        return NULL;
    if (hui_json_find(spec, "layer"))
        return map_layer(r, spec, scope);
    if (hui_json_find(spec, "mark"))
        return map_unit(r, spec, scope);
    hui_diags_add(r->diags, HUI_CODE_MISSING_FIELD, hui_json_place(r->arena, spec),
                  "or “layer”, and outside of layers “hconcat”, “vconcat”, “concat”, “facet” or “repeat”", "a view",
                  "mark");
    return NULL;
}

const hui_json *hui_rewrite_spec(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    static const char *const concats[] = {"hconcat", "vconcat", "concat"};
    if (hui_rewrite_is_faceted(spec))
        return count_view(r, spec) ? hui_rewrite_faceted(r, spec, scope) : NULL;
    if (hui_json_find(spec, "facet"))
        return count_view(r, spec) ? hui_rewrite_facet(r, spec, scope) : NULL;
    if (hui_json_find(spec, "repeat"))
        return count_view(r, spec) ? hui_rewrite_repeat(r, spec, scope) : NULL;
    for (size_t i = 0; i < sizeof concats / sizeof *concats; i++)
        if (hui_json_find(spec, concats[i]))
            return count_view(r, spec) ? map_concat(r, spec, scope, concats[i]) : NULL;
    return hui_rewrite_layer_or_unit(r, spec, scope);
}

/* The whole
 * --------- */

static void put_autosize(hui_arena *arena, hui_json *autosize, const hui_json *given)
{
    if (hui_json_is(given, HUI_JSON_STRING))
        hui_json_put(arena, autosize, "type", given);
    else
        hui_json_put_all(arena, autosize, given);
}

/* What the spec says over what config says over what follows from a size that is its container's. */
static const hui_json *find_autosize(hui_arena *arena, const hui_json *spec, const hui_json *view,
                                     const hui_json *config)
{
    static const char *const fits[] = {"pad", "fit-x", "fit-y", "fit"};
    const bool single = hui_json_find(view, "mark") || hui_json_find(view, "layer");
    const int fit = single ? hui_json_is_string(hui_json_find(spec, "width"), "container") +
                                 2 * hui_json_is_string(hui_json_find(spec, "height"), "container")
                           : 0;
    hui_json *autosize = HUI_OBJECT(arena, spec, {"type", hui_json_make_string(arena, fits[fit], spec)});
    if (fit)
        hui_json_put(arena, autosize, "contains", hui_json_make_string(arena, "padding", spec));
    put_autosize(arena, autosize, hui_spec_find(config, "autosize"));
    put_autosize(arena, autosize, hui_json_find(spec, "autosize"));
    if (!single && hui_json_is_string(hui_json_find(autosize, "type"), "fit"))
        hui_json_put(arena, autosize, "type", hui_json_make_string(arena, "pad", spec));
    const bool usual = autosize->count == 1 && hui_json_is_string(autosize->first, "pad");
    return usual ? NULL : autosize;
}

const hui_json *hui_spec_normalize(hui_arena *arena, const hui_json *spec, const hui_json *config, hui_diags *diags)
{
    const hui_chart_options options = {0};
    hui_rewrite rewrite = {.arena = arena, .diags = diags};
    rewrite.chart = (hui_charting){
        .arena = arena, .diags = hui_diags_new(arena), .options = &options, .spec = spec, .config = config};
    const hui_json *view = hui_rewrite_spec(&rewrite, spec, &(hui_rewrite_scope){.config = config, .prefix = ""});
    if (!view)
        return NULL;
    hui_json *normalized = hui_json_copy(arena, view);
    hui_json_put_if(arena, normalized, "autosize", find_autosize(arena, spec, view, config));
    return normalized;
}
