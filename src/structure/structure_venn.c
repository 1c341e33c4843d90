/* venn: sets that overlap, as circles. Two circles have exact areas: the distance of their centres is found by bisection from the area of
 * the lens (two circular segments). Of three circles the areas and the overlaps of each two are exact; the one of all three follows from
 * these, as three circles have no freedom left for it. */
#include "structure/figure.h"
#include "structure/node.h"
#include "structure/sector.h"

#include <math.h>

typedef struct venn {
    hui_list items, overlaps;
} venn;

typedef struct overlap {
    hui_topic topic;
    hui_numbers sets;
} overlap;

static const hui_field overlap_fields[] = {
    HUI_TOPIC_FIELDS(overlap, topic),
    HUI_FIELD(overlap, sets, NUMBERS, "which sets share it, by number from 1, such as [1, 2]", .required = true,
              .min = 1, .max = 3),
};
static const hui_record overlap_record = {
    "venn overlap", "what sets have in common", overlap_fields, HUI_FIELD_COUNT(overlap_fields), sizeof(overlap), NULL};

static const hui_field fields[] = {
    HUI_FIELD(venn, items, LIST,
              "the sets, one to three; areas of circles stand for their values if all have one, else they are equal",
              .required = true, .record = &hui_topic_record),
    HUI_FIELD(
        venn, overlaps, LIST,
        "what they share; areas where two overlap stand for its value where there is one (of three circles the middle "
        "follows from these)",
        .record = &overlap_record),
};

enum { SETS_MOST = 3, REGION_COUNT = 1 << SETS_MOST };

static const double widest = 760, highest_share = 0.75, usual_share = 0.33, line_width = 2, pad = 10;
static const double single_mix = 0.13, pair_mix = 0.3, dark_single_mix = 0.1, dark_pair_mix = 0.2;
/* Widths at which words are tried, px. */
static const double widths[] = {240, 180, 140, 110, 84};

enum { WIDTH_COUNT = sizeof widths / sizeof *widths, GRID = 96 };

typedef struct circle {
    double x, y, r;
} circle;

/* Regions are called by their sets: bit i stands for set i. */
typedef struct diagram {
    hui_build build;
    size_t count;
    circle at[SETS_MOST];
    const hui_topic *topics[REGION_COUNT]; /* NULL: no words */
    double amounts[REGION_COUNT];          /* NAN: none given */
    hui_point middle[REGION_COUNT];
    double room[REGION_COUNT]; /* from the middle to the nearest circle; 0: there is no such region */
    hui_spot spots[REGION_COUNT];
    hui_key_entry *entries;
    size_t entry_count, number;
} diagram;

/* The area that two circles share: two circular segments. */
static double lens_area(double a, double b, double distance)
{
    if (distance >= a + b)
        return 0;
    if (distance <= fabs(a - b))
        return HUI_PI * fmin(a, b) * fmin(a, b);
    const double x = (distance * distance + a * a - b * b) / (2 * distance), y = sqrt(fmax(a * a - x * x, 0));
    return a * a * atan2(y, x) + b * b * atan2(y, distance - x) - distance * y;
}

/* The area falls as the distance grows. */
static double distance_for(double a, double b, double area)
{
    double near = fabs(a - b), far = a + b;
    for (int i = 0; i < 60; i++) {
        const double middle = (near + far) / 2;
        *(lens_area(a, b, middle) > area ? &near : &far) = middle;
    }
    return (near + far) / 2;
}

static double pair_distance(const diagram *d, size_t i, size_t j)
{
    const double a = d->at[i].r, b = d->at[j].r, given = d->amounts[1u << i | 1u << j];
    const double smaller = HUI_PI * fmin(a, b) * fmin(a, b);
    return distance_for(a, b, isnan(given) ? smaller * usual_share : fmin(given, smaller));
}

/* Two side by side, the third below them where its distances meet, or as near to that as can be. */
static void place_circles(diagram *d)
{
    if (d->count < 2)
        return;
    const double base = pair_distance(d, 0, 1);
    d->at[1].x = base;
    if (d->count < 3)
        return;
    const double first = pair_distance(d, 0, 2), second = pair_distance(d, 1, 2);
    const double x = base > 0 ? (base * base + first * first - second * second) / (2 * base) : 0;
    d->at[2].x = fmax(-first, fmin(x, first));
    d->at[2].y = sqrt(fmax(first * first - d->at[2].x * d->at[2].x, 0));
}

