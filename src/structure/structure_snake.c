/* snake: steps along a path that turns at the ends of its rows. */
#include "structure/shelf.h"
#include "structure/spine.h"

#include <math.h>

typedef struct snake {
    hui_list items;
} snake;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(snake, "the steps, in the order of the path"),
};

static const double node = 72, ring = 5, path_width = 20, edge = 40, gap = 24, row_gap = 40, body_gap = 12, arrow = 12;

typedef struct snake_layout {
    hui_shelf shelf; /* first: the box's data */
    hui_build build;
} snake_layout;

static hui_point middle_of(const hui_box *box, const hui_shelf *s, size_t index)
{
    const hui_rect inner = hui_box_inner(box), r = s->at[index].rect;
    return (hui_point){inner.x + r.x + r.w / 2, inner.y + r.y + r.h / 2};
}

/* From the end of a row out to the edge, down, and back in to the next. */
static void turn(hui_path *path, hui_point from, hui_point to, double side)
{
    const double sign = side > from.x ? 1 : -1, r = fmin(fabs(side - from.x), fmin((to.y - from.y) / 2, edge)),
                 k = r * 0.4477;
    hui_path_line(path, side - sign * r, from.y);
    hui_path_curve(path, side - sign * k, from.y, side, from.y + k, side, from.y + r);
    hui_path_line(path, side, to.y - r);
    hui_path_curve(path, side, to.y - k, side - sign * k, to.y, side - sign * r, to.y);
    hui_path_line(path, to.x, to.y);
}

/* Which way the path goes, between two nodes of one row. */
static void draw_arrow(hui_scene *scene, hui_point from, hui_point to, hui_color color)
{
    const double x = (from.x + to.x) / 2, sign = to.x > from.x ? 1 : -1;
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, x - sign * arrow / 3, from.y - arrow / 2);
    hui_path_line(&path, x + sign * arrow / 3, from.y);
    hui_path_line(&path, x - sign * arrow / 3, from.y + arrow / 2);
    hui_stroke stroke = hui_stroke_line(color, 3);
    stroke.cap = HUI_CAP_ROUND;
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

static void draw_path(const hui_box *box, hui_scene *scene)
{
    const snake_layout *l = box->data;
    const hui_shelf *s = &l->shelf;
    const hui_rect inner = hui_box_inner(box);
    const hui_inks inks = hui_inks_of(&l->build);
    if (s->count < 2)
        return;
    hui_path path = hui_path_new(scene->arena);
    hui_point last = middle_of(box, s, 0);
    hui_path_move(&path, last.x, last.y);
    for (size_t i = 1; i < s->count; i++) {
        const hui_point next = middle_of(box, s, i);
        const bool to_right = (i - 1) / s->columns % 2 == 0;
        if (i % s->columns)
            hui_path_line(&path, next.x, next.y);
        else
            turn(&path, last, next, to_right ? inner.x + inner.w - path_width / 2 : inner.x + path_width / 2);
        last = next;
    }
    hui_stroke stroke = hui_stroke_line(inks.line, path_width);
    stroke.cap = HUI_CAP_ROUND;
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "path"});
    hui_scene_path(scene, path, hui_paint_none(), stroke);
    for (size_t i = 1; i < s->count; i++)
        if (i % s->columns)
            draw_arrow(scene, middle_of(box, s, i - 1), middle_of(box, s, i), inks.bar);
    hui_scene_end(scene);
}

static hui_box *mark_of(const hui_build *b, const hui_topic *topic, size_t number, hui_color ground)
{
    hui_box *column = hui_box_column(b, 0), *mark = hui_topic_mark(b, topic, number, node, true);
    column->align = HUI_ALIGN_CENTER;
    if (mark) {
        hui_look *look = hui_box_look(b, mark);
        look->border = ground;
        look->border_width = ring;
    }
    hui_box_add(column, mark);
    return column;
}

static hui_box *rows_of(const hui_build *b, hui_list items, size_t columns)
{
    snake_layout *l = HUI_NEW(b->arena, snake_layout);
    *l = (snake_layout){{.arena = b->arena,
                         .columns = columns,
                         .count = items.count,
                         .gap = gap,
                         .row_gap = row_gap,
                         .body_gap = body_gap,
                         .snake = true},
                        *b};
    hui_shelf *s = &l->shelf;
    s->edge = items.count > columns ? edge : 0;
    s->at = HUI_NEW_ARRAY(b->arena, hui_shelf_cell, s->count);
    const hui_build cell = hui_build_within(b, hui_column_width(b->room - 2 * s->edge, gap, columns));
    for (size_t i = 0; i < s->count; i++) {
        const hui_topic *topic = hui_topic_at(items, sizeof(hui_topic), i);
        const hui_build mine = hui_build_topic(&cell, topic);
        s->at[i].head = mark_of(&mine, topic, i + 1, hui_ground_color(b));
        s->at[i].body = hui_topic_words(&mine, topic, (hui_topic_look){.align = HUI_TEXT_CENTER});
    }
    return hui_shelf_box(b, s, draw_path);
}

/* Where only one column has room the path goes down. */
static void draw_down(const hui_box *box, hui_scene *scene)
{
    const hui_spine *s = box->data;
    if (s->count < 2)
        return;
    const hui_point first = hui_spine_node(box, s->at), last = hui_spine_node(box, &s->at[s->count - 1]);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "path"});
    hui_scene_rect(scene, (hui_rect){first.x - path_width / 2, first.y, path_width, last.y - first.y}, NULL,
                   hui_paint_solid(hui_inks_of(&s->build).line), hui_stroke_none());
    hui_scene_end(scene);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const snake *p = props;
    const hui_build inner = hui_build_group(b);
    const double least =
        fmax(hui_topics_column(b, p->items, sizeof(hui_topic), (hui_topic_look){.align = HUI_TEXT_CENTER}), node + gap);
    size_t columns = hui_columns_fit(b->room, gap, least, p->items.count);
    if (columns < p->items.count)
        columns = hui_columns_fit(b->room - 2 * edge, gap, least, p->items.count);
    hui_box *box =
        columns > 1 || p->items.count < 2
            ? rows_of(&inner, p->items, columns)
            : hui_spine_box(&inner, hui_spine_winding(&inner, p->items, sizeof(hui_topic), false, false, 0), draw_down);
    return hui_topic_list(b, box, "snake");
}

const hui_panel_kind hui_panel_snake = {.record = {"snake", "steps along a path that turns at the ends of its rows",
                                                   fields, HUI_FIELD_COUNT(fields), sizeof(snake), NULL},
                                        .build = build};
