/* links: base text image scene chart json theme data transform scale geo */
/* Dumps of pictures of charts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "pictures.h"

/* The dump's line on the picture's only mark. */
static void dumps_mark(fixture *f, const hui_mark *mark, const char *wanted)
{
    hui_mark copy = *mark;
    f->picture.marks = &copy;
    f->picture.mark_count = 1;
    hui_buffer out = {0};
    hui_picture_dump(&f->picture, &out);
    const char *start = strstr(out.bytes, "\"marks\":[\n  ");
    assert_non_null(start);
    hui_buffer line = {0};
    hui_buffer_add_string(&line, start + strlen("\"marks\":[\n  "));
    line.size -= strlen("]}\n");
    line.bytes[line.size] = 0;
    expect_text(&line, wanted);
    hui_buffer_finish(&line);
    hui_buffer_finish(&out);
}

static void dump_guides(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    hui_axis_label labels[] = {{"A", 70.5, 217.5}, {"\"B\"\n\xFF", 110.5, 217.504}};
    hui_axis_picture axes[] = {
        {.orient = HUI_ORIENT_BOTTOM, .x = 50.5, .y = 210.5, .title = "a", .labels = labels, .label_count = 2},
        {.orient = HUI_ORIENT_LEFT, .x = 50.5, .y = 10.5}, /* shows nothing */
        {.orient = HUI_ORIENT_RIGHT, .x = 1, .y = 2, .title = ""}};
    const hui_stop stops[] = {{0, HUI_RGB(0xFFFFFF)}, {0.33333, HUI_RGB(0x4C78A8)}};
    const char *texts[] = {"x", "中"};
    hui_mark_item symbol = plain(1, 2);
    symbol.symbol.size = 100;
    symbol.fill = blue;
    symbol.opacity = 0.7;
    hui_legend_picture legends[] = {
        {.kind = HUI_LEGEND_SYMBOL,
         .title = "t",
         .labels = texts,
         .label_count = 2,
         .symbols = &symbol,
         .symbol_count = 1},
        {.kind = HUI_LEGEND_GRADIENT, .stops = stops, .stop_count = 2},
        {.kind = HUI_LEGEND_BAND, .labels = texts, .label_count = 1, .stops = stops, .stop_count = 2}};
    hui_title_picture titles[] = {{.text = "one"}, {.text = "two\nlines"}};
    hui_header_picture headers[] = {{.role = "row-title", .texts = texts, .text_count = 2}};
    f.picture.axes = axes;
    f.picture.axis_count = 3;
    f.picture.legends = legends;
    f.picture.legend_count = 3;
    f.picture.titles = titles;
    f.picture.title_count = 2;
    f.picture.headers = headers;
    f.picture.header_count = 1;
    hui_buffer out = {0};
    hui_picture_dump(&f.picture, &out);
    expect_text(&out, "{\"width\":140,\"height\":247.5,\n"
                      " \"groups\":[{\"role\":\"view\",\"x\":50,\"y\":10,\"w\":80,\"h\":200}],\n"
                      " \"axes\":[{\"orient\":\"bottom\",\"x\":50.5,\"y\":210.5,\"title\":\"a\",\"labels\":[\"A\","
                      "\"\\\"B\\\"\\n\uFFFD\"],"
                      "\"at\":[[70.5,217.5],[110.5,217.5]]},"
                      "{\"orient\":\"right\",\"x\":1,\"y\":2,\"title\":\"\",\"labels\":[],\"at\":[]}],\n"
                      " \"legends\":[{\"kind\":\"symbol\",\"title\":\"t\",\"labels\":[\"x\",\"中\"],\"symbols\":[{"
                      "\"fill\":\"#4c78a8\","
                      "\"opacity\":0.7,\"size\":100,\"shape\":\"circle\"}]},"
                      "{\"kind\":\"gradient\",\"labels\":[],\"gradient\":[[0,\"#ffffff\"],[0.3333,\"#4c78a8\"]]},"
                      "{\"kind\":\"band\",\"labels\":[\"x\"],\"bands\":[\"#ffffff\",\"#4c78a8\"]}],\n"
                      " \"titles\":[\"one\",\"two\\nlines\"],\n"
                      " \"headers\":[{\"role\":\"row-title\",\"texts\":[\"x\",\"中\"]}],\n"
                      " \"marks\":[]}\n");
    hui_buffer_finish(&out);
    tear_down(&f);
}

