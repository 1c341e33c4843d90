/* Channel definitions: reading what an encoding says, with the types and columns that follow from it. */
#include "chart/view.h"

#include "chart/params.h"
#include "data/format.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

bool hui_def_is_field(const hui_channel_def *def)
{
    return def && def->kind == HUI_DEF_FIELD;
}

bool hui_def_is_scaled(const hui_channel_def *def)
{
    return def && (def->kind == HUI_DEF_FIELD || def->kind == HUI_DEF_DATUM);
}

bool hui_def_is_discrete(const hui_channel_def *def)
{
    return def->type == HUI_NOMINAL || def->type == HUI_ORDINAL;
}

bool hui_def_is_measure(const hui_channel_def *def)
{
    return hui_def_is_scaled(def) && def->type == HUI_QUANTITATIVE && !def->bins;
}

/* Names of derived columns hold no characters that field paths give a meaning. */
static const char *plain_name(hui_arena *arena, const char *field)
{
    char *name = hui_arena_string(arena, field);
    for (char *c = name; *c; c++)
        if (strchr(".[]'\"\\", *c))
            *c = '_';
    return name;
}

static double default_maxbins(hui_channel channel)
{
    switch ((int)channel) {
    case HUI_CHANNEL_ROW:
    case HUI_CHANNEL_COLUMN:
    case HUI_CHANNEL_SIZE:
    case HUI_CHANNEL_COLOR:
    case HUI_CHANNEL_FILL:
    case HUI_CHANNEL_STROKE:
    case HUI_CHANNEL_STROKEWIDTH:
    case HUI_CHANNEL_OPACITY:
    case HUI_CHANNEL_FILLOPACITY:
    case HUI_CHANNEL_STROKEOPACITY:
    case HUI_CHANNEL_SHAPE:
        return 6;
    case HUI_CHANNEL_STROKEDASH:
        return 4;
    default:
        return 10;
    }
}

static const char *bin_name(hui_charting *chart, const hui_json *json, double maxbins)
{
    hui_arena *arena = chart->arena;
    const char *name = "bin";
    if (hui_json_is(json, HUI_JSON_OBJECT))
        for (const hui_json *member = json->first; member; member = member->next)
            name = hui_arena_printf(arena, "%s_%s_%s", name, member->key,
                                    plain_name(arena, hui_value_to_string(arena, hui_value_from_json(arena, member))));
    return isnan(maxbins) ? name : hui_arena_printf(arena, "%s_maxbins_%s", name, hui_number_string(arena, maxbins));
}

static void read_bin(hui_charting *chart, hui_channel_def *def, const char **function)
{
    const hui_json *json = hui_json_find(def->json, "bin");
    def->bin = hui_bin_default();
    def->bin_step = NAN;
    if (!hui_json_truthy(json))
        return;
    if (hui_json_is_string(json, "binned") || hui_spec_bool(json, "binned", false)) {
        def->binned = true;
        def->bin_step = hui_spec_number(json, "step", NAN);
        return;
    }
    def->bins = hui_bin_read(chart->arena, json, chart->params, &def->bin, chart->diags);
    double maxbins = NAN;
    if (!hui_spec_find(json, "maxbins") && !hui_spec_find(json, "step"))
        maxbins = def->bin.maxbins = default_maxbins(def->channel);
    *function = bin_name(chart, json, maxbins);
}

static void read_aggregate(hui_charting *chart, hui_channel_def *def, const char **function)
{
    const hui_json *json = hui_json_find(def->json, "aggregate");
    def->op = HUI_AGGREGATE_NONE;
    if (hui_json_is(json, HUI_JSON_STRING)) {
        def->op = hui_aggregate_find(json->string);
        if (def->op != HUI_AGGREGATE_NONE)
            *function = hui_aggregate_word(def->op);
    } else if (hui_json_is(json, HUI_JSON_OBJECT) && json->first) {
        def->op = hui_aggregate_find(json->first->key);
        def->by = hui_json_string(json->first, NULL);
        *function = hui_arena_printf(chart->arena, "%s_%s", json->first->key, def->by ? def->by : "");
    }
}

