/* Positions: where marks stand and how far they reach, by Vega-Lite's rules for points, ranges, bands and bins. */
#include "chart/encode.h"
#include "chart/projection.h"

#include <math.h>
#include <string.h>

/* A channel that is placed, with all that decides it. */
typedef struct placing {
    const hui_drawing *drawing;
    const hui_view *unit;
    hui_channel channel, second;
    const hui_channel_def *def, *def2;
    const hui_scale *scale; /* NULL: none */
    hui_scale_type type;    /* HUI_SCALE_TYPE_COUNT: none */
    double extent;          /* of the plot: width, height, or the angle and radius there are */
} placing;

static bool is_polar(hui_channel channel)
{
    return channel == HUI_CHANNEL_THETA || channel == HUI_CHANNEL_RADIUS;
}

static double plot_extent(const hui_drawing *drawing, hui_channel channel)
{
    const hui_frame *frame = drawing->frame;
    const double width = hui_frame_extent(frame, drawing->unit, 0, frame->width);
    const double height = hui_frame_extent(frame, drawing->unit, 1, frame->height);
    switch ((int)channel) {
    case HUI_CHANNEL_X:
        return width;
    case HUI_CHANNEL_Y:
        return height;
    case HUI_CHANNEL_RADIUS:
        return fmin(width, height) / 2;
    default:
        return 2 * HUI_PI;
    }
}

static placing place_of(const hui_drawing *drawing, hui_channel channel)
{
    placing p = {.drawing = drawing, .unit = drawing->unit, .channel = channel};
    p.second = hui_channel_second(channel);
    p.def = p.unit->channels[channel];
    p.def2 = p.unit->channels[p.second];
    p.scale = hui_drawing_scale(drawing, channel);
    p.type = p.scale ? p.scale->type : HUI_SCALE_TYPE_COUNT;
    p.extent = plot_extent(drawing, channel);
    return p;
}

static bool discrete(hui_scale_type type)
{
    return type != HUI_SCALE_TYPE_COUNT &&
           ((hui_scale_traits(type) & HUI_SCALE_DISCRETE) || type == HUI_SCALE_BIN_ORDINAL);
}

/* Zero and defaults
 * ----------------- */

hui_value hui_drawing_zero(const hui_drawing *drawing, hui_channel channel, bool or_greatest)
{
    const hui_scale *scale = hui_drawing_scale(drawing, channel);
    const hui_scale_part *part = hui_view_scale(drawing->unit, channel);
    const hui_json *zero = hui_split_find(part->props, "zero");
    const hui_value first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    const bool without = scale->type == HUI_SCALE_LOG || (hui_scale_traits(scale->type) & HUI_SCALE_TEMPORAL);
    const bool always =
        zero ? hui_json_truthy(zero)
             : scale->type == HUI_SCALE_LINEAR || scale->type == HUI_SCALE_SQRT || scale->type == HUI_SCALE_POW;
    const double low = hui_value_to_number(first), high = hui_value_to_number(last);
    if (!without && !discrete(scale->type) && (always || (fmin(low, high) <= 0 && fmax(low, high) >= 0)))
        return hui_value_number(0);
    return or_greatest ? last : first;
}

/* The frame's own, whatever room a layer has in it. */
static double frame_extent(const placing *p)
{
    const hui_frame *frame = p->drawing->frame;
    return is_polar(p->channel) ? p->extent : p->channel == HUI_CHANNEL_X ? frame->width : frame->height;
}

static hui_encoder *zero_place(const placing *p, bool or_greatest)
{
    const bool upright = p->channel == HUI_CHANNEL_Y;
    if (!p->scale || p->scale->domain_count == 0)
        return hui_encoder_constant(p->drawing, or_greatest != upright ? frame_extent(p) : 0);
    hui_encoder *encoder = hui_encoder_new(p->drawing);
    hui_encoder_rule *rule = hui_encoder_add(p->drawing, encoder, HUI_RULE_CONSTANT);
    rule->constant = hui_drawing_zero(p->drawing, p->channel, or_greatest);
    rule->scale = p->scale;
    return encoder;
}

/* A number of the spec, or "width" and "height". */
static hui_encoder *given_place(const placing *p, const hui_json *json)
{
    if (hui_json_is_string(json, "width"))
        return hui_encoder_constant(p->drawing, plot_extent(p->drawing, HUI_CHANNEL_X));
    if (hui_json_is_string(json, "height"))
        return hui_encoder_constant(p->drawing, plot_extent(p->drawing, HUI_CHANNEL_Y));
    return hui_encoder_json(p->drawing, json);
}

