/* Texts of fuzz targets: what the JSON reader lets through. */
#ifndef HUIBAO_FUZZ_TEXT_H
#define HUIBAO_FUZZ_TEXT_H

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The bytes as UTF-8 with a NUL at the end: what is none, and controls, become question marks. To be freed. */
static char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (!text)
        abort();
    for (size_t i = 0; i < size; i++)
        text[i] = (data[i] < 0x20 && !strchr("\t\n\r", data[i])) || !data[i] || data[i] == 0x7F ? '?' : (char)data[i];
    text[size] = 0;
    for (size_t at; (at = hui_utf8_find_invalid(text, size)) < size;)
        text[at] = '?';
    return text;
}

#endif
