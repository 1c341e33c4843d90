/* links: base json data */
/* Dates as d3-time-format writes and reads them by a specifier. */
#include "data/format.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What d3.utcFormat gives. */
static void dates_are_written_as_d3_does(void **state)
{
    (void)state;
    static const struct {
        const char *specifier;
        double ms;
        const char *text;
    } rows[] = {{"%Y-%m-%d %H:%M:%S.%L", 1336381503042, "2012-05-07 09:05:03.042"},
                {"%Y-%m-%d %H:%M:%S.%L", 978307199999, "2000-12-31 23:59:59.999"},
                {"%Y-%m-%d %H:%M:%S.%L", 1104537600000, "2005-01-01 00:00:00.000"},
                {"%Y-%m-%d %H:%M:%S.%L", -62198755200000, "-0001-01-01 00:00:00.000"},
                {"%Y-%m-%d %H:%M:%S.%L", NAN, "0NaN-NaN-NaN NaN:NaN:NaN.NaN"},
                {"%a %A %b %B", 1336381503042, "Mon Monday May May"},
                {"%a %A %b %B", 978307199999, "Sun Sunday Dec December"},
                {"%a %A %b %B", 1104537600000, "Sat Saturday Jan January"},
                {"%a %A %b %B", -62198755200000, "Fri Friday Jan January"},
                {"%a %A %b %B", NAN, "   "},
                {"%-d/%-m/%y", 1336381503042, "7/5/12"},
                {"%-d/%-m/%y", 978307199999, "31/12/00"},
                {"%-d/%-m/%y", 1104537600000, "1/1/05"},
                {"%-d/%-m/%y", -62198755200000, "1/1/-01"},
                {"%-d/%-m/%y", NAN, "NaN/NaN/NaN"},
                {"%e|%_m|%0e|%-j|%j", 1336381503042, " 7| 5|07|128|128"},
                {"%e|%_m|%0e|%-j|%j", 978307199999, "31|12|31|366|366"},
                {"%e|%_m|%0e|%-j|%j", 1104537600000, " 1| 1|01|1|001"},
                {"%e|%_m|%0e|%-j|%j", -62198755200000, " 1| 1|01|1|001"},
                {"%e|%_m|%0e|%-j|%j", NAN, "NaN|NaN|NaN|NaN|NaN"},
                {"%I:%M %p", 1336381503042, "09:05 AM"},
                {"%I:%M %p", 978307199999, "11:59 PM"},
                {"%I:%M %p", 1104537600000, "12:00 AM"},
                {"%I:%M %p", NAN, "12:NaN AM"},
                {"%U %V %W %G %g", 1336381503042, "19 19 19 2012 12"},
                {"%U %V %W %G %g", 978307199999, "53 52 52 2000 00"},
                {"%U %V %W %G %g", 1104537600000, "00 53 00 2004 04"},
                {"%U %V %W %G %g", -62198755200000, "00 53 00 -0002 -02"},
                {"%U %V %W %G %g", NAN, "NaN NaN NaN 0NaN NaN"},
                {"%u %w %q", 1336381503042, "1 1 2"},
                {"%u %w %q", 978307199999, "7 0 4"},
                {"%u %w %q", 1104537600000, "6 6 1"},
                {"%u %w %q", -62198755200000, "5 5 1"},
                {"%u %w %q", NAN, "NaN NaN 1"},
                {"%c", 1336381503042, "5/7/2012, 9:05:03 AM"},
                {"%c", 978307199999, "12/31/2000, 11:59:59 PM"},
                {"%c", 1104537600000, "1/1/2005, 12:00:00 AM"},
                {"%c", NAN, "NaN/NaN/0NaN, 12:NaN:NaN AM"},
                {"%x %X", 1336381503042, "5/7/2012 9:05:03 AM"},
                {"%x %X", 978307199999, "12/31/2000 11:59:59 PM"},
                {"%x %X", 1104537600000, "1/1/2005 12:00:00 AM"},
                {"%x %X", NAN, "NaN/NaN/0NaN 12:NaN:NaN AM"},
                {"%f %s %Q", 1336381503042, "042000 1336381503 1336381503042"},
                {"%f %s %Q", 978307199999, "999000 978307199 978307199999"},
                {"%f %s %Q", 1104537600000, "000000 1104537600 1104537600000"},
                {"%f %s %Q", -62198755200000, "000000 -62198755200 -62198755200000"},
                {"%f %s %Q", NAN, "NaN000 NaN NaN"},
                {"%Z %% %E %-E", 1336381503042, "+0000 % E E"},
                {"%Z %% %E %-E", 978307199999, "+0000 % E E"},
                {"%Z %% %E %-E", 1104537600000, "+0000 % E E"},
                {"%Z %% %E %-E", NAN, "+0000 % E E"},
                {"%Y年%-m月%-d日", 1336381503042, "2012年5月7日"},
                {"%Y年%-m月%-d日", 978307199999, "2000年12月31日"},
                {"%Y年%-m月%-d日", 1104537600000, "2005年1月1日"},
                {"%Y年%-m月%-d日", -62198755200000, "-0001年1月1日"},
                {"%Y年%-m月%-d日", NAN, "0NaN年NaN月NaN日"},
                {"%", NAN, ""}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(hui_format_time(arena, rows[i].specifier, rows[i].ms), rows[i].text);
    assert_string_equal(hui_format_time(arena, "%Y", 8.64e15 + 1), "0NaN");
    assert_string_equal(hui_format_time(arena, "%Y-%m-%d", 8.64e15), "5760-09-13");
    assert_string_equal(hui_format_time(arena, "%Q", -1.9), "-1");
    hui_arena_free(arena);
}

/* What Vega's time format without a specifier gives. */
static void ticks_name_the_unit_they_begin(void **state)
{
    (void)state;
    static const struct {
        double ms;
        const char *text;
    } rows[] = {{1325376000000.0, "2012"},     {1333238400000.0, "April"},
                {1328054400000.0, "February"}, {1325980800000.0, "Jan 08"},
                {1326067200000.0, "Mon 09"},   {1326117600000.0, "02 PM"},
                {1326119400000.0, "02:30"},    {1326119405000.0, ":05"},
                {1326119405007.0, ".007"},     {NAN, "0NaN"}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(hui_format_time(arena, hui_format_time_tick(rows[i].ms), rows[i].ms), rows[i].text);
    hui_arena_free(arena);
}

/* What d3.utcParse gives. */
static void dates_are_read_as_d3_does(void **state)
{
    (void)state;
    static const struct {
        const char *specifier, *text;
        double ms;
    } rows[] = {{"%d/%m/%Y", "17/05/2012", 1337212800000},
                {"%d/%m/%Y", "7/5/2012", 1336348800000},
                {"%d/%m/%Y", "17-05-2012", NAN},
                {"%d/%m/%Y", "17/05/2012 ", NAN},
                {"%Y%m%d", "20120517", 1337212800000},
                {"%b %d, %Y", "may 17, 2012", 1337212800000},
                {"%B %Y", "September 2012", 1346457600000},
                {"%A %d %b %y", "Thursday 17 May 12", 1337212800000},
                {"%y", "69", -31536000000},
                {"%y", "68", 3092601600000},
                {"%I:%M %p", "12:30 AM", -2208987000000},
                {"%I:%M %p", "1:30 pm", -2208940200000},
                {"%H:%M:%S.%L", "10:20:30.5", -2208951569995},
                {"%Y-%m-%dT%H:%M:%S%Z", "2012-05-17T10:20:30+08:00", 1337221230000},
                {"%Y-%m-%dT%H:%M:%S%Z", "2012-05-17T10:20:30Z", 1337250030000},
                {"%Y %j", "2012 366", 1356912000000},
                {"%Y W%V", "2012 W01", 1325462400000},
                {"%Y W%V %u", "2012 W01 7", 1325462400000},
                {"%Y %U %w", "2012 20 4", 1337212800000},
                {"%Y %W", "2012 20", 1336953600000},
                {"%Y Q%q", "2012 Q3", 1341100800000},
                {"%Q", "1337250030000", 1337250030000},
                {"%s.%L", "1337250030.25", 1337250030025},
                {"%f", "123456", -2208988799877},
                {"%x", "5/17/2012", 1337212800000},
                {"%c", "5/17/2012, 10:20:30 AM", 1337250030000},
                {"%Y年%m月%d日", "2012年5月17日", 1337212800000},
                {"%Y", "12", -61788528000000},
                {"%Y", "20120", NAN},
                {"%m", "13", -2177452800000},
                {"%e", "  7", NAN},
                {"%%%d", "%7", -2208470400000},
                {"%K", "7", NAN},
                {"%", "%", NAN},
                {"%Y-%m-%d", "0099-02-29", -59037897600000},
                {"%Y V%V", "2012 V54", NAN},
                {"", "", -2208988800000}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const double ms = hui_date_parse_format(rows[i].specifier, rows[i].text);
        if (ms != rows[i].ms && !(isnan(ms) && isnan(rows[i].ms)))
            fail_msg("%s by %s is %.17g, not %.17g", rows[i].text, rows[i].specifier, ms, rows[i].ms);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(dates_are_written_as_d3_does),
                                       cmocka_unit_test(ticks_name_the_unit_they_begin),
                                       cmocka_unit_test(dates_are_read_as_d3_does)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
