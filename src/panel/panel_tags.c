/* tags: bold words on small blocks, with text before them. */
#include "panel/container.h"

typedef struct tag {
    hui_string text, icon;
} tag;

typedef struct tags {
    hui_string lead;
    hui_list items;
    int style, shape, justify;
} tags;

static const hui_word style_words[] = {
    {"tint", "the accent on its tint"}, {"solid", "white on the accent"}, {"gold", "gold ink on gold tint"}, {0}};

static const hui_word shape_words[] = {{"block", "56 px high"}, {"pill", "48 px high, round ends"}, {0}};

static const hui_field item_fields[] = {
    HUI_FIELD(tag, text, TEXT, "the word", .required = true),
    HUI_FIELD(tag, icon, ICON, "before the word"),
};
static const hui_record item_record = {"tag",       "one tag", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(tag), "text"};

static const hui_field fields[] = {
    HUI_FIELD(tags, lead, TEXT, "before the tags"),
    HUI_FIELD(tags, items, LIST, "the tags: strings or objects", .required = true, .record = &item_record),
    HUI_FIELD(tags, style, ENUM, "their colours", "\"tint\"", .words = style_words),
    HUI_FIELD(tags, shape, ENUM, "of their ground", "\"block\"", .words = shape_words),
    HUI_FIELD(tags, justify, ENUM, "where they stand", "\"start\"", .words = hui_justify_words),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const tags *p = props;
    const tag *items = p->items.at;
    const hui_palette *palette = &b->theme->palette;
    const bool dark = b->ground == HUI_GROUND_STRONG;
    const hui_color fills[] = {hui_inks_of(b).pill, dark ? palette->on_strong : b->accent->fill,
                               b->ground == HUI_GROUND_GOLD ? palette->card : palette->gold_tint};
    const hui_color inks[] = {hui_inks_of(b).on_pill, dark ? b->accent->fill : palette->on_strong, palette->gold_ink};
    hui_box *row = hui_box_wrap(b, 12, 12, HUI_ALIGN_CENTER);
    row->justify = hui_justify_of(p->justify);
    hui_box_add(row, hui_part_text(b, p->lead,
                                   (hui_text_look){.type = HUI_TYPE_BODY, .role = HUI_ROLE_PARAGRAPH, .kind = "text"}));
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(row, hui_part_tag(b, items[i].text, items[i].icon, fills[p->style], inks[p->style], p->shape == 1));
    return row;
}

const hui_panel_kind hui_panel_tags = {
    .record = {"tags", "bold words on small blocks", fields, HUI_FIELD_COUNT(fields), sizeof(tags), NULL},
    .build = build};
