/* links: base json theme model */
/* Records: every field kind read, defaulted and refused, with a small vocabulary of this test's own. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/poster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct change {
    hui_string value;
    int trend;
    double by;
} change;

typedef struct entry {
    hui_string text;
    hui_list entries;
} entry;

typedef struct sample {
    hui_string string, text, value, icon, file, color;
    const hui_accent *accent;
    double number, plain;
    int integer, choice;
    bool flag, unset;
    hui_length length;
    hui_lengths lengths, tracks;
    const change *change, *always;
    hui_list list, map, names, texts;
    const hui_panel *panel;
    hui_panels panels;
    const hui_json *json;
} sample;

static const hui_word trends[] = {{"up", "rises"}, {"down", "falls"}, {"level", "stays"}, {NULL, NULL}};
static const hui_word names[] = {{"first", "the first"}, {"second", "the second"}, {NULL, NULL}};

static const hui_field change_fields[] = {
    HUI_FIELD(change, value, VALUE, "by how much", .required = true),
    HUI_FIELD(change, trend, ENUM, "whither", .fallback = "\"level\"", .words = trends),
    HUI_FIELD(change, by, NUMBER, "a number", 0),
};
static const hui_record change_record = {"sample.change", "A change", change_fields, 3, sizeof(change), "value"};

static const hui_record entry_record;
static const hui_field entry_fields[] = {
    HUI_FIELD(entry, text, TEXT, "what it says", .required = true),
    HUI_FIELD(entry, entries, LIST, "entries below", .record = &entry_record),
};
static const hui_record entry_record = {"sample entry", "An entry", entry_fields, 2, sizeof(entry), "text"};

typedef struct named {
    hui_string name;
    double size;
} named;
static const hui_field named_fields[] = {HUI_FIELD(named, size, NUMBER, "how large", .fallback = "3")};
static const hui_record named_record = {"sample named", "A thing with a name", named_fields, 1, sizeof(named), "size"};

static const hui_field sample_fields[] = {
    HUI_FIELD(sample, string, STRING, "a string", 0),
    HUI_FIELD(sample, text, TEXT, "a text", .fallback = "\"hello\""),
    HUI_FIELD(sample, value, VALUE, "a value", 0),
    HUI_FIELD(sample, icon, ICON, "an icon", 0),
    HUI_FIELD(sample, file, FILE, "a file", 0),
    HUI_FIELD(sample, color, COLOR, "a colour", .fallback = "\"ink\""),
    HUI_FIELD_AS("tone", sample, accent, ACCENT, "an accent", 0),
    HUI_FIELD(sample, number, NUMBER, "a number", .fallback = "0.5", .min = 0, .max = 1),
    HUI_FIELD(sample, plain, NUMBER, "any number", 0),
    HUI_FIELD(sample, integer, INTEGER, "a whole number", .fallback = "2", .min = 1, .max = 12),
    HUI_FIELD(sample, choice, ENUM, "a choice", .fallback = "\"down\"", .words = trends),
    HUI_FIELD(sample, flag, BOOL, "a flag", .fallback = "true"),
    HUI_FIELD(sample, unset, BOOL, "another flag", 0),
    HUI_FIELD(sample, length, LENGTH, "a length", .min = 0, .max = 500),
    HUI_FIELD(sample, lengths, LENGTHS, "lengths", .fallback = "24"),
    HUI_FIELD(sample, tracks, TRACKS, "tracks", .fallback = "2", .min = 1, .max = 12),
    HUI_FIELD(sample, change, OBJECT, "a change", .record = &change_record),
    HUI_FIELD(sample, always, OBJECT, "a change that is always there", .fallback = "\"10%\"", .record = &change_record),
    HUI_FIELD(sample, list, LIST, "a list", .record = &entry_record),
    HUI_FIELD(sample, map, MAP, "things by name", .record = &named_record),
    HUI_FIELD(sample, names, MAP, "two things by name", .words = names, .record = &named_record),
    HUI_FIELD(sample, texts, TEXTS, "texts", 0),
    HUI_FIELD(sample, panel, PANEL, "a panel", 0),
    HUI_FIELD(sample, panels, PANELS, "panels", 0),
    HUI_FIELD(sample, json, JSON, "anything", 0),
};
static const hui_panel_kind sample_kind = {
    .record = {"sample", "A panel with a field of each kind", sample_fields, HUI_FIELD_COUNT(sample_fields), sizeof(sample), NULL}};
static const hui_panel_kind *const kinds[] = {&sample_kind};

static bool icon_exists(void *closure, const char *name)
{
    return !strcmp(name, closure);
}

static const char *icon_nearest(void *closure, const char *name)
{
    return name[0] == 'w' ? closure : NULL;
}

static const hui_read_options options = {
    .kinds = kinds, .kind_count = 1, .icon_exists = icon_exists, .icon_nearest = icon_nearest, .icon_closure = "windmill"};

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

static const hui_poster *read_text(const char *text)
{
    hui_files *files = HUI_NEW(arena, hui_files);
    *files = hui_files_of_text(arena, "t.json", HUI_SOURCE_DIR "/tests/unit");
    const hui_json_options how = {.keep_going = true};
    const hui_json *root = hui_json_read(arena, "t.json", text, strlen(text), &how, diags);
    return root ? hui_poster_read(arena, root, files, &options, diags) : NULL;
}

static const sample *read_sample(const char *text)
{
    const hui_poster *poster = read_text(text);
    for (size_t i = 0; i < diags->count; i++)
        print_message("%s: %s\n", diags->at[i].code, diags->at[i].message);
    assert_non_null(poster);
    assert_true(poster->is_panel);
    assert_int_equal(poster->panels.count, 1);
    return poster->panels.at[0]->props;
}

static void test_defaults(void **state)
{
    (void)state;
    const sample *s = read_sample("{\"type\": \"sample\"}");
    assert_null(s->string.text);
    assert_string_equal(s->text.text, "hello");
    assert_null(s->text.place.source);
    assert_string_equal(s->color.text, "ink");
    assert_null(s->accent);
    assert_float_equal(s->number, 0.5, 0);
    assert_true(isnan(s->plain));
    assert_int_equal(s->integer, 2);
    assert_int_equal(s->choice, 1);
    assert_true(s->flag);
    assert_false(s->unset);
    assert_int_equal(s->length.unit, HUI_UNIT_NONE);
    assert_int_equal(s->lengths.count, 1);
    assert_float_equal(s->lengths.at[0].value, 24, 0);
    assert_int_equal(s->tracks.count, 2);
    assert_int_equal(s->tracks.at[1].unit, HUI_UNIT_FR);
    assert_null(s->change);
    assert_string_equal(s->always->value.text, "10%");
    assert_int_equal(s->always->trend, 2);
    assert_true(isnan(s->always->by));
    assert_int_equal(s->list.count, 0);
    assert_null(s->panel);
    assert_int_equal(s->panels.count, 0);
    assert_null(s->json);
}

static void test_strings(void **state)
{
    (void)state;
    const sample *s = read_sample("{\"type\": \"sample\",\n \"string\": \"a\", \"text\": \"**b**\\n\\tc\", \"value\": 3800.50,\n"
                                  " \"icon\": \"windmill\", \"file\": \"test_record.c\", \"color\": \"#FFF8\", \"tone\": \"teal\", \"texts\": [\"x\", \"y\"]}");
    assert_string_equal(s->string.text, "a");
    assert_string_equal(s->text.text, "**b**\n\tc");
    assert_int_equal(hui_place_line(s->text.place), 2);
    assert_string_equal(s->text.place.pointer, "/text");
    assert_string_equal(s->value.text, "3800.50");
    assert_string_equal(s->icon.text, "windmill");
    assert_string_equal(s->file.text, HUI_SOURCE_DIR "/tests/unit/test_record.c");
    assert_string_equal(s->color.text, "#FFF8");
    assert_string_equal(s->accent->name, "teal");
    assert_int_equal(s->texts.count, 2);
    assert_string_equal(((const hui_string *)s->texts.at)[1].text, "y");
}

static void test_folders(void **state)
{
    (void)state;
    assert_string_equal(read_sample("{\"type\": \"sample\", \"file\": \".\"}")->file.text, HUI_SOURCE_DIR "/tests/unit");
    assert_string_equal(read_sample("{\"type\": \"sample\", \"file\": \"../unit/./test_record.c\"}")->file.text,
                        HUI_SOURCE_DIR "/tests/unit/test_record.c");
}

static void test_numbers(void **state)
{
    (void)state;
    const sample *s = read_sample("{\"type\": \"sample\", \"number\": 1, \"plain\": -2.5e3, \"integer\": 12.0, \"choice\": \"up\", \"flag\": false,"
                                  "\"length\": \"12.25mm\", \"lengths\": [8, \"50%\", \"auto\", \"-3px\"], \"tracks\": [\"2fr\", 300]}");
    assert_float_equal(s->number, 1, 0);
    assert_float_equal(s->plain, -2500, 0);
    assert_int_equal(s->integer, 12);
    assert_int_equal(s->choice, 0);
    assert_false(s->flag);
    assert_float_equal(s->length.value, 12.25, 0);
    assert_int_equal(s->length.unit, HUI_UNIT_MM);
    assert_int_equal(s->lengths.count, 4);
    assert_int_equal(s->lengths.at[1].unit, HUI_UNIT_PERCENT);
    assert_int_equal(s->lengths.at[2].unit, HUI_UNIT_AUTO);
    assert_float_equal(s->lengths.at[3].value, -3, 0);
    assert_int_equal(s->tracks.count, 2);
    assert_float_equal(s->tracks.at[0].value, 2, 0);
    assert_int_equal(s->tracks.at[1].unit, HUI_UNIT_PX);
}

static void test_lengths(void **state)
{
    (void)state;
    const struct {
        const char *text;
        double value;
        hui_unit unit;
    } cases[] = {{"24", 24, HUI_UNIT_PX},  {"0", 0, HUI_UNIT_PX},      {"10mm", 10, HUI_UNIT_MM},        {"2.5cm", 25, HUI_UNIT_MM}, {"12pt", 12, HUI_UNIT_PT},
                 {"1in", 72, HUI_UNIT_PT}, {"50%", 50, HUI_UNIT_PERCENT}, {"1.5fr", 1.5, HUI_UNIT_FR}, {"600 mm", 600, HUI_UNIT_MM}, {"auto", 0, HUI_UNIT_AUTO}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const sample *s = read_sample(hui_arena_printf(arena, "{\"type\": \"sample\", \"lengths\": \"%s\"}", cases[i].text));
        assert_float_equal(s->lengths.at[0].value, cases[i].value, 1e-12);
        assert_int_equal(s->lengths.at[0].unit, cases[i].unit);
    }
    const char *const wrong[] = {"", "mm", "1.", ".5", "1e3", "10 furlongs", "1 2", "+1", "0x10", "1,5", "10mm ", "１０", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const size_t before = diags->count;
        print_message("“%s”\n", wrong[i]);
        assert_null(read_text(hui_arena_printf(arena, "{\"type\": \"sample\", \"lengths\": \"%s\"}", wrong[i])));
        assert_int_equal(diags->count, before + 1);
        diags = hui_diags_new(arena);
    }
}

static void test_structs(void **state)
{
    (void)state;
    const sample *s = read_sample(
        "{\"type\": \"sample\", \"change\": {\"value\": 5, \"trend\": \"up\", \"$comment\": [1]}, \"always\": 7,"
        "\"list\": [\"a\", {\"text\": \"b\", \"entries\": [\"c\", {\"text\": \"d\"}]}],"
        "\"map\": {\"one\": {}, \"two\": 9, \"three\": {\"size\": 4}}, \"names\": {\"second\": {\"size\": 1}},"
        "\"panel\": {\"type\": \"sample\", \"integer\": 7, \"span\": 3, \"id\": \"in-ner_1\", \"grow\": 2, \"align\": \"center\", \"accent\": \"navy\"},"
        "\"panels\": [{\"type\": \"sample\"}, {\"type\": \"sample\", \"integer\": 9}], \"json\": {\"any\": [1]}}");
    assert_string_equal(s->change->value.text, "5");
    assert_int_equal(s->change->trend, 0);
    assert_string_equal(s->always->value.text, "7");
    assert_int_equal(s->list.count, 2);
    const entry *entries = s->list.at;
    assert_string_equal(entries[0].text.text, "a");
    const entry *below = entries[1].entries.at;
    assert_string_equal(below[1].text.text, "d");
    assert_string_equal(below[1].text.place.pointer, "/list/1/entries/1/text");
    const named *map = s->map.at;
    assert_int_equal(s->map.count, 3);
    assert_string_equal(map[0].name.text, "one");
    assert_float_equal(map[0].size, 3, 0);
    assert_float_equal(map[1].size, 9, 0);
    assert_float_equal(map[2].size, 4, 0);
    assert_string_equal(((const named *)s->names.at)->name.text, "second");
    assert_int_equal(((const sample *)s->panel->props)->integer, 7);
    assert_int_equal(s->panel->common.span, 3);
    assert_int_equal(s->panel->common.rowSpan, 1);
    assert_float_equal(s->panel->common.grow, 2, 0);
    assert_int_equal(s->panel->common.align, 3);
    assert_string_equal(s->panel->common.accent->name, "navy");
    assert_string_equal(s->panel->place.pointer, "/panel");
    assert_int_equal(s->panels.count, 2);
    assert_ptr_equal(s->panels.at[1]->kind, &sample_kind);
    assert_true(isnan(s->panels.at[1]->common.grow));
    assert_null(s->panels.at[1]->common.accent);
    assert_int_equal(s->json->kind, HUI_JSON_OBJECT);
}

typedef struct refusal {
    const char *property, *code;
    int column; /* in the line of the property */
    const char *message, *hint;
} refusal;

