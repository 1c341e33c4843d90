/* icon: one icon, plain or in a circle. */
#include "panel/container.h"

typedef struct icon {
    hui_string icon, color;
    double size;
    int style;
} icon;

static const hui_word style_words[] = {{"plain", "the lines alone"},
                                       {"disc", "in a circle of the ground's colours"},
                                       {"solid", "white in a circle of the accent's colour"},
                                       {0}};

static const hui_field fields[] = {
    HUI_FIELD(icon, icon, ICON, "its name, or the path of an SVG file", .required = true),
    HUI_FIELD(icon, size, NUMBER, "across, px", "72", .min = 8, .max = 2000),
    HUI_FIELD(icon, style, ENUM, "how it is set", "\"disc\"", .words = style_words),
    HUI_FIELD(icon, color, COLOR, "of a plain icon's lines"),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const icon *p = props;
    hui_color color = hui_inks_of(b).icon;
    if (p->color.text)
        hui_theme_color(b->theme, b->accent, p->color.text, &color);
    hui_box *mark =
        p->style == 0 ? hui_part_icon(b, p->icon, p->size, color) : hui_part_disc(b, p->icon, p->size, p->style == 2);
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    hui_box_add(row, mark);
    return row;
}

const hui_panel_kind hui_panel_icon = {
    .record = {"icon", "one icon, plain or in a circle", fields, HUI_FIELD_COUNT(fields), sizeof(icon), "icon"},
    .build = build};
