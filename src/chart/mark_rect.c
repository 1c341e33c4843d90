/* Rectangles: bar, rect, tick. */
#include "chart/encode.h"

#include <math.h>
#include <string.h>

/* px a tick is thick, across its direction. */
static hui_interval tick_thickness(const hui_drawing *drawing, hui_channel channel)
{
    hui_interval span = {0};
    span.center = hui_encode_point(drawing, channel, HUI_PLACE_MID);
    span.size = hui_encoder_json(drawing, hui_mark_find(drawing->unit, "thickness", NULL));
    return span;
}

static double radius_of(const hui_view *unit, const char *key)
{
    const hui_json *own = hui_mark_find(unit, key, NULL);
    return hui_json_number(own ? own : hui_mark_find(unit, "cornerRadius", NULL), 0);
}

/* Of a stack the corners at its ends alone are round: those of the bars that reach farthest from zero. */
typedef struct stack_ends {
    hui_groups groups;
    double *low, *high; /* of each stack */
    hui_accessor start, end;
} stack_ends;

static stack_ends find_ends(const hui_drawing *drawing)
{
    const hui_view *unit = drawing->unit;
    const hui_table *table = drawing->rows.table;
    const char *columns[3];
    size_t count = 0;
    for (; count < unit->stack.groupby_count; count++)
        columns[count] = unit->channels[unit->stack.groupby[count]]->column;
    stack_ends ends = {.groups = hui_table_group(drawing->arena, table, columns, count),
                       .start = hui_drawing_accessor(drawing, unit->stack.start),
                       .end = hui_drawing_accessor(drawing, unit->stack.end)};
    ends.low = HUI_NEW_ARRAY(drawing->arena, double, ends.groups.count + 1);
    ends.high = HUI_NEW_ARRAY(drawing->arena, double, ends.groups.count + 1);
    for (size_t i = 0; i < drawing->rows.count; i++) {
        const size_t row = hui_row_at(&drawing->rows, i), group = ends.groups.of_row[row];
        const double from = hui_value_to_number(hui_accessor_value(&ends.start, row));
        const double to = hui_value_to_number(hui_accessor_value(&ends.end, row));
        ends.low[group] = fmin(ends.low[group], fmin(from, to));
        ends.high[group] = fmax(ends.high[group], fmax(from, to));
    }
    return ends;
}

static void round_stacked(const hui_drawing *drawing, const stack_ends *ends, size_t row, hui_mark_item *item)
{
    const bool sideways = drawing->unit->stack.channel == HUI_CHANNEL_X;
    const size_t group = ends->groups.of_row[row];
    const double from = hui_value_to_number(hui_accessor_value(&ends->start, row));
    const double to = hui_value_to_number(hui_accessor_value(&ends->end, row));
    const bool at_low = fmin(from, to) <= ends->low[group], at_high = fmax(from, to) >= ends->high[group];
    for (int i = 0; i < 4; i++) {
        const bool high_side = sideways ? i == 1 || i == 2 : i < 2;
        if (high_side ? !at_high : !at_low)
            item->radii[i] = 0;
    }
}

/* Where bars begin whose scale leaves out zero: their lengths do not compare. 0: elsewhere. */
static double find_base(const hui_drawing *drawing)
{
    const hui_view *unit = drawing->unit;
    const hui_channel channel = unit->orient == HUI_HORIZONTAL ? HUI_CHANNEL_X : HUI_CHANNEL_Y;
    const hui_scale *scale = hui_drawing_scale(drawing, channel);
    if (unit->mark_kind != HUI_MARK_KIND_BAR || !hui_def_is_measure(unit->channels[channel]) ||
        unit->channels[hui_channel_second(channel)] || !scale || scale->domain_count < 2)
        return 0;
    const unsigned traits = hui_scale_traits(scale->type);
    if (!(traits & HUI_SCALE_CONTINUOUS) || (traits & HUI_SCALE_TEMPORAL) || scale->type == HUI_SCALE_LOG)
        return 0;
    const double first = hui_value_to_number(scale->domain[0]);
    const double last = hui_value_to_number(scale->domain[scale->domain_count - 1]);
    return fmin(first, last) > 0 ? fmin(first, last) : fmax(first, last) < 0 ? fmax(first, last) : 0;
}

void hui_draw_rects(hui_drawing *drawing, hui_marks *marks)
{
    const hui_view *unit = drawing->unit;
    const bool tick = unit->mark_kind == HUI_MARK_KIND_TICK, flat = unit->orient == HUI_HORIZONTAL;
    const hui_interval x =
        tick && !flat ? tick_thickness(drawing, HUI_CHANNEL_X) : hui_encode_rect(drawing, HUI_CHANNEL_X);
    const hui_interval y =
        tick && flat ? tick_thickness(drawing, HUI_CHANNEL_Y) : hui_encode_rect(drawing, HUI_CHANNEL_Y);
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    const double radii[4] = {radius_of(unit, "cornerRadiusTopLeft"), radius_of(unit, "cornerRadiusTopRight"),
                             radius_of(unit, "cornerRadiusBottomRight"), radius_of(unit, "cornerRadiusBottomLeft")};
    const bool round = hui_radii_round(radii);
    const bool stacked = round && unit->stack.channel != HUI_CHANNEL_NONE && !unit->channels[HUI_CHANNEL_SIZE];
    const stack_ends ends = stacked ? find_ends(drawing) : (stack_ends){0};
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_RECT, rows.count);
    mark->base = find_base(drawing);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        hui_interval_resolve(&x, drawing, row, &item->x, &item->x2);
        hui_interval_resolve(&y, drawing, row, &item->y, &item->y2);
        hui_painter_apply(painter, drawing, row, item);
        memcpy(item->radii, radii, sizeof radii);
        if (stacked)
            round_stacked(drawing, &ends, row, item);
    }
}
