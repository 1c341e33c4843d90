/* Bytes that grow. */
#include "batch/bytes.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void batch_bytes_room(batch_bytes *bytes, size_t size)
{
    if (bytes->capacity - bytes->size >= size)
        return;
    size_t capacity = bytes->capacity ? bytes->capacity : 4096;
    while (capacity - bytes->size < size)
        capacity *= 2;
    char *at = realloc(bytes->at, capacity);
    if (!at)
        abort();
    bytes->at = at;
    bytes->capacity = capacity;
}

void batch_bytes_add(batch_bytes *bytes, const void *more, size_t size)
{
    batch_bytes_room(bytes, size);
    if (size > 0)
        memcpy(bytes->at + bytes->size, more, size);
    bytes->size += size;
}

void batch_bytes_print(batch_bytes *bytes, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const size_t size = (size_t)vsnprintf(NULL, 0, format, arguments);
    batch_bytes_room(bytes, size + 1);
    vsnprintf(bytes->at + bytes->size, size + 1, format, again);
    bytes->size += size;
    va_end(again);
    va_end(arguments);
}

void batch_bytes_json(batch_bytes *bytes, const char *text)
{
    batch_bytes_add(bytes, "\"", 1);
    for (; *text; text++) {
        const unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\')
            batch_bytes_add(bytes, "\\", 1);
        if (byte < 0x20)
            batch_bytes_print(bytes, "\\u%04x", byte);
        else
            batch_bytes_add(bytes, text, 1);
    }
    batch_bytes_add(bytes, "\"", 1);
}

void batch_bytes_base64(batch_bytes *bytes, const void *more, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *in = more;
    batch_bytes_room(bytes, size / 3 * 4 + 4);
    char *out = bytes->at + bytes->size;
    for (; size > 0; in += 3, out += 4) {
        const size_t count = size < 3 ? size : 3;
        const unsigned three = (unsigned)in[0] << 16 | (count > 1 ? (unsigned)in[1] << 8 : 0) | (count > 2 ? in[2] : 0);
        for (size_t i = 0; i < 4; i++)
            out[i] = i <= count ? digits[three >> (18 - 6 * i) & 63] : '=';
        size -= count;
    }
    bytes->size = (size_t)(out - bytes->at);
}

void batch_bytes_finish(batch_bytes *bytes)
{
    free(bytes->at);
    *bytes = (struct batch_bytes){0};
}

bool batch_write_all(int file, const void *bytes, size_t size)
{
    const char *at = bytes;
    while (size > 0) {
        const ssize_t written = write(file, at, size);
        if (written < 0 && errno != EINTR)
            return false;
        at += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
    return true;
}
