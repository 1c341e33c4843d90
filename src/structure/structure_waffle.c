/* waffle: parts of a whole as squares of a grid. */
#include "structure/drawing.h"
#include "structure/topic.h"

#include <math.h>

typedef struct waffle {
    hui_list items; /* hui_topic */
    double total;
    int columns, rows, shape;
} waffle;

static const hui_word shape_words[] = {{"square", NULL}, {"circle", NULL}, {0}};

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(waffle, "the parts, with their values"),
    HUI_FIELD(waffle, total, NUMBER, "the whole; the sum of all values if absent", .min = 1e-9, .max = 1e15),
    HUI_FIELD(waffle, columns, INTEGER, "squares in a row", "10", .min = 1, .max = 50),
    HUI_FIELD(waffle, rows, INTEGER, "rows of squares", "10", .min = 1, .max = 50),
    HUI_FIELD(waffle, shape, ENUM, "what stands for a share", "\"square\"", .words = shape_words),
};

static const double cell = 30, largest_cell = 40, gap_share = 0.2, least_legend = 280, most_legend = 440,
                    smallest_cell = 8;

typedef struct drawing {
    const waffle *spec;
    const size_t *ends; /* of each part: the number of the square after its last */
    const hui_color *colors;
    hui_color rest;
} drawing;

static void add_cell(hui_path *path, const waffle *p, hui_rect r, size_t index)
{
    const double size = r.w / ((double)p->columns * (1 + gap_share) - gap_share), step = size * (1 + gap_share);
    const double x = r.x + step * (double)(index % (size_t)p->columns),
                 y = r.y + step * (double)(index / (size_t)p->columns);
    const double k = size * 0.16, radii[4] = {k, k, k, k};
    if (p->shape)
        hui_path_circle(path, x + size / 2, y + size / 2, size / 2);
    else
        hui_path_round_rect(path, (hui_rect){x, y, size, size}, radii);
}

static void draw(hui_scene *scene, hui_rect r, const void *data)
{
    const drawing *d = data;
    size_t at = 0;
    const size_t count = (size_t)(d->spec->columns * d->spec->rows);
    for (size_t i = 0; i <= d->spec->items.count; i++) {
        const bool rest = i == d->spec->items.count;
        const size_t end = rest ? count : d->ends[i];
        hui_path path = hui_path_new(scene->arena);
        for (; at < end; at++)
            add_cell(&path, d->spec, r, at);
        if (path.verb_count)
            hui_scene_path(scene, path, hui_paint_solid(rest ? d->rest : d->colors[i]), hui_stroke_none());
    }
}

static double total_of(const waffle *p)
{
    const hui_topic *topics = p->items.at;
    double sum = 0;
    for (size_t i = 0; i < p->items.count; i++)
        sum += fmax(hui_amount_of(topics[i].value), 0);
    return isnan(p->total) ? sum : fmax(sum, p->total);
}

/* Ends of parts are rounded, not the parts: together they are then never more than the whole. */
static size_t *ends_of(const hui_build *b, const waffle *p)
{
    const hui_topic *topics = p->items.at;
    size_t *ends = HUI_NEW_ARRAY(b->arena, size_t, p->items.count);
    const double total = total_of(p), count = (double)p->columns * p->rows;
    double sum = 0;
    for (size_t i = 0; i < p->items.count; i++) {
        sum += fmax(hui_amount_of(topics[i].value), 0);
        ends[i] = total > 0 ? (size_t)fmin(round(sum / total * count), count) : 0;
    }
    return ends;
}

static hui_box *legend_of(const hui_build *b, const waffle *p, const hui_color *colors)
{
    const hui_topic *topics = p->items.at;
    hui_box *list = hui_box_column(b, 10);
    list->justify = HUI_JUSTIFY_CENTER;
    for (size_t i = 0; i < p->items.count; i++) {
        hui_box *entry = hui_legend_entry(b, colors[i], topics[i].label, topics[i].value, topics[i].unit);
        hui_box_add(list, entry);
        hui_box_add(list, hui_topic_words(b, &topics[i], (hui_topic_look){.text_only = true, .compact = true}));
    }
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, "legend");
    return list;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const waffle *p = props;
    const hui_topic *topics = p->items.at;
    const double across = (double)p->columns * (1 + gap_share) - gap_share,
                 down = (double)p->rows * (1 + gap_share) - gap_share;
    const bool beside = b->room >= fmin(across * cell, b->room / 2) + 32 + least_legend;
    const double most = beside ? b->room - 32 - least_legend : b->room,
                 width = fmin(round(across * (beside ? cell : largest_cell)), floor(most));
    hui_color *colors = HUI_NEW_ARRAY(b->arena, hui_color, p->items.count);
    for (size_t i = 0; i < p->items.count; i++)
        colors[i] = hui_series_color(b, topics[i].accent, i, p->items.count);
    drawing *d = HUI_NEW(b->arena, drawing);
    *d = (drawing){p, ends_of(b, p), colors, hui_inks_of(b).track};
    hui_box *box = beside ? hui_box_row(b, 32, HUI_ALIGN_CENTER) : hui_box_column(b, 20);
    hui_box *grid = hui_box_drawing(
        b, (hui_drawing){draw, d, "waffle", {fmin(across * smallest_cell, width), width}, 0, down / across});
    grid->has_self = true;
    grid->self = beside ? HUI_ALIGN_CENTER : HUI_ALIGN_START;
    hui_box_add(box, grid);
    const hui_build inner = hui_build_within(b, beside ? fmin(b->room - width - 32, most_legend) : b->room);
    hui_box *legend = legend_of(&inner, p, colors);
    legend->grow = beside ? 1 : 0;
    legend->max_width = inner.room;
    hui_box_add(box, legend);
    return box;
}

const hui_panel_kind hui_panel_waffle = {.record = {"waffle", "parts of a whole as squares of a grid", fields,
                                                    HUI_FIELD_COUNT(fields), sizeof(waffle), NULL},
                                         .build = build};
