/* butterfly: bars to both sides of their labels. */
#include "structure/drawing.h"

#include <math.h>

typedef struct butterfly_item {
    hui_string label, left, right;
} butterfly_item;

typedef struct butterfly {
    hui_list items;
    hui_string left_title, right_title, unit;
    double max;
    bool labels_above;
} butterfly;

static const hui_field item_fields[] = {
    HUI_FIELD(butterfly_item, label, TEXT, "what both bars are about", .required = true),
    HUI_FIELD(butterfly_item, left, VALUE, "the figure of the left bar", .required = true),
    HUI_FIELD(butterfly_item, right, VALUE, "the figure of the right bar", .required = true),
};
static const hui_record item_record = {
    "butterfly item", "one pair of bars", item_fields, HUI_FIELD_COUNT(item_fields), sizeof(butterfly_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(butterfly, items, LIST, "the pairs", .required = true, .record = &item_record),
    HUI_FIELD_AS("leftTitle", butterfly, left_title, TEXT, "above the left bars"),
    HUI_FIELD_AS("rightTitle", butterfly, right_title, TEXT, "above the right bars"),
    HUI_FIELD(butterfly, unit, STRING, "after each figure"),
    HUI_FIELD(butterfly, max, NUMBER, "the value of a full bar; the largest of both sides if absent", .min = 1e-9,
              .max = 1e15),
    HUI_FIELD_AS("labelsAbove", butterfly, labels_above, BOOL,
                 "labels stand above their bars instead of between them, as they do where there is little room"),
};

static const double bar_height = 30, bar_radius = 6, gap = 14, row_gap = 16, least_bar = 56, most_label = 0.3;

/* One bar with its figure at the end, growing from the middle outwards. */
typedef struct bar {
    double share;
    bool to_left;
    hui_color fill;
} bar;

static void draw_bar(hui_scene *scene, hui_rect r, const void *data)
{
    const bar *a = data;
    const double w = fmax(r.w * fmin(fmax(a->share, 0), 1), a->share > 0 ? 4 : 0), R = fmin(bar_radius, w / 2);
    const double left[4] = {R, 0, 0, R}, right[4] = {0, R, R, 0};
    if (w > 0)
        hui_scene_rect(scene, (hui_rect){a->to_left ? r.x + r.w - w : r.x, r.y, w, r.h}, a->to_left ? left : right,
                       hui_paint_solid(a->fill), hui_stroke_none());
}

static hui_box *bar_of(const hui_build *b, double max, hui_string value, bool to_left)
{
    bar *a = HUI_NEW(b->arena, bar);
    const hui_color full = hui_inks_of(b).bar;
    *a = (bar){max > 0 ? hui_amount_of(value) / max : 0, to_left,
               to_left ? full : hui_color_mix(full, hui_ground_color(b), 0.45)};
    return hui_box_drawing(b, (hui_drawing){draw_bar, a, "bar", {least_bar, 4 * least_bar}, bar_height, 0});
}

static hui_box *figure_of(const hui_build *b, const butterfly *p, hui_string value, bool to_left)
{
    return hui_part_text(b, hui_value_with_unit(b, value, p->unit),
                         (hui_text_look){.type = HUI_TYPE_PILL,
                                         .color = hui_inks_of(b).numeral,
                                         .align = to_left ? HUI_TEXT_END : HUI_TEXT_START,
                                         .tabular = true,
                                         .keep = b->room / 4,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "value"});
}

static hui_box *label_of(const hui_build *b, hui_string label)
{
    return hui_part_text(b, label,
                         (hui_text_look){.type = HUI_TYPE_SMALL,
                                         .align = HUI_TEXT_CENTER,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static hui_box *title_of(const hui_build *b, hui_string title, bool to_left)
{
    return hui_part_text(b, title,
                         (hui_text_look){.type = HUI_TYPE_PILL,
                                         .color = hui_inks_of(b).strong,
                                         .align = to_left ? HUI_TEXT_END : HUI_TEXT_START,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "title"});
}

/* What figures and labels need at most, px. */
typedef struct widths {
    double figure, label, max;
    bool stacked; /* figures stand above their bars */
} widths;

static widths widths_of(const hui_build *b, const butterfly *p)
{
    const butterfly_item *items = p->items.at;
    widths w = {0};
    for (size_t i = 0; i < p->items.count; i++) {
        w.figure = fmax(w.figure, hui_leaf_extent(figure_of(b, p, items[i].left, true)).max);
        w.figure = fmax(w.figure, hui_leaf_extent(figure_of(b, p, items[i].right, true)).max);
        w.label = fmax(w.label, hui_leaf_extent(label_of(b, items[i].label)).max);
        w.max = fmax(w.max, fmax(hui_amount_of(items[i].left), hui_amount_of(items[i].right)));
    }
    w.figure = fmin(w.figure, b->room / 4);
    w.label = fmin(w.label, b->room * most_label);
    w.max = isnan(p->max) ? w.max : p->max;
    return w;
}

/* Figure and bar of one side; all figures of a side are equally wide. */
static hui_box *wing(const hui_build *b, const butterfly *p, const widths *w, hui_string value, bool to_left)
{
    hui_box *row = w->stacked ? hui_box_column(b, 2) : hui_box_row(b, 10, HUI_ALIGN_CENTER),
            *figure = figure_of(b, p, value, to_left), *drawn = bar_of(b, w->max, value, to_left);
    row->grow = 1;
    if (w->stacked) {
        hui_box_add(row, figure);
        hui_box_add(row, drawn);
        return row;
    }
    if (figure)
        figure->width = w->figure;
    hui_grow(drawn);
    hui_box_add(row, to_left ? figure : drawn);
    hui_box_add(row, to_left ? drawn : figure);
    return row;
}

static hui_box *of_item(hui_box *box, const hui_build *b)
{
    hui_look_role(hui_box_look(b, box), HUI_ROLE_LIST_ITEM, "pair");
    return box;
}

static hui_box *pair(const hui_build *b, const butterfly *p, const widths *w, const butterfly_item *item, bool above)
{
    hui_box *row = hui_box_row(b, above ? 4 : gap, HUI_ALIGN_CENTER), *label = label_of(b, item->label);
    hui_box_add(row, wing(b, p, w, item->left, true));
    if (!above && label) {
        label->width = w->label;
        hui_box_add(row, label);
    }
    hui_box_add(row, wing(b, p, w, item->right, false));
    if (!above)
        return of_item(row, b);
    hui_box *column = hui_box_column(b, 2);
    hui_box_add(column, label);
    hui_box_add(column, row);
    return of_item(column, b);
}

/* Titles begin where the bars do. */
static hui_box *titles(const hui_build *b, const butterfly *p, const widths *w, bool above)
{
    hui_box *row = hui_box_row(b, above ? 4 : gap, HUI_ALIGN_END);
    hui_box *left = title_of(b, p->left_title, true), *right = title_of(b, p->right_title, false);
    if (!left && !right)
        return NULL;
    hui_box_add(row, hui_grow(left ? left : hui_space(b, 0, 0)));
    if (!above)
        hui_box_add(row, hui_space(b, w->label, 0));
    else
        row->gap = 24;
    hui_box_add(row, hui_grow(right ? right : hui_space(b, 0, 0)));
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const butterfly *p = props;
    const butterfly_item *items = p->items.at;
    widths w = widths_of(b, p);
    const bool above = p->labels_above || b->room < 2 * (w.figure + 10 + 1.6 * least_bar + gap) + w.label;
    w.stacked = b->room < 2 * (w.figure + 10 + 1.6 * least_bar);
    hui_box *column = hui_box_column(b, row_gap);
    hui_box_add(column, titles(b, p, &w, above));
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(column, pair(b, p, &w, &items[i], above));
    column->breaks = true;
    hui_look_role(hui_box_look(b, column), HUI_ROLE_LIST, "butterfly");
    return column;
}

const hui_panel_kind hui_panel_butterfly = {.record = {"butterfly", "bars to both sides of their labels", fields,
                                                       HUI_FIELD_COUNT(fields), sizeof(butterfly), NULL},
                                            .build = build};
