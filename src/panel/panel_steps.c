/* steps: icons on one line, each with its text below. */
#include "panel/container.h"

#include <math.h>

typedef struct step {
    hui_string text, title, icon;
} step;

typedef struct steps {
    hui_list items;
} steps;

static const hui_field item_fields[] = {
    HUI_FIELD(step, text, TEXT, "below the icon", .required = true),
    HUI_FIELD(step, title, TEXT, "a bold line above the text"),
    HUI_FIELD(step, icon, ICON, "in the circle; the step's number if absent"),
};
static const hui_record item_record = {"step", "one step", item_fields, HUI_FIELD_COUNT(item_fields), sizeof(step), "text"};

static const hui_field fields[] = {
    HUI_FIELD(steps, items, LIST, "the steps", .required = true, .record = &item_record),
};

static const double disc = 64, line_width = 8;

static hui_box *mark(const hui_build *b, const step *item, size_t number)
{
    if (item->icon.text)
        return hui_part_disc(b, item->icon, disc, true);
    hui_box *stack = hui_stack(b);
    stack->width = stack->height = disc;
    stack->align = HUI_ALIGN_CENTER;
    stack->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, stack);
    look->fill = b->accent->color;
    hui_look_radius(look, disc / 2);
    hui_string digits = {.text = hui_arena_printf(b->arena, "%zu", number)};
    hui_box_add(stack, hui_part_text(b, digits, (hui_text_look){.type = HUI_TYPE_NAME, .color = b->theme->palette.on_strong, .on = b->accent->color}));
    return stack;
}

/* The line runs behind the circles, from the first to the last. */
static void draw_line(void *data, const hui_box *box, hui_scene *scene)
{
    const hui_build *b = data;
    const hui_box *row = box->parent->last;
    if (!row->first || row->first == row->last)
        return;
    const double from = row->first->rect.x + row->first->rect.w / 2, to = row->last->rect.x + row->last->rect.w / 2;
    const hui_rect line = {from, row->rect.y + (disc - line_width) / 2, to - from, line_width};
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "line"});
    hui_scene_rect(scene, line, NULL, hui_paint_solid(hui_inks_of(b).line), hui_stroke_none());
    hui_scene_end(scene);
}

static hui_extent no_widths(void *data)
{
    (void)data;
    return (hui_extent){0, 0};
}

static hui_height no_height(void *data, double width)
{
    (void)data, (void)width;
    return (hui_height){0, NAN};
}

static const hui_content line_content = {no_widths, NULL, no_height, draw_line};

static hui_box *build_step(const hui_build *b, const step *item, size_t number)
{
    hui_box *column = hui_column(b, 14), *words = hui_column(b, 0), *top = hui_row(b, 0, HUI_ALIGN_CENTER);
    top->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(top, mark(b, item, number));
    hui_box_add(column, top);
    hui_box_add(words, hui_part_text(b, item->title, (hui_text_look){.type = HUI_TYPE_TAG, .color = hui_inks_of(b).strong, .align = HUI_TEXT_CENTER, .balance = true, .role = HUI_ROLE_PARAGRAPH, .kind = "title"}));
    hui_box_add(words, hui_part_text(b, item->text, (hui_text_look){.type = HUI_TYPE_SMALL, .align = HUI_TEXT_CENTER, .balance = true, .role = HUI_ROLE_PARAGRAPH, .kind = "text"}));
    hui_box_add(column, words);
    hui_look_role(hui_box_look(b, column), HUI_ROLE_LIST_ITEM, "step");
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const steps *p = props;
    const step *items = p->items.at;
    hui_box *stack = hui_stack(b), *row = hui_row(b, 16, HUI_ALIGN_START);
    row->justify = p->items.count > 1 ? HUI_JUSTIFY_BETWEEN : HUI_JUSTIFY_CENTER;
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(row, build_step(b, &items[i], i + 1));
    hui_build *kept = HUI_NEW(b->arena, hui_build);
    *kept = *b;
    hui_box *line = hui_box_leaf(b->arena, &line_content, kept);
    line->out_of_flow = true;
    hui_box_add(stack, line);
    hui_box_add(stack, row);
    hui_look_role(hui_box_look(b, stack), HUI_ROLE_LIST, "steps");
    return stack;
}

const hui_panel_kind hui_panel_steps = {
    .record = {"steps", "icons on one line, each with its text below", fields, HUI_FIELD_COUNT(fields), sizeof(steps), NULL}, .build = build};
