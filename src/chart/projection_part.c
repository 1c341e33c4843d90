/* Projections of views: which units share one (Vega-Lite's parseProjection). */
#include "chart/projection.h"

#include "json/make.h"

bool hui_unit_projects(const hui_view *unit)
{
    if (unit->mark_kind == HUI_MARK_KIND_GEOSHAPE)
        return true;
    for (unsigned i = HUI_CHANNEL_LATITUDE; i <= HUI_CHANNEL_LONGITUDE2; i++)
        if (hui_unit_scaled(unit, (hui_channel)i))
            return true;
    return false;
}

bool hui_unit_fits(const hui_view *unit)
{
    const hui_json *own = hui_json_find(unit->spec, "projection");
    const hui_json *scale = hui_spec_find(own, "scale"), *translate = hui_spec_find(own, "translate");
    return (!scale || scale->kind == HUI_JSON_NULL) && (!translate || translate->kind == HUI_JSON_NULL);
}

static hui_projection_part *unit_part(const hui_view *unit)
{
    hui_arena *arena = unit->chart->arena;
    hui_projection_part *part = HUI_NEW(arena, hui_projection_part);
    const hui_json *config = hui_json_find(unit->chart->config, "projection");
    const hui_json *props = hui_json_merge(arena, config, hui_json_find(unit->spec, "projection"));
    part->props = hui_json_is(props, HUI_JSON_OBJECT) ? props : hui_json_make(arena, HUI_JSON_OBJECT, unit->spec);
    part->type = "equalEarth";
    part->fits = hui_unit_fits(unit);
    part->units = HUI_NEW_ARRAY(arena, const hui_view *, 1);
    part->units[0] = unit;
    part->unit_count = 1;
    return part;
}

static bool same_props(const hui_json *a, const hui_json *b)
{
    static const char *const keys[] = {"type",     "clipAngle", "clipExtent",  "center",   "rotate",   "precision",
                                       "reflectX", "reflectY",  "coefficient", "distance", "fraction", "lobes",
                                       "parallel", "radius",    "ratio",       "spacing",  "tilt"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const hui_json *left = hui_json_find(a, keys[i]), *right = hui_json_find(b, keys[i]);
        if (left != right && (!left || !right || !hui_json_equal(left, right)))
            return false;
    }
    return true;
}

/* Which of two projections both may use; NULL: neither. */
static hui_projection_part *common(hui_projection_part *a, hui_projection_part *b)
{
    if (a->fits != b->fits)
        return NULL;
    if (same_props(a->props, b->props) || b->props->count == 0)
        return a;
    return a->props->count == 0 ? b : NULL;
}

/* Projections that fit are shared by plots of one size only. */
static bool share_size(const hui_view *view)
{
    for (size_t i = 0; i < view->child_count; i++)
        for (int direction = 0; direction < 2; direction++)
            if (view->children[i]->projection && !view->children[i]->layout_size[direction].merged)
                return false;
    return true;
}

static void merge(hui_view *view, const hui_projection_part *shared)
{
    hui_arena *arena = view->chart->arena;
    hui_projection_part *part = hui_arena_copy(arena, shared, sizeof *part);
    size_t count = 0;
    for (size_t i = 0; i < view->child_count; i++)
        count += view->children[i]->projection ? view->children[i]->projection->unit_count : 0;
    part->type = NULL;
    part->units = HUI_NEW_ARRAY(arena, const hui_view *, count);
    part->unit_count = 0;
    for (size_t i = 0; i < view->child_count; i++) {
        hui_projection_part *child = view->children[i]->projection;
        for (size_t k = 0; child && k < child->unit_count; k++)
            part->units[part->unit_count++] = child->units[k];
        if (child)
            child->merged = true;
    }
    view->projection = part;
}

void hui_view_find_projections(hui_view *view)
{
    hui_projection_part *shared = NULL;
    if (view->kind == HUI_VIEW_UNIT && hui_unit_projects(view))
        view->projection = unit_part(view);
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_projections(view->children[i]);
    for (size_t i = 0; i < view->child_count; i++) {
        hui_projection_part *child = view->children[i]->projection;
        if (child && shared && (shared->fits || child->fits) && !share_size(view))
            return;
        if (child && !(shared = shared ? common(shared, child) : child))
            return;
    }
    if (shared)
        merge(view, shared);
}
