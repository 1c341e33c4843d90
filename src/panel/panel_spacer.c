/* spacer: empty room. */
#include "panel/container.h"

typedef struct spacer {
    hui_length height;
} spacer;

static const hui_field fields[] = {
    HUI_FIELD(spacer, height, LENGTH, "how much; the theme's gap if absent", .min = 0, .max = 16384),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const spacer *p = props;
    hui_box *box = hui_space(b, 0, hui_gap_of(b, p->height));
    return box;
}

const hui_panel_kind hui_panel_spacer = {
    .record = {"spacer", "empty room", fields, HUI_FIELD_COUNT(fields), sizeof(spacer), NULL},
    .build = build,
    .parts = true};
