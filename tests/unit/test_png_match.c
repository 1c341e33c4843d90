/* links: base backend text image scene */
/* Rows packed by whole pixels: inflated by zlib they are the rows' bytes, whatever repeats in them and however wide they are. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "backend/png_deflate.h"
#include "backend/png_match.h"
#include "base/rng.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { MOST_PIXELS = 600000 };

/* Inflates blocks of which none is the last. */
static size_t inflate_all(const unsigned char *in, size_t size, unsigned char *out, size_t room)
{
    z_stream stream = {
        .next_in = (Bytef *)(uintptr_t)in, .avail_in = (uInt)size, .next_out = out, .avail_out = (uInt)room};
    assert_int_equal(inflateInit2(&stream, -15), Z_OK);
    const int status = inflate(&stream, Z_SYNC_FLUSH);
    if (status != Z_OK && status != Z_BUF_ERROR)
        fail_msg("zlib: %s", stream.msg ? stream.msg : "an end in the middle");
    assert_int_equal(stream.avail_in, 0);
    inflateEnd(&stream);
    return room - stream.avail_out;
}

static size_t pixel_bytes(uint32_t pixel, bool opaque, unsigned char *out)
{
    out[0] = (unsigned char)(pixel >> 16);
    out[1] = (unsigned char)(pixel >> 8);
    out[2] = (unsigned char)pixel;
    out[3] = (unsigned char)(pixel >> 24);
    return opaque ? 3 : 4;
}

/* Filtered bytes back to pixels, and compared. */
static void assert_rows(const unsigned char *bytes, const hui_match_rows *rows)
{
    for (size_t y = 0; y < rows->rows; y++) {
        const unsigned char filter = *bytes++;
        assert_true(filter == 0 || filter == 2);
        for (size_t x = 0; x < rows->width; x++) {
            const uint32_t *pixel = rows->pixels + y * rows->width + x;
            unsigned char raw[4], above[4];
            const size_t size = pixel_bytes(*pixel, rows->opaque, raw);
            pixel_bytes(pixel[-(ptrdiff_t)rows->width], rows->opaque, above);
            for (size_t i = 0; i < size; i++, bytes++)
                if ((unsigned char)(*bytes + (filter == 2 ? above[i] : 0)) != raw[i])
                    fail_msg("row %zu, pixel %zu of %zu × %zu is wrong", y, x, rows->width, rows->rows);
        }
    }
}

static size_t pack(hui_matcher *matcher, const hui_match_rows *rows)
{
    const size_t raw = rows->rows * (1 + rows->width * (rows->opaque ? 3 : 4)), bound = hui_match_bound(rows);
    unsigned char *packed = malloc(bound), *bytes = malloc(raw + 1);
    uint32_t adler;
    const size_t size = hui_matcher_pack(matcher, rows, packed, &adler);
    assert_true(size <= bound);
    assert_int_equal(inflate_all(packed, size, bytes, raw + 1), raw);
    assert_int_equal(adler, hui_adler32(1, bytes, raw));
    assert_rows(bytes, rows);
    free(packed);
    free(bytes);
    return size;
}

/* Pixels of which a `share` in 100 are new, others as their neighbours; some rows like those above. */
static void fill(uint32_t *pixels, size_t width, size_t rows, bool opaque, int share, hui_rng *rng)
{
    uint32_t colors[40];
    for (size_t i = 0; i < 40; i++)
        colors[i] =
            (uint32_t)hui_rng_int(rng, 0, 1 << 24) | (opaque ? 0xFF000000u : (uint32_t)hui_rng_int(rng, 0, 255) << 24);
    for (size_t x = 0; x < width; x++)
        pixels[x] = colors[0];
    for (size_t y = 1; y <= rows; y++) {
        uint32_t *row = pixels + y * width;
        const bool same = hui_rng_int(rng, 0, 3) == 0;
        for (size_t x = 0; x < width; x++) {
            const int kind = hui_rng_int(rng, 0, 99);
            if (same || (kind >= share && (kind % 2 || x == 0)))
                row[x] = row[x - width];
            else if (kind < share / 2)
                row[x] = (uint32_t)hui_rng_int(rng, 0, 1 << 24) | (opaque ? 0xFF000000u : 0);
            else
                row[x] = kind < share ? colors[kind % 40] : row[x - 1];
        }
    }
}

