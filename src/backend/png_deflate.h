/* Deflate in parts that can be laid end to end, so that several threads may each compress a piece of one stream. */
#ifndef HUI_BACKEND_PNG_DEFLATE_H
#define HUI_BACKEND_PNG_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

typedef struct hui_deflater hui_deflater; /* one per thread */

hui_deflater *hui_deflater_new(void);
void hui_deflater_free(hui_deflater *deflater);

/* Room that hui_deflater_pack may need for `size` bytes. */
size_t hui_deflate_bound(size_t size);
/* Compresses `in` into blocks of which none is the stream's last, ending on a byte: `out` may be followed by more of
 * them. Returns the bytes written. */
size_t hui_deflater_pack(hui_deflater *deflater, const void *in, size_t size, unsigned char *out);

/* Turns a finished raw deflate stream into such a part: the last block is marked as one of many and an empty stored
 * block fills up the byte. `bytes` has room for 6 more. Returns the new size, 0 if it is no deflate stream. */
size_t hui_deflate_reopen(unsigned char *bytes, size_t size);

uint32_t hui_adler32(uint32_t adler, const void *bytes, size_t size);
uint32_t hui_adler32_combine(uint32_t first, uint32_t second, size_t second_size);
uint32_t hui_crc32(const void *bytes, size_t size);

/* A whole zlib stream (RFC 1950), as small as can be, into `out`, which has hui_zlib_bound(size) bytes; returns its
 * size. */
size_t hui_zlib_bound(size_t size);
size_t hui_zlib_pack(const void *in, size_t size, unsigned char *out);
/* The same in a fifth of the time, and a tenth larger. */
size_t hui_zlib_pack_fast(const void *in, size_t size, unsigned char *out);

#endif
