/* links: base text image scene chart backend json theme data transform scale geo */
/* Pictures of charts drawn: what they become in scenes and files. */
#include "backend/backend.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>
#include "pictures.h"

static hui_scene *draw(fixture *f)
{
    hui_scene *scene = hui_scene_new(f->arena, f->picture.width, f->picture.height);
    hui_picture_draw(&f->picture, f->labels, scene, 0, 0, 1, "c");
    assert_int_equal(scene->depth, 0);
    return scene;
}

static hui_buffer written(fixture *f, const hui_scene *scene, const char *backend, double scale)
{
    hui_buffer out = {0};
    hui_buffer_reserve(&out, 1);
    const hui_sink sink = hui_sink_buffer(&out);
    const hui_write_options options = {.scale = scale, .id_prefix = "p"};
    assert_true(hui_backend_find(backend)->write(scene, &options, &sink, f->diags));
    return out;
}

static void draws_as(fixture *f, const char *wanted)
{
    hui_buffer out = written(f, draw(f), "dump", 1);
    expect_text(&out, wanted);
    hui_buffer_finish(&out);
}

static hui_guide_marks *one_rule(fixture *f, hui_guide_marks *marks, const char *role, double y, hui_color color)
{
    hui_mark_item item = plain(50, y);
    item.x2 = 130;
    item.y2 = y;
    item.stroke = color;
    const hui_mark mark = {
        .type = HUI_MARK_RULE, .role = role, .items = hui_arena_copy(f->arena, &item, sizeof item), .item_count = 1};
    hui_mark *at = HUI_NEW_ARRAY(f->arena, hui_mark, marks->count + 1);
    if (marks->count)
        memcpy(at, marks->at, marks->count * sizeof *at);
    at[marks->count] = mark;
    *marks = (hui_guide_marks){at, marks->count + 1, marks->count + 1};
    return marks;
}

/* Grounds, grids, axes, marks, axes above, the rest: in this order, in groups that say what they are. */
static void order_of_drawing(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    f.picture.description = "A bar chart";
    f.picture.background = (hui_color)HUI_RGB(0xFFFFFF);
    f.plots[0].bare = false;
    f.plots[0].ground = plain(0, 0);
    f.plots[0].ground.stroke = (hui_color)HUI_RGB(0xDDDDDD);
    hui_axis_picture axes[2] = {{.orient = HUI_ORIENT_BOTTOM}, {.orient = HUI_ORIENT_LEFT}};
    one_rule(&f, one_rule(&f, &axes[0].below, "axis-domain", 210.5, black), "axis-grid", 110.5, red);
    one_rule(&f, &axes[1].below, "axis-grid", 60.5, red);
    one_rule(&f, &axes[1].above, "axis-domain", 10.5, black);
    f.picture.axes = axes;
    f.picture.axis_count = 2;
    hui_mark_item bar = plain(10, 100);
    bar.x2 = 30;
    bar.y2 = 200;
    bar.fill = blue;
    bar.fill_opacity = 0.5;
    bar.tooltip = "a: 1";
    hui_mark marks[] = {
        {.type = HUI_MARK_RECT, .role = "mark-bar", .label = "bars", .items = &bar, .item_count = 1, .clip = true},
        {.type = HUI_MARK_RECT, .items = &bar}};
    f.picture.marks = marks;
    f.picture.mark_count = 2;
    draws_as(&f, "scene 140 247.5\n"
                 "figure .chart id \"c\" label \"A bar chart\"\n"
                 "  rect 0 0 140 247.5 fill #ffffff\n"
                 "  rect 50.5 10.5 80 200 stroke 1 #dddddd\n"
                 "  group .grid\n"
                 "    group .axis-grid\n"
                 "      path stroke 1 #e45756 M50 110.5 L130 110.5\n"
                 "    end\n"
                 "  end\n"
                 "  group .grid\n"
                 "    group .axis-grid\n"
                 "      path stroke 1 #e45756 M50 60.5 L130 60.5\n"
                 "    end\n"
                 "  end\n"
                 "  group .axis\n"
                 "    group .axis-domain\n"
                 "      path stroke 1 #000000 M50 210.5 L130 210.5\n"
                 "    end\n"
                 "  end\n"
                 "  group .plot id \"c-main\" transform 1 0 0 1 50 10\n"
                 "    group .mark-bar label \"bars\" clip M0 0 L80 0 L80 200 L0 200 Z\n"
                 "      rect 10 100 20 100 fill #4c78a880 tooltip \"a: 1\"\n"
                 "    end\n"
                 "  end\n"
                 "  group .axis\n"
                 "    group .axis-domain\n"
                 "      path stroke 1 #000000 M50 10.5 L130 10.5\n"
                 "    end\n"
                 "  end\n"
                 "end\n");
    tear_down(&f);
}

