/* links: base text */
/* Fonts: what the folder holds, which faces are used, their outlines, and what is wrong with bad ones. */
#include "text/fonts.h"
#include "text/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <fontconfig/fontconfig.h>

static const char bundled[] = HUI_SOURCE_DIR "/fonts";

struct setup {
    hui_arena *arena;
    hui_diags *diags;
    hui_fonts *fonts;
};

/* As a program does: otherwise Pango reads the system's configuration in the background. */
static int open_fonts(void **state)
{
    FcConfigSetCurrent(FcConfigCreate());
    struct setup *setup = calloc(1, sizeof *setup);
    setup->arena = hui_arena_new();
    setup->diags = hui_diags_new(setup->arena);
    setup->fonts = hui_fonts_new(&(hui_fonts_options){.folder = bundled}, setup->diags);
    *state = setup;
    return setup->fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
    struct setup *setup = *state;
    hui_fonts_free(setup->fonts);
    hui_arena_free(setup->arena);
    free(setup);
    return 0;
}

static const hui_line *set_line(struct setup *setup, const hui_text_style *style, const char *markdown)
{
    hui_text *text = hui_text_new(setup->arena, setup->fonts, style, hui_markdown_read(setup->arena, markdown),
                                  (hui_place){0}, setup->diags);
    return hui_text_compose(text, 1e6)->at;
}

static void test_list(void **state)
{
    const struct setup *setup = *state;
    static const char *const rows[][2] = {{"DejaVu Sans", "Book"},
                                          {"DejaVu Sans", "Bold"},
                                          {"Huibao Latin", "Regular"},
                                          {"Huibao Latin", "Bold"},
                                          {"Huibao Sans", "Regular"},
                                          {"Huibao Sans", "Bold"},
                                          {"Huibao Sans", "Black"}};
    assert_int_equal(hui_fonts_count(setup->fonts), sizeof rows / sizeof *rows);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(hui_fonts_family(setup->fonts, i), rows[i][0]);
        assert_string_equal(hui_fonts_style(setup->fonts, i), rows[i][1]);
        assert_non_null(strstr(hui_fonts_file(setup->fonts, i), i == 0 ? "DejaVuSans.ttf" : rows[i][1]));
    }
    assert_true(hui_fonts_has_family(setup->fonts, "huibao sans"));
    assert_true(hui_fonts_has_family(setup->fonts, "Nowhere, Huibao Sans"));
    assert_false(hui_fonts_has_family(setup->fonts, "Nowhere"));
    assert_false(hui_fonts_has_family(setup->fonts, "Huibao"));
}

static void test_faces(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 20, .weight = 400, .strong_weight = 900};
    const hui_line *line = set_line(setup, &style, "细**粗**细");
    assert_int_equal(line->run_count, 3);
    assert_string_equal(hui_font_name(line->runs[0].font), "HuibaoSans-Regular");
    assert_string_equal(hui_font_name(line->runs[1].font), "HuibaoSans-Black");
    assert_int_equal(hui_font_weight(line->runs[0].font), 400);
    assert_int_equal(hui_font_weight(line->runs[1].font), 900);
    assert_ptr_equal(line->runs[0].font, line->runs[2].font);
    assert_int_equal(hui_font_id(line->runs[0].font), 0);
    assert_int_equal(hui_font_id(line->runs[1].font), 1);
    assert_non_null(hui_font_cairo_face(line->runs[0].font));
    const hui_text_style bold = {.size = 99.5, .weight = 700};
    assert_int_equal(hui_font_weight(set_line(setup, &bold, "数")->runs[0].font), 700);
}

static void test_one_face_for_all_sizes(void **state)
{
    struct setup *setup = *state;
    const hui_text_style small = {.size = 12}, large = {.size = 136};
    assert_ptr_equal(set_line(setup, &small, "一")->runs[0].font, set_line(setup, &large, "一")->runs[0].font);
}

