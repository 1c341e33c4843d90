/* links: base json data */
/* Time units as vega-time and Vega-Lite have them, and ticks of time scales as d3 does. */
#include "data/format.h"
#include "data/time_unit.h"

#include <math.h>
#include <string.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check_ms(const char *what, double ms, double expected)
{
    if (ms != expected && !(isnan(ms) && isnan(expected)))
        fail_msg("%s: %.17g, not %.17g", what, ms, expected);
}

/* Of 2019-08-20T14:37:52.678Z: timeFloor, timeOffset of it, timeUnitSpecifier with Vega-Lite's own. */
static void units_begin_and_end_as_in_vega(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        int step;
        const char *title;
        double start, end;
        const char *format;
    } rows[] = {{"year", 1, "year", 1546300800000.0, 1577836800000.0, "%Y"},
                {"year", 10, "year", 1262304000000.0, 1577836800000.0, "%Y"},
                {"quarter", 1, "quarter", 1341100800000.0, 1349049600000.0, "Q%q"},
                {"quarter", 2, "quarter", 1341100800000.0, 1356998400000.0, "Q%q"},
                {"month", 1, "month", 1343779200000.0, 1346457600000.0, "%b"},
                {"month", 5, "month", 1338508800000.0, 1351728000000.0, "%b"},
                {"week", 1, "week", 1344729600000.0, 1345334400000.0, "W%U"},
                {"week", 4, "week", 1344729600000.0, 1347148800000.0, "W%U"},
                {"day", 1, "day", 1325548800000.0, 1325635200000.0, "%a"},
                {"dayofyear", 1, "dayofyear", 1345334400000.0, 1345420800000.0, "%j"},
                {"dayofyear", 7, "dayofyear", 1345334400000.0, 1345939200000.0, "%j"},
                {"date", 1, "date", 1327017600000.0, 1327104000000.0, "%d"},
                {"hours", 1, "hours", 1325426400000.0, 1325430000000.0, "%H:00"},
                {"hours", 6, "hours", 1325419200000.0, 1325440800000.0, "%H:00"},
                {"minutes", 15, "minutes", 1325377800000.0, 1325378700000.0, "00:%M"},
                {"seconds", 1, "seconds", 1325376052000.0, 1325376053000.0, ":%S"},
                {"milliseconds", 100, "milliseconds", 1325376000600.0, 1325376000700.0, ".%L"},
                {"yearquarter", 1, "year-quarter", 1561939200000.0, 1569888000000.0, "%Y Q%q"},
                {"yearquartermonth", 1, "year-quarter-month", 1564617600000.0, 1567296000000.0, "%Y Q%q %b"},
                {"yearmonth", 1, "year-month", 1564617600000.0, 1567296000000.0, "%b %Y"},
                {"yearmonth", 3, "year-month", 1561939200000.0, 1569888000000.0, "%b %Y"},
                {"yearmonthdate", 1, "year-month-date", 1566259200000.0, 1566345600000.0, "%b %d, %Y"},
                {"yearmonthdate", 5, "year-month-date", 1565913600000.0, 1566345600000.0, "%b %d, %Y"},
                {"yearmonthdatehours", 1, "year-month-date-hours", 1566309600000.0, 1566313200000.0, "%b %d, %Y %H:00"},
                {"yearmonthdatehoursminutes", 20, "year-month-date-hours-minutes", 1566310800000.0, 1566312000000.0,
                 "%b %d, %Y %H:%M"},
                {"yearmonthdatehoursminutesseconds", 1, "year-month-date-hours-minutes-seconds", 1566311872000.0,
                 1566311873000.0, "%b %d, %Y %H:%M:%S"},
                {"yearweek", 1, "year-week", 1566086400000.0, 1566691200000.0, "%Y W%U"},
                {"yearweek", 2, "year-week", 1566086400000.0, 1567296000000.0, "%Y W%U"},
                {"yearweekday", 1, "year-week-day", 1566259200000.0, 1566345600000.0, "%Y W%U %a"},
                {"yearweekdayhours", 1, "year-week-day-hours", 1566309600000.0, 1566313200000.0, "%Y W%U %a %H:00"},
                {"yeardayofyear", 1, "year-dayofyear", 1566259200000.0, 1566345600000.0, "%Y %j"},
                {"quartermonth", 1, "quarter-month", 1343779200000.0, 1346457600000.0, "Q%q %b"},
                {"monthdate", 1, "month-date", 1345420800000.0, 1345507200000.0, "%b %d"},
                {"monthdatehours", 1, "month-date-hours", 1345471200000.0, 1345474800000.0, "%b %d %H:00"},
                {"weekday", 1, "week-day", 1344902400000.0, 1344988800000.0, "W%U %a"},
                {"weekdayhours", 1, "week-day-hours", 1344952800000.0, 1344956400000.0, "W%U %a %H:00"},
                {"dayhours", 1, "day-hours", 1325599200000.0, 1325602800000.0, "%a %H:00"},
                {"hoursminutes", 1, "hours-minutes", 1325428620000.0, 1325428680000.0, "%H:%M"},
                {"hoursminutesseconds", 1, "hours-minutes-seconds", 1325428672000.0, 1325428673000.0, "%H:%M:%S"},
                {"minutesseconds", 1, "minutes-seconds", 1325378272000.0, 1325378273000.0, "00:%M:%S"},
                {"secondsmilliseconds", 1, "seconds-milliseconds", 1325376052678.0, 1325376052679.0, ":%S.%L"}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_time_unit unit;
        assert_true(hui_time_unit_read(rows[i].word, &unit));
        unit.step = rows[i].step;
        const double start = hui_time_unit_floor(unit, 1566311872678);
        check_ms(rows[i].word, start, rows[i].start);
        check_ms(rows[i].word, hui_time_unit_offset(unit, start, 1), rows[i].end);
        assert_string_equal(hui_time_unit_title(arena, unit), rows[i].title);
        assert_string_equal(hui_time_unit_format(arena, unit), rows[i].format);
        assert_string_equal(hui_time_unit_word(arena, unit), rows[i].word);
    }
    hui_arena_free(arena);
}

