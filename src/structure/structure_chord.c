/* chord: who has how much to do with whom, as bands across a circle. */
#include "structure/figure.h"
#include "structure/node.h"
#include "structure/relation.h"
#include "structure/sector.h"

#include <math.h>
#include <stdlib.h>

typedef struct chord {
    hui_list items, links;
} chord;

static const hui_field fields[] = {
    HUI_RELATION_FIELDS(chord, "the topics around the circle; without them the links name them",
                        "what goes from one to another; values are widths"),
};

static const double largest = 560, ring_width = 22, label_gap = 12, gap_degrees = 2.5, widest_label = 220,
                    number_size = 34;
static const double least_diameter = 240, line_width = 1.5, number_gap = 4;
/* Of the colour of a topic its bands have this share. The first half of the topics has colours from the accent's dark one to its fill, the
 * other half pale ones: numbers can be read on all of them. */
static const double band_mix = 0.5, pale = 0.55, palest = 0.28, most_ground = 0.5;

typedef struct member {
    const hui_topic *topic;
    double value, from, to; /* degrees */
    hui_color color;
} member;

/* One end of a band, on its member's arc. */
typedef struct end {
    size_t member, edge, turn; /* how far around the other member is */
    bool leaving;
    double from, to; /* degrees */
} end;

typedef struct wheel {
    hui_build build;
    hui_relation relation;
    member *members;
    end *ends; /* two of each edge: 2 e leaves, 2 e + 1 arrives */
    double radius;
    hui_point center;
} wheel;

static hui_color color_of(const hui_build *b, const hui_topic *topic, size_t index, size_t count)
{
    if (topic->accent)
        return topic->accent->color;
    if (b->theme->series_count)
        return hui_theme_series(b->theme, hui_ground_color(b), index);
    const double share = count > 1 ? (double)index / (double)(count - 1) : 0;
    if (b->ground == HUI_GROUND_STRONG)
        return hui_color_mix(b->theme->palette.gold_light, hui_ground_color(b), share * most_ground);
    if (share < 0.5)
        return hui_color_mix(b->accent->dark, b->accent->fill, 2 * share);
    return hui_color_mix(hui_ground_color(b), b->accent->color, pale + (palest - pale) * (2 * share - 1));
}

/* The one of the palette's inks, light and dark, that is read best on that colour. */
static hui_color ink_on(const hui_build *b, hui_color color)
{
    const hui_palette *p = &b->theme->palette;
    const hui_color inks[] = {p->ink, p->on_strong, p->paper, p->gold_dark};
    hui_color best = inks[0];
    for (size_t i = 1; i < sizeof inks / sizeof *inks; i++)
        if (hui_color_contrast(inks[i], color) > hui_color_contrast(best, color))
            best = inks[i];
    return best;
}

static int compare_ends(const void *a, const void *b)
{
    const end *first = a, *second = b;
    if (first->member != second->member)
        return first->member < second->member ? -1 : 1;
    if (first->turn != second->turn)
        return first->turn > second->turn ? -1 : 1;
    if (first->edge != second->edge)
        return first->edge < second->edge ? -1 : 1;
    return (int)first->leaving - (int)second->leaving;
}

static void set_members(wheel *w)
{
    const hui_relation *r = &w->relation;
    for (size_t i = 0; i < r->count; i++)
        w->members[i] = (member){.topic = r->topics[i], .color = color_of(&w->build, r->topics[i], i, r->count)};
    for (size_t e = 0; e < r->edge_count; e++) {
        w->members[r->edges[e].from].value += r->edges[e].value;
        w->members[r->edges[e].to].value += r->edges[e].value;
    }
    double sum = 0;
    for (size_t i = 0; i < r->count; i++)
        sum += w->members[i].value = r->edge_count ? w->members[i].value : 1;
    const double gap = r->count > 1 ? fmin(gap_degrees, 120 / (double)r->count) : 0;
    const double per_value = (360 - gap * (double)r->count) / fmax(sum, 1e-300);
    double at = -90 + gap / 2;
    for (size_t i = 0; i < r->count; i++) {
        w->members[i].from = at;
        w->members[i].to = at + w->members[i].value * per_value;
        at = w->members[i].to + gap;
    }
}

