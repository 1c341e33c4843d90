/* Rings: topics around a centre. */
#include "structure/ring.h"

#include "structure/figure.h"
#include "structure/node.h"
#include "structure/sector.h"

#include <math.h>

static const double limits[] = {240, 200, 168, 144, 120};
static const double gap = 20, center_gap = 36, icon_size = 32, line_width = 3, arrow = 14;
/* The height of the oval by its width: as low as its boxes allow, but neither flatter nor higher than this. */
static const double least_ratio = 0.56, most_ratio = 2.4, round_ratio = 0.9, step = 8;
/* Boxes whose text needs more lines than this at some width stand in a list instead. */
static const double most_lines = 6;

enum { LIMIT_COUNT = sizeof limits / sizeof *limits };

typedef struct oval {
    const hui_ring *spec;
    hui_build build;
    hui_rect *rects; /* of all topics, then of the centre */
    size_t count;
    hui_point middle;
    double rx, ry;
} oval;

static bool overlap(hui_rect a, hui_rect b, double apart)
{
    return a.x < b.x + b.w + apart && b.x < a.x + a.w + apart && a.y < b.y + b.h + apart && b.y < a.y + a.h + apart;
}

static void place(oval *o)
{
    for (size_t i = 0; i < o->count; i++) {
        hui_rect *r = &o->rects[i];
        const double angle = (-90 + 360 * (double)i / (double)o->count) * HUI_PI / 180;
        r->x = round(o->middle.x + o->rx * cos(angle) - r->w / 2);
        r->y = round(o->middle.y + o->ry * sin(angle) - r->h / 2);
    }
    hui_rect *center = &o->rects[o->count];
    center->x = round(o->middle.x - center->w / 2);
    center->y = round(o->middle.y - center->h / 2);
}

/* Boxes near each other on the oval are near in order. */
static bool is_free(const oval *o)
{
    for (size_t i = 0; i < o->count; i++) {
        if (o->spec->center && overlap(o->rects[i], o->rects[o->count], center_gap))
            return false;
        for (size_t j = i + 1; j < o->count; j++)
            if (overlap(o->rects[i], o->rects[j], gap))
                return false;
    }
    return true;
}

/* The lowest oval of that width on which no box meets another. */
static bool find_oval(oval *o, double width)
{
    double widest = 0, highest = 0;
    for (size_t i = 0; i < o->count; i++) {
        widest = fmax(widest, o->rects[i].w);
        highest = fmax(highest, o->rects[i].h);
    }
    o->rx = (width - widest) / 2;
    o->middle.x = width / 2;
    for (double ratio = least_ratio; o->rx > 0 && o->rx * ratio < width * most_ratio; ratio += step / o->rx) {
        o->ry = ceil(o->rx * ratio);
        o->middle.y = o->ry + highest / 2;
        place(o);
        if (is_free(o))
            return true;
    }
    return false;
}

static hui_node_look look_of(bool is_center)
{
    return (hui_node_look){
        .rank = is_center ? HUI_NODE_MAIN : HUI_NODE_SECOND, .upright = true, .mark_size = icon_size};
}

static bool build_boxes(oval *o, hui_spot *spots, double limit)
{
    for (size_t i = 0; i <= o->count; i++) {
        const hui_topic *topic = i < o->count ? o->spec->relation.topics[i] : o->spec->center;
        if (!topic)
            continue;
        const hui_sized_node node = hui_node_sized(&o->build, topic, look_of(i == o->count), limit);
        if (hui_topic_extent(&o->build, topic, (hui_topic_look){.compact = true}).max > limit * most_lines)
            return false;
        o->rects[i] = (hui_rect){0, 0, node.width, node.height};
        spots[i].box = node.box;
    }
    return true;
}

/* A circle is nicer than an oval, if it is not too large. */
static double wanted_width(const oval *o)
{
    double sum = 0;
    for (size_t i = 0; i < o->count; i++)
        sum += o->rects[i].w + gap;
    return fmin(o->build.room, fmax(560, sum * 0.6));
}

static hui_point middle_of(hui_rect r, hui_rect at)
{
    return (hui_point){at.x + r.x + r.w / 2, at.y + r.y + r.h / 2};
}

static hui_point on_quad(hui_point a, hui_point c, hui_point b, double t)
{
    const double u = 1 - t;
    return (hui_point){u * u * a.x + 2 * u * t * c.x + t * t * b.x, u * u * a.y + 2 * u * t * c.y + t * t * b.y};
}

/* Where the curve enters the box in which it ends. */
static double entry_of(hui_point a, hui_point c, hui_point b, hui_rect box)
{
    double outside = 0.3, inside = 1;
    for (int i = 0; i < 24; i++) {
        const double t = (outside + inside) / 2;
        const hui_point p = on_quad(a, c, b, t);
        const bool in = p.x > box.x && p.x < box.x + box.w && p.y > box.y && p.y < box.y + box.h;
        *(in ? &inside : &outside) = t;
    }
    return outside;
}