static void words_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        unsigned parts, smallest;
        bool utc, binned;
    } rows[] = {
        {"utcyearmonth", HUI_TIME_YEAR | HUI_TIME_MONTH, HUI_TIME_MONTH, true, false},
        {"binnedyearquarter", HUI_TIME_YEAR | HUI_TIME_QUARTER, HUI_TIME_QUARTER, false, true},
        {"binnedutcyearweek", HUI_TIME_YEAR | HUI_TIME_WEEK, HUI_TIME_WEEK, true, true},
        {"dayofyear", HUI_TIME_DAYOFYEAR, HUI_TIME_DAYOFYEAR, false, false},
        {"weekdayhours", HUI_TIME_WEEK | HUI_TIME_DAY | HUI_TIME_HOURS, HUI_TIME_HOURS, false, false},
        {"utcsecondsmilliseconds", HUI_TIME_SECONDS | HUI_TIME_MILLISECONDS, HUI_TIME_MILLISECONDS, true, false}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_time_unit unit;
        assert_true(hui_time_unit_read(rows[i].word, &unit));
        assert_int_equal(unit.parts, rows[i].parts);
        assert_int_equal(unit.utc, rows[i].utc);
        assert_int_equal(unit.binned, rows[i].binned);
        assert_int_equal(unit.step, 0);
        assert_int_equal(hui_time_unit_smallest(unit), rows[i].smallest);
        assert_string_equal(hui_time_unit_word(arena, unit), rows[i].word);
    }
    hui_arena_free(arena);
}

static void other_words_are_not(void **state)
{
    (void)state;
    static const char *const words[] = {"",          "utc",           "binned",    "Year",
                                        "years",     "yearmonthx",    "monthyear", "yearmonthday",
                                        "weekmonth", "datedayofyear", "hour",      "utcutcyear"};
    hui_time_unit unit = {.parts = 77};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_false(hui_time_unit_read(words[i], &unit));
    assert_int_equal(unit.parts, 77);
}

static void no_unit_and_no_date_are_borne(void **state)
{
    (void)state;
    const hui_time_unit none = {0}, year = {.parts = HUI_TIME_YEAR};
    hui_arena *arena = hui_arena_new();
    assert_int_equal(hui_time_unit_smallest(none), 0);
    assert_string_equal(hui_time_unit_format(arena, none), "");
    assert_string_equal(hui_time_unit_title(arena, none), "");
    check_ms("no date", hui_time_unit_floor(year, NAN), NAN);
    check_ms("too late", hui_time_unit_floor(year, 9e15), NAN);
    check_ms("too early a start", hui_time_unit_floor(year, -8.64e15), NAN);
    check_ms("no date", hui_time_unit_offset(year, NAN, 1), NAN);
    check_ms("too far", hui_time_unit_offset(year, 0, 1e300), NAN);
    check_ms("steps", hui_time_unit_offset(year, 0, -2.5), -94694400000);
    hui_arena_free(arena);
}

