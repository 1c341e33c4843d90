/* chips: a statement whose key words stand on blocks. */
#include "panel/container.h"

typedef struct chip {
    hui_string text, icon;
} chip;

typedef struct chips {
    hui_string lead, tail, text;
    hui_list items;
    bool quotes;
} chips;

static const hui_field item_fields[] = {
    HUI_FIELD(chip, text, TEXT, "the word", .required = true),
    HUI_FIELD(chip, icon, ICON, "after the word"),
};
static const hui_record item_record = {"chip",       "one key word", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(chip), "text"};

static const hui_field fields[] = {
    HUI_FIELD(chips, lead, TEXT, "before the chips"),
    HUI_FIELD(chips, items, LIST, "the key words", .required = true, .record = &item_record),
    HUI_FIELD(chips, quotes, BOOL, "large quotation marks around the chips"),
    HUI_FIELD(chips, tail, TEXT, "after the chips"),
    HUI_FIELD(chips, text, TEXT, "the sentence below"),
};

static const double gap = 12, quote_width = 32, chip_padding = 16, chip_gap = 10, chip_icon = 32;

static hui_box *words_of(const hui_build *b, const chip *item)
{
    const bool dark = b->ground == HUI_GROUND_STRONG;
    const hui_inks inks = hui_inks_of(b);
    const hui_build strong = hui_build_on(b, HUI_GROUND_STRONG);
    return hui_part_text(
        &strong, item->text,
        (hui_text_look){.type = HUI_TYPE_STRIP,
                        .weight = 900,
                        .color = dark ? inks.on_pill : b->theme->palette.on_strong,
                        .on = dark ? inks.pill : b->accent->fill,
                        .align = HUI_TEXT_CENTER,
                        .balance = true,
                        .keep = b->room - 2 * chip_padding - (item->icon.text ? chip_gap + chip_icon : 0),
                        .role = HUI_ROLE_PARAGRAPH,
                        .kind = "chip"});
}

static hui_box *build_chip(const hui_build *b, const chip *item)
{
    const bool dark = b->ground == HUI_GROUND_STRONG;
    const hui_inks inks = hui_inks_of(b);
    hui_box *row = hui_box_row(b, chip_gap, HUI_ALIGN_CENTER);
    hui_box_pad(row, 0, chip_padding);
    row->min_height = 72;
    row->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, row);
    hui_look_radius(look, 14);
    if (dark)
        look->fill = inks.pill;
    else
        hui_look_gradient(b, look, 160, b->accent->fill, b->accent->dark);
    hui_box_add(row, words_of(b, item));
    hui_box_add(row, hui_part_icon(b, item->icon, chip_icon, dark ? inks.on_pill : b->theme->palette.gold_light));
    return row;
}

static hui_box *phrase(const hui_build *b, hui_string text)
{
    return hui_part_text(b, text, (hui_text_look){.type = HUI_TYPE_BODY, .role = HUI_ROLE_PARAGRAPH, .kind = "text"});
}

static hui_box *quote(const hui_build *b, const char *mark)
{
    return hui_part_text(
        b, (hui_string){.text = mark},
        (hui_text_look){
            .type = HUI_TYPE_TITLE, .size = 48, .color = hui_inks_of(b).strong, .nowrap = true, .kind = "quote"});
}

/* All on one line, where the chips share the room that is left. */
static hui_box *single_line(const hui_build *b, const chips *p)
{
    hui_box *row = hui_box_row(b, gap, HUI_ALIGN_CENTER);
    const chip *items = p->items.at;
    hui_box_add(row, phrase(b, p->lead));
    hui_box_add(row, p->quotes ? quote(b, "“") : NULL);
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(row, hui_grow(build_chip(b, &items[i])));
    hui_box_add(row, p->quotes ? quote(b, "”") : NULL);
    hui_box_add(row, phrase(b, p->tail));
    return row;
}

/* On several lines each quotation mark keeps to its chip. */
static hui_box *quoted(const hui_build *b, hui_box *block, bool open, bool close)
{
    if (!open && !close)
        return block;
    hui_box *row = hui_box_row(b, gap, HUI_ALIGN_CENTER);
    hui_box_add(row, open ? quote(b, "“") : NULL);
    hui_box_add(row, block);
    hui_box_add(row, close ? quote(b, "”") : NULL);
    return row;
}

static hui_box *several_lines(const hui_build *b, const chips *p)
{
    hui_box *row = hui_box_wrap(b, gap, gap, HUI_ALIGN_CENTER);
    const chip *items = p->items.at;
    const hui_build beside = hui_build_within(b, b->room - (p->quotes ? 2 * (quote_width + gap) : 0));
    hui_box_add(row, phrase(b, p->lead));
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(
            row, quoted(b, build_chip(&beside, &items[i]), p->quotes && i == 0, p->quotes && i + 1 == p->items.count));
    hui_box_add(row, phrase(b, p->tail));
    return row;
}

static double width_of(const hui_build *b, const chips *p)
{
    const chip *items = p->items.at;
    double width = hui_leaf_extent(phrase(b, p->lead)).max + hui_leaf_extent(phrase(b, p->tail)).max;
    width +=
        gap * (double)((p->lead.text ? 1 : 0) + (p->tail.text ? 1 : 0)) + (p->quotes ? 2 * (quote_width + gap) : 0);
    for (size_t i = 0; i < p->items.count; i++)
        width += hui_leaf_extent(words_of(b, &items[i])).max + 2 * chip_padding +
                 (items[i].icon.text ? chip_gap + chip_icon : 0) + (i ? gap : 0);
    return width;
}

static hui_box *line(const hui_build *b, const chips *p)
{
    return width_of(b, p) <= b->room ? single_line(b, p) : several_lines(b, p);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const chips *p = props;
    hui_box *column = hui_box_column(b, 16);
    hui_box_add(column, line(b, p));
    hui_box_add(
        column,
        hui_part_text(
            b, p->text,
            (hui_text_look){.type = HUI_TYPE_BODY, .figure_scale = 1.08, .role = HUI_ROLE_PARAGRAPH, .kind = "text"}));
    return column;
}

const hui_panel_kind hui_panel_chips = {.record = {"chips", "a statement whose key words stand on blocks", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(chips), NULL},
                                        .build = build};
