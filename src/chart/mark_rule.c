/* Rules: lines across the plot or between two places. */
#include "chart/encode.h"

/* A place, or a range where rules go along this direction. */
static hui_interval rule_span(const hui_drawing *drawing, hui_channel channel, bool ranged, bool along)
{
    if (ranged)
        return hui_encode_range(drawing, channel, along ? HUI_PLACE_ZERO_OR_MAX : HUI_PLACE_MID, HUI_PLACE_ZERO_OR_MIN);
    return (hui_interval){.start = hui_encode_point(drawing, channel, HUI_PLACE_MID)};
}

/* Both ends, in the direction they are encoded in. */
static void resolve(const hui_interval *span, hui_drawing *drawing, size_t row, double *from, double *to)
{
    if (span->size) {
        hui_interval_resolve(span, drawing, row, from, to);
        return;
    }
    *from = hui_encode_number(span->start, drawing, row, 0);
    *to = span->end ? hui_encode_number(span->end, drawing, row, *from) : *from;
}

void hui_draw_rules(hui_drawing *drawing, hui_marks *marks)
{
    const hui_view *unit = drawing->unit;
    const bool flat = unit->orient == HUI_HORIZONTAL, upright = unit->orient == HUI_VERTICAL;
    const hui_interval x = rule_span(drawing, HUI_CHANNEL_X, !upright, flat);
    const hui_interval y = rule_span(drawing, HUI_CHANNEL_Y, !flat, upright);
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    const bool placed = unit->channels[HUI_CHANNEL_X] || unit->channels[HUI_CHANNEL_Y] ||
                        unit->channels[HUI_CHANNEL_LATITUDE] || unit->channels[HUI_CHANNEL_LONGITUDE];
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_RULE, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        if (placed) { /* else they stay at the origin */
            resolve(&x, drawing, row, &item->x, &item->x2);
            resolve(&y, drawing, row, &item->y, &item->y2);
        }
        hui_painter_apply(painter, drawing, row, item);
    }
}
