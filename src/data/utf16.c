/* Strings by the units of UTF-16: those of ASCII need no counting. */
#include "data/utf16.h"

#include <string.h>

static size_t count_units(const char *bytes, size_t size)
{
    size_t units = 0;
    for (size_t i = 0; i < size; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

size_t hui_utf16_length(hui_value string)
{
    return count_units(string.string, string.count);
}

size_t hui_utf16_of_byte(hui_value string, size_t byte)
{
    return count_units(string.string, byte < string.count ? byte : string.count);
}

/* Where the character begins that holds the unit; *is_half: the unit is its second one. */
static size_t find_unit(hui_value string, size_t unit, bool *is_half)
{
    size_t byte = 0, units = 0;
    *is_half = false;
    while (byte < string.count && units < unit) {
        const unsigned char lead = (unsigned char)string.string[byte];
        if (lead >= 0xF0 && units + 1 == unit) {
            *is_half = true;
            return byte;
        }
        units += lead >= 0xF0 ? 2 : 1;
        byte += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    }
    return byte < string.count ? byte : string.count;
}

size_t hui_utf16_to_byte(hui_value string, size_t unit)
{
    bool is_half;
    return find_unit(string, unit, &is_half);
}

hui_value hui_utf16_slice(hui_arena *arena, hui_value string, size_t from, size_t to)
{
    static const char half[] = "\xEF\xBF\xBD";
    bool from_half, to_half;
    if (to <= from)
        return hui_value_string("");
    size_t start = find_unit(string, from, &from_half);
    const size_t end = find_unit(string, to, &to_half);
    if (from_half)
        start = start + 4 < string.count ? start + 4 : string.count;
    const size_t size = end > start ? end - start : 0;
    if (!from_half && !to_half && end == string.count)
        return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)size, .string = string.string + start};
    char *const text = hui_arena_alloc(arena, size + 7);
    char *at = text;
    if (from_half) {
        memcpy(at, half, 3);
        at += 3;
    }
    memcpy(at, string.string + start, size);
    at += size;
    if (to_half)
        memcpy(at, half, 3);
    return hui_value_string(text);
}
