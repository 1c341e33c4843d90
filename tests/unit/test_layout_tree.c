/* links: base layout */
/* What holds for every tree: each leaf is measured once, nothing overlaps or sticks out, time grows with the nodes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/rng.h"
#include "test_layout.h"

#include <time.h>

typedef struct forest {
    hui_arena *arena;
    hui_rng rng;
    int clock; /* of the leaves' callbacks */
    int left;  /* nodes to make */
    bool tame; /* no tracks that may be too narrow */
} forest;

static bool chance(forest *made, int percent) { return hui_rng_int(&made->rng, 1, 100) <= percent; }

static hui_box *random_leaf(forest *made)
{
    double min = hui_rng_range(&made->rng, 0, 60);
    hui_box *box = fake_leaf(made->arena, min, min + (chance(made, 30) ? 0 : hui_rng_range(&made->rng, 0, 400)));
    fake *self = box->data;
    self->clock = &made->clock;
    self->line = hui_rng_range(&made->rng, 8, 60);
    self->baseline = chance(made, 30) ? NAN : self->line * 0.8;
    return box;
}

static void random_tracks(forest *made, hui_box *grid)
{
    size_t count = (size_t)hui_rng_int(&made->rng, 0, 5);
    hui_track *tracks = HUI_NEW_ARRAY(made->arena, hui_track, count);
    for (size_t i = 0; i < count; i++) {
        hui_track_kind kind = (hui_track_kind)hui_rng_int(&made->rng, 0, made->tame ? 1 : 2);
        tracks[i] = (hui_track){kind, kind == HUI_TRACK_PX ? hui_rng_int(&made->rng, 20, 90) : 1 + (int)i % 3};
    }
    grid->tracks = tracks;
    grid->track_count = count;
}

static void random_properties(forest *made, hui_box *box)
{
    hui_rng *rng = &made->rng;
    for (int side = 0; side < 4; side++)
        box->padding[side] = chance(made, 30) ? hui_rng_range(rng, 0, 30) : 0;
    box->gap = chance(made, 50) ? hui_rng_range(rng, 0, 24) : 0;
    box->row_gap = chance(made, 50) ? hui_rng_range(rng, 0, 24) : 0;
    box->align = (hui_align)hui_rng_int(rng, 0, 4);
    box->justify = (hui_justify)hui_rng_int(rng, 0, 3);
    box->max_gap = chance(made, 20) ? 40 : 0;
    box->grow = chance(made, 40) ? hui_rng_range(rng, 0.5, 3) : 0;
    box->has_self = chance(made, 20);
    box->self = (hui_align)hui_rng_int(rng, 0, 4);
    box->width = chance(made, 10) ? hui_rng_range(rng, 1, 200) : 0;
    box->min_width = chance(made, 10) ? hui_rng_range(rng, 1, 150) : 0;
    box->max_width = chance(made, 10) ? hui_rng_range(rng, 1, 300) : 0;
    box->min_height = chance(made, 10) ? hui_rng_range(rng, 1, 200) : 0;
    box->height = chance(made, 10) ? hui_rng_range(rng, 1, 200) : 0;
    box->ratio = chance(made, 5) ? hui_rng_range(rng, 0.1, 1) : 0;
    box->span = hui_rng_int(rng, 0, 4);
    box->row_span = chance(made, 20) ? hui_rng_int(rng, 0, 5) : 1;
    box->out_of_flow = chance(made, 10);
}

static hui_box *random_tree(forest *made, int depth)
{
    made->left--;
    if (depth == 0 || (depth < 6 && chance(made, 30))) {
        hui_box *leaf = random_leaf(made);
        random_properties(made, leaf);
        return leaf;
    }
    hui_box *box = hui_box_new(made->arena, (hui_box_kind)hui_rng_int(&made->rng, HUI_BOX_COLUMN, HUI_BOX_STACK));
    random_properties(made, box);
    if (box->kind == HUI_BOX_GRID)
        random_tracks(made, box);
    for (int count = hui_rng_int(&made->rng, 0, 7); count > 0 && made->left > 0; count--)
        hui_box_add(box, random_tree(made, depth - 1));
    return box;
}

static void count_reports(void *closure, const hui_box *box, double needed, double given)
{
    (void)box;
    assert_true(needed > given + 0.5);
    ++*(int *)closure;
}

static bool out_of_flow(const hui_box *box)
{
    return box->out_of_flow && box->parent && box->parent->kind == HUI_BOX_STACK;
}

/* Neither it nor an ancestor: such may get less height than it needs. */
static bool in_flow(const hui_box *box) { return !out_of_flow(box) && (!box->parent || in_flow(box->parent)); }
static double right(const hui_box *box) { return box->rect.x + box->rect.w; }
static double bottom(const hui_box *box) { return box->rect.y + box->rect.h; }
static bool is_whole(double number) { return number == floor(number); }

