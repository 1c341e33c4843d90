/* hub: a centre at the page's edge and rows that it reaches. */
#include "panel/container.h"

#include <math.h>

typedef struct hub_item {
    hui_string title, text, icon, prefix, value, unit, award;
    hui_panels panels;
} hub_item;

typedef struct hub {
    hui_string icon;
    hui_list items;
} hub;

static const hui_field item_fields[] = {
    HUI_FIELD(hub_item, title, TEXT, "what the row is about", .required = true),
    HUI_FIELD(hub_item, text, TEXT, "the line below"),
    HUI_FIELD(hub_item, icon, ICON, "in the row's node", .required = true),
    HUI_FIELD(hub_item, prefix, STRING, "before the value, such as 第"),
    HUI_FIELD(hub_item, value, VALUE, "a figure at the right"),
    HUI_FIELD(hub_item, unit, STRING, "after the value"),
    HUI_FIELD(hub_item, award, ICON, "a wreath around this icon at the right"),
    HUI_FIELD(hub_item, panels, PANELS, "below the text"),
};
static const hui_record item_record = {"hub item",       "one row", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(hub_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(hub, icon, ICON, "in the centre", .required = true),
    HUI_FIELD(hub, items, LIST, "the rows", .required = true, .record = &item_record),
};

/* Measures from the page's left edge; of a hub within a card, from its own box, where the centre is smaller; of a hub
 * for whose rows that would leave too little, which then stand alone. */
typedef struct hub_measures {
    double radius, line_radius, halo_radii[2], icon_left, icon, rows_left;
} hub_measures;

static const hub_measures at_edge = {124, 110, {236, 180}, 22, 64, 212}, within = {72, 62, {128, 100}, 12, 40, 128},
                          alone = {.rows_left = 48};
static const double node = 88, ring = 4;
/* What the centre must leave to the rows, px. */
static const double least_rows = 240;
/* Below this width figures stand under their titles, px. */
static const double narrow_width = 360;

typedef struct hub_drawing {
    hui_build build;
    const hub_measures *measures;
    const hui_box *rows; /* their column */
} hub_drawing;

static hui_extent drawing_widths(void *data)
{
    (void)data;
    return (hui_extent){0, 0};
}

static hui_height drawing_height(void *data, double width)
{
    (void)data, (void)width;
    return (hui_height){0, NAN};
}

static void draw_connector(hui_scene *scene, const hub_drawing *d, double x, double y, const hui_box *row)
{
    const double to_x = row->rect.x + node / 2, to_y = row->rect.y + row->rect.h / 2;
    const hui_build *b = &d->build;
    const double from_x = x + d->measures->radius - 8, from_y = y + (to_y - y) * 0.06, middle = (from_x + to_x) / 2;
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, from_x, from_y);
    hui_path_curve(&path, middle + 14, from_y, middle - 14, to_y, to_x, to_y);
    const hui_stop stops[] = {{0, b->theme->palette.gold}, {1, b->accent->color}};
    hui_stroke stroke = hui_stroke_line(b->accent->color, 6);
    stroke.paint = hui_paint_linear(
        scene->arena, (hui_rect){from_x, fmin(from_y, to_y), to_x - from_x, fabs(to_y - from_y)}, 90, stops, 2);
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

static void draw_circle(hui_scene *scene, double x, double y, double r, hui_paint fill, hui_stroke stroke)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_circle(&path, x, y, r);
    hui_scene_path(scene, path, fill, stroke);
}

static void draw_centre(hui_scene *scene, const hub_drawing *d, double x, double y)
{
    const hui_build *b = &d->build;
    const hub_measures *m = d->measures;
    const hui_stop stops[] = {{0, b->accent->fill}, {1, b->accent->dark}};
    const hui_rect square = {x - m->radius, y - m->radius, 2 * m->radius, 2 * m->radius};
    draw_circle(scene, x, y, m->radius, hui_paint_linear(scene->arena, square, 160, stops, 2), hui_stroke_none());
    draw_circle(scene, x, y, m->line_radius, hui_paint_none(), hui_stroke_line(b->theme->palette.gold, 2));
}

static void drawing_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const hub_drawing *d = data;
    const hui_build *b = &d->build;
    const double x = box->rect.x - b->bleed, y = box->rect.y + box->rect.h / 2;
    hui_path *clip = HUI_NEW(scene->arena, hui_path);
    *clip = hui_path_new(scene->arena);
    const hui_rect shown = {x, box->rect.y - 2, box->rect.w + b->bleed, box->rect.h + 4};
    hui_path_rect(clip, hui_scene_bleed(scene, shown));
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "hub", .clip = clip});
    for (size_t i = 0; i < 2; i++)
        draw_circle(scene, x, y, d->measures->halo_radii[i],
                    hui_paint_solid(hui_color_alpha(b->accent->line, i ? 0.7 : 0.4)), hui_stroke_none());
    for (const hui_box *row = d->rows->first; row; row = row->next)
        draw_connector(scene, d, x, y, row);
    draw_centre(scene, d, x, y);
    hui_scene_end(scene);
}

static const hui_content drawing_content = {drawing_widths, NULL, drawing_height, drawing_draw};

static hui_box *wreath(const hui_build *b, hui_string icon, double width)
{
    hui_box *stack = hui_box_stack(b);
    stack->align = HUI_ALIGN_CENTER;
    stack->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(stack, hui_part_art(b, hui_art_find("wreath"), (hui_art_options){0}, width, 96));
    hui_box_add(stack, hui_part_icon(b, icon, 44, b->theme->palette.gold_ink));
    return stack;
}

