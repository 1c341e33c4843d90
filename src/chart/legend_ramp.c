/* Ramps of legends: gradients of continuous scales, bands of discretizing ones, with labels along them. */
#include "chart/legend.h"

#include <math.h>
#include <string.h>

/* Gradients
 * --------- */

/* A domain without an extent shows the whole range: colours at 0..1 instead. */
static const hui_scale *ramp_scale(const hui_legend_drawing *d)
{
    hui_scale *scale = hui_arena_copy(d->arena, d->scale, sizeof *scale);
    scale->bins = NULL;
    scale->bin_count = 0;
    const double low = hui_value_to_number(scale->domain[0]);
    const double high = hui_value_to_number(scale->domain[scale->domain_count - 1]);
    if (high != low && !isnan(high - low))
        return scale;
    if (scale->ramp && (hui_scale_traits(scale->type) & HUI_SCALE_TEMPORAL)) { /* whose ends have colours of it */
        const hui_scheme scheme = {scale->colors, scale->color_count, false};
        const double *extent = scale->ramp_extent,
                     *part = extent[0] < extent[1] || extent[0] > extent[1] ? extent : NULL;
        scale->colors = hui_scheme_quantize(d->arena, &scheme, 2, part);
        scale->color_count = 2;
        scale->ramp = false;
    }
    scale->type = HUI_SCALE_LINEAR;
    scale->domain = HUI_NEW_ARRAY(d->arena, hui_value, 2);
    scale->domain[0] = hui_value_number(0);
    scale->domain[1] = hui_value_number(1);
    scale->domain_count = 2;
    hui_scale_finish(d->arena, scale);
    return scale;
}

static void add_stop(hui_legend_drawing *d, const hui_scale *scale, hui_value value, hui_stop *stops)
{
    hui_color color;
    const double offset = hui_scale_fraction(scale, hui_value_to_number(value));
    if (isnan(offset) || !hui_scale_color(scale, value, &color))
        return;
    stops[d->guide->legend.stop_count++] = (hui_stop){fmin(1, fmax(0, offset)), color};
}

/* At some fifteen ticks, and at both ends. */
static const hui_stop *find_stops(hui_legend_drawing *d)
{
    const hui_scale *scale = ramp_scale(d);
    size_t count;
    const hui_value *ticks = hui_scale_ticks(d->arena, scale, 15, &count);
    const hui_value first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    hui_stop *stops = HUI_NEW_ARRAY(d->arena, hui_stop, count + 2);
    if (count == 0 || hui_value_to_number(ticks[0]) != hui_value_to_number(first))
        add_stop(d, scale, first, stops);
    for (size_t i = 0; i < count; i++)
        add_stop(d, scale, ticks[i], stops);
    if (count == 0 || hui_value_to_number(ticks[count - 1]) != hui_value_to_number(last))
        add_stop(d, scale, last, stops);
    return stops;
}

static void stroke_ramp(const hui_legend_drawing *d, hui_mark_item *item)
{
    const hui_json *encode = hui_spec_find(hui_split_find(d->part->props, "encode"), "gradient.opacity");
    const hui_json *opacity = hui_guide_value(d->frame, encode);
    if (!opacity)
        opacity = hui_guide_find(&d->props, "gradientOpacity");
    hui_guide_paint(d->arena, hui_guide_find(&d->props, "gradientStrokeColor"), &item->stroke, &item->stroke_gradient);
    item->stroke_width = hui_guide_number(&d->props, "gradientStrokeWidth", 1);
    item->opacity = hui_json_number(opacity, 1);
}

static void draw_gradient(hui_legend_drawing *d)
{
    hui_legend_picture *legend = &d->guide->legend;
    hui_mark_item *item = hui_guide_mark(d->arena, &legend->marks, HUI_MARK_RECT, "legend-gradient", 1)->items;
    hui_gradient *gradient = HUI_NEW(d->arena, hui_gradient);
    legend->stops = find_stops(d);
    *gradient = (hui_gradient){
        .y1 = d->vertical ? 1 : 0, .x2 = d->vertical ? 0 : 1, .stops = legend->stops, .stop_count = legend->stop_count};
    item->x2 = d->vertical ? d->thickness : d->length;
    item->y2 = d->vertical ? d->length : d->thickness;
    item->fill_gradient = legend->stop_count > 0 ? gradient : NULL;
    stroke_ramp(d, item);
}

