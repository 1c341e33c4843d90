/* links: base json data */
/* Expressions: their values are Vega's, and faults are told where they stand. */
#include "data/expr.h"

#include "base/buffer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char datum_text[] =
    "{\"a\":1.5,\"b\":-7,\"s\":\"Hello\",\"cn\":\"中文字符\",\"t\":true,\"z\":null,\"arr\":[3,1,2],"
    "\"o\":{\"x\":{\"y\":42}},\"n\":\"12\",\"e\":\"\",\"emoji\":\"a😀b\",\"a.b\":9,\"key\":\"s\",\"kx\":\"x\"}";

/* The datum with what JSON cannot hold. */
static hui_value make_datum(hui_arena *arena, hui_diags *diags)
{
    const hui_json *const json = hui_json_read(arena, "datum", datum_text, strlen(datum_text), NULL, diags);
    assert_non_null(json);
    const hui_value plain = hui_value_from_json(arena, json);
    hui_member *const members = HUI_NEW_ARRAY(arena, hui_member, plain.count + 2);
    memcpy(members, plain.members, plain.count * sizeof *members);
    members[plain.count] = (hui_member){"nan", hui_value_number((double)NAN)};
    members[plain.count + 1] = (hui_member){"date", hui_value_date(1330837567089)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = plain.count + 2, .members = members};
}

static void show_string(hui_buffer *out, const char *text)
{
    hui_buffer_add_char(out, '"');
    for (; *text; text++) {
        const char *const found = strchr("\"\\\n\t", *text);
        if (found)
            hui_buffer_add_char(out, '\\');
        hui_buffer_add_char(out, !found ? *text : "\"\\nt"[found - "\"\\\n\t"]);
    }
    hui_buffer_add_char(out, '"');
}

static void show(hui_buffer *out, hui_arena *arena, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_DATE:
        hui_buffer_printf(out, "Date(%s)", hui_number_string(arena, value.number));
        break;
    case HUI_VALUE_NUMBER:
        hui_buffer_add_string(out, value.number == 0 && signbit(value.number) ? "-" : "");
        hui_buffer_add_string(out, hui_number_string(arena, value.number));
        break;
    case HUI_VALUE_STRING:
        assert_int_equal(strlen(value.string), value.count);
        show_string(out, value.string);
        break;
    case HUI_VALUE_ARRAY:
        hui_buffer_add_char(out, '[');
        for (uint32_t i = 0; i < value.count; i++) {
            hui_buffer_add_string(out, i ? "," : "");
            show(out, arena, value.items[i]);
        }
        hui_buffer_add_char(out, ']');
        break;
    case HUI_VALUE_OBJECT:
        hui_buffer_add_char(out, '{');
        for (uint32_t i = 0; i < value.count; i++) {
            hui_buffer_printf(out, "%s%s:", i ? "," : "", value.members[i].key);
            show(out, arena, value.members[i].value);
        }
        hui_buffer_add_char(out, '}');
        break;
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
    case HUI_VALUE_BOOL:
        hui_buffer_add_string(out, hui_value_to_string(arena, value));
        break;
    }
}

/* Numbers may differ in the last digits, where libraries round functions differently. */
static bool is_close(const char *left, const char *right)
{
    double a, b;
    char rest;
    return sscanf(left, "%lf%c", &a, &rest) == 1 && sscanf(right, "%lf%c", &b, &rest) == 1 &&
           fabs(a - b) <= 4e-14 * fmax(fabs(a), fabs(b)) + 1e-300;
}

