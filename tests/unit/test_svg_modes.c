/* links: base text image scene backend */
/* SVG's ways to hold text: what each writes, and that characters stand where their glyphs were composed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "backend/svg.h"
#include "sample_scene.h"

#include <math.h>

static hui_buffer write_svg(const hui_scene *scene, hui_write_options options)
{
    hui_buffer out = {0};
    const hui_sink sink = hui_sink_buffer(&out);
    options.id_prefix = "p-";
    hui_diags *diags = hui_diags_new(scene->arena);
    assert_true(hui_svg_write(scene, &options, &sink, diags));
    assert_int_equal(diags->count, 0);
    return out;
}

static hui_buffer write_text(sample *s, const hui_lines *lines, hui_svg_mode mode)
{
    hui_scene *scene = hui_scene_new(s->arena, 400, 300);
    hui_scene_text(scene, 10, 20, lines);
    return write_svg(scene, (hui_write_options){.svg_mode = mode});
}

static size_t count(const char *text, const char *part)
{
    size_t found = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        found++;
    return found;
}

static const hui_lines *compose(sample *s, const char *text, double width)
{
    const hui_text_style style = {.size = 20, .weight = 400, .line_height = 30, .color = HUI_RGB(0x112233)};
    const hui_text *shaped = hui_text_new(s->arena, s->fonts, &style, hui_markdown_read(s->arena, text), (hui_place){0}, s->diags);
    return hui_text_compose(shaped, width);
}

static void each_mode_holds_what_it_should(void **state)
{
    (void)state;
    static const struct {
        hui_svg_mode mode;
        size_t texts, hidden, fonts;
        bool drawn;
    } cases[] = {
        {HUI_SVG_HYBRID, 1, 1, 0, true},
        {HUI_SVG_OUTLINE, 0, 0, 0, true},
        {HUI_SVG_WEB, 1, 0, 1, false},
        {HUI_SVG_TEXT, 1, 0, 0, false},
    };
    sample s = sample_new(false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_buffer out = write_text(&s, compose(&s, "全年新建项目", 300), cases[i].mode);
        assert_int_equal(count(out.bytes, "<text "), cases[i].texts);
        assert_int_equal(count(out.bytes, "全年新建项目</t"), cases[i].texts);
        assert_int_equal(count(out.bytes, " opacity=\"0\""), cases[i].hidden);
        assert_int_equal(count(out.bytes, "@font-face{"), cases[i].fonts);
        assert_int_equal(count(out.bytes, "role=\"img\" aria-label=\"全年新建项目\">"), cases[i].mode == HUI_SVG_OUTLINE);
        assert_int_equal(count(out.bytes, "<path ") > 0, cases[i].drawn);
        assert_int_equal(count(out.bytes, "font-family=\"Huibao Sans,Source Han Sans SC,"), cases[i].mode == HUI_SVG_TEXT);
        hui_buffer_finish(&out);
    }
    sample_free(&s);
}

/* Reads base64 up to `)`. */
static size_t read_base64(const char *at, unsigned char *bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned kept = 0, bits = 0;
    size_t size = 0;
    for (; *at != ')' && *at != '='; at++) {
        kept = kept << 6 | (unsigned)(strchr(digits, *at) - digits);
        bits += 6;
        if (bits >= 8)
            bytes[size++] = (unsigned char)(kept >> (bits -= 8));
    }
    return size;
}

