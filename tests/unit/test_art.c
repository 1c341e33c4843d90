/* links: base theme scene art */
/* Every art at every size: finite, bounded, inside its area, the same each time. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "art/art.h"
#include "art/pieces.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ITEMS = 3000, MOST_POINTS = 200000 };

static void assert_near(double a, double b, double within)
{
    assert_true(fabs(a - b) <= within);
}

static hui_art_options plain_options(int seed)
{
    return (hui_art_options){.theme = hui_themes[0], .accent = &hui_themes[0]->accents[0], .seed = seed};
}

static hui_scene *draw(hui_arena *arena, const hui_art *art, hui_rect area, const hui_art_options *options)
{
    hui_scene *scene = hui_scene_new(arena, 10000, 10000);
    hui_art_draw(scene, art, area, options);
    return scene;
}

static void check_paint(const hui_paint *paint)
{
    assert_true(isfinite(paint->x0) && isfinite(paint->y0) && isfinite(paint->x1) && isfinite(paint->y1));
    for (size_t i = 0; i < paint->stop_count; i++) {
        assert_true(paint->stops[i].offset >= 0 && paint->stops[i].offset <= 1);
        if (i)
            assert_true(paint->stops[i - 1].offset <= paint->stops[i].offset);
    }
}

static void check_item(const hui_item *item, hui_rect area, size_t *points)
{
    const double slack = 1e-6;
    hui_rect b = item->bounds;
    assert_true(isfinite(b.x) && isfinite(b.y) && isfinite(b.w) && isfinite(b.h));
    if (!hui_rect_empty(b)) {
        assert_true(b.x >= area.x - slack && b.x + b.w <= area.x + area.w + slack);
        assert_true(b.y >= area.y - slack && b.y + b.h <= area.y + area.h + slack);
    }
    if (item->kind == HUI_ITEM_PATH) {
        const hui_path *path = &item->outline.path;
        *points += path->point_count;
        for (size_t i = 0; i < path->point_count; i++)
            assert_true(isfinite(path->points[i].x) && isfinite(path->points[i].y));
        check_paint(&item->outline.fill);
        check_paint(&item->outline.stroke.paint);
    } else if (item->kind == HUI_ITEM_RECT) {
        check_paint(&item->shape.fill);
    }
}

/* Drawings without `clip` stay inside by themselves: their items' bounds are not cut by anything. */
static void check_scene(const hui_scene *scene, hui_rect area)
{
    int depth = 0;
    size_t points = 0, shapes = 0;
    assert_true(scene->count > 2 && scene->count < MOST_ITEMS);
    assert_int_equal(scene->depth, 0);
    assert_int_equal(scene->items[0].kind, HUI_ITEM_GROUP);
    assert_int_equal(scene->items[0].group.role, HUI_ROLE_ARTIFACT);
    assert_string_equal(scene->items[0].group.kind, "art");
    assert_int_equal(scene->items[0].end, scene->count - 1);
    for (size_t i = 0; i < scene->count; i++) {
        depth += (scene->items[i].kind == HUI_ITEM_GROUP) - (scene->items[i].kind == HUI_ITEM_END);
        assert_true(depth >= 0);
        shapes += !hui_rect_empty(scene->items[i].bounds);
        check_item(&scene->items[i], area, &points);
    }
    assert_int_equal(depth, 0);
    assert_true(shapes > 2);
    assert_true(points < MOST_POINTS);
}

static void check_same(const hui_scene *a, const hui_scene *b)
{
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const hui_item *x = &a->items[i], *y = &b->items[i];
        assert_int_equal(x->kind, y->kind);
        assert_memory_equal(&x->bounds, &y->bounds, sizeof x->bounds);
        if (x->kind != HUI_ITEM_PATH)
            continue;
        assert_int_equal(x->outline.path.point_count, y->outline.path.point_count);
        assert_memory_equal(x->outline.path.points, y->outline.path.points,
                            sizeof(hui_point) * x->outline.path.point_count);
        assert_true(hui_color_equal(x->outline.fill.color, y->outline.fill.color));
    }
}

