/* links: base json data transform scale geo theme model text icon image scene layout chart art panel structure */
/* Labels moved apart: none over another, in the order they want, within bounds where they fit, and no further than they must. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/rng.h"
#include "structure/label_spread.h"

#include <math.h>

static void labels_with_room_stay(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_label_place labels[] = {{.wanted = 90, .size = 20}, {.wanted = 10, .size = 20}, {.wanted = 50, .size = 20}};
    hui_labels_spread(arena, labels, 3, 0, 100);
    for (size_t i = 0; i < 3; i++)
        assert_true(labels[i].middle == labels[i].wanted);
    hui_arena_free(arena);
}

static void labels_that_want_one_place_share_it(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_label_place labels[] = {{.wanted = 50, .size = 20}, {.wanted = 50, .size = 20}, {.wanted = 5, .size = 20}};
    hui_labels_spread(arena, labels, 3, 0, 100);
    assert_true(fabs(labels[0].middle - 40) < 1e-9 && fabs(labels[1].middle - 60) < 1e-9);
    assert_true(fabs(labels[2].middle - 10) < 1e-9); /* not above the edge */
    hui_arena_free(arena);
}

static void random_labels_are_apart(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 200; seed++) {
        hui_arena *arena = hui_arena_new();
        hui_rng rng = hui_rng_seed(seed);
        hui_label_place labels[20];
        const size_t count = (size_t)hui_rng_int(&rng, 1, 20);
        double total = 0;
        for (size_t i = 0; i < count; i++) {
            labels[i] = (hui_label_place){.wanted = hui_rng_range(&rng, -50, 450), .size = hui_rng_range(&rng, 5, 20)};
            total += labels[i].size;
        }
        hui_labels_spread(arena, labels, count, 0, 400);
        for (size_t i = 0; i < count; i++) {
            assert_true(labels[i].middle - labels[i].size / 2 > -1e-6);
            assert_true(labels[i].middle + labels[i].size / 2 < fmax(400, total) + 1e-6);
            for (size_t k = 0; k < count; k++)
                if (labels[i].wanted < labels[k].wanted)
                    assert_true(labels[i].middle + (labels[i].size + labels[k].size) / 2 < labels[k].middle + 1e-6);
        }
        hui_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_with_room_stay),
        cmocka_unit_test(labels_that_want_one_place_share_it),
        cmocka_unit_test(random_labels_are_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
