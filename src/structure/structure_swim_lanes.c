/* swim-lanes: who does what at which step. */
#include "structure/shelf.h"

#include <math.h>

typedef struct task {
    hui_topic topic; /* first: see hui_topic_at */
    int step;
} task;

typedef struct lane {
    hui_topic topic; /* its items are tasks */
} lane;

typedef struct swim_lanes {
    hui_list items, steps;
    bool arrows;
} swim_lanes;

static const hui_field task_fields[] = {
    HUI_TOPIC_FIELDS(task, topic),
    HUI_FIELD(task, step, INTEGER, "at which step, from 1; the one after the task before it if 0", "0", .min = 0,
              .max = 24),
};
static const hui_record task_record = {
    "task", "what is done at a step", task_fields, HUI_FIELD_COUNT(task_fields), sizeof(task), "label"};

static const hui_field lane_fields[] = {
    HUI_TOPIC_FIELDS(lane, topic),
    HUI_FIELD_AS("items", lane, topic.items, LIST, "what is done in it, in the order of steps", .record = &task_record),
};
static const hui_record lane_record = {"lane",       "who does it", lane_fields, HUI_FIELD_COUNT(lane_fields),
                                       sizeof(lane), "label"};

static const hui_field fields[] = {
    HUI_FIELD(swim_lanes, items, LIST, "the lanes, from the top", .required = true, .record = &lane_record),
    HUI_FIELD(swim_lanes, steps, TEXTS, "what the steps are called"),
    HUI_FIELD(swim_lanes, arrows, BOOL, "arrows from step to step"),
};

static const hui_topic_look header_look = {.align = HUI_TEXT_CENTER, .compact = true, .plain = true};
static const double header_width = 136, header_pad = 12, narrow_header = 108, cell_pad = 10, task_gap = 10,
                    lane_gap = 8, task_pad = 12, arrow = 18;
static const double heading_pad = 10, icon_size = 44, least_task = 100, least_card = 300, badge = 44;

typedef struct placed {
    hui_box *box;
    size_t lane, step;
    const hui_accent *accent;
} placed;

typedef struct layout {
    hui_build build;
    const swim_lanes *spec;
    placed *tasks;
    hui_box **headers, **headings; /* of lanes, of steps; headings may be NULL */
    double *tops, *heights;        /* of lanes: results */
    size_t lane_count, step_count, task_count;
    double header;
} layout;

static const lane *lane_at(const swim_lanes *p, size_t index)
{
    return (const lane *)p->items.at + index;
}

/* The step of a task, from 0, if the one before it in its lane was at `before` (0: it is the first). */
static size_t step_of(const task *t, size_t before)
{
    return t->step > 0 ? (size_t)t->step - 1 : before;
}

static void count_all(layout *l)
{
    l->lane_count = l->spec->items.count;
    l->step_count = l->spec->steps.count;
    for (size_t i = 0; i < l->lane_count; i++) {
        const hui_list tasks = lane_at(l->spec, i)->topic.items;
        size_t next = 0;
        for (size_t k = 0; k < tasks.count; k++) {
            next = step_of((const task *)tasks.at + k, next) + 1;
            l->step_count = next > l->step_count ? next : l->step_count;
        }
        l->task_count += tasks.count;
    }
    if (l->step_count == 0)
        l->step_count = 1;
}

static double cell_width(const layout *l, double width)
{
    return floor((width - l->header) / (double)l->step_count);
}

static hui_extent lanes_widths(void *data, const hui_box *box)
{
    (void)box;
    const layout *l = data;
    double least = 0, most = 0;
    for (const placed *t = l->tasks; t < l->tasks + l->task_count; t++) {
        least = fmax(least, t->box->extent.min);
        most = fmax(most, t->box->extent.max);
    }
    const double n = (double)l->step_count;
    return (hui_extent){l->header + n * (least + 2 * cell_pad),
                        fmax(l->build.room, l->header + n * (most + 2 * cell_pad))};
}

static void lanes_share(void *data, hui_box *box, double width)
{
    (void)box;
    const layout *l = data;
    const double cell = cell_width(l, width);
    for (size_t i = 0; i < l->lane_count; i++)
        l->headers[i]->rect.w = l->header;
    for (size_t i = 0; i < l->step_count; i++)
        if (l->headings[i])
            l->headings[i]->rect.w = fmax(cell - 2 * cell_pad, 1);
    for (placed *t = l->tasks; t < l->tasks + l->task_count; t++)
        t->box->rect.w = fmax(cell - 2 * cell_pad, 1);
}

