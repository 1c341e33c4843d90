/* list: items with bullets, checks, icons, tags or numbers; nested; in columns. */
#include "panel/container.h"

typedef struct list_item {
    hui_string text, title, icon, tag;
    hui_list items; /* hui_string */
} list_item;

typedef struct list {
    hui_list items;
    int marker;
    hui_lengths columns;
    bool dividers;
    hui_length gap;
} list;

enum { MARKER_DOT, MARKER_CHECK, MARKER_RING, MARKER_NUMBER, MARKER_NONE };

static const hui_word marker_words[] = {{"dot", "a filled circle"}, {"check", "a check mark in a circle"},
                                        {"ring", "an open circle"}, {"number", "its number in a circle"},
                                        {"none", "no mark"},        {0}};

static const hui_field item_fields[] = {
    HUI_FIELD(list_item, text, TEXT, "what it says", .required = true),
    HUI_FIELD(list_item, title, TEXT, "a bold line above"),
    HUI_FIELD(list_item, icon, ICON, "instead of the list's mark"),
    HUI_FIELD(list_item, tag, STRING, "a short code on a block instead of the mark, such as a road number"),
    HUI_FIELD(list_item, items, TEXTS, "a list below"),
};
static const hui_record item_record = {"list item",       "one item", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(list_item), "text"};

static const hui_field fields[] = {
    HUI_FIELD(list, items, LIST, "the items: strings or objects", .required = true, .record = &item_record),
    HUI_FIELD(list, marker, ENUM, "the mark before each item", "\"dot\"", .words = marker_words),
    HUI_FIELD(list, columns, TRACKS, "how many columns, or their widths", "1"),
    HUI_FIELD(list, dividers, BOOL, "hairlines between columns"),
    HUI_FIELD(list, gap, LENGTH, "least room between items", "8", .min = 0, .max = 1000),
};

/* Marks are centred on the first line of text. */
static hui_box *on_first_line(const hui_build *b, hui_box *mark)
{
    hui_box *column = hui_box_column(b, 0);
    column->justify = HUI_JUSTIFY_CENTER;
    column->align = HUI_ALIGN_CENTER;
    column->height = b->theme->type[HUI_TYPE_BODY].line_height;
    hui_box_add(column, mark);
    return column;
}

static hui_box *circle(const hui_build *b, double diameter, bool open)
{
    hui_box *dot = hui_space(b, diameter, diameter);
    hui_look *look = hui_box_look(b, dot);
    const hui_color color = hui_inks_of(b).icon;
    hui_look_radius(look, diameter / 2);
    look->fill = open ? (hui_color){0} : color;
    look->border = color;
    look->border_width = open ? 4 : 0;
    return dot;
}

static hui_box *tag_mark(const hui_build *b, hui_string tag)
{
    hui_box *block = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    hui_box_pad(block, 2, 12);
    hui_look *look = hui_box_look(b, block);
    const hui_inks inks = hui_inks_of(b);
    const bool dark = b->ground == HUI_GROUND_STRONG;
    look->fill = dark ? inks.pill : b->accent->fill;
    hui_look_radius(look, 8);
    hui_box_add(block, hui_part_text(b, tag,
                                     (hui_text_look){.type = HUI_TYPE_PILL,
                                                     .color = dark ? inks.on_pill : b->theme->palette.on_strong,
                                                     .on = look->fill,
                                                     .keep = b->room / 2}));
    return block;
}

static hui_box *mark_of(const hui_build *b, const list *p, const list_item *item, size_t number)
{
    if (item->tag.text)
        return tag_mark(b, item->tag);
    if (item->icon.text)
        return hui_part_icon(b, item->icon, 32, hui_inks_of(b).icon);
    switch (p->marker) {
    case MARKER_CHECK:
        return hui_part_icon(b, (hui_string){.text = "circle-check"}, 32, hui_inks_of(b).icon);
    case MARKER_RING:
        return circle(b, 18, true);
    case MARKER_NUMBER:
        return hui_part_number(b, number, 36, HUI_TYPE_NOTE);
    case MARKER_NONE:
        return NULL;
    default:
        return circle(b, 12, false);
    }
}

static const hui_text_look body_look = {
    .type = HUI_TYPE_BODY, .figure_scale = 1.08, .balance = true, .role = HUI_ROLE_PARAGRAPH, .kind = "text"};

static hui_box *nested(const hui_build *b, hui_list texts)
{
    const hui_string *items = texts.at;
    hui_box *column = hui_box_column(b, 4);
    for (size_t i = 0; i < texts.count; i++) {
        hui_box *row = hui_box_row(b, 10, HUI_ALIGN_START);
        hui_box_add(row, on_first_line(b, circle(b, 8, false)));
        hui_box_add(row, hui_grow(hui_part_text(b, items[i], body_look)));
        hui_box_add(column, row);
    }
    return column;
}

/* With a dot of 12 before it, text then begins 22 px in: in a card of half a page 14 han and a mark fit a line. */
static const double mark_gap = 10;

static hui_box *build_item(const hui_build *b, const list *p, const list_item *item, size_t number)
{
    hui_box *row = hui_box_row(b, mark_gap, HUI_ALIGN_START), *mark = mark_of(b, p, item, number);
    if (mark)
        hui_box_add(row, on_first_line(b, mark));
    hui_box *column = hui_box_column(b, 0);
    column->grow = 1;
    hui_box_add(column, hui_part_text(b, item->title,
                                      (hui_text_look){.type = HUI_TYPE_BODY,
                                                      .weight = 700,
                                                      .color = hui_inks_of(b).strong,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "title"}));
    hui_box_add(column, hui_part_text(b, item->text, body_look));
    if (item->items.count)
        hui_box_add(column, nested(b, item->items));
    hui_box_add(row, column);
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "item");
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const list *p = props;
    const list_item *items = p->items.at;
    const bool in_columns = p->columns.count > 1;
    hui_box *box = in_columns ? hui_box_new(b->arena, HUI_BOX_GRID) : hui_box_column(b, hui_length_px(p->gap));
    if (in_columns) {
        box->gap = p->dividers ? 44 : b->theme->measures.gap;
        box->row_gap = hui_length_px(p->gap);
        hui_box_tracks(b, box, p->columns);
        if (p->dividers)
            hui_box_look(b, box)->divider = hui_inks_of(b).line;
    } else {
        /* Beside a higher card the gaps share the room, up to three times their least. */
        box->justify = HUI_JUSTIFY_BETWEEN;
        box->max_gap = (p->items.count == 2 ? 6 : 3) * box->gap;
        box->grow = 1;
    }
    for (size_t i = 0; i < p->items.count; i++) {
        const hui_build cell = in_columns ? hui_build_in_tracks(b, p->columns, box->gap, i % p->columns.count, 1) : *b;
        hui_box_add(box, build_item(&cell, p, &items[i], i + 1));
    }
    hui_look_role(hui_box_look(b, box), HUI_ROLE_LIST, "list");
    return box;
}

const hui_panel_kind hui_panel_list = {.record = {"list", "items with bullets, checks, icons, tags or numbers", fields,
                                                  HUI_FIELD_COUNT(fields), sizeof(list), NULL},
                                       .build = build};