static void values_are_those_of_vega(void **state)
{
    (void)state;
    static const struct {
        const char *text, *value;
    } rows[] = {
#include "expr_values.inc"
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_arena *const arena = hui_arena_new();
        hui_diags *const diags = hui_diags_new(arena);
        const hui_expr_scope scope = {.arena = arena, .datum = make_datum(arena, diags)};
        const hui_expr *const expr = hui_expr_parse(arena, rows[i].text, (hui_place){0}, diags);
        hui_buffer out = {0};
        if (expr)
            show(&out, arena, hui_expr_value(expr, &scope));
        else
            hui_buffer_add_string(&out, diags->at[0].message);
        if (strcmp(out.bytes, rows[i].value) != 0 && !is_close(out.bytes, rows[i].value)) {
            print_error("%s: %s, not %s\n", rows[i].text, out.bytes, rows[i].value);
            wrong++;
        }
        hui_buffer_finish(&out);
        hui_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

/* Faults */

static const struct {
    const char *text, *message, *hint;
} faults[] = {
    {"", "the expression ends where a value should stand (column 1 of the expression)", NULL},
    {"1 +", "the expression ends where a value should stand (column 4 of the expression)", NULL},
    {"1 2", "“2” stands where the end of the expression should (column 3 of the expression)", NULL},
    {"datum.a = 1", "“=” stands where the end of the expression should (column 9 of the expression)",
     "write == to compare"},
    {"(1", "the expression ends where “)” should stand (column 3 of the expression)", NULL},
    {"1)", "“)” stands where the end of the expression should (column 2 of the expression)", NULL},
    {"[1 2]", "“2” stands where “,” should (column 4 of the expression)", NULL},
    {"{a 1}", "“1” stands where “:” should (column 4 of the expression)", NULL},
    {"{a:1, a:2}", "the key “a” stands twice in this object (column 7 of the expression)", NULL},
    {"a ? b", "the expression ends where “:” should stand (column 6 of the expression)", NULL},
    {"datum.", "the expression ends where a name should stand (column 7 of the expression)", NULL},
    {"datum.1", "“.1” stands where the end of the expression should (column 6 of the expression)", NULL},
    {"'abc", "the string has no end: a second ' is missing (column 1 of the expression)", NULL},
    {"'a\\u12'", "the escape that begins here is malformed (column 3 of the expression)", NULL},
    {"'\\0'", "the escape that begins here is malformed (column 2 of the expression)", NULL},
    {"012", "a number cannot begin with 0 (column 1 of the expression)", NULL},
    {"0x", "digits are missing after “0x” (column 1 of the expression)", NULL},
    {"3px", "“3px” is neither a number nor a name (column 1 of the expression)", NULL},
    {"1e", "“1e” is neither a number nor a name (column 1 of the expression)", NULL},
    {"'中文' + lenght(1)", "there is no function lenght() (column 8 of the expression)", "did you mean length()?"},
    {"foo.bar(1)", "only functions can be called, and by their name (column 8 of the expression)",
     "write length(a) in place of a.length()"},
    {"datum.s.toUpperCase()", "only functions can be called, and by their name (column 20 of the expression)",
     "write length(a) in place of a.length()"},
    {"data('x')",
     "data() is unsupported in static charts: it needs events or data as they flow (column 1 of the expression)", NULL},
    {"1 + vlSelectionTest('a')",
     "vlSelectionTest() is unsupported in static charts: it needs events or data as they flow (column 5 of the "
     "expression)",
     NULL},
    {"clamp(1, 2)", "clamp() takes 3 arguments, not 2 (column 1 of the expression)", NULL},
    {"if(1)", "if() takes 3 arguments, not 1 (column 1 of the expression)", NULL},
    {"1, 2", "“,” stands where the end of the expression should (column 2 of the expression)",
     "an expression is a single value"},
    {"a => 1", "“=>” stands where the end of the expression should (column 3 of the expression)",
     "functions cannot be made in expressions"},
    {"2 ** 3", "“**” stands where the end of the expression should (column 3 of the expression)", "write pow(a, b)"},
    {"a ?? b", "“??” stands where the end of the expression should (column 3 of the expression)",
     "write isValid(a) ? a : b"},
    {"typeof 1", "“typeof” stands where a value should (column 1 of the expression)", NULL},
    {"new Date()", "“new” stands where a value should (column 1 of the expression)", NULL},
    {"--a", "“--” stands where a value should (column 1 of the expression)", NULL},
    {"`a`", "“`” has no meaning in an expression (column 1 of the expression)", "strings stand in ' or \""},
    {"max(1，2)", "“，” has no meaning in an expression (column 6 of the expression)", "write “,” instead"},
    {"‘a’", "“‘” has no meaning in an expression (column 1 of the expression)", "strings stand in ' or \""},
    {"a # b", "“#” has no meaning in an expression (column 3 of the expression)", NULL},
    {"/a(/", "the regular expression is malformed: a ) is missing (column 1 of the expression)", NULL},
    {"/a", "the regular expression has no end: a second / is missing (column 1 of the expression)", NULL},
    {"/a/q",
     "the regular expression is malformed: its flags may be g, i, m, s, u and y, once each (column 1 of "
     "the expression)",
     NULL},
    {"/*/", "the regular expression is malformed: there is nothing to repeat (column 1 of the expression)", NULL},
    {"test('[b-a]', 'x')",
     "the regular expression is malformed: a range of a class is in the wrong order (column 6 of the expression)",
     NULL},
    {"regexp('a', 'gg')",
     "the regular expression is malformed: its flags may be g, i, m, s, u and y, once each (column 8 of the "
     "expression)",
     NULL},
    {"regexp('(?<n>a')", "the regular expression is malformed: a ) is missing (column 8 of the expression)", NULL},
    {"regexp('a{3,2}')",
     "the regular expression is malformed: the numbers in braces are in the wrong order (column 8 of the "
     "expression)",
     NULL},
    {"regexp('(((a{99}){99}){99}){99}')",
     "the regular expression is malformed: it is too large (column 8 of the expression)", NULL},
    {"format(1, '%Y')", "“%Y” is no format of numbers (column 11 of the expression)", "such as ',.2f', '.0%' or '~s'"},
};

static void faults_are_told_with_column_and_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        hui_arena *const arena = hui_arena_new();
        hui_diags *const diags = hui_diags_new(arena);
        if (hui_expr_parse(arena, faults[i].text, (hui_place){0}, diags))
            fail_msg("%s is taken", faults[i].text);
        assert_int_equal(diags->count, 1);
        assert_string_equal(diags->at[0].code, "bad-expression");
        assert_string_equal(diags->at[0].message, faults[i].message);
        if (faults[i].hint)
            assert_string_equal(diags->at[0].hint, faults[i].hint);
        else
            assert_null(diags->at[0].hint);
        hui_arena_free(arena);
    }
}

