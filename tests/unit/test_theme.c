/* links: base theme */
/* Themes: contrasts that texts rely on, names that posters rely on. */
#include "theme/accent_hue.h"
#include "theme/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *theme, const char *what, hui_color text, hui_color ground, double least)
{
    const double contrast = hui_color_contrast(text, ground);
    if (contrast < least)
        fail_msg("%s: %s has a contrast of %.2f, not %.1f", theme, what, contrast, least);
}

static void texts_are_readable(void **state)
{
    (void)state;
    for (size_t i = 0; i < hui_theme_count; i++) {
        const char *name = hui_themes[i]->name;
        const hui_palette *p = &hui_themes[i]->palette;
        check(name, "ink on paper", p->ink, p->paper, 7);
        check(name, "secondary on paper", p->secondary, p->paper, 4.5);
        check(name, "gold ink on gold tint", p->gold_ink, p->gold_tint, 4.5);
        check(name, "gold dark on gold light", p->gold_dark, p->gold_light, 4.5);
        check(name, "white on the strong gradient", p->on_strong, p->strong_end, 4.5);
        check(name, "gold light on the strong gradient", p->gold_light, p->strong_middle, 4.5);
        check(name, "stamp on card", p->stamp, p->card, 4.5);
    }
}

static void check_accent(const hui_palette *p, const hui_accent *a)
{
    check(a->name, "colour on tint", a->color, a->tint, 4.5);
    check(a->name, "colour on paper", a->color, p->paper, 4.5);
    check(a->name, "white on fill", p->on_strong, a->fill, 4.5);
    check(a->name, "white on dark", p->on_strong, a->dark, 7);
    check(a->name, "pale on fill", a->pale, a->fill, 4.5);
    check(a->name, "colour on card", a->color, p->card, 4.5);
    check(a->name, "secondary on tint", p->secondary, a->tint, 4.5);
}

static void accents_are_readable(void **state)
{
    (void)state;
    for (size_t i = 0; i < hui_theme_count; i++)
        for (size_t k = 0; k < hui_themes[i]->accent_count; k++)
            check_accent(&hui_themes[i]->palette, &hui_themes[i]->accents[k]);
}

static void accents_of_any_hue_are_readable(void **state)
{
    (void)state;
    for (size_t i = 0; i < hui_theme_count; i++)
        for (int hue = 0; hue < 360; hue += 5)
            for (int chroma = 0; chroma <= 40; chroma += 8) {
                const hui_accent made =
                    hui_accent_of_hue(&hui_themes[i]->palette, hui_themes[i]->name, hue, chroma / 100.0);
                check_accent(&hui_themes[i]->palette, &made);
            }
}

/* https://www.w3.org/TR/css-color-4/: its samples of oklch() in sRGB. */
static void oklch_is_converted(void **state)
{
    (void)state;
    assert_true(hui_color_equal(hui_color_oklch(1, 0, 0), hui_color_rgb(0xFFFFFF)));
    assert_true(hui_color_equal(hui_color_oklch(0, 0, 0), hui_color_rgb(0x000000)));
    assert_true(hui_color_equal(hui_color_oklch(0.627966, 0.257704, 29.2346), hui_color_rgb(0xFF0000)));
    assert_true(hui_color_equal(hui_color_oklch(0.51975, 0.17686, 142.495), hui_color_rgb(0x008000)));
    assert_true(hui_color_equal(hui_color_oklch(0.452014, 0.313214, 264.052), hui_color_rgb(0x0000FF)));
}

static void posters_can_change_their_theme(void **state)
{
    (void)state;
    const hui_theme *first = hui_themes[0];
    for (size_t i = 1; i < hui_theme_count; i++)
        for (size_t k = 0; k < first->accent_count; k++)
            if (!hui_accent_find(hui_themes[i], first->accents[k].name))
                fail_msg("%s lacks the accent %s", hui_themes[i]->name, first->accents[k].name);
}

static void colours_have_names(void **state)
{
    (void)state;
    const hui_theme *theme = hui_theme_find("red-gold");
    const hui_accent *navy = hui_accent_find(theme, "navy");
    static const struct {
        const char *name;
        uint32_t hex;
    } rows[] = {{"gold", 0xD9A441}, {"accent", 0x1B4F91}, {"accent-tint", 0xE9F0F9}, {"plum", 0x6B2F8A}, {"#abc", 0xAABBCC}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_color color;
        assert_true(hui_theme_color(theme, navy, rows[i].name, &color));
        assert_true(hui_color_equal(color, hui_color_rgb(rows[i].hex)));
    }
    hui_color color;
    assert_false(hui_theme_color(theme, navy, "goldd", &color));
    assert_false(hui_theme_color(theme, navy, "#12", &color));
    assert_null(hui_theme_find("none"));
}

/* What stands out from the ground comes first; all come once before the first comes again. */
static void series_begin_with_clear_ones(void **state)
{
    (void)state;
    static const hui_color colors[] = {HUI_RGB(0xF0E442), HUI_RGB(0x0072B2), HUI_RGB(0xE69F00), HUI_RGB(0x000000)};
    static const int on_white[] = {1, 3, 0, 2, 1}, on_black[] = {0, 1, 2, 3, 0};
    hui_theme theme = *hui_themes[0];
    theme.series = colors;
    theme.series_count = 4;
    for (size_t i = 0; i < 5; i++) {
        assert_true(hui_color_equal(hui_theme_series(&theme, hui_color_rgb(0xFFFFFF), i), colors[on_white[i]]));
        assert_true(hui_color_equal(hui_theme_series(&theme, hui_color_rgb(0x000000), i), colors[on_black[i]]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_readable),
        cmocka_unit_test(accents_are_readable),
        cmocka_unit_test(accents_of_any_hue_are_readable),
        cmocka_unit_test(oklch_is_converted),
        cmocka_unit_test(posters_can_change_their_theme),
        cmocka_unit_test(colours_have_names),
        cmocka_unit_test(series_begin_with_clear_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
