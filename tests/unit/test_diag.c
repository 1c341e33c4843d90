/* links: base */
/* Diagnostics: places, source lines, repetitions, limits, order, and the nearest word. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

static hui_arena *arena;
static hui_diags *diags;

static int set_up(void **state)
{
    (void)state;
    arena = hui_arena_new();
    diags = hui_diags_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    hui_arena_free(arena);
    return 0;
}

static const hui_diagnostic *report(const char *text, size_t offset, size_t length)
{
    hui_source *source = HUI_NEW(arena, hui_source);
    *source = (hui_source){"a.json", text, strlen(text), 0, 0};
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){source, offset, length, "/a", NULL}, "a hint", "a message");
    return &diags->at[diags->count - 1];
}

static void test_place(void **state)
{
    (void)state;
    const char *text = "one\n二三 four\r\nfive";
    const hui_diagnostic *d = report(text, (size_t)(strstr(text, "four") - text), 4);
    assert_int_equal(d->line, 2);
    assert_int_equal(d->column, 4);
    assert_int_equal(d->source_column, 4);
    assert_int_equal(d->length, 4);
    assert_string_equal(d->source_line, "二三 four");
    assert_string_equal(d->file, "a.json");
    assert_string_equal(d->pointer, "/a");
    assert_string_equal(d->message, "a message");
    assert_string_equal(d->hint, "a hint");
    assert_string_equal(d->code, "bad-json");
    assert_int_equal(d->severity, HUI_SEVERITY_ERROR);
}

static void test_edges(void **state)
{
    (void)state;
    const hui_diagnostic *d = report("{\n  \"a\": [1,\n 2]}\n", 9, 8);
    assert_int_equal(d->line, 2);
    assert_int_equal(d->length, 3); /* up to the end of the line */
    d = report("", 0, 0);
    assert_int_equal(d->line, 1);
    assert_int_equal(d->column, 1);
    assert_int_equal(d->length, 1);
    assert_string_equal(d->source_line, "");
    d = report("ab\n", 3, 1);
    assert_int_equal(d->line, 2);
    assert_int_equal(d->column, 1);
    d = report("ab", 99, 5);
    assert_int_equal(d->column, 3);
    d = report("a\tb\x1B[31m\xFFz", 3, 1);
    assert_string_equal(d->source_line, "a b\xEF\xBF\xBD[31m\xEF\xBF\xBDz");
    assert_int_equal(report("\xFF\xFF\xFF\xFFz", 4, 1)->column, 5);
}

static void test_no_place(void **state)
{
    (void)state;
    hui_diags_add(diags, HUI_CODE_UNREADABLE_FILE, (hui_place){0}, NULL, "x.json", "gone\x1B");
    const hui_diagnostic *d = &diags->at[0];
    assert_int_equal(d->line, 0);
    assert_int_equal(d->column, 0);
    assert_null(d->source_line);
    assert_null(d->hint);
    assert_string_equal(d->file, "");
    assert_string_equal(d->pointer, "");
    assert_string_equal(d->message, "cannot read x.json: gone\xEF\xBF\xBD");
}

static void test_long_line(void **state)
{
    (void)state;
    char *text = hui_arena_alloc(arena, 30001);
    for (int i = 0; i < 10000; i++)
        memcpy(text + 3 * i, i == 5000 ? "X__" : "汉", 3);
    const hui_diagnostic *d = report(text, 15000, 15000);
    assert_int_equal(d->column, 5001);
    assert_true(strlen(d->source_line) < 600);
    const char *at = d->source_line;
    for (int i = 1; i < d->source_column; i++)
        at += 3; /* the ellipsis and the characters before have three bytes each */
    assert_int_equal(*at, 'X');
    assert_true(d->length <= 160);
    d = report(text, 0, 3);
    assert_int_equal(d->source_column, 1);
    assert_memory_equal(d->source_line, "汉", 3);
    const char *message = hui_arena_string(arena, text);
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){0}, NULL, message);
    assert_true(strlen(diags->at[diags->count - 1].message) < 1500);
}