/* Within the string of the spec if it is written without escapes, else of the string as a whole. */
static void faults_stand_where_they_are_written(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        int column;
    } rows[] = {{"[\"1 + lenght(2)\"]", 7}, {"[\"1 +\\u0020lenght(2)\"]", 2}, {"[\"中 + lenght(2)\"]", 7}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_arena *const arena = hui_arena_new();
        hui_diags *const diags = hui_diags_new(arena);
        const hui_json *const json = hui_json_read(arena, "spec", rows[i].json, strlen(rows[i].json), NULL, diags);
        assert_null(hui_expr_parse(arena, json->first->string, hui_json_place(arena, json->first), diags));
        assert_int_equal(diags->at[0].line, 1);
        assert_int_equal(diags->at[0].column, rows[i].column);
        assert_string_equal(diags->at[0].pointer, "/0");
        hui_arena_free(arena);
    }
}

static const hui_expr *parse(hui_arena *arena, const char *text)
{
    hui_diags *const diags = hui_diags_new(arena);
    const hui_expr *const expr = hui_expr_parse(arena, text, (hui_place){0}, diags);
    if (!expr)
        print_error("%s: %s\n", text, diags->at[0].message);
    assert_non_null(expr);
    return expr;
}

static hui_value value_of(hui_arena *arena, const char *text)
{
    return hui_expr_value(parse(arena, text), &(hui_expr_scope){.arena = arena});
}

