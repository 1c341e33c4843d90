/* links: base json theme model */
/* What is generated from the field tables: the reference, descriptions, and the JSON Schema. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "json/json.h"
#include "model/reference.h"

#include <string.h>

typedef struct figure {
    hui_string label;
    double share;
    hui_length width; /* a word all panels have, with a meaning of its own */
    int edge;
} figure;

typedef struct group {
    hui_panels panels;
    int side;
    double share;
} group;

static const hui_word sides[] = {{"left", NULL}, {"right", "where right is meant"}, {NULL, NULL}};
static const hui_field figure_fields[] = {
    HUI_FIELD(figure, label, TEXT, "what it shows | or tells", .required = true),
    HUI_FIELD(figure, share, NUMBER, "a share", .fallback = "1", .min = 1e-9, .max = 1e15),
    HUI_FIELD(figure, width, LENGTH, "the picture's width", .fallback = "\"50%\""),
    HUI_FIELD(figure, edge, ENUM, "which edge", .fallback = "\"left\"", .words = sides),
};
static const hui_field group_fields[] = {
    HUI_FIELD(group, side, ENUM, "which side", .fallback = "\"right\"", .words = sides),
    HUI_FIELD(group, share, NUMBER, "a share", .fallback = "1", .min = 1e-9, .max = 1e15),
    HUI_FIELD(group, panels, PANELS, "the panels", .required = true),
};
static const hui_panel_kind figure_kind = {.record = {"figure", "A \"figure\"", figure_fields, HUI_FIELD_COUNT(figure_fields), sizeof(figure), NULL}};
static const hui_panel_kind group_kind = {.record = {"group", "A group of panels", group_fields, HUI_FIELD_COUNT(group_fields), sizeof(group), NULL}};
static const hui_panel_kind *const kinds[] = {&figure_kind, &group_kind};

static void test_reference(void **state)
{
    (void)state;
    hui_buffer out = {0};
    hui_reference_write(&out, kinds, 2);
    const char *const parts[] = {
        "\n### poster\n", "\n#### page\n", "\n#### theme accent\n", "\n### panel\n", "\n### figure\n", "\n### group\n",
        "| `label` | text | *needed* | what it shows \\| or tells |\n",
        "| `width` | length | `\"50%\"` | the picture's width |\n",
        "| `share` | number, more than 0 | `1` | a share |\n",
        "| `theme` | [theme](#theme) or just its `extends` | `\"red-gold\"` |",
        "| `side` | word | `\"right\"` | which side: `left`; `right` where right is meant |\n",
        "`landscape` wider than high: paper is turned |\n",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(out.bytes, parts[i]))
            fail_msg("missing: %s", parts[i]);
    hui_buffer_finish(&out);
}

static void test_describe(void **state)
{
    (void)state;
    const struct {
        const char *word, *part;
    } cases[] = {
        {"figure", "figure: A \"figure\"\n\n  label  (text; needed)\n      what it shows"},
        {"figure", "Like every panel: id, alt, span,"},
        {"figure.label", "  label  (text; needed)\n"},
        {"poster", "  panels  (array of panels; needed)\n"},
        {"page", "  width  (length, between 64 and 16384; default 1080)\n"},
        {"page.orientation", "        landscape  wider than high: paper is turned\n"},
        {"group.side", "which side\n        left\n        right      where right is meant\n"},
        {"theme", "Just a string stands for an object with this extends."},
        {"theme.accents", "theme accent: An accent"},
        {"poster.theme.accents.dark", "  dark  (colour)\n"},
        {"panel", "  rowSpan  (whole number, between 1 and 100; default 1)\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_buffer out = {0};
        assert_true(hui_reference_describe(&out, cases[i].word, kinds, 2));
        if (!strstr(out.bytes, cases[i].part))
            fail_msg("%s", out.bytes);
        hui_buffer_finish(&out);
    }
    const char *const unknown[] = {"", ".", "nothing", "figure.nothing", "figure.label.more", "figure.", "page..width"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        hui_buffer out = {0};
        assert_false(hui_reference_describe(&out, unknown[i], kinds, 2));
        assert_int_equal(out.size, 0);
        hui_buffer_finish(&out);
    }
}

static const hui_json *find_item(const hui_json *array, size_t index)
{
    const hui_json *item = array->first;
    while (item && index-- > 0)
        item = item->next;
    return item;
}

static const hui_json *follow(const hui_json *value, const char *path)
{
    char key[64];
    while (value && *path) {
        const size_t length = strcspn(path, "/");
        memcpy(key, path, length);
        key[length] = 0;
        value = value->kind == HUI_JSON_ARRAY ? find_item(value, (size_t)(*key - '0')) : hui_json_find(value, key);
        path += length + (path[length] == '/');
    }
    return value;
}

static void test_schema(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_buffer out = {0};
    hui_schema_write(&out, kinds, 2);
    const hui_json *schema = hui_json_read(arena, "schema", out.bytes, out.size, NULL, hui_diags_new(arena));
    hui_buffer_finish(&out);
    assert_non_null(schema);
    const hui_json *panel = follow(schema, "$defs/figure");
    assert_non_null(panel);
    assert_string_equal(follow(panel, "properties/type/const")->string, "figure");
    assert_string_equal(follow(panel, "properties/width/default")->string, "50%");
    assert_string_equal(follow(panel, "properties/label/description")->string, "what it shows | or tells");
    assert_string_equal(follow(panel, "properties/span/$ref")->string, "#/$defs/panel/properties/span");
    assert_null(follow(panel, "properties/nothing"));
    assert_int_equal(follow(panel, "additionalProperties")->kind, HUI_JSON_FALSE);
    assert_int_equal(follow(panel, "required")->count, 2);
    assert_float_equal(follow(panel, "properties/share/anyOf/0/exclusiveMinimum")->number, 0, 0);
    assert_null(follow(panel, "properties/share/anyOf/0/maximum"));
    /* what two fields share stands once: words by themselves, a field that is the same in the first record that has it */
    assert_int_equal(follow(schema, "$defs/words-figure-edge/oneOf")->count, 2);
    assert_string_equal(follow(schema, "$defs/figure/properties/edge/anyOf/0/$ref")->string, "#/$defs/words-figure-edge");
    assert_string_equal(follow(schema, "$defs/group/properties/side/anyOf/0/$ref")->string, "#/$defs/words-figure-edge");
    assert_string_equal(follow(schema, "$defs/group/properties/side/description")->string, "which side");
    assert_string_equal(follow(schema, "$defs/group/properties/share/$ref")->string, "#/$defs/figure/properties/share");
    assert_float_equal(follow(schema, "$defs/panel/properties/span/anyOf/0/maximum")->number, 100, 0);
    assert_int_equal(follow(schema, "$defs/any-panel/else/allOf")->count, 2);
    assert_string_equal(follow(schema, "else/$ref")->string, "#/$defs/poster");
    /* every reference leads somewhere */
    size_t references = 0;
    for (const hui_json *value = schema; value;) {
        if (value->key && !strcmp(value->key, "$ref")) {
            assert_non_null(follow(schema, value->string + 2));
            references++;
        }
        if (value->first) {
            value = value->first;
            continue;
        }
        while (value && !value->next)
            value = value->parent;
        value = value ? value->next : NULL;
    }
    assert_true(references > 20);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reference),
        cmocka_unit_test(test_describe),
        cmocka_unit_test(test_schema),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