static void draw_texts(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    hui_mark_item items[3] = {plain(10, 20), plain(40, 50), plain(0, 0)};
    for (int i = 0; i < 3; i++) {
        items[i].fill = black;
        items[i].text.text = i == 2 ? "  " : "abc\nd";
        items[i].text.style.size = 10;
        items[i].text.align = i ? HUI_ANCHOR_MIDDLE : HUI_ANCHOR_END;
        items[i].text.baseline = HUI_BASELINE_MIDDLE;
        items[i].text.angle = i * 90;
    }
    hui_mark mark = {.type = HUI_MARK_TEXT, .role = "mark-text", .items = items, .item_count = 3};
    f.plots[0].name = NULL;
    f.plots[0].x = f.plots[0].y = 0;
    f.picture.marks = &mark;
    f.picture.mark_count = 1;
    draws_as(&f, "scene 140 247.5\n"
                 "figure .chart id \"c\"\n"
                 "  group .plot\n"
                 "    group .mark-text\n"
                 "      text 10 23 15 22\n"
                 "        line -5 23 15 10/400 #000000 \"abc\" ¶\n"
                 "        line 5 35 5 10/400 #000000 \"d\" ¶\n"
                 "      group transform 0 1 -1 0 90 10\n"
                 "        text 40 53 15 22\n"
                 "          line 32.5 53 15 10/400 #000000 \"abc\" ¶\n"
                 "          line 37.5 65 5 10/400 #000000 \"d\" ¶\n"
                 "      end\n"
                 "    end\n"
                 "  end\n"
                 "end\n");
    tear_down(&f);
}

/* Whatever a mark is drawn as, its tooltip is the title of one element. */
static void tooltips(void **state)
{
    (void)state;
    static const struct {
        hui_mark_type type;
        const char *svg;
    } cases[] = {
        {HUI_MARK_RECT,
         "<rect x=\"10\" y=\"20\" width=\"20\" height=\"30\" fill=\"#4c78a8\"><title>a &amp; b</title></rect>"},
        {HUI_MARK_ARC, "<title>a &amp; b</title></path>"},
        {HUI_MARK_AREA, "<title>a &amp; b</title></path>"},
        {HUI_MARK_SYMBOL, "<circle cx=\"10\" cy=\"20\" r=\"2\"><title>a &amp; b</title></circle>"},
        {HUI_MARK_TEXT, "<g><title>a &amp; b</title>\n"},
    };
    fixture f;
    set_up(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_mark_item item = plain(10, 20);
        item.x2 = 30;
        item.y2 = 50;
        item.fill = blue;
        item.tooltip = "a & b";
        if (cases[i].type == HUI_MARK_TEXT) {
            item.text.text = "text";
            item.text.style.size = 10;
        } else if (cases[i].type == HUI_MARK_SYMBOL) {
            item.symbol.size = 16;
        } else if (cases[i].type == HUI_MARK_ARC) {
            item.arc.outer = 10;
            item.arc.end = 1;
        }
        hui_mark mark = {.type = cases[i].type, .items = &item, .item_count = 1};
        f.picture.marks = &mark;
        f.picture.mark_count = 1;
        hui_buffer svg = written(&f, draw(&f), "svg", 1);
        if (!strstr(svg.bytes, cases[i].svg))
            print_error("%s\n", svg.bytes);
        assert_non_null(strstr(svg.bytes, cases[i].svg));
        hui_buffer_finish(&svg);
        hui_buffer pdf = written(&f, draw(&f), "pdf", 1);
        hui_buffer_finish(&pdf);
    }
    tear_down(&f);
}

/* Six circles of two sizes, with and without strokes. */
static void make_symbols(fixture *f, hui_mark *mark, size_t count)
{
    hui_mark_item *items = HUI_NEW_ARRAY(f->arena, hui_mark_item, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = plain((double)(i * 7 % 80), (double)(i * 13 % 200));
        items[i].symbol.size = i % 2 ? 64 : 16;
        items[i].symbol.shape = i % 3 ? "circle" : "square";
        items[i].fill = i % 2 ? blue : red;
        items[i].opacity = 0.5;
        items[i].stroke = i % 3 == 1 ? black : (hui_color){0};
        items[i].tooltip = i == 1 ? "<one>" : NULL;
    }
    *mark = (hui_mark){.type = HUI_MARK_SYMBOL, .role = "mark-point", .items = items, .item_count = count};
    f->picture.marks = mark;
    f->picture.mark_count = 1;
}