static const double slack = 1e-6;

static void check_in_parent(const hui_box *box, bool roomy)
{
    if (!box->parent)
        return;
    if (out_of_flow(box)) {
        assert_memory_equal(&box->rect, &box->parent->rect, sizeof box->rect);
        return;
    }
    hui_rect inner = hui_box_inner(box->parent);
    assert_true(box->rect.x >= inner.x && box->rect.y >= inner.y - slack);
    if (roomy) /* else the gaps alone may be too long */
        assert_true(right(box) <= inner.x + inner.w);
    if (in_flow(box))
        assert_true(bottom(box) <= inner.y + inner.h + slack);
}

static void check_apart(const hui_box *parent)
{
    if (parent->kind == HUI_BOX_STACK)
        return;
    double gap = floor(parent->gap + 0.5), row_gap = floor(parent->row_gap + 0.5);
    double down = parent->kind == HUI_BOX_COLUMN ? gap : row_gap;
    for (const hui_box *a = parent->first; a; a = a->next) {
        for (const hui_box *b = a->next; b; b = b->next) {
            bool beside = right(a) + gap <= b->rect.x || right(b) + gap <= a->rect.x;
            bool below = bottom(a) + down <= b->rect.y + slack || bottom(b) + down <= a->rect.y + slack;
            assert_true(beside || below);
            assert_true(parent->kind != HUI_BOX_COLUMN || below);
            assert_true(parent->kind != HUI_BOX_ROW || beside);
        }
    }
}

/* Equal heights: a stretched child of a row is as high as the row. */
static void check_stretched(const hui_box *box)
{
    if (!box->parent || box->parent->kind != HUI_BOX_ROW || box->height > 0 || !in_flow(box))
        return;
    if ((box->has_self ? box->self : box->parent->align) == HUI_ALIGN_STRETCH)
        assert_true(box->rect.h == hui_box_inner(box->parent).h);
}

static void check_measured_once(const hui_box *leaf)
{
    const fake *self = leaf->data;
    assert_int_equal(self->widths_calls, 1);
    assert_int_equal(self->fit_calls, 1);
    assert_int_equal(self->height_calls, 1);
    assert_true(self->fit_width == hui_box_inner(leaf).w && self->height_width == self->fit_width);
}

static void check_tree(const hui_box *box, bool roomy)
{
    assert_true(is_whole(box->rect.x) && is_whole(box->rect.w) && is_whole(box->rect.h));
    if (in_flow(box))
        assert_true(box->rect.h >= box->natural);
    if (roomy && !out_of_flow(box))
        assert_true(box->rect.w >= box->extent.min);
    check_in_parent(box, roomy);
    check_apart(box);
    check_stretched(box);
    if (box->kind == HUI_BOX_LEAF)
        check_measured_once(box);
    for (const hui_box *child = box->first; child; child = child->next)
        check_tree(child, roomy);
}

/* Clears what the first layout counted. */
static void forget_calls(hui_box *box)
{
    if (box->kind == HUI_BOX_LEAF) {
        fake *self = box->data;
        self->widths_calls = self->fit_calls = self->height_calls = 0;
    }
    for (hui_box *child = box->first; child; child = child->next)
        forget_calls(child);
}

static void test_random_trees(void **state)
{
    (void)state;
    int nodes = 0, roomy_count = 0;
    for (int i = 0; i < 4000; i++) {
        forest made = {.arena = hui_arena_new(), .rng = hui_rng_seed((uint64_t)i), .left = 200, .tame = i % 4 != 0};
        hui_box *root = random_tree(&made, 6);
        hui_box_layout(made.arena, root, 4000, NULL, NULL, NULL);
        forget_calls(root);
        int reports = 0;
        double more = hui_rng_int(&made.rng, 0, 3) * hui_rng_int(&made.rng, 0, 200);
        hui_box_layout(made.arena, root, root->extent.min + more, count_reports, &reports, NULL);
        check_tree(root, reports == 0);
        nodes += 200 - made.left;
        roomy_count += reports == 0;
        hui_arena_free(made.arena);
    }
    assert_true(nodes > 100000);
    assert_true(roomy_count > 2500);
}

/* However narrow: every leaf is still measured once and the passes end; what does not fit is told. */
static void test_random_narrow_trees(void **state)
{
    (void)state;
    for (int i = 0; i < 1000; i++) {
        forest made = {.arena = hui_arena_new(), .rng = hui_rng_seed((uint64_t)i + 90000), .left = 200};
        hui_box *root = random_tree(&made, 6);
        hui_box_layout(made.arena, root, 4000, NULL, NULL, NULL);
        forget_calls(root);
        double width = floor(root->extent.min * hui_rng_range(&made.rng, 0, 1));
        int reports = 0;
        hui_box_layout(made.arena, root, width, count_reports, &reports, NULL);
        assert_true(reports > 0 || root->extent.min <= width + 0.5);
        hui_arena_free(made.arena);
    }
}

