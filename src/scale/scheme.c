/* Colour schemes, Vega's and one of ours: looking them up, taking colours of them. */
#include "scale/scale_parts.h"

#include "base/diag.h"

#include <string.h>

static const struct row {
    const char *name;
    bool is_list;
    size_t count;
    const uint32_t *colors;
} rows[] = {
#define COLORS(...)    \
    (const uint32_t[]) \
    {                  \
        __VA_ARGS__    \
    }
#define HUI_SCHEME(name, is_list, ...) \
    {name, is_list, sizeof(COLORS(__VA_ARGS__)) / sizeof(uint32_t), COLORS(__VA_ARGS__)},
#include "scale/schemes.inc"
#undef HUI_SCHEME
#undef COLORS
};

enum { ROW_COUNT = sizeof rows / sizeof *rows, MOST_SAMPLES = 100 };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Where in `name` the row's name ends; NULL if it does not begin so. */
static const char *after_name(const struct row *row, const char *name)
{
    const char *at = row->name;
    for (; *at && lower(*name) == *at; at++)
        name++;
    return *at ? NULL : name;
}

/* The number of "-5" at the end of a name; 0 if it is none. */
static size_t suffix_count(const char *suffix)
{
    size_t count = 0;
    if (*suffix != '-')
        return 0;
    for (suffix++; *suffix >= '0' && *suffix <= '9' && count <= MOST_SAMPLES; suffix++)
        count = count * 10 + (size_t)(*suffix - '0');
    return *suffix == '\0' && count <= MOST_SAMPLES ? count : 0;
}

bool hui_scheme_find(hui_arena *arena, const char *name, hui_scheme *scheme)
{
    for (const struct row *row = rows; row < rows + ROW_COUNT; row++) {
        const char *const rest = after_name(row, name);
        const size_t wanted = rest ? suffix_count(rest) : 0;
        if (!rest || (*rest && wanted == 0))
            continue;
        hui_color *colors = HUI_NEW_ARRAY(arena, hui_color, row->count);
        for (size_t i = 0; i < row->count; i++)
            colors[i] = hui_color_rgb(row->colors[i]);
        *scheme = (hui_scheme){colors, row->count, row->is_list};
        if (wanted > 0)
            *scheme = (hui_scheme){hui_scheme_quantize(arena, scheme, wanted, NULL), wanted, true};
        return true;
    }
    return false;
}

/* Colours of a ramp at `count` places from `from` to `to`. */
static hui_color *ramp_samples(hui_arena *arena, const hui_scheme *scheme, size_t count, double from, double to)
{
    const hui_color_point *points = hui_colors_to_space(arena, HUI_SPACE_RGB, scheme->colors, scheme->count);
    hui_color *colors = HUI_NEW_ARRAY(arena, hui_color, count + 1);
    const double step = count > 1 ? (to - from) / (double)(count - 1) : 0;
    for (size_t i = 0; i < count && scheme->count > 0; i++)
        colors[i] = hui_color_along(HUI_SPACE_RGB, 1, points, scheme->count, from + (double)i * step);
    return colors;
}

hui_color *hui_scheme_quantize(hui_arena *arena, const hui_scheme *scheme, size_t count, const double extent[2])
{
    const double first = extent ? extent[0] : 0, length = (extent ? extent[1] : 1) - first, parts = (double)count + 1;
    if (!scheme->categorical)
        return ramp_samples(arena, scheme, count, first + length / parts, first + length * (double)count / parts);
    hui_color *colors = HUI_NEW_ARRAY(arena, hui_color, count + 1);
    for (size_t i = 0; i < count && scheme->count > 0; i++)
        colors[i] = scheme->colors[i % scheme->count];
    return colors;
}

const char *hui_scheme_nearest(const char *name)
{
    const char *names[ROW_COUNT];
    for (size_t i = 0; i < ROW_COUNT; i++)
        names[i] = rows[i].name;
    return hui_word_nearest(name, names, ROW_COUNT);
}