static const refusal refusals[] = {
    {"\"strnig\": 1", "unknown-key", 1, "“strnig” is not a property of sample", "did you mean `string`?"},
    {"\"spam\": 1", "unknown-key", 1, "“spam” is not a property of sample", "did you mean `span`?"},
    {"\"completely\": 1", "unknown-key", 1, "“completely” is not a property of sample", "there is `string`, `text`, `value`,"},
    {"\"string\": 3", "wrong-type", 11, "“string” must be a string, not a number", "put it in quotes: \"3\""},
    {"\"string\": null", "wrong-type", 11, "“string” must be a string, not null", "leave it out instead"},
    {"\"text\": [\"a\"]", "wrong-type", 9, "“text” must be a string, not an array", NULL},
    {"\"text\": \"a\\u0000b\"", "bad-text", 9, "the control character U+0000", NULL},
    {"\"text\": \"a\\r\\nb\"", "bad-text", 9, "the control character U+000D", "write \\n"},
    {"\"text\": \"a\\u001b[1m\"", "bad-text", 9, "the control character U+001B", NULL},
    {"\"text\": \"\\uFFFF\"", "bad-text", 9, "U+FFFF", NULL},
    {"\"value\": true", "wrong-type", 10, "“value” must be a string or a number, not true", NULL},
    {"\"icon\": \"windmil\"", "unknown-icon", 9, "there is no icon “windmil”", "did you mean `windmill`?"},
    {"\"icon\": \"none.svg\"", "bad-path", 9, "the path “none.svg” does not exist", NULL},
    {"\"file\": \"none.png\"", "bad-path", 9, "the path “none.png” does not exist", NULL},
    {"\"file\": \"test_recrod.c\"", "bad-path", 9, "does not exist", "did you mean `test_record.c`?"},
    {"\"file\": \"./../unit/test_recrod.c\"", "bad-path", 9, "does not exist", "did you mean `./../unit/test_record.c`?"},
    {"\"file\": \"a\\\\b.png\"", "bad-path", 9, "does not exist", "folders are separated by /"},
    {"\"file\": \"\"", "bad-path", 9, "is empty", NULL},
    {"\"file\": \"https://a.b/c.png\"", "bad-path", 9, "is a web address", NULL},
    {"\"file\": \"../lint\"", "bad-path", 9, "the path “../lint” ", NULL},
    {"\"file\": \"/etc/passwd\"", "bad-path", 9, "leads out of the folder", NULL},
    {"\"color\": \"#12345\"", "unknown-value", 10, "“#12345” is not a value of “color”", "#RRGGBB"},
    {"\"color\": \"inc\"", "unknown-value", 10, "“inc” is not a value of “color”", "did you mean `ink`?"},
    {"\"color\": \"mauve-ish\"", "unknown-value", 10, "“mauve-ish” is not a value", "there is `paper`"},
    {"\"tone\": \"teel\"", "unknown-value", 9, "“teel” is not a value of “tone”", "did you mean `teal`?"},
    {"\"number\": \"0.5\"", "wrong-type", 11, "“number” must be a number, not a string", "remove the quotes"},
    {"\"number\": 1.01", "out-of-range", 11, "“number” must be between 0 and 1", NULL},
    {"\"integer\": 2.5", "out-of-range", 12, "“integer” must be a whole number", NULL},
    {"\"integer\": 13", "out-of-range", 12, "“integer” must be between 1 and 12", NULL},
    {"\"choice\": \"upp\"", "unknown-value", 11, "“upp” is not a value of “choice”", "did you mean `up`?"},
    {"\"choice\": \"sideways\"", "unknown-value", 11, "“sideways” is not a value of “choice”", "there is `up`, `down`, `level`"},
    {"\"flag\": \"true\"", "wrong-type", 9, "“flag” must be true or false, not a string", "without quotes"},
    {"\"length\": -1", "out-of-range", 11, "“length” must be between 0 and 500", NULL},
    {"\"length\": \"1e9\"", "unknown-value", 11, "“1e9” is not a value of “length”", "lengths are written"},
    {"\"length\": \"9999999fr\"", "out-of-range", 11, "“length” must be between 0 and 1000000", NULL},
    {"\"lengths\": [1, {}]", "wrong-type", 16, "“lengths[1]” must be a length", NULL},
    {"\"tracks\": 0", "out-of-range", 11, "“tracks” must be a whole number between 1 and 12", NULL},
    {"\"tracks\": 1000000000", "out-of-range", 11, "“tracks” must be a whole number between 1 and 12", NULL},
    {"\"tracks\": []", "out-of-range", 11, "“tracks” must be a list of lengths, as many as between 1 and 12", NULL},
    {"\"tracks\": \"2\"", "wrong-type", 11, "“tracks” must be a whole number or an array of lengths, not a string", "remove the quotes"},
    {"\"change\": []", "wrong-type", 11, "“change” must be a string or number or an object, not an array", NULL},
    {"\"change\": {}", "missing-field", 11, "sample.change needs “value”", "`value`: by how much"},
    {"\"change\": {\"value\": 1, \"tend\": \"up\"}", "unknown-key", 24, "“tend” is not a property of sample.change", "did you mean `trend`?"},
    {"\"list\": {}", "wrong-type", 9, "“list” must be an array, not an object", NULL},
    {"\"list\": [\"a\", {}]", "missing-field", 15, "sample entry needs “text”", NULL},
    {"\"list\": [true]", "wrong-type", 10, "“list[0]” must be a string or an object, not true", NULL},
    {"\"map\": []", "wrong-type", 8, "“map” must be an object, not an array", NULL},
    {"\"names\": {\"frist\": 1}", "unknown-key", 11, "“frist” is not a property of names", "did you mean `first`?"},
    {"\"texts\": [\"a\", 2]", "wrong-type", 16, "“texts[1]” must be a string, not a number", NULL},
    {"\"panel\": \"x\"", "wrong-type", 10, "“panel” must be a panel object, not a string", NULL},
    {"\"panel\": {}", "missing-field", 10, "a panel needs “type”", "include"},
    {"\"panel\": {\"type\": \"simple\"}", "unknown-panel", 19, "there is no panel type “simple”", "did you mean `sample`?"},
    {"\"panel\": {\"type\": 7}", "wrong-type", 19, "“type” must be a string, not a number", NULL},
    {"\"panels\": {}", "wrong-type", 11, "“panels” must be an array of panels, not an object", NULL},
    {"\"id\": \"1st\"", "out-of-range", 7, "“id” must be a letter followed by", NULL},
    {"\"id\": \"\"", "out-of-range", 7, "“id” must be a letter followed by", NULL},
    {"\"span\": 0", "out-of-range", 9, "“span” must be between 1 and 100", NULL},
    {"\"align\": \"middle\"", "unknown-value", 10, "“middle” is not a value of “align”", "there is `auto`, `stretch`"},
};

