/* The scanner: checks grammar and encoding and finds where every value stands; the values themselves come later. */
#ifndef HUI_JSON_SCAN_H
#define HUI_JSON_SCAN_H

#include "json/json.h"

/* The tree with kinds, keys' and values' offsets and `has_nul`, but without keys, strings and numbers. NULL after an error
 * was reported. */
hui_json *hui_json_scan(hui_arena *arena, const hui_source *source, int max_depth, hui_diags *diags);

/* Reports a text that is not UTF-8. */
bool hui_json_check_encoding(const hui_source *source, hui_diags *diags);

/* Fills in keys, strings and numbers; false if a number is out of range, which is reported. */
bool hui_json_fill(hui_arena *arena, hui_json *root, hui_diags *diags);

/* The value after this one, children first; NULL at the end. */
hui_json *hui_json_next(const hui_json *value);

#endif
