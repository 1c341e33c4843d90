/* dumbbell: two values in a row on one scale, joined by a bar. */
#include "structure/drawing.h"

#include <math.h>

typedef struct dumbbell_item {
    hui_string label, from, to;
} dumbbell_item;

typedef struct dumbbell {
    hui_list items;
    hui_string from_title, to_title, unit;
} dumbbell;

static const hui_field item_fields[] = {
    HUI_FIELD(dumbbell_item, label, TEXT, "what it is", .required = true),
    HUI_FIELD(dumbbell_item, from, VALUE, "the open dot", .required = true),
    HUI_FIELD(dumbbell_item, to, VALUE, "the filled dot", .required = true),
};
static const hui_record item_record = {"dumbbell item",       "one row", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(dumbbell_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(dumbbell, items, LIST, "the rows", .required = true, .record = &item_record),
    HUI_FIELD_AS("fromTitle", dumbbell, from_title, TEXT, "what the open dots are, in the legend"),
    HUI_FIELD_AS("toTitle", dumbbell, to_title, TEXT, "what the filled dots are"),
    HUI_FIELD(dumbbell, unit, STRING, "after each figure"),
};

static const double dot = 13, bar_width = 8, figure_gap = 8, most_label = 0.34, least_plot = 120, least_stacked = 200,
                    row_gap = 18, gap = 20;

/* What all rows share. */
typedef struct scale {
    double low, high, margin; /* the outermost values; room for a figure at each end, px */
    hui_color line, full, ground, bar;
} scale;

/* One row: the figures stand outside of their dots. */
typedef struct row {
    const scale *scale;
    hui_box *lower, *upper; /* figures; NULL: they stand elsewhere */
    double low, high;
    bool falls; /* the filled dot is the lower one */
} row;

static hui_extent row_widths(void *data, const hui_box *box)
{
    (void)box;
    const row *r = data;
    const double least = 2 * r->scale->margin + least_plot / 2;
    return (hui_extent){least, least + 4 * least_plot};
}

static void row_share(void *data, hui_box *box, double width)
{
    (void)width, (void)data;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = child->extent.max;
}

static double x_of(const scale *s, double value, double width)
{
    const double from = s->margin, to = width - s->margin;
    return s->high > s->low ? from + (to - from) * (value - s->low) / (s->high - s->low) : (from + to) / 2;
}

static double row_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    const row *r = data;
    const double needed = fmax(r->lower ? r->lower->rect.h : 0, 2 * dot), h = fmax(needed, height);
    if (!r->lower)
        return needed;
    r->lower->rect.x = x_of(r->scale, r->low, width) - dot - figure_gap - r->lower->rect.w;
    r->upper->rect.x = x_of(r->scale, r->high, width) + dot + figure_gap;
    r->lower->rect.y = r->upper->rect.y = (h - r->lower->rect.h) / 2;
    return h;
}

static const hui_arranger arranger = {row_widths, row_share, row_arrange};

static void draw_dot(hui_scene *scene, const scale *s, double x, double y, bool full)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_circle(&path, x, y, full ? dot : dot - 2);
    hui_scene_path(scene, path, hui_paint_solid(full ? s->full : s->ground),
                   full ? hui_stroke_none() : hui_stroke_line(s->full, 4));
}

static void draw_row(const hui_box *box, hui_scene *scene)
{
    const row *r = box->data;
    const scale *s = r->scale;
    const double y = box->rect.y + box->rect.h / 2, low = box->rect.x + x_of(s, r->low, box->rect.w),
                 high = box->rect.x + x_of(s, r->high, box->rect.w);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "dumbbell"});
    hui_scene_rect(scene, (hui_rect){low, y - bar_width / 2, high - low, bar_width}, NULL, hui_paint_solid(s->bar),
                   hui_stroke_none());
    draw_dot(scene, s, low, y, r->falls);
    draw_dot(scene, s, high, y, !r->falls);
    hui_scene_end(scene);
}

static hui_box *figure_of(const hui_build *b, const dumbbell *p, hui_string value, bool strong)
{
    return hui_part_text(b, hui_value_with_unit(b, value, p->unit),
                         (hui_text_look){.type = strong ? HUI_TYPE_PILL : HUI_TYPE_SMALL,
                                         .color = strong ? hui_inks_of(b).numeral : hui_inks_of(b).secondary,
                                         .tabular = true,
                                         .nowrap = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "value"});
}

static hui_box *label_of(const hui_build *b, hui_string label)
{
    return hui_part_text(
        b, label,
        (hui_text_look){
            .type = HUI_TYPE_SMALL, .keep = fmin(hui_text_keep(b), 120), .role = HUI_ROLE_PARAGRAPH, .kind = "label"});
}

static hui_box *plot_of(const hui_build *b, const dumbbell *p, const scale *s, const dumbbell_item *item)
{
    row *r = HUI_NEW(b->arena, row);
    const double from = hui_amount_of(item->from), to = hui_amount_of(item->to);
    *r = (row){.scale = s, .low = fmin(from, to), .high = fmax(from, to), .falls = to < from};
    hui_box *a = figure_of(b, p, item->from, false), *z = figure_of(b, p, item->to, true);
    r->lower = r->falls ? z : a;
    r->upper = r->falls ? a : z;
    hui_box *box = hui_box_free(b->arena, &arranger, r);
    hui_box_add(box, a);
    hui_box_add(box, z);
    box->draw_before = draw_row;
    return box;
}

