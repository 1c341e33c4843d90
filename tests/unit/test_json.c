/* links: base json */
/* JSON: what is refused and where, what is accepted, values and places; the JSONTestSuite where it is there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "diags_state.h"

#include "json/json.h"

#include <dirent.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const hui_json *read_text(fixture *f, const char *text)
{
    return hui_json_read(f->arena, "t.json", text, strlen(text), NULL, f->diags);
}

typedef struct refusal {
    const char *text;
    int line, column, length;
    const char *code, *message, *hint; /* parts of them; hint NULL: any */
} refusal;

static const refusal refusals[] = {
    {"", 1, 1, 1, "bad-json", "the file is empty", NULL},
    {" \n ", 1, 1, 1, "bad-json", "the file is empty", NULL},
    {"{\n  \"a\": 1,\n}", 2, 9, 1, "bad-json", "a comma stands before the closing }", "remove it"},
    {"[1, 2, ]", 1, 6, 1, "bad-json", "a comma stands before the closing ]", "remove it"},
    {"[,1]", 1, 2, 1, "bad-json", "expected a value, found “,”", NULL},
    {"[1 2]", 1, 4, 1, "bad-json", "a comma is missing before this", NULL},
    {"{\"a\": 1\n \"b\": 2}", 2, 2, 1, "bad-json", "a comma is missing before this", NULL},
    {"{\"a\" 1}", 1, 6, 1, "bad-json", "expected a colon after the key, found “1”", NULL},
    {"{\"a\" = 1}", 1, 6, 1, "bad-json", "expected a colon", "joined by a colon"},
    {"{a: 1}", 1, 2, 1, "bad-json", "a key is not a string", "double quotes"},
    {"{'a': 1}", 1, 2, 1, "bad-json", "expected a key in double quotes, found “'”", "double quotes"},
    {"{“a”: 1}", 1, 2, 1, "bad-json", "expected a key in double quotes, found ““”", "straight"},
    {"{\"a\"：1}", 1, 5, 1, "bad-json", "found “：”", "write : for ："},
    {"[\"标题\"，1]", 1, 6, 1, "bad-json", "expected a comma or ], found “，”", "write , for ，"},
    {"{\"a\": }", 1, 7, 1, "bad-json", "expected a value, found “}”", NULL},
    {"{\"a\": 1]", 1, 8, 1, "bad-json", "the object of line 1 must be closed by }, not ]", NULL},
    {"\n[1}", 2, 3, 1, "bad-json", "the array of line 2 must be closed by ], not }", NULL},
    {"{\"a\": [1, 2\n", 1, 12, 1, "bad-json", "the file ends inside an array", "the [ of line 1 is never closed"},
    {"{\"a\":", 1, 6, 1, "bad-json", "the file ends inside an object", "the { of line 1 is never closed"},
    {"[1] x", 1, 5, 1, "bad-json", "“x” stands after the end of the value", "one value"},
    {"[1] // end", 1, 5, 1, "bad-json", "stands after the end", "no comments"},
    {"// start\n[1]", 1, 1, 1, "bad-json", "expected a value, found “/”", "$comment"},
    {"[1, /* two */ 2]", 1, 5, 1, "bad-json", "expected a value", "no comments"},
    {"[1,\n# two\n2]", 2, 1, 1, "bad-json", "expected a value", "no comments"},
    {"[01]", 1, 2, 2, "bad-json", "no leading zeros", NULL},
    {"[-01]", 1, 2, 3, "bad-json", "no leading zeros", NULL},
    {"[+1]", 1, 2, 2, "bad-json", "no leading +", NULL},
    {"[.5]", 1, 2, 2, "bad-json", "a digit before the point", NULL},
    {"[5.]", 1, 2, 2, "bad-json", "a digit after the point", NULL},
    {"[5.e3]", 1, 2, 4, "bad-json", "a digit after the point", NULL},
    {"[5e]", 1, 2, 2, "bad-json", "a digit in its exponent", NULL},
    {"[-]", 1, 2, 1, "bad-json", "a minus needs a digit", NULL},
    {"[0x10]", 1, 2, 4, "bad-json", "“0x10” is not a number", "double quotes"},
    {"[24px]", 1, 2, 4, "bad-json", "“24px” is not a number", "double quotes"},
    {"[NaN]", 1, 2, 3, "bad-json", "“NaN” is not a JSON value", "write null"},
    {"[-Infinity]", 1, 2, 9, "bad-json", "a minus needs a digit", NULL},
    {"[True]", 1, 2, 4, "bad-json", "“True” is not a JSON value", "did you mean `true`?"},
    {"[red]", 1, 2, 3, "bad-json", "“red” is not a JSON value", "double quotes"},
    {"[\"a\tb\"]", 1, 4, 1, "bad-json", "the control character U+0009", "write \\t"},
    {"[\"a\nb\"]", 1, 2, 2, "bad-json", "the string does not end in its line", "\\n"},
    {"[\"abc", 1, 2, 4, "bad-json", "the string has no end", "quote"},
    {"[\"\\x\"]", 1, 3, 2, "bad-json", "a backslash before “x” means nothing", NULL},
    {"[\"\\u12G4\"]", 1, 3, 2, "bad-json", "four hexadecimal digits", NULL},
    {"[\"\\uD83D\"]", 1, 3, 6, "bad-json", "\\uD83D is half of a surrogate pair", NULL},
    {"[\"\\uDE00\\uD83D\"]", 1, 3, 6, "bad-json", "\\uDE00 is half of a surrogate pair", NULL},
    {"[\xE3\x80\x80"
     "1]",
     1, 2, 1, "bad-json", "expected a value", "ideographic space"},
    {"\xEF\xBB\xBF[]", 1, 1, 1, "bad-encoding", "byte order mark", "UTF-8"},
    {"[\"\xB1\xEA\xCC\xE2\"]", 1, 3, 1, "bad-encoding", "the byte 0xB1 is not valid UTF-8", "GBK"},
    {"[\"\xED\xA0\x80\"]", 1, 3, 1, "bad-encoding", "the byte 0xED", NULL},
    {"\xFF\xFE[\x01", 1, 1, 1, "bad-encoding", "UTF-16", NULL},
    {"{\"a\": 1, \"标\": 2,\n \"a\": 3}", 2, 2, 3, "duplicate-key", "the key “a” stands twice", "first in line 1"},
    {"{\"a\": 1, \"\\u0061\": 2}", 1, 10, 8, "duplicate-key", "the key “a” stands twice", NULL},
    {"[1, 1e400]", 1, 5, 5, "number-range", "the number 1e400 is beyond", "1.8e308"},
};

