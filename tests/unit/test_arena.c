/* links: base */
/* Arena: alignment, zeroes, growth in place; vectors keep what they hold; indices find it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/vec.h"

#include <string.h>

static void test_extend(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    unsigned char *first = hui_arena_alloc(arena, 20), *last = hui_arena_alloc(arena, 20);
    memset(last, 7, 20);
    const size_t size = hui_arena_size(arena);
    assert_false(hui_arena_extend(arena, first, 20, 40)); /* not the latest */
    assert_false(hui_arena_extend(arena, last, 20, 64 * 1024)); /* no room */
    assert_int_equal(hui_arena_size(arena), size);
    assert_true(hui_arena_extend(arena, last, 20, 200));
    assert_int_equal(hui_arena_size(arena), size + 208 - 32);
    for (int i = 0; i < 200; i++)
        assert_int_equal(last[i], i < 20 ? 7 : 0);
    unsigned char *next = hui_arena_alloc(arena, 1);
    assert_true(next >= last + 200);
    hui_arena_free(arena);
}

static void count_call(void *object)
{
    ++*(int *)object;
}

/* What is kept is handed out again, zeroed; what is too much is not kept. */
static void test_clear(void **state)
{
    (void)state;
    int released = 0;
    hui_arena *arena = hui_arena_new();
    unsigned char *small = hui_arena_alloc(arena, 100), *large = hui_arena_alloc(arena, 3000000);
    memset(small, 7, 100);
    memset(large, 7, 3000000);
    hui_arena_on_free(arena, count_call, &released);
    hui_arena_clear(arena, 1000000);
    assert_int_equal(released, 1);
    assert_int_equal(hui_arena_size(arena), 0);
    assert_ptr_equal(hui_arena_alloc(arena, 100), small);
    for (int i = 0; i < 100; i++)
        assert_int_equal(small[i], 0);
    hui_arena_alloc(arena, 3000000);
    hui_arena_clear(arena, 4000000);
    large = hui_arena_alloc(arena, 3000000);
    assert_ptr_equal(hui_arena_alloc(arena, 16), small);
    for (int i = 0; i < 3000000; i++)
        assert_int_equal(large[i], 0);
    hui_arena_free(arena);
    assert_int_equal(released, 1);
}

/* Two vectors in turn, from one item to more than a chunk holds. */
static void test_vectors(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    HUI_VEC(size_t) one = {0}, other = {0};
    for (size_t i = 0; i < 300000; i++) {
        assert_int_equal(*hui_vec_push(arena, &one), 0);
        one.at[i] = i;
        if (i % 100 == 0)
            *hui_vec_push(arena, &other) = ~i;
    }
    for (size_t i = 0; i < one.count; i++)
        assert_int_equal(one.at[i], i);
    for (size_t i = 0; i < other.count; i++)
        assert_int_equal(other.at[i], ~(i * 100));
    hui_arena_free(arena);
}

/* A vector alone grows where it stands: while its chunk has room, nothing is left behind. */
static void test_growth_in_place(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    HUI_VEC(uint64_t) numbers = {0};
    for (uint64_t i = 0; i < 1024; i++)
        *hui_vec_push(arena, &numbers) = i;
    assert_int_equal(hui_arena_size(arena), 1024 * sizeof(uint64_t));
    hui_arena_free(arena);
}

static bool is_number(const void *items, size_t place, const void *sought)
{
    return ((const int *)items)[place] == *(const int *)sought;
}

/* Each number once, whatever their hashes: all different, few, one. */
static void test_index(void **state)
{
    (void)state;
    enum { COUNT = 3000 };
    static const uint32_t masks[] = {0xFFFFFFFFu, 0xF0000007u, 0};
    for (size_t m = 0; m < sizeof masks / sizeof *masks; m++) {
        hui_arena *arena = hui_arena_new();
        HUI_VEC(int) numbers = {0};
        hui_index index = {0};
        int sought = 0;
        assert_int_equal(hui_index_find(&index, 0, is_number, numbers.at, &sought), SIZE_MAX);
        for (int i = 0; i < 2 * COUNT; i++) {
            sought = i % COUNT;
            const uint32_t hash = (uint32_t)sought * 0x9E3779B1u & masks[m];
            const size_t place = hui_index_add(arena, &index, hash, is_number, numbers.at, &sought);
            assert_int_equal(place, sought);
            if (i < COUNT)
                *hui_vec_push(arena, &numbers) = sought;
        }
        assert_int_equal(index.count, COUNT);
        const hui_index copy = hui_index_copy(arena, &index);
        sought = COUNT;
        assert_int_equal(hui_index_add(arena, &index, 0, is_number, numbers.at, &sought), COUNT);
        assert_int_equal(hui_index_find(&copy, 0, is_number, numbers.at, &sought), SIZE_MAX);
        hui_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_extend),
        cmocka_unit_test(test_clear),
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_index),
        cmocka_unit_test(test_growth_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