static const char *vega_name(hui_channel channel)
{
    switch ((int)channel) {
    case HUI_CHANNEL_THETA:
        return "startAngle";
    case HUI_CHANNEL_THETA2:
        return "endAngle";
    case HUI_CHANNEL_RADIUS:
        return "outerRadius";
    case HUI_CHANNEL_RADIUS2:
        return "innerRadius";
    default:
        return hui_channel_word(channel);
    }
}

static hui_encoder *default_place(const placing *p, hui_channel channel, hui_default_place fallback)
{
    const hui_json *given = hui_mark_find(p->unit, hui_channel_word(channel), vega_name(channel));
    if (given)
        return given_place(p, given);
    switch (fallback) {
    case HUI_PLACE_ZERO_OR_MIN:
        return zero_place(p, false);
    case HUI_PLACE_ZERO_OR_MAX:
        return zero_place(p, true);
    case HUI_PLACE_MID:
        return hui_encoder_constant(p->drawing, p->extent / 2);
    case HUI_PLACE_NONE:
        break;
    }
    return NULL;
}

/* Offsets
 * ------- */

typedef struct offset {
    double number;           /* of the mark */
    const hui_encoder *more; /* of the encoding, or an expression */
    bool encoded;
} offset;

static offset find_offset(const placing *p, hui_channel channel, double band_position)
{
    const char *key = hui_arena_printf(p->drawing->arena, "%sOffset", hui_channel_word(channel));
    const hui_channel encoded = hui_channel_offset(channel);
    const hui_channel_def *def = encoded == HUI_CHANNEL_NONE ? NULL : p->unit->channels[encoded];
    const hui_json *json = hui_json_find(p->unit->mark, key);
    offset result = {0, NULL, false};
    if (def) {
        hui_encoder *encoder = hui_encode_channel(p->drawing, encoded, NULL, json);
        for (size_t i = 0; encoder && i < encoder->count; i++)
            if (encoder->at[i].scale && encoder->at[i].scale->type == HUI_SCALE_BAND)
                encoder->at[i].band = def->bins ? 0 : isnan(band_position) ? 0.5 : band_position;
        result.more = encoder;
        result.encoded = true;
    } else if (hui_json_is(json, HUI_JSON_NUMBER)) {
        result.number = json->number;
    } else if (json) {
        result.more = hui_encoder_json(p->drawing, json);
    }
    return result;
}

static void add_offset(hui_encoder *encoder, offset by)
{
    for (size_t i = 0; encoder && i < encoder->count; i++) {
        encoder->at[i].offset += by.number;
        if (by.more)
            encoder->at[i].more = by.more;
    }
}

/* Points
 * ------ */

/* Rules that show invalid values somewhere, ahead of the others. */
static void add_invalid(const placing *p, hui_encoder *encoder)
{
    if (!hui_def_is_field(p->def) || hui_unit_invalid(p->unit, p->channel) != HUI_INVALID_SHOW || !p->scale)
        return;
    const hui_json *config = hui_spec_find(p->unit->chart->config, "scale.invalid");
    const hui_json *shown =
        hui_json_is(config, HUI_JSON_OBJECT) ? hui_json_find(config, hui_channel_word(p->channel)) : NULL;
    const hui_json *value = hui_spec_find(shown, "value");
    hui_encoder_rule *rule = hui_encoder_add(p->drawing, encoder, HUI_RULE_CONSTANT);
    if (value) {
        const hui_encoder *given = given_place(p, value);
        *rule = given->at[0];
    } else if (p->scale->domain_count > 0) {
        rule->constant = hui_drawing_zero(p->drawing, p->channel, false);
        rule->scale = p->scale;
    }
    rule->if_invalid = true;
    rule->field = hui_drawing_accessor(p->drawing, p->def->column);
}

static hui_encoder *column_place(const placing *p, const char *column)
{
    hui_encoder *encoder = hui_encoder_new(p->drawing);
    add_invalid(p, encoder);
    hui_encoder_rule *rule = hui_encoder_add(p->drawing, encoder, HUI_RULE_FIELD);
    rule->field = hui_drawing_accessor(p->drawing, column);
    rule->scale = p->scale;
    return encoder;
}