static unsigned read32(const unsigned char *at)
{
    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

/* WOFF File Format 2.0, section 4: the header's lengths add up, the tables a browser asks for are there, and none of those
 * that shaping reads. */
static void web_font_is_woff2(void **state)
{
    (void)state;
    static const char *const tables[] = {"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post", "CFF "};
    sample s = sample_new(false);
    hui_buffer out = write_text(&s, compose(&s, "全年新建项目", 300), HUI_SVG_WEB);
    const char *at = strstr(out.bytes, "url(data:font/woff2;base64,");
    assert_non_null(at);
    unsigned char *file = malloc(out.size);
    const size_t size = read_base64(strchr(at, ',') + 1, file);
    assert_memory_equal(file, "wOF2OTTO", 8);
    assert_int_equal(read32(file + 8), size);
    assert_int_equal(size % 4, 0);
    const unsigned count_of_tables = (unsigned)file[12] << 8 | file[13];
    assert_int_equal(count_of_tables, sizeof tables / sizeof *tables);
    const unsigned char *entry = file + 48;
    for (unsigned i = 0; i < count_of_tables; i++) {
        bool known = false;
        for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
            known = known || memcmp(entry + 1, tables[k], 4) == 0;
        assert_true(known);
        for (entry += 5; *entry & 0x80; entry++)
            ;
        entry++;
    }
    assert_in_range((size_t)(entry - file) + read32(file + 20), size - 3, size);
    assert_true(size < 4096);
    free(file);
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* Quotes among han and among letters: the character is one, the glyphs are two. */
static void two_glyphs_of_a_character_take_two_fonts(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = hui_scene_new(s.arena, 400, 300);
    hui_scene_text(scene, 0, 0, compose(&s, "获评“乳都”", 300));
    hui_scene_text(scene, 0, 50, compose(&s, "the “milk” town", 300));
    hui_buffer out = write_svg(scene, (hui_write_options){.svg_mode = HUI_SVG_WEB});
    assert_int_equal(count(out.bytes, "@font-face{"), 2);
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* Where a list of places ends, the font's own widths lead on to each glyph. */
static void characters_stand_where_they_were_composed(void **state)
{
    (void)state;
    sample s = sample_new(false);
    const hui_text_style style = {.size = 20, .line_height = 30, .align = HUI_TEXT_JUSTIFY};
    const hui_text *text = hui_text_new(s.arena, s.fonts, &style,
        hui_markdown_read(s.arena, "全年新建430个项目，完成投资1355亿元，同比增长20%。AVATAR Tokyo"), (hui_place){0}, s.diags);
    const hui_lines *lines = hui_text_compose(text, 170);
    hui_buffer out = write_text(&s, lines, HUI_SVG_WEB);
    const char *at = out.bytes;
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++) {
            const hui_run *run = &lines->at[i].runs[k];
            double x = 0;
            char *numbers = NULL;
            for (size_t g = 0; g < run->glyph_count; g++) {
                if (!numbers || *numbers == '"') {
                    const char *next = !numbers || (g > 0 && strncmp(strchr(numbers, '>'), "></", 3) == 0) ? strstr(at, "<tspan x=\"") : NULL;
                    if (next)
                        numbers = (char *)(uintptr_t)next + strlen("<tspan x=\""), at = numbers;
                }
                if (*numbers != '"')
                    x = strtod(numbers, &numbers);
                else
                    x += 20 * hui_font_advance(run->font, run->glyphs[g - 1].id);
                assert_true(fabs(x - 10 - lines->at[i].x - (double)run->glyphs[g].x) < 0.06);
            }
        }
    assert_true(lines->count > 2);
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* Marks under emphasised characters have no text; they are drawn. */
static void what_is_no_text_is_drawn(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_buffer out = write_text(&s, compose(&s, "要*强调*的", 300), HUI_SVG_WEB);
    assert_int_equal(count(out.bytes, "<use ") + count(out.bytes, "<path d="), 1);
    assert_null(strstr(out.bytes, "></tspan>"));
    hui_buffer_finish(&out);
    sample_free(&s);
}

static void responsive_has_no_height(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_buffer out = write_svg(hui_scene_new(s.arena, 100, 50.5), (hui_write_options){.svg_responsive = true});
    assert_non_null(strstr(out.bytes, " width=\"100%\" viewBox=\"0 0 100 50.5\""));
    assert_null(strstr(out.bytes, "height="));
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* A group of icons: one of one colour, one of two. */
static void icons_take_the_color_of_the_text(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 50);
    const hui_paint red = hui_paint_solid((hui_color){255, 0, 0, 255}), pale = hui_paint_solid((hui_color){255, 0, 0, 51});
    const hui_paint blue = hui_paint_solid((hui_color){0, 0, 255, 255});
    for (int i = 0; i < 2; i++) {
        hui_scene_group(scene, (hui_group){.kind = "icon"});
        hui_scene_rect(scene, (hui_rect){0, 0, 10, 10}, NULL, red, hui_stroke_none());
        hui_scene_rect(scene, (hui_rect){0, 0, 20, 10}, NULL, i == 0 ? pale : blue, hui_stroke_none());
        hui_scene_end(scene);
    }
    hui_scene_rect(scene, (hui_rect){0, 0, 30, 10}, NULL, red, hui_stroke_none());
    hui_buffer out = write_svg(scene, (hui_write_options){.svg_current_color = true});
    assert_int_equal(count(out.bytes, "currentColor"), 2);
    assert_non_null(strstr(out.bytes, "width=\"20\" height=\"10\" fill=\"currentColor\" fill-opacity=\".2\"/>"));
    assert_non_null(strstr(out.bytes, "width=\"20\" height=\"10\" fill=\"#00f\"/>"));
    assert_non_null(strstr(out.bytes, "width=\"30\" height=\"10\" fill=\"#f00\"/>"));
    hui_buffer_finish(&out);
    out = write_svg(scene, (hui_write_options){0});
    assert_null(strstr(out.bytes, "currentColor"));
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* What a label says already, or what is decoration, is not said again. */
static void outlines_say_their_text_once(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = hui_scene_new(s.arena, 400, 300);
    const hui_group groups[] = {{.role = HUI_ROLE_HEADING, .level = 1, .label = "全年新建项目"}, {.role = HUI_ROLE_ARTIFACT},
                                {.role = HUI_ROLE_PARAGRAPH}};
    for (size_t i = 0; i < 3; i++) {
        hui_scene_group(scene, groups[i]);
        hui_scene_text(scene, 0, 50 * (double)i, compose(&s, i == 2 ? "全市<一>" : "全年新建项目", 300));
        hui_scene_end(scene);
    }
    hui_buffer out = write_svg(scene, (hui_write_options){.svg_mode = HUI_SVG_OUTLINE});
    assert_int_equal(count(out.bytes, "全年新建项目"), 1);
    assert_non_null(strstr(out.bytes, "<g role=\"paragraph\"><g role=\"img\" aria-label=\"全市&lt;一&gt;\">"));
    hui_buffer_finish(&out);
    sample_free(&s);
}

static hui_scene *two_looks(sample *s, const char *words, hui_color ground, hui_color ink, double width)
{
    hui_scene *scene = hui_scene_new(s->arena, 100, 50);
    const hui_stop stops[] = {{0, ground}, {1, HUI_RGB(0xFF0000)}};
    const hui_rect rect = {0, 0, width, 50};
    hui_scene_rect(scene, rect, NULL, hui_paint_solid(ground), hui_stroke_line(ink, 1));
    hui_scene_rect(scene, rect, NULL, hui_paint_linear(s->arena, rect, 90, stops, 2), hui_stroke_none());
    const hui_text_style style = {.size = 20, .weight = 400, .line_height = 30, .color = ink};
    const hui_text *text = hui_text_new(s->arena, s->fonts, &style, hui_markdown_read(s->arena, words), (hui_place){0}, s->diags);
    hui_scene_text(scene, 0, 0, hui_text_compose(text, 300));
    return scene;
}

/* Attributes hold the light look; a colour that is another in the dark has a class, and each pair of colours one. */
static void dark_colours_are_rules(void **state)
{
    (void)state;
    sample s = sample_new(false);
    const hui_color white = HUI_RGB(0xFFFFFF), black = HUI_RGB(0x000000), pale = {255, 255, 255, 51};
    const hui_scene *light = two_looks(&s, "字", white, black, 100), *dark = two_looks(&s, "字", black, pale, 100);
    static const hui_svg_mode modes[] = {HUI_SVG_HYBRID, HUI_SVG_OUTLINE, HUI_SVG_WEB, HUI_SVG_TEXT};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        hui_buffer out = write_svg(light, (hui_write_options){.svg_mode = modes[i], .svg_dark = dark});
        assert_non_null(strstr(out.bytes, "@media (prefers-color-scheme:dark){:is(.p-0){fill:#000}:is(.p-1){stroke:#fff;stroke-opacity:.2}"));
        assert_non_null(strstr(out.bytes, "fill=\"#fff\" stroke=\"#000\" class=\"p-0 p-1\"/>"));
        assert_int_equal(count(out.bytes, "{stop-color:#000}"), 1);
        assert_int_equal(count(out.bytes, "{fill:#fff;fill-opacity:.2}"), 1);
        hui_buffer_finish(&out);
        out = write_svg(light, (hui_write_options){.svg_mode = modes[i], .svg_dark = light});
        assert_null(strstr(out.bytes, "@media"));
        assert_null(strstr(out.bytes, "class=\"p-0"));
        hui_buffer_finish(&out);
    }
    sample_free(&s);
}

static void looks_must_be_one_drawing(void **state)
{
    (void)state;
    sample s = sample_new(false);
    const hui_color white = HUI_RGB(0xFFFFFF), black = HUI_RGB(0x000000);
    hui_scene *light = two_looks(&s, "字", white, black, 100);
    hui_scene *others[] = {two_looks(&s, "字", black, white, 99), two_looks(&s, "词", black, white, 100),
                           two_looks(&s, "字", black, white, 100)};
    hui_scene_rect(others[2], (hui_rect){0, 0, 1, 1}, NULL, hui_paint_solid(white), hui_stroke_none());
    for (size_t i = 0; i < 3; i++) {
        hui_buffer out = {0};
        const hui_sink sink = hui_sink_buffer(&out);
        hui_diags *diags = hui_diags_new(s.arena);
        assert_false(hui_svg_write(light, &(hui_write_options){.svg_dark = others[i]}, &sink, diags));
        assert_int_equal(diags->count, 1);
        assert_string_equal(diags->at[0].code, "bad-dark");
        assert_int_equal(out.size, 0);
        hui_buffer_finish(&out);
    }
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mode_holds_what_it_should),
        cmocka_unit_test(web_font_is_woff2),
        cmocka_unit_test(two_glyphs_of_a_character_take_two_fonts),
        cmocka_unit_test(characters_stand_where_they_were_composed),
        cmocka_unit_test(what_is_no_text_is_drawn),
        cmocka_unit_test(responsive_has_no_height),
        cmocka_unit_test(icons_take_the_color_of_the_text),
        cmocka_unit_test(outlines_say_their_text_once),
        cmocka_unit_test(dark_colours_are_rules),
        cmocka_unit_test(looks_must_be_one_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
