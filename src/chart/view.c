/* Views: a normalised spec as a tree, encodings read. */
#include "chart/view.h"

#include "json/make.h"

#include <string.h>

static hui_view *view_new(hui_charting *chart, const hui_json *spec, hui_view *parent, hui_view_kind kind)
{
    hui_view *view = HUI_NEW(chart->arena, hui_view);
    view->kind = kind;
    view->chart = chart;
    view->spec = spec;
    view->parent = parent;
    view->stack.channel = HUI_CHANNEL_NONE;
    return view;
}

/* Which marks a channel has a meaning for (Vega-Lite's supportMark). `binned`: only where x or y is binned in the data. */
static bool supports(hui_channel channel, hui_mark_kind mark, bool binned)
{
#define BIT(NAME) (1u << HUI_MARK_KIND_##NAME)
    const unsigned all = (1u << HUI_MARK_KIND_COUNT) - 1, bit = 1u << mark;
    const unsigned points = BIT(POINT) | BIT(CIRCLE) | BIT(SQUARE);
    switch ((int)channel) {
    case HUI_CHANNEL_X:
    case HUI_CHANNEL_Y:
    case HUI_CHANNEL_XOFFSET:
    case HUI_CHANNEL_YOFFSET:
    case HUI_CHANNEL_LATITUDE:
    case HUI_CHANNEL_LONGITUDE:
        return (all & ~BIT(GEOSHAPE) & bit) != 0;
    case HUI_CHANNEL_X2:
    case HUI_CHANNEL_Y2:
    case HUI_CHANNEL_LATITUDE2:
    case HUI_CHANNEL_LONGITUDE2:
        return ((BIT(AREA) | BIT(BAR) | BIT(IMAGE) | BIT(RECT) | BIT(RULE)) & bit) ||
               (binned && ((points | BIT(TICK) | BIT(LINE) | BIT(TRAIL)) & bit));
    case HUI_CHANNEL_SIZE:
        return ((points | BIT(TICK) | BIT(RULE) | BIT(BAR) | BIT(TEXT) | BIT(LINE) | BIT(TRAIL)) & bit) != 0;
    case HUI_CHANNEL_STROKEDASH:
        return ((points | BIT(LINE) | BIT(TICK) | BIT(RULE) | BIT(BAR) | BIT(GEOSHAPE)) & bit) != 0;
    case HUI_CHANNEL_SHAPE:
        return ((BIT(POINT) | BIT(GEOSHAPE)) & bit) != 0;
    case HUI_CHANNEL_TEXT:
        return mark == HUI_MARK_KIND_TEXT;
    case HUI_CHANNEL_ANGLE:
        return ((BIT(POINT) | BIT(SQUARE) | BIT(TEXT)) & bit) != 0;
    case HUI_CHANNEL_URL:
        return mark == HUI_MARK_KIND_IMAGE;
    case HUI_CHANNEL_THETA:
    case HUI_CHANNEL_RADIUS:
        return ((BIT(TEXT) | BIT(ARC)) & bit) != 0;
    case HUI_CHANNEL_THETA2:
    case HUI_CHANNEL_RADIUS2:
        return mark == HUI_MARK_KIND_ARC;
    default:
        return true;
    }
#undef BIT
}

static bool main_is_binned(const hui_json *encoding, hui_channel channel)
{
    const hui_json *main = hui_json_find(encoding, hui_channel_word(hui_channel_main(channel)));
    return hui_json_is_string(hui_spec_find(main, "bin"), "binned") || hui_spec_bool(main, "bin.binned", false);
}

static void read_list(hui_view *unit, hui_channel channel, const hui_json *json, hui_channel_defs *list)
{
    const bool one = json->kind != HUI_JSON_ARRAY;
    for (const hui_json *item = one ? json : json->first; item; item = one ? NULL : item->next) {
        const hui_channel_def *def = hui_channel_def_read(unit->chart, channel, item);
        if (hui_def_is_field(def) || (def && channel == HUI_CHANNEL_TOOLTIP))
            *hui_vec_push(unit->chart->arena, list) = def;
    }
}

static void read_order(hui_view *unit, const hui_json *json)
{
    const hui_json *value = hui_json_is(json, HUI_JSON_OBJECT) ? hui_json_find(json, "value") : NULL;
    if (value) {
        unit->ordered_not = value->kind == HUI_JSON_NULL || value->kind == HUI_JSON_FALSE;
        unit->channels[HUI_CHANNEL_ORDER] = hui_channel_def_read(unit->chart, HUI_CHANNEL_ORDER, json);
    } else {
        read_list(unit, HUI_CHANNEL_ORDER, json, &unit->orders);
    }
}

