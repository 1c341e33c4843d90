/* links: base json data */
/* Sources: CSV, JSON, lines, TopoJSON and inline values become tables; bad ones become diagnostics. */
#include "data/source.h"
#include "table_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    hui_arena *arena;
    hui_diags *diags;
    const char *file; /* what any URL names */
    size_t max_rows;
} fixture;

static int set_up(void **state)
{
    hui_arena *arena = hui_arena_new();
    fixture *f = HUI_NEW(arena, fixture);
    *f = (fixture){.arena = arena, .diags = hui_diags_new(arena)};
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    hui_arena_free(((fixture *)*state)->arena);
    return 0;
}

static bool load(void *closure, hui_arena *arena, const char *url, hui_place place, const char **bytes, size_t *size,
                 hui_diags *diags)
{
    fixture *f = closure;
    (void)arena;
    if (!f->file) {
        hui_diags_add(diags, HUI_CODE_UNREADABLE_FILE, place, NULL, url, "it is not there");
        return false;
    }
    *bytes = f->file;
    *size = strlen(f->file);
    return true;
}

static const hui_json *json(fixture *f, const char *text)
{
    const hui_json *value = hui_json_read(f->arena, "spec", text, strlen(text), NULL, f->diags);
    assert_non_null(value);
    return value;
}

static hui_table *read(fixture *f, const char *data)
{
    const hui_source_options options = {.load = load, .closure = f, .max_rows = f->max_rows};
    return hui_source_read(f->arena, json(f, data), &options, f->diags);
}

static const char *read_file(fixture *f, const char *data, const char *file)
{
    f->file = file;
    const hui_table *table = read(f, data);
    return table ? table_text(f->arena, table) : "nothing";
}

/* The rules of d3: cells are strings, rows lacking some are filled up, nothing is an error. */
static void csv_is_split(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"a,b\n1,2\n", "a b | '1' '2'"},
        {"a,b\n1,2", "a b | '1' '2'"},
        {"\xEF\xBB\xBF"
         "a,b\n1,2",
         "a b | '1' '2'"},
        {"a,b\r\n1,2\r\n3\r\n", "a b | '1' '2' | '3' ''"},
        {"a,b\n\"x, \"\"y\"\"\",\"l1\nl2\"\n\n", "a b | 'x, \"y\"' 'l1\nl2' | '' ''"},
        {"a,b\n1,2,3", "a b | '1' '2'"},
        {"a\n\"q\"z,w\nk", "a | 'q' | 'k'"},
        {"a\n\"q\"\xE5\xAD\x97,w\nk", "a | 'q' | 'k'"},
        {"a,a\n1,2", "a | '2'"},
        {"", ""},
        {"a,b", "a b"},
        {"a,b\n", "a b"},
        {"a,b\n\"1,2", "a b | '1,2' ''"},
        {"a,b\n\"\",\n", "a b | '' ''"},
        {"a\n\n", "a | ''"},
        {"a\n1\n\n\n", "a | '1' | '' | ''"},
        {"a\r1\r2", "a | '1' | '2'"},
        {"\"a b\",c\n1,2", "a b c | '1' '2'"},
        {"a,b\n1,\"2\"\n\"3\",4", "a b | '1' '2' | '3' '4'"},
        {"a,b\n1,\"2\"\r\n\"3\",4", "a b | '1' '2' | '3' '4'"},
        {"a\n\"\"\"\"\n\"\"\"x\"\"\"", "a | '\"' | '\"x\"'"},
        {"a\n\"", "a | ''"},
        {"\xE5\x9F\x8E\xE5\xB8\x82,n\n\xE5\x8C\x97\xE4\xBA\xAC,1",
         "\xE5\x9F\x8E\xE5\xB8\x82 n | '\xE5\x8C\x97\xE4\xBA\xAC' '1'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(read_file(*state, "{\"url\": \"x.csv\"}", rows[i].text), rows[i].expected);
}

