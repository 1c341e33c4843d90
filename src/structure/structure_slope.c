/* slope: values of two times, each pair joined by a line. */
#include "structure/drawing.h"
#include "structure/label_spread.h"

#include <math.h>

typedef struct slope_item {
    hui_string label, from, to;
    const hui_accent *accent;
    bool quiet;
} slope_item;

typedef struct slope {
    hui_list items;
    hui_string from_title, to_title, unit;
} slope;

static const hui_field item_fields[] = {
    HUI_FIELD(slope_item, label, TEXT, "what it is", .required = true),
    HUI_FIELD(slope_item, from, VALUE, "the figure at the left", .required = true),
    HUI_FIELD(slope_item, to, VALUE, "the figure at the right", .required = true),
    HUI_FIELD(slope_item, accent, ACCENT, "its colours; the panel's if absent"),
    HUI_FIELD(slope_item, quiet, BOOL, "grey: it is there for comparison"),
};
static const hui_record item_record = {"slope item",       "one line", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(slope_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(slope, items, LIST, "the lines", .required = true, .record = &item_record),
    HUI_FIELD_AS("fromTitle", slope, from_title, TEXT, "above the left figures, such as a year"),
    HUI_FIELD_AS("toTitle", slope, to_title, TEXT, "above the right figures"),
    HUI_FIELD(slope, unit, STRING, "after each figure"),
};

static const double least_height = 300, label_gap = 6, side_gap = 18, dot = 8, line_width = 4, least_plot = 60,
                    title_gap = 12, wanted_label = 190, wanted_plot = 130, most_side = 0.42;

typedef struct line {
    hui_box *left, *right;
    double from, to;     /* values */
    double from_y, to_y; /* of its dots, in the inside */
    hui_color color;
} line;

typedef struct layout {
    hui_build build;
    hui_box *titles[2]; /* NULL: none */
    line *at;
    size_t count;
    double low, high;   /* of the values */
    double left, right; /* widths of the labels at both sides */
    double plot_left, plot_right;
    hui_color axis;
} layout;

static hui_extent side_extent(const layout *l, bool right)
{
    const hui_box *title = l->titles[right];
    hui_extent extent = title ? title->extent : (hui_extent){0, 0};
    for (const line *a = l->at; a < l->at + l->count; a++) {
        const hui_box *box = right ? a->right : a->left;
        extent.min = fmax(extent.min, box->extent.min);
        extent.max = fmax(extent.max, box->extent.max);
    }
    return extent;
}

static hui_extent slope_widths(void *data, const hui_box *box)
{
    (void)box;
    const layout *l = data;
    const hui_extent left = side_extent(l, false), right = side_extent(l, true);
    const double between = 2 * side_gap + least_plot;
    return (hui_extent){left.min + right.min + between, fmax(left.max + right.max + between, l->build.room)};
}

static void slope_share(void *data, hui_box *box, double width)
{
    (void)box;
    layout *l = data;
    const hui_extent left = side_extent(l, false), right = side_extent(l, true);
    l->left = fmax(fmin(left.max, floor(width * most_side)), left.min);
    l->right = fmax(fmin(right.max, width - l->left - 2 * side_gap - least_plot), right.min);
    l->right = fmax(fmin(l->right, floor(width * most_side)), right.min);
    for (int i = 0; i < 2; i++)
        if (l->titles[i])
            l->titles[i]->rect.w = i ? l->right : l->left;
    for (line *a = l->at; a < l->at + l->count; a++) {
        a->left->rect.w = l->left;
        a->right->rect.w = l->right;
    }
}

static double side_height(const layout *l, bool right)
{
    double height = 0;
    for (const line *a = l->at; a < l->at + l->count; a++)
        height += (right ? a->right : a->left)->rect.h + label_gap;
    return height;
}

/* Where a value is between the middles of the outermost labels. */
static double y_of(const layout *l, double value, double top, double height)
{
    const double inset = fmin(l->at->right->rect.h / 2, 40);
    return l->high > l->low ? top + inset + (height - 2 * inset) * (l->high - value) / (l->high - l->low)
                            : top + height / 2;
}

static void place_side(const layout *l, bool right, double top, double height, double x)
{
    hui_label_place *places = HUI_NEW_ARRAY(l->build.arena, hui_label_place, l->count);
    for (size_t i = 0; i < l->count; i++) {
        const line *a = &l->at[i];
        places[i] = (hui_label_place){.wanted = right ? a->to_y : a->from_y,
                                      .size = (right ? a->right : a->left)->rect.h + label_gap};
    }
    hui_labels_spread(l->build.arena, places, l->count, top, top + height);
    for (size_t i = 0; i < l->count; i++) {
        hui_box *box = right ? l->at[i].right : l->at[i].left;
        box->rect.x = x;
        box->rect.y = places[i].middle - box->rect.h / 2;
    }
}

static double slope_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    layout *l = data;
    double top = 0;
    for (int i = 0; i < 2; i++)
        if (l->titles[i])
            top = fmax(top, l->titles[i]->rect.h + title_gap);
    for (int i = 0; i < 2; i++)
        if (l->titles[i]) {
            l->titles[i]->rect.x = i ? width - l->right : 0;
            l->titles[i]->rect.y = top - title_gap - l->titles[i]->rect.h;
        }
    const double plot = fmax(fmax(side_height(l, false), side_height(l, true)), least_height);
    (void)height;
    l->plot_left = l->left + side_gap;
    l->plot_right = width - l->right - side_gap;
    for (line *a = l->at; a < l->at + l->count; a++) {
        a->from_y = y_of(l, a->from, top, plot);
        a->to_y = y_of(l, a->to, top, plot);
    }
    place_side(l, false, top, plot, 0);
    place_side(l, true, top, plot, width - l->right);
    return top + plot;
}