/* An offset beside a continuous position has no band to stand in. */
static bool lacks_band(const hui_view *unit, hui_channel channel, const hui_channel_def *def)
{
    if (channel != HUI_CHANNEL_XOFFSET && channel != HUI_CHANNEL_YOFFSET)
        return false;
    const hui_channel_def *position = unit->channels[channel == HUI_CHANNEL_XOFFSET ? HUI_CHANNEL_X : HUI_CHANNEL_Y];
    return hui_def_is_field(position) && !hui_def_is_discrete(position) && hui_def_is_field(def) &&
           !position->unit.parts;
}

static void read_channel(hui_view *unit, const hui_json *encoding, hui_channel channel)
{
    const hui_json *json = hui_json_find(encoding, hui_channel_word(channel));
    const char *covered = unit->filled ? "fill" : "stroke";
    if (channel == HUI_CHANNEL_TOOLTIP)
        unit->tooltip_json = json;
    if (!json || json->kind == HUI_JSON_NULL || !supports(channel, unit->mark_kind, main_is_binned(encoding, channel)))
        return;
    if (channel == HUI_CHANNEL_DETAIL) {
        read_list(unit, channel, json, &unit->details);
        return;
    }
    if (channel == HUI_CHANNEL_ORDER) {
        read_order(unit, json);
        return;
    }
    if (channel == HUI_CHANNEL_TOOLTIP && json->kind == HUI_JSON_ARRAY) {
        read_list(unit, channel, json, &unit->tooltips);
        return;
    }
    if (channel == HUI_CHANNEL_COLOR && hui_json_find(encoding, covered))
        return;
    const hui_channel_def *def = hui_channel_def_read(unit->chart, channel, json);
    const bool varying = channel == HUI_CHANNEL_SIZE && unit->mark_kind == HUI_MARK_KIND_LINE &&
                         hui_def_is_field(def) && def->op != HUI_AGGREGATE_NONE;
    if (!lacks_band(unit, channel, def) && !varying)
        unit->channels[channel] = def;
}

static bool list_aggregates(const hui_channel_defs *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i]->op != HUI_AGGREGATE_NONE)
            return true;
    return false;
}

static bool def_aggregates(const hui_channel_def *def)
{
    if (!def)
        return false;
    for (size_t i = 0; i < def->condition_count; i++)
        if (def_aggregates(def->conditions[i].def))
            return true;
    return def->kind == HUI_DEF_FIELD && def->op != HUI_AGGREGATE_NONE;
}

static bool aggregates(const hui_view *unit)
{
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++)
        if (def_aggregates(unit->channels[i]))
            return true;
    return list_aggregates(&unit->details) || list_aggregates(&unit->orders) || list_aggregates(&unit->tooltips);
}

static bool has_frame(const hui_view *unit)
{
    return hui_json_find(unit->spec, "width") || hui_json_find(unit->spec, "height") ||
           hui_json_find(unit->spec, "view");
}

/* Takes a step from all layers beside a unit that have none of their own. */
static void drop_layers_step(hui_view *unit, int direction)
{
    hui_view *layer = unit->parent;
    if (has_frame(unit) || !layer || layer->kind != HUI_VIEW_LAYER)
        return;
    layer->sizes[direction] = NULL; /* and so from those to come */
    for (size_t i = 0; i < layer->child_count; i++)
        if (layer->children[i]->kind == HUI_VIEW_UNIT && !has_frame(layer->children[i]))
            layer->children[i]->sizes[direction] = NULL;
}

/* Steps make no sense of continuous fields. */
static void drop_useless_steps(hui_view *unit)
{
    static const hui_channel channels[] = {HUI_CHANNEL_X, HUI_CHANNEL_Y};
    for (int i = 0; i < 2; i++) {
        const hui_channel_def *def = unit->channels[channels[i]];
        if (!hui_json_is(unit->sizes[i], HUI_JSON_OBJECT) || !hui_def_is_scaled(def) || hui_def_is_discrete(def))
            continue;
        unit->sizes[i] = NULL;
        drop_layers_step(unit, i);
    }
}

static const char *with_suffix(hui_view *unit, const char *column, const char *suffix)
{
    return hui_arena_printf(unit->chart->arena, "%s_%s", column, suffix);
}

