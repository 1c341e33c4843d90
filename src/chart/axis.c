/* Axes: ticks, labels, grid, line and title as marks, with the room they take (Vega's axis guide and axisLayout). */
#include "chart/axis_drawing.h"
#include "chart/encode.h"

#include <math.h>
#include <string.h>

/* Marks
 * ----- */

static hui_mark *add_mark(hui_axis_drawing *d, bool below, hui_mark_type type, const char *role, size_t count)
{
    hui_guide_marks *marks = below ? &d->guide->axis.below : &d->guide->axis.above;
    hui_mark *mark = hui_vec_push(d->arena, marks);
    *mark = (hui_mark){.type = type, .role = role, .items = HUI_NEW_ARRAY(d->arena, hui_mark_item, count + 1)};
    return mark;
}

static hui_dash dash_of(const hui_axis_drawing *d, const hui_json *json)
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
static void stroke_item(const hui_axis_drawing *d, const char *prefix, const hui_tick *t, hui_mark_item *item)
{
    char key[64];
    const char *names[] = {"Color", "Width", "Dash", "Opacity", "DashOffset", "Cap"};
    const hui_json *found[6];
    for (int i = 0; i < 6; i++) {
        strcpy(key, prefix);
        strcat(key, names[i]);
        found[i] = t ? hui_axis_find_at(d, key, t) : hui_axis_find(d, key);
    }
    item->stroke = hui_axis_color(found[0]);
    item->stroke_width = hui_json_number(found[1], 1);
    item->dash = dash_of(d, found[2]);
    item->dash.offset = hui_json_number(found[4], 0);
    item->opacity = item->fill_opacity = 1;
    item->stroke_opacity = hui_json_number(found[3], 1);
    item->cap = hui_json_is_string(found[5], "round") ? 1 : hui_json_is_string(found[5], "square") ? 2 : 0;
}

/* A line across (at `along`, from `a` to `b` away from the axis). */
static void set_across(const hui_axis_drawing *d, hui_mark_item *item, double along, double a, double b)
{
    item->x = d->is_x ? along : a;
    item->x2 = d->is_x ? along : b;
    item->y = d->is_x ? a : along;
    item->y2 = d->is_x ? b : along;
}

