/* nested: boxes in boxes. */
#include "structure/node.h"

#include <math.h>

typedef struct nested {
    hui_list items;
    int columns;
} nested;

static const hui_field fields[] = {
    HUI_FIELD(nested, items, LIST, "the boxes, each with those in it", .required = true,
              .record = &hui_topic_tree_record),
    HUI_FIELD(nested, columns, INTEGER, "the most boxes side by side; as many as have room if absent", "0", .min = 0,
              .max = 12),
};

static const double gap = 14, pad = 18, radius = 16, least_leaf = 150, mark = 40, mark_gap = 12;
enum { USUAL_MOST = 4 };

static hui_box *box_of(const hui_build *build, const hui_topic *topic, size_t level, int columns);

static hui_extent content_extent(const hui_build *b, const hui_topic *topic)
{
    hui_extent extent = hui_topic_extent(b, topic, (hui_topic_look){.compact = true});
    if (topic->icon.text || topic->image.text)
        extent.min += mark + mark_gap;
    const hui_topic *below = topic->items.at;
    for (size_t i = 0; i < topic->items.count; i++)
        extent.min = fmax(extent.min, content_extent(b, &below[i]).min);
    extent.min += 2 * pad;
    return extent;
}

/* The most columns in which no word breaks, and of which the last row is not nearly empty. */
static size_t columns_of(const hui_build *b, hui_list list, int most)
{
    const hui_topic *topics = list.at;
    double least = least_leaf;
    bool deep = false;
    for (size_t i = 0; i < list.count; i++) {
        least = fmax(least, content_extent(b, &topics[i]).min);
        deep |= topics[i].items.count > 0;
    }
    if (deep)
        least = fmax(least, least_leaf + 2 * pad + 60);
    double columns = fmax(1, floor((b->room + gap) / (least + gap)));
    columns = fmin(columns, most > 0 ? most : USUAL_MOST);
    const double rows = ceil((double)list.count / columns);
    return (size_t)fmax(1, ceil((double)list.count / fmax(rows, 1)));
}

static hui_box *grid_of(const hui_build *b, hui_list list, size_t level, int most)
{
    const hui_topic *topics = list.at;
    const size_t columns = columns_of(b, list, most);
    hui_length *tracks = HUI_NEW_ARRAY(b->arena, hui_length, columns);
    for (size_t i = 0; i < columns; i++)
        tracks[i] = (hui_length){1, HUI_UNIT_FR};
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    hui_box_tracks(b, grid, (hui_lengths){tracks, columns});
    grid->gap = grid->row_gap = gap;
    const hui_build inner = hui_build_in_tracks(b, (hui_lengths){tracks, columns}, gap, 0, 1);
    for (size_t i = 0; i < list.count; i++)
        hui_box_add(grid, box_of(&inner, &topics[i], level, 0));
    return grid;
}

static hui_box *head_of(const hui_build *b, const hui_topic *topic)
{
    hui_box *icon = topic->image.text ? hui_topic_mark(b, topic, 0, mark, false)
                                      : hui_topic_icon(b, topic, mark * 0.8, hui_inks_of(b).icon);
    hui_box *words = hui_topic_words(b, topic, (hui_topic_look){.compact = true});
    if (!icon)
        return words;
    hui_box *row = hui_box_row(b, mark_gap, HUI_ALIGN_CENTER);
    hui_box_add(row, icon);
    hui_box_add(row, hui_grow(words));
    return row;
}

/* Neighbouring levels differ on every ground: tint, card, tint, and so on. */
static hui_node_rank rank_of(const hui_build *b)
{
    return b->ground == HUI_GROUND_TINT || b->ground == HUI_GROUND_STRONG ? HUI_NODE_PLAIN : HUI_NODE_SECOND;
}

static hui_box *box_of(const hui_build *build, const hui_topic *topic, size_t level, int columns)
{
    const hui_build mine = hui_build_topic(build, topic);
    const hui_node_rank rank = rank_of(&mine);
    const hui_build on = hui_build_on(&mine, hui_rank_ground(&mine, rank)),
                    inner = hui_build_within(&on, on.room - 2 * pad);
    hui_box *box = hui_box_column(&mine, gap);
    hui_box_pad(box, pad, pad);
    hui_look *look = hui_box_look(&mine, box);
    look->fill = hui_rank_fill(&mine, rank);
    look->border = mine.accent->line;
    look->border_width = mine.theme->measures.line;
    hui_look_radius(look, fmax(radius - 4 * (double)level, 8));
    hui_look_role(look, HUI_ROLE_LIST_ITEM, "box");
    hui_box_add(box, head_of(&inner, topic));
    if (topic->items.count)
        hui_box_add(box, hui_grow(grid_of(&inner, topic->items, level + 1, columns)));
    else
        box->justify = HUI_JUSTIFY_CENTER;
    return box;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const nested *p = props;
    const hui_build inner = hui_build_group(b);
    hui_box *list = grid_of(&inner, p->items, 0, p->columns);
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, "nested");
    return list;
}

const hui_panel_kind hui_panel_nested = {
    .record = {"nested", "boxes in boxes", fields, HUI_FIELD_COUNT(fields), sizeof(nested), NULL}, .build = build};
