/* links: base text image scene backend */
/* PDF: read back by poppler and qpdf, which know nothing of us. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "backend/pdf.h"
#include "backend/pdf_pack.h"
#include "base/rng.h"
#include "sample_scene.h"
#include "tools.h"

#include <cairo-pdf.h>

static hui_buffer write_pdf(const hui_scene *scene, double page_width, double page_height)
{
    hui_buffer out = {0};
    const hui_sink sink = hui_sink_buffer(&out);
    const hui_write_options options = {.page_width = page_width, .page_height = page_height};
    hui_diags *diags = hui_diags_new(scene->arena);
    assert_true(hui_pdf_write(scene, &options, &sink, diags));
    assert_int_equal(diags->count, 0);
    return out;
}

static hui_buffer write_sample(void)
{
    sample s = sample_new(false);
    hui_buffer out = write_pdf(sample_scene(&s, "跑出“加速度”"), 0, 0);
    sample_free(&s);
    return out;
}

/* What `program arguments FILE more` says of the sample. */
static hui_buffer read_sample(const char *program, const char *arguments, const char *more)
{
    hui_buffer pdf = write_sample();
    hui_buffer said = tool_read(program, arguments, &pdf, more);
    hui_buffer_finish(&pdf);
    return said;
}

static void says(const char *program, const char *arguments, const char *more, const char *const *wanted, size_t count)
{
    hui_buffer said = read_sample(program, arguments, more);
    const char *at = said.bytes;
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(at, wanted[i]);
        if (!found)
            print_error("no “%s” in order in:\n%s", wanted[i], said.bytes);
        assert_non_null(found);
        at = found + strlen(wanted[i]);
    }
    hui_buffer_finish(&said);
}

#define SAYS(program, arguments, more, ...)                                                                            \
    says(program, arguments, more, (const char *const[]){__VA_ARGS__},                                                 \
         sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void qpdf_finds_no_fault(void **state)
{
    (void)state;
    SAYS("qpdf", "--check", "", "No syntax or stream encoding errors found");
}

static void metadata_is_there(void **state)
{
    (void)state;
    unsetenv("SOURCE_DATE_EPOCH");
    SAYS("pdfinfo", "-isodates", "", "Title:           跑出“加速度”", "Subject:         样例：形状、文字、图片",
         "Author:          huibao", "Creator:         huibao", "CreationDate:    2000-01-01T00:00:00Z",
         "ModDate:         2000-01-01T00:00:00Z", "Tagged:          yes", "Pages:           1", "Page size:       450 x 300 pts");
}

static void date_comes_from_outside(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"1700000000", "2023-11-14T22:13:20Z"}, {"12x", "2000-01-01T00:00:00Z"}, {"99999999999999", "2000-01-01T00:00:00Z"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        setenv("SOURCE_DATE_EPOCH", cases[i][0], 1);
        hui_buffer said = read_sample("pdfinfo", "-isodates", "");
        unsetenv("SOURCE_DATE_EPOCH");
        assert_non_null(strstr(said.bytes, cases[i][1]));
        hui_buffer_finish(&said);
    }
}

static void fonts_are_embedded_subsets(void **state)
{
    (void)state;
    hui_buffer said = read_sample("pdffonts", "", "");
    size_t fonts = 0;
    const char *line = strchr(strchr(said.bytes, '\n') + 1, '\n') + 1;
    for (; *line; line = strchr(line, '\n') + 1, fonts++) {
        assert_int_equal(line[6], '+');
        assert_non_null(strstr(line, "CID Type 0C"));
        const char *flags = strstr(line, "yes yes yes"); /* embedded, subset, with Unicode */
        assert_true(flags && flags < strchr(line, '\n'));
    }
    assert_int_equal(fonts, 2);
    hui_buffer_finish(&said);
}

static void text_reads_back_exactly(void **state)
{
    (void)state;
    hui_buffer said = read_sample("pdftotext", "-raw", "-");
    hui_buffer joined = {0};
    for (size_t i = 0; i < said.size; i++) /* line ends only: every space must be one of the text's */
        if (said.bytes[i] != '\n' && said.bytes[i] != '\f')
            hui_buffer_add_char(&joined, said.bytes[i]);
    assert_string_equal(joined.bytes, "跑出“加速度”全年新建430个项目，完成投资1355亿元，获评“中国乳都”（第1名）。新能源装机12GWA & B < C");
    hui_buffer_finish(&joined);
    hui_buffer_finish(&said);
}

