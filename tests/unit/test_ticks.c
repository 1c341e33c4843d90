/* links: base data json scale */
/* Ticks, their texts, and domains made ready for them: values of d3-array, d3-scale and vega-scale. */
#include "base/arena.h"
#include "scale/scale.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_state.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define EULER 2.718281828459045

static hui_value *numbers(hui_arena *arena, const double *at, size_t count)
{
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = hui_value_number(at[i]);
    return values;
}

static hui_scale scale_new(hui_arena *arena, hui_scale_type type, const double *domain, size_t count)
{
    return (hui_scale){.type = type, .domain = numbers(arena, domain, count), .domain_count = count};
}

static void same(double have, double want)
{
    const bool is_same = isnan(want) ? isnan(have) : fabs(have - want) <= 1e-12 * fmax(1e-300, fabs(want));
    if (!is_same && have != want)
        fail_msg("%.17g instead of %.17g", have, want);
}

static void ticks_are_round_numbers(void **state)
{
    static const struct {
        double start, stop, count;
        size_t ticks;
        double at[12];
    } rows[] = {
        {0, 1, 10, 11, {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}},
        {0, 1, 5, 6, {0, 0.2, 0.4, 0.6, 0.8, 1}},
        {-1, 1, 4, 5, {-1, -0.5, 0, 0.5, 1}},
        {1, 0, 5, 6, {1, 0.8, 0.6, 0.4, 0.2, 0}},
        {0, 100, 7, 6, {0, 20, 40, 60, 80, 100}},
        {0.1, 0.35, 5, 6, {0.1, 0.15, 0.2, 0.25, 0.3, 0.35}},
        {3, 3, 10, 1, {3}},
        {0, 10, 1, 2, {0, 10}},
        {12, 15, 1, 2, {12, 14}},
        {1.5, 1.6, 0.6, 1, {1.6}},
        {1e-9, 5e-9, 4, 5, {1e-9, 2e-9, 3e-9, 4e-9, 5e-9}},
        {1e20, 2e20, 3, 3, {1e20, 1.5e20, 2e20}},
        {0, 2200, 10, 12, {0, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200}},
        {0, 1, 0, 0, {0}},
        {0, 1, -3, 0, {0}},
        {0, NAN, 10, 0, {0}},
        {0, INFINITY, 10, 0, {0}},
        {-1e308, 1e308, 5, 0, {0}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t count;
        const double *ticks = hui_ticks(*state, rows[i].start, rows[i].stop, rows[i].count, &count);
        assert_int_equal(count, rows[i].ticks);
        for (size_t k = 0; k < count; k++)
            assert_true(ticks[k] == rows[i].at[k]); /* to the last bit: texts come of them */
    }
    size_t count;
    hui_ticks(*state, 0, 1, 1e12, &count);
    assert_in_range(count, 1000, 100000);
}

static void increments_below_1_are_inverses(void **state)
{
    (void)state;
    static const double rows[][4] = {{0, 1, 10, -10}, {0, 1000, 10, 100},  {0, 2200, 5, 500},
                                     {-1, 1, 4, -2},  {0.1, 0.35, 5, -20}, {0, 7, 2, 5}};
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_true(hui_tick_increment(rows[i][0], rows[i][1], rows[i][2]) == rows[i][3]);
}

static void nice_ends(void **state)
{
    static const struct {
        hui_scale_type type;
        double count, parameter;
        size_t stops;
        double domain[3], want[3];
    } rows[] = {
        {HUI_SCALE_LINEAR, NAN, 0, 2, {0.13, 9.7}, {0, 10}},
        {HUI_SCALE_LINEAR, 10, 0, 2, {9.7, 0.13}, {10, 0}},
        {HUI_SCALE_LINEAR, 3, 0, 2, {-3.2, 123.4}, {-50, 150}},
        {HUI_SCALE_LINEAR, 10, 0, 2, {5, 5}, {5, 5}},
        {HUI_SCALE_LINEAR, 10, 0, 2, {1, 1.00001}, {1, 1.000011}},
        {HUI_SCALE_LINEAR, 10, 0, 3, {1.1, 5, 10.9}, {1, 5, 11}},
        {HUI_SCALE_LINEAR, 10, 0, 2, {0, INFINITY}, {0, INFINITY}},
        {HUI_SCALE_POW, 5, 2, 2, {0.13, 97}, {0, 100}},
        {HUI_SCALE_SQRT, 10, 0, 2, {1, 99}, {0, 100}},
        {HUI_SCALE_SYMLOG, 10, 0, 2, {-12, 345}, {-50, 350}},
        {HUI_SCALE_LOG, NAN, 0, 2, {3, 4500}, {1, 10000}},
        {HUI_SCALE_LOG, NAN, 0, 2, {4500, 3}, {10000, 1}},
        {HUI_SCALE_LOG, NAN, 0, 2, {-4500, -3}, {-10000, -1}},
        {HUI_SCALE_LOG, NAN, 2, 2, {3, 4500}, {2, 8192}},
        {HUI_SCALE_LOG, NAN, 0, 2, {0.0023, 0.7}, {0.001, 1}},
        {HUI_SCALE_QUANTIZE, 10, 0, 2, {0.13, 9.7}, {0, 10}},
        {HUI_SCALE_THRESHOLD, 10, 0, 2, {0.13, 9.7}, {0.13, 9.7}},
        {HUI_SCALE_UTC, 10, 0, 2, {1294704000000, 1338595200000}, {1293840000000, 1341100800000}},
        {HUI_SCALE_TIME, 10, 0, 2, {1294704000000, 1338595200000}, {1293840000000, 1341100800000}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, rows[i].type, rows[i].domain, rows[i].stops);
        scale.exponent = scale.base = rows[i].parameter;
        hui_scale_nice(&scale, rows[i].count);
        for (size_t k = 0; k < rows[i].stops; k++)
            same(scale.domain[k].number, rows[i].want[k]);
    }
}

static void dates_stay_dates(void **state)
{
    hui_value domain[2] = {hui_value_date(1294704000000), hui_value_date(1338595200000)};
    hui_scale scale = {.type = HUI_SCALE_TIME, .domain = domain, .domain_count = 2};
    hui_scale_nice(&scale, 10);
    assert_int_equal(scale.domain[1].kind, HUI_VALUE_DATE);
    hui_scale_finish(*state, &scale);
    size_t count;
    const hui_value *ticks = hui_scale_ticks(*state, &scale, 5, &count);
    assert_int_equal(count, 7);
    assert_int_equal(ticks[0].kind, HUI_VALUE_DATE);
    assert_true(ticks[0].number == 1293840000000);
    assert_string_equal(hui_scale_tick_text(*state, &scale, ticks[0], 5, NULL), "2011");
    assert_string_equal(hui_scale_tick_text(*state, &scale, ticks[1], 5, NULL), "April");
    assert_string_equal(hui_scale_tick_text(*state, &scale, ticks[1], 5, "%b %Y"), "Apr 2011");
}

static void padding_in_pixels(void **state)
{
    static const struct {
        hui_scale_type type;
        double exponent, pixels, domain[2], want[2];
    } rows[] = {
        {HUI_SCALE_LINEAR, 0, 10, {0, 10}, {-0.35714285714285676, 10.357142857142858}},
        {HUI_SCALE_LOG, 0, 10, {1, 100}, {0.8483428982440719, 117.87686347935886}},
        {HUI_SCALE_LOG, 0, 10, {-100, -1}, {-117.87686347935886, -0.8483428982440719}},
        {HUI_SCALE_POW, 2, 10, {0, 10}, {-1.8898223650461357, 10.177004891982149}},
        {HUI_SCALE_SQRT, 0, 10, {0, 100}, {-0.127551020408163, 107.27040816326532}},
        {HUI_SCALE_SYMLOG, 0, 10, {-10, 1000}, {-14.337113833688294, 1394.6773588656342}},
        {HUI_SCALE_LINEAR, 0, 10, {5, 5}, {5, 5}},
        {HUI_SCALE_LINEAR, 0, 0, {0, 10}, {0, 10}},
        {HUI_SCALE_LINEAR, 0, 150, {0, 10}, {0, 10}}, /* no room left */
        {HUI_SCALE_LOG, 0, 10, {0, 100}, {0, 100}},
        {HUI_SCALE_QUANTIZE, 0, 10, {0, 100}, {0, 100}},
    };
    static const double range[2] = {300, 0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, rows[i].type, rows[i].domain, 2);
        scale.range = numbers(*state, range, 2);
        scale.range_count = 2;
        scale.exponent = rows[i].exponent;
        hui_scale_pad(&scale, rows[i].pixels);
        for (int k = 0; k < 2; k++)
            same(scale.domain[k].number, rows[i].want[k]);
    }
}

