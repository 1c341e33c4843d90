/* Legend parts: properties that are given or follow by Vega-Lite's rules, merged where views share a legend. */
#include "chart/legend.h"

#include "chart/axis.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

/* In the order in which Vega-Lite finds them. */
static const hui_channel legend_channels[] = {HUI_CHANNEL_COLOR,       HUI_CHANNEL_SIZE,   HUI_CHANNEL_SHAPE,
                                              HUI_CHANNEL_FILL,        HUI_CHANNEL_STROKE, HUI_CHANNEL_STROKEDASH,
                                              HUI_CHANNEL_STROKEWIDTH, HUI_CHANNEL_OPACITY};

/* One unit's legend. */
typedef struct rule {
    const hui_view *unit;
    hui_legend_part *part;
    const hui_channel_def *def;
    const hui_json *legend, *config; /* the spec's, or NULL; config.legend */
    hui_channel channel;
    hui_scale_type type;
    bool gradient;
    const char *orient, *direction; /* direction NULL: vertical */
} rule;

static hui_arena *arena_of(const rule *r)
{
    return r->unit->chart->arena;
}

static bool is_colored(hui_channel channel)
{
    return (hui_channel_traits(channel) & HUI_CHANNEL_COLORED) != 0;
}

static bool is_ramp(hui_scale_type type)
{
    return (hui_scale_traits(type) & HUI_SCALE_CONTINUOUS) && type != HUI_SCALE_IDENTITY;
}

static const hui_json *word(const rule *r, const char *text)
{
    return text ? hui_json_make_string(arena_of(r), text, r->def->json) : NULL;
}

/* A derived property, unless config has it. */
static void derive(const rule *r, const char *key, const hui_json *value)
{
    if (value && !hui_spec_find(r->config, key))
        hui_split_put(arena_of(r), r->part->props, key, value, false);
}

/* Rules
 * ----- */

/* Dates by a unit that comes again and again are told apart one by one. */
static bool recurs(const hui_channel_def *def)
{
    const unsigned parts = def->kind == HUI_DEF_FIELD ? def->unit.parts : 0;
    return parts == HUI_TIME_QUARTER || parts == HUI_TIME_MONTH || parts == HUI_TIME_DAY;
}

static bool find_gradient(const rule *r)
{
    const char *given = hui_spec_string(r->legend, "type", NULL);
    return given ? !strcmp(given, "gradient") : is_colored(r->channel) && !recurs(r->def) && is_ramp(r->type);
}

/* Vega-Lite asks for gradientDirection of symbols, too. */
static const char *find_direction(const rule *r)
{
    const char *given = hui_spec_string(r->legend, "direction", hui_spec_string(r->config, "gradientDirection", NULL));
    if (given)
        return given;
    if (!strcmp(r->orient, "top") || !strcmp(r->orient, "bottom"))
        return "horizontal";
    const bool beside = !strcmp(r->orient, "left") || !strcmp(r->orient, "right") || !strcmp(r->orient, "none");
    return !beside && r->gradient ? "horizontal" : NULL;
}

static const hui_json *derive_format_type(const rule *r)
{
    const char *given = hui_spec_string(r->legend, "formatType", NULL);
    const bool timed = given ? !strcmp(given, "time")
                             : r->def->type == HUI_TEMPORAL || (r->def->kind == HUI_DEF_FIELD && r->def->unit.parts);
    if ((given && (timed || !strcmp(given, "number"))) || !timed || (hui_scale_traits(r->type) & HUI_SCALE_TEMPORAL))
        return NULL;
    return word(r, "time");
}

static const hui_json *size_between(const rule *r, const char *size, const char *least, const char *most)
{
    hui_json *length = hui_json_make(arena_of(r), HUI_JSON_OBJECT, r->def->json);
    hui_json_put(arena_of(r), length, "size", word(r, size));
    hui_json_put(arena_of(r), length, "least",
                 hui_json_make_number(arena_of(r), hui_spec_number(r->config, least, 64), r->def->json));
    hui_json_put(arena_of(r), length, "most",
                 hui_json_make_number(arena_of(r), hui_spec_number(r->config, most, 200), r->def->json));
    return length;
}

