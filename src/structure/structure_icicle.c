/* icicle: parts of parts, in columns from the left to the right. */
#include "structure/cells.h"
#include "structure/node.h"

#include <math.h>

typedef struct icicle {
    hui_list items;
} icicle;

static const hui_field fields[] = {
    HUI_FIELD(icicle, items, LIST,
              "the parts; their values are their heights, and those of parts with items below them the sum of these",
              .required = true, .record = &hui_topic_tree_record),
};

static const double gap = 4;
/* The drawing is so high that the least part has a line of words, within these shares of its width; and higher by steps where that lets
 * all words stand in their parts. */
static const double line = 60, least_ratio = 0.3, usual_ratio = 0.6, most_ratio = 1.3, growth = 1.3;
static const double narrow_most = 2.2, narrow_room = 480;

typedef struct stacking {
    hui_build build;
    hui_cell *cells;
    size_t count;
    double column;
} stacking;

static double least_amount(const hui_build *b, hui_list list)
{
    const hui_topic *topics = list.at;
    double least = INFINITY;
    for (size_t i = 0; i < list.count; i++)
        least = fmin(least, topics[i].items.count ? least_amount(b, topics[i].items) : hui_topic_amount(b, &topics[i]));
    return least;
}

/* The first column in shades, the others in the ranks of nodes. */
static void add_column(stacking *s, hui_list list, size_t level, double y, double per_amount)
{
    const hui_topic *topics = list.at;
    for (size_t i = 0; i < list.count; i++) {
        const double height = hui_topic_amount(&s->build, &topics[i]) * per_amount;
        const hui_node_rank rank = level == 0 ? HUI_NODE_MAIN : level == 1 ? HUI_NODE_SECOND : HUI_NODE_PLAIN;
        const hui_build mine = hui_build_topic(&s->build, &topics[i]);
        const double x = (double)level * s->column;
        const hui_rect rect = {x, y, topics[i].items.count ? s->column - gap : s->build.room - x,
                               fmax(height - fmin(gap, height / 4), 0)};
        hui_color fill = hui_rank_fill(&mine, rank);
        if (level == 0 && !topics[i].accent)
            fill = hui_main_fill(&s->build, i, list.count);
        s->cells[s->count++] = (hui_cell){&topics[i], rect, fill, hui_rank_ground(&mine, rank), 0};
        add_column(s, topics[i].items, level + 1, y, per_amount);
        y += height;
    }
}

static double first_height(const hui_build *b, hui_list items, double amount)
{
    const double wanted = line * amount / least_amount(b, items);
    return round(fmax(b->room * least_ratio, fmin(b->room * usual_ratio, wanted)));
}

static hui_box *build(const hui_build *b, const void *props)
{
    const icicle *p = props;
    stacking s = {.build = *b, .cells = HUI_NEW_ARRAY(b->arena, hui_cell, hui_topics_count(p->items))};
    const double amount = hui_topics_amount(b, p->items),
                 most = b->room * (b->room < narrow_room ? narrow_most : most_ratio);
    s.column = (b->room + gap) / fmax(1, (double)hui_topics_depth(p->items));
    for (double height = first_height(b, p->items, amount);; height = round(height * growth)) {
        s.count = 0;
        add_column(&s, p->items, 0, 0, (height + gap) / fmax(amount, 1e-300));
        if (height >= most || hui_cells_hold(b, s.cells, s.count))
            return hui_cells_build(b, s.cells, s.count, height, "icicle");
    }
}

const hui_panel_kind hui_panel_icicle = {
    .record = {"icicle", "parts of parts, in columns", fields, HUI_FIELD_COUNT(fields), sizeof(icicle), NULL},
    .build = build};