/* Limits */

/* `count` times `part`, between `start` and `end`. */
static char *repeated(hui_arena *arena, const char *start, const char *part, int count, const char *end)
{
    hui_buffer buffer = {0};
    hui_buffer_add_string(&buffer, start);
    for (int i = 0; i < count; i++)
        hui_buffer_add_string(&buffer, part);
    hui_buffer_add_string(&buffer, end);
    char *const text = hui_arena_string(arena, buffer.bytes);
    hui_buffer_finish(&buffer);
    return text;
}

static void deep_and_long_expressions_are_refused(void **state)
{
    (void)state;
    hui_arena *const arena = hui_arena_new();
    const char *const refused[] = {repeated(arena, "", "(", 100000, ""),    repeated(arena, "1", "+a", 5000, ""),
                                   repeated(arena, "", "!", 100000, "1"),   repeated(arena, "", "[", 100000, ""),
                                   repeated(arena, "", "a?1:", 50000, "2"), repeated(arena, "", "abs(", 50000, ""),
                                   repeated(arena, "", "{a:", 50000, ""),   repeated(arena, "a", ".b", 50000, ""),
                                   repeated(arena, "", "a[", 50000, ""),    repeated(arena, "", " ", 2000000, "1"),
                                   repeated(arena, "/", "(", 100000, "a/"), repeated(arena, "a?", "b?", 50000, "1")};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        hui_diags *const diags = hui_diags_new(arena);
        assert_null(hui_expr_parse(arena, refused[i], (hui_place){0}, diags));
        assert_int_equal(diags->count, 1);
    }
    assert_float_equal(value_of(arena, repeated(arena, "1", "+1", 1500, "")).number, 1501, 0);
    assert_float_equal(value_of(arena, repeated(arena, "", "(", 199, repeated(arena, "7", ")", 199, ""))).number, 7, 0);
    assert_float_equal(value_of(arena, repeated(arena, "", "null ? 1 : ", 900, "2")).number, 2, 0);
    hui_arena_free(arena);
}

static void huge_results_are_undefined(void **state)
{
    (void)state;
    static const char *const texts[] = {"sequence(1e9)",
                                        "sequence(0, 1, 1e-300)",
                                        "sequence(0, 1/0)",
                                        "pad('a', 1e12)",
                                        "pad('a', 1/0)",
                                        "utcSequence('milliseconds', 0, 1e15)",
                                        "split(pad('', 5e7, 'a'), '')"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        hui_arena *const arena = hui_arena_new();
        assert_int_equal(value_of(arena, texts[i]).kind, HUI_VALUE_UNDEFINED);
        hui_arena_free(arena);
    }
}

static void hard_patterns_end(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "test(/^(a+)+$/, pad('', 40, 'a') + 'b')", "test(/(a|aa)+$/, pad('', 100, 'a') + 'b')",
        "test(/(.*)*x/, pad('', 10000, 'a'))",     "test(/(?:a?){50}a{50}b/, pad('', 50, 'a'))",
        "test(/((a*)*)*b/, pad('', 3000, 'a'))",   "test(/(?=(a+)+b)c/, pad('', 3000, 'a'))"};
    hui_arena *const arena = hui_arena_new();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const hui_value value = value_of(arena, texts[i]);
        assert_int_equal(value.kind, HUI_VALUE_BOOL);
        assert_false(value.truth);
    }
    assert_true(value_of(arena, "test(/^.*b$/, pad('', 100000, 'a') + 'b')").truth);
    hui_arena_free(arena);
}

/* Fields, tables, parameters */

static void collect(void *closure, const char *field)
{
    hui_buffer *const out = closure;
    hui_buffer_printf(out, "%s|", field);
}

