/* footer: the poster's end, across the page. */
#include "panel/container.h"

typedef struct footer {
    hui_string text;
    int art, seed, ground;
    hui_length height;
} footer;

static const hui_word ground_words[] = {{"tint", "the accent's tint"}, {"paper", "the page's"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(footer, text, TEXT, "a line at the foot: source, date, address"),
    HUI_FIELD(footer, ground, ENUM, "what the drawing stands on: as the chapter above", "\"tint\"",
              .words = ground_words),
    HUI_FIELD(footer, art, ENUM, "the drawing", "\"footer\"", .words = hui_art_words),
    HUI_FIELD(footer, seed, INTEGER, "another seed, another drawing of the same kind", "1", .min = 0, .max = 1000000),
    HUI_FIELD(footer, height, LENGTH, "of the drawing", "264", .min = 1, .max = 16384),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const footer *p = props;
    hui_build inner = hui_build_on(b, HUI_GROUND_TINT);
    hui_box *stack = hui_box_stack(b);
    hui_box_look(b, stack)->fill = p->ground == 1 ? b->theme->palette.paper : b->accent->tint;
    hui_box_add(stack, hui_part_art(&inner, &hui_arts[p->art], (hui_art_options){.seed = p->seed}, 0,
                                    hui_length_px(p->height)));
    hui_box *column = hui_box_column(b, 0);
    column->justify = HUI_JUSTIFY_END;
    hui_box_pad(column, 20, b->margin);
    hui_box_add(column, hui_part_text(&inner, p->text,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = b->theme->palette.on_strong,
                                                      .on = b->theme->palette.strong_start,
                                                      .align = HUI_TEXT_CENTER,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "text"}));
    hui_box_add(stack, column);
    return stack;
}

const hui_panel_kind hui_panel_footer = {
    .record = {"footer", "the poster's end, across the page", fields, HUI_FIELD_COUNT(fields), sizeof(footer), NULL},
    .build = build,
    .full_bleed = true};
