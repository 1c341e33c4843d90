/* image: a picture with its caption. */
#include "panel/container.h"

#include <math.h>

typedef struct image {
    hui_string src, caption;
    hui_length height;
    double ratio, focus_x, focus_y;
    int fit;
} image;

static const hui_word fit_words[] = {{"contain", "all of it"}, {"cover", "fills the box, edges cut"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(image, src, FILE, "a PNG, JPEG or SVG file", .required = true),
    HUI_FIELD(image, caption, TEXT, "below the picture"),
    HUI_FIELD(image, height, LENGTH, "of the picture; by its proportions if absent", .min = 1, .max = 16384),
    HUI_FIELD(image, fit, ENUM, "how it fills a box of other proportions", "\"contain\"", .words = fit_words),
    HUI_FIELD(image, ratio, NUMBER, "width by height to which it is cut, such as 1.78", .min = 0.1, .max = 20),
    HUI_FIELD_AS("focusX", image, focus_x, NUMBER,
                 "what stays in view where edges are cut: 0 is the left edge, 1 the right", "0.5", .min = 0, .max = 1),
    HUI_FIELD_AS("focusY", image, focus_y, NUMBER, "the same from the top downwards", "0.5", .min = 0, .max = 1),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const image *p = props;
    hui_box *column = hui_box_column(b, 12);
    const hui_image *picture = hui_image_read_file(b->arena, p->src.text, p->src.text, p->src.place, b->diags);
    if (!picture)
        return column;
    const double height = hui_length_px(p->height), radius = b->theme->measures.radius;
    hui_box_add(column, p->fit == 1 || !isnan(p->ratio)
                            ? hui_part_crop(b, picture, height, isnan(p->ratio) ? 0 : p->ratio,
                                            (hui_point){p->focus_x, p->focus_y}, radius)
                            : hui_part_image(b, picture, height, radius, false));
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
