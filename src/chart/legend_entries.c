/* Entries of legends: which values they show, with what labels (vega-encode's LegendEntries, vega-scale's labels). */
#include "chart/legend.h"

#include "chart/params.h"
#include "data/format.h"
#include "data/time_unit.h"

#include <math.h>
#include <string.h>

/* Values, and how their labels are written. */
typedef struct values {
    hui_value *at;
    size_t count;
    bool given, ends; /* ends: what follows the last one is `end`, not infinity */
    double end;
    double wanted; /* how many ticks there were to be */
    const char *format;
    bool timed;
} values;

static bool is_discretizing(const hui_scale *scale)
{
    return scale->type == HUI_SCALE_QUANTILE || scale->type == HUI_SCALE_QUANTIZE || scale->type == HUI_SCALE_THRESHOLD;
}

/* Values
 * ------ */

static values given_values(const hui_legend_drawing *d, const hui_json *json)
{
    values list = {.at = HUI_NEW_ARRAY(d->arena, hui_value, json->count + 1), .given = true};
    for (const hui_json *item = json->first; item; item = item->next)
        list.at[list.count++] = hui_def_value(d->frame->chart, d->part->def, item);
    return list;
}

static values interval_values(const hui_legend_drawing *d, const hui_json *json)
{
    const hui_scale *scale = d->scale;
    const char *interval = hui_json_string(json, hui_spec_string(json, "interval", ""));
    const double step = fmin(fmax(hui_spec_number(json, "step", 1), 1), 1e6);
    hui_time_unit unit = {0};
    values list = {0};
    if (!hui_time_unit_read(interval, &unit) || scale->domain_count == 0)
        return list;
    const double a = hui_value_to_number(scale->domain[0]);
    const double b = hui_value_to_number(scale->domain[scale->domain_count - 1]);
    const double *times =
        hui_time_ticks_every(d->arena, fmin(a, b), fmax(a, b), hui_time_unit_smallest(unit), (int)step, &list.count);
    list.at = HUI_NEW_ARRAY(d->arena, hui_value, list.count + 1);
    for (size_t i = 0; i < list.count; i++)
        list.at[i] = hui_value_date(times[i]);
    return list;
}

/* Each bin stands for what is up to the next. */
static values bin_values(const hui_legend_drawing *d)
{
    const hui_scale *scale = d->scale;
    values list = {.at = HUI_NEW_ARRAY(d->arena, hui_value, scale->bin_count + 1)};
    for (size_t i = 0; i + 1 < scale->bin_count; i++)
        list.at[list.count++] = hui_value_number(scale->bins[i]);
    list.ends = scale->bin_count > 0;
    list.end = list.ends ? scale->bins[scale->bin_count - 1] : 0;
    return list;
}

static values scale_values(const hui_legend_drawing *d, double count)
{
    const hui_scale *scale = d->scale;
    values list = {0};
    if (scale->bins)
        return bin_values(d);
    hui_value *ticks = hui_scale_ticks(d->arena, scale, count, &list.count);
    if (is_discretizing(scale)) {
        list.at = HUI_NEW_ARRAY(d->arena, hui_value, list.count + 1);
        list.at[0] = hui_value_number(-INFINITY);
        for (size_t i = 0; i < list.count; i++)
            list.at[i + 1] = ticks[i];
        list.count++;
        return list;
    }
    list.at = ticks;
    if (scale->type == HUI_SCALE_LOG && scale->color_count == 0) { /* of colours, ticks without texts stay */
        size_t kept = 0;
        for (size_t i = 0; i < list.count; i++)
            if (*hui_scale_tick_text(d->arena, scale, ticks[i], count, NULL))
                ticks[kept++] = ticks[i];
        list.count = kept;
    }
    return list;
}

/* A ramp whose ticks would be too few shows its ends. */
static void show_ends(const hui_legend_drawing *d, values *list)
{
    const hui_scale *scale = d->scale;
    if (d->kind != HUI_LEGEND_GRADIENT || list->given || list->count >= 3 || scale->domain_count == 0)
        return;
    const hui_value first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    if (hui_value_equal_strictly(first, last) && first.kind != HUI_VALUE_DATE)
        return;
    list->at = HUI_NEW_ARRAY(d->arena, hui_value, 2);
    list->at[0] = first;
    list->at[1] = last;
    list->count = 2;
}

