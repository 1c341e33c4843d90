/* Axes: ticks, labels, grid, line and title as marks, with the room they take (Vega's axis guide and axisLayout). */
#include "chart/axis.h"

#include "chart/chinese.h"
#include "chart/encode.h"
#include "data/format.h"

#include <math.h>
#include <string.h>

typedef struct tick {
    hui_value value;
    const char *label;
    double index;    /* 0..1 along the axis */
    double at, mid;  /* of its mark, of its label: in the plot */
    bool extra;      /* of bands that ticks part: ahead of the first */
    double opacity;  /* of its label: 0 where it was dropped */
} tick;

/* An axis that is being drawn, in coordinates of its own: its line lies on 0. */
typedef struct axis_drawing {
    hui_frame *frame;
    hui_charting *chart;
    hui_arena *arena;
    const hui_axis_part *part;
    const hui_scale *scale, *cross;
    hui_orient orient;
    const char *orient_word;
    bool is_x;
    double sign;         /* 1: away from the plot is down or right */
    double width, height;
    double range[2];
    tick *ticks;
    size_t tick_count;
    hui_guide *guide;
} axis_drawing;

/* Properties
 * ---------- */

static const hui_json *vega_default(const axis_drawing *d, const char *key)
{
    const hui_json *vega = hui_json_find(d->chart->config, "vega");
    const hui_json *band = d->scale->type == HUI_SCALE_BAND ? hui_json_find(hui_json_find(vega, "axisBand"), key) : NULL;
    return band ? band : hui_json_find(hui_json_find(vega, "axis"), key);
}

static const hui_json *find(const axis_drawing *d, const char *key)
{
    const hui_json *found = hui_split_find(d->part->props, key);
    if (!found)
        found = hui_axis_config(d->chart, d->part->channel, d->scale->type, d->orient_word,
                                hui_split_find(d->part->props, "style"), key);
    return found ? found : vega_default(d, key);
}

static hui_value tick_datum(const axis_drawing *d, const tick *t)
{
    hui_member *members = HUI_NEW_ARRAY(d->arena, hui_member, 3);
    members[0] = (hui_member){"value", t->value};
    members[1] = (hui_member){"label", hui_value_string(t->label)};
    members[2] = (hui_member){"index", hui_value_number(t->index)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = 3, .members = members};
}

static hui_value evaluate(const axis_drawing *d, const char *expression, hui_place place, const tick *t)
{
    const hui_expr *expr = hui_expr_parse(d->arena, expression, place, d->chart->diags);
    const hui_expr_scope scope = {.arena = d->arena,
                                  .datum = tick_datum(d, t),
                                  .params = d->chart->params,
                                  .random = &d->chart->random};
    return expr ? hui_expr_value(expr, &scope) : (hui_value){0};
}

static bool holds(const axis_drawing *d, const hui_json *condition, const tick *t)
{
    const hui_json *test = hui_json_find(condition, "test");
    const hui_predicate *predicate = hui_predicate_read(d->arena, test ? test : condition, d->chart->diags);
    const hui_expr_scope scope = {.arena = d->arena, .datum = tick_datum(d, t), .params = d->chart->params};
    return predicate && hui_predicate_true(predicate, &scope);
}

/* A property at a tick: what its conditions say there. */
static const hui_json *find_at(const axis_drawing *d, const char *key, const tick *t)
{
    const hui_json *found = find(d, key);
    const hui_json *condition = hui_json_is(found, HUI_JSON_OBJECT) ? hui_json_find(found, "condition") : NULL;
    if (!condition) {
        const char *expression = hui_json_expression(found);
        return expression ? hui_json_from_value(
                                d->arena, evaluate(d, expression, hui_json_place(d->arena, found), t), found)
                          : found;
    }
    const bool one = condition->kind == HUI_JSON_OBJECT;
    for (const hui_json *c = one ? condition : condition->first; c; c = one ? NULL : c->next)
        if (holds(d, c, t))
            return hui_json_find(c, "value");
    return hui_json_find(found, "value");
}

static double number_at(const axis_drawing *d, const char *key, const tick *t, double fallback)
{
    return hui_json_number(find_at(d, key, t), fallback);
}

