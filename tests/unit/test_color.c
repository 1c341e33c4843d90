/* links: base data json scale */
/* Colours: what CSS writes, mixing in colour spaces, schemes; values of d3-color, d3-interpolate and vega-scale. */
#include "base/arena.h"
#include "scale/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_state.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint32_t number_of(hui_color color)
{
    return (uint32_t)color.r << 24 | (uint32_t)color.g << 16 | (uint32_t)color.b << 8 | color.a;
}

static hui_color css(const char *text)
{
    hui_color color;
    if (!hui_color_css(text, &color))
        fail_msg("%s is none", text);
    return color;
}

static void css_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t rgba;
    } rows[] = {
        {"aliceblue", 0xf0f8ffff},
        {"yellowgreen", 0x9acd32ff},
        {"RebeccaPurple", 0x663399ff},
        {" steelblue\n", 0x4682b4ff},
        {"grey", 0x808080ff},
        {"transparent", 0},
        {"#abc", 0xaabbccff},
        {"#1234", 0x11223344},
        {"#4C78A8", 0x4c78a8ff},
        {"#4c78a880", 0x4c78a880},
        {"rgb(1,2,3)", 0x010203ff},
        {"RGB( 1 , 2 , 3 )", 0x010203ff},
        {"rgb(300,-5,12)", 0xff000cff},
        {"rgb(10%, 20%, 30%)", 0x1a334dff},
        {"rgba(1,2,3,0.5)", 0x01020380},
        {"rgb(1 2 3 / 50%)", 0x01020380},
        {"rgb(none 2 3)", 0x000203ff},
        {"rgba(1,2,3)", 0x010203ff},
        {"hsl(210, 50%, 40%)", 0x336699ff},
        {"hsl(210deg 50% 40%)", 0x336699ff},
        {"hsla(30,100%,50%,.25)", 0xff800040},
        {"hsl(-30,50%,50%)", 0xbf4080ff},
        {"hsl(0.5turn 100% 50% / 2)", 0x00ffffff},
        {"hsl(200grad 100% 50%)", 0x00ffffff},
        {"hsl(0,0%,100%)", 0xffffffff},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(number_of(css(rows[i].text)), rows[i].rgba);
}

static void other_texts_are_no_colors(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        " ",
                                        "#",
                                        "#12",
                                        "#12345",
                                        "#ggg",
                                        "bluish",
                                        "rgb",
                                        "rgb(",
                                        "rgb()",
                                        "rgb(1,2)",
                                        "rgb(1,2,3",
                                        "rgb(1,2,3,4,5)",
                                        "rgb(1,2,3)x",
                                        "rgb(1 2 3 4)",
                                        "rgb(1/2/3)",
                                        "rgb(a,b,c)",
                                        "rgb(1deg,2,3)",
                                        "hsl(1%,2%,3%)",
                                        "hsb(1,2%,3%)",
                                        "currentcolor",
                                        "url(#a)",
                                        "rgb(1,,3)",
                                        "rgb(0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,2,3)"};
    hui_color color;
    for (size_t i = 0; i < COUNT(texts); i++)
        if (hui_color_css(texts[i], &color))
            fail_msg("%s is one", texts[i]);
}

static void colors_are_mixed(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        double t;
        const char *space;
        double gamma;
        uint32_t rgba;
    } rows[] = {
        {"#ff0000", "#0000ff", 0.5, NULL, 0, 0x800080ff},
        {"#4c78a8", "#f58518", 0.25, "rgb", 0, 0x767b84ff},
        {"#ff0000", "#0000ff", 0.5, "rgb", 2.2, 0xba00baff},
        {"#ff0000", "#00ff00", 1.5, "rgb", 0, 0x00ff00ff},
        {"#ff0000", "#0000ff", 0.5, "hsl", 0, 0xff00ffff},
        {"#4c78a8", "#f58518", 0.25, "hsl", 0, 0x5f3dbdff},
        {"#808080", "#ffcc00", 0.5, "hsl", 0, 0xbfa640ff},
        {"#ff0000", "#0000ff", 0.5, "hsl-long", 0, 0x00ff00ff},
        {"#4c78a8", "#f58518", 0.25, "hsl-long", 0, 0x3dbd9fff},
        {"#ff0000", "#0000ff", 0.5, "lab", 0, 0xc10088ff},
        {"#4c78a8", "#f58518", 0.25, "lab", 0, 0x877c8aff},
        {"#808080", "#ffcc00", 0.5, "lab", 0, 0xc2a55aff},
        {"#ff0000", "#0000ff", 0.5, "hcl", 0, 0xf50086ff},
        {"#4c78a8", "#f58518", 0.25, "hcl", 0, 0x8c74c0ff},
        {"#808080", "#ffcc00", 0.5, "hcl", 0, 0xc2a55aff},
        {"#ff0000", "#0000ff", 0.5, "hcl-long", 0, 0x008240ff},
        {"#4c78a8", "#f58518", 0.25, "hcl-long", 0, 0x0091a5ff},
        {"#ff0000", "#0000ff", 0.5, "cubehelix", 0, 0xee00d1ff},
        {"#4c78a8", "#f58518", 0.25, "cubehelix", 0, 0x8665d4ff},
        {"#808080", "#ffcc00", 0.5, "cubehelix", 0, 0xc9a721ff},
        {"#4c78a8", "#f58518", 0.25, "cubehelix", 2.2, 0x7d5ccbff},
        {"#4c78a8", "#f58518", 0.25, "cubehelix-long", 0, 0x28a18eff},
        {"#001122", "#001122", 0.3, "cubehelix", 0, 0x001122ff},
        {"#000000", "#336699", 0.5, "hcl", 0, 0x003664ff},
        {"#ffffff", "#336699", 0.5, "hsl", 0, 0x8cb3d9ff},
        {"transparent", "#336699", 0.25, "rgb", 0, 0x33669940},
        {"rgba(10,20,30,0.5)", "#0a141e", 0.5, "rgb", 0, 0x0a141ec0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const hui_color have =
            hui_color_interpolate(css(rows[i].a), css(rows[i].b), rows[i].t, rows[i].space, rows[i].gamma);
        assert_int_equal(number_of(have), rows[i].rgba);
    }
}