static double place_headings(const layout *l, double cell)
{
    double height = 0;
    for (size_t i = 0; i < l->step_count; i++)
        height = fmax(height, l->headings[i] ? l->headings[i]->rect.h : 0);
    for (size_t i = 0; i < l->step_count; i++)
        if (l->headings[i]) {
            l->headings[i]->rect.x = l->header + (double)i * cell + cell_pad;
            l->headings[i]->rect.y = heading_pad + (height - l->headings[i]->rect.h) / 2;
        }
    return height > 0 ? height + 2 * heading_pad : 0;
}

/* Tasks of one lane and step stand below each other, in the middle of the lane. */
static void place_tasks(const layout *l, double cell)
{
    double *filled = HUI_NEW_ARRAY(l->build.arena, double, l->step_count);
    for (size_t row = 0, first = 0; row < l->lane_count; row++) {
        size_t end = first;
        for (size_t i = 0; i < l->step_count; i++)
            filled[i] = -task_gap;
        for (; end < l->task_count && l->tasks[end].lane == row; end++)
            filled[l->tasks[end].step] += l->tasks[end].box->rect.h + task_gap;
        double *at = filled;
        for (size_t i = 0; i < l->step_count; i++)
            at[i] = l->tops[row] + (l->heights[row] - filled[i]) / 2;
        for (; first < end; first++) {
            hui_box *box = l->tasks[first].box;
            const size_t step = l->tasks[first].step;
            box->rect.x = l->header + (double)step * cell + cell_pad;
            box->rect.y = at[step];
            at[step] += box->rect.h + task_gap;
        }
    }
}

static void measure_lanes(const layout *l)
{
    double *filled = HUI_NEW_ARRAY(l->build.arena, double, l->step_count);
    for (size_t row = 0, at = 0; row < l->lane_count; row++) {
        for (size_t i = 0; i < l->step_count; i++)
            filled[i] = -task_gap;
        l->heights[row] = l->headers[row]->natural;
        for (; at < l->task_count && l->tasks[at].lane == row; at++) {
            double *sum = &filled[l->tasks[at].step];
            *sum += l->tasks[at].box->natural + task_gap;
            l->heights[row] = fmax(l->heights[row], *sum + 2 * cell_pad + 8);
        }
    }
}

static double lanes_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box, (void)height;
    layout *l = data;
    const double cell = cell_width(l, width);
    double y = place_headings(l, cell);
    measure_lanes(l);
    for (size_t i = 0; i < l->lane_count; i++) {
        l->tops[i] = y;
        l->headers[i]->rect.x = 0;
        l->headers[i]->rect.y = y;
        l->headers[i]->rect.h = l->heights[i];
        y += l->heights[i] + lane_gap;
    }
    place_tasks(l, cell);
    return y - (l->lane_count ? lane_gap : 0);
}

static const hui_arranger arranger = {lanes_widths, lanes_share, lanes_arrange};

static void draw_arrow(hui_scene *scene, hui_rect from, hui_rect to, hui_color color)
{
    const double x0 = from.x + from.w, y0 = round(from.y + from.h / 2), x1 = to.x, y1 = round(to.y + to.h / 2);
    const double turn = x1 - cell_pad;
    hui_path path = hui_path_new(scene->arena), head = hui_path_new(scene->arena);
    hui_path_move(&path, x0, y0);
    hui_path_line(&path, turn, y0);
    hui_path_line(&path, turn, y1);
    hui_path_line(&path, x1 - arrow * 0.4, y1);
    const hui_point points[] = {{x1 - arrow * 0.8, y1 - arrow / 2}, {x1, y1}, {x1 - arrow * 0.8, y1 + arrow / 2}};
    hui_path_polygon(&head, points, 3);
    hui_scene_path(scene, path, hui_paint_none(), hui_stroke_line(color, 3));
    hui_scene_path(scene, head, hui_paint_solid(color), hui_stroke_none());
}

/* The tasks of a step, in the order of lanes. */
typedef struct step_tasks {
    const placed **at;
    size_t count;
} step_tasks;

