/* hub_and_spokes: a centre and the topics around it. */
#include "structure/hierarchy.h"
#include "structure/ring.h"

typedef struct hub_and_spokes {
    hui_topic center;
    hui_list items;
} hub_and_spokes;

static const hui_field fields[] = {
    HUI_FIELD_AS("label", hub_and_spokes, center.label, TEXT, "in the centre", .required = true),
    HUI_FIELD_AS("text", hub_and_spokes, center.text, TEXT, "below it"),
    HUI_FIELD_AS("icon", hub_and_spokes, center.icon, ICON, "above it"),
    HUI_FIELD_AS("image", hub_and_spokes, center.image, FILE, "a PNG, JPEG or SVG file instead of the icon"),
    HUI_TOPICS_FIELD(hub_and_spokes, "the topics around it, clockwise from the top"),
};

/* Where there is no room around the centre, they stand at its right, or below it. */
static hui_box *build(const hui_build *b, const void *props)
{
    const hub_and_spokes *p = props;
    const hui_topic *topics = p->items.at;
    const hui_topic **around = HUI_NEW_ARRAY(b->arena, const hui_topic *, p->items.count);
    for (size_t i = 0; i < p->items.count; i++)
        around[i] = &topics[i];
    const hui_ring ring = {
        .center = &p->center, .relation = {around, p->items.count, NULL, 0}, .kind = "hub-and-spokes"};
    hui_box *box = hui_ring_build(b, &ring);
    if (box)
        return box;
    hui_hierarchy *beside = HUI_NEW(b->arena, hui_hierarchy);
    *beside = (hui_hierarchy){.items = p->items,
                              .root = &p->center,
                              .growth = HUI_GROWTH_RIGHT,
                              .links = HUI_LINK_CURVED,
                              .kind = "hub-and-spokes"};
    return hui_hierarchy_build(b, beside);
}

const hui_panel_kind hui_panel_hub_and_spokes = {.record = {"hub-and-spokes", "a centre and the topics around it",
                                                            fields, HUI_FIELD_COUNT(fields), sizeof(hub_and_spokes),
                                                            NULL},
                                                 .build = build};