/* `expected`: dates, with spaces between. */
static void check_ticks(const double *ticks, size_t count, const char *expected)
{
    size_t at = 0;
    for (const char *word = expected; *word; at++) {
        char text[32] = "";
        const size_t length = strcspn(word, " ");
        assert_in_range(length, 4, sizeof text - 1);
        memcpy(text, word, length);
        assert_true(at < count);
        check_ms(expected, ticks[at], hui_date_parse(text));
        word += length + (word[length] == ' ');
    }
    assert_int_equal(at, count);
}

/* What ticks and nice of d3's scaleTime and scaleUtc give. */
static void ticks_are_those_of_d3(void **state)
{
    (void)state;
    static const struct {
        bool utc;
        const char *start, *stop;
        double count;
        const char *ticks, *nice_start, *nice_stop;
    } rows[] = {
        {false, "2012-01-01", "2013-01-01", 10,
         "2012-01-01 2012-02-01 2012-03-01 2012-04-01 2012-05-01 2012-06-01 2012-07-01 2012-08-01 2012-09-01 "
         "2012-10-01 2012-11-01 2012-12-01 2013-01-01",
         "2012-01-01", "2013-01-01"},
        {false, "2000-01-01", "2010-01-01", 5, "2000-01-01 2002-01-01 2004-01-01 2006-01-01 2008-01-01 2010-01-01",
         "2000-01-01", "2010-01-01"},
        {false, "1900-01-01", "2010-06-01", 10,
         "1900-01-01 1910-01-01 1920-01-01 1930-01-01 1940-01-01 1950-01-01 1960-01-01 1970-01-01 1980-01-01 "
         "1990-01-01 2000-01-01 2010-01-01",
         "1900-01-01", "2020-01-01"},
        {false, "2012-01-30", "2012-02-08", 5, "2012-01-31 2012-02-01 2012-02-03 2012-02-05 2012-02-07", "2012-01-29",
         "2012-02-09"},
        {true, "2012-01-30", "2012-02-08", 5, "2012-01-31 2012-02-02 2012-02-04 2012-02-06 2012-02-08", "2012-01-29",
         "2012-02-08"},
        {false, "2012-03-01", "2012-04-10", 6, "2012-03-04 2012-03-11 2012-03-18 2012-03-25 2012-04-01 2012-04-08",
         "2012-02-26", "2012-04-15"},
        {false, "2012-01-01T10:00", "2012-01-01T15:20", 10,
         "2012-01-01T10:00 2012-01-01T10:30 2012-01-01T11:00 2012-01-01T11:30 2012-01-01T12:00 2012-01-01T12:30 "
         "2012-01-01T13:00 2012-01-01T13:30 2012-01-01T14:00 2012-01-01T14:30 2012-01-01T15:00",
         "2012-01-01T10:00", "2012-01-01T15:30"},
        {false, "2012-01-01T10:00:00", "2012-01-01T10:00:02", 4,
         "2012-01-01T10:00 2012-01-01T10:00:00.500Z 2012-01-01T10:00:01 2012-01-01T10:00:01.500Z 2012-01-01T10:00:02",
         "2012-01-01T10:00", "2012-01-01T10:00:02"},
        {false, "2012-01-01", "2012-01-01", 10, "2012-01-01", "2012-01-01", "2012-01-01"},
        {false, "2013-01-01", "2012-01-01", 4, "2013-01-01 2012-10-01 2012-07-01 2012-04-01 2012-01-01", "2013-01-01",
         "2012-01-01"},
        {false, "2012-01-01", "2012-01-03", 10,
         "2012-01-01 2012-01-01T06:00 2012-01-01T12:00 2012-01-01T18:00 2012-01-02 2012-01-02T06:00 2012-01-02T12:00 "
         "2012-01-02T18:00 2012-01-03",
         "2012-01-01", "2012-01-03"}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double start = hui_date_parse(rows[i].start), stop = hui_date_parse(rows[i].stop);
        size_t count;
        const double *ticks = (rows[i].utc ? hui_utc_ticks : hui_time_ticks)(arena, start, stop, rows[i].count, &count);
        check_ticks(ticks, count, rows[i].ticks);
        (rows[i].utc ? hui_utc_nice : hui_time_nice)(&start, &stop, rows[i].count);
        check_ms(rows[i].ticks, start, hui_date_parse(rows[i].nice_start));
        check_ms(rows[i].ticks, stop, hui_date_parse(rows[i].nice_stop));
    }
    hui_arena_free(arena);
}