/* As long as the plot, within limits; known when the plot's size is: {"size": "height", "least": …, "most": …}. */
static const hui_json *derive_length(const rule *r)
{
    const bool across = !strcmp(r->orient, "top") || !strcmp(r->orient, "bottom");
    if (!is_ramp(r->type))
        return NULL;
    if (!r->direction || strcmp(r->direction, "horizontal") != 0)
        return size_between(r, "height", "gradientVerticalMinLength", "gradientVerticalMaxLength");
    return across ? size_between(r, "width", "gradientHorizontalMinLength", "gradientHorizontalMaxLength")
                  : hui_spec_find(r->config, "gradientHorizontalMinLength");
}

static const hui_json *derive_overlap(const rule *r)
{
    const bool crowded = r->type == HUI_SCALE_QUANTILE || r->type == HUI_SCALE_THRESHOLD || r->type == HUI_SCALE_LOG ||
                         r->type == HUI_SCALE_SYMLOG;
    return crowded ? word(r, "greedy") : NULL;
}

static const char *mark_symbol(hui_mark_kind kind)
{
    switch (kind) {
    case HUI_MARK_KIND_BAR:
    case HUI_MARK_KIND_RECT:
    case HUI_MARK_KIND_IMAGE:
    case HUI_MARK_KIND_SQUARE:
        return "square";
    case HUI_MARK_KIND_LINE:
    case HUI_MARK_KIND_TRAIL:
    case HUI_MARK_KIND_RULE:
        return "stroke";
    case HUI_MARK_KIND_ARC:
    case HUI_MARK_KIND_AREA:
    case HUI_MARK_KIND_POINT:
    case HUI_MARK_KIND_CIRCLE:
    case HUI_MARK_KIND_TICK:
    case HUI_MARK_KIND_TEXT:
    case HUI_MARK_KIND_GEOSHAPE:
    case HUI_MARK_KIND_COUNT:
        break;
    }
    return "circle";
}

static const hui_json *derive_symbol(const rule *r)
{
    const hui_json *shape = NULL;
    if (r->channel != HUI_CHANNEL_SHAPE) {
        shape = hui_condition_value(arena_of(r), r->unit->channels[HUI_CHANNEL_SHAPE], false);
        if (!hui_json_truthy(shape))
            shape = hui_json_find(r->unit->mark, "shape");
    }
    return hui_json_truthy(shape) ? shape : word(r, mark_symbol(r->unit->mark_kind));
}

/* Named only where Vega would not come to it by itself. */
static const hui_json *named_type(const rule *r)
{
    const bool usual = is_colored(r->channel) && is_ramp(r->type) ? r->gradient : !r->gradient;
    return usual ? NULL : word(r, r->gradient ? "gradient" : "symbol");
}

static void find_title(const rule *r)
{
    hui_title_part *title = &r->part->title;
    const hui_json *given = hui_spec_find(r->legend, "title");
    if (!given)
        given = hui_json_find(r->def->json, "title");
    title->set = given || (r->def->kind == HUI_DEF_FIELD && !hui_spec_find(r->config, "title"));
    title->given = given != NULL;
    title->text = given ? hui_json_text(arena_of(r), given) : hui_def_title(r->unit->chart, r->def);
    title->null = !title->text;
}

/* Properties that are taken as they are given; those left out have rules of their own. */
static bool is_plain(const rule *r, const char *key)
{
    static const char *const ruled[] = {"title", "type", "formatType", "disable", "encoding", "encode", "selections"};
    for (size_t i = 0; i < sizeof ruled / sizeof *ruled; i++)
        if (!strcmp(key, ruled[i]))
            return false;
    return strncmp(key, r->gradient ? "symbol" : "gradient", r->gradient ? 6 : 8) != 0;
}

