/* Stripes: repetitions of pixels where these abound; elsewhere bytes, and a filter that suits them. */
#include "backend/png_stripe.h"

#include "backend/png_match.h"
#include "backend/png_palette.h"
#include "backend/png_pixels.h"
#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* PNG, section 9.2. Average never won on posters or photographs by enough to try it. */
enum { FILTER_NONE = 0, FILTER_SUB = 1, FILTER_UP = 2, FILTER_PAETH = 4 };

static size_t pixel_bytes(const hui_stripe *s)
{
    return s->opaque ? 3 : 4;
}

/* A row's filter byte and its bytes. */
static size_t row_bytes(const hui_stripe *s)
{
    return 1 + s->width * pixel_bytes(s);
}

void hui_stripe_room_finish(hui_stripe_room *room)
{
    free(room->memory);
    *room = (hui_stripe_room){0};
}

static void grow(hui_stripe_room *room, size_t size)
{
    if (size <= room->size)
        return;
    free(room->memory);
    *room = (hui_stripe_room){hui_memory_new(size), size};
}

/* A part of the memory from *at on, which it moves; aligned for words of 8 bytes. Nothing as long as there is no memory. */
static void *take(unsigned char *memory, size_t *at, size_t size)
{
    void *part = memory ? memory + *at : NULL;
    *at += (size + 7) & ~(size_t)7;
    return part;
}

/* Divides memory among the buffers; returns how much that takes. */
static size_t place_buffers(hui_stripe *s, unsigned char *memory)
{
    size_t at = 0;
    const size_t pixels = (s->rows + 1) * s->width + HUI_MATCH_TAIL, filtered = hui_deflate_bound(s->rows * row_bytes(s)),
                 matched = hui_match_bound(&(hui_match_rows){.width = s->width, .rows = s->rows, .opaque = s->opaque});
    s->pixels = take(memory, &at, pixels * sizeof *s->pixels);
    s->straight = s->opaque ? s->pixels : take(memory, &at, pixels * sizeof *s->straight);
    s->indices = take(memory, &at, s->rows * s->width);
    s->filtered = take(memory, &at, (s->rows + 1) * row_bytes(s));
    s->color_data.chunk = take(memory, &at, (filtered > matched ? filtered : matched) + HUI_IDAT_ROOM);
    s->index_data.chunk = take(memory, &at, hui_deflate_bound(s->rows * (1 + s->width)) + HUI_IDAT_ROOM);
    return at;
}

void hui_stripe_init(hui_stripe *s, hui_stripe_room *room, size_t width, size_t rows, bool opaque)
{
    *s = (hui_stripe){.width = width, .rows = rows, .opaque = opaque};
    grow(room, place_buffers(s, NULL));
    place_buffers(s, room->memory);
}

static int paeth(int left, int above, int corner)
{
    int by_left = abs(above - corner), by_above = abs(left - corner), by_corner = abs(left + above - 2 * corner);
    int best = by_left < by_above ? by_left : by_above;
    if (by_corner < best)
        return corner;
    return by_left <= by_above ? left : above;
}

/* `out` may be `row`: bytes are taken from the right, so that what is left of them is still raw. */
static void filter_row(unsigned char *out, const unsigned char *row, const unsigned char *above, size_t size,
                       size_t step, int filter)
{
    switch (filter) {
    case FILTER_SUB:
        for (size_t i = size; i-- > step;)
            out[i] = (unsigned char)(row[i] - row[i - step]);
        memmove(out, row, step);
        break;
    case FILTER_PAETH:
        for (size_t i = size; i-- > step;)
            out[i] = (unsigned char)(row[i] - paeth(row[i - step], above[i], above[i - step]));
        for (size_t i = step; i-- > 0;)
            out[i] = (unsigned char)(row[i] - above[i]);
        break;
    default:
        memmove(out, row, size);
    }
}

/* Deflate, window of 32 KiB, fast (RFC 1950, section 2.2). */
static const unsigned char zlib_header[] = {0x78, 0x5E};

#define MOST_NEW 0.2 /* of pixels, where these are matched */