/* Between two columns, `share` of the way to the second. */
static hui_encoder *blend_place(const placing *p, const char *start, const char *end, double share)
{
    if (!(share > 0) || !(share < 1))
        return column_place(p, share >= 1 ? end : start);
    hui_encoder *encoder = column_place(p, start);
    hui_encoder_rule *rule = &encoder->at[encoder->count - 1];
    rule->kind = HUI_RULE_BLEND;
    rule->second = hui_drawing_accessor(p->drawing, end);
    rule->share = share;
    return encoder;
}

static hui_encoder *datum_place(const placing *p, const hui_channel_def *def)
{
    hui_encoder *encoder = hui_encoder_new(p->drawing);
    hui_encoder_rule *rule = hui_encoder_add(p->drawing, encoder, HUI_RULE_CONSTANT);
    rule->constant = def->datum;
    rule->scale = p->scale;
    return encoder;
}

static hui_encoder *field_place(const placing *p, const hui_channel_def *def, double band_position)
{
    /* x2 has no type of its own: where its time unit ends is where the mark ends */
    const bool typed = hui_channel_main(def->channel) == def->channel || hui_json_find(def->json, "type");
    const bool in_time = band_position > 0 && def->unit.parts && def->type == HUI_TEMPORAL && typed;
    if (def->bins || in_time) {
        if (p->unit->stack.impute && def->bins && p->unit->stack.channel != HUI_CHANNEL_NONE)
            return column_place(p, def->column_mid);
        if (band_position > 0 && !discrete(p->type))
            return blend_place(p, def->column, def->column_end, band_position);
        if (def->bins)
            return column_place(p, hui_def_is_discrete(def) ? def->column_range : def->column);
        return column_place(p, def->column);
    }
    if (def->binned && hui_def_is_field(p->def2))
        return blend_place(p, def->column, p->def2->column, isnan(band_position) ? 0.5 : band_position);
    return column_place(p, def->column);
}

/* Vega-Lite's midPoint: `band_position` NAN: the definition's own. */
static hui_encoder *mid_place(const placing *p, const hui_channel_def *def, const hui_channel_def *def2,
                              double band_position)
{
    double position = band_position;
    hui_encoder *encoder = NULL;
    if (!def || def->kind == HUI_DEF_CONDITION)
        return NULL;
    if (def->kind == HUI_DEF_VALUE)
        return given_place(p, def->value);
    if (isnan(position))
        position = hui_unit_band_position(p->unit, def, def2);
    if (def->kind == HUI_DEF_DATUM)
        encoder = datum_place(p, def);
    else
        encoder = field_place(p, def, position);
    const bool in_range = def->kind == HUI_DEF_FIELD && def->bins; /* where its bin begins, as in Vega-Lite */
    if (p->type == HUI_SCALE_BAND && !in_range)
        for (size_t i = 0; i < encoder->count; i++)
            encoder->at[i].band = !isnan(position) ? position : isnan(def->band_position) ? 0.5 : def->band_position;
    return encoder;
}

static hui_encoder *stacked_place(const placing *p)
{
    const hui_stacking *stack = &p->unit->stack;
    double position = p->def->band_position;
    if (isnan(position) && p->unit->mark_kind == HUI_MARK_KIND_TEXT && is_polar(p->channel))
        position = 0.5;
    return isnan(position) ? column_place(p, stack->end) : blend_place(p, stack->start, stack->end, position);
}

hui_encoder *hui_encode_point(const hui_drawing *drawing, hui_channel channel, hui_default_place fallback)
{
    const placing p = place_of(drawing, channel);
    const offset by = find_offset(&p, channel, 0.5);
    hui_encoder *encoder = hui_encode_geopoint(drawing, channel);
    if (encoder)
        return encoder;
    if (hui_def_is_field(p.def) && p.unit->stack.channel == channel)
        encoder = stacked_place(&p);
    else
        encoder = mid_place(&p, p.def, p.def2, by.encoded ? 0 : NAN);
    if (!encoder)
        encoder = default_place(&p, channel, fallback);
    add_offset(encoder, by);
    return encoder;
}

/* Ranges
 * ------ */

static const char *size_key(hui_channel channel)
{
    return channel == HUI_CHANNEL_X ? "width" : channel == HUI_CHANNEL_Y ? "height" : NULL;
}

