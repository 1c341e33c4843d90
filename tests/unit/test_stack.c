/* links: base json data transform */
/* Steps of encodings that look at neighbours: stack, impute, sort, filter and time units. */
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

/* A table from the text of a JSON array of objects. */
static hui_table *table_of(hui_arena *arena, const char *text)
{
    hui_diags *diags = hui_diags_new(arena);
    const char *whole = hui_arena_printf(arena, "{\"values\": %s}", text);
    const hui_json *json = hui_json_read(arena, "test", whole, strlen(whole), NULL, diags);
    assert_non_null(json);
    return hui_source_read(arena, json, &(hui_source_options){0}, diags);
}

/* The columns named, of the table. */
static const char *text_of(hui_arena *arena, const hui_table *table, const char *first, const char *second,
                           const char *third)
{
    hui_table *some = hui_table_new(arena, table->rows);
    const char *const names[] = {first, second, third};
    for (size_t i = 0; i < 3; i++)
        if (names[i])
            hui_table_share(some, names[i], hui_table_find(table, names[i])->at);
    return table_text(arena, some);
}

static const char piles[] = "[{\"k\": \"x\", \"c\": \"a\", \"v\": 3}, {\"k\": \"x\", \"c\": \"b\", \"v\": -2},"
                            " {\"k\": \"x\", \"c\": \"c\", \"v\": 5}, {\"k\": \"y\", \"c\": \"c\", \"v\": 1},"
                            " {\"k\": \"y\", \"c\": \"a\", \"v\": \"4\"}, {\"k\": \"y\", \"c\": \"b\", \"v\": null},"
                            " {\"k\": \"x\", \"c\": \"d\", \"v\": -1}, {\"k\": \"z\", \"c\": \"a\", \"v\": 0}]";

static void values_are_stacked(void **state)
{
    static const hui_sort_field by_c = {"c", true};
    static const char *const by_k[] = {"k"};
    static const struct {
        hui_stack_offset offset;
        size_t sort_count, group_count;
        const char *expected;
    } rows[] = {
        {HUI_STACK_ZERO, 1, 1, "s e | 5 8 | -1 -3 | 0 5 | 0 1 | 1 5 | 1 1 | 0 -1 | 0 0"},
        {HUI_STACK_ZERO, 0, 1, "s e | 0 3 | 0 -2 | 3 8 | 0 1 | 1 5 | 5 5 | -2 -3 | 0 0"},
        {HUI_STACK_ZERO, 0, 0, "s e | 0 3 | 0 -2 | 3 8 | 8 9 | 9 13 | 13 13 | -2 -3 | 13 13"},
        {HUI_STACK_NORMALIZE, 1, 1,
         "s e | 0.7272727272727273 1 | 0.5454545454545454 0.7272727272727273 | 0.09090909090909091 0.5454545454545454"
         " | 0 0.2 | 0.2 1 | 0.2 0.2 | 0 0.09090909090909091 | 0 NaN"},
        {HUI_STACK_CENTER, 1, 1, "s e | 8 11 | 6 8 | 1 6 | 3 4 | 4 8 | 4 4 | 0 1 | 5.5 5.5"},
    };
    const hui_table *table = table_of(*state, piles);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_table *stacked = hui_stack_apply(*state, table, "v", by_k, rows[i].group_count, &by_c,
                                                   rows[i].sort_count, rows[i].offset, "s", "e");
        assert_string_equal(text_of(*state, stacked, "s", "e", NULL), rows[i].expected);
    }
}

static const char series[] = "[{\"g\": \"u\", \"k\": 1, \"v\": 10}, {\"g\": \"u\", \"k\": 2, \"v\": 20},"
                             " {\"g\": \"v\", \"k\": 1, \"v\": 30}, {\"g\": \"v\", \"k\": 3, \"v\": 50},"
                             " {\"g\": \"v\", \"k\": 4, \"v\": null}]";