/* Texts of all ticks, parted by bars. */
static const char *texts(hui_arena *arena, const hui_scale *scale, double count, const char *specifier)
{
    size_t ticks;
    const hui_value *at = hui_scale_ticks(arena, scale, count, &ticks);
    const char *text = "";
    for (size_t i = 0; i < ticks; i++)
        text = hui_arena_printf(arena, "%s%s%s", text, i ? "|" : "",
                                hui_scale_tick_text(arena, scale, at[i], count, specifier));
    return text;
}

static void logs_leave_labels_out(void **state)
{
    static const struct {
        double low, high, base, count;
        const char *want;
    } rows[] = {
        {1, 1000, 0, 10, "1|2|3|||||||10|20|30|||||||100|200|300|||||||1,000"},
        {1000, 1, 0, 10, "1,000|||||||300|200|100|||||||30|20|10|||||||3|2|1"},
        {1, 1000, 0, 5, "1|||||||||10|||||||||100|||||||||1,000"},
        {-100, -1, 0, 10, "||||||||||||||||||"},
        {0.15, 0.68, 0, 10, "0.2|0.3|0.4|0.5|0.6"},
        {1, 1e12, 0, 5, "1|100|10,000|1,000,000|100,000,000|10,000,000,000|1e+12"},
        {2, 64, 2, 10, "2|4|8|16|32|64"},
        {1, 20, EULER, 10, "1|2.71828182846|7.38905609893"},
        {3, 4, 0, 10, "3|3.1|3.2|3.3|3.4|3.5|3.6|3.7|3.8|3.9|4"},
        {1, 10, 0, 1, "1|10"},
        {0, 10, 0, 10, ""},
        {1, 1e9, 1e9, 10,
         "100,000,000|200,000,000|300,000,000|400,000,000|500,000,000|600,000,000|700,000,000|"
         "800,000,000|900,000,000|1,000,000,000"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, HUI_SCALE_LOG, (double[]){rows[i].low, rows[i].high}, 2);
        scale.base = rows[i].base;
        hui_scale_finish(*state, &scale);
        assert_string_equal(texts(*state, &scale, rows[i].count, NULL), rows[i].want);
    }
    hui_scale scale = scale_new(*state, HUI_SCALE_LOG, (double[]){1, 10}, 2);
    hui_scale_finish(*state, &scale);
    assert_string_equal(hui_scale_tick_text(*state, &scale, hui_value_number(7), 1, NULL), "");
    assert_string_equal(hui_scale_tick_text(*state, &scale, hui_value_number(7), INFINITY, NULL), "7");
    assert_string_equal(hui_scale_tick_text(*state, &scale, hui_value_number(0.5), INFINITY, "%"), "50%");
    assert_string_equal(hui_scale_tick_text(*state, &scale, hui_value_number(5), INFINITY, ".2f"), "5.00");
    assert_string_equal(hui_scale_tick_text(*state, &scale, hui_value_number(5000), INFINITY, "~s"), "5k");
}

