/* links: base json data transform */
/* Bins: their ends, and the bin of each value, as Vega has them. */
#include "table_text.h"
#include "transform/transform.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = hui_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    hui_arena_free(*state);
    return 0;
}

static bool read_bin(hui_arena *arena, const char *text, hui_bin *bin, hui_diags *diags)
{
    const hui_json *json = hui_json_read(arena, "test", text, strlen(text), NULL, diags);
    const hui_param params[] = {{"most", hui_value_number(20), false}};
    assert_non_null(json);
    return hui_bin_read(arena, json, (hui_params){params, 1}, bin, diags);
}

static void bins_have_round_ends(void **state)
{
    static const struct {
        const char *bin;
        double low, high;
        hui_bins expected;
    } rows[] = {
        {"true", 0, 100, {0, 100, 10}},
        {"{}", 0, 100, {0, 100, 10}},
        {"{\"maxbins\": 20}", 0, 100, {0, 100, 5}},
        {"{\"maxbins\": {\"expr\": \"most\"}}", 0, 100, {0, 100, 5}},
        {"{\"maxbins\": null}", 1.6, 49.4, {0, 50, 5}},
        {"true", 0.123, 0.987, {0.1, 1, 0.1}},
        {"true", -7, 13, {-8, 14, 2}},
        {"true", 5, 5, {5, 5.5, 0.5}},
        {"true", 0, 0, {0, 0.1, 0.1}},
        {"{\"step\": 3}", 1, 20, {0, 21, 3}},
        {"{\"nice\": false}", 1.6, 49.4, {1.6, 49.4, 5}},
        {"{\"maxbins\": 6}", 46, 230, {0, 250, 50}},
        {"{\"steps\": [1, 2.5, 7]}", 0, 30, {0, 30, 2.5}},
        {"{\"minstep\": 10}", 0, 30, {0, 30, 10}},
        {"{\"maxbins\": 5, \"base\": 2}", 0, 100, {0, 128, 32}},
        {"{\"divide\": [3]}", 0, 100, {0, 100, 10}},
        {"{\"maxbins\": 100}", 1e-9, 3e-9, {9.999999999999999e-10, 3e-9, 2e-11}},
        {"true", 9.3, 9.31, {9.3, 9.31, 0.001}},
        {"{\"maxbins\": 1}", 0, 7, {0, 10, 10}},
        {"true", -4e307, 4e307, {-4e307, 4e307, 1e307}},
        /* Nothing sensible is asked for or there is nothing to bin. */
        {"{\"maxbins\": -3, \"step\": 0}", 0, 7, {0, 10, 10}},
        {"{\"base\": 1}", 0, 100, {0, 100, 10}},
        {"{\"divide\": [0, -1]}", 0, 100, {0, 100, 10}},
        {"{\"step\": -2, \"steps\": [], \"minstep\": -1}", 0, 100, {0, 100, 10}},
        {"true", 7, 3, {NAN, NAN, NAN}},
        {"true", NAN, NAN, {NAN, NAN, NAN}},
        {"true", -1e308, 1e308, {NAN, NAN, NAN}},
    };
    hui_diags *diags = hui_diags_new(*state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_bin bin;
        assert_true(read_bin(*state, rows[i].bin, &bin, diags));
        const hui_bins bins = hui_bin_resolve(&bin, rows[i].low, rows[i].high);
        if (isnan(rows[i].expected.start)) {
            assert_true(isnan(bins.start) && isnan(bins.stop) && isnan(bins.step));
            continue;
        }
        assert_true(bins.start == rows[i].expected.start);
        assert_true(bins.stop == rows[i].expected.stop);
        assert_true(bins.step == rows[i].expected.step);
    }
    assert_int_equal(diags->count, 0);
}