static values find_values(const hui_legend_drawing *d)
{
    const hui_json *given = hui_guide_find(&(hui_guide_props){d->frame, {d->given}}, "values");
    const hui_json *ticks = hui_guide_find(&d->props, "tickCount");
    const bool temporal = (hui_scale_traits(d->scale->type) & HUI_SCALE_TEMPORAL) != 0;
    const bool interval = temporal && (hui_json_is(ticks, HUI_JSON_OBJECT) || hui_json_is(ticks, HUI_JSON_STRING));
    const double usual = d->kind == HUI_LEGEND_GRADIENT ? fmax(2, 2 * floor(d->length / 100)) : 5;
    const double count =
        hui_scale_tick_count(d->scale, hui_json_number(ticks, usual), hui_guide_number(&d->props, "tickMinStep", NAN));
    values list = hui_json_is(given, HUI_JSON_ARRAY) ? given_values(d, given)
                  : interval                         ? interval_values(d, ticks)
                                                     : scale_values(d, count);
    const char *type = hui_guide_word(&d->props, "formatType", "");
    list.wanted = count;
    list.format = hui_guide_word(&d->props, "format", NULL);
    list.timed = !strcmp(type, "time") || !strcmp(type, "utc");
    show_ends(d, &list);
    return list;
}

/* Labels
 * ------ */

static const char *value_text(const hui_legend_drawing *d, const values *list, hui_value value)
{
    const bool all = list->given || d->kind == HUI_LEGEND_SYMBOL;
    if (list->timed && !(hui_scale_traits(d->scale->type) & HUI_SCALE_TEMPORAL)) {
        const double ms = value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : hui_value_to_number(value);
        const char *specifier = list->format && *list->format ? list->format : hui_format_time_tick(ms);
        const char *text = hui_format_time(d->arena, specifier, ms);
        return text ? text : "";
    }
    const double count = all && d->scale->type == HUI_SCALE_LOG ? INFINITY : list->wanted;
    const char *text = hui_scale_tick_text(d->arena, d->scale, value, count, list->format);
    return text ? text : "";
}

/* "a – b", "< b" or "≥ a". */
static const char *range_text(const hui_legend_drawing *d, const values *list, size_t i, bool ends)
{
    const hui_value low = list->at[i];
    hui_value high = hui_value_number(ends ? list->end : INFINITY);
    if (i + 1 < list->count)
        high = list->at[i + 1];
    const bool has_low = low.kind == HUI_VALUE_NUMBER && isfinite(low.number);
    const bool has_high = high.kind == HUI_VALUE_NUMBER && isfinite(high.number);
    const char *from = has_low ? value_text(d, list, low) : "null", *to = has_high ? value_text(d, list, high) : "";
    if (has_low && has_high)
        return hui_arena_printf(d->arena, "%s \u2013 %s", from, to);
    return has_high ? hui_arena_printf(d->arena, "< %s", to) : hui_arena_printf(d->arena, "\u2265 %s", from);
}

static const char *label_of(const hui_legend_drawing *d, const values *list, size_t i, bool ends)
{
    if (d->kind == HUI_LEGEND_SYMBOL && (is_discretizing(d->scale) || d->scale->bins))
        return range_text(d, list, i, ends);
    return d->kind == HUI_LEGEND_BAND && i == 0 ? "" : value_text(d, list, list->at[i]);
}

static hui_value entry_datum(const hui_legend_drawing *d, size_t index)
{
    const hui_legend_entry *entry = &d->entries[index];
    const bool symbol = d->kind == HUI_LEGEND_SYMBOL, none = d->kind == HUI_LEGEND_BAND && index == 0;
    const hui_member members[] = {{"index", hui_value_number((double)index)},
                                  {"label", none ? hui_value_null() : hui_value_string(entry->label)},
                                  {"value", entry->value},
                                  {symbol ? "size" : "perc", hui_value_number(symbol ? entry->size : entry->start)},
                                  {symbol ? "offset" : "perc2", hui_value_number(symbol ? d->widest : entry->stop)}};
    const uint32_t count = sizeof members / sizeof *members;
    return (hui_value){
        .kind = HUI_VALUE_OBJECT, .count = count, .members = hui_arena_copy(d->arena, members, sizeof members)};
}

static const char *joined_text(hui_arena *arena, hui_value value)
{
    if (value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL)
        return "";
    if (value.kind != HUI_VALUE_ARRAY)
        return hui_value_to_string(arena, value);
    const char *text = "";
    for (uint32_t i = 0; i < value.count; i++)
        text = hui_arena_printf(arena, "%s%s%s", text, i ? "\n" : "", hui_value_to_string(arena, value.items[i]));
    return text;
}

