/* Plans: the JSON of a template, read once. What is the same for every row is found out here, so that rows cost little. */
#ifndef HUI_TEMPLATE_PLAN_H
#define HUI_TEMPLATE_PLAN_H

#include "template/text.h"

typedef enum hui_node_kind {
    HUI_NODE_PLAIN,     /* nothing in it depends on rows: shared by all that is made */
    HUI_NODE_TEXT,      /* a string with braces */
    HUI_NODE_REFERENCE, /* the name of a JSON file, which may depend on the row, too */
    HUI_NODE_ARRAY,
    HUI_NODE_OBJECT,
} hui_node_kind;

typedef struct hui_node hui_node;

typedef struct hui_sort_key {
    hui_field_name field;
    bool descending;
    hui_place place;
} hui_sort_key;

/* {"repeat": …} in a list. */
typedef struct hui_repeat_plan {
    const hui_json *json;
    const hui_node *data;      /* a name, rows, or a text that becomes one of these */
    const hui_formula *filter; /* NULL: all */
    const hui_sort_key *keys;
    size_t key_count;
    const hui_node *limit, *offset; /* NULL: none */
    const hui_node *each; /* what is repeated; NULL: the object that says so, an array: its items */
} hui_repeat_plan;

struct hui_node {
    hui_node_kind kind;
    const hui_json *json;
    const hui_text_plan *text; /* TEXT */
    const hui_node *at;        /* ARRAY, OBJECT: children, but for repeat, when and each */
    size_t count;
    const hui_repeat_plan *repeat; /* NULL: none */
    const hui_formula *when;       /* NULL: always */
};

/* `is_chart`: the whole is a spec of Vega-Lite, where `repeat` is Vega-Lite's. NULL after a diagnostic. */
const hui_node *hui_plan_new(hui_arena *arena, const hui_json *root, bool is_chart, hui_diags *diags);

/* plan_repeat.c */
typedef struct hui_planner {
    hui_arena *arena;
    hui_diags *diags;
} hui_planner;

const hui_repeat_plan *hui_plan_repeat(hui_planner *planner, const hui_json *object);
const hui_formula *hui_plan_formula(hui_planner *planner, const hui_json *value);
hui_node hui_plan_value(hui_planner *planner, const hui_json *value);
const hui_node *hui_plan_value_new(hui_planner *planner, const hui_json *value);

#endif
