/* Images named by the data. */
#include "chart/encode.h"

void hui_draw_images(hui_drawing *drawing, hui_marks *marks)
{
    const hui_interval x = hui_encode_rect(drawing, HUI_CHANNEL_X), y = hui_encode_rect(drawing, HUI_CHANNEL_Y);
    const hui_encoder *url = hui_encode_text_channel(drawing, HUI_CHANNEL_URL);
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_IMAGE, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        hui_interval_resolve(&x, drawing, row, &item->x, &item->x2);
        hui_interval_resolve(&y, drawing, row, &item->y, &item->y2);
        hui_painter_apply(painter, drawing, row, item);
        item->picture.url = hui_encode_text(url, drawing, row);
    }
}
