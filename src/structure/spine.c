/* Spines: an arranger of marks on a line and words beside it. */
#include "structure/spine.h"

#include "structure/spread.h"
#include "structure/timeline.h"

#include <math.h>

/* Lines of positions to scale are longer than the items need by this factor, so that there is room to be to scale. */
static const double scale_room = 1.25;
static const double aside_gap = 20;

double hui_topic_first_line(const hui_topic *topic)
{
    return topic->value.text ? 34 : topic->label.text ? 20 : 18;
}

hui_point hui_spine_node(const hui_box *box, const hui_spine_item *item)
{
    const hui_rect inner = hui_box_inner(box);
    return (hui_point){inner.x + item->node.x, inner.y + item->node.y};
}

/* The line's middle. */
static double axis_x(const hui_spine *s, double width)
{
    if (s->both_sides)
        return round(width / 2);
    return (s->aside_width > 0 ? s->aside_width + aside_gap : 0) + s->node / 2 + s->swing;
}

double hui_spine_words_width(const hui_spine *s, double width)
{
    const double axis = axis_x(s, width), beside = s->both_sides ? axis : width - axis;
    return fmax(beside - s->swing - s->node / 2 - s->reach, 1);
}

static hui_extent spine_widths(void *data, const hui_box *box)
{
    (void)box;
    const hui_spine *s = data;
    hui_extent words = {0, 0};
    for (const hui_spine_item *item = s->at; item < s->at + s->count; item++)
        if (item->words) {
            words.min = fmax(words.min, item->words->extent.min);
            words.max = fmax(words.max, item->words->extent.max);
        }
    const double beside = s->node / 2 + s->swing + s->reach, axis = axis_x(s, 0);
    if (s->both_sides)
        return (hui_extent){2 * (words.min + beside), fmax(s->build.room, 2 * (words.min + beside))};
    return (hui_extent){axis + beside + words.min, axis + beside + words.max};
}

static void spine_share(void *data, hui_box *box, double width)
{
    (void)box;
    const hui_spine *s = data;
    const double words = hui_spine_words_width(s, width);
    for (hui_spine_item *item = s->at; item < s->at + s->count; item++) {
        if (item->words)
            item->words->rect.w = words;
        if (item->mark)
            item->mark->rect.w = s->node;
        if (item->aside)
            item->aside->rect.w = fmax(s->aside_width, 1);
    }
}

/* How far what belongs to an item reaches above and below its node. */
static double above(const hui_spine *s, const hui_spine_item *item)
{
    return fmax(s->node / 2, fmax(item->words ? item->first_line : 0, item->aside ? 22 : 0));
}

static double below(const hui_spine *s, const hui_spine_item *item)
{
    const double words = item->words ? item->words->rect.h - item->first_line : 0,
                 aside = item->aside ? item->aside->rect.h - 22 : 0;
    return fmax(s->node / 2, fmax(words, aside));
}

/* Distances of nodes: none stands on the one before it, and words stand clear of those before them at their side. */
static double *distances(const hui_spine *s)
{
    double *least = HUI_NEW_ARRAY(s->build.arena, double, s->count);
    const size_t back = s->both_sides ? 2 : 1;
    for (size_t i = 1; i < s->count; i++) {
        least[i] = fmax(s->step, s->node + 8);
        if (i >= back) {
            const double clear = below(s, &s->at[i - back]) + s->gap + above(s, &s->at[i]);
            least[i] = fmax(least[i], clear - (back == 2 ? least[i - 1] : 0));
        }
    }
    return least;
}

static double *positions(const hui_spine *s, double height)
{
    const double *least = distances(s);
    double *at = HUI_NEW_ARRAY(s->build.arena, double, s->count), length = 0;
    for (size_t i = 1; i < s->count; i++)
        length += least[i];
    length = fmax(length * scale_room, height);
    for (size_t i = 0; i < s->count; i++)
        at[i] = s->at[i].share * length;
    hui_spread(s->build.arena, at, least, s->count, 0, INFINITY);
    return at;
}

static void place_item(const hui_spine *s, hui_spine_item *item, hui_point node, double width)
{
    item->node = node;
    const double beside = s->node / 2 + s->reach;
    if (item->mark) {
        item->mark->rect.x = node.x - s->node / 2;
        item->mark->rect.y = node.y - item->mark->rect.h / 2;
    }
    if (item->words) {
        const double right = s->both_sides ? node.x + beside : axis_x(s, width) + s->swing + beside;
        item->words->rect.x = item->left ? node.x - beside - item->words->rect.w : right;
        item->words->rect.y = node.y - item->first_line;
    }
    if (item->aside) {
        item->aside->rect.x = 0;
        item->aside->rect.y = node.y - 22;
    }
}

