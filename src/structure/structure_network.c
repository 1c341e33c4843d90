/* network: topics that attract each other along their links. */
#include "structure/figure.h"
#include "structure/forces.h"
#include "structure/node.h"
#include "structure/relation_list.h"

#include <math.h>
#include <stdlib.h>

typedef struct network {
    hui_list items, links;
    int seed;
} network;

static const hui_field fields[] = {
    HUI_RELATION_FIELDS(network, "the topics; without them the links name them",
                        "which belong together; lines are as wide as their values say"),
    HUI_FIELD(network, seed, INTEGER, "another number finds another arrangement", "1", .min = 0, .max = 1000000),
};

static const double limits[] = {220, 180, 150, 120};
static const double gap = 34, icon_size = 28, most_lines = 5, thinnest = 2.5, thickest = 9;
/* The drawing's first height by its width; boxes that find no place make it higher. */
static const double ratio = 0.62, most_ratio = 2.6, growth = 1.15;
/* The drawing has this many times the area of its boxes, and as many of them side by side; points fill it, unless they stand on a line. */
static const double spacious = 5, least_across = 2.4, least_extent = 0.3;
enum { LIMIT_COUNT = sizeof limits / sizeof *limits, ROUNDS = 400, MOST_IN_A_COLUMN = 3 };

typedef struct plan {
    hui_build build;
    hui_relation relation;
    hui_rect *boxes;
    hui_point *points; /* where forces put them, in a square of side 1 */
    double width, height, most_value;
} plan;

/* By left edges. */
typedef struct ranked {
    double x;
    size_t index;
} ranked;

static int compare(const void *a, const void *b)
{
    const ranked *first = a, *second = b;
    if (first->x != second->x)
        return first->x < second->x ? -1 : 1;
    return first->index < second->index ? -1 : 1;
}

/* Moves two that meet apart by half of what they overlap, in the direction where that is least. */
static bool part(hui_rect *a, hui_rect *b)
{
    const double x = fmin(a->x + a->w, b->x + b->w) - fmax(a->x, b->x) + gap,
                 y = fmin(a->y + a->h, b->y + b->h) - fmax(a->y, b->y) + gap;
    if (x <= 0.5 || y <= 0.5)
        return false;
    if (x < y) {
        const double way = a->x + a->w / 2 <= b->x + b->w / 2 ? x / 2 : -x / 2;
        a->x -= way;
        b->x += way;
    } else {
        const double way = a->y + a->h / 2 <= b->y + b->h / 2 ? y / 2 : -y / 2;
        a->y -= way;
        b->y += way;
    }
    return true;
}

static void keep_inside(const plan *p, hui_rect *r)
{
    r->x = fmax(0, fmin(r->x, p->width - r->w));
    r->y = fmax(0, fmin(r->y, p->height - r->h));
}

/* One sweep from the left to the right; whether all were free. */
static bool part_all(plan *p, ranked *order)
{
    bool free = true;
    const size_t count = p->relation.count;
    for (size_t i = 0; i < count; i++)
        order[i] = (ranked){p->boxes[i].x, i};
    qsort(order, count, sizeof *order, compare);
    for (size_t i = 0; i < count; i++) {
        hui_rect *a = &p->boxes[order[i].index];
        const double right = a->x + a->w + gap;
        for (size_t j = i + 1; j < count && order[j].x < right; j++)
            free &= !part(a, &p->boxes[order[j].index]);
    }
    for (size_t i = 0; i < count; i++)
        keep_inside(p, &p->boxes[i]);
    return free;
}

static bool fits(plan *p, ranked *order)
{
    for (size_t i = 0; i < p->relation.count; i++) {
        hui_rect *r = &p->boxes[i];
        r->x = p->points[i].x * (p->width - r->w);
        r->y = p->points[i].y * (p->height - r->h);
        if (r->w > p->width)
            return false;
    }
    for (int i = 0; i < ROUNDS; i++)
        if (part_all(p, order))
            return true;
    return false;
}

/* The lowest drawing in which all boxes find a place. */
static bool find_places(plan *p)
{
    ranked *order = HUI_NEW_ARRAY(p->build.arena, ranked, p->relation.count + 1);
    double area = 0, widest = 0;
    for (size_t i = 0; i < p->relation.count; i++) {
        area += (p->boxes[i].w + gap) * (p->boxes[i].h + gap);
        widest = fmax(widest, p->boxes[i].w);
    }
    if (p->relation.count > MOST_IN_A_COLUMN && 2 * widest + gap > p->build.room)
        return false;
    p->width = floor(fmin(p->build.room, fmax(widest * least_across, sqrt(area * spacious))));
    for (p->height = fmax(p->width * fmin(ratio, 0.2 + 0.06 * (double)p->relation.count), area * 1.5 / p->width);
         p->height < p->width * most_ratio; p->height *= growth)
        if (fits(p, order))
            return true;
    return false;
}

