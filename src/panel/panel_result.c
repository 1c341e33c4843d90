/* result: a check mark, a line and what came of it. */
#include "panel/container.h"

typedef struct result {
    hui_string text, name, icon;
} result;

static const hui_field fields[] = {
    HUI_FIELD(result, text, TEXT, "the line above"),
    HUI_FIELD(result, name, TEXT, "what came of it", .required = true),
    HUI_FIELD(result, icon, ICON, "before both", "\"circle-check\""),
};

/* Below this width the mark stands above, px. */
static const double narrow_width = 200;

static hui_box *build(const hui_build *b, const void *props)
{
    const result *p = props;
    const hui_inks inks = hui_inks_of(b);
    const bool narrow = b->room < narrow_width;
    hui_box *row = narrow ? hui_box_column(b, 8) : hui_box_row(b, 14, HUI_ALIGN_CENTER), *column = hui_box_column(b, 0);
    row->align = narrow ? HUI_ALIGN_START : HUI_ALIGN_CENTER;
    column->grow = 1;
    hui_box_add(column, hui_part_text(b, p->text,
                                      (hui_text_look){.type = HUI_TYPE_LABEL,
                                                      .color = inks.ink,
                                                      .keep = hui_text_keep(b),
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "text"}));
    hui_box_add(column, hui_part_text(b, p->name,
                                      (hui_text_look){.type = HUI_TYPE_NAME,
                                                      .color = inks.strong,
                                                      .balance = true,
                                                      .keep = hui_text_keep(b),
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "name"}));
    hui_box_add(row, hui_part_icon(b, p->icon, 48, inks.icon));
    hui_box_add(row, column);
    return row;
}

const hui_panel_kind hui_panel_result = {.record = {"result", "a check mark, a line and what came of it", fields,
                                                    HUI_FIELD_COUNT(fields), sizeof(result), NULL},
                                         .build = build};
