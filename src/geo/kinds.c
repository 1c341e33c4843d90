/* Kinds of projections by name. */
#include "geo/raw.h"

#define PAIR(a, b) \
    {              \
        a, b       \
    }
#define TRIPLE(a, b, c) \
    {                   \
        a, b, c         \
    }

static const hui_geo_kind_row rows[] = {
#define PROJECTION(word, make, scale, center, rotate, parallels, clip_angle, traits) \
    {word, make, scale, center, rotate, parallels, clip_angle, traits},
#include "geo/projections.inc"
#undef PROJECTION
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

const hui_geo_kind_row *hui_geo_kind_find(const char *word)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = 0;
        while (word[at] && lower(word[at]) == lower(rows[i].word[at]))
            at++;
        if (!word[at] && !rows[i].word[at])
            return &rows[i];
    }
    return NULL;
}
