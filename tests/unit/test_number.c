/* links: base */
/* Numbers in texts: what is read, and where it ends. */
#include "base/number.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void numbers_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rest;
        double number;
    } rows[] = {{"0", "", 0},        {"23.6%", "%", 23.6}, {"-.5", "", -0.5},  {"+7", "", 7},     {"1e3", "", 1000},
                {"2E-2x", "x", 0.02}, {"3em", "em", 3},     {"4.", "", 4},      {"5.1.2", ".2", 5.1}, {"6e+", "e+", 6},
                {"1,5", ",5", 1},    {"0x10", "x10", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double number = -1;
        const char *rest = hui_number_read(rows[i].text, &number);
        assert_non_null(rest);
        assert_string_equal(rest, rows[i].rest);
        assert_float_equal(number, rows[i].number, 1e-12);
    }
}

/* The nearest double, however many digits there are. */
static void numbers_are_rounded_correctly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double number;
    } rows[] = {{"0.1", 0x1.999999999999ap-4},
                {"-122.41941550000001", -0x1.e9ad7b41bfbe0p+6},
                {"9007199254740993", 0x1p53},
                {"9007199254740993.00000000000000000001", 0x1.0000000000001p53},
                {"1e23", 0x1.52d02c7e14af6p+76},
                {"0.000000000000000000000000000000000000001e39", 1},
                {"1.7976931348623157e308", 0x1.fffffffffffffp1023},
                {"5e-324", 0x1p-1074},
                {"-1e999", -INFINITY},
                {"1e-999999999999", 0},
                {"0e99999", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double number = -1;
        assert_non_null(hui_number_read(rows[i].text, &number));
        assert_true(number == rows[i].number);
    }
}

static void other_texts_are_not(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "-", ".", "e5", "inf", "nan", " 1", "--1", "A级"};
    double number;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(hui_number_read(texts[i], &number));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_are_read), cmocka_unit_test(numbers_are_rounded_correctly),
                                       cmocka_unit_test(other_texts_are_not)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
