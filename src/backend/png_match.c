/* Repetitions (LZ77) for drawings: letters, lines and flat colours repeat by whole pixels, which are compared as words,
 * and a third as many as there are bytes. Takes a quarter of the time of libdeflate's level 5, and less space. */
#include "backend/png_match.h"

#include "backend/png_pixels.h"
#include "backend/png_tokens.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    FILTER_NONE = 0,
    FILTER_UP = 2,
    PAIR_BITS = 14,
    ONE_BITS = 12,
    KEPT = 1 << 14, /* pixels, more than the window has */
    MOST_TRIED = 8,
    LONG = 8,            /* pixels: what repeats so many of a neighbour's is not worth a search */
    PIXEL_GAIN = 8,      /* bits that a pixel may cost otherwise: in what counts as the best match */
    MOST_REMEMBERED = 4, /* of a longer match only both ends are */
};
#define NOWHERE UINT32_MAX

/* Where pixels were seen last: pairs, those before them with the same hash, and single ones. A place is the number of a pixel. */
struct hui_matcher {
    uint32_t pairs[1 << PAIR_BITS], before[KEPT], ones[1 << ONE_BITS];
    hui_tokens tokens;
    hui_match_rows in;
    size_t pixel_bytes, row_bytes, most; /* most: pixels in a match */
    size_t window;                       /* pixels; filter bytes make it a little smaller */
    size_t y;
    const uint32_t *row;
    const uint32_t
        *above; /* the last row that was not left out, which is like the row above; NULL: none in the window */
    size_t above_distance;
    uint64_t first, second; /* of Adler-32 */
};

typedef struct match {
    size_t pixels, distance;
    int gain;
} match;

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

static inline uint32_t hash_pair(const uint32_t *p)
{
    return (uint32_t)((p[0] * 0x9E3779B1u ^ p[1] * 0x85EBCA6Bu) * 0xC2B2AE35u) >> (32 - PAIR_BITS);
}

static inline uint32_t hash_one(uint32_t pixel)
{
    return pixel * 0x9E3779B1u >> (32 - ONE_BITS);
}

static inline void remember(hui_matcher *m, size_t x)
{
    const uint32_t place = (uint32_t)(m->row + x - m->in.pixels);
    m->ones[hash_one(m->row[x])] = place;
    if (x + 1 == m->in.width)
        return;
    uint32_t *pair = &m->pairs[hash_pair(m->row + x)];
    m->before[place % KEPT] = *pair;
    *pair = place;
}

static void remember_match(hui_matcher *m, size_t x, size_t pixels)
{
    const size_t end = x + pixels;
    if (pixels > MOST_REMEMBERED) {
        remember(m, x);
        remember(m, x + 1);
        x = end - 2;
    }
    for (; x < end; x++)
        remember(m, x);
}

/* The two sums of Adler-32 (RFC 1950, section 8.2) from pixels: `first` of bytes, `second` of what it was after each. */
typedef struct pixel_sums {
    uint64_t bytes, weighted; /* what one pixel adds to them, were `first` 0 */
} pixel_sums;

static inline pixel_sums sums_of(uint32_t pixel, bool opaque)
{
    const uint64_t r = pixel >> 16 & 255, g = pixel >> 8 & 255, b = pixel & 255, a = pixel >> 24;
    const pixel_sums three = {r + g + b, 3 * r + 2 * g + b};
    return opaque ? three : (pixel_sums){three.bytes + a, three.weighted + three.bytes + a};
}

/* `count` pixels of one colour. */
static inline void sum_run(hui_matcher *m, uint32_t pixel, uint64_t count)
{
    const pixel_sums p = sums_of(pixel, m->in.opaque);
    m->second += count * (m->pixel_bytes * m->first + p.weighted) + count * (count - 1) / 2 * m->pixel_bytes * p.bytes;
    m->first += count * p.bytes;
}

static inline void sum_pixels(hui_matcher *m, const uint32_t *pixels, size_t count)
{
    for (size_t i = 0, run; i < count; i += run) {
        run = 1 + hui_pixels_count_same(pixels + i, pixels + i + 1, count - i - 1);
        sum_run(m, pixels[i], run);
    }
}

/* Before they grow beyond their words. */
static void reduce_sums(hui_matcher *m)
{
    enum { BASE = 65521 };
    m->first %= BASE;
    m->second %= BASE;
}

/* A filter's byte begins each row. */
static void sum_filter(hui_matcher *m, unsigned filter)
{
    reduce_sums(m);
    m->first += filter;
    m->second += m->first;
}

static inline int bits_of(size_t distance)
{
    return 31 - __builtin_clz((unsigned)distance);
}

/* Takes what begins at `from`, if that is better. False if there cannot be a longer one. */
static inline bool try_match(match *best, const uint32_t *row, const uint32_t *from, size_t distance, size_t most)
{
    const size_t pixels = hui_pixels_count_same(row, from, most);
    const int gain = (int)pixels * PIXEL_GAIN - bits_of(distance);
    if (pixels > 0 && gain > best->gain)
        *best = (match){pixels, distance, gain};
    return pixels < most;
}

/* How far back of x a place is in the stream, and how many pixels its row has from there. */
static inline size_t find_distance(const hui_matcher *m, size_t x, uint32_t place, size_t *left)
{
    const uint32_t width = (uint32_t)m->in.width, row = place / width, column = place % width;
    *left = width - column;
    return (m->y - row) * m->row_bytes + x * m->pixel_bytes - column * m->pixel_bytes;
}

