/* Domains of scales: where their values come from, and in which order discrete ones stand. */
#include "chart/view.h"

#include "data/format.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

/* The one part of a unit like "month", as a word of date-time objects; NULL if it has several. */
static const char *single_part(hui_arena *arena, hui_time_unit unit)
{
    if (unit.parts == 0 || (unit.parts & (unit.parts - 1)) != 0 || unit.utc)
        return NULL;
    unit.binned = false;
    return hui_time_unit_word(arena, unit);
}

static hui_value date_value(hui_charting *chart, const hui_channel_def *def, const hui_json *json)
{
    hui_arena *arena = chart->arena;
    if (hui_json_is(json, HUI_JSON_OBJECT))
        return hui_value_date(hui_date_time_read(json));
    const hui_value value = hui_value_from_json(arena, json);
    const double parsed = value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : NAN;
    const char *part = single_part(arena, def->unit);
    if (part && ((value.kind == HUI_VALUE_NUMBER && value.number < 10000) ||
                 (value.kind == HUI_VALUE_STRING && isnan(parsed)))) {
        hui_json *object = hui_json_make(arena, HUI_JSON_OBJECT, json);
        hui_json_put(arena, object, part, json);
        return hui_value_date(hui_date_time_read(object));
    }
    return hui_value_date(value.kind == HUI_VALUE_STRING ? parsed : hui_value_to_number(value));
}

hui_value hui_def_value(hui_charting *chart, const hui_channel_def *def, const hui_json *json)
{
    const bool scalar = hui_json_is(json, HUI_JSON_STRING) || hui_json_is(json, HUI_JSON_NUMBER);
    const bool date = hui_json_is(json, HUI_JSON_OBJECT) && !isnan(hui_date_time_read(json));
    if (date || (scalar && (def->type == HUI_TEMPORAL || def->unit.parts)))
        return date_value(chart, def, json);
    return hui_value_from_json(chart->arena, json);
}

static const hui_value *def_values(hui_charting *chart, const hui_channel_def *def, const hui_json *list, size_t *count)
{
    hui_value *values = HUI_NEW_ARRAY(chart->arena, hui_value, list->count + 1);
    *count = 0;
    for (const hui_json *item = list->first; item; item = item->next)
        values[(*count)++] = hui_def_value(chart, def, item);
    return values;
}

static hui_domain_part *add_part(hui_view *unit, hui_scale_part *part, hui_domain_kind kind)
{
    hui_domain_part *domain = hui_vec_push(unit->chart->arena, &part->domains);
    domain->kind = kind;
    domain->unit = unit;
    domain->sort_op = HUI_AGGREGATE_NONE;
    return domain;
}

static void add_list(hui_view *unit, hui_scale_part *part, const hui_channel_def *def, const hui_json *list)
{
    hui_domain_part *domain = add_part(unit, part, HUI_DOMAIN_VALUES);
    domain->values = def_values(unit->chart, def, list, &domain->value_count);
}

static void add_values(hui_view *unit, hui_scale_part *part, hui_value first, const hui_value *second)
{
    hui_value *values = HUI_NEW_ARRAY(unit->chart->arena, hui_value, 2);
    hui_domain_part *domain = add_part(unit, part, HUI_DOMAIN_VALUES);
    values[0] = first;
    if (second)
        values[1] = *second;
    domain->values = values;
    domain->value_count = second ? 2 : 1;
}

static hui_domain_part *add_column(hui_view *unit, hui_scale_part *part, const char *column)
{
    hui_domain_part *domain = add_part(unit, part, HUI_DOMAIN_COLUMN);
    domain->column = column;
    return domain;
}

/* A measure of a stack is sorted by its sum, unless it is one of the fields that part the stack. */
static hui_aggregate_op default_op(const hui_view *unit, const char *field)
{
    const hui_stacking *stack = &unit->stack;
    if (stack->channel == HUI_CHANNEL_NONE || !field)
        return HUI_AGGREGATE_MIN;
    for (size_t i = 0; i < stack->groupby_count; i++)
        if (!strcmp(unit->channels[stack->groupby[i]]->column, field))
            return HUI_AGGREGATE_MIN;
    for (size_t i = 0; i < stack->by.count; i++)
        if (stack->by.at[i]->field && !strcmp(stack->by.at[i]->field, field))
            return HUI_AGGREGATE_MIN;
    return HUI_AGGREGATE_SUM;
}

