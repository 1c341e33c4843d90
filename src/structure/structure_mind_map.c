/* mind_map: a centre with branches to its right and left. */
#include "structure/hierarchy.h"

typedef struct mind_map {
    hui_topic center;
    hui_list items;
} mind_map;

static const hui_field fields[] = {
    HUI_FIELD_AS("label", mind_map, center.label, TEXT, "in the centre", .required = true),
    HUI_FIELD_AS("text", mind_map, center.text, TEXT, "below it"),
    HUI_FIELD_AS("icon", mind_map, center.icon, ICON, "beside it"),
    HUI_FIELD_AS("image", mind_map, center.image, FILE, "a PNG, JPEG or SVG file instead of the icon"),
    HUI_FIELD(mind_map, items, LIST, "the branches, each with items below it: the first half at the right",
              .required = true, .record = &hui_topic_tree_record),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const mind_map *p = props;
    hui_hierarchy *map = HUI_NEW(b->arena, hui_hierarchy);
    *map = (hui_hierarchy){.items = p->items,
                           .root = &p->center,
                           .growth = HUI_GROWTH_BOTH,
                           .links = HUI_LINK_CURVED,
                           .compact = true,
                           .kind = "mind-map"};
    return hui_hierarchy_build(b, map);
}

const hui_panel_kind hui_panel_mind_map = {.record = {"mind-map", "a centre with branches to its right and left",
                                                      fields, HUI_FIELD_COUNT(fields), sizeof(mind_map), NULL},
                                           .build = build};