static void draw_grid(hui_axis_drawing *d)
{
    hui_mark *mark = add_mark(d, true, HUI_MARK_RULE, "axis-grid", d->tick_count);
    const double plot = d->is_x ? d->height : d->width, offset = hui_axis_number(d, "offset", 0);
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

static void draw_ticks(hui_axis_drawing *d)
{
    hui_mark *mark = add_mark(d, false, HUI_MARK_RULE, "axis-tick", d->tick_count);
    for (size_t i = 0; i < d->tick_count; i++) {
        hui_mark_item *item = &mark->items[mark->item_count];
        if (!isfinite(d->ticks[i].at))
            continue;
        stroke_item(d, "tick", &d->ticks[i], item);
        set_across(d, item, d->ticks[i].at, 0, d->sign * hui_axis_number_at(d, "tickSize", &d->ticks[i], 5));
        mark->item_count++;
    }
}

static void draw_line(hui_axis_drawing *d)
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
static int flush_side(const hui_axis_drawing *d, const hui_json *flush, double at)
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

static hui_anchor default_align(const hui_axis_drawing *d, int side)
{
    if (d->is_x)
        return side < 0 ? HUI_ANCHOR_START : side > 0 ? HUI_ANCHOR_END : HUI_ANCHOR_MIDDLE;
    return d->orient == HUI_ORIENT_RIGHT ? HUI_ANCHOR_START : HUI_ANCHOR_END;
}

static hui_baseline default_baseline(const hui_axis_drawing *d, int side)
{
    if (d->is_x)
        return d->orient == HUI_ORIENT_TOP ? HUI_BASELINE_BOTTOM : HUI_BASELINE_TOP;
    return side < 0 ? HUI_BASELINE_TOP : side > 0 ? HUI_BASELINE_BOTTOM : HUI_BASELINE_MIDDLE;
}

static void set_label(const hui_axis_drawing *d, const hui_tick *t, double size, hui_mark_item *item)
{
    const hui_json *flush = hui_axis_find(d, "labelFlush");
    const hui_json *align = hui_axis_find_at(d, "labelAlign", t), *baseline = hui_axis_find_at(d, "labelBaseline", t);
    const double away = d->sign * (size + hui_axis_number_at(d, "labelPadding", t, 2));
    const double shift = hui_axis_number(d, "labelFlushOffset", 0);
    const double flush_at = hui_scale_number(d->scale, t->value);
    const int side = flush_side(d, flush, flush_at);
    item->x = d->is_x ? t->mid : away;
    item->y = d->is_x ? away : t->mid;
    if (shift != 0 && d->is_x && !hui_json_is(align, HUI_JSON_STRING))
        item->x += side * shift;
    if (shift != 0 && !d->is_x && !hui_json_is(baseline, HUI_JSON_STRING))
        item->y += side * shift;
    item->fill = hui_axis_text_color(d, "labelColor", "guide-label", t);
    item->opacity = 1;
    item->fill_opacity = hui_axis_number_at(d, "labelOpacity", t, 1);
    item->stroke_opacity = 1;
    item->text.text = t->label;
    item->text.style = hui_axis_text_style(d, "label", t);
    item->text.angle = hui_axis_number_at(d, "labelAngle", t, 0);
    item->text.align = hui_anchor_read(hui_json_string(align, NULL), default_align(d, side));
    item->text.baseline = hui_baseline_read(hui_json_string(baseline, NULL), default_baseline(d, side));
}

/* Inside posters long labels are broken into lines: to the width of a band, or to the limit beside a vertical axis. */
static const char *wrapped(const hui_axis_drawing *d, const hui_mark_item *item)
{
    const bool flat = item->text.angle < 1 && item->text.angle > -1;
    const double gap = item->text.style.size * 0.5;
    const double width = !d->is_x ? item->text.style.limit : d->scale->step > gap ? d->scale->step - gap : 0;
    if (!d->chart->options->theme || !flat || width <= 0 || !(hui_scale_traits(d->scale->type) & HUI_SCALE_DISCRETE))
        return item->text.text;
    return hui_labels_wrap(d->chart->labels, item->text.text, &item->text.style, width);
}

static void draw_labels(hui_axis_drawing *d)
{
    const double size = hui_json_truthy(hui_axis_find(d, "ticks")) ? hui_axis_number(d, "tickSize", 5) : 0;
    hui_mark_item *items = HUI_NEW_ARRAY(d->arena, hui_mark_item, d->tick_count + 1);
    for (size_t i = 0; i < d->tick_count; i++) {
        set_label(d, &d->ticks[i], size, &items[i]);
        items[i].text.text = wrapped(d, &items[i]);
        if (!isfinite(d->ticks[i].mid))
            items[i].opacity = 0;
    }
    const hui_json *bound = hui_axis_find(d, "labelBound");
    hui_labels_drop(
        d->chart->labels, items, d->tick_count,
        &(hui_label_dropping){.method = hui_axis_find(d, "labelOverlap"),
                              .separation = hui_axis_number(d, "labelSeparation", 0),
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

static hui_rect marks_bounds(const hui_axis_drawing *d)
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

/* Inside posters a flat title of a vertical axis stands above it, flush with its labels. */
static bool stands_above(const hui_axis_drawing *d, double angle)
{
    return d->chart->options->theme && !d->is_x && angle < 1 && angle > -1;
}

static hui_rect draw_title(hui_axis_drawing *d, const char *text, double extent)
{
    const char *anchor = hui_json_string(hui_axis_find(d, "titleAnchor"), NULL);
    const double share = anchor_share(anchor), padding = hui_axis_number(d, "titlePadding", 4);
    const hui_json *angle = hui_axis_find(d, "titleAngle"), *at_x = hui_axis_find(d, "titleX"),
                   *at_y = hui_axis_find(d, "titleY");
    hui_mark *mark = add_mark(d, false, HUI_MARK_TEXT, "axis-title", 1);
    hui_mark_item *item = &mark->items[0];
    mark->item_count = 1;
    item->text.text = text;
    item->text.style = hui_axis_text_style(d, "title", NULL);
    item->text.angle = hui_json_number(angle, d->is_x ? 0 : 90 * d->sign);
    item->text.align =
        hui_anchor_read(hui_json_string(hui_axis_find(d, "titleAlign"), NULL), share < 0.5   ? HUI_ANCHOR_START
                                                                               : share > 0.5 ? HUI_ANCHOR_END
                                                                                             : HUI_ANCHOR_MIDDLE);
    item->text.baseline = hui_baseline_read(hui_json_string(hui_axis_find(d, "titleBaseline"), NULL),
                                            d->orient == HUI_ORIENT_BOTTOM ? HUI_BASELINE_TOP : HUI_BASELINE_BOTTOM);
    item->fill = hui_axis_text_color(d, "titleColor", "guide-title", NULL);
    item->opacity = item->stroke_opacity = 1;
    item->fill_opacity = hui_axis_number(d, "titleOpacity", 1);
    const double height = item->text.style.line_height > 0 ? item->text.style.line_height : item->text.style.size + 2;
    double lines = 0;
    for (const char *c = text; *c; c++)
        lines += *c == '\n';
    const double along = d->range[0] + share * (d->range[1] - d->range[0]);
    const double away = d->sign * (extent + padding + (d->orient == HUI_ORIENT_BOTTOM ? 0 : lines * height));
    item->x = hui_json_number(at_x, d->is_x ? along : stands_above(d, item->text.angle) ? d->sign * extent : away);
    item->y = hui_json_number(at_y, d->is_x ? away : along);
    return hui_item_bounds(d->chart->labels, HUI_MARK_TEXT, item);
}

static void find_room(hui_axis_drawing *d, bool main)
{
    const double span = fabs(d->range[1] - d->range[0]);
    const double least = main ? hui_axis_number(d, "minExtent", 0) : 0,
                 most = main ? hui_axis_number(d, "maxExtent", 200) : 0;
    hui_rect bounds = marks_bounds(d);
    double reach = 0;
    if (bounds.w >= 0)
        reach =
            d->is_x ? (d->sign > 0 ? bounds.y + bounds.h : -bounds.y) : (d->sign > 0 ? bounds.x + bounds.w : -bounds.x);
    const double extent = fmax(least, fmin(most, reach));
    const hui_rect corner = d->is_x ? (hui_rect){0, fmin(0, d->sign * extent), span, extent}
                                    : (hui_rect){fmin(0, d->sign * extent), 0, extent, span};
    bounds = join(bounds, corner);
    const char *title = main ? hui_title_text(d->frame->chart, &d->part->title) : NULL;
    if (title) {
        d->guide->axis.title = title;
        bounds = join(bounds, draw_title(d, title, extent));
    }
    const double offset = hui_axis_number(d, "offset", 0), position = hui_axis_number(d, "position", 0);
    const double translate = hui_axis_number(d, "translate", 0.5);
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
    hui_axis_found found = {.count = 0};
    hui_axis_drawing d = {.frame = frame,
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
    d.found = &found;
    d.look =
        hui_axis_look_new(d.chart, part->channel, d.scale->type, d.orient_word, hui_split_find(part->props, "style"));
    hui_axis_look_add_vega(d.chart, &d.look, d.scale->type);
    d.range[0] = hui_value_to_number(d.scale->range[0]);
    d.range[1] = hui_value_to_number(d.scale->range[d.scale->range_count - 1]);
    if (!main && !(grid && hui_json_truthy(hui_axis_find(&d, "grid"))))
        return guide;
    hui_axis_find_ticks(&d);
    if (grid && hui_json_truthy(hui_axis_find(&d, "grid")))
        draw_grid(&d);
    if (main && hui_json_truthy(hui_axis_find(&d, "ticks")))
        draw_ticks(&d);
    if (main && hui_json_truthy(hui_axis_find(&d, "labels")))
        draw_labels(&d);
    if (main && hui_json_truthy(hui_axis_find(&d, "domain")))
        draw_line(&d);
    find_room(&d, main);
    guide.axis.x = d.is_x ? fmin(d.range[0], d.range[1]) : 0;
    guide.axis.y = d.is_x ? 0 : fmin(d.range[0], d.range[1]);
    guide.axis.is_measured = !(hui_scale_traits(d.scale->type) & (HUI_SCALE_DISCRETE | HUI_SCALE_TEMPORAL)) &&
                             d.scale->type != HUI_SCALE_BIN_ORDINAL;
    guide.above_data = hui_axis_number(&d, "zindex", 0) > 0;
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
