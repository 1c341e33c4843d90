/* Making JSON values: copies with changes, for rewriting a spec. Places are those of a value they are made `like`. */
#ifndef HUI_JSON_MAKE_H
#define HUI_JSON_MAKE_H

#include "json/json.h"

/* Mutable while it is being made. `key` is set when it is put into an object. */
hui_json *hui_json_make(hui_arena *arena, hui_json_kind kind, const hui_json *like);
hui_json *hui_json_make_string(hui_arena *arena, const char *string, const hui_json *like);
hui_json *hui_json_make_number(hui_arena *arena, double number, const hui_json *like);
hui_json *hui_json_make_bool(hui_arena *arena, bool truth, const hui_json *like);
/* A copy of the value itself; its children are shared with the original until one is put or removed. */
hui_json *hui_json_copy(hui_arena *arena, const hui_json *value);
/* Sets a member (replacing one of that key) or appends to an array (key NULL). The value is copied shallowly, as it is
 * linked into one parent only: finish it before. The key is not copied. */
void hui_json_put(hui_arena *arena, hui_json *parent, const char *key, const hui_json *value);
/* Appends what was made for this alone, and is in no tree yet: nothing is copied, nor looked up. `key` is NULL in an array. */
void hui_json_adopt(hui_json *parent, const char *key, hui_json *child);
/* What hui_json_scope_of and hui_json_as_string say of a value that was made. */
void hui_json_set_scope(hui_json *made, const hui_json_scope *scope);
void hui_json_set_text(hui_json *made, const char *text, const char *markdown);
void hui_json_remove(hui_arena *arena, hui_json *object, const char *key);
/* `over` merged into a copy of `under`: objects member by member, deeply; all else replaced. Either may be NULL. */
const hui_json *hui_json_merge(hui_arena *arena, const hui_json *under, const hui_json *over);
/* Parses a text that is part of the program (defaults): it must be correct. */
const hui_json *hui_json_constant(hui_arena *arena, const char *text);

#endif
