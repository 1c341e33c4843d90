/* Themes: what colours, type sizes and measures a look has. All of it data. */
#ifndef HUI_THEME_THEME_H
#define HUI_THEME_THEME_H

#include "base/color.h"
#include "base/hand.h"

#include <stdbool.h>
#include <stddef.h>

/* A chapter's colour with its company. */
typedef struct hui_accent {
    const char *name;
    hui_color color; /* text and shapes on paper, card and tint */
    hui_color dark;  /* the dark end of gradients */
    hui_color line;  /* card borders and hairlines */
    hui_color tint;  /* grounds of pills, icon circles and tinted chapters */
    hui_color fill;  /* grounds of light text, such as seals and chips: `color` where paper is light */
    hui_color pale;  /* secondary text on such grounds: `tint` where paper is light */
} hui_accent;

typedef struct hui_palette {
    hui_color paper, card;
    hui_color ink, secondary; /* text on paper, card and tint */
    hui_color hairline, track;
    hui_color gold, gold_light, gold_tint, gold_ink, gold_dark; /* decoration; on dark grounds; ground; text on it; text on gold_light */
    hui_color strong_start, strong_middle, strong_end; /* gradient of feature panels */
    hui_color on_strong; /* text on dark grounds */
    hui_color stamp;
} hui_palette;

/* Steps of the type scale. */
typedef enum hui_type {
#define HUI_TYPE(NAME, word, size, line, weight, doc) HUI_TYPE_##NAME,
#include "theme/type_scale.inc"
#undef HUI_TYPE
    HUI_TYPE_COUNT
} hui_type;

typedef struct hui_type_style {
    const char *name;
    double size, line_height; /* px */
    int weight;
    const char *doc;
} hui_type_style;

typedef struct hui_measures {
    double margin, gap, radius, line;   /* page margin, gap of panels, corner radius, border width */
    double card_x, card_y;              /* card padding */
    double chapter_top, chapter_bottom; /* padding of a chapter */
    double icon_stroke;
} hui_measures;

/* How an ordinary card is set off from what is around it. In the order of the words of `cardStyle`. */
typedef enum hui_card_style {
    HUI_CARD_FILLED,   /* on the palette's card colour, with a border */
    HUI_CARD_OUTLINED, /* on what is around it, with a border in the accent's colour */
    HUI_CARD_TINTED,   /* on the accent's tint */
    HUI_CARD_BAND,     /* filled, its title on a band of the accent's */
    HUI_CARD_RULED,    /* filled, a thick rule along the left edge */
    HUI_CARD_TOPPED,   /* the same along the upper edge */
    HUI_CARD_PLAIN,    /* on what is around it, below a hairline */
    HUI_CARD_STYLE_COUNT
} hui_card_style;

/* A colour that is printed with inks of its own instead of those a profile finds for it. */
typedef struct hui_theme_ink {
    hui_color color;
    double cmyk[4];   /* percent; of a spot colour, what stands for it where there is no such ink */
    const char *spot; /* its name, or NULL */
} hui_theme_ink;

typedef struct hui_theme {
    const char *name, *doc;
    hui_palette palette;
    const hui_accent *accents;
    size_t accent_count; /* the first is the default */
    const hui_theme_ink *inks;
    size_t ink_count;
    hui_type_style type[HUI_TYPE_COUNT];
    hui_measures measures;
    hui_card_style cards;
    hui_pen pen;
    const hui_color *series; /* of parts and series; NULL: made of accents */
    size_t series_count;
} hui_theme;

extern const hui_theme *const hui_themes[];
extern const size_t hui_theme_count;

const hui_theme *hui_theme_find(const char *name);                          /* NULL if there is none */
const hui_accent *hui_accent_find(const hui_theme *theme, const char *name); /* NULL if there is none */
bool hui_theme_is_ours(const hui_theme *theme); /* one of hui_themes */
/* Whether their palettes and accents are the same, so that they look alike on each other's grounds. */
bool hui_theme_same_colors(const hui_theme *a, const hui_theme *b);
/* The theme in the colours of another, its measures kept: accents by their names, or else the other's first. */
hui_theme *hui_theme_recolor(hui_arena *arena, const hui_theme *theme, const hui_theme *colors);
/* The nth of the theme's series colours (it has one at least), again from the start where they end. Those with the contrast
 * of 3 with what they stand on that WCAG 2.2, 1.4.11, asks of marks come before those that are fainter there. */
hui_color hui_theme_series(const hui_theme *theme, hui_color ground, size_t index);
#define HUI_THEME_MARK_CONTRAST 3.0
/* "#RRGGBB", a palette role ("gold", "ink", …), an accent's name, or "accent", "accent-dark", "accent-line",
 * "accent-tint" of the accent in force. False if it is none of these. */
bool hui_theme_color(const hui_theme *theme, const hui_accent *accent, const char *name, hui_color *color);
/* The palette's roles by name, and where each stands in hui_palette. */
size_t hui_palette_name_count(void);
const char *hui_palette_name(size_t index);
size_t hui_palette_offset(size_t index);

#endif