static void draw_symbols(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    f.plots[0].name = NULL;
    f.plots[0].x = f.plots[0].y = 0;
    hui_mark mark;
    make_symbols(&f, &mark, 4);
    mark.items[2].opacity = 0; /* nothing to be seen */
    draws_as(&f, "scene 140 247.5\n"
                 "figure .chart id \"c\"\n"
                 "  group .plot\n"
                 "    group .mark-point\n"
                 "      markers 3\n"
                 "        marker 0 0 fill #e4575680 M-2 -2 L2 -2 L2 2 L-2 2 Z\n"
                 "        marker 7 13 fill #4c78a880 stroke 1 #00000080 radius 4 tooltip \"<one>\"\n"
                 "        marker 21 39 fill #4c78a880 M-4 -4 L4 -4 L4 4 L-4 4 Z\n"
                 "    end\n"
                 "  end\n"
                 "end\n");
    hui_buffer svg = written(&f, draw(&f), "svg", 1);
    assert_non_null(strstr(svg.bytes, "<path d=\"m-2-2h4v4h-4z\" fill=\"#e45756\" fill-opacity=\".502\"/>\n"
                                      "<circle cx=\"7\" cy=\"13\" r=\"4\" fill=\"#4c78a8\" fill-opacity=\".502\" "
                                      "stroke=\"#000\" stroke-opacity=\".502\"><title>&lt;one&gt;</title></circle>\n"));
    hui_buffer_finish(&svg);
    mark.items[1].href = "https://example.org/";
    draws_as(&f, "scene 140 247.5\n"
                 "figure .chart id \"c\"\n"
                 "  group .plot\n"
                 "    group .mark-point\n"
                 "      path fill #e4575680 M-2 -2 L2 -2 L2 2 L-2 2 Z\n"
                 "      link label \"https://example.org/\"\n"
                 "        path fill #4c78a880 stroke 1 #00000080 M11 13 C11 15.21 9.21 17 7 17 C4.79 17 3 15.21 3 13 "
                 "C3 10.79 4.79 9 7 9 C9.21 9 11 10.79 11 13 Z tooltip \"<one>\"\n"
                 "      end\n"
                 "      path fill #4c78a880 M17 35 L25 35 L25 43 L17 43 Z\n"
                 "    end\n"
                 "  end\n"
                 "end\n");
    tear_down(&f);
}

static const hui_image *read_png(fixture *f, const hui_scene *scene, double scale)
{
    char path[] = "/tmp/huibao-test-XXXXXX";
    hui_buffer bytes = written(f, scene, "png", scale);
    const int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes.bytes, bytes.size), (ssize_t)bytes.size);
    close(file);
    const hui_image *image = hui_image_read_file(f->arena, path, "picture.png", (hui_place){0}, f->diags);
    unlink(path);
    hui_buffer_finish(&bytes);
    assert_non_null(image);
    return image;
}

/* The mean difference of a channel. */
static double difference(fixture *f, const hui_scene *one, const hui_scene *other, double scale)
{
    const hui_image *a = read_png(f, one, scale), *b = read_png(f, other, scale);
    const size_t pixels = (size_t)a->pixel_width * (size_t)a->pixel_height;
    double sum = 0;
    for (size_t i = 0; i < pixels; i++)
        for (int shift = 0; shift < 24; shift += 8)
            sum += fabs((double)(a->pixels[i] >> shift & 255) - (double)(b->pixels[i] >> shift & 255));
    return sum / (double)(3 * pixels);
}

/* Markers look as the same drawings do one by one, whichever way they reach the pixels: many or few, clipped or not. */
static void same_pixels(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        bool clip;
        double scale;
    } cases[] = {{40, false, 1}, {2000, false, 2}, {2000, true, 2}, {2000, true, 1.3}, {2000, false, 0.7}};
    fixture f;
    set_up(&f);
    f.picture.background = (hui_color)HUI_RGB(0xFFFFFF);
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        hui_mark mark;
        make_symbols(&f, &mark, cases[c].count);
        mark.clip = cases[c].clip;
        hui_scene *markers = draw(&f);
        for (size_t i = 0; i < cases[c].count; i++)
            mark.items[i].href = "#"; /* each for itself */
        hui_scene *paths = draw(&f);
        assert_true(paths->count > cases[c].count && markers->count < 20);
        const double mean = difference(&f, markers, paths, cases[c].scale);
        if (!(mean < 0.8))
            print_error("case %zu: the mean difference is %g\n", c, mean);
        assert_true(mean < 0.8);
    }
    tear_down(&f);
}