static void test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const refusal *expected = &refusals[i];
        diags = hui_diags_new(arena);
        print_message("%s\n", expected->property);
        assert_null(read_text(hui_arena_printf(arena, "{\"type\": \"sample\",\n%s\n}", expected->property)));
        assert_int_equal(diags->count, 1);
        const hui_diagnostic *got = &diags->at[0];
        if (!strstr(got->message, expected->message))
            fail_msg("got: %s", got->message);
        assert_string_equal(got->code, expected->code);
        assert_int_equal(got->line, 2);
        assert_int_equal(got->column, expected->column);
        if (expected->hint && !(got->hint && strstr(got->hint, expected->hint)))
            fail_msg("got: %s", got->hint ? got->hint : "no hint");
    }
}

static void test_all_at_once(void **state)
{
    (void)state;
    const char *text = "{\"type\": \"sample\"";
    const int count = 20;
    for (int i = 0; i < count; i++)
        text = hui_arena_printf(arena, i % 2 ? "%s,\n\"unknown%d\": 0" : "%s,\n\"panels%d\": {}", text, i);
    assert_null(read_text(hui_arena_printf(arena, "%s}", text)));
    assert_int_equal(diags->error_count, count);
    for (int i = 0; i < count; i++)
        assert_int_equal(diags->at[i].line, i + 2);
}