static step_tasks *by_step(hui_arena *arena, const layout *l)
{
    step_tasks *steps = HUI_NEW_ARRAY(arena, step_tasks, l->step_count);
    for (const placed *t = l->tasks; t < l->tasks + l->task_count; t++)
        steps[t->step].count++;
    for (size_t i = 0; i < l->step_count; i++) {
        steps[i].at = HUI_NEW_ARRAY(arena, const placed *, steps[i].count);
        steps[i].count = 0;
    }
    for (const placed *t = l->tasks; t < l->tasks + l->task_count; t++)
        steps[t->step].at[steps[t->step].count++] = t;
    return steps;
}

/* Within lanes: each task of the one to one of the other; where one of them has fewer, its last to the rest. */
static void draw_within_lanes(hui_scene *scene, step_tasks from, step_tasks to, hui_color color)
{
    for (size_t i = 0, k = 0; i < from.count && k < to.count;) {
        const size_t at = from.at[i]->lane;
        if (to.at[k]->lane != at) {
            if (to.at[k]->lane < at)
                k++;
            else
                i++;
            continue;
        }
        draw_arrow(scene, from.at[i]->box->rect, to.at[k]->box->rect, color);
        const bool more_from = i + 1 < from.count && from.at[i + 1]->lane == at,
                   more_to = k + 1 < to.count && to.at[k + 1]->lane == at;
        i += more_from || !more_to;
        k += more_to || !more_from;
    }
}

/* From the tasks of one step to those of the next: to all where one of them is alone at its step, else within lanes. */
static void draw_arrows(hui_scene *scene, const layout *l)
{
    const step_tasks *steps = by_step(scene->arena, l);
    const hui_color color = hui_inks_of(&l->build).bar;
    for (size_t s = 0; s + 1 < l->step_count; s++) {
        if (steps[s].count > 1 && steps[s + 1].count > 1) {
            draw_within_lanes(scene, steps[s], steps[s + 1], color);
            continue;
        }
        for (size_t i = 0; i < steps[s].count; i++)
            for (size_t k = 0; k < steps[s + 1].count; k++)
                draw_arrow(scene, steps[s].at[i]->box->rect, steps[s + 1].at[k]->box->rect, color);
    }
}

static void draw_lanes(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    const hui_rect inner = hui_box_inner(box);
    const double radius = l->build.theme->measures.radius / 2, radii[4] = {radius, radius, radius, radius};
    const bool dark = l->build.ground == HUI_GROUND_STRONG;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "lanes"});
    for (size_t i = 0; i < l->lane_count; i++) {
        const hui_accent *own = lane_at(l->spec, i)->topic.accent, *accent = own ? own : l->build.accent;
        const hui_color fill = dark                                 ? hui_inks_of(&l->build).track
                               : l->build.ground == HUI_GROUND_TINT ? accent->line
                                                                    : accent->tint;
        hui_scene_rect(scene, (hui_rect){inner.x, inner.y + l->tops[i], inner.w, l->heights[i]}, radii,
                       hui_paint_solid(fill), hui_stroke_none());
    }
    if (l->spec->arrows)
        draw_arrows(scene, l);
    hui_scene_end(scene);
}

static hui_box *header_of(const hui_build *b, const hui_topic *topic, double width)
{
    hui_build strong = hui_build_on(b, HUI_GROUND_STRONG);
    strong = hui_build_within(&strong, width - 2 * header_pad);
    hui_box *outer = hui_box_column(b, 0), *column = hui_box_column(b, 6);
    column->justify = HUI_JUSTIFY_CENTER;
    hui_box_pad(column, 16, header_pad);
    hui_look *look = hui_box_look(b, column);
    const double radius = b->theme->measures.radius / 2;
    look->fill = b->accent->fill;
    look->radii[0] = look->radii[3] = radius;
    hui_box *icon = hui_topic_icon(&strong, topic, icon_size, b->theme->palette.on_strong);
    if (icon) {
        icon->self = HUI_ALIGN_CENTER;
        icon->has_self = true;
        hui_box_add(column, icon);
    }
    hui_topic_look words = header_look;
    words.on = b->accent->fill;
    hui_box_add(column, hui_topic_words(&strong, topic, words));
    hui_box_add(outer, hui_grow(column));
    return outer;
}

