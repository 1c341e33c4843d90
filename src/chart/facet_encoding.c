/* Units with row, column or facet in their encoding: the channels become a facet operator around the unit. */
#include "chart/normalize_parts.h"

static const char *const directions[] = {"row", "column"};
static const char *const layouts[] = {"align", "center", "spacing", "columns"};
enum { DIRECTIONS = 2, LAYOUTS = 4, COLUMNS = 3 };

bool hui_rewrite_is_faceted(const hui_json *spec)
{
    const hui_json *encoding = hui_json_find(spec, "encoding");
    return hui_json_find(spec, "mark") &&
           (hui_encoding_has_field(encoding, "row") || hui_encoding_has_field(encoding, "column") ||
            hui_encoding_has_field(encoding, "facet"));
}

static const hui_json *without_layout(hui_arena *arena, const hui_json *def)
{
    static const char *const keys[] = {"align", "center", "spacing", "columns", NULL};
    return hui_json_without(arena, def, keys);
}

/* Rows and columns: {"row": …, "column": …}, and each layout property by direction, too. */
static void put_grid(hui_rewrite *r, hui_json *outer, const hui_json *encoding)
{
    hui_json *facet = hui_json_make(r->arena, HUI_JSON_OBJECT, encoding);
    for (int i = 0; i < DIRECTIONS; i++) {
        const hui_json *def = hui_json_find(encoding, directions[i]);
        if (hui_json_is(def, HUI_JSON_OBJECT))
            hui_json_put(r->arena, facet, directions[i], without_layout(r->arena, def));
    }
    for (int k = 0; k < COLUMNS; k++) {
        hui_json *layout = hui_json_make(r->arena, HUI_JSON_OBJECT, facet);
        for (int i = 0; i < DIRECTIONS; i++)
            hui_json_put_if(r->arena, layout, directions[i],
                            hui_spec_find(hui_json_find(encoding, directions[i]), layouts[k]));
        if (layout->count)
            hui_json_put(r->arena, outer, layouts[k], layout);
    }
    hui_json_put(r->arena, outer, "facet", facet);
}

static void put_wrap(hui_rewrite *r, hui_json *outer, const hui_json *def)
{
    for (int k = 0; k < LAYOUTS; k++)
        hui_json_put_if(r->arena, outer, layouts[k], hui_json_if_truthy(hui_json_find(def, layouts[k])));
    hui_json_put(r->arena, outer, "facet", without_layout(r->arena, def));
}

const hui_json *hui_rewrite_faceted(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    static const char *const inside[] = {"mark", "width", "height", "view", "projection", "params", "encoding", NULL};
    static const char *const facets[] = {"row", "column", "facet", NULL};
    const hui_json *encoding = hui_rewrite_references(r, hui_json_find(spec, "encoding"), scope->repeater);
    if (!encoding)
        return NULL;
    hui_json *inner = hui_json_make(r->arena, HUI_JSON_OBJECT, spec);
    for (int i = 0; i < 6; i++)
        hui_json_put_if(r->arena, inner, inside[i], hui_json_if_truthy(hui_json_find(spec, inside[i])));
    hui_json_put(r->arena, inner, "encoding", hui_json_without(r->arena, encoding, facets));
    hui_json *outer = hui_json_without(r->arena, spec, inside);
    const hui_json *row = hui_json_find(encoding, "row"), *column = hui_json_find(encoding, "column");
    if (hui_json_truthy(row) || hui_json_truthy(column))
        put_grid(r, outer, encoding);
    else
        put_wrap(r, outer, hui_json_find(encoding, "facet"));
    hui_json_put(r->arena, outer, "spec", inner);
    return hui_rewrite_facet(r, outer, scope);
}

const hui_json *hui_rewrite_facet(hui_rewrite *r, const hui_json *spec, const hui_rewrite_scope *scope)
{
    const hui_json *facet = hui_json_find(spec, "facet"), *child = hui_json_find(spec, "spec");
    if (!child) {
        hui_diags_add(r->diags, HUI_CODE_MISSING_FIELD, hui_json_place(r->arena, spec), NULL, "a facet", "spec");
        return NULL;
    }
    child = hui_rewrite_spec(r, child, scope);
    if (!child)
        return NULL;
    hui_json *copy = hui_json_copy(r->arena, spec);
    hui_json_put(r->arena, copy, "spec", child);
    /* Columns are for facets in one sequence. */
    if (hui_spec_find(facet, "row") || hui_spec_find(facet, "column"))
        hui_json_remove(r->arena, copy, "columns");
    return copy;
}
