/* versus: two sides set against each other, with a mark between them. */
#include "structure/sides.h"

#include <math.h>

typedef struct side {
    hui_topic topic;
    hui_list points; /* hui_string */
} side;

typedef struct versus {
    const side *left, *right;
    int style;
    hui_string mark;
} versus;

enum { STYLE_VERSUS, STYLE_PROS_CONS, STYLE_BEFORE_AFTER };

static const hui_word style_words[] = {{"versus", "VS between equals"},
                                       {"pros-cons", "checks at the left, crosses at the right"},
                                       {"before-after", "an arrow from the left, which is quiet, to the right"},
                                       {0}};

static const hui_field side_fields[] = {
    HUI_TOPIC_FIELDS(side, topic),
    HUI_FIELD(side, points, TEXTS, "what speaks for it, one below the other"),
};
static const hui_record side_record = {"versus side", "one side", side_fields, HUI_FIELD_COUNT(side_fields),
                                       sizeof(side),  "label"};

static const hui_field fields[] = {
    HUI_FIELD(versus, left, OBJECT, "the left side, or the upper one where there is no room", .required = true,
              .record = &side_record),
    HUI_FIELD(versus, right, OBJECT, "the right side", .required = true, .record = &side_record),
    HUI_FIELD(versus, style, ENUM, "what the sides are to each other", "\"versus\"", .words = style_words),
    HUI_FIELD(versus, mark, STRING, "one or two characters between the sides instead of VS"),
};

static const double mark_size = 76, ring = 6, lap = 8, mark_pad = 12;

/* Between the cards, and over their edges, in a ring of the ground's colour. */
static hui_box *mark_of(const hui_build *b, const versus *p, bool upright)
{
    const hui_block_inks solid = hui_solid_of(b);
    hui_box *disc = hui_box_stack(b);
    disc->align = HUI_ALIGN_CENTER;
    disc->justify = HUI_JUSTIFY_CENTER;
    disc->min_width = mark_size;
    disc->min_height = mark_size;
    disc->has_self = true;
    disc->self = HUI_ALIGN_CENTER;
    hui_box_pad(disc, 12, mark_pad);
    hui_look *look = hui_box_look(b, disc);
    look->fill = b->ground == HUI_GROUND_STRONG ? solid.fill : b->theme->palette.gold_light;
    look->border = hui_ground_color(b);
    look->border_width = ring;
    hui_look_radius(look, mark_size / 2);
    const hui_color ink = b->theme->palette.gold_dark;
    if (p->mark.text || p->style != STYLE_BEFORE_AFTER)
        hui_box_add(disc, hui_part_text(b, p->mark.text ? p->mark : hui_text_at("VS", (hui_place){0}),
                                        (hui_text_look){.type = HUI_TYPE_NAME,
                                                        .color = ink,
                                                        .on = look->fill,

                                                        .role = HUI_ROLE_PARAGRAPH,
                                                        .kind = "mark"}));
    else
        hui_box_add(disc, hui_part_icon(b, (hui_string){.text = upright ? "arrow-down" : "arrow-right"}, 40, ink));
    return disc;
}

static hui_box *side_box(const hui_build *b, const versus *p, const side *s, bool right)
{
    static const char *const markers[3][2] = {
        [STYLE_VERSUS] = {NULL, NULL}, [STYLE_PROS_CONS] = {"check", "x"}, [STYLE_BEFORE_AFTER] = {NULL, NULL}};
    const bool quiet = p->style == STYLE_BEFORE_AFTER ? !right : right;
    const hui_build mine = hui_build_topic(b, &s->topic);
    hui_topic rest = s->topic;
    rest.label = (hui_string){0};
    const hui_color quiet_fill = p->style == STYLE_BEFORE_AFTER ? b->theme->palette.secondary : mine.accent->dark;
    const hui_side one = {.title = s->topic.label,
                          .topic = rest,
                          .texts = s->points,
                          .marker = markers[p->style][right],
                          .head = quiet && !s->topic.accent && b->ground != HUI_GROUND_STRONG ? quiet_fill
                                                                                              : (hui_color){0}};
    hui_box *box = hui_side_box(&mine, &one);
    box->grow = 1;
    return box;
}

/* The mark stands in the middle of the gap and laps over both cards' edges. */
static hui_box *side_by_side(const hui_build *b, hui_box *left, hui_box *mark, hui_box *right, double gap)
{
    hui_box *stack = hui_box_stack(b), *row = hui_box_row(b, gap, HUI_ALIGN_STRETCH), *over = hui_box_column(b, 0);
    hui_box_add(row, left);
    hui_box_add(row, right);
    hui_box_add(stack, row);
    over->out_of_flow = true;
    over->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(over, mark);
    if (mark)
        hui_box_add(stack, over);
    return stack;
}

/* As wide as its words on one line. */
static double mark_width(const hui_build *b, const versus *p)
{
    const hui_extent words = hui_leaf_extent(
        hui_part_text(b, p->mark, (hui_text_look){.type = HUI_TYPE_NAME, .role = HUI_ROLE_PARAGRAPH, .kind = "mark"}));
    return fmax(words.max + 2 * mark_pad, mark_size);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const versus *p = props;
    const bool marked = p->style != STYLE_PROS_CONS || (p->mark.text && p->mark.text[0]);
    const double across = mark_width(b, p), gap = marked ? across - 2 * lap : b->theme->measures.gap;
    const bool beside = (b->room - gap) / 2 >= hui_side_least && across < 2 * mark_size;
    const hui_build group = hui_build_group(b),
                    inner = hui_build_within(&group, beside ? (b->room - gap) / 2 : b->room);
    hui_box *left = side_box(&inner, p, p->left, false), *mark = marked ? mark_of(b, p, !beside) : NULL,
            *right = side_box(&inner, p, p->right, true);
    if (beside)
        return side_by_side(b, left, mark, right, gap);
    hui_box *column = hui_box_column(b, 12);
    hui_box_add(column, left);
    hui_box_add(column, mark);
    hui_box_add(column, right);
    return column;
}

const hui_panel_kind hui_panel_versus = {
    .record = {"versus", "two sides set against each other", fields, HUI_FIELD_COUNT(fields), sizeof(versus), NULL},
    .build = build};
