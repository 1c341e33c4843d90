/* links: base text image scene backend print */
#define _GNU_SOURCE /* memmem */
#include "print/content.h"
#include "print/tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    hui_arena *arena;
    hui_inks *inks;
} fixture;

static const hui_print_ink named[] = {{{255, 0, 0}, {0, 1, 1, 0}, NULL}, {{0, 0, 255}, {1, 0.5, 0, 0}, "Blue"}};
static const hui_print_options press = {.standards = HUI_PRINT_X4, .inks = named, .ink_count = 2};

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    f->arena = hui_arena_new();
    f->inks = hui_inks_new(f->arena, &press);
    *state = f;
    return f->inks ? 0 : -1;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    hui_arena_free(f->arena);
    free(f);
    return 0;
}

static void expect(void **state, hui_content_options options, const char *content, const char *expected)
{
    fixture *f = *state;
    hui_buffer out = {0};
    if (!options.artifacts)
        options.inks = f->inks;
    options.named = named;
    hui_content_write(f->arena, content, strlen(content), &options, &out);
    assert_string_equal(out.bytes, expected);
    hui_buffer_finish(&out);
}

static void colors_come_where_they_are_used(void **state)
{
    const hui_content_options o = {0};
    expect(state, o, "1 0 0 rg 0 0 1 1 re f 2 2 1 1 re f", "0 1 1 0 k\n0 0 1 1 re\nf\n2 2 1 1 re\nf\n");
    expect(state, o, "1 0 0 rg 0 0 0 rg 0 0 1 1 re f*", "0 0 0 1 k\n/HuiOver gs\n0 0 1 1 re\nf*\n");
    expect(state, o, "1 0 0 RG 0 0 m 1 1 l S", "0 1 1 0 K\n0 0 m\n1 1 l\nS\n");
    expect(state, o, "1 0 0 rg 0 0 1 1 re W n", "0 0 1 1 re\nW\nn\n");
    expect(state, o, "/DeviceRGB cs 1 0 0 sc 0 0 1 1 re f", "0 1 1 0 k\n0 0 1 1 re\nf\n");
    expect(state, o, "0 0 1 rg 0 0 1 1 re f", "/HuiSpot1 cs 1 scn\n0 0 1 1 re\nf\n");
}

static void saved_colors_come_back(void **state)
{
    expect(state, (hui_content_options){0}, "1 0 0 rg 0 0 1 1 re f q 1 1 1 rg 0 0 1 1 re f Q 0 0 1 1 re f",
           "0 1 1 0 k\n0 0 1 1 re\nf\nq\n0 0 0 0 k\n0 0 1 1 re\nf\nQ\n0 0 1 1 re\nf\n");
    expect(state, (hui_content_options){0},
           "1 0 0 rg 0 0 1 1 re f /Pattern cs /p scn 0 0 1 1 re f 1 0 0 rg 0 0 1 1 re f",
           "0 1 1 0 k\n0 0 1 1 re\nf\n/Pattern cs\n/p scn\n0 0 1 1 re\nf\n0 1 1 0 k\n0 0 1 1 re\nf\n");
}

/* #1F2329, the ink of red-gold, is black as text and a colour as a shape. */
static void black_text_overprints(void **state)
{
    const hui_content_options o = {0};
    expect(state, o, "0.121569 0.137255 0.160784 rg BT (a) Tj ET 1 0 0 rg BT (b) Tj ET",
           "BT\n0 0 0 1 k\n/HuiOver gs\n(a) Tj\nET\nBT\n0 1 1 0 k\n/HuiKnock gs\n(b) Tj\nET\n");
    expect(state, o, "0 0 0 rg BT 3 Tr (a) Tj ET", "BT\n3 Tr\n(a) Tj\nET\n");
    expect(state, o, "0 0 0 RG 0 0 m 1 1 l S 0 0 0 rg 0 0 1 1 re f",
           "0 0 0 1 K\n/HuiOver gs\n0 0 m\n1 1 l\nS\n0 0 0 1 k\n0 0 1 1 re\nf\n");
    fixture *f = *state;
    const double ink[] = {0x1F / 255.0, 0x23 / 255.0, 0x29 / 255.0};
    assert_true(hui_inks_find(f->inks, ink, HUI_INK_USE_FILL).at[0] > 0.5);
    const double grey[] = {0.8, 0.8, 0.8};
    const hui_cmyk cmyk = hui_inks_find(f->inks, grey, HUI_INK_USE_TEXT);
    assert_true(cmyk.at[0] == 0 && cmyk.at[3] > 0.1 && cmyk.at[3] < 0.4);
    assert_false(hui_cmyk_overprints(&cmyk));
}

