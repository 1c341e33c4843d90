/* gears: parts that drive each other. */
#include "structure/block.h"
#include "structure/shelf.h"

#include <math.h>

typedef struct gears {
    hui_list items;
} gears;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(gears, "the wheels, from the first to the last that turns"),
};

enum { TEETH = 12 };

static const double most_gear = 240, body_gap = 16, row_gap = 32, row_gear = 88;
/* Of the radius: roots and tips of teeth, the hole; and how far a tooth stands between two of its neighbour. */
static const double root = 0.82, hub = 0.56, meshed = 0.07, rim = 3; /* px of ground around a wheel */
/* Of a tooth's pitch: half its width at the root and at the tip. */
static const double root_half = 0.3, tip_half = 0.17;

static hui_point on_circle(double x, double y, double r, double turn)
{
    return (hui_point){x + r * cos(2 * HUI_PI * turn), y + r * sin(2 * HUI_PI * turn)};
}

static void wheel(hui_path *path, double x, double y, double r, double turn)
{
    for (int i = 0; i < TEETH; i++) {
        const double at = turn + (double)i / TEETH;
        const hui_point points[] = {
            on_circle(x, y, r * root, at - root_half / TEETH), on_circle(x, y, r, at - tip_half / TEETH),
            on_circle(x, y, r, at + tip_half / TEETH), on_circle(x, y, r * root, at + root_half / TEETH)};
        for (int k = 0; k < 4; k++) {
            if (i + k)
                hui_path_line(path, points[k].x, points[k].y);
            else
                hui_path_move(path, points[k].x, points[k].y);
        }
    }
    hui_path_close(path);
}

typedef struct drive {
    hui_shelf shelf; /* first: the box's data */
    hui_build build;
    hui_list items;
} drive;

static void draw_wheel(hui_scene *scene, const hui_build *b, hui_rect r, double radius, double turn, hui_color fill)
{
    const double x = r.x + r.w / 2, y = r.y + r.h / 2;
    hui_path path = hui_path_new(scene->arena), ring = hui_path_new(scene->arena);
    wheel(&path, x, y, radius, turn);
    hui_path_circle(&ring, x, y, radius * hub);
    hui_scene_path(scene, path, hui_paint_solid(fill), hui_stroke_line(hui_ground_color(b), rim));
    hui_scene_path(scene, ring, hui_paint_solid(hui_ground_color(b)), hui_stroke_none());
}

/* A tooth of the one stands in a gap of the other: they touch at 3 and at 9 o'clock. */
static void draw_wheels(const hui_box *box, hui_scene *scene)
{
    const drive *d = box->data;
    const hui_shelf *s = &d->shelf;
    const hui_rect inner = hui_box_inner(box);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "gears"});
    for (size_t i = 0; i < s->count; i++) {
        const hui_topic *topic = hui_topic_at(d->items, sizeof(hui_topic), i);
        hui_rect r = s->at[i].rect;
        r.x += inner.x;
        r.y += inner.y;
        draw_wheel(scene, &d->build, r, r.w / 2 * (1 + meshed), i % 2 ? 0.5 / TEETH : 0,
                   hui_block_fill(&d->build, topic->accent, i, s->count));
    }
    hui_scene_end(scene);
}

/* The mark in a wheel of this diameter, in a square as high as that. */
static hui_box *mark_of(const hui_build *b, const hui_topic *topic, size_t number, double diameter)
{
    hui_box *column = hui_box_column(b, 0);
    column->align = HUI_ALIGN_CENTER;
    column->justify = HUI_JUSTIFY_CENTER;
    column->min_height = diameter;
    const double icon = fmin(floor(diameter * hub * 0.62), 88);
    const hui_inks inks = hui_inks_of(b);
    if (topic->icon.text || topic->image.text)
        hui_box_add(column, hui_topic_icon(b, topic, icon, inks.strong));
    else
        hui_box_add(column,
                    hui_part_text(b, (hui_string){hui_arena_printf(b->arena, "%zu", number), topic->label.place},
                                  (hui_text_look){.type = HUI_TYPE_NAME,
                                                  .size = fmin(icon * 0.8, 52),
                                                  .color = inks.strong,
                                                  .nowrap = true}));
    return column;
}