/* Bands
 * ----- */

static void draw_bands(hui_legend_drawing *d)
{
    hui_legend_picture *legend = &d->guide->legend;
    hui_mark *mark = hui_guide_mark(d->arena, &legend->marks, HUI_MARK_RECT, "legend-band", d->entry_count);
    hui_stop *stops = HUI_NEW_ARRAY(d->arena, hui_stop, d->entry_count + 1);
    for (size_t i = 0; i < d->entry_count; i++) {
        const hui_legend_entry *entry = &d->entries[i];
        const double start = d->length * (d->vertical ? 1 - entry->start : entry->start);
        const double stop = d->length * (d->vertical ? 1 - entry->stop : entry->stop);
        hui_mark_item *item = &mark->items[i];
        item->x = d->vertical ? 0 : fmin(start, stop);
        item->x2 = d->vertical ? d->thickness : fmax(start, stop);
        item->y = d->vertical ? fmin(start, stop) : 0;
        item->y2 = d->vertical ? fmax(start, stop) : d->thickness;
        hui_scale_color(d->scale, entry->value, &item->fill);
        stroke_ramp(d, item);
        stops[legend->stop_count++] = (hui_stop){entry->start, item->fill};
    }
    legend->stops = stops;
}

/* Labels
 * ------ */

static void place_label(const hui_legend_drawing *d, double at, double beside, hui_mark_item *item)
{
    const bool first = at <= 0, last = at >= 1;
    if (d->vertical) {
        item->x = beside;
        item->y = (1 - at) * d->length;
        item->text.align = HUI_ANCHOR_START;
        item->text.baseline = first ? HUI_BASELINE_BOTTOM : last ? HUI_BASELINE_TOP : HUI_BASELINE_MIDDLE;
    } else {
        item->x = at * d->length;
        item->y = beside;
        item->text.align = first ? HUI_ANCHOR_START : last ? HUI_ANCHOR_END : HUI_ANCHOR_MIDDLE;
        item->text.baseline = HUI_BASELINE_TOP;
    }
}

static void draw_labels(hui_legend_drawing *d)
{
    const hui_guide_props own = {d->frame, {d->given}};
    const double offset = hui_guide_number(&own, "labelOffset", hui_spec_number(d->config, "gradientLabelOffset", 0));
    const hui_json *overlap = hui_guide_find(&d->props, "labelOverlap");
    hui_labels *labels = d->frame->chart->labels;
    hui_mark *mark = hui_guide_mark(d->arena, &d->guide->legend.marks, HUI_MARK_TEXT, "legend-label", d->entry_count);
    for (size_t i = 0; i < d->entry_count; i++) {
        hui_mark_item *item = &mark->items[i];
        *item = d->label;
        item->text.style.limit =
            hui_guide_number(&own, "labelLimit", hui_spec_number(d->config, "gradientLabelLimit", 0));
        item->text.text = d->entries[i].label;
        place_label(d, d->entries[i].start, d->thickness + offset, item);
        if (isnan(item->x) || isnan(item->y))
            item->opacity = 0;
    }
    hui_labels_drop(
        labels, mark->items, d->entry_count,
        &(hui_label_dropping){.method = overlap, .separation = hui_guide_number(&d->props, "labelSeparation", 0)});
    const bool dropped = hui_json_truthy(overlap);
    size_t kept = 0;
    for (size_t i = 0; i < d->entry_count; i++) {
        hui_mark_item *item = &mark->items[i];
        const hui_rect box = hui_item_bounds(labels, HUI_MARK_TEXT, item);
        const bool empty = !(box.w > 1 && box.h > 1);
        if (item->opacity <= 0 || (dropped && empty)) {
            d->entries[i].label = "";
            continue;
        }
        d->body = hui_rect_join(d->body, box);
        mark->items[kept++] = *item;
    }
    mark->item_count = kept;
}

void hui_legend_draw_ramp(hui_legend_drawing *d)
{
    if (d->kind == HUI_LEGEND_GRADIENT)
        draw_gradient(d);
    else
        draw_bands(d);
    const hui_guide_marks *marks = &d->guide->legend.marks;
    d->ramp = hui_mark_bounds(d->frame->chart->labels, &marks->at[marks->count - 1]);
    d->body = d->ramp;
    draw_labels(d);
}
