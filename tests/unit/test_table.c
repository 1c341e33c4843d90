/* links: base json data */
/* Tables of data: columns, fields of rows, groups. */
#include "data/table.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

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

static hui_table *numbers(hui_arena *arena, const char *name, const double *values, size_t count)
{
    hui_table *table = hui_table_new(arena, count);
    hui_value *column = hui_table_add(table, name);
    for (size_t i = 0; i < count; i++)
        column[i] = hui_value_number(values[i]);
    return table;
}

static void columns_are_found_however_many(void **state)
{
    hui_table *table = hui_table_new(*state, 1);
    char name[16];
    for (int i = 0; i < 3000; i++) {
        snprintf(name, sizeof name, "c%d", i);
        hui_table_add(table, name)[0] = hui_value_number(i);
    }
    assert_int_equal(table->column_count, 3000);
    for (int i = 0; i < 3000; i++) {
        snprintf(name, sizeof name, "c%d", i);
        const hui_column *column = hui_table_find(table, name);
        assert_non_null(column);
        assert_string_equal(column->name, name);
        assert_true(column->at[0].number == i);
    }
    assert_null(hui_table_find(table, "c3000"));
    assert_null(hui_table_find(table, ""));
}

static void a_new_column_takes_the_place_of_the_old(void **state)
{
    hui_table *table = numbers(*state, "a", (const double[]){1, 2}, 2);
    hui_table_add(table, "b");
    const hui_table *copy = hui_table_copy(*state, table);
    hui_table_add(table, "a")[1] = hui_value_bool(true);
    assert_int_equal(table->column_count, 2);
    assert_string_equal(table->columns[0].name, "a");
    assert_int_equal(table->columns[0].at[0].kind, HUI_VALUE_UNDEFINED);
    assert_int_equal(table->columns[0].at[1].kind, HUI_VALUE_BOOL);
    assert_true(copy->columns[0].at[1].number == 2);
}

static void copies_share_rows_but_not_columns(void **state)
{
    hui_table *table = hui_table_new(*state, 1);
    char name[16];
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof name, "c%d", i);
        hui_table_add(table, name);
    }
    hui_table *copy = hui_table_copy(*state, table);
    hui_table_add(copy, "of the copy");
    hui_table_add(table, "of the first");
    assert_null(hui_table_find(table, "of the copy"));
    assert_null(hui_table_find(copy, "of the first"));
    assert_non_null(hui_table_find(copy, "of the copy"));
    assert_ptr_equal(hui_table_find(copy, "c7")->at, hui_table_find(table, "c7")->at);
}

