/* Accents from a hue, in OKLCH: lightness is what the contrasts leave. */
#include "theme/accent_hue.h"

#include <math.h>

static const double least_text = 4.6, least_dark = 7.1; /* a little above WCAG's 4.5 and 7, for what rounding takes */
static const double step = 0.01;

typedef struct tone {
    double hue, chroma;
} tone;

static hui_color at(tone t, double lightness, double share)
{
    return hui_color_oklch(lightness, t.chroma * share, t.hue);
}

/* From `lightness` in steps until the contrast with both is enough; the last one if it never is. */
static double search(tone t, double lightness, double share, double by, hui_color a, hui_color b, double least)
{
    double l = lightness;
    while (l > 0 && l < 1 &&
           fmin(hui_color_contrast(at(t, l, share), a), hui_color_contrast(at(t, l, share), b)) < least)
        l += by;
    return fmin(fmax(l, 0), 1);
}

static hui_accent on_light(const hui_palette *p, tone t)
{
    const hui_color tint = at(t, 0.965, 0.13);
    double l = search(t, 0.5, 1, -step, tint, p->paper, least_text);
    l = search(t, l, 1, -step, p->card, p->on_strong, least_text);
    const double dark = search(t, l - 0.1, 0.85, -step, p->on_strong, p->on_strong, least_dark);
    const hui_color color = at(t, l, 1);
    return (hui_accent){.color = color,
                        .dark = at(t, dark, 0.85),
                        .line = hui_color_mix(p->card, color, 0.24),
                        .tint = tint,
                        .fill = color,
                        .pale = tint};
}

static hui_accent on_dark(const hui_palette *p, tone t)
{
    const hui_color tint = at(t, 0.28, 0.35), pale = at(t, 0.965, 0.13);
    double l = search(t, 0.72, 0.8, step, tint, p->paper, least_text);
    l = search(t, l, 0.8, step, p->card, p->card, least_text);
    const double fill = search(t, 0.5, 1, -step, p->on_strong, pale, least_text);
    const double dark = search(t, fill - 0.1, 0.85, -step, p->on_strong, p->on_strong, least_dark);
    return (hui_accent){.color = at(t, l, 0.8),
                        .dark = at(t, dark, 0.85),
                        .line = at(t, 0.4, 0.5),
                        .tint = tint,
                        .fill = at(t, fill, 1),
                        .pale = pale};
}

hui_accent hui_accent_of_hue(const hui_palette *palette, const char *name, double hue, double chroma)
{
    static const hui_color black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    const tone t = {hue, chroma};
    const bool is_light = hui_color_contrast(palette->paper, black) > hui_color_contrast(palette->paper, white);
    hui_accent accent = is_light ? on_light(palette, t) : on_dark(palette, t);
    accent.name = name;
    return accent;
}
