/* Bytes that grow. The program ends where there is no memory for them. */
#ifndef HUI_BATCH_BYTES_H
#define HUI_BATCH_BYTES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct batch_bytes {
    char *at;
    size_t size, capacity;
} batch_bytes;

void batch_bytes_room(batch_bytes *bytes, size_t size); /* for so many more */
void batch_bytes_add(batch_bytes *bytes, const void *more, size_t size);
void batch_bytes_print(batch_bytes *bytes, const char *format, ...) __attribute__((format(printf, 2, 3)));
void batch_bytes_json(batch_bytes *bytes, const char *text); /* as a JSON string, in its quotation marks */
void batch_bytes_base64(batch_bytes *bytes, const void *more, size_t size); /* RFC 4648, section 4 */
void batch_bytes_finish(batch_bytes *bytes);

/* Writes all of them to a descriptor. False with errno. */
bool batch_write_all(int file, const void *bytes, size_t size);

#endif