static void dump_rects(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    hui_mark_item items[2] = {plain(2, 88), plain(42, 0)};
    items[0].x2 = 38;
    items[0].y2 = items[1].y2 = 200;
    items[1].x2 = 78;
    items[0].fill = items[1].fill = blue;
    const hui_mark mark = {.type = HUI_MARK_RECT, .items = items, .item_count = 2};
    dumps_mark(&f, &mark,
               "{\"type\":\"rect\",\"group\":0,\"count\":2,\"fill\":\"#4c78a8\",\"items\":["
               "{\"x\":52,\"y\":98,\"w\":36,\"h\":112},{\"x\":92,\"y\":10,\"w\":36,\"h\":200}]}");
    static const double dash[] = {4, 2.5};
    items[1].fill = (hui_color){1, 2, 3, 51};
    items[1].fill_opacity = 0.5;
    items[1].stroke = red;
    items[1].stroke_width = 2;
    items[1].dash = (hui_dash){dash, 2, 0};
    dumps_mark(&f, &mark,
               "{\"type\":\"rect\",\"group\":0,\"count\":2,\"items\":["
               "{\"x\":52,\"y\":98,\"w\":36,\"h\":112,\"fill\":\"#4c78a8\"},"
               "{\"x\":92,\"y\":10,\"w\":36,\"h\":200,\"fill\":\"#010203\",\"fillOpacity\":0.1,\"stroke\":\"#e45756\","
               "\"strokeWidth\":2,\"strokeDash\":[4,2.5]}]}");
    items[0].x = NAN;
    items[0].x2 = INFINITY;
    items[0].y = -1e308;
    const hui_mark wild = {.type = HUI_MARK_RECT, .items = items, .item_count = 1};
    dumps_mark(&f, &wild,
               "{\"type\":\"rect\",\"group\":0,\"count\":1,\"fill\":\"#4c78a8\",\"items\":["
               "{\"x\":0,\"y\":-1000000000000,\"w\":0,\"h\":1000000000000}]}");
    tear_down(&f);
}

static void dump_joined(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    hui_mark_item items[3] = {plain(0, 1), plain(10, 2), plain(20, 3)};
    for (int i = 0; i < 3; i++) {
        items[i].x2 = 5;
        items[i].y2 = 50;
        items[i].stroke = blue;
        items[i].symbol.size = 3;
    }
    items[1].undefined = true;
    items[2].stroke = red; /* the first vertex's counts */
    hui_mark mark = {.type = HUI_MARK_LINE, .items = items, .item_count = 3};
    dumps_mark(&f, &mark,
               "{\"type\":\"line\",\"group\":0,\"count\":3,\"stroke\":\"#4c78a8\",\"items\":["
               "{\"x\":50,\"y\":11},{\"defined\":false},{\"x\":70,\"y\":13}]}");
    const hui_stop stops[] = {{0, HUI_RGB(0xFFFFFF)}, {1, HUI_RGB(0x006400)}};
    const hui_gradient gradient = {.x2 = 1, .stops = stops, .stop_count = 2};
    items[0].stroke.a = 0;
    items[0].fill_gradient = &gradient;
    mark.type = HUI_MARK_AREA;
    dumps_mark(&f, &mark,
               "{\"type\":\"area\",\"group\":0,\"count\":3,\"fill\":{\"gradient\":[[0,\"#ffffff\"],[1,\"#006400\"]]},"
               "\"items\":["
               "{\"x\":50,\"y\":11,\"y2\":60},{\"defined\":false},{\"x\":70,\"y\":13,\"y2\":60}]}");
    mark.sideways = true;
    mark.item_count = 1;
    dumps_mark(&f, &mark,
               "{\"type\":\"area\",\"group\":0,\"count\":1,\"fill\":{\"gradient\":[[0,\"#ffffff\"],[1,\"#006400\"]]},"
               "\"items\":["
               "{\"x\":50,\"x2\":55,\"y\":11}]}");
    mark.type = HUI_MARK_TRAIL;
    items[0].fill_gradient = NULL;
    dumps_mark(&f, &mark, "{\"type\":\"trail\",\"group\":0,\"count\":1,\"items\":[{\"x\":50,\"y\":11,\"size\":3}]}");
    tear_down(&f);
}