/* Ends stand on an arc in the order in which the others follow around the circle, so that bands cross little. */
static void set_ends(wheel *w)
{
    const hui_relation *r = &w->relation;
    end *sorted = HUI_NEW_ARRAY(w->build.arena, end, 2 * r->edge_count);
    for (size_t e = 0; e < r->edge_count; e++) {
        const size_t from = r->edges[e].from, to = r->edges[e].to;
        sorted[2 * e] = (end){from, e, (to + r->count - from) % r->count, true, 0, 0};
        sorted[2 * e + 1] = (end){to, e, (from + r->count - to) % r->count, false, 0, 0};
    }
    if (r->edge_count)
        qsort(sorted, 2 * r->edge_count, sizeof *sorted, compare_ends);
    double at = 0;
    for (size_t i = 0; i < 2 * r->edge_count; i++) {
        const member *m = &w->members[sorted[i].member];
        if (i == 0 || sorted[i].member != sorted[i - 1].member)
            at = m->from;
        const double sweep = (m->to - m->from) * r->edges[sorted[i].edge].value / m->value;
        sorted[i].from = at;
        sorted[i].to = at += sweep;
        w->ends[2 * sorted[i].edge + !sorted[i].leaving] = sorted[i];
    }
}

static void draw_band(const wheel *w, size_t e, hui_point center, hui_scene *scene)
{
    const end *a = &w->ends[2 * e], *b = &w->ends[2 * e + 1];
    const double r = w->radius - ring_width - 3;
    const hui_point start = hui_on_circle(center, r, a->from), other = hui_on_circle(center, r, b->from);
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, start.x, start.y);
    hui_path_arc(&path, center.x, center.y, r, a->from, a->to);
    hui_path_quad(&path, center.x, center.y, other.x, other.y);
    hui_path_arc(&path, center.x, center.y, r, b->from, b->to);
    hui_path_quad(&path, center.x, center.y, start.x, start.y);
    hui_path_close(&path);
    const hui_color ground = hui_ground_color(&w->build);
    hui_scene_path(scene, path, hui_paint_solid(hui_color_mix(ground, w->members[a->member].color, band_mix)),
                   hui_stroke_line(ground, line_width));
}

static void draw_chord(const void *data, hui_rect at, hui_scene *scene)
{
    const wheel *w = data;
    const hui_point center = {at.x + w->center.x, at.y + w->center.y};
    for (size_t e = 0; e < w->relation.edge_count; e++)
        draw_band(w, e, center, scene);
    for (size_t i = 0; i < w->relation.count; i++) {
        const member *m = &w->members[i];
        if (m->to <= m->from)
            continue;
        hui_path path = hui_path_new(scene->arena);
        hui_path_sector(&path, (hui_sector){center, w->radius - ring_width, w->radius, m->from, m->to});
        hui_scene_path(scene, path, hui_paint_solid(m->color), hui_stroke_none());
    }
}

