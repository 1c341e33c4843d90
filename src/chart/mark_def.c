/* Mark definitions: properties by Vega-Lite's order of precedence, and those that follow from the encoding. */
#include "chart/view.h"

#include "json/make.h"

#include <math.h>
#include <string.h>

typedef struct mark_row {
    const char *word, *drawn;
    unsigned traits;
} mark_row;

static const mark_row rows[] = {
#define HUI_MARK_KIND(NAME, word, drawn, traits) {word, #drawn, traits},
#include "chart/mark_kinds.inc"
#undef HUI_MARK_KIND
};

const char *hui_mark_word(hui_mark_kind kind)
{
    return rows[kind].word;
}

unsigned hui_mark_traits(hui_mark_kind kind)
{
    return rows[kind].traits;
}

static const hui_json *config_part(const hui_view *unit, const char *part, const char *key)
{
    const hui_json *object = hui_json_find(unit->chart->config, part);
    return hui_json_is(object, HUI_JSON_OBJECT) ? hui_json_find(object, key) : NULL;
}

static const hui_json *one_style(const hui_json *styles, const char *style, const char *key)
{
    const hui_json *object = style ? hui_json_find(styles, style) : NULL;
    return hui_json_is(object, HUI_JSON_OBJECT) ? hui_json_find(object, key) : NULL;
}

/* The last of the mark's styles that has the property. */
static const hui_json *find_style(const hui_view *unit, const char *key)
{
    const hui_json *styles = hui_json_find(unit->chart->config, "style"), *style = hui_json_find(unit->mark, "style");
    if (!hui_json_is(styles, HUI_JSON_OBJECT))
        return NULL;
    const hui_json *found = one_style(styles, rows[unit->mark_kind].word, key), *next;
    if (hui_json_is(style, HUI_JSON_STRING))
        return hui_json_first(one_style(styles, style->string, key), found);
    if (hui_json_is(style, HUI_JSON_ARRAY))
        for (const hui_json *name = style->first; name; name = name->next)
            if ((next = one_style(styles, hui_json_string(name, NULL), key)))
                found = next;
    return found;
}

const hui_json *hui_mark_config(const hui_view *unit, const char *key, const char *vega)
{
    const char *word = rows[unit->mark_kind].word;
    const hui_json *found = find_style(unit, key);
    if (!found && vega)
        found = config_part(unit, word, vega);
    if (!found)
        found = config_part(unit, word, key);
    return found ? found : config_part(unit, "mark", vega ? vega : key);
}

const hui_json *hui_mark_find(const hui_view *unit, const char *key, const char *vega)
{
    const hui_json *found = vega ? hui_json_find(unit->mark, vega) : NULL;
    if (!found)
        found = hui_json_find(unit->mark, key);
    return found ? found : hui_mark_config(unit, key, vega);
}

static const hui_json *vega_default(const hui_view *unit, const char *key)
{
    static const char *const drawn[][2] = {{"HUI_MARK_SYMBOL", "symbol"},
                                           {"HUI_MARK_LINE", "line"},
                                           {"HUI_MARK_TEXT", "text"},
                                           {"HUI_MARK_TRAIL", "trail"}};
    const hui_json *vega = hui_json_find(unit->chart->config, "vega");
    const hui_json *style = one_style(hui_json_find(vega, "style"), rows[unit->mark_kind].word, key);
    for (size_t i = 0; !style && i < sizeof drawn / sizeof *drawn; i++)
        if (!strcmp(rows[unit->mark_kind].drawn, drawn[i][0]))
            style = one_style(vega, drawn[i][1], key);
    return style;
}

const hui_json *hui_mark_default(const hui_view *unit, const char *key)
{
    const hui_json *found = hui_mark_find(unit, key, NULL);
    return found ? found : vega_default(unit, key);
}

