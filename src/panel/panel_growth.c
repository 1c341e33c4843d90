/* growth: rows of label over bar, value and pill. */
#include "panel/container.h"

#include <math.h>

typedef struct growth_item {
    hui_string label, value, unit, rank;
    int trend;
    hui_string change;
} growth_item;

typedef struct growth {
    hui_list items;
    double max;
} growth;

static const hui_field item_fields[] = {
    HUI_FIELD(growth_item, label, TEXT, "what is compared", .required = true),
    HUI_FIELD(growth_item, value, VALUE, "the figure; the bar shows it", .required = true),
    HUI_FIELD(growth_item, unit, STRING, "after the value"),
    HUI_FIELD(growth_item, rank, TEXT, "a rank or distinction, as a gold pill"),
    HUI_FIELD(growth_item, change, TEXT, "growth or decline, as a pill"),
    HUI_FIELD(growth_item, trend, ENUM, "the mark in the pill of `change`", "\"up\"", .words = hui_trend_words),
};
static const hui_record item_record = {"growth item",       "one row", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(growth_item), NULL};

static const hui_field fields[] = {
    HUI_FIELD(growth, items, LIST, "the rows", .required = true, .record = &item_record),
    HUI_FIELD(growth, max, NUMBER, "the value of a full bar; the largest of the rows if absent", .min = 1e-9,
              .max = 1e15),
};

/* Below these widths rows stand in one column, px. */
static const double narrow_with_pill = 640, narrow_without = 400;

static double largest(const growth *p)
{
    const growth_item *items = p->items.at;
    double max = 0;
    for (size_t i = 0; i < p->items.count; i++)
        max = fmax(max, hui_number_of(items[i].value));
    return max;
}

static hui_box *rank_of(const hui_build *b, const growth_item *item)
{
    return hui_part_pill(b, item->rank, HUI_TREND_NONE, (hui_string){.text = "award"}, HUI_PILL_GOLD);
}

static hui_box *change_of(const hui_build *b, const growth_item *item)
{
    return hui_part_pill(b, item->change, (hui_trend)item->trend, (hui_string){0}, HUI_PILL_TINT);
}

static hui_box *pills_of(const hui_build *b, const growth_item *item)
{
    hui_box *both = hui_box_column(b, 8);
    both->align = HUI_ALIGN_START;
    hui_box_add(both, change_of(b, item));
    hui_box_add(both, rank_of(b, item));
    return both;
}

/* Room that a numeral of 76 px leaves below its baseline: it stands on the foot of its bar. */
static const double below_baseline = 7;

/* Cells end at the foot of their row. */
static void add_cell(const hui_build *b, hui_box *grid, hui_box *content, hui_align align)
{
    hui_box *cell = hui_box_column(b, 0);
    cell->justify = HUI_JUSTIFY_END;
    cell->align = align;
    hui_box_add(cell, content);
    hui_box_add(grid, cell);
}

static hui_box *value_of(const hui_build *b, const growth_item *item, hui_text_align align)
{
    return hui_part_numeral(
        b, &(hui_numeral){
               .value = item->value, .unit = item->unit, .size = HUI_NUMERAL_CELL, .align = align, .limit = 76});
}

static void add_row(const hui_build *b, hui_box *grid, const growth_item *item, double max, bool any_pill)
{
    hui_box *bars = hui_box_column(b, 10);
    hui_box_add(bars, hui_part_label(b, item->label));
    hui_box_add(bars, hui_part_bar(b, hui_number_of(item->value) / max, 20));
    add_cell(b, grid, bars, HUI_ALIGN_STRETCH);
    hui_box *value = value_of(b, item, HUI_TEXT_END);
    value->offset_y = below_baseline;
    add_cell(b, grid, value, HUI_ALIGN_STRETCH);
    if (any_pill)
        add_cell(b, grid, pills_of(b, item), HUI_ALIGN_END);
}

/* Where there is no room for three columns: label, then value and pill, then the bar. */
static void add_narrow_row(const hui_build *b, hui_box *grid, const growth_item *item, double max)
{
    hui_box *column = hui_box_column(b, 6), *line = hui_box_wrap(b, 16, 8, HUI_ALIGN_CENTER);
    hui_box_add(column, hui_part_label(b, item->label));
    hui_box_add(line, value_of(b, item, HUI_TEXT_START));
    hui_box_add(line, change_of(b, item));
    hui_box_add(line, rank_of(b, item));
    hui_box_add(column, line);
    hui_box_add(column, hui_part_bar(b, hui_number_of(item->value) / max, 20));
    hui_box_add(grid, column);
}

static bool has_pill(const growth *p)
{
    const growth_item *items = p->items.at;
    for (size_t i = 0; i < p->items.count; i++)
        if (items[i].rank.text || items[i].change.text)
            return true;
    return false;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const growth *p = props;
    const growth_item *items = p->items.at;
    hui_build inner = hui_build_group(b);
    const bool any_pill = has_pill(p);
    const double max = isnan(p->max) ? largest(p) : p->max;
    static const hui_length widths[] = {{1, HUI_UNIT_FR}, {0, HUI_UNIT_AUTO}, {0, HUI_UNIT_AUTO}};
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    grid->gap = 24;
    grid->row_gap = 36;
    const bool narrow = b->room < (any_pill ? narrow_with_pill : narrow_without);
    hui_box_tracks(b, grid, (hui_lengths){widths, narrow ? 1 : any_pill ? 3 : 2});
    hui_look *look = hui_box_look(b, grid);
    look->divider = hui_inks_of(b).line;
    look->divide_rows = true;
    for (size_t i = 0; i < p->items.count; i++) {
        if (narrow)
            add_narrow_row(&inner, grid, &items[i], max > 0 ? max : 1);
        else
            add_row(&inner, grid, &items[i], max > 0 ? max : 1, any_pill);
    }
    return grid;
}

const hui_panel_kind hui_panel_growth = {.record = {"growth", "rows of label over bar, value and pill", fields,
                                                    HUI_FIELD_COUNT(fields), sizeof(growth), NULL},
                                         .build = build};
