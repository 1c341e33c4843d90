/* Keys in runs and files: what was added is found, what was not is not, and what came twice is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "batch/key_file.h"

#include <errno.h>
#include <stdlib.h>

static batch_key key_of(size_t value)
{
    return batch_key_of(&value, sizeof value);
}

typedef struct twice_told {
    size_t count, first_sum, later_sum;
} twice_told;

static void tell(void *closure, size_t first, size_t later)
{
    twice_told *told = closure;
    told->count++;
    told->first_sum += first;
    told->later_sum += later;
    assert_true(first < later);
}

/* Values 0 to count-1 with the numbers 1 to count, then every seventh once more with numbers after them. */
static void check_count(size_t count)
{
    batch_key_file keys = {0};
    twice_told told = {0}, wanted = {0};
    for (size_t i = 0; i < count; i++)
        assert_true(batch_key_file_add(&keys, key_of(i), i + 1));
    for (size_t i = 0; i < count; i += 7) {
        assert_true(batch_key_file_add(&keys, key_of(i), count + i + 1));
        wanted = (twice_told){wanted.count + 1, wanted.first_sum + i + 1, wanted.later_sum + count + i + 1};
    }
    assert_true(batch_key_file_sort(&keys, tell, &told));
    assert_int_equal(keys.count, count);
    assert_int_equal(told.count, wanted.count);
    assert_int_equal(told.first_sum, wanted.first_sum);
    assert_int_equal(told.later_sum, wanted.later_sum);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(batch_key_file_find(&keys, key_of(i)), i + 1);
    for (size_t i = count; i < count + 2000; i++)
        assert_int_equal(batch_key_file_find(&keys, key_of(i)), 0);
    batch_key_file_finish(&keys);
}

static void keys_are_found_in_memory_and_in_files(void **state)
{
    (void)state;
    check_count(0);
    check_count(1);
    check_count(1000);
    check_count(BATCH_KEYS_HELD - BATCH_KEYS_HELD / 8);
    check_count(BATCH_KEYS_HELD);
    check_count(5 * BATCH_KEYS_HELD + 123);
}

static void keys_at_both_ends_are_found(void **state)
{
    (void)state;
    const batch_key least = {0, 0}, most = {UINT64_MAX, UINT64_MAX};
    batch_key_file keys = {0};
    assert_true(batch_key_file_add(&keys, most, 1));
    for (size_t i = 0; i < 2 * BATCH_KEYS_HELD; i++)
        assert_true(batch_key_file_add(&keys, key_of(i), 2));
    assert_true(batch_key_file_add(&keys, least, 3));
    assert_true(batch_key_file_sort(&keys, NULL, NULL));
    assert_int_equal(batch_key_file_find(&keys, most), 1);
    assert_int_equal(batch_key_file_find(&keys, least), 3);
    batch_key_file_finish(&keys);
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    batch_key_file keys = {0};
    size_t added = 0;
    setenv("TMPDIR", "/nonexistent", 1);
    while (added <= BATCH_KEYS_HELD && batch_key_file_add(&keys, key_of(added), 1))
        added++;
    assert_int_equal(errno, ENOENT);
    assert_int_equal(added, BATCH_KEYS_HELD);
    unsetenv("TMPDIR");
    batch_key_file_finish(&keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found_in_memory_and_in_files),
        cmocka_unit_test(keys_at_both_ends_are_found),
        cmocka_unit_test(a_folder_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
