/* links: base text */
/* Texts that are taken from what is kept are those that shaping gives: whatever differs between two of them, none is taken for
 * the other, and what does not fit is forgotten. */
#include "base/buffer.h"
#include "base/vec.h"
#include "text/text_cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char bundled[] = HUI_SOURCE_DIR "/fonts";

enum { SPANS = 4, LAST = SPANS - 1 };

/* What is asked for. */
typedef struct wish {
    hui_text_style style;
    hui_span spans[SPANS];
} wish;

static const wish usual = {
    {.size = 28, .weight = 400, .line_height = 40, .color = HUI_RGB(0x112233), .strong_weight = 700},
    {{.text = "增长“10.5%”，同比It’s 7, 居 1 位  \n"},
     {.text = "重点", .strong = true},
     {.text = "3800", .strong = true},
     {.text = "一览", .link = "a"}}};

/* One field each that makes another text of it. */
static const hui_text_style styles[] = {
    {.family = "DejaVu Sans"},
    {.lang = "en"},
    {.size = 29},
    {.weight = 900},
    {.line_height = 41},
    {.letter_spacing = 0.1},
    {.color = HUI_RGB(0x445566)},
    {.align = HUI_TEXT_CENTER},
    {.strong_color = HUI_RGB(0x778899)},
    {.strong_weight = 900},
    {.strong_scale = 1.5},
    {.figure_scale = 2},
    {.link_color = HUI_RGB(0x99AABB)},
    {.balance = true},
    {.nowrap = true},
    {.tabular = true},
    {.no_gap = true},
    {.plain = true},
    {.keep_spaces = true},
};
static const hui_span spans[] = {
    {.text = "20"},    {.size = 41},     {.weight = 700},    {.color = HUI_RGB(0xCCDDEE)},
    {.gap_before = 9}, {.strong = true}, {.emphasis = true}, {.link = "b"},
};

enum { STYLES = sizeof styles / sizeof *styles, OTHERS = sizeof spans / sizeof *spans, WISHES = 1 + STYLES + OTHERS };

static void change_style(hui_text_style *style, const hui_text_style *by)
{
    const hui_text_style before = *style;
    style->family = by->family ? by->family : before.family;
    style->lang = by->lang ? by->lang : before.lang;
    style->size = by->size > 0 ? by->size : before.size;
    style->weight = by->weight ? by->weight : before.weight;
    style->line_height = by->line_height > 0 ? by->line_height : before.line_height;
    style->letter_spacing = by->letter_spacing;
    style->color = by->color.a ? by->color : before.color;
    style->align = by->align;
    style->strong_color = by->strong_color;
    style->strong_weight = by->strong_weight ? by->strong_weight : before.strong_weight;
    style->strong_scale = by->strong_scale;
    style->figure_scale = by->figure_scale;
    style->link_color = by->link_color;
    style->balance = by->balance;
    style->nowrap = by->nowrap;
    style->tabular = by->tabular;
    style->no_gap = by->no_gap;
    style->plain = by->plain;
    style->keep_spaces = by->keep_spaces;
}

static wish wish_of(size_t number)
{
    wish made = usual;
    if (number == 0)
        return made;
    if (number <= STYLES) {
        change_style(&made.style, &styles[number - 1]);
        return made;
    }
    hui_span by = spans[number - 1 - STYLES];
    if (!by.text)
        by.text = made.spans[LAST].text;
    if (!by.link)
        by.link = made.spans[LAST].link;
    made.spans[LAST] = by;
    return made;
}

static hui_text *shape(hui_arena *arena, hui_fonts *fonts, const wish *asked, hui_diags *diags)
{
    return hui_text_new(arena, fonts, &asked->style, (hui_spans){asked->spans, SPANS}, (hui_place){0}, diags);
}

static void print_run(hui_buffer *out, const hui_run *run)
{
    hui_buffer_printf(out, "  %s %g #%02x%02x%02x%02x %s %.*s %.17g %.17g:", hui_font_name(run->font), run->size,
                      run->color.r, run->color.g, run->color.b, run->color.a, run->link ? run->link : "-",
                      (int)run->text_size, run->text, run->x, run->width);
    for (size_t i = 0; i < run->glyph_count; i++)
        hui_buffer_printf(out, " %u %.9g %.9g", run->glyphs[i].id, (double)run->glyphs[i].x, (double)run->glyphs[i].y);
    for (size_t i = 0; i < run->cluster_count; i++)
        hui_buffer_printf(out, " %d/%d", run->clusters[i].bytes, run->clusters[i].glyphs);
    hui_buffer_add_char(out, '\n');
}

