/* progress: a bar with its label and value. */
#include "panel/container.h"

#include <math.h>

typedef struct progress {
    hui_string label, value, unit;
    double max;
    bool bare;
} progress;

static const hui_field fields[] = {
    HUI_FIELD(progress, label, TEXT, "what is measured"),
    HUI_FIELD(progress, value, VALUE, "how far", .required = true),
    HUI_FIELD(progress, unit, STRING, "after the value", "\"%\""),
    HUI_FIELD(progress, max, NUMBER, "the value of a full bar", "100", .min = 1e-9, .max = 1e15),
    HUI_FIELD(progress, bare, BOOL, "the bar alone, where the figures stand elsewhere"),
};

/* Below this width the label stands above the value, px. */
static const double narrow_width = 280;

static hui_box *build(const hui_build *b, const void *props)
{
    const progress *p = props;
    hui_box *column = hui_box_column(b, 10);
    column->justify = HUI_JUSTIFY_CENTER;
    column->grow = p->bare ? 0 : 1;
    if (!p->bare) {
        const bool narrow = b->room < narrow_width;
        hui_box *row = hui_box_row(b, 24, HUI_ALIGN_END), *label = hui_part_label(b, p->label);
        if (narrow)
            hui_box_add(column, label);
        hui_box_add(row, hui_grow(label && !narrow ? label : hui_space(b, 0, 0)));
        const hui_build beside = hui_build_within(b, narrow ? b->room : b->room - hui_text_keep(b) - row->gap);
        hui_box_add(row, hui_part_numeral(&beside, &(hui_numeral){.value = p->value,
                                                                  .unit = p->unit,
                                                                  .size = HUI_NUMERAL_CELL,
                                                                  .align = HUI_TEXT_END}));
        hui_box_add(column, row);
    }
    const double share = hui_number_of(p->value) / p->max;
    hui_box_add(column, hui_part_bar(b, isnan(share) ? 0 : share, p->bare ? 16 : 20));
    return column;
}

const hui_panel_kind hui_panel_progress = {
    .record = {"progress", "a bar with its label and value", fields, HUI_FIELD_COUNT(fields), sizeof(progress), NULL},
    .build = build};
