/* sankey: flows between topics, as bands as wide as what flows. Columns by the longest way from a source; places in a column by iterative
 * relaxation, as d3-sankey does it: each node moves towards the weighted middle of its neighbours, then collisions are resolved. */
#include "structure/figure.h"
#include "structure/node.h"
#include "structure/relation_list.h"

#include <math.h>
#include <stdlib.h>

typedef struct sankey {
    hui_list items, links;
} sankey;

static const hui_field fields[] = {
    HUI_RELATION_FIELDS(sankey, "what flows lead from and to; without them the links name them",
                        "the flows, whose values are their widths; they must not lead in circles"),
};

static const double node_width = 16, label_gap = 10, node_gap = 18, radius = 3;
/* What flows in the fullest column has this height by the drawing's width. */
static const double flow_ratio = 0.36, least_height = 200;
/* Of the distance between columns words take at most this share. */
static const double label_share = 0.48, least_label = 80, most_lines = 5;
enum { ROUNDS = 32 };

typedef struct station {
    const hui_topic *topic;
    size_t column;
    double in, out, value; /* sums of flows; the larger */
    double y, h;           /* px */
    hui_sized_node words;
    bool labels_left;
} station;

typedef struct diagram {
    hui_build build;
    hui_relation relation;
    station *at;
    size_t *order; /* stations by column, then from the top */
    size_t *first; /* of each column, in order; and one more */
    size_t columns;
    double width, height, step, scale;
    double *from_y, *to_y; /* upper ends of flows */
} diagram;

/* The longest way from a source; false if flows lead in a circle. Each round settles the stations of one more column. */
static bool find_columns(diagram *d)
{
    const hui_relation *r = &d->relation;
    size_t *waiting = HUI_NEW_ARRAY(d->build.arena, size_t, r->count),
           *queue = HUI_NEW_ARRAY(d->build.arena, size_t, r->count);
    size_t *next = HUI_NEW_ARRAY(d->build.arena, size_t, r->edge_count),
           *head = HUI_NEW_ARRAY(d->build.arena, size_t, r->count);
    for (size_t e = 0; e < r->edge_count; e++) {
        waiting[r->edges[e].to]++;
        next[e] = head[r->edges[e].from];
        head[r->edges[e].from] = e + 1;
    }
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++)
        if (!waiting[i])
            queue[count++] = i;
    for (size_t done = 0; done < count; done++) {
        const size_t from = queue[done];
        for (size_t e = head[from]; e; e = next[e - 1]) {
            const size_t to = r->edges[e - 1].to;
            if (d->at[from].column + 1 > d->at[to].column)
                d->at[to].column = d->at[from].column + 1;
            if (--waiting[to] == 0)
                queue[count++] = to;
        }
    }
    return count == r->count;
}

/* Stations from which nothing flows stand in the last column. */
static void justify(diagram *d)
{
    for (size_t i = 0; i < d->relation.count; i++)
        if (d->at[i].column + 1 > d->columns)
            d->columns = d->at[i].column + 1;
    for (size_t i = 0; i < d->relation.count; i++)
        if (d->at[i].out <= 0 && d->at[i].in > 0)
            d->at[i].column = d->columns - 1;
}

static void sum_flows(diagram *d)
{
    for (size_t e = 0; e < d->relation.edge_count; e++) {
        d->at[d->relation.edges[e].from].out += d->relation.edges[e].value;
        d->at[d->relation.edges[e].to].in += d->relation.edges[e].value;
    }
    for (size_t i = 0; i < d->relation.count; i++)
        d->at[i].value = fmax(d->at[i].in, d->at[i].out);
}

