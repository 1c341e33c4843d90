/* links: base json data transform scale geo theme text image scene chart */
/* The check of charts: what Vega-Lite has is accepted, what it has not is found wherever it stands. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/check.h"
#include "chart/grammar.h"

#include <stdio.h>
#include <string.h>

static void check_text(hui_arena *arena, const char *text, bool lenient, hui_diags *diags)
{
    const hui_json_options how = {.keep_going = true};
    const hui_json *spec = hui_json_read(arena, "t.vl.json", text, strlen(text), &how, diags);
    if (spec)
        hui_spec_check(arena, spec, lenient, diags);
}

/* With ' for ". */
static const char *quoted(hui_arena *arena, const char *text)
{
    char *copy = hui_arena_string(arena, text);
    for (char *at = copy; *at; at++)
        if (*at == '\'')
            *at = '"';
    return copy;
}

static void test_accepted(void **state)
{
    (void)state;
    static const char *const specs[] = {
        "{'$schema': 's', 'data': {'url': 'a.csv'}, 'mark': 'bar', 'encoding': {'x': {'field': 'a'}, 'y': {'aggregate': 'count'}}}",
        "{'mark': {'type': 'line', 'point': true}, 'data': {'values': [{'anything': {'at': 'all'}}]}}",
        "{'mark': {'type': 'line', 'point': {'filled': false, 'size': {'expr': 'a'}}}}",
        "{'mark': 'bar', 'encoding': {'color': {'condition': {'test': {'field': 'a', 'lt': {'year': 2000}}, 'value': 'red'}, 'value': null}}}",
        "{'mark': 'bar', 'encoding': {'x': {'field': {'repeat': 'row'}, 'sort': [{'year': 2000}, 'b', 1], 'axis': null}}}",
        "{'mark': 'bar', 'encoding': {'x': {'sort': {'field': 'b', 'op': 'mean', 'order': 'descending'}}}}",
        "{'mark': 'bar', 'encoding': {'x': {'axis': {'labelColor': {'condition': {'test': 'a', 'value': 'red'}, 'value': 'blue'}}}}}",
        "{'mark': 'bar', 'encoding': {'y': {'scale': {'domain': {'unionWith': [1]}, 'range': ['a', 'b'], 'scheme': 'viridis'}}}}",
        "{'mark': {'type': 'area', 'color': {'gradient': 'linear', 'stops': [{'offset': 0, 'color': 'red'}]}}}",
        "{'mark': 'bar', 'transform': [{'filter': {'and': ['a', {'not': {'field': 'b', 'valid': true}}]}}, {'density': 'a', 'extent': [0, 1]}, {'extent': 'b', 'param': 'p'}, {'timeUnit': 'yearmonth', 'field': 'a', 'as': 'b'}, {'window': [{'op': 'rank', 'as': 'r'}]}]}",
        "{'hconcat': [{'mark': 'bar'}, {'vconcat': [{'layer': [{'mark': 'rule'}, {'mark': 'text'}]}]}], 'config': {'view': {'stroke': null}}}",
        "{'facet': {'row': {'field': 'a', 'header': null}}, 'spec': {'mark': 'bar', 'width': {'step': 5}, 'height': 'container'}}",
        "{'params': [{'name': 'p', 'select': {'type': 'interval', 'no': 'matter'}, 'bind': 'scales'}, {'name': 'q', 'value': 3}], 'mark': 'bar'}",
        "{'mark': 'bar', 'config': {'style': {'mine': {'color': 'red'}}, 'range': {'category': {'scheme': 'set1'}, 'own': ['a']}}}",
        "{'mark': 'bar', 'datasets': {'a': [1, 2], 'b': 'c,d'}, 'data': {'name': 'a', 'format': {'type': 'ndjson', 'parse': {'x': 'date'}}}}",
    };
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        hui_diags *diags = hui_diags_new(arena);
        check_text(arena, quoted(arena, specs[i]), false, diags);
        for (size_t j = 0; j < diags->count; j++)
            print_error("%s\n%s %s\n", specs[i], diags->at[j].pointer, diags->at[j].message);
        assert_int_equal(diags->count, 0);
    }
    hui_arena_free(arena);
}

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *spec, *code, *pointer, *message, *hint;
    } cases[] = {
        {"[]", "wrong-type", "", "“the chart” must be an object, not an array", NULL},
        {"{}", "missing-field", "", "spec needs “mark”", "or `layer`, `hconcat`, `vconcat`, `concat`, `spec`"},
        {"{'marks': 'bar'}", "unknown-key", "/marks", "“marks” is not a property of spec", "did you mean `mark`?"},
        {"{'mark': 'barr'}", "unknown-value", "/mark", "“barr” is not a value of “mark”", "did you mean `bar`?"},
        {"{'mark': 3}", "wrong-type", "/mark", "“mark” must be a string or an object, not a number", NULL},
        {"{'mark': {}}", "missing-field", "/mark", "mark needs “type”", NULL},
        {"{'mark': 'bar', 'encoding': {'colour': {}}}", "unknown-key", "/encoding/colour", "“colour” is not a property of encoding", "did you mean `color`?"},
        {"{'mark': 'bar', 'encoding': {'x': {'axis': {'lableAngle': 0}}}}", "unknown-key", "/encoding/x/axis/lableAngle", "“lableAngle” is not a property of axis", "did you mean `labelAngle`?"},
        {"{'layer': [{'mark': 'bar'}, {'mark': {'type': 'line', 'point': {'shap': 'a'}}}]}", "unknown-key", "/layer/1/mark/point/shap", "overlay mark", "did you mean `shape`?"},
        {"{'mark': 'bar', 'encoding': {'color': {'condition': [{'test': {'field': 'a', 'gtr': 1}, 'value': 1}]}}}", "unknown-key", "/encoding/color/condition/0/test/gtr", "predicate", "did you mean `gt`?"},
        {"{'mark': 'bar', 'transform': [{'filtre': 'a'}]}", "unknown-key", "/transform/0/filtre", "“filtre” is not a property of transform", "did you mean `filter`?"},
        {"{'mark': 'bar', 'transform': [{}]}", "missing-field", "/transform/0", "transform needs “filter”", "or another transform's name"},
        {"{'mark': 'bar', 'transform': [{'calculate': 'a'}]}", "missing-field", "/transform/0", "calculate transform needs “as”", NULL},
        {"{'mark': 'bar', 'transform': [{'aggregate': [{'op': 'maen', 'as': 'a'}]}]}", "unknown-value", "/transform/0/aggregate/0/op", "“maen” is not a value of “op”", "did you mean `mean`?"},
        {"{'mark': 'bar', 'encoding': {'x': {'sort': {'encoding': 'z'}}}}", "unknown-value", "/encoding/x/sort/encoding", "“z” is not a value of “encoding”", NULL},
        {"{'mark': 'bar', 'encoding': {'x': {'scale': {'domain': [true, {'yeer': 1}]}}}}", "wrong-type", "/encoding/x/scale/domain/1", "“domain[1]” must be a number, a string, true or false, a date such as", NULL},
        {"{'mark': 'bar', 'encoding': {'x': {'timeUnit': 'monthyear'}}}", "unknown-value", "/encoding/x/timeUnit", "“monthyear”", NULL},
        {"{'mark': 'bar', 'encoding': {'y': {'stack': 'middle'}}}", "unknown-value", "/encoding/y/stack", "“middle”", "there is `center`, `normalize`, `zero`"},
        {"{'mark': 'bar', 'config': {'axis': {'gird': true}}}", "unknown-key", "/config/axis/gird", "“gird” is not a property of axis config", "did you mean `grid`?"},
        {"{'mark': 'bar', 'config': {'style': {'mine': {'colr': 'red'}}}}", "unknown-key", "/config/style/mine/colr", "style", "did you mean `color`?"},
        {"{'mark': 'bar', 'width': {'step': 'a'}}", "wrong-type", "/width/step", "“step” must be a number, not a string", NULL},
        {"{'mark': 'bar', 'encoding': {'x': {'bin': {'maxbins': 'a'}}}}", "wrong-type", "/encoding/x/bin/maxbins", "a number", NULL},
        {"{'mark': 'bar', 'title': {'texte': 'a', 'text': 'b'}}", "unknown-key", "/title/texte", "title", "did you mean `text`?"},
        {"{'mark': 'bar', 'resolve': {'scale': {'z': 'shared'}}}", "unknown-key", "/resolve/scale/z", "scale resolution", NULL},
        {"{'mark': 'bar', 'params': [{'nme': 'a'}]}", "unknown-key", "/params/0/nme", "parameter", "did you mean `name`?"},
    };
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_diags *diags = hui_diags_new(arena);
        check_text(arena, quoted(arena, cases[i].spec), false, diags);
        print_message("%s\n", cases[i].spec);
        assert_true(diags->count >= 1);
        const hui_diagnostic *found = &diags->at[0];
        print_message("  %s %s: %s (%s)\n", found->code, found->pointer, found->message, found->hint ? found->hint : "");
        assert_string_equal(found->code, cases[i].code);
        assert_string_equal(found->pointer, cases[i].pointer);
        assert_non_null(strstr(found->message, cases[i].message));
        if (cases[i].hint)
            assert_non_null(strstr(found->hint, cases[i].hint));
    }
    hui_arena_free(arena);
}

