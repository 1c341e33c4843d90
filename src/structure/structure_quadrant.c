/* quadrant: four topics around two axes, with points in between. */
#include "structure/drawing.h"
#include "structure/topic.h"

#include <math.h>

typedef struct quarter {
    hui_topic topic;
} quarter;

typedef struct point {
    hui_string label;
    double x, y;
    const hui_accent *accent;
} point;

typedef struct quadrant {
    const quarter *quarters[4];
    hui_list points;
    hui_string x_label, y_label;
    double min, max;
} quadrant;

static const hui_field quarter_fields[] = {HUI_TOPIC_FIELDS(quarter, topic)};
static const hui_record quarter_record = {
    "quarter", "one of four fields", quarter_fields, HUI_FIELD_COUNT(quarter_fields), sizeof(quarter), "label"};

static const hui_field point_fields[] = {
    HUI_FIELD(point, label, TEXT, "beside the point, or in a list below where there is no room", .required = true),
    HUI_FIELD(point, x, NUMBER, "how far to the right", .required = true, .min = -1e15, .max = 1e15),
    HUI_FIELD(point, y, NUMBER, "how far up", .required = true, .min = -1e15, .max = 1e15),
    HUI_FIELD(point, accent, ACCENT, "its colour; the panel's if absent"),
};
static const hui_record point_record = {"quadrant point", "one point", point_fields, HUI_FIELD_COUNT(point_fields),
                                        sizeof(point),    NULL};

static const hui_field fields[] = {
    HUI_FIELD_AS("topLeft", quadrant, quarters[0], OBJECT, "little of x, much of y", .record = &quarter_record),
    HUI_FIELD_AS("topRight", quadrant, quarters[1], OBJECT, "much of both", .record = &quarter_record),
    HUI_FIELD_AS("bottomLeft", quadrant, quarters[2], OBJECT, "little of both", .record = &quarter_record),
    HUI_FIELD_AS("bottomRight", quadrant, quarters[3], OBJECT, "much of x, little of y", .record = &quarter_record),
    HUI_FIELD_AS("xLabel", quadrant, x_label, TEXT, "what grows to the right"),
    HUI_FIELD_AS("yLabel", quadrant, y_label, TEXT, "what grows upwards"),
    HUI_FIELD(quadrant, points, LIST, "points by their measure of both", .record = &point_record),
    HUI_FIELD(quadrant, min, NUMBER, "of both axes", "0", .min = -1e15, .max = 1e15),
    HUI_FIELD(quadrant, max, NUMBER, "of both axes", "100", .min = -1e15, .max = 1e15),
};

enum { MOST_LABELS = 40 }; /* more points are numbered without a try */
enum { RINGS = 13, DIRECTIONS = 16 };
static const double wide_pad = 20, narrow_pad = 8, narrow_width = 400, split = 6, radius = 12, dot = 9,
                    number_size = 36, height_share = 0.56, least_height = 240, label_gap = 6, edge = 22;

typedef struct layout {
    hui_build build;
    const quadrant *spec;
    hui_box *titles[4]; /* NULL: none */
    hui_box **labels;   /* of the points: words, or numbers */
    bool numbered;
    double pad;                 /* around titles */
    double top, bottom, height; /* heights of titles in both rows; of all */
    hui_color soft, marked;     /* grounds of the quarters, and of the one with much of both */
} layout;

static const point *point_at(const layout *l, size_t i)
{
    return (const point *)l->spec->points.at + i;
}

static hui_point place_of(const layout *l, size_t i, hui_rect plot)
{
    const point *p = point_at(l, i);
    const double range = l->spec->max > l->spec->min ? l->spec->max - l->spec->min : 1;
    const double x = fmin(fmax((p->x - l->spec->min) / range, 0), 1),
                 y = fmin(fmax((p->y - l->spec->min) / range, 0), 1);
    return (hui_point){plot.x + edge + (plot.w - 2 * edge) * x, plot.y + edge + (plot.h - 2 * edge) * (1 - y)};
}

/* Labels around points */

