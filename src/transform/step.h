/* Steps from inside: the table of their kinds, and what those share in reading and applying. */
#ifndef HUI_TRANSFORM_STEP_H
#define HUI_TRANSFORM_STEP_H

#include "base/vec.h"
#include "transform/transform.h"

/* No step makes more rows than this, nor more cells. */
enum { HUI_STEP_ROWS = 20000000, HUI_STEP_CELLS = 64000000 };

/* A step under way of being read; `failed` once anything was reported. */
typedef struct hui_step {
    hui_arena *arena;
    const hui_json *json;
    hui_diags *diags;
    bool failed;
} hui_step;

/* A kind of step: `word` is the key that steps of this kind have. `read` makes its properties, reporting what is wrong
 * with them; `apply` gives NULL after a diagnostic. `define`, where it is not NULL, fills in the parameter that the step
 * defines. */
typedef struct hui_transform_kind {
    const char *word;
    const void *(*read)(hui_step *step);
    hui_table *(*apply)(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table);
    void (*define)(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table,
                   hui_param *param);
} hui_transform_kind;

struct hui_transform {
    const hui_transform_kind *kind;
    const hui_json *json;
    const void *properties;
};

#define HUI_TRANSFORM(NAME, word) extern const hui_transform_kind hui_transform_##NAME;
#include "transform/transform_kinds.inc"
#undef HUI_TRANSFORM

typedef struct hui_fields {
    const char *const *at;
    size_t count;
} hui_fields;

/* Members of a step or of an object in it. Null counts as absent; a value of the wrong kind is reported, and what stands
 * in for it is as good as any. */
const hui_json *hui_step_find(const hui_json *object, const char *key);
const hui_json *hui_step_need(hui_step *step, const hui_json *object, const char *key);
const char *hui_step_string(hui_step *step, const hui_json *object, const char *key); /* must be there */
const char *hui_step_string_or(hui_step *step, const hui_json *object, const char *key, const char *fallback);
double hui_step_number(hui_step *step, const char *key, double fallback);
bool hui_step_bool(hui_step *step, const char *key, bool fallback);
/* Index of the word, that of the first if it is absent. */
size_t hui_step_word(hui_step *step, const char *key, const char *const *words, size_t count);
/* A string or an array of strings. */
hui_fields hui_step_fields(hui_step *step, const hui_json *object, const char *key);
hui_fields hui_step_fields_needed(hui_step *step, const hui_json *object, const char *key);
/* `as`: two names, or fewer with the others for those that are lacking. */
void hui_step_as(hui_step *step, const char *first, const char *second, const char *as[2]);
/* `as` of a range: two names, or one, that with `_end` being the other. */
void hui_step_as_range(hui_step *step, const char *fallback, const char *as[2]);
/* `sort`: [{"field": …, "order": …}, …]. */
const hui_sort_field *hui_step_sort(hui_step *step, size_t *count);
/* [low, high], NAN for null and for both if it is absent. */
void hui_step_pair(hui_step *step, const char *key, double pair[2]);
/* An array of objects. */
const hui_json *hui_step_objects(hui_step *step, const char *key);

/* `timeUnit`: a word or {"unit", "step", "utc"}. */
void hui_step_time_unit(hui_step *step, const hui_json *value, hui_time_unit *unit);

void hui_step_fail(hui_step *step, const hui_json *value, const char *key, const char *expected); /* wrong-type */
void hui_step_fail_word(hui_step *step, const hui_json *value, const char *key, const char *const *words, size_t count);
void hui_step_fail_range(hui_step *step, const hui_json *value, const char *key, const char *expected);

/* Measures of aggregate and joinaggregate: {"op", "field", "as"}. */
typedef struct hui_measures {
    const hui_measure *at;
    size_t count;
} hui_measures;
hui_measures hui_step_measures(hui_step *step, const char *key);
/* A measure's name where none is given. */
const char *hui_step_measure_name(hui_arena *arena, const char *op, const char *field);

/* Fields grouped by, with those of facets. */
hui_fields hui_step_groups(const hui_transform_scope *scope, hui_fields groupby);
/* False, with a diagnostic, if the step would make too many rows, of so many columns. */
bool hui_step_fits(const hui_transform *transform, const hui_transform_scope *scope, double rows, size_t columns);

/* Rows by groups: those of group g are rows[start[g]] to rows[start[g + 1] - 1]. */
typedef struct hui_partition {
    size_t count;
    const size_t *start, *rows;
} hui_partition;
/* Within a group rows stand as they do in `order` (all rows; NULL: as in the table). */
hui_partition hui_partition_new(hui_arena *arena, const hui_table *table, hui_fields groupby, const size_t *order);

#endif
