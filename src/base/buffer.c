/* Growing byte buffer: doubling, aborting where memory ends. */
#include "base/buffer.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void hui_buffer_finish(hui_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (hui_buffer){0};
}

static void grow(hui_buffer *buffer, size_t needed)
{
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < needed)
        capacity *= 2;
    buffer->bytes = realloc(buffer->bytes, capacity);
    if (!buffer->bytes) {
        fputs("huibao: out of memory\n", stderr);
        abort();
    }
    buffer->capacity = capacity;
    buffer->bytes[buffer->size] = 0;
}

void hui_buffer_reserve(hui_buffer *buffer, size_t more)
{
    if (more >= buffer->capacity - buffer->size)
        grow(buffer, buffer->size + more + 1);
}

void hui_buffer_add(hui_buffer *buffer, const void *bytes, size_t size)
{
    hui_buffer_reserve(buffer, size);
    if (size)
        memcpy(buffer->bytes + buffer->size, bytes, size);
    buffer->size += size;
    buffer->bytes[buffer->size] = 0;
}

void hui_buffer_add_string(hui_buffer *buffer, const char *text)
{
    hui_buffer_add(buffer, text, strlen(text));
}

void hui_buffer_add_char(hui_buffer *buffer, char c)
{
    hui_buffer_reserve(buffer, 1);
    buffer->bytes[buffer->size++] = c;
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
    static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    int64_t unit = powers[decimals], scaled = (int64_t)llround(value * (double)unit);
    char digits[32], *end = digits + sizeof digits, *at = end;
    uint64_t rest = (uint64_t)(scaled < 0 ? -scaled : scaled);
    uint64_t whole = rest / (uint64_t)unit, fraction = rest % (uint64_t)unit;
    int width = decimals;
    while (width > 0 && fraction % 10 == 0) {
        fraction /= 10;
        width--;
    }
    if (width > 0) {
        for (; width > 0; width--, fraction /= 10)
            *--at = (char)('0' + fraction % 10);
        *--at = '.';
    }
    do
        *--at = (char)('0' + whole % 10);
    while (whole /= 10);
    if (scaled < 0)
        *--at = '-';
    hui_buffer_add(buffer, at, (size_t)(end - at));
}
