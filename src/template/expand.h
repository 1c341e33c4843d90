/* Expanding: a plan and a row become the JSON of a spec, which says at every value where in the template it stands. */
#ifndef HUI_TEMPLATE_EXPAND_H
#define HUI_TEMPLATE_EXPAND_H

#include "template/plan.h"

/* What all parts of one spec share. */
typedef struct hui_expansion {
    hui_arena *arena;
    hui_diags *diags;
    /* The rows of named data: NULL after a diagnostic at the place. */
    const hui_table *(*find_table)(void *closure, const char *name, hui_place place);
    void *closure;
    size_t items; /* made by repeats so far */
} hui_expansion;

/* NULL after a diagnostic. */
const hui_json *hui_plan_expand(const hui_node *plan, hui_expansion *expansion, const hui_scope *scope);

/* expand_repeat.c: the rows to be repeated, in their order. False after a diagnostic. */
typedef struct hui_repeat_rows {
    const hui_table *table;
    const size_t *at; /* rows of the table */
    size_t count;
    const char *name; /* as messages call the data */
} hui_repeat_rows;

bool hui_repeat_find_rows(const hui_repeat_plan *plan, hui_expansion *expansion, const hui_scope *scope,
                          hui_repeat_rows *rows);
/* expand.c: NULL if `when` leaves it out. */
hui_json *hui_node_expand(const hui_node *node, hui_expansion *expansion, const hui_scope *scope);

#endif
