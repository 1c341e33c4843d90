/* Strings by the units of UTF-16, as JavaScript counts them; they are kept in UTF-8. Half a surrogate pair is U+FFFD. */
#ifndef HUI_DATA_UTF16_H
#define HUI_DATA_UTF16_H

#include "data/value.h"

size_t hui_utf16_length(hui_value string);
/* The units from `from` to before `to`; both are cut to the string's length. */
hui_value hui_utf16_slice(hui_arena *arena, hui_value string, size_t from, size_t to);
size_t hui_utf16_of_byte(hui_value string, size_t byte); /* units before a byte */
size_t hui_utf16_to_byte(hui_value string, size_t unit); /* the byte where a unit's character begins */

#endif
