/* links: base json data template */
/* Formats of templates: every row's example, and the corners of han numerals, dates and cuts. */
#include "template/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The text that {{value|use}} becomes, with `input` (JSON) for the row's value; NULL after a diagnostic. */
static const char *format(hui_arena *arena, const char *input, const char *use)
{
    hui_diags *diags = hui_diags_new(arena);
    const hui_json *value = hui_json_read(arena, "value", input, strlen(input), NULL, diags);
    assert_non_null(value);
    const hui_member member = {"value", hui_value_from_json(arena, value)};
    const hui_value row = {.kind = HUI_VALUE_OBJECT, .count = 1, .members = &member};
    const char *text = hui_arena_printf(arena, "\"{{value|%s}}\"", use);
    const hui_json *json = hui_json_read(arena, "text", text, strlen(text), NULL, diags);
    const hui_text_plan *plan = hui_text_plan_new(arena, json, diags);
    assert_non_null(plan);
    const hui_scope *scope = hui_scope_of_row(arena, hui_scope_new(arena), row, "row 1");
    const hui_filling filling = {arena, scope, diags};
    const hui_json *made = hui_text_fill(plan, &filling);
    return diags->count == 0 ? hui_json_as_string(made) : NULL;
}

static void check(const char *input, const char *use, const char *expected)
{
    hui_arena *arena = hui_arena_new();
    const char *found = format(arena, input, use);
    if (!found && expected)
        fail_msg("%s|%s: refused", input, use);
    else if (found && (!expected || strcmp(found, expected) != 0))
        fail_msg("%s|%s: “%s”, not “%s”", input, use, found, expected ? expected : "refused");
    hui_arena_free(arena);
}

static void test_examples(void **state)
{
    (void)state;
    assert_true(hui_text_format_count >= 25);
    for (size_t i = 0; i < hui_text_format_count; i++)
        check(hui_text_formats[i].input, hui_text_formats[i].use, hui_text_formats[i].output);
}

static void test_han_numbers(void **state)
{
    static const char *const cases[][2] = {
        {"0", "零"},
        {"10", "十"},
        {"12", "十二"},
        {"110", "一百一十"},
        {"1001", "一千零一"},
        {"1010", "一千零一十"},
        {"10000", "一万"},
        {"100010", "十万零一十"},
        {"120000", "十二万"},
        {"1000000001", "十亿零一"},
        {"100010000", "一亿零一万"},
        {"1000100000000", "一万零一亿"},
        {"100120000", "一亿零一十二万"},
        {"-3.05", "负三点零五"},
        {"0.5", "零点五"},
        {"1e-9", NULL},
        {"1e16", NULL},
        {"\"12\"", "十二"},
        {"9007199254740991", "九千零七万一千九百九十二亿五千四百七十四万零九百九十一"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i][0], "han", cases[i][1]);
    check("10", "financial", "壹拾");
    check("100000.5", "financial", "壹拾万点伍");
}

static void test_money(void **state)
{
    static const char *const cases[][2] = {
        {"0", "零元整"},
        {"1", "壹元整"},
        {"0.35", "叁角伍分"},
        {"0.05", "伍分"},
        {"10.05", "壹拾元零伍分"},
        {"1409.5", "壹仟肆佰零玖元伍角"},
        {"6007.14", "陆仟零柒元壹角肆分"},
        {"-2.006", "负贰元零壹分"},
        {"0.001", "零元整"},
        {"-0.001", "零元整"},
        {"1e15", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i][0], "money", cases[i][1]);
}

static void test_numbers(void **state)
{
    (void)state;
    check("0.1", "round:2", "0.1");
    check("-0.4", "round", "0");
    check("-2.5", "fixed:0", "−3");
    check("0", "sign:1", "0.0");
    check("-3.25", "sign", "−3.25");
    check("11", "ordinal", "11th");
    check("112", "ordinal", "112th");
    check("22", "ordinal", "22nd");
    check("101", "ordinal", "101st");
    check("1.5", "ordinal", NULL);
    check("\"1,200\"", "fixed:1", NULL);
    check("true", "fixed:1", NULL);
    check("[1]", "fixed:1", NULL);
    check("9999", "wanyi:1", "9999.0");
}

static void test_empty(void **state)
{
    (void)state;
    check("null", "fixed:1", "");
    check("\"\"", "riqi", "");
    check("null", "fixed:1|default:无", "无");
    check("null", "default:无|fixed:1", "无");
    check("0", "default:无", "0");
    check("null", "before:约|after:元", "");
    check("null", "json", "null");
}

static void test_texts(void **state)
{
    (void)state;
    check("\"呼和浩特\"", "truncate:4", "呼和浩特");
    check("\"呼和浩特市\"", "truncate:4", "呼和浩…");
    check("\"e\\u0301e\\u0301e\\u0301\"", "truncate:2", "e\u0301…");
    check("\"abcdef\"", "truncate:4:'..'", "ab..");
    check("\"abc\"", "truncate:1:...", "...");
    check("\"straße ﬁ\"", "upper", "STRASSE FI");
    check("\"a:b|c\"", "replace:':':'|'", "a|b|c");
    check("\"aaa\"", "replace:aa:b", "ba");
    check("\"x\"", "after:' '", "x ");
    check("\"2023-05-01T08:30:00Z\"", "date:%H:%M", "08:30");
    check("\"2023-05-01T08:30:00Z\"", "date", "2023-05-01 08:30:00");
    check("\"2010-10-20\"", "han-date", "二〇一〇年十月二十日");
    check("\"nonsense\"", "riqi", NULL);
    check("{\"a\": [1, \"\\\"\"], \"b\": null}", "json", "{\"a\":[1,\"\\\"\"],\"b\":null}");
    check("[[1], 2]", "join:、", NULL);
    check("{\"a\": 1}", "upper", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples), cmocka_unit_test(test_han_numbers), cmocka_unit_test(test_money),
        cmocka_unit_test(test_numbers),  cmocka_unit_test(test_empty),       cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
