/* cards: a card for each topic, in columns. */
#include "structure/block.h"
#include "structure/shelf.h"

#include <math.h>

enum { PLAIN, NUMBERED, BADGE, EDGE };

typedef struct cards {
    hui_list items;
    int style, columns;
} cards;

static const hui_word style_words[] = {{"plain", "an icon over the words"},
                                       {"numbered", "a large number over the words"},
                                       {"badge", "a number or icon in a circle on the upper edge"},
                                       {"edge", "a coloured left edge"},
                                       {0}};

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(cards, "the cards"),
    HUI_FIELD(cards, style, ENUM, "what marks a card", "\"plain\"", .words = style_words),
    HUI_FIELD(cards, columns, INTEGER, "at most so many side by side; as many as have room if 0", "0", .min = 0,
              .max = 12),
};

static const double badge_size = 72, icon_disc = 64, badge_ring = 4, edge_width = 10, mark_gap = 12;

static hui_box *centred(const hui_build *b, hui_box *inner)
{
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    row->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, inner);
    return row;
}

/* A large number at the left, the icon at the right. */
static hui_box *number_line(const hui_build *b, const hui_topic *topic, size_t number)
{
    hui_box *row = hui_box_row(b, mark_gap, HUI_ALIGN_CENTER);
    row->justify = HUI_JUSTIFY_BETWEEN;
    hui_box_add(row, hui_part_text(b, (hui_string){hui_arena_printf(b->arena, "%02zu", number), topic->label.place},
                                   (hui_text_look){.type = HUI_TYPE_TITLE, .color = b->accent->color, .nowrap = true}));
    hui_box_add(row, hui_topic_mark(b, topic, 0, icon_disc, false));
    return row;
}

/* What stands over the words. */
static hui_box *head_of(const hui_build *b, const cards *p, const hui_topic *topic, size_t number)
{
    if (p->style == NUMBERED)
        return number_line(b, topic, number);
    if (p->style != BADGE) {
        hui_box *row = hui_box_row(b, 0, HUI_ALIGN_START);
        hui_box_add(row, hui_topic_mark(b, topic, 0, icon_disc, false));
        return row->first ? row : NULL;
    }
    hui_box *mark = hui_topic_mark(b, topic, number, badge_size, true), *row = centred(b, mark);
    hui_look *look = hui_box_look(b, mark);
    look->border = hui_ground_color(b);
    look->border_width = badge_ring;
    row->offset_y = -badge_size / 2;
    return row;
}

static hui_box *content_of(const hui_build *b, const cards *p, const hui_topic *topic, size_t number)
{
    hui_box *column = hui_box_column(b, p->style == BADGE ? -mark_gap : mark_gap);
    hui_box_add(column, head_of(b, p, topic, number));
    const hui_text_align align = p->style == BADGE ? HUI_TEXT_CENTER : HUI_TEXT_START;
    hui_box_add(column, hui_topic_words(b, topic, (hui_topic_look){.balance = true, .align = align}));
    return column;
}

/* The content beside a strip of the accent, cut by the card's corners. */
static void add_edge(const hui_build *b, hui_box *card, hui_box *content)
{
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_STRETCH), *strip = hui_space(b, edge_width, 0);
    hui_box_look(b, strip)->fill = b->accent->fill;
    for (int side = 0; side < 4; side++) {
        content->padding[side] = card->padding[side];
        card->padding[side] = 0;
    }
    content->padding[HUI_LEFT] -= edge_width / 2;
    hui_box_add(row, strip);
    hui_box_add(row, hui_grow(content));
    hui_box_add(card, hui_grow(row));
    hui_box_look(b, card)->clip = true;
}

static void card_outline(hui_path *path, hui_rect rect, const void *data)
{
    const hui_measures *m = data;
    const double radii[4] = {m->radius, m->radius, m->radius, m->radius};
    hui_path_round_rect(path, hui_rect_inset(rect, m->line / 2), radii);
}

/* A card whose border its badge covers. */
static hui_box *badge_card(const hui_build *b, const hui_look *style, hui_box *content)
{
    const hui_measures *m = &b->theme->measures;
    hui_box *card = hui_box_column(b, 0), *below = hui_box_column(b, 0);
    hui_box_pad(card, 0, m->card_x);
    card->padding[HUI_BOTTOM] = m->card_y;
    hui_box_block(b, card,
                  &(hui_block){.outline = card_outline,
                               .data = m,
                               .from = style->fill,
                               .line = style->border,
                               .line_width = style->border_width});
    hui_box_add(card, content);
    below->padding[HUI_TOP] = badge_size / 2;
    hui_box_add(below, hui_grow(card));
    hui_look_role(hui_box_look(b, below), HUI_ROLE_LIST_ITEM, "topic");
    return below;
}

static hui_box *card_of(const hui_build *b, const cards *p, const hui_topic *topic, size_t number)
{
    const hui_build own = hui_build_topic(b, topic);
    hui_build mine;
    hui_box *card = hui_card_open(&own, &mine);
    const hui_build inner = hui_build_within(&mine, b->room - card->padding[HUI_LEFT] - card->padding[HUI_RIGHT]);
    hui_box *content = content_of(&inner, p, topic, number);
    if (p->style == BADGE)
        return badge_card(&mine, hui_box_look(&mine, card), content);
    hui_look_role(hui_box_look(b, card), HUI_ROLE_LIST_ITEM, "topic");
    if (p->style == EDGE) {
        add_edge(&mine, card, content);
        return card;
    }
    hui_box_add(card, content);
    return card;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const cards *p = props;
    const hui_measures *m = &b->theme->measures;
    const hui_build inner = hui_build_group(b);
    const double column = hui_topics_column(b, p->items, sizeof(hui_topic), (hui_topic_look){0}) + 2 * m->card_x;
    const size_t most = p->columns > 0 && (size_t)p->columns < p->items.count ? (size_t)p->columns : p->items.count;
    const double share = hui_column_width(b->room, m->gap, most ? most : 1);
    const size_t columns = p->columns > 0 && share >= column ? (most ? most : 1)
                                                             : hui_columns_fit(b->room, m->gap, column, p->items.count);
    hui_box *grid = hui_even_grid(b, columns, m->gap, m->gap);
    const hui_build cell = hui_build_within(&inner, hui_column_width(b->room, m->gap, columns));
    grid->breaks = true;
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(grid, card_of(&cell, p, hui_topic_at(p->items, sizeof(hui_topic), i), i + 1));
    return hui_topic_list(b, grid, "cards");
}

const hui_panel_kind hui_panel_cards = {
    .record = {"cards", "a card for each item", fields, HUI_FIELD_COUNT(fields), sizeof(cards), NULL}, .build = build};
