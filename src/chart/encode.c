/* Encoders: compiled rules from rows to numbers, colours and texts. */
#include "chart/encode.h"

#include "chart/params.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

hui_encoder *hui_encoder_new(const hui_drawing *drawing)
{
    return HUI_NEW(drawing->arena, hui_encoder);
}

hui_encoder_rule *hui_encoder_add(const hui_drawing *drawing, hui_encoder *encoder, hui_rule_kind kind)
{
    hui_encoder_rule *rule = hui_vec_push(drawing->arena, encoder);
    rule->kind = kind;
    rule->mult = 1;
    return rule;
}

hui_encoder *hui_encoder_constant(const hui_drawing *drawing, double number)
{
    hui_encoder *encoder = hui_encoder_new(drawing);
    hui_encoder_add(drawing, encoder, HUI_RULE_CONSTANT)->constant = hui_value_number(number);
    return encoder;
}

void hui_encoder_rule_json(const hui_drawing *drawing, hui_encoder_rule *rule, const hui_json *json)
{
    hui_charting *chart = drawing->frame->chart;
    const char *expression = hui_json_expression(json);
    if (expression) {
        const hui_expr *expr = hui_chart_expr(chart, expression, hui_json_place(drawing->arena, json->first));
        rule->kind = HUI_RULE_EXPR;
        rule->expr = expr ? hui_expr_bind(drawing->arena, expr, drawing->rows.table) : NULL;
        return;
    }
    rule->kind = HUI_RULE_CONSTANT;
    rule->constant = hui_value_from_json(drawing->arena, json);
    if (hui_json_is(json, HUI_JSON_STRING))
        rule->is_color = hui_color_css(json->string, &rule->color);
    if (hui_json_is(json, HUI_JSON_OBJECT))
        rule->json = json;
}

hui_encoder *hui_encoder_json(const hui_drawing *drawing, const hui_json *json)
{
    if (!json)
        return NULL;
    hui_encoder *encoder = hui_encoder_new(drawing);
    hui_encoder_rule_json(drawing, hui_encoder_add(drawing, encoder, HUI_RULE_CONSTANT), json);
    return encoder;
}

const hui_scale *hui_drawing_scale(const hui_drawing *drawing, hui_channel channel)
{
    /* another layer's scale is not for marks that have no field on the channel */
    const bool own = channel != HUI_CHANNEL_NONE && drawing->unit->scales[channel];
    return own ? hui_frame_scale(drawing->frame, drawing->unit, channel) : NULL;
}

hui_accessor hui_drawing_accessor(const hui_drawing *drawing, const char *column)
{
    return hui_accessor_new(drawing->arena, drawing->rows.table, column);
}

/* Evaluating
 * ---------- */

static bool applies(const hui_encoder_rule *rule, hui_drawing *drawing, size_t row)
{
    if (rule->if_invalid) {
        const hui_value value = hui_accessor_value(&rule->field, row);
        return !hui_value_valid(value) || !isfinite(hui_value_to_number(value));
    }
    if (!rule->test)
        return true;
    drawing->scope.row = row;
    return hui_predicate_true(rule->test, &drawing->scope);
}

static const hui_encoder_rule *find_rule(const hui_encoder *encoder, hui_drawing *drawing, size_t row)
{
    for (size_t i = 0; encoder && i < encoder->count; i++)
        if (applies(&encoder->at[i], drawing, row))
            return &encoder->at[i];
    return NULL;
}

static hui_value raw_value(const hui_encoder_rule *rule, hui_drawing *drawing, size_t row)
{
    switch (rule->kind) {
    case HUI_RULE_CONSTANT:
        return rule->constant;
    case HUI_RULE_FIELD:
    case HUI_RULE_TEXT:
        return hui_accessor_value(&rule->field, row);
    case HUI_RULE_BLEND: {
        const double a = hui_value_to_number(hui_accessor_value(&rule->field, row));
        const double b = hui_value_to_number(hui_accessor_value(&rule->second, row));
        return hui_value_number((1 - rule->share) * a + rule->share * b);
    }
    case HUI_RULE_EXPR:
        drawing->scope.row = row;
        return rule->expr ? hui_expr_value(rule->expr, &drawing->scope) : (hui_value){0};
    }
    return (hui_value){0};
}