static void read_time_unit(hui_charting *chart, hui_channel_def *def, const char **function)
{
    const hui_json *json = hui_json_find(def->json, "timeUnit");
    const char *word =
        hui_json_is(json, HUI_JSON_OBJECT) ? hui_spec_string(json, "unit", NULL) : hui_json_string(json, NULL);
    if (!json || json->kind == HUI_JSON_NULL)
        return;
    if (word && !hui_time_unit_read(word, &def->unit))
        return;
    if (hui_json_is(json, HUI_JSON_OBJECT)) {
        def->unit.step = (int)fmin(fmax(hui_spec_number(json, "step", 1), 1), 1e6);
        def->unit.utc |= hui_spec_bool(json, "utc", false);
        def->unit.binned |= hui_spec_bool(json, "binned", false);
    }
    if (def->unit.parts && !def->unit.binned) {
        const char *unit = hui_time_unit_word(chart->arena, def->unit);
        *function = def->unit.step > 1 ? hui_arena_printf(chart->arena, "%s_step_%d", unit, def->unit.step) : unit;
    }
}

static bool is_type(const char *word, const char *name)
{
    return !strcmp(word, name) || (word[0] == name[0] && word[1] == 0) || (word[0] == name[0] - 32 && word[1] == 0);
}

static bool read_type(const hui_json *json, hui_measurement *type)
{
    static const char *const words[] = {"nominal", "ordinal", "temporal", "quantitative", "geojson"};
    const char *word = hui_spec_string(json, "type", NULL);
    for (int i = 0; word && i < 5; i++)
        if (is_type(word, words[i])) {
            *type = (hui_measurement)i;
            return true;
        }
    return false;
}

static hui_measurement scale_measurement(const hui_json *json)
{
    const char *word = hui_spec_string(json, "scale.type", NULL);
    const hui_scale_type type = word ? hui_scale_find(word) : HUI_SCALE_TYPE_COUNT;
    if (type == HUI_SCALE_TYPE_COUNT)
        return HUI_NOMINAL;
    if (hui_scale_traits(type) & HUI_SCALE_TEMPORAL)
        return HUI_TEMPORAL;
    const bool numeric = (hui_scale_traits(type) & (HUI_SCALE_CONTINUOUS | HUI_SCALE_DISCRETIZING)) != 0;
    return numeric && type != HUI_SCALE_BIN_ORDINAL ? HUI_QUANTITATIVE : HUI_NOMINAL;
}

/* Vega-Lite's defaultType. */
static hui_measurement default_type(const hui_channel_def *def)
{
    switch ((int)def->channel) {
    case HUI_CHANNEL_LATITUDE:
    case HUI_CHANNEL_LONGITUDE:
        return HUI_QUANTITATIVE;
    case HUI_CHANNEL_ROW:
    case HUI_CHANNEL_COLUMN:
    case HUI_CHANNEL_FACET:
    case HUI_CHANNEL_SHAPE:
    case HUI_CHANNEL_STROKEDASH:
        return HUI_NOMINAL;
    case HUI_CHANNEL_ORDER:
        return HUI_ORDINAL;
    default:
        break;
    }
    if (hui_json_is(def->sort, HUI_JSON_ARRAY))
        return HUI_ORDINAL;
    if (def->unit.parts)
        return HUI_TEMPORAL;
    if (def->bins || def->binned || (def->op != HUI_AGGREGATE_NONE && !def->by))
        return HUI_QUANTITATIVE;
    return scale_measurement(def->json);
}

static bool counts(hui_aggregate_op op)
{
    return op == HUI_AGGREGATE_COUNT || op == HUI_AGGREGATE_VALID || op == HUI_AGGREGATE_MISSING ||
           op == HUI_AGGREGATE_DISTINCT;
}

/* Columns the pipeline will make for the field: Vega-Lite's names, so that tests and sorts may use them. */
static void name_columns(hui_charting *chart, hui_channel_def *def, const char *function)
{
    hui_arena *arena = chart->arena;
    const char *base = def->field ? plain_name(arena, def->field) : "";
    if (def->op == HUI_AGGREGATE_COUNT || (def->field && !strcmp(def->field, "*"))) {
        def->op = HUI_AGGREGATE_COUNT;
        def->field = NULL;
        def->column = "__count";
    } else if (function) {
        def->column = hui_arena_printf(arena, "%s_%s", plain_name(arena, function), base);
    } else {
        def->column = base;
    }
    def->column_end = hui_arena_printf(arena, "%s_end", def->column);
    def->column_range = hui_arena_printf(arena, "%s_range", def->column);
    def->column_mid = hui_arena_printf(arena, "%s_mid", def->column);
}

