/* links: base json data transform */
/* Aggregates: measures as Vega takes them, of groups and of all rows. */
#include "table_text.h"
#include "transform/transform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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

static hui_table *column(hui_arena *arena, const hui_value *values, size_t count)
{
    hui_table *table = hui_table_new(arena, count);
    hui_table_share(table, "v", values);
    return table;
}

#define NUMBER(n)                               \
    {                                           \
        .kind = HUI_VALUE_NUMBER, .number = (n) \
    }
#define DATE(n)                               \
    {                                         \
        .kind = HUI_VALUE_DATE, .number = (n) \
    }
#define STRING(s)                                                       \
    {                                                                   \
        .kind = HUI_VALUE_STRING, .count = sizeof(s) - 1, .string = (s) \
    }
#define BOOL(b)                              \
    {                                        \
        .kind = HUI_VALUE_BOOL, .truth = (b) \
    }
#define NOTHING                \
    {                          \
        .kind = HUI_VALUE_NULL \
    }

static const hui_value mixed[] = {NUMBER(3), NUMBER(1), NOTHING,   STRING(""), NUMBER(4),
                                  NUMBER(1), NUMBER(5), NUMBER(9), NUMBER(2),  NUMBER(6)};
static const hui_value nothing[] = {NOTHING, NOTHING}, letters[] = {STRING("x"), STRING("y")},
                       digits[] = {STRING("10"), STRING("9")}, truths[] = {BOOL(true), BOOL(false)},
                       one[] = {NUMBER(7)}, days[] = {DATE(5), DATE(3), DATE(9)},
                       holes[] = {NUMBER(NAN), NUMBER(2), {0}};

/* All measures but those of rows and of chance: what Vega says of the same values. */
static void measures_are_those_of_vega(void **state)
{
    static const hui_aggregate_op ops[] = {HUI_AGGREGATE_COUNT,    HUI_AGGREGATE_VALID,    HUI_AGGREGATE_MISSING,
                                           HUI_AGGREGATE_DISTINCT, HUI_AGGREGATE_SUM,      HUI_AGGREGATE_PRODUCT,
                                           HUI_AGGREGATE_MEAN,     HUI_AGGREGATE_VARIANCE, HUI_AGGREGATE_VARIANCEP,
                                           HUI_AGGREGATE_STDEV,    HUI_AGGREGATE_STDEVP,   HUI_AGGREGATE_STDERR,
                                           HUI_AGGREGATE_MEDIAN,   HUI_AGGREGATE_Q1,       HUI_AGGREGATE_Q3,
                                           HUI_AGGREGATE_MIN,      HUI_AGGREGATE_MAX};
    enum { OPS = sizeof ops / sizeof *ops };
    static const struct {
        const hui_value *values;
        size_t count;
        const char *expected;
    } rows[] = {
        {mixed, 10,
         "10 8 2 9 31 6480 3.875 7.55357142857143 6.609375000000001 2.748376143938713 2.5708704751503917 "
         "0.9716977043151994 3.5 "
         "1.75 5.25 1 9"},
        {nothing, 2,
         "2 0 2 1 undefined undefined undefined undefined undefined undefined undefined undefined undefined undefined "
         "undefined undefined undefined"},
        {letters, 2, "2 2 0 2 NaN NaN NaN NaN NaN NaN NaN NaN undefined undefined undefined 'x' 'y'"},
        {digits, 2, "2 2 0 2 19 90 9.5 0.5 0.25 0.7071067811865476 0.5 0.5 9.5 9.25 9.75 '10' '9'"},
        {truths, 2, "2 2 0 2 1 0 0.5 0.5 0.25 0.7071067811865476 0.5 0.5 0.5 0.25 0.75 false true"},
        {one, 1, "1 1 0 1 7 7 7 undefined 0 undefined 0 undefined 7 7 7 7 7"},
        {days, 3,
         "3 3 0 3 17 135 5.666666666666667 9.333333333333332 6.222222222222221 3.055050463303893 2.494438257849294 "
         "1.7638342073763935 5 4 7 @3 @9"},
        {holes, 3, "3 1 1 3 2 2 2 undefined 0 undefined 0 undefined 2 2 2 2 2"},
    };
    hui_measure measures[OPS];
    hui_buffer names = {0};
    for (size_t i = 0; i < OPS; i++) {
        measures[i] = (hui_measure){ops[i], "v", hui_aggregate_word(ops[i])};
        hui_buffer_printf(&names, "%s ", measures[i].as);
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_table *table = column(*state, rows[i].values, rows[i].count);
        const hui_table *aggregated = hui_aggregate_apply(*state, table, NULL, 0, measures, OPS, NULL);
        assert_string_equal(table_text(*state, aggregated),
                            hui_arena_printf(*state, "%s| %s", names.bytes, rows[i].expected));
    }
    hui_buffer_finish(&names);
}

