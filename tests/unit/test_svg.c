/* links: base text image scene backend */
/* SVG: well formed, self-contained, safe to inline beside others, readable as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "backend/path_memo.h"
#include "backend/svg.h"
#include "backend/svg_writer.h"
#include "base/rng.h"
#include "sample_scene.h"
#include "tools.h"

#include <math.h>

static hui_buffer write_svg(const hui_scene *scene, const char *prefix)
{
    hui_buffer out = {0};
    const hui_sink sink = hui_sink_buffer(&out);
    const hui_write_options options = {.id_prefix = prefix};
    hui_diags *diags = hui_diags_new(scene->arena);
    assert_true(hui_svg_write(scene, &options, &sink, diags));
    assert_int_equal(diags->count, 0);
    return out;
}

static hui_buffer write_sample(const char *title, const char *prefix)
{
    sample s = sample_new(false);
    hui_buffer out = write_svg(sample_scene(&s, title), prefix);
    sample_free(&s);
    return out;
}

/* Calls `check` with every value between `before` and the next `after`. Returns how many there are. */
static size_t each_between(const hui_buffer *text, const char *before, char after,
                           void (*check)(const char *value, size_t size, const hui_buffer *other), const hui_buffer *other)
{
    size_t count = 0;
    for (const char *at = text->bytes; (at = strstr(at, before)); count++) {
        at += strlen(before);
        const char *end = strchr(at, after);
        assert_non_null(end);
        check(at, (size_t)(end - at), other);
    }
    return count;
}

static size_t count_ids(const hui_buffer *text, const char *id, size_t size)
{
    char wanted[128];
    snprintf(wanted, sizeof wanted, " id=\"%.*s\"", (int)size, id);
    size_t count = 0;
    for (const char *at = text->bytes; (at = strstr(at, wanted)); at++)
        count++;
    return count;
}

static void is_defined_once(const char *id, size_t size, const hui_buffer *text)
{
    assert_int_equal(count_ids(text, id, size), 1);
}

static void is_undefined(const char *id, size_t size, const hui_buffer *text)
{
    assert_int_equal(count_ids(text, id, size), 0);
}

static void ids_and_references_fit(void **state)
{
    (void)state;
    hui_buffer out = write_sample("标题", NULL);
    assert_true(each_between(&out, " id=\"", '"', is_defined_once, &out) > 8);
    assert_true(each_between(&out, "href=\"#", '"', is_defined_once, &out) > 4);
    assert_int_equal(each_between(&out, "url(#", ')', is_defined_once, &out), 3);
    hui_buffer_finish(&out);
}

static void two_documents_share_no_id(void **state)
{
    (void)state;
    hui_buffer one = write_sample("标题", NULL), other = write_sample("另一个", NULL);
    each_between(&one, " id=\"", '"', is_undefined, &other);
    each_between(&other, " id=\"", '"', is_undefined, &one);
    hui_buffer_finish(&one);
    hui_buffer_finish(&other);
}

static void same_scene_gives_same_bytes(void **state)
{
    (void)state;
    hui_buffer one = write_sample("标题", NULL), other = write_sample("标题", NULL);
    assert_int_equal(one.size, other.size);
    assert_memory_equal(one.bytes, other.bytes, one.size);
    hui_buffer_finish(&one);
    hui_buffer_finish(&other);
}

static void has_prefix(const char *id, size_t size, const hui_buffer *prefix)
{
    assert_true(size > prefix->size);
    assert_memory_equal(id, prefix->bytes, prefix->size);
}

static void wanted_prefix_stands_before_every_id(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"poster", "poster-"}, {"3 页<", "_3____"}, {"a_", "a_"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_buffer out = write_sample("标题", cases[i][0]), prefix = {0};
        hui_buffer_add_string(&prefix, cases[i][1]);
        assert_true(each_between(&out, " id=\"", '"', has_prefix, &prefix) > 8);
        hui_buffer_finish(&prefix);
        hui_buffer_finish(&out);
    }
}