static void test_outline(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 100};
    const hui_run *run = &set_line(setup, &style, "国")->runs[0];
    hui_path path = hui_path_new(setup->arena);
    hui_path_rect(&path, (hui_rect){500, 500, 1, 1});
    hui_font_outline(run->font, run->glyphs[0].id, 100, &path);
    hui_path glyph = hui_path_new(setup->arena);
    hui_font_outline(run->font, run->glyphs[0].id, 100, &glyph);
    assert_int_equal(path.point_count, glyph.point_count + 4); /* added to what was there */
    hui_rect box = hui_path_bounds(&glyph);
    assert_true(box.x > 2 && box.x + box.w < 98 && box.w > 75);
    assert_true(box.y > -88 && box.y < -75 && box.y + box.h > 5 && box.y + box.h < 12);
}

static void test_missing_glyph(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 20};
    size_t before = setup->diags->count;
    const hui_line *line = set_line(setup, &style, "笑\U0001F600笑\U0001F600\uA66E");
    assert_int_equal(setup->diags->count, before + 2);
    assert_string_equal(setup->diags->at[before].message, "no font has the character “\U0001F600” (U+1F600)");
    assert_string_equal(setup->diags->at[before + 1].message, "no font has the character “\uA66E” (U+A66E)");
    assert_int_equal(line->runs[0].glyphs[1].id, 0);
    assert_float_equal(line->width, 100, 1e-6);
}

/* Subscripts and letters that Noto Sans CJK lacks come from the second family, their spaces too. */
static void test_fallback(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 20};
    const size_t before = setup->diags->count;
    const hui_line *line = set_line(setup, &style, "CO₂ 与 Łódź ⅓");
    assert_int_equal(setup->diags->count, before);
    assert_string_equal(hui_font_name(line->runs[0].font), "HuibaoSans-Regular");
    bool found = false;
    for (size_t i = 0; i < line->run_count; i++)
        found |= strcmp(hui_font_name(line->runs[i].font), "HuibaoLatin-Regular") == 0;
    assert_true(found);
}

static void test_nothing_drawn(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 20};
    size_t before = setup->diags->count;
    const hui_line *line = set_line(setup, &style, "甲|乙\a丙");
    assert_int_equal(setup->diags->count, before);
    assert_float_equal(line->width, 60, 1e-6);
    assert_int_equal(line->runs[0].glyph_count, 3);
    assert_int_equal(line->runs[0].text_size, 9);
}

static void test_tabular_and_kerning(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = {.size = 1000, .weight = 900, .tabular = true};
    double ones = set_line(setup, &style, "1111")->width;
    assert_float_equal(ones, set_line(setup, &style, "0000")->width, 1e-6);
    style.tabular = false;
    double va = set_line(setup, &style, "VA")->width, v = set_line(setup, &style, "V")->width;
    assert_true(va < v + set_line(setup, &style, "A")->width - 10);
}

static void test_clusters_cover_text_and_glyphs(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 20};
    const hui_line *line = set_line(setup, &style, "办公——fi e\u0301 “甲”……**1**");
    for (size_t r = 0; r < line->run_count; r++) {
        size_t bytes = 0, glyphs = 0;
        for (size_t i = 0; i < line->runs[r].cluster_count; i++) {
            bytes += line->runs[r].clusters[i].bytes;
            glyphs += line->runs[r].clusters[i].glyphs;
        }
        assert_int_equal(bytes, line->runs[r].text_size);
        assert_int_equal(glyphs, line->runs[r].glyph_count);
    }
}