/* Which of start, center and end a mark with a size is placed by: by its align or baseline. -1, 0, 1. */
static int alignment(const placing *p, int fallback)
{
    const bool x = p->channel == HUI_CHANNEL_X;
    const hui_json *align = hui_mark_find(p->unit, x ? "align" : "baseline", NULL);
    if (is_polar(p->channel))
        return -1;
    if (hui_json_is_string(align, x ? "left" : "top"))
        return -1;
    if (hui_json_is_string(align, x ? "right" : "bottom"))
        return 1;
    return hui_json_is_string(align, x ? "center" : "middle") ? 0 : fallback;
}

static void set_aligned(hui_interval *span, int align, hui_encoder *encoder)
{
    if (align < 0)
        span->start = encoder;
    else if (align == 0)
        span->center = encoder;
    else
        span->end = encoder;
}

/* x2 or width of one place where they may be given. False if neither is. */
static bool second_of(const placing *p, const hui_json *where, hui_interval *span)
{
    const char *size = size_key(p->channel);
    if (!hui_json_is(where, HUI_JSON_OBJECT))
        return false;
    const hui_json *end =
        hui_json_first(hui_json_find(where, vega_name(p->second)), hui_json_find(where, hui_channel_word(p->second)));
    const hui_json *extent = size ? hui_json_find(where, size) : NULL;
    if (end) {
        span->end = given_place(p, end);
        return true;
    }
    if (hui_json_truthy(extent) && !hui_spec_find(extent, "band")) {
        span->size = given_place(p, extent);
        return true;
    }
    return false;
}

static const hui_json *style_of(const placing *p)
{
    const hui_json *styles = hui_json_find(p->unit->chart->config, "style");
    const hui_json *style = hui_json_find(p->unit->mark, "style");
    const char *name = hui_json_string(style, hui_json_string(hui_json_at(style, 0), NULL));
    const hui_json *own = name && hui_json_is(styles, HUI_JSON_OBJECT) ? hui_json_find(styles, name) : NULL;
    if (own || !hui_json_is(styles, HUI_JSON_OBJECT))
        return own;
    return hui_json_find(styles, hui_mark_word(p->unit->mark_kind));
}

/* Vega-Lite's pointPosition2OrSize. */
static void find_second(const placing *p, hui_default_place fallback, hui_interval *span)
{
    if (hui_geo_column(p->unit, p->second)) {
        const hui_json *extent = hui_json_find(p->unit->mark, size_key(p->channel));
        if (hui_json_is(extent, HUI_JSON_NUMBER))
            span->size = given_place(p, extent);
        else
            span->end = hui_encode_geopoint(p->drawing, p->second);
        return;
    }
    const bool own = p->unit->channels[p->second] || hui_json_find(p->unit->mark, hui_channel_word(p->second));
    const offset by = find_offset(p, own ? p->second : p->channel, NAN);
    const hui_json *config = p->unit->chart->config;
    if (hui_def_is_scaled(p->def) && p->unit->stack.channel == p->channel)
        span->end = column_place(p, p->unit->stack.start);
    else
        span->end = mid_place(p, p->def2, NULL, NAN);
    if (span->end) {
        add_offset(span->end, by);
        return;
    }
    if (second_of(p, p->unit->mark, span) || second_of(p, style_of(p), span) ||
        second_of(p, hui_json_find(config, hui_mark_word(p->unit->mark_kind)), span) ||
        second_of(p, hui_json_find(config, "mark"), span))
        return;
    span->end = default_place(p, p->second, fallback);
}

hui_interval hui_encode_range(const hui_drawing *drawing, hui_channel channel, hui_default_place first,
                              hui_default_place second)
{
    const placing p = place_of(drawing, channel);
    hui_interval span = {0};
    find_second(&p, second, &span);
    hui_encoder *point = hui_encode_point(drawing, channel, first);
    set_aligned(&span, span.size ? alignment(&p, 0) : -1, point);
    return span;
}

/* Bands and bins
 * -------------- */

static bool by_size(const placing *p)
{
    return p->unit->mark_kind == HUI_MARK_KIND_TICK ||
           (p->unit->orient == HUI_HORIZONTAL && p->channel == HUI_CHANNEL_Y) ||
           (p->unit->orient == HUI_VERTICAL && p->channel == HUI_CHANNEL_X);
}

static double padding_of_nothing(const placing *p)
{
    const hui_json *config = hui_json_find(p->unit->chart->config, "scale");
    const hui_mark_kind mark = p->unit->mark_kind;
    const char *key = mark == HUI_MARK_KIND_TICK  ? "tickBandPaddingInner"
                      : mark == HUI_MARK_KIND_BAR ? "barBandPaddingInner"
                                                  : "rectBandPaddingInner";
    return hui_spec_number(config, "bandPaddingInner", hui_spec_number(config, key, 0));
}