/* The share of pixels that are neither their left nor their upper neighbour's, from a row in eight. */
static double share_of_new(const hui_stripe *s)
{
    size_t changed = 0, seen = 0;
    for (size_t y = 1; y <= s->rows; y += 8, seen += s->width) {
        const uint32_t *row = s->pixels + y * s->width, *above = row - s->width;
        uint32_t of_row = 0; /* without branches, in words as wide as pixels: many at once */
        for (size_t x = 1; x < s->width; x++)
            of_row += (row[x] != row[x - 1]) & (row[x] != above[x]);
        changed += of_row;
    }
    return (double)changed / (double)seen;
}

enum { BAND = 8, BAND_EVERY = 64 }; /* rows that are tried: an eighth */

static size_t try_filter(const hui_stripe *s, hui_deflater *deflater, unsigned char *scratch, int filter)
{
    size_t size = row_bytes(s), used = 0;
    for (size_t y = 1; y <= s->rows; y++) {
        if ((y - 1) % BAND_EVERY >= BAND)
            continue;
        const unsigned char *row = s->filtered + y * size;
        scratch[used] = (unsigned char)filter;
        filter_row(scratch + used + 1, row + 1, row + 1 - size, size - 1, pixel_bytes(s), filter);
        used += size;
    }
    return hui_deflater_pack(deflater, scratch, used, s->color_data.chunk);
}

static int choose_filter(const hui_stripe *s, hui_deflater *deflater)
{
    static const int filters[] = {FILTER_NONE, FILTER_SUB, FILTER_PAETH};
    unsigned char *scratch = malloc((s->rows / BAND_EVERY + 1) * BAND * row_bytes(s));
    if (!scratch)
        return FILTER_NONE;
    int best = FILTER_NONE;
    size_t least = (size_t)-1;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        size_t size = try_filter(s, deflater, scratch, filters[i]);
        if (size < least) {
            least = size;
            best = filters[i];
        }
    }
    free(scratch);
    return best;
}

/* Rows as bytes, each after its filter byte; a row like the one above is marked FILTER_UP and not converted again. */
static void convert(hui_stripe *s)
{
    size_t size = row_bytes(s);
    hui_pixels_put(s->filtered + 1, s->straight, s->width, s->opaque);
    for (size_t y = 1; y <= s->rows; y++) {
        unsigned char *out = s->filtered + y * size;
        const uint32_t *pixels = s->straight + y * s->width;
        bool same = !memcmp(pixels, pixels - s->width, s->width * sizeof *pixels);
        *out = same ? FILTER_UP : FILTER_NONE;
        if (same)
            memcpy(out + 1, out + 1 - size, size - 1);
        else
            hui_pixels_put(out + 1, pixels, s->width, s->opaque);
    }
}

/* In place, from the last row up, so that the row above is still raw. */
static void filter(hui_stripe *s, int chosen)
{
    size_t size = row_bytes(s);
    for (size_t y = s->rows; y > 0; y--) {
        unsigned char *row = s->filtered + y * size;
        if (*row == FILTER_UP) {
            memset(row + 1, 0, size - 1);
        } else if (chosen != FILTER_NONE) {
            *row = (unsigned char)chosen;
            filter_row(row + 1, row + 1, row + 1 - size, size - 1, pixel_bytes(s), chosen);
        }
    }
}

void hui_png_put_u32(unsigned char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i));
}

size_t hui_png_seal_chunk(unsigned char *chunk, const char type[4], size_t data_size)
{
    hui_png_put_u32(chunk, (uint32_t)data_size);
    memcpy(chunk + 4, type, 4);
    hui_png_put_u32(chunk + 8 + data_size, hui_crc32(chunk + 4, data_size + 4));
    return data_size + 12;
}

/* Returns the size of the blocks. */
static size_t pack_filtered(hui_stripe *s, hui_deflater *deflater, unsigned char *out)
{
    convert(s);
    filter(s, choose_filter(s, deflater));
    const unsigned char *first = s->filtered + row_bytes(s);
    s->color_data.adler = hui_adler32(1, first, s->color_data.raw_size);
    return hui_deflater_pack(deflater, first, s->color_data.raw_size, out);
}