static void spread_letters_are_no_words(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = hui_scene_new(s.arena, 400, 100);
    const hui_text_style style = {.size = 20, .weight = 400, .line_height = 30, .letter_spacing = 0.3};
    const hui_span span = {.text = "聚焦政府工作报告", .color = HUI_RGB(0)};
    const hui_text *text = hui_text_new(s.arena, s.fonts, &style, (hui_spans){&span, 1}, (hui_place){0}, s.diags);
    hui_scene_text(scene, 0, 0, hui_text_compose(text, 400));
    hui_buffer pdf = write_pdf(scene, 0, 0);
    hui_buffer said = tool_read("pdftotext", "-raw", &pdf, "-");
    assert_string_equal(said.bytes, "聚焦政府工作报告\n\f");
    hui_buffer_finish(&said);
    hui_buffer_finish(&pdf);
    sample_free(&s);
}

static void structure_follows_roles(void **state)
{
    (void)state;
    SAYS("pdfinfo", "-struct-text", "", "Document", "Figure", "Sect", "H1", "跑出“加速度”", "P (block)", "Span", "全年新建", "430", "Link",
         "中国", "Span", "1", "L (block)", "LI (block)", "LBody (block)", "新能源装机12GW", "LI (block)", "LBody (block)", "A & B < C");
}

static void links_lead_somewhere(void **state)
{
    (void)state;
    SAYS("pdfinfo", "-url", "", "https://example.org/?a=1&b=2", "https://example.com/%C3%A9");
}

static void headings_are_the_outline(void **state)
{
    (void)state;
    static const struct {
        int level;
        const char *label;
    } headings[] = {{1, "一"}, {3, "一之一"}, {2, "一之二"}, {1, "二"}, {9, "二之一"}};
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 400, 800);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_HEADING, .level = headings[i].level, .label = headings[i].label});
        hui_scene_rect(scene, (hui_rect){0, 100 * (double)i, 10, 10}, NULL, hui_paint_solid((hui_color)HUI_RGB(0)), hui_stroke_none());
        hui_scene_end(scene);
    }
    hui_buffer pdf = write_pdf(scene, 0, 0);
    hui_buffer said = tool_read("qpdf", "--json --json-key=outlines", &pdf, "| tr -d ' \\n'");
    static const char *const wanted[] = {"\"title\":\"一之一\"", "\"title\":\"一之二\"", "\"title\":\"一\"",
                                         "\"title\":\"二之一\"", "\"title\":\"二\""};
    const char *at = said.bytes;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        at = strstr(at, wanted[i]);
        assert_non_null(at);
    }
    hui_buffer_finish(&said);
    hui_buffer_finish(&pdf);
    sample_free(&s);
}

static void pages_keep_the_posters_shape(void **state)
{
    (void)state;
    static const struct {
        double width, height, page_width, page_height;
        const char *wanted;
    } cases[] = {
        {1080, 15917, 0, 0, "810 x 11937.8 pts"},
        {1000, 40000, 0, 0, "360 x 14400 pts"},
        {1000, 500, 595, 842, "595 x 842 pts"},
        {1000, 500, 600, 0, "600 x 300 pts"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s = sample_new(true);
        hui_buffer pdf = write_pdf(hui_scene_new(s.arena, cases[i].width, cases[i].height), cases[i].page_width, cases[i].page_height);
        hui_buffer said = tool_read("pdfinfo", "", &pdf, "");
        assert_non_null(strstr(said.bytes, cases[i].wanted));
        hui_buffer_finish(&said);
        hui_buffer_finish(&pdf);
        sample_free(&s);
    }
}

static void poster_fits_the_paper(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 400);
    hui_scene_rect(scene, (hui_rect){0, 0, 100, 400}, NULL, hui_paint_solid((hui_color)HUI_RGB(0)), hui_stroke_none());
    hui_buffer pdf = write_pdf(scene, 300, 200);
    /* 200 pt high, so 50 pt wide, in the middle: from 125 to 175. At 72 dpi a pixel is a point. */
    hui_buffer pixels = tool_read("pdftoppm", "-r 72 -gray", &pdf, "");
    assert_memory_equal(pixels.bytes, "P5\n300 200\n255\n", 15);
    for (size_t x = 0; x < 300; x++)
        assert_int_equal((unsigned char)pixels.bytes[15 + 199 * 300 + x], x >= 125 && x < 175 ? 0 : 255);
    hui_buffer_finish(&pixels);
    hui_buffer_finish(&pdf);
    sample_free(&s);
}

static void jpeg_passes_through(void **state)
{
    (void)state;
    SAYS("pdfimages", "-list", "", "jpeg");
}

static size_t count_of(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, word)); at++)
        count++;
    return count;
}

