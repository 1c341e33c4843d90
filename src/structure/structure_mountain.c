/* mountain: peaks that rise to the goal. */
#include "structure/block.h"
#include "structure/shelf.h"

#include <math.h>

typedef struct mountain {
    hui_list items;
} mountain;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(mountain, "the peaks, from the lowest to the goal"),
};

static const double least_peak = 120, rise_share = 0.2, most_high = 380, overlap = 0.32; /* of the width; of a column */
static const double mark_size = 44, mark_foot = 18, body_gap = 14, flag_height = 56, flag_width = 40, snow = 0.24;
static const double least_mark_column = 64, list_gap = 24;

typedef struct range {
    hui_shelf shelf; /* first: the box's data */
    hui_build build;
    hui_list items;
} range;

static hui_path triangle(hui_arena *arena, hui_point top, double left, double right, double foot)
{
    const hui_point points[] = {{left, foot}, top, {right, foot}};
    hui_path path = hui_path_new(arena);
    hui_path_polygon(&path, points, 3);
    return path;
}

/* A snow cap with a jagged foot. */
static hui_path cap_of(hui_arena *arena, hui_point top, double left, double right, double foot)
{
    const double y = (foot - top.y) * snow, l = (top.x - left) * snow, r = (right - top.x) * snow;
    const hui_point points[] = {{top.x, top.y},
                                {top.x + r, top.y + y},
                                {top.x + r * 0.4, top.y + y * 0.82},
                                {top.x + r * 0.05, top.y + y * 1.25},
                                {top.x - l * 0.45, top.y + y * 0.85},
                                {top.x - l, top.y + y}};
    hui_path path = hui_path_new(arena);
    hui_path_polygon(&path, points, 6);
    return path;
}

static void draw_flag(hui_scene *scene, const hui_build *b, hui_point top)
{
    const hui_color color = hui_inks_of(b).bar;
    const hui_point cloth[] = {{top.x, top.y - flag_height},
                               {top.x + flag_width, top.y - flag_height * 0.74},
                               {top.x, top.y - flag_height * 0.48}};
    hui_path path = hui_path_new(scene->arena);
    hui_path_polygon(&path, cloth, 3);
    hui_scene_path(scene, path, hui_paint_solid(color), hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){top.x - 2, top.y - flag_height, 4, flag_height + 8}, NULL, hui_paint_solid(color),
                   hui_stroke_none());
}

/* Peaks reach into their neighbours' columns; the lower stand before the higher. */
static void draw_range(const hui_box *box, hui_scene *scene)
{
    const range *g = box->data;
    const hui_shelf *s = &g->shelf;
    const hui_build *b = &g->build;
    const hui_rect inner = hui_box_inner(box);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "mountains"});
    for (size_t k = 0; k < s->count; k++) {
        const size_t i = s->count - 1 - k;
        const hui_rect r = s->at[i].rect;
        const double over = r.w * overlap, foot = inner.y + r.y + r.h, left = fmax(inner.x + r.x - over, inner.x),
                     right = fmin(inner.x + r.x + r.w + over, inner.x + inner.w);
        const hui_point top = {inner.x + r.x + r.w / 2, inner.y + r.y};
        if (k == 0)
            draw_flag(scene, b, top);
        const hui_topic *topic = hui_topic_at(g->items, sizeof(hui_topic), i);
        hui_scene_path(scene, triangle(scene->arena, top, left, right, foot),
                       hui_paint_solid(hui_block_fill(b, topic->accent, s->count - 1 - i, s->count)),
                       hui_stroke_none());
        hui_scene_path(scene, cap_of(scene->arena, top, left, right, foot), hui_paint_solid(b->accent->tint),
                       hui_stroke_none());
    }
    hui_scene_end(scene);
}

/* At the foot of its peak. */
static hui_box *mark_of(const hui_build *b, const hui_topic *topic, size_t number, double height)
{
    const hui_build inside = hui_build_in_block(b);
    hui_box *column = hui_box_column(b, 0);
    column->align = HUI_ALIGN_CENTER;
    column->justify = HUI_JUSTIFY_END;
    column->padding[HUI_BOTTOM] = mark_foot;
    column->min_height = height;
    if (b->room < least_mark_column)
        return column;
    if (topic->icon.text || topic->image.text)
        hui_box_add(column, hui_topic_icon(&inside, topic, mark_size, hui_inks_of(&inside).ink));
    else
        hui_box_add(
            column,
            hui_part_text(
                &inside, (hui_string){hui_arena_printf(b->arena, "%zu", number), topic->label.place},
                (hui_text_look){.type = HUI_TYPE_NAME, .nowrap = true, .on = hui_block_fill(b, topic->accent, 0, 1)}));
    return column;
}

static hui_box *range_of(const hui_build *b, hui_list items, bool words)
{
    range *g = HUI_NEW(b->arena, range);
    *g = (range){{.arena = b->arena, .columns = items.count, .count = items.count, .body_gap = body_gap}, *b, items};
    hui_shelf *s = &g->shelf;
    s->at = HUI_NEW_ARRAY(b->arena, hui_shelf_cell, s->count);
    const hui_build cell = hui_build_within(b, hui_column_width(b->room, 0, s->count ? s->count : 1));
    const double rise = fmin(most_high - least_peak, b->room * rise_share);
    for (size_t i = 0; i < s->count; i++) {
        const hui_topic *topic = hui_topic_at(items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(&cell, topic);
        hui_box *text = words ? hui_topic_words(&mine, topic, (hui_topic_look){.align = HUI_TEXT_CENTER}) : NULL;
        if (text)
            hui_box_pad(text, 0, 10);
        const double share = s->count > 1 ? (double)i / (double)(s->count - 1) : 1;
        s->at[i] = (hui_shelf_cell){
            .head = mark_of(&mine, topic, i + 1, least_peak), .body = text, .rise = round(rise * share)};
    }
    hui_box *box = hui_shelf_box(b, s, draw_range);
    box->padding[HUI_TOP] = flag_height;
    return box;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const mountain *p = props;
    const hui_build inner = hui_build_group(b);
    const double least =
        hui_topics_column(b, p->items, sizeof(hui_topic), (hui_topic_look){.align = HUI_TEXT_CENTER}) + 20;
    if (least * (double)p->items.count <= b->room)
        return hui_topic_list(b, range_of(&inner, p->items, true), "mountain");
    hui_box *column = hui_box_column(b, list_gap);
    column->breaks = true;
    hui_box_add(column, range_of(&inner, p->items, false));
    hui_box_add(column, hui_topic_rows(&inner, p->items, sizeof(hui_topic)));
    return hui_topic_list(b, column, "mountain");
}

const hui_panel_kind hui_panel_mountain = {
    .record = {"mountain", "peaks that rise to the goal", fields, HUI_FIELD_COUNT(fields), sizeof(mountain), NULL},
    .build = build};