static void test_rows(void **state)
{
    (void)state;
    static const size_t widths[] = {1,   2,   3,    7,    43,   64,   65,    85,    86,   87,
                                    129, 400, 2160, 5461, 8191, 8192, 10922, 10923, 32767};
    uint32_t *pixels = calloc(2 * MOST_PIXELS, sizeof *pixels);
    hui_matcher *matcher = hui_matcher_new();
    hui_rng rng = hui_rng_seed(7);
    for (size_t i = 0; i < 4 * sizeof widths / sizeof *widths; i++) {
        const size_t width = widths[i / 4], fitting = MOST_PIXELS / width / (i % 4 ? 40 : 4);
        const size_t rows = fitting < 1 ? 1 : fitting > 65536 ? 65536 : fitting;
        const bool opaque = i % 2;
        fill(pixels, width, rows, opaque, (int)(i % 4) * 25, &rng);
        pack(matcher, &(hui_match_rows){pixels + width, width, rows, opaque});
    }
    hui_matcher_free(matcher);
    free(pixels);
}

/* What cannot be matched, and what is one match from end to end. */
static void test_extremes(void **state)
{
    (void)state;
    enum { WIDTH = 1000, ROWS = 300 };
    uint32_t *pixels = calloc(WIDTH * (ROWS + 1) + HUI_MATCH_TAIL, sizeof *pixels);
    hui_matcher *matcher = hui_matcher_new();
    hui_rng rng = hui_rng_seed(8);
    const hui_match_rows in = {pixels + WIDTH, WIDTH, ROWS, false};
    for (size_t i = 0; i < WIDTH * (ROWS + 1); i++)
        pixels[i] = (uint32_t)hui_rng_int(&rng, 0, 1 << 30) << 2 | (uint32_t)hui_rng_int(&rng, 0, 3);
    assert_true(pack(matcher, &in) < WIDTH * ROWS * 4 * 102 / 100);
    for (size_t i = 0; i < WIDTH * (ROWS + 1); i++)
        pixels[i] = 0xFF123456;
    assert_true(pack(matcher, &in) < 3000);
    for (size_t i = 0; i < WIDTH * (ROWS + 1); i++) /* words of very unlike counts: the longest are cut */
        pixels[i] = 0x01010101u * (uint32_t)__builtin_ctz((unsigned)hui_rng_int(&rng, 0, 1 << 30) | 1u << 30);
    pack(matcher, &in);
    hui_matcher_free(matcher);
    free(pixels);
}

/* Letters: the same shapes at other places, in other rows. */
static void test_repetitions(void **state)
{
    (void)state;
    enum { WIDTH = 2000, ROWS = 100 };
    uint32_t *pixels = calloc(WIDTH * (ROWS + 1) + HUI_MATCH_TAIL, sizeof *pixels);
    hui_matcher *matcher = hui_matcher_new();
    hui_rng rng = hui_rng_seed(9);
    uint32_t shape[20];
    for (size_t y = 0; y <= ROWS; y++) {
        for (size_t i = 0; i < 20; i++)
            shape[i] = 0xFF000000u | (uint32_t)hui_rng_int(&rng, 0, 1 << 24);
        for (size_t x = 0; x < WIDTH; x++)
            pixels[y * WIDTH + x] = x % 50 < 20 ? shape[x % 50] : 0xFFFFFFFFu;
    }
    const size_t size = pack(matcher, &(hui_match_rows){pixels + WIDTH, WIDTH, ROWS, true});
    assert_true(size < ROWS * (20 * 3 + 90)); /* one shape a row, and little for its repetitions */
    hui_matcher_free(matcher);
    free(pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_extremes),
        cmocka_unit_test(test_repetitions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