static double number(const axis_drawing *d, const char *key, double fallback)
{
    return hui_json_number(find(d, key), fallback);
}

static hui_color color_of(const hui_json *json)
{
    hui_color color = {0};
    if (hui_json_is(json, HUI_JSON_STRING))
        hui_color_css(json->string, &color);
    return color;
}

/* Text style of labels ("label") or title ("title"), from properties and the guide's style. */
static hui_label_style text_style(const axis_drawing *d, const char *prefix, const tick *t)
{
    const bool title = prefix[0] == 't';
    const hui_json *style = hui_spec_find(d->chart->config, title ? "style.guide-title" : "style.guide-label");
    const hui_json *vega = hui_json_find(hui_json_find(hui_spec_find(d->chart->config, "vega"), "style"),
                                         title ? "guide-title" : "guide-label");
    char key[64];
    const char *names[] = {"Font", "FontSize", "FontWeight", "FontStyle"}, *styles[] = {"font", "fontSize", "fontWeight", "fontStyle"};
    const hui_json *found[4];
    for (int i = 0; i < 4; i++) {
        strcpy(key, prefix);
        strcat(key, names[i]);
        found[i] = t ? find_at(d, key, t) : find(d, key);
        if (!found[i])
            found[i] = hui_json_first(hui_spec_find(style, styles[i]), hui_spec_find(vega, styles[i]));
    }
    return (hui_label_style){.font = hui_json_string(found[0], NULL),
                             .size = hui_json_number(found[1], title ? 11 : 10),
                             .weight = hui_json_weight(found[2], 400),
                             .italic = hui_json_is_string(found[3], "italic"),
                             .limit = number(d, title ? "titleLimit" : "labelLimit", 0),
                             .line_height = number(d, title ? "titleLineHeight" : "labelLineHeight", 0)};
}

static hui_color text_color(const axis_drawing *d, const char *key, const char *style_name, const tick *t)
{
    const hui_json *found = t ? find_at(d, key, t) : find(d, key);
    if (!found) {
        const hui_json *style = hui_json_find(hui_json_find(d->chart->config, "style"), style_name);
        const hui_json *vega = hui_json_find(hui_json_find(hui_json_find(d->chart->config, "vega"), "style"), style_name);
        found = hui_json_first(hui_spec_find(style, "fill"), hui_spec_find(vega, "fill"));
    }
    return color_of(found);
}

/* Ticks
 * ----- */

/* Counts below 0 are one for so many px: Vega-Lite's ceil(width / 40). */
static double wanted_count(const axis_drawing *d, const hui_json **interval)
{
    const hui_json *json = find(d, "tickCount");
    const double count = hui_json_number(json, NAN), length = d->is_x ? d->width : d->height;
    *interval = hui_json_is(json, HUI_JSON_OBJECT) || hui_json_is(json, HUI_JSON_STRING) ? json : NULL;
    return count < 0 ? ceil(length / -count) : count;
}

static hui_value *interval_ticks(const axis_drawing *d, const hui_json *json, size_t *count)
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

static hui_value *given_ticks(const axis_drawing *d, const hui_json *json, double count, size_t *tick_count)
{
    hui_value *values = HUI_NEW_ARRAY(d->arena, hui_value, json->count + 1);
    size_t given = 0;
    for (const hui_json *item = json->first; item; item = item->next)
        values[given++] = hui_def_value(d->chart, d->part->def, item);
    return hui_scale_ticks_valid(d->arena, d->scale, values, given, isnan(count) ? (double)given : count, tick_count);
}

static const char *label_text(const axis_drawing *d, hui_value value, double count, const char *format, bool timed)
{
    const bool temporal = (hui_scale_traits(d->scale->type) & HUI_SCALE_TEMPORAL) != 0;
    if (timed || (temporal && hui_chart_is_chinese(d->chart))) {
        const double ms = value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : hui_value_to_number(value);
        return hui_chart_date_text(d->chart, format ? format : hui_chart_tick_format(d->chart, ms), ms);
    }
    return hui_scale_tick_text(d->arena, d->scale, value, count, format);
}