double hui_encode_number(const hui_encoder *encoder, hui_drawing *drawing, size_t row, double fallback)
{
    const hui_encoder_rule *rule = find_rule(encoder, drawing, row);
    if (!rule)
        return fallback;
    hui_value raw = raw_value(rule, drawing, row);
    if (rule->shift > 0)
        raw = hui_value_number(hui_value_to_number(raw) + rule->shift);
    double number = rule->scale ? hui_scale_number(rule->scale, raw) : hui_value_to_number(raw);
    if (raw.kind == HUI_VALUE_UNDEFINED && !rule->scale)
        return fallback;
    if (rule->scale && rule->band > 0)
        number += rule->band * rule->scale->bandwidth;
    number = number * rule->mult + rule->offset;
    return rule->more ? number + hui_encode_number(rule->more, drawing, row, 0) : number;
}

hui_value hui_encode_value(const hui_encoder *encoder, hui_drawing *drawing, size_t row)
{
    const hui_encoder_rule *rule = find_rule(encoder, drawing, row);
    if (!rule)
        return (hui_value){0};
    const hui_value raw = raw_value(rule, drawing, row);
    return rule->scale ? hui_scale_value(drawing->arena, rule->scale, raw) : raw;
}

static const char *rule_text(const hui_encoder_rule *rule, hui_drawing *drawing, size_t row)
{
    const hui_channel_def *def = rule->def;
    const hui_value value = raw_value(rule, drawing, row);
    const hui_value end = rule->second.column ? hui_accessor_value(&rule->second, row) : (hui_value){0};
    return hui_def_text(drawing->frame->chart, def, value, end, hui_spec_string(def->json, "format", NULL),
                        hui_spec_string(def->json, "formatType", NULL));
}

const char *hui_encode_text(const hui_encoder *encoder, hui_drawing *drawing, size_t row)
{
    const hui_encoder_rule *rule = find_rule(encoder, drawing, row);
    if (!rule)
        return NULL;
    if (rule->kind == HUI_RULE_TEXT)
        return rule_text(rule, drawing, row);
    const hui_value value = raw_value(rule, drawing, row);
    if (value.kind == HUI_VALUE_NULL || value.kind == HUI_VALUE_UNDEFINED)
        return NULL;
    if (value.kind != HUI_VALUE_ARRAY)
        return hui_value_to_string(drawing->arena, value);
    const char *text = "";
    for (uint32_t i = 0; i < value.count; i++)
        text = hui_arena_printf(drawing->arena, "%s%s%s", text, i ? "\n" : "",
                                hui_value_to_string(drawing->arena, value.items[i]));
    return text;
}

hui_encoded_color hui_encode_color(const hui_encoder *encoder, hui_drawing *drawing, size_t row)
{
    hui_encoded_color result = {0};
    const hui_encoder_rule *rule = find_rule(encoder, drawing, row);
    if (!rule)
        return result;
    if (rule->is_color && !rule->scale) {
        result.color = rule->color;
        return result;
    }
    result.gradient = rule->json;
    const hui_value raw = raw_value(rule, drawing, row);
    if (rule->scale) {
        if (!hui_scale_color(rule->scale, raw, &result.color)) {
            const hui_value value = hui_scale_value(drawing->arena, rule->scale, raw);
            if (value.kind == HUI_VALUE_STRING)
                hui_color_css(value.string, &result.color);
        }
    } else if (raw.kind == HUI_VALUE_STRING) {
        hui_color_css(raw.string, &result.color);
    }
    return result;
}

/* Channels without a place
 * ------------------------ */

