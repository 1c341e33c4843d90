/* kpi-row: figures side by side, all in one size. */
#include "panel/container.h"
#include "panel/kpi.h"

#include <math.h>

typedef struct kpi_row {
    hui_list items;
    hui_lengths columns;
    hui_length gap;
    bool dividers;
} kpi_row;

static const hui_field fields[] = {
    HUI_FIELD(kpi_row, items, LIST, "the figures", .required = true, .record = &hui_kpi_record),
    HUI_FIELD(kpi_row, columns, TRACKS,
              "how many columns, or their widths; if absent as many as items, or as there is room for"),
    HUI_FIELD(kpi_row, gap, LENGTH, "room between columns", "48", .min = 0, .max = 1000),
    HUI_FIELD(kpi_row, dividers, BOOL, "hairlines between columns", "true"),
};

/* Five labels of four characters go into a line of a report; more items make rows of as equal lengths as can be. */
static const double least_column = 112;

static size_t column_count(const hui_build *b, const kpi_row *p, double gap)
{
    const size_t count = p->items.count > 0 ? p->items.count : 1;
    const double most = fmax(1, floor((b->room + gap) / (least_column + gap)));
    const size_t rows = (size_t)ceil((double)count / most);
    return (count + rows - 1) / rows;
}

static hui_lengths equal_columns(const hui_build *b, size_t count)
{
    hui_length *columns = HUI_NEW_ARRAY(b->arena, hui_length, count);
    for (size_t i = 0; i < count; i++)
        columns[i] = (hui_length){1, HUI_UNIT_FR};
    return (hui_lengths){columns, count};
}

static hui_box *build(const hui_build *b, const void *props)
{
    const kpi_row *p = props;
    hui_build inner = hui_build_group(b);
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    grid->gap = hui_length_px(p->gap);
    grid->row_gap = b->theme->measures.gap;
    const hui_lengths columns = p->columns.count ? p->columns : equal_columns(b, column_count(b, p, grid->gap));
    hui_box_tracks(b, grid, columns);
    if (p->dividers)
        hui_box_look(b, grid)->divider = hui_inks_of(b).line;
    const hui_kpi *items = p->items.at;
    for (size_t i = 0; i < p->items.count; i++) {
        hui_build cell = hui_build_in_tracks(&inner, columns, grid->gap, i % columns.count, 1);
        hui_box_add(grid, hui_kpi_box(&cell, &items[i]));
    }
    return grid;
}

const hui_panel_kind hui_panel_kpi_row = {.record = {"kpi-row", "figures side by side, all in one size", fields,
                                                     HUI_FIELD_COUNT(fields), sizeof(kpi_row), NULL},
                                          .build = build};
