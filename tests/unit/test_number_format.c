/* links: base json data */
/* Numbers as d3-format writes them, and in Chinese units. */
#include "data/format.h"

#include <math.h>
#include <string.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct format_row {
    const char *specifier;
    double number;
    const char *text;
} format_row;

static void check_formats(const format_row *rows, size_t count)
{
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < count; i++) {
        const char *text = hui_format_number(arena, rows[i].specifier, rows[i].number);
        assert_non_null(text);
        assert_string_equal(text, rows[i].text);
        assert_true(hui_format_number_check(rows[i].specifier));
    }
    hui_arena_free(arena);
}

/* What d3.format gives. */
static const format_row d3_rows[] = {{"", 1e+21, "1e+21"},
                                     {"", -1234.5, "−1234.5"},
                                     {"", 0.30000000000000004, "0.3"},
                                     {"", 0, "0"},
                                     {"", -0.0, "0"},
                                     {"+", -0.0, "−0"},
                                     {"d", 4.2, "4"},
                                     {"d", -0.6, "−1"},
                                     {"d", 0x1p60, "1152921504606847000"},
                                     {"d", 1.23e+25, "12300000000000000000000000"},
                                     {"d", INFINITY, "∞"},
                                     {"f", 42, "42.000000"},
                                     {".0f", 0.5, "1"},
                                     {".0f", 1.5, "2"},
                                     {".0f", 2.5, "3"},
                                     {".1f", 0.25, "0.3"},
                                     {".1f", -0.04, "0.0"},
                                     {".2f", 1.005, "1.00"},
                                     {".3f", 1e+21, "1e+21"},
                                     {".20f", 0.1, "0.10000000000000000555"},
                                     {".0e", 2.5, "3e+0"},
                                     {".1e", 1250, "1.3e+3"},
                                     {"e", 0, "0.000000e+0"},
                                     {".2e", -12345, "−1.23e+4"},
                                     {".3g", 0.00001234, "0.0000123"},
                                     {".3g", 1234, "1.23e+3"},
                                     {".1g", 9.5, "1e+1"},
                                     {"g", 0.000001, "0.00000100000"},
                                     {".2r", 4223, "4200"},
                                     {".3r", 0.0001234, "0.000123"},
                                     {".1r", 0.95, "0.9"},
                                     {"r", 0, "0"},
                                     {".0%", 0.123, "12%"},
                                     {".1%", 0.1235, "12.3%"},
                                     {".2p", 0.1235, "12%"},
                                     {"%", 0.5, "50.000000%"},
                                     {"s", 1500, "1.50000k"},
                                     {".3s", 42000000, "42.0M"},
                                     {".2s", 0.0000042, "4.2µ"},
                                     {"s", 0, "0.00000"},
                                     {".1s", 999.5, "1k"},
                                     {"~s", 1500, "1.5k"},
                                     {".2s", 3e-25, "0.3y"},
                                     {".3~s", -1e+27, "−1000Y"},
                                     {"s", NAN, "NaN"},
                                     {"b", 10, "1010"},
                                     {"#b", -10, "−0b1010"},
                                     {"o", 100, "144"},
                                     {"#x", 3735928559, "0xdeadbeef"},
                                     {"#X", 3735928559, "0xDEADBEEF"},
                                     {"x", 9007199254740994, "20000000000002"},
                                     {"c", 1.5, "1.5"},
                                     {"$c", -3, "$-3"},
                                     {",", 1234567.891, "1,234,567.891"},
                                     {",.2f", 1234567.891, "1,234,567.89"},
                                     {",d", -1000, "−1,000"},
                                     {"$,.2f", -1234.5, "−$1,234.50"},
                                     {"($,.2f", -1234.5, "($1,234.50)"},
                                     {"+.1f", 3, "+3.0"},
                                     {" d", 7, " 7"},
                                     {" d", -7, "−7"},
                                     {"08.2f", -3.14159, "−0003.14"},
                                     {"010,d", 12345, "00,012,345"},
                                     {"08,d", 123456, "0,123,456"},
                                     {"020,d", 42, "0,000,000,000,000,042"},
                                     {">10,d", 12345, "    12,345"},
                                     {"<10d", 42, "42        "},
                                     {"^11.1f", 3.14159, "    3.1    "},
                                     {"*^9d", 42, "***42****"},
                                     {"年>6d", 42, "年年年年42"},
                                     {"=+8d", 7, "+      7"},
                                     {"0=8d", -7, "−0000007"},
                                     {"~f", 1.5, "1.5"},
                                     {".4~f", 12.3, "12.3"},
                                     {".4~e", 1200, "1.2e+3"},
                                     {"~%", 0.125, "12.5%"},
                                     {"n", 1234567, "1.23457e+6"},
                                     {".3n", 1234567, "1.23e+6"},
                                     {"F", 1.25, "1.25"},
                                     {".0f", NAN, "NaN"},
                                     {"5d", NAN, "  NaN"},
                                     {"+d", NAN, "+NaN"},
                                     {".1f", -INFINITY, "−Infinity"},
                                     {"X", INFINITY, "INFINITY"},
                                     {".0f", 1e20, "100000000000000000000"},
                                     {".25r", 0.3333333333333333, "0.333333333333333314830"},
                                     {".0r", 123, "100"},
                                     {",x", 1048575, "ff,fff"}};

static void numbers_are_written_as_d3_does(void **state)
{
    (void)state;
    check_formats(d3_rows, sizeof d3_rows / sizeof *d3_rows);
}