static void sort_by_field(const hui_view *unit, hui_domain_part *domain, const hui_json *sort)
{
    const char *op = hui_spec_string(sort, "op", NULL);
    domain->table = HUI_TABLE_RAW;
    domain->sort_field = hui_spec_string(sort, "field", NULL);
    domain->sort_op = op ? hui_aggregate_find(op) : default_op(unit, domain->sort_field);
    if (!domain->sort_field || domain->sort_op == HUI_AGGREGATE_NONE)
        domain->sort_op = HUI_AGGREGATE_COUNT;
    domain->descending = hui_json_is_string(hui_json_find(sort, "order"), "descending");
}

static void sort_by_channel(const hui_view *unit, hui_domain_part *domain, const char *word, bool descending)
{
    const hui_channel channel = hui_channel_find(word);
    const hui_channel_def *by = channel < HUI_CHANNEL_ROW ? hui_unit_scaled(unit, channel) : NULL;
    if (channel < HUI_CHANNEL_ROW && !by && unit->channels[channel] && hui_def_is_field(unit->channels[channel]))
        by = unit->channels[channel];
    domain->descending = descending;
    if (!hui_def_is_field(by))
        return;
    domain->table = HUI_TABLE_RAW;
    if (by->by) { /* argmax of another field */
        domain->table = HUI_TABLE_DOMAIN;
        domain->sort_field = by->column;
        domain->sort_op = HUI_AGGREGATE_MIN;
        return;
    }
    domain->sort_field = by->field;
    domain->sort_op = by->op != HUI_AGGREGATE_NONE ? by->op : default_op(unit, by->field);
}

static void sort_domain(hui_view *unit, hui_scale_part *part, hui_domain_part *domain, const hui_channel_def *def)
{
    const hui_json *sort = def->sort;
    hui_channel by;
    if (hui_json_is(sort, HUI_JSON_NULL) || def->channel != part->channel) /* x2 follows x */
        return;
    domain->sorted = true;
    if (hui_json_is(sort, HUI_JSON_ARRAY)) {
        domain->order = def_values(unit->chart, def, sort, &domain->order_count);
    } else if (hui_json_is(sort, HUI_JSON_OBJECT)) {
        const char *word = hui_spec_string(sort, "encoding", NULL);
        if (word)
            sort_by_channel(unit, domain, word, hui_json_is_string(hui_json_find(sort, "order"), "descending"));
        else
            sort_by_field(unit, domain, sort);
    } else if (hui_json_is(sort, HUI_JSON_STRING)) {
        const char *word = sort->string + (sort->string[0] == '-');
        by = hui_channel_find(word);
        if (by != HUI_CHANNEL_NONE)
            sort_by_channel(unit, domain, word, sort->string[0] == '-');
        else
            domain->descending = !strcmp(word, "descending");
    }
}

static void add_bins(hui_view *unit, hui_scale_part *part, hui_scale_type type, hui_channel channel,
                     const hui_channel_def *def)
{
    const hui_bins bins = unit->bins[channel];
    part->bins = bins;
    part->has_bins = true;
    if (type == HUI_SCALE_BIN_ORDINAL)
        return;
    if (hui_scale_traits(type) & HUI_SCALE_DISCRETE) {
        hui_domain_part *domain = add_column(unit, part, hui_def_is_discrete(def) ? def->column_range : def->column);
        sort_domain(unit, part, domain, def);
        if (domain->sorted && domain->sort_op == HUI_AGGREGATE_NONE && !domain->order) {
            domain->sort_op = HUI_AGGREGATE_MIN;
            domain->sort_field = def->column;
        }
        return;
    }
    const hui_value stop = hui_value_number(bins.stop);
    add_values(unit, part, hui_value_number(bins.start), &stop);
}

static void add_field(hui_view *unit, hui_scale_part *part, hui_scale_type type, hui_channel channel,
                      const hui_channel_def *def)
{
    const hui_channel_def *second = unit->channels[hui_channel_second(channel)];
    if (def->bins) {
        add_bins(unit, part, type, channel, def);
        return;
    }
    if (def->unit.parts && (hui_scale_traits(type) & HUI_SCALE_TEMPORAL) && hui_unit_band_ends(unit, def, second)) {
        add_column(unit, part, def->column_rect_start ? def->column_rect_start : def->column);
        add_column(unit, part, def->column_rect_end ? def->column_rect_end : def->column_end);
        return;
    }
    hui_domain_part *domain = add_column(unit, part, def->column);
    if (hui_scale_traits(type) & HUI_SCALE_DISCRETE)
        sort_domain(unit, part, domain, def);
}

