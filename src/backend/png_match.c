/* Repetitions (LZ77) for drawings: letters, lines and flat colours repeat by whole pixels, which are compared as words,
 * and a third as many as there are bytes. What takes time is to guess wrong which way a branch goes, so that a few
 * candidates are always compared, eight pixels at once, instead of searching as long as there may be a better one. */
#include "backend/png_match.h"

#include "backend/png_deflate.h"
#include "backend/png_pixels.h"
#include "backend/png_tokens.h"
#include "base/memory.h"
#include "base/variants.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    FILTER_NONE = 0,
    FILTER_UP = 2,
    ONE_BITS = 12,
    PAIR_BITS = 13,
    NEAR = 8,       /* pixels that are compared at once; what repeats so many of a neighbour's is not worth a search */
    PIXEL_GAIN = 8, /* bits that a pixel may cost otherwise: in what counts as the best match */
    ROW_SHIFT = 40,
    FIRST_PLACE = HUI_TOKENS_WINDOW, /* so that 0 is out of reach */
};

/* Where a pixel and a pair were seen last. A place is the number of a pixel from FIRST_PLACE on. */
struct hui_matcher {
    uint32_t pairs[1 << PAIR_BITS], ones[1 << ONE_BITS];
    hui_tokens tokens;
    hui_match_rows in;
    size_t pixel_bytes, row_bytes, most; /* most: pixels in a match */
    size_t window;                       /* pixels, so few that filter bytes among them do not matter */
    uint64_t rows_a_pixel;               /* << ROW_SHIFT */
    size_t y;
    const uint32_t *row;
    size_t above; /* pixels back to the last row that was not left out, as those like the row above are; 0: too far */
    uint32_t adler;
};

typedef struct match {
    size_t pixels, distance; /* distance: in pixels */
    int gain;
} match;

/* Of what begins at a pixel. */
typedef struct hashes {
    uint32_t pair, one;
} hashes;

hui_matcher *hui_matcher_new(void)
{
    return hui_memory_new(sizeof(hui_matcher));
}

void hui_matcher_free(hui_matcher *m)
{
    free(m);
}

static size_t count_row_bytes(const hui_match_rows *rows)
{
    return 1 + rows->width * (rows->opaque ? 3 : 4);
}

size_t hui_match_bound(const hui_match_rows *rows)
{
    return hui_tokens_bound(rows->rows * count_row_bytes(rows));
}

/* Beyond the end of a row follows the next, beyond the last one HUI_MATCH_TAIL pixels. */
static inline hashes hash(const uint32_t *p)
{
    const uint64_t two = p[0] | (uint64_t)p[1] << 32;
    return (hashes){
        .pair = (uint32_t)(two * 0x9E3779B97F4A7C15u >> (64 - PAIR_BITS)),
        .one = p[0] * 0x9E3779B1u >> (32 - ONE_BITS),
    };
}

static inline void remember(hui_matcher *m, size_t place, hashes h)
{
    m->pairs[h.pair] = m->ones[h.one] = (uint32_t)place;
}

/* Of `most` pixels; few if fewer than NEAR are the same. */
static inline size_t count_same(const uint32_t *at, const uint32_t *from, size_t most)
{
    const size_t same = hui_pixels_same_of_eight(at, from);
    return same < NEAR || most <= NEAR ? same : NEAR + hui_pixels_count_same(at + NEAR, from + NEAR, most - NEAR);
}

static inline void try_near(match *best, const uint32_t *at, size_t distance, size_t most)
{
    const size_t pixels = count_same(at, at - distance, most);
    const int gain = (int)pixels * PIXEL_GAIN - (31 - __builtin_clz((unsigned)distance));
    if (gain > best->gain)
        *best = (match){pixels, distance, gain};
}

static inline void try_place(match *best, const hui_matcher *m, const uint32_t *at, size_t here, uint32_t place,
                             size_t most)
{
    const size_t distance = here - place;
    if (distance <= m->window)
        try_near(best, at, distance, most);
}

/* Candidates from what costs least to find and to write; a single pixel is better than its three bytes. */
static inline match find_match(const hui_matcher *m, const uint32_t *at, size_t here, size_t x, size_t most, hashes h)
{
    match best = {0};
    if (x > 0)
        try_near(&best, at, 1, most);
    if (m->above)
        try_near(&best, at, m->above, most);
    if (best.pixels >= NEAR)
        return best;
    try_place(&best, m, at, here, m->pairs[h.pair], most);
    if (best.pixels == 0) {
        best.gain = INT_MIN;
        try_place(&best, m, at, here, m->ones[h.one], 1);
    }
    return best;
}

/* Of a filter's byte, and the row's after it. */
static void sum_row(hui_matcher *m)
{
    m->adler = hui_adler32(m->adler, (const unsigned char[]){FILTER_NONE}, 1);
    m->adler = hui_pixels_adler32(m->adler, m->row, m->in.width, m->in.opaque);
}

/* The row of a pixel, by multiplication: exact, as there are at most 2^20 pixels, and 2^15 in a row. */
static inline size_t row_of(const hui_matcher *m, size_t pixel)
{
    return (size_t)(pixel * m->rows_a_pixel >> ROW_SHIFT);
}