static const hui_arranger arranger = {slope_widths, slope_share, slope_arrange};

static void draw_line(hui_scene *scene, const layout *l, const line *a, hui_rect in)
{
    const double from_x = in.x + l->plot_left, to_x = in.x + l->plot_right;
    hui_path path = hui_path_new(scene->arena), dots = hui_path_new(scene->arena), leaders = hui_path_new(scene->arena);
    hui_path_move(&path, from_x, in.y + a->from_y);
    hui_path_line(&path, to_x, in.y + a->to_y);
    hui_scene_path(scene, path, hui_paint_none(), hui_stroke_line(a->color, line_width));
    hui_path_circle(&dots, from_x, in.y + a->from_y, dot);
    hui_path_circle(&dots, to_x, in.y + a->to_y, dot);
    hui_scene_path(scene, dots, hui_paint_solid(a->color), hui_stroke_none());
    const double left_y = a->left->rect.y + a->left->rect.h / 2, right_y = a->right->rect.y + a->right->rect.h / 2;
    if (fabs(left_y - in.y - a->from_y) > 3) {
        hui_path_move(&leaders, from_x - side_gap + 3, left_y);
        hui_path_line(&leaders, from_x - dot, in.y + a->from_y);
    }
    if (fabs(right_y - in.y - a->to_y) > 3) {
        hui_path_move(&leaders, to_x + dot, in.y + a->to_y);
        hui_path_line(&leaders, to_x + side_gap - 3, right_y);
    }
    if (leaders.verb_count)
        hui_scene_path(scene, leaders, hui_paint_none(), hui_stroke_line(a->color, 2));
}

