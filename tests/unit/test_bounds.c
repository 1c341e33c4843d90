/* links: base text image scene chart json theme data transform scale geo */
/* Bounds and labels, against vega-scenegraph's, with characters half an em wide. */
#include "chart/labels.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

typedef struct fixture {
    hui_arena *arena;
    hui_diags *diags;
    hui_fonts *fonts;
    hui_labels *labels;
} fixture;

static fixture fixture_new(void)
{
    fixture f = {.arena = hui_arena_new()};
    f.diags = hui_diags_new(f.arena);
    f.fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, f.diags);
    f.labels = hui_labels_new(f.arena, f.fonts, &(hui_labels_options){0}, (hui_place){0}, f.diags);
    return f;
}

static void fixture_free(fixture *f)
{
    assert_int_equal(f->diags->count, 0);
    hui_fonts_free(f->fonts);
    hui_arena_free(f->arena);
}

static void expect_rect(const char *what, size_t index, hui_rect is, hui_rect wanted)
{
    const double off =
        fmax(fmax(fabs(is.x - wanted.x), fabs(is.y - wanted.y)), fmax(fabs(is.w - wanted.w), fabs(is.h - wanted.h)));
    if (!(off < 0.0015)) {
        print_error("%s %zu: {%.3f, %.3f, %.3f, %.3f} instead of {%.3f, %.3f, %.3f, %.3f}\n", what, index, is.x, is.y,
                    is.w, is.h, wanted.x, wanted.y, wanted.w, wanted.h);
        fail();
    }
}

#define BLACK        \
    {                \
        0, 0, 0, 255 \
    }
#define SEEN .opacity = 1, .fill_opacity = 1, .stroke_opacity = 1
#define STROKED(px) .stroke = BLACK, .stroke_width = (px)

typedef struct bounds_case {
    hui_mark_type type;
    hui_mark_item item;
    hui_rect bounds;
} bounds_case;

static const bounds_case shapes[] = {
    {HUI_MARK_RECT, {SEEN, .x = 10, .y = 20, .x2 = 40, .y2 = 25}, {10, 20, 30, 5}},
    {HUI_MARK_RECT, {SEEN, .x = 10, .y = 20, .x2 = 40, .y2 = 25, STROKED(3)}, {8.5, 18.5, 33, 8}},
    {HUI_MARK_RECT, {.opacity = 1, .x = 10, .y = 20, .x2 = 40, .y2 = 25, STROKED(3)}, {10, 20, 30, 5}},
    {HUI_MARK_RULE, {SEEN, .x = 5, .y = 6, .x2 = 1, .y2 = 60, STROKED(2)}, {0, 5, 6, 56}},
    {HUI_MARK_RULE,
     {SEEN, .x = 5, .y = 6, .x2 = 1, .y2 = 60, STROKED(2), .cap = HUI_CAP_SQUARE},
     {-0.414, 4.586, 6.828, 56.828}},
    {HUI_MARK_SYMBOL, {SEEN, .x = 100, .y = 50, .fill = BLACK, .symbol = {.size = 64}}, {96, 46, 8, 8}},
    {HUI_MARK_SYMBOL, {SEEN, .x = 100, .y = 50, STROKED(2), .symbol = {.size = 64}}, {92, 42, 16, 16}},
    {HUI_MARK_SYMBOL,
     {SEEN, .x = 100, .y = 50, STROKED(2), .join = HUI_JOIN_ROUND, .symbol = {.size = 64}},
     {95, 45, 10, 10}},
    {HUI_MARK_SYMBOL,
     {SEEN, .x = 100, .y = 50, STROKED(2), .miter_limit = 1.5, .symbol = {.size = 64}},
     {94.5, 44.5, 11, 11}},
    {HUI_MARK_SYMBOL,
     {SEEN, .x = 100, .y = 50, .fill = BLACK, .symbol = {.size = 100, .shape = "cross", .angle = 30}},
     {94.67, 44.67, 10.66, 10.66}},
    {HUI_MARK_SYMBOL,
     {SEEN, .x = 100, .y = 50, .fill = BLACK, .symbol = {.size = 100, .shape = "triangle-right"}},
     {95.67, 45, 8.66, 10}},
    {HUI_MARK_SYMBOL,
     {SEEN, .x = 100, .y = 50, .fill = BLACK, .symbol = {.size = 100, .shape = "M-1,0C-1,-2,1,-2,1,0Z", .angle = 10}},
     {95.076, 42.557, 10.053, 8.311}},
    {HUI_MARK_ARC,
     {SEEN, .x = 10, .y = 20, .arc = {.inner = 20, .outer = 50, .start = 0.5, .end = 2}},
     {19.589, -23.879, 40.411, 64.686}},
    {HUI_MARK_ARC, {SEEN, .x = 10, .y = 20, .arc = {.outer = 50, .end = 4}}, {-27.84, -30, 87.84, 100}},
    {HUI_MARK_ARC,
     {SEEN, .x = 10, .y = 20, STROKED(1), .arc = {.inner = 10, .outer = 50, .end = 2 * HUI_PI}},
     {-42, -32, 104, 104}},
    {HUI_MARK_ARC,
     {SEEN, .x = 10, .y = 20, .arc = {.inner = 20, .outer = 50, .end = 1.5, .pad_angle = 0.05, .corner_radius = 5}},
     {11.346, -29.55, 47.644, 46.51}},
};

