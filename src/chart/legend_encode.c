/* Encodings of legends: what symbols and gradients take from the mark they speak of (Vega-Lite's legendEncodeRules). */
#include "chart/legend.h"

#include "json/make.h"

#include <math.h>
#include <string.h>

/* Where a mark's fill or stroke comes from. */
typedef enum paint_source { PAINT_NONE, PAINT_VALUE, PAINT_FIELD, PAINT_DATUM, PAINT_RULES } paint_source;

typedef struct paint {
    paint_source source;
    const hui_json *value;      /* VALUE */
    const hui_channel_def *def; /* DATUM, RULES */
} paint;

typedef struct encoding {
    const hui_view *unit;
    hui_arena *arena;
    const hui_json *legend, *config; /* of the spec; config.legend */
    hui_channel channel;
    bool filled;
    hui_json *out;
} encoding;

static void put_text(const encoding *e, const char *key, const char *text)
{
    hui_json_put(e->arena, e->out, key, hui_json_make_string(e->arena, text, e->unit->spec));
}

static void put_number(const encoding *e, const char *key, double number)
{
    hui_json_put(e->arena, e->out, key, hui_json_make_number(e->arena, number, e->unit->spec));
}

static const hui_json *property_of(const encoding *e, const char *key)
{
    return hui_json_first(hui_spec_find(e->legend, key), hui_spec_find(e->config, key));
}

/* Values of conditions
 * -------------------- */

static const hui_json *greater_of(hui_arena *arena, const hui_json *a, const hui_json *b)
{
    const double first = hui_json_number(a, NAN), second = hui_json_number(b, NAN);
    const hui_json *like = hui_json_first(a, b);
    return like ? hui_json_make_number(arena, isnan(first) || isnan(second) ? NAN : fmax(first, second), like) : NULL;
}

const hui_json *hui_condition_value(hui_arena *arena, const hui_channel_def *def, bool greatest)
{
    const hui_json *condition = def ? hui_spec_find(def->json, "condition") : NULL;
    const bool list = hui_json_is(condition, HUI_JSON_ARRAY);
    const hui_json *value = def ? hui_spec_find(def->json, "value") : NULL;
    if (!list && !hui_spec_find(condition, "value"))
        return value;
    for (const hui_json *c = list ? condition->first : condition; c; c = list ? c->next : NULL) {
        const hui_json *own = hui_spec_find(c, "value");
        value = greatest ? greater_of(arena, value, own) : hui_json_first(value, own);
    }
    return value;
}

/* Paints
 * ------ */

static const hui_json *unless_null(const hui_json *json)
{
    return hui_json_is(json, HUI_JSON_NULL) ? NULL : json;
}

/* What the mark is painted with where no channel says so; `color` counts for whichever the mark has. */
static const hui_json *default_paint(const encoding *e, const char *vega, bool colored)
{
    const hui_json *config = e->unit->chart->config, *mark = e->unit->mark;
    const hui_json *own = hui_json_first(hui_json_find(mark, vega), colored ? hui_json_find(mark, "color") : NULL);
    const hui_json *found = unless_null(own);
    if (!own && colored)
        found = unless_null(hui_mark_config(e->unit, "color", vega));
    if (!own && !colored)
        found =
            unless_null(hui_json_first(hui_spec_find(hui_spec_find(config, hui_mark_word(e->unit->mark_kind)), vega),
                                       hui_spec_find(hui_spec_find(config, "mark"), vega)));
    return !found && colored ? unless_null(hui_spec_find(config, "mark.color")) : found;
}

/* Fields of bins and time units are taken at the middle of their band where the scale is continuous. */
static bool is_banded(const encoding *e, const hui_channel_def *def)
{
    const hui_scale_part *scale = hui_view_scale(e->unit, def->channel);
    const bool discrete =
        !scale || (hui_scale_traits(scale->type) & HUI_SCALE_DISCRETE) || scale->type == HUI_SCALE_BIN_ORDINAL;
    return !discrete && (def->bins || (def->unit.parts && def->type == HUI_TEMPORAL)) &&
           hui_unit_band_position(e->unit, def, NULL) > 0;
}

static paint paint_of_def(const encoding *e, const hui_channel_def *def, paint otherwise)
{
    if (!def)
        return otherwise;
    if (def->condition_count > 0 || def->kind == HUI_DEF_CONDITION)
        return (paint){PAINT_RULES, otherwise.value, def};
    if (def->kind == HUI_DEF_VALUE)
        return (paint){PAINT_VALUE, def->value, def};
    if (def->kind == HUI_DEF_FIELD && is_banded(e, def)) /* which entries of the legend do not have: no paint */
        return (paint){PAINT_VALUE, hui_json_make(e->arena, HUI_JSON_NULL, def->json), def};
    return (paint){def->kind == HUI_DEF_DATUM ? PAINT_DATUM : PAINT_FIELD, NULL, def};
}

static bool is_transparent_by_default(hui_mark_kind kind)
{
    return kind == HUI_MARK_KIND_BAR || kind == HUI_MARK_KIND_POINT || kind == HUI_MARK_KIND_CIRCLE ||
           kind == HUI_MARK_KIND_SQUARE || kind == HUI_MARK_KIND_GEOSHAPE;
}

