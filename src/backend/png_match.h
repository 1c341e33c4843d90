/* Rows of pixels as a part of a deflate stream, by repetitions of whole pixels. */
#ifndef HUI_BACKEND_PNG_MATCH_H
#define HUI_BACKEND_PNG_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hui_matcher hui_matcher; /* one per thread */

hui_matcher *hui_matcher_new(void);
void hui_matcher_free(hui_matcher *matcher); /* NULL is fine */

enum { HUI_MATCH_TAIL = 8 }; /* pixels behind the last row: they are looked at, but not packed */

/* Rows as a PNG has them. `pixels` are 0xAARRGGBB, not multiplied by alpha, with the row above before them and
 * HUI_MATCH_TAIL zeros behind. */
typedef struct hui_match_rows {
    const uint32_t *pixels;
    size_t width, rows; /* at most 32767 and 65536 */
    bool opaque;        /* 3 bytes a pixel, else 4 */
} hui_match_rows;

size_t hui_match_bound(const hui_match_rows *rows);
/* Compresses the rows, each with its filter byte, into blocks of which none is the stream's last, ending on a byte. `out`
 * has hui_match_bound(rows) bytes; returns those written. `adler`: the checksum of the rows' bytes. */
size_t hui_matcher_pack(hui_matcher *matcher, const hui_match_rows *rows, unsigned char *out, uint32_t *adler);

#endif
