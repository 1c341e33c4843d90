/* Reading values of a spec's JSON, with fallbacks; what is wrong was reported by check.h. */
#ifndef HUI_CHART_SPEC_H
#define HUI_CHART_SPEC_H

#include "data/expr.h"
#include "json/json.h"

/* A member by a dotted path ("scale.domain"); NULL if it, or anything on the way, is absent. */
const hui_json *hui_spec_find(const hui_json *object, const char *path);

bool hui_json_is(const hui_json *value, hui_json_kind kind); /* false for NULL */
bool hui_json_is_string(const hui_json *value, const char *string);
bool hui_json_truthy(const hui_json *value); /* as JavaScript: false for NULL, null, false, 0 and "" */
bool hui_json_equal(const hui_json *a, const hui_json *b);
const hui_json *hui_json_at(const hui_json *array, size_t index);

/* Of a value that may be NULL or of another kind. */
double hui_json_number(const hui_json *value, double fallback);
const char *hui_json_string(const hui_json *value, const char *fallback);
bool hui_json_bool(const hui_json *value, bool fallback);

/* Of an object's member. */
double hui_spec_number(const hui_json *object, const char *path, double fallback);
const char *hui_spec_string(const hui_json *object, const char *path, const char *fallback);
bool hui_spec_bool(const hui_json *object, const char *path, bool fallback);

/* The first that is not NULL. */
const hui_json *hui_json_first(const hui_json *a, const hui_json *b);

/* A text or an array of lines as one string, lines joined by \n; NULL for null and absent values. */
const char *hui_json_text(hui_arena *arena, const hui_json *value);

/* {"expr": "…"} or {"signal": "…"}: the expression, or NULL. */
const char *hui_json_expression(const hui_json *value);

#endif