static void missing_rows_are_imputed(void **state)
{
    static const char *const by_g[] = {"g"};
    const hui_value keyvals[] = {hui_value_number(0), hui_value_number(2)};
    static const char given[] = "g k v | 'u' 1 10 | 'u' 2 20 | 'v' 1 30 | 'v' 3 50 | 'v' 4";
    static const struct {
        const char *method;
        hui_value value;
        size_t keyval_count, group_count;
        double frame[2];
        const char *expected; /* what follows after those given */
    } rows[] = {
        {NULL, {0}, 0, 1, {NAN, NAN}, " null | 'u' 3 0 | 'u' 4 0 | 'v' 2 0"},
        {"value", {0}, 2, 1, {NAN, NAN}, " null | 'u' 0 0 | 'u' 3 0 | 'u' 4 0 | 'v' 0 0 | 'v' 2 0"},
        {"value", {.kind = HUI_VALUE_NULL}, 0, 1, {NAN, NAN}, " null | 'u' 3 null | 'u' 4 null | 'v' 2 null"},
        {"value", {.kind = HUI_VALUE_NUMBER, .number = 7}, 0, 0, {NAN, NAN}, " null"},
        {"mean", {0}, 2, 1, {NAN, NAN}, " 40 | 'u' 0 15 | 'u' 3 15 | 'u' 4 15 | 'v' 0 40 | 'v' 2 40"},
        {"max", {0}, 2, 1, {NAN, NAN}, " 50 | 'u' 0 20 | 'u' 3 20 | 'u' 4 20 | 'v' 0 50 | 'v' 2 50"},
        {"mean", {0}, 2, 1, {NAN, -1}, " 40 | 'u' 0 15 | 'u' 3 15 | 'u' 4 15 | 'v' 0 40 | 'v' 2 40"},
        {"mean",
         {0},
         2,
         1,
         {0, NAN},
         " undefined | 'u' 0 undefined | 'u' 3 undefined | 'u' 4 undefined | 'v' 0 undefined | 'v' 2 undefined"},
        {"mean", {0}, 2, 1, {-2, 2}, " 40 | 'u' 0 15 | 'u' 3 20 | 'u' 4 undefined | 'v' 0 50 | 'v' 2 undefined"},
        {"median", {0}, 2, 1, {-2, 2}, " 40 | 'u' 0 15 | 'u' 3 20 | 'u' 4 undefined | 'v' 0 50 | 'v' 2 undefined"},
        {"min",
         {0},
         2,
         1,
         {-1, 0},
         " 50 | 'u' 0 20 | 'u' 3 undefined | 'u' 4 undefined | 'v' 0 undefined | 'v' 2 undefined"},
    };
    const hui_table *table = table_of(*state, series);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_impute impute = {.field = "v",
                                   .key = "k",
                                   .groupby = by_g,
                                   .groupby_count = rows[i].group_count,
                                   .value = rows[i].value,
                                   .method = rows[i].method,
                                   .keyvals = keyvals,
                                   .keyval_count = rows[i].keyval_count,
                                   .frame = {rows[i].frame[0], rows[i].frame[1]}};
        const hui_table *imputed = hui_impute_apply(*state, table, &impute);
        assert_string_equal(table_text(*state, imputed), hui_arena_printf(*state, "%s%s", given, rows[i].expected));
    }
}

