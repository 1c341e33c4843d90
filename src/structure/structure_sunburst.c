/* sunburst: parts of parts, in rings from the inside to the outside. */
#include "structure/amount.h"
#include "structure/figure.h"
#include "structure/node.h"
#include "structure/sector.h"

#include <math.h>

typedef struct sunburst {
    hui_list items;
} sunburst;

static const hui_field fields[] = {
    HUI_FIELD(sunburst, items, LIST,
              "the parts; their values are their angles, and those of parts with items below them the sum of these",
              .required = true, .record = &hui_topic_tree_record),
};

static const double largest = 720, hole_share = 0.22, one_ring_hole = 0.4, pad = 4, line_width = 2, start = -90;
static const double key_room = 300; /* that stays beside a large drawing */
/* Widths at which words are tried, px. */
static const double widths[] = {200, 150, 116, 90, 72};

enum { WIDTH_COUNT = sizeof widths / sizeof *widths };

typedef struct part {
    const hui_topic *topic;
    hui_sector sector;
    hui_color fill;
    hui_ground ground;
} part;

typedef struct rings {
    hui_build build;
    part *parts;
    size_t count;
    double hole, ring; /* px */
    hui_point center;
} rings;

static void add_ring(rings *r, hui_list list, size_t level, double from, double per_amount)
{
    const hui_topic *topics = list.at;
    for (size_t i = 0; i < list.count; i++) {
        const double sweep = hui_topic_amount(&r->build, &topics[i]) * per_amount;
        const hui_node_rank rank = level == 0 ? HUI_NODE_MAIN : level == 1 ? HUI_NODE_SECOND : HUI_NODE_PLAIN;
        const hui_build mine = hui_build_topic(&r->build, &topics[i]);
        const double inner = r->hole + r->ring * (double)level;
        part *p = &r->parts[r->count++];
        *p = (part){&topics[i],
                    {r->center, inner, inner + r->ring, from, from + sweep},
                    level == 0 && !topics[i].accent ? hui_main_fill(&r->build, i, list.count)
                                                    : hui_rank_fill(&mine, rank),
                    hui_rank_ground(&mine, rank)};
        add_ring(r, topics[i].items, level + 1, from, per_amount);
        from += sweep;
    }
}

static hui_box *full_words(const hui_build *b, const part *p)
{
    return hui_topic_words(b, p->topic, (hui_topic_look){.align = HUI_TEXT_CENTER, .compact = true, .on = p->fill});
}

static hui_box *run_of_words(const hui_build *b, const part *p)
{
    return hui_key_words(b, p->topic, p->fill);
}

static hui_box *label_of(const hui_build *b, const part *p)
{
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, hui_part_text(b, p->topic->label,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .weight = 700,
                                                      .on = p->fill,
                                                      .align = HUI_TEXT_CENTER,
                                                      .balance = true,
                                                      .kind = "label"}));
    return column->first ? column : NULL;
}

/* Tries words at several widths; a spot without a box if they fit at none. */
static hui_spot try_words(const hui_build *b, const part *p, hui_box *(*words)(const hui_build *, const part *))
{
    for (int i = 0; i < WIDTH_COUNT; i++) {
        const hui_build inner = hui_build_within(b, widths[i]), trial = hui_build_group(&inner);
        hui_box *measured = words(&trial, p);
        if (!measured)
            continue;
        const double height = hui_height_at(&trial, measured, widths[i]),
                     width = fmin(ceil(measured->extent.max), widths[i]);
        if (!isfinite(height) || !hui_sector_holds(p->sector, width, height, pad))
            continue;
        const hui_point m = hui_sector_middle(p->sector);
        const hui_build real = hui_build_group(&inner);
        return (hui_spot){words(&real, p), {round(m.x - width / 2), m.y - height / 2, width, height}};
    }
    return (hui_spot){0};
}

