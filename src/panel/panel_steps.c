/* steps: icons on one line, each with its text below; in several lines, or upright, where there is no room. */
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
static const hui_record item_record = {"step",       "one step", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(step), "text"};

static const hui_field fields[] = {
    HUI_FIELD(steps, items, LIST, "the steps", .required = true, .record = &item_record),
};

static const double disc = 64, line_width = 8, gap = 16;
/* A step needs four characters of its text side by side, and its longest word. Where there is no room for three, steps
 * go downwards. */
static const double least_step = 108;

typedef struct steps_line {
    hui_color color;
    bool upright;
} steps_line;

static hui_box *mark(const hui_build *b, const step *item, size_t number)
{
    if (item->icon.text)
        return hui_part_disc(b, item->icon, disc, true);
    return hui_part_number(b, number, disc, HUI_TYPE_NAME);
}

/* From the first to the last circle of each row of the grid, or of the column, behind them. */
static void draw_line(void *data, const hui_box *box, hui_scene *scene)
{
    const steps_line *line = data;
    const hui_box *rows = box->parent->last;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "line"});
    for (const hui_box *a = rows->first; a && a->next; a = a->next) {
        const hui_rect from = a->rect, to = a->next->rect;
        hui_rect stroke = {0};
        if (line->upright)
            stroke = (hui_rect){from.x + (disc - line_width) / 2, from.y + disc / 2, line_width, to.y - from.y};
        else if (to.x > from.x)
            stroke = (hui_rect){from.x + from.w / 2, from.y + (disc - line_width) / 2,
                                to.x + to.w / 2 - from.x - from.w / 2, line_width};
        if (!hui_rect_empty(stroke))
            hui_scene_rect(scene, stroke, NULL, hui_paint_solid(line->color), hui_stroke_none());
    }
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

static hui_box *title_of(const hui_build *b, const step *item, hui_text_align align)
{
    return hui_part_text(b, item->title,
                         (hui_text_look){.type = HUI_TYPE_TAG,
                                         .color = hui_inks_of(b).strong,
                                         .align = align,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "title"});
}

static hui_box *text_of(const hui_build *b, const step *item, hui_text_align align)
{
    return hui_part_text(
        b, item->text,
        (hui_text_look){
            .type = HUI_TYPE_SMALL, .align = align, .balance = true, .role = HUI_ROLE_PARAGRAPH, .kind = "text"});
}

/* The widest of the words that must not break, and all steps' natural widths with the gaps between them. */
static hui_extent extent_of(const hui_build *b, const steps *p)
{
    const step *items = p->items.at;
    hui_extent extent = {least_step, 0};
    for (size_t i = 0; i < p->items.count; i++) {
        const hui_extent title = hui_leaf_extent(title_of(b, &items[i], HUI_TEXT_CENTER));
        const hui_extent text = hui_leaf_extent(text_of(b, &items[i], HUI_TEXT_CENTER));
        extent.min = fmax(extent.min, fmax(title.min, text.min));
        extent.max += fmax(disc, fmax(title.max, text.max)) + (i ? gap : 0);
    }
    return extent;
}

static hui_box *words_of(const hui_build *b, const step *item, hui_text_align align)
{
    hui_box *words = hui_box_column(b, 0);
    hui_box_add(words, title_of(b, item, align));
    hui_box_add(words, text_of(b, item, align));
    return words;
}

static hui_box *build_step(const hui_build *b, const step *item, size_t number, bool upright)
{
    hui_box *box = upright ? hui_box_row(b, 20, HUI_ALIGN_CENTER) : hui_box_column(b, 14);
    if (upright) {
        hui_box_add(box, mark(b, item, number));
        hui_box_add(box, hui_grow(words_of(b, item, HUI_TEXT_START)));
    } else {
        hui_box *top = hui_box_row(b, 0, HUI_ALIGN_CENTER);
        top->justify = HUI_JUSTIFY_CENTER;
        hui_box_add(top, mark(b, item, number));
        hui_box_add(box, top);
        hui_box_add(box, words_of(b, item, HUI_TEXT_CENTER));
    }
    hui_look_role(hui_box_look(b, box), HUI_ROLE_LIST_ITEM, "step");
    return box;
}

/* Steps whose texts wrap are equally wide, and the circles of several rows stand below each other. */
static hui_box *rows_of(const hui_build *b, size_t columns)
{
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    hui_length *tracks = HUI_NEW_ARRAY(b->arena, hui_length, columns);
    for (size_t i = 0; i < columns; i++)
        tracks[i] = (hui_length){1, HUI_UNIT_FR};
    hui_box_tracks(b, grid, (hui_lengths){tracks, columns});
    grid->gap = gap;
    grid->row_gap = b->theme->measures.gap;
    return grid;
}

static hui_box *line_of(const hui_build *b)
{
    hui_box *row = hui_box_row(b, gap, HUI_ALIGN_START);
    row->justify = HUI_JUSTIFY_BETWEEN;
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const steps *p = props;
    const step *items = p->items.at;
    const hui_extent extent = extent_of(b, p);
    const size_t count = p->items.count, most = (size_t)((b->room + gap) / (extent.min + gap));
    const bool upright = count > most && most < 3, loose = count <= most && extent.max <= b->room;
    const size_t lines = count <= most ? 1 : (count + most - 1) / (most > 0 ? most : 1);
    hui_box *stack = hui_box_stack(b);
    hui_box *sequence = upright ? hui_box_column(b, 20) : loose ? line_of(b) : rows_of(b, (count + lines - 1) / lines);
    if (count == 1 && !upright)
        sequence->justify = HUI_JUSTIFY_CENTER;
    for (size_t i = 0; i < count; i++)
        hui_box_add(sequence, build_step(b, &items[i], i + 1, upright));
    steps_line *line = HUI_NEW(b->arena, steps_line);
    *line = (steps_line){hui_inks_of(b).line, upright};
    hui_box *leaf = hui_box_leaf(b->arena, &line_content, line);
    leaf->out_of_flow = true;
    hui_box_add(stack, leaf);
    hui_box_add(stack, sequence);
    hui_look_role(hui_box_look(b, stack), HUI_ROLE_LIST, "steps");
    return stack;
}

const hui_panel_kind hui_panel_steps = {
    .record = {"steps", "icons on a line, each with its text", fields, HUI_FIELD_COUNT(fields), sizeof(steps), NULL},
    .build = build};
