/* waterfall: cards of their own heights in columns, each where there is room first (masonry). */
#include "structure/shelf.h"

#include <math.h>

typedef struct waterfall {
    hui_list items;
    int columns;
} waterfall;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(waterfall, "the cards; an `image` fills the head of its card"),
    HUI_FIELD(waterfall, columns, INTEGER, "at most so many side by side; as many as have room if 0", "0", .min = 0,
              .max = 12),
};

enum { MOST_COLUMNS = 12 };

static const double icon_disc = 56, mark_gap = 12;

typedef struct layout {
    size_t columns;
    double gap;
} layout;

static hui_extent waterfall_widths(void *data, const hui_box *box)
{
    const layout *l = data;
    hui_extent extent = {0, 0};
    for (const hui_box *child = box->first; child; child = child->next) {
        extent.min = fmax(extent.min, child->extent.min);
        extent.max = fmax(extent.max, child->extent.max);
    }
    const double n = (double)l->columns, gaps = l->gap * (n - 1);
    return (hui_extent){extent.min * n + gaps, extent.max * n + gaps};
}

static void waterfall_share(void *data, hui_box *box, double width)
{
    const layout *l = data;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = fmax(hui_column_width(width, l->gap, l->columns), 1);
}

/* The column that ends first; of equals the leftmost, so that order can be read. */
static size_t shortest(const double *ends, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (ends[i] < ends[best])
            best = i;
    return best;
}

static double waterfall_arrange(void *data, hui_box *box, double width, double height)
{
    (void)height;
    const layout *l = data;
    const double column = hui_column_width(width, l->gap, l->columns);
    double ends[MOST_COLUMNS] = {0}, foot = 0;
    for (hui_box *child = box->first; child; child = child->next) {
        const size_t at = shortest(ends, l->columns);
        child->rect.x = (double)at * (column + l->gap);
        child->rect.y = ends[at];
        ends[at] += child->rect.h + l->gap;
        foot = fmax(foot, child->rect.y + child->rect.h);
    }
    return foot;
}

static const hui_arranger arranger = {waterfall_widths, waterfall_share, waterfall_arrange};

static hui_box *picture_of(const hui_build *b, const hui_topic *topic)
{
    if (!topic->image.text)
        return NULL;
    const hui_image *image =
        hui_image_read_file(b->arena, topic->image.text, topic->image.text, topic->image.place, b->diags);
    return image ? hui_part_image(b, image, 0, 0, false) : NULL;
}

static hui_box *card_of(const hui_build *b, const hui_topic *topic)
{
    const hui_build own = hui_build_topic(b, topic);
    hui_build mine;
    hui_box *card = hui_card_open(&own, &mine), *content = hui_box_column(&mine, mark_gap),
            *picture = picture_of(&mine, topic);
    const hui_build inner = hui_build_within(&mine, b->room - card->padding[HUI_LEFT] - card->padding[HUI_RIGHT]);
    for (int side = 0; side < 4; side++) {
        content->padding[side] = card->padding[side];
        card->padding[side] = 0;
    }
    hui_box *line = hui_box_row(&inner, 0, HUI_ALIGN_START);
    if (!picture)
        hui_box_add(line, hui_topic_mark(&inner, topic, 0, icon_disc, false));
    if (line->first)
        hui_box_add(content, line);
    hui_box_add(content, hui_topic_words(&inner, topic, (hui_topic_look){.balance = true}));
    hui_box_add(card, picture);
    if (content->first)
        hui_box_add(card, content);
    hui_look *look = hui_box_look(&mine, card);
    look->clip = picture != NULL;
    hui_look_role(look, HUI_ROLE_LIST_ITEM, "topic");
    return card;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const waterfall *p = props;
    const hui_measures *m = &b->theme->measures;
    const hui_build inner = hui_build_group(b);
    const double least = hui_topics_column(b, p->items, sizeof(hui_topic), (hui_topic_look){0}) + 2 * m->card_x;
    size_t columns = hui_columns_fit(b->room, m->gap, least, p->items.count);
    if (columns > MOST_COLUMNS)
        columns = MOST_COLUMNS;
    if (p->columns > 0 && (size_t)p->columns < columns)
        columns = (size_t)p->columns;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){columns, m->gap};
    hui_box *box = hui_box_free(b->arena, &arranger, l);
    const hui_build cell = hui_build_within(&inner, hui_column_width(b->room, m->gap, columns));
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(box, card_of(&cell, hui_topic_at(p->items, sizeof(hui_topic), i)));
    return hui_topic_list(b, box, "waterfall");
}

const hui_panel_kind hui_panel_waterfall = {.record = {"waterfall", "cards of their own heights in columns", fields,
                                                       HUI_FIELD_COUNT(fields), sizeof(waterfall), NULL},
                                            .build = build};
