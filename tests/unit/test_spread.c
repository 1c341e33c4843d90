/* links: base json data transform scale geo theme model text icon image scene layout chart art panel structure */
/* Positions that keep their distances, and dates of moments. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/rng.h"
#include "data/format.h"
#include "structure/spread.h"
#include "structure/timeline.h"

#include <math.h>

static void check_spread(double *at, const double *least, const double *expected, size_t count, double low, double high)
{
    hui_arena *arena = hui_arena_new();
    hui_spread(arena, at, least, count, low, high);
    for (size_t i = 0; i < count; i++)
        assert_float_equal(at[i], expected[i], 1e-9);
    hui_arena_free(arena);
}

static void test_apart(void **state)
{
    (void)state;
    double at[] = {0, 20, 50};
    check_spread(at, (const double[]){0, 10, 10}, (const double[]){0, 20, 50}, 3, 0, 100);
}

/* Two that are too close move apart by equal parts; three share what they miss. */
static void test_pooled(void **state)
{
    (void)state;
    double two[] = {10, 14}, three[] = {50, 50, 50};
    check_spread(two, (const double[]){0, 10}, (const double[]){7, 17}, 2, 0, 100);
    check_spread(three, (const double[]){0, 20, 20}, (const double[]){30, 50, 70}, 3, 0, 100);
}

static void test_bounds(void **state)
{
    (void)state;
    double low[] = {0, 2}, high[] = {98, 100}, full[] = {0, 0, 0};
    check_spread(low, (const double[]){0, 10}, (const double[]){0, 10}, 2, 0, 100);
    check_spread(high, (const double[]){0, 10}, (const double[]){90, 100}, 2, 0, 100);
    check_spread(full, (const double[]){0, 10, 10}, (const double[]){0, 10, 20}, 3, 0, 15);
}

static double cost(const double *at, const double *wanted, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (at[i] - wanted[i]) * (at[i] - wanted[i]);
    return sum;
}

/* No small move of one that keeps the distances is better: the sum is convex, so the least of all is found. */
static void test_random(void **state)
{
    (void)state;
    enum { COUNT = 12, ROUNDS = 300 };
    hui_rng rng = hui_rng_seed(7);
    for (int round = 0; round < ROUNDS; round++) {
        hui_arena *arena = hui_arena_new();
        double wanted[COUNT], at[COUNT], least[COUNT];
        for (int i = 0; i < COUNT; i++) {
            wanted[i] = at[i] = (i ? wanted[i - 1] : 0) + hui_rng_range(&rng, 0, 20);
            least[i] = hui_rng_range(&rng, 0, 20);
        }
        hui_spread(arena, at, least, COUNT, -INFINITY, INFINITY);
        const double best = cost(at, wanted, COUNT);
        for (int i = 1; i < COUNT; i++)
            assert_true(at[i] - at[i - 1] >= least[i] - 1e-9);
        for (int from = 0; from < COUNT; from++)
            for (int to = from + 1; to <= COUNT; to++)
                for (double step = -0.01; step < 0.02; step += 0.02) {
                    const bool apart = (step > 0 || from == 0 || at[from] + step - at[from - 1] >= least[from]) &&
                                       (step < 0 || to == COUNT || at[to] - at[to - 1] - step >= least[to]);
                    double moved[COUNT];
                    for (int i = 0; i < COUNT; i++)
                        moved[i] = at[i] + (i >= from && i < to ? step : 0);
                    assert_true(!apart || cost(moved, wanted, COUNT) >= best - 1e-9);
                }
        hui_arena_free(arena);
    }
}

static void test_dates(void **state)
{
    (void)state;
    const double may = hui_date_ms(2023, 4, 1, 0, 0, 0, 0), first = hui_date_ms(2023, 0, 1, 0, 0, 0, 0);
    assert_float_equal(hui_moment_ms("2023-05-01"), may, 0);
    assert_float_equal(hui_moment_ms("2023-05"), may, 0);
    assert_float_equal(hui_moment_ms("2023年5月"), may, 0);
    assert_float_equal(hui_moment_ms("2023年5月1日"), may, 0);
    assert_float_equal(hui_moment_ms("2023年"), first, 0);
    assert_float_equal(hui_moment_ms("2023"), first, 0);
    assert_true(isnan(hui_moment_ms("初春")));
    assert_true(isnan(hui_moment_ms("2023年13月")));
    assert_true(isnan(hui_moment_ms("99999999999999999999年")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_apart),  cmocka_unit_test(test_pooled), cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_random), cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