static hui_box *task_of(const hui_build *b, const hui_topic *topic)
{
    hui_build ground;
    hui_box *card = hui_card_open(b, &ground), *row = hui_box_column(b, 6);
    const hui_build within = hui_build_within(&ground, b->room - 2 * task_pad);
    hui_box_pad(card, task_pad - 4, task_pad);
    hui_look_radius(hui_box_look(b, card), b->theme->measures.radius / 2);
    hui_look_role(hui_box_look(b, card), HUI_ROLE_LIST_ITEM, "topic");
    hui_box *icon = hui_topic_icon(&within, topic, 36, hui_inks_of(&within).icon);
    if (icon) {
        icon->self = HUI_ALIGN_START;
        icon->has_self = true;
        hui_box_add(row, icon);
    }
    hui_box_add(row,
                hui_topic_words(&within, topic, (hui_topic_look){.balance = true, .compact = true, .plain = true}));
    hui_box_add(card, row);
    return card;
}

static void add_lane(layout *l, hui_box *box, size_t index, size_t *at, const hui_build *cell)
{
    const lane *one = lane_at(l->spec, index);
    const hui_build mine = hui_build_topic(&l->build, &one->topic);
    l->headers[index] = header_of(&mine, &one->topic, l->header);
    hui_topic_item(l->headers[index], l->headers[index]);
    hui_box_add(box, l->headers[index]);
    size_t next = 0;
    for (size_t k = 0; k < one->topic.items.count; k++) {
        const task *t = (const task *)one->topic.items.at + k;
        hui_build own = *cell;
        own.accent = mine.accent;
        own = hui_build_topic(&own, &t->topic);
        const size_t step = step_of(t, next);
        next = step + 1;
        l->tasks[*at] = (placed){task_of(&own, &t->topic), index, step, own.accent};
        hui_box_add(box, l->tasks[(*at)++].box);
    }
}

static hui_box *heading_of(const hui_build *b, hui_string string)
{
    return hui_part_text(b, string,
                         (hui_text_look){.type = HUI_TYPE_TAG,
                                         .color = hui_inks_of(b).strong,
                                         .align = HUI_TEXT_CENTER,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "step"});
}

static hui_box *side_by_side(layout *l)
{
    hui_arena *arena = l->build.arena;
    hui_box *box = hui_box_free(arena, &arranger, l);
    const hui_build cell = hui_build_within(&l->build, cell_width(l, l->build.room) - 2 * cell_pad);
    const hui_string *steps = l->spec->steps.at;
    l->tasks = HUI_NEW_ARRAY(arena, placed, l->task_count);
    l->headers = HUI_NEW_ARRAY(arena, hui_box *, l->lane_count);
    l->headings = HUI_NEW_ARRAY(arena, hui_box *, l->step_count);
    l->tops = HUI_NEW_ARRAY(arena, double, l->lane_count);
    l->heights = HUI_NEW_ARRAY(arena, double, l->lane_count);
    for (size_t i = 0; i < l->spec->steps.count; i++) {
        l->headings[i] = heading_of(&cell, steps[i]);
        hui_box_add(box, l->headings[i]);
    }
    for (size_t i = 0, at = 0; i < l->lane_count; i++)
        add_lane(l, box, i, &at, &cell);
    box->draw_before = draw_lanes;
    return box;
}

/* The step's name over a task. */
static hui_box *step_row(const layout *l, const hui_build *b, const task *t, size_t step)
{
    const hui_string *steps = l->spec->steps.at;
    const hui_build within = hui_build_within(b, b->room - badge - 12);
    hui_box *row = hui_box_row(b, 12, HUI_ALIGN_START), *words = hui_box_column(b, 0);
    hui_box_add(row, hui_part_number(b, step + 1, badge, HUI_TYPE_NOTE));
    if (step < l->spec->steps.count)
        hui_box_add(words, hui_part_text(&within, steps[step],
                                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                                         .color = hui_inks_of(b).secondary,
                                                         .role = HUI_ROLE_PARAGRAPH,
                                                         .kind = "step"}));
    hui_box_add(words, hui_topic_words(&within, &t->topic, (hui_topic_look){.balance = true, .plain = true}));
    words->min_height = badge;
    words->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, hui_grow(words));
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "topic");
    return row;
}