static void texts_have_the_digits_of_the_step(void **state)
{
    static const struct {
        hui_scale_type type;
        double low, high, tick, count;
        const char *specifier, *want;
    } rows[] = {
        {HUI_SCALE_LINEAR, 0, 1, 0.25, 10, NULL, "0.3"},
        {HUI_SCALE_LINEAR, 0, 1, 0.25, NAN, NULL, "0.3"},
        {HUI_SCALE_LINEAR, 0, 1, 0.25, 5, "%", "25%"},
        {HUI_SCALE_LINEAR, 0, 1e5, 2e4, 10, NULL, "20,000"},
        {HUI_SCALE_LINEAR, 0, 1e6, 5e5, 5, "~s", "0.5M"},
        {HUI_SCALE_LINEAR, 0, 1e6, 5e5, 5, ".3s", "500k"},
        {HUI_SCALE_LINEAR, 0, 800, 200, 5, "~s", "200"},
        {HUI_SCALE_LINEAR, -50, 50, -20, 10, NULL,
         "\xe2\x88\x92"
         "20"},
        {HUI_SCALE_LINEAR, 0, 0.0001, 0.00002, 5, NULL, "0.00002"},
        {HUI_SCALE_LINEAR, 0, 10, 5, 5, ".2f", "5.00"},
        {HUI_SCALE_LINEAR, 0, 10, 5, 5, "$,.1f", "$5.0"},
        {HUI_SCALE_SQRT, 0, 100, 30, 10, "e", "3e+1"},
        {HUI_SCALE_THRESHOLD, 0, 100, 2.5, 10, NULL, "2.5"},
        {HUI_SCALE_THRESHOLD, 0, 100, 2.5, 10, ".2f", "2.50"},
        {HUI_SCALE_BIN_ORDINAL, 0, 100, 20, 10, NULL, "20"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, rows[i].type, (double[]){rows[i].low, rows[i].high}, 2);
        hui_scale_finish(*state, &scale);
        const hui_value tick = hui_value_number(rows[i].tick);
        assert_string_equal(hui_scale_tick_text(*state, &scale, tick, rows[i].count, rows[i].specifier), rows[i].want);
    }
}

