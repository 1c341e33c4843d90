/* Relations: topics and the links between them. */
#include "structure/relation.h"

#include "base/hash.h"
#include "base/index.h"

#include <math.h>
#include <string.h>

typedef struct relation_item {
    hui_topic topic;
    hui_string id;
} relation_item;

static const hui_field item_fields[] = {
    HUI_TOPIC_FIELDS(relation_item, topic),
    HUI_FIELD(relation_item, id, STRING, "what links call it; its label if absent"),
};

const hui_record hui_relation_item_record = {"related topic",       "one item of a relation",
                                             item_fields,           HUI_FIELD_COUNT(item_fields),
                                             sizeof(relation_item), "label"};

typedef struct relation_link {
    hui_string source, target, label;
    double value;
} relation_link;

#define LINK_FIELDS                                                                                           \
    HUI_FIELD(relation_link, source, STRING, "the id or label of the item it comes from", .required = true),  \
        HUI_FIELD(relation_link, target, STRING, "the id or label of the item it goes to", .required = true), \
        HUI_FIELD(relation_link, value, NUMBER, "how much of it there is", "1", .min = 0, .max = 1e15)

static const hui_field link_fields[] = {LINK_FIELDS};

const hui_record hui_relation_link_record = {
    "link", "from one item to another", link_fields, HUI_FIELD_COUNT(link_fields), sizeof(relation_link), NULL};

static const hui_field labelled_fields[] = {
    LINK_FIELDS,
    HUI_FIELD(relation_link, label, TEXT, "beside its arrow"),
};

const hui_record hui_relation_labelled_record = {"labelled link",       "an arrow from one item to another",
                                                 labelled_fields,       HUI_FIELD_COUNT(labelled_fields),
                                                 sizeof(relation_link), NULL};

/* Names of topics, and whose they are. */
typedef struct names {
    hui_arena *arena;
    hui_index index;
    const char **at;
    size_t *topic;
    size_t count;
} names;

static bool is_name(const void *items, size_t place, const void *sought)
{
    return strcmp(((const char *const *)items)[place], sought) == 0;
}

static size_t find_name(const names *n, const char *name)
{
    const size_t place =
        hui_index_find(&n->index, hui_hash_bytes(HUI_HASH_START, name, strlen(name)), is_name, n->at, name);
    return place == SIZE_MAX ? SIZE_MAX : n->topic[place];
}

/* Of two topics with one name the first has it. */
static void add_name(names *n, const char *name, size_t topic)
{
    if (!name)
        return;
    const size_t place =
        hui_index_add(n->arena, &n->index, hui_hash_bytes(HUI_HASH_START, name, strlen(name)), is_name, n->at, name);
    if (place != n->count)
        return;
    n->at[n->count] = name;
    n->topic[n->count++] = topic;
}

static names names_new(hui_arena *arena, size_t most)
{
    return (names){
        .arena = arena, .at = HUI_NEW_ARRAY(arena, const char *, most), .topic = HUI_NEW_ARRAY(arena, size_t, most)};
}

static names read_items(const hui_build *b, hui_list items, hui_relation *relation)
{
    const relation_item *all = items.at;
    names n = names_new(b->arena, 2 * items.count);
    for (size_t i = 0; i < items.count; i++) {
        relation->topics[relation->count++] = &all[i].topic;
        add_name(&n, all[i].id.text, i);
    }
    for (size_t i = 0; i < items.count; i++)
        add_name(&n, all[i].topic.label.text, i);
    return n;
}

static void add_named(const hui_build *b, names *n, hui_string name, hui_relation *relation)
{
    if (find_name(n, name.text) != SIZE_MAX)
        return;
    hui_topic *topic = HUI_NEW(b->arena, hui_topic);
    topic->label = name;
    add_name(n, name.text, relation->count);
    relation->topics[relation->count++] = topic;
}

static names name_topics(const hui_build *b, hui_list links, hui_relation *relation)
{
    const relation_link *all = links.at;
    names n = names_new(b->arena, 2 * links.count);
    for (size_t i = 0; i < links.count; i++) {
        add_named(b, &n, all[i].source, relation);
        add_named(b, &n, all[i].target, relation);
    }
    return n;
}

static size_t find_end(const hui_build *b, const names *n, hui_string name, const char *field)
{
    const size_t topic = find_name(n, name.text);
    if (topic == SIZE_MAX)
        hui_diags_add(b->diags, HUI_CODE_UNKNOWN_VALUE, name.place, hui_word_hint(b->arena, name.text, n->at, n->count),
                      name.text, field);
    return topic;
}

hui_relation hui_relation_read(const hui_build *b, hui_list items, hui_list links)
{
    const relation_link *all = links.at;
    hui_relation relation = {.topics = HUI_NEW_ARRAY(b->arena, const hui_topic *, items.count + 2 * links.count),
                             .edges = HUI_NEW_ARRAY(b->arena, hui_edge, links.count)};
    const names n = items.count ? read_items(b, items, &relation) : name_topics(b, links, &relation);
    for (size_t i = 0; i < links.count; i++) {
        const size_t from = find_end(b, &n, all[i].source, "source"), to = find_end(b, &n, all[i].target, "target");
        if (from != SIZE_MAX && to != SIZE_MAX && all[i].value > 0)
            relation.edges[relation.edge_count++] =
                (hui_edge){from, to, all[i].value, all[i].label, all[i].source.place};
    }
    return relation;
}
