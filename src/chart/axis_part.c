/* Axis parts: properties that are given or follow by Vega-Lite's rules, merged in layers, moved to headers in facets. */
#include "chart/axis.h"

#include "chart/chinese.h"

#include "json/make.h"

#include <math.h>
#include <string.h>

/* An axis of one unit while its properties are found. */
typedef struct axis_rule {
    const hui_view *unit;
    hui_axis_part *part;
    const hui_json *axis; /* the spec's, or NULL */
    const hui_channel_def *def;
    hui_scale_type type;
    const char *orient;
    hui_axis_look look;
} axis_rule;

static hui_arena *arena_of(const axis_rule *r)
{
    return r->unit->chart->arena;
}

static bool discrete(hui_scale_type type)
{
    return (hui_scale_traits(type) & HUI_SCALE_DISCRETE) != 0;
}

static const hui_json *config_of(const axis_rule *r, const char *key)
{
    return hui_axis_look_find(&r->look, key);
}

/* Rules
 * ----- */

static const hui_json *word(const axis_rule *r, const char *text)
{
    return text ? hui_json_make_string(arena_of(r), text, r->def->json) : NULL;
}

static const hui_json *number(const axis_rule *r, double value)
{
    return hui_json_make_number(arena_of(r), value, r->def->json);
}

static const hui_json *truth(const axis_rule *r, bool value)
{
    return hui_json_make_bool(arena_of(r), value, r->def->json);
}

static bool is_timed(const hui_channel_def *def, const char *format_type)
{
    if (format_type)
        return !strcmp(format_type, "time");
    return def->type == HUI_TEMPORAL || (def->kind == HUI_DEF_FIELD && def->unit.parts);
}

const char *hui_guide_format(const hui_charting *chart, const hui_channel_def *def, const hui_json *guide, bool is_axis)
{
    const char *given = hui_spec_string(guide, "format", NULL), *type = hui_spec_string(guide, "formatType", NULL);
    if (hui_json_is_string(hui_json_find(def->json, "stack"), "normalize") && is_axis)
        return hui_spec_string(chart->config, "normalizedNumberFormat", ".0%");
    if (is_timed(def, type)) {
        if (given)
            return given;
        if (def->kind == HUI_DEF_FIELD && def->unit.parts)
            return hui_chart_unit_format(chart, def->unit);
        return is_axis ? NULL : hui_spec_string(chart->config, "timeFormat", NULL);
    }
    return given ? given : def->type == HUI_QUANTITATIVE ? hui_spec_string(chart->config, "numberFormat", NULL) : NULL;
}

static const hui_json *derive_format(const axis_rule *r)
{
    return word(r, hui_guide_format(r->unit->chart, r->def, r->axis, true));
}

static const hui_json *derive_format_type(const axis_rule *r)
{
    const char *given = hui_spec_string(r->axis, "formatType", NULL);
    if (given)
        return word(r, given);
    return is_timed(r->def, NULL) && !(hui_scale_traits(r->type) & HUI_SCALE_TEMPORAL) ? word(r, "time") : NULL;
}

static const hui_json *derive_grid(const axis_rule *r)
{
    return truth(r, !discrete(r->type) && r->def->kind == HUI_DEF_FIELD && !r->def->bins && !r->def->binned);
}

static double label_angle(const axis_rule *r)
{
    const hui_json *given = hui_spec_find(r->axis, "labelAngle");
    const double angle = hui_json_number(given ? given : config_of(r, "labelAngle"), NAN);
    if (!isnan(angle))
        return fmod(fmod(angle, 360) + 360, 360);
    const bool turned = r->part->channel == HUI_CHANNEL_X && hui_def_is_discrete(r->def) &&
                        !(r->def->kind == HUI_DEF_FIELD && r->def->unit.parts);
    return turned ? 270 : NAN;
}

static const hui_json *derive_label_angle(const axis_rule *r)
{
    const double angle = label_angle(r);
    return isnan(angle) ? NULL : number(r, angle);
}

const char *hui_label_align(double angle, const char *orient, bool is_x)
{
    const double start = is_x ? 0 : 90;
    if (isnan(angle))
        return NULL;
    if (fmod(angle + start, 180) == 0)
        return is_x ? NULL : "center";
    return (start < angle && angle < 180 + start) == !strcmp(orient, is_x ? "bottom" : "left") ? "left" : "right";
}

const char *hui_label_baseline(double angle, const char *orient, bool is_x, bool always)
{
    if (isnan(angle))
        return NULL;
    const bool flat = angle <= 45 || angle >= 315;
    if (is_x) {
        if ((angle > 45 && angle < 135) || (angle > 225 && angle < 315))
            return "middle";
        return flat == !strcmp(orient, "top") ? "bottom" : "top";
    }
    if (flat || (angle >= 135 && angle <= 225))
        return always ? "middle" : NULL;
    return (angle >= 45 && angle <= 135) == !strcmp(orient, "left") ? "top" : "bottom";
}

