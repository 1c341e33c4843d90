/* column: panels one below the other. */
#include "panel/container.h"

typedef struct column {
    hui_length gap;
    bool dividers;
    int spread;
    hui_panels panels;
} column;

static const hui_field fields[] = {
    HUI_FIELD(column, gap, LENGTH, "room between panels; the theme's gap if absent", .min = 0, .max = 1000),
    HUI_FIELD(column, dividers, BOOL, "hairlines between panels"),
    HUI_FIELD_AS("justify", column, spread, ENUM, "where panels stand when a sibling is higher", "\"start\"",
                 .words = hui_justify_words),
    HUI_FIELD(column, panels, PANELS, "what the column holds", .required = true),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const column *p = props;
    hui_build inner = hui_build_group(b);
    hui_box *box = hui_box_column(b, hui_gap_of(b, p->gap));
    box->justify = hui_justify_of(p->spread);
    box->breaks = true;
    if (p->dividers)
        hui_box_look(b, box)->divider = hui_inks_of(b).line;
    hui_panels_build(&inner, p->panels, box);
    return box;
}

const hui_panel_kind hui_panel_column = {
    .record = {"column", "panels one below the other", fields, HUI_FIELD_COUNT(fields), sizeof(column), NULL},
    .build = build};
