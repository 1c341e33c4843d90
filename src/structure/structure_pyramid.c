/* pyramid: levels that rest on each other, the few above the many. */
#include "structure/bands.h"

typedef struct pyramid {
    hui_list items;
    bool upside_down;
} pyramid;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(pyramid, "the levels, from the top; their words stand beside them"),
    HUI_FIELD_AS("upsideDown", pyramid, upside_down, BOOL, "the point is below"),
};

static double width(const void *data, double index, size_t count)
{
    const double share = index / (double)count;
    return *(const bool *)data ? 1 - share : share;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const pyramid *p = props;
    hui_bands *bands = HUI_NEW(b->arena, hui_bands);
    *bands = (hui_bands){
        .items = p->items, .width = width, .data = &p->upside_down, .labels_beside = true, .kind = "pyramid"};
    return hui_bands_build(b, bands);
}

const hui_panel_kind hui_panel_pyramid = {.record = {"pyramid",
                                                     "levels that rest on each other, the few above the many", fields,
                                                     HUI_FIELD_COUNT(fields), sizeof(pyramid), NULL},
                                          .build = build};