static hui_rect bounds_of(const diagram *d)
{
    hui_rect all = {0};
    for (size_t i = 0; i < d->count; i++) {
        const circle *c = &d->at[i];
        const hui_rect r = {c->x - c->r, c->y - c->r, 2 * c->r, 2 * c->r};
        all = i ? hui_rect_union(all, r) : r;
    }
    return all;
}

static hui_rect scale_to_room(diagram *d)
{
    const hui_rect r = bounds_of(d);
    const double width = fmin(d->build.room, widest) - 2 * line_width,
                 scale = fmin(width / r.w, width * highest_share / r.h);
    for (size_t i = 0; i < d->count; i++)
        d->at[i] = (circle){(d->at[i].x - r.x) * scale + line_width, (d->at[i].y - r.y) * scale + line_width,
                            d->at[i].r * scale};
    return (hui_rect){0, 0, r.w * scale + 2 * line_width, r.h * scale + 2 * line_width};
}

static unsigned region_at(const diagram *d, double x, double y, double *room)
{
    unsigned region = 0;
    *room = INFINITY;
    for (size_t i = 0; i < d->count; i++) {
        const double inside = d->at[i].r - hypot(x - d->at[i].x, y - d->at[i].y);
        *room = fmin(*room, fabs(inside));
        if (inside > 0)
            region |= 1u << i;
    }
    return region;
}

/* The points of a grid that are farthest from all circles, of each region. */
static void find_middles(diagram *d, hui_rect size)
{
    for (int i = 0; i <= GRID; i++)
        for (int j = 0; j <= GRID; j++) {
            const hui_point p = {size.w * i / GRID, size.h * j / GRID};
            double room;
            const unsigned region = region_at(d, p.x, p.y, &room);
            if (region && room > d->room[region] + 0.5) {
                d->room[region] = room;
                d->middle[region] = p;
            }
        }
}

/* Whether a box in the region's middle stays clear of all circles. */
static bool holds(const diagram *d, unsigned region, double width, double height)
{
    const hui_point m = d->middle[region];
    for (size_t i = 0; i < d->count; i++) {
        const double dx = fabs(m.x - d->at[i].x), dy = fabs(m.y - d->at[i].y);
        const double near = hypot(fmax(dx - width / 2, 0), fmax(dy - height / 2, 0)),
                     far = hypot(dx + width / 2, dy + height / 2);
        if (region >> i & 1 ? far > d->at[i].r - pad / 2 : near < d->at[i].r + pad / 2)
            return false;
    }
    return true;
}

static bool is_deepest(const diagram *d, unsigned region)
{
    return d->count > 1 && region == (1u << d->count) - 1;
}

static hui_ground ground_of(const diagram *d, unsigned region)
{
    return is_deepest(d, region) ? hui_rank_ground(&d->build, HUI_NODE_MAIN) : d->build.ground;
}

static hui_color fill_of(const diagram *d, unsigned region)
{
    if (is_deepest(d, region))
        return hui_rank_fill(&d->build, HUI_NODE_MAIN);
    const bool dark = d->build.ground == HUI_GROUND_STRONG, single = (region & (region - 1)) == 0;
    const hui_topic *topic = d->topics[region];
    const hui_color over = topic && topic->accent ? topic->accent->color
                           : dark                 ? d->build.theme->palette.on_strong
                                                  : d->build.accent->color;
    return hui_color_mix(hui_ground_color(&d->build), over,
                         dark     ? (single ? dark_single_mix : dark_pair_mix)
                         : single ? single_mix
                                  : pair_mix);
}

static hui_box *full_words(const hui_build *b, const hui_topic *topic, hui_color on)
{
    return hui_topic_words(b, topic,
                           (hui_topic_look){.align = HUI_TEXT_CENTER, .compact = true, .plain = true, .on = on});
}

