/* Vega's expression language: parsed once, evaluated for each row. It sees the datum and parameters, nothing else. */
#ifndef HUI_DATA_EXPR_H
#define HUI_DATA_EXPR_H

#include "base/rng.h"
#include "data/table.h"

typedef struct hui_expr hui_expr; /* immutable */

/* A name that expressions may use. A selection has no value here: charts are read statically. */
typedef struct hui_param {
    const char *name;
    hui_value value;
    bool selection;
} hui_param;

typedef struct hui_params {
    const hui_param *at;
    size_t count;
} hui_params;

const hui_param *hui_param_find(hui_params params, const char *name); /* NULL if there is none */
/* A copy with more of them at the end. */
hui_params hui_params_join(hui_arena *arena, hui_params params, const hui_param *more, size_t count);

typedef struct hui_expr_scope {
    hui_arena *arena;       /* for strings and arrays that come into being */
    const hui_table *table; /* `datum` is its row; NULL: it is `datum` below */
    size_t row;
    hui_value datum;
    hui_params params;
    hui_rng *random; /* for random(); NULL: 0.5 */
    /* scale(), invert(), domain(), range(), bandwidth(), gradient(), …; NULL: they are undefined */
    hui_value (*scales)(void *closure, const char *function, const hui_value *arguments, size_t count);
    void *closure;
} hui_expr_scope;

/* `text` stands in the string at `place`: a fault is reported with its column, the nearest function's name as a hint.
 * NULL after a diagnostic. */
const hui_expr *hui_expr_parse(hui_arena *arena, const char *text, hui_place place, hui_diags *diags);
/* The same with its fields bound to the columns of a table, so that rows cost no look-ups. Only for that table. */
const hui_expr *hui_expr_bind(hui_arena *arena, const hui_expr *expr, const hui_table *table);
/* False if there are names that are no parameters; they are reported unless `diags` is NULL. */
bool hui_expr_check(const hui_expr *expr, hui_params params, hui_place place, hui_diags *diags);
/* Where JavaScript would throw an exception (members of undefined, wrong arguments) the value is undefined. now() is 0:
 * a spec gives the same picture at any time. */
hui_value hui_expr_value(const hui_expr *expr, const hui_expr_scope *scope);
/* Calls `found` for each field of datum that it reads (datum.a.b: "a.b"; as written, not flat). */
void hui_expr_fields(const hui_expr *expr, void (*found)(void *closure, const char *field), void *closure);

#endif