static const hui_json *derive_align(const axis_rule *r)
{
    return word(r, hui_label_align(label_angle(r), r->orient, r->part->channel == HUI_CHANNEL_X));
}

static const hui_json *derive_baseline(const axis_rule *r)
{
    return word(r, hui_label_baseline(label_angle(r), r->orient, r->part->channel == HUI_CHANNEL_X, false));
}

static const hui_json *derive_flush(const axis_rule *r)
{
    const bool continuous = r->def->type == HUI_QUANTITATIVE || r->def->type == HUI_TEMPORAL;
    return r->part->channel == HUI_CHANNEL_X && continuous ? truth(r, true) : NULL;
}

static const hui_json *derive_overlap(const axis_rule *r)
{
    const bool timed = r->def->kind == HUI_DEF_FIELD && r->def->unit.parts;
    const hui_json *sort = r->def->sort;
    const bool by_channel = hui_json_is(sort, HUI_JSON_STRING) && !hui_json_is_string(sort, "ascending") &&
                            !hui_json_is_string(sort, "descending");
    const bool sorted = hui_json_is(sort, HUI_JSON_OBJECT) || hui_json_is(sort, HUI_JSON_ARRAY) || by_channel;
    if (!(timed && !sorted) && hui_def_is_discrete(r->def))
        return NULL;
    return r->type == HUI_SCALE_LOG || r->type == HUI_SCALE_SYMLOG ? word(r, "greedy") : truth(r, true);
}

/* Negative numbers stand for "one every so many px of the axis"; labels of posters are larger than Vega's. */
static const hui_json *derive_tick_count(const axis_rule *r)
{
    const hui_json *values = hui_spec_find(r->axis, "values");
    const unsigned lone = HUI_TIME_MONTH | HUI_TIME_HOURS | HUI_TIME_DAY | HUI_TIME_QUARTER;
    if (hui_json_truthy(values) || discrete(r->type) || r->type == HUI_SCALE_BIN_ORDINAL || r->type == HUI_SCALE_LOG)
        return NULL;
    if (r->def->kind == HUI_DEF_FIELD) {
        const unsigned parts = r->def->unit.parts;
        if (r->def->bins)
            return number(r, -10);
        if ((parts & lone) && (parts & (parts - 1)) == 0)
            return NULL;
    }
    const bool poster = r->unit->chart->options->theme != NULL;
    return number(r, !poster ? -40 : r->part->channel == HUI_CHANNEL_X ? -110 : -80);
}

static const hui_json *derive_min_step(const axis_rule *r)
{
    const char *format = hui_guide_format(r->unit->chart, r->def, r->axis, true);
    if (format && !strcmp(format, "d"))
        return number(r, 1);
    if (r->def->kind != HUI_DEF_FIELD || !r->def->unit.parts)
        return NULL;
    hui_time_unit smallest = r->def->unit;
    smallest.parts = hui_time_unit_smallest(r->def->unit);
    if (smallest.parts == HUI_TIME_DAY)
        return NULL;
    const double start = 978307200000.0; /* 1 January 2001, of a year that is no leap year */
    return number(r, hui_time_unit_offset(smallest, start, 1) - start);
}

static const hui_json *derive_zindex(const axis_rule *r)
{
    const bool above = r->unit->mark_kind == HUI_MARK_KIND_RECT && hui_def_is_discrete(r->def);
    return number(r, above ? 1 : 0);
}

typedef const hui_json *axis_derive(const axis_rule *r);

static const struct {
    const char *key;
    axis_derive *derive;
} rules[] = {
    {"format", derive_format},          {"formatType", derive_format_type}, {"grid", derive_grid},
    {"labelAngle", derive_label_angle}, {"labelAlign", derive_align},       {"labelBaseline", derive_baseline},
    {"labelFlush", derive_flush},       {"labelOverlap", derive_overlap},   {"tickCount", derive_tick_count},
    {"tickMinStep", derive_min_step},   {"zindex", derive_zindex},
};

static const char *find_orient(const hui_charting *chart, hui_channel channel, const hui_json *axis)
{
    const bool x = channel == HUI_CHANNEL_X;
    const char *given = hui_spec_string(axis, "orient", NULL);
    const char *config = hui_spec_string(chart->config, x ? "axisX.orient" : "axisY.orient",
                                         hui_spec_string(chart->config, "axis.orient", x ? "bottom" : "left"));
    return given ? given : config;
}

