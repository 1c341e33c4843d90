/* Properties of scales: those given, and Vega-Lite's rules for the others, merged where views share a scale. */
#include "chart/view.h"

#include "json/make.h"

#include <string.h>

/* One property of one unit's scale. */
typedef struct rule {
    const hui_view *unit;
    hui_scale_part *part;
    const hui_scale_part *shared; /* as merged so far */
    hui_scale_type type;
    const hui_json *config, *scale; /* of config; given */
} rule;

typedef const hui_json *rule_find(const rule *r);

typedef struct property {
    const char *name;
    rule_find *derive; /* NULL: config.scale's */
} property;

static bool is_xy(const rule *r)
{
    return r->part->channel == HUI_CHANNEL_X || r->part->channel == HUI_CHANNEL_Y;
}

static bool is_offset(const rule *r)
{
    return r->part->channel == HUI_CHANNEL_XOFFSET || r->part->channel == HUI_CHANNEL_YOFFSET;
}

static bool has_offset(const rule *r)
{
    const hui_channel offset = hui_channel_offset(r->part->channel);
    return offset != HUI_CHANNEL_NONE && hui_unit_scaled(r->unit, offset);
}

static bool continuous_domain(hui_scale_type type)
{
    return (hui_scale_traits(type) & (HUI_SCALE_CONTINUOUS | HUI_SCALE_DISCRETIZING)) && type != HUI_SCALE_BIN_ORDINAL;
}

static bool to_continuous(hui_scale_type type)
{
    return (hui_scale_traits(type) & HUI_SCALE_CONTINUOUS) && type != HUI_SCALE_IDENTITY;
}

static const hui_json *make_bool(const rule *r, bool truth)
{
    return hui_json_make_bool(r->unit->chart->arena, truth, r->part->def->json);
}

static const hui_json *make_number(const rule *r, double number)
{
    return hui_json_make_number(r->unit->chart->arena, number, r->part->def->json);
}

static const hui_json *derive_interpolate(const rule *r)
{
    const bool colored = (hui_channel_traits(r->part->channel) & HUI_CHANNEL_COLORED) != 0;
    return colored && r->part->def->type != HUI_NOMINAL
               ? hui_json_make_string(r->unit->chart->arena, "hcl", r->part->def->json)
               : NULL;
}

static const hui_json *derive_nice(const rule *r)
{
    const hui_channel_def *def = r->part->def;
    const hui_json *low = hui_spec_find(r->scale, "domainMin"), *high = hui_spec_find(r->scale, "domainMax");
    if ((def->kind == HUI_DEF_FIELD && (def->bins || def->binned)) ||
        hui_json_is(hui_spec_find(r->scale, "domain"), HUI_JSON_ARRAY) || (low && low->kind != HUI_JSON_NULL) ||
        (high && high->kind != HUI_JSON_NULL) || (hui_scale_traits(r->type) & HUI_SCALE_TEMPORAL))
        return NULL;
    return is_xy(r) ? make_bool(r, true) : NULL;
}

static const hui_json *derive_padding(const rule *r)
{
    const hui_channel_def *def = r->part->def;
    if (!is_xy(r))
        return NULL;
    if (to_continuous(r->type)) {
        const hui_json *padding = hui_json_find(r->config, "continuousPadding");
        const bool timed = def->kind == HUI_DEF_FIELD && (def->bins || def->binned || def->unit.parts);
        const bool across =
            r->part->channel == HUI_CHANNEL_X ? r->unit->orient == HUI_VERTICAL : r->unit->orient == HUI_HORIZONTAL;
        if (padding)
            return padding;
        if (r->unit->mark_kind == HUI_MARK_KIND_BAR && !timed && across)
            return hui_spec_find(r->unit->chart->config, "bar.continuousBandSize");
    }
    return r->type == HUI_SCALE_POINT ? hui_json_find(r->config, "pointPadding") : NULL;
}