static hui_spot number_spot(const hui_build *b, const part *p, size_t number)
{
    static const double size = 36;
    const hui_point m = hui_sector_middle(p->sector);
    if (!hui_sector_holds(p->sector, size * 0.7, size * 0.7, 2))
        return (hui_spot){0};
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, hui_key_mark(b, number, p->fill, (hui_color){0}));
    return (hui_spot){column, {round(m.x - size / 2), m.y - size / 2, size, size}};
}

/* Words in full, in one run, or the label or a number that the key explains. */
static hui_spot spot_of(const rings *r, const part *p, hui_key_entry *entries, size_t *entry_count, size_t *number)
{
    const hui_build mine = hui_build_topic(&r->build, p->topic);
    hui_build on = hui_build_on(&mine, p->ground);
    on.keep_numerals = false;
    hui_spot spot = {0};
    if (!hui_topic_has_words(p->topic))
        return spot;
    const hui_rect least = hui_least_words(&on);
    const bool has_room = hui_sector_holds(p->sector, least.w, least.h, pad);
    if (has_room)
        spot = try_words(&on, p, full_words);
    if (has_room && !spot.box)
        spot = try_words(&on, p, run_of_words);
    if (spot.box) {
        hui_look_role(hui_box_look(&r->build, spot.box), HUI_ROLE_LIST_ITEM, "part");
        return spot;
    }
    const hui_spot label = has_room && p->topic->label.text ? try_words(&on, p, label_of) : spot;
    spot = label.box ? label : number_spot(&on, p, *number + 1);
    const bool numbered = spot.box && !label.box;
    *number += numbered;
    entries[(*entry_count)++] = (hui_key_entry){p->topic, numbered ? *number : 0, p->fill, p->ground, {0}};
    return spot;
}

static void draw_rings(const void *data, hui_rect at, hui_scene *scene)
{
    const rings *r = data;
    const hui_color line = hui_ground_color(&r->build);
    for (const part *p = r->parts; p < r->parts + r->count; p++) {
        hui_sector sector = p->sector;
        sector.center = (hui_point){at.x + r->center.x, at.y + r->center.y};
        hui_path path = hui_path_new(scene->arena);
        hui_path_sector(&path, sector);
        const bool is_plain = p->ground == HUI_GROUND_CARD || p->ground == HUI_GROUND_TINT;
        hui_scene_path(scene, path, hui_paint_solid(p->fill),
                       hui_stroke_line(is_plain ? r->build.accent->line : line, line_width));
    }
}

static hui_box *build(const hui_build *b, const void *props)
{
    const sunburst *p = props;
    const size_t all = hui_topics_count(p->items), depth = hui_topics_depth(p->items);
    const double room = b->room > largest + key_room ? largest : fmin(b->room, fmax(b->room - key_room, 600));
    const double radius = floor(room / 2), hole = radius * (depth > 1 ? hole_share : one_ring_hole);
    rings *r = HUI_NEW(b->arena, rings);
    *r = (rings){.build = *b,
                 .parts = HUI_NEW_ARRAY(b->arena, part, all),
                 .hole = hole,
                 .ring = (radius - 1 - hole) / fmax(1, (double)depth),
                 .center = {radius, radius}};
    add_ring(r, p->items, 0, start, 360 / fmax(hui_topics_amount(b, p->items), 1e-300));
    hui_key_entry *entries = HUI_NEW_ARRAY(b->arena, hui_key_entry, all);
    hui_spot *spots = HUI_NEW_ARRAY(b->arena, hui_spot, all);
    size_t entry_count = 0, number = 0;
    for (size_t i = 0; i < r->count; i++)
        spots[i] = spot_of(r, &r->parts[i], entries, &entry_count, &number);
    const hui_figure figure = {2 * radius, 2 * radius, spots, r->count, draw_rings, r, "sunburst"};
    return hui_figure_build(b, &figure, entries, entry_count);
}

const hui_panel_kind hui_panel_sunburst = {
    .record = {"sunburst", "parts of parts, in rings", fields, HUI_FIELD_COUNT(fields), sizeof(sunburst), NULL},
    .build = build};
