/* strip: one sentence on a ground of its own. */
#include "panel/container.h"

typedef struct strip {
    hui_string text, icon;
    int ground, size, align;
} strip;

static const hui_word ground_words[] = {{"strong", "the accent's dark gradient"},
                                        {"tint", "the accent's tint"},
                                        {"gold", "gold tint"},
                                        {"none", "no ground: in a foot"},
                                        {0}};
static const hui_word size_words[] = {{"large", "36 px"}, {"normal", "32 px"}, {"small", "28 px"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(strip, text, TEXT, "the sentence", .required = true),
    HUI_FIELD(strip, icon, ICON, "before it"),
    HUI_FIELD(strip, ground, ENUM, "what it stands on", "\"strong\"", .words = ground_words),
    HUI_FIELD(strip, size, ENUM, "of the letters", "\"large\"", .words = size_words),
    HUI_FIELD_AS("textAlign", strip, align, ENUM, "of the sentence", "\"start\"", .words = hui_text_align_words),
};

enum { STRONG, TINT, GOLD, NONE };
enum { LARGE, NORMAL, SMALL };

static hui_box *icon_of(const hui_build *b, const strip *p)
{
    if (p->size == LARGE)
        return hui_part_disc(b, p->icon, 72, false);
    return hui_part_icon(b, p->icon, 32, hui_inks_of(b).icon);
}

static hui_box *build(const hui_build *b, const void *props)
{
    static const hui_ground grounds[] = {HUI_GROUND_STRONG, HUI_GROUND_TINT, HUI_GROUND_GOLD};
    static const hui_type types[] = {HUI_TYPE_STRIP, HUI_TYPE_HEADING, HUI_TYPE_TAG};
    const strip *p = props;
    hui_build inner = p->ground == NONE ? *b : hui_build_on(b, grounds[p->ground]);
    hui_box *row = p->ground == NONE ? hui_box_row(b, 0, HUI_ALIGN_CENTER) : hui_card(&inner);
    hui_box *content = hui_box_row(b, p->size == LARGE ? 20 : 10, HUI_ALIGN_CENTER);
    if (p->ground != NONE)
        hui_box_pad(row, p->size == LARGE ? 22 : 8, 30);
    if (p->size != LARGE && p->ground != NONE)
        hui_look_radius(hui_box_look(b, row), 14);
    static const hui_justify justifies[] = {HUI_JUSTIFY_START, HUI_JUSTIFY_CENTER, HUI_JUSTIFY_END, HUI_JUSTIFY_START};
    content->justify = justifies[p->align];
    hui_box *text = hui_part_text(&inner, p->text,
                                  (hui_text_look){.type = types[p->size],
                                                  .weight = 700,
                                                  .align = hui_text_align_of(p->align),
                                                  .balance = true,
                                                  .role = HUI_ROLE_PARAGRAPH,
                                                  .kind = "text"});
    if (content->justify == HUI_JUSTIFY_START)
        hui_grow(text);
    hui_box_add(content, icon_of(&inner, p));
    hui_box_add(content, text);
    content->grow = 1;
    hui_box_add(row, content);
    return row;
}

const hui_panel_kind hui_panel_strip = {
    .record = {"strip", "one sentence on a ground of its own", fields, HUI_FIELD_COUNT(fields), sizeof(strip), "text"},
    .build = build};