static void is_local(const char *target, size_t size, const hui_buffer *unused)
{
    (void)unused;
    assert_true(target[0] == '#' || strncmp(target, "data:", 5) == 0);
    assert_true(size > 1);
}

static void nothing_is_fetched_or_run(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = sample_scene(&s, "标题");
    static const char *const evil[] = {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "data:text/html,x",
                                       "java\nscript:x", ""};
    for (size_t i = 0; i < sizeof evil / sizeof *evil; i++) {
        hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LINK, .label = evil[i]});
        hui_scene_end(scene);
    }
    hui_buffer out = write_svg(scene, NULL);
    assert_null(strstr(out.bytes, "script"));
    assert_null(strstr(out.bytes, "text/html"));
    assert_non_null(strstr(out.bytes, "<a xlink:href=\"https://example.org/?a=1&amp;b=2\">"));
    assert_int_equal(each_between(&out, "<use xlink:href=\"", '"', is_local, NULL) > 0, 1);
    const char *images = out.bytes;
    for (int i = 0; i < 2; i++) {
        images = strstr(images, "<image");
        assert_non_null(images);
        images = strstr(images, "xlink:href=\"") + strlen("xlink:href=\"");
        is_local(images, 5, NULL);
    }
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* The one <text> of a block of lines, without its tags. */
static void text_between_tags(const char *from, const char *to, char *plain)
{
    for (bool tag = false; from < to; from++) {
        tag = tag ? *from != '>' : *from == '<';
        if (!tag && *from != '>')
            *plain++ = *from;
    }
    *plain = 0;
}

static void wrapped_paragraph_is_one_text(void **state)
{
    (void)state;
    sample s = sample_new(false);
    hui_scene *scene = hui_scene_new(s.arena, 300, 300);
    hui_scene_text(scene, 0, 0, sample_text(&s, "全年新建430个项目，完成投资1355亿元。\nThe quick brown fox jumps over the dog", 20, 120));
    hui_buffer out = write_svg(scene, NULL);
    static const char *const wanted[] = {"全年新建430个项目，完成投资1355亿元。", "The quick brown fox jumps over the dog"};
    const char *at = out.bytes;
    for (int i = 0; i < 2; i++) {
        at = strstr(at, "<text ");
        assert_non_null(at);
        const char *end = strstr(at, "</text>");
        char plain[256];
        text_between_tags(at, end, plain);
        assert_string_equal(plain, wanted[i]);
        at = end;
    }
    assert_null(strstr(at, "<text "));
    hui_buffer_finish(&out);
    sample_free(&s);
}

static void forbidden_characters_are_left_out(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 10, 10);
    scene->title = "a<b>&\"c\"\x01\x0B\xEF\xBF\xBF\t\n]]>";
    scene->lang = "\"><script>";
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_FIGURE, .label = "x\x02\"", .kind = "a b\"", .id = "p\"<"});
    hui_scene_end(scene);
    hui_scene_group(scene, (hui_group){.id = "p'<"});
    hui_scene_end(scene);
    hui_buffer out = write_svg(scene, "x-");
    assert_non_null(strstr(out.bytes, ">a&lt;b&gt;&amp;&quot;c&quot;&#9;&#10;]]&gt;</title>"));
    assert_non_null(strstr(out.bytes, "<g id=\"x--p__\" class=\"hui-a_b_\" role=\"img\" aria-label=\"x&quot;\">"));
    assert_null(strstr(out.bytes, "<script"));
    for (size_t i = 0; i < out.size; i++)
        assert_true((unsigned char)out.bytes[i] >= 0x20 || out.bytes[i] == '\n');
    hui_buffer said = tool_read("xmllint", "--noout", &out, "");
    assert_string_equal(said.bytes, "");
    hui_buffer_finish(&said);
    hui_buffer_finish(&out);
    sample_free(&s);
}

