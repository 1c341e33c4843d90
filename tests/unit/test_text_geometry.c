/* links: base text */
/* Where glyphs and lines stand: squeezed marks, gaps, alignment, justification, baselines. Fixed metrics, size 10. */
#include "text/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct setup {
    hui_arena *arena;
    hui_fonts *fonts;
    hui_diags *diags;
};

static int open_fonts(void **state)
{
    struct setup *setup = calloc(1, sizeof *setup);
    setup->arena = hui_arena_new();
    setup->diags = hui_diags_new(setup->arena);
    setup->fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, setup->diags);
    *state = setup;
    return 0;
}

static int close_fonts(void **state)
{
    struct setup *setup = *state;
    hui_fonts_free(setup->fonts);
    hui_arena_free(setup->arena);
    free(setup);
    return 0;
}

/* cmocka compares floats: lengths here are far from where that matters. */
static void check_near(double value, double expected, int line)
{
    if (!(fabs(value - expected) < 1e-4))
        fail_msg("line %d: %g is not %g", line, value, expected);
}
#define check(value, expected) check_near((value), (expected), __LINE__)

static const hui_text_style plain = {.size = 10, .line_height = 16};

static hui_text *shape(struct setup *setup, hui_text_style style, const char *markdown)
{
    hui_spans spans = hui_markdown_read(setup->arena, markdown);
    return hui_text_new(setup->arena, setup->fonts, &style, spans, (hui_place){0}, setup->diags);
}

static const hui_lines *compose(struct setup *setup, hui_text_style style, const char *markdown, double width)
{
    return hui_text_compose(shape(setup, style, markdown), width);
}

/* Widths in em of what is set on one line. */
static const struct {
    const char *text;
    double width;
} widths[] = {
    {"", 0},
    {"一二三", 3},
    {"一，二", 3},
    {"一二。", 2.5},        /* half at the line's end */
    {"“一二", 2.5},         /* half at its start */
    {"“一”", 2},
    {"一”，二", 3.5},       /* 1.5 for two marks */
    {"一。“二", 3.5},
    {"一：“二", 3.5},
    {"一）。二", 3.5},
    {"一“《二》”三", 6},    /* “《 and 》” 1.5 each */
    {"一”，“二", 4},        /* three marks: 2 */
    {"一——二", 4},
    {"一”——二", 5},         /* dashes are full */
    {"“一”，", 2.5},
    {"一A二", 2.75},        /* a gap of 1/8 on both sides */
    {"一12%二", 3.75},
    {"A，一", 2.5},         /* none beside marks */
    {"一 A", 2},            /* none beside spaces */
    {"“a”", 1.5},           /* no han: narrow quotes */
    {"一“a”二", 4.5},
    {"It’s一", 3.125},
    {"一  ", 1},            /* spaces at the end are dropped */
};

static void test_widths(void **state)
{
    struct setup *setup = *state;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        const hui_lines *lines = compose(setup, plain, widths[i].text, 1000);
        if (fabs(lines->ink_width - widths[i].width * 10) > 1e-9)
            fail_msg("%s is %g em wide, not %g", widths[i].text, lines->ink_width / 10, widths[i].width);
        check(hui_text_max_width(shape(setup, plain, widths[i].text)), lines->ink_width);
    }
}

static void test_origins(void **state)
{
    struct setup *setup = *state;
    const hui_run *run = &compose(setup, plain, "“一”，二A", 1000)->at[0].runs[0];
    static const double origins[] = {-5, 5, 15, 20, 30, 41.25};
    assert_int_equal(run->glyph_count, 6);
    for (size_t i = 0; i < 6; i++)
        check((double)run->glyphs[i].x, origins[i]);
    check(run->x, -5);
}

static void test_languages(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = plain;
    style.lang = "zh-Hant"; /* its pauses stand in the middle: nothing to squeeze */
    check(compose(setup, style, "一」，二。", 1000)->ink_width, 45);
    style.lang = "ja";
    check(compose(setup, style, "一！「二：", 1000)->ink_width, 50);
    check(compose(setup, style, "一、「二。", 1000)->ink_width, 40);
}

static void test_no_gap_and_letter_spacing(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = plain;
    style.no_gap = true;
    check(compose(setup, style, "一A二", 1000)->ink_width, 25);
    style.letter_spacing = 0.3;
    check(compose(setup, style, "一二三四", 1000)->ink_width, 49);
}

static void test_spans(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = {.size = 100, .weight = 900, .line_height = 114, .no_gap = true, .color = {1, 2, 3, 255}};
    const hui_span spans[] = {{.text = "第", .size = 40},
                              {.text = "15", .gap_before = 5},
                              {.text = "位", .size = 40, .weight = 700, .gap_before = 6, .color = {9, 9, 9, 255}}};
    hui_text *text = hui_text_new(setup->arena, setup->fonts, &style, (hui_spans){spans, 3}, (hui_place){0}, setup->diags);
    const hui_lines *lines = hui_text_compose(text, 1);
    assert_int_equal(lines->count, 4); /* narrower than anything: every character by itself, none lost */
    lines = hui_text_compose(text, 1000);
    assert_int_equal(lines->count, 1);
    assert_int_equal(lines->at[0].run_count, 3);
    check(lines->at[0].runs[1].x, 45);
    check(lines->at[0].runs[2].x, 151);
    check(lines->at[0].width, 191);
    check(hui_text_min_width(text), 191); /* 第15位 stays together */
    check(lines->height, 114);
    check(lines->at[0].baseline, 7 + 88);
    check(lines->ascent, 88);
    assert_int_equal(lines->at[0].runs[2].color.r, 9);
    assert_int_equal(lines->at[0].runs[1].color.r, 1);
}

