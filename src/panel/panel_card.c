/* card: a ground with a head, panels and a foot. */
#include "panel/container.h"

#include <math.h>

typedef struct card {
    hui_string title, subtitle, icon;
    int head, ground, justify;
    const hui_backdrop *art;
    hui_lengths padding;
    hui_length gap, headWidth;
    hui_panels panels, foot;
} card;

enum { HEAD_AUTO, HEAD_PLAIN, HEAD_TOP, HEAD_LEFT };
enum { GROUND_CARD, GROUND_TINT, GROUND_STRONG, GROUND_GOLD, GROUND_NONE };

static const hui_word head_words[] = {
    {"auto", "as `cardStyle` says: a band in the style of that name, else plain"},
    {"plain", "icon in a solid circle, title in the accent's colour"},
    {"top", "a block in the accent's colour over the content"},
    {"left", "a block in the accent's colour at the left of the content"},
    {0},
};

static const hui_field fields[] = {
    HUI_FIELD(card, title, TEXT, "what the card is about"),
    HUI_FIELD(card, subtitle, TEXT, "the line below the title"),
    HUI_FIELD(card, icon, ICON, "beside the title"),
    HUI_FIELD(card, head, ENUM, "how the title is set", "\"auto\"", .words = head_words),
    HUI_FIELD(card, headWidth, LENGTH, "of a head at the left; as wide as its words if absent", .min = 60,
              .max = 16384),
    HUI_FIELD(card, ground, ENUM, "what the content stands on; `cardStyle` says how the first is set off", "\"card\"",
              .words = hui_ground_words),
    HUI_FIELD(card, justify, ENUM, "where the content stands when a sibling is higher", "\"center\"",
              .words = hui_justify_words),
    HUI_FIELD(card, art, OBJECT, "a drawing behind the content", .record = &hui_backdrop_record),
    HUI_FIELD(card, padding, LENGTHS,
              "all sides, or vertical and horizontal, or top, horizontal, bottom, or top, right, bottom, left",
              .min = 0, .max = 1000),
    HUI_FIELD(card, gap, LENGTH, "room between panels", "0", .min = 0, .max = 1000),
    HUI_FIELD(card, panels, PANELS, "the content"),
    HUI_FIELD(card, foot, PANELS, "below the content, edge to edge, on a ground of its own"),
};

/* A card narrower than this has its block on top, px. */
static const double least_beside = 480;