static hui_spot try_words(const diagram *d, unsigned region,
                          hui_box *(*words)(const hui_build *, const hui_topic *, hui_color))
{
    const hui_build on = hui_build_on(&d->build, ground_of(d, region));
    for (int i = 0; i < WIDTH_COUNT; i++) {
        const hui_build inner = hui_build_within(&on, widths[i]), trial = hui_build_group(&inner);
        hui_box *measured = words(&trial, d->topics[region], fill_of(d, region));
        const double height = hui_height_at(&trial, measured, widths[i]),
                     width = fmin(ceil(measured->extent.max), widths[i]);
        if (!isfinite(height) || !holds(d, region, width, height))
            continue;
        const hui_build real = hui_build_group(&inner);
        const hui_point m = d->middle[region];
        return (hui_spot){words(&real, d->topics[region], fill_of(d, region)),
                          {round(m.x - width / 2), m.y - height / 2, width, height}};
    }
    return (hui_spot){0};
}

static hui_spot number_spot(const diagram *d, unsigned region, size_t number)
{
    static const double size = 36;
    if (!holds(d, region, size * 0.6, size * 0.6))
        return (hui_spot){0};
    const hui_build on = hui_build_on(&d->build, ground_of(d, region));
    hui_box *column = hui_box_column(&on, 0);
    hui_box_add(column, hui_key_mark(&on, number, fill_of(d, region), (hui_color){0}));
    return (hui_spot){column, {round(d->middle[region].x - size / 2), d->middle[region].y - size / 2, size, size}};
}

static hui_spot spot_of(diagram *d, unsigned region)
{
    if (!d->topics[region] || !hui_topic_has_words(d->topics[region]))
        return (hui_spot){0};
    hui_spot spot = d->room[region] > 0 ? try_words(d, region, full_words) : (hui_spot){0};
    if (!spot.box && d->room[region] > 0)
        spot = try_words(d, region, hui_key_words);
    if (spot.box) {
        hui_look_role(hui_box_look(&d->build, spot.box), HUI_ROLE_LIST_ITEM, "region");
        return spot;
    }
    if (d->room[region] > 0)
        spot = number_spot(d, region, d->number + 1);
    d->number += spot.box != NULL;
    d->entries[d->entry_count++] =
        (hui_key_entry){d->topics[region], spot.box ? d->number : 0, fill_of(d, region), ground_of(d, region), {0}};
    return spot;
}

static hui_path circle_of(hui_arena *arena, const circle *c, hui_rect at)
{
    hui_path path = hui_path_new(arena);
    hui_path_circle(&path, at.x + c->x, at.y + c->y, c->r);
    return path;
}

/* What circles share is drawn over them: within each what it shares with those after it. The first comes last, as it alone knows what all
 * share. */
static void draw_within(const diagram *d, hui_rect at, hui_scene *scene, unsigned sets, size_t from)
{
    for (size_t i = from; i < d->count; i++)
        hui_scene_path(scene, circle_of(scene->arena, &d->at[i], at), hui_paint_solid(fill_of(d, sets | 1u << i)),
                       hui_stroke_none());
    for (size_t i = d->count; i-- > from;) {
        if (i + 1 == d->count)
            continue;
        hui_path *clip = HUI_NEW(scene->arena, hui_path);
        *clip = circle_of(scene->arena, &d->at[i], at);
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_NONE, .clip = clip});
        draw_within(d, at, scene, sets | 1u << i, i + 1);
        hui_scene_end(scene);
    }
}

static void draw_venn(const void *data, hui_rect at, hui_scene *scene)
{
    const diagram *d = data;
    draw_within(d, at, scene, 0, 0);
    const hui_color line =
        d->build.ground == HUI_GROUND_STRONG ? d->build.theme->palette.gold_light : d->build.accent->color;
    for (size_t i = 0; i < d->count; i++)
        hui_scene_path(scene, circle_of(scene->arena, &d->at[i], at), hui_paint_none(),
                       hui_stroke_line(line, line_width));
}

static double amount_of(const hui_build *b, const hui_topic *topic, double most)
{
    if (!topic->value.text)
        return NAN;
    const double amount = hui_number_of(topic->value);
    if (amount >= 0 && amount <= most)
        return amount;
    hui_diags_add(b->diags, HUI_CODE_OUT_OF_RANGE, topic->value.place, "areas stand for amounts", "value",
                  isfinite(most) ? "a number that is no more than each of its sets" : "a number above 0");
    return NAN;
}