/* Title, text and panels; beside them the figure and the wreath, below them where there is no room. */
static hui_box *row_card(const hui_build *b, const hub_item *item)
{
    const double left = b->room < narrow_width ? 64 : 76, right = b->room < narrow_width ? 16 : 32, wreath_width = 130;
    hui_build ground;
    hui_box *card = hui_card_open(b, &ground), *column = hui_box_column(b, 0);
    hui_build inner = hui_build_within(&ground, b->room - node / 2 - ring - left - right);
    hui_box_pad(card, 20, right);
    card->padding[HUI_LEFT] = left;
    card->justify = HUI_JUSTIFY_CENTER;
    column->grow = 1;
    hui_box_add(column, hui_part_text(&inner, item->title,
                                      (hui_text_look){.type = HUI_TYPE_NAME,
                                                      .weight = 700,
                                                      .color = b->accent->color,
                                                      .balance = true,
                                                      .keep = inner.room * 0.45,
                                                      .role = HUI_ROLE_HEADING,
                                                      .kind = "title"}));
    hui_box_add(column, hui_part_text(&inner, item->text,
                                      (hui_text_look){.type = HUI_TYPE_BODY,
                                                      .figure_scale = 1.08,
                                                      .balance = true,
                                                      .keep = hui_text_keep(&inner),
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "text"}));
    const bool narrow = inner.room < narrow_width;
    hui_box *row = narrow ? hui_box_column(b, 12) : hui_box_row(b, 24, HUI_ALIGN_CENTER);
    row->align = narrow ? HUI_ALIGN_START : HUI_ALIGN_CENTER;
    hui_box_add(row, column);
    const double taken = narrow ? 0 : hui_text_keep(&inner) + 24 + (item->award.text ? wreath_width + 24 : 0);
    const hui_build beside = hui_build_within(&inner, inner.room - taken);
    if (item->value.text)
        hui_box_add(row, hui_part_numeral(&beside, &(hui_numeral){.prefix = item->prefix,
                                                                  .value = item->value,
                                                                  .unit = item->unit,
                                                                  .size = HUI_NUMERAL_CELL,
                                                                  .align = HUI_TEXT_END}));
    if (item->award.text)
        hui_box_add(row, wreath(&inner, item->award, fmin(wreath_width, inner.room)));
    inner.heading_level++;
    hui_panels_build(&inner, item->panels, column);
    hui_box_add(card, row);
    return card;
}

/* A card with its node on the left edge. */
static hui_box *build_row(const hui_build *b, const hub_item *item, hui_color ground)
{
    hui_box *stack = hui_box_stack(b), *indent = hui_box_column(b, 0), *front = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    indent->padding[HUI_LEFT] = node / 2 + ring;
    hui_box *card = row_card(b, item);
    card->grow = 1;
    hui_box_add(indent, card);
    hui_box *frame = hui_box_column(b, 0);
    hui_box_pad(frame, ring, ring);
    hui_look *look = hui_box_look(b, frame);
    look->fill = ground;
    hui_look_radius(look, node / 2 + ring);
    hui_box_add(frame, hui_part_disc(b, item->icon, node, true));
    hui_box_add(front, frame);
    hui_box_add(stack, indent);
    hui_box_add(stack, front);
    return stack;
}

static const hub_measures *measures_of(const hui_build *b)
{
    if (b->room + b->bleed - at_edge.rows_left >= least_rows && b->bleed > 0)
        return &at_edge;
    return b->room - within.rows_left >= least_rows ? &within : &alone;
}

/* Over the half of the centre that is seen. */
static hui_box *centre_icon(const hui_build *b, const hub_measures *m, hui_string name)
{
    hui_box *column = hui_box_column(b, 0), *icon = hui_part_icon(b, name, m->icon, b->theme->palette.gold_light);
    if (!icon)
        return NULL;
    column->out_of_flow = true;
    column->align = HUI_ALIGN_START;
    column->justify = HUI_JUSTIFY_CENTER;
    icon->offset_x = m->icon_left - (m == &at_edge ? b->bleed : 0);
    hui_box_add(column, icon);
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const hub *p = props;
    hui_build inner = hui_build_group(b);
    const hub_measures *m = measures_of(b);
    hui_box *stack = hui_box_stack(b), *rows = hui_box_column(b, b->theme->measures.gap);
    const double bleed = m == &at_edge ? b->bleed : 0;
    rows->padding[HUI_LEFT] = m->rows_left - node / 2 - ring - bleed;
    rows->min_height = 2 * (m->radius + ring);
    rows->justify = HUI_JUSTIFY_CENTER;
    inner = hui_build_within(&inner, b->room - rows->padding[HUI_LEFT]);
    const hub_item *items = p->items.at;
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(rows, build_row(&inner, &items[i], hui_ground_color(b)));
    hub_drawing *drawing = HUI_NEW(b->arena, hub_drawing);
    *drawing = (hub_drawing){*b, m, rows};
    drawing->build.bleed = bleed;
    hui_box *leaf = hui_box_leaf(b->arena, &drawing_content, drawing);
    leaf->out_of_flow = true;
    if (m != &alone) {
        hui_box_add(stack, leaf);
        hui_box_add(stack, centre_icon(b, m, p->icon));
    }
    hui_box_add(stack, rows);
    return stack;
}

const hui_panel_kind hui_panel_hub = {.record = {"hub", "a centre at the page's edge and the rows it reaches", fields,
                                                 HUI_FIELD_COUNT(fields), sizeof(hub), NULL},
                                      .build = build};