static void expect_ink(void **state, const char *path, bool is_black)
{
    fixture *f = *state;
    char content[128];
    hui_buffer out = {0};
    const hui_content_options options = {.inks = f->inks, .named = named};
    snprintf(content, sizeof content, "0.121569 0.137255 0.160784 rg %s f", path);
    hui_content_write(f->arena, content, strlen(content), &options, &out);
    assert_true((strstr(out.bytes, "0 0 0 1 k\n/HuiOver gs") != NULL) == is_black);
    hui_buffer_finish(&out);
}

/* Half an inch, 36 pt, in at least one direction: wherever the shape is, and by the coordinates it is drawn in. */
static void small_shapes_are_printed_as_text(void **state)
{
    expect_ink(state, "500 500 30 30 re", true);
    expect_ink(state, "0 0 600 2 re", true);
    expect_ink(state, "0 0 -36 -200 re", true);
    expect_ink(state, "0 0 37 40 re", false);
    expect_ink(state, "0.5 0 0 0.5 7 7 cm 0 0 70 70 re", true);
    expect_ink(state, "2 0 0 2 7 7 cm 0 0 30 30 re", false);
    expect_ink(state, "q 2 0 0 2 0 0 cm Q 0 0 30 30 re", true);
    expect_ink(state, "0 1 -1 0 0 0 cm 0 0 30 90 re", true);
    expect_ink(state, "10 10 m 40 10 l 40 40 l h", true);
    expect_ink(state, "0 0 m 100 0 100 100 0 100 c h", false);
}

/* What FOGRA39L's table makes of #E9F0F9, #FCEDEB and #E6F4F2 has up to 4 % of the ink that greys them. */
static void light_tints_keep_their_chroma(void **state)
{
    fixture *f = *state;
    const double tints[][3] = {{0xE9, 0xF0, 0xF9}, {0xFC, 0xED, 0xEB}, {0xE6, 0xF4, 0xF2}};
    const int greying[] = {2, 0, 1};
    for (size_t i = 0; i < 3; i++) {
        const double rgb[] = {tints[i][0] / 255, tints[i][1] / 255, tints[i][2] / 255};
        const hui_cmyk plain = hui_inks_convert(f->inks, rgb), fine = hui_inks_find(f->inks, rgb, HUI_INK_USE_FILL);
        assert_true(plain.at[greying[i]] > 0.03 && fine.at[greying[i]] < 0.01);
        assert_true(plain.at[3] == fine.at[3]);
    }
}

static double total(const hui_cmyk *cmyk)
{
    return cmyk->at[0] + cmyk->at[1] + cmyk->at[2] + cmyk->at[3];
}

static void refining_stays_within_the_ink_of_black(void **state)
{
    fixture *f = *state;
    const hui_cmyk black = hui_inks_convert(f->inks, (double[]){0, 0, 0});
    for (int i = 0; i < 6 * 6 * 6; i++) {
        const double rgb[] = {i / 36 / 5.0, i / 6 % 6 / 5.0, i % 6 / 5.0};
        const hui_cmyk fine = hui_inks_find(f->inks, rgb, HUI_INK_USE_FILL), plain = hui_inks_convert(f->inks, rgb);
        assert_true(total(&fine) <= total(&black) + 1e-9 || total(&fine) <= total(&plain) + 1e-9);
        for (int k = 0; k < 4; k++)
            assert_true(fine.at[k] >= 0 && fine.at[k] <= 1);
    }
}

static void what_looks_like_operators_is_left(void **state)
{
    const hui_content_options o = {0};
    expect(state, o, "(1 0 0 rg \\) f) pop", "(1 0 0 rg \\) f) pop\n");
    expect(state, o, "[(a(b)) -20 <0a>]pop", "[(a(b)) -20 <0a>]pop\n");
    expect(state, o, "/P << /A (>>) /B << /C 1 >> >> BDC EMC", "/P << /A (>>) /B << /C 1 >> >> BDC\nEMC\n");
    expect(state, o, "% 1 0 0 rg\nq Q", "q\nQ\n");
    expect(state, o, "BI /W 1 ID f Q rg EI Q", "BI /W 1 ID f Q rg EI\nQ\n");
    expect(state, o, "1 0 0", "");
}