/* Where cells have no room each lane is a card of its steps. */
static hui_box *lane_card(const layout *l, const hui_build *b, const lane *one)
{
    const hui_build around = hui_build_topic(b, &one->topic);
    hui_build mine;
    hui_box *card = hui_card_open(&around, &mine), *rows = hui_box_column(&mine, 14);
    const double padding = card->padding[HUI_LEFT] + card->padding[HUI_RIGHT];
    for (int side = 0; side < 4; side++) {
        rows->padding[side] = card->padding[side];
        card->padding[side] = 0;
    }
    hui_box *header = header_of(&mine, &one->topic, b->room);
    hui_look_radius(hui_box_look(&mine, header->first), 0);
    hui_box_add(card, header);
    const hui_build inner = hui_build_within(&mine, b->room - padding);
    size_t next = 0;
    for (size_t k = 0; k < one->topic.items.count; k++) {
        const task *t = (const task *)one->topic.items.at + k;
        const hui_build own = hui_build_topic(&inner, &t->topic);
        const size_t step = step_of(t, next);
        next = step + 1;
        hui_box_add(rows, step_row(l, &own, t, step));
    }
    if (rows->first)
        hui_box_add(card, rows);
    hui_look *look = hui_box_look(&mine, card);
    look->clip = true;
    hui_look_role(look, HUI_ROLE_LIST_ITEM, "lane");
    return card;
}

/* What the narrowest cell must hold. */
static double least_cell(const layout *l)
{
    double least = least_task;
    for (size_t i = 0; i < l->lane_count; i++)
        least = fmax(least, hui_topics_extent(&l->build, lane_at(l->spec, i)->topic.items, sizeof(task),
                                              (hui_topic_look){.compact = true})
                                .min);
    const hui_string *steps = l->spec->steps.at;
    for (size_t i = 0; i < l->spec->steps.count; i++)
        least = fmax(least, hui_leaf_extent(heading_of(&l->build, steps[i])).min);
    return least + 2 * (cell_pad + task_pad);
}

/* Names of steps at which nothing is done, so that they are said, too. */
static void add_idle_steps(const layout *l, hui_box *column)
{
    bool *used = HUI_NEW_ARRAY(l->build.arena, bool, l->step_count);
    for (size_t i = 0; i < l->lane_count; i++) {
        const hui_list tasks = lane_at(l->spec, i)->topic.items;
        for (size_t k = 0, next = 0; k < tasks.count; k++) {
            const size_t step = step_of((const task *)tasks.at + k, next);
            used[step] = true;
            next = step + 1;
        }
    }
    for (size_t i = 0; i < l->spec->steps.count; i++)
        if (!used[i])
            hui_box_add(column, heading_of(&l->build, ((const hui_string *)l->spec->steps.at)[i]));
}

static hui_box *stacked(const layout *l)
{
    hui_box *column = hui_box_column(&l->build, l->build.theme->measures.gap);
    column->breaks = true;
    add_idle_steps(l, column);
    const double gap = l->build.theme->measures.gap;
    const size_t columns = hui_columns_fit(l->build.room, gap, least_card, l->lane_count);
    hui_box *grid = hui_even_grid(&l->build, columns, gap, gap);
    const hui_build cell = hui_build_within(&l->build, hui_column_width(l->build.room, gap, columns));
    grid->breaks = true;
    for (size_t i = 0; i < l->lane_count; i++)
        hui_box_add(grid, lane_card(l, &cell, lane_at(l->spec, i)));
    hui_box_add(column, grid);
    return column;
}

/* What headers need for their longest word. */
static double least_header(const layout *l)
{
    return hui_topics_extent(&l->build, l->spec->items, sizeof(lane), header_look).min + 2 * header_pad;
}

static hui_box *build(const hui_build *b, const void *props)
{
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.build = hui_build_group(b), .spec = props};
    const double least = least_header(l);
    l->header = fmax(header_width, least);
    count_all(l);
    const double tasks = least_cell(l) * (double)l->step_count;
    if (l->header + tasks > b->room)
        l->header = fmax(narrow_header, least);
    const bool fits = l->header + tasks <= b->room;
    return hui_topic_list(b, fits ? side_by_side(l) : stacked(l), "swim-lanes");
}

const hui_panel_kind hui_panel_swim_lanes = {
    .record = {"swim-lanes", "who does what at which step", fields, HUI_FIELD_COUNT(fields), sizeof(swim_lanes), NULL},
    .build = build};