static void add_arrow(hui_path *path, hui_point from, hui_point tip)
{
    const double length = fmax(hypot(tip.x - from.x, tip.y - from.y), 1e-6);
    const double dx = (tip.x - from.x) / length * arrow, dy = (tip.y - from.y) / length * arrow;
    const hui_point points[] = {
        tip, {tip.x - dx - dy / 2, tip.y - dy + dx / 2}, {tip.x - dx + dy / 2, tip.y - dy - dx / 2}};
    hui_path_polygon(path, points, 3);
}

/* Edges bend towards the middle, so that they do not run over the boxes between their ends. */
static void draw_edges(const oval *o, hui_rect at, hui_scene *scene)
{
    static const double bend = 0.45;
    hui_path lines = hui_path_new(scene->arena), heads = hui_path_new(scene->arena);
    const hui_point middle = {at.x + o->middle.x, at.y + o->middle.y};
    for (size_t i = 0; i < o->spec->relation.edge_count; i++) {
        const hui_edge *edge = &o->spec->relation.edges[i];
        if (edge->from == edge->to)
            continue;
        const hui_point a = middle_of(o->rects[edge->from], at), b = middle_of(o->rects[edge->to], at);
        const hui_point half = {(a.x + b.x) / 2, (a.y + b.y) / 2},
                        c = {half.x + (middle.x - half.x) * bend, half.y + (middle.y - half.y) * bend};
        hui_rect box = o->rects[edge->to];
        box.x += at.x;
        box.y += at.y;
        hui_path_move(&lines, a.x, a.y);
        hui_path_quad(&lines, c.x, c.y, b.x, b.y);
        const double t = entry_of(a, c, b, hui_rect_inset(box, -3));
        if (o->spec->arrows)
            add_arrow(&heads, on_quad(a, c, b, t - 0.03), on_quad(a, c, b, t));
    }
    hui_scene_path(scene, lines, hui_paint_none(), hui_stroke_line(hui_link_color(&o->build), line_width));
    hui_scene_path(scene, heads, hui_paint_solid(hui_inks_of(&o->build).icon), hui_stroke_none());
}

static void draw_spokes(const oval *o, hui_rect at, hui_scene *scene)
{
    hui_path lines = hui_path_new(scene->arena);
    const hui_point middle = {at.x + o->middle.x, at.y + o->middle.y};
    for (size_t i = 0; i < o->count; i++) {
        const hui_point end = middle_of(o->rects[i], at);
        hui_path_move(&lines, middle.x, middle.y);
        hui_path_line(&lines, end.x, end.y);
    }
    hui_scene_path(scene, lines, hui_paint_none(), hui_stroke_line(hui_link_color(&o->build), line_width));
}

static void draw_oval(const oval *o, hui_rect at, hui_scene *scene)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_circle(&path, 0, 0, 1);
    hui_path_transform(&path, 0, (hui_matrix){o->rx, 0, 0, o->ry, at.x + o->middle.x, at.y + o->middle.y});
    hui_scene_path(scene, path, hui_paint_none(), hui_stroke_line(hui_link_color(&o->build), line_width));
}

static void draw_ring(const void *data, hui_rect at, hui_scene *scene)
{
    const oval *o = data;
    if (o->spec->center)
        draw_spokes(o, at, scene);
    else if (o->spec->relation.edge_count)
        draw_edges(o, at, scene);
    else if (o->count > 1)
        draw_oval(o, at, scene);
}

/* First on a circle, then on an oval as wide as the room. */
static bool find_places(oval *o)
{
    const double wanted = wanted_width(o);
    return (find_oval(o, wanted) && o->ry <= o->rx / round_ratio) || find_oval(o, o->build.room);
}

hui_box *hui_ring_build(const hui_build *b, const hui_ring *spec)
{
    const size_t count = spec->relation.count;
    oval *o = HUI_NEW(b->arena, oval);
    *o = (oval){.spec = hui_arena_copy(b->arena, spec, sizeof *spec), .build = hui_build_group(b), .count = count};
    o->rects = HUI_NEW_ARRAY(b->arena, hui_rect, count + 1);
    hui_spot *spots = HUI_NEW_ARRAY(b->arena, hui_spot, count + 1);
    for (int i = 0; i < LIMIT_COUNT; i++) {
        if (!build_boxes(o, spots, limits[i]))
            return NULL;
        if (find_places(o))
            break;
        if (i + 1 == LIMIT_COUNT)
            return NULL;
    }
    double highest = 0;
    for (size_t i = 0; i < count; i++)
        highest = fmax(highest, o->rects[i].y + o->rects[i].h);
    for (size_t i = 0; i <= count; i++)
        spots[i].rect = o->rects[i];
    const hui_spot center = spots[count];
    for (size_t i = count; i > 0; i--)
        spots[i] = spots[i - 1];
    spots[0] = center; /* read first */
    const hui_figure figure = {
        2 * o->middle.x, fmax(highest, o->rects[count].y + o->rects[count].h), spots, count + 1, draw_ring, o,
        spec->kind};
    return hui_figure_build(b, &figure, NULL, 0);
}