/* Bins and time units are taken at their middle where the scale is continuous. */
static void add_field(const hui_drawing *drawing, hui_encoder_rule *rule, const hui_channel_def *def,
                      const hui_scale *scale)
{
    const double position = hui_unit_band_position(drawing->unit, def, NULL);
    const bool discrete =
        scale && ((hui_scale_traits(scale->type) & HUI_SCALE_DISCRETE) || scale->type == HUI_SCALE_BIN_ORDINAL);
    const bool banded = position > 0 && (def->bins || (def->unit.parts && def->type == HUI_TEMPORAL));
    const bool ranged = def->bins && discrete && hui_def_is_discrete(def);
    rule->field = hui_drawing_accessor(drawing, ranged ? def->column_range : def->column);
    rule->scale = scale;
    if (!banded || discrete || !scale)
        return;
    rule->kind = HUI_RULE_BLEND;
    rule->second = hui_drawing_accessor(drawing, def->column_end);
    rule->share = position;
}

/* Vega-Lite's midPoint for a channel that is no position. False where the definition says nothing. */
static bool add_def(const hui_drawing *drawing, hui_encoder *encoder, const hui_channel_def *def,
                    const hui_predicate *test)
{
    if (!def || def->kind == HUI_DEF_CONDITION)
        return false;
    const hui_scale *scale = hui_drawing_scale(drawing, def->channel);
    hui_encoder_rule *rule = hui_encoder_add(drawing, encoder, HUI_RULE_FIELD);
    rule->test = test;
    if (def->kind == HUI_DEF_VALUE) {
        hui_encoder_rule_json(drawing, rule, def->value);
    } else if (def->kind == HUI_DEF_DATUM) {
        rule->kind = HUI_RULE_CONSTANT;
        rule->constant = def->datum;
        rule->scale = scale;
    } else {
        add_field(drawing, rule, def, scale);
    }
    if (rule->scale && rule->scale->type == HUI_SCALE_BAND)
        rule->band = isnan(def->band_position) ? 0.5 : def->band_position;
    if (!scale && rule->kind == HUI_RULE_CONSTANT && rule->constant.kind == HUI_VALUE_STRING)
        rule->is_color = hui_color_css(rule->constant.string, &rule->color);
    return true;
}

/* Where invalid values are shown: as what config.scale.invalid says, or as zero or the least. */
static void add_invalid(const hui_drawing *drawing, hui_encoder *encoder, hui_channel channel)
{
    const hui_channel_def *def = hui_unit_scaled(drawing->unit, channel);
    if (!hui_def_is_field(def) || hui_unit_invalid(drawing->unit, channel) != HUI_INVALID_SHOW)
        return;
    const hui_json *config = hui_spec_find(drawing->unit->chart->config, "scale.invalid");
    const hui_json *shown =
        hui_json_is(config, HUI_JSON_OBJECT) ? hui_json_find(config, hui_channel_word(channel)) : NULL;
    const hui_json *value = hui_spec_find(shown, "value");
    const hui_scale *scale = hui_drawing_scale(drawing, channel);
    hui_encoder_rule *rule = hui_encoder_add(drawing, encoder, HUI_RULE_CONSTANT);
    if (value) {
        hui_encoder_rule_json(drawing, rule, value);
    } else {
        rule->constant =
            scale && scale->domain_count > 0 ? hui_drawing_zero(drawing, channel, false) : hui_value_number(0);
        rule->scale = scale;
    }
    rule->if_invalid = true;
    rule->field = hui_drawing_accessor(drawing, def->column);
}