static void formats_are_found(void **state)
{
    static const struct {
        const char *data, *file, *expected;
    } rows[] = {
        {"{\"url\": \"a.b/x.csv\"}", "a,b\n1,2", "a b | '1' '2'"},
        {"{\"url\": \"x.tsv\"}", "a\tb\n1\t2,", "a b | '1' '2,'"},
        {"{\"url\": \"x.txt\", \"format\": {\"type\": \"csv\"}}", "a,b\n1,2", "a b | '1' '2'"},
        {"{\"url\": \"x.csv\", \"format\": {\"type\": \"dsv\", \"delimiter\": \";\"}}", "a;b\n1;2,3",
         "a b | '1' '2,3'"},
        {"{\"url\": \"x.csv\", \"format\": {\"type\": \"csv\", \"delimiter\": \";\"}}", "a;b\n1;2", "a;b | '1;2'"},
        {"{\"url\": \"x\", \"format\": {\"type\": \"dsv\", \"delimiter\": \"\xEF\xBC\x8C\"}}",
         "a\xEF\xBC\x8C"
         "b\n1\xEF\xBC\x8C\"2\"\n\"3\"\xEF\xBC\x8C\xEF\xBC\x8C",
         "a b | '1' '2' | '3' ''"},
        {"{\"url\": \"x.json\"}", "[{\"a\": 1, \"b\": \"2\"}, {\"b\": null, \"c\": true}]",
         "a b c | 1 '2' undefined | undefined null true"},
        {"{\"url\": \"x.csv?y\"}", "[{\"a\": 1}]", "a | 1"},
        {"{\"url\": \"x\"}", "\xEF\xBB\xBF[{\"a\": 1}]", "a | 1"},
        {"{\"url\": \"x.ndjson\"}", "{\"a\": 1}\n{\"a\": 2, \"b\": [3]}\n\n", "a b | 1 undefined | 2 [3]"},
        {"{\"url\": \"x.jsonl\"}", "", ""},
        {"{\"url\": \"x.json\", \"format\": {\"property\": \"f.g[1]\"}}", "{\"f\": {\"g\": [0, [{\"a\": 1}]]}}",
         "a | 1"},
        {"{\"values\": \"a,b\\n1,2\", \"format\": {\"type\": \"csv\"}}", NULL, "a b | '1' '2'"},
        {"{\"values\": \"[{\\\"a\\\": 1}]\"}", NULL, "a | 1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(read_file(*state, rows[i].data, rows[i].file), rows[i].expected);
}

static void values_become_rows(void **state)
{
    static const struct {
        const char *data, *expected;
    } rows[] = {
        {"{\"values\": [{\"a\": 1, \"b\": 2}, {\"b\": 3, \"a\": 4}, {\"c\": {\"d\": 5}}]}",
         "a b c | 1 2 undefined | 4 3 undefined | undefined undefined {d:5}"},
        {"{\"values\": [1, \"a\", null]}", "data | 1 | 'a' | null"},
        {"{\"values\": [[1, 2], [3]]}", "0 1 | 1 2 | 3 undefined"},
        {"{\"values\": {\"x\": 1}}", "x | 1"},
        {"{\"values\": 7}", "data | 7"},
        {"{\"values\": null}", ""},
        {"{\"values\": []}", ""},
        {"{\"values\": [{}, {}]}", " | |"},
        {"{\"values\": {\"f\": [{\"a\": 1}, {\"a\": 2}]}, \"format\": {\"property\": \"f\"}}", "a | 1 | 2"},
        {"{\"name\": \"nobody's\"}", ""},
        {"null", ""},
        {"{\"sequence\": {\"start\": 1, \"stop\": 2, \"step\": 0.25, \"as\": \"x\"}}", "x | 1 | 1.25 | 1.5 | 1.75"},
        {"{\"sequence\": {\"stop\": 3}}", "data | 0 | 1 | 2"},
        {"{\"sequence\": {\"start\": 3, \"stop\": 0, \"step\": -2}}", "data | 3 | 1"},
        {"{\"sequence\": {\"start\": 3, \"stop\": 0}}", "data"},
        {"{\"sphere\": true}", "type | 'Sphere'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(read_file(*state, rows[i].data, NULL), rows[i].expected);
}

/* Texts of JSON that the quick reader and the slow one must both understand. */
static void json_texts_are_read(void **state)
{
    static const struct {
        const char *file, *expected;
    } rows[] = {
        {"[{\"a\":-0.5e+3},{\"a\":1E-2},{\"a\":0}]", "a | -500 | 0.01 | 0"},
        {" [ { \"a\" : [ ] , \"b\" : { } } ] \r\n\t", "a b | [] {}"},
        {"[{\"\\u0061\\n\": \"\\\"\\\\\\/\\b\\f\\r\\t\\u4e2d\\uD83D\\uDE00\"}]",
         "a\n | '\"\\/\b\f\r\t\xE4\xB8\xAD\xF0\x9F\x98\x80'"},
        {"[{\"a\": 1, \"a\": 2}]", "a | 2"},
        {"[{\"a\": 0.1234567890123456789}, {\"a\": 123456789012345680000}]",
         "a | 0.12345678901234568 | 123456789012345680000"},
        {"[{\"a\": true, \"b\": false, \"c\": null}]", "a b c | true false null"},
        {"\"one text\"", "data | 'one text'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(read_file(*state, "{\"url\": \"x.json\"}", rows[i].file), rows[i].expected);
}

static void types_are_parsed(void **state)
{
    static const struct {
        const char *parse, *values, *expected;
    } rows[] = {
        {"{\"data\": \"number\"}", "[\"1\", \"\", null, \"x\", true]", "data | 1 | null | null | NaN | 1"},
        {"{\"data\": \"integer\"}", "[\"1.5\", \" 0x10 \"]", "data | 1.5 | 16"},
        {"{\"data\": \"boolean\"}", "[\"true\", \"false\", \"0\", \"\", \"x\", 0, 1, null]",
         "data | true | false | false | null | true | false | true | null"},
        {"{\"data\": \"string\"}", "[\"1\", 2, \"\", null, true]", "data | '1' | '2' | null | null | 'true'"},
        {"{\"data\": \"date\"}", "[\"2000-01-01\", 5, \"\", null, \"x\", \"x\"]",
         "data | @946684800000 | @5 | null | null | @NaN | @NaN"},
        {"{\"data\": \"date:'%d.%m.%Y'\"}", "[\"01.02.2003\", \"x\", \"\"]", "data | @1044057600000 | null | null"},
        {"{\"data\": \"utc:\\\"%Y\\\"\"}", "[\"2003\", 2004, \"x\"]", "data | @1041379200000 | @1072915200000 | null"},
        {"{\"data\": \"date:%Y\"}", "[\"2003\"]", "data | @1041379200000"},
        {"{\"data\": null}", "[\"1\"]", "data | '1'"},
        {"null", "[\"1\"]", "data | '1'"},
        {"{\"b\": \"number\"}", "[\"1\"]", "data b | '1' null"},
        {"{\"a.b\": \"number\"}", "[{\"a\": {\"b\": \"1\"}}]", "a a.b | {b:'1'} 1"},
        {"{\"data\": \"auto\"}", "[\"1\", \"2\"]", "data | 1 | 2"},
        {"\"auto\"", "[\"true\", \"false\"]", "data | true | false"},
        {"\"auto\"", "[\"1\", \"\", \"3\"]", "data | 1 | null | 3"},
        {"\"auto\"", "[\"1.5\", \"x\"]", "data | '1.5' | 'x'"},
        {"\"auto\"", "[\"2000-01-01\", \"2001-02-03\"]", "data | @946684800000 | @981158400000"},
        {"\"auto\"", "[\"\", \"\"]", "data | null | null"},
        {"\"auto\"", "[\"0x10\", \" 7 \", \"1e3\"]", "data | 16 | 7 | 1000"},
        {"\"auto\"", "[\"NaN\", \"1\"]", "data | 'NaN' | '1'"},
        {"{\"x\": \"number\"}", "[]", ""},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *data =
            hui_arena_printf(f->arena, "{\"values\": %s, \"format\": {\"parse\": %s}}", rows[i].values, rows[i].parse);
        assert_string_equal(read_file(f, data, NULL), rows[i].expected);
    }
}

/* What is of the type already is not copied. */
static void one_column_is_parsed(void **state)
{
    fixture *f = *state;
    const hui_table *table = read(f, "{\"values\": [{\"a\": 1, \"b\": \"2\"}, {\"a\": null, \"b\": \"\"}]}");
    const hui_table *same = hui_source_parse_column(f->arena, table, "a", "number");
    const hui_table *parsed = hui_source_parse_column(f->arena, table, "b", "number");
    assert_ptr_equal(same->columns[0].at, table->columns[0].at);
    assert_string_equal(table_text(f->arena, parsed), "a b | 1 2 | null null");
    assert_string_equal(table_text(f->arena, table), "a b | 1 '2' | null ''");
}

static const char squares[] =
    "{\"type\": \"Topology\", \"arcs\": [[[0, 0], [0, 2]], [[0, 2], [-2, 2], [-2, 0], [0, 0]], [[0, 0], [2, 0], [2, "
    "2], "
    "[0, 2]], [[5, 5], [6, 6]], [[6, 6], [7, 7]]], \"objects\": {\"s\": {\"type\": \"GeometryCollection\", "
    "\"geometries\": "
    "[{\"type\": \"Polygon\", \"id\": 1, \"arcs\": [[0, 1]]}, {\"type\": \"Polygon\", \"id\": 2, \"arcs\": [[2, -1]]}, "
    "{\"type\": \"LineString\", \"arcs\": [4]}, {\"type\": \"LineString\", \"arcs\": [3]}]}}}";

static const char quantized[] =
    "{\"type\": \"Topology\", \"transform\": {\"scale\": [1, 0.5], \"translate\": [10, 20]}, \"arcs\": [[[0, 0], [4, "
    "0]], "
    "[[4, 0], [0, 4], [-4, 0], [0, -4]]], \"objects\": {\"o\": {\"type\": \"GeometryCollection\", \"geometries\": "
    "[{\"type\": \"Polygon\", \"id\": \"a\", \"properties\": {\"n\": 1}, \"arcs\": [[0, 1]]}, {\"type\": "
    "\"MultiPoint\", "
    "\"coordinates\": [[1, 2], [3, 4]]}, {\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\", "
    "\"coordinates\": [0, 0]}]}, {\"type\": null}, {\"type\": \"LineString\", \"arcs\": [99]}]}, \"one\": {\"type\": "
    "\"MultiLineString\", \"arcs\": [[-1], [0]]}}}";

static void topologies_become_shapes(void **state)
{
    static const struct {
        const char *format, *file, *expected;
    } rows[] = {
        {"\"feature\": \"o\"", quantized,
         "type id properties geometry"
         " | 'Feature' 'a' {n:1} {type:'Polygon' coordinates:[[[10 20] [14 20] [14 22] [10 22] [10 20]]]}"
         " | 'Feature' undefined {} {type:'MultiPoint' coordinates:[[11 21] [13 22]]}"
         " | 'Feature' undefined {} {type:'GeometryCollection' geometries:[{type:'Point' coordinates:[10 20]}]}"
         " | 'Feature' undefined {} null"
         " | 'Feature' undefined {} {type:'LineString' coordinates:[]}"},
        {"\"feature\": \"one\"", quantized,
         "type properties geometry"
         " | 'Feature' {} {type:'MultiLineString' coordinates:[[[14 20] [10 20]] [[10 20] [14 20]]]}"},
        {"\"mesh\": \"s\"", squares,
         "type coordinates | 'MultiLineString' [[[0 0] [0 2] [-2 2] [-2 0] [0 0] [2 0] [2 2] [0 2]] [[5 5] [6 6] [7 "
         "7]]]"},
        {"\"mesh\": \"s\", \"filter\": \"interior\"", squares, "type coordinates | 'MultiLineString' [[[0 0] [0 2]]]"},
        {"\"mesh\": \"s\", \"filter\": \"exterior\"", squares,
         "type coordinates | 'MultiLineString' [[[0 2] [-2 2] [-2 0] [0 0] [2 0] [2 2] [0 2]] [[5 5] [6 6] [7 7]]]"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *data = hui_arena_printf(f->arena, "{\"url\": \"x.json\", \"format\": {\"type\": \"topojson\", %s}}",
                                            rows[i].format);
        assert_string_equal(read_file(f, data, rows[i].file), rows[i].expected);
    }
}

static void faults_are_reported_where_they_are(void **state)
{
    static const struct {
        const char *data, *file, *code, *place, *pointer;
        int line, column;
    } rows[] = {
        {"{\"url\": \"x.csv\"}", NULL, "unreadable-file", "spec", "/url", 1, 9},
        {"{\"url\": 5}", NULL, "wrong-type", "spec", "/url", 1, 9},
        {"[1]", NULL, "wrong-type", "spec", "", 1, 1},
        {"{\"url\": \"x.csv\"}", "a,b\n1,\xB1\xB1\n", "bad-encoding", "x.csv", "", 2, 3},
        {"{\"url\": \"x.json\"}", "[{\"a\": 1},\n {\"a\": 01}]", "bad-json", "x.json", "/1", 2, 8},
        {"{\"url\": \"x.json\"}", "[{\"a\": NaN}]", "bad-json", "x.json", "/0", 1, 8},
        {"{\"url\": \"x.json\"}", "", "bad-json", "x.json", "", 1, 1},
        {"{\"url\": \"x.ndjson\"}", "{\"a\": 1}\n{\"a\": 2}\n{\"a\": }\n", "bad-json", "x.ndjson", "", 3, 7},
        {"{\"url\": \"x.ndjson\"}", "{\"a\": 1}{\"a\": 2}", "bad-json", "x.ndjson", "", 1, 9},
        {"{\"url\": \"x\", \"format\": {\"type\": \"cvs\"}}", "", "unknown-value", "spec", "/format/type", 1, 33},
        {"{\"url\": \"x\", \"format\": {\"type\": 1}}", "", "wrong-type", "spec", "/format/type", 1, 33},
        {"{\"url\": \"x\", \"format\": {\"type\": \"dsv\"}}", "", "missing-field", "spec", "/format", 1, 24},
        {"{\"url\": \"x\", \"format\": {\"property\": \"b\"}}", "{\"a\": 1}", "bad-data", "spec", "/format/property", 1,
         37},
        {"{\"values\": [1], \"format\": {\"parse\": 5}}", NULL, "wrong-type", "spec", "/format/parse", 1, 37},
        {"{\"values\": [1], \"format\": {\"parse\": {\"data\": \"numbr\"}}}", NULL, "unknown-value", "spec",
         "/format/parse/data", 1, 46},
        {"{\"values\": [1], \"format\": {\"parse\": {\"data\": \"date:\"}}}", NULL, "unknown-value", "spec",
         "/format/parse/data", 1, 46},
        {"{\"values\": [1, 2, 3, 4, 5, 6]}", NULL, "too-many-rows", "spec", "/values", 1, 12},
        {"{\"url\": \"x.csv\"}", "a\n1\n2\n3\n4\n5\n6\n", "too-many-rows", "spec", "/url", 1, 9},
        {"{\"sequence\": {\"stop\": 1e300}}", NULL, "too-many-rows", "spec", "/sequence", 1, 14},
        {"{\"sequence\": {\"start\": 1}}", NULL, "missing-field", "spec", "/sequence", 1, 14},
        {"{\"url\": \"x\", \"format\": {\"type\": \"topojson\"}}", "{}", "missing-field", "spec", "/format", 1, 24},
        {"{\"url\": \"x\", \"format\": {\"type\": \"topojson\", \"feature\": \"o\"}}", "{}", "bad-data", "spec", "/url",
         1, 9},
        {"{\"url\": \"x\", \"format\": {\"type\": \"topojson\", \"mesh\": \"o\"}}", squares, "bad-data", "spec", "/url",
         1, 9},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture *f = *state;
        f->diags = hui_diags_new(f->arena);
        f->max_rows = 5;
        f->file = rows[i].file;
        assert_null(read(f, rows[i].data));
        assert_int_equal(f->diags->error_count, 1);
        const hui_diagnostic *found = &f->diags->at[0];
        assert_string_equal(found->code, rows[i].code);
        assert_string_equal(found->file, rows[i].place);
        assert_string_equal(found->pointer, rows[i].pointer);
        assert_int_equal(found->line, rows[i].line);
        assert_int_equal(found->column, rows[i].column);
    }
}

/* A small file must not become a huge table. */
static void holes_are_limited(void **state)
{
    enum { COUNT = 20000 };
    fixture *f = *state;
    hui_buffer text = {0};
    for (int i = 0; i < COUNT; i++)
        hui_buffer_printf(&text, i ? ",c%d" : "c%d", i);
    for (int i = 0; i < COUNT; i++)
        hui_buffer_add_char(&text, '\n');
    assert_string_equal(read_file(f, "{\"url\": \"x.csv\"}", text.bytes), "nothing");
    text.size = 0;
    for (int i = 0; i < COUNT; i++)
        hui_buffer_printf(&text, "{\"c%d\": 1}\n", i);
    assert_string_equal(read_file(f, "{\"url\": \"x.ndjson\"}", text.bytes), "nothing");
    assert_string_equal(f->diags->at[0].code, "bad-data");
    assert_string_equal(f->diags->at[1].code, "bad-data");
    hui_buffer_finish(&text);
}

static void deep_nesting_is_no_crash(void **state)
{
    fixture *f = *state;
    char *text = hui_arena_alloc(f->arena, 1000001);
    memset(text, '[', 1000000);
    assert_string_equal(read_file(f, "{\"url\": \"x.json\"}", text), "nothing");
    assert_string_equal(f->diags->at[0].code, "too-deep");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(csv_is_split),
        TEST(formats_are_found),
        TEST(values_become_rows),
        TEST(json_texts_are_read),
        TEST(types_are_parsed),
        TEST(one_column_is_parsed),
        TEST(topologies_become_shapes),
        TEST(faults_are_reported_where_they_are),
        TEST(holes_are_limited),
        TEST(deep_nesting_is_no_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
