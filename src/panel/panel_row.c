/* row: panels side by side, as wide as they need. */
#include "panel/container.h"

#include <math.h>

typedef struct row {
    hui_length gap;
    bool dividers, wrap;
    int align, justify;
    hui_panels panels;
} row;

static const hui_field fields[] = {
    HUI_FIELD(row, gap, LENGTH, "room between panels; the theme's gap if absent", .min = 0, .max = 1000),
    HUI_FIELD(row, dividers, BOOL, "hairlines between panels"),
    HUI_FIELD(row, wrap, BOOL, "go on in a new line when the width is used up"),
    HUI_FIELD_AS("alignItems", row, align, ENUM, "how panels of different height stand", "\"center\"",
                 .words = hui_align_words),
    HUI_FIELD(row, justify, ENUM, "where panels stand when there is room left", "\"start\"",
              .words = hui_justify_words),
    HUI_FIELD(row, panels, PANELS, "what the row holds; `grow` shares the room left", .required = true),
};

static const double least_width = 64;

static hui_box *build(const hui_build *b, const void *props)
{
    const row *p = props;
    hui_build inner = hui_build_group(b);
    const double gap = hui_gap_of(b, p->gap);
    /* Beside the others, which need something too. */
    const double others = p->wrap || p->panels.count < 2 ? 0 : (double)(p->panels.count - 1) * (gap + least_width);
    inner = hui_build_within(&inner, fmax(b->room - others, b->room / 2));
    hui_box *box =
        p->wrap ? hui_box_wrap(b, gap, gap / 2, hui_align_of(p->align)) : hui_box_row(b, gap, hui_align_of(p->align));
    box->justify = hui_justify_of(p->justify);
    if (p->dividers)
        hui_box_look(b, box)->divider = hui_inks_of(b).line;
    hui_panels_build(&inner, p->panels, box);
    return box;
}

const hui_panel_kind hui_panel_row = {
    .record = {"row", "panels side by side, as wide as they need", fields, HUI_FIELD_COUNT(fields), sizeof(row), NULL},
    .build = build};