static bool meet(hui_rect a, hui_rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* A box of that size that touches the circle around the ring, beside its member's middle. */
static hui_rect beside_at(const wheel *w, size_t i, double width, double height, double gap)
{
    const double angle = (w->members[i].from + w->members[i].to) / 2;
    const hui_point p = hui_on_circle(w->center, w->radius + gap, angle);
    const double across = cos(angle * HUI_PI / 180), down = sin(angle * HUI_PI / 180);
    return (hui_rect){round(p.x + (across - 1) / 2 * width), p.y + (down - 1) / 2 * height, width, height};
}

static double distance_to(hui_point p, hui_rect r)
{
    return hypot(p.x - fmax(r.x, fmin(p.x, r.x + r.w)), p.y - fmax(r.y, fmin(p.y, r.y + r.h)));
}

/* A box of that size outside of the circle around the ring, beside its member's middle. */
static hui_rect beside(const wheel *w, size_t i, double width, double height, double gap)
{
    static const double step = 4;
    hui_rect box;
    double away = gap;
    do {
        box = beside_at(w, i, width, height, away);
        away += step;
    } while (distance_to(w->center, box) < w->radius + gap - 1);
    return box;
}

static hui_box *words_of(const wheel *w, size_t i)
{
    const double across = cos((w->members[i].from + w->members[i].to) / 2 * HUI_PI / 180);
    const hui_build mine = hui_build_topic(&w->build, w->members[i].topic), group = hui_build_group(&mine);
    return hui_topic_words(&group, w->members[i].topic,
                           (hui_topic_look){.align = across > 0.3    ? HUI_TEXT_START
                                                     : across < -0.3 ? HUI_TEXT_END
                                                                     : HUI_TEXT_CENTER,
                                            .compact = true,
                                            .plain = true});
}

/* Labels around the circle; false if they have no room there or meet each other. */
static bool place_labels(wheel *w, hui_spot *spots, double *above, double *below)
{
    const double limit = fmin(widest_label, floor((w->build.room - least_diameter) / 2 - label_gap));
    if (limit < 90)
        return false;
    double widest = 0, highest = 0;
    for (size_t i = 0; i < w->relation.count; i++) {
        hui_box *measured = words_of(w, i);
        if (!measured)
            continue;
        spots[i].rect.h = hui_height_at(&w->build, measured, limit);
        spots[i].rect.w = fmin(ceil(measured->extent.max), limit);
        widest = fmax(widest, spots[i].rect.w);
        highest = fmax(highest, spots[i].rect.h);
        if (!isfinite(spots[i].rect.h) || measured->extent.max > limit * 4)
            return false;
    }
    w->radius = floor(fmin(largest, w->build.room - 2 * (widest + label_gap)) / 2);
    w->center = (hui_point){w->radius + widest + label_gap, w->radius + highest + label_gap};
    *above = INFINITY;
    *below = 0;
    for (size_t i = 0; i < w->relation.count; i++) {
        spots[i].rect = beside(w, i, spots[i].rect.w, spots[i].rect.h, label_gap);
        for (size_t j = 0; j < i; j++)
            if (meet(spots[i].rect, spots[j].rect))
                return false;
        *above = fmin(*above, spots[i].rect.y);
        *below = fmax(*below, spots[i].rect.y + spots[i].rect.h);
        spots[i].box = words_of(w, i);
        if (spots[i].box)
            hui_look_role(hui_box_look(&w->build, spots[i].box), HUI_ROLE_LIST_ITEM, "member");
    }
    return true;
}

/* Numbers around the circle instead, those that have room; the key explains them. */
static size_t place_numbers(wheel *w, hui_spot *spots, hui_key_entry *entries)
{
    const size_t count = w->relation.count;
    const double around = number_size + number_gap;
    w->radius = floor((fmin(largest, w->build.room) - 2 * around) / 2);
    w->center = (hui_point){w->radius + around, w->radius + around};
    for (size_t i = 0; i < count; i++) {
        const hui_rect rect = beside(w, i, number_size, number_size, number_gap);
        bool free = true;
        for (size_t j = 0; j < i; j++)
            free &= !spots[j].box || !meet(rect, spots[j].rect);
        spots[i] = (hui_spot){NULL, rect};
        if (free) {
            spots[i].box = hui_box_column(&w->build, 0);
            hui_box_add(spots[i].box, hui_key_mark(&w->build, i + 1, hui_ground_color(&w->build), (hui_color){0}));
        }
        entries[i] = (hui_key_entry){w->members[i].topic, free ? i + 1 : 0, w->members[i].color, w->build.ground,
                                     ink_on(&w->build, w->members[i].color)};
    }
    return count;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const chord *p = props;
    wheel *w = HUI_NEW(b->arena, wheel);
    *w = (wheel){.build = *b, .relation = hui_relation_read(b, p->items, p->links)};
    const size_t count = w->relation.count;
    w->members = HUI_NEW_ARRAY(b->arena, member, count);
    w->ends = HUI_NEW_ARRAY(b->arena, end, 2 * w->relation.edge_count);
    set_members(w);
    set_ends(w);
    hui_spot *spots = HUI_NEW_ARRAY(b->arena, hui_spot, count);
    hui_key_entry *entries = HUI_NEW_ARRAY(b->arena, hui_key_entry, count);
    double above, below;
    if (!place_labels(w, spots, &above, &below)) {
        const size_t entry_count = place_numbers(w, spots, entries);
        const hui_figure figure = {2 * w->center.x, 2 * w->center.y, spots, count, draw_chord, w, "chord"};
        return hui_figure_build(b, &figure, entries, entry_count);
    }
    const double top = fmin(above, w->center.y - w->radius), bottom = fmax(below, w->center.y + w->radius);
    w->center.y -= top;
    for (size_t i = 0; i < count; i++)
        spots[i].rect.y -= top;
    const hui_figure figure = {2 * w->center.x, bottom - top, spots, count, draw_chord, w, "chord"};
    return hui_figure_build(b, &figure, NULL, 0);
}

const hui_panel_kind hui_panel_chord = {.record = {"chord", "who has how much to do with whom, across a circle", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(chord), NULL},
                                        .build = build};