static void draw_slope(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    const hui_rect in = hui_box_inner(box);
    const double top =
        l->titles[0] || l->titles[1]
            ? fmax(l->titles[0] ? l->titles[0]->rect.h : 0, l->titles[1] ? l->titles[1]->rect.h : 0) + title_gap
            : 0;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "slope"});
    for (int i = 0; i < 2; i++)
        hui_scene_rect(scene, (hui_rect){in.x + (i ? l->plot_right : l->plot_left) - 1, in.y + top, 2, in.h - top},
                       NULL, hui_paint_solid(l->axis), hui_stroke_none());
    for (const line *a = l->at; a < l->at + l->count; a++)
        draw_line(scene, l, a, in);
    hui_scene_end(scene);
}

static hui_box *words_of(const hui_build *b, hui_string label, hui_string value, hui_text_align align, hui_color color)
{
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, hui_part_text(b, value,
                                      (hui_text_look){.type = HUI_TYPE_PILL,
                                                      .color = color,
                                                      .align = align,
                                                      .tabular = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "value"}));
    hui_box_add(column, hui_part_text(b, label,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .align = align,
                                                      .keep = fmin(b->room * 0.25, 110),
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "label"}));
    return column;
}

static hui_box *title_of(const hui_build *b, hui_string title, hui_text_align align)
{
    return hui_part_text(b, title,
                         (hui_text_look){.type = HUI_TYPE_TAG,
                                         .color = hui_inks_of(b).strong,
                                         .align = align,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "title"});
}

static void read_line(layout *l, const slope *p, size_t i)
{
    const slope_item *item = (const slope_item *)p->items.at + i;
    const hui_build *b = &l->build;
    const hui_inks inks = hui_inks_of(b);
    line *a = &l->at[i];
    a->from = hui_amount_of(item->from);
    a->to = hui_amount_of(item->to);
    a->color = item->quiet ? hui_color_mix(inks.secondary, hui_ground_color(b), 0.35)
                           : hui_series_color(b, item->accent, 0, 1);
    const hui_color ink = item->quiet ? inks.secondary : b->ground == HUI_GROUND_STRONG ? inks.numeral : a->color;
    a->left = words_of(b, (hui_string){0}, hui_value_with_unit(b, item->from, p->unit), HUI_TEXT_END, ink);
    a->right = words_of(b, item->label, hui_value_with_unit(b, item->to, p->unit), HUI_TEXT_START, ink);
    l->low = i ? fmin(l->low, fmin(a->from, a->to)) : fmin(a->from, a->to);
    l->high = i ? fmax(l->high, fmax(a->from, a->to)) : fmax(a->from, a->to);
}

/* Where there is no room for labels at both sides: each line in a small plot of its own, all on one scale. */

typedef struct small {
    double from, to; /* shares of the height, from the foot */
    hui_color color, axis;
} small;

static void draw_small(hui_scene *scene, hui_rect r, const void *data)
{
    const small *s = data;
    const double left = r.x + dot, right = r.x + r.w - dot, h = r.h - 2 * dot;
    const double from = r.y + dot + h * (1 - s->from), to = r.y + dot + h * (1 - s->to);
    hui_path line_path = hui_path_new(scene->arena), dots = hui_path_new(scene->arena);
    for (int i = 0; i < 2; i++)
        hui_scene_rect(scene, (hui_rect){(i ? right : left) - 1, r.y, 2, r.h}, NULL, hui_paint_solid(s->axis),
                       hui_stroke_none());
    hui_path_move(&line_path, left, from);
    hui_path_line(&line_path, right, to);
    hui_scene_path(scene, line_path, hui_paint_none(), hui_stroke_line(s->color, line_width));
    hui_path_circle(&dots, left, from, dot - 1);
    hui_path_circle(&dots, right, to, dot - 1);
    hui_scene_path(scene, dots, hui_paint_solid(s->color), hui_stroke_none());
}

/* "from → to". */
static hui_box *change_of(const hui_build *b, hui_string from, hui_string to, hui_color color)
{
    hui_box *row = hui_box_wrap(b, 8, 0, HUI_ALIGN_CENTER);
    const hui_text_look look = {
        .type = HUI_TYPE_PILL, .color = color, .tabular = true, .role = HUI_ROLE_PARAGRAPH, .kind = "value"};
    hui_box_add(row, hui_part_text(b, from, look));
    hui_box_add(row, from.text && to.text ? hui_part_icon(b, (hui_string){.text = "arrow-right"}, 24, color) : NULL);
    hui_box_add(row, hui_part_text(b, to, look));
    return row;
}