static void find_properties(const rule *r)
{
    static const struct {
        const char *key;
        const hui_json *(*derive)(const rule *r);
        bool symbols, gradients;
    } rules[] = {{"formatType", derive_format_type, true, true},
                 {"gradientLength", derive_length, false, true},
                 {"labelOverlap", derive_overlap, true, true},
                 {"symbolType", derive_symbol, true, false}};
    const hui_split props = r->part->props;
    const char *format_type = hui_spec_string(r->legend, "formatType", NULL);
    const hui_json *type = named_type(r);
    for (const hui_json *member = r->legend ? r->legend->first : NULL; member; member = member->next)
        if (is_plain(r, member->key))
            hui_split_put(arena_of(r), props, member->key, member, true);
    if (format_type && (!strcmp(format_type, "time") || !strcmp(format_type, "number")))
        hui_split_put(arena_of(r), props, "formatType", hui_json_find(r->legend, "formatType"), true);
    if (type)
        hui_split_put(arena_of(r), props, "type", type, hui_spec_find(r->legend, "type") != NULL);
    if (!hui_spec_find(r->legend, "direction"))
        derive(r, "direction", word(r, r->direction));
    if (!hui_spec_find(r->legend, "format"))
        derive(r, "format", word(r, hui_guide_format(r->unit->chart, r->def, r->legend, false)));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if ((r->gradient ? rules[i].gradients : rules[i].symbols) && !hui_split_find(props, rules[i].key))
            derive(r, rules[i].key, rules[i].derive(r));
}

/* Units
 * ----- */

/* What a channel of a mark is to the symbols of a legend. */
static const char *target_of(const hui_view *unit, hui_channel channel)
{
    const bool trail = unit->mark_kind == HUI_MARK_KIND_TRAIL;
    if (channel == HUI_CHANNEL_COLOR)
        return unit->filled && !trail ? "fill" : "stroke";
    return channel == HUI_CHANNEL_SIZE && trail ? "strokeWidth" : hui_channel_word(channel);
}

static const hui_json *object_or_null(const hui_json *json)
{
    return hui_json_is(json, HUI_JSON_OBJECT) ? json : NULL;
}

static hui_legend_part *part_new(const hui_view *unit, hui_channel channel, const hui_channel_def *def)
{
    hui_legend_part *part = HUI_NEW(unit->chart->arena, hui_legend_part);
    part->channels[0] = channel;
    part->targets[0] = target_of(unit, channel);
    part->channel_count = 1;
    part->unit = unit;
    part->def = def;
    part->props = hui_split_new(unit->chart->arena, def->json);
    return part;
}

static void find_unit_legend(hui_view *unit, hui_channel channel)
{
    hui_arena *arena = unit->chart->arena;
    const hui_channel_def *def = hui_unit_scaled(unit, channel);
    const hui_scale_part *scale = hui_view_scale(unit, channel);
    if (!def || !scale || !unit->scales[channel] || (channel == HUI_CHANNEL_SHAPE && def->type == HUI_GEOJSON))
        return;
    const hui_json *json = hui_json_find(def->json, "legend");
    rule r = {.unit = unit,
              .part = part_new(unit, channel, def),
              .def = def,
              .legend = object_or_null(json),
              .config = hui_spec_find(unit->chart->config, "legend"),
              .channel = channel,
              .type = scale->type};
    const hui_json *disable = hui_spec_find(r.config, "disable");
    unit->legends[channel] = r.part;
    if (json)
        disable = hui_json_make_bool(arena, !hui_json_truthy(json), json);
    if (disable)
        hui_split_put(arena, r.part->props, "disable", disable, json != NULL);
    if (hui_json_truthy(disable))
        return;
    r.orient = hui_spec_string(r.legend, "orient", hui_spec_string(r.config, "orient", "right"));
    r.gradient = find_gradient(&r);
    r.direction = find_direction(&r);
    find_properties(&r);
    find_title(&r);
    const hui_json *encode = hui_legend_encode(unit, channel, r.legend, !r.gradient);
    if (encode)
        hui_split_put(arena, r.part->props, "encode", encode, false);
}

/* Merging
 * ------- */

bool hui_legend_part_disabled(const hui_legend_part *part)
{
    return hui_json_truthy(hui_split_find(part->props, "disable"));
}