static void try_pairs(const hui_matcher *m, size_t x, size_t most, match *best)
{
    const uint32_t *at = m->row + x;
    const uint32_t here = (uint32_t)(at - m->in.pixels);
    uint32_t place = m->pairs[hash_pair(at)];
    for (int i = 0; i < MOST_TRIED && place != NOWHERE && here - place <= m->window;
         i++, place = m->before[place % KEPT]) {
        const uint32_t *from = m->in.pixels + place;
        if (from[best->pixels] != at[best->pixels])
            continue;
        size_t left;
        const size_t distance = find_distance(m, x, place, &left), longest = left < most ? left : most;
        if (distance > HUI_TOKENS_WINDOW ||
            (longest > best->pixels && !try_match(best, at, from, distance, longest) && longest == most))
            return;
    }
}

static void try_one(const hui_matcher *m, size_t x, match *best)
{
    const uint32_t place = m->ones[hash_one(m->row[x])];
    if (place == NOWHERE || m->in.pixels[place] != m->row[x])
        return;
    size_t left;
    const size_t distance = find_distance(m, x, place, &left);
    if (distance <= HUI_TOKENS_WINDOW)
        *best = (match){1, distance, 1};
}

/* Candidates from what costs least to find and to write. */
static match find_match(const hui_matcher *m, size_t x)
{
    match best = {0};
    const uint32_t *at = m->row + x;
    const size_t left = m->in.width - x, most = left < m->most ? left : m->most;
    if (x > 0 && !try_match(&best, at, at - 1, m->pixel_bytes, most))
        return best;
    if (m->above && !try_match(&best, at, m->above + x, m->above_distance, most))
        return best;
    if (left > 1 && best.pixels < LONG)
        try_pairs(m, x, most, &best);
    if (best.pixels == 0)
        try_one(m, x, &best);
    return best;
}

static void pack_row(hui_matcher *m)
{
    hui_tokens_add(&m->tokens, HUI_TOKENS_ONE | FILTER_NONE);
    sum_filter(m, FILTER_NONE);
    for (size_t x = 0; x < m->in.width;) {
        const match best = find_match(m, x);
        if (best.pixels > 0) {
            if (best.distance == m->pixel_bytes)
                sum_run(m, m->row[x], best.pixels);
            else
                sum_pixels(m, m->row + x, best.pixels);
            hui_tokens_add_match(&m->tokens, best.pixels * m->pixel_bytes, best.distance);
            remember_match(m, x, best.pixels);
            x += best.pixels;
            continue;
        }
        sum_run(m, m->row[x], 1);
        hui_tokens_add(&m->tokens, m->row[x] & 0xFFFFFF);
        if (!m->in.opaque)
            hui_tokens_add(&m->tokens, HUI_TOKENS_ONE | m->row[x] >> 24);
        remember(m, x++);
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
            hui_tokens_add(tokens, HUI_TOKENS_ONE | 0);
        } else {
            hui_tokens_add_match(tokens, length, distance);
        }
    }
}

static void add_zeros(hui_tokens *tokens, size_t count)
{
    hui_tokens_add(tokens, HUI_TOKENS_ONE | 0);
    add_matches(tokens, count - 1, 1);
}

/* Rows like the one above, as zeros; short ones as repetitions of the first of them. */
static void pack_same_rows(hui_matcher *m, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sum_filter(m, FILTER_UP);
        m->second += m->first * (m->row_bytes - 1);
        if (i > 0 && m->row_bytes <= HUI_TOKENS_LONGEST)
            continue;
        hui_tokens_add(&m->tokens, HUI_TOKENS_ONE | FILTER_UP);
        add_zeros(&m->tokens, m->row_bytes - 1);
    }
    if (count > 1 && m->row_bytes <= HUI_TOKENS_LONGEST)
        add_matches(&m->tokens, (count - 1) * m->row_bytes, m->row_bytes);
}

static void begin(hui_matcher *m, const hui_match_rows *rows, unsigned char *out)
{
    memset(m->pairs, 0xFF, sizeof m->pairs); /* NOWHERE */
    memset(m->ones, 0xFF, sizeof m->ones);
    hui_tokens_begin(&m->tokens, out);
    m->in = *rows;
    m->pixel_bytes = rows->opaque ? 3 : 4;
    m->row_bytes = count_row_bytes(rows);
    m->most = HUI_TOKENS_LONGEST / m->pixel_bytes;
    m->window = HUI_TOKENS_WINDOW / m->pixel_bytes;
    m->y = 0;
    m->row = rows->pixels;
    m->above = NULL;
    m->above_distance = 0;
    m->first = 1;
    m->second = 0;
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
    m->above_distance += count * m->row_bytes;
    if (m->above_distance > HUI_TOKENS_WINDOW)
        m->above = NULL;
}

size_t hui_matcher_pack(hui_matcher *m, const hui_match_rows *rows, unsigned char *out, uint32_t *adler)
{
    begin(m, rows, out);
    while (m->y < rows->rows) {
        const size_t same = count_same_rows(m);
        pack_same_rows(m, same);
        skip_rows(m, same);
        if (m->y == rows->rows)
            break;
        pack_row(m);
        m->above = m->row;
        m->above_distance = 0;
        skip_rows(m, 1);
    }
    reduce_sums(m);
    *adler = (uint32_t)(m->second << 16 | m->first);
    return (size_t)(hui_tokens_end(&m->tokens) - out);
}