static double spine_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box, (void)height;
    hui_spine *s = data;
    const double *at = positions(s, 0), axis = axis_x(s, width);
    double top = 0, foot = 0;
    for (size_t i = 0; i < s->count; i++)
        top = fmax(top, above(s, &s->at[i]) - at[i]);
    for (size_t i = 0; i < s->count; i++) {
        hui_spine_item *item = &s->at[i];
        item->left = s->both_sides && i % 2 == 0;
        const double swing = i % 2 ? s->swing : -s->swing;
        place_item(s, item, (hui_point){axis + swing, top + at[i]}, width);
        foot = fmax(foot, item->node.y + below(s, item));
    }
    s->foot = foot;
    return foot;
}

static const hui_arranger arranger = {spine_widths, spine_share, spine_arrange};

hui_box *hui_spine_box(const hui_build *b, hui_spine *s, void (*draw)(const hui_box *box, hui_scene *scene))
{
    hui_box *box = hui_box_free(b->arena, &arranger, s);
    for (hui_spine_item *item = s->at; item < s->at + s->count; item++) {
        hui_box *const parts[] = {item->aside, item->mark, item->words};
        hui_box *first = NULL, *last = NULL;
        for (size_t i = 0; i < 3; i++) {
            if (!parts[i])
                continue;
            /* Marks and cards have looks of their own: the group begins and ends at boxes around them. */
            hui_box *outer = hui_box_column(b, 0);
            hui_box_add(outer, hui_grow(parts[i]));
            hui_box_add(box, outer);
            first = first ? first : outer;
            last = outer;
            *(i == 0 ? &item->aside : i == 1 ? &item->mark : &item->words) = outer;
        }
        hui_topic_item(first, last);
    }
    box->draw_before = draw;
    return box;
}

static const double winding_node = 72, winding_ring = 5, winding_reach = 20, winding_gap = 28, winding_step = 104;
static const double least_words = 220, narrow_node = 44, narrow_reach = 14, narrow_swing = 0.35,
                    most_swing = 0.05; /* of the wide form's swing; of the room */

static void wind_item(const hui_spine *s, hui_spine_item *item, const hui_topic *topic, size_t index, bool dates,
                      double room)
{
    const hui_build mine = hui_build_topic(&s->build, topic), words = hui_build_within(&mine, room);
    const hui_text_align align = s->both_sides && index % 2 == 0 ? HUI_TEXT_END : HUI_TEXT_START;
    const hui_moment *moment = dates ? (const hui_moment *)(const void *)topic : NULL;
    item->accent = topic->accent;
    item->mark = hui_topic_mark(&mine, topic, index + 1, s->node, true);
    if (item->mark) {
        hui_look *look = hui_box_look(&mine, item->mark);
        look->border = hui_ground_color(&s->build);
        look->border_width = winding_ring;
    }
    item->words = moment ? hui_moment_words(&words, moment, true, align)
                         : hui_topic_words(&words, topic, (hui_topic_look){.balance = true, .align = align});
    item->first_line = moment && moment->date.text ? 22 : hui_topic_first_line(topic);
}

hui_spine *hui_spine_winding(const hui_build *b, hui_list topics, size_t size, bool dates, bool both_sides,
                             double swing)
{
    hui_spine *s = HUI_NEW(b->arena, hui_spine);
    *s = (hui_spine){.build = *b,
                     .count = topics.count,
                     .both_sides = both_sides,
                     .node = winding_node,
                     .swing = swing,
                     .reach = winding_reach,
                     .gap = winding_gap,
                     .step = winding_step};
    s->both_sides = both_sides && hui_spine_words_width(s, b->room) >= least_words;
    if (!s->both_sides) {
        s->node = narrow_node;
        s->swing = round(fmin(swing * narrow_swing, b->room * most_swing));
        s->reach = narrow_reach;
        s->step = 0;
    }
    s->at = HUI_NEW_ARRAY(b->arena, hui_spine_item, s->count);
    const double room = hui_spine_words_width(s, b->room);
    for (size_t i = 0; i < s->count; i++)
        wind_item(s, &s->at[i], hui_topic_at(topics, size, i), i, dates, room);
    return s;
}
