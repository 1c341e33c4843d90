/* medal: text beside a gold medal with a mark on it. */
#include "panel/container.h"

#include <math.h>

typedef struct medal {
    hui_string text, mark, suffix;
} medal;

static const hui_field fields[] = {
    HUI_FIELD(medal, text, TEXT, "beside the medal"),
    HUI_FIELD(medal, mark, STRING, "on the medal: a letter, a digit", .required = true),
    HUI_FIELD(medal, suffix, STRING, "small after the mark, such as 级"),
};

/* Between the medal's lines, px. */
static const double face_width = 100;

static hui_box *words_of(const hui_build *b, const medal *p, double scale)
{
    const hui_color ink = b->theme->palette.gold_ink;
    hui_span *spans = HUI_NEW_ARRAY(b->arena, hui_span, 2);
    spans[0] = (hui_span){.text = p->mark.text, .size = 76 * scale, .weight = 900, .color = ink};
    if (p->suffix.text)
        spans[1] = (hui_span){.text = p->suffix.text, .size = 32 * scale, .weight = 700, .color = ink};
    return hui_part_spans(b, (hui_spans){spans, p->suffix.text ? 2 : 1}, p->mark.place,
                          (hui_text_look){.type = HUI_TYPE_DISPLAY,
                                          .size = 76 * scale,
                                          .color = ink,
                                          .on = b->theme->palette.gold_tint,
                                          .nowrap = true,
                                          .no_gap = true,
                                          .role = HUI_ROLE_PARAGRAPH,
                                          .kind = "mark"});
}

/* The disc of the drawing is as high as it is wide; its ribbon hangs below. */
static hui_box *face(const hui_build *b, const medal *p)
{
    const hui_art *art = hui_art_find("medal");
    /* The drawing is 152 wide; its disc of 140 has its centre at (76, 72). */
    const double width = 152, centre = 72;
    hui_box *stack = hui_box_stack(b);
    stack->width = width;
    hui_box_add(stack, hui_part_art(b, art, (hui_art_options){0}, width, round(width * art->ratio)));
    hui_box *words = words_of(b, p, 1);
    const double natural = hui_leaf_extent(words).max;
    if (natural > face_width)
        words = words_of(b, p, face_width / natural);
    hui_box *disc = hui_box_column(b, 0);
    disc->height = 2 * centre;
    disc->justify = HUI_JUSTIFY_CENTER;
    disc->align = HUI_ALIGN_CENTER;
    hui_box_add(disc, words);
    hui_box *upper = hui_box_column(b, 0);
    hui_box_add(upper, disc);
    hui_box_add(stack, upper);
    return stack;
}

/* Below this width the medal stands under its text, px. */
static const double narrow_width = 320;

static hui_box *build(const hui_build *b, const void *props)
{
    const medal *p = props;
    const bool narrow = b->room < narrow_width;
    hui_box *row = narrow ? hui_box_column(b, 12) : hui_box_row(b, 24, HUI_ALIGN_CENTER);
    row->align = HUI_ALIGN_CENTER;
    hui_box *text = hui_part_text(b, p->text,
                                  (hui_text_look){.type = HUI_TYPE_HEADING,
                                                  .balance = true,
                                                  .align = narrow ? HUI_TEXT_CENTER : HUI_TEXT_START,
                                                  .role = HUI_ROLE_PARAGRAPH,
                                                  .kind = "text"});
    if (text)
        hui_box_add(row, hui_grow(text));
    row->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, face(b, p));
    return row;
}

const hui_panel_kind hui_panel_medal = {.record = {"medal", "text beside a gold medal with a mark on it", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(medal), NULL},
                                        .build = build};
