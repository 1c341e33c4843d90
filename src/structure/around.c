/* Around: an arranger of marks in a ring and words beside it. */
#include "structure/around.h"

#include "structure/block.h"
#include "structure/spread.h"

#include <math.h>

/* More words beside the ring would stand far from it. */
enum { MOST_BESIDE = 10 };
static const double most_outer = 210, least_outer = 150, list_outer = 180, most_lone = 300; /* px: radius */
static const double leader = 44, elbow = 14, words_gap = 24, least_words = 176, list_gap = 24;
static const double wanted_arc = 64, mark_limit = 44, least_mark = 18, ring_words = 1.3,
                    hole_pad = 6; /* width of the title, in radii of the hole */

typedef struct part {
    hui_box *mark, *words;
    const hui_accent *accent;
    double angle; /* of its middle, degrees */
    bool left;
} part;

typedef struct layout {
    const hui_around *spec;
    hui_build build;
    part *at;
    size_t count;
    hui_box *title;
    bool listed; /* words are in a list elsewhere */
    double outer;
    hui_point centre; /* from the inside of the box */
} layout;

static double radians(double degrees)
{
    return degrees * HUI_PI / 180;
}

static hui_point on_circle(hui_point centre, double radius, double degrees)
{
    return (hui_point){centre.x + radius * cos(radians(degrees)), centre.y + radius * sin(radians(degrees))};
}

static bool is_fan(const layout *l)
{
    return l->spec->sweep <= 180;
}

static double ring_height(const layout *l)
{
    return is_fan(l) ? l->outer : 2 * l->outer;
}

static double words_width(const layout *l, double width)
{
    return fmax(floor(width / 2 - l->outer - leader), 1);
}

static double title_width(const layout *l)
{
    return fmax(floor(l->outer * l->spec->inner * ring_words), 1);
}

/* Marks fit into the ring and between their neighbours. */
static double mark_size(const layout *l)
{
    const double thick = l->outer * (1 - l->spec->inner), middle = l->outer * (1 + l->spec->inner) / 2,
                 arc = middle * radians(l->spec->sweep) / (double)l->count;
    return floor(fmin(mark_limit, fmin(thick * 0.6, arc * 0.6)));
}

static hui_extent around_widths(void *data, const hui_box *box)
{
    (void)box;
    const layout *l = data;
    double min = 0;
    for (const part *p = l->at; p < l->at + l->count; p++)
        min = fmax(min, p->words ? p->words->extent.min : 0);
    const double least = 2 * l->outer + (l->listed ? 0 : 2 * (leader + min));
    return (hui_extent){least, fmax(least, l->build.room)};
}

static void around_share(void *data, hui_box *box, double width)
{
    (void)box;
    const layout *l = data;
    for (part *p = l->at; p < l->at + l->count; p++) {
        if (p->mark)
            p->mark->rect.w = fmax(p->mark->extent.max, 1);
        if (p->words)
            p->words->rect.w = words_width(l, width);
    }
    if (l->title)
        l->title->rect.w = title_width(l);
}

/* The parts of one side from the top down. */
static size_t side_of(const layout *l, bool left, part **into)
{
    size_t count = 0;
    for (size_t i = 0; i < l->count; i++) {
        part *p = &l->at[left ? l->count - 1 - i : i];
        if (p->left == left && p->words)
            into[count++] = p;
    }
    return count;
}

static void place_side(const layout *l, part **parts, size_t count, double width)
{
    double *at = HUI_NEW_ARRAY(l->build.arena, double, count), *least = HUI_NEW_ARRAY(l->build.arena, double, count);
    for (size_t i = 0; i < count; i++) {
        const double h = parts[i]->words->rect.h;
        at[i] = on_circle(l->centre, l->outer, parts[i]->angle).y - h / 2;
        least[i] = i ? parts[i - 1]->words->rect.h + words_gap : 0;
        if (i && at[i] < at[i - 1]) /* all but level */
            at[i] = at[i - 1];
    }
    hui_spread(l->build.arena, at, least, count, -INFINITY, INFINITY);
    for (size_t i = 0; i < count; i++) {
        parts[i]->words->rect.x = parts[i]->left ? 0 : width - parts[i]->words->rect.w;
        parts[i]->words->rect.y = at[i];
    }
}