static void test_refusals(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const refusal *expected = &refusals[i];
        f->diags = hui_diags_new(f->arena);
        print_message("%s\n", expected->text);
        assert_null(read_text(f, expected->text));
        assert_int_equal(f->diags->count, 1);
        const hui_diagnostic *got = &f->diags->at[0];
        assert_string_equal(got->code, expected->code);
        assert_int_equal(got->line, expected->line);
        assert_int_equal(got->column, expected->column);
        assert_int_equal(got->length, expected->length);
        assert_non_null(strstr(got->message, expected->message));
        if (expected->hint)
            assert_non_null(strstr(got->hint, expected->hint));
    }
}

static void test_wide_encodings(void **state)
{
    fixture *f = *state;
    static const char utf16[] = {'{', 0, '}', 0}, utf16_be[] = {0, '{', 0, '}'};
    assert_null(hui_json_read(f->arena, "w", utf16, sizeof utf16, NULL, f->diags));
    assert_null(hui_json_read(f->arena, "v", utf16_be, sizeof utf16_be, NULL, f->diags));
    assert_int_equal(f->diags->count, 2);
    assert_string_equal(f->diags->at[1].code, "bad-encoding");
}

static void test_values(void **state)
{
    fixture *f = *state;
    const char *text =
        " {\"a\\u00e9/~\": [null, true, false, -1.5e2, \"\\uD83D\\uDE00\\n\\/\", {}],\r\n \"数\": \"值\"} ";
    const hui_json *root = read_text(f, text);
    assert_non_null(root);
    assert_int_equal(root->kind, HUI_JSON_OBJECT);
    assert_int_equal(root->count, 2);
    const hui_json *array = hui_json_find(root, "aé/~");
    assert_non_null(array);
    assert_int_equal(array->count, 6);
    const hui_json *item = array->first;
    const hui_json_kind kinds[] = {HUI_JSON_NULL,   HUI_JSON_TRUE,   HUI_JSON_FALSE,
                                   HUI_JSON_NUMBER, HUI_JSON_STRING, HUI_JSON_OBJECT};
    for (size_t i = 0; i < 6; i++, item = item->next) {
        assert_int_equal(item->kind, kinds[i]);
        assert_int_equal(item->index, i);
        assert_null(item->key);
        assert_ptr_equal(item->parent, array);
        if (item->kind == HUI_JSON_NUMBER) {
            assert_float_equal(item->number, -150, 0);
            assert_string_equal(item->string, "-1.5e2");
            assert_string_equal(hui_json_place(f->arena, item).pointer, "/aé~1~0/3");
            assert_memory_equal(text + item->offset, "-1.5e2", item->length);
        }
        if (item->kind == HUI_JSON_STRING)
            assert_string_equal(item->string, "😀\n/");
    }
    const hui_json *value = hui_json_find(root, "数");
    assert_memory_equal(text + value->offset, "\"值\"", value->length);
    assert_memory_equal(text + value->key_offset, "\"数\"", value->key_length);
    assert_memory_equal(text + array->offset, "[null", 5);
    assert_int_equal(text[array->offset + array->length - 1], ']');
    assert_null(hui_json_find(root, "none"));
    assert_string_equal(hui_json_place(f->arena, root).pointer, "");
}

