/* image: a picture with its caption. */
#include "panel/container.h"

typedef struct image {
    hui_string src, caption;
    hui_length height;
    int fit;
} image;

static const hui_word fit_words[] = {{"contain", "all of it"}, {"cover", "fills the box, edges cut"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(image, src, FILE, "a PNG, JPEG or SVG file", .required = true),
    HUI_FIELD(image, caption, TEXT, "below the picture"),
    HUI_FIELD(image, height, LENGTH, "of the picture; by its proportions if absent", .min = 1, .max = 16384),
    HUI_FIELD(image, fit, ENUM, "how it fills a box of other proportions", "\"contain\"", .words = fit_words),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const image *p = props;
    hui_box *column = hui_box_column(b, 12);
    const hui_image *picture = hui_image_read_file(b->arena, p->src.text, p->src.text, p->src.place, b->diags);
    if (!picture)
        return column;
    hui_box_add(column, hui_part_image(b, picture, hui_length_px(p->height), b->theme->measures.radius, p->fit == 1));
    hui_box_add(column, hui_part_text(b, p->caption,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = hui_inks_of(b).secondary,
                                                      .align = HUI_TEXT_CENTER,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "caption"}));
    hui_look *look = hui_box_look(b, column);
    hui_look_role(look, HUI_ROLE_FIGURE, "image");
    look->group.label = p->caption.text ? hui_markdown_plain(b->arena, p->caption.text) : "";
    return column;
}

const hui_panel_kind hui_panel_image = {
    .record = {"image", "a picture with its caption", fields, HUI_FIELD_COUNT(fields), sizeof(image), "src"},
    .build = build};