static void place_marks(const layout *l)
{
    const double middle = l->outer * (1 + l->spec->inner) / 2;
    for (part *p = l->at; p < l->at + l->count; p++) {
        if (!p->mark)
            continue;
        const hui_point at = on_circle(l->centre, middle, p->angle + l->spec->lead);
        p->mark->rect.x = at.x - p->mark->rect.w / 2;
        p->mark->rect.y = at.y - p->mark->rect.h / 2;
    }
    if (!l->title)
        return;
    const double up = is_fan(l) ? l->title->rect.h : l->title->rect.h / 2;
    l->title->rect.x = l->centre.x - l->title->rect.w / 2;
    l->title->rect.y = l->centre.y - up;
}

/* Words may reach beyond the ring: all is moved so that the highest is at the top. */
static double settle(layout *l)
{
    double top = l->centre.y - l->outer, foot = top + ring_height(l);
    for (const part *p = l->at; p < l->at + l->count; p++)
        if (p->words) {
            top = fmin(top, p->words->rect.y);
            foot = fmax(foot, p->words->rect.y + p->words->rect.h);
        }
    for (part *p = l->at; p < l->at + l->count; p++)
        if (p->words)
            p->words->rect.y -= top;
    l->centre.y -= top;
    return foot - top;
}

static double around_arrange(void *data, hui_box *box, double width, double given)
{
    (void)box, (void)given;
    layout *l = data;
    part **side = HUI_NEW_ARRAY(l->build.arena, part *, l->count);
    l->centre = (hui_point){round(width / 2), l->outer};
    for (int left = 0; left < 2; left++)
        place_side(l, side, side_of(l, left, side), width);
    const double height = settle(l);
    place_marks(l);
    return height;
}

static const hui_arranger arranger = {around_widths, around_share, around_arrange};

static void draw_leader(hui_scene *scene, const layout *l, const part *p, hui_point centre)
{
    const double y = p->words->rect.y + p->words->rect.h / 2;
    const hui_point from = on_circle(centre, l->outer + 4, p->angle);
    const double end = p->left ? p->words->rect.x + p->words->rect.w + 10 : p->words->rect.x - 10,
                 turn = p->left ? end + elbow : end - elbow;
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, from.x, from.y);
    hui_path_line(&path, turn, y);
    hui_path_line(&path, end, y);
    hui_stroke stroke = hui_stroke_line(hui_inks_of(&l->build).line, 2);
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

static void draw_ring(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    const hui_rect inner = hui_box_inner(box);
    const hui_point centre = {inner.x + l->centre.x, inner.y + l->centre.y};
    const double each = l->count ? l->spec->sweep / (double)l->count : 0;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "ring"});
    for (size_t i = 0; i < l->count; i++) {
        const part *p = &l->at[i];
        const hui_ring_part where = {
            centre.x, centre.y, l->outer * l->spec->inner, l->outer, p->angle - each / 2, p->angle + each / 2};
        hui_path path = hui_path_new(scene->arena);
        l->spec->outline(&path, &where);
        hui_scene_path(scene, path, hui_paint_solid(hui_block_fill(&l->build, p->accent, i, l->count)),
                       hui_stroke_none());
        if (p->words)
            draw_leader(scene, l, p, centre);
    }
    hui_scene_end(scene);
}

static hui_box *mark_of(const layout *l, const hui_topic *topic, size_t number)
{
    const hui_build inside = hui_build_in_block(&l->build);
    const double size = mark_size(l);
    if (size < least_mark)
        return NULL;
    if (topic->icon.text || topic->image.text)
        return hui_topic_icon(&inside, topic, size, hui_inks_of(&inside).ink);
    return hui_part_text(&inside, (hui_string){hui_arena_printf(l->build.arena, "%zu", number), topic->label.place},
                         (hui_text_look){.type = HUI_TYPE_NAME,
                                         .size = fmax(fmin(size * 0.8, 34), 20),
                                         .nowrap = true,
                                         .on = hui_block_fill(&l->build, topic->accent, 0, 1)});
}