static void texts_of_other_values(void **state)
{
    const hui_value lines[2] = {hui_value_string("two"), hui_value_number(2)};
    const hui_value array = {.kind = HUI_VALUE_ARRAY, .count = 2, .items = lines};
    hui_value domain[] = {hui_value_string("a"), hui_value_null(), hui_value_number(1234.5), array};
    hui_scale scale = {.type = HUI_SCALE_BAND, .domain = domain, .domain_count = 4};
    hui_scale_finish(*state, &scale);
    assert_string_equal(texts(*state, &scale, 10, NULL), "a|null|1234.5|two\n2");
    assert_string_equal(hui_scale_tick_text(*state, &scale, domain[2], 10, ",.1f"), "1,234.5");
}

static void discretizing_scales_tick_at_bounds(void **state)
{
    static const struct {
        hui_scale_type type;
        size_t count, parts;
        double domain[10];
        const char *want;
    } rows[] = {
        {HUI_SCALE_QUANTILE, 10, 4, {3, 6, 7, 8, 8, 10, 13, 15, 16, 20}, "7.25|9.00|14.50"},
        {HUI_SCALE_QUANTIZE, 2, 4, {0, 100}, "25|50|75"},
        {HUI_SCALE_QUANTIZE, 2, 4, {10, 0}, "7.5|5.0|2.5"},
        {HUI_SCALE_THRESHOLD, 3, 4, {0, 10, 100}, "0|10|100"},
        {HUI_SCALE_BIN_ORDINAL, 4, 3, {0, 10, 20, 30}, "0|10|20|30"},
    };
    static const double range[4] = {0, 1, 2, 3};
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, rows[i].type, rows[i].domain, rows[i].count);
        scale.range = numbers(*state, range, rows[i].parts);
        scale.range_count = rows[i].parts;
        hui_scale_finish(*state, &scale);
        assert_string_equal(texts(*state, &scale, 5, NULL), rows[i].want);
    }
}