static void dump_others(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    hui_mark_item item = plain(5, 6);
    hui_mark mark = {.type = HUI_MARK_TEXT, .items = &item, .item_count = 1};
    item.fill = black;
    item.text.text = "a\nb";
    item.text.style.size = 11;
    item.text.align = HUI_ANCHOR_MIDDLE;
    item.text.baseline = HUI_BASELINE_LINE_TOP;
    item.text.angle = -45;
    dumps_mark(&f, &mark,
               "{\"type\":\"text\",\"group\":0,\"count\":1,\"fill\":\"#000000\",\"align\":\"center\",\"baseline\":"
               "\"line-top\","
               "\"fontSize\":11,\"angle\":-45,\"items\":[{\"x\":55,\"y\":16,\"text\":\"a\\nb\"}]}");
    mark.type = HUI_MARK_ARC;
    item.arc.inner = 10;
    item.arc.outer = 50;
    item.arc.start = 0.661423;
    item.arc.end = 2 * HUI_PI;
    dumps_mark(&f, &mark,
               "{\"type\":\"arc\",\"group\":0,\"count\":1,\"fill\":\"#000000\",\"items\":[{\"x\":55,\"y\":16,"
               "\"innerRadius\":10,"
               "\"outerRadius\":50,\"startAngle\":0.6614,\"endAngle\":6.2832}]}");
    mark.type = HUI_MARK_IMAGE;
    item.picture.url = "data/ffox.png";
    item.x2 = 55;
    item.y2 = 56;
    item.fill.a = 0;
    dumps_mark(&f, &mark,
               "{\"type\":\"image\",\"group\":0,\"count\":1,\"items\":[{\"x\":55,\"y\":16,\"w\":50,\"h\":50,"
               "\"url\":\"data/ffox.png\"}]}");
    mark.type = HUI_MARK_PATH;
    item.shape.path = NULL;
    dumps_mark(&f, &mark, "{\"type\":\"shape\",\"group\":0,\"count\":1,\"items\":[{}]}");
    hui_path path = hui_path_new(f.arena);
    hui_path_move(&path, 0, 0);
    hui_path_curve(&path, 0, -40, 20, -40, 20, 0); /* its controls are no part of its box */
    item.shape.path = &path;
    dumps_mark(&f, &mark,
               "{\"type\":\"shape\",\"group\":0,\"count\":1,\"items\":[{\"x\":55,\"y\":-14,\"w\":20,\"h\":30}]}");
    mark.type = HUI_MARK_RULE;
    dumps_mark(&f, &mark,
               "{\"type\":\"rule\",\"group\":0,\"count\":1,\"items\":[{\"x\":55,\"y\":16,\"x2\":105,\"y2\":66}]}");
    tear_down(&f);
}

/* Of more than 300 items the first and last 150 are printed, and symbols show what they do not share. */
static void dump_many(void **state)
{
    (void)state;
    fixture f;
    set_up(&f);
    static const struct {
        size_t count, printed;
    } cases[] = {{300, 300}, {301, 300}, {5000, 300}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        hui_mark_item *items = HUI_NEW_ARRAY(f.arena, hui_mark_item, cases[c].count);
        for (size_t i = 0; i < cases[c].count; i++) {
            items[i] = plain((double)i, 1);
            items[i].symbol.size = 30;
            items[i].symbol.shape = "square";
        }
        items[cases[c].count - 1].stroke = red;
        hui_mark mark = {.type = HUI_MARK_SYMBOL, .items = items, .item_count = cases[c].count};
        f.picture.marks = &mark;
        f.picture.mark_count = 1;
        hui_buffer out = {0};
        hui_picture_dump(&f.picture, &out);
        size_t printed = 0;
        for (const char *at = out.bytes; (at = strstr(at, "\"shape\":\"square\"")); at++)
            printed++;
        assert_int_equal(printed, cases[c].printed);
        assert_non_null(strstr(out.bytes, "{\"x\":199,\"y\":11,\"size\":30,\"shape\":\"square\"}")); /* the 150th */
        hui_buffer last = {0};
        hui_buffer_printf(&last, "{\"x\":%zu,\"y\":11,\"stroke\":\"#e45756\",", 50 + cases[c].count - 1);
        assert_non_null(strstr(out.bytes, last.bytes));
        hui_buffer_finish(&last);
        hui_buffer_finish(&out);
    }
    tear_down(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dump_guides), cmocka_unit_test(dump_rects), cmocka_unit_test(dump_joined),
        cmocka_unit_test(dump_others), cmocka_unit_test(dump_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
