/* divider: a hairline between panels. */
#include "panel/container.h"

typedef struct divider {
    hui_length gap;
} divider;

static const hui_field fields[] = {
    HUI_FIELD(divider, gap, LENGTH, "room above and below", "18", .min = 0, .max = 1000),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const divider *p = props;
    hui_box *box = hui_box_column(b, 0), *rule = hui_space(b, 0, b->theme->measures.line);
    hui_look *look = hui_box_look(b, rule);
    look->fill = hui_inks_of(b).line;
    hui_look_role(look, HUI_ROLE_ARTIFACT, "rule");
    hui_box_pad(box, hui_length_px(p->gap), 0);
    hui_box_add(box, rule);
    return box;
}

const hui_panel_kind hui_panel_divider = {
    .record = {"divider", "a hairline between panels", fields, HUI_FIELD_COUNT(fields), sizeof(divider), NULL},
    .build = build,
    .parts = true};
