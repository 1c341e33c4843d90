/* timeline: moments on a line, evenly or by date to scale. */
#include "structure/spine.h"
#include "structure/timeline.h"

#include <math.h>

enum { VERTICAL, HORIZONTAL, TWO_SIDED };
enum { EVEN, DATE };

typedef struct timeline {
    hui_list items;
    int layout, scale;
} timeline;

static const hui_word layout_words[] = {{"vertical", "downwards, all at one side"},
                                        {"horizontal", "to the right; downwards where there is no room"},
                                        {"two-sided", "downwards, at both sides in turn, in cards"},
                                        {0}};
static const hui_word scale_words[] = {
    {"even", "one after the other"}, {"date", "distances to scale, as far as words leave room"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(timeline, items, LIST, "the moments, in the order of time", .required = true,
              .record = &hui_moment_record),
    HUI_FIELD(timeline, layout, ENUM, "where it goes", "\"vertical\"", .words = layout_words),
    HUI_FIELD(timeline, scale, ENUM, "what distances say", "\"even\"", .words = scale_words),
};

static const double reach = 20, card_reach = 28, gap = 28, card_gap = 20, card_step = 72, card_y = 16, card_x = 20;
static const double date_share = 0.26, least_words = 260; /* of dates in a column of their own; px they must leave */
static const double least_card = 240;

/* From the first node to the foot, and nodes; cards are tied to theirs. */
static void draw_line(const hui_box *box, hui_scene *scene)
{
    const hui_spine *s = box->data;
    const double foot = hui_box_inner(box).y + s->foot;
    const hui_paint paint = hui_paint_solid(hui_inks_of(&s->build).line);
    if (!s->count)
        return;
    const hui_point first = hui_spine_node(box, s->at);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "line"});
    hui_scene_rect(scene, (hui_rect){first.x - hui_spine_line / 2, first.y, hui_spine_line, foot - first.y}, NULL,
                   paint, hui_stroke_none());
    for (const hui_spine_item *item = s->at; item < s->at + s->count; item++) {
        const hui_point node = hui_spine_node(box, item);
        const double length = s->node / 2 + s->reach, x = item->left ? node.x - length : node.x;
        if (s->both_sides)
            hui_scene_rect(scene, (hui_rect){x, node.y - 2, length, 4}, NULL, paint, hui_stroke_none());
        if (!item->mark)
            hui_draw_node(scene, &s->build, node, item->accent);
    }
    hui_scene_end(scene);
}

static hui_box *card_of(const hui_build *b, const hui_moment *moment)
{
    hui_build ground;
    hui_box *card = hui_card_open(b, &ground);
    hui_box_pad(card, card_y, card_x);
    const hui_build inner = hui_build_within(&ground, b->room - 2 * card_x);
    hui_box_add(card, hui_moment_words(&inner, moment, true, HUI_TEXT_START));
    return card;
}

/* How wide dates in their own column are; 0 if they stand over the words. */
static double date_column(const hui_build *b, const timeline *p)
{
    const hui_moment *at = p->items.at;
    double widest = 0;
    for (size_t i = 0; i < p->items.count; i++)
        widest = fmax(widest, hui_leaf_extent(hui_moment_date(b, &at[i], HUI_TEXT_END)).max);
    const double width = ceil(fmin(widest, b->room * date_share));
    return b->room - width - hui_node_mark - 2 * reach >= least_words ? width : 0;
}

static void fill_item(const hui_spine *s, hui_spine_item *item, const hui_moment *moment, double words_room)
{
    const hui_build mine = hui_build_topic(&s->build, &moment->topic), words = hui_build_within(&mine, words_room),
                    dates = hui_build_within(&mine, fmax(s->aside_width, 1));
    const bool inside = s->both_sides || s->aside_width <= 0;
    item->accent = moment->topic.accent;
    if (!inside)
        item->aside = hui_moment_date(&dates, moment, HUI_TEXT_END);
    if (moment->topic.icon.text || moment->topic.image.text)
        item->mark = hui_topic_mark(&mine, &moment->topic, 0, s->node, true);
    item->words = s->both_sides ? card_of(&words, moment) : hui_moment_words(&words, moment, inside, HUI_TEXT_START);
    const double top = moment->date.text && inside ? 22 : hui_topic_first_line(&moment->topic);
    item->first_line = s->both_sides ? card_y + top : top;
}

static bool any_mark(const timeline *p)
{
    const hui_moment *at = p->items.at;
    bool found = false;
    for (size_t i = 0; i < p->items.count; i++)
        found |= at[i].topic.icon.text || at[i].topic.image.text;
    return found;
}

static hui_box *upright(const hui_build *b, const timeline *p, const double *shares)
{
    hui_spine *s = HUI_NEW(b->arena, hui_spine);
    *s = (hui_spine){.build = *b, .count = p->items.count, .reach = reach, .gap = gap};
    s->node = any_mark(p) ? hui_node_mark : hui_node_size;
    s->both_sides = p->layout == TWO_SIDED && b->room / 2 - s->node / 2 - card_reach >= least_card;
    if (s->both_sides) {
        s->reach = card_reach;
        s->gap = card_gap;
        s->step = card_step;
    } else {
        s->aside_width = date_column(b, p);
    }
    s->at = HUI_NEW_ARRAY(b->arena, hui_spine_item, s->count);
    const double words = hui_spine_words_width(s, b->room);
    const hui_moment *at = p->items.at;
    for (size_t i = 0; i < s->count; i++) {
        s->at[i].share = shares ? shares[i] : 0;
        fill_item(s, &s->at[i], &at[i], words);
    }
    return hui_spine_box(b, s, draw_line);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const timeline *p = props;
    const hui_build inner = hui_build_group(b);
    double *shares = HUI_NEW_ARRAY(b->arena, double, p->items.count);
    const bool to_scale = p->scale == DATE && hui_moments_shares(b, p->items, shares);
    hui_box *box = p->layout == HORIZONTAL ? hui_timeline_level(&inner, p->items, to_scale ? shares : NULL) : NULL;
    return hui_topic_list(b, box ? box : upright(&inner, p, to_scale ? shares : NULL), "timeline");
}

const hui_panel_kind hui_panel_timeline = {
    .record = {"timeline", "moments on a line", fields, HUI_FIELD_COUNT(fields), sizeof(timeline), NULL},
    .build = build};