static void fill_columns(diagram *d)
{
    d->first = HUI_NEW_ARRAY(d->build.arena, size_t, d->columns + 2);
    d->order = HUI_NEW_ARRAY(d->build.arena, size_t, d->relation.count);
    for (size_t i = 0; i < d->relation.count; i++)
        d->first[d->at[i].column + 2]++;
    for (size_t c = 2; c < d->columns + 2; c++)
        d->first[c] += d->first[c - 1];
    for (size_t i = 0; i < d->relation.count; i++)
        d->order[d->first[d->at[i].column + 1]++] = i;
}

static double pitch_of(const station *s)
{
    return fmax(s->h, s->words.height);
}

/* The column's stations by their middles; a few more than sorted already: insertion is linear. */
static void sort_column(diagram *d, size_t column)
{
    for (size_t i = d->first[column] + 1; i < d->first[column + 1]; i++) {
        const size_t moved = d->order[i];
        size_t j = i;
        for (; j > d->first[column] && d->at[d->order[j - 1]].y > d->at[moved].y; j--)
            d->order[j] = d->order[j - 1];
        d->order[j] = moved;
    }
}

/* No station meets another: first pushed down from the top, then up from the bottom. `y` are middles here. */
static void resolve(diagram *d, size_t column)
{
    sort_column(d, column);
    double edge = 0;
    for (size_t i = d->first[column]; i < d->first[column + 1]; i++) {
        station *s = &d->at[d->order[i]];
        s->y = fmax(s->y, edge + pitch_of(s) / 2);
        edge = s->y + pitch_of(s) / 2 + node_gap;
    }
    edge = d->height;
    for (size_t i = d->first[column + 1]; i-- > d->first[column];) {
        station *s = &d->at[d->order[i]];
        s->y = fmin(s->y, edge - pitch_of(s) / 2);
        edge = s->y - pitch_of(s) / 2 - node_gap;
    }
}

/* Towards the weighted middles of the neighbours before them, or after. */
static void relax(diagram *d, bool forward, double alpha)
{
    double *sum = HUI_NEW_ARRAY(d->build.arena, double, d->relation.count),
           *weight = HUI_NEW_ARRAY(d->build.arena, double, d->relation.count);
    for (size_t e = 0; e < d->relation.edge_count; e++) {
        const hui_edge *edge = &d->relation.edges[e];
        const size_t moved = forward ? edge->to : edge->from, other = forward ? edge->from : edge->to;
        sum[moved] += d->at[other].y * edge->value;
        weight[moved] += edge->value;
    }
    for (size_t i = 0; i < d->relation.count; i++)
        if (weight[i] > 0)
            d->at[i].y += (sum[i] / weight[i] - d->at[i].y) * alpha;
    for (size_t c = 0; c < d->columns; c++)
        resolve(d, c);
}

/* What the columns need at that scale: the height of the drawing. */
static double height_needed(const diagram *d)
{
    double height = 0;
    for (size_t c = 0; c < d->columns; c++) {
        double taken = -node_gap;
        for (size_t i = d->first[c]; i < d->first[c + 1]; i++)
            taken += pitch_of(&d->at[d->order[i]]) + node_gap;
        height = fmax(height, taken);
    }
    return ceil(height);
}

/* The fullest column is so high without its gaps. */
static void set_scale(diagram *d)
{
    double most = 0;
    for (size_t c = 0; c < d->columns; c++) {
        double value = 0;
        for (size_t i = d->first[c]; i < d->first[c + 1]; i++)
            value += d->at[d->order[i]].value;
        most = fmax(most, value);
    }
    d->scale = fmax(least_height, d->width * flow_ratio) / fmax(most, 1e-300);
    for (size_t i = 0; i < d->relation.count; i++)
        d->at[i].h = fmax(d->at[i].value * d->scale, 2);
    d->height = height_needed(d);
}

/* Columns begin with even gaps, their stations as they stand in the spec. */
static void spread(diagram *d)
{
    for (size_t c = 0; c < d->columns; c++) {
        double y = 0;
        for (size_t i = d->first[c]; i < d->first[c + 1]; i++) {
            station *s = &d->at[d->order[i]];
            s->y = y + pitch_of(s) / 2;
            y += pitch_of(s) + node_gap;
        }
    }
}