static void masks_become_grey(void **state)
{
    expect(state, (hui_content_options){.is_mask = true}, "1 0 0 rg 0 0 1 1 re f", "0.3 g\n0 0 1 1 re\nf\n");
}

static void decoration_is_an_artifact(void **state)
{
    const hui_content_options o = {.artifacts = true};
    expect(state, o, "1 0 0 rg 0 0 1 1 re f", "1 0 0 rg\n/Artifact BMC\n0 0 1 1 re\nf\nEMC\n");
    expect(state, o, "/P << /MCID 0 >> BDC 0 0 1 1 re f EMC", "/P << /MCID 0 >> BDC\n0 0 1 1 re\nf\nEMC\n");
    expect(state, o, "BT /S BMC (a) Tj EMC ET", "/Artifact BMC\nBT\n/S BMC\n(a) Tj\nEMC\nET\nEMC\n");
    expect(state, o, "/x Do /s sh", "/Artifact BMC\n/x Do\nEMC\n/Artifact BMC\n/s sh\nEMC\n");
    expect(state, o, "0 0 1 1 re W n", "0 0 1 1 re\nW\nn\n");
}

static void numbers_are_read(void **state)
{
    (void)state;
    assert_true(hui_token_number((hui_token){"-1.25", 5}) == -1.25);
    assert_true(hui_token_number((hui_token){".5", 2}) == 0.5);
    assert_true(hui_token_number((hui_token){"1e3", 3}) == 0);
}

static void profiles_are_checked(void **state)
{
    fixture *f = *state;
    hui_buffer srgb = {0}, again = {0};
    hui_srgb_profile_write(&srgb);
    hui_srgb_profile_write(&again);
    assert_true(srgb.size > 400 && srgb.size == again.size && memcmp(srgb.bytes, again.bytes, srgb.size) == 0);
    assert_null(hui_inks_new(f->arena, &(hui_print_options){.profile = srgb.bytes, .profile_size = srgb.size}));
    assert_null(hui_inks_new(f->arena, &(hui_print_options){.profile = "", .profile_size = 0}));
    hui_buffer_finish(&srgb);
    hui_buffer_finish(&again);
}

/* A file with one image, whose colour space is `space`. qpdf finds its objects without a cross-reference table. */
static hui_print_fault convert_image(const char *space, hui_buffer *out)
{
    char pdf[1024], message[HUI_PRINT_MESSAGE_SIZE];
    const int size =
        snprintf(pdf, sizeof pdf,
                 "%%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                 "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                 "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << "
                 "/x 5 0 R >> >> >>\nendobj\n"
                 "4 0 obj\n<< /Length 6 >>\nstream\n/x Do \nendstream\nendobj\n"
                 "5 0 obj\n<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace %s "
                 "/Length 2 >>\nstream\n\001\001\nendstream\nendobj\n"
                 "6 0 obj\n<< /Producer (p) >>\nendobj\ntrailer\n<< /Root 1 0 R /Info 6 0 R /Size 7 >>\n",
                 space);
    return hui_print_convert_pdf(pdf, (size_t)size, &press, out, message);
}

static void palettes_are_converted(void **state)
{
    (void)state;
    hui_buffer out = {0};
    assert_int_equal(convert_image("[/Indexed /DeviceRGB 1 <000000ffffff>]", &out), HUI_PRINT_FAULT_NONE);
    const char *const space = memmem(out.bytes, out.size, "/Indexed /DeviceCMYK 1 <", 24);
    assert_non_null(space);
    assert_memory_equal(space + 24 + 8, "00000000>", 9); /* white is no ink */
    assert_null(memmem(out.bytes, out.size, "/DeviceRGB", 10));
    hui_buffer_finish(&out);
    assert_int_equal(convert_image("[/Indexed /DeviceRGB 1 <000000>]", &out), HUI_PRINT_FAULT_PDF);
    assert_int_equal(convert_image("[/Pattern /DeviceRGB]", &out), HUI_PRINT_FAULT_PDF);
    assert_int_equal(out.size, 0);
    hui_buffer_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(colors_come_where_they_are_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(saved_colors_come_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(black_text_overprints, set_up, tear_down),
        cmocka_unit_test_setup_teardown(small_shapes_are_printed_as_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(light_tints_keep_their_chroma, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refining_stays_within_the_ink_of_black, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_looks_like_operators_is_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(masks_become_grey, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decoration_is_an_artifact, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_are_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(palettes_are_converted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(profiles_are_checked, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
