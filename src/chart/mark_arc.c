/* Arcs: pies, rings and roses. */
#include "chart/encode.h"

#include <math.h>

/* Not sorted: whichever radius is said to be the outer one. */
static void find_radii(const hui_interval *radius, hui_drawing *drawing, size_t row, hui_mark_item *item)
{
    item->arc.outer = hui_encode_number(radius->start, drawing, row, 0);
    item->arc.inner = radius->end ? hui_encode_number(radius->end, drawing, row, 0)
                                  : item->arc.outer + hui_encode_number(radius->size, drawing, row, 0);
}

/* Of the values that are shown as angles. */
static void add_up(const hui_drawing *drawing, const hui_rows *rows, hui_mark *mark)
{
    const hui_channel_def *theta = drawing->unit->channels[HUI_CHANNEL_THETA];
    if (!hui_def_is_field(theta) || !hui_def_is_measure(theta))
        return;
    const hui_accessor values = hui_drawing_accessor(drawing, theta->column);
    mark->measure = theta->field;
    for (size_t i = 0; i < rows->count; i++) {
        const double value = hui_value_to_number(hui_accessor_value(&values, hui_row_at(rows, i)));
        mark->total += isfinite(value) ? value : 0;
    }
}

void hui_draw_arcs(hui_drawing *drawing, hui_marks *marks)
{
    const hui_encoder *x = hui_encode_point(drawing, HUI_CHANNEL_X, HUI_PLACE_MID);
    const hui_encoder *y = hui_encode_point(drawing, HUI_CHANNEL_Y, HUI_PLACE_MID);
    const hui_interval theta = hui_encode_rect(drawing, HUI_CHANNEL_THETA);
    const hui_interval radius = hui_encode_rect(drawing, HUI_CHANNEL_RADIUS);
    const hui_encoder *pad = hui_encoder_json(drawing, hui_mark_find(drawing->unit, "padAngle", NULL));
    const hui_encoder *corner = hui_encoder_json(drawing, hui_mark_find(drawing->unit, "cornerRadius", NULL));
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_ARC, rows.count);
    add_up(drawing, &rows, mark);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        item->x = hui_encode_number(x, drawing, row, 0);
        item->y = hui_encode_number(y, drawing, row, 0);
        hui_painter_apply(painter, drawing, row, item);
        hui_interval_resolve(&theta, drawing, row, &item->arc.start, &item->arc.end);
        find_radii(&radius, drawing, row, item);
        item->arc.pad_angle = hui_encode_number(pad, drawing, row, 0);
        item->arc.corner_radius = hui_encode_number(corner, drawing, row, 0);
    }
}
