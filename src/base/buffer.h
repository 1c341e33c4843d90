/* Growing byte buffer on the heap: what writers fill. */
#ifndef HUI_BASE_BUFFER_H
#define HUI_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

typedef struct hui_buffer {
    char *bytes; /* a NUL follows the last byte, so it is a string too */
    size_t size, capacity;
} hui_buffer;

void hui_buffer_finish(hui_buffer *buffer);
void hui_buffer_grow(hui_buffer *buffer, size_t more);

static inline void hui_buffer_reserve(hui_buffer *buffer, size_t more)
{
    if (more >= buffer->capacity - buffer->size)
        hui_buffer_grow(buffer, more);
}

static inline void hui_buffer_add(hui_buffer *buffer, const void *bytes, size_t size)
{
    hui_buffer_reserve(buffer, size);
    if (size)
        memcpy(buffer->bytes + buffer->size, bytes, size);
    buffer->size += size;
    buffer->bytes[buffer->size] = 0;
}

static inline void hui_buffer_add_string(hui_buffer *buffer, const char *text)
{
    hui_buffer_add(buffer, text, strlen(text));
}

static inline void hui_buffer_add_char(hui_buffer *buffer, char c)
{
    hui_buffer_reserve(buffer, 1);
    buffer->bytes[buffer->size++] = c;
    buffer->bytes[buffer->size] = 0;
}

void hui_buffer_printf(hui_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A number with at most `decimals` digits after the point, trailing zeros dropped, never "-0" and never a
 * locale's comma: what SVG and dumps write. */
void hui_buffer_add_number(hui_buffer *buffer, double value, int decimals);

#endif