hui_encoder *hui_encode_channel(const hui_drawing *drawing, hui_channel channel, const char *key,
                                const hui_json *fallback)
{
    const hui_channel_def *def = channel == HUI_CHANNEL_NONE ? NULL : drawing->unit->channels[channel];
    hui_encoder *encoder = hui_encoder_new(drawing);
    for (size_t i = 0; def && i < def->condition_count; i++)
        add_def(drawing, encoder, def->conditions[i].def,
                hui_predicate_bind(drawing->arena, def->conditions[i].test, drawing->rows.table));
    if (def)
        add_invalid(drawing, encoder, channel);
    if (add_def(drawing, encoder, def, NULL))
        return encoder;
    const hui_json *json = fallback ? fallback : key ? hui_mark_default(drawing->unit, key) : NULL;
    if (json)
        hui_encoder_rule_json(drawing, hui_encoder_add(drawing, encoder, HUI_RULE_CONSTANT), json);
    return encoder->count ? encoder : NULL;
}

static void add_text(const hui_drawing *drawing, hui_encoder *encoder, const hui_channel_def *def,
                     const hui_predicate *test)
{
    if (!def || def->kind == HUI_DEF_CONDITION)
        return;
    hui_encoder_rule *rule = hui_encoder_add(drawing, encoder, HUI_RULE_TEXT);
    rule->test = test;
    rule->def = def;
    if (def->kind == HUI_DEF_VALUE) {
        hui_encoder_rule_json(drawing, rule, def->value);
    } else if (def->kind == HUI_DEF_DATUM) {
        rule->kind = HUI_RULE_CONSTANT;
        rule->constant = hui_value_string(hui_def_text(drawing->frame->chart, def, def->datum, (hui_value){0},
                                                       hui_spec_string(def->json, "format", NULL),
                                                       hui_spec_string(def->json, "formatType", NULL)));
    } else {
        rule->field = hui_drawing_accessor(drawing, def->column);
        if (def->bins)
            rule->second = hui_drawing_accessor(drawing, def->column_end);
    }
}

hui_encoder *hui_encode_text_channel(const hui_drawing *drawing, hui_channel channel)
{
    const hui_channel_def *def = drawing->unit->channels[channel];
    hui_encoder *encoder = hui_encoder_new(drawing);
    for (size_t i = 0; def && i < def->condition_count; i++)
        add_text(drawing, encoder, def->conditions[i].def,
                 hui_predicate_bind(drawing->arena, def->conditions[i].test, drawing->rows.table));
    add_text(drawing, encoder, def, NULL);
    const hui_json *fallback = hui_mark_find(drawing->unit, hui_channel_word(channel), NULL);
    if ((!def || def->kind == HUI_DEF_CONDITION) && fallback)
        hui_encoder_rule_json(drawing, hui_encoder_add(drawing, encoder, HUI_RULE_CONSTANT), fallback);
    return encoder->count ? encoder : NULL;
}

/* Intervals
 * --------- */

static double number_or_zero(double x)
{
    return isnan(x) ? 0 : x; /* what stands nowhere stands there, as in Vega */
}

void hui_interval_resolve(const hui_interval *span, hui_drawing *drawing, size_t row, double *low, double *high)
{
    const double size = hui_encode_number(span->size, drawing, row, 0);
    if (span->center) {
        *low = number_or_zero(hui_encode_number(span->center, drawing, row, 0) - size / 2);
        *high = *low + size;
    } else if (span->start && span->end) {
        const double a = hui_encode_number(span->start, drawing, row, 0);
        const double b = hui_encode_number(span->end, drawing, row, 0);
        const double band = (span->backwards ? b - a : a - b) + span->spacing;
        const bool narrow = span->least > 0 && band < span->least;
        *low = narrow ? (a + b - span->least) / 2 : isnan(a) || isnan(b) ? number_or_zero(a) : fmin(a, b);
        *high = narrow ? *low + span->least : isnan(a) || isnan(b) ? *low : fmax(a, b);
    } else if (span->start) {
        *low = number_or_zero(hui_encode_number(span->start, drawing, row, 0));
        *high = *low + size;
    } else {
        *high = hui_encode_number(span->end, drawing, row, 0);
        *low = *high - size;
    }
    const double first = *low;
    *low = fmin(first, *high);
    *high = fmax(first, *high);
}