/* All that can be seen of a text, at two widths. */
static hui_buffer print_text(const hui_text *text)
{
    hui_buffer out = {0};
    hui_buffer_printf(&out, "%.17g %.17g\n", hui_text_min_width(text), hui_text_max_width(text));
    for (double width = 200; width < 500; width += 250) {
        const hui_lines *lines = hui_text_compose(text, width);
        hui_buffer_printf(&out, "%.17g %.17g\n", lines->height, lines->ascent);
        for (size_t i = 0; i < lines->count; i++) {
            hui_buffer_printf(&out, " %.17g %.17g\n", lines->at[i].x, lines->at[i].baseline);
            for (size_t r = 0; r < lines->at[i].run_count; r++)
                print_run(&out, &lines->at[i].runs[r]);
        }
    }
    return out;
}

typedef struct setup {
    hui_arena *arena;
    hui_diags *diags;
} setup;

static int set_up(void **state)
{
    setup *made = calloc(1, sizeof *made);
    made->arena = hui_arena_new();
    made->diags = hui_diags_new(made->arena);
    *state = made;
    return 0;
}

static int tear_down(void **state)
{
    setup *made = *state;
    hui_arena_free(made->arena);
    free(made);
    return 0;
}

static hui_fonts *open_fonts(const setup *made)
{
    hui_fonts *fonts = hui_fonts_new(&(hui_fonts_options){.folder = bundled}, made->diags);
    assert_non_null(fonts);
    return fonts;
}

static void kept_texts_are_those_of_shaping(void **state)
{
    const setup *made = *state;
    hui_buffer alone[WISHES];
    for (size_t i = 0; i < WISHES; i++) {
        hui_fonts *fresh = open_fonts(made);
        const wish asked = wish_of(i);
        alone[i] = print_text(shape(made->arena, fresh, &asked, made->diags));
        hui_fonts_free(fresh);
    }
    hui_fonts *shared = open_fonts(made);
    for (size_t i = 0; i < 3 * WISHES; i++) { /* up, down, up */
        const size_t number = i / WISHES == 1 ? WISHES - 1 - i % WISHES : i % WISHES;
        const wish asked = wish_of(number);
        hui_buffer text = print_text(shape(made->arena, shared, &asked, made->diags));
        assert_string_equal(text.bytes, alone[number].bytes);
        hui_buffer_finish(&text);
    }
    hui_fonts_free(shared);
    for (size_t i = 0; i < WISHES; i++)
        hui_buffer_finish(&alone[i]);
}

static bool is_kept(const setup *made, hui_fonts *fonts, const char *text)
{
    const hui_span span = {.text = text};
    return hui_text_cache_find(hui_fonts_texts(fonts), made->arena, &usual.style, (hui_spans){&span, 1}) != NULL;
}

static void set_at(const setup *made, hui_fonts *fonts, const char *text, const char *row)
{
    const hui_span span = {.text = text};
    const hui_place place = {.row = row};
    hui_text_new(made->arena, fonts, &usual.style, (hui_spans){&span, 1}, place, made->diags);
}

static void set(const setup *made, hui_fonts *fonts, const char *text)
{
    set_at(made, fonts, text, NULL);
}

static void what_is_asked_for_stays(void **state)
{
    const setup *made = *state;
    hui_fonts *fonts = open_fonts(made);
    set(made, fonts, "常用");
    set(made, fonts, "一次");
    for (int i = 0; i < 3000; i++) {
        set(made, fonts, hui_arena_printf(made->arena, "第%d行只有一次的文字，够长才占地方", i));
        set(made, fonts, "常用");
    }
    assert_true(is_kept(made, fonts, "常用"));
    assert_true(is_kept(made, fonts, "第2999行只有一次的文字，够长才占地方"));
    assert_false(is_kept(made, fonts, "一次"));
    assert_false(is_kept(made, fonts, "第0行只有一次的文字，够长才占地方"));
    hui_fonts_free(fonts);
}

static void what_is_missing_is_said_each_time(void **state)
{
    const setup *made = *state;
    hui_fonts *fonts = open_fonts(made);
    for (int i = 1; i <= 3; i++) {
        set_at(made, fonts, "\U0001F595", hui_arena_printf(made->arena, "row %d", i));
        assert_int_equal(made->diags->count, i);
    }
    hui_fonts_free(fonts);
}

static void what_is_long_is_not_kept(void **state)
{
    const setup *made = *state;
    hui_fonts *fonts = open_fonts(made);
    hui_buffer text = {0};
    for (int i = 0; i < 5000; i++)
        hui_buffer_add_string(&text, "长");
    set(made, fonts, text.bytes);
    assert_false(is_kept(made, fonts, text.bytes));
    hui_buffer_finish(&text);
    hui_fonts_free(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(kept_texts_are_those_of_shaping, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_asked_for_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_missing_is_said_each_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_long_is_not_kept, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