/* Right, left, above, below of the point. */
static hui_rect candidate(hui_point c, hui_extent size, double height, int side)
{
    const double w = size.max, away = dot + label_gap;
    switch (side) {
    case 0:
        return (hui_rect){c.x + away, c.y - height / 2, w, height};
    case 1:
        return (hui_rect){c.x - away - w, c.y - height / 2, w, height};
    case 2:
        return (hui_rect){c.x - w / 2, c.y - away - height, w, height};
    default:
        return (hui_rect){c.x - w / 2, c.y + away, w, height};
    }
}

static bool is_inside(hui_rect r, hui_rect plot)
{
    return r.x >= plot.x && r.y >= plot.y && r.x + r.w <= plot.x + plot.w && r.y + r.h <= plot.y + plot.h;
}

static bool is_free(const layout *l, hui_rect r, hui_rect plot, const hui_rect *placed, size_t count, size_t own)
{
    for (size_t i = 0; i < count; i++)
        if (!hui_rect_empty(hui_rect_intersect(r, placed[i])))
            return false;
    for (size_t i = 0; i < l->spec->points.count; i++) {
        const hui_point c = place_of(l, i, plot);
        if (i != own && !hui_rect_empty(hui_rect_intersect(r, (hui_rect){c.x - dot, c.y - dot, 2 * dot, 2 * dot})))
            return false;
    }
    return is_inside(r, plot);
}

/* Each label takes the first side that is free. False if one finds none; it then stands at the right. */
static bool place_labels(const layout *l, hui_rect plot, double line, hui_rect *placed)
{
    bool all = true;
    for (size_t i = 0; i < l->spec->points.count; i++) {
        const hui_extent size = hui_leaf_extent(l->labels[i]);
        const hui_point c = place_of(l, i, plot);
        int side = 0;
        while (side < 4 && !is_free(l, candidate(c, size, line, side), plot, placed, i, i))
            side++;
        all &= side < 4;
        placed[i] = candidate(c, size, line, side < 4 ? side : 0);
    }
    return all;
}

static double plot_height(double width)
{
    return fmax(round(width * height_share), least_height);
}

/* The box */

static hui_extent quadrant_widths(void *data, const hui_box *box)
{
    (void)box;
    const layout *l = data;
    double least = 0;
    for (int i = 0; i < 4; i++)
        if (l->titles[i])
            least = fmax(least, l->titles[i]->extent.min);
    least = 2 * (least + 2 * l->pad) + split;
    return (hui_extent){least, fmax(least, l->build.room)};
}

static void quadrant_share(void *data, hui_box *box, double width)
{
    const layout *l = data;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = fmin(child->extent.max, width);
    for (int i = 0; i < 4; i++)
        if (l->titles[i])
            l->titles[i]->rect.w = floor((width - split) / 2 - 2 * l->pad);
}

static double row_height(const layout *l, int first)
{
    double height = 0;
    for (int i = first; i < first + 2; i++)
        if (l->titles[i])
            height = fmax(height, l->titles[i]->rect.h + 2 * l->pad);
    return height;
}

/* Numbers that would stand on others move away in growing circles, as little as they can. */
static hui_rect number_place(hui_point c, double size, hui_rect plot, const hui_rect *placed, size_t count)
{
    hui_rect r = {c.x - size / 2, c.y - size / 2, size, size};
    for (int ring = 0; ring < RINGS; ring++)
        for (int k = 0; k < (ring ? DIRECTIONS : 1); k++) {
            const double angle = 2 * HUI_PI * k / DIRECTIONS, away = ring * size / 4;
            const hui_rect tried = {c.x - size / 2 + away * cos(angle), c.y - size / 2 + away * sin(angle), size, size};
            bool is_clear = is_inside(tried, plot);
            for (size_t i = 0; i < count && is_clear; i++)
                is_clear = hui_rect_empty(hui_rect_intersect(tried, placed[i]));
            if (is_clear)
                return tried;
        }
    return r;
}