/* Sets have areas in proportion if all have amounts. */
static void read_sets(diagram *d, hui_list items)
{
    const hui_topic *topics = items.at;
    bool all = true;
    for (size_t i = 0; i < d->count; i++) {
        d->topics[1u << i] = &topics[i];
        d->amounts[1u << i] = amount_of(&d->build, &topics[i], INFINITY);
        all &= d->amounts[1u << i] > 0;
    }
    for (size_t i = 0; i < d->count; i++)
        d->at[i].r = all ? sqrt(d->amounts[1u << i] / HUI_PI) : 1;
    for (unsigned region = 0; region < REGION_COUNT; region++)
        if (!all)
            d->amounts[region] = NAN;
}

/* What stands nowhere in the drawing stands in the key all the same. */
static void add_to_key(diagram *d, const hui_topic *topic)
{
    d->entries[d->entry_count++] = (hui_key_entry){topic, 0, hui_ground_color(&d->build), d->build.ground, {0}};
}

static unsigned region_of(const diagram *d, const overlap *o)
{
    unsigned region = 0;
    for (size_t i = 0; i < o->sets.count; i++) {
        const double n = o->sets.at[i];
        if (n >= 1 && n <= (double)d->count && n == floor(n))
            region |= 1u << ((unsigned)n - 1);
    }
    if (region & (region - 1))
        return region;
    hui_diags_add(d->build.diags, HUI_CODE_OUT_OF_RANGE, o->sets.place, "such as [1, 2]", "sets",
                  "two or three numbers of sets");
    return 0;
}

static void read_overlaps(diagram *d, hui_list overlaps)
{
    const overlap *all = overlaps.at;
    const bool exact = !isnan(d->amounts[1]);
    for (size_t i = 0; i < overlaps.count; i++) {
        const unsigned region = region_of(d, &all[i]);
        double most = INFINITY;
        for (size_t set = 0; set < d->count; set++)
            if (region >> set & 1 && exact)
                most = fmin(most, d->amounts[1u << set]);
        if (!region || d->topics[region]) {
            add_to_key(d, &all[i].topic);
            continue;
        }
        d->topics[region] = &all[i].topic;
        if (exact)
            d->amounts[region] = amount_of(&d->build, &all[i].topic, most);
    }
}

static hui_box *build(const hui_build *b, const void *props)
{
    const venn *p = props;
    diagram *d = HUI_NEW(b->arena, diagram);
    *d = (diagram){.build = hui_build_group(b), .count = p->items.count < SETS_MOST ? p->items.count : SETS_MOST};
    d->entries = HUI_NEW_ARRAY(b->arena, hui_key_entry, REGION_COUNT + p->items.count + p->overlaps.count);
    const hui_topic *topics = p->items.at;
    for (size_t i = SETS_MOST; i < p->items.count; i++)
        add_to_key(d, &topics[i]);
    if (p->items.count > SETS_MOST)
        hui_diags_add(b->diags, HUI_CODE_OUT_OF_RANGE, p->items.place, "more sets overlap in no readable way", "items",
                      "one to three sets");
    for (unsigned region = 0; region < REGION_COUNT; region++)
        d->amounts[region] = NAN;
    read_sets(d, p->items);
    read_overlaps(d, p->overlaps);
    if (!d->count)
        return hui_box_column(b, 0);
    place_circles(d);
    const hui_rect size = scale_to_room(d);
    find_middles(d, size);
    for (unsigned region = 1; region < REGION_COUNT; region++)
        d->spots[region] = spot_of(d, region);
    const hui_figure figure = {ceil(size.w), ceil(size.h), d->spots, REGION_COUNT, draw_venn, d, "venn"};
    return hui_figure_build(b, &figure, d->entries, d->entry_count);
}

const hui_panel_kind hui_panel_venn = {
    .record = {"venn", "sets that overlap, as circles", fields, HUI_FIELD_COUNT(fields), sizeof(venn), NULL},
    .build = build};
