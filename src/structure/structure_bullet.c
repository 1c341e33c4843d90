/* bullet: bars with their targets on qualitative ranges (Few 2006). */
#include "structure/drawing.h"

#include <math.h>

typedef struct bullet_item {
    hui_string label, text, value, unit, target;
    hui_numbers ranges;
    double max;
} bullet_item;

typedef struct bullet {
    hui_list items;
} bullet;

static const hui_field item_fields[] = {
    HUI_FIELD(bullet_item, label, TEXT, "what is measured", .required = true),
    HUI_FIELD(bullet_item, text, TEXT, "below the label"),
    HUI_FIELD(bullet_item, value, VALUE, "the bar", .required = true),
    HUI_FIELD(bullet_item, unit, STRING, "after the value"),
    HUI_FIELD(bullet_item, target, VALUE, "the mark across the bar"),
    HUI_FIELD(bullet_item, ranges, NUMBERS, "where ranges end, such as poor, fair and good", .min = -1e15, .max = 1e15),
    HUI_FIELD(bullet_item, max, NUMBER, "the value of a full bar; the largest of the row if absent", .min = 1e-9,
              .max = 1e15),
};
static const hui_record item_record = {"bullet item",       "one bar", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(bullet_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(bullet, items, LIST, "the bars", .required = true, .record = &item_record),
};

static const double track_height = 36, bar_height = 14, target_height = 28, target_width = 5, least_bar = 120,
                    narrow_width = 560, label_share = 0.3, gap = 20;

typedef struct drawing {
    const bullet_item *item;
    double max;
    hui_color bar, target, ground;
} drawing;

static double largest(const bullet_item *item)
{
    double max = fmax(hui_amount_of(item->value), hui_amount_of(item->target));
    for (size_t i = 0; i < item->ranges.count; i++)
        max = fmax(max, item->ranges.at[i]);
    return isnan(item->max) ? max : item->max;
}

static double share_of(const drawing *d, double value)
{
    return d->max > 0 ? fmin(fmax(value / d->max, 0), 1) : 0;
}

/* Ranges from the longest to the shortest, each darker than the one before. */
static void draw_ranges(hui_scene *scene, hui_rect r, const drawing *d)
{
    static const double palest = 0.9, darkest = 0.66;
    const size_t count = d->item->ranges.count;
    if (count == 0)
        hui_scene_rect(scene, r, NULL, hui_paint_solid(hui_color_mix(d->bar, d->ground, palest)), hui_stroke_none());
    for (size_t i = count; i > 0; i--) {
        const double share = count > 1 ? (double)(i - 1) / (double)(count - 1) : 1;
        hui_scene_rect(scene, (hui_rect){r.x, r.y, r.w * share_of(d, d->item->ranges.at[i - 1]), r.h}, NULL,
                       hui_paint_solid(hui_color_mix(d->bar, d->ground, darkest + (palest - darkest) * share)),
                       hui_stroke_none());
    }
}

static void draw(hui_scene *scene, hui_rect r, const void *data)
{
    const drawing *d = data;
    draw_ranges(scene, r, d);
    hui_scene_rect(
        scene,
        (hui_rect){r.x, r.y + (r.h - bar_height) / 2, r.w * share_of(d, hui_amount_of(d->item->value)), bar_height},
        NULL, hui_paint_solid(d->bar), hui_stroke_none());
    if (!d->item->target.text)
        return;
    const double x = r.x + (r.w - target_width) * share_of(d, hui_amount_of(d->item->target));
    hui_scene_rect(scene, (hui_rect){x, r.y + (r.h - target_height) / 2, target_width, target_height}, NULL,
                   hui_paint_solid(d->target), hui_stroke_none());
}

static hui_box *words_of(const hui_build *b, const bullet_item *item, hui_text_align align)
{
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, hui_part_text(b, item->label,
                                      (hui_text_look){.type = HUI_TYPE_PILL,
                                                      .color = hui_inks_of(b).ink,
                                                      .align = align,
                                                      .keep = hui_text_keep(b),
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "label"}));
    hui_box_add(column, hui_part_text(b, item->text,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = hui_inks_of(b).secondary,
                                                      .align = align,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "text"}));
    return column;
}

static hui_box *figures_of(const hui_build *b, const bullet_item *item)
{
    hui_box *row = hui_box_wrap(b, 14, 0, HUI_ALIGN_BASELINE);
    hui_box_add(row, hui_part_text(b, hui_value_with_unit(b, item->value, item->unit),
                                   (hui_text_look){.type = HUI_TYPE_TAG,
                                                   .color = hui_inks_of(b).numeral,
                                                   .tabular = true,
                                                   .role = HUI_ROLE_PARAGRAPH,
                                                   .kind = "value"}));
    const char *title = hui_is_han(b) ? "目标" : "target";
    if (item->target.text && item->target.text[0])
        hui_box_add(row, hui_part_text(b,
                                       hui_text_at(hui_arena_printf(b->arena, "%s %s", title, item->target.text),
                                                   item->target.place),
                                       (hui_text_look){.type = HUI_TYPE_NOTE,
                                                       .color = hui_inks_of(b).secondary,
                                                       .role = HUI_ROLE_PARAGRAPH,
                                                       .kind = "target"}));
    return row;
}

static hui_box *bar_of(const hui_build *b, const bullet_item *item)
{
    const hui_inks inks = hui_inks_of(b);
    drawing *d = HUI_NEW(b->arena, drawing);
    *d = (drawing){item, largest(item), inks.bar, inks.ink, hui_ground_color(b)};
    return hui_box_drawing(b, (hui_drawing){draw, d, "bullet", {least_bar, 4 * least_bar}, track_height, 0});
}

static hui_box *row_of(const hui_build *b, const bullet_item *item)
{
    const bool narrow = b->room < narrow_width;
    hui_box *row = narrow ? hui_box_column(b, 4) : hui_box_row(b, gap, HUI_ALIGN_CENTER), *bars = hui_box_column(b, 4);
    hui_box *words = words_of(b, item, narrow ? HUI_TEXT_START : HUI_TEXT_END);
    if (!narrow)
        words->width = round(b->room * label_share);
    hui_box_add(row, words);
    hui_box_add(bars, figures_of(b, item));
    hui_box_add(bars, bar_of(b, item));
    hui_box_add(row, hui_grow(bars));
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "bar");
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const bullet *p = props;
    const bullet_item *items = p->items.at;
    hui_box *list = hui_box_column(b, 24);
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(list, row_of(b, &items[i]));
    list->breaks = true;
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, "bullet");
    return list;
}

const hui_panel_kind hui_panel_bullet = {
    .record = {"bullet", "bars with targets on ranges", fields, HUI_FIELD_COUNT(fields), sizeof(bullet), NULL},
    .build = build};