static void place(diagram *d)
{
    spread(d);
    for (int i = 0; i < ROUNDS; i++) {
        const double alpha = pow(0.99, i);
        relax(d, false, alpha);
        relax(d, true, alpha);
    }
}

typedef struct end {
    size_t station, edge;
    double y; /* of the other end */
} end;

static int compare_ends(const void *a, const void *b)
{
    const end *first = a, *second = b;
    if (first->station != second->station)
        return first->station < second->station ? -1 : 1;
    if (first->y != second->y)
        return first->y < second->y ? -1 : 1;
    return first->edge < second->edge ? -1 : 1;
}

/* Flows leave and reach a station in the order of their other ends, so that they do not cross at it. */
static void stack_flows(const diagram *d, bool leaving, double *y)
{
    const hui_relation *r = &d->relation;
    end *ends = HUI_NEW_ARRAY(d->build.arena, end, r->edge_count);
    for (size_t e = 0; e < r->edge_count; e++)
        ends[e] =
            (end){leaving ? r->edges[e].from : r->edges[e].to, e, d->at[leaving ? r->edges[e].to : r->edges[e].from].y};
    if (r->edge_count)
        qsort(ends, r->edge_count, sizeof *ends, compare_ends);
    double at = 0;
    for (size_t i = 0; i < r->edge_count; i++) {
        const station *s = &d->at[ends[i].station];
        if (i == 0 || ends[i].station != ends[i - 1].station)
            at = s->y - s->h / 2;
        y[ends[i].edge] = at;
        at += r->edges[ends[i].edge].value * d->scale;
    }
}

static double x_of(const diagram *d, const station *s)
{
    return d->columns > 1 ? round(d->step * (double)s->column) : 0;
}

static hui_color flow_color(const hui_build *b, const hui_topic *source)
{
    const hui_accent *accent = source->accent ? source->accent : b->accent;
    const bool dark = b->ground == HUI_GROUND_STRONG;
    return hui_color_mix(hui_ground_color(b), dark ? b->theme->palette.on_strong : accent->color, dark ? 0.14 : 0.18);
}

static void draw_flow(const diagram *d, size_t e, hui_rect at, hui_scene *scene)
{
    const hui_edge *edge = &d->relation.edges[e];
    const double h = fmax(edge->value * d->scale, 1), x0 = at.x + x_of(d, &d->at[edge->from]) + node_width,
                 x1 = at.x + x_of(d, &d->at[edge->to]), y0 = at.y + d->from_y[e], y1 = at.y + d->to_y[e],
                 middle = (x0 + x1) / 2;
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, x0, y0);
    hui_path_curve(&path, middle, y0, middle, y1, x1, y1);
    hui_path_line(&path, x1, y1 + h);
    hui_path_curve(&path, middle, y1 + h, middle, y0 + h, x0, y0 + h);
    hui_path_close(&path);
    hui_scene_path(scene, path, hui_paint_solid(flow_color(&d->build, d->at[edge->from].topic)),
                   hui_stroke_line(hui_ground_color(&d->build), 1));
}

static void draw_sankey(const void *data, hui_rect at, hui_scene *scene)
{
    static const double radii[] = {radius, radius, radius, radius};
    const diagram *d = data;
    for (size_t e = 0; e < d->relation.edge_count; e++)
        draw_flow(d, e, at, scene);
    for (size_t i = 0; i < d->relation.count; i++) {
        const station *s = &d->at[i];
        const hui_build mine = hui_build_topic(&d->build, s->topic);
        hui_scene_rect(scene, (hui_rect){at.x + x_of(d, s), at.y + s->y - s->h / 2, node_width, s->h}, radii,
                       hui_paint_solid(hui_rank_fill(&mine, HUI_NODE_MAIN)), hui_stroke_none());
    }
}

