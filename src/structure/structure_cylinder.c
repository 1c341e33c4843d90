/* cylinder: layers of one body. */
#include "structure/bands.h"

typedef struct cylinder {
    hui_list items;
} cylinder;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(cylinder, "the layers, from the top; their texts stand beside them")};

static const double lid = 22;

static double width(const void *data, double index, size_t count)
{
    (void)data, (void)index, (void)count;
    return 1;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const cylinder *p = props;
    hui_bands *bands = HUI_NEW(b->arena, hui_bands);
    *bands = (hui_bands){.items = p->items, .width = width, .curve = lid, .kind = "cylinder"};
    return hui_bands_build(b, bands);
}

const hui_panel_kind hui_panel_cylinder = {
    .record = {"cylinder", "layers of one body", fields, HUI_FIELD_COUNT(fields), sizeof(cylinder), NULL},
    .build = build};
