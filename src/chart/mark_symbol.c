/* Symbols: point, circle, square. */
#include "chart/encode.h"

static const char *fixed_shape(hui_mark_kind kind)
{
    return kind == HUI_MARK_KIND_CIRCLE ? "circle" : kind == HUI_MARK_KIND_SQUARE ? "square" : NULL;
}

static const char *shape_of(const hui_encoder *shape, hui_drawing *drawing, size_t row)
{
    const hui_value value = hui_encode_value(shape, drawing, row);
    return value.kind == HUI_VALUE_STRING ? value.string : "circle";
}

void hui_draw_symbols(hui_drawing *drawing, hui_marks *marks)
{
    const hui_encoder *x = hui_encode_point(drawing, HUI_CHANNEL_X, HUI_PLACE_MID);
    const hui_encoder *y = hui_encode_point(drawing, HUI_CHANNEL_Y, HUI_PLACE_MID);
    const hui_encoder *size = hui_encode_channel(drawing, HUI_CHANNEL_SIZE, "size", NULL);
    const hui_encoder *angle = hui_encode_channel(drawing, HUI_CHANNEL_ANGLE, "angle", NULL);
    const char *fixed = fixed_shape(drawing->unit->mark_kind);
    const hui_encoder *shape = fixed ? NULL : hui_encode_channel(drawing, HUI_CHANNEL_SHAPE, "shape", NULL);
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_SYMBOL, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        item->x = hui_encode_number(x, drawing, row, 0);
        item->y = hui_encode_number(y, drawing, row, 0);
        hui_painter_apply(painter, drawing, row, item);
        item->symbol.size = hui_encode_number(size, drawing, row, 30);
        item->symbol.angle = hui_encode_number(angle, drawing, row, 0);
        item->symbol.shape = fixed ? fixed : shape_of(shape, drawing, row);
    }
}