void hui_unit_read_mark(hui_view *unit)
{
    hui_arena *arena = unit->chart->arena;
    const hui_json *given = hui_json_find(unit->spec, "mark");
    const char *word = hui_json_string(given, hui_spec_string(given, "type", ""));
    hui_json *mark = hui_json_is(given, HUI_JSON_OBJECT) ? hui_json_copy(arena, given)
                                                         : hui_json_make(arena, HUI_JSON_OBJECT, unit->spec);
    unit->mark_kind = HUI_MARK_KIND_COUNT;
    for (unsigned i = 0; i < HUI_MARK_KIND_COUNT; i++)
        if (!strcmp(rows[i].word, word))
            unit->mark_kind = (hui_mark_kind)i;
    unit->mark = mark;
    if (unit->mark_kind == HUI_MARK_KIND_COUNT)
        return;
    const bool lined = unit->mark_kind == HUI_MARK_KIND_POINT || unit->mark_kind == HUI_MARK_KIND_LINE ||
                       unit->mark_kind == HUI_MARK_KIND_RULE;
    const bool graticule = hui_spec_find(hui_json_find(unit->spec, "data"), "graticule") != NULL;
    const hui_json *filled = graticule ? hui_json_find(mark, "filled") : hui_mark_find(unit, "filled", NULL);
    unit->filled = filled && filled->kind != HUI_JSON_NULL ? hui_json_truthy(filled) : !lined && !graticule;
    hui_json_put(arena, mark, "filled", hui_json_make_bool(arena, unit->filled, unit->spec));
}

static bool is_binned(const hui_channel_def *def)
{
    return hui_def_is_field(def) && def->binned;
}

static bool is_aggregate(const hui_channel_def *def)
{
    return hui_def_is_field(def) && def->op != HUI_AGGREGATE_NONE;
}

/* Of a bar or text: HUI_ORIENTATION_NONE where the rules for other marks decide. */
static hui_orientation bar_orient(const hui_view *unit, hui_orientation given, bool has_x2, bool has_y2)
{
    const hui_channel_def *x = unit->channels[HUI_CHANNEL_X], *y = unit->channels[HUI_CHANNEL_Y];
    if (hui_def_is_field(x) && (x->binned || (is_aggregate(y) && !is_aggregate(x))))
        return HUI_VERTICAL;
    if (hui_def_is_field(y) && (y->binned || (is_aggregate(x) && !is_aggregate(y))))
        return HUI_HORIZONTAL;
    if (!has_x2 && !has_y2)
        return HUI_ORIENTATION_NONE;
    if (given)
        return given;
    if (!has_x2)
        return hui_def_is_measure(x) && is_binned(y) ? HUI_HORIZONTAL : HUI_VERTICAL;
    if (!has_y2)
        return hui_def_is_measure(y) && is_binned(x) ? HUI_VERTICAL : HUI_HORIZONTAL;
    return HUI_ORIENTATION_NONE;
}

/* Of marks between x and x2 or y and y2, and rules across the plot. `done` where nothing else decides. */
static hui_orientation range_orient(const hui_view *unit, bool has_x2, bool has_y2, bool *done)
{
    const hui_channel_def *x = unit->channels[HUI_CHANNEL_X], *y = unit->channels[HUI_CHANNEL_Y];
    const bool area = unit->mark_kind == HUI_MARK_KIND_AREA;
    *done = true;
    if (!area && has_x2 && !is_binned(x) && has_y2 && !is_binned(y))
        return HUI_ORIENTATION_NONE;
    if (has_y2)
        return is_binned(y) ? HUI_HORIZONTAL : HUI_VERTICAL;
    if (has_x2)
        return is_binned(x) ? HUI_VERTICAL : HUI_HORIZONTAL;
    if (unit->mark_kind == HUI_MARK_KIND_RULE && x && !y)
        return HUI_VERTICAL;
    if (unit->mark_kind == HUI_MARK_KIND_RULE && y && !x)
        return HUI_HORIZONTAL;
    *done = false;
    return HUI_ORIENTATION_NONE;
}

