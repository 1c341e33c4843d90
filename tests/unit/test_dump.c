/* links: base text image scene backend */
/* Dump: exact text, one case for each kind of item. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "backend/dump.h"
#include "sample_scene.h"

static void dumps_as(const hui_scene *scene, const char *wanted)
{
    hui_buffer out = {0};
    const hui_sink sink = hui_sink_buffer(&out);
    hui_diags *diags = hui_diags_new(scene->arena);
    assert_true(hui_dump_write(scene, &(hui_write_options){0}, &sink, diags));
    assert_string_equal(out.bytes, wanted);
    hui_buffer_finish(&out);
}

static void page(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 1080, 99.996);
    scene->lang = "zh-Hans";
    scene->title = "标题 “x”";
    scene->description = "a \"b\" \\ \n\x01";
    dumps_as(scene, "scene 1080 100\n"
                    "lang \"zh-Hans\"\n"
                    "title \"标题 “x”\"\n"
                    "description \"a \\\"b\\\" \\\\ \\n\\u0001\"\n");
    sample_free(&s);
}

static void shapes(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 100);
    const hui_paint red = hui_paint_solid((hui_color)HUI_RGB(0xB3131B));
    const hui_stop stops[] = {{0, HUI_RGB(0xFFFFFF)}, {0.5, {1, 2, 3, 4}}};
    hui_stroke dashed = {.paint = hui_paint_solid((hui_color){0, 0, 0, 128}), .width = 1.5, .cap = HUI_CAP_ROUND,
                         .join = HUI_JOIN_ROUND};
    hui_stroke_dash(s.arena, &dashed, (const double[]){6, 4}, 2, 0);
    hui_scene_rect(scene, (hui_rect){0, 0.004, 10, 20.126}, NULL, red, hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){0, 0, 10, 20}, (const double[]){4, 4, 4, 4}, hui_paint_none(), dashed);
    hui_scene_rect(scene, (hui_rect){0, 0, 10, 20}, (const double[]){4, 0, 4, 0},
                   hui_paint_linear(s.arena, (hui_rect){0, 0, 10, 20}, 180, stops, 2), hui_stroke_none());
    hui_path path = hui_path_new(s.arena);
    hui_path_move(&path, 1, 2);
    hui_path_line(&path, 3, -4);
    hui_path_curve(&path, 1, 2, 3, 4, 5, 6.5);
    hui_path_close(&path);
    hui_scene_path(scene, path, hui_paint_radial(s.arena, 5, 6, 7, stops, 2), hui_stroke_line((hui_color)HUI_RGB(0), 1));
    dumps_as(scene, "scene 100 100\n"
                    "rect 0 0 10 20.13 fill #b3131b\n"
                    "rect 0 0 10 20 radius 4 stroke 1.5 #00000080 dash 6 4 0 cap round join round\n"
                    "rect 0 0 10 20 radius 4 0 4 0 fill linear 5 0 5 20 #ffffff@0 #01020304@0.5\n"
                    "path fill radial 5 6 7 #ffffff@0 #01020304@0.5 stroke 1 #000000 M1 2 L3 -4 C1 2 3 4 5 6.5 Z\n");
    sample_free(&s);
}

static void groups(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 100);
    hui_path clip = hui_path_new(s.arena);
    hui_path_rect(&clip, (hui_rect){0, 0, 5, 6});
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_SECTION, .id = "a", .kind = "kpi"});
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_HEADING, .level = 2, .label = "标题"});
    hui_scene_end(scene);
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(3, 4), .clip = &clip, .opacity = 0.25});
    static const hui_role roles[] = {HUI_ROLE_PARAGRAPH, HUI_ROLE_LIST, HUI_ROLE_LIST_ITEM, HUI_ROLE_FIGURE, HUI_ROLE_LINK, HUI_ROLE_ARTIFACT};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        hui_scene_group(scene, (hui_group){.role = roles[i]});
        hui_scene_end(scene);
    }
    hui_scene_end(scene);
    hui_scene_end(scene);
    dumps_as(scene, "scene 100 100\n"
                    "section .kpi id \"a\"\n"
                    "  heading 2 label \"标题\"\n"
                    "  end\n"
                    "  group transform 1 0 0 1 3 4 opacity 0.25 clip M0 0 L5 0 L5 6 L0 6 Z\n"
                    "    paragraph\n    end\n"
                    "    list\n    end\n"
                    "    list-item\n    end\n"
                    "    figure\n    end\n"
                    "    link\n    end\n"
                    "    artifact\n    end\n"
                    "  end\n"
                    "end\n");
    sample_free(&s);
}

/* Fixed metrics: han 1 em, others half; lines 1.5 em high. */
static void text(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 300, 100);
    hui_scene_text(scene, 10, 20, sample_text(&s, "甲乙**丙**[丁](https://a.b)\n戊", 20, 200));
    dumps_as(scene, "scene 300 100\n"
                    "text 10 20 200 60\n"
                    "  line 10 42.6 80 20/400 #2b2b2b \"甲乙\" at 40 20/700 #b3131b \"丙\" at 60 20/400 #1456a0 link \"https://a.b\" \"丁\" ¶\n"
                    "  line 10 72.6 20 20/400 #2b2b2b \"戊\" ¶\n");
    sample_free(&s);
}

static void images(void **state)
{
    (void)state;
    sample s = sample_new(true);
    hui_scene *scene = hui_scene_new(s.arena, 100, 100);
    hui_scene_image(scene, (hui_rect){1, 2, 30, 40}, sample_png(s.arena));
    hui_scene_image(scene, (hui_rect){1, 2, 30, 40}, sample_jpeg(s.arena));
    dumps_as(scene, "scene 100 100\n"
                    "image 1 2 30 40 png 32 32 \"sample.png\"\n"
                    "image 1 2 30 40 jpeg 32 32 \"sample.jpg\"\n");
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(page),  cmocka_unit_test(shapes), cmocka_unit_test(groups),
        cmocka_unit_test(text), cmocka_unit_test(images),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
