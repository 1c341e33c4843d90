/* links: base json data */
/* Values of data: JavaScript's conversions and comparisons, and Vega's order. */
#include "data/value.h"

#include <float.h>
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

static hui_value read_json(hui_arena *arena, const char *text)
{
    hui_diags *const diags = hui_diags_new(arena);
    const hui_json_options options = {.allow_duplicates = true};
    const hui_json *const json = hui_json_read(arena, "values", text, strlen(text), &options, diags);
    assert_non_null(json);
    return hui_value_from_json(arena, json);
}

static void numbers_are_written_as_in_javascript(void **state)
{
    static const struct {
        double number;
        const char *text;
    } rows[] = {{0, "0"},
                {-0.0, "0"},
                {1, "1"},
                {-1234.5, "-1234.5"},
                {0.1, "0.1"},
                {0.1 + 0.2, "0.30000000000000004"},
                {1.0 / 3, "0.3333333333333333"},
                {2.0 / 3, "0.6666666666666666"},
                {100, "100"},
                {4.35, "4.35"},
                {1e-6, "0.000001"},
                {1e-7, "1e-7"},
                {1.5e-10, "1.5e-10"},
                {0.000001234, "0.000001234"},
                {123456789012345680000.0, "123456789012345680000"},
                {1e21, "1e+21"},
                {1.25e21, "1.25e+21"},
                {9007199254740992, "9007199254740992"},
                {-9007199254740991, "-9007199254740991"},
                {0x1p-44, "5.684341886080802e-14"}, /* of 16 digits the nearest does not read back */
                {0x1p89, "6.189700196426902e+26"},
                {4.9406564584124654e-324, "5e-324"},
                {2.2250738585072014e-308, "2.2250738585072014e-308"},
                {DBL_MAX, "1.7976931348623157e+308"},
                {(double)NAN, "NaN"},
                {(double)INFINITY, "Infinity"},
                {(double)-INFINITY, "-Infinity"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(hui_number_string(*state, rows[i].number), rows[i].text);
}

/* Each is the shortest that reads back, and there is none shorter. */
static void numbers_read_back(void **state)
{
    uint64_t bits = 0x9E3779B97F4A7C15u;
    for (int i = 0; i < 20000; i++) {
        double number;
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        memcpy(&number, &bits, sizeof number);
        if (isfinite(number))
            assert_true(hui_value_to_number(hui_value_string(hui_number_string(*state, number))) == number);
    }
}

static void strings_become_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double number;
    } rows[] = {{"", 0},
                {" \t\n", 0},
                {"12", 12},
                {" -12.5e1 ", -125},
                {"+.5", 0.5},
                {"5.", 5},
                {"0x1F", 31},
                {"0b101", 5},
                {"0o17", 15},
                {"0X", NAN},
                {"-0x10", NAN},
                {"0xG", NAN},
                {"1_000", NAN},
                {"1,000", NAN},
                {"12px", NAN},
                {"1e", NAN},
                {".", NAN},
                {"-", NAN},
                {"--1", NAN},
                {"Infinity", INFINITY},
                {"-Infinity", -INFINITY},
                {"Infinityx", NAN},
                {"inf", NAN},
                {"nan", NAN},
                {"NaN", NAN},
                {"1e400", INFINITY},
                {"1e-400", 0},
                {"一", NAN},
                {"\u00A0\u30007\uFEFF", 7},
                {"9007199254740993", 9007199254740992},
                {"0.1e1e1", NAN},
                {"1 2", NAN}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const double number = hui_value_to_number(hui_value_string(rows[i].text));
        assert_true(isnan(rows[i].number) ? isnan(number) : number == rows[i].number);
    }
}

