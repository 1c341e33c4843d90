/* tree: topics and what is below them, joined by links. */
#include "structure/hierarchy.h"

typedef struct tree_props {
    hui_list items;
    int direction, links;
} tree_props;

static const hui_word direction_words[] = {
    {"down", "to the right where there is no room"}, {"up", NULL}, {"right", NULL}, {"left", NULL}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(tree_props, items, LIST, "the roots, each with items below it", .required = true,
              .record = &hui_topic_tree_record),
    HUI_FIELD(tree_props, direction, ENUM, "where it grows; an indented list where it has no room", "\"down\"",
              .words = direction_words),
    HUI_FIELD(tree_props, links, ENUM, "the lines between the boxes", "\"elbow\"", .words = hui_link_shape_words),
};

static hui_box *build(const hui_build *b, const void *props)
{
    static const hui_growth growths[] = {HUI_GROWTH_DOWN, HUI_GROWTH_UP, HUI_GROWTH_RIGHT, HUI_GROWTH_LEFT};
    const tree_props *p = props;
    hui_hierarchy *tree = HUI_NEW(b->arena, hui_hierarchy);
    *tree = (hui_hierarchy){
        .items = p->items, .growth = growths[p->direction], .links = (hui_link_shape)p->links, .kind = "tree"};
    return hui_hierarchy_build(b, tree);
}

const hui_panel_kind hui_panel_tree = {.record = {"tree", "topics and what is below them, joined by links", fields,
                                                  HUI_FIELD_COUNT(fields), sizeof(tree_props), NULL},
                                       .build = build};
