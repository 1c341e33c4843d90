/* links: base json data transform scale geo theme text image scene chart */
/* Legends and titles of charts, against what Vega draws. */
#include "base/buffer.h"
#include "chart/chart.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct legend_case {
    const char *name, *spec, *drawn;
} legend_case;

static const legend_case cases[] = {
#define HUI_LEGEND_CASE(name, spec, drawn) {name, spec, drawn},
#include "legend_cases.inc"
#undef HUI_LEGEND_CASE
};

static const char rows[] = "\"data\":{\"values\":[{\"a\":1,\"b\":10,\"c\":\"p\",\"d\":\"2012-01-01\"},"
                           "{\"a\":2,\"b\":30,\"c\":\"q\",\"d\":\"2013-06-01\"},"
                           "{\"a\":3,\"b\":20,\"c\":\"r\",\"d\":\"2014-03-01\"},"
                           "{\"a\":8,\"b\":5,\"c\":\"p\",\"d\":\"2015-01-01\"}]},";
static const char places[] = "\"x\":{\"field\":\"a\",\"type\":\"quantitative\"},"
                             "\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}";

/* The spec of a case as JSON: quotes are single ones there, and those inside strings are backticks. */
static hui_buffer spec_text(const char *spec)
{
    hui_buffer out = {0};
    hui_buffer_add_char(&out, '{');
    if (!strstr(spec, "'data'"))
        hui_buffer_add_string(&out, rows);
    for (const char *c = spec + 1; *c; c++) {
        if (*c == '@')
            hui_buffer_add_string(&out, places);
        else
            hui_buffer_add_char(&out, *c == '\'' ? '"' : *c == '`' ? '\'' : *c);
    }
    return out;
}

/* Describing
 * ---------- */

typedef struct thing {
    const hui_mark *mark;
    const hui_mark_item *item;
    int order;
    double x, y;
} thing;

static double rounded(double x)
{
    return floor(x * 100 + 0.5) / 100;
}

static int compare_things(const void *left, const void *right)
{
    const thing *a = left, *b = right;
    if (a->order != b->order)
        return a->order - b->order;
    return a->y != b->y ? (a->y > b->y) - (a->y < b->y) : (a->x > b->x) - (a->x < b->x);
}

static void add_color(hui_buffer *out, hui_color color)
{
    if (color.a == 0)
        hui_buffer_add_string(out, " none");
    else
        hui_buffer_printf(out, " #%02x%02x%02x", color.r, color.g, color.b);
}

static void add_text(hui_buffer *out, const hui_mark_item *item)
{
    hui_buffer_add_char(out, ' ');
    for (const char *c = item->text.text; *c; c++)
        hui_buffer_add_char(out, *c == '\n' ? '/' : *c);
}

