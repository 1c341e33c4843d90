/* The tree of a regular expression. */
#ifndef HUI_DATA_REGEXP_PARSE_H
#define HUI_DATA_REGEXP_PARSE_H

#include "base/vec.h"
#include "data/regexp_program.h"

typedef enum regexp_kind {
    REGEXP_NODE_STEP,     /* one instruction: op, inverted, a */
    REGEXP_NODE_SEQUENCE, /* of parts */
    REGEXP_NODE_CHOICE,   /* of parts */
    REGEXP_NODE_GROUP,    /* number a; 0: it does not capture */
    REGEXP_NODE_LOOK,     /* behind, inverted */
    REGEXP_NODE_REPEAT    /* of part 0: from a times to b (UINT32_MAX: any number), lazy if inverted */
} regexp_kind;

typedef struct regexp_node regexp_node;
typedef HUI_VEC(const regexp_node *) regexp_parts;

struct regexp_node {
    regexp_kind kind;
    regexp_op op;
    bool inverted, behind;
    uint32_t a, b;
    uint32_t first_group, end_group; /* groups that begin within it */
    regexp_parts parts;
};

typedef struct regexp_tree {
    const regexp_node *root;
    HUI_VEC(regexp_class) classes;
    HUI_VEC(const char *) names; /* by group */
    uint32_t group_count;
} regexp_tree;

/* Returns what is wrong with the pattern, or NULL. */
const char *hui_regexp_parse(hui_arena *arena, const char *pattern, bool is_unicode, regexp_tree *tree);

#endif
