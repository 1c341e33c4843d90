/* links: base json data */
/* Dates as V8's Date.parse reads them, and the calendar beneath. */
#include "data/format.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check_ms(const char *what, double ms, double expected)
{
    if (ms != expected && !(isnan(ms) && isnan(expected)))
        fail_msg("%s is %.17g, not %.17g", what, ms, expected);
}

/* What Date.parse gives in Node with TZ=UTC. */
static const struct {
    const char *text;
    double ms;
} v8_rows[] = {{"2000", 946684800000},
               {"2000-02", 949363200000},
               {"2000-02-29", 951782400000},
               {"2001-02-31", 983577600000},
               {"2000-13-01", NAN},
               {"2000-00-01", NAN},
               {"2000-1-1", 946684800000},
               {"2000-01-01T10:20", 946722000000},
               {"2000-01-01T10:20:30.5Z", 946722030500},
               {"2000-01-01T10:20:30.123456789", 946722030123},
               {"2000-01-01T10:20+08:00", 946693200000},
               {"2000-01-01T10:20-0330", 946734600000},
               {"2000-01-01T24:00", 946771200000},
               {"2000-01-01T24:01", NAN},
               {"2000-01-01T25:00", NAN},
               {"2000-01-01 10:20", 946722000000},
               {"2000-01-01T", NAN},
               {"2000-01-01T10", NAN},
               {"+012345-06-07", 327416947200000},
               {"-000001", -62198755200000},
               {"-000000", NAN},
               {"+275760-09-13", 8640000000000000},
               {"+275760-09-14", NAN},
               {"Jan 1 2000", 946684800000},
               {"January 15, 2000", 947894400000},
               {"15 Mar 1999", 921456000000},
               {"1-Jan-99", 915148800000},
               {"Mar 5", 983750400000},
               {"Feb 2000", 949363200000},
               {"Sept 9 2009", 1252454400000},
               {"2000/1/2", 946771200000},
               {"1/2/2000", 946771200000},
               {"13/1/2000", NAN},
               {"1/2/49", 2493158400000},
               {"1/2/50", -631065600000},
               {"5/6", 989107200000},
               {"20", NAN},
               {"50", -631152000000},
               {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
               {"Thu Jan 01 1970 08:00:00 GMT+0800 (China Standard Time)", 0},
               {"Jan 1 2000 3:04 PM", 946739040000},
               {"Jan 1 2000 12:00 AM", 946684800000},
               {"Jan 1 2000 13:00 PM", NAN},
               {"Jan 1 2000 10:00 EST", 946738800000},
               {"Jan 1 2000 10:00 GMT+8", 946692000000},
               {"Jan 1 2000 10:00 +05:30", 946701000000},
               {"Jan 1 2000 10:00:00.5", 946720800500},
               {"10:00 Jan 1 2000", 946720800000},
               {"foo 2000", 946684800000},
               {"2000 foo", NAN},
               {"foo2000", NAN},
               {"(a (b) c) 2000-1-2", 946771200000},
               {"2000年1月2日", NAN},
               {"", NAN},
               {"x", NAN},
               {"Jan", NAN},
               {"12:00", NAN},
               {"2000-01-01　", 946684800000},
               {"1 2 3 4", NAN},
               {"2000-1-1 24:00:00", 946771200000},
               {"Jan 32 2000", NAN},
               {"20000101", NAN},
               {"1e3", NAN},
               {"2012-10-12T00:00:00Z ", NAN},
               {"2000-01-01T00:00:00z", 946684800000}};

static void dates_are_read_as_v8_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof v8_rows / sizeof *v8_rows; i++)
        check_ms(v8_rows[i].text, hui_date_parse(v8_rows[i].text), v8_rows[i].ms);
}

static void fields_give_dates_back(void **state)
{
    (void)state;
    for (double ms = -8.64e15; ms <= 8.64e15; ms += 6543210123457) {
        const hui_date date = hui_date_of(ms);
        const bool century = date.year >= 0 && date.year <= 99; /* which Date.UTC takes for 19.. */
        assert_in_range(date.month, 0, 11);
        assert_in_range(date.day, 1, 31);
        assert_in_range(date.weekday, 0, 6);
        if (!century)
            check_ms(
                "round trip",
                hui_date_ms(date.year, date.month, date.day, date.hours, date.minutes, date.seconds, date.milliseconds),
                ms);
    }
}

/* What Date.UTC gives. */
static void parts_carry_over(void **state)
{
    (void)state;
    static const struct {
        double parts[7], ms;
    } rows[] = {{{2000, 0, 1, 0, 0, 0, 0}, 946684800000},
                {{99, 0, 1, 0, 0, 0, 0}, 915148800000},
                {{100, 0, 1, 0, 0, 0, 0}, -59011459200000},
                {{-1, 0, 1, 0, 0, 0, 0}, -62198755200000},
                {{2000, 13, 1, 0, 0, 0, 0}, 980985600000},
                {{2000, -1, 31, 0, 0, 0, 0}, 946598400000},
                {{2000, 1, 30, 0, 0, 0, 0}, 951868800000},
                {{2000, 0, 0, 0, 0, 0, 0}, 946598400000},
                {{2000, 0, 1, 25, 61, 61, 1001}, 946778522001},
                {{2000, 0, 1, -1, 0, 0, 0}, 946681200000},
                {{2000.9, 0.9, 1.9, 0.9, 0.9, 0.9, 0.9}, 946684800000},
                {{275760, 8, 13, 0, 0, 0, 0}, 8640000000000000},
                {{275760, 8, 13, 0, 0, 0, 1}, NAN},
                {{300000, 0, -10000000, 0, 0, 0, 0}, 8540918294400000},
                {{NAN, 0, 1, 0, 0, 0, 0}, NAN},
                {{2000, INFINITY, 1, 0, 0, 0, 0}, NAN},
                {{2000, 0, 1, 1e+300, 0, 0, 0}, NAN}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const double *parts = rows[i].parts;
        check_ms("date", hui_date_ms(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]), rows[i].ms);
    }
}

static void invalid_dates_have_no_fields(void **state)
{
    (void)state;
    static const double rows[] = {NAN, INFINITY, -INFINITY, 8.64e15 + 1, -1e300};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_date date = hui_date_of(rows[i]);
        assert_int_equal(date.year, 0);
        assert_int_equal(date.day, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(dates_are_read_as_v8_does),
                                       cmocka_unit_test(fields_give_dates_back), cmocka_unit_test(parts_carry_over),
                                       cmocka_unit_test(invalid_dates_have_no_fields)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