static void test_strong(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = plain;
    style.color = (hui_color){1, 1, 1, 255};
    style.strong_color = (hui_color){2, 2, 2, 255};
    style.figure_scale = 1.2;
    style.link_color = (hui_color){3, 3, 3, 255};
    const hui_line *line = compose(setup, style, "有**430**个**新**[链](x)", 1000)->at;
    assert_int_equal(line->run_count, 5);
    check(line->runs[1].size, 12);
    assert_int_equal(line->runs[1].color.r, 2);
    check(line->runs[1].x, 11.25);
    check(line->runs[3].size, 10);
    assert_int_equal(line->runs[3].color.r, 2);
    assert_string_equal(line->runs[4].link, "x");
    assert_int_equal(line->runs[4].color.r, 3);
    assert_null(line->runs[3].link);
}

static void test_emphasis(void **state)
{
    struct setup *setup = *state;
    const hui_line *line = compose(setup, plain, "不*要，忘*记", 1000)->at;
    assert_int_equal(line->run_count, 4);
    const hui_run *dots = &line->runs[3];
    assert_int_equal(dots->text_size, 0);
    assert_int_equal(dots->glyph_count, 2); /* none below the mark */
    assert_int_equal(dots->glyphs[0].id, 0x2022);
    double half = 0.5 * dots->size / 2;
    check((double)dots->glyphs[0].x, 15 - half);
    check((double)dots->glyphs[1].x, 35 - half);
    assert_true(dots->glyphs[0].y > 0.0F);
    hui_lines lines = {.at = line, .count = 1};
    assert_string_equal(hui_lines_string(setup->arena, &lines), "不要，忘记");
}

static void test_alignment(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = plain;
    check(compose(setup, style, "一二三。", 100)->at[0].x, 0);
    style.align = HUI_TEXT_CENTER;
    check(compose(setup, style, "一二三。", 100)->at[0].x, 32.5);
    style.align = HUI_TEXT_END;
    check(compose(setup, style, "一二三。", 100)->at[0].x, 65);
}

static void test_justification(void **state)
{
    struct setup *setup = *state;
    hui_text_style style = plain;
    style.align = HUI_TEXT_JUSTIFY;
    const hui_lines *lines = compose(setup, style, "一二三四12.5万六七八九十一二", 78);
    check(lines->at[0].width, 78);
    assert_true(lines->at[lines->count - 1].width < 78); /* the last line is not justified */
    const hui_glyph *glyphs = lines->at[0].runs[0].glyphs;
    double step = (double)glyphs[1].x;
    assert_true(step > 10);
    check((double)glyphs[2].x, 2 * step);
    check((double)glyphs[5].x - (double)glyphs[4].x, 5); /* nothing between figures */
    /* One slot only, too far apart: left as it is. */
    lines = compose(setup, style, "一二AAAAAAAAAAAA三", 82);
    check(lines->at[0].width, 20);
}

static void test_height(void **state)
{
    struct setup *setup = *state;
    const hui_lines *lines = compose(setup, plain, "一二\n\n三四\n", 1000);
    assert_int_equal(lines->count, 3);
    check(lines->height, 48);
    check(lines->at[0].baseline, 3 + 8.8);
    check(lines->at[2].baseline, 32 + 3 + 8.8);
    assert_true(lines->at[0].ends_paragraph && lines->at[1].ends_paragraph && lines->at[2].ends_paragraph);
    assert_int_equal(lines->at[1].run_count, 0);
    assert_int_equal(compose(setup, plain, "", 100)->count, 0);
    hui_text_style style = plain;
    style.strong_scale = 3;
    lines = compose(setup, style, "一**大**", 1000); /* 30 px are higher than the line: it is raised */
    check(lines->at[0].baseline, 26.4);
    check(lines->height, 26.4 + (16 - 11.8));
    check(lines->ascent, 26.4);
    style.strong_scale = 1.5;
    check(compose(setup, style, "一**大**", 1000)->height, 16);
    style = plain;
    style.line_height = 9; /* tighter than the text itself, as asked */
    check(compose(setup, style, "一\n二", 1000)->height, 18);
}

static void test_string(void **state)
{
    struct setup *setup = *state;
    assert_string_equal(hui_lines_string(setup->arena, compose(setup, plain, "一二三四 plain words\n五", 42)),
                        "一二三四 plain words\n五");
    assert_string_equal(hui_lines_string(setup->arena, compose(setup, plain, "一二|三四五六七八", 42)), "一二三四五六七八");
    assert_string_equal(hui_lines_string(setup->arena, compose(setup, plain, "", 42)), "");
}

static void test_odd_widths(void **state)
{
    struct setup *setup = *state;
    hui_text *text = shape(setup, plain, "**12**万亩，A");
    const double odd[] = {0, -1, NAN, INFINITY, 1e300};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        const hui_lines *lines = hui_text_compose(text, odd[i]);
        assert_string_equal(hui_lines_string(setup->arena, lines), "12万亩，A");
        assert_true(isfinite(lines->at[0].x) && isfinite(lines->at[0].width));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_origins),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_no_gap_and_letter_spacing),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_strong),
        cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_alignment),
        cmocka_unit_test(test_justification),
        cmocka_unit_test(test_height),
        cmocka_unit_test(test_string),
        cmocka_unit_test(test_odd_widths),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