static void add_anchor(hui_buffer *out, const hui_mark_item *item)
{
    static const char *const aligns[] = {"left", "center", "right"};
    static const char *const baselines[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"};
    hui_buffer_printf(out, " %s %s", aligns[item->text.align], baselines[item->text.baseline]);
}

/* Only what is not usual. */
static void add_legend_text(hui_buffer *out, const hui_mark_item *item, bool title)
{
    add_text(out, item);
    if (item->text.style.size != (title ? 11 : 10))
        hui_buffer_printf(out, " size %g", rounded(item->text.style.size));
    if (item->text.align != HUI_ANCHOR_START || item->text.baseline != (title ? HUI_BASELINE_TOP : HUI_BASELINE_MIDDLE))
        add_anchor(out, item);
    if (item->text.angle != 0)
        hui_buffer_printf(out, " turned %g", rounded(item->text.angle));
    if (item->fill.r || item->fill.g || item->fill.b)
        add_color(out, item->fill);
}

static void add_symbol(hui_buffer *out, const hui_mark_item *item)
{
    hui_buffer_printf(out, " %s %g", item->symbol.shape, rounded(item->symbol.size));
    add_color(out, item->fill);
    add_color(out, item->stroke);
    if (item->stroke.a)
        hui_buffer_printf(out, " %g", rounded(item->stroke_width));
    for (size_t i = 0; i < item->dash.count; i++)
        hui_buffer_printf(out, "%s %g", i ? "" : " dash", item->dash.at[i]);
}

static void add_box(hui_buffer *out, const hui_mark_item *item, const hui_legend_picture *legend, int order)
{
    hui_buffer_printf(out, " %g x %g", rounded(item->x2 - item->x), rounded(item->y2 - item->y));
    if (order == 1) {
        add_color(out, legend->stops[0].color);
        hui_buffer_printf(out, "..#%02x%02x%02x", legend->stops[legend->stop_count - 1].color.r,
                          legend->stops[legend->stop_count - 1].color.g, legend->stops[legend->stop_count - 1].color.b);
        return;
    }
    add_color(out, item->fill);
    if (order == 0)
        add_color(out, item->stroke);
}

static int order_of(const char *role)
{
    static const char *const roles[] = {"legend-background", "legend-gradient", "legend-band",
                                        "legend-symbol",     "legend-label",    "legend-title"};
    for (int i = 0; i < 6; i++)
        if (!strcmp(role, roles[i]))
            return i;
    fail_msg("%s", role);
    return -1;
}

static void describe_legend(hui_buffer *out, const hui_legend_picture *legend)
{
    thing things[64];
    size_t count = 0;
    double left = INFINITY, top = INFINITY;
    for (size_t i = 0; i < legend->marks.count; i++)
        for (size_t k = 0; k < legend->marks.at[i].item_count && count < 64; k++) {
            const hui_mark *mark = &legend->marks.at[i];
            const hui_mark_item *item = &mark->items[k];
            if (mark->type == HUI_MARK_TEXT && (item->opacity <= 0 || !*item->text.text))
                continue;
            left = fmin(left, item->x);
            top = fmin(top, item->y);
            things[count++] = (thing){mark, item, order_of(mark->role), item->x, item->y};
        }
    for (size_t i = 0; i < count; i++) {
        things[i].x = rounded(things[i].x - left);
        things[i].y = rounded(things[i].y - top);
    }
    qsort(things, count, sizeof *things, compare_things);
    for (size_t i = 0; i < count; i++) {
        const hui_mark_item *item = things[i].item;
        hui_buffer_printf(out, "%s %g,%g", things[i].mark->role + strlen("legend-"), things[i].x, things[i].y);
        if (things[i].mark->type == HUI_MARK_TEXT)
            add_legend_text(out, item, things[i].order == 5);
        else if (things[i].mark->type == HUI_MARK_SYMBOL)
            add_symbol(out, item);
        else
            add_box(out, item, legend, things[i].order);
        if (item->opacity != 1)
            hui_buffer_printf(out, " opacity %g", rounded(item->opacity));
        if (item->fill_opacity != 1)
            hui_buffer_printf(out, " fill opacity %g", rounded(item->fill_opacity));
        hui_buffer_add_char(out, '\n');
    }
    hui_buffer_add_string(out, "--\n");
}

static void describe_title(hui_buffer *out, const hui_title_picture *title)
{
    const hui_mark_item *first = &title->marks.at[0].items[0];
    for (size_t i = 0; i < title->marks.count; i++) {
        const hui_mark_item *item = &title->marks.at[i].items[0];
        hui_buffer_printf(out, "title %g,%g", rounded(item->x - first->x), rounded(item->y - first->y));
        add_text(out, item);
        hui_buffer_printf(out, " size %g", rounded(item->text.style.size));
        add_anchor(out, item);
        if (item->text.angle != 0)
            hui_buffer_printf(out, " turned %g", rounded(item->text.angle));
        add_color(out, item->fill);
        hui_buffer_add_char(out, '\n');
    }
}

/* Tests
 * ----- */

static void test_drawn(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        hui_diags *diags = hui_diags_new(arena);
        hui_fonts *fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, diags);
        hui_buffer text = spec_text(cases[i].spec), out = {0};
        const hui_json *spec = hui_json_read(arena, cases[i].name, text.bytes, text.size, NULL, diags);
        assert_non_null(spec);
        const hui_chart *chart = hui_chart_new(arena, spec, &(hui_chart_options){.fonts = fonts, .lang = "en"}, diags);
        assert_non_null(chart);
        for (size_t k = 0; k < chart->picture->legend_count; k++)
            describe_legend(&out, &chart->picture->legends[k]);
        for (size_t k = 0; k < chart->picture->title_count; k++)
            describe_title(&out, &chart->picture->titles[k]);
        hui_buffer_add_char(&out, 0);
        if (strcmp(out.bytes, cases[i].drawn) != 0) {
            print_error("%s:\n%sinstead of\n%s", cases[i].name, out.bytes, cases[i].drawn);
            wrong++;
        }
        hui_buffer_finish(&text);
        hui_buffer_finish(&out);
        hui_fonts_free(fonts);
        hui_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_drawn)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
