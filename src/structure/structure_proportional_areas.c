/* proportional_areas: circles or squares whose areas show values. */
#include "structure/drawing.h"
#include "structure/topic.h"

#include <math.h>

typedef struct proportional_areas {
    hui_list items; /* hui_topic */
    int shape;
} proportional_areas;

static const hui_word shape_words[] = {{"circle", NULL}, {"square", NULL}, {0}};

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(proportional_areas, "what is compared, with values"),
    HUI_FIELD(proportional_areas, shape, ENUM, "what has the area", "\"circle\"", .words = shape_words),
};

/* A cell needs room for four characters and more; the largest shape fills its cell up to a limit. */
static const double least_cell = 150, largest = 260, gap = 20, icon_share = 0.42, least_icon = 24, smallest = 6,
                    square_radius = 12, beside_share = 0.4, least_shape = 48;

typedef struct area {
    double side; /* or diameter; 0: nothing to draw */
    bool square;
    hui_color fill;
} area;

static void draw(hui_scene *scene, hui_rect r, const void *data)
{
    const area *a = data;
    const double s = a->side, k = fmin(square_radius, s / 6), radii[4] = {k, k, k, k};
    const hui_rect rect = {r.x + (r.w - s) / 2, r.y + r.h - s, s, s};
    hui_path path = hui_path_new(scene->arena);
    if (a->square)
        hui_path_round_rect(&path, rect, radii);
    else
        hui_path_circle(&path, rect.x + s / 2, rect.y + s / 2, s / 2);
    if (s > 0)
        hui_scene_path(scene, path, hui_paint_solid(a->fill), hui_stroke_none());
}

static double largest_value(const proportional_areas *p)
{
    const hui_topic *topics = p->items.at;
    double max = 0;
    for (size_t i = 0; i < p->items.count; i++)
        max = fmax(max, hui_amount_of(topics[i].value));
    return max;
}

/* What all cells share, and the largest shape of a cell's line, px. */
typedef struct measures {
    double max, most, line;
    bool beside; /* words stand beside their shapes */
} measures;

static double side_of(const measures *m, const hui_topic *topic)
{
    const double share = m->max > 0 ? fmax(hui_amount_of(topic->value), 0) / m->max : 0;
    return share > 0 ? fmax(m->most * sqrt(share), smallest) : 0;
}

/* The shape stands on the foot of its line, its icon in its middle. */
static hui_box *shape_of(const hui_build *b, const proportional_areas *p, const hui_topic *topic, const measures *m)
{
    area *a = HUI_NEW(b->arena, area);
    const hui_block_inks solid = hui_solid_of(b);
    *a = (area){side_of(m, topic), p->shape == 1, solid.fill};
    hui_box *stack = hui_box_stack(b);
    stack->align = HUI_ALIGN_CENTER;
    stack->justify = HUI_JUSTIFY_END;
    hui_box_add(stack,
                hui_box_drawing(b, (hui_drawing){draw, a, "area", {m->most, m->most}, fmax(ceil(m->line), 1), 0}));
    const double icon_size = round(a->side * icon_share / 2) * 2;
    if (icon_size >= least_icon && (topic->icon.text || topic->image.text)) {
        hui_box *holder = hui_box_column(b, 0);
        holder->padding[HUI_BOTTOM] = round((a->side - icon_size) / 2);
        hui_box_add(holder, hui_topic_icon(b, topic, icon_size, solid.ink));
        hui_box_add(stack, holder);
    }
    return stack;
}

static hui_box *cell_of(const hui_build *b, const proportional_areas *p, const hui_topic *topic, const measures *m)
{
    const hui_build mine = hui_build_topic(b, topic),
                    words = hui_build_within(&mine, b->room - (m->beside ? m->most + gap : 0));
    hui_box *cell = m->beside ? hui_box_row(b, gap, HUI_ALIGN_CENTER) : hui_box_column(b, 10);
    hui_box_add(cell, shape_of(&mine, p, topic, m));
    hui_box_add(cell, hui_grow(hui_topic_words(
                          &words, topic,
                          (hui_topic_look){.align = m->beside ? HUI_TEXT_START : HUI_TEXT_CENTER, .compact = true})));
    if (!m->beside && cell->last != cell->first)
        cell->last->grow = 0;
    hui_look_role(hui_box_look(b, cell), HUI_ROLE_LIST_ITEM, "area");
    return cell;
}

/* The largest shape from `first` on in a line of so many columns. */
static double line_height(const proportional_areas *p, const measures *m, size_t first, size_t columns)
{
    const hui_topic *topics = p->items.at;
    double line = 0;
    for (size_t i = first; i < first + columns && i < p->items.count; i++)
        line = fmax(line, side_of(m, &topics[i]));
    return line;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const proportional_areas *p = props;
    const hui_topic *topics = p->items.at;
    double least = least_cell;
    for (size_t i = 0; i < p->items.count; i++)
        least = fmax(least, hui_topic_extent(b, &topics[i], (hui_topic_look){.compact = true}).min);
    const size_t most_columns = (size_t)fmax(1, floor((b->room + gap) / (least + gap))), count = p->items.count;
    const size_t lines = (count + most_columns - 1) / most_columns, columns = (count + lines - 1) / (lines ? lines : 1);
    const hui_build group = hui_build_group(b),
                    inner = hui_build_within(&group, floor((b->room - gap * (double)(columns - 1)) / (double)columns));
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    hui_length *tracks = HUI_NEW_ARRAY(b->arena, hui_length, columns);
    for (size_t i = 0; i < columns; i++)
        tracks[i] = (hui_length){1, HUI_UNIT_FR};
    hui_box_tracks(b, grid, (hui_lengths){tracks, columns});
    grid->gap = gap;
    measures m = {.max = largest_value(p), .beside = columns == 1 && count > 1};
    const double beside = fmax(fmin(inner.room * beside_share, inner.room - gap - least), least_shape);
    m.most = floor(fmin(m.beside ? beside : inner.room, largest));
    grid->row_gap = m.beside ? 16 : 32;
    for (size_t i = 0; i < count; i++) {
        m.line = line_height(p, &m, i / columns * columns, columns);
        hui_box_add(grid, cell_of(&inner, p, &topics[i], &m));
    }
    hui_look_role(hui_box_look(b, grid), HUI_ROLE_LIST, "areas");
    return grid;
}

const hui_panel_kind hui_panel_proportional_areas = {
    .record = {"proportional-areas", "circles or squares whose areas show values", fields, HUI_FIELD_COUNT(fields),
               sizeof(proportional_areas), NULL},
    .build = build};