static hui_box *words_of(const diagram *d, const station *s)
{
    const hui_build mine = hui_build_topic(&d->build, s->topic), group = hui_build_group(&mine);
    return hui_topic_words(&group, s->topic,
                           (hui_topic_look){.align = s->labels_left ? HUI_TEXT_END : HUI_TEXT_START,
                                            .compact = true,
                                            .plain = true,
                                            .on = flow_color(&d->build, s->topic)});
}

/* False if words need more room than there is between two columns. */
static bool measure_words(diagram *d)
{
    const double limit =
        d->columns > 1 ? floor((d->step - node_width) * label_share - label_gap) : d->width - node_width - label_gap;
    for (size_t i = 0; i < d->relation.count; i++) {
        station *s = &d->at[i];
        s->labels_left = d->columns > 1 && s->column + 1 == d->columns;
        hui_box *measured = words_of(d, s);
        if (!measured)
            continue;
        s->words.height = hui_height_at(&d->build, measured, limit);
        s->words.width = fmin(ceil(measured->extent.max), limit);
        if (limit < least_label || !isfinite(s->words.height) || measured->extent.max > limit * most_lines)
            return false;
        s->words.box = words_of(d, s);
        hui_look_role(hui_box_look(&d->build, s->words.box), HUI_ROLE_LIST_ITEM, "node");
    }
    return true;
}

static hui_spot *spots_of(const diagram *d)
{
    hui_spot *spots = HUI_NEW_ARRAY(d->build.arena, hui_spot, d->relation.count);
    for (size_t i = 0; i < d->relation.count; i++) {
        const station *s = &d->at[d->order[i]];
        const double x = s->labels_left ? x_of(d, s) - label_gap - s->words.width : x_of(d, s) + node_width + label_gap;
        spots[i] = (hui_spot){s->words.box, {x, s->y - s->words.height / 2, s->words.width, s->words.height}};
    }
    return spots;
}

/* Columns, in which flows lead in no circle; false after a diagnostic. */
static bool arrange_columns(diagram *d, hui_place place)
{
    sum_flows(d);
    if (!find_columns(d)) {
        hui_diags_add(d->build.diags, HUI_CODE_OUT_OF_RANGE, place, "a flow must not come back to where it was",
                      "links", "flows that lead in no circle");
        return false;
    }
    justify(d);
    fill_columns(d);
    return true;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const sankey *p = props;
    diagram *d = HUI_NEW(b->arena, diagram);
    *d = (diagram){.build = *b, .relation = hui_relation_read(b, p->items, p->links), .width = b->room};
    d->at = HUI_NEW_ARRAY(b->arena, station, d->relation.count);
    for (size_t i = 0; i < d->relation.count; i++)
        d->at[i].topic = d->relation.topics[i];
    if (!arrange_columns(d, p->links.place))
        return hui_relation_list(b, &d->relation, "sankey");
    d->step = d->columns > 1 ? (d->width - node_width) / (double)(d->columns - 1) : 0;
    if (!measure_words(d))
        return hui_relation_list(b, &d->relation, "sankey");
    set_scale(d);
    place(d);
    d->from_y = HUI_NEW_ARRAY(b->arena, double, d->relation.edge_count);
    d->to_y = HUI_NEW_ARRAY(b->arena, double, d->relation.edge_count);
    stack_flows(d, true, d->from_y);
    stack_flows(d, false, d->to_y);
    const hui_figure figure = {floor(d->width), d->height, spots_of(d), d->relation.count, draw_sankey, d, "sankey"};
    return hui_figure_build(b, &figure, NULL, 0);
}

const hui_panel_kind hui_panel_sankey = {.record = {"sankey", "flows between topics, as wide as what flows", fields,
                                                    HUI_FIELD_COUNT(fields), sizeof(sankey), NULL},
                                         .build = build};