static size_t pack_matched(hui_stripe *s, hui_matcher *matcher, unsigned char *out)
{
    const hui_match_rows rows = {s->straight + s->width, s->width, s->rows, s->opaque};
    memset(s->straight + (s->rows + 1) * s->width, 0, HUI_MATCH_TAIL * sizeof *s->straight);
    return hui_matcher_pack(matcher, &rows, out, &s->color_data.adler);
}

/* Where compressed data go: before the first stripe's stands zlib's header. */
static unsigned char *open_data(const hui_idat *data, bool is_first)
{
    return data->chunk + 8 + (is_first ? sizeof zlib_header : 0);
}

static void close_data(hui_idat *data, size_t packed, bool is_first)
{
    const size_t head = is_first ? sizeof zlib_header : 0;
    memcpy(data->chunk + 8, zlib_header, head);
    data->size = hui_png_seal_chunk(data->chunk, "IDAT", head + packed);
}

static hui_deflater *find_deflater(hui_packer *packer)
{
    if (!packer->deflater)
        packer->deflater = hui_deflater_new();
    return packer->deflater;
}

static hui_matcher *find_matcher(hui_packer *packer)
{
    if (!packer->matcher)
        packer->matcher = hui_matcher_new();
    return packer->matcher;
}

/* Flat colours and letters repeat, and that is found best in pixels as they are; prediction pays where most pixels are
 * new: photographs and gradients. Only there is it worth trying. */
static void pack_colors(hui_stripe *s, hui_packer *packer)
{
    unsigned char *out = open_data(&s->color_data, s->index == 0);
    s->color_data.raw_size = s->rows * row_bytes(s);
    if (!s->opaque)
        hui_pixels_straighten(s->straight, s->pixels, (s->rows + 1) * s->width);
    const size_t packed = share_of_new(s) < MOST_NEW ? pack_matched(s, find_matcher(packer), out)
                                                     : pack_filtered(s, find_deflater(packer), out);
    close_data(&s->color_data, packed, s->index == 0);
}

void hui_idat_pack(hui_idat *data, const void *raw, size_t size, hui_deflater *deflater, bool is_first)
{
    data->raw_size = size;
    data->adler = hui_adler32(1, raw, size);
    close_data(data, hui_deflater_pack(deflater, raw, size, open_data(data, is_first)), is_first);
}

/* Whether a row's indices are those of the row above; of dithered ones that row is not at hand above the first. */
static bool repeats_above(const hui_stripe *s, size_t y)
{
    const unsigned char *indices = s->indices + y * s->width;
    const uint32_t *above = s->pixels + y * s->width;
    return s->dithered ? y > 0 && !memcmp(indices, indices - s->width, s->width)
                       : !memcmp(above, above + s->width, s->width * sizeof *above);
}

/* Rows of indices; those like the one above as zeros. */
static void pack_indices(hui_stripe *s, hui_deflater *deflater)
{
    const size_t size = hui_palette_row_size(s->width, s->depth);
    unsigned char *row = s->filtered;
    for (size_t y = 0; y < s->rows; y++, row += 1 + size) {
        *row = repeats_above(s, y) ? FILTER_UP : FILTER_NONE;
        if (*row == FILTER_UP)
            memset(row + 1, 0, size);
        else
            hui_palette_put(row + 1, s->indices + y * s->width, s->width, s->depth);
    }
    hui_idat_pack(&s->index_data, s->filtered, s->rows * (1 + size), deflater, s->index == 0);
}

void hui_stripe_pack(hui_stripe *s, hui_packer *packer)
{
    assert(s->rows > 0);
    if (s->colored)
        pack_colors(s, packer);
    if (s->indexed)
        pack_indices(s, find_deflater(packer));
}

void hui_packer_finish(hui_packer *packer)
{
    if (packer->deflater)
        hui_deflater_free(packer->deflater);
    hui_matcher_free(packer->matcher);
    *packer = (hui_packer){0};
}
