/* graph: a directed graph in layers. */
#include "structure/figure.h"
#include "structure/layered.h"
#include "structure/node.h"
#include "structure/relation_list.h"

#include <math.h>

typedef struct graph {
    hui_list items, links;
    int direction;
} graph;

static const hui_word direction_words[] = {{"down", NULL}, {"right", NULL}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(graph, items, LIST, "the topics; without them the links name them", .record = &hui_relation_item_record),
    HUI_FIELD(graph, links, LIST, "arrows between them; laid out by Graphviz, which must be installed",
              .record = &hui_relation_labelled_record),
    HUI_FIELD(graph, direction, ENUM, "where arrows lead; the other way where there is no room", "\"down\"",
              .words = direction_words),
};

static const double limits[] = {240, 200, 160, 130, 110};
static const double icon_size = 28, most_lines = 6, line_width = 3, arrow_width = 12, label_limit = 150, label_pad = 6;

enum { LIMIT_COUNT = sizeof limits / sizeof *limits };

typedef struct plan {
    hui_build build;
    hui_relation relation;
    hui_layered layout;
    hui_spot *spots; /* of topics, then of labels */
    bool *has_source;
} plan;

static bool build_nodes(plan *p, double limit)
{
    for (size_t i = 0; i < p->relation.count; i++) {
        const hui_topic *topic = p->relation.topics[i];
        if (hui_topic_extent(&p->build, topic, (hui_topic_look){.compact = true}).max > limit * most_lines)
            return false;
        const hui_node_look look = {.rank = p->has_source[i] ? HUI_NODE_SECOND : HUI_NODE_MAIN, .mark_size = icon_size};
        const hui_sized_node node = hui_node_sized(&p->build, topic, look, limit);
        p->layout.nodes[i] = (hui_layered_node){node.width, node.height, {0, 0}};
        p->spots[i] = (hui_spot){node.box, {0, 0, node.width, node.height}};
    }
    return true;
}

