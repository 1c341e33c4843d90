/* Letters by Unicode: upper and lower case, white space. */
#include "data/letters.h"

#include <stddef.h>

/* Letters from `first` to `last`, every `step`th, have their counterpart `shift` further on. */
typedef struct letter_run {
    uint32_t first, last;
    int32_t shift;
    uint32_t step;
} letter_run;

#include "data/letter_cases.inc"

static uint32_t shift_letter(const letter_run *runs, size_t count, uint32_t letter)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (runs[middle].last < letter)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count || letter < runs[low].first || (letter - runs[low].first) % runs[low].step != 0)
        return letter;
    return (uint32_t)((int32_t)letter + runs[low].shift);
}

uint32_t hui_letter_upper(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'a' && code_point <= 'z' ? code_point - 0x20 : code_point;
    return shift_letter(to_upper, sizeof to_upper / sizeof *to_upper, code_point);
}

uint32_t hui_letter_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'A' && code_point <= 'Z' ? code_point + 0x20 : code_point;
    return shift_letter(to_lower, sizeof to_lower / sizeof *to_lower, code_point);
}

const char *hui_letter_upper_several(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof several / sizeof *several; i++)
        if (several[i].letter == code_point)
            return several[i].upper;
    return NULL;
}

bool hui_letter_is_space(uint32_t c)
{
    return (c >= 9 && c <= 13) || c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}
