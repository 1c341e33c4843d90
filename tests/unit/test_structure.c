/* links: base json data transform scale geo theme model text icon image scene layout chart art panel structure */
/* What structures compute apart from boxes: tidy trees, places by forces, sectors. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/rng.h"
#include "structure/forces.h"
#include "structure/sector.h"
#include "structure/tidy.h"

#include <math.h>
#include <string.h>

enum { TREES = 300, LARGE = 1000 };

/* Node i hangs from one of the nodes before it. */
static hui_tidy_node *random_tree(hui_arena *arena, hui_rng *rng, size_t count, bool layered)
{
    hui_tidy_node *nodes = HUI_NEW_ARRAY(arena, hui_tidy_node, count);
    for (size_t i = 0; i < count; i++) {
        hui_tidy_node *node = &nodes[i];
        node->breadth = hui_rng_int(rng, 1, 60);
        node->children = HUI_NEW_ARRAY(arena, hui_tidy_node *, count);
        const double size = layered ? 20 : hui_rng_int(rng, 5, 80);
        node->to = size;
        if (i == 0)
            continue;
        hui_tidy_node *parent = &nodes[hui_rng_int(rng, i > 8 ? (int)i - 8 : 0, (int)i - 1)];
        parent->children[parent->count++] = node;
        node->from = parent->to;
        node->to = node->from + size;
    }
    return nodes;
}

static void check_tree(const hui_tidy_node *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            const hui_tidy_node *a = &nodes[i], *b = &nodes[j];
            const double across = fmin(a->across + a->breadth, b->across + b->breadth) - fmax(a->across, b->across),
                         along = fmin(a->to, b->to) - fmax(a->from, b->from);
            assert_false(across > 1e-6 && along > 1e-6);
        }
    for (size_t i = 0; i < count; i++) {
        const hui_tidy_node *node = &nodes[i];
        for (size_t k = 1; k < node->count; k++)
            assert_true(node->children[k]->across > node->children[k - 1]->across);
        if (node->count) {
            const hui_tidy_node *first = node->children[0], *last = node->children[node->count - 1];
            assert_true(fabs(node->across + node->breadth / 2 - (first->across + last->across + last->breadth) / 2) <
                        1e-6);
        }
    }
}

static void test_tidy(void **state)
{
    (void)state;
    for (int seed = 0; seed < TREES; seed++) {
        hui_arena *arena = hui_arena_new();
        hui_rng rng = hui_rng_seed((uint64_t)seed);
        const size_t count = (size_t)hui_rng_int(&rng, 1, 60);
        hui_tidy_node *nodes = random_tree(arena, &rng, count, seed % 2);
        hui_tidy(arena, nodes);
        check_tree(nodes, count);
        hui_arena_free(arena);
    }
}

/* Nothing of an earlier run is left: the same again. */
static void test_tidy_again(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_rng rng = hui_rng_seed(7);
    hui_tidy_node *nodes = random_tree(arena, &rng, LARGE, false);
    double *first = HUI_NEW_ARRAY(arena, double, LARGE);
    hui_tidy(arena, nodes);
    for (size_t i = 0; i < LARGE; i++)
        first[i] = nodes[i].across;
    hui_tidy(arena, nodes);
    for (size_t i = 0; i < LARGE; i++)
        assert_true(first[i] == nodes[i].across);
    hui_arena_free(arena);
}

/* Small trees whose places can be told: three leaves of different widths, and a wide one under the middle of a narrow parent. */
static void test_tidy_places(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_tidy_node leaves[] = {
        {.breadth = 10, .from = 1, .to = 2}, {.breadth = 30, .from = 1, .to = 2}, {.breadth = 20, .from = 1, .to = 2}};
    hui_tidy_node *children[] = {&leaves[0], &leaves[1], &leaves[2]};
    hui_tidy_node root = {.breadth = 10, .to = 1, .children = children, .count = 3};
    hui_tidy(arena, &root);
    assert_true(leaves[1].across - leaves[0].across == 10 && leaves[2].across - leaves[1].across == 30);
    assert_true(root.across + 5 == leaves[0].across + 30);
    hui_arena_free(arena);
}

static void test_forces(void **state)
{
    (void)state;
    enum { COUNT = 60 };
    hui_arena *arena = hui_arena_new();
    hui_point first[COUNT], again[COUNT], other[COUNT];
    hui_force_edge edges[COUNT - 1];
    for (size_t i = 0; i + 1 < COUNT; i++)
        edges[i] = (hui_force_edge){i / 2, i + 1};
    hui_forces(arena, first, COUNT, edges, COUNT - 1, 100, 1);
    hui_forces(arena, again, COUNT, edges, COUNT - 1, 100, 1);
    hui_forces(arena, other, COUNT, edges, COUNT - 1, 100, 2);
    assert_memory_equal(first, again, sizeof first);
    assert_true(memcmp(first, other, sizeof first) != 0);
    double linked = 0, all = 0;
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(first[i].x >= 0 && first[i].x <= 100 && first[i].y >= 0 && first[i].y <= 100);
        for (size_t j = 0; j < i; j++) {
            const double distance = hypot(first[i].x - first[j].x, first[i].y - first[j].y);
            assert_true(distance > 0.1);
            all += distance / (COUNT * (COUNT - 1) / 2);
        }
    }
    for (size_t e = 0; e + 1 < COUNT; e++)
        linked += hypot(first[edges[e].from].x - first[edges[e].to].x, first[edges[e].from].y - first[edges[e].to].y) /
                  (COUNT - 1);
    assert_true(linked < all / 2); /* what is linked stands near */
    hui_arena_free(arena);
}

/* Every point of a box that a sector holds is in it. */
static void test_sectors(void **state)
{
    (void)state;
    hui_rng rng = hui_rng_seed(3);
    int held = 0;
    for (int i = 0; i < 20000; i++) {
        const double inner = hui_rng_range(&rng, 0, 80), from = hui_rng_range(&rng, -180, 180);
        const hui_sector s = {
            {50, 60}, inner, inner + hui_rng_range(&rng, 10, 120), from, from + hui_rng_range(&rng, 5, 360)};
        const double w = hui_rng_range(&rng, 2, 80), h = hui_rng_range(&rng, 2, 60);
        if (!hui_sector_holds(s, w, h, 0))
            continue;
        held++;
        const hui_point m = hui_sector_middle(s);
        for (int k = 0; k < 64; k++) {
            const double x = m.x + w * hui_rng_range(&rng, -0.5, 0.5) - 50,
                         y = m.y + h * hui_rng_range(&rng, -0.5, 0.5) - 60;
            double angle = atan2(y, x) * 180 / HUI_PI;
            while (angle < s.from)
                angle += 360;
            assert_true(hypot(x, y) >= s.inner - 1e-6 && hypot(x, y) <= s.outer + 1e-6 && angle <= s.to + 1e-6);
        }
    }
    assert_true(held > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tidy),   cmocka_unit_test(test_tidy_again), cmocka_unit_test(test_tidy_places),
        cmocka_unit_test(test_forces), cmocka_unit_test(test_sectors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
