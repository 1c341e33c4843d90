/* links: base text image scene backend */
/* Deflate parts: streams of every kind of block are opened again, joined, and read by zlib. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "backend/png_deflate.h"
#include "base/buffer.h"
#include "base/rng.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { SIZE = 700 * 1000 };

/* From all zeros (kind 0) over text-like repeats to noise (kind 3). */
static void fill(unsigned char *bytes, size_t size, int kind)
{
    hui_rng rng = hui_rng_seed(7 + (uint64_t)kind);
    for (size_t i = 0; i < size; i++) {
        int range = kind == 0 ? 0 : kind == 1 ? (i / 50000 % 2 ? 3 : 40) : kind == 2 ? (int)(i / 3000 % 200) : 255;
        bytes[i] = (unsigned char)hui_rng_int(&rng, 0, range);
    }
}

static void assert_inflates(const hui_buffer *parts, const unsigned char *bytes, size_t size)
{
    unsigned char *read = malloc(size + 1);
    z_stream stream = {.next_in = (unsigned char *)parts->bytes, .avail_in = (uInt)parts->size, .next_out = read,
                       .avail_out = (uInt)size + 1};
    assert_int_equal(inflateInit2(&stream, -15), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, size);
    assert_int_equal(stream.avail_in, 0);
    inflateEnd(&stream);
    assert_memory_equal(read, bytes, size);
    free(read);
}

static void test_parts_join(void **state)
{
    (void)state;
    unsigned char *bytes = malloc(SIZE), *out = malloc(hui_deflate_bound(SIZE));
    hui_deflater *deflater = hui_deflater_new();
    for (int kind = 0; kind < 4; kind++) {
        static const size_t cuts[] = {0, 1, 2, 1000, 70001, 400000, SIZE};
        hui_buffer parts = {0};
        uint32_t adler = 1;
        fill(bytes, SIZE, kind);
        for (size_t i = 1; i < sizeof cuts / sizeof *cuts; i++) {
            size_t size = cuts[i] - cuts[i - 1];
            hui_buffer_add(&parts, out, hui_deflater_pack(deflater, bytes + cuts[i - 1], size, out));
            adler = hui_adler32_combine(adler, hui_adler32(1, bytes + cuts[i - 1], size), size);
        }
        hui_buffer_add(&parts, "\3\0", 2);
        assert_inflates(&parts, bytes, SIZE);
        assert_int_equal(adler, adler32(1, bytes, SIZE));
        hui_buffer_finish(&parts);
    }
    hui_deflater_free(deflater);
    free(bytes);
    free(out);
}

/* zlib's own streams: stored, fixed and dynamic blocks, several strategies. Returns the size. */
static size_t deflate_whole(const unsigned char *bytes, size_t size, int level, int strategy, unsigned char *out, size_t room)
{
    z_stream stream = {.next_in = (unsigned char *)(uintptr_t)bytes, .avail_in = (uInt)size, .next_out = out,
                       .avail_out = (uInt)room};
    assert_int_equal(deflateInit2(&stream, level, Z_DEFLATED, -15, 8, strategy), Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    deflateEnd(&stream);
    return stream.total_out;
}

static void test_any_stream_reopens(void **state)
{
    (void)state;
    static const int strategies[] = {Z_DEFAULT_STRATEGY, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED};
    static const size_t sizes[] = {0, 1, 3, 1000, SIZE};
    size_t room = SIZE * 2;
    unsigned char *bytes = malloc(SIZE), *out = malloc(room);
    for (int kind = 0; kind < 4; kind++)
        for (int level = 0; level <= 9; level += 3)
            for (size_t s = 0; s < sizeof strategies / sizeof *strategies; s++)
                for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++) {
                    fill(bytes, sizes[n], kind);
                    size_t size = hui_deflate_reopen(out, deflate_whole(bytes, sizes[n], level, strategies[s], out, room - 8));
                    assert_true(size > 0);
                    hui_buffer joined = {0};
                    hui_buffer_add(&joined, out, size);
                    hui_buffer_add(&joined, "\3\0", 2);
                    assert_inflates(&joined, bytes, sizes[n]);
                    hui_buffer_finish(&joined);
                }
    free(bytes);
    free(out);
}

static void test_broken_streams_are_refused(void **state)
{
    (void)state;
    enum { FEW = 4000 };
    unsigned char bytes[FEW], good[2 * FEW], broken[2 * FEW + 8];
    fill(bytes, FEW, 1);
    size_t size = deflate_whole(bytes, FEW, 6, Z_DEFAULT_STRATEGY, good, sizeof good);
    for (size_t cut = 0; cut < size; cut++) {
        memcpy(broken, good, cut);
        assert_int_equal(hui_deflate_reopen(broken, cut), 0);
    }
    hui_rng rng = hui_rng_seed(1);
    for (int i = 0; i < 2000; i++) { /* any answer, but within bounds: for the sanitizers */
        memcpy(broken, good, size);
        broken[hui_rng_int(&rng, 0, i % 2 ? 80 : (int)size - 1)] ^= (unsigned char)(1 << hui_rng_int(&rng, 0, 7));
        assert_true(hui_deflate_reopen(broken, size) <= size + 6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_join),
        cmocka_unit_test(test_any_stream_reopens),
        cmocka_unit_test(test_broken_streams_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