static void values_are_converted(void **state)
{
    static const struct {
        const char *json;
        double number;
        const char *text;
        bool truth;
    } rows[] = {{"null", 0, "null", false},
                {"true", 1, "true", true},
                {"false", 0, "false", false},
                {"0", 0, "0", false},
                {"-2.50", -2.5, "-2.5", true},
                {"\"\"", 0, "", false},
                {"\"0\"", 0, "0", true},
                {"[]", 0, "", true},
                {"[7]", 7, "7", true},
                {"[[\"8\"]]", 8, "8", true},
                {"[null]", 0, "", true},
                {"[true]", NAN, "true", true},
                {"[1,[2,null],\"a\",{}]", NAN, "1,2,,a,[object Object]", true},
                {"{}", NAN, "[object Object]", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_value value = read_json(*state, rows[i].json);
        const double number = hui_value_to_number(value);
        assert_true(isnan(rows[i].number) ? isnan(number) : number == rows[i].number);
        assert_string_equal(hui_value_to_string(*state, value), rows[i].text);
        assert_int_equal(hui_value_truthy(value), rows[i].truth);
    }
    assert_true(isnan(hui_value_to_number((hui_value){0})));
    assert_string_equal(hui_value_to_string(*state, (hui_value){0}), "undefined");
    assert_false(hui_value_truthy((hui_value){0}));
    assert_false(hui_value_truthy(hui_value_number((double)NAN)));
}

static void dates_are_written_as_in_javascript(void **state)
{
    static const struct {
        double ms;
        const char *text;
    } rows[] = {{0, "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)"},
                {-1, "Wed Dec 31 1969 23:59:59 GMT+0000 (Coordinated Universal Time)"},
                {1e15, "Fri Sep 27 33658 01:46:40 GMT+0000 (Coordinated Universal Time)"},
                {-1e14, "Thu Feb 15 -1199 14:13:20 GMT+0000 (Coordinated Universal Time)"},
                {(double)NAN, "Invalid Date"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(hui_value_to_string(*state, hui_value_date(rows[i].ms)), rows[i].text);
    assert_float_equal(hui_value_to_number(hui_value_date(5)), 5, 0);
    assert_true(hui_value_truthy(hui_value_date((double)NAN)));
}

/* As keys: kinds count, but dates are their time and NaN is itself; arrays and objects go by content. */
static void keys_are_told_apart(void **state)
{
    static const struct {
        const char *first, *second;
        bool same;
    } rows[] = {{"1", "1.0", true},
                {"0", "-0", true},
                {"1", "\"1\"", false},
                {"1", "true", false},
                {"null", "false", false},
                {"\"a\"", "\"a\"", true},
                {"\"a\"", "\"b\"", false},
                {"\"a\"", "\"ab\"", false},
                {"[1,[\"x\"]]", "[1,[\"x\"]]", true},
                {"[1,2]", "[2,1]", false},
                {"[1]", "[1,1]", false},
                {"{\"a\":1}", "{\"a\":1}", true},
                {"{\"a\":1}", "{\"a\":2}", false},
                {"{\"a\":1}", "{\"b\":1}", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_value first = read_json(*state, rows[i].first), second = read_json(*state, rows[i].second);
        assert_int_equal(hui_value_same(first, second), rows[i].same);
        assert_int_equal(hui_value_hash(first) == hui_value_hash(second), rows[i].same);
    }
    const hui_value nan = hui_value_number((double)NAN), date = hui_value_date(1);
    assert_true(hui_value_same(nan, nan) && hui_value_hash(nan) == hui_value_hash(hui_value_number(-(double)NAN)));
    assert_true(hui_value_same(date, hui_value_number(1)));
    assert_int_equal(hui_value_hash(date), hui_value_hash(hui_value_number(1)));
    assert_false(hui_value_same(hui_value_null(), (hui_value){0}));
    assert_false(hui_value_equal_strictly(nan, nan));
    assert_false(hui_value_equal_loosely(nan, nan));
}

/* All of them in ascending order: each against each. */
static void values_have_an_order(void **state)
{
    hui_value sorted[24];
    size_t count = 0;
    sorted[count++] = hui_value_null();
    sorted[count++] = hui_value_number((double)NAN);
    sorted[count++] = hui_value_number((double)-INFINITY);
    sorted[count++] = hui_value_bool(false);
    sorted[count++] = hui_value_number(0.5);
    sorted[count++] = hui_value_bool(true);
    sorted[count++] = hui_value_date(2);
    sorted[count++] = hui_value_number((double)INFINITY);
    sorted[count++] = hui_value_string("");
    sorted[count++] = hui_value_string("10");
    sorted[count++] = hui_value_string("9");
    sorted[count++] = hui_value_string("B");
    sorted[count++] = hui_value_string("a");
    sorted[count++] = hui_value_string("ab");
    sorted[count++] = hui_value_string("é");
    sorted[count++] = hui_value_string("中");
    sorted[count++] = hui_value_string("😀"); /* surrogates come before what follows */
    sorted[count++] = hui_value_string("！");
    sorted[count++] = read_json(*state, "[1]");
    sorted[count++] = read_json(*state, "[1,0]");
    sorted[count++] = read_json(*state, "[2]");
    sorted[count++] = read_json(*state, "{}");
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            assert_int_equal(hui_value_compare(sorted[i], sorted[j]), (i > j) - (i < j));
    assert_int_equal(hui_value_compare(hui_value_null(), (hui_value){0}), 0);
    assert_int_equal(hui_value_compare(hui_value_date(2), hui_value_number(2)), 0);
}

static void members_are_found(void **state)
{
    const hui_value value = read_json(*state, "{\"a\":1,\"list\":[5,6],\"text\":\"a中😀\",\"a\":2,\"\":3}");
    const hui_value list = hui_value_member(value, "list"), text = hui_value_member(value, "text");
    assert_float_equal(hui_value_member(value, "a").number, 2, 0);
    assert_float_equal(hui_value_member(value, "").number, 3, 0);
    assert_int_equal(hui_value_member(value, "length").kind, HUI_VALUE_UNDEFINED);
    assert_float_equal(hui_value_member(list, "1").number, 6, 0);
    assert_float_equal(hui_value_member(list, "length").number, 2, 0);
    assert_float_equal(hui_value_member(text, "length").number, 4, 0);
    static const char *const none[] = {"2", "-1", "01", "1.0", "", "4294967295", "4294967296", "99999999999999999999"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(hui_value_member(list, none[i]).kind, HUI_VALUE_UNDEFINED);
    assert_int_equal(hui_value_member(hui_value_null(), "a").kind, HUI_VALUE_UNDEFINED);
}

static void valid_values_are_known(void **state)
{
    (void)state;
    const hui_value nan = hui_value_number((double)NAN), infinite = hui_value_number((double)INFINITY),
                    no_date = hui_value_date((double)NAN);
    assert_true(hui_value_valid(hui_value_string("")) && hui_value_valid(infinite));
    assert_false(hui_value_valid(nan) || hui_value_valid(no_date) || hui_value_valid(hui_value_null()));
    assert_false(hui_value_valid((hui_value){0}));
    assert_true(hui_value_is_number(hui_value_number(0)) && hui_value_is_number(hui_value_date(0)));
    assert_false(hui_value_is_number(nan) || hui_value_is_number(infinite) || hui_value_is_number(no_date));
    assert_false(hui_value_is_number(hui_value_string("1")) || hui_value_is_number(hui_value_bool(true)));
}

static void values_are_indexed(void **state)
{
    hui_arena *arena = *state;
    hui_value_index index = {0};
    assert_true(hui_value_index_find(&index, hui_value_null()) == SIZE_MAX);
    const hui_value values[] = {hui_value_string("b"), hui_value_number(1), hui_value_number((double)NAN),
                                hui_value_null(),      (hui_value){0},      hui_value_string(""),
                                hui_value_bool(true)};
    const size_t count = sizeof values / sizeof *values;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < count; i++)
            assert_int_equal(hui_value_index_add(arena, &index, values[i]), i);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(hui_value_index_add(arena, &index, hui_value_number(i + 2)), count + (size_t)i);
    assert_int_equal(hui_value_index_find(&index, hui_value_string("b")), 0);
    assert_int_equal(hui_value_index_find(&index, hui_value_number((double)NAN)), 2);
    assert_int_equal(hui_value_index_find(&index, hui_value_number(10001)), count + 9999);
    assert_true(hui_value_index_find(&index, hui_value_number(-1)) == SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_are_written_as_in_javascript, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_read_back, set_up, tear_down),
        cmocka_unit_test(strings_become_numbers),
        cmocka_unit_test_setup_teardown(values_are_converted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(dates_are_written_as_in_javascript, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keys_are_told_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_have_an_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(members_are_found, set_up, tear_down),
        cmocka_unit_test(valid_values_are_known),
        cmocka_unit_test_setup_teardown(values_are_indexed, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
