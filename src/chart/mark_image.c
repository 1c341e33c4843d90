/* Images named by the data. */
#include "chart/encode.h"

#include "base/vec.h"

#include <string.h>

typedef struct loaded_image {
    const char *url;
    const hui_image *image; /* NULL: it was reported */
} loaded_image;

struct hui_loaded_images {
    HUI_VEC(loaded_image) list;
};

static const hui_image *read(hui_charting *chart, const char *url, hui_place place)
{
    const hui_source_options *source = &chart->options->source;
    const char *bytes;
    size_t size;
    if (!source->load || !source->load(source->closure, chart->arena, url, place, &bytes, &size, chart->diags))
        return NULL;
    return hui_image_read_bytes(chart->arena, bytes, size, url, place, chart->diags);
}

/* Each file is read once. */
static const hui_image *find(hui_charting *chart, const char *url, const hui_json *mark)
{
    if (!chart->images)
        chart->images = HUI_NEW(chart->arena, struct hui_loaded_images);
    struct hui_loaded_images *images = chart->images;
    for (size_t i = 0; i < images->list.count; i++)
        if (!strcmp(images->list.at[i].url, url))
            return images->list.at[i].image;
    const hui_place place = hui_json_place(chart->arena, mark);
    loaded_image *added = hui_vec_push(chart->arena, &images->list);
    *added = (loaded_image){url, read(chart, url, place)};
    return added->image;
}

/* As texts, values that are not there are words. */
static bool names_image(const char *url)
{
    return url && *url && strcmp(url, "null") != 0 && strcmp(url, "undefined") != 0;
}

void hui_draw_images(hui_drawing *drawing, hui_marks *marks)
{
    const hui_view *unit = drawing->unit;
    const hui_interval x = hui_encode_rect(drawing, HUI_CHANNEL_X), y = hui_encode_rect(drawing, HUI_CHANNEL_Y);
    const hui_encoder *url = hui_encode_text_channel(drawing, HUI_CHANNEL_URL);
    const hui_json *aspect = hui_mark_find(unit, "aspect", NULL);
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
        item->picture.stretched = !hui_json_bool(aspect, true);
        if (names_image(item->picture.url))
            item->picture.image = find(unit->chart, item->picture.url, unit->mark);
    }
}
