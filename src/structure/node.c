/* Nodes: topics as boxes that links join. */
#include "structure/node.h"

#include "structure/key.h"

#include <math.h>

static const double pad_x = 16, pad_y = 12, radius = 14, mark_gap = 12;
/* Words get this much side by side before they wrap. */
static const double least_words = 104;

/* Neighbouring ranks differ on every ground. */
hui_ground hui_rank_ground(const hui_build *b, hui_node_rank rank)
{
    const bool light = b->ground == HUI_GROUND_PAPER || b->ground == HUI_GROUND_CARD;
    switch (rank) {
    case HUI_NODE_MAIN:
        return b->ground == HUI_GROUND_STRONG ? HUI_GROUND_GOLD : HUI_GROUND_STRONG;
    case HUI_NODE_SECOND:
        return light ? HUI_GROUND_TINT : HUI_GROUND_CARD;
    case HUI_NODE_PLAIN:
        break;
    }
    return HUI_GROUND_CARD;
}

hui_color hui_rank_fill(const hui_build *b, hui_node_rank rank)
{
    const hui_palette *p = &b->theme->palette;
    const hui_ground ground = hui_rank_ground(b, rank);
    return ground == HUI_GROUND_STRONG ? b->accent->fill
           : ground == HUI_GROUND_GOLD ? p->gold_tint
           : ground == HUI_GROUND_TINT ? b->accent->tint
                                       : p->card;
}

static void dress(const hui_build *b, hui_box *box, hui_node_rank rank)
{
    hui_look *look = hui_box_look(b, box);
    hui_look_radius(look, radius);
    look->fill = hui_rank_fill(b, rank);
    if (rank != HUI_NODE_MAIN) {
        look->border = b->accent->line;
        look->border_width = b->theme->measures.line;
    }
    hui_look_role(look, HUI_ROLE_LIST_ITEM, "node");
}

static hui_box *mark_of(const hui_build *b, const hui_topic *topic, const hui_node_look *look)
{
    if (topic->image.text)
        return hui_topic_mark(b, topic, 0, look->mark_size, false);
    return hui_topic_icon(b, topic, look->mark_size, hui_inks_of(b).icon);
}

static hui_extent words_extent(const hui_box *words)
{
    hui_extent extent = {0, 0};
    for (const hui_box *leaf = words ? words->first : NULL; leaf; leaf = leaf->next) {
        const hui_extent one = hui_leaf_extent(leaf);
        extent.min = fmax(extent.min, one.min);
        extent.max = fmax(extent.max, one.max);
    }
    extent.min = fmax(extent.min, fmin(extent.max, least_words));
    return extent;
}

hui_node hui_node_build(const hui_build *build, const hui_topic *topic, hui_node_look look)
{
    const hui_build own = hui_build_topic(build, topic);
    hui_build inner = hui_build_on(&own, hui_rank_ground(&own, look.rank));
    hui_color on = look.rank == HUI_NODE_MAIN && inner.ground == HUI_GROUND_STRONG ? own.accent->fill : (hui_color){0};
    hui_box *mark = mark_of(&inner, topic, &look);
    hui_box *words = hui_topic_words(
        &inner, topic,
        (hui_topic_look){.align = look.start || (mark && !look.upright) ? HUI_TEXT_START : HUI_TEXT_CENTER,
                         .compact = true,
                         .plain = look.rank == HUI_NODE_PLAIN,
                         .on = on});
    hui_box *box = mark && !look.upright ? hui_box_row(&inner, mark_gap, HUI_ALIGN_CENTER) : hui_box_column(&inner, 4);
    box->justify = HUI_JUSTIFY_CENTER;
    hui_box_pad(box, pad_y, pad_x);
    if (mark && look.upright) {
        mark->self = HUI_ALIGN_CENTER;
        mark->has_self = true;
    }
    hui_box_add(box, mark);
    hui_box_add(box, mark && !look.upright ? hui_grow(words) : words);
    dress(&own, box, look.rank);
    hui_extent extent = words_extent(words);
    const double around = 2 * pad_x + (mark && !look.upright ? look.mark_size + (words ? mark_gap : 0) : 0);
    if (mark && look.upright)
        extent = (hui_extent){fmax(extent.min, look.mark_size), fmax(extent.max, look.mark_size)};
    return (hui_node){box, {ceil(extent.min + around), ceil(extent.max + around)}};
}

hui_color hui_link_color(const hui_build *b)
{
    return b->ground == HUI_GROUND_STRONG ? hui_inks_of(b).secondary
                                          : hui_color_mix(b->accent->line, b->accent->color, 0.35);
}

hui_color hui_main_fill(const hui_build *b, size_t index, size_t count)
{
    return b->ground == HUI_GROUND_STRONG ? hui_rank_fill(b, HUI_NODE_MAIN) : hui_shade(b, index, count);
}

hui_sized_node hui_node_sized(const hui_build *b, const hui_topic *topic, hui_node_look look, double limit)
{
    const hui_build trial = hui_build_group(b);
    const hui_node measured = hui_node_build(&trial, topic, look);
    const double width = ceil(fmax(measured.extent.min, fmin(measured.extent.max, limit)));
    return (hui_sized_node){hui_node_build(b, topic, look).box, width, ceil(hui_height_at(b, measured.box, width))};
}