size_t hui_legend_target(const hui_legend_part *part, const char *target)
{
    size_t i = 0;
    while (i < part->channel_count && strcmp(part->targets[i], target) != 0)
        i++;
    return i;
}

bool hui_legend_part_shows(const hui_legend_part *part, const char *target)
{
    return hui_legend_target(part, target) < part->channel_count;
}

hui_legend_part *hui_legend_part_copy(hui_arena *arena, const hui_legend_part *part)
{
    hui_legend_part *copy = hui_arena_copy(arena, part, sizeof *part);
    copy->props = hui_split_new(arena, part->def->json);
    hui_split_merge_all(arena, copy->props, part->props);
    copy->title = (hui_title_part){0};
    hui_title_merge(arena, &copy->title, &part->title);
    return copy;
}

/* Whether two properties are of equal standing and differ. */
static bool is_tied(const hui_legend_part *a, const hui_legend_part *b, const char *key)
{
    const hui_json *first = hui_split_find(a->props, key), *second = hui_split_find(b->props, key);
    return first && hui_split_given(a->props, key) == hui_split_given(b->props, key) && !hui_json_equal(first, second);
}

static void drop_gradient(hui_arena *arena, hui_legend_part *part)
{
    const hui_json *encode = hui_split_find(part->props, "encode");
    if (!encode || !hui_json_find(encode, "gradient"))
        return;
    hui_json_remove(arena, part->props.derived, "encode");
}

bool hui_legend_part_merge(hui_arena *arena, hui_legend_part *into, const hui_legend_part *from)
{
    const hui_json *symbol = hui_split_find(from->props, "symbolType");
    if (hui_split_given(into->props, "orient") && is_tied(into, from, "orient"))
        return false;
    const bool other_type = is_tied(into, from, "type");
    const bool rounder = is_tied(into, from, "symbolType") && hui_json_is_string(symbol, "circle");
    for (size_t i = 0; i < from->channel_count; i++)
        if (!hui_legend_part_shows(into, from->targets[i]) && into->channel_count < HUI_LEGEND_TARGETS) {
            into->targets[into->channel_count] = from->targets[i];
            into->channels[into->channel_count++] = from->channels[i];
        }
    hui_split_merge_all(arena, into->props, from->props);
    hui_title_merge(arena, &into->title, &from->title);
    if (rounder)
        hui_split_put(arena, into->props, "symbolType", symbol, hui_split_given(from->props, "symbolType"));
    if (other_type) {
        hui_split_put(arena, into->props, "type", hui_json_make_string(arena, "symbol", into->def->json), false);
        drop_gradient(arena, into);
    }
    return true;
}

static void merge_channel(hui_view *view, hui_view *child, hui_channel channel)
{
    hui_arena *arena = view->chart->arena;
    const hui_legend_part *part = child->legends[channel];
    if (!part || view->scale_resolve[channel] == HUI_INDEPENDENT || view->guide_resolve[channel] == HUI_INDEPENDENT)
        return;
    if (!view->legends[channel]) {
        view->legends[channel] = hui_legend_part_copy(arena, part);
    } else if (!hui_legend_part_merge(arena, view->legends[channel], part)) {
        view->guide_resolve[channel] = HUI_INDEPENDENT;
        view->legends[channel] = NULL;
    }
}

void hui_view_find_legends(hui_view *view)
{
    const size_t count = sizeof legend_channels / sizeof *legend_channels;
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_legends(view->children[i]);
    for (size_t i = 0; i < count && view->kind == HUI_VIEW_UNIT; i++)
        find_unit_legend(view, legend_channels[i]);
    for (size_t c = 0; c < view->child_count; c++)
        for (size_t i = 0; i < count; i++)
            merge_channel(view, view->children[c], legend_channels[i]);
    for (size_t i = 0; i < count; i++)
        for (size_t c = 0; view->legends[legend_channels[i]] && c < view->child_count; c++)
            view->children[c]->legends[legend_channels[i]] = NULL;
}