/* Whatever stands in place of a value, it is looked at and reported, no more. */
static void test_damage(void **state)
{
    (void)state;
    static const char text[] =
        "{\"mark\":{\"type\":\"bar\"},\"encoding\":{\"x\":{\"field\":\"a\",\"sort\":[{\"year\":1}],\"axis\":{\"values\":[1,{\"expr\":\"b\"}]}},"
        "\"color\":{\"condition\":[{\"test\":{\"and\":[\"c\"]},\"value\":1}]}},\"transform\":[{\"filter\":\"d\"}],\"config\":{\"range\":{\"e\":[1]}}}";
    static const char *const strange[] = {"null", "[]", "{}", "1e308", "\"\\u0000\"", "[[[]]]", "{\"*\":1}", "true"};
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof text - 1; i++) {
        if (text[i] != ':')
            continue;
        for (size_t j = 0; j < sizeof strange / sizeof *strange; j++) {
            hui_diags *diags = hui_diags_new(arena);
            size_t end = i + 1;
            for (int depth = 0; text[end] && !(depth == 0 && strchr(",}]", text[end])); end++)
                depth += (text[end] == '{' || text[end] == '[') - (text[end] == '}' || text[end] == ']');
            check_text(arena, hui_arena_printf(arena, "%.*s%s%s", (int)i + 1, text, strange[j], text + end), false, diags);
        }
    }
    hui_arena_free(arena);
}