static void visit_times(const hui_box *box, int *last_fit, int *first_height)
{
    if (box->kind == HUI_BOX_LEAF) {
        const fake *self = box->data;
        assert_true(self->fit_time > *last_fit); /* in tree order */
        *last_fit = self->fit_time;
        if (*first_height == 0 || self->height_time < *first_height)
            *first_height = self->height_time;
    }
    for (const hui_box *child = box->first; child; child = child->next)
        visit_times(child, last_fit, first_height);
}

static void test_all_fit_before_heights(void **state)
{
    (void)state;
    forest made = {.arena = hui_arena_new(), .rng = hui_rng_seed(7), .left = 400};
    hui_box *root = random_tree(&made, 7);
    hui_box_layout(made.arena, root, 1080, NULL, NULL, NULL);
    int last_fit = 0, first_height = 0;
    visit_times(root, &last_fit, &first_height);
    assert_true(made.left < 300 && last_fit > 0 && last_fit < first_height);
    hui_arena_free(made.arena);
}

static hui_box *big_tree(forest *made, hui_box_kind kind, int nodes)
{
    static const hui_track tracks[] = {{HUI_TRACK_FR, 1}, {HUI_TRACK_AUTO, 0}, {HUI_TRACK_PX, 300}, {HUI_TRACK_FR, 2}};
    hui_box *root = hui_box_new(made->arena, kind);
    root->tracks = tracks;
    root->track_count = 4;
    made->left = nodes;
    while (made->left > 0)
        hui_box_add(root, kind == HUI_BOX_COLUMN ? random_tree(made, 7) : random_tree(made, 0));
    return root;
}

/* Processor time for `trees` trees of `nodes` nodes each, the best of three runs. */
static double seconds_of(hui_box_kind kind, int trees, int nodes)
{
    double best = INFINITY;
    for (int i = 0; i < 3; i++) {
        forest made = {.arena = hui_arena_new(), .rng = hui_rng_seed(11)};
        hui_box *roots[10];
        for (int tree = 0; tree < trees; tree++)
            roots[tree] = big_tree(&made, kind, nodes);
        clock_t start = clock();
        for (int tree = 0; tree < trees; tree++)
            hui_box_layout(made.arena, roots[tree], 1080, NULL, NULL, NULL);
        best = fmin(best, (double)(clock() - start) / CLOCKS_PER_SEC);
        hui_arena_free(made.arena);
    }
    return best;
}

/* How much longer one tree takes than ten of a tenth of its size. */
static double growth_of(hui_box_kind kind)
{
    const double ten = seconds_of(kind, 10, 10000), one = seconds_of(kind, 1, 100000);
    print_message("kind %d: ten trees of 10,000 nodes %.2f ms, one of 100,000 %.2f ms\n", (int)kind, ten * 1e3, one * 1e3);
    return one / ten;
}

/* Ten trees against one ten times as large: the same memory, so linear cost makes the ratio about 1, up to 3 where only
 * the small trees stay in a cache between passes; quadratic cost makes it 10. A busy machine may add to one attempt. */
static void test_linear_time(void **state)
{
    (void)state;
    static const hui_box_kind kinds[] = {HUI_BOX_COLUMN, HUI_BOX_ROW, HUI_BOX_WRAP, HUI_BOX_GRID, HUI_BOX_STACK};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const double most = 5;
        double growth = INFINITY;
        for (int attempt = 0; attempt < 3 && !(growth < most); attempt++)
            growth = fmin(growth, growth_of(kinds[i]));
        assert_true(growth < most);
    }
}

/* Shares that settle one after the other must not cost a turn each. */
static void test_many_floors(void **state)
{
    (void)state;
    forest made = {.arena = hui_arena_new(), .rng = hui_rng_seed(5)};
    hui_box *row = hui_box_new(made.arena, HUI_BOX_ROW);
    double least = 0;
    for (int i = 0; i < 100000; i++) {
        hui_box *leaf = fake_leaf(made.arena, 1 + i % 1000, 1 + i % 1000);
        leaf->grow = 1 + i % 7;
        least += 1 + i % 1000;
        hui_box_add(row, leaf);
    }
    clock_t start = clock();
    hui_box_layout(made.arena, row, least * 1.01, NULL, NULL, NULL);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 1);
    assert_true(row->last->rect.x + row->last->rect.w == floor(least * 1.01));
    hui_arena_free(made.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_trees),           cmocka_unit_test(test_random_narrow_trees),
        cmocka_unit_test(test_all_fit_before_heights), cmocka_unit_test(test_linear_time),
        cmocka_unit_test(test_many_floors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
