/* Transforms: steps of Vega-Lite's `transform` array, each table → table; and the same steps for encodings. */
#ifndef HUI_TRANSFORM_TRANSFORM_H
#define HUI_TRANSFORM_TRANSFORM_H

#include "data/expr.h"
#include "data/source.h"
#include "data/time_unit.h"

/* What steps need from outside. */
typedef struct hui_transform_scope {
    hui_arena *arena;
    hui_params params;
    hui_rng *random;
    /* Fields of facets above: grouping steps group by them, too. */
    const char *const *facets;
    size_t facet_count;
    /* The table of a `data` object (lookup's from.data): NULL after a diagnostic. */
    hui_table *(*table)(void *closure, const hui_json *data);
    /* Functions of expressions that the chart has: see hui_expr_scope; NULL: none. */
    hui_value (*scales)(void *closure, const char *function, const hui_value *arguments, size_t count);
    void *closure;
    hui_diags *diags;
} hui_transform_scope;

typedef struct hui_transform hui_transform;

/* A step, checked. Each kind is a row of a table, in a file of its own. NULL after a diagnostic. */
const hui_transform *hui_transform_read(hui_arena *arena, const hui_json *step, hui_diags *diags);
/* NULL after a diagnostic. */
hui_table *hui_transform_apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table);

/* The parameter that the step defines from the table it is applied to (extent's); false if it defines none. */
bool hui_transform_param(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table,
                         hui_param *param);

/* Steps that encodings ask for
 * ---------------------------- */

/* Vega's bin parameters (vega-statistics' bin), with Vega-Lite's names. NAN and 0: not given. Without step and maxbins there
 * are 10 bins at most, as Vega-Lite has it; encodings of other channels than x and y set 6. */
typedef struct hui_bin {
    double maxbins, base, step, minstep;
    const double *steps, *divide;
    size_t step_count, divide_count;
    double extent[2], anchor;
    double span;
    bool not_nice;
} hui_bin;

hui_bin hui_bin_default(void);                                      /* all not given */
bool hui_bin_read(hui_arena *arena, const hui_json *json, hui_params params, hui_bin *bin, hui_diags *diags); /* true or an object */
typedef struct hui_bins {
    double start, stop, step;
} hui_bins;
/* The bins for values from `low` to `high`; all NAN if these are no numbers. */
hui_bins hui_bin_resolve(const hui_bin *bin, double low, double high);
/* Adds columns `as_start` and `as_end`; *bins says what they are. Empty values get null, those that are no numbers NAN,
 * those beyond the extent an infinity. */
hui_table *hui_bin_apply(hui_arena *arena, const hui_table *table, const char *field, const hui_bin *bin,
                         const char *as_start, const char *as_end, hui_bins *bins);

/* Adds the floor of `field` in the unit, and the end of it if `as_end` is not NULL. */
hui_table *hui_time_unit_apply(hui_arena *arena, const hui_table *table, const char *field, hui_time_unit unit,
                               const char *as_start, const char *as_end);

typedef enum hui_aggregate_op {
#define HUI_AGGREGATE(NAME, word) HUI_AGGREGATE_##NAME,
#include "transform/aggregate_ops.inc"
#undef HUI_AGGREGATE
    HUI_AGGREGATE_NONE
} hui_aggregate_op;

hui_aggregate_op hui_aggregate_find(const char *word); /* HUI_AGGREGATE_NONE if there is none */
const char *hui_aggregate_word(hui_aggregate_op op);

typedef struct hui_measure {
    hui_aggregate_op op;
    const char *field; /* NULL: count */
    const char *as;
} hui_measure;

/* One row a group; its columns are the fields grouped by, under their flat names, and the measures. Without `groupby` all
 * rows are one group; of no rows there is none. Confidence intervals (ci0, ci1) are bootstrapped with `random`. */
hui_table *hui_aggregate_apply(hui_arena *arena, const hui_table *table, const char *const *groupby, size_t groupby_count,
                               const hui_measure *measures, size_t measure_count, hui_rng *random);
/* The same values added to every row of the group. */
hui_table *hui_joinaggregate_apply(hui_arena *arena, const hui_table *table, const char *const *groupby,
                                   size_t groupby_count, const hui_measure *measures, size_t measure_count,
                                   hui_rng *random);
/* One value over all rows. MIN and MAX give the extent of a column as scales and bins want it: a number, or a date if it
 * holds dates, texts being read as numbers; undefined if there is none. */
hui_value hui_aggregate_value(hui_arena *arena, const hui_table *table, hui_aggregate_op op, const char *field);

typedef enum hui_stack_offset { HUI_STACK_ZERO, HUI_STACK_NORMALIZE, HUI_STACK_CENTER } hui_stack_offset;

typedef struct hui_sort_field {
    const char *field;
    bool descending;
} hui_sort_field;

/* Vega's stack: negative and positive values pile up apart (ZERO). Adds `as_start` and `as_end`. */
hui_table *hui_stack_apply(hui_arena *arena, const hui_table *table, const char *field, const char *const *groupby,
                           size_t groupby_count, const hui_sort_field *sort, size_t sort_count, hui_stack_offset offset,
                           const char *as_start, const char *as_end);

/* Vega's impute for encodings: rows for missing combinations of key and group. */
typedef struct hui_impute {
    const char *field, *key;
    const char *const *groupby;
    size_t groupby_count;
    hui_value value;       /* of method "value" */
    const char *method;    /* "value", "mean", "median", "max", "min" */
    const hui_value *keyvals;
    size_t keyval_count;
    double frame[2];       /* NAN: unbounded */
} hui_impute;
hui_table *hui_impute_apply(hui_arena *arena, const hui_table *table, const hui_impute *impute);

/* The rows for which it is true. */
hui_table *hui_filter_apply(hui_arena *arena, const hui_table *table, bool (*keep)(void *closure, size_t row), void *closure);
/* Stable. */
hui_table *hui_sort_apply(hui_arena *arena, const hui_table *table, const hui_sort_field *sort, size_t sort_count);

/* Predicates: expression strings, field predicates, and/or/not, {"param": P}
 * -------------------------------------------------------------------------- */

typedef struct hui_predicate hui_predicate;

/* NULL after a diagnostic. */
const hui_predicate *hui_predicate_read(hui_arena *arena, const hui_json *json, hui_diags *diags);
const hui_predicate *hui_predicate_bind(hui_arena *arena, const hui_predicate *predicate, const hui_table *table);
/* Reports names in its expressions that are no parameters; false if there are some. */
bool hui_predicate_check(const hui_predicate *predicate, hui_params params, hui_diags *diags);
bool hui_predicate_true(const hui_predicate *predicate, const hui_expr_scope *scope);

/* A date-time object of Vega-Lite ({"year": 2006, "month": "jan"}) in ms; NAN if it is none. */
double hui_date_time_read(const hui_json *json);

#endif
