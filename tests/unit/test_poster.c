/* links: base json theme model */
/* Posters: pages, themes, includes, ids, and speed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "model/poster.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct figure {
    hui_string label, image;
    const hui_json *extra;
    hui_length width; /* a word all panels have, with a meaning of its own */
} figure;

typedef struct group {
    hui_panels panels;
    hui_lengths columns;
} group;

static const hui_field figure_fields[] = {
    HUI_FIELD(figure, label, TEXT, "what it shows", .required = true),
    HUI_FIELD(figure, image, FILE, "a picture", 0),
    HUI_FIELD(figure, extra, JSON, "anything", 0),
    HUI_FIELD(figure, width, LENGTH, "the picture's width", .fallback = "\"50%\""),
};
static const hui_field group_fields[] = {
    HUI_FIELD(group, panels, PANELS, "the panels", .required = true),
    HUI_FIELD(group, columns, TRACKS, "columns", .fallback = "1"),
};
static const hui_panel_kind figure_kind = {.record = {"figure", "A \"figure\"", figure_fields, HUI_FIELD_COUNT(figure_fields), sizeof(figure), NULL}};
static const hui_panel_kind group_kind = {.record = {"group", "A group of panels", group_fields, HUI_FIELD_COUNT(group_fields), sizeof(group), NULL}};
static const hui_panel_kind *const kinds[] = {&figure_kind, &group_kind};
static const hui_read_options plain = {.kinds = kinds, .kind_count = 2};

typedef struct fixture {
    char folder[64];
    hui_arena *arena;
    hui_diags *diags;
    hui_limits limits; /* of files that are read */
} fixture;

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    strcpy(f->folder, "/tmp/huibao-test-poster-XXXXXX");
    *state = f;
    f->arena = hui_arena_new();
    f->diags = hui_diags_new(f->arena);
    return mkdtemp(f->folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    const char *command = hui_arena_printf(f->arena, "rm -r %s", f->folder);
    const int status = system(command);
    hui_arena_free(f->arena);
    free(f);
    return status;
}

static const char *path_of(fixture *f, const char *name)
{
    return hui_arena_printf(f->arena, "%s/%s", f->folder, name);
}