static void test_long_numbers(void **state)
{
    fixture *f = *state;
    const hui_json *root =
        read_text(f, "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001, "
                     "31415926535897932384626433832795028841971693993751058209749445923078164.0625e-70, \"end\"]");
    assert_non_null(root);
    assert_true(root->first->number == -1e-78);
    assert_float_equal(root->first->next->number, 3.141592653589793, 0);
    assert_string_equal(root->first->next->next->string, "end");
    for (size_t length = 55; length < 75; length++) { /* cJSON's own limit lies between */
        char text[128] = "[0.";
        memset(text + 3, '0', length);
        strcpy(text + length, "123, 7]");
        root = read_text(f, text);
        assert_non_null(root);
        assert_true(root->first->number == strtod(text + 1, NULL));
        assert_float_equal(root->first->next->number, 7, 0);
    }
}

static void test_nul(void **state)
{
    fixture *f = *state;
    const hui_json *root = read_text(f, "{\"a\\u0000b\": \"c\\u0000d\", \"a\": \"e\", \"\\\\u0000\": \"\\\\u0000\"}");
    assert_non_null(root);
    assert_true(root->first->has_nul);
    assert_string_equal(root->first->key, "a\\u0000b");
    assert_string_equal(hui_json_find(root, "a")->string, "e");
    assert_string_equal(hui_json_find(root, "\\u0000")->string, "\\u0000"); /* a backslash is escaped there */
}

static char *repeat(fixture *f, const char *open, const char *close, size_t count)
{
    const size_t length = strlen(open);
    char *text = hui_arena_alloc(f->arena, count * (length + strlen(close)) + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, open, length);
    for (size_t i = 0; i < count; i++)
        strcat(text + count * length, close);
    return text;
}

static void test_depth(void **state)
{
    fixture *f = *state;
    const hui_json_options deep = {.max_depth = 100000};
    assert_non_null(read_text(f, repeat(f, "[", "]", 256)));
    assert_null(read_text(f, repeat(f, "[", "]", 257)));
    assert_string_equal(f->diags->at[0].code, "too-deep");
    assert_int_equal(f->diags->at[0].column, 257);
    assert_null(read_text(f, repeat(f, "{\"a\":", "", 100000)));
    const char *text = repeat(f, "[", "]", 1000);
    assert_non_null(hui_json_read(f->arena, "d", text, strlen(text), &deep, f->diags));
    text = repeat(f, "[", "]", 1001);
    assert_null(hui_json_read(f->arena, "d", text, strlen(text), &deep, f->diags));
}

static void test_duplicates(void **state)
{
    fixture *f = *state;
    char text[8192] = "{";
    for (int i = 0; i < 400; i++)
        sprintf(text + strlen(text), "\"k%d\": %d,\n", i == 333 ? 22 : i, i);
    strcat(text, "\"last\": 0}");
    assert_null(read_text(f, text));
    assert_int_equal(f->diags->count, 1);
    assert_int_equal(f->diags->at[0].line, 334);
    assert_string_equal(f->diags->at[0].hint, "first in line 23");
    const hui_json_options data = {.allow_duplicates = true};
    assert_non_null(hui_json_read(f->arena, "d", text, strlen(text), &data, f->diags));
    assert_int_equal(f->diags->count, 1);
    const hui_json_options going = {.keep_going = true};
    assert_non_null(hui_json_read(f->arena, "e", "{\"a\":1,\"a\":1e999}", 17, &going, f->diags));
    assert_int_equal(f->diags->count, 3);
}