static hui_box *label_of(const hui_build *b, hui_string label)
{
    return hui_part_text(b, label,
                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                         .color = hui_inks_of(b).secondary,
                                         .align = HUI_TEXT_CENTER,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static void build_labels(plan *p)
{
    for (size_t e = 0; e < p->relation.edge_count; e++) {
        hui_box *measured = label_of(&p->build, p->relation.edges[e].label);
        hui_layered_edge *edge = &p->layout.edges[e];
        *edge = (hui_layered_edge){.from = p->relation.edges[e].from, .to = p->relation.edges[e].to};
        if (!measured)
            continue;
        const hui_extent extent = hui_leaf_extent(measured);
        edge->label_width = fmax(extent.min, fmin(extent.max, label_limit));
        edge->label_height = hui_height_at(&p->build, measured, edge->label_width);
        p->spots[p->relation.count + e] =
            (hui_spot){label_of(&p->build, p->relation.edges[e].label), {0, 0, edge->label_width, edge->label_height}};
        edge->label_width += 2 * label_pad;
    }
}

/* False if Graphviz cannot, after a diagnostic. */
static bool find(plan *p, bool sidewards, hui_place place)
{
    p->layout.sidewards = sidewards;
    const char *fault = hui_layered_find(p->build.arena, &p->layout);
    if (fault)
        hui_diags_add(p->build.diags, HUI_CODE_UNSUPPORTED, place, fault, "graphs here");
    return !fault;
}

static void set_spots(plan *p)
{
    for (size_t i = 0; i < p->relation.count; i++) {
        const hui_layered_node *node = &p->layout.nodes[i];
        p->spots[i].rect.x = round(node->middle.x - node->width / 2);
        p->spots[i].rect.y = round(node->middle.y - node->height / 2);
    }
    for (size_t e = 0; e < p->relation.edge_count; e++) {
        hui_rect *r = &p->spots[p->relation.count + e].rect;
        r->x = round(p->layout.edges[e].label.x - r->w / 2);
        r->y = round(p->layout.edges[e].label.y - r->h / 2);
    }
}

static void add_arrow(hui_path *path, hui_point from, hui_point tip)
{
    const double length = hypot(tip.x - from.x, tip.y - from.y);
    if (length < 1e-6)
        return;
    const double x = (tip.y - from.y) / length * arrow_width / 2, y = -(tip.x - from.x) / length * arrow_width / 2;
    const hui_point points[] = {tip, {from.x + x, from.y + y}, {from.x - x, from.y - y}};
    hui_path_polygon(path, points, 3);
}

static hui_point moved(hui_point p, hui_rect at)
{
    return (hui_point){p.x + at.x, p.y + at.y};
}

static void draw_graph(const void *data, hui_rect at, hui_scene *scene)
{
    const plan *p = data;
    hui_path lines = hui_path_new(scene->arena), heads = hui_path_new(scene->arena);
    for (size_t e = 0; e < p->layout.edge_count; e++) {
        const hui_layered_edge *edge = &p->layout.edges[e];
        if (!edge->count)
            continue;
        const hui_point start = moved(edge->points[0], at);
        hui_path_move(&lines, start.x, start.y);
        for (size_t i = 1; i + 2 < edge->count; i += 3) {
            const hui_point a = moved(edge->points[i], at), b = moved(edge->points[i + 1], at),
                            c = moved(edge->points[i + 2], at);
            hui_path_curve(&lines, a.x, a.y, b.x, b.y, c.x, c.y);
        }
        add_arrow(&heads, moved(edge->points[edge->count - 1], at), moved(edge->tip, at));
    }
    const hui_color color = hui_link_color(&p->build);
    hui_scene_path(scene, lines, hui_paint_none(), hui_stroke_line(color, line_width));
    hui_scene_path(scene, heads, hui_paint_solid(color), hui_stroke_none());
}

static hui_box *figure_of(plan *p)
{
    set_spots(p);
    const hui_figure figure = {ceil(p->layout.width),
                               ceil(p->layout.height),
                               p->spots,
                               p->relation.count + p->relation.edge_count,
                               draw_graph,
                               p,
                               "graph"};
    return hui_figure_build(&p->build, &figure, NULL, 0);
}

static plan *plan_new(const hui_build *b, const graph *g)
{
    plan *p = HUI_NEW(b->arena, plan);
    *p = (plan){.build = hui_build_group(b), .relation = hui_relation_read(b, g->items, g->links)};
    const size_t count = p->relation.count, edge_count = p->relation.edge_count;
    p->layout = (hui_layered){.nodes = HUI_NEW_ARRAY(b->arena, hui_layered_node, count),
                              .count = count,
                              .edges = HUI_NEW_ARRAY(b->arena, hui_layered_edge, edge_count),
                              .edge_count = edge_count};
    p->spots = HUI_NEW_ARRAY(b->arena, hui_spot, count + edge_count);
    p->has_source = HUI_NEW_ARRAY(b->arena, bool, count);
    for (size_t e = 0; e < edge_count; e++)
        p->has_source[p->relation.edges[e].to] = true;
    return p;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const graph *g = props;
    plan *p = plan_new(b, g);
    if (!p->relation.count)
        return hui_box_column(b, 0);
    build_labels(p);
    for (int i = 0; i < LIMIT_COUNT && build_nodes(p, limits[i]); i++)
        for (int way = 0; way < 2; way++) {
            if (!find(p, (g->direction == 1) != (way == 1), g->links.place))
                return hui_relation_list(b, &p->relation, "graph");
            if (p->layout.width <= b->room)
                return figure_of(p);
        }
    return hui_relation_list(b, &p->relation, "graph");
}

const hui_panel_kind hui_panel_graph = {
    .record = {"graph", "a directed graph in layers", fields, HUI_FIELD_COUNT(fields), sizeof(graph), NULL},
    .build = build};
