/* treemap: parts as areas of one rectangle. Squarified: M. Bruls, K. Huizing, J. van Wijk, "Squarified treemaps", Data Visualization 2000
 * (Proceedings of the Joint Eurographics and IEEE TCVG Symposium on Visualization), 33-42. */
#include "structure/cells.h"
#include "structure/key.h"
#include "structure/node.h"

#include <math.h>

typedef struct treemap {
    hui_list items;
    double ratio;
} treemap;

static const hui_field fields[] = {
    HUI_FIELD(treemap, items, LIST,
              "the parts; their values are their areas, and those of parts with items below them the sum of these",
              .required = true, .record = &hui_topic_tree_record),
    HUI_FIELD(treemap, ratio, NUMBER, "height by width at least; more where words need it", "0.5", .min = 0.2,
              .max = 3),
};

static const double gap = 4, head_pad_x = 14, head_pad_y = 12, group_pad = 8, least_group = 40, most_head = 0.5;
/* It becomes higher by steps, up to these shares of its width, where that lets all words stand in their parts. */
static const double most_ratio = 1, narrow_most = 2, growth = 1.25, narrow_room = 480;

typedef struct mapping {
    hui_build build;
    hui_cell *cells;
    size_t count;
} mapping;

/* The worst ratio of sides in a row of parts from `smallest` to `largest`, `sum` together, along a side. */
static double worst(double smallest, double largest, double sum, double side)
{
    return fmax(side * side * largest / (sum * sum), sum * sum / (side * side * smallest));
}

/* How many parts, from the first on, make the row whose parts are nearest to squares. */
static size_t row_length(const double *areas, const size_t *order, size_t count, double side, double *sum)
{
    size_t length = 1;
    const double largest = areas[order[0]];
    *sum = largest;
    while (length < count) {
        const double next = areas[order[length]];
        if (worst(next, largest, *sum + next, side) > worst(areas[order[length - 1]], largest, *sum, side))
            break;
        *sum += next;
        length++;
    }
    return length;
}

/* The parts' rectangles, which fill `rect`; `areas` fill it too. */
static void squarify(const double *areas, const size_t *order, size_t count, hui_rect rect, hui_rect *into)
{
    for (size_t done = 0; done < count;) {
        const bool upright = rect.w >= rect.h; /* the row stands at the left; else it lies on top */
        const double side = upright ? rect.h : rect.w;
        double sum;
        const size_t length = row_length(areas, order + done, count - done, side, &sum);
        const double depth = sum / side;
        double at = 0;
        for (size_t i = 0; i < length; i++) {
            const double share = areas[order[done + i]] / depth;
            into[order[done + i]] =
                upright ? (hui_rect){rect.x, rect.y + at, depth, share} : (hui_rect){rect.x + at, rect.y, share, depth};
            at += share;
        }
        if (upright)
            rect = (hui_rect){rect.x + depth, rect.y, fmax(rect.w - depth, 0), rect.h};
        else
            rect = (hui_rect){rect.x, rect.y + depth, rect.w, fmax(rect.h - depth, 0)};
        done += length;
    }
}

/* What its words need at the top of a group, 1 where that would leave too little to what is in it. */
static double head_of(const hui_build *b, const hui_cell *cell)
{
    const double width = cell->rect.w - 2 * head_pad_x;
    if (!hui_topic_has_words(cell->topic) || width <= 0)
        return 1;
    const hui_build on = hui_build_on(b, cell->ground), inner = hui_build_within(&on, width);
    const double height = hui_height_at(&inner, hui_key_words(&inner, cell->topic, cell->fill), width) + head_pad_y;
    return height <= cell->rect.h * most_head && cell->rect.h - height - group_pad >= least_group ? height : 1;
}

static void add_parts(mapping *m, hui_list list, hui_rect rect, const hui_color *fill);

static void add_part(mapping *m, const hui_topic *topic, hui_rect rect, hui_color fill, bool inner)
{
    const hui_rect cell = hui_rect_inset(rect, fmin(gap / 2, fmin(rect.w, rect.h) / 4));
    hui_cell *added = &m->cells[m->count++];
    *added = (hui_cell){topic, cell, fill, hui_rank_ground(&m->build, HUI_NODE_MAIN), 0};
    if (!topic->items.count)
        return;
    const hui_node_rank rank = inner ? HUI_NODE_PLAIN : HUI_NODE_SECOND;
    added->fill = hui_rank_fill(&m->build, rank);
    added->ground = hui_rank_ground(&m->build, rank);
    added->head = head_of(&m->build, added);
    const double pad = fmin(group_pad, fmin(cell.w, cell.h) / 8), top = fmax(added->head, pad);
    add_parts(m, topic->items, (hui_rect){cell.x + pad, cell.y + top, cell.w - 2 * pad, cell.h - top - pad}, &fill);
}

/* The parts of a part have its colour. */
static void add_parts(mapping *m, hui_list list, hui_rect rect, const hui_color *fill)
{
    const hui_topic *topics = list.at;
    double *areas = HUI_NEW_ARRAY(m->build.arena, double, list.count), sum = 0;
    hui_rect *rects = HUI_NEW_ARRAY(m->build.arena, hui_rect, list.count);
    for (size_t i = 0; i < list.count; i++)
        sum += areas[i] = hui_topic_amount(&m->build, &topics[i]);
    for (size_t i = 0; i < list.count; i++)
        areas[i] *= rect.w * rect.h / sum;
    const size_t *order = hui_by_amount(&m->build, areas, list.count);
    squarify(areas, order, list.count, rect, rects);
    for (size_t i = 0; i < list.count; i++) {
        const size_t n = order[i];
        const hui_color shade = topics[n].accent ? topics[n].accent->fill
                                : fill           ? *fill
                                                 : hui_main_fill(&m->build, i, list.count);
        add_part(m, &topics[n], rects[n], shade, fill);
    }
}

static hui_box *build(const hui_build *b, const void *props)
{
    const treemap *p = props;
    mapping m = {.build = *b, .cells = HUI_NEW_ARRAY(b->arena, hui_cell, hui_topics_count(p->items))};
    const double least = b->room * p->ratio,
                 most = fmax(least, b->room * (b->room < narrow_room ? narrow_most : most_ratio));
    for (double height = round(least);; height = round(height * growth)) {
        m.count = 0;
        add_parts(&m, p->items, (hui_rect){-gap / 2, -gap / 2, b->room + gap, height + gap}, NULL);
        if (height * growth > most || hui_cells_hold(b, m.cells, m.count))
            return hui_cells_build(b, m.cells, m.count, height, "treemap");
    }
}

const hui_panel_kind hui_panel_treemap = {
    .record = {"treemap", "parts as areas of one rectangle", fields, HUI_FIELD_COUNT(fields), sizeof(treemap), NULL},
    .build = build};