/* A time unit whose marks do not stand in its middle needs the ends of its shifted band. */
static void shift_bands(hui_view *unit)
{
    static const hui_channel channels[] = {HUI_CHANNEL_X, HUI_CHANNEL_Y};
    for (int i = 0; i < 2; i++) {
        const hui_channel_def *def = unit->channels[channels[i]];
        if (!(hui_mark_traits(unit->mark_kind) & HUI_MARK_RECT_LIKE) || !hui_def_is_field(def) || !def->unit.parts)
            continue;
        const double position = hui_unit_band_position(unit, def, unit->channels[hui_channel_second(channels[i])]);
        if (!(position == position) || position == 0.5)
            continue;
        hui_channel_def *copy = hui_arena_copy(unit->chart->arena, def, sizeof *def);
        copy->column_rect_start = with_suffix(unit, def->column, "offsetted_rect_start");
        copy->column_rect_end = with_suffix(unit, def->column, "offsetted_rect_end");
        unit->channels[channels[i]] = copy;
    }
}

/* A nominal colour with a domain of its own piles up (or stands side by side) in the order of that domain. */
static void order_by_domain(hui_view *unit)
{
    const hui_channel_def *color =
        unit->channels[HUI_CHANNEL_FILL] ? unit->channels[HUI_CHANNEL_FILL] : unit->channels[HUI_CHANNEL_COLOR];
    const hui_json *domain = hui_def_is_field(color) ? hui_spec_find(color->json, "scale.domain") : NULL;
    if (unit->orders.count > 0 || unit->channels[HUI_CHANNEL_ORDER] || !hui_json_is(domain, HUI_JSON_ARRAY) ||
        color->type != HUI_NOMINAL || !color->field)
        return;
    for (hui_channel i = HUI_CHANNEL_XOFFSET; i <= HUI_CHANNEL_YOFFSET; i++)
        if (hui_def_is_field(unit->channels[i])) {
            hui_channel_def *copy = hui_arena_copy(unit->chart->arena, unit->channels[i], sizeof *copy);
            copy->sort = copy->sort ? copy->sort : domain;
            unit->channels[i] = copy;
            return;
        }
    if (unit->stack.channel == HUI_CHANNEL_NONE)
        return;
    hui_channel_def *order = HUI_NEW(unit->chart->arena, hui_channel_def);
    *order = *color;
    order->channel = HUI_CHANNEL_ORDER;
    order->type = HUI_QUANTITATIVE;
    order->column = hui_arena_printf(unit->chart->arena, "_%s_sort_index", color->column);
    order->sort =
        hui_json_make_string(unit->chart->arena, unit->orient == HUI_HORIZONTAL ? "ascending" : "descending", domain);
    *hui_vec_push(unit->chart->arena, &unit->orders) = order;
}

static hui_view *read_unit(hui_charting *chart, const hui_json *spec, hui_view *parent)
{
    hui_view *unit = view_new(chart, spec, parent, HUI_VIEW_UNIT);
    hui_unit_read_mark(unit);
    if (unit->mark_kind == HUI_MARK_KIND_COUNT)
        return NULL;
    const hui_json *encoding = hui_json_find(spec, "encoding");
    if (hui_json_is(encoding, HUI_JSON_OBJECT))
        for (unsigned i = 0; i < HUI_CHANNEL_ROW; i++)
            read_channel(unit, encoding, (hui_channel)i);
    unit->aggregated = aggregates(unit);
    return unit;
}

static void finish_unit(hui_view *unit)
{
    hui_unit_finish_mark(unit);
    drop_useless_steps(unit);
    shift_bands(unit);
    hui_unit_find_stack(unit);
    order_by_domain(unit);
}

static bool read_children(hui_view *view, const hui_json *list)
{
    view->children = HUI_NEW_ARRAY(view->chart->arena, hui_view *, list->count ? list->count : 1);
    for (const hui_json *item = list->first; item; item = item->next) {
        hui_view *child = hui_view_new(view->chart, item, view);
        if (!child)
            return false;
        view->children[view->child_count++] = child;
    }
    return true;
}

static void read_facet_def(hui_view *view, int index, hui_channel channel, const hui_json *json)
{
    hui_channel_def *def = hui_channel_def_read(view->chart, channel, json);
    if (hui_def_is_field(def))
        view->headers[index].def = def;
}

static hui_view *read_facet(hui_charting *chart, const hui_json *spec, hui_view *parent)
{
    hui_view *view = view_new(chart, spec, parent, HUI_VIEW_FACET);
    const hui_json *facet = hui_json_find(spec, "facet");
    const hui_json *row = hui_spec_find(facet, "row"), *column = hui_spec_find(facet, "column");
    if (row || column) {
        read_facet_def(view, HUI_FACET_ROW, HUI_CHANNEL_ROW, row);
        read_facet_def(view, HUI_FACET_COLUMN, HUI_CHANNEL_COLUMN, column);
    } else {
        read_facet_def(view, HUI_FACET_WRAP, HUI_CHANNEL_FACET, facet);
    }
    view->children = HUI_NEW_ARRAY(chart->arena, hui_view *, 1);
    view->children[0] = hui_view_new(chart, hui_json_find(spec, "spec"), view);
    view->child_count = 1;
    return view->children[0] ? view : NULL;
}