/* Where figures beside the dots would leave no room for the bar: both on a line of their own above it. */
static hui_box *stacked_plot(const hui_build *b, const dumbbell *p, const scale *s, const dumbbell_item *item)
{
    row *r = HUI_NEW(b->arena, row);
    const double from = hui_amount_of(item->from), to = hui_amount_of(item->to);
    *r = (row){.scale = s, .low = fmin(from, to), .high = fmax(from, to), .falls = to < from};
    hui_box *column = hui_box_column(b, 4), *figures = hui_box_wrap(b, 10, 0, HUI_ALIGN_CENTER);
    hui_box_add(figures, figure_of(b, p, item->from, false));
    hui_box_add(figures, hui_part_icon(b, (hui_string){.text = "arrow-right"}, 24, hui_inks_of(b).secondary));
    hui_box_add(figures, figure_of(b, p, item->to, true));
    hui_box *box = hui_box_free(b->arena, &arranger, r);
    box->draw_before = draw_row;
    hui_box_add(column, figures);
    hui_box_add(column, box);
    return column;
}

static scale *scale_of(const hui_build *b, const dumbbell *p)
{
    const dumbbell_item *items = p->items.at;
    const hui_inks inks = hui_inks_of(b);
    scale *s = HUI_NEW(b->arena, scale);
    *s = (scale){INFINITY,
                 -INFINITY,
                 0,
                 inks.line,
                 inks.bar,
                 hui_ground_color(b),
                 hui_color_mix(inks.bar, hui_ground_color(b), 0.65)};
    for (size_t i = 0; i < p->items.count; i++) {
        const double from = hui_amount_of(items[i].from), to = hui_amount_of(items[i].to);
        s->low = fmin(s->low, fmin(from, to));
        s->high = fmax(s->high, fmax(from, to));
        s->margin = fmax(s->margin, fmax(hui_leaf_extent(figure_of(b, p, items[i].from, false)).max,
                                         hui_leaf_extent(figure_of(b, p, items[i].to, true)).max));
    }
    s->margin += dot + figure_gap;
    return s;
}

static void draw_key(hui_scene *scene, hui_rect r, const void *data)
{
    draw_dot(scene, data, r.x + r.w / 2, r.y + r.h / 2, false);
}

static void draw_full_key(hui_scene *scene, hui_rect r, const void *data)
{
    draw_dot(scene, data, r.x + r.w / 2, r.y + r.h / 2, true);
}

static void add_key(const hui_build *b, hui_box *legend, const scale *s, hui_string title, bool full)
{
    hui_box *text = hui_part_text(
        b, title,
        (hui_text_look){
            .type = HUI_TYPE_NOTE, .color = hui_inks_of(b).secondary, .role = HUI_ROLE_PARAGRAPH, .kind = "title"});
    if (!text)
        return;
    hui_box *key = hui_box_row(b, 8, HUI_ALIGN_CENTER);
    hui_box_add(
        key,
        hui_box_drawing(
            b, (hui_drawing){full ? draw_full_key : draw_key, s, "key", {2 * dot + 2, 2 * dot + 2}, 2 * dot + 2, 0}));
    hui_box_add(key, text);
    hui_box_add(legend, key);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const dumbbell *p = props;
    const dumbbell_item *items = p->items.at;
    scale *s = scale_of(b, p);
    double label = 0;
    for (size_t i = 0; i < p->items.count; i++)
        label = fmax(label, hui_leaf_extent(label_of(b, items[i].label)).max);
    label = fmin(label, floor(b->room * most_label));
    const bool above = b->room < label + gap + 2 * s->margin + least_plot;
    const bool stacked = above && b->room - 2 * s->margin < least_stacked;
    if (stacked)
        s->margin = dot;
    hui_box *list = hui_box_column(b, row_gap), *legend = hui_box_wrap(b, 24, 4, HUI_ALIGN_CENTER);
    add_key(b, legend, s, p->from_title, false);
    add_key(b, legend, s, p->to_title, true);
    if (legend->first)
        hui_box_add(list, legend);
    for (size_t i = 0; i < p->items.count; i++) {
        hui_box *line = above ? hui_box_column(b, 2) : hui_box_row(b, gap, HUI_ALIGN_CENTER),
                *text = label_of(b, items[i].label);
        if (text && !above)
            text->width = label;
        hui_box_add(line, text);
        hui_box_add(line, hui_grow(stacked ? stacked_plot(b, p, s, &items[i]) : plot_of(b, p, s, &items[i])));
        hui_look_role(hui_box_look(b, line), HUI_ROLE_LIST_ITEM, "pair");
        hui_box_add(list, line);
    }
    list->breaks = true;
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, "dumbbell");
    return list;
}

const hui_panel_kind hui_panel_dumbbell = {.record = {"dumbbell", "two values in a row on one scale, joined by a bar",
                                                      fields, HUI_FIELD_COUNT(fields), sizeof(dumbbell), NULL},
                                           .build = build};