/* The scale that the plot has for a channel, though it may be another layer's. */
static const hui_scale_part *part_of(const placing *p, hui_channel channel)
{
    return channel == HUI_CHANNEL_NONE ? NULL : hui_view_scale(p->unit, channel);
}

/* Vega-Lite's defaultSizeRef: px of a mark in its band. */
static double default_size(const placing *p, hui_channel scale_channel, hui_band_size size)
{
    const hui_scale_part *part = part_of(p, scale_channel);
    const hui_scale *inner = hui_drawing_scale(p->drawing, scale_channel);
    const hui_scale *scale = inner ? inner : p->scale;
    const hui_json *least = hui_mark_config(p->unit, "minBandSize", NULL);
    const hui_frame *frame = p->drawing->frame;
    if (size.relative && !part)
        return size.value * (is_polar(p->channel)          ? p->extent
                             : p->channel == HUI_CHANNEL_X ? frame->width
                                                           : frame->height);
    if (size.relative && part->type == HUI_SCALE_BAND)
        return fmax(scale ? size.value * scale->bandwidth : 0, hui_json_number(least, 0));
    if (!size.relative && !isnan(size.value) && size.value != 0)
        return size.value;
    if (part && part->range.kind == HUI_RANGE_STEP && !part->range.offset_step)
        return part->range.step - 2;
    if (!p->def)
        return (1 - padding_of_nothing(p)) * p->extent;
    return hui_view_step(p->unit, p->channel == HUI_CHANNEL_X ? 0 : 1) - 2;
}

static hui_encoder *size_place(const placing *p, hui_band_size size)
{
    const hui_channel inner = hui_channel_offset(p->channel);
    if (size.json)
        return hui_encoder_json(p->drawing, size.json);
    return hui_encoder_constant(p->drawing, default_size(p, part_of(p, inner) ? inner : p->channel, size));
}

/* In a band, or around a point: Vega-Lite's positionAndSize. */
static hui_interval band_span(const placing *p)
{
    const hui_scale_part *outer = part_of(p, p->channel), *inner = part_of(p, hui_channel_offset(p->channel));
    const hui_scale_type type = outer ? outer->type : inner ? inner->type : HUI_SCALE_TYPE_COUNT;
    const bool sized = by_size(p),
               has_size = p->unit->channels[HUI_CHANNEL_SIZE] || hui_json_find(p->unit->mark, "size");
    const hui_band_size size = hui_unit_band_size(p->unit, p->channel, p->def, type, sized);
    hui_interval span = {0};
    if (has_size && sized && !hui_spec_find(hui_json_find(p->unit->mark, "size"), "band"))
        span.size = hui_encode_channel(p->drawing, HUI_CHANNEL_SIZE, NULL, hui_json_find(p->unit->mark, "size"));
    const bool own_size = span.size != NULL;
    if (!own_size)
        span.size = size_place(p, size);
    const int align = alignment(p, type == HUI_SCALE_BAND && size.relative && !own_size ? -1 : 0);
    const bool centered = align == 0;
    const offset by = find_offset(p, p->channel, centered ? 0.5 : 0);
    double position = centered ? (by.encoded ? 0 : 0.5) : size.relative ? (1 - size.value) / 2 : 0;
    if (centered && !by.encoded && hui_def_is_field(p->def) && p->def->unit.parts && !p->def2)
        position = hui_unit_band_position(p->unit, p->def, NULL);
    hui_encoder *place = hui_encode_geopoint(p->drawing, p->channel);
    if (!place) {
        place = mid_place(p, p->def, NULL, position);
        if (!place)
            place = default_place(p, p->channel, HUI_PLACE_MID);
        add_offset(place, by);
    }
    set_aligned(&span, align, place);
    return span;
}

double hui_drawing_translate(const hui_drawing *drawing, hui_channel channel)
{
    const hui_view *unit = drawing->unit;
    const hui_axis_parts *axes = &unit->axes[channel == HUI_CHANNEL_X ? 0 : 1];
    const bool layered = unit->parent && unit->parent->kind == HUI_VIEW_LAYER;
    return layered || axes->count == 0 ? 0.5 : hui_json_number(hui_split_find(axes->at[0]->props, "translate"), 0.5);
}

