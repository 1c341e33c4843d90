/* Predicates from inside: tests of fields, and what the filter step asks of predicates besides. */
#ifndef HUI_TRANSFORM_PREDICATE_H
#define HUI_TRANSFORM_PREDICATE_H

#include "transform/step.h"

/* The table with fields converted to what the predicate compares them to (text to dates, say), as Vega-Lite parses the
 * fields of filters. */
const hui_table *hui_predicate_parse(hui_arena *arena, const hui_predicate *predicate, const hui_table *table);

/* A test of one field: {"field": …, "equal": …} and the like. */
typedef struct hui_field_test hui_field_test;

const hui_field_test *hui_field_test_read(hui_step *step, const hui_json *json); /* `step` takes the reports */
const hui_field_test *hui_field_test_bind(hui_arena *arena, const hui_field_test *test, const hui_table *table);
bool hui_field_test_check(const hui_field_test *test, hui_params params, hui_diags *diags);
bool hui_field_test_true(const hui_field_test *test, const hui_expr_scope *scope);
const hui_table *hui_field_test_parse(hui_arena *arena, const hui_field_test *test, const hui_table *table);

#endif