static hui_orientation measure_orient(const hui_view *unit, hui_orientation given)
{
    const hui_channel_def *x = unit->channels[HUI_CHANNEL_X], *y = unit->channels[HUI_CHANNEL_Y];
    const bool x_measures = hui_def_is_measure(x), y_measures = hui_def_is_measure(y);
    const bool tick = unit->mark_kind == HUI_MARK_KIND_TICK;
    if (given)
        return given;
    if (x_measures != y_measures)
        return x_measures != tick ? HUI_HORIZONTAL : HUI_VERTICAL;
    if (x_measures)
        return HUI_VERTICAL;
    const bool x_time = hui_def_is_field(x) && x->type == HUI_TEMPORAL;
    const bool y_time = hui_def_is_field(y) && y->type == HUI_TEMPORAL;
    return x_time == y_time ? HUI_ORIENTATION_NONE : x_time ? HUI_VERTICAL : HUI_HORIZONTAL;
}

static hui_orientation find_orient(const hui_view *unit)
{
    const hui_json *json = hui_mark_find(unit, "orient", NULL);
    const hui_orientation given = hui_json_is_string(json, "vertical")     ? HUI_VERTICAL
                                  : hui_json_is_string(json, "horizontal") ? HUI_HORIZONTAL
                                                                           : HUI_ORIENTATION_NONE;
    const bool has_x2 = unit->channels[HUI_CHANNEL_X2], has_y2 = unit->channels[HUI_CHANNEL_Y2];
    hui_orientation found;
    bool done;
    switch (unit->mark_kind) {
    case HUI_MARK_KIND_POINT:
    case HUI_MARK_KIND_CIRCLE:
    case HUI_MARK_KIND_SQUARE:
    case HUI_MARK_KIND_RECT:
    case HUI_MARK_KIND_IMAGE:
        return HUI_ORIENTATION_NONE;
    case HUI_MARK_KIND_BAR:
    case HUI_MARK_KIND_TEXT:
        if ((found = bar_orient(unit, given, has_x2, has_y2)) != HUI_ORIENTATION_NONE)
            return found;
        /* fall through */
    case HUI_MARK_KIND_RULE:
    case HUI_MARK_KIND_AREA:
        found = range_orient(unit, has_x2, has_y2, &done);
        if (done)
            return found;
        /* fall through */
    case HUI_MARK_KIND_LINE:
    case HUI_MARK_KIND_TICK:
        return measure_orient(unit, given);
    case HUI_MARK_KIND_ARC:
    case HUI_MARK_KIND_GEOSHAPE:
    case HUI_MARK_KIND_TRAIL:
    case HUI_MARK_KIND_COUNT:
        break;
    }
    return HUI_VERTICAL;
}

/* A bar's far end is rounded by the radii of its corners. */
static void round_end(hui_view *unit, hui_json *mark)
{
    static const char *const ends[][3] = {{0},
                                          {"cornerRadiusTopLeft", "cornerRadiusTopRight", NULL},
                                          {"cornerRadiusTopRight", "cornerRadiusBottomRight", NULL}};
    const hui_json *radius = hui_mark_find(unit, "cornerRadiusEnd", NULL);
    if (unit->mark_kind != HUI_MARK_KIND_BAR || !unit->orient || !radius)
        return;
    const bool ranged = unit->channels[unit->orient == HUI_HORIZONTAL ? HUI_CHANNEL_X2 : HUI_CHANNEL_Y2] != NULL;
    if (ranged)
        hui_json_put(unit->chart->arena, mark, "cornerRadius", radius);
    for (size_t i = 0; !ranged && ends[unit->orient][i]; i++)
        hui_json_put(unit->chart->arena, mark, ends[unit->orient][i], radius);
}

void hui_unit_finish_mark(hui_view *unit)
{
    hui_arena *arena = unit->chart->arena;
    hui_json *mark = hui_json_copy(arena, unit->mark);
    unit->mark = mark;
    unit->orient = find_orient(unit);
    round_end(unit, mark);
    const bool pointed = unit->mark_kind == HUI_MARK_KIND_POINT || unit->mark_kind == HUI_MARK_KIND_TICK ||
                         unit->mark_kind == HUI_MARK_KIND_CIRCLE || unit->mark_kind == HUI_MARK_KIND_SQUARE;
    if (pointed && !unit->aggregated && !hui_mark_find(unit, "opacity", NULL) &&
        !hui_mark_find(unit, "fillOpacity", NULL))
        hui_json_put(arena, mark, "opacity", hui_json_make_number(arena, 0.7, mark));
}