static void test_fixed(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    struct setup fixed = {arena, diags, hui_fonts_new(&(hui_fonts_options){.fixed = true}, diags)};
    const hui_text_style style = {.size = 10, .no_gap = true};
    const hui_line *line = set_line(&fixed, &style, "“汉”A1——");
    assert_string_equal(hui_font_name(line->runs[0].font), "fixed");
    assert_null(hui_font_cairo_face(line->runs[0].font));
    assert_int_equal(line->runs[0].glyphs[1].id, 0x6C49);
    assert_float_equal(line->width, 5 + 10 + 10 + 10 + 20, 1e-9); /* the opener's blank half falls away */
    hui_path path = hui_path_new(arena);
    hui_font_outline(line->runs[0].font, 0x6C49, 10, &path);
    assert_int_equal(path.verb_count, 0);
    hui_fonts_free(fixed.fonts);
    hui_arena_free(arena);
}

static char *make_folder(hui_arena *arena, const char *file)
{
    char name[] = "/tmp/huibao-fonts-XXXXXX";
    assert_non_null(mkdtemp(name));
    char *folder = hui_arena_string(arena, name);
    if (file) {
        FILE *out = fopen(hui_arena_printf(arena, "%s/%s", folder, file), "wb");
        assert_non_null(out);
        fputs("not a font", out);
        fclose(out);
    }
    return folder;
}

static void check_bad_folder(const char *file, const char *message)
{
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    char *folder = make_folder(arena, file);
    assert_null(hui_fonts_new(&(hui_fonts_options){.folder = folder}, diags));
    assert_int_equal(diags->count, 1);
    assert_non_null(strstr(diags->at[0].message, message));
    if (file)
        unlink(hui_arena_printf(arena, "%s/%s", folder, file));
    rmdir(folder);
    hui_arena_free(arena);
}

static void test_bad_folders(void **state)
{
    (void)state;
    check_bad_folder(NULL, "there are no fonts in this folder");
    check_bad_folder("broken.otf", "broken.otf”: it is not a font file");
    check_bad_folder("TablerIcons-200.ttf", "there are no fonts in this folder");
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const char *extra = "/nowhere/at/all";
    assert_null(hui_fonts_new(&(hui_fonts_options){.folder = bundled, .extra_folders = &extra, .extra_count = 1}, diags));
    assert_string_equal(diags->at[0].code, "bad-font");
    assert_string_equal(diags->at[0].message, "cannot use the font “/nowhere/at/all”: No such file or directory");
    hui_arena_free(arena);
}

static void test_folder(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    const char *set = getenv("HUIBAO_FONTS");
    char *before = set ? hui_arena_string(arena, set) : NULL;
    setenv("HUIBAO_FONTS", "/some/where", 1);
    assert_string_equal(hui_fonts_folder(arena), "/some/where");
    unsetenv("HUIBAO_FONTS"); /* the installed folder or the source tree's */
    assert_non_null(hui_fonts_folder(arena));
    assert_int_equal(access(hui_fonts_folder(arena), R_OK), 0);
    if (before)
        setenv("HUIBAO_FONTS", before, 1);
    hui_arena_free(arena);
}

static void test_extra_folder(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const char *extra = make_folder(arena, NULL);
    const char *link = hui_arena_printf(arena, "%s/Own.otf", extra);
    assert_int_equal(symlink(HUI_SOURCE_DIR "/fonts/HuibaoSans-Bold.otf", link), 0);
    hui_fonts *fonts = hui_fonts_new(&(hui_fonts_options){.folder = bundled, .extra_folders = &extra, .extra_count = 1}, diags);
    assert_non_null(fonts);
    assert_int_equal(hui_fonts_count(fonts), 8);
    /* Sorted by family, weight, style and file: beside the bundled bold one. */
    assert_true(strcmp(hui_fonts_file(fonts, 5), link) == 0 || strcmp(hui_fonts_file(fonts, 6), link) == 0);
    hui_fonts_free(fonts);
    unlink(link);
    rmdir(extra);
    hui_arena_free(arena);
}

/* The fonts of a line's runs, in order. */
static const char *fonts_of(struct setup *setup, const hui_text_style *style, const char *markdown)
{
    const hui_line *line = set_line(setup, style, markdown);
    const char *names = "";
    for (size_t i = 0; i < line->run_count; i++)
        names = hui_arena_printf(setup->arena, "%s%s%s", names, i ? " " : "", hui_font_name(line->runs[i].font));
    return names;
}