static void check_valid(hui_arena *arena, const hui_scale *scale, const double *given, size_t given_count, double count,
                        const double *want, size_t want_count)
{
    size_t kept;
    const hui_value *ticks =
        hui_scale_ticks_valid(arena, scale, numbers(arena, given, given_count), given_count, count, &kept);
    assert_int_equal(kept, want_count);
    for (size_t i = 0; i < kept; i++)
        assert_true(ticks[i].number == want[i]);
}

static void given_ticks_are_sifted(void **state)
{
    static const double range[2] = {100, 0}, domain[2] = {0, 10};
    hui_scale scale = scale_new(*state, HUI_SCALE_LINEAR, domain, 2);
    scale.range = numbers(*state, range, 2);
    scale.range_count = 2;
    hui_scale_finish(*state, &scale);
    static const double some[] = {12, 1, 10, 5, -1, 0}, ten[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    check_valid(*state, &scale, some, COUNT(some), NAN, (double[]){0, 1, 5, 10}, 4);
    check_valid(*state, &scale, ten, COUNT(ten), 4, (double[]){0, 4, 8}, 3);
    check_valid(*state, &scale, ten, 6, 1, (double[]){0, 5}, 2);
}

static void bins_are_ticks(void **state)
{
    static const double bins[] = {-10, 0, 10, 20, 30}, domain[2] = {0, 20}, range[2] = {0, 100};
    hui_scale scale = scale_new(*state, HUI_SCALE_LINEAR, domain, 2);
    scale.range = numbers(*state, range, 2);
    scale.range_count = 2;
    scale.bins = bins;
    scale.bin_count = COUNT(bins);
    hui_scale_finish(*state, &scale);
    assert_string_equal(texts(*state, &scale, 2, NULL), "0|10|20");
    assert_true(hui_scale_tick_count(&scale, 2, NAN) == 5);
}

static void least_steps_limit_the_count(void **state)
{
    static const double rows[][4] = {{4, 10, 1, 5}, {4, 3, 1, 3}, {45, 10, 10, 5}, {0, 10, 1, 2}, {4, 10, NAN, 10}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, HUI_SCALE_LINEAR, (double[]){0, rows[i][0]}, 2);
        assert_true(hui_scale_tick_count(&scale, rows[i][1], rows[i][2]) == rows[i][3]);
    }
}

static void empty_domains_have_no_ticks(void **state)
{
    for (int type = 0; type < HUI_SCALE_TYPE_COUNT; type++) {
        hui_scale scale = {.type = (hui_scale_type)type};
        size_t count = 7;
        hui_scale_nice(&scale, 10);
        hui_scale_pad(&scale, 5);
        hui_scale_finish(*state, &scale);
        hui_scale_ticks(*state, &scale, 10, &count);
        assert_int_equal(count, 0);
        assert_non_null(hui_scale_tick_text(*state, &scale, hui_value_number(1), 10, NULL));
        hui_scale_tick_count(&scale, 10, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(ticks_are_round_numbers, start, stop),
        cmocka_unit_test_setup_teardown(increments_below_1_are_inverses, start, stop),
        cmocka_unit_test_setup_teardown(nice_ends, start, stop),
        cmocka_unit_test_setup_teardown(dates_stay_dates, start, stop),
        cmocka_unit_test_setup_teardown(padding_in_pixels, start, stop),
        cmocka_unit_test_setup_teardown(logs_leave_labels_out, start, stop),
        cmocka_unit_test_setup_teardown(texts_have_the_digits_of_the_step, start, stop),
        cmocka_unit_test_setup_teardown(texts_of_other_values, start, stop),
        cmocka_unit_test_setup_teardown(discretizing_scales_tick_at_bounds, start, stop),
        cmocka_unit_test_setup_teardown(given_ticks_are_sifted, start, stop),
        cmocka_unit_test_setup_teardown(bins_are_ticks, start, stop),
        cmocka_unit_test_setup_teardown(least_steps_limit_the_count, start, stop),
        cmocka_unit_test_setup_teardown(empty_domains_have_no_ticks, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
