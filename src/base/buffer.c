/* Growing byte buffer: doubling, aborting where memory ends. */
#include "base/buffer.h"

#include "base/memory.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void hui_buffer_finish(hui_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (hui_buffer){0};
}

void hui_buffer_grow(hui_buffer *buffer, size_t more)
{
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity <= buffer->size + more)
        capacity *= 2;
    buffer->bytes = hui_memory_resize(buffer->bytes, capacity);
    buffer->capacity = capacity;
    buffer->bytes[buffer->size] = 0;
}

void hui_buffer_printf(hui_buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    hui_buffer_reserve(buffer, (size_t)length);
    vsnprintf(buffer->bytes + buffer->size, (size_t)length + 1, format, again);
    va_end(again);
    buffer->size += (size_t)length;
}

void hui_buffer_add_number(hui_buffer *buffer, double value, int decimals)
{
    static const double units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const int64_t scaled = (int64_t)llround(value * units[decimals]);
    char digits[32], *end = digits + sizeof digits, *at = end;
    uint64_t rest = (uint64_t)(scaled < 0 ? -scaled : scaled);
    while (decimals > 0 && rest % 10 == 0)
        rest /= 10, decimals--;
    if (decimals > 0) {
        for (; decimals > 0; decimals--, rest /= 10)
            *--at = (char)('0' + rest % 10);
        *--at = '.';
    }
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (scaled < 0)
        *--at = '-';
    hui_buffer_add(buffer, at, (size_t)(end - at));
}
