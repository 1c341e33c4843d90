/* checklist: what is done, under way and open. */
#include "structure/shelf.h"

#include <math.h>
#include <string.h>

enum { OPEN, DOING, DONE };

typedef struct check_item {
    hui_topic topic;
    int state;
} check_item;

typedef struct checklist {
    hui_list items;
    int columns;
} checklist;

static const hui_word state_words[] = {
    {"open", "an empty circle"}, {"doing", "a half filled circle"}, {"done", "a tick"}, {0}};

static const hui_field item_fields[] = {
    HUI_TOPIC_FIELDS(check_item, topic),
    HUI_FIELD(check_item, state, ENUM, "how far it is", "\"open\"", .words = state_words),
};
static const hui_record item_record = {
    "checklist item", "one thing to do", item_fields, HUI_FIELD_COUNT(item_fields), sizeof(check_item), "label"};

static const hui_field fields[] = {
    HUI_FIELD(checklist, items, LIST, "what there is to do", .required = true, .record = &item_record),
    HUI_FIELD(checklist, columns, INTEGER, "at most so many side by side; as many as have room if 0", "1", .min = 0,
              .max = 12),
};

static const double mark = 44, ring = 4, mark_gap = 16, row_pad = 16, good_line = 320;

typedef struct check_mark {
    int state;
    hui_color fill, line, tick;
} check_mark;

static hui_extent mark_widths(void *data)
{
    (void)data;
    return (hui_extent){mark, mark};
}

static hui_height mark_height(void *data, double width)
{
    (void)data, (void)width;
    return (hui_height){mark, NAN};
}

static void draw_tick(hui_scene *scene, hui_rect r, hui_color color)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, r.x + mark * 0.29, r.y + mark * 0.52);
    hui_path_line(&path, r.x + mark * 0.44, r.y + mark * 0.67);
    hui_path_line(&path, r.x + mark * 0.72, r.y + mark * 0.36);
    hui_stroke stroke = hui_stroke_line(color, ring + 1);
    stroke.cap = HUI_CAP_ROUND;
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

static void draw_half(hui_scene *scene, hui_rect r, hui_color color)
{
    const double x = r.x + mark / 2, y = r.y + mark / 2, radius = mark / 2 - ring * 2;
    hui_path path = hui_path_new(scene->arena);
    hui_path_arc(&path, x, y, radius, 90, 270);
    hui_path_close(&path);
    hui_scene_path(scene, path, hui_paint_solid(color), hui_stroke_none());
}

static void draw_mark(void *data, const hui_box *box, hui_scene *scene)
{
    const check_mark *m = data;
    const hui_rect r = box->rect;
    hui_path circle = hui_path_new(scene->arena);
    const bool done = m->state == DONE;
    hui_path_circle(&circle, r.x + mark / 2, r.y + mark / 2, done ? mark / 2 : (mark - ring) / 2);
    hui_scene_path(scene, circle, done ? hui_paint_solid(m->fill) : hui_paint_none(),
                   done ? hui_stroke_none() : hui_stroke_line(m->state == OPEN ? m->line : m->fill, ring));
    if (done)
        draw_tick(scene, r, m->tick);
    else if (m->state == DOING)
        draw_half(scene, r, m->fill);
}

static const hui_content mark_content = {mark_widths, NULL, mark_height, draw_mark};

static const char *state_label(const hui_build *b, int state)
{
    static const char *const han[] = {"未完成", "进行中", "已完成"}, *const english[] = {"open", "under way", "done"};
    return !b->lang || strncmp(b->lang, "zh", 2) == 0 ? han[state] : english[state];
}

static hui_box *mark_of(const hui_build *b, int state)
{
    const hui_inks inks = hui_inks_of(b);
    const bool dark = b->ground == HUI_GROUND_STRONG;
    check_mark *m = HUI_NEW(b->arena, check_mark);
    *m = (check_mark){state, dark ? inks.bar : b->accent->fill, dark ? inks.secondary : b->theme->palette.secondary,
                      dark ? b->theme->palette.gold_dark : b->theme->palette.on_strong};
    hui_box *leaf = hui_box_leaf(b->arena, &mark_content, m);
    leaf->width = leaf->height = mark;
    hui_look *look = hui_box_look(b, leaf);
    hui_look_role(look, HUI_ROLE_FIGURE, "mark");
    look->group.label = state_label(b, state);
    return leaf;
}

static hui_box *row_of(const hui_build *b, const check_item *item)
{
    const hui_build mine = hui_build_topic(b, &item->topic),
                    within = hui_build_within(&mine, b->room - mark - mark_gap);
    hui_box *row = hui_box_row(b, mark_gap, HUI_ALIGN_START);
    hui_box_pad(row, row_pad, 0);
    hui_box_add(row, mark_of(&mine, item->state));
    hui_box *words =
        hui_topic_words(&within, &item->topic, (hui_topic_look){.balance = true, .plain = item->state != DONE});
    if (words) {
        words->min_height = mark;
        words->justify = HUI_JUSTIFY_CENTER;
        hui_box_add(row, hui_grow(words));
    }
    hui_box_add(row, hui_topic_mark(&mine, &item->topic, 0, mark, false));
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "topic");
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const checklist *p = props;
    const hui_build inner = hui_build_group(b);
    const double gap = b->theme->measures.gap * 2,
                 extent = hui_topics_extent(b, p->items, sizeof(check_item), (hui_topic_look){0}).min;
    const double least = mark + mark_gap + (extent > good_line ? extent : good_line);
    size_t columns = hui_columns_fit(b->room, gap, least, p->items.count);
    if (p->columns > 0 && (size_t)p->columns < columns)
        columns = (size_t)p->columns;
    hui_box *grid = hui_even_grid(b, columns, gap, 0);
    const hui_build cell = hui_build_within(&inner, hui_column_width(b->room, gap, columns));
    grid->breaks = true;
    const check_item *items = p->items.at;
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(grid, row_of(&cell, &items[i]));
    hui_look *look = hui_box_look(b, grid);
    look->divider = hui_inks_of(b).line;
    look->divide_rows = true;
    return hui_topic_list(b, grid, "checklist");
}

const hui_panel_kind hui_panel_checklist = {.record = {"checklist", "what is done, under way and open", fields,
                                                       HUI_FIELD_COUNT(fields), sizeof(checklist), NULL},
                                            .build = build};
