/* links: base */
/* Numbers in texts: what is read, and where it ends. */
#include "base/number.h"

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
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_are_read), cmocka_unit_test(other_texts_are_not)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