static void place_points(layout *l, hui_rect plot)
{
    const size_t count = l->spec->points.count;
    hui_rect *placed = HUI_NEW_ARRAY(l->build.arena, hui_rect, count);
    if (!l->numbered)
        place_labels(l, plot, l->build.theme->type[HUI_TYPE_NOTE].line_height, placed);
    for (size_t i = 0; i < count; i++) {
        if (l->numbered)
            placed[i] = number_place(place_of(l, i, plot), number_size, plot, placed, i);
        l->labels[i]->rect.x = placed[i].x;
        l->labels[i]->rect.y = placed[i].y;
    }
}

/* Titles have rows of their own at the top and the foot: points and their labels keep between them. */
static double quadrant_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    layout *l = data;
    const bool points = l->spec->points.count > 0;
    l->top = row_height(l, 0);
    l->bottom = row_height(l, 2);
    const double even = fmax(fmax(l->top, l->bottom), least_height / 2), plot = points ? plot_height(width) : 0;
    const double needed = points ? l->top + plot + l->bottom : 2 * even + split;
    l->height = points ? needed : fmax(needed, height);
    for (int i = 0; i < 4; i++)
        if (l->titles[i]) {
            hui_box *title = l->titles[i];
            const double half = (l->height - split) / 2, y = points
                                                                 ? i < 2 ? l->pad : l->height - l->pad - title->rect.h
                                                             : i < 2 ? (half - title->rect.h) / 2
                                                                     : half + split + (half - title->rect.h) / 2;
            title->rect.x = i % 2 ? (width + split) / 2 + l->pad : l->pad;
            title->rect.y = y;
        }
    if (points)
        place_points(l, (hui_rect){0, l->top, width, plot});
    return l->height;
}

static const hui_arranger arranger = {quadrant_widths, quadrant_share, quadrant_arrange};

/* With points, the axes cross in the middle of their plot. */
static double middle_of(const layout *l, double width)
{
    return l->spec->points.count ? l->top + plot_height(width) / 2 : l->height / 2;
}

static void draw_quarters(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    const hui_rect r = box->rect;
    const double middle = middle_of(l, r.w), w = (r.w - split) / 2, radii[4] = {radius, radius, radius, radius};
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "quarters"});
    for (int i = 0; i < 4; i++) {
        const double top = i < 2 ? r.y : r.y + middle + split / 2, foot = i < 2 ? r.y + middle - split / 2 : r.y + r.h;
        hui_scene_rect(scene, (hui_rect){i % 2 ? r.x + w + split : r.x, top, w, foot - top}, radii,
                       hui_paint_solid(i == 1 ? l->marked : l->soft), hui_stroke_none());
    }
    for (size_t i = 0; i < l->spec->points.count && !l->numbered; i++) {
        const hui_point c = place_of(l, i, (hui_rect){r.x, r.y + l->top, r.w, plot_height(r.w)});
        hui_path path = hui_path_new(scene->arena);
        hui_path_circle(&path, c.x, c.y, dot);
        hui_scene_path(scene, path, hui_paint_solid(hui_series_color(&l->build, point_at(l, i)->accent, 0, 1)),
                       hui_stroke_none());
    }
    hui_scene_end(scene);
}

/* Words */

static hui_box *title_of(const hui_build *b, const hui_topic *topic, bool quiet, hui_color ground)
{
    const hui_build mine = hui_build_topic(b, topic);
    hui_box *column = hui_box_column(b, 4);
    hui_box_add(column, quiet ? NULL : hui_topic_icon(&mine, topic, 44, hui_inks_of(&mine).icon));
    if (column->first) {
        column->first->has_self = true;
        column->first->self = HUI_ALIGN_CENTER;
    }
    hui_box_add(column, hui_topic_words(&mine, topic,
                                        (hui_topic_look){.align = quiet ? HUI_TEXT_START : HUI_TEXT_CENTER,
                                                         .compact = quiet,
                                                         .on = ground}));
    return column->first ? column : NULL;
}