static void set_padding(hui_box *box, hui_lengths padding)
{
    if (padding.count == 0)
        return;
    /* Which of them each side takes, by how many there are; as in CSS. */
    static const size_t sides[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    const size_t *at = sides[padding.count < 4 ? padding.count - 1 : 3];
    for (size_t side = 0; side < 4; side++)
        box->padding[side] = hui_length_px(padding.at[at[side]]);
}

static bool is_given(hui_string string)
{
    return string.text && string.text[0];
}

static bool has_head(const card *p)
{
    return is_given(p->title) || is_given(p->subtitle) || p->icon.text;
}

static hui_box *titles(const hui_build *b, const card *p, hui_color subtitle_color, hui_type type)
{
    hui_box *column = hui_box_column(b, 0);
    column->grow = 1;
    hui_box_add(column, hui_part_heading(b, p->title, type));
    hui_box_add(column, hui_part_text(b, p->subtitle,
                                      (hui_text_look){.type = HUI_TYPE_LABEL,
                                                      .color = subtitle_color,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "subtitle"}));
    return column;
}

/* A block of the accent's colour with white titles; that of a band is a low one. */
static hui_box *block_head(const hui_build *b, const card *p, bool is_band)
{
    hui_build strong = hui_build_on(b, HUI_GROUND_STRONG);
    hui_box *head = hui_box_row(b, 16, HUI_ALIGN_CENTER);
    hui_box_pad(head, is_band ? 14 : 20, b->theme->measures.card_x);
    head->padding[HUI_RIGHT] = 20;
    head->min_height = is_band ? 72 : 120; /* heads side by side stay level when one title shrinks */
    hui_box_look(b, head)->fill = b->accent->fill;
    hui_box_add(head, is_band ? hui_part_icon(&strong, p->icon, 40, hui_inks_of(&strong).icon)
                              : hui_part_disc(&strong, p->icon, 60, false));
    hui_box *column = hui_box_column(&strong, 0);
    column->grow = 1;
    hui_box_add(column, hui_part_text(&strong, p->title,
                                      (hui_text_look){.type = HUI_TYPE_CLAIM,
                                                      .weight = 700,
                                                      .balance = true,
                                                      .shrink_to = 26,
                                                      .role = HUI_ROLE_HEADING,
                                                      .kind = "title"}));
    hui_box_add(column, hui_part_text(&strong, p->subtitle,
                                      (hui_text_look){.type = HUI_TYPE_LABEL,
                                                      .color = hui_inks_of(&strong).secondary,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "subtitle"}));
    hui_box_add(head, column);
    return head;
}

static hui_box *plain_head(const hui_build *b, const card *p)
{
    hui_box *head = hui_box_row(b, 20, HUI_ALIGN_CENTER);
    head->padding[HUI_BOTTOM] = 16;
    head->min_height = 88 + 16; /* two lines of title: heads side by side stay level */
    hui_box_add(head, hui_part_disc(b, p->icon, 72, b->ground != HUI_GROUND_STRONG));
    hui_box_add(head, titles(b, p, hui_inks_of(b).secondary, HUI_TYPE_HEADING));
    return head;
}

/* The foot's ground sets it off: white below gold, gold below a dark gradient, tint below white. */
static hui_box *build_foot(const hui_build *b, const card *p)
{
    static const hui_ground feet[HUI_GROUND_COUNT] = {
        [HUI_GROUND_PAPER] = HUI_GROUND_TINT,  [HUI_GROUND_CARD] = HUI_GROUND_TINT, [HUI_GROUND_TINT] = HUI_GROUND_CARD,
        [HUI_GROUND_STRONG] = HUI_GROUND_GOLD, [HUI_GROUND_GOLD] = HUI_GROUND_CARD,
    };
    const hui_palette *palette = &b->theme->palette;
    hui_build inner = hui_build_on(b, feet[b->ground]);
    inner = hui_build_within(&inner, b->room - 48);
    hui_box *foot = hui_box_column(b, 8);
    hui_look *look = hui_box_look(b, foot);
    switch (b->ground) {
    case HUI_GROUND_STRONG:
        look->fill = hui_foot_color(b->theme);
        break;
    case HUI_GROUND_GOLD:
    case HUI_GROUND_TINT:
        look->fill = palette->card;
        break;
    case HUI_GROUND_PAPER:
    case HUI_GROUND_CARD:
    case HUI_GROUND_COUNT:
        look->fill = b->accent->tint;
        break;
    }
    if (b->ground == HUI_GROUND_GOLD) {
        look->border = palette->hairline;
        look->border_width = b->theme->measures.line;
        look->radii[2] = look->radii[3] = b->theme->measures.radius;
    }
    hui_box_pad(foot, b->ground == HUI_GROUND_GOLD ? 26 : 16, b->theme->measures.card_x);
    hui_panels_build(&inner, p->foot, foot);
    return foot;
}

static void build_content(const hui_build *b, const card *p, int head, hui_box *content)
{
    hui_build inner = hui_build_within(b, b->room - content->padding[HUI_LEFT] - content->padding[HUI_RIGHT]);
    content->gap = hui_length_px(p->gap);
    content->grow = 1;
    content->justify = hui_justify_of(p->justify);
    if (head == HEAD_PLAIN && has_head(p))
        hui_box_add(content, plain_head(&inner, p));
    if (is_given(p->title))
        inner.heading_level++;
    hui_panels_build(&inner, p->panels, content);
}

/* The empty card, and what its content is built with. */
static hui_box *open_card(const hui_build *b, const card *p, hui_build *inner)
{
    static const hui_ground grounds[] = {HUI_GROUND_CARD, HUI_GROUND_TINT, HUI_GROUND_STRONG, HUI_GROUND_GOLD};
    hui_box *box;
    if (p->ground == GROUND_CARD) {
        box = hui_card_open(b, inner);
    } else {
        *inner = p->ground == GROUND_NONE ? *b : hui_build_on(b, grounds[p->ground]);
        box = p->ground == GROUND_NONE ? hui_box_column(b, 0) : hui_card(inner);
    }
    if (!inner->numerals)
        *inner = hui_build_group(inner);
    return box;
}

/* Padding belongs to the content, so that head and foot reach the edges. */
static void move_padding(hui_box *from, hui_box *to)
{
    for (int side = 0; side < 4; side++) {
        to->padding[side] = from->padding[side];
        from->padding[side] = 0;
    }
}

/* The content beside a head at the left. */
static hui_box *beside_head(const hui_build *b, const card *p, const hui_build *inner, hui_box *body)
{
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_STRETCH), *head = block_head(inner, p, false);
    head->width = hui_length_px(p->headWidth);
    head->max_width = round(b->room * 0.45);
    row->grow = 1;
    body->grow = 1;
    hui_box_add(row, head);
    hui_box_add(row, body);
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const card *p = props;
    hui_build inner;
    hui_box *box = open_card(b, p, &inner), *content = hui_box_column(b, 0);
    const bool is_band = p->head == HEAD_AUTO && p->ground == GROUND_CARD && b->cards == HUI_CARD_BAND;
    const int head = is_band ? HEAD_TOP : p->head == HEAD_AUTO ? HEAD_PLAIN : p->head;
    move_padding(box, content);
    set_padding(content, p->padding);
    build_content(&inner, p, head, content);
    hui_box *body = hui_with_backdrop(&inner, p->art, content);
    const bool has_block = has_head(p) && head != HEAD_PLAIN;
    hui_box_look(b, box)->clip = p->art || has_block || p->foot.count || p->padding.count;
    if (has_block && head == HEAD_LEFT && b->room >= least_beside) {
        hui_box_add(box, beside_head(b, p, &inner, body));
    } else {
        if (has_block)
            hui_box_add(box, block_head(&inner, p, is_band));
        hui_box_add(box, body);
    }
    if (p->foot.count)
        hui_box_add(box, build_foot(&inner, p));
    hui_look_role(hui_box_look(b, box), HUI_ROLE_SECTION, "card");
    return box;
}

const hui_panel_kind hui_panel_card = {
    .record = {"card", "a ground with a head, panels and a foot", fields, HUI_FIELD_COUNT(fields), sizeof(card), NULL},
    .build = build};