static void fields_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *text, *fields;
    } rows[] = {{"datum.a + datum['b c']", "a|b c|"},
                {"datum.a.b.c > datum.d[0].e", "a.b.c|d[0].e|"},
                {"datum['a.b'] || datum['c[d]']", "a\\.b|c\\[d\\]|"},
                {"datum[datum.key]", "key|"},
                {"{x: [datum.p, if(datum.q, datum.r, 1)], y: -datum.s}.x", "p|q|r|s|"},
                {"a.b + 1", ""},
                {"length(datum)", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_arena *const arena = hui_arena_new();
        hui_buffer out = {0};
        hui_buffer_add_string(&out, "");
        hui_expr_fields(parse(arena, rows[i].text), collect, &out);
        assert_string_equal(out.bytes ? out.bytes : "", rows[i].fields);
        hui_buffer_finish(&out);
        hui_arena_free(arena);
    }
}

static void tables_give_the_fields(void **state)
{
    (void)state;
    static const struct {
        const char *text, *values[3];
    } rows[] = {{"datum.a * 2 + datum.b", {"4", "NaN", "NaN"}},
                {"datum.a == datum.b ? 'same' : datum['a']", {"1", "\"-\"", "\"x\""}},
                {"datum.missing", {"undefined", "undefined", "undefined"}},
                {"datum.o.p[1]", {"9", "9", "9"}},
                {"datum['a' + '.b']", {"5", "5", "5"}},
                {"datum[datum.name]", {"1", "2", "undefined"}},
                {"length(datum.name) + datum.o.p.length", {"3", "3", "5"}},
                {"isObject(datum) && datum.b", {"2", "2", "2"}},
                {"merge({a: 0}, datum).b", {"2", "2", "2"}}};
    hui_arena *const arena = hui_arena_new();
    hui_table *const table = hui_table_new(arena, 3);
    hui_value *const a = hui_table_add(table, "a"), *const b = hui_table_add(table, "b"),
                     *const o = hui_table_add(table, "o"), *const dotted = hui_table_add(table, "a.b"),
                     *const name = hui_table_add(table, "name");
    const hui_value object = value_of(arena, "{p: [8, 9]}");
    for (int i = 0; i < 3; i++) {
        b[i] = hui_value_number(2);
        o[i] = object;
        dotted[i] = hui_value_number(5);
    }
    a[0] = hui_value_number(1);
    a[1] = hui_value_string("-");
    a[2] = hui_value_string("x");
    name[0] = hui_value_string("a");
    name[1] = hui_value_string("b");
    name[2] = hui_value_string("nil");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_expr *const expr = parse(arena, rows[i].text), *const bound = hui_expr_bind(arena, expr, table);
        for (size_t row = 0; row < 3; row++) {
            const hui_expr_scope scope = {.arena = arena, .table = table, .row = row};
            hui_buffer free_text = {0}, bound_text = {0};
            show(&free_text, arena, hui_expr_value(expr, &scope));
            show(&bound_text, arena, hui_expr_value(bound, &scope));
            assert_string_equal(free_text.bytes, bound_text.bytes);
            assert_string_equal(bound_text.bytes, rows[i].values[row]);
            hui_buffer_finish(&free_text);
            hui_buffer_finish(&bound_text);
        }
    }
    hui_arena_free(arena);
}