static hui_box *small_row(const layout *l, const slope *p, size_t i)
{
    const slope_item *item = (const slope_item *)p->items.at + i;
    const hui_build *b = &l->build;
    const double range = l->high - l->low;
    small *s = HUI_NEW(b->arena, small);
    *s = (small){range > 0 ? (l->at[i].from - l->low) / range : 0.5, range > 0 ? (l->at[i].to - l->low) / range : 0.5,
                 l->at[i].color, l->axis};
    hui_box *row = hui_box_row(b, 16, HUI_ALIGN_CENTER), *words = hui_box_column(b, 0);
    hui_box_add(row, hui_box_drawing(b, (hui_drawing){draw_small, s, "slope", {72, 72}, 64, 0}));
    hui_box_add(words,
                hui_part_text(b, item->label,
                              (hui_text_look){.type = HUI_TYPE_SMALL, .role = HUI_ROLE_PARAGRAPH, .kind = "label"}));
    hui_box_add(words,
                change_of(b, hui_value_with_unit(b, item->from, p->unit), hui_value_with_unit(b, item->to, p->unit),
                          item->quiet ? hui_inks_of(b).secondary : hui_inks_of(b).numeral));
    hui_box_add(row, hui_grow(words));
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "line");
    return row;
}

static hui_box *in_rows(const layout *l, const slope *p)
{
    hui_box *list = hui_box_column(&l->build, 16),
            *titles = change_of(&l->build, p->from_title, p->to_title, hui_inks_of(&l->build).strong);
    if (titles->first)
        hui_box_add(list, titles);
    for (size_t i = 0; i < l->count; i++)
        hui_box_add(list, small_row(l, p, i));
    hui_look_role(hui_box_look(&l->build, list), HUI_ROLE_LIST, "slope");
    return list;
}

/* Right labels need room for some words on a line, the lines for their slope. */
static bool has_room(const layout *l)
{
    double left = 0, right = 0;
    for (const line *a = l->at; a < l->at + l->count; a++) {
        left = fmax(left, hui_leaf_extent(a->left->first).max);
        for (const hui_box *leaf = a->right->first; leaf; leaf = leaf->next)
            right = fmax(right, fmax(hui_leaf_extent(leaf).min, fmin(hui_leaf_extent(leaf).max, wanted_label)));
    }
    for (int i = 0; i < 2; i++)
        right = fmax(right, hui_leaf_extent(l->titles[i]).max);
    return left + right + 2 * side_gap + wanted_plot <= l->build.room;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const slope *p = props;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.build = *b, .count = p->items.count, .axis = hui_inks_of(b).line};
    l->at = HUI_NEW_ARRAY(b->arena, line, l->count);
    l->titles[0] = title_of(b, p->from_title, HUI_TEXT_END);
    l->titles[1] = title_of(b, p->to_title, HUI_TEXT_START);
    for (size_t i = 0; i < l->count; i++)
        read_line(l, p, i);
    if (!has_room(l))
        return in_rows(l, p);
    hui_box *box = hui_box_free(b->arena, &arranger, l), *list = hui_box_column(b, 0);
    hui_box_add(box, l->titles[0]);
    hui_box_add(box, l->titles[1]);
    for (size_t i = 0; i < l->count; i++) {
        hui_box_add(box, l->at[i].left);
        hui_box_add(box, l->at[i].right);
    }
    box->draw_before = draw_slope;
    hui_box_add(list, box);
    return list;
}

const hui_panel_kind hui_panel_slope = {.record = {"slope", "values of two times, each pair joined by a line", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(slope), NULL},
                                        .build = build};
