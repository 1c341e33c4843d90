/* Relations as lists. */
#include "structure/relation_list.h"

#include "structure/hierarchy.h"

/* Topics with the targets of their links below them. */
static hui_topic *with_targets(const hui_build *b, const hui_relation *relation)
{
    hui_topic *topics = HUI_NEW_ARRAY(b->arena, hui_topic, relation->count),
              *targets = HUI_NEW_ARRAY(b->arena, hui_topic, relation->edge_count);
    size_t *at = HUI_NEW_ARRAY(b->arena, size_t, relation->count + 1);
    for (size_t e = 0; e < relation->edge_count; e++)
        at[relation->edges[e].from + 1]++;
    for (size_t i = 0; i < relation->count; i++) {
        topics[i] = *relation->topics[i];
        topics[i].items = (hui_list){.at = targets + at[i], .count = at[i + 1]};
        at[i + 1] += at[i];
    }
    for (size_t e = 0; e < relation->edge_count; e++) {
        const hui_edge *edge = &relation->edges[e];
        targets[at[edge->from]++] = (hui_topic){.label = relation->topics[edge->to]->label, .text = edge->label};
    }
    return topics;
}

hui_box *hui_relation_list(const hui_build *b, const hui_relation *relation, const char *kind)
{
    hui_hierarchy *list = HUI_NEW(b->arena, hui_hierarchy);
    *list = (hui_hierarchy){
        .items = {.at = with_targets(b, relation), .count = relation->count}, .growth = HUI_GROWTH_RIGHT, .kind = kind};
    return hui_hierarchy_build(b, list);
}
