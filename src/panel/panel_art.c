/* art: a drawing by itself, or with panels over it. */
#include "panel/container.h"

typedef struct art {
    int name, justify;
    hui_length width, height, gap;
    hui_art_look look;
    double inset;
    hui_panels panels;
} art;

static const hui_field fields[] = {
    HUI_FIELD(art, name, ENUM, "which drawing", .required = true, .words = hui_art_words),
    HUI_FIELD(art, width, LENGTH, "its width; the box's if absent", .min = 1, .max = 16384),
    HUI_FIELD(art, height, LENGTH, "its height; by its proportions, or the content's, if absent", .min = 1,
              .max = 16384),
    HUI_ART_FIELDS(art),
    HUI_FIELD(art, panels, PANELS, "over the drawing"),
    HUI_FIELD(art, inset, NUMBER, "room between the drawing's edge and the panels, px", "24", .min = 0, .max = 2000),
    HUI_FIELD(art, gap, LENGTH, "room between the panels", "0", .min = 0, .max = 1000),
    HUI_FIELD(art, justify, ENUM, "where the panels stand", "\"center\"", .words = hui_justify_words),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const art *p = props;
    hui_box *drawing = hui_part_art(b, &hui_arts[p->name], hui_art_options_of(b, &p->look), hui_length_px(p->width),
                                    hui_length_px(p->height));
    if (p->panels.count == 0)
        return drawing;
    hui_box *stack = hui_box_stack(b), *column = hui_box_column(b, hui_length_px(p->gap));
    hui_box_pad(column, p->inset, p->inset);
    column->justify = hui_justify_of(p->justify);
    hui_panels_build(b, p->panels, column);
    for (hui_box *child = column->first; child; child = child->next)
        child->grow = 0; /* they stand together over the drawing */
    stack->min_height = hui_length_px(p->height);
    drawing->out_of_flow = p->height.unit == HUI_UNIT_NONE && hui_arts[p->name].ratio <= 0;
    hui_box_add(stack, drawing);
    hui_box_add(stack, column);
    return stack;
}

const hui_panel_kind hui_panel_art = {.record = {"art", "a drawing by itself, or with panels over it", fields,
                                                 HUI_FIELD_COUNT(fields), sizeof(art), "name"},
                                      .build = build};