static void test_repetition(void **state)
{
    (void)state;
    const hui_source source = {"a.json", "abc", 3, 0, 0}, again = {"a.json", "abc", 3, 0, 0},
                     other = {"b.json", "abc", 3, 0, 0};
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){&source, 1, 1, "", NULL}, NULL, "m");
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){&again, 1, 1, "", NULL}, NULL, "m");
    assert_int_equal(diags->count, 1);
    assert_int_equal(diags->error_count, 1);
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){&other, 1, 1, "", NULL}, NULL, "m");
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){&source, 2, 1, "", NULL}, NULL, "m");
    hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){&source, 2, 1, "", NULL}, NULL, "n");
    hui_diags_add(diags, HUI_CODE_SMALL_TEXT, (hui_place){&source, 2, 1, "", NULL}, NULL, 8.0, 12.0);
    assert_int_equal(diags->count, 5);
    assert_int_equal(diags->error_count, 4);
    assert_int_equal(diags->warning_count, 1);
}

static void test_limit(void **state)
{
    (void)state;
    for (int i = 0; i < 1000; i++)
        hui_diags_add(diags, HUI_CODE_OVERFLOW, (hui_place){0}, NULL, (double)i, 5.0);
    assert_int_equal(diags->count, 201);
    assert_false(hui_diags_full(diags));
    assert_string_equal(diags->at[200].message, "there are more than 200 warnings; the rest is not listed");
    for (int i = 0; i < 1000; i++)
        hui_diags_add(diags, HUI_CODE_PAGE_SIZE, (hui_place){0}, NULL, hui_arena_printf(arena, "%d", i));
    assert_int_equal(diags->count, 402);
    assert_true(hui_diags_full(diags));
    assert_int_equal(diags->error_count, 1000);
    assert_string_equal(diags->at[401].code, "too-many");
    assert_string_equal(diags->at[401].message, "there are more than 200 errors; the rest is not listed");
}

static void test_order(void **state)
{
    (void)state;
    const hui_source a = {"z.json", "1\n2\n3", 5, 0, 0}, b = {"a.json", "1\n2\n3", 5, 0, 0};
    const struct {
        const hui_source *source;
        size_t offset;
        const char *message;
    } given[] = {{&a, 4, "5"}, {&b, 2, "7"}, {&a, 0, "1"}, {&b, 0, "6"}, {&a, 2, "2"}, {&a, 2, "3"}, {&a, 2, "4"}};
    for (size_t i = 0; i < 7; i++)
        hui_diags_add(diags, HUI_CODE_BAD_JSON, (hui_place){given[i].source, given[i].offset, 1, "", NULL}, NULL, given[i].message);
    hui_diags_sort(diags);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(diags->at[i].message[0], '1' + (int)i);
}

static void test_line_of_place(void **state)
{
    (void)state;
    const hui_source source = {"a", "1\n2\n\n4", 6, 0, 0};
    const int lines[] = {1, 1, 2, 2, 3, 4, 4};
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(hui_place_line((hui_place){&source, i, 0, "", NULL}), lines[i]);
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const words[] = {"columns", "rows", "kpi", "kpi-row", "title", "rowSpan", "标题"};
    const struct {
        const char *word, *nearest;
    } cases[] = {
        {"column", "columns"}, {"colunms", "columns"}, {"kip", "kpi"},   {"KPI", "kpi"},  {"rowspan", "rowSpan"}, {"row-span", "rowSpan"},
        {"titel", "title"},    {"tittel", "title"},    {"banana", NULL}, {"", NULL},      {"k", NULL},            {"ro", NULL},
        {"标提", NULL},        {"row", "rows"},        {"ROWS", "rows"}, {"xyz", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *nearest = hui_word_nearest(cases[i].word, words, 7);
        if (!cases[i].nearest)
            assert_null(nearest);
        else
            assert_string_equal(nearest, cases[i].nearest);
    }
    char *longest = hui_arena_alloc(arena, 100001);
    memset(longest, 'a', 100000);
    assert_null(hui_word_nearest(longest, words, 7));
    assert_null(hui_word_nearest("\xFF\xFE\xFD", words, 7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_edges, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_repetition, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_line_of_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nearest, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
