/* links: base json data */
/* Rows: the same from CSV of any shape as its text says, whatever the window's ends fall on; types found and said. */
#include "data/row_reader.h"

#include "base/buffer.h"
#include "data/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* All rows as JSON, one a line; bad ones as "!". NULL where opening failed. */
static char *read_all(hui_arena *arena, const char *text, size_t size, hui_row_source_options options, hui_diags *diags)
{
    options.bytes = text;
    options.size = size;
    hui_row_reader *reader = hui_row_reader_open(arena, "rows", &options, diags);
    if (!reader)
        return NULL;
    hui_buffer out = {0};
    hui_arena *row_arena = hui_arena_new();
    hui_row_status status;
    hui_value row;
    while ((status = hui_row_reader_next(reader, row_arena, &row)) != HUI_ROW_END) {
        if (status == HUI_ROW_GOOD)
            hui_value_write_json(row_arena, &out, row);
        else
            hui_buffer_add_char(&out, '!');
        hui_buffer_add_char(&out, '\n');
        hui_arena_clear(row_arena, 1 << 16);
    }
    hui_arena_free(row_arena);
    char *copy = hui_arena_string_n(arena, out.size ? out.bytes : "", out.size);
    hui_buffer_finish(&out);
    return copy;
}

static void check(const char *text, hui_row_source_options options, const char *expected)
{
    hui_arena *arena = hui_arena_new();
    const char *found = read_all(arena, text, strlen(text), options, hui_diags_new(arena));
    assert_non_null(found);
    assert_string_equal(found, expected);
    hui_arena_free(arena);
}

static void test_shapes(void **state)
{
    (void)state;
    const hui_row_source_options csv = {.format = "csv"}, dsv = {.format = "csv", .delimiter = "；"};
    check("", csv, "");
    check("a,b", csv, "");
    check("a,b\n", csv, "");
    check("a,b\n1,x", csv, "{\"a\":1,\"b\":\"x\"}\n");
    check("a,b\r\n1,x\r\n\r\n2,y\r\n", csv, "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n");
    check("a\rx\ry", csv, "{\"a\":\"x\"}\n{\"a\":\"y\"}\n");
    check("a,b\n\"1\n2\",\"\"\"\"\n\"\",\n", csv, "{\"a\":\"1\\u000a2\",\"b\":\"\\\"\"}\n{\"a\":\"\",\"b\":\"\"}\n");
    check("\xEF\xBB\xBF a , b\n1,2,3\n4\n", csv, "{\"a\":1,\"b\":2}\n{\"a\":4}\n");
    check("a；b\n1；x,y\n", dsv, "{\"a\":1,\"b\":\"x,y\"}\n");
    check("a\n\"\"\n", csv, "{\"a\":\"\"}\n");
    check("a,b\nx,\"open\ny,1\n", csv, "!\n");
    check("a\n\xFFx\nz\n", csv, "!\n{\"a\":\"z\"}\n");
    check("[{\"a\": 1}, {\"a\": [2]}]", (hui_row_source_options){.format = "json"}, "{\"a\":1}\n{\"a\":[2]}\n");
    check("{}\n", (hui_row_source_options){.format = "ndjson"}, "{}\n");
    check("{\"a\":1}\r\n\n {\"b\":2} ", (hui_row_source_options){.format = "ndjson"}, "{\"a\":1}\n{\"b\":2}\n");
}