static bool build_boxes(plan *p, hui_spot *spots, double limit)
{
    for (size_t i = 0; i < p->relation.count; i++) {
        const hui_topic *topic = p->relation.topics[i];
        if (hui_topic_extent(&p->build, topic, (hui_topic_look){.compact = true}).max > limit * most_lines)
            return false;
        const hui_sized_node node =
            hui_node_sized(&p->build, topic, (hui_node_look){.rank = HUI_NODE_SECOND, .mark_size = icon_size}, limit);
        p->boxes[i] = (hui_rect){0, 0, node.width, node.height};
        spots[i].box = node.box;
    }
    return true;
}

static void draw_network(const void *data, hui_rect at, hui_scene *scene)
{
    const plan *p = data;
    for (size_t e = 0; e < p->relation.edge_count; e++) {
        const hui_edge *edge = &p->relation.edges[e];
        const hui_rect a = p->boxes[edge->from], b = p->boxes[edge->to];
        hui_path path = hui_path_new(scene->arena);
        hui_path_move(&path, at.x + a.x + a.w / 2, at.y + a.y + a.h / 2);
        hui_path_line(&path, at.x + b.x + b.w / 2, at.y + b.y + b.h / 2);
        const double width = thinnest + (thickest - thinnest) * (edge->value - 1) / fmax(p->most_value - 1, 1);
        hui_scene_path(scene, path, hui_paint_none(),
                       hui_stroke_line(hui_link_color(&p->build), fmax(thinnest, width)));
    }
}

/* Down to the boxes, which do not fill the drawing to its edges. */
static void crop(plan *p)
{
    hui_rect all = p->boxes[0];
    for (size_t i = 1; i < p->relation.count; i++)
        all = hui_rect_union(all, p->boxes[i]);
    for (size_t i = 0; i < p->relation.count; i++) {
        p->boxes[i].x = round(p->boxes[i].x - all.x);
        p->boxes[i].y = round(p->boxes[i].y - all.y);
    }
    p->width = ceil(all.w);
    p->height = ceil(all.h);
}

static void run_forces(plan *p, int seed)
{
    hui_force_edge *edges = HUI_NEW_ARRAY(p->build.arena, hui_force_edge, p->relation.edge_count);
    for (size_t e = 0; e < p->relation.edge_count; e++) {
        edges[e] = (hui_force_edge){p->relation.edges[e].from, p->relation.edges[e].to};
        p->most_value = fmax(p->most_value, p->relation.edges[e].value);
    }
    const size_t count = p->relation.count;
    p->points = HUI_NEW_ARRAY(p->build.arena, hui_point, count);
    hui_forces(p->build.arena, p->points, count, edges, p->relation.edge_count, 1, (unsigned)seed);
    hui_point most = {least_extent, least_extent};
    for (size_t i = 0; i < count; i++)
        most = (hui_point){fmax(most.x, p->points[i].x), fmax(most.y, p->points[i].y)};
    for (size_t i = 0; i < count; i++)
        p->points[i] = (hui_point){p->points[i].x / most.x, p->points[i].y / most.y};
}

static hui_box *build(const hui_build *b, const void *props)
{
    const network *n = props;
    plan *p = HUI_NEW(b->arena, plan);
    *p = (plan){.build = hui_build_group(b), .relation = hui_relation_read(b, n->items, n->links)};
    if (!p->relation.count)
        return hui_box_column(b, 0);
    p->boxes = HUI_NEW_ARRAY(b->arena, hui_rect, p->relation.count);
    hui_spot *spots = HUI_NEW_ARRAY(b->arena, hui_spot, p->relation.count);
    run_forces(p, n->seed);
    for (int i = 0; i < LIMIT_COUNT; i++) {
        if (!build_boxes(p, spots, limits[i]))
            break;
        if (!find_places(p))
            continue;
        crop(p);
        for (size_t k = 0; k < p->relation.count; k++)
            spots[k].rect = p->boxes[k];
        const hui_figure figure = {p->width, p->height, spots, p->relation.count, draw_network, p, "network"};
        return hui_figure_build(b, &figure, NULL, 0);
    }
    return hui_relation_list(b, &p->relation, "network");
}

const hui_panel_kind hui_panel_network = {.record = {"network", "topics that attract each other along their links",
                                                     fields, HUI_FIELD_COUNT(fields), sizeof(network), NULL},
                                          .build = build};