static void write_file(fixture *f, const char *name, const char *text)
{
    FILE *file = fopen(path_of(f, name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* Nothing is made of a spec with an error, be it in its JSON. */
static const hui_poster *read_bytes(fixture *f, const char *text, size_t size, const hui_read_options *options)
{
    hui_files *files = HUI_NEW(f->arena, hui_files);
    *files = hui_files_of_text(f->arena, "t.json", NULL);
    const hui_json_options how = {.keep_going = true};
    const hui_json *root = hui_json_read(f->arena, "t.json", text, size, &how, f->diags);
    const hui_poster *poster = root ? hui_poster_read(f->arena, root, files, options, f->diags) : NULL;
    return f->diags->error_count == 0 ? poster : NULL;
}

static const hui_poster *read_text(fixture *f, const char *text)
{
    return read_bytes(f, text, strlen(text), &plain);
}

static const hui_poster *read_anywhere(fixture *f, const char *name, const hui_read_options *options, bool outside)
{
    f->diags = hui_diags_new(f->arena);
    f->diags->budget = hui_budget_new(f->arena, &f->limits, false);
    hui_files *files = HUI_NEW(f->arena, hui_files);
    *files = hui_files_of_path(f->arena, path_of(f, name));
    files->allow_outside = outside;
    const hui_json_options how = {.keep_going = true};
    const hui_json *root = hui_json_read_file(f->arena, path_of(f, name), (hui_place){0}, &how, f->diags);
    return root ? hui_poster_read(f->arena, root, files, options, f->diags) : NULL;
}

static const hui_poster *read_file(fixture *f, const char *name, const hui_read_options *options)
{
    return read_anywhere(f, name, options, false);
}

/* The only diagnostic there is, with this code and message. */
static const hui_diagnostic *expect(const fixture *f, const char *code, const char *message)
{
    for (size_t i = 0; i < f->diags->count; i++)
        print_message("%s:%d:%d %s %s\n", f->diags->at[i].file, f->diags->at[i].line, f->diags->at[i].column, f->diags->at[i].code, f->diags->at[i].message);
    assert_int_equal(f->diags->count, 1);
    assert_string_equal(f->diags->at[0].code, code);
    assert_non_null(strstr(f->diags->at[0].message, message));
    return &f->diags->at[0];
}

static const char *label_of(const hui_panel *panel)
{
    return ((const figure *)panel->props)->label.text;
}

static void test_defaults(void **state)
{
    fixture *f = *state;
    const hui_poster *poster = read_text(f, "{\"panels\": []}");
    assert_non_null(poster);
    assert_false(poster->is_panel);
    assert_null(poster->title.text);
    assert_string_equal(poster->lang.text, "zh-Hans");
    assert_string_equal(poster->theme->name, "red-gold");
    assert_float_equal(poster->page.width.value, 1080, 0);
    assert_int_equal(poster->page.width.unit, HUI_UNIT_PX);
    assert_int_equal(poster->page.height.unit, HUI_UNIT_NONE);
    assert_float_equal(poster->page.margin.value, 48, 0);
    assert_null(poster->page.size.text);
    assert_float_equal(poster->page.paper_width, 0, 0);
    assert_int_equal(poster->fonts.count, 0);
}

static void test_root(void **state)
{
    fixture *f = *state;
    const struct {
        const char *text, *code, *message;
    } cases[] = {
        {"{}", "missing-field", "poster needs “panels”"},
        {"[]", "wrong-type", "“the file” must be a poster or panel object, not an array"},
        {"{\"panels\": [], \"titel\": 1}", "unknown-key", "“titel” is not a property of poster"},
        {"{\"panels\": [], \"lang\": \"zh_Hans\"}", "out-of-range", "“lang” must be a BCP 47"},
        {"{\"panels\": [], \"lang\": \"\"}", "out-of-range", "“lang” must be a BCP 47"},
        {"{\"panels\": [], \"fonts\": [\"x\"]}", "bad-path", "was not read from a folder"},
        {"{\"include\": \"x.json\"}", "bad-include", "was not read from a folder"},
        {"{\"type\": \"figur\"}", "unknown-panel", "there is no panel type “figur”"},
        {"{\"type\": \"figure\", \"label\": \"a\", \"page\": {}}", "unknown-key", "“page” is not a property of figure"},
        {"{\"panels\": [], \"title\": \"a\", \"title\": \"b\"}", "duplicate-key", "the key “title” stands twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        f->diags = hui_diags_new(f->arena);
        assert_null(read_text(f, cases[i].text));
        expect(f, cases[i].code, cases[i].message);
    }
    f->diags = hui_diags_new(f->arena);
    assert_null(read_text(f, "{\"panels\": [], \"title\": 1, \"title\": 2, \"page\": {\"width\": 1e400}}"));
    assert_int_equal(f->diags->count, 5); /* twice not a string, once a duplicate, once no double, once out of range */
}

static void test_page(void **state)
{
    fixture *f = *state;
    const struct {
        const char *page;
        double width, height, margin, paper_width, paper_height;
    } good[] = {
        {"{\"width\": 800}", 800, 0, 48, 0, 0},
        {"{\"height\": 1920, \"margin\": 10}", 1080, 1920, 10, 0, 0},
        {"\"A4\"", 1080, 1080 * 297.0 / 210, 48, 210, 297},
        {"{\"size\": \"A3\", \"orientation\": \"landscape\", \"margin\": \"42mm\"}", 1080, 1080 * 297.0 / 420, 108, 420, 297},
        {"{\"size\": \"B2\", \"width\": 500, \"margin\": \"10%\"}", 500, 707, 50, 500, 707},
        {"\"600mm x 1800mm\"", 1080, 3240, 48, 600, 1800},
        {"\"60cm×180cm\"", 1080, 3240, 48, 600, 1800},
        {"\"1080px x 1920px\"", 1080, 1920, 48, 0, 0},
        {"\"750 x 1334\"", 750, 1334, 48, 0, 0},
        {"{\"margin\": \"1in\"}", 1080, 0, 96, 0, 0},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        f->diags = hui_diags_new(f->arena);
        const hui_poster *poster = read_text(f, hui_arena_printf(f->arena, "{\"panels\": [], \"page\": %s}", good[i].page));
        print_message("%s\n", good[i].page);
        assert_non_null(poster);
        assert_float_equal(poster->page.width.value, good[i].width, 1e-9);
        assert_float_equal(poster->page.height.value, good[i].height, 1e-9);
        assert_float_equal(poster->page.margin.value, good[i].margin, 1e-9);
        assert_float_equal(poster->page.paper_width, good[i].paper_width, 1e-9);
        assert_float_equal(poster->page.paper_height, good[i].paper_height, 1e-9);
    }
    const struct {
        const char *page, *code, *message;
    } bad[] = {
        {"{\"width\": 0}", "out-of-range", "“width” must be between 64 and 16384"},
        {"{\"width\": 1e9}", "out-of-range", "“width” must be between 64 and 16384"},
        {"{\"height\": -1}", "out-of-range", "“height” must be between 64"},
        {"{\"width\": \"210mm\"}", "page-size", "the page's width must be in px"},
        {"\"A9\"", "page-size", "“A9” is not a paper size"},
        {"\"600mm\"", "page-size", "“600mm” is not a paper size"},
        {"\"600mm x 3px\"", "page-size", "is not a paper size"},
        {"\"60cm x 1.8mm\"", "page-size", "too small or too large: 20 to 20000 mm"},
        {"\"0px x 1e9px\"", "page-size", "is not a paper size"},
        {"\"99px x 999999px\"", "page-size", "too small or too large"},
        {"{\"size\": \"A4\", \"height\": 500}", "page-size", "both say how high"},
        {"{\"margin\": 540}", "page-size", "margins of 540 px leave no room on a page 1080 px wide"},
        {"{\"background\": \"papper\"}", "unknown-value", "“papper” is not a value of “background”"},
        {"5", "wrong-type", "“page” must be a string or an object, not a number"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        f->diags = hui_diags_new(f->arena);
        print_message("%s\n", bad[i].page);
        assert_null(read_text(f, hui_arena_printf(f->arena, "{\"panels\": [], \"page\": %s}", bad[i].page)));
        expect(f, bad[i].code, bad[i].message);
    }
}

static bool is_color(hui_color color, uint32_t hex)
{
    return hui_color_equal(color, hui_color_rgb(hex));
}

static void test_theme(void **state)
{
    fixture *f = *state;
    assert_string_equal(read_text(f, "{\"panels\": [], \"theme\": \"blue-white\"}")->theme->name, "blue-white");
    const hui_poster *poster = read_text(
        f, "{\"theme\": {\"extends\": \"blue-white\", \"name\": \"ours\","
           "\"colors\": {\"ink\": \"#112233\", \"gold-light\": \"paper\"},"
           "\"accents\": {\"brand\": \"#3366cc\", \"blue\": {\"color\": \"#000\", \"tint\": \"#eee\"}},"
           "\"sizes\": {\"title\": 26, \"body\": {\"lineHeight\": 50, \"weight\": 700}}, \"measures\": {\"gap\": 7, \"cardX\": 9}},"
           "\"panels\": [{\"type\": \"figure\", \"label\": \"a\", \"accent\": \"brand\"}]}");
    assert_non_null(poster);
    const hui_theme *ours = poster->theme, *base = hui_theme_find("blue-white");
    assert_string_equal(ours->name, "ours");
    assert_true(is_color(ours->palette.ink, 0x112233));
    assert_true(hui_color_equal(ours->palette.gold_light, base->palette.paper));
    assert_true(hui_color_equal(ours->palette.card, base->palette.card));
    assert_int_equal(ours->accent_count, base->accent_count + 1);
    const hui_accent *brand = hui_accent_find(ours, "brand"), *blue = hui_accent_find(ours, "blue");
    assert_ptr_equal(poster->panels.at[0]->common.accent, brand);
    assert_true(is_color(brand->color, 0x3366cc));
    assert_true(is_color(brand->dark, 0x24478f));
    assert_true(is_color(brand->line, 0xd6e0f5));
    assert_true(is_color(brand->tint, 0xeff3fb));
    assert_true(is_color(blue->color, 0));
    assert_true(is_color(blue->tint, 0xeeeeee));
    assert_float_equal(ours->type[HUI_TYPE_TITLE].size, 26, 0);
    const hui_type_style *title = &base->type[HUI_TYPE_TITLE];
    assert_true(fabs(ours->type[HUI_TYPE_TITLE].line_height - title->line_height * 26 / title->size) < 1e-9);
    assert_float_equal(ours->type[HUI_TYPE_BODY].size, base->type[HUI_TYPE_BODY].size, 0);
    assert_float_equal(ours->type[HUI_TYPE_BODY].line_height, 50, 0);
    assert_int_equal(ours->type[HUI_TYPE_BODY].weight, 700);
    assert_float_equal(ours->measures.gap, 7, 0);
    assert_float_equal(ours->measures.card_x, 9, 0);
    assert_float_equal(ours->measures.radius, base->measures.radius, 0);
    assert_int_equal(f->diags->count, 0);
}

static void test_theme_refusals(void **state)
{
    fixture *f = *state;
    const struct {
        const char *theme, *code, *message;
    } cases[] = {
        {"\"red-gol\"", "unknown-theme", "there is no theme “red-gol”"},
        {"{\"extends\": \"none\"}", "unknown-theme", "there is no theme “none”"},
        {"[]", "wrong-type", "“theme” must be a string or an object, not an array"},
        {"{\"colors\": {\"inc\": \"#123\"}}", "unknown-key", "“inc” is not a property of colors"},
        {"{\"colors\": {\"ink\": \"#12\"}}", "unknown-value", "“#12” is not a value of “ink”"},
        {"{\"accents\": {\"brand\": {\"dark\": \"#123\"}}}", "missing-field", "theme accent needs “color”"},
        {"{\"sizes\": {\"title\": {\"weight\": 1000}}}", "out-of-range", "“weight” must be between 100 and 900"},
        {"{\"measures\": {\"gap\": \"x\"}}", "wrong-type", "“gap” must be a number"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        f->diags = hui_diags_new(f->arena);
        assert_null(read_text(f, hui_arena_printf(f->arena, "{\"panels\": [], \"theme\": %s}", cases[i].theme)));
        expect(f, cases[i].code, cases[i].message);
    }
}

static void test_theme_option(void **state)
{
    fixture *f = *state;
    hui_read_options options = plain;
    const char *only_blue = hui_theme_find("blue-white")->accents[0].name;
    assert_null(hui_accent_find(hui_theme_find("red-gold"), only_blue));
    const char *text = hui_arena_printf(f->arena, "{\"panels\": [], \"theme\": {\"extends\": \"blue-white\", \"accents\": {\"mine\": \"%s\"}}}", only_blue);
    options.theme = "red-gold";
    assert_string_equal(read_bytes(f, text, strlen(text), &options)->theme->name, "red-gold");
    options.theme = "red-gild";
    assert_null(read_bytes(f, text, strlen(text), &options));
    assert_string_equal(expect(f, "unknown-theme", "there is no theme “red-gild”")->hint, "did you mean `red-gold`?");
}

/* The words of the theme record are those of the theme's own table. */
static void test_palette_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < hui_theme_record.field_count; i++) {
        const hui_field *field = &hui_theme_record.fields[i];
        if (strcmp(field->name, "colors") != 0)
            continue;
        for (size_t j = 0; j < hui_palette_name_count(); j++)
            assert_string_equal(field->words[j].word, hui_palette_name(j));
        assert_null(field->words[hui_palette_name_count()].word);
        return;
    }
    fail();
}

static void write_tree(fixture *f)
{
    mkdir(path_of(f, "root"), 0700);
    mkdir(path_of(f, "root/panels"), 0700);
    write_file(f, "root/panels/a.json", "{\"$schema\": \"x\", \"type\": \"figure\", \"label\": \"a\", \"image\": \"a.png\", \"id\": \"own\", \"span\": 2}");
    write_file(f, "root/panels/a.png", "png");
    write_file(f, "root/panels/group.json", "{\"type\": \"group\", \"panels\": [{\"include\": \"a.json\"}, {\"include\": \"../b.json\"}]}");
    write_file(f, "root/b.json", "{\"type\": \"figure\", \"label\": \"b\"}");
    write_file(f, "outside.json", "{\"type\": \"figure\", \"label\": \"outside\"}");
}

static void test_includes(void **state)
{
    fixture *f = *state;
    write_tree(f);
    write_file(f, "root/poster.json",
               "{\"panels\": [{\"include\": \"panels/a.json\", \"id\": \"first\", \"grow\": 2, \"accent\": \"teal\"}, {\"include\": \"panels/group.json\"}]}");
    const hui_poster *poster = read_file(f, "root/poster.json", &plain);
    assert_int_equal(f->diags->count, 0);
    const hui_panel *first = poster->panels.at[0];
    assert_string_equal(label_of(first), "a");
    assert_string_equal(first->common.id.text, "first");
    assert_int_equal(first->common.span, 2);
    assert_float_equal(first->common.grow, 2, 0);
    assert_string_equal(first->common.accent->name, "teal");
    assert_string_equal(((const figure *)first->props)->image.text, path_of(f, "root/panels/a.png"));
    assert_string_equal(first->place.source->name, path_of(f, "root/panels/a.json"));
    assert_string_equal(first->place.pointer, "");
    const group *inner = poster->panels.at[1]->props;
    assert_int_equal(inner->panels.count, 2);
    assert_string_equal(inner->panels.at[0]->common.id.text, "own");
    assert_string_equal(label_of(inner->panels.at[1]), "b");

    poster = read_file(f, "root/panels/group.json", &plain); /* its folder is the root now */
    assert_null(poster);
    expect(f, "bad-include", "the include “../b.json” leads out of the folder of the spec");
    poster = read_file(f, "root/panels/a.json", &plain);
    assert_true(poster->is_panel);
    assert_string_equal(label_of(poster->panels.at[0]), "a");
}

static void test_included_errors(void **state)
{
    fixture *f = *state;
    write_tree(f);
    write_file(f, "root/panels/bad.json", "{\n  \"type\": \"group\",\n  \"panels\": [{\"type\": \"figure\", \"lable\": \"x\"}]\n}");
    write_file(f, "root/poster.json", "{\"panels\": [\n{\"include\": \"panels/bad.json\", \"spam\": 1},\n{\"type\": \"figure\"}]}");
    assert_null(read_file(f, "root/poster.json", &plain));
    assert_int_equal(f->diags->count, 4);
    const hui_diagnostic *at = f->diags->at;
    assert_string_equal(at[0].file, path_of(f, "root/panels/bad.json"));
    assert_string_equal(at[0].code, "missing-field");
    assert_int_equal(at[0].line, 3);
    assert_string_equal(at[1].code, "unknown-key");
    assert_string_equal(at[1].pointer, "/panels/0/lable");
    assert_string_equal(at[2].file, path_of(f, "root/poster.json"));
    assert_string_equal(at[2].hint, "did you mean `span`?");
    assert_string_equal(at[2].message, "“spam” is not a property of an include");
    assert_int_equal(at[2].line, 2);
    assert_string_equal(at[3].code, "missing-field");
}

static void test_include_refusals(void **state)
{
    fixture *f = *state;
    write_tree(f);
    write_file(f, "root/loop.json", "{\"type\": \"group\", \"panels\": [{\"include\": \"panels/back.json\"}]}");
    write_file(f, "root/panels/back.json", "{\"include\": \"../loop.json\"}");
    write_file(f, "root/self.json", "{\"include\": \"self.json\"}");
    write_file(f, "root/broken.json", "{\"type\": ");
    write_file(f, "root/other.json", "{\"panels\": []}");
    assert_int_equal(symlink("../outside.json", path_of(f, "root/link.json")), 0);
    const struct {
        const char *panel, *code, *message;
    } cases[] = {
        {"{\"include\": \"../outside.json\"}", "bad-include", "the include “../outside.json” leads out of the folder of the spec"},
        {"{\"include\": \"panels/../../outside.json\"}", "bad-include", "leads out of the folder"},
        {"{\"include\": \"link.json\"}", "bad-include", "the include “link.json” leads out of the folder"},
        {"{\"include\": \"/etc/passwd\"}", "bad-include", "leads out of the folder"},
        {"{\"include\": \"none.json\"}", "bad-include", "the include “none.json” does not exist"},
        {"{\"include\": \"\"}", "bad-include", "is empty"},
        {"{\"include\": \"b.json\\u0000x\"}", "bad-include", "holds U+0000"},
        {"{\"include\": 3}", "wrong-type", "“include” must be a string, not a number"},
        {"{\"include\": \"b.json\", \"type\": \"figure\"}", "unknown-key", "“type” is not a property of an include"},
        {"{\"include\": \"panels\"}", "unreadable-file", "Is a directory"},
        {"{\"include\": \"broken.json\"}", "bad-json", "the file ends inside an object"},
        {"{\"include\": \"other.json\"}", "bad-include", "root/other.json holds a poster, not a panel"},
        {"{\"include\": \"poster.json\"}", "bad-include", "this file includes itself: "},
        {"{\"include\": \"self.json\"}", "bad-include", "root/self.json → "},
        {"{\"include\": \"loop.json\"}", "bad-include", "root/panels/back.json → "},
        {"{\"include\": \"panels/../loop.json\"}", "bad-include", "root/loop.json"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file(f, "root/poster.json", hui_arena_printf(f->arena, "{\"panels\": [%s]}", cases[i].panel));
        print_message("%s\n", cases[i].panel);
        assert_null(read_file(f, "root/poster.json", &plain));
        expect(f, cases[i].code, cases[i].message);
    }
    write_file(f, "root/poster.json", "{\"panels\": [{\"include\": \"../outside.json\"}, {\"include\": \"link.json\"}]}");
    const hui_poster *poster = read_anywhere(f, "root/poster.json", &plain, true);
    assert_int_equal(poster->panels.count, 2);
    assert_string_equal(label_of(poster->panels.at[1]), "outside");
}

/* Each file includes the next one twice: 2^40 panels, if nobody counted. */
static void test_include_bomb(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < 40; i++)
        write_file(f, hui_arena_printf(f->arena, "%d.json", i),
                   hui_arena_printf(f->arena, "{\"type\": \"group\", \"panels\": [{\"include\": \"%d.json\"}, {\"include\": \"%d.json\"}]}", i + 1, i + 1));
    write_file(f, "40.json", "{\"type\": \"figure\", \"label\": \"a\"}");
    assert_null(read_file(f, "0.json", &plain));
    assert_string_equal(f->diags->at[0].message, "this is too much in all; the limit “includes” is 10000 files");
}

static void test_file_errors(void **state)
{
    fixture *f = *state;
    assert_null(read_file(f, "none.json", &plain));
    expect(f, "unreadable-file", "No such file");
    f->limits.file_size = 10;
    write_file(f, "large.json", "{\"panels\": []}");
    assert_null(read_file(f, "large.json", &plain));
    assert_string_equal(expect(f, "file-too-large", "the file has 14 bytes; the limit is 10")->file, path_of(f, "large.json"));
    f->limits.file_size = 0;
    assert_null(read_file(f, ".", &plain));
    expect(f, "unreadable-file", "Is a directory");
}

static void test_ids(void **state)
{
    fixture *f = *state;
    const char *text = "{\"panels\": [";
    for (int i = 0; i < 200; i++)
        text = hui_arena_printf(f->arena, "%s\n{\"type\": \"figure\", \"label\": \"x\", \"id\": \"p%d\"},", text, i == 150 ? 20 : i);
    assert_null(read_text(f, hui_arena_printf(f->arena, "%s {\"type\": \"figure\", \"label\": \"x\"}]}", text)));
    const hui_diagnostic *d = expect(f, "duplicate-id", "the id “p20” is that of another panel");
    assert_int_equal(d->line, 152);
    assert_string_equal(d->hint, "the other one stands in t.json, line 22");
}

static void test_nesting(void **state)
{
    fixture *f = *state;
    hui_buffer text = {0};
    f->diags->budget = hui_budget_new(f->arena, &(hui_limits){.depth = 1000}, false);
    for (int i = 0; i < 300; i++)
        hui_buffer_add_string(&text, "{\"type\": \"group\", \"panels\": [");
    for (int i = 0; i < 300; i++)
        hui_buffer_add_string(&text, "]}");
    assert_null(read_bytes(f, text.bytes, text.size, &plain));
    hui_buffer_finish(&text);
    expect(f, "too-deep", "deeper than 256 levels");
}

/* A field of the panel's own hides that of all panels. */
static void test_own_field_first(void **state)
{
    fixture *f = *state;
    const hui_poster *poster = read_text(f, "{\"type\": \"figure\", \"label\": \"x\", \"width\": \"10mm\"}");
    assert_float_equal(((const figure *)poster->panels.at[0]->props)->width.value, 10, 0);
    assert_int_equal(poster->panels.at[0]->common.width.unit, HUI_UNIT_NONE);
}

static void test_many_panels(void **state)
{
    fixture *f = *state;
    hui_buffer text = {0};
    hui_buffer_add_string(&text, "{\"panels\": [");
    for (int i = 0; i < 10000; i++)
        hui_buffer_printf(&text, "%s{\"type\": \"group\", \"id\": \"g%d\", \"panels\": [{\"type\": \"figure\", \"label\": \"标签 %d\", \"span\": 2}]}", i ? ",\n" : "", i, i);
    hui_buffer_add_string(&text, "]}");
    const clock_t start = clock();
    const hui_poster *poster = read_bytes(f, text.bytes, text.size, &plain);
    const double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    hui_buffer_finish(&text);
    print_message("20,000 panels in %.3f s, %zu bytes of arena\n", seconds, hui_arena_size(f->arena));
    assert_int_equal(poster->panels.count, 10000);
    assert_true(seconds < 3); /* a tenth of it is usual; quadratic look-ups would take minutes */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_root, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_theme, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_theme_refusals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_theme_option, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_palette_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_includes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_included_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_include_refusals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_include_bomb, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_file_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nesting, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_own_field_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many_panels, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