static void test_types(void **state)
{
    static const char *const cases[][2] = {
        {"1\n-2.5\n1e-7\n", "number"},
        {"1\n\n02\n", "text"},
        {"0\n0.5\n", "number"},
        {"13812345678\n", "text"},
        {"1234567890\n", "number"},
        {"1e5\n", "text"},
        {"12345678901.5\n", "number"},
        {"2023-05-01\n2023-05-01T08:00Z\n", "date"},
        {"2023-13-01\n", "text"},
        {"2023\n", "number"},
        {"true\nfalse\n", "boolean"},
        {"true\n1\n", "text"},
        {"\n\n", "text"},
        {"1,\n", "number"},
        {"+1\n", "text"},
        {"1.\n", "text"},
        {"-\n", "text"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        const char *text = hui_arena_printf(arena, "a,b\n%s", cases[i][0]);
        const hui_row_source_options options = {.format = "csv", .bytes = text, .size = strlen(text)};
        hui_row_reader *reader = hui_row_reader_open(arena, "rows", &options, hui_diags_new(arena));
        hui_column_kind kind;
        assert_non_null(reader);
        assert_string_equal(hui_row_reader_column(reader, 0, &kind), "a");
        assert_string_equal(hui_column_kind_word(kind), cases[i][1]);
        hui_arena_free(arena);
    }
}

static void test_said_types(void **state)
{
    hui_arena *arena = hui_arena_new();
    static const char said[] = "{\"n\": \"number\", \"d\": \"date:%d.%m.%Y\", \"t\": \"text\", \"c\": \"date\"}";
    static const char text[] =
        "n,d,t,c\n\"1,234.5\",1.2.2023,7,2023年5月1日\n\"1,23\",1.2.2023,7,\nx,1.2.2023,,\n,3-4-2023,,\n";
    hui_diags *diags = hui_diags_new(arena);
    const hui_row_source_options options = {.format = "csv",
                                            .columns = hui_json_read(arena, "said", said, strlen(said), NULL, diags)};
    (void)state;
    assert_string_equal(read_all(arena, text, strlen(text), options, diags),
                        "{\"n\":1234.5,\"d\":\"2023-02-01\",\"t\":\"7\",\"c\":\"2023-05-01\"}\n!\n!\n!\n");
    assert_int_equal(diags->error_count, 3);
    assert_int_equal(diags->at[0].line, 3);
    assert_int_equal(diags->at[0].column, 2);
    assert_int_equal(diags->at[2].line, 5);
    assert_int_equal(diags->at[2].column, 2);
    hui_arena_free(arena);
}

/* Rows of many lengths, so that the ends of windows fall on all there is. */
static void test_windows(void **state)
{
    enum { ROWS = 40 * 1000 };
    hui_arena *arena = hui_arena_new(), *row_arena = hui_arena_new();
    hui_buffer text = {0};
    uint32_t random = 1;
    (void)state;
    hui_buffer_add_string(&text, "i,t\r\n");
    for (int i = 0; i < ROWS; i++) {
        random = random * 1664525 + 1013904223;
        hui_buffer_printf(&text, "%d,\"%.*s\"\"，\r\n%d\"\r\n", i, (int)(random >> 28), "xxxxxxxxxxxxxxxxxx", i);
    }
    const hui_row_source_options options = {.format = "csv", .bytes = text.bytes, .size = text.size};
    hui_row_reader *reader = hui_row_reader_open(arena, "rows", &options, hui_diags_new(arena));
    hui_value row;
    assert_non_null(reader);
    for (int i = 0; i < ROWS; i++) {
        assert_int_equal(hui_row_reader_next(reader, row_arena, &row), HUI_ROW_GOOD);
        assert_true(hui_value_member(row, "i").number == i);
        const char *end = strchr(hui_value_member(row, "t").string, '"');
        assert_non_null(end);
        assert_string_equal(end, hui_arena_printf(row_arena, "\"，\r\n%d", i));
        hui_arena_clear(row_arena, 1 << 16);
    }
    assert_int_equal(hui_row_reader_next(reader, row_arena, &row), HUI_ROW_END);
    hui_buffer_finish(&text);
    hui_arena_free(row_arena);
    hui_arena_free(arena);
}

static void test_long_row(void **state)
{
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    char *text = hui_arena_alloc(arena, 1 << 20);
    (void)state;
    memset(text, 'x', (1 << 20) - 1);
    memcpy(text, "a\n1\n\"", 5);
    const hui_row_source_options options = {.format = "csv", .max_row_bytes = 1 << 16};
    assert_null(read_all(arena, text, (1 << 20) - 1, options, diags));
    assert_int_equal(diags->error_count, 1);
    assert_int_equal(diags->at[0].line, 3);
    hui_arena_free(arena);
}

/* Items of an array, and the place where one, or what is between them, makes no sense; rows before that are good. */
static void test_arrays(void **state)
{
    static const struct {
        const char *text, *rows;
        int line, column; /* 0: no error */
        const char *said;
    } cases[] = {
        {"[]", "", 0, 0, NULL},
        {"\xEF\xBB\xBF [ ]\n", "", 0, 0, NULL},
        {"[{\"a\": \"]}\\\"\"} ,\n\t{\"b\": [{}, []]}]\r\n", "{\"a\":\"]}\\\"\"}\n{\"b\":[{},[]]}\n", 0, 0, NULL},
        {"", NULL, 1, 1, "it must hold an array"},
        {" {\"a\": 1}", NULL, 1, 2, "it must hold an array"},
        {"[{\"a\": 1}", "{\"a\":1}\n", 1, 10, "is not closed"},
        {"[{\"a\": \"中\"} {\"b\": 2}]", "{\"a\":\"中\"}\n", 1, 13, "a comma must stand"},
        {"[{\"a\": 1},\n]", "{\"a\":1}\n", 2, 1, ""},
        {"[{\"a\": 1},\n {\"a\": 01}]", "{\"a\":1}\n", 2, 8, ""},
        {"[{\"a\": \"中\"}, {\"a\" 1}]", "{\"a\":\"中\"}\n", 1, 19, ""},
        {"[{\"a\": 1}]\n x", "{\"a\":1}\n", 2, 2, "something follows"},
        {"[{\"a\": \"1\n", "", 1, 2, "is not closed"},
        {"[1, {\"a\": 1}]", "!\n{\"a\":1}\n", 1, 2, "must be objects"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        hui_diags *diags = hui_diags_new(arena);
        const char *text = cases[i].text;
        char *found = read_all(arena, text, strlen(text), (hui_row_source_options){.format = "json"}, diags);
        assert_true(!found == !cases[i].rows);
        if (found)
            assert_string_equal(found, cases[i].rows);
        assert_int_equal(diags->error_count, cases[i].line > 0);
        if (cases[i].line) {
            assert_int_equal(diags->at[0].line, cases[i].line);
            assert_int_equal(diags->at[0].column, cases[i].column);
            assert_non_null(strstr(diags->at[0].message, cases[i].said));
        }
        hui_arena_free(arena);
    }
}

/* On one line, and longer than windows are. */
static void test_long_array(void **state)
{
    enum { ITEMS = 20 * 1000 };
    hui_arena *arena = hui_arena_new();
    hui_buffer text = {0}, rows = {0};
    hui_diags *diags = hui_diags_new(arena);
    (void)state;
    for (int i = 0; i < ITEMS; i++) {
        hui_buffer_printf(&text, "%c{\"t\":\"%.*s\\\\\"}", i ? ',' : '[', i % 15 * 5,
                          "]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中");
        hui_buffer_printf(&rows, "{\"t\":\"%.*s\\\\\"}\n", i % 15 * 5,
                          "]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中]}中");
    }
    int characters = 0;
    for (size_t i = 0; i < text.size; i++)
        characters += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    hui_buffer_add_string(&text, ",{]");
    const char *found = read_all(arena, text.bytes, text.size, (hui_row_source_options){.format = "json"}, diags);
    assert_string_equal(found, rows.bytes);
    assert_int_equal(diags->at[0].line, 1);
    assert_int_equal(diags->at[0].column, characters + 3);
    hui_buffer_finish(&text);
    hui_buffer_finish(&rows);
    hui_arena_free(arena);
}

static void test_encoding(void **state)
{
    const hui_row_source_options gb = {.format = "csv", .encoding = "GB18030"};
    (void)state;
    check("name\n\xBA\xF4\xBA\xCD\xBA\xC6\xCC\xD8\n", gb, "{\"name\":\"呼和浩特\"}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),     cmocka_unit_test(test_types),    cmocka_unit_test(test_said_types),
        cmocka_unit_test(test_windows),    cmocka_unit_test(test_long_row), cmocka_unit_test(test_arrays),
        cmocka_unit_test(test_long_array), cmocka_unit_test(test_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
