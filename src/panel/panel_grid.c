/* grid: panels in columns, row by row. */
#include "panel/container.h"

typedef struct grid {
    hui_lengths columns;
    hui_length gap, rowGap;
    bool dividers, cards;
    int align;
    hui_panels panels;
} grid;

static const hui_field fields[] = {
    HUI_FIELD(grid, columns, TRACKS, "how many equal columns, or their widths: px, `fr`, `auto`", "2"),
    HUI_FIELD(grid, gap, LENGTH, "room between columns; the theme's gap if absent", .min = 0, .max = 1000),
    HUI_FIELD(grid, rowGap, LENGTH, "room between rows; `gap` if absent", .min = 0, .max = 1000),
    HUI_FIELD(grid, dividers, BOOL, "hairlines between columns"),
    HUI_FIELD(grid, cards, BOOL, "each panel in a card of its own"),
    HUI_FIELD_AS("alignItems", grid, align, ENUM, "how panels of different height stand in a row", "\"stretch\"",
                 .words = hui_align_words),
    HUI_FIELD(grid, panels, PANELS, "what the grid holds; `span` takes several columns", .required = true),
};

static hui_box *in_card(const hui_build *b, const hui_panel *panel)
{
    hui_build own = *b, inner;
    if (panel->common.accent)
        own.accent = panel->common.accent;
    hui_box *card = hui_card_open(&own, &inner);
    inner = hui_build_within(&inner, b->room - card->padding[HUI_LEFT] - card->padding[HUI_RIGHT]);
    card->justify = HUI_JUSTIFY_CENTER;
    hui_box *content = hui_panel_build(&inner, panel);
    card->span = content->span;
    card->row_span = content->row_span;
    hui_box_add(card, content);
    return card;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const grid *p = props;
    hui_build inner = hui_build_group(b);
    inner.keep_numerals = b->keep_numerals || p->cards;
    hui_box *box = hui_box_new(b->arena, HUI_BOX_GRID);
    box->gap = hui_gap_of(b, p->gap);
    box->row_gap = p->rowGap.unit == HUI_UNIT_NONE ? box->gap : hui_gap_of(b, p->rowGap);
    box->align = hui_align_of(p->align);
    box->breaks = true;
    hui_box_tracks(b, box, p->columns);
    if (p->dividers)
        hui_box_look(b, box)->divider = hui_inks_of(b).line;
    for (size_t i = 0, column = 0; i < p->panels.count; i++) {
        const hui_panel *panel = p->panels.at[i];
        const size_t span = (size_t)panel->common.span, end = column + span;
        hui_build cell = hui_build_in_tracks(&inner, p->columns, box->gap, end > p->columns.count ? 0 : column, span);
        column = end > p->columns.count ? span : end;
        hui_box_add(box, p->cards ? in_card(&cell, panel) : hui_panel_build(&cell, panel));
    }
    return box;
}

const hui_panel_kind hui_panel_grid = {
    .record = {"grid", "panels in columns, row by row", fields, HUI_FIELD_COUNT(fields), sizeof(grid), NULL},
    .build = build};