static const hui_json *derive_inner(const rule *r)
{
    if (hui_split_find(r->shared->props, "padding"))
        return NULL;
    if (is_offset(r))
        return r->type == HUI_SCALE_BAND ? hui_json_find(r->config, "offsetBandPaddingInner") : NULL;
    if (!is_xy(r))
        return NULL;
    if (has_offset(r))
        return hui_json_find(r->config, "bandWithNestedOffsetPaddingInner");
    const hui_json *padding = hui_json_find(r->config, "bandPaddingInner");
    const hui_mark_kind mark = r->unit->mark_kind;
    return padding ? padding
                   : hui_json_find(r->config, mark == HUI_MARK_KIND_BAR    ? "barBandPaddingInner"
                                              : mark == HUI_MARK_KIND_TICK ? "tickBandPaddingInner"
                                                                           : "rectBandPaddingInner");
}

static const hui_json *derive_outer(const rule *r)
{
    if (hui_split_find(r->shared->props, "padding"))
        return NULL;
    if (is_offset(r))
        return r->type == HUI_SCALE_POINT  ? make_number(r, 0.5)
               : r->type == HUI_SCALE_BAND ? hui_json_find(r->config, "offsetBandPaddingOuter")
                                           : NULL;
    if (!is_xy(r))
        return NULL;
    if (has_offset(r))
        return hui_json_find(r->config, "bandWithNestedOffsetPaddingOuter");
    const hui_json *padding = hui_json_find(r->config, "bandPaddingOuter");
    if (r->type != HUI_SCALE_BAND || padding)
        return r->type == HUI_SCALE_BAND ? padding : NULL;
    return make_number(r, hui_json_number(hui_split_find(r->shared->props, "paddingInner"), 0) / 2);
}

static const hui_json *derive_reverse(const rule *r)
{
    const hui_json *config = r->part->channel == HUI_CHANNEL_X ? hui_json_find(r->config, "xReverse") : NULL;
    const bool descending = continuous_domain(r->type) && r->part->def->kind == HUI_DEF_FIELD &&
                            hui_json_is_string(r->part->def->sort, "descending");
    if (config)
        return descending ? make_bool(r, !hui_json_truthy(config)) : config;
    return descending ? make_bool(r, true) : NULL;
}

static const hui_json *zero_of_domain(const rule *r, const hui_json *domain)
{
    const hui_json *first = hui_json_at(domain, 0);
    const hui_json *last = domain->count > 0 ? hui_json_at(domain, domain->count - 1) : NULL;
    return make_bool(r, hui_json_number(first, 1) <= 0 && hui_json_number(last, -1) >= 0);
}

static const hui_json *derive_zero(const rule *r)
{
    const hui_channel_def *def = r->part->def;
    const hui_channel channel = r->part->channel;
    const hui_json *domain = hui_spec_find(r->scale, "domain");
    const hui_mark_kind mark = r->unit->mark_kind;
    const bool bar = mark == HUI_MARK_KIND_BAR, area = mark == HUI_MARK_KIND_AREA;
    const bool along = bar || area || mark == HUI_MARK_KIND_LINE || mark == HUI_MARK_KIND_TRAIL;
    if (domain && !hui_json_is_string(domain, "unaggregated") && hui_json_truthy(domain) && continuous_domain(r->type))
        return hui_json_is(domain, HUI_JSON_ARRAY) ? zero_of_domain(r, domain) : make_bool(r, false);
    if (channel == HUI_CHANNEL_SIZE && def->type == HUI_QUANTITATIVE && r->type != HUI_SCALE_QUANTILE &&
        r->type != HUI_SCALE_QUANTIZE && r->type != HUI_SCALE_THRESHOLD)
        return make_bool(r, true);
    const bool positional = is_xy(r) || channel == HUI_CHANNEL_THETA || channel == HUI_CHANNEL_RADIUS;
    if (!positional || (def->kind == HUI_DEF_FIELD && (def->bins || def->binned)))
        return make_bool(r, false);
    if (along && ((r->unit->orient == HUI_HORIZONTAL && channel == HUI_CHANNEL_Y) ||
                  (r->unit->orient == HUI_VERTICAL && channel == HUI_CHANNEL_X)))
        return make_bool(r, false);
    if ((bar || area) && !r->unit->channels[hui_channel_second(channel)])
        return make_bool(r, true);
    return hui_json_find(r->config, "zero");
}