static void bad_bins_are_reported(void **state)
{
    static const struct {
        const char *bin, *code, *pointer;
    } rows[] = {
        {"5", "wrong-type", ""},
        {"{\"maxbins\": \"x\"}", "wrong-type", "/maxbins"},
        {"{\"maxbins\": {\"param\": \"x\"}}", "wrong-type", "/maxbins"},
        {"{\"steps\": 1}", "wrong-type", "/steps"},
        {"{\"steps\": [1, null]}", "wrong-type", "/steps/1"},
        {"{\"extent\": [1]}", "out-of-range", "/extent"},
        {"{\"anchor\": {\"expr\": \"1 +\"}}", "bad-expression", "/anchor/expr"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_bin bin;
        hui_diags *diags = hui_diags_new(*state);
        assert_false(read_bin(*state, rows[i].bin, &bin, diags));
        assert_int_equal(diags->error_count, 1);
        assert_string_equal(diags->at[0].code, rows[i].code);
        assert_string_equal(diags->at[0].pointer, rows[i].pointer);
    }
}

static void values_fall_into_bins(void **state)
{
    static const struct {
        const char *bin, *expected;
    } rows[] = {
        {"{\"extent\": [0, 100]}",
         "b e | 0 10 | 0 10 | 0 10 | 10 20 | 30 40 | 90 100 | 90 100 | null null | null null | NaN NaN | 20 30"
         " | -Infinity -Infinity | Infinity Infinity"},
        {"{\"extent\": [0, 100], \"anchor\": 3}", "b e | -Infinity -Infinity | -Infinity -Infinity | 3 13 | 3 13 | 33 "
                                                  "43 | 93 103 | 93 103 | null null | null null"
                                                  " | NaN NaN | 13 23 | -Infinity -Infinity | Infinity Infinity"},
        {"{\"extent\": {\"param\": \"brush\"}}",
         "b e | 0 20 | 0 20 | 0 20 | 0 20 | 20 40 | 80 100 | 100 120 | null null | null null | NaN NaN | 20 40 | -20 0"
         " | 100 120"},
    };
    static const double numbers[] = {0, 1, 9.99, 10, 35, 99.999, 100};
    hui_table *table = hui_table_new(*state, 13);
    hui_value *v = hui_table_add(table, "v");
    for (size_t i = 0; i < 7; i++)
        v[i] = hui_value_number(numbers[i]);
    v[7] = hui_value_null();
    v[8] = hui_value_string("");
    v[9] = hui_value_string("x");
    v[10] = hui_value_string("20");
    v[11] = hui_value_number(-5);
    v[12] = hui_value_number(120);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_bin bin;
        hui_bins bins;
        assert_true(read_bin(*state, rows[i].bin, &bin, hui_diags_new(*state)));
        const hui_table *binned = hui_bin_apply(*state, table, "v", &bin, "b", "e", &bins);
        hui_table *columns = hui_table_new(*state, table->rows);
        hui_table_share(columns, "b", hui_table_find(binned, "b")->at);
        hui_table_share(columns, "e", hui_table_find(binned, "e")->at);
        assert_string_equal(table_text(*state, columns), rows[i].expected);
    }
}

/* Tenths are no binary fractions: each must still be in its own bin. */
static void values_at_the_start_of_a_bin_belong_to_it(void **state)
{
    static const double numbers[] = {0.1, 0.2, 0.3, 0.6, 0.7, 0.30000000000000004, 1};
    hui_table *table = hui_table_new(*state, 7);
    hui_value *v = hui_table_add(table, "v");
    for (size_t i = 0; i < 7; i++)
        v[i] = hui_value_number(numbers[i]);
    hui_bin bin;
    hui_bins bins;
    assert_true(read_bin(*state, "{\"extent\": [0, 1], \"step\": 0.1}", &bin, hui_diags_new(*state)));
    const hui_table *binned = hui_bin_apply(*state, table, "v", &bin, "b", "e", &bins);
    assert_string_equal(table_text(*state, binned),
                        "v b e | 0.1 0.1 0.2 | 0.2 0.2 0.30000000000000004 | 0.3 0.30000000000000004 0.4"
                        " | 0.6 0.6000000000000001 0.7000000000000002 | 0.7 0.7000000000000001 0.8"
                        " | 0.30000000000000004 0.30000000000000004 0.4 | 1 0.9 1");
    assert_true(bins.step == 0.1);
}

static void nothing_to_bin_is_no_harm(void **state)
{
    hui_table *table = hui_table_new(*state, 2);
    hui_table_add(table, "v")[1] = hui_value_string("x");
    const hui_bin bin = hui_bin_default();
    hui_bins bins;
    const hui_table *binned = hui_bin_apply(*state, table, "v", &bin, "b", "e", &bins);
    assert_string_equal(table_text(*state, binned), "v b e | undefined null null | 'x' NaN NaN");
    assert_true(isnan(bins.start));
    assert_int_equal(hui_bin_apply(*state, hui_table_new(*state, 0), "none", &bin, "b", "e", &bins)->rows, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(bins_have_round_ends), TEST(bad_bins_are_reported),
                                       TEST(values_fall_into_bins), TEST(values_at_the_start_of_a_bin_belong_to_it),
                                       TEST(nothing_to_bin_is_no_harm)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