static void ticks_of_an_interval_are_those_of_d3(void **state)
{
    (void)state;
    static const struct {
        unsigned part;
        int step;
        const char *start, *stop, *ticks, *nice_start, *nice_stop;
    } rows[] = {
        {HUI_TIME_MONTH, 3, "2012-02-01", "2012-12-31", "2012-04-01 2012-07-01 2012-10-01", "2012-01-01", "2013-01-01"},
        {HUI_TIME_WEEK, 1, "2012-01-03", "2012-01-20", "2012-01-08 2012-01-15", "2012-01-01", "2012-01-22"},
        {HUI_TIME_WEEK, 2, "2012-01-03", "2012-02-20", "2012-01-15 2012-01-29 2012-02-12", "2012-01-01", "2012-02-26"},
        {HUI_TIME_DATE, 10, "2012-01-05", "2012-03-05",
         "2012-01-11 2012-01-21 2012-01-31 2012-02-01 2012-02-11 2012-02-21 2012-03-01", "2012-01-01", "2012-03-11"},
        {HUI_TIME_HOURS, 6, "2012-01-01T05:00", "2012-01-02",
         "2012-01-01T06:00 2012-01-01T12:00 2012-01-01T18:00 2012-01-02", "2012-01-01", "2012-01-02"},
        {HUI_TIME_YEAR, 2, "2011-05-05", "2016-01-01", "2012-01-01 2014-01-01 2016-01-01", "2010-01-01", "2016-01-01"},
        {HUI_TIME_MINUTES, 15, "2012-01-01T05:10", "2012-01-01T06:00",
         "2012-01-01T05:15 2012-01-01T05:30 2012-01-01T05:45 2012-01-01T06:00", "2012-01-01T05:00", "2012-01-01T06:00"},
        {HUI_TIME_QUARTER, 1, "2012-01-01", "2012-12-31", "2012-01-01 2012-04-01 2012-07-01 2012-10-01", "2012-01-01",
         "2013-01-01"},
        {HUI_TIME_MONTH, 5, "2012-01-01", "2013-02-01", "2012-01-01 2012-06-01 2012-11-01 2013-01-01", "2012-01-01",
         "2013-06-01"}};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double start = hui_date_parse(rows[i].start), stop = hui_date_parse(rows[i].stop);
        size_t count;
        const double *ticks = hui_time_ticks_every(arena, start, stop, rows[i].part, rows[i].step, &count);
        check_ticks(ticks, count, rows[i].ticks);
        hui_time_nice_every(&start, &stop, rows[i].part, rows[i].step);
        check_ms(rows[i].ticks, start, hui_date_parse(rows[i].nice_start));
        check_ms(rows[i].ticks, stop, hui_date_parse(rows[i].nice_stop));
    }
    hui_arena_free(arena);
}

static void ticks_are_never_too_many(void **state)
{
    (void)state;
    static const double ends[] = {0, 1e12, -8.64e15, 8.64e15, 1e300, INFINITY, -INFINITY, NAN};
    static const double counts[] = {10, 1e9, 0, -5, 1e-9, NAN, INFINITY};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        for (size_t j = 0; j < sizeof ends / sizeof *ends; j++)
            for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
                size_t count = 99999;
                hui_time_ticks(arena, ends[i], ends[j], counts[k], &count);
                assert_true(count <= 10000);
                hui_time_ticks_every(arena, ends[i], ends[j], 1u << k, (int)k, &count);
                assert_true(count <= 10000);
            }
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(units_begin_and_end_as_in_vega),
                                       cmocka_unit_test(words_are_read),
                                       cmocka_unit_test(other_words_are_not),
                                       cmocka_unit_test(no_unit_and_no_date_are_borne),
                                       cmocka_unit_test(ticks_are_those_of_d3),
                                       cmocka_unit_test(ticks_of_an_interval_are_those_of_d3),
                                       cmocka_unit_test(ticks_are_never_too_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
