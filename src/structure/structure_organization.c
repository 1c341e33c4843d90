/* organization: an organisation chart. */
#include "structure/hierarchy.h"

typedef struct organization {
    hui_list items;
} organization;

static const hui_field fields[] = {
    HUI_FIELD(
        organization, items, LIST,
        "the heads, each with items below it: name (label), role (text), and picture (image); where there is no room "
        "the last level stands below each other",
        .required = true, .record = &hui_topic_tree_record),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const organization *p = props;
    hui_hierarchy *chart = HUI_NEW(b->arena, hui_hierarchy);
    *chart = (hui_hierarchy){.items = p->items, .stacks = true, .portraits = true, .kind = "organization"};
    return hui_hierarchy_build(b, chart);
}

const hui_panel_kind hui_panel_organization = {
    .record = {"organization", "an organisation chart", fields, HUI_FIELD_COUNT(fields), sizeof(organization), NULL},
    .build = build};