/* A match ends with its row, and with that in which it was seen: the next one's filter byte follows. Returns its pixels. */
static inline size_t add_match(hui_matcher *m, size_t here, size_t most, match found)
{
    const size_t from = here - FIRST_PLACE - found.distance, row = row_of(m, from),
                 left = (row + 1) * m->in.width - from, longest = left < most ? left : most,
                 pixels = found.pixels < longest ? found.pixels : longest;
    hui_tokens_add_match(&m->tokens, pixels * m->pixel_bytes, found.distance * m->pixel_bytes + (m->y - row));
    return pixels;
}

static void add_pixel(hui_matcher *m, uint32_t pixel)
{
    hui_tokens_add_three(&m->tokens, pixel);
    if (!m->in.opaque)
        hui_tokens_add_byte(&m->tokens, pixel >> 24);
}

static void pack_row(hui_matcher *m)
{
    const size_t first = FIRST_PLACE + m->y * m->in.width;
    hui_tokens_add_byte(&m->tokens, FILTER_NONE);
    sum_row(m);
    for (size_t x = 0; x < m->in.width;) {
        const uint32_t *at = m->row + x;
        const size_t here = first + x, left = m->in.width - x, most = left < m->most ? left : m->most;
        const hashes h = hash(at);
        const match best = find_match(m, at, here, x, most, h);
        remember(m, here, h);
        if (best.pixels > 1) {
            x += add_match(m, here, most, best);
            continue;
        }
        if (best.pixels == 1)
            add_match(m, here, 1, best);
        else
            add_pixel(m, *at);
        x++;
    }
}

/* `count` bytes that repeat, as long matches; a zero at the end of those that are too short for one. */
static void add_matches(hui_tokens *tokens, size_t count, size_t distance)
{
    for (size_t left = count, length; left > 0; left -= length) {
        length = left < HUI_TOKENS_LONGEST ? left : HUI_TOKENS_LONGEST;
        if (left > length && left - length < HUI_TOKENS_SHORTEST)
            length -= HUI_TOKENS_SHORTEST;
        if (left < HUI_TOKENS_SHORTEST) {
            length = 1;
            hui_tokens_add_byte(tokens, 0);
        } else {
            hui_tokens_add_match(tokens, length, distance);
        }
    }
}

static void add_zeros(hui_tokens *tokens, size_t count)
{
    hui_tokens_add_byte(tokens, 0);
    add_matches(tokens, count - 1, 1);
}

/* A row's bytes that are all zero, but for its filter's. */
static void sum_same_row(hui_matcher *m)
{
    enum { BASE = 65521 };
    const uint64_t first = (m->adler & 0xFFFF) + FILTER_UP, second = (m->adler >> 16) + first * m->row_bytes;
    m->adler = (uint32_t)(second % BASE << 16 | first % BASE);
}

/* Rows like the one above, as zeros; short ones as repetitions of the first of them. */
static void pack_same_rows(hui_matcher *m, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sum_same_row(m);
        if (i > 0 && m->row_bytes <= HUI_TOKENS_LONGEST)
            continue;
        hui_tokens_add_byte(&m->tokens, FILTER_UP);
        add_zeros(&m->tokens, m->row_bytes - 1);
    }
    if (count > 1 && m->row_bytes <= HUI_TOKENS_LONGEST)
        add_matches(&m->tokens, (count - 1) * m->row_bytes, m->row_bytes);
}

static void begin(hui_matcher *m, const hui_match_rows *rows, unsigned char *out)
{
    memset(m->pairs, 0, sizeof m->pairs); /* farther than the window */
    memset(m->ones, 0, sizeof m->ones);
    hui_tokens_begin(&m->tokens, out);
    m->in = *rows;
    m->pixel_bytes = rows->opaque ? 3 : 4;
    m->row_bytes = count_row_bytes(rows);
    m->most = HUI_TOKENS_LONGEST / m->pixel_bytes;
    m->window = (HUI_TOKENS_WINDOW - HUI_TOKENS_WINDOW / m->row_bytes - 1) / m->pixel_bytes;
    m->rows_a_pixel = ((uint64_t)1 << ROW_SHIFT) / rows->width + 1;
    m->y = 0;
    m->row = rows->pixels;
    m->above = 0;
    m->adler = 1;
}

static size_t count_same_rows(const hui_matcher *m)
{
    const size_t size = m->in.width * sizeof *m->row;
    size_t count = 0;
    for (const uint32_t *row = m->row; m->y + count < m->in.rows && !memcmp(row, row - m->in.width, size);
         row += m->in.width)
        count++;
    return count;
}

/* Goes on behind rows that were packed. */
static void skip_rows(hui_matcher *m, size_t count)
{
    m->y += count;
    m->row += count * m->in.width;
    m->above += m->above ? count * m->in.width : 0;
    if (m->above > m->window)
        m->above = 0;
}

HUI_VARIANTS static void pack_rows(hui_matcher *m)
{
    while (m->y < m->in.rows) {
        const size_t same = count_same_rows(m);
        pack_same_rows(m, same);
        skip_rows(m, same);
        if (m->y == m->in.rows)
            break;
        pack_row(m);
        skip_rows(m, 1);
        m->above = m->in.width <= m->window ? m->in.width : 0;
    }
}

size_t hui_matcher_pack(hui_matcher *m, const hui_match_rows *rows, unsigned char *out, uint32_t *adler)
{
    begin(m, rows, out);
    pack_rows(m);
    *adler = m->adler;
    return (size_t)(hui_tokens_end(&m->tokens) - out);
}
