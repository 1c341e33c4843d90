/* circle: topics around a circle, and what they have to do with each other. */
#include "structure/relation_list.h"
#include "structure/ring.h"

typedef struct circle {
    hui_list items, links;
    bool arrows;
} circle;

static const hui_field fields[] = {
    HUI_RELATION_FIELDS(circle, "the topics, clockwise from the top; without them the links name them",
                        "lines between them; without any the circle joins all"),
    HUI_FIELD(circle, arrows, BOOL, "links have arrows at their targets", "true"),
};

static hui_box *build(const hui_build *b, const void *props)
{
    const circle *p = props;
    const hui_relation relation = hui_relation_read(b, p->items, p->links);
    hui_box *box = hui_ring_build(b, &(hui_ring){.relation = relation, .arrows = p->arrows, .kind = "circle"});
    return box ? box : hui_relation_list(b, &relation, "circle");
}

const hui_panel_kind hui_panel_circle = {.record = {"circle", "topics around a circle, and the links between them",
                                                    fields, HUI_FIELD_COUNT(fields), sizeof(circle), NULL},
                                         .build = build};
