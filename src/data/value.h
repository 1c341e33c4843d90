/* Values of data: what JavaScript's would be, since Vega-Lite's rules are written in its terms. */
#ifndef HUI_DATA_VALUE_H
#define HUI_DATA_VALUE_H

#include "base/arena.h"
#include "base/index.h"
#include "json/json.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum hui_value_kind {
    HUI_VALUE_UNDEFINED,
    HUI_VALUE_NULL,
    HUI_VALUE_BOOL,
    HUI_VALUE_NUMBER,
    HUI_VALUE_DATE, /* ms since 1970 in UTC; NAN: an invalid date */
    HUI_VALUE_STRING,
    HUI_VALUE_ARRAY,
    HUI_VALUE_OBJECT
} hui_value_kind;

/* Immutable; what it points to belongs to an arena. */
typedef struct hui_value {
    hui_value_kind kind;
    uint32_t count; /* STRING: bytes; ARRAY: items; OBJECT: members */
    union {
        bool truth;
        double number;      /* NUMBER, DATE */
        const char *string; /* UTF-8, ends with a NUL */
        const struct hui_value *items;
        const struct hui_member *members;
    };
} hui_value;

typedef struct hui_member {
    const char *key;
    hui_value value;
} hui_member;

hui_value hui_value_null(void);
hui_value hui_value_bool(bool truth);
hui_value hui_value_number(double number);
hui_value hui_value_date(double ms);
hui_value hui_value_string(const char *string); /* borrowed */
hui_value hui_value_from_json(hui_arena *arena, const hui_json *json); /* strings are borrowed from the tree */

hui_value hui_value_copy(hui_arena *arena, hui_value value); /* which borrows nothing */

/* JSON of a value, placed like another. */
const hui_json *hui_json_from_value(hui_arena *arena, hui_value value, const hui_json *like);

/* As compact JSON; dates are strings in ISO 8601, what JSON has no word for is null. `arena` is for what comes and goes. */
struct hui_buffer;
void hui_value_write_json(hui_arena *arena, struct hui_buffer *out, hui_value value);
/* A date in ISO 8601, without the time where it is midnight; "" if it is none. */
const char *hui_date_string(hui_arena *arena, double ms);

/* ECMAScript's ToNumber, ToString and ToBoolean (ECMA-262, section 7.1). Dates become ms, and strings as `String(date)`
 * does in UTC. */
double hui_value_to_number(hui_value value);
const char *hui_value_to_string(hui_arena *arena, hui_value value);
bool hui_value_truthy(hui_value value);
/* The shortest decimal that reads back as the same double, as ECMAScript writes numbers (section 6.1.6.1.20). */
const char *hui_number_string(hui_arena *arena, double number);

bool hui_value_equal_strictly(hui_value a, hui_value b); /* === */
bool hui_value_equal_loosely(hui_value a, hui_value b);  /* == */
/* One group, one bar: equal as keys. Dates by their time, NaN equals NaN, arrays and objects by content. */
bool hui_value_same(hui_value a, hui_value b);
uint32_t hui_value_hash(hui_value value); /* equal where hui_value_same */
/* Distinct values, each found by its content. */
typedef struct hui_value_index {
    hui_value *at; /* in the order in which they were added */
    size_t count, capacity;
    hui_index index;
} hui_value_index;
/* The place of the value, which is added if it is not there yet. */
size_t hui_value_index_add(hui_arena *arena, hui_value_index *index, hui_value value);
size_t hui_value_index_find(const hui_value_index *index, hui_value value); /* SIZE_MAX if it is not there */
/* Ascending order as Vega sorts: null and undefined first, then NaN, then by < (strings by units of UTF-16). -1, 0 or 1. */
int hui_value_compare(hui_value a, hui_value b);
/* Neither null, undefined nor NaN. */
bool hui_value_valid(hui_value value);
/* A valid number, or a date: what quantitative scales can place. */
bool hui_value_is_number(hui_value value);

/* Member of an object, item of an array ("0") or "length"; undefined if there is none. */
hui_value hui_value_member(hui_value value, const char *key);

#endif