static void rows_are_sorted(void **state)
{
    static const char text[] = "[{\"i\": 0, \"v\": 3}, {\"i\": 1, \"v\": null}, {\"i\": 2, \"v\": \"b\"}, {\"i\": 3, "
                               "\"v\": 1}, {\"i\": 4, \"v\": \"a\"},"
                               " {\"i\": 5}, {\"i\": 6, \"v\": true}, {\"i\": 7, \"v\": -2}, {\"i\": 8, \"v\": 3}]";
    static const struct {
        hui_sort_field sort[2];
        size_t count;
        const char *expected;
    } rows[] = {
        {{{"v", false}}, 1, "i | 1 | 5 | 7 | 3 | 6 | 0 | 8 | 4 | 2"},
        {{{"v", true}}, 1, "i | 2 | 4 | 0 | 8 | 3 | 6 | 7 | 1 | 5"},
        {{{"v", false}, {"i", true}}, 2, "i | 5 | 1 | 7 | 6 | 3 | 8 | 0 | 4 | 2"},
        {{{"none", false}, {"i", true}}, 2, "i | 8 | 7 | 6 | 5 | 4 | 3 | 2 | 1 | 0"},
        {{{NULL, false}}, 0, "i | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8"},
    };
    const hui_table *table = table_of(*state, text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_table *sorted = hui_sort_apply(*state, table, rows[i].sort, rows[i].count);
        assert_string_equal(text_of(*state, sorted, "i", NULL, NULL), rows[i].expected);
    }
}

/* Numbers of every size and sign, twice each, in an order of no order. */
static void many_numbers_are_sorted(void **state)
{
    enum { ROWS = 20000 };
    hui_table *table = hui_table_new(*state, ROWS);
    hui_value *v = hui_table_add(table, "v"), *i = hui_table_add(table, "i");
    hui_rng random = hui_rng_seed(3);
    for (size_t row = 0; row < ROWS; row++) {
        const double number = ldexp(hui_rng_range(&random, -1, 1), hui_rng_int(&random, -40, 40));
        v[row] = row % 2 ? v[row - 1] : row % 50 ? hui_value_number(number) : hui_value_number(row % 100 ? -0.0 : 0);
        i[row] = hui_value_number((double)row);
    }
    for (int descending = 0; descending < 2; descending++) {
        const hui_sort_field sort = {"v", descending};
        const hui_table *sorted = hui_sort_apply(*state, table, &sort, 1);
        for (size_t row = 1; row < ROWS; row++) {
            const double before = sorted->columns[0].at[row - 1].number, here = sorted->columns[0].at[row].number;
            assert_true(descending ? before >= here : before <= here);
            assert_true(before != here || sorted->columns[1].at[row - 1].number < sorted->columns[1].at[row].number);
        }
    }
}

static bool is_odd(void *closure, size_t row)
{
    (void)closure;
    return row % 2;
}

static bool is_any(void *closure, size_t row)
{
    (void)row;
    return *(bool *)closure;
}

static void rows_are_filtered(void **state)
{
    const hui_table *table = table_of(*state, "[0, 1, 2, 3, 4]");
    bool any = true, none = false;
    assert_string_equal(table_text(*state, hui_filter_apply(*state, table, is_odd, NULL)), "data | 1 | 3");
    assert_ptr_equal(hui_filter_apply(*state, table, is_any, &any)->columns[0].at, table->columns[0].at);
    assert_string_equal(table_text(*state, hui_filter_apply(*state, table, is_any, &none)), "data");
}

/* 2012-03-15T10:00 and the like; 2012-03-01 is 1330560000000, the month after 1333238400000. */
static void dates_are_floored(void **state)
{
    hui_table *table = table_of(*state, "[1331805600000, 1331805600000, null, \"2012-03-15\", \"x\", 1333238400000]");
    hui_time_unit unit;
    assert_true(hui_time_unit_read("yearmonth", &unit));
    assert_string_equal(text_of(*state, hui_time_unit_apply(*state, table, "data", unit, "s", "e"), "s", "e", NULL),
                        "s e | @1330560000000 @1333238400000 | @1330560000000 @1333238400000 | null null"
                        " | @1330560000000 @1333238400000 | @NaN @NaN | @1333238400000 @1335830400000");
    assert_null(hui_table_find(hui_time_unit_apply(*state, table, "data", unit, "s", NULL), "e"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(values_are_stacked), TEST(missing_rows_are_imputed),
                                       TEST(rows_are_sorted),    TEST(many_numbers_are_sorted),
                                       TEST(rows_are_filtered),  TEST(dates_are_floored)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
