/* links: base json */
/* Made JSON: links, counts and places of copies, merged values and constants. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "json/make.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const hui_json *read_text(hui_arena *arena, const char *text)
{
    const hui_json *value = hui_json_read(arena, "t.json", text, strlen(text), NULL, hui_diags_new(arena));
    assert_non_null(value);
    return value;
}

/* Compactly; checks the links on the way. */
static void write_value(const hui_json *value, hui_buffer *out)
{
    const bool is_object = value->kind == HUI_JSON_OBJECT;
    size_t count = 0;
    switch (value->kind) {
    case HUI_JSON_NULL:
    case HUI_JSON_FALSE:
    case HUI_JSON_TRUE:
        hui_buffer_add_string(out, hui_json_kind_word(value));
        return;
    case HUI_JSON_NUMBER:
        hui_buffer_add_string(out, value->string);
        return;
    case HUI_JSON_STRING:
        hui_buffer_printf(out, "'%s'", value->string);
        return;
    case HUI_JSON_ARRAY:
    case HUI_JSON_OBJECT:
        break;
    }
    hui_buffer_add_char(out, is_object ? '{' : '[');
    for (const hui_json *child = value->first; child; child = child->next) {
        assert_int_equal(child->index, count);
        if (count++)
            hui_buffer_add_char(out, ',');
        if (is_object)
            hui_buffer_printf(out, "%s:", child->key);
        write_value(child, out);
    }
    assert_int_equal(value->count, count);
    hui_buffer_add_char(out, is_object ? '}' : ']');
}

static void assert_value(const hui_json *value, const char *expected)
{
    hui_buffer out = {0};
    write_value(value, &out);
    assert_string_equal(out.bytes, expected);
    hui_buffer_finish(&out);
}

static const struct {
    const char *under, *over, *merged;
} merges[] = {
    {"{}", "{}", "{}"},
    {"{\"a\":1}", "{\"b\":2}", "{a:1,b:2}"},
    {"{\"a\":1,\"b\":2,\"c\":3}", "{\"b\":9,\"d\":4}", "{a:1,b:9,c:3,d:4}"},
    {"{\"a\":{\"x\":1,\"y\":2}}", "{\"a\":{\"y\":3,\"z\":4}}", "{a:{x:1,y:3,z:4}}"},
    {"{\"a\":{\"x\":1}}", "{\"a\":null}", "{a:null}"},
    {"{\"a\":[1,2,3]}", "{\"a\":[4]}", "{a:[4]}"},
    {"{\"a\":5}", "{\"a\":{\"b\":true}}", "{a:{b:true}}"},
    {"[1]", "\"s\"", "'s'"},
};

static void test_merge(void **state)
{
    for (size_t i = 0; i < sizeof merges / sizeof *merges; i++) {
        const hui_json *under = read_text(*state, merges[i].under), *over = read_text(*state, merges[i].over);
        assert_value(hui_json_merge(*state, under, over), merges[i].merged);
    }
    const hui_json *only = read_text(*state, "{\"a\":1}");
    assert_ptr_equal(hui_json_merge(*state, only, NULL), only);
    assert_ptr_equal(hui_json_merge(*state, NULL, only), only);
}

static void test_changes(void **state)
{
    hui_arena *arena = *state;
    const hui_json *original = read_text(arena, "{\"a\":1,\"b\":[1,2],\"c\":{\"d\":null}}");
    hui_json *copy = hui_json_copy(arena, original);
    assert_ptr_equal(copy->first, original->first);
    hui_json_put(arena, copy, "b", hui_json_make_string(arena, "x", NULL));
    hui_json_put(arena, copy, "e", hui_json_make_bool(arena, false, NULL));
    assert_value(copy, "{a:1,b:'x',c:{d:null},e:false}");
    hui_json_remove(arena, copy, "a");
    hui_json_remove(arena, copy, "nothing");
    assert_value(copy, "{b:'x',c:{d:null},e:false}");
    hui_json_remove(arena, copy, "e");
    hui_json_put(arena, copy, "c", hui_json_make_number(arena, 2, NULL));
    hui_json_put(arena, copy, "f", hui_json_make_number(arena, 3, NULL));
    assert_value(copy, "{b:'x',c:2,f:3}");
    assert_value(original, "{a:1,b:[1,2],c:{d:null}}");
    hui_json *list = hui_json_copy(arena, hui_json_find(original, "b"));
    hui_json_put(arena, list, NULL, original);
    hui_json_put(arena, list, NULL, list->first);
    assert_value(list, "[1,2,{a:1,b:[1,2],c:{d:null}},1]");
    /* A finished value put somewhere and changed there afterwards does not change elsewhere. */
    hui_json *outer = hui_json_make(arena, HUI_JSON_OBJECT, NULL);
    hui_json_put(arena, outer, "list", list);
    hui_json_put(arena, list, NULL, hui_json_make(arena, HUI_JSON_NULL, NULL));
    assert_value(list, "[1,2,{a:1,b:[1,2],c:{d:null}},1,null]");
    assert_value(outer, "{list:[1,2,{a:1,b:[1,2],c:{d:null}},1]}");
}