/* A long line is stroked in pieces, but not if it is dashed. */
static void long_lines(void **state)
{
    (void)state;
    enum { COUNT = 3000 };
    static const double endless[] = {1e6};
    fixture f;
    set_up(&f);
    f.picture.background = (hui_color)HUI_RGB(0xFFFFFF);
    hui_mark_item *items = HUI_NEW_ARRAY(f.arena, hui_mark_item, COUNT);
    for (int i = 0; i < COUNT; i++)
        items[i] = plain(80.0 * i / COUNT, 100 + 90 * sin(i * 0.05));
    hui_mark mark = {.type = HUI_MARK_LINE, .interpolate = "monotone", .items = items, .item_count = COUNT};
    f.picture.marks = &mark;
    f.picture.mark_count = 1;
    for (int closed = 0; closed < 2; closed++) {
        mark.interpolate = closed ? "linear-closed" : "monotone";
        items[0].stroke = blue;
        items[0].stroke_width = 3;
        items[0].opacity = closed ? 0.5 : 1;
        items[0].dash = (hui_dash){0};
        hui_scene *pieces = draw(&f);
        items[0].dash = (hui_dash){endless, 1, 0};
        hui_scene *whole = draw(&f);
        const hui_image *image = read_png(&f, pieces, 1);
        size_t inked = 0;
        for (int i = 0; i < image->pixel_width * image->pixel_height; i++)
            inked += image->pixels[i] != 0xFFFFFFFF;
        assert_true(inked > 3000);
        assert_true(difference(&f, pieces, whole, 2) < 0.3);
    }
    tear_down(&f);
}

/* Every file format takes whatever marks there are. */
static void wild_pictures(void **state)
{
    (void)state;
    static const double wild[] = {NAN, INFINITY, -INFINITY, 1e308, -1e308, 0, -5, 1e-300};
    enum { WILD = sizeof wild / sizeof *wild };
    static const char *const backends[] = {"png", "svg", "pdf", "dump"};
    fixture f;
    set_up(&f);
    const hui_stop stops[] = {{NAN, HUI_RGB(0xFFFFFF)}, {1e9, HUI_RGB(0x006400)}};
    for (int type = HUI_MARK_RECT; type <= HUI_MARK_PATH; type++) {
        hui_mark_item items[WILD];
        for (size_t i = 0; i < WILD; i++) {
            const double v = wild[i], w = wild[(i + 3) % WILD];
            hui_gradient *gradient = HUI_NEW(f.arena, hui_gradient);
            *gradient = (hui_gradient){i % 2, v, w, v, w, v, w, stops, 2};
            double *dash = HUI_NEW_ARRAY(f.arena, double, 2);
            dash[0] = v;
            dash[1] = w;
            items[i] = (hui_mark_item){.x = v,
                                       .y = w,
                                       .x2 = w,
                                       .y2 = v,
                                       .fill = blue,
                                       .stroke = red,
                                       .opacity = w,
                                       .fill_opacity = v,
                                       .stroke_opacity = 1,
                                       .stroke_width = w,
                                       .miter_limit = v,
                                       .dash = {dash, 2, w}};
            items[i].fill_gradient = i % 3 == 0 ? gradient : NULL;
            if (type == HUI_MARK_TEXT) {
                items[i].text.text = i % 2 ? "text" : NULL;
                items[i].text.style.size = v;
                items[i].text.style.line_height = w;
                items[i].text.style.limit = w;
                items[i].text.angle = w;
            } else if (type == HUI_MARK_SYMBOL || type == HUI_MARK_TRAIL) {
                items[i].symbol.size = w;
                items[i].symbol.angle = v;
                items[i].symbol.shape = i % 2 ? "cross" : "M0 0L1e308 nan";
            } else if (type == HUI_MARK_ARC) {
                items[i].arc.inner = v;
                items[i].arc.outer = w;
                items[i].arc.start = w;
                items[i].arc.end = v;
                items[i].arc.pad_angle = v;
                items[i].arc.corner_radius = w;
            } else if (type == HUI_MARK_RECT) {
                items[i].radii[1] = v;
            }
        }
        hui_mark mark = {.type = (hui_mark_type)type,
                         .plot = (size_t)type % 2 * 99,
                         .items = items,
                         .item_count = WILD,
                         .clip = true};
        f.picture.marks = &mark;
        f.picture.mark_count = 1;
        hui_scene *scene = draw(&f);
        for (size_t b = 0; b < sizeof backends / sizeof *backends; b++) {
            hui_buffer out = written(&f, scene, backends[b], 1);
            assert_true(out.size > 0);
            hui_buffer_finish(&out);
        }
    }
    tear_down(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_of_drawing), cmocka_unit_test(draw_texts),  cmocka_unit_test(tooltips),
        cmocka_unit_test(draw_symbols),     cmocka_unit_test(same_pixels), cmocka_unit_test(long_lines),
        cmocka_unit_test(wild_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