/* DejaVu is for those who ask for it, and Huibao fills in what it lacks; the other way round it never does. */
static void test_dejavu(void **state)
{
    struct setup *setup = *state;
    const struct {
        const char *family, *text, *fonts;
        int weight;
    } cases[] = {
        {NULL, "Ab1", "HuibaoSans-Regular", 400},
        {NULL, "Ł₂", "HuibaoLatin-Regular", 400},
        {NULL, "\u2C7B", "HuibaoSans-Regular", 400}, /* only DejaVu has it */
        {"DejaVu Sans", "Ab1 \u2212é", "DejaVuSans", 400},
        {"Nowhere, dejavu sans", "Ab1", "DejaVuSans-Bold", 700},
        {"DejaVu Sans", "一月", "HuibaoSans-Regular", 400},
        {"DejaVu Sans", "GDP一月", "DejaVuSans HuibaoSans-Regular", 400},
        {"DejaVu Sans", "GDP一月", "DejaVuSans-Bold HuibaoSans-Bold", 700},
    };
    for (int charts = 0; charts < 2; charts++) {
        struct setup other = *setup;
        other.fonts = hui_fonts_new(&(hui_fonts_options){.folder = bundled, .charts = charts}, setup->diags);
        assert_non_null(other.fonts);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            const hui_text_style style = {.size = 10, .family = cases[i].family, .weight = cases[i].weight, .lang = "en"};
            assert_string_equal(fonts_of(&other, &style, cases[i].text), cases[i].fonts);
        }
        assert_true(hui_fonts_has_family(other.fonts, "Helvetica, DejaVu Sans"));
        hui_fonts_free(other.fonts);
    }
    /* Advances of DejaVu Sans 2.37: 1401 of 2048 units for A, 1303 for 0. */
    const hui_text_style style = {.size = 2048, .family = "DejaVu Sans", .weight = 400};
    assert_float_equal(set_line(setup, &style, "A0")->width, 1401 + 1303, 2);
}

/* 直 is written otherwise in Japan. */
static void test_language(void **state)
{
    struct setup *setup = *state;
    const hui_text_style chinese = {.size = 20}, simplified = {.size = 20, .lang = "zh-Hans"}, japanese = {.size = 20, .lang = "ja"};
    uint32_t glyph = set_line(setup, &chinese, "直")->runs[0].glyphs[0].id;
    assert_int_equal(set_line(setup, &simplified, "直")->runs[0].glyphs[0].id, glyph);
    assert_int_not_equal(set_line(setup, &japanese, "直")->runs[0].glyphs[0].id, glyph);
}

/* Quotes are full-width among han and narrow among letters, and so is an apostrophe. */
static void test_ambiguous_marks(void **state)
{
    struct setup *setup = *state;
    const hui_text_style style = {.size = 100};
    const hui_run *han = &set_line(setup, &style, "一“二”三")->runs[0];
    assert_float_equal(han->glyphs[4].x, 400, 1e-3F);
    assert_true(set_line(setup, &style, "a“b”c")->width < 300);
    assert_true(set_line(setup, &style, "It’s一")->width < 290);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_faces),
        cmocka_unit_test(test_one_face_for_all_sizes),
        cmocka_unit_test(test_outline),
        cmocka_unit_test(test_missing_glyph),
        cmocka_unit_test(test_fallback),
        cmocka_unit_test(test_nothing_drawn),
        cmocka_unit_test(test_tabular_and_kerning),
        cmocka_unit_test(test_clusters_cover_text_and_glyphs),
        cmocka_unit_test(test_fixed),
        cmocka_unit_test(test_bad_folders),
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_extra_folder),
        cmocka_unit_test(test_dejavu),
        cmocka_unit_test(test_language),
        cmocka_unit_test(test_ambiguous_marks),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