/* A flower of eight petals: twelve in red, of which two are turned and one is drawn aside, and three in blue. */
static hui_buffer write_flowers(bool shared)
{
    hui_arena *arena = hui_arena_new();
    hui_scene *scene = hui_scene_new(arena, 400, 300);
    for (int i = 0; i < 15; i++) {
        hui_path flower = hui_path_new(arena);
        const double x = 17.3 * i, y = 11.9 * i, r = shared ? 9 : 9 + i / 10.0;
        for (int k = 0; k < 8; k++)
            hui_path_circle(&flower, x + r * (k % 3), y + r * (k / 3), r);
        const hui_color color = i < 12 ? (hui_color)HUI_RGB(0xB3131B) : (hui_color)HUI_RGB(0x1456A0);
        hui_group group = {.transform = hui_matrix_rotate_at(i < 2 ? 30 : 0, x, y), .opacity = i == 5 ? 0.5 : 1};
        hui_scene_group(scene, group);
        hui_scene_path(scene, flower, hui_paint_solid(color), hui_stroke_none());
        hui_scene_end(scene);
    }
    hui_buffer pdf = write_pdf(scene, 0, 0);
    hui_arena_free(arena);
    return pdf;
}

/* A turned flower is alike only to others turned so; what is drawn aside is a form with a group for itself. */
static void repeated_outlines_are_one_form(void **state)
{
    (void)state;
    hui_buffer pdf = write_flowers(true), other = write_flowers(false);
    hui_buffer checked = tool_read("qpdf", "--check", &pdf, "");
    assert_null(strstr(checked.bytes, "WARNING"));
    hui_buffer plain = tool_read("qpdf", "--qdf --object-streams=disable", &pdf, "-");
    assert_int_equal(count_of(plain.bytes, "/Subtype /Form"), 4);
    assert_int_equal(count_of(plain.bytes, " Do\n"), 15);
    assert_int_equal(count_of(plain.bytes, "/S /Transparency"), 2); /* the page's and that of what is drawn aside */
    assert_true(pdf.size < other.size * 3 / 4);
    hui_buffer_finish(&pdf);
    hui_buffer_finish(&other);
    hui_buffer_finish(&checked);
    hui_buffer_finish(&plain);
}

static void same_scene_gives_same_bytes(void **state)
{
    (void)state;
    hui_buffer one = write_sample(), other = write_sample();
    assert_int_equal(one.size, other.size);
    assert_memory_equal(one.bytes, other.bytes, one.size);
    hui_buffer_finish(&one);
    hui_buffer_finish(&other);
}

/* Tags are the trap: Cairo fails the whole file where they do not nest or a target is not there. */
static void odd_structure_is_written_all_the_same(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = hui_scene_new(s.arena, 100, 100);
    static const char *const targets[] = {"https://a.b/it's \\ 中", "#nowhere", "#here", "javascript:x", "", NULL};
    hui_scene_group(scene, (hui_group){.id = "here", .opacity = 0.5});
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LINK, .label = targets[i], .opacity = i % 2 ? 0.5 : 1});
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LINK, .label = "https://nested.example/"});
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LIST_ITEM, .level = 3});
        hui_scene_text(scene, 0, 0, sample_text(&s, "[x](https://deep.example/)", 10, 50));
        hui_scene_end(scene);
        hui_scene_end(scene);
        hui_scene_end(scene);
    }
    hui_scene_end(scene);
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LINK, .label = targets[i]});
        hui_scene_text(scene, 0, 0, sample_text(&s, "[x](https://deep.example/)", 10, 50));
        hui_scene_end(scene);
    }
    hui_buffer pdf = write_pdf(scene, 0, 0);
    hui_buffer said = tool_read("qpdf", "--check", &pdf, "");
    assert_non_null(strstr(said.bytes, "No syntax or stream encoding errors found"));
    hui_buffer_finish(&said);
    said = tool_read("pdfinfo", "-url", &pdf, "");
    assert_non_null(strstr(said.bytes, "https://a.b/it%27s%20%5C%20%E4%B8%AD"));
    assert_null(strstr(said.bytes, "javascript"));
    hui_buffer_finish(&said);
    hui_buffer_finish(&pdf);
    sample_free(&s);
}