static paint find_paint(const encoding *e, bool fill)
{
    const char *vega = fill ? "fill" : "stroke";
    const bool colored = e->filled == fill;
    const hui_channel_def *own = e->unit->channels[fill ? HUI_CHANNEL_FILL : HUI_CHANNEL_STROKE];
    const hui_json *value = default_paint(e, vega, colored);
    if (!hui_json_truthy(value))
        value = hui_mark_config(e->unit, vega, NULL);
    if (fill && !default_paint(e, vega, colored) && is_transparent_by_default(e->unit->mark_kind))
        value = hui_json_make_string(e->arena, "transparent", e->unit->spec);
    paint found = {value ? PAINT_VALUE : PAINT_NONE, value, NULL};
    if (colored)
        found = paint_of_def(e, e->unit->channels[HUI_CHANNEL_COLOR], found);
    if (!own && hui_json_find(e->unit->mark, vega))
        found = (paint){PAINT_VALUE, hui_json_find(e->unit->mark, vega), NULL};
    return paint_of_def(e, own, found);
}

/* A datum's colour is known when its scale is: {"channel": …, "datum": …}. */
static void put_datum(const encoding *e, const char *key, const hui_channel_def *def)
{
    hui_json *datum = hui_json_make(e->arena, HUI_JSON_OBJECT, def->json);
    hui_json_put(e->arena, datum, "channel", hui_json_make_string(e->arena, hui_channel_word(def->channel), def->json));
    hui_json_put(e->arena, datum, "datum", hui_json_from_value(e->arena, def->datum, def->json));
    hui_json_put(e->arena, e->out, key, datum);
}

/* Of a mark painted by rules its symbols have the first value there is. */
static const hui_json *value_of_rules(const encoding *e, bool fill, const paint *found)
{
    const hui_channel_def *own = e->unit->channels[fill ? HUI_CHANNEL_FILL : HUI_CHANNEL_STROKE];
    const hui_json *mark = e->unit->mark;
    const hui_json *value = hui_condition_value(e->arena, own ? own : e->unit->channels[HUI_CHANNEL_COLOR], false);
    value = hui_json_first(value, unless_null(hui_json_find(mark, fill ? "fill" : "stroke")));
    if (!value && e->filled)
        value = hui_json_find(mark, "color");
    return hui_json_truthy(value) ? value : found->value;
}

static void put_paint(const encoding *e, bool fill, double opacity)
{
    const char *key = fill ? "fill" : "stroke", *symbol = fill ? "symbolFillColor" : "symbolStrokeColor";
    const bool own = e->channel == (fill ? HUI_CHANNEL_FILL : HUI_CHANNEL_STROKE) ||
                     (e->channel == HUI_CHANNEL_COLOR && e->filled == fill);
    const paint found = find_paint(e, fill);
    const bool given = hui_json_truthy(property_of(e, symbol));
    if (own || found.source == PAINT_NONE || (!fill && given))
        return;
    if (found.source == PAINT_FIELD && fill && !given) {
        const hui_json *base = hui_spec_find(e->config, "symbolBaseFillColor");
        if (unless_null(base))
            hui_json_put(e->arena, e->out, key, base);
        else
            put_text(e, key, "black");
        put_number(e, "fillOpacity", opacity);
    } else if (found.source == PAINT_DATUM) {
        put_datum(e, key, found.def);
    } else if (found.source == PAINT_RULES || found.source == PAINT_VALUE) {
        const hui_json *value = found.source == PAINT_VALUE ? found.value : value_of_rules(e, fill, &found);
        if (value)
            hui_json_put(e->arena, e->out, key, value);
    }
}

/* Opacity
 * ------- */

/* The mark's, unless the legend has one; NULL: none. */
static const hui_json *find_opacity(const encoding *e, const char *legend_key)
{
    if (property_of(e, legend_key))
        return NULL;
    const hui_json *value = hui_condition_value(e->arena, e->unit->channels[HUI_CHANNEL_OPACITY], true);
    return unless_null(hui_json_first(unless_null(value), hui_json_find(e->unit->mark, "opacity")));
}

static void put_opacity(const encoding *e, const hui_json *opacity)
{
    const bool none = !hui_json_truthy(opacity) || isnan(hui_json_number(opacity, 0));
    if (!none)
        hui_json_put(e->arena, e->out, "opacity", opacity);
}

static void find_symbols(const encoding *e)
{
    static const char *const strokes[] = {"strokeWidth", "strokeDash",       "strokeDashOffset", "strokeOpacity",
                                          "strokeJoin",  "strokeMiterLimit", "fillOpacity"};
    const hui_json *opacity = find_opacity(e, "symbolOpacity");
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++) {
        const hui_json *value = hui_mark_config(e->unit, strokes[i], NULL);
        if (value)
            hui_json_put(e->arena, e->out, strokes[i], value);
    }
    put_paint(e, true, hui_json_number(opacity, 1));
    put_paint(e, false, 1);
    if (e->channel != HUI_CHANNEL_OPACITY)
        put_opacity(e, opacity);
}

const hui_json *hui_legend_encode(const hui_view *unit, hui_channel channel, const hui_json *legend, bool symbols)
{
    hui_arena *arena = unit->chart->arena;
    encoding e = {.unit = unit,
                  .arena = arena,
                  .legend = legend,
                  .config = hui_spec_find(unit->chart->config, "legend"),
                  .channel = channel,
                  .filled = unit->filled && unit->mark_kind != HUI_MARK_KIND_TRAIL,
                  .out = hui_json_make(arena, HUI_JSON_OBJECT, unit->spec)};
    if (symbols)
        find_symbols(&e);
    else
        put_opacity(&e, find_opacity(&e, "gradientOpacity"));
    if (e.out->count == 0)
        return NULL;
    hui_json *encode = hui_json_make(arena, HUI_JSON_OBJECT, unit->spec);
    hui_json_put(arena, encode, symbols ? "symbols" : "gradient", e.out);
    return encode;
}