/* Groups a, b, a, b, … of the mixed values, with another column. */
static hui_table *grouped(hui_arena *arena)
{
    hui_table *table = column(arena, mixed, sizeof mixed / sizeof *mixed);
    hui_value *g = hui_table_add(table, "g"), *i = hui_table_add(table, "i");
    for (size_t row = 0; row < table->rows; row++) {
        g[row] = hui_value_string(row % 2 ? "b" : "a");
        i[row] = hui_value_number((double)row);
    }
    return table;
}

static const char *const by_group[] = {"g"};

static void groups_are_measured(void **state)
{
    static const struct {
        hui_aggregate_op op;
        const char *expected;
    } rows[] = {
        {HUI_AGGREGATE_COUNT, "g m | 'a' 5 | 'b' 5"},
        {HUI_AGGREGATE_SUM, "g m | 'a' 14 | 'b' 17"},
        {HUI_AGGREGATE_AVERAGE, "g m | 'a' 3.5 | 'b' 4.25"},
        {HUI_AGGREGATE_DISTINCT, "g m | 'a' 5 | 'b' 4"},
        {HUI_AGGREGATE_MEDIAN, "g m | 'a' 3.5 | 'b' 3.5"},
        {HUI_AGGREGATE_Q3, "g m | 'a' 4.25 | 'b' 6.75"},
        {HUI_AGGREGATE_ARGMIN, "g m | 'a' {v:2 g:'a' i:8} | 'b' {v:1 g:'b' i:1}"},
        {HUI_AGGREGATE_ARGMAX, "g m | 'a' {v:5 g:'a' i:6} | 'b' {v:9 g:'b' i:7}"},
        {HUI_AGGREGATE_VALUES,
         "g m | 'a' [{v:3 g:'a' i:0} {v:null g:'a' i:2} {v:4 g:'a' i:4} {v:5 g:'a' i:6} {v:2 g:'a' i:8}]"
         " | 'b' [{v:1 g:'b' i:1} {v:'' g:'b' i:3} {v:1 g:'b' i:5} {v:9 g:'b' i:7} {v:6 g:'b' i:9}]"},
        {HUI_AGGREGATE_EXPONENTIAL, "g m | 'a' NaN | 'b' NaN"},
    };
    const hui_table *table = grouped(*state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_measure measure = {rows[i].op, rows[i].op == HUI_AGGREGATE_COUNT ? NULL : "v", "m"};
        assert_string_equal(table_text(*state, hui_aggregate_apply(*state, table, by_group, 1, &measure, 1, NULL)),
                            rows[i].expected);
    }
}

static void empty_groups_have_rows_that_are_empty(void **state)
{
    static const hui_measure measures[] = {{HUI_AGGREGATE_ARGMIN, "v", "a"}, {HUI_AGGREGATE_MIN, "none", "b"}};
    const hui_table *table = column(*state, nothing, 2);
    assert_string_equal(table_text(*state, hui_aggregate_apply(*state, table, NULL, 0, measures, 2, NULL)),
                        "a b | {} undefined");
}

/* As in Vega: nothing was counted, so nothing is said. */
static void no_rows_are_no_group(void **state)
{
    static const hui_measure count = {HUI_AGGREGATE_COUNT, NULL, "n"};
    const hui_table *none = hui_table_new(*state, 0);
    assert_string_equal(table_text(*state, hui_aggregate_apply(*state, none, NULL, 0, &count, 1, NULL)), "n");
    assert_string_equal(table_text(*state, hui_aggregate_apply(*state, none, by_group, 1, &count, 1, NULL)), "g n");
    assert_string_equal(table_text(*state, hui_joinaggregate_apply(*state, none, NULL, 0, &count, 1, NULL)), "n");
}

static void groups_are_named_flat(void **state)
{
    static const hui_measure count = {HUI_AGGREGATE_COUNT, NULL, "n"};
    static const char *const nested[] = {"o['b']"};
    static const hui_member members[] = {{"b", NUMBER(1)}};
    static const hui_value objects[] = {{.kind = HUI_VALUE_OBJECT, .count = 1, .members = members}, {0}};
    hui_table *table = hui_table_new(*state, 2);
    hui_table_share(table, "o", objects);
    assert_string_equal(table_text(*state, hui_aggregate_apply(*state, table, nested, 1, &count, 1, NULL)),
                        "o.b n | 1 1 | undefined 1");
}