/* What Cairo cannot say. */
static void language_and_alternative_texts_are_there(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 100);
    scene->lang = "zh-Hans";
    scene->title = "x";
    static const char *const alts[] = {"外", "里𠀀", NULL, "Last"}; /* the second inside the first */
    for (int i = 0; i < 4; i++) {
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_FIGURE, .label = alts[i]});
        hui_scene_rect(scene, (hui_rect){10 * i, 0, 5, 5}, NULL, hui_paint_solid((hui_color)HUI_RGB(0)), hui_stroke_none());
        if (i > 0)
            hui_scene_end(scene);
        if (i == 1)
            hui_scene_end(scene);
    }
    hui_buffer pdf = write_pdf(scene, 0, 0);
    hui_buffer said = tool_read("qpdf", "--qdf --object-streams=disable", &pdf, "- | grep -a -A3 -e /Lang -e /Alt -e DisplayDocTitle");
    assert_non_null(strstr(said.bytes, "/Lang (zh-Hans)"));
    assert_non_null(strstr(said.bytes, "/DisplayDocTitle true"));
    /* each beside its own content: the outer figure's is the inner one, the others' are numbered */
    static const char *const wanted[] = {"/Alt <feff5916>\n  /K 1", "/Alt <feff91ccd840dc00>\n  /K 0", "/Alt <feff004c006100730074>\n  /K 2"};
    for (int i = 0; i < 3; i++) {
        const char *found = strstr(said.bytes, wanted[i]);
        if (!found)
            print_error("no %s in %s", wanted[i], said.bytes);
        assert_non_null(found);
    }
    hui_buffer_finish(&said);
    hui_buffer_finish(&pdf);
    sample_free(&s);
}

static bool draw_plain(hui_buffer *out)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(sample_add, out, 100, 100);
    cairo_t *cr = cairo_create(surface);
    cairo_rectangle(cr, 0, 0, 50, 50);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    const bool drawn = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    return drawn;
}

/* A file that is damaged anywhere is packed or refused, never read beyond its end; one that is no file is refused. */
static void packing_survives_damage(void **state)
{
    (void)state;
    hui_buffer plain = {0};
    assert_true(draw_plain(&plain));
    hui_rng rng = hui_rng_seed(3);
    for (int round = 0; round < 3000; round++) {
        hui_buffer damaged = {0}, out = {0};
        hui_buffer_add(&damaged, plain.bytes, round % 2 ? plain.size : (size_t)hui_rng_int(&rng, 1, (int)plain.size));
        for (int i = hui_rng_int(&rng, 0, 3); i > 0; i--)
            damaged.bytes[hui_rng_int(&rng, 0, (int)damaged.size - 1)] = "0 9\n/xR"[hui_rng_int(&rng, 0, 6)];
        if (!hui_pdf_pack(&damaged, &(hui_pdf_extras){.lang = "en"}, &out))
            assert_int_equal(out.size, 0);
        hui_buffer_finish(&damaged);
        hui_buffer_finish(&out);
    }
    hui_buffer none = {0}, out = {0};
    hui_buffer_add_string(&none, "startxref\n0\n%%EOF\n");
    assert_false(hui_pdf_pack(&none, &(hui_pdf_extras){0}, &out));
    hui_buffer_finish(&none);
    assert_true(hui_pdf_pack(&plain, &(hui_pdf_extras){.lang = "en) /Evil ("}, &out));
    assert_memory_equal(out.bytes, "%PDF-1.5", 8);
    hui_buffer_finish(&out);
    hui_buffer_finish(&plain);
}

static bool refuse(void *closure, const void *bytes, size_t size)
{
    (void)closure, (void)bytes, (void)size;
    return false;
}

static void full_disk_is_told(void **state)
{
    (void)state;
    sample s = sample_new(false);
    const hui_sink sink = {refuse, NULL};
    assert_false(hui_pdf_write(sample_scene(&s, "x"), &(hui_write_options){0}, &sink, s.diags));
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(qpdf_finds_no_fault),
        cmocka_unit_test(metadata_is_there),
        cmocka_unit_test(date_comes_from_outside),
        cmocka_unit_test(fonts_are_embedded_subsets),
        cmocka_unit_test(text_reads_back_exactly),
        cmocka_unit_test(spread_letters_are_no_words),
        cmocka_unit_test(structure_follows_roles),
        cmocka_unit_test(links_lead_somewhere),
        cmocka_unit_test(headings_are_the_outline),
        cmocka_unit_test(pages_keep_the_posters_shape),
        cmocka_unit_test(poster_fits_the_paper),
        cmocka_unit_test(jpeg_passes_through),
        cmocka_unit_test(repeated_outlines_are_one_form),
        cmocka_unit_test(same_scene_gives_same_bytes),
        cmocka_unit_test(odd_structure_is_written_all_the_same),
        cmocka_unit_test(language_and_alternative_texts_are_there),
        cmocka_unit_test(packing_survives_damage),
        cmocka_unit_test(full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