static const hui_json *derive_nothing(const rule *r)
{
    (void)r;
    return NULL;
}

/* In the order in which they depend on each other. */
static const property properties[] = {
    {"align", NULL},
    {"base", NULL},
    {"clamp", NULL},
    {"constant", NULL},
    {"domainMax", derive_nothing},
    {"domainMid", derive_nothing},
    {"domainMin", derive_nothing},
    {"exponent", NULL},
    {"interpolate", derive_interpolate},
    {"nice", derive_nice},
    {"padding", derive_padding},
    {"paddingInner", derive_inner},
    {"paddingOuter", derive_outer},
    {"rangeMax", derive_nothing},
    {"rangeMin", derive_nothing},
    {"reverse", derive_reverse},
    {"round", NULL},
    {"zero", derive_zero},
};

static bool is_any(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (!strcmp(name, *names))
            return true;
    return false;
}

/* Whether a property means something to a type of scale (scaleTypeSupportProperty) and its channel. */
static bool supports(hui_scale_type type, hui_channel channel, const char *name)
{
    static const char *const of_continuous[] = {"domainMax", "domainMid", "domainMin", "clamp", NULL};
    static const char *const of_ends[] = {"padding", "rangeMin", "rangeMax", "round", NULL};
    const bool banded = type == HUI_SCALE_BAND || type == HUI_SCALE_POINT;
    const bool colored = (hui_channel_traits(channel) & HUI_CHANNEL_COLORED) != 0;
    if (!colored && (!strcmp(name, "interpolate") || !strcmp(name, "domainMid")))
        return false;
    if (is_any(name, of_continuous))
        return to_continuous(type);
    if (is_any(name, of_ends))
        return to_continuous(type) || banded;
    if (!strcmp(name, "interpolate"))
        return !banded && type != HUI_SCALE_IDENTITY;
    if (!strcmp(name, "paddingOuter") || !strcmp(name, "align"))
        return banded;
    if (!strcmp(name, "paddingInner"))
        return type == HUI_SCALE_BAND;
    if (!strcmp(name, "nice"))
        return to_continuous(type) || type == HUI_SCALE_QUANTIZE || type == HUI_SCALE_THRESHOLD;
    if (!strcmp(name, "exponent"))
        return type == HUI_SCALE_POW;
    if (!strcmp(name, "base"))
        return type == HUI_SCALE_LOG;
    if (!strcmp(name, "constant"))
        return type == HUI_SCALE_SYMLOG;
    if (!strcmp(name, "zero"))
        return continuous_domain(type) && type != HUI_SCALE_LOG && !(hui_scale_traits(type) & HUI_SCALE_TEMPORAL) &&
               type != HUI_SCALE_THRESHOLD && type != HUI_SCALE_QUANTILE;
    return true;
}

static void find_property(hui_view *unit, hui_scale_part *part, const property *row)
{
    const hui_scale_part *shared = hui_view_scale(unit, part->channel);
    const rule r = {unit,
                    part,
                    shared,
                    shared->type,
                    hui_json_find(unit->chart->config, "scale"),
                    hui_json_find(part->def->json, "scale")};
    if (!supports(r.type, part->channel, row->name))
        return;
    const hui_json *given = hui_spec_find(r.scale, row->name);
    const hui_json *value = given ? given : row->derive ? row->derive(&r) : hui_spec_find(r.config, row->name);
    if (value)
        hui_split_put(unit->chart->arena, part->props, row->name, value, given != NULL);
}

static void find_on(hui_view *view, const property *row)
{
    for (size_t i = 0; i < view->child_count; i++)
        find_on(view->children[i], row);
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        hui_scale_part *part = view->scales[i];
        if (part && view->kind == HUI_VIEW_UNIT)
            find_property(view, part, row);
        for (size_t c = 0; part && c < view->child_count; c++)
            if (view->children[c]->scales[i])
                hui_split_merge(view->chart->arena, part->props, view->children[c]->scales[i]->props, row->name);
    }
}

void hui_view_find_properties(hui_view *view)
{
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        find_on(view, &properties[i]);
}