static hui_box *in_mesh(const hui_build *b, hui_list items, size_t columns, double gear)
{
    drive *d = HUI_NEW(b->arena, drive);
    *d =
        (drive){{.arena = b->arena, .columns = columns, .count = items.count, .row_gap = row_gap, .body_gap = body_gap},
                *b,
                items};
    hui_shelf *s = &d->shelf;
    s->edge = floor((b->room - gear * (double)columns) / 2);
    s->at = HUI_NEW_ARRAY(b->arena, hui_shelf_cell, s->count);
    const hui_build cell = hui_build_within(b, gear - 16);
    for (size_t i = 0; i < s->count; i++) {
        const hui_topic *topic = hui_topic_at(items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(&cell, topic);
        s->at[i].head = mark_of(&mine, topic, i + 1, gear);
        hui_box *words = hui_topic_words(&mine, topic, (hui_topic_look){.align = HUI_TEXT_CENTER});
        if (words)
            hui_box_pad(words, 0, 8);
        s->at[i].body = words;
    }
    return hui_shelf_box(b, s, draw_wheels);
}

static void draw_small(const hui_box *box, hui_scene *scene)
{
    const hui_block *block = box->look;
    const hui_build *b = block->data;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "gear"});
    draw_wheel(scene, b, box->rect, box->rect.w / 2, 0, block->from);
    hui_scene_end(scene);
}

/* A wheel beside its words. */
static hui_box *row_of(const hui_build *b, const hui_topic *topic, size_t index, size_t count)
{
    const hui_build within = hui_build_within(b, b->room - row_gear - 16);
    hui_box *row = hui_box_row(b, 16, HUI_ALIGN_START), *mark = mark_of(b, topic, index + 1, row_gear);
    hui_block *block = HUI_NEW(b->arena, hui_block);
    *block = (hui_block){.data = hui_arena_copy(b->arena, b, sizeof *b),
                         .from = hui_block_fill(b, topic->accent, index, count)};
    mark->look = block;
    mark->draw_before = draw_small;
    mark->width = mark->height = row_gear;
    hui_box_add(row, mark);
    hui_box *words = hui_topic_words(&within, topic, (hui_topic_look){.balance = true});
    if (words) {
        words->min_height = row_gear;
        words->justify = HUI_JUSTIFY_CENTER;
        hui_box_add(row, hui_grow(words));
    }
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "topic");
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const gears *p = props;
    const hui_build inner = hui_build_group(b);
    const size_t count = p->items.count;
    const double least =
        hui_topics_column(b, p->items, sizeof(hui_topic), (hui_topic_look){.align = HUI_TEXT_CENTER}) + 16;
    const size_t columns = hui_columns_fit(b->room - least * meshed, 0, least, count);
    if (least <= most_gear && (columns > 1 || (count == 1 && least <= b->room))) {
        const double room = floor(b->room / ((double)columns + meshed)), gear = fmin(most_gear, room);
        return hui_topic_list(b, in_mesh(&inner, p->items, columns, gear), "gears");
    }
    hui_box *column = hui_box_column(b, 16);
    column->breaks = true;
    for (size_t i = 0; i < count; i++) {
        const hui_topic *topic = hui_topic_at(p->items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(&inner, topic);
        hui_box_add(column, row_of(&mine, topic, i, count));
    }
    return hui_topic_list(b, column, "gears");
}

const hui_panel_kind hui_panel_gears = {
    .record = {"gears", "parts that drive each other", fields, HUI_FIELD_COUNT(fields), sizeof(gears), NULL},
    .build = build};