bool hui_def_unaggregated(const hui_charting *chart, const hui_channel_def *def)
{
    static const hui_aggregate_op within[] = {HUI_AGGREGATE_MEAN, HUI_AGGREGATE_AVERAGE, HUI_AGGREGATE_MEDIAN,
                                              HUI_AGGREGATE_Q1,   HUI_AGGREGATE_Q3,      HUI_AGGREGATE_MIN,
                                              HUI_AGGREGATE_MAX};
    const hui_json *domain = hui_spec_find(def->json, "scale.domain");
    const bool asked = domain ? hui_json_is_string(domain, "unaggregated")
                              : hui_spec_bool(chart->config, "scale.useUnaggregatedDomain", false);
    for (size_t i = 0; asked && def->field && i < sizeof within / sizeof *within; i++)
        if (def->op == within[i])
            return true;
    return false;
}

static void add_implicit(hui_view *unit, hui_scale_part *part, hui_scale_type type, hui_channel channel)
{
    const hui_channel_def *def = hui_unit_scaled(unit, channel);
    hui_arena *arena = unit->chart->arena;
    if (!def)
        return;
    if (unit->stack.channel == channel && hui_def_is_field(def)) {
        if (unit->stack.offset == HUI_STACK_NORMALIZE) {
            const hui_value one = hui_value_number(1);
            add_values(unit, part, hui_value_number(0), &one);
            return;
        }
        add_column(unit, part, unit->stack.start);
        add_column(unit, part, unit->stack.end);
    } else if (def->kind == HUI_DEF_DATUM) {
        add_values(unit, part, def->datum, NULL);
    } else if (hui_def_unaggregated(unit->chart, def) && type != HUI_SCALE_LOG) {
        add_column(unit, part, hui_arena_printf(arena, "min_%s", def->column));
        add_column(unit, part, hui_arena_printf(arena, "max_%s", def->column));
    } else {
        add_field(unit, part, type, channel, def);
    }
}

static void find_unit_domain(hui_view *unit, hui_scale_part *part)
{
    const hui_channel channel = part->channel, second = hui_channel_second(channel);
    const hui_scale_type type = hui_view_scale(unit, channel)->type;
    const hui_json *domain = hui_spec_find(part->def->json, "scale.domain");
    const hui_json *with = hui_spec_find(domain, "unionWith");
    part->domains_given = hui_json_is(domain, HUI_JSON_ARRAY) || with;
    if (hui_json_is(domain, HUI_JSON_ARRAY)) {
        add_list(unit, part, part->def, domain);
        return;
    }
    if (hui_json_is(with, HUI_JSON_ARRAY))
        add_list(unit, part, part->def, with);
    add_implicit(unit, part, type, channel);
    const bool positional = channel == HUI_CHANNEL_X || channel == HUI_CHANNEL_Y;
    if (positional && hui_unit_scaled(unit, second))
        add_implicit(unit, part, type, second);
}

static void merge_domains(hui_view *view, hui_scale_part *into, const hui_scale_part *from)
{
    if (from->has_bins && !into->has_bins) {
        into->has_bins = true;
        into->bins = from->bins;
    }
    if (into->domains.count > 0 && into->domains_given && !from->domains_given)
        return;
    if (from->domains_given && !into->domains_given)
        into->domains.count = 0;
    into->domains_given |= from->domains_given;
    for (size_t i = 0; i < from->domains.count; i++)
        *hui_vec_push(view->chart->arena, &into->domains) = from->domains.at[i];
}

void hui_view_find_domains(hui_view *view)
{
    for (size_t i = 0; i < view->child_count; i++)
        hui_view_find_domains(view->children[i]);
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        if (!view->scales[i])
            continue;
        if (view->kind == HUI_VIEW_UNIT)
            find_unit_domain(view, view->scales[i]);
        for (size_t c = 0; c < view->child_count; c++)
            if (view->children[c]->scales[i])
                merge_domains(view, view->scales[i], view->children[c]->scales[i]);
    }
}
