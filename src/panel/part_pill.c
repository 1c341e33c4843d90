/* Pills and tags: one line of bold text on a rounded ground. */
#include "panel/part.h"

typedef struct badge {
    double height, radius, padding, gap, icon;
    hui_type type;
} badge;

static const badge pill_badge = {48, 24, 18, 8, 30, HUI_TYPE_PILL};
static const badge bright_badge = {56, 28, 24, 10, 32, HUI_TYPE_CLAIM};
static const badge tag_badge = {56, 14, 15, 10, 32, HUI_TYPE_TAG};

static hui_box *badge_box(const hui_build *b, const badge *shape, hui_box *mark, hui_string text, hui_color fill,
                          hui_color color)
{
    hui_box *row = hui_box_row(b, shape->gap, HUI_ALIGN_CENTER);
    hui_box_pad(row, 0, shape->padding);
    row->min_height = shape->height;
    row->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, row);
    look->fill = fill;
    hui_look_radius(look, shape->radius);
    hui_box_add(row, mark);
    hui_box_add(
        row, hui_part_text(b, text,
                           (hui_text_look){.type = shape->type,
                                           .color = color,
                                           .on = fill,
                                           .strong_color = color,
                                           .weight = 700,
                                           .balance = true,
                                           .afloat = shape == &bright_badge,
                                           .keep = b->room - 2 * shape->padding - (mark ? shape->icon + shape->gap : 0),
                                           .role = HUI_ROLE_PARAGRAPH,
                                           .kind = "pill"}));
    return row;
}

hui_box *hui_part_pill(const hui_build *b, hui_string text, hui_trend trend, hui_string icon, hui_pill_style style)
{
    if (!text.text || !text.text[0])
        return NULL;
    const hui_palette *p = &b->theme->palette;
    const hui_inks inks = hui_inks_of(b);
    const bool bright = style == HUI_PILL_BRIGHT;
    const hui_color gold = b->ground == HUI_GROUND_GOLD ? p->card : p->gold_tint;
    const hui_color fill = bright ? p->gold_light : style == HUI_PILL_GOLD ? gold : inks.pill;
    const hui_color color = bright ? p->gold_dark : style == HUI_PILL_GOLD ? p->gold_ink : inks.on_pill;
    const badge *shape = bright ? &bright_badge : &pill_badge;
    hui_box *mark = trend ? hui_part_trend(b, trend, 22, color) : hui_part_icon(b, icon, shape->icon, color);
    return badge_box(b, shape, mark, text, fill, color);
}

hui_box *hui_part_tag(const hui_build *b, hui_string text, hui_string icon, hui_color fill, hui_color color, bool round)
{
    if (!text.text || !text.text[0])
        return NULL;
    const badge *shape = round ? &pill_badge : &tag_badge;
    return badge_box(b, shape, hui_part_icon(b, icon, shape->icon, color), text, fill, color);
}