static size_t sizes_of(const hui_art *art, hui_rect areas[8])
{
    double ratio = art->ratio > 0 ? art->ratio : 0.3;
    const hui_rect all[] = {
        {0, 0, 24, 24},   {37, 11, 24, 24 * ratio},   {48, 96, 600, 600 * ratio}, {0, 0, 1080, 39},
        {5, 5, 39, 1080}, {0, 0, 6000, 6000 * ratio}, {-100, -50, 9000, 12},      {0, 0, 0.5, 0.5},
    };
    memcpy(areas, all, sizeof all);
    return sizeof all / sizeof *all;
}

static void test_every_art_at_every_size(void **state)
{
    (void)state;
    hui_rect areas[8];
    for (size_t i = 0; i < hui_art_count; i++)
        for (size_t s = 0, count = sizes_of(&hui_arts[i], areas); s < count; s++)
            for (int seed = -1; seed < 2; seed++) {
                hui_arena *arena = hui_arena_new();
                hui_art_options options = plain_options(seed);
                hui_scene *first = draw(arena, &hui_arts[i], areas[s], &options);
                check_scene(first, areas[s]);
                check_same(first, draw(arena, &hui_arts[i], areas[s], &options));
                hui_arena_free(arena);
            }
}

/* Counts beyond what fits, on a dark ground, mirrored, in a colour, in every theme. */
static void test_every_option(void **state)
{
    (void)state;
    const hui_rect area = {10, 20, 300, 120};
    for (size_t i = 0; i < hui_art_count; i++)
        for (size_t t = 0; t < hui_theme_count; t++)
            for (int count = 1; count <= 500; count *= 10) {
                hui_arena *arena = hui_arena_new();
                hui_art_options options = {.theme = hui_themes[t],
                                           .accent = &hui_themes[t]->accents[hui_themes[t]->accent_count - 1],
                                           .on_strong = count > 10,
                                           .seed = count,
                                           .count = count,
                                           .mirror = count > 1,
                                           .color = {0, 128, 0, (uint8_t)(count > 1 ? 255 : 0)}};
                check_scene(draw(arena, &hui_arts[i], area, &options), area);
                hui_arena_free(arena);
            }
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < hui_art_count; i++) {
        assert_ptr_equal(hui_art_find(hui_arts[i].name), &hui_arts[i]);
        assert_true(strlen(hui_arts[i].doc) > 10);
        assert_true(hui_arts[i].ratio >= 0);
    }
    assert_null(hui_art_find("herò"));
    assert_null(hui_art_find(""));
}

static void test_empty_area_draws_nothing(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_art_options options = plain_options(0);
    for (size_t i = 0; i < hui_art_count; i++) {
        assert_int_equal(draw(arena, &hui_arts[i], (hui_rect){5, 5, 0, 40}, &options)->count, 0);
        assert_int_equal(draw(arena, &hui_arts[i], (hui_rect){5, 5, 40, 0}, &options)->count, 0);
    }
    hui_arena_free(arena);
}

/* A mirrored drawing covers the mirror image of the plain one's bounds. */
static void test_mirror(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    const hui_rect area = {100, 0, 60, 120};
    hui_art_options options = plain_options(0);
    hui_rect plain = draw(arena, hui_art_find("laurel"), area, &options)->items[1].bounds;
    options.mirror = true;
    hui_rect mirrored = draw(arena, hui_art_find("laurel"), area, &options)->items[1].bounds;
    assert_near(mirrored.x + mirrored.w, 2 * area.x + area.w - plain.x, 1e-9);
    assert_near(mirrored.w, plain.w, 1e-9);
    hui_arena_free(arena);
}