/* In a column, so that icons keep their own looks. */
static hui_box *held(const layout *l, hui_box *inner)
{
    if (!inner)
        return NULL;
    hui_box *outer = hui_box_column(&l->build, 0);
    outer->align = HUI_ALIGN_CENTER;
    hui_box_add(outer, inner);
    return outer;
}

static hui_box *title_of(const layout *l, double room)
{
    const hui_build within = hui_build_within(&l->build, room);
    return hui_part_text(&within, l->spec->title,
                         (hui_text_look){.type = HUI_TYPE_HEADING,
                                         .color = hui_inks_of(&l->build).strong,
                                         .align = HUI_TEXT_CENTER,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "title"});
}

/* Whether the title has room in the hole: on some lines in a circle, on one in half of it. */
static bool title_fits(const layout *l)
{
    const hui_extent extent = hui_leaf_extent(title_of(l, l->build.room));
    const double radius = l->outer * l->spec->inner - hole_pad,
                 line = l->build.theme->type[HUI_TYPE_HEADING].line_height;
    if (is_fan(l))
        return radius > line && extent.max <= 2 * sqrt(radius * radius - line * line);
    const double width = title_width(l), lines = ceil(extent.max * 1.2 / width);
    const double half = lines * line / 2;
    return extent.min <= width && half < radius && width / 2 <= sqrt(radius * radius - half * half);
}

static void fill_part(const layout *l, size_t index)
{
    part *p = &l->at[index];
    const hui_topic *topic = hui_topic_at(l->spec->items, sizeof(hui_topic), index);
    const hui_build mine = hui_build_topic(&l->build, topic),
                    words = hui_build_within(&mine, words_width(l, l->build.room));
    p->accent = topic->accent;
    p->angle = l->spec->from + l->spec->sweep * ((double)index + 0.5) / (double)l->count;
    p->left = cos(radians(p->angle)) < -1e-9;
    p->mark = held(l, mark_of(l, topic, index + 1));
    if (!l->listed)
        p->words = hui_topic_words(&words, topic,
                                   (hui_topic_look){.balance = true, .align = p->left ? HUI_TEXT_END : HUI_TEXT_START});
}

/* Of a ring without words beside it: larger where there are so many parts that their marks would be pressed. */
static double lone_outer(const layout *l)
{
    const double middle = radians(l->spec->sweep) * (1 + l->spec->inner) / 2;
    return fmin(fmax(list_outer, wanted_arc * (double)l->count / middle), most_lone);
}

/* Words of 60 characters are a list below, too: beside the ring they would be pillars. */
static void choose_form(layout *l)
{
    const double needed =
        fmax(least_words, hui_topics_column(&l->build, l->spec->items, sizeof(hui_topic), (hui_topic_look){0}));
    const double beside = l->build.room / 2 - leader - needed;
    l->listed = beside < least_outer || l->count > MOST_BESIDE;
    l->outer = floor(l->listed ? fmin(lone_outer(l), l->build.room / 2) : fmin(most_outer, beside));
}

hui_box *hui_around_build(const hui_build *b, const hui_around *spec)
{
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.spec = spec, .build = hui_build_group(b), .count = spec->items.count};
    l->at = HUI_NEW_ARRAY(b->arena, part, l->count);
    choose_form(l);
    hui_box *ring = hui_box_free(b->arena, &arranger, l), *column = hui_box_column(b, list_gap);
    if (title_fits(l))
        l->title = title_of(l, title_width(l));
    hui_box_add(l->title ? ring : column, l->title ? l->title : title_of(l, b->room));
    for (size_t i = 0; i < l->count; i++) {
        part *p = &l->at[i];
        fill_part(l, i);
        hui_box_add(ring, p->mark);
        hui_box_add(ring, p->words);
        if (p->words)
            hui_topic_item(p->mark ? p->mark : p->words, p->words);
    }
    ring->draw_before = draw_ring;
    hui_box_add(column, ring);
    if (l->listed)
        hui_box_add(column, hui_topic_rows(&l->build, spec->items, sizeof(hui_topic)));
    return hui_topic_list(b, column, spec->kind);
}