static void find_ticks(axis_drawing *d)
{
    const hui_json *values = find(d, "values"), *interval;
    const char *format = hui_json_string(find(d, "format"), NULL);
    const char *type = hui_json_string(find(d, "formatType"), NULL);
    const bool temporal = (hui_scale_traits(d->scale->type) & HUI_SCALE_TEMPORAL) != 0;
    const bool given = hui_json_is(values, HUI_JSON_ARRAY);
    double count = wanted_count(d, &interval);
    if (isnan(count))
        count = given ? (double)values->count : 10;
    count = hui_scale_tick_count(d->scale, count, number(d, "tickMinStep", NAN));
    hui_value *list;
    size_t found;
    if (given)
        list = given_ticks(d, values, count, &found);
    else if (interval && temporal)
        list = interval_ticks(d, interval, &found);
    else
        list = hui_scale_ticks(d->arena, d->scale, count, &found);
    d->ticks = HUI_NEW_ARRAY(d->arena, tick, found + 2);
    for (size_t i = 0; i < found; i++) {
        tick *t = &d->ticks[d->tick_count++];
        t->value = list[i];
        t->index = found > 1 ? (double)i / (double)(found - 1) : 0;
        t->label = label_text(d, list[i], given ? INFINITY : count, format, type && !strcmp(type, "time") && !temporal);
        t->opacity = 1;
    }
    if (hui_json_is_string(find(d, "tickBand"), "extent") && found > 0) {
        tick *t = &d->ticks[d->tick_count++];
        *t = (tick){.value = list[0], .label = "", .index = -1, .extra = true, .opacity = 1};
    }
}

static void label_by_expression(axis_drawing *d)
{
    const hui_json *json = find(d, "labelExpr");
    if (!hui_json_is(json, HUI_JSON_STRING))
        return;
    const hui_place place = hui_json_place(d->arena, json);
    for (size_t i = 0; i < d->tick_count; i++) {
        const hui_value value = evaluate(d, json->string, place, &d->ticks[i]);
        const char *text = "";
        if (value.kind == HUI_VALUE_ARRAY)
            for (uint32_t k = 0; k < value.count; k++)
                text = hui_arena_printf(d->arena, "%s%s%s", text, k ? "\n" : "",
                                        hui_value_to_string(d->arena, value.items[k]));
        else
            text = hui_value_to_string(d->arena, value);
        d->ticks[i].label = d->ticks[i].extra ? "" : text;
    }
}

static double round_half_up(double x)
{
    return floor(x + 0.5);
}

static void place_ticks(axis_drawing *d)
{
    const hui_json *band = find(d, "tickBand");
    const bool extent = hui_json_is_string(band, "extent"), round = hui_json_truthy(find(d, "tickRound"));
    const double share = extent ? 1 : band ? 0.5 : number(d, "bandPosition", 0.5);
    const double offset = extent ? 0 : number(d, "tickOffset", 0);
    for (size_t i = 0; i < d->tick_count; i++) {
        tick *t = &d->ticks[i];
        const double start = hui_scale_number(d->scale, t->value);
        const double at = start + (t->extra ? 0 : share * d->scale->bandwidth) + offset;
        t->at = round ? round_half_up(at) : at;
        t->mid = start + 0.5 * d->scale->bandwidth + offset + number_at(d, "labelOffset", t, 0);
    }
}

/* Marks
 * ----- */

static hui_mark *add_mark(axis_drawing *d, bool below, hui_mark_type type, const char *role, size_t count)
{
    hui_guide_marks *marks = below ? &d->guide->axis.below : &d->guide->axis.above;
    hui_mark *mark = hui_vec_push(d->arena, marks);
    *mark = (hui_mark){.type = type, .role = role, .items = HUI_NEW_ARRAY(d->arena, hui_mark_item, count + 1)};
    return mark;
}

static hui_dash dash_of(const axis_drawing *d, const hui_json *json)
{
    hui_dash dash = {NULL, 0, 0};
    if (!hui_json_is(json, HUI_JSON_ARRAY))
        return dash;
    double *at = HUI_NEW_ARRAY(d->arena, double, json->count + 1);
    for (const hui_json *item = json->first; item; item = item->next)
        at[dash.count++] = hui_json_number(item, 0);
    dash.at = at;
    return dash;
}