static void label_by_expression(hui_legend_drawing *d)
{
    hui_charting *chart = d->frame->chart;
    const hui_json *json = hui_spec_find(d->given, "labelExpr");
    if (!hui_json_is(json, HUI_JSON_STRING))
        return;
    const hui_expr *expr = hui_chart_expr(chart, json->string, hui_json_place(d->arena, json));
    hui_expr_scope scope = {.arena = d->arena, .params = chart->params, .random = &chart->random};
    for (size_t i = 0; expr && i < d->entry_count; i++) {
        scope.datum = entry_datum(d, i);
        d->entries[i].label = joined_text(d->arena, hui_expr_value(expr, &scope));
    }
}

/* Entries
 * ------- */

/* What is beyond the limit, as one entry. `from` is the value that stands for it. */
static void add_rest(hui_legend_drawing *d, const values *all, size_t from)
{
    d->entries[d->entry_count++] =
        (hui_legend_entry){.value = all->at[from],
                           .label = hui_arena_printf(d->arena, "…%zu entries", all->count - from),
                           .size = hui_legend_symbol_size(d, all->at[from])};
}

static void add_symbols(hui_legend_drawing *d, const values *all)
{
    const double most = 5000, given = hui_guide_number(&d->props, "symbolLimit", 30);
    const double limit = given > 0 ? fmin(given, most) : most; /* Vega's 0 is none at all */
    const bool cut = (double)all->count > limit;
    values list = *all;
    if (cut)
        list.count = limit < 2 ? 0 : (size_t)limit - 1;
    const bool empty =
        !list.given && list.count > 0 && d->scale->color_count == 0 && hui_scale_number(d->scale, list.at[0]) == 0;
    if (empty) { /* a symbol of no size */
        list.at++;
        list.count--;
    }
    d->entries = HUI_NEW_ARRAY(d->arena, hui_legend_entry, list.count + 2);
    for (size_t i = 0; i < list.count; i++) {
        const double size = hui_legend_symbol_size(d, list.at[i]);
        const char *label = label_of(d, &list, i, list.ends && !cut && !empty);
        d->entries[d->entry_count++] = (hui_legend_entry){.value = list.at[i], .label = label, .size = size};
        d->widest = fmax(d->widest, size);
    }
    if (cut)
        add_rest(d, all, list.count);
}

/* How far along the domain a value is; bounds of a threshold scale have room on both sides. */
static double fraction_of(const hui_legend_drawing *d, hui_value value)
{
    const hui_scale *scale = d->scale;
    if (scale->domain_count == 0)
        return NAN;
    double low = hui_value_to_number(scale->domain[0]),
           high = hui_value_to_number(scale->domain[scale->domain_count - 1]);
    for (size_t i = 0; scale->type == HUI_SCALE_QUANTILE && i < scale->domain_count; i++) {
        const double number = hui_value_to_number(scale->domain[i]);
        low = !isnan(low) && low < number ? low : number;
        high = !isnan(high) && high > number ? high : number;
    }
    if (scale->type == HUI_SCALE_THRESHOLD) {
        const double room = scale->domain_count > 1 ? (high - low) / (double)(scale->domain_count - 1) : 0.1;
        low -= room;
        high += room;
    }
    return (hui_value_to_number(value) - low) / (high - low);
}

/* Values that come twice are one entry: Vega joins them by their value, and the second is what it shows. */
static void add_ramp(hui_legend_drawing *d, const values *list)
{
    d->entries = HUI_NEW_ARRAY(d->arena, hui_legend_entry, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        if (i == 0 || !hui_value_same(list->at[i - 1], list->at[i]))
            d->entry_count++;
        hui_legend_entry *entry = &d->entries[d->entry_count - 1];
        *entry = (hui_legend_entry){.value = list->at[i], .label = label_of(d, list, i, list->ends)};
        if (d->kind == HUI_LEGEND_GRADIENT) {
            entry->start = hui_scale_fraction(d->scale, hui_value_to_number(list->at[i]));
        } else {
            entry->start = i == 0 ? 0 : fraction_of(d, list->at[i]);
            entry->stop = i + 1 == list->count ? 1 : fraction_of(d, list->at[i + 1]);
        }
    }
}

void hui_legend_find_entries(hui_legend_drawing *d)
{
    values list = find_values(d);
    if (d->kind == HUI_LEGEND_SYMBOL)
        add_symbols(d, &list);
    else
        add_ramp(d, &list);
    label_by_expression(d);
}
