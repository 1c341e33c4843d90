/* compare: what is new beside what there is now, each row with a bar of the new in the total. */
#include "panel/container.h"

#include <math.h>

typedef struct compare_item {
    hui_string label, icon, value, unit, total, totalUnit;
} compare_item;

typedef struct compare {
    hui_list items;
    hui_string totalLabel;
} compare;

static const hui_field item_fields[] = {
    HUI_FIELD(compare_item, label, TEXT, "what is counted", .required = true),
    HUI_FIELD(compare_item, icon, ICON, "in a circle before the label"),
    HUI_FIELD(compare_item, value, VALUE, "the new", .required = true),
    HUI_FIELD(compare_item, unit, STRING, "after the new value"),
    HUI_FIELD(compare_item, total, VALUE, "the total", .required = true),
    HUI_FIELD(compare_item, totalUnit, STRING, "after the total; the new value's unit if absent"),
};
static const hui_record item_record = {"compare item",       "one row", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(compare_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(compare, items, LIST, "the rows", .required = true, .record = &item_record),
    HUI_FIELD(compare, totalLabel, TEXT, "above the totals", .required = true),
};

/* Below this width the label stands above the value, px. */
static const double narrow_width = 380;

static hui_box *new_row(const hui_build *b, const compare_item *item)
{
    const bool narrow = b->room < narrow_width;
    hui_box *column = hui_box_column(b, 10),
            *row = narrow ? hui_box_column(b, 4) : hui_box_row(b, 20, HUI_ALIGN_CENTER);
    const double share = hui_number_of(item->value) / hui_number_of(item->total);
    hui_box_add(row, hui_part_disc(b, item->icon, 72, false));
    hui_box_add(row, hui_grow(hui_part_label(b, item->label)));
    hui_box_add(row, hui_part_numeral(b, &(hui_numeral){.value = item->value,
                                                        .unit = item->unit,
                                                        .size = HUI_NUMERAL_DENSE,
                                                        .align = narrow ? HUI_TEXT_START : HUI_TEXT_END}));
    hui_box_add(column, row);
    hui_box_add(column, hui_part_bar(b, isnan(share) ? 0 : share, 28));
    return column;
}

/* How far a total at the foot of its row moves down until its figures are level with the bar. */
static const double to_bar_middle = 15;

static const double total_padding = 56;

static hui_box *total_of(const hui_build *b, const compare_item *item)
{
    const hui_string unit = item->totalUnit.text ? item->totalUnit : item->unit;
    return hui_part_numeral(b, &(hui_numeral){.value = item->total, .unit = unit, .size = HUI_NUMERAL_DENSE});
}

/* A total stands at the foot of its row, at the height of the bar. */
static hui_box *total_cell(const hui_build *b, const compare_item *item)
{
    hui_box *column = hui_box_column(b, 0);
    column->justify = HUI_JUSTIFY_END;
    hui_box *total = total_of(b, item);
    total->offset_y = to_bar_middle;
    hui_box_add(column, total);
    return column;
}

/* As wide as the widest total needs, within bounds. */
static double width_of_totals(const hui_build *b, const compare *p)
{
    const compare_item *items = p->items.at;
    double width = fmin(b->room * 0.4, 240);
    for (size_t i = 0; i < p->items.count; i++)
        width = fmax(width, total_padding + hui_leaf_extent(total_of(b, &items[i])).max);
    return round(fmax(fmin(width, b->room * 0.4), 120));
}

/* Two tracks in every row, so that totals stand beside their bars; the right one is tinted. */
static hui_box *row_of(const hui_build *left, const hui_build *right, const compare *p, size_t i, double side_width)
{
    const compare_item *item = (const compare_item *)p->items.at + i;
    const bool first = i == 0, last = i + 1 == p->items.count;
    hui_box *row = hui_box_row(left, 0, HUI_ALIGN_STRETCH), *main = hui_box_column(left, 0),
            *side = hui_box_column(left, 0);
    main->grow = 1;
    main->justify = HUI_JUSTIFY_END;
    const bool narrow = left->room < 480;
    const double main_pad = narrow ? 16 : 26, side_pad = narrow ? 16 : total_padding / 2;
    side->width = side_width;
    side->justify = HUI_JUSTIFY_BETWEEN;
    const double top = first ? 36 : 13, bottom = last ? 36 : 13;
    main->padding[HUI_TOP] = side->padding[HUI_TOP] = top;
    main->padding[HUI_BOTTOM] = side->padding[HUI_BOTTOM] = bottom;
    main->padding[HUI_LEFT] = main->padding[HUI_RIGHT] = main_pad;
    side->padding[HUI_LEFT] = side->padding[HUI_RIGHT] = side_pad;
    hui_box_look(left, side)->fill = hui_ground_color(right);
    hui_build main_build = hui_build_within(left, left->room - side_width - 2 * main_pad),
              side_build = hui_build_within(right, side_width - 2 * side_pad);
    hui_box_add(main, new_row(&main_build, item));
    if (first)
        hui_box_add(side, hui_part_label(&side_build, p->totalLabel));
    hui_box_add(side, total_cell(&side_build, item));
    if (!first)
        side->justify = HUI_JUSTIFY_END;
    hui_box_add(row, main);
    hui_box_add(row, side);
    return row;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const compare *p = props;
    hui_build left;
    hui_box *card = hui_card_open(b, &left);
    left = hui_build_group(&left);
    hui_build right = hui_build_on(&left, left.ground == HUI_GROUND_TINT ? HUI_GROUND_CARD : HUI_GROUND_TINT);
    hui_box_pad(card, 0, 0);
    hui_box_look(b, card)->clip = true;
    const double side_width = width_of_totals(&right, p);
    for (size_t i = 0; i < p->items.count; i++)
        hui_box_add(card, row_of(&left, &right, p, i, side_width));
    return card;
}

const hui_panel_kind hui_panel_compare = {.record = {"compare", "what is new beside what there is now", fields,
                                                     HUI_FIELD_COUNT(fields), sizeof(compare), NULL},
                                          .build = build};
