/* text: a paragraph or a phrase. */
#include "panel/container.h"

typedef struct text {
    hui_string text, color, strongColor;
    int size, strongSize, align, weight;
    bool balance;
} text;

static const hui_word type_words[] = {
#define HUI_TYPE(NAME, word, size, line, weight, doc) {word, doc},
#include "theme/type_scale.inc"
#undef HUI_TYPE
    {0}};
static const hui_word strong_words[] = {{"same", "the size of the text"},
#define HUI_TYPE(NAME, word, size, line, weight, doc) {word, doc},
#include "theme/type_scale.inc"
#undef HUI_TYPE
                                        {0}};
static const hui_word weight_words[] = {
    {"auto", "of the step"}, {"regular", NULL}, {"bold", NULL}, {"black", NULL}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(text, text, TEXT, "what it says", .required = true),
    HUI_FIELD(text, size, ENUM, "a step of the type scale", "\"body\"", .words = type_words),
    HUI_FIELD(text, weight, ENUM, "of the letters", "\"auto\"", .words = weight_words),
    HUI_FIELD(text, color, COLOR, "of the letters; by ground if absent"),
    HUI_FIELD(text, strongSize, ENUM, "a step for **strong** runs", "\"same\"", .words = strong_words),
    HUI_FIELD(text, strongColor, COLOR, "of **strong** runs; the accent's if absent"),
    HUI_FIELD_AS("textAlign", text, align, ENUM, "of the lines", "\"start\"", .words = hui_text_align_words),
    HUI_FIELD(text, balance, BOOL, "lines of nearly equal width"),
};

static hui_color color_of(const hui_build *b, hui_string name)
{
    hui_color color = {0};
    if (name.text)
        hui_theme_color(b->theme, b->accent, name.text, &color);
    return color;
}

static hui_box *build(const hui_build *b, const void *props)
{
    static const int weights[] = {0, 400, 700, 900};
    const text *p = props;
    const hui_type_style *scale = b->theme->type;
    hui_text_look look = {
        .type = (hui_type)p->size,
        .weight = weights[p->weight],
        .color = color_of(b, p->color),
        .strong_color = color_of(b, p->strongColor),
        .align = hui_text_align_of(p->align),
        .balance = p->balance || p->align == 1,
        .role = HUI_ROLE_PARAGRAPH,
        .kind = "text",
    };
    if (p->size == HUI_TYPE_BODY)
        look.figure_scale = 1.08;
    if (p->strongSize > 0) {
        const hui_type_style *strong = &scale[p->strongSize - 1];
        look.strong_scale = strong->size / scale[p->size].size;
        look.strong_weight = strong->weight;
    }
    hui_box *box = hui_part_text(b, p->text, look);
    return box ? box : hui_space(b, 0, 0);
}

const hui_panel_kind hui_panel_text = {
    .record = {"text", "a paragraph or a phrase", fields, HUI_FIELD_COUNT(fields), sizeof(text), "text"},
    .build = build};