static void sample_is_well_formed(void **state)
{
    (void)state;
    hui_buffer out = write_sample("“标题” <1>", NULL);
    hui_buffer said = tool_read("xmllint", "--noout", &out, "");
    assert_string_equal(said.bytes, "");
    hui_buffer_finish(&said);
    hui_buffer_finish(&out);
}

static void sample_is_drawn(void **state)
{
    (void)state;
    hui_buffer out = write_sample("标题", NULL);
    hui_buffer png = tool_read("rsvg-convert", "", &out, "");
    assert_memory_equal(png.bytes, "\x89PNG", 4);
    hui_buffer_finish(&png);
    hui_buffer_finish(&out);
}

static void shapes_are_written(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 50.5);
    const hui_stop stops[] = {{0, HUI_RGB(0xFFFFFF)}, {1, {0, 0, 0, 128}}};
    const hui_paint fade = hui_paint_linear(s.arena, (hui_rect){0, 0, 100, 50}, 180, stops, 2);
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(5, 6.5)});
    hui_scene_group(scene, (hui_group){0});
    hui_scene_rect(scene, (hui_rect){0, 1, 30, 20}, (const double[]){4, 4, 4, 4}, fade, hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){0, 1, 30, 20}, NULL, fade, hui_stroke_line((hui_color){0x11, 0x22, 0x33, 51}, 1.5));
    hui_scene_end(scene);
    hui_scene_rect(scene, (hui_rect){2, 3, 30, 0}, NULL, hui_paint_none(), hui_stroke_line((hui_color)HUI_RGB(0), 1));
    hui_scene_end(scene);
    hui_buffer out = write_svg(scene, "p-");
    assert_string_equal(out.bytes,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"100\" height=\"50.5\" "
        "viewBox=\"0 0 100 50.5\" role=\"img\" font-family=\"sans-serif\" text-rendering=\"geometricPrecision\">\n"
        "<defs>\n"
        "<linearGradient id=\"p-0\" gradientUnits=\"userSpaceOnUse\" x1=\"50\" y1=\"0\" x2=\"50\" y2=\"50\">"
        "<stop stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#000\" stop-opacity=\".502\"/></linearGradient>\n"
        "</defs>\n"
        "<g transform=\"translate(5 6.5)\"><rect y=\"1\" width=\"30\" height=\"20\" rx=\"4\" fill=\"url(#p-0)\"/>\n"
        "<rect y=\"1\" width=\"30\" height=\"20\" fill=\"url(#p-0)\" stroke=\"#123\" stroke-opacity=\".2\" stroke-width=\"1.5\"/>\n"
        "<path d=\"m2 3h30z\" fill=\"none\" stroke=\"#000\"/>\n"
        "</g></svg>\n");
    hui_buffer_finish(&out);
    sample_free(&s);
}

/* Icons: what follows the first point is shared, colour and place are the user's. A gradient stays where it is. */
static void equal_outlines_are_defined_once(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 100);
    const hui_stop stops[] = {{0, HUI_RGB(0xFFFFFF)}, {1, HUI_RGB(0)}};
    const hui_paint fade = hui_paint_linear(s.arena, (hui_rect){0, 0, 100, 50}, 180, stops, 2);
    for (int i = 0; i < 4; i++) {
        hui_path path = hui_path_new(s.arena);
        hui_path_circle(&path, 10 + 20.125 * i, 10, 5);
        const hui_paint fill = i < 3 ? hui_paint_solid((hui_color){(uint8_t)(17 * i), 0, 0, 255}) : fade;
        hui_scene_path(scene, path, fill, hui_stroke_none());
    }
    hui_buffer out = write_svg(scene, "p-");
    assert_non_null(strstr(out.bytes, "<path id=\"p-0\" d=\"m0 0c0 2.76-2.24 5-5 5s-5-2.24-5-5 2.24-5 5-5S0-2.76 0 0\"/>\n"));
    assert_non_null(strstr(out.bytes, "<use xlink:href=\"#p-0\" x=\"15\" y=\"10\" fill=\"#000\"/>\n"
                                      "<use xlink:href=\"#p-0\" x=\"35.13\" y=\"10\" fill=\"#100\"/>\n"
                                      "<use xlink:href=\"#p-0\" x=\"55.25\" y=\"10\" fill=\"#200\"/>\n"
                                      "<path d=\"m75.38 10c"));
    hui_buffer_finish(&out);
    sample_free(&s);
}