static void test_color_replaces_the_main_one(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_art_options options = plain_options(0);
    hui_scene *own = draw(arena, hui_art_find("joint-a"), (hui_rect){0, 0, 1080, 39}, &options);
    assert_true(hui_color_equal(own->items[1].outline.fill.color, options.accent->tint));
    options.color = (hui_color)HUI_RGB(0x123456);
    hui_scene *asked = draw(arena, hui_art_find("joint-a"), (hui_rect){0, 0, 1080, 39}, &options);
    assert_true(hui_color_equal(asked->items[1].outline.fill.color, options.color));
    hui_arena_free(arena);
}

static void test_seeds_differ(void **state)
{
    (void)state;
    static const char *const seeded[] = {"hero",  "footer", "landscape", "skyline", "ridges",
                                         "hills", "waves",  "turbines",  "trees"};
    for (size_t i = 0; i < sizeof seeded / sizeof *seeded; i++) {
        hui_arena *arena = hui_arena_new();
        const hui_rect area = {0, 0, 900, 300};
        hui_art_options options = plain_options(1);
        hui_scene *one = draw(arena, hui_art_find(seeded[i]), area, &options);
        options.seed = 2;
        hui_scene *two = draw(arena, hui_art_find(seeded[i]), area, &options);
        bool differs = one->count != two->count;
        for (size_t k = 0; !differs && k < one->count; k++) {
            const hui_path *a = &one->items[k].outline.path, *b = &two->items[k].outline.path;
            if (one->items[k].kind == HUI_ITEM_PATH)
                differs = a->point_count != b->point_count ||
                          memcmp(a->points, b->points, sizeof(hui_point) * a->point_count) != 0;
        }
        assert_true(differs);
        hui_arena_free(arena);
    }
}

/* The number of outlines of seven grains and a stem. */
static int ears(const hui_scene *scene)
{
    int count = 0;
    for (const hui_item *item = scene->items; item < scene->items + scene->count; item++) {
        if (item->kind != HUI_ITEM_PATH)
            continue;
        int closes = 0;
        for (size_t i = 0; i < item->outline.path.verb_count; i++)
            closes += item->outline.path.verbs[i] == HUI_PATH_CLOSE;
        count += closes == 8;
    }
    return count;
}

static void test_wheat_count(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_art_options options = plain_options(0);
    const hui_art *wheat = hui_art_find("wheat");
    assert_int_equal(ears(draw(arena, wheat, (hui_rect){0, 0, 904, 80}, &options)), 20);
    options.count = 12;
    assert_int_equal(ears(draw(arena, wheat, (hui_rect){0, 0, 904, 80}, &options)), 12);
    assert_int_equal(ears(draw(arena, wheat, (hui_rect){0, 0, 100, 80}, &options)), 12);
    hui_arena_free(arena);
}

/* What stands on a crest stands on the curve that is drawn: compared with the curve's own points. */
static void test_crest_height(void **state)
{
    (void)state;
    static const hui_point up[HUI_CREST_POINTS] = {{0, 20}, {0.2, 60}, {0.45, 30}, {0.6, 25}, {0.8, 40}, {1, 10}};
    hui_rng rng = hui_rng_seed(3);
    hui_crest crest = hui_crest_place((hui_point){100, 400}, 500, 2, up, 0, &rng);
    for (int i = 0; i < HUI_CREST_POINTS; i++) {
        assert_near(crest.at[i].y, 400 - 2 * up[i].y, 1e-9);
        assert_near(hui_crest_y(&crest, crest.at[i].x), crest.at[i].y, 0.05);
    }
    assert_near(hui_crest_y(&crest, 0), crest.at[0].y, 0.05);
    assert_near(hui_crest_y(&crest, 9999), crest.at[HUI_CREST_POINTS - 1].y, 0.05);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),         cmocka_unit_test(test_every_art_at_every_size),
        cmocka_unit_test(test_every_option), cmocka_unit_test(test_empty_area_draws_nothing),
        cmocka_unit_test(test_mirror),       cmocka_unit_test(test_color_replaces_the_main_one),
        cmocka_unit_test(test_seeds_differ), cmocka_unit_test(test_wheat_count),
        cmocka_unit_test(test_crest_height),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