static void find_title(const axis_rule *r)
{
    const hui_channel_def *second = r->unit->channels[hui_channel_second(r->part->channel)];
    const hui_json *own = hui_spec_find(r->axis, "title");
    const hui_json *first = hui_json_find(r->def->json, "title");
    const hui_json *other = hui_def_is_field(second) ? hui_json_find(second->json, "title") : NULL;
    hui_title_part *title = &r->part->title;
    title->set = true;
    if (own || (r->def->kind == HUI_DEF_DATUM && first)) {
        title->given = true;
        title->text = hui_json_text(arena_of(r), own ? own : first);
        title->null = !title->text;
    } else if (r->def->kind == HUI_DEF_FIELD && (first || other)) {
        const char *a = hui_json_text(arena_of(r), first), *b = hui_json_text(arena_of(r), other);
        title->given = true;
        title->text = a && b && *a && *b && strcmp(a, b) != 0 ? hui_arena_printf(arena_of(r), "%s, %s", a, b)
                      : a && *a                               ? a
                      : b && *b                               ? b
                                                              : a;
        title->null = !title->text || !*title->text;
    } else if (config_of(r, "title")) {
        title->null = true; /* config that speaks of titles leaves none to the fields */
    } else {
        if (r->def->kind == HUI_DEF_FIELD)
            hui_title_add(arena_of(r), title, r->def);
        if (hui_def_is_field(second))
            hui_title_add(arena_of(r), title, second);
    }
}

static void find_properties(const axis_rule *r)
{
    hui_arena *arena = arena_of(r);
    if (r->axis)
        for (const hui_json *member = r->axis->first; member; member = member->next)
            if (strcmp(member->key, "title") != 0)
                hui_split_put(arena, r->part->props, member->key, member, true);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const bool own = r->axis && hui_json_find(r->axis, rules[i].key) && strcmp(rules[i].key, "labelAngle") != 0 &&
                         strcmp(rules[i].key, "format") != 0;
        const hui_json *value = own || config_of(r, rules[i].key) ? NULL : rules[i].derive(r);
        if (value)
            hui_split_put(arena, r->part->props, rules[i].key, value, r->axis && hui_json_find(r->axis, rules[i].key));
    }
    /* What config says of a type of axis moves it; labels are still aligned as for where it was. */
    const bool given = hui_spec_find(r->axis, "orient") != NULL;
    const char *orient = given ? r->orient : hui_json_string(config_of(r, "orient"), r->orient);
    hui_split_put(arena, r->part->props, "orient", word(r, orient), given);
}

static void find_unit_axis(hui_view *unit, hui_channel channel)
{
    hui_arena *arena = unit->chart->arena;
    const hui_channel_def *def = hui_unit_scaled(unit, channel);
    const hui_json *json = def ? hui_json_find(def->json, "axis") : NULL;
    if (!def || !unit->scales[channel])
        return;
    hui_axis_part *part = HUI_NEW(arena, hui_axis_part);
    *part = (hui_axis_part){.channel = channel, .unit = unit, .def = def, .props = hui_split_new(arena, def->json)};
    axis_rule r = {.unit = unit,
                   .part = part,
                   .axis = hui_json_is(json, HUI_JSON_OBJECT) ? json : NULL,
                   .def = def,
                   .type = hui_view_scale(unit, channel)->type};
    r.orient = find_orient(unit->chart, channel, r.axis);
    r.look = hui_axis_look_new(unit->chart, channel, r.type, r.orient, r.axis ? hui_json_find(r.axis, "style") : NULL);
    part->disabled = json ? !hui_json_truthy(json) : hui_json_truthy(config_of(&r, "disable"));
    if (hui_json_truthy(hui_spec_find(r.axis, "disable")))
        part->disabled = true;
    if (!part->disabled) {
        find_properties(&r);
        find_title(&r);
    }
    *hui_vec_push(arena, &unit->axes[channel == HUI_CHANNEL_X ? 0 : 1]) = part;
}

/* Layers
 * ------ */

static const char *orient_of(const hui_axis_part *part)
{
    return hui_json_string(hui_split_find(part->props, "orient"), "");
}

static bool merge_part(hui_arena *arena, hui_axis_part *into, const hui_axis_part *from)
{
    if (hui_split_given(into->props, "orient") && hui_split_given(from->props, "orient") &&
        strcmp(orient_of(into), orient_of(from)) != 0)
        return false;
    into->disabled |= from->disabled; /* an axis that one layer does without none has */
    hui_split_merge_all(arena, into->props, from->props);
    hui_title_merge(arena, &into->title, &from->title);
    return true;
}