static void test_support(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const char *local = quoted(arena, "{'mark': 'bar', 'config': {'locale': {}}, 'usermeta': 1}");
    check_text(arena, local, false, diags);
    assert_int_equal(diags->error_count, 1);
    assert_string_equal(diags->at[0].code, "unsupported");
    assert_string_equal(diags->at[0].pointer, "/config/locale");
    assert_string_equal(diags->at[0].message, "huibao does not support “locale” of config");
    diags = hui_diags_new(arena);
    check_text(arena, local, true, diags);
    assert_int_equal(diags->error_count, 0);
    assert_int_equal(diags->warning_count, 1);
    assert_string_equal(diags->at[0].code, "ignored");
    hui_arena_free(arena);
}

/* Rows are sorted and have words where they take some; what is said of support is said of a property there is. */
static void test_tables(void **state)
{
    (void)state;
    static const struct {
        hui_grammar_id object;
        const char *property, *word;
    } exceptions[] = {
#define HUI_GRAMMAR_ALL HUI_GRAMMAR_NO_OBJECT
#define SUPPORT(object, property, word, how, why) {HUI_GRAMMAR_##object, property, word},
#include "chart/grammar_support.inc"
#undef SUPPORT
    };
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
        if (exceptions[i].object == HUI_GRAMMAR_NO_OBJECT || !strcmp(exceptions[i].property, "*"))
            continue;
        const hui_grammar_row *row = hui_grammar_find(exceptions[i].object, exceptions[i].property);
        print_message("%s\n", exceptions[i].property);
        assert_non_null(row);
        assert_true(!exceptions[i].word || hui_words_have(row->words, exceptions[i].word, false));
    }
    size_t rows = 0;
    for (int i = 0; i < HUI_GRAMMAR_COUNT; i++)
        for (size_t j = 0; j < hui_grammar[i].count; j++, rows++) {
            const hui_grammar_row *row = &hui_grammar[i].rows[j];
            const bool takes_words = (row->takes | row->takes >> HUI_TAKES_SHIFT) & HUI_TAKES_WORD;
            assert_true(takes_words == (row->words != NULL));
            assert_true(j == 0 || strcmp(row[-1].name, row->name) < 0);
        }
    assert_true(rows > 1500);
    assert_true(hui_words_have("a bc d", "bc", false));
    assert_false(hui_words_have("a bc d", "b", false));
    assert_false(hui_words_have("a bc d", "bc d", false));
    assert_false(hui_words_have("a bc d", "", false));
    assert_false(hui_words_have("a bC d", "Bc", false));
    assert_true(hui_words_have("a bC d", "Bc", true));
    assert_false(hui_words_have("a bC d", "B", true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accepted), cmocka_unit_test(test_refused), cmocka_unit_test(test_damage),
        cmocka_unit_test(test_support),  cmocka_unit_test(test_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