/* A line's colour, width, dash and opacity by the properties of a part: "grid", "tick", "domain". */
static void stroke_item(const axis_drawing *d, const char *prefix, const tick *t, hui_mark_item *item)
{
    char key[64];
    const char *names[] = {"Color", "Width", "Dash", "Opacity", "DashOffset", "Cap"};
    const hui_json *found[6];
    for (int i = 0; i < 6; i++) {
        strcpy(key, prefix);
        strcat(key, names[i]);
        found[i] = t ? find_at(d, key, t) : find(d, key);
    }
    item->stroke = color_of(found[0]);
    item->stroke_width = hui_json_number(found[1], 1);
    item->dash = dash_of(d, found[2]);
    item->dash.offset = hui_json_number(found[4], 0);
    item->opacity = item->fill_opacity = 1;
    item->stroke_opacity = hui_json_number(found[3], 1);
    item->cap = hui_json_is_string(found[5], "round") ? 1 : hui_json_is_string(found[5], "square") ? 2 : 0;
}

/* A line across (at `along`, from `a` to `b` away from the axis). */
static void set_across(const axis_drawing *d, hui_mark_item *item, double along, double a, double b)
{
    item->x = d->is_x ? along : a;
    item->x2 = d->is_x ? along : b;
    item->y = d->is_x ? a : along;
    item->y2 = d->is_x ? b : along;
}

static void draw_grid(axis_drawing *d)
{
    hui_mark *mark = add_mark(d, true, HUI_MARK_RULE, "axis-grid", d->tick_count);
    const double plot = d->is_x ? d->height : d->width, offset = number(d, "offset", 0);
    const double origin = d->orient == HUI_ORIENT_BOTTOM || d->orient == HUI_ORIENT_RIGHT ? plot : 0;
    double from = 0, to = plot;
    if (d->cross && d->cross->range_count >= 2) {
        from = hui_value_to_number(d->cross->range[0]);
        to = hui_value_to_number(d->cross->range[d->cross->range_count - 1]);
    }
    for (size_t i = 0; i < d->tick_count; i++) {
        hui_mark_item *item = &mark->items[mark->item_count];
        if (!isfinite(d->ticks[i].at))
            continue;
        stroke_item(d, "grid", &d->ticks[i], item);
        set_across(d, item, d->ticks[i].at, from - origin - d->sign * offset, to - origin - d->sign * offset);
        mark->item_count++;
    }
}

static void draw_ticks(axis_drawing *d)
{
    hui_mark *mark = add_mark(d, false, HUI_MARK_RULE, "axis-tick", d->tick_count);
    for (size_t i = 0; i < d->tick_count; i++) {
        hui_mark_item *item = &mark->items[mark->item_count];
        if (!isfinite(d->ticks[i].at))
            continue;
        stroke_item(d, "tick", &d->ticks[i], item);
        set_across(d, item, d->ticks[i].at, 0, d->sign * number_at(d, "tickSize", &d->ticks[i], 5));
        mark->item_count++;
    }
}

static void draw_line(axis_drawing *d)
{
    hui_mark *mark = add_mark(d, false, HUI_MARK_RULE, "axis-domain", 1);
    hui_mark_item *item = &mark->items[0];
    stroke_item(d, "domain", NULL, item);
    item->x = d->is_x ? d->range[0] : 0;
    item->x2 = d->is_x ? d->range[1] : 0;
    item->y = d->is_x ? 0 : d->range[0];
    item->y2 = d->is_x ? 0 : d->range[1];
    mark->item_count = 1;
}

/* Labels
 * ------ */

/* Whether a label stands at an end of the axis, within a threshold: -1 at the low end, 1 at the high end, 0 neither. */
static int flush_side(const axis_drawing *d, const hui_json *flush, double at)
{
    const double threshold = hui_json_is(flush, HUI_JSON_TRUE) ? 1 : hui_json_number(flush, -1);
    if (threshold < 0)
        return 0;
    const double low = fmin(d->range[0], d->range[1]), high = fmax(d->range[0], d->range[1]);
    const double from_low = fabs(at - low), from_high = fabs(high - at);
    if (from_low < from_high && from_low <= threshold)
        return -1;
    return from_high <= threshold ? 1 : 0;
}