static bool refuse(void *closure, const void *bytes, size_t size)
{
    (void)closure, (void)bytes, (void)size;
    return false;
}

static void full_disk_is_told(void **state)
{
    (void)state;
    sample s = sample_new(true);
    const hui_sink sink = {refuse, NULL};
    assert_false(hui_svg_write(hui_scene_new(s.arena, 1, 1), &(hui_write_options){0}, &sink, s.diags));
    sample_free(&s);
}

static hui_path random_path(hui_arena *arena, hui_rng *rng, int curves)
{
    hui_path path = hui_path_new(arena);
    double at[6];
    hui_path_move(&path, 0, 0);
    for (int i = 0; i < curves; i++) {
        for (int k = 0; k < 6; k++)
            at[k] = hui_rng_int(rng, 0, 100000) / 100.0;
        hui_path_curve(&path, at[0], at[1], at[2], at[3], at[4], at[5]);
    }
    return path;
}

/* What is kept, and what is forgotten when there is too much, changes nothing; paths that differ in a bit are two. */
static void kept_paths_read_as_if_written_anew(void **state)
{
    enum { PATHS = 3000, CURVES = 200, AGAIN = 50 };
    (void)state;
    hui_path_memo *memo = hui_path_memo_new();
    const hui_write_options options = {.paths = memo};
    const hui_svg svg = {.options = &options};
    hui_rng rng = hui_rng_seed(5);
    hui_buffer kept = {0}, plain = {0};
    for (int i = 0; i < PATHS; i++) {
        hui_arena *arena = hui_arena_new();
        hui_rng same = hui_rng_seed((uint64_t)(i % AGAIN));
        hui_path path = i % 2 ? random_path(arena, &same, 3) : random_path(arena, &rng, CURVES);
        const hui_svg_grid grid = {.decimals = i / 2 % 3, .filled = i / 6 % 2};
        kept.size = plain.size = 0;
        hui_svg_add_kept_path(&svg, &kept, &path, &grid);
        hui_svg_add_path_data(&plain, &path, &grid);
        path.points[1].x += 1;
        hui_svg_add_kept_path(&svg, &kept, &path, &grid);
        hui_svg_add_path_data(&plain, &path, &grid);
        assert_int_equal(kept.size, plain.size);
        assert_memory_equal(kept.bytes, plain.bytes, plain.size);
        hui_arena_free(arena);
    }
    hui_buffer_finish(&kept);
    hui_buffer_finish(&plain);
    hui_path_memo_free(memo);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_paths_read_as_if_written_anew),
        cmocka_unit_test(shapes_are_written),
        cmocka_unit_test(equal_outlines_are_defined_once),
        cmocka_unit_test(ids_and_references_fit),
        cmocka_unit_test(two_documents_share_no_id),
        cmocka_unit_test(same_scene_gives_same_bytes),
        cmocka_unit_test(wanted_prefix_stands_before_every_id),
        cmocka_unit_test(nothing_is_fetched_or_run),
        cmocka_unit_test(wrapped_paragraph_is_one_text),
        cmocka_unit_test(forbidden_characters_are_left_out),
        cmocka_unit_test(sample_is_well_formed),
        cmocka_unit_test(sample_is_drawn),
        cmocka_unit_test(full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
