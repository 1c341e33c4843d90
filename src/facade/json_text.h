/* Strings as JSON has them. */
#ifndef HUI_FACADE_JSON_TEXT_H
#define HUI_FACADE_JSON_TEXT_H

#include "base/buffer.h"

/* In quotes. Bytes that are no UTF-8, which file names may hold, become U+FFFD. */
void hui_json_text_add(hui_buffer *out, const char *text);

#endif
