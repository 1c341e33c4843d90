/* Ticks of an axis: where they stand and what their labels say (Vega's AxisTicks). */
#include "chart/axis_drawing.h"
#include "chart/chinese.h"
#include "chart/guide.h"
#include "chart/encode.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

/* Counts below 0 are one for so many px: Vega-Lite's ceil(width / 40). */
static double wanted_count(const hui_axis_drawing *d, const hui_json **interval)
{
    const hui_json *json = hui_axis_find(d, "tickCount");
    const double count = hui_json_number(json, NAN);
    const double length = hui_frame_extent(d->frame, d->part->unit, d->is_x ? 0 : 1, d->is_x ? d->width : d->height);
    *interval = hui_json_is(json, HUI_JSON_OBJECT) || hui_json_is(json, HUI_JSON_STRING) ? json : NULL;
    return count < 0 ? ceil(length / -count) : count;
}

static hui_value *interval_ticks(const hui_axis_drawing *d, const hui_json *json, size_t *count)
{
    const char *word = hui_json_string(json, hui_spec_string(json, "interval", ""));
    hui_time_unit unit = {0};
    const double low = hui_value_to_number(d->scale->domain[0]);
    const double high = hui_value_to_number(d->scale->domain[d->scale->domain_count - 1]);
    if (!hui_time_unit_read(word, &unit)) {
        *count = 0;
        return NULL;
    }
    const double *times = hui_time_ticks_every(d->arena, fmin(low, high), fmax(low, high), hui_time_unit_smallest(unit),
                                               (int)fmin(fmax(hui_spec_number(json, "step", 1), 1), 1e6), count);
    hui_value *values = HUI_NEW_ARRAY(d->arena, hui_value, *count + 1);
    for (size_t i = 0; i < *count; i++)
        values[i] = hui_value_date(times[i]);
    return values;
}

static hui_value *given_ticks(const hui_axis_drawing *d, const hui_json *json, double count, size_t *tick_count)
{
    hui_value *values = HUI_NEW_ARRAY(d->arena, hui_value, json->count + 1);
    size_t given = 0;
    for (const hui_json *item = json->first; item; item = item->next)
        values[given++] = hui_def_value(d->chart, d->part->def, item);
    return hui_scale_ticks_valid(d->arena, d->scale, values, given, isnan(count) ? (double)given : count, tick_count);
}

static const char *label_text(const hui_axis_drawing *d, hui_value value, double count, const char *format, bool timed)
{
    const bool temporal = (hui_scale_traits(d->scale->type) & HUI_SCALE_TEMPORAL) != 0;
    if (timed || (temporal && hui_chart_is_chinese(d->chart))) {
        const double ms = value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : hui_value_to_number(value);
        return hui_chart_date_text(d->chart, format ? format : hui_chart_tick_format(d->chart, ms), ms);
    }
    return hui_scale_tick_text(d->arena, d->scale, value, count, format);
}

/* More ticks than an axis has pixels are seen as one grey band: every second, third or hundredth shows as much. */
static size_t thin_out(hui_axis_drawing *d, hui_value *ticks, size_t count)
{
    enum { MOST = 5000 };
    const size_t step = (count + MOST - 1) / MOST;
    size_t kept = 0;
    if (step <= 1)
        return count;
    for (size_t i = 0; i < count; i += step)
        ticks[kept++] = ticks[i];
    hui_diags_add(d->chart->diags, HUI_CODE_MANY_TICKS, hui_json_place(d->arena, d->part->def->json),
                  "aggregate, bin or filter the data", count, kept);
    return kept;
}

static void find_ticks(hui_axis_drawing *d)
{
    const hui_json *values = hui_guide_value(d->frame, hui_axis_find(d, "values")), *interval;
    const char *format = hui_json_string(hui_axis_find(d, "format"), NULL);
    const char *type = hui_json_string(hui_axis_find(d, "formatType"), NULL);
    const bool temporal = (hui_scale_traits(d->scale->type) & HUI_SCALE_TEMPORAL) != 0;
    const bool given = hui_json_is(values, HUI_JSON_ARRAY);
    double count = wanted_count(d, &interval);
    if (isnan(count))
        count = given ? (double)values->count : 10;
    count = hui_scale_tick_count(d->scale, count, hui_axis_number(d, "tickMinStep", NAN));
    hui_value *list;
    size_t found;
    if (given)
        list = given_ticks(d, values, count, &found);
    else if (interval && temporal)
        list = interval_ticks(d, interval, &found);
    else
        list = hui_scale_ticks(d->arena, d->scale, count, &found);
    if (temporal && d->scale->domain_count < 2) /* a lone date is on no axis */
        found = 0;
    const bool all = given && d->scale->type == HUI_SCALE_LOG; /* no label is left out */
    found = thin_out(d, list, found);
    d->ticks = HUI_NEW_ARRAY(d->arena, hui_tick, found + 2);
    for (size_t i = 0; i < found; i++) {
        hui_tick *t = &d->ticks[d->tick_count++];
        t->value = list[i];
        t->index = found > 1 ? (double)i / (double)(found - 1) : 0;
        t->label = label_text(d, list[i], all ? INFINITY : count, format, type && !strcmp(type, "time") && !temporal);
        t->opacity = 1;
    }
    const bool extra =
        hui_json_is_string(hui_axis_find(d, "tickBand"), "extent") || hui_json_truthy(hui_axis_find(d, "tickExtra"));
    if (extra && found > 0) {
        hui_tick *t = &d->ticks[d->tick_count++];
        *t = (hui_tick){.value = list[0], .label = "", .index = -1, .extra = true, .opacity = 1};
    }
}

static void label_by_expression(hui_axis_drawing *d)
{
    const hui_json *json = hui_axis_find(d, "labelExpr");
    if (!hui_json_is(json, HUI_JSON_STRING))
        return;
    const hui_place place = hui_json_place(d->arena, json);
    for (size_t i = 0; i < d->tick_count; i++) {
        const hui_value value = hui_axis_evaluate(d, json->string, place, &d->ticks[i]);
        d->ticks[i].label = d->ticks[i].extra ? "" : hui_value_lines(d->arena, value);
    }
}

static double round_half_up(double x)
{
    return floor(x + 0.5);
}

static void place_ticks(hui_axis_drawing *d)
{
    const hui_json *band = hui_axis_find(d, "tickBand");
    const bool extent = hui_json_is_string(band, "extent"), round = hui_json_truthy(hui_axis_find(d, "tickRound"));
    const double share = extent ? 1 : band ? 0.5 : hui_axis_number(d, "bandPosition", 0.5);
    const double offset = extent ? 0 : hui_axis_number(d, "tickOffset", 0);
    for (size_t i = 0; i < d->tick_count; i++) {
        hui_tick *t = &d->ticks[i];
        const double found = hui_scale_number(d->scale, t->value), start = isnan(found) ? 0 : found;
        const double at = start + (t->extra ? 0 : share * d->scale->bandwidth) + offset;
        t->at = round ? round_half_up(at) : at;
        t->mid = start + 0.5 * d->scale->bandwidth + offset + hui_axis_number_at(d, "labelOffset", t, 0);
    }
}

void hui_axis_find_ticks(hui_axis_drawing *d)
{
    find_ticks(d);
    label_by_expression(d);
    place_ticks(d);
}