static hui_anchor default_align(const axis_drawing *d, int side)
{
    if (d->is_x)
        return side < 0 ? HUI_ANCHOR_START : side > 0 ? HUI_ANCHOR_END : HUI_ANCHOR_MIDDLE;
    return d->orient == HUI_ORIENT_RIGHT ? HUI_ANCHOR_START : HUI_ANCHOR_END;
}

static hui_baseline default_baseline(const axis_drawing *d, int side)
{
    if (d->is_x)
        return d->orient == HUI_ORIENT_TOP ? HUI_BASELINE_BOTTOM : HUI_BASELINE_TOP;
    return side < 0 ? HUI_BASELINE_TOP : side > 0 ? HUI_BASELINE_BOTTOM : HUI_BASELINE_MIDDLE;
}

static void set_label(const axis_drawing *d, const tick *t, double size, hui_mark_item *item)
{
    const hui_json *flush = find(d, "labelFlush");
    const hui_json *align = find_at(d, "labelAlign", t), *baseline = find_at(d, "labelBaseline", t);
    const double away = d->sign * (size + number_at(d, "labelPadding", t, 2));
    const double shift = number(d, "labelFlushOffset", 0);
    const double flush_at = hui_scale_number(d->scale, t->value);
    const int side = flush_side(d, flush, flush_at);
    item->x = d->is_x ? t->mid : away;
    item->y = d->is_x ? away : t->mid;
    if (shift != 0 && d->is_x && !hui_json_is(align, HUI_JSON_STRING))
        item->x += side * shift;
    if (shift != 0 && !d->is_x && !hui_json_is(baseline, HUI_JSON_STRING))
        item->y += side * shift;
    item->fill = text_color(d, "labelColor", "guide-label", t);
    item->opacity = 1;
    item->fill_opacity = number_at(d, "labelOpacity", t, 1);
    item->stroke_opacity = 1;
    item->text.text = t->label;
    item->text.style = text_style(d, "label", t);
    item->text.angle = number_at(d, "labelAngle", t, 0);
    item->text.align = hui_anchor_read(hui_json_string(align, NULL), default_align(d, side));
    item->text.baseline = hui_baseline_read(hui_json_string(baseline, NULL), default_baseline(d, side));
}

/* Inside posters long labels are broken into lines: to the width of a band, or to the limit beside a vertical axis. */
static const char *wrapped(const axis_drawing *d, const hui_mark_item *item)
{
    const bool flat = item->text.angle < 1 && item->text.angle > -1;
    const double gap = item->text.style.size * 0.5;
    const double width = !d->is_x ? item->text.style.limit : d->scale->step > gap ? d->scale->step - gap : 0;
    if (!d->chart->options->theme || !flat || width <= 0 || !(hui_scale_traits(d->scale->type) & HUI_SCALE_DISCRETE))
        return item->text.text;
    return hui_labels_wrap(d->chart->labels, item->text.text, &item->text.style, width);
}

static void draw_labels(axis_drawing *d)
{
    const double size = hui_json_truthy(find(d, "ticks")) ? number(d, "tickSize", 5) : 0;
    hui_mark_item *items = HUI_NEW_ARRAY(d->arena, hui_mark_item, d->tick_count + 1);
    for (size_t i = 0; i < d->tick_count; i++) {
        set_label(d, &d->ticks[i], size, &items[i]);
        items[i].text.text = wrapped(d, &items[i]);
        if (!isfinite(d->ticks[i].mid))
            items[i].opacity = 0;
    }
    const hui_json *bound = find(d, "labelBound");
    hui_labels_drop(d->chart->labels, items, d->tick_count,
                    &(hui_label_dropping){.method = find(d, "labelOverlap"),
                                          .separation = number(d, "labelSeparation", 0),
                                          .bounded = hui_json_truthy(bound),
                                          .tolerance = hui_json_is(bound, HUI_JSON_TRUE) ? 1 : hui_json_number(bound, 1),
                                          .is_x = d->is_x,
                                          .low = fmin(d->range[0], d->range[1]),
                                          .high = fmax(d->range[0], d->range[1])});
    hui_mark *mark = add_mark(d, false, HUI_MARK_TEXT, "axis-label", d->tick_count);
    d->guide->axis.labels = HUI_NEW_ARRAY(d->arena, hui_axis_label, d->tick_count + 1);
    for (size_t i = 0; i < d->tick_count; i++) {
        if (items[i].opacity <= 0)
            continue;
        mark->items[mark->item_count++] = items[i];
        if (*d->ticks[i].label)
            d->guide->axis.labels[d->guide->axis.label_count++] =
                (hui_axis_label){d->ticks[i].label, items[i].x, items[i].y};
    }
}

