/* stairs: steps that ascend, each with its words standing on it. */
#include "structure/block.h"
#include "structure/shelf.h"

#include <math.h>

typedef struct stairs {
    hui_list items;
} stairs;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(stairs, "the steps, from the lowest"),
};

static const double gap = 6, rise = 44, most_rise = 320, least_head = 72, icon_size = 44, words_gap = 12,
                    words_pad = 10;
/* Words on steps may be narrower than those of a list. */
static const double narrower = 40, least_words = 120;
/* Stairs seen from the side, where words have no room on them: the treads take this share of the width. */
static const double tread_share = 0.3, least_tread = 60, most_tread = 96, tread_height = 56;

static void step_outline(hui_path *path, hui_rect r, const void *data)
{
    (void)data;
    const double radii[4] = {8, 8, 0, 0};
    hui_path_round_rect(path, r, radii);
}

static void tread_outline(hui_path *path, hui_rect r, const void *data)
{
    const double *width = data;
    const double radii[4] = {0, 8, 8, 0};
    hui_path_round_rect(path, (hui_rect){r.x, r.y, *width, r.h}, radii);
}

static hui_box *mark_of(const hui_build *b, const hui_topic *topic, size_t number)
{
    const hui_build inside = hui_build_in_block(b);
    if (topic->icon.text || topic->image.text)
        return hui_topic_icon(&inside, topic, icon_size, hui_inks_of(&inside).ink);
    return hui_part_text(
        &inside, (hui_string){hui_arena_printf(b->arena, "%zu", number), topic->label.place},
        (hui_text_look){.type = HUI_TYPE_NAME, .nowrap = true, .on = hui_block_fill(b, topic->accent, 0, 1)});
}

static hui_box *step_of(const hui_build *b, const hui_topic *topic, size_t index, size_t count)
{
    hui_box *outer = hui_box_column(b, 0), *block = hui_box_column(b, 0);
    block->align = HUI_ALIGN_CENTER;
    block->min_height = least_head;
    hui_box_pad(block, 14, 8);
    hui_box_block(
        b, block,
        &(hui_block){.outline = step_outline, .from = hui_block_fill(b, topic->accent, count - 1 - index, count)});
    hui_box_add(block, mark_of(b, topic, index + 1));
    hui_box_add(outer, hui_grow(block));
    return outer;
}

static hui_box *words_on(const hui_build *b, const hui_topic *topic)
{
    hui_box *words = hui_topic_words(b, topic, (hui_topic_look){.align = HUI_TEXT_CENTER});
    if (words)
        hui_box_pad(words, 0, words_pad);
    return words;
}

static hui_box *ascending(const hui_build *b, const stairs *p)
{
    const size_t count = p->items.count;
    hui_shelf *s = HUI_NEW(b->arena, hui_shelf);
    *s = (hui_shelf){
        .arena = b->arena, .columns = count, .count = count, .gap = gap, .body_gap = words_gap, .body_first = true};
    s->at = HUI_NEW_ARRAY(b->arena, hui_shelf_cell, count);
    const hui_build cell = hui_build_within(b, hui_column_width(b->room, gap, count));
    const double each = fmin(rise, most_rise / (double)count);
    for (size_t i = 0; i < count; i++) {
        const hui_topic *topic = hui_topic_at(p->items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(&cell, topic);
        s->at[i] = (hui_shelf_cell){
            .head = step_of(&mine, topic, i, count), .body = words_on(&mine, topic), .rise = round(each * (double)i)};
    }
    return hui_shelf_box(b, s, NULL);
}

/* The words beside a tread that reaches the further the higher it is. */
static hui_box *row_of(const hui_build *b, const hui_topic *topic, size_t index, size_t count)
{
    const double treads = fmax(floor(b->room * tread_share), most_tread), first = least_tread;
    double *width = HUI_NEW(b->arena, double);
    *width = round(first + (treads - first) * (count > 1 ? (double)index / (double)(count - 1) : 1));
    hui_box *row = hui_box_row(b, 16, HUI_ALIGN_STRETCH), *block = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    block->width = treads;
    block->min_height = tread_height;
    block->padding[HUI_LEFT] = 8;
    hui_box_block(b, block,
                  &(hui_block){.outline = tread_outline,
                               .data = width,
                               .from = hui_block_fill(b, topic->accent, count - 1 - index, count)});
    hui_box_add(block, mark_of(b, topic, index + 1));
    const hui_build beside = hui_build_within(b, b->room - treads - 16);
    hui_box *words = hui_topic_words(&beside, topic, (hui_topic_look){.balance = true});
    hui_box_add(row, block);
    if (words) {
        hui_box_pad(words, 8, 0);
        words->justify = HUI_JUSTIFY_CENTER;
        hui_box_add(row, hui_grow(words));
    }
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "topic");
    return row;
}

static hui_box *sideways(const hui_build *b, const stairs *p)
{
    hui_box *column = hui_box_column(b, gap);
    column->breaks = true;
    for (size_t i = 0; i < p->items.count; i++) {
        const hui_topic *topic = hui_topic_at(p->items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(b, topic);
        hui_box_add(column, row_of(&mine, topic, i, p->items.count));
    }
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const stairs *p = props;
    const hui_build inner = hui_build_group(b);
    const hui_topic_look look = {.align = HUI_TEXT_CENTER};
    const double good = hui_topics_column(b, p->items, sizeof(hui_topic), look) - narrower,
                 least = fmax(fmax(good, hui_topics_extent(b, p->items, sizeof(hui_topic), look).min), least_words) +
                         2 * words_pad;
    const double needed = least * (double)p->items.count + gap * ((double)p->items.count - 1);
    return hui_topic_list(b, needed <= b->room ? ascending(&inner, p) : sideways(&inner, p), "stairs");
}

const hui_panel_kind hui_panel_stairs = {
    .record = {"stairs", "steps that ascend", fields, HUI_FIELD_COUNT(fields), sizeof(stairs), NULL}, .build = build};
