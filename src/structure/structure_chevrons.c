/* chevrons: steps in arrows that push each other on. */
#include "structure/block.h"
#include "structure/shelf.h"

#include <math.h>

typedef struct chevrons {
    hui_list items;
} chevrons;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(chevrons, "the steps; their texts stand below the arrows"),
};

static const double point = 28, upright_point = 20, gap_between = 8, pad_y = 20, pad_x = 12, icon_size = 40,
                    least_height = 88;

/* To the right; the left edge is notched as the neighbour's point needs it. */
static void chevron(hui_path *path, hui_rect r, const void *data)
{
    const bool *first = data;
    const hui_point points[] = {
        {r.x, r.y},       {r.x + r.w - point, r.y},    {r.x + r.w, r.y + r.h / 2}, {r.x + r.w - point, r.y + r.h},
        {r.x, r.y + r.h}, {r.x + point, r.y + r.h / 2}};
    hui_path_polygon(path, points, *first ? 5 : 6);
}

/* Downwards. */
static void plough(hui_path *path, hui_rect r, const void *data)
{
    const bool *first = data;
    const hui_point points[] = {{r.x, r.y},
                                {r.x, r.y + r.h - upright_point},
                                {r.x + r.w / 2, r.y + r.h},
                                {r.x + r.w, r.y + r.h - upright_point},
                                {r.x + r.w, r.y},
                                {r.x + r.w / 2, r.y + upright_point}};
    hui_path_polygon(path, points, *first ? 5 : 6);
}

typedef struct form {
    bool upright;
    size_t index, count;
} form;

static hui_box *words_in(const hui_build *b, const hui_topic *topic, bool upright)
{
    hui_build strong = hui_build_in_block(b);
    strong = hui_build_within(&strong, b->room - 2 * pad_x - (upright ? 0 : 2 * point));
    hui_box *column = hui_box_column(b, 4), *icon = hui_topic_icon(&strong, topic, icon_size, hui_inks_of(&strong).ink);
    column->justify = HUI_JUSTIFY_CENTER;
    if (icon) {
        icon->self = HUI_ALIGN_CENTER;
        icon->has_self = true;
        hui_box_add(column, icon);
    }
    hui_box_add(column, hui_topic_words(&strong, topic,
                                        (hui_topic_look){.align = HUI_TEXT_CENTER,
                                                         .no_text = true,
                                                         .plain = true,
                                                         .on = hui_block_fill(b, topic->accent, 0, 1)}));
    return column;
}

static hui_box *arrow_of(const hui_build *b, const hui_topic *topic, form f)
{
    hui_box *inner = words_in(b, topic, f.upright), *outer = hui_box_column(b, 0);
    bool *first = HUI_NEW(b->arena, bool);
    *first = f.index == 0;
    hui_box_pad(inner, pad_y, pad_x);
    if (f.upright) {
        inner->padding[HUI_BOTTOM] += upright_point;
        inner->padding[HUI_TOP] += *first ? 0 : upright_point / 2;
    } else {
        inner->padding[HUI_LEFT] += *first ? 0 : point;
        inner->padding[HUI_RIGHT] += point;
        inner->min_height = least_height;
    }
    const hui_color fill = hui_block_fill(b, topic->accent, f.index, f.count);
    hui_box_block(b, inner, &(hui_block){.outline = f.upright ? plough : chevron, .data = first, .from = fill});
    hui_box_add(outer, hui_grow(inner));
    return outer;
}

static hui_box *text_below(const hui_build *b, const hui_topic *topic, bool upright)
{
    const hui_topic_look look = {
        .text_only = true, .balance = true, .align = upright ? HUI_TEXT_START : HUI_TEXT_CENTER};
    hui_box *words = hui_topic_words(b, topic, look);
    if (words)
        hui_box_pad(words, 0, upright ? 0 : pad_x + point / 2);
    return words;
}

/* Arrows reach into the notch of the next. */
static hui_shelf *shelf_of(const hui_build *b, size_t columns, size_t count)
{
    hui_shelf *s = HUI_NEW(b->arena, hui_shelf);
    *s = (hui_shelf){.arena = b->arena, .columns = columns, .count = count, .body_gap = 12};
    s->gap = columns > 1 ? gap_between - point : 0;
    s->row_gap = columns > 1 ? b->theme->measures.gap : 16;
    s->at = HUI_NEW_ARRAY(b->arena, hui_shelf_cell, count);
    return s;
}

static double least_arrow(const hui_build *b, const chevrons *p)
{
    const hui_topic_look inside = {.no_text = true, .align = HUI_TEXT_CENTER}, below = {.text_only = true};
    const double label = hui_topics_column(b, p->items, sizeof(hui_topic), inside),
                 text = hui_topics_extent(b, p->items, sizeof(hui_topic), below).min;
    return fmax(label + 2 * point + 2 * pad_x, text + 2 * pad_x + point);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const chevrons *p = props;
    const size_t count = p->items.count,
                 columns = hui_columns_fit(b->room, gap_between - point, least_arrow(b, p), count);
    const bool upright = columns < 2 && count > 1;
    const hui_build group = hui_build_group(b);
    hui_shelf *s = shelf_of(b, columns, count);
    const hui_build cell = hui_build_within(&group, hui_column_width(b->room, s->gap, columns));
    for (size_t i = 0; i < count; i++) {
        const hui_topic *topic = hui_topic_at(p->items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(&cell, topic);
        s->at[i].head = arrow_of(&mine, topic, (form){upright, i, count});
        s->at[i].body = text_below(&mine, topic, upright);
    }
    return hui_topic_list(b, hui_shelf_box(b, s, NULL), "chevrons");
}

const hui_panel_kind hui_panel_chevrons = {.record = {"chevrons", "steps in arrows that push each other on", fields,
                                                      HUI_FIELD_COUNT(fields), sizeof(chevrons), NULL},
                                           .build = build};
