/* UTF-8. */
#ifndef HUI_BASE_UTF8_H
#define HUI_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the code point at *at (valid UTF-8, NUL-terminated) and moves past it. */
uint32_t hui_utf8_next(const char **at);
/* Writes 1 to 4 bytes and returns how many; no NUL. */
size_t hui_utf8_write(uint32_t code_point, char out[4]);
/* Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or `size`. */
size_t hui_utf8_find_invalid(const char *bytes, size_t size);
/* Columns a terminal gives it: 2 for East Asian wide and fullwidth, 0 for combining marks, else 1. */
int hui_utf8_columns(uint32_t code_point);

/* Han, kana, hangul and their fullwidth companions: what clreq calls han characters and we set 1 em wide. */
bool hui_utf8_is_cjk(uint32_t code_point);

#endif
