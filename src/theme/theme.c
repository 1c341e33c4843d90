/* Looking up themes, accents and colours by name. */
#include "theme/theme.h"

#include <string.h>

/* The names of hui_palette's members, as specs write them. */
static const struct {
    const char *name;
    size_t offset;
} palette_members[] = {
    {"paper", offsetof(hui_palette, paper)},
    {"card", offsetof(hui_palette, card)},
    {"ink", offsetof(hui_palette, ink)},
    {"secondary", offsetof(hui_palette, secondary)},
    {"hairline", offsetof(hui_palette, hairline)},
    {"track", offsetof(hui_palette, track)},
    {"gold", offsetof(hui_palette, gold)},
    {"gold-light", offsetof(hui_palette, gold_light)},
    {"gold-tint", offsetof(hui_palette, gold_tint)},
    {"gold-ink", offsetof(hui_palette, gold_ink)},
    {"gold-dark", offsetof(hui_palette, gold_dark)},
    {"strong-start", offsetof(hui_palette, strong_start)},
    {"strong-middle", offsetof(hui_palette, strong_middle)},
    {"strong-end", offsetof(hui_palette, strong_end)},
    {"on-strong", offsetof(hui_palette, on_strong)},
    {"stamp", offsetof(hui_palette, stamp)},
};

static const struct {
    const char *name;
    size_t offset;
} accent_members[] = {
    {"accent", offsetof(hui_accent, color)},
    {"accent-dark", offsetof(hui_accent, dark)},
    {"accent-line", offsetof(hui_accent, line)},
    {"accent-tint", offsetof(hui_accent, tint)},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

size_t hui_palette_name_count(void)
{
    return COUNT(palette_members);
}

const char *hui_palette_name(size_t index)
{
    return palette_members[index].name;
}

size_t hui_palette_offset(size_t index)
{
    return palette_members[index].offset;
}

const hui_theme *hui_theme_find(const char *name)
{
    for (size_t i = 0; i < hui_theme_count; i++)
        if (strcmp(hui_themes[i]->name, name) == 0)
            return hui_themes[i];
    return NULL;
}

bool hui_theme_is_ours(const hui_theme *theme)
{
    return hui_theme_find(theme->name) == theme;
}

/* Neither struct has room between its members. */
_Static_assert(sizeof(hui_palette) % sizeof(hui_color) == 0, "a palette is colours");
_Static_assert(sizeof(hui_accent) == sizeof(char *) + 6 * sizeof(hui_color), "an accent is a name and colours");

bool hui_theme_same_colors(const hui_theme *a, const hui_theme *b)
{
    return memcmp(&a->palette, &b->palette, sizeof a->palette) == 0 && a->accent_count == b->accent_count &&
           memcmp(a->accents, b->accents, a->accent_count * sizeof *a->accents) == 0;
}

const hui_accent *hui_accent_find(const hui_theme *theme, const char *name)
{
    for (size_t i = 0; i < theme->accent_count; i++)
        if (strcmp(theme->accents[i].name, name) == 0)
            return &theme->accents[i];
    return NULL;
}

static hui_color color_at(const void *base, size_t offset)
{
    hui_color color;
    memcpy(&color, (const char *)base + offset, sizeof color);
    return color;
}

hui_theme *hui_theme_recolor(hui_arena *arena, const hui_theme *theme, const hui_theme *colors)
{
    hui_theme *made = HUI_NEW(arena, hui_theme);
    hui_accent *accents = HUI_NEW_ARRAY(arena, hui_accent, theme->accent_count);
    for (size_t i = 0; i < theme->accent_count; i++) {
        const hui_accent *same = hui_accent_find(colors, theme->accents[i].name);
        accents[i] = same ? *same : colors->accents[0];
        accents[i].name = theme->accents[i].name;
    }
    *made = *theme;
    made->palette = colors->palette;
    made->accents = accents;
    made->inks = colors->inks;
    made->ink_count = colors->ink_count;
    return made;
}

bool hui_theme_color(const hui_theme *theme, const hui_accent *accent, const char *name, hui_color *color)
{
    if (name[0] == '#')
        return hui_color_read(name, color);
    for (size_t i = 0; i < COUNT(accent_members); i++)
        if (strcmp(accent_members[i].name, name) == 0) {
            *color = color_at(accent, accent_members[i].offset);
            return true;
        }
    for (size_t i = 0; i < COUNT(palette_members); i++)
        if (strcmp(palette_members[i].name, name) == 0) {
            *color = color_at(&theme->palette, palette_members[i].offset);
            return true;
        }
    const hui_accent *other = hui_accent_find(theme, name);
    if (other)
        *color = other->color;
    return other != NULL;
}

static hui_color nth_of(const hui_theme *theme, hui_color ground, bool clear, size_t *index)
{
    for (size_t i = 0; i < theme->series_count; i++)
        if ((hui_color_contrast(theme->series[i], ground) >= HUI_THEME_MARK_CONTRAST) == clear && (*index)-- == 0)
            return theme->series[i];
    return (hui_color){0};
}

hui_color hui_theme_series(const hui_theme *theme, hui_color ground, size_t index)
{
    index %= theme->series_count;
    const hui_color clear = nth_of(theme, ground, true, &index);
    return clear.a ? clear : nth_of(theme, ground, false, &index);
}
