/* stamp: a word in a doubled frame, turned as by hand. */
#include "panel/container.h"

#include <math.h>

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
    HUI_FIELD(stamp, color, COLOR, "of frame and letters; the theme's stamp red, or gold on a dark ground, if absent"),
};

/* What is wider than the room is set smaller, down to this, px; then it wraps. */
static const double smallest = 24, line_ratio = 68.0 / 60;

static hui_box *letters(const hui_build *b, hui_string string, double size, double keep, hui_color color)
{
    return hui_part_text(b, string,
                         (hui_text_look){.type = HUI_TYPE_DISPLAY,
                                         .size = size,
                                         .weight = 900,
                                         .color = color,
                                         .letter_spacing = 0.06,
                                         .align = HUI_TEXT_CENTER,
                                         .keep = keep,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "stamp"});
}

/* Size of letters at which the turned frame is no wider than the room. */
static double size_within(const hui_build *b, const stamp *p, double size, double padding_x, double padding_y)
{
    const double angle = fabs(p->angle) * acos(-1) / 180;
    const double natural = hui_leaf_extent(letters(b, p->text, 100, 0, (hui_color){.a = 255})).max / 100;
    const double frame = 2 * padding_x * cos(angle) + 2 * padding_y * sin(angle);
    const double fitting = (b->room - 2 - frame) / (natural * cos(angle) + line_ratio * sin(angle));
    return fmax(fmin(size, floor(fitting)), smallest);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const stamp *p = props;
    hui_color color = b->ground == HUI_GROUND_STRONG ? b->theme->palette.gold_light : b->theme->palette.stamp;
    if (p->color.text)
        hui_theme_color(b->theme, b->accent, p->color.text, &color);
    const bool large = p->size == 1;
    const double padding_x = large ? 32 : 24, padding_y = large ? 22 : 16, angle = fabs(p->angle) * acos(-1) / 180;
    const double size = size_within(b, p, large ? 60 : 38, padding_x, padding_y);
    hui_box *frame = hui_box_column(b, 0), *text = letters(b, p->text, size, size > smallest ? b->room : 0, color);
    hui_box_pad(frame, padding_y, padding_x);
    hui_look *look = hui_box_look(b, frame);
    hui_look_radius(look, 14);
    look->border = look->inner_border = color;
    look->border_width = 4;
    look->inner_width = 2;
    look->inner_inset = 8;
    look->inner_radius = 8;
    look->turn = p->angle;
    look->is_group = true;
    hui_box_add(frame, text);
    /* Turned corners need room. */
    const double natural = hui_leaf_extent(text).max, across = fmax(1, b->room - 2 * padding_x),
                 lines = size > smallest ? 1 : ceil(natural / across);
    const double w = fmin(natural, across) + 2 * padding_x, h = lines * size * line_ratio + 2 * padding_y;
    hui_box *room = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    hui_box_pad(room, fmax(0, ceil((w * sin(angle) + h * cos(angle) - h) / 2)),
                fmax(0, ceil((w * cos(angle) + h * sin(angle) - w) / 2)));
    room->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(room, frame);
    return room;
}

const hui_panel_kind hui_panel_stamp = {.record = {"stamp", "a word in a doubled frame, turned as by hand", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(stamp), "text"},
                                        .build = build};