typedef struct text_case {
    const char *text;
    hui_label_style style;
    hui_anchor align;
    hui_baseline baseline;
    double angle;
    hui_rect bounds;
} text_case;

static const text_case texts[] = {
    {"abcd", {.size = 10}, HUI_ANCHOR_START, HUI_BASELINE_ALPHABETIC, 0, {10, 12, 20, 10}},
    {"abcd", {.size = 11}, HUI_ANCHOR_MIDDLE, HUI_BASELINE_TOP, 0, {-1, 20, 22, 11}},
    {"abcd", {.size = 11}, HUI_ANCHOR_END, HUI_BASELINE_MIDDLE, 0, {-12, 14, 22, 11}},
    {"abcd", {.size = 13}, HUI_ANCHOR_END, HUI_BASELINE_BOTTOM, 30, {-12.517, -4.258, 29.017, 24.258}},
    {"abcd\nefghijk", {.size = 10}, HUI_ANCHOR_MIDDLE, HUI_BASELINE_LINE_TOP, -90, {11, 2.5, 22, 35}},
    {"abcd\nefghijk", {.size = 10, .line_height = 20}, HUI_ANCHOR_START, HUI_BASELINE_LINE_BOTTOM, 0, {10, 5, 35, 30}},
    {"a long text to cut", {.size = 10, .limit = 40}, HUI_ANCHOR_START, HUI_BASELINE_TOP, 0, {10, 20, 35, 10}},
    {"  spaced  ", {.size = 10}, HUI_ANCHOR_START, HUI_BASELINE_TOP, 0, {10, 20, 30, 10}},
    {"", {.size = 10}, HUI_ANCHOR_START, HUI_BASELINE_TOP, 0, {10, 20, 0, 10}},
    {"abc", {.size = 0}, HUI_ANCHOR_START, HUI_BASELINE_TOP, 0, {10, 20, 0, 0}},
};

static void item_bounds(void **state)
{
    (void)state;
    fixture f = fixture_new();
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        expect_rect("shape", i, hui_item_bounds(f.labels, shapes[i].type, &shapes[i].item), shapes[i].bounds);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        hui_mark_item item = {SEEN, .x = 10, .y = 20, .fill = BLACK};
        item.text.text = texts[i].text;
        item.text.style = texts[i].style;
        item.text.align = texts[i].align;
        item.text.baseline = texts[i].baseline;
        item.text.angle = texts[i].angle;
        expect_rect("text", i, hui_item_bounds(f.labels, HUI_MARK_TEXT, &item), texts[i].bounds);
    }
    fixture_free(&f);
}

static void mark_bounds(void **state)
{
    (void)state;
    static const hui_point points[] = {{0, 0}, {10, 30}, {20, 10}, {35, 25}, {50, 5}};
    static const struct {
        hui_mark_type type;
        const char *interpolate;
        double stroke; /* width */
        hui_join join;
        hui_rect bounds;
    } cases[] = {
        {HUI_MARK_LINE, "linear", 0, HUI_JOIN_MITER, {0, 0, 50, 30}},
        {HUI_MARK_LINE, "linear", 2, HUI_JOIN_MITER, {-4, -4, 58, 38}},
        {HUI_MARK_LINE, "cardinal", 2, HUI_JOIN_ROUND, {-1, -1, 52, 32.095}},
        {HUI_MARK_LINE, "basis", 0, HUI_JOIN_MITER, {0, 0, 50, 21.933}},
        {HUI_MARK_LINE, "natural", 0, HUI_JOIN_MITER, {0, 0, 50, 30.047}},
        {HUI_MARK_AREA, "monotone", 0, HUI_JOIN_MITER, {0, 0, 50, 40}},
        {HUI_MARK_AREA, "step", 1, HUI_JOIN_MITER, {-2, -2, 54, 44}},
        {HUI_MARK_TRAIL, NULL, 0, HUI_JOIN_MITER, {-2, -2, 54, 34}},
    };
    fixture f = fixture_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_mark_item items[5];
        for (int k = 0; k < 5; k++) {
            items[k] = (hui_mark_item){SEEN, .x = points[k].x, .y = points[k].y, .x2 = points[k].x, .y2 = 40};
            items[k].symbol.size = 4;
            items[k].stroke_width = cases[i].stroke;
            items[k].stroke.a = cases[i].stroke > 0 ? 255 : 0;
            items[k].join = (uint8_t)cases[i].join;
        }
        const hui_mark mark = {
            .type = cases[i].type, .interpolate = cases[i].interpolate, .items = items, .item_count = 5};
        expect_rect("mark", i, hui_mark_bounds(f.labels, &mark), cases[i].bounds);
    }
    fixture_free(&f);
}

