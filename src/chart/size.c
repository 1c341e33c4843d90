/* Sizes of plots: given, or by their scales, and shared where views stand in one plot or one grid. */
#include "chart/view.h"

static const hui_channel channels[] = {HUI_CHANNEL_X, HUI_CHANNEL_Y};

static hui_size_part continuous_size(const hui_view *unit, int direction)
{
    static const char *const paths[] = {"view.continuousWidth", "view.continuousHeight"};
    return (hui_size_part){HUI_SIZE_NUMBER, hui_spec_number(unit->chart->config, paths[direction], 300), false, false};
}

static hui_size_part default_size(const hui_view *unit, int direction)
{
    static const char *const paths[] = {"view.discreteWidth", "view.discreteHeight"};
    const hui_scale_part *part = hui_view_scale(unit, channels[direction]);
    const hui_json *config = hui_spec_find(unit->chart->config, paths[direction]);
    if (part) {
        const bool discrete = (hui_scale_traits(part->type) & HUI_SCALE_DISCRETE) != 0;
        if (!discrete)
            return continuous_size(unit, direction);
        if (part->range.kind == HUI_RANGE_STEP || !hui_json_is(config, HUI_JSON_NUMBER))
            return (hui_size_part){HUI_SIZE_STEP, 0, false, false};
        return (hui_size_part){HUI_SIZE_NUMBER, config->number, false, false};
    }
    if (unit->mark_kind == HUI_MARK_KIND_ARC || unit->mark_kind == HUI_MARK_KIND_GEOSHAPE ||
        unit->channels[HUI_CHANNEL_LATITUDE] || unit->channels[HUI_CHANNEL_LONGITUDE])
        return continuous_size(unit, direction);
    const double step = hui_view_step(unit, direction);
    return (hui_size_part){HUI_SIZE_NUMBER, hui_json_number(config, step), false, false};
}

static hui_size_part unit_size(const hui_view *unit, int direction)
{
    const hui_json *given = unit->sizes[direction];
    if (hui_json_is(given, HUI_JSON_NUMBER))
        return (hui_size_part){HUI_SIZE_NUMBER, given->number, true, false};
    if (hui_json_is_string(given, "container")) { /* nobody else says how wide it is */
        hui_size_part size = continuous_size(unit, direction);
        size.given = true;
        return size;
    }
    if (hui_json_is(given, HUI_JSON_OBJECT) && hui_view_scale(unit, channels[direction]))
        return (hui_size_part){HUI_SIZE_STEP, 0, true, false};
    if (hui_json_is(given, HUI_JSON_OBJECT))
        return (hui_size_part){HUI_SIZE_NUMBER, hui_spec_number(given, "step", 20), true, false};
    return default_size(unit, direction);
}

static bool same_size(hui_size_part a, hui_size_part b)
{
    return a.kind == b.kind && (a.kind != HUI_SIZE_NUMBER || !(a.number < b.number || a.number > b.number));
}

static void merge_sizes(hui_view *view, int direction)
{
    const hui_resolve resolve = view->scale_resolve[channels[direction]];
    const bool independent =
        resolve == HUI_INDEPENDENT || (resolve == HUI_RESOLVE_DEFAULT && view->kind == HUI_VIEW_CONCAT);
    hui_size_part merged = {HUI_SIZE_NONE, 0, false, false};
    for (size_t i = 0; i < view->child_count; i++) {
        const hui_size_part size = view->children[i]->layout_size[direction];
        if (independent && (size.kind == HUI_SIZE_STEP || (i > 0 && !same_size(size, merged))))
            return;
        if (merged.kind == HUI_SIZE_NONE || (size.given && !merged.given))
            merged = size;
    }
    merged.merged = false;
    view->layout_size[direction] = merged;
    for (size_t i = 0; merged.kind != HUI_SIZE_NONE && i < view->child_count; i++)
        view->children[i]->layout_size[direction].merged = true;
}

void hui_view_find_sizes(hui_view *view)
{
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_sizes(view->children[i]);
    for (int direction = 0; direction < 2; direction++) {
        if (view->kind == HUI_VIEW_UNIT)
            view->layout_size[direction] = unit_size(view, direction);
        else if (view->kind != HUI_VIEW_FACET) /* cells have a size of their own, whatever is beside the facet */
            merge_sizes(view, direction);
    }
}

hui_size_part hui_view_size(const hui_view *view, int direction)
{
    while (view->layout_size[direction].merged && view->parent)
        view = view->parent;
    return view->layout_size[direction];
}