static hui_axis_part *copy_part(hui_arena *arena, const hui_axis_part *part)
{
    hui_axis_part *copy = hui_arena_copy(arena, part, sizeof *part);
    copy->props = hui_split_new(arena, part->def->json);
    hui_split_merge_all(arena, copy->props, part->props);
    copy->title = (hui_title_part){0};
    hui_title_merge(arena, &copy->title, &part->title);
    return copy;
}

/* False where the children's axes cannot be one. */
static bool merge_children(hui_view *layer, int xy)
{
    hui_arena *arena = layer->chart->arena;
    hui_axis_parts merged = {0};
    for (size_t c = 0; c < layer->child_count; c++) {
        const hui_axis_parts *axes = &layer->children[c]->axes[xy];
        if (axes->count > 0 && merged.count > 0 && axes->count != merged.count)
            return false;
        for (size_t i = 0; i < axes->count; i++) {
            if (i == merged.count)
                *hui_vec_push(arena, &merged) = copy_part(arena, axes->at[i]);
            else if (!merge_part(arena, merged.at[i], axes->at[i]))
                return false;
        }
    }
    layer->axes[xy] = merged;
    return true;
}

static int orient_index(const char *orient)
{
    static const char *const words[] = {"bottom", "top", "left", "right"};
    for (int i = 0; i < 4; i++)
        if (!strcmp(words[i], orient))
            return i;
    return 0;
}

/* Each layer keeps its own: the second goes to the other side, and the first alone has a grid. */
static void collect_children(hui_view *layer, int xy)
{
    static const char *const opposite[] = {"top", "bottom", "right", "left"};
    hui_arena *arena = layer->chart->arena;
    int counts[4] = {0};
    for (size_t c = 0; c < layer->child_count; c++)
        for (size_t i = 0; i < layer->children[c]->axes[xy].count; i++) {
            hui_axis_part *part = layer->children[c]->axes[xy].at[i];
            const int orient = orient_index(orient_of(part));
            const bool moves = counts[orient] > counts[orient ^ 1] && !hui_split_given(part->props, "orient");
            if (moves && !part->disabled)
                hui_split_put(arena, part->props, "orient",
                              hui_json_make_string(arena, opposite[orient], part->def->json), false);
            counts[orient] += !part->disabled; /* where it would stand: a third one moves, too */
            if (layer->axes[xy].count > 0 && !hui_split_given(part->props, "grid"))
                hui_split_put(arena, part->props, "grid", hui_json_make_bool(arena, false, part->def->json), false);
            *hui_vec_push(arena, &layer->axes[xy]) = part;
        }
}

static void find_layer_axes(hui_view *layer)
{
    for (int xy = 0; xy < 2; xy++) {
        const hui_channel channel = xy == 0 ? HUI_CHANNEL_X : HUI_CHANNEL_Y;
        const bool independent =
            layer->scale_resolve[channel] == HUI_INDEPENDENT || layer->guide_resolve[channel] == HUI_INDEPENDENT;
        if (independent || !merge_children(layer, xy))
            collect_children(layer, xy);
        for (size_t c = 0; c < layer->child_count; c++)
            layer->children[c]->axes[xy].count = 0;
    }
}

/* Facets
 * ------ */

static void find_facet_axes(hui_view *facet)
{
    hui_view *child = facet->children[0];
    for (int xy = 0; xy < 2; xy++) {
        const hui_channel channel = xy == 0 ? HUI_CHANNEL_X : HUI_CHANNEL_Y;
        hui_header_part *header = &facet->headers[xy == 0 ? HUI_FACET_COLUMN : HUI_FACET_ROW];
        if (facet->scale_resolve[channel] == HUI_INDEPENDENT || facet->guide_resolve[channel] == HUI_INDEPENDENT)
            continue;
        for (size_t i = 0; i < child->axes[xy].count; i++) {
            hui_axis_part *part = child->axes[xy].at[i];
            const char *orient = orient_of(part);
            const bool ahead = !strcmp(orient, "top") || !strcmp(orient, "left");
            part->extracted = true;
            if (!part->disabled)
                *hui_vec_push(facet->chart->arena, ahead ? &header->header_axes : &header->footer_axes) = part;
        }
    }
}

void hui_view_find_axes(hui_view *view)
{
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_axes(view->children[i]);
    if (view->kind == HUI_VIEW_UNIT) {
        find_unit_axis(view, HUI_CHANNEL_X);
        find_unit_axis(view, HUI_CHANNEL_Y);
    } else if (view->kind == HUI_VIEW_LAYER) {
        find_layer_axes(view);
    } else if (view->kind == HUI_VIEW_FACET) {
        find_facet_axes(view);
    }
}
