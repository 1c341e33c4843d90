/* stamp: a word in a doubled frame, turned as by hand. */
#include "panel/container.h"

typedef struct stamp {
    hui_string text, color;
    int size;
    double angle;
} stamp;

static const hui_word size_words[] = {{"small", "38 px"}, {"large", "60 px"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(stamp, text, STRING, "the word", .required = true),
    HUI_FIELD(stamp, size, ENUM, "of the letters", "\"small\"", .words = size_words),
    HUI_FIELD(stamp, angle, NUMBER, "degrees, clockwise", "-8", .min = -45, .max = 45),
    HUI_FIELD(stamp, color, COLOR, "of frame and letters; the theme's stamp red if absent"),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const stamp *p = props;
    hui_color color = b->theme->palette.stamp;
    if (p->color.text)
        hui_theme_color(b->theme, b->accent, p->color.text, &color);
    const bool large = p->size == 1;
    hui_box *frame = hui_column(b, 0);
    hui_box_pad(frame, large ? 22 : 16, large ? 32 : 24);
    hui_look *look = hui_box_look(b, frame);
    hui_look_radius(look, 14);
    look->border = look->inner_border = color;
    look->border_width = 4;
    look->inner_width = 2;
    look->inner_inset = 8;
    look->inner_radius = 8;
    look->turn = p->angle;
    hui_box_add(frame, hui_part_text(b, p->text,
                                     (hui_text_look){.type = HUI_TYPE_DISPLAY, .size = large ? 60 : 38, .weight = 900, .color = color,
                                                     .letter_spacing = 0.06, .nowrap = true, .role = HUI_ROLE_PARAGRAPH, .kind = "stamp"}));
    /* Turned corners need room. */
    hui_box *room = hui_row(b, 0, HUI_ALIGN_CENTER);
    hui_box_pad(room, large ? 22 : 14, 4);
    room->justify = HUI_JUSTIFY_CENTER;
    look->is_group = true;
    hui_box_add(room, frame);
    return room;
}

const hui_panel_kind hui_panel_stamp = {
    .record = {"stamp", "a word in a doubled frame, turned as by hand", fields, HUI_FIELD_COUNT(fields), sizeof(stamp), "text"}, .build = build};