static void parameters_have_their_values(void **state)
{
    (void)state;
    hui_arena *const arena = hui_arena_new();
    hui_diags *const diags = hui_diags_new(arena);
    const hui_param list[] = {{"width", hui_value_number(200), false},
                              {"brush", {.kind = HUI_VALUE_UNDEFINED}, true},
                              {"缩放", hui_value_number(3), false}};
    const hui_params params = {list, 3};
    const hui_expr_scope scope = {.arena = arena, .params = params};
    assert_float_equal(hui_expr_value(parse(arena, "width / 2 * 缩放"), &scope).number, 300, 0);
    assert_int_equal(hui_expr_value(parse(arena, "brush.x"), &scope).kind, HUI_VALUE_UNDEFINED);
    assert_int_equal(hui_expr_value(parse(arena, "height"), &scope).kind, HUI_VALUE_UNDEFINED);
    assert_ptr_equal(hui_param_find(params, "brush"), &list[1]);
    assert_null(hui_param_find(params, "Brush"));
    assert_true(hui_expr_check(parse(arena, "width + brush.x + PI"), params, (hui_place){0}, diags));
    assert_int_equal(diags->count, 0);
    assert_false(hui_expr_check(parse(arena, "1 + (with ? [price] : length)"), params, (hui_place){0}, diags));
    assert_int_equal(diags->count, 3);
    assert_string_equal(diags->at[0].message, "there is no parameter “with” (column 6 of the expression)");
    assert_string_equal(diags->at[0].hint, "did you mean width?");
    assert_string_equal(diags->at[1].message, "there is no parameter “price” (column 14 of the expression)");
    assert_string_equal(diags->at[1].hint, "a field is datum.price");
    assert_string_equal(diags->at[2].hint, "a function needs its arguments in brackets");
    hui_arena_free(arena);
}

static hui_value answer_scale(void *closure, const char *function, const hui_value *arguments, size_t count)
{
    hui_buffer *const out = closure;
    hui_buffer_printf(out, "%s(%s, %zu) ", function, arguments[0].string, count);
    return hui_value_number(7);
}

static void scales_are_the_scopes(void **state)
{
    (void)state;
    hui_arena *const arena = hui_arena_new();
    hui_buffer out = {0};
    const hui_expr_scope scope = {.arena = arena, .scales = answer_scale, .closure = &out};
    assert_float_equal(hui_expr_value(parse(arena, "scale('x', 1) + bandwidth('y')"), &scope).number, 14, 0);
    assert_string_equal(out.bytes, "scale(x, 2) bandwidth(y, 1) ");
    assert_int_equal(value_of(arena, "domain('x')").kind, HUI_VALUE_UNDEFINED);
    hui_buffer_finish(&out);
    hui_arena_free(arena);
}

/* Random numbers come from the scope's seed; without one they are in the middle. The clock stands at 1970. */
static void chance_and_time_are_the_same_each_time(void **state)
{
    (void)state;
    hui_arena *const arena = hui_arena_new();
    hui_rng first = hui_rng_seed(1), second = hui_rng_seed(1);
    const hui_expr *const expr = parse(arena, "random() + sampleNormal(10, 2) + sampleUniform(5)");
    const hui_expr_scope scope = {.arena = arena, .random = &first}, again = {.arena = arena, .random = &second};
    const double sum = hui_expr_value(expr, &scope).number, next = hui_expr_value(expr, &scope).number;
    assert_true(hui_expr_value(expr, &again).number == sum && next != sum);
    assert_float_equal(value_of(arena, "random()").number, 0.5, 0);
    assert_float_equal(value_of(arena, "sampleNormal(3)").number, 3, 0);
    assert_float_equal(value_of(arena, "sampleLogNormal()").number, 1, 0);
    assert_float_equal(value_of(arena, "sampleUniform(2, 4)").number, 3, 0);
    assert_float_equal(value_of(arena, "now()").number, 0, 0);
    assert_float_equal(value_of(arena, "+datetime()").number, 0, 0);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(values_are_those_of_vega),
                                       cmocka_unit_test(faults_are_told_with_column_and_hint),
                                       cmocka_unit_test(faults_stand_where_they_are_written),
                                       cmocka_unit_test(deep_and_long_expressions_are_refused),
                                       cmocka_unit_test(huge_results_are_undefined),
                                       cmocka_unit_test(hard_patterns_end),
                                       cmocka_unit_test(fields_are_found),
                                       cmocka_unit_test(tables_give_the_fields),
                                       cmocka_unit_test(parameters_have_their_values),
                                       cmocka_unit_test(scales_are_the_scopes),
                                       cmocka_unit_test(chance_and_time_are_the_same_each_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