static void read_field(hui_charting *chart, hui_channel_def *def)
{
    const char *function = NULL;
    const hui_json *field = hui_json_find(def->json, "field");
    def->kind = HUI_DEF_FIELD;
    def->field = field ? hui_value_to_string(chart->arena, hui_value_from_json(chart->arena, field)) : NULL;
    def->sort = hui_json_find(def->json, "sort");
    read_aggregate(chart, def, &function);
    read_time_unit(chart, def, &function);
    read_bin(chart, def, &function);
    if (!read_type(def->json, &def->type))
        def->type = default_type(def);
    else if (counts(def->op))
        def->type = HUI_QUANTITATIVE;
    name_columns(chart, def, function);
}

static void read_datum(hui_charting *chart, hui_channel_def *def, const hui_json *datum)
{
    def->kind = HUI_DEF_DATUM;
    def->value = datum;
    def->datum = hui_value_from_json(chart->arena, datum);
    const double date = hui_json_is(datum, HUI_JSON_OBJECT) ? hui_date_time_read(datum) : NAN;
    if (!isnan(date))
        def->datum = hui_value_date(date);
    def->type = def->datum.kind == HUI_VALUE_NUMBER ? HUI_QUANTITATIVE
                : def->datum.kind == HUI_VALUE_DATE ? HUI_TEMPORAL
                                                    : HUI_NOMINAL;
    read_type(def->json, &def->type);
    if (def->type == HUI_TEMPORAL && def->datum.kind != HUI_VALUE_DATE)
        def->datum = hui_value_date(def->datum.kind == HUI_VALUE_STRING ? hui_date_parse(def->datum.string)
                                                                        : hui_value_to_number(def->datum));
}

static const hui_json *condition_test(hui_arena *arena, const hui_json *json)
{
    const hui_json *test = hui_json_find(json, "test");
    if (test)
        return test;
    hui_json *param = hui_json_make(arena, HUI_JSON_OBJECT, json);
    for (const hui_json *member = json->first; member; member = member->next)
        if (!strcmp(member->key, "param") || !strcmp(member->key, "empty"))
            hui_json_put(arena, param, member->key, member);
    return param;
}

static bool read_condition(hui_charting *chart, hui_channel channel, const hui_json *json, hui_condition *condition)
{
    condition->def = hui_channel_def_read(chart, channel, json);
    condition->test = hui_chart_predicate(chart, condition_test(chart->arena, json));
    return condition->def && condition->test;
}

static void read_conditions(hui_charting *chart, hui_channel_def *def)
{
    const hui_json *json = hui_json_find(def->json, "condition");
    if (!hui_json_is(json, HUI_JSON_OBJECT) && !hui_json_is(json, HUI_JSON_ARRAY))
        return;
    const bool one = json->kind == HUI_JSON_OBJECT;
    hui_condition *conditions = HUI_NEW_ARRAY(chart->arena, hui_condition, one ? 1 : json->count);
    for (const hui_json *item = one ? json : json->first; item; item = one ? NULL : item->next)
        if (read_condition(chart, def->channel, item, &conditions[def->condition_count]))
            def->condition_count++;
    def->conditions = conditions;
}

hui_channel_def *hui_channel_def_read(hui_charting *chart, hui_channel channel, const hui_json *json)
{
    if (!hui_json_is(json, HUI_JSON_OBJECT))
        return NULL;
    hui_channel_def *def = HUI_NEW(chart->arena, hui_channel_def);
    def->channel = channel;
    def->json = json;
    def->op = HUI_AGGREGATE_NONE;
    def->bin = hui_bin_default();
    def->bin_step = NAN;
    def->band_position = hui_spec_number(json, "bandPosition", NAN);
    const hui_json *datum = hui_json_find(json, "datum"), *value = hui_json_find(json, "value");
    const hui_json *aggregate = hui_json_find(json, "aggregate");
    read_conditions(chart, def);
    if (hui_json_find(json, "field") || hui_json_is_string(aggregate, "count")) {
        read_field(chart, def);
    } else if (datum) {
        read_datum(chart, def, datum);
    } else if (value || hui_json_expression(json)) {
        def->kind = HUI_DEF_VALUE;
        def->value = value ? value : json;
    } else if (def->condition_count > 0) {
        def->kind = HUI_DEF_CONDITION;
    } else {
        return NULL;
    }
    return def;
}