/* px between neighbouring bins, half of it taken from each side. */
static double spacing_of(const placing *p)
{
    return is_polar(p->channel) ? 0 : hui_json_number(hui_mark_find(p->unit, "binSpacing", NULL), 0);
}

/* What a bin's end moves by: half the spacing inwards, the axis' half pixel, offsets; or so that a narrow bin is as wide
 * as the mark must be. Vega-Lite's getBinSpacing. */
static void add_spacing(const placing *p, hui_encoder *encoder, bool is_end, offset by)
{
    const double translate = is_polar(p->channel) ? 0 : hui_drawing_translate(p->drawing, p->channel);
    const double half = spacing_of(p) / 2, sign = is_end ? -1 : 1;
    const hui_scale_part *part = hui_view_scale(p->unit, p->channel);
    const bool reversed = part && hui_json_truthy(hui_split_find(part->props, "reverse"));
    for (size_t i = 0; encoder && i < encoder->count; i++)
        encoder->at[i].offset += translate + (reversed ? -1 : 1) * (by.number + sign * half);
    if (by.more)
        add_offset(encoder, (offset){0, by.more, false});
}

static hui_interval bin_span(const placing *p)
{
    const hui_band_size size = hui_unit_band_size(p->unit, p->channel, p->def, p->type, false);
    const double share = size.relative ? (1 - size.value) / 2 : 0.5;
    const offset by = find_offset(p, p->channel, 0), by2 = find_offset(p, p->second, 0);
    const bool shifted = p->def->column_rect_start != NULL;
    const char *start = shifted ? p->def->column_rect_start : p->def->column;
    const char *end = shifted ? p->def->column_rect_end : p->def->column_end;
    hui_interval span = {0};
    if (p->def->bins || p->def->unit.parts) {
        span.end = blend_place(p, start, end, share);
        span.start = blend_place(p, start, end, 1 - share);
    } else {
        span.end = column_place(p, p->def->column);
        span.start = hui_def_is_field(p->def2) ? column_place(p, p->def2->column) : column_place(p, p->def->column);
        if (!hui_def_is_field(p->def2) && !isnan(p->def->bin_step))
            span.start->at[span.start->count - 1].shift = p->def->bin_step;
    }
    /* x2 (and y) of a bin are its start on the page */
    const bool starts_left = p->channel == HUI_CHANNEL_X;
    add_spacing(p, span.end, !starts_left, by2.number != 0 || by2.more ? by2 : by);
    add_spacing(p, span.start, starts_left, by);
    const hui_scale_part *part = hui_view_scale(p->unit, p->channel);
    const bool reversed = part && hui_json_truthy(hui_split_find(part->props, "reverse"));
    span.spacing = spacing_of(p);
    span.backwards = (p->channel == HUI_CHANNEL_Y) != reversed;
    span.least = is_polar(p->channel) ? 0 : hui_json_number(hui_mark_config(p->unit, "minBandSize", NULL), 0);
    return span;
}

hui_interval hui_encode_rect(const hui_drawing *drawing, hui_channel channel)
{
    const placing p = place_of(drawing, channel);
    const hui_channel offset_channel = hui_channel_offset(channel);
    const char *key = size_key(channel);
    const hui_json *size = hui_mark_find(p.unit, "size", key);
    const bool has_size = p.unit->channels[HUI_CHANNEL_SIZE] || (size && !hui_spec_find(size, "band"));
    const bool binned = hui_def_is_field(p.def) && (p.def->bins || p.def->binned || (p.def->unit.parts && !p.def2));
    const bool vertical = p.unit->orient == HUI_VERTICAL, horizontal = p.unit->orient == HUI_HORIZONTAL;
    const bool bar_band =
        (p.unit->mark_kind == HUI_MARK_KIND_BAR && (channel == HUI_CHANNEL_X ? vertical : horizontal)) ||
        (p.unit->mark_kind == HUI_MARK_KIND_TICK && (channel == HUI_CHANNEL_Y ? vertical : horizontal));
    const bool offset_given = offset_channel != HUI_CHANNEL_NONE && p.unit->channels[offset_channel];
    if (binned && !has_size && !offset_given && !discrete(p.type))
        return bin_span(&p);
    if (((hui_def_is_scaled(p.def) && discrete(p.type)) || bar_band) && !p.def2)
        return band_span(&p);
    return hui_encode_range(drawing, channel, HUI_PLACE_ZERO_OR_MAX, HUI_PLACE_ZERO_OR_MIN);
}