static void numbers_are_written_in_chinese_units(void **state)
{
    (void)state;
    static const format_row rows[] = {{".1wan", 12345, "1.2万"},
                                      {".1wan", 20000, "2.0万"},
                                      {".1~wan", 20000, "2万"},
                                      {"wan", 12345, "1.2345万"},
                                      {"wan", 5, "0.0005万"},
                                      {",.0wan", 123456789, "12,346万"},
                                      {".2yi", 123456789, "1.23亿"},
                                      {"yi", -3e8, "−3亿"},
                                      {".1cn", 999, "999.0"},
                                      {".1~cn", 999, "999"},
                                      {"cn", 1234.5, "1234.5"},
                                      {".1cn", 12345, "1.2万"},
                                      {".1cn", 123456789, "1.2亿"},
                                      {".1cn", 9999.96, "1.0万"},
                                      {".1cn", 99999999, "1.0亿"},
                                      {".0cn", 12345678901234, "123457亿"},
                                      {",.0cn", 12345678901234, "123,457亿"},
                                      {"+.1cn", -54321, "−5.4万"},
                                      {"+.1cn", 54321, "+5.4万"},
                                      {"$.1wan", 12345, "$1.2万"},
                                      {".1wan", 0, "0"},
                                      {"cn", NAN, "NaN"},
                                      {".1cn", INFINITY, "Infinity"},
                                      {"8.1wan", 12345, "    1.2万"}};
    check_formats(rows, sizeof rows / sizeof *rows);
}

static void prefixes_may_be_fixed(void **state)
{
    (void)state;
    static const format_row rows[] = {
        {".1sk", 400, "0.4k"}, {",.0sM", 1.5e9, "1,500M"}, {".2sµ", 0.00042, "420.00µ"}, {"sk", 1, "0.001000k"}};
    check_formats(rows, sizeof rows / sizeof *rows);
}

static void malformed_specifiers_are_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {"foo", ".-2s", ".f",    "ff",   "d d",    "**^9d", "#$d",  ",,",
                                       "%%",  "5,d5", "\n<5d", "😀<5d", "wanwan", "sq",    "~.1f", "万"};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_false(hui_format_number_check(rows[i]));
        assert_null(hui_format_number(arena, rows[i], 1));
    }
    hui_arena_free(arena);
}

static void huge_widths_and_precisions_are_bounded(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    assert_int_equal(strlen(hui_format_number(arena, "999999999999d", 1)), 1000);
    assert_int_equal(strlen(hui_format_number(arena, "0999999999999,d", 1)), 1001); /* d3's width of groups */
    assert_string_equal(hui_format_number(arena, ".999999999999f", 1), "1.00000000000000000000");
    assert_int_equal(strlen(hui_format_number(arena, ",b", 1.7976931348623157e308)), 1024 + 341);
    hui_arena_free(arena);
}

/* What d3-scale's tickFormat gives for one of the ticks. */
static void ticks_show_the_digits_they_need(void **state)
{
    (void)state;
    static const struct {
        double start, stop, count;
        const char *specifier;
        double tick;
        const char *text;
    } rows[] = {{0, 1, 10, "", 0.1, "0.1"},
                {0, 10, 10, "", 3, "3"},
                {0, 0.001, 10, "", 0.0004, "0.0004"},
                {0, 100, 5, "", 20, "20"},
                {0, 1000000, 10, "", 200000, "200,000"},
                {0, 1, 10, "%", 0.3, "30%"},
                {0, 0.01, 10, "%", 0.003, "0.3%"},
                {0, 1, 10, ".0%", 0.3, "30%"},
                {0, 1000000, 10, "s", 200000, "0.2M"},
                {0, 1500, 10, "s", 400, "0.4k"},
                {0, 2500000000, 5, "s", 500000000, "0.5G"},
                {0, 0.000001, 10, "s", 2e-7, "0.2µ"},
                {0, 5, 10, "s", 1.5, "1.5"},
                {0, 1500, 10, ".2s", 400, "0.40k"},
                {0, 1500, 10, "~s", 400, "0.4k"},
                {0, 1000000, 10, "e", 200000, "2e+5"},
                {0, 1234, 10, "g", 200, "2.0e+2"},
                {0, 1234, 10, "r", 200, "200"},
                {0, 1, 4, "p", 0.25, "30%"},
                {0, 20, 5, "d", 5, "5"},
                {0, 1, 10, "~g", 0.5, "0.5"},
                {-5, 5, 10, "+", -1, "−1"},
                {0, 5000, 5, "$,f", 2000, "$2,000"},
                {3, 3, 10, "", 3, "3.000000"},
                {0, 20000, 5, "cn", 15000, "1.5万"},
                {0, 20000, 5, "cn", 5000, "5000"},
                {0, 20000, 5, "cn", 20000, "2万"},
                {0, 2e8, 5, "cn", 5e7, "5000万"},
                {0, 1, 5, "cn", 1, "1.0"},
                {0, 20000, 5, "wan", 10000, "1.0万"},
                {0, 20000, 5, "~wan", 10000, "1万"},
                {0, 5e8, 5, "yi", 2e8, "2亿"},
                {0, 0, 5, "s", 0, "0.000000"},
                {0, 1, NAN, NULL, 0.5, "0.500000"}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *specifier =
            hui_format_number_ticks(arena, rows[i].start, rows[i].stop, rows[i].count, rows[i].specifier);
        assert_string_equal(hui_format_number(arena, specifier, rows[i].tick), rows[i].text);
    }
    assert_string_equal(hui_format_number_ticks(arena, 0, 1, 5, "foo"), "foo");
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_are_written_as_d3_does),
                                       cmocka_unit_test(numbers_are_written_in_chinese_units),
                                       cmocka_unit_test(prefixes_may_be_fixed),
                                       cmocka_unit_test(malformed_specifiers_are_refused),
                                       cmocka_unit_test(huge_widths_and_precisions_are_bounded),
                                       cmocka_unit_test(ticks_show_the_digits_they_need)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