static void measures_join_their_rows(void **state)
{
    static const hui_measure measures[] = {{HUI_AGGREGATE_COUNT, NULL, "n"}, {HUI_AGGREGATE_MAX, "v", "v"}};
    const hui_table *joined = hui_joinaggregate_apply(*state, grouped(*state), by_group, 1, measures, 2, NULL);
    assert_string_equal(table_text(*state, joined),
                        "v g i n | 5 'a' 0 5 | 9 'b' 1 5 | 5 'a' 2 5 | 9 'b' 3 5 | 5 'a' 4 5 | 9 'b' 5 5 | 5 'a' 6 5"
                        " | 9 'b' 7 5 | 5 'a' 8 5 | 9 'b' 9 5");
}

static void columns_have_extents(void **state)
{
    static const struct {
        const hui_value *values;
        size_t count;
        hui_value low, high;
    } rows[] = {{mixed, 10, NUMBER(1), NUMBER(9)},  {nothing, 2, {0}, {0}},      {letters, 2, {0}, {0}},
                {digits, 2, NUMBER(9), NUMBER(10)}, {days, 3, DATE(3), DATE(9)}, {holes, 3, NUMBER(2), NUMBER(2)}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_table *table = column(*state, rows[i].values, rows[i].count);
        const hui_value low = hui_aggregate_value(*state, table, HUI_AGGREGATE_MIN, "v"),
                        high = hui_aggregate_value(*state, table, HUI_AGGREGATE_MAX, "v");
        assert_int_equal(low.kind, rows[i].low.kind);
        assert_int_equal(high.kind, rows[i].high.kind);
        assert_true(hui_value_same(low, rows[i].low) && hui_value_same(high, rows[i].high));
    }
    const hui_table *table = column(*state, mixed, 10);
    assert_true(hui_aggregate_value(*state, table, HUI_AGGREGATE_MEAN, "v").number == 3.875);
    assert_true(hui_aggregate_value(*state, table, HUI_AGGREGATE_COUNT, NULL).number == 10);
    assert_true(hui_aggregate_value(*state, hui_table_new(*state, 0), HUI_AGGREGATE_COUNT, NULL).number == 0);
    assert_int_equal(hui_aggregate_value(*state, table, HUI_AGGREGATE_SUM, NULL).kind, HUI_VALUE_UNDEFINED);
}

static double interval_end(hui_arena *arena, hui_aggregate_op op, size_t count, hui_rng *random)
{
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, count);
    for (size_t i = 0; i < count; i++)
        values[i] = hui_value_number((double)(i % 100));
    const hui_measure measure = {op, "v", "ci"};
    const hui_table *table = hui_aggregate_apply(arena, column(arena, values, count), NULL, 0, &measure, 1, random);
    return table->columns[0].at[0].number;
}

/* The values 0 to 99 have a mean of 49.5 and a deviation of 28.866: the interval is 49.5 ± 1.96 × 28.866 / √n. */
static void intervals_are_about_the_mean(void **state)
{
    static const size_t counts[] = {100, 1000, 10000, 10100, 100000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const double margin = 1.96 * 28.866 / sqrt((double)counts[i]);
        hui_rng random = hui_rng_seed(7), again = hui_rng_seed(7);
        const double low = interval_end(*state, HUI_AGGREGATE_CI0, counts[i], &random);
        assert_true(fabs(low - (49.5 - margin)) < 0.1 * margin);
        const double high = interval_end(*state, HUI_AGGREGATE_CI1, counts[i], NULL);
        assert_true(fabs(high - (49.5 + margin)) < 0.1 * margin);
        assert_true(interval_end(*state, HUI_AGGREGATE_CI0, counts[i], &again) == low);
        if (counts[i] <= 10000)
            assert_true(interval_end(*state, HUI_AGGREGATE_CI0, counts[i], &again) != low);
    }
}

static void words_are_found(void **state)
{
    (void)state;
    assert_int_equal(hui_aggregate_find("median"), HUI_AGGREGATE_MEDIAN);
    assert_int_equal(hui_aggregate_find("exponentialb"), HUI_AGGREGATE_EXPONENTIALB);
    assert_int_equal(hui_aggregate_find("mode"), HUI_AGGREGATE_NONE);
    assert_string_equal(hui_aggregate_word(HUI_AGGREGATE_CI0), "ci0");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(measures_are_those_of_vega),
        TEST(groups_are_measured),
        TEST(empty_groups_have_rows_that_are_empty),
        TEST(no_rows_are_no_group),
        TEST(groups_are_named_flat),
        TEST(measures_join_their_rows),
        TEST(columns_have_extents),
        TEST(intervals_are_about_the_mean),
        TEST(words_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
