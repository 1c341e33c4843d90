/* Sides: topics in a card with a coloured head. */
#include "structure/sides.h"

const double hui_side_least = 260;

static const double pad_x = 24, narrow_pad_x = 18, letter_size = 44;

static hui_box *head_of(const hui_build *b, const hui_side *side, double pad)
{
    const hui_block_inks solid = hui_solid_of(b);
    const hui_color fill = side->head.a ? side->head : solid.fill;
    hui_box *row = hui_box_row(b, 14, HUI_ALIGN_CENTER);
    hui_box_pad(row, 12, pad);
    row->min_height = 68;
    hui_box_look(b, row)->fill = fill;
    const hui_text_look look = {.type = HUI_TYPE_HEADING,
                                .color = solid.ink,
                                .strong_color = solid.ink,
                                .on = fill,
                                .balance = true,
                                .role = HUI_ROLE_HEADING,
                                .kind = "title"};
    hui_text_look letter = look;
    letter.size = letter_size;
    letter.weight = 900;
    letter.role = HUI_ROLE_NONE;
    hui_box_add(row, hui_part_text(b, side->letter, letter));
    hui_box_add(row, hui_topic_icon(b, &side->topic, 40, solid.ink));
    hui_box_add(row, hui_grow(hui_part_text(b, side->title, look)));
    return row;
}

static hui_box *marker_of(const hui_build *b, const hui_side *side)
{
    hui_box *column = hui_box_column(b, 0);
    column->justify = HUI_JUSTIFY_CENTER;
    column->height = b->theme->type[HUI_TYPE_SMALL].line_height;
    if (side->marker) {
        hui_box_add(column, hui_part_icon(b, (hui_string){.text = side->marker}, 30, hui_inks_of(b).icon));
        return column;
    }
    hui_box *dot = hui_space(b, 10, 10);
    hui_look *look = hui_box_look(b, dot);
    look->fill = hui_inks_of(b).icon;
    hui_look_radius(look, 5);
    hui_box_add(column, dot);
    return column;
}

static hui_box *points_of(const hui_build *b, const hui_side *side)
{
    const hui_string *texts = side->texts.at;
    hui_box *list = hui_box_column(b, 10);
    for (size_t i = 0; i < side->texts.count; i++) {
        hui_box *row = hui_box_row(b, 12, HUI_ALIGN_START);
        hui_box_add(row, marker_of(b, side));
        hui_box_add(row, hui_grow(hui_part_text(b, texts[i],
                                                (hui_text_look){.type = HUI_TYPE_SMALL,
                                                                .figure_scale = 1.08,
                                                                .role = HUI_ROLE_PARAGRAPH,
                                                                .kind = "text"})));
        hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "point");
        hui_box_add(list, row);
    }
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, "points");
    return side->texts.count ? list : NULL;
}

/* On a dark ground a lighter block of it. */
static hui_box *card_of(const hui_build *b, hui_build *inner)
{
    if (b->ground != HUI_GROUND_STRONG)
        return hui_card_open(b, inner);
    *inner = *b;
    hui_box *card = hui_box_column(b, 0);
    hui_look *look = hui_box_look(b, card);
    look->fill = hui_soft_of(b);
    look->border = hui_inks_of(b).line;
    look->border_width = b->theme->measures.line;
    hui_look_radius(look, b->theme->measures.radius);
    return card;
}

hui_box *hui_side_box(const hui_build *b, const hui_side *side)
{
    const double pad = b->room < hui_side_least + 60 ? narrow_pad_x : pad_x;
    hui_build on_card;
    hui_box *card = card_of(b, &on_card), *body = hui_box_column(b, 14);
    hui_look *look = hui_box_look(b, card);
    on_card = hui_build_within(&on_card, b->room - 2 * pad);
    hui_box_pad(card, 0, 0);
    look->clip = true;
    hui_look_role(look, HUI_ROLE_SECTION, "side");
    hui_box_add(card, head_of(b, side, pad));
    hui_box_pad(body, 20, pad);
    body->grow = 1;
    hui_box_add(body, hui_topic_words(&on_card, &side->topic, (hui_topic_look){0}));
    hui_box_add(body, points_of(&on_card, side));
    if (body->first)
        hui_box_add(card, body);
    return card;
}