/* Nothing has bounds of negative size; a point on the origin has bounds. */
static void empty_bounds(void **state)
{
    (void)state;
    fixture f = fixture_new();
    hui_mark_item gaps[] = {{SEEN, .undefined = true}, {SEEN, .undefined = true}};
    const hui_mark nothing = {.type = HUI_MARK_RECT}, gap = {.type = HUI_MARK_LINE, .items = gaps, .item_count = 2};
    assert_true(hui_mark_bounds(f.labels, &nothing).w < 0);
    assert_true(hui_mark_bounds(f.labels, &gap).w < 0);
    hui_mark_item point = {SEEN};
    const hui_mark points = {.type = HUI_MARK_RULE, .items = &point, .item_count = 1};
    expect_rect("point", 0, hui_mark_bounds(f.labels, &points), (hui_rect){0, 0, 0, 0});
    const hui_mark_item wild = {SEEN, .x = NAN, .y = INFINITY, .x2 = 1e308, .y2 = -INFINITY};
    const hui_rect box = hui_item_bounds(f.labels, HUI_MARK_RECT, &wild);
    assert_true(box.x == 0 && isfinite(box.y) && isfinite(box.w) && isfinite(box.h));
    fixture_free(&f);
}

static void cutting(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double limit;
        const char *ellipsis, *cut;
    } cases[] = {
        {"abcdefgh", 0, NULL, "abcdefgh"},         {"abcdefgh", 41, NULL, "abcdefgh"},
        {"abcdefgh", 40, NULL, "abcdef…"}, /* as wide as the limit is too wide */
        {"abcdefgh", 40, "..", "abcde.."},         {"abcdefgh", 3, NULL, "…"},
        {"abcdefgh\nab", 40, NULL, "abcdef…\nab"}, {"  ab  ", 40, NULL, "ab"},
        {"人民人民人民", 40, NULL, "人民人…"},     {"", 40, NULL, ""},
    };
    fixture f = fixture_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const hui_label_style style = {.size = 10, .limit = cases[i].limit, .ellipsis = cases[i].ellipsis};
        assert_string_equal(hui_labels_cut(f.labels, cases[i].text, &style), cases[i].cut);
    }
    fixture_free(&f);
}

static void wrapping(void **state)
{
    (void)state;
    fixture f = fixture_new();
    const hui_label_style style = {.size = 10};
    assert_string_equal(hui_labels_wrap(f.labels, "one two three", &style, 40), "one two\nthree");
    assert_string_equal(hui_labels_wrap(f.labels, "one", &style, 40), "one");
    assert_string_equal(hui_labels_wrap(f.labels, "a\nb", &style, 40), "a\nb");
    assert_string_equal(hui_labels_wrap(f.labels, "", &style, 40), "");
    assert_string_equal(hui_labels_wrap(f.labels, "中华人民共和国", &style, 40), "中华人民\n共和国");
    fixture_free(&f);
}

/* The same text in the same style is one shaped text; in another it is another. */
static void measuring(void **state)
{
    (void)state;
    fixture f = fixture_new();
    const hui_label_style small = {.size = 10}, large = {.size = 20};
    for (int round = 0; round < 2; round++) {
        assert_float_equal(hui_labels_width(f.labels, "abc", &small), 15, 1e-9);
        assert_float_equal(hui_labels_width(f.labels, "abc", &large), 30, 1e-9);
        assert_float_equal(hui_labels_width(f.labels, "ab\nabcd", &small), 20, 1e-9);
    }
    const size_t used = hui_arena_size(f.arena);
    for (int i = 0; i < 1000; i++)
        hui_labels_width(f.labels, "abc", &small);
    assert_int_equal(hui_arena_size(f.arena), used);
    assert_float_equal(hui_labels_width(f.labels, "a\xFF\xC3", &small), 15, 1e-9); /* what is not UTF-8 counts too */
    hui_labels *scaled =
        hui_labels_new(f.arena, f.fonts, &(hui_labels_options){.text_scale = 2}, (hui_place){0}, f.diags);
    assert_float_equal(hui_labels_width(scaled, "abc", &small), 30, 1e-9);
    fixture_free(&f);
}

/* Only inside posters are texts set by the rules of clreq: with gaps and squeezed marks. */
static void composing(void **state)
{
    (void)state;
    fixture f = fixture_new();
    const hui_label_style style = {.size = 10};
    hui_labels *chinese =
        hui_labels_new(f.arena, f.fonts, &(hui_labels_options){.chinese = true}, (hui_place){0}, f.diags);
    assert_float_equal(hui_labels_width(f.labels, "第3名，（甲）", &style), 65, 1e-9);
    assert_true(hui_labels_width(chinese, "第3名，（甲）", &style) < 60);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(item_bounds), cmocka_unit_test(mark_bounds), cmocka_unit_test(empty_bounds),
        cmocka_unit_test(cutting),     cmocka_unit_test(wrapping),    cmocka_unit_test(measuring),
        cmocka_unit_test(composing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