/* Title and room
 * -------------- */

static hui_rect no_rect(void)
{
    return (hui_rect){0, 0, -1, -1};
}

static hui_rect join(hui_rect a, hui_rect b)
{
    if (a.w < 0 || b.w < 0)
        return a.w < 0 ? b : a;
    const double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    return (hui_rect){x, y, fmax(a.x + a.w, b.x + b.w) - x, fmax(a.y + a.h, b.y + b.h) - y};
}

static hui_rect marks_bounds(const axis_drawing *d)
{
    hui_rect bounds = no_rect();
    for (size_t i = 0; i < d->guide->axis.above.count; i++) {
        const hui_mark *mark = &d->guide->axis.above.at[i];
        if (strcmp(mark->role, "axis-domain") != 0)
            bounds = join(bounds, hui_mark_bounds(d->chart->labels, mark));
    }
    return bounds;
}

static double anchor_share(const char *anchor)
{
    return !anchor ? 0.5 : !strcmp(anchor, "start") ? 0 : !strcmp(anchor, "end") ? 1 : 0.5;
}

static hui_rect draw_title(axis_drawing *d, const char *text, double extent)
{
    const char *anchor = hui_json_string(find(d, "titleAnchor"), NULL);
    const double share = anchor_share(anchor), padding = number(d, "titlePadding", 4);
    const hui_json *angle = find(d, "titleAngle"), *at_x = find(d, "titleX"), *at_y = find(d, "titleY");
    hui_mark *mark = add_mark(d, false, HUI_MARK_TEXT, "axis-title", 1);
    hui_mark_item *item = &mark->items[0];
    mark->item_count = 1;
    item->text.text = text;
    item->text.style = text_style(d, "title", NULL);
    item->text.angle = hui_json_number(angle, d->is_x ? 0 : 90 * d->sign);
    item->text.align = hui_anchor_read(hui_json_string(find(d, "titleAlign"), NULL),
                                       share < 0.5 ? HUI_ANCHOR_START : share > 0.5 ? HUI_ANCHOR_END : HUI_ANCHOR_MIDDLE);
    item->text.baseline =
        hui_baseline_read(hui_json_string(find(d, "titleBaseline"), NULL),
                          d->orient == HUI_ORIENT_BOTTOM ? HUI_BASELINE_TOP : HUI_BASELINE_BOTTOM);
    item->fill = text_color(d, "titleColor", "guide-title", NULL);
    item->opacity = item->stroke_opacity = 1;
    item->fill_opacity = number(d, "titleOpacity", 1);
    const double height = item->text.style.line_height > 0 ? item->text.style.line_height : item->text.style.size + 2;
    double lines = 0;
    for (const char *c = text; *c; c++)
        lines += *c == '\n';
    const double along = d->range[0] + share * (d->range[1] - d->range[0]);
    const double away = d->sign * (extent + padding + (d->orient == HUI_ORIENT_BOTTOM ? 0 : lines * height));
    item->x = hui_json_number(at_x, d->is_x ? along : away);
    item->y = hui_json_number(at_y, d->is_x ? away : along);
    return hui_item_bounds(d->chart->labels, HUI_MARK_TEXT, item);
}

