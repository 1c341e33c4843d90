/* band: a summary across the page: cells on the accent's dark gradient, and a conclusion below. */
#include "panel/container.h"

typedef struct band {
    hui_lengths columns;
    hui_string text;
    hui_panels panels;
} band;

static const hui_field fields[] = {
    HUI_FIELD(band, columns, TRACKS, "how many cells across, or their widths", "3"),
    HUI_FIELD(band, panels, PANELS, "the cells", .required = true),
    HUI_FIELD(band, text, TEXT, "the conclusion, on gold"),
};

static hui_box *conclusion(const hui_build *b, hui_string text)
{
    if (!text.text)
        return NULL;
    const hui_palette *palette = &b->theme->palette;
    hui_build gold = hui_build_on(b, HUI_GROUND_GOLD);
    hui_box *foot = hui_box_column(b, 0);
    hui_box_pad(foot, 16, 24);
    hui_look *look = hui_box_look(b, foot);
    look->fill = hui_foot_color(b->theme);
    look->radii[2] = look->radii[3] = b->theme->measures.radius;
    hui_box_add(foot, hui_part_text(&gold, text,
                                    (hui_text_look){.type = HUI_TYPE_HEADING,
                                                    .color = hui_color_mix(palette->gold_ink, hui_color_rgb(0), 0.25),
                                                    .on = look->fill,
                                                    .align = HUI_TEXT_CENTER,
                                                    .balance = true,
                                                    .role = HUI_ROLE_PARAGRAPH,
                                                    .kind = "text"}));
    return foot;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const band *p = props;
    hui_build inner = hui_build_on(b, HUI_GROUND_STRONG);
    inner = hui_build_group(&inner);
    hui_box *column = hui_box_column(b, 0), *cells = hui_card(&inner), *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    hui_box_pad(cells, 32, 26);
    grid->gap = 40;
    grid->row_gap = b->theme->measures.gap;
    hui_box_tracks(b, grid, p->columns);
    hui_box_look(b, grid)->divider = hui_inks_of(&inner).line;
    inner = hui_build_within(&inner, b->room - 52);
    for (size_t i = 0; i < p->panels.count; i++) {
        hui_build cell = hui_build_in_tracks(&inner, p->columns, grid->gap, i % p->columns.count, 1);
        hui_box_add(grid, hui_panel_build(&cell, p->panels.at[i]));
    }
    hui_box_add(cells, grid);
    hui_box_add(column, cells);
    hui_box *foot = conclusion(&inner, p->text);
    if (foot) /* each part draws its own corners: a clip would let the dark ground shine through at them */
        hui_box_look(b, cells)->radii[2] = hui_box_look(b, cells)->radii[3] = 0;
    hui_box_add(column, foot);
    return column;
}

const hui_panel_kind hui_panel_band = {.record = {"band", "a summary: cells on a dark ground and a conclusion", fields,
                                                  HUI_FIELD_COUNT(fields), sizeof(band), NULL},
                                       .build = build};
