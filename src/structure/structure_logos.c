/* logos: images of equal optical weight. */
#include "structure/drawing.h"

#include <math.h>

typedef struct logo {
    hui_string src, label;
} logo;

typedef struct logos {
    hui_list items;
    hui_length height;
} logos;

static const hui_field item_fields[] = {
    HUI_FIELD(logo, src, FILE, "a PNG, JPEG or SVG file", .required = true),
    HUI_FIELD(logo, label, TEXT, "below it, and what it says to a reader who does not see it"),
};
static const hui_record item_record = {"logo", "one image", item_fields, HUI_FIELD_COUNT(item_fields), sizeof(logo), "src"};

static const hui_field fields[] = {
    HUI_FIELD(logos, items, LIST, "the images: files or objects", .required = true, .record = &item_record),
    HUI_FIELD(logos, height, LENGTH, "of a square one", "88", .min = 16, .max = 600),
};

/* All have one area, but none is higher or longer than these shares of a square one; those with much ink are smaller by a root of
 * it, as in the formula (width / height)^p of logo walls. */
static const double highest = 1.25, longest = 3.2, gap = 44, row_gap = 28, least_ink = 0.2, ink_power = 0.25, usual_ink = 0.6;

/* Share of the pixels that are not clear; usual of drawings without any. */
static double ink_of(const hui_image *image)
{
    if (!image->pixels || !image->has_alpha)
        return usual_ink;
    const size_t count = (size_t)image->pixel_width * (size_t)image->pixel_height;
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += image->pixels[i] >> 24;
    return fmax(sum / 255 / (double)count, least_ink);
}

static hui_box *logo_box(const hui_build *b, const logo *item, double square)
{
    const hui_image *image = hui_image_read_file(b->arena, item->src.text, item->src.text, item->src.place, b->diags);
    if (!image)
        return NULL;
    const double ratio = image->width / image->height, side = square * pow(usual_ink / ink_of(image), ink_power);
    double height = fmin(side / sqrt(ratio), square * highest);
    height = fmin(height, square * longest / ratio);
    height = fmin(height, b->room / ratio);
    hui_box *column = hui_box_column(b, 8);
    column->align = HUI_ALIGN_CENTER;
    hui_box_add(column, hui_part_picture(b, image, fmax(round(height * ratio), 1), fmax(round(height), 1), 0));
    hui_box_add(column, hui_part_text(b, item->label, (hui_text_look){.type = HUI_TYPE_NOTE, .color = hui_inks_of(b).secondary,
                                                                      .align = HUI_TEXT_CENTER, .balance = true,
                                                                      .role = HUI_ROLE_PARAGRAPH, .kind = "label"}));
    hui_look *look = hui_box_look(b, column);
    hui_look_role(look, HUI_ROLE_FIGURE, "logo");
    look->group.label = item->label.text ? hui_markdown_plain(b->arena, item->label.text) : "";
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const logos *p = props;
    const logo *items = p->items.at;
    hui_box *wrap = hui_box_wrap(b, b->room < 400 ? gap / 2 : gap, row_gap, HUI_ALIGN_CENTER);
    wrap->justify = HUI_JUSTIFY_CENTER;
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(wrap, logo_box(b, &items[i], hui_length_px(p->height)));
    return wrap;
}

const hui_panel_kind hui_panel_logos = {.record = {"logos", "images of equal optical weight", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(logos), NULL},
                                        .build = build};