static void find_room(axis_drawing *d, bool main)
{
    const double span = fabs(d->range[1] - d->range[0]);
    const double least = main ? number(d, "minExtent", 0) : 0, most = main ? number(d, "maxExtent", 200) : 0;
    hui_rect bounds = marks_bounds(d);
    double reach = 0;
    if (bounds.w >= 0)
        reach = d->is_x ? (d->sign > 0 ? bounds.y + bounds.h : -bounds.y) : (d->sign > 0 ? bounds.x + bounds.w : -bounds.x);
    const double extent = fmax(least, fmin(most, reach));
    const hui_rect corner = d->is_x ? (hui_rect){0, fmin(0, d->sign * extent), span, extent}
                                    : (hui_rect){fmin(0, d->sign * extent), 0, extent, span};
    bounds = join(bounds, corner);
    const char *title = main ? hui_title_text(d->arena, &d->part->title) : NULL;
    if (title) {
        d->guide->axis.title = title;
        bounds = join(bounds, draw_title(d, title, extent));
    }
    const double offset = number(d, "offset", 0), position = number(d, "position", 0);
    const double translate = number(d, "translate", 0.5);
    const double away = d->sign > 0 ? (d->is_x ? d->height : d->width) + offset : -offset;
    const double x = d->is_x ? position : away, y = d->is_x ? away : position;
    d->guide->bounds = (hui_rect){bounds.x + x, bounds.y + y, bounds.w, bounds.h};
    d->guide->has_bounds = true;
    d->guide->x = x + translate;
    d->guide->y = y + translate;
}

static hui_orient read_orient(const char *word)
{
    return !strcmp(word, "top")     ? HUI_ORIENT_TOP
           : !strcmp(word, "left")  ? HUI_ORIENT_LEFT
           : !strcmp(word, "right") ? HUI_ORIENT_RIGHT
                                    : HUI_ORIENT_BOTTOM;
}

hui_guide hui_axis_make(hui_frame *frame, const hui_axis_part *part, double width, double height, bool main, bool grid)
{
    hui_guide guide = {.kind = HUI_GUIDE_AXIS, .offset = NAN};
    axis_drawing d = {.frame = frame,
                      .chart = frame->chart,
                      .arena = frame->chart->arena,
                      .part = part,
                      .scale = hui_frame_scale(frame, part->unit, part->channel),
                      .is_x = part->channel == HUI_CHANNEL_X,
                      .width = width,
                      .height = height,
                      .guide = &guide};
    if (part->disabled || !d.scale || d.scale->range_count < 2)
        return guide;
    d.cross = hui_frame_scale(frame, part->unit, d.is_x ? HUI_CHANNEL_Y : HUI_CHANNEL_X);
    d.orient_word = hui_json_string(hui_split_find(part->props, "orient"), d.is_x ? "bottom" : "left");
    d.orient = guide.orient = guide.axis.orient = read_orient(d.orient_word);
    d.sign = d.orient == HUI_ORIENT_BOTTOM || d.orient == HUI_ORIENT_RIGHT ? 1 : -1;
    d.range[0] = hui_value_to_number(d.scale->range[0]);
    d.range[1] = hui_value_to_number(d.scale->range[d.scale->range_count - 1]);
    find_ticks(&d);
    label_by_expression(&d);
    place_ticks(&d);
    if (grid && hui_json_truthy(find(&d, "grid")))
        draw_grid(&d);
    if (main && hui_json_truthy(find(&d, "ticks")))
        draw_ticks(&d);
    if (main && hui_json_truthy(find(&d, "labels")))
        draw_labels(&d);
    if (main && hui_json_truthy(find(&d, "domain")))
        draw_line(&d);
    find_room(&d, main);
    guide.axis.x = d.is_x ? fmin(d.range[0], d.range[1]) : 0;
    guide.axis.y = d.is_x ? 0 : fmin(d.range[0], d.range[1]);
    guide.above_data = number(&d, "zindex", 0) > 0;
    return guide;
}

void hui_frame_add_axes(hui_frame *frame, const hui_view *view)
{
    for (int xy = 0; xy < 2; xy++)
        for (size_t i = 0; i < view->axes[xy].count; i++) {
            const hui_axis_part *part = view->axes[xy].at[i];
            const hui_guide guide = hui_axis_make(frame, part, frame->width, frame->height, !part->extracted, true);
            if (guide.has_bounds)
                *hui_vec_push(frame->chart->arena, &frame->axes) = guide;
        }
}