static hui_box *label_of(const hui_build *b, hui_string label)
{
    return hui_part_text(b, label,
                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                         .color = hui_inks_of(b).ink,
                                         .nowrap = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static void add_labels(layout *l, hui_box *box, double room)
{
    const hui_build *b = &l->build;
    const size_t count = l->spec->points.count;
    hui_rect *placed = HUI_NEW_ARRAY(b->arena, hui_rect, count);
    l->labels = HUI_NEW_ARRAY(b->arena, hui_box *, count);
    bool empty = false;
    for (size_t i = 0; i < count; i++) {
        l->labels[i] = label_of(b, point_at(l, i)->label);
        empty |= !l->labels[i];
    }
    l->numbered =
        empty || count > MOST_LABELS ||
        !place_labels(l, (hui_rect){0, 0, room, plot_height(room)}, b->theme->type[HUI_TYPE_NOTE].line_height, placed);
    for (size_t i = 0; i < count; i++) {
        if (l->numbered)
            l->labels[i] = hui_part_number(b, i + 1, number_size, HUI_TYPE_NOTE);
        hui_box_add(box, l->labels[i]);
    }
}

static hui_box *axis_label(const hui_build *b, hui_string text, const char *arrow, bool at_end)
{
    hui_box *label = hui_part_text(
        b, text,
        (hui_text_look){
            .type = HUI_TYPE_NOTE, .color = hui_inks_of(b).secondary, .role = HUI_ROLE_PARAGRAPH, .kind = "axis"});
    if (!label)
        return NULL;
    hui_box *row = hui_box_row(b, 6, HUI_ALIGN_CENTER);
    row->justify = at_end ? HUI_JUSTIFY_END : HUI_JUSTIFY_START;
    hui_box *icon = hui_part_icon(b, (hui_string){.text = arrow}, 26, hui_inks_of(b).secondary);
    hui_box_add(row, at_end ? label : icon);
    hui_box_add(row, at_end ? icon : label);
    return row;
}

static hui_box *names_of(const layout *l)
{
    const size_t count = l->spec->points.count;
    hui_string *names = HUI_NEW_ARRAY(l->build.arena, hui_string, count);
    for (size_t i = 0; i < count; i++)
        names[i] = point_at(l, i)->label;
    return hui_numbered_list(&l->build, (hui_list){names, count, l->spec->points.place});
}

static hui_box *build(const hui_build *b, const void *props)
{
    const quadrant *p = props;
    const double pad = b->room < narrow_width ? narrow_pad : wide_pad;
    const hui_build group = hui_build_group(b), half = hui_build_within(&group, (b->room - split) / 2 - 2 * pad);
    layout *l = HUI_NEW(b->arena, layout);
    const hui_inks inks = hui_inks_of(b);
    const hui_color soft = hui_soft_of(b);
    *l = (layout){.build = group,
                  .spec = p,
                  .pad = pad,
                  .soft = soft,
                  .marked = b->ground == HUI_GROUND_STRONG ? b->accent->dark : hui_color_mix(soft, inks.bar, 0.12)};
    hui_box *box = hui_box_free(b->arena, &arranger, l), *column = hui_box_column(b, 10);
    for (int i = 0; i < 4; i++) {
        l->titles[i] = p->quarters[i]
                           ? title_of(&half, &p->quarters[i]->topic, p->points.count > 0, i == 1 ? l->marked : soft)
                           : NULL;
        hui_box_add(box, l->titles[i]);
    }
    add_labels(l, box, b->room);
    box->draw_before = draw_quarters;
    box->grow = p->points.count ? 0 : 1;
    hui_box_add(column, axis_label(b, p->y_label, "arrow-up", false));
    hui_box_add(column, box);
    hui_box_add(column, axis_label(b, p->x_label, "arrow-right", true));
    if (l->numbered && p->points.count)
        hui_box_add(column, names_of(l));
    column->grow = box->grow;
    return column;
}

const hui_panel_kind hui_panel_quadrant = {.record = {"quadrant", "four topics around two axes, with points", fields,
                                                      HUI_FIELD_COUNT(fields), sizeof(quadrant), NULL},
                                           .build = build};