static void spaces_give_the_ends_back(void **state)
{
    (void)state;
    static const char *const spaces[] = {"rgb", "hsl",      "hsl-long",  "lab",
                                         "hcl", "hcl-long", "cubehelix", "cubehelix-long"};
    static const uint32_t colors[] = {0x7f7f7f, 0xff0000, 0x00ff00, 0x0000ff, 0x336699, 0x010203};
    for (size_t s = 0; s < COUNT(spaces); s++)
        for (size_t i = 0; i < COUNT(colors); i++)
            for (size_t k = 0; k < COUNT(colors); k++) {
                const hui_color a = hui_color_rgb(colors[i]), b = hui_color_rgb(colors[k]);
                const double t = k % 2 ? 1 : 0;
                const hui_color have = hui_color_interpolate(a, b, t, spaces[s], 0), want = k % 2 ? b : a;
                assert_int_equal(number_of(have), number_of(want));
            }
}

static void schemes_by_name(void **state)
{
    static const struct {
        const char *name;
        size_t count;
        bool categorical;
        uint32_t first, last;
    } rows[] = {
        {"tableau10", 10, true, 0x4c78a8, 0xbab0ac},    {"category20b", 20, true, 0x393b79, 0xde9ed6},
        {"observable10", 10, true, 0x4269d0, 0x9498a0}, {"Set3", 12, true, 0x8dd3c7, 0xffed6f},
        {"accent", 8, true, 0x7fc97f, 0x666666},        {"blues", 11, false, 0xcfe1f2, 0x0a4a90},
        {"blueGreen", 11, false, 0xd5efed, 0x036429},   {"purplebluegreen", 11, false, 0xdbd8ea, 0x016353},
        {"rainbow", 31, false, 0x6e40aa, 0x6e40aa},     {"blues-5", 5, true, 0xafd1e7, 0x1b69ad},
        {"turbo", 64, false, 0x23171b, 0x910b00},
    };
    hui_scheme scheme;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_true(hui_scheme_find(*state, rows[i].name, &scheme));
        assert_int_equal(scheme.count, rows[i].count);
        assert_int_equal(scheme.categorical, rows[i].categorical);
        assert_int_equal(number_of(scheme.colors[0]) >> 8, rows[i].first);
        assert_int_equal(number_of(scheme.colors[scheme.count - 1]) >> 8, rows[i].last);
    }
    static const char *const others[] = {"", "blue", "bluess", "blues-", "blues-0", "blues-x", "blues-99999999999"};
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(hui_scheme_find(*state, others[i], &scheme));
    assert_string_equal(hui_scheme_nearest("viridi"), "viridis");
    assert_null(hui_scheme_nearest("xxxxxxxxxxx"));
}

static void schemes_are_sampled(void **state)
{
    static const double middle[2] = {0.2, 0.8}, down[2] = {1, 0};
    static const struct {
        const char *name;
        size_t count;
        const double *extent;
        uint32_t want[5];
    } rows[] = {
        {"blues", 5, NULL, {0xafd1e7, 0x86bcdc, 0x5ba3cf, 0x3887c0, 0x1b69ad}},
        {"viridis", 3, NULL, {0x3b528b, 0x21918d, 0x5dc963}},
        {"viridis", 3, down, {0x5dc963, 0x21918d, 0x3b528b}},
        {"viridis", 4, middle, {0x33658e, 0x26828e, 0x1f9e89, 0x3bba76}},
        {"turbo", 3, NULL, {0x27bae3, 0x8ffc54, 0xff8a1f}},
        {"blues", 1, NULL, {0x5ba3cf}},
        {"set2", 3, NULL, {0x66c2a5, 0xfc8d62, 0x8da0cb}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scheme scheme;
        assert_true(hui_scheme_find(*state, rows[i].name, &scheme));
        const hui_color *colors = hui_scheme_quantize(*state, &scheme, rows[i].count, rows[i].extent);
        for (size_t k = 0; k < rows[i].count; k++)
            assert_int_equal(number_of(colors[k]) >> 8, rows[i].want[k]);
    }
    hui_scheme accent;
    assert_true(hui_scheme_find(*state, "accent", &accent));
    const hui_color *again = hui_scheme_quantize(*state, &accent, 9, NULL);
    assert_int_equal(number_of(again[8]) >> 8, 0x7fc97f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(css_is_read),
        cmocka_unit_test(other_texts_are_no_colors),
        cmocka_unit_test(colors_are_mixed),
        cmocka_unit_test(spaces_give_the_ends_back),
        cmocka_unit_test_setup_teardown(schemes_by_name, start, stop),
        cmocka_unit_test_setup_teardown(schemes_are_sampled, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
