/* pictogram: as many small drawings as there are things. */
#include "panel/container.h"

#include <math.h>

typedef struct pictogram {
    int count, columns, art;
    hui_string icon;
    double size;
} pictogram;

static const hui_field fields[] = {
    HUI_FIELD(pictogram, count, INTEGER, "how many", .required = true, .min = 1, .max = 2000),
    HUI_FIELD(pictogram, columns, INTEGER, "in a row", "10", .min = 1, .max = 200),
    HUI_FIELD(pictogram, art, ENUM, "which drawing", "\"building\"", .words = hui_art_words),
    HUI_FIELD(pictogram, icon, ICON, "an icon instead of a drawing"),
    HUI_FIELD(pictogram, size, NUMBER, "width of one, px", "40", .min = 8, .max = 400),
};

static const double gap_share = 0.375, row_gap_share = 0.25;
/* Below this they cannot be told apart; then rows are shorter instead, px. */
static const double smallest = 12;

static double width_of(double size, int columns)
{
    return size * columns + round(size * gap_share) * (columns - 1);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const pictogram *p = props;
    double size = p->size;
    int columns = p->columns;
    while (size > smallest && width_of(size, columns) > b->room)
        size--;
    while (columns > 1 && width_of(size, columns) > b->room)
        columns--;
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    hui_length *tracks = HUI_NEW_ARRAY(b->arena, hui_length, columns);
    for (int i = 0; i < columns; i++)
        tracks[i] = (hui_length){size, HUI_UNIT_PX};
    hui_box_tracks(b, grid, (hui_lengths){tracks, (size_t)columns});
    grid->gap = round(size * gap_share);
    grid->row_gap = round(size * row_gap_share);
    const double height = hui_arts[p->art].ratio > 0 ? 0 : size; /* a drawing of any proportions is square */
    for (int i = 0; i < p->count; i++)
        hui_box_add(grid, p->icon.text
                              ? hui_part_icon(b, p->icon, size, hui_inks_of(b).icon)
                              : hui_part_art(b, &hui_arts[p->art], (hui_art_options){.seed = i}, size, height));
    hui_look *look = hui_box_look(b, grid);
    look->is_group = true;
    look->group.role = HUI_ROLE_ARTIFACT;
    return grid;
}

const hui_panel_kind hui_panel_pictogram = {.record = {"pictogram", "as many small drawings as there are things",
                                                       fields, HUI_FIELD_COUNT(fields), sizeof(pictogram), NULL},
                                            .build = build};