static void test_sizes(void **state)
{
    fixture *f = *state;
    const hui_json_options small = {.max_bytes = 8};
    assert_non_null(hui_json_read(f->arena, "s", "[1,2,34]", 8, &small, f->diags));
    assert_null(hui_json_read(f->arena, "s", "[1,2,345]", 9, &small, f->diags));
    assert_string_equal(f->diags->at[0].code, "file-too-large");
    assert_string_equal(f->diags->at[0].file, "s");
    assert_int_equal(f->diags->at[0].line, 0);

    /* 100 MB that nobody reads: the file is sparse */
    char path[] = "/tmp/huibao-test-json-XXXXXX";
    const int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "w");
    fseek(file, 100 * 1000 * 1000, SEEK_SET);
    fputc('1', file);
    fclose(file);
    const size_t before = hui_arena_size(f->arena);
    assert_null(hui_json_read_file(f->arena, path, (hui_place){0}, NULL, f->diags));
    remove(path);
    assert_string_equal(f->diags->at[1].code, "file-too-large");
    assert_true(hui_arena_size(f->arena) - before < 65536);
    assert_null(hui_json_read_file(f->arena, path, (hui_place){0}, NULL, f->diags));
    assert_string_equal(f->diags->at[2].code, "unreadable-file");
    assert_null(hui_json_read_file(f->arena, "/", (hui_place){0}, NULL, f->diags));
    assert_int_equal(f->diags->count, 4);
}

static void test_pointers_of_syntax_errors(void **state)
{
    fixture *f = *state;
    assert_null(read_text(f, "{\"panels\": [{\"a\": 1}, {\"b/c\": [1, 2, x]}]}"));
    assert_string_equal(f->diags->at[0].pointer, "/panels/1/b~1c");
}

static char *load(fixture *f, const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = hui_arena_alloc(f->arena, 1 << 20);
    *size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static void test_suite(void **state)
{
    fixture *f = *state;
    const char *folder = HUI_SOURCE_DIR "/../shared/JSONTestSuite/test_parsing";
    DIR *entries = opendir(folder);
    int counts[3] = {0};
    if (!entries) {
        print_message("skipped: there is no %s\n", folder);
        skip();
    }
    for (struct dirent *entry; (entry = readdir(entries));) {
        static const char kinds[] = "nyi";
        const char *kind = strchr(kinds, entry->d_name[0]);
        if (!kind || entry->d_name[1] != '_')
            continue;
        size_t size;
        const char *bytes = load(f, hui_arena_printf(f->arena, "%s/%s", folder, entry->d_name), &size);
        const hui_json_options options = {.allow_duplicates = true};
        f->diags = hui_diags_new(f->arena);
        const hui_json *root = hui_json_read(f->arena, entry->d_name, bytes, size, &options, f->diags);
        if (*kind == 'n' ? root != NULL : *kind == 'y' ? root == NULL : false)
            fail_msg("%s was %s", entry->d_name, root ? "accepted" : "refused");
        assert_int_equal(f->diags->count, root ? 0 : 1);
        counts[kind - kinds]++;
    }
    closedir(entries);
    print_message("refused %d, accepted %d, survived %d\n", counts[0], counts[1], counts[2]);
}

static void test_locale(void **state)
{
    fixture *f = *state;
    if (!setlocale(LC_ALL, "de_DE.UTF-8"))
        skip();
    const hui_json *root = read_text(f, "[1.5]");
    assert_float_equal(root->first->number, 1.5, 0);
    setlocale(LC_ALL, "C");
}

/* Damaged texts: whatever comes, an answer, and one diagnostic where it is no. */
static void test_damage(void **state)
{
    fixture *f = *state;
    const char *text = "{\"title\": \"标题\\u4e2d\\n\", \"panels\": [{\"type\": \"kpi\", \"value\": -12.5e+3, \"ok\": "
                       "true}, null, [], {}]}";
    const size_t size = strlen(text);
    for (size_t i = 0; i < size; i++) {
        char damaged[256];
        f->diags = hui_diags_new(f->arena);
        assert_null(hui_json_read(f->arena, "cut", text, i, NULL, f->diags));
        assert_int_equal(f->diags->count, 1);
        for (int byte = 0; byte < 256; byte += 3) {
            memcpy(damaged, text, size);
            damaged[i] = (char)byte;
            f->diags = hui_diags_new(f->arena);
            const hui_json *root = hui_json_read(f->arena, "hit", damaged, size, NULL, f->diags);
            assert_int_equal(f->diags->count, root ? 0 : 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_refusals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wide_encodings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nul, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_depth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_duplicates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sizes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pointers_of_syntax_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_suite, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_locale, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_damage, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
