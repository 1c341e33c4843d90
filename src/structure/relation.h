/* Relations: topics and the links between them. */
#ifndef HUI_STRUCTURE_RELATION_H
#define HUI_STRUCTURE_RELATION_H

#include "structure/topic.h"

extern const hui_record hui_relation_item_record; /* a topic with an id */
extern const hui_record hui_relation_link_record;
extern const hui_record hui_relation_labelled_record; /* a link with a label */

/* The fields `items` and `links` of a structure; without items its links' names are topics. */
#define HUI_RELATION_FIELDS(STRUCT, ITEMS_DOC, LINKS_DOC)                                                              \
    HUI_FIELD(STRUCT, items, LIST, ITEMS_DOC, .record = &hui_relation_item_record),                                    \
        HUI_FIELD(STRUCT, links, LIST, LINKS_DOC, .record = &hui_relation_link_record)

typedef struct hui_edge {
    size_t from, to;
    double value; /* above 0 */
    hui_string label;
    hui_place place;
} hui_edge;

typedef struct hui_relation {
    const hui_topic **topics;
    size_t count;
    hui_edge *edges;
    size_t edge_count;
} hui_relation;

/* Links of topics that are not there are reported and left out. */
hui_relation hui_relation_read(const hui_build *build, hui_list items, hui_list links);

#endif