/* Whatever is changed in a spec, it is read or refused with a reason. */
static void test_damage(void **state)
{
    (void)state;
    static const char text[] =
        "{\"type\": \"sample\", \"text\": \"**b**\\n\", \"value\": 38.5, \"icon\": \"windmill\", \"file\": \"test_record.c\", \"color\": \"#FFF8\","
        "\"tone\": \"teal\", \"texts\": [\"x\"], \"number\": 1, \"integer\": 12, \"choice\": \"up\", \"flag\": false, \"length\": \"12mm\","
        "\"lengths\": [8, \"50%\"], \"tracks\": [\"2fr\", 3], \"change\": {\"value\": 5, \"trend\": \"up\"}, \"list\": [\"a\", {\"text\": \"b\"}],"
        "\"map\": {\"one\": {}, \"two\": 9}, \"names\": {\"second\": {\"size\": 1}}, \"panel\": {\"type\": \"sample\", \"span\": 3, \"id\": \"i\"},"
        "\"panels\": [{\"type\": \"sample\"}], \"json\": {\"any\": [1]}}";
    static const char strange[] = "\"{}[],:\\0-xn \x01\xE4";
    char damaged[sizeof text];
    for (size_t i = 0; i + 1 < sizeof text; i++)
        for (size_t j = 0; j < sizeof strange; j++) {
            hui_arena *local = hui_arena_new();
            hui_diags *found = hui_diags_new(local);
            memcpy(damaged, text, sizeof text);
            damaged[i] = strange[j];
            const hui_files files = hui_files_of_text(local, "t", HUI_SOURCE_DIR "/tests/unit");
            const hui_json_options how = {.keep_going = true};
            const hui_json *root = hui_json_read(local, "t", damaged, sizeof damaged - 1, &how, found);
            const size_t known = found->error_count;
            const hui_poster *poster = root ? hui_poster_read(local, root, &files, &options, found) : NULL;
            if (root ? (poster == NULL) != (found->error_count > known) : known == 0)
                fail_msg("%s", damaged);
            hui_arena_free(local);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_strings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_folders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lengths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_structs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refusals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_at_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_damage, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
