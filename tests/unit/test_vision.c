/* links: base json theme data text icon image scene scale geo transform chart model lint */
/* Vision: colour differences and what colour-blind readers see, against published numbers. */
#include "base/vision.h"
#include "scale/scale.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Of the test data of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005), table 1. */
static void differences_are_ciede2000(void **state)
{
    static const struct {
        double a[3], b[3], wanted;
    } pairs[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, -1, 2}, {50, 0, 0}, 2.3669},
        {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
        {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const double found = hui_vision_lab_difference(pairs[i].a, pairs[i].b);
        const double back = hui_vision_lab_difference(pairs[i].b, pairs[i].a);
        if (!(fabs(found - pairs[i].wanted) < 0.00006) || !(fabs(found - back) < 1e-9))
            fail_msg("pair %zu: %.5f and back %.5f, not %.4f", i, found, back, pairs[i].wanted);
    }
}

static void sees(hui_vision vision, uint32_t color, uint32_t wanted)
{
    const hui_color seen = hui_vision_see(vision, hui_color_rgb(color));
    if (!hui_color_equal(seen, hui_color_rgb(wanted)))
        fail_msg("%06x is seen as #%02x%02x%02x, not %06x", color, seen.r, seen.g, seen.b, wanted);
}

/* Red is an olive to both, and greys stay greys. */
static void red_and_green_look_alike(void **state)
{
    (void)state;
    sees(HUI_VISION_FULL, 0xFF0000, 0xFF0000);
    sees(HUI_VISION_PROTAN, 0xFF0000, 0x6D5F00);
    sees(HUI_VISION_DEUTAN, 0xFF0000, 0xA39000);
    sees(HUI_VISION_PROTAN, 0x808080, 0x808080);
    sees(HUI_VISION_DEUTAN, 0x808080, 0x808080);
}

/* Okabe and Ito's colours are told apart by all readers, which of ColorBrewer's set1 are not. */
static void okabeito_is_told_apart(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    static const char *const names[] = {"okabeito", "set1"};
    for (int n = 0; n < 2; n++) {
        hui_scheme scheme;
        double least = INFINITY;
        assert_true(hui_scheme_find(arena, names[n], &scheme) && scheme.categorical);
        for (size_t i = 0; i < scheme.count; i++)
            for (size_t k = 0; k < i; k++)
                least = fmin(least, hui_vision_least_difference(scheme.colors[i], scheme.colors[k], NULL));
        assert_true((least >= HUI_VISION_TOLD_APART) == (n == 0));
    }
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(differences_are_ciede2000),
                                       cmocka_unit_test(red_and_green_look_alike),
                                       cmocka_unit_test(okabeito_is_told_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