static void rows_are_gathered(void **state)
{
    const hui_table *table = numbers(*state, "a", (const double[]){10, 11, 12}, 3);
    const hui_table *gathered = hui_table_gather(*state, table, (const size_t[]){2, 0, 2, 2}, 4);
    static const double expected[] = {12, 10, 12, 12};
    assert_int_equal(gathered->rows, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(gathered->columns[0].at[i].number == expected[i]);
    assert_int_equal(hui_table_gather(*state, table, NULL, 0)->rows, 0);
}

static void a_row_is_an_object_without_what_is_undefined(void **state)
{
    hui_table *table = numbers(*state, "a", (const double[]){1, 2}, 2);
    hui_table_add(table, "b")[1] = hui_value_string("x");
    const hui_value first = hui_table_row(*state, table, 0), second = hui_table_row(*state, table, 1);
    assert_int_equal(first.kind, HUI_VALUE_OBJECT);
    assert_int_equal(first.count, 1);
    assert_int_equal(second.count, 2);
    assert_string_equal(hui_value_member(second, "b").string, "x");
}

/* A table with the column "o" of {"b": {"c.d": 1, "e": [2, {"f": 3}]}, "x]": 4} and columns of strange names. */
static hui_table *nested(hui_arena *arena)
{
    static const char text[] = "{\"b\": {\"c.d\": 1, \"e\": [2, {\"f\": 3}]}, \"x]\": 4, \"it's\": 5}";
    const hui_json *json = hui_json_read(arena, "test", text, sizeof text - 1, NULL, hui_diags_new(arena));
    assert_non_null(json);
    hui_table *table = hui_table_new(arena, 1);
    *hui_table_add(table, "o") = hui_value_from_json(arena, json);
    *hui_table_add(table, "km/h [mean]") = hui_value_number(6);
    *hui_table_add(table, "a.b") = hui_value_number(7);
    *hui_table_add(table, "plain name") = hui_value_number(8);
    *hui_table_add(table, "p") = hui_value_from_json(arena, json);
    *hui_table_add(table, "p.b.e") = hui_value_number(9);
    return table;
}

static void fields_are_paths(void **state)
{
    static const struct {
        const char *field, *flat;
        double number; /* NAN: undefined */
    } rows[] = {
        {"plain name", "plain name", 8},
        {"o.b['c.d']", "o.b.c.d", 1},
        {"o.b[\"c.d\"]", "o.b.c.d", 1},
        {"o['b']['c.d']", "o.b.c.d", 1},
        {"o.b.c\\.d", "o.b.c.d", 1},
        {"o.b.e[0]", "o.b.e.0", 2},
        {"o.b.e[1].f", "o.b.e.1.f", 3},
        {"o.b.e.length", "o.b.e.length", 2},
        {"[o].b.e[0]", "o.b.e.0", 2},
        {"o['x]']", "o.x]", 4},
        {"o[\"it's\"]", "o.it's", 5},
        {"o.it's", "o.it's", 5},
        {"km/h [mean]", "km/h .mean", 6},
        {"km/h \\[mean\\]", "km/h [mean]", 6},
        {"a\\.b", "a.b", 7},
        {"a.b", "a.b", 7},
        {"p.b.e", "p.b.e", 9},
        {"p['b'].e", "p.b.e", 9},
        {"o.b.none.f", "o.b.none.f", NAN},
        {"none", "none", NAN},
        {"o.b.e[7]", "o.b.e.7", NAN},
        {"", "", NAN},
        {"o.b[", "o.b[", NAN},
        {"o]", "o]", NAN},
        {".", "", NAN},
        {"o.b['c.d", "o.b['c.d", NAN},
    };
    const hui_table *table = nested(*state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_accessor accessor = hui_accessor_new(*state, table, rows[i].field);
        const hui_value value = hui_accessor_value(&accessor, 0);
        assert_string_equal(hui_field_flat(*state, rows[i].field), rows[i].flat);
        if (isnan(rows[i].number))
            assert_int_equal(value.kind, HUI_VALUE_UNDEFINED);
        else
            assert_true(value.kind == HUI_VALUE_NUMBER && value.number == rows[i].number);
    }
}

static void rows_are_grouped_in_the_order_of_first_occurrence(void **state)
{
    static const char *const names[] = {"b", "a", "b", "c", "a", "b"};
    static const double counts[] = {1, 1, 1, NAN, 2, 1};
    static const uint32_t by_name[] = {0, 1, 0, 2, 1, 0}, by_both[] = {0, 1, 0, 2, 3, 0};
    hui_table *table = numbers(*state, "n", counts, 6);
    hui_value *column = hui_table_add(table, "s");
    for (size_t i = 0; i < 6; i++)
        column[i] = hui_value_string(names[i]);
    const hui_groups one = hui_table_group(*state, table, (const char *const[]){"s"}, 1);
    const hui_groups two = hui_table_group(*state, table, (const char *const[]){"s", "n"}, 2);
    assert_int_equal(one.count, 3);
    assert_int_equal(two.count, 4);
    assert_memory_equal(one.of_row, by_name, sizeof by_name);
    assert_memory_equal(two.of_row, by_both, sizeof by_both);
    assert_int_equal(one.first[2], 3);
    assert_int_equal(two.first[3], 4);
}

static void groups_of_nothing_and_by_nothing(void **state)
{
    const hui_table *none = hui_table_new(*state, 0), *some = hui_table_new(*state, 3);
    assert_int_equal(hui_table_group(*state, none, NULL, 0).count, 0);
    assert_int_equal(hui_table_group(*state, none, (const char *const[]){"a"}, 1).count, 0);
    assert_int_equal(hui_table_group(*state, some, NULL, 0).count, 1);
    assert_int_equal(hui_table_group(*state, some, (const char *const[]){"no such field"}, 1).count, 1);
}

/* Kinds that must not be mixed up, and values that are the same. */
static void keys_are_told_apart_by_kind(void **state)
{
    hui_table *table = hui_table_new(*state, 10);
    hui_value *v = hui_table_add(table, "v");
    v[0] = hui_value_null();
    v[1] = (hui_value){0};
    v[2] = hui_value_number(0);
    v[3] = hui_value_number(-0.0);
    v[4] = hui_value_bool(false);
    v[5] = hui_value_string("");
    v[6] = hui_value_string("null");
    v[7] = hui_value_number(NAN);
    v[8] = hui_value_number(-(double)NAN);
    v[9] = hui_value_date(0);
    static const uint32_t expected[] = {0, 1, 2, 2, 3, 4, 5, 6, 6, 2};
    const hui_groups groups = hui_table_group(*state, table, (const char *const[]){"v"}, 1);
    assert_memory_equal(groups.of_row, expected, sizeof expected);
}

static void many_groups_are_kept_apart(void **state)
{
    enum { ROWS = 200000, GROUPS = 70001 };
    hui_table *table = hui_table_new(*state, ROWS);
    hui_value *v = hui_table_add(table, "v");
    for (size_t i = 0; i < ROWS; i++)
        v[i] = hui_value_number((double)(i * 7 % GROUPS));
    const hui_groups groups = hui_table_group(*state, table, (const char *const[]){"v"}, 1);
    assert_int_equal(groups.count, GROUPS);
    for (size_t i = 0; i < ROWS; i++)
        assert_true(groups.of_row[i] == i % GROUPS);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(columns_are_found_however_many),
                                       TEST(a_new_column_takes_the_place_of_the_old),
                                       TEST(copies_share_rows_but_not_columns),
                                       TEST(rows_are_gathered),
                                       TEST(a_row_is_an_object_without_what_is_undefined),
                                       TEST(fields_are_paths),
                                       TEST(rows_are_grouped_in_the_order_of_first_occurrence),
                                       TEST(groups_of_nothing_and_by_nothing),
                                       TEST(keys_are_told_apart_by_kind),
                                       TEST(many_groups_are_kept_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
