/* links: base json data transform scale geo theme model text icon image scene layout chart art panel structure */
/* Cards: on every ground of every theme, in every style, what stands in them can be read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "panel/container.h"

static const double least_text = 4.5, least_rule = 3;

static void check(const hui_build *b, const char *what, hui_color color, hui_color ground, double least)
{
    const double contrast = hui_color_contrast(color, ground);
    if (contrast < least)
        fail_msg("%s, accent %s, card style %d: %s has a contrast of %.2f, not %.1f", b->theme->name, b->accent->name,
                 (int)b->cards, what, contrast, least);
}

/* What the card shows below its content. */
static hui_color shown_ground(const hui_build *around, const hui_look *look)
{
    return look->fill.a ? look->fill : hui_ground_color(around);
}

static void check_card(hui_build around)
{
    hui_build inner;
    const hui_box *card = hui_card_open(&around, &inner);
    const hui_look *look = card->look;
    const hui_inks inks = hui_inks_of(&inner);
    const hui_color ground = shown_ground(&around, look);
    assert_true(hui_color_equal(ground, hui_ground_color(&inner))); /* so that checks of text hold */
    check(&around, "ink", inks.ink, ground, least_text);
    check(&around, "secondary", inks.secondary, ground, least_text);
    check(&around, "strong", inks.strong, ground, least_text);
    check(&around, "numeral", inks.numeral, ground, least_text);
    check(&around, "icon", inks.icon, ground, least_text);
    check(&around, "pill", inks.on_pill, inks.pill, least_text);
    check(&around, "disc", inks.on_disc, inks.disc, least_text);
    if (around.cards == HUI_CARD_RULED || around.cards == HUI_CARD_TOPPED)
        check(&around, "rule", look->rule, ground, least_rule);
    if (around.cards == HUI_CARD_OUTLINED)
        check(&around, "border", look->border, hui_ground_color(&around), least_rule);
    if (around.cards == HUI_CARD_TINTED)
        assert_false(hui_color_equal(ground, hui_ground_color(&around)));
    if (around.cards == HUI_CARD_BAND)
        check(&around, "title on its band", around.theme->palette.on_strong, around.accent->fill, least_text);
}

static void test_contrast(void **state)
{
    (void)state;
    static const hui_ground grounds[] = {HUI_GROUND_PAPER, HUI_GROUND_TINT, HUI_GROUND_CARD, HUI_GROUND_STRONG};
    hui_arena *arena = hui_arena_new();
    for (size_t t = 0; t < hui_theme_count; t++)
        for (size_t a = 0; a < hui_themes[t]->accent_count; a++)
            for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++)
                for (int style = 0; style < HUI_CARD_STYLE_COUNT; style++)
                    check_card((hui_build){.arena = arena,
                                           .theme = hui_themes[t],
                                           .accent = &hui_themes[t]->accents[a],
                                           .ground = grounds[g],
                                           .cards = (hui_card_style)style,
                                           .room = 1000});
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_contrast)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