static void assert_place(hui_arena *arena, const hui_json *value, const char *pointer, const char *text)
{
    const hui_place place = hui_json_place(arena, value);
    assert_string_equal(place.pointer, pointer);
    assert_int_equal(place.length, strlen(text));
    assert_memory_equal(place.source->bytes + place.offset, text, place.length);
}

/* Values say where they came from, wherever they went. */
static void test_places(void **state)
{
    hui_arena *arena = *state;
    const hui_json *original = read_text(arena, "{\"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": [\"p\", 7]}}");
    const hui_json *encoding = hui_json_find(original, "encoding"), *x = hui_json_find(encoding, "x");
    hui_json *spec = hui_json_make(arena, HUI_JSON_OBJECT, original);
    hui_json *layer = hui_json_make(arena, HUI_JSON_ARRAY, encoding);
    hui_json_put(arena, layer, NULL, hui_json_make_string(arena, "new", x));
    hui_json_put(arena, layer, NULL, encoding);
    hui_json_put(arena, spec, "layer", layer);
    hui_json_put(arena, spec, "color", x);
    assert_place(arena, hui_json_find(spec, "layer")->first, "/encoding/x", "{\"field\": \"a\"}");
    const hui_json *moved = hui_json_find(spec, "layer")->first->next;
    assert_place(arena, hui_json_find(moved, "y")->first->next, "/encoding/y/1", "7");
    assert_place(arena, hui_json_find(hui_json_find(spec, "color"), "field"), "/encoding/x/field", "\"a\"");
    const hui_place key = hui_json_key_place(arena, hui_json_find(spec, "color"));
    assert_memory_equal(key.source->bytes + key.offset, "\"x\"", 3);
    assert_int_equal(key.length, 3);
    const hui_json *merged = hui_json_merge(arena, hui_json_constant(arena, "{\"encoding\":{\"z\":1}}"), original);
    const hui_json *inner = hui_json_find(merged, "encoding");
    assert_place(arena, hui_json_find(hui_json_find(inner, "x"), "field"), "/encoding/x/field", "\"a\"");
    assert_null(hui_json_place(arena, hui_json_find(inner, "z")).source);
    assert_null(hui_json_place(arena, hui_json_make_bool(arena, true, hui_json_find(inner, "z"))).pointer);
    assert_null(hui_json_key_place(arena, hui_json_make_bool(arena, true, NULL)).source);
}

static const struct {
    double number;
    const char *text;
} numbers[] = {{0, "0"},         {-3, "-3"},
               {0.5, "0.5"},     {1e14, "100000000000000"},
               {-2.25, "-2.25"}, {1e300, "1.0000000000000001e+300"}};

static void test_numbers(void **state)
{
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            assert_string_equal(hui_json_make_number(*state, numbers[i].number, NULL)->string, numbers[i].text);
        setlocale(LC_ALL, "de_DE.UTF-8"); /* where there is one */
    }
    setlocale(LC_ALL, "C");
    assert_int_equal(hui_json_make_number(*state, (double)NAN, NULL)->kind, HUI_JSON_NULL);
}

/* Growing by one is not linear in what is there. */
static void test_long_array(void **state)
{
    hui_json *list = hui_json_make(*state, HUI_JSON_ARRAY, NULL);
    for (int i = 0; i < 200000; i++)
        hui_json_put(*state, list, NULL, hui_json_make_number(*state, i, NULL));
    assert_int_equal(list->count, 200000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_merge, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_array, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