static void read_sizes(hui_view *view)
{
    static const char *const words[] = {"width", "height"};
    bool lone = true; /* the chart's only plot: no grid around it */
    for (const hui_view *outer = view->parent; outer; outer = outer->parent)
        lone &= outer->kind == HUI_VIEW_LAYER;
    for (int i = 0; i < 2; i++) {
        if (view->parent && view->parent->kind == HUI_VIEW_LAYER)
            view->sizes[i] = view->parent->sizes[i];
        const hui_json *own = hui_json_find(view->spec, words[i]);
        if (hui_json_is(own, HUI_JSON_NUMBER) || hui_json_is(own, HUI_JSON_OBJECT) ||
            (lone && hui_json_is_string(own, "container")))
            view->sizes[i] = own;
    }
}

static void read_resolve(hui_view *view)
{
    const hui_json *resolve = hui_json_find(view->spec, "resolve");
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        const char *word = hui_channel_word((hui_channel)i);
        const bool position = i == HUI_CHANNEL_X || i == HUI_CHANNEL_Y;
        const hui_json *scales = hui_spec_find(resolve, "scale");
        const hui_json *guides = hui_spec_find(resolve, position ? "axis" : "legend");
        const hui_json *scale = hui_spec_find(scales, word), *guide = hui_spec_find(guides, word);
        view->scale_resolve[i] = hui_json_is_string(scale, "independent") ? HUI_INDEPENDENT
                                 : scale                                  ? HUI_SHARED
                                                                          : HUI_RESOLVE_DEFAULT;
        view->guide_resolve[i] = hui_json_is_string(guide, "independent") ? HUI_INDEPENDENT
                                 : guide                                  ? HUI_SHARED
                                                                          : HUI_RESOLVE_DEFAULT;
    }
}

static hui_view *read_list_view(hui_charting *chart, const hui_json *spec, hui_view *parent, const hui_json *list,
                                hui_view_kind kind)
{
    hui_view *view = view_new(chart, spec, parent, kind);
    read_sizes(view);
    read_resolve(view);
    return read_children(view, list) ? view : NULL;
}

hui_view *hui_view_new(hui_charting *chart, const hui_json *spec, hui_view *parent)
{
    static const char *const concats[] = {"hconcat", "vconcat", "concat"};
    if (!hui_json_is(spec, HUI_JSON_OBJECT))
        return NULL;
    const hui_json *list = hui_json_find(spec, "layer");
    if (hui_json_is(list, HUI_JSON_ARRAY))
        return read_list_view(chart, spec, parent, list, HUI_VIEW_LAYER);
    for (int i = 0; i < 3; i++)
        if (hui_json_is(list = hui_json_find(spec, concats[i]), HUI_JSON_ARRAY))
            return read_list_view(chart, spec, parent, list, HUI_VIEW_CONCAT);
    hui_view *view = hui_json_find(spec, "facet") ? read_facet(chart, spec, parent) : read_unit(chart, spec, parent);
    if (!view)
        return NULL;
    read_sizes(view);
    read_resolve(view);
    if (view->kind == HUI_VIEW_UNIT)
        finish_unit(view);
    return view;
}

bool hui_view_has_data(const hui_view *view)
{
    return hui_json_truthy(hui_json_find(view->spec, "data"));
}

void hui_view_units(hui_view *view, void (*visit)(hui_view *unit, void *closure), void *closure)
{
    if (view->kind == HUI_VIEW_UNIT)
        visit(view, closure);
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_units(view->children[i], visit, closure);
}

const hui_channel_def *hui_unit_scaled(const hui_view *unit, hui_channel channel)
{
    const hui_channel_def *def = unit->channels[channel];
    if (!def || hui_def_is_scaled(def))
        return def;
    for (size_t i = 0; i < def->condition_count; i++)
        if (hui_def_is_scaled(def->conditions[i].def))
            return def->conditions[i].def;
    return NULL;
}

hui_scale_part *hui_view_scale(const hui_view *view, hui_channel channel)
{
    for (; view; view = view->parent)
        if (view->scales[channel] && !view->scales[channel]->merged)
            return view->scales[channel];
    return NULL;
}
