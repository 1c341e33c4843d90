/* funnel: what is left of the many at each step. */
#include "structure/bands.h"

typedef struct funnel {
    hui_list items;
    double neck;
} funnel;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(funnel, "the steps, from the mouth to the neck; their texts stand beside them"),
    HUI_FIELD(funnel, neck, NUMBER, "how wide the last step ends, as a share of the mouth", "0.4", .min = 0.2,
              .max = 1),
};

static double width(const void *data, double index, size_t count)
{
    return 1 - (1 - *(const double *)data) * index / (double)count;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const funnel *p = props;
    hui_bands *bands = HUI_NEW(b->arena, hui_bands);
    *bands = (hui_bands){.items = p->items, .width = width, .data = &p->neck, .kind = "funnel"};
    return hui_bands_build(b, bands);
}

const hui_panel_kind hui_panel_funnel = {.record = {"funnel", "what is left of the many at each step", fields,
                                                    HUI_FIELD_COUNT(fields), sizeof(funnel), NULL},
                                         .build = build};
