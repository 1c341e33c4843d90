/* Blocks of deflate (RFC 1951, section 3.2.7): codes are made for tokens, and both are written. */
#include "backend/png_tokens.h"

#include "base/variants.h"

#include <endian.h>
#include <stdbool.h>
#include <string.h>

enum {
    LITERALS = 286,
    DISTANCES = HUI_TOKENS_DISTANCES,
    LENGTH_CODES = 19,
    END_OF_BLOCK = 256,
    FIRST_LENGTH = 257,
    MOST_BITS = 15,
    MOST_LENGTH_BITS = 7,
    HEADER_BYTES = 640, /* of a block, at most */
};

/* A code for an alphabet: words of `lengths` bits, turned round, since deflate writes them from their upper end. */
typedef struct code {
    uint32_t counts[LITERALS];
    uint16_t words[LITERALS];
    uint8_t lengths[LITERALS];
} code;

static hui_tokens_extra split_length(unsigned length)
{
    if (length == HUI_TOKENS_LONGEST)
        return (hui_tokens_extra){LITERALS - 1, 0, 0};
    hui_tokens_extra e = hui_tokens_split(length - HUI_TOKENS_SHORTEST, 2);
    e.symbol += FIRST_LENGTH;
    return e;
}

size_t hui_tokens_bound(size_t size)
{
    return size + size / 2 + 2 * HEADER_BYTES;
}

static void forget(hui_tokens *t)
{
    t->count = 0;
    memset(t->bytes, 0, sizeof t->bytes);
    memset(t->lengths, 0, sizeof t->lengths);
    memset(t->distances, 0, sizeof t->distances);
}

void hui_tokens_begin(hui_tokens *tokens, unsigned char *out)
{
    forget(tokens);
    tokens->writer = (hui_bit_writer){.out = out};
}

/* Bits
 * ---- */

static inline void put(hui_bit_writer *w, uint64_t value, unsigned count)
{
    w->bits |= value << w->count;
    w->count += count;
}

/* Writes whole bytes: at most 56 bits may be put in between. */
static inline void flush(hui_bit_writer *w)
{
    const uint64_t bits = htole64(w->bits);
    memcpy(w->out, &bits, sizeof bits);
    w->out += w->count >> 3;
    w->bits >>= w->count & ~7u;
    w->count &= 7;
}

static inline void put_symbol(hui_bit_writer *w, const code *c, unsigned symbol)
{
    put(w, c->words[symbol], c->lengths[symbol]);
}

/* Codes
 * ----- */

/* Puts them in the order of one byte; what has the same stays as it is. */
static void sort_by_byte(uint64_t *out, const uint64_t *in, size_t count, unsigned shift)
{
    size_t places[257] = {0};
    for (size_t i = 0; i < count; i++)
        places[(in[i] >> shift & 255) + 1]++;
    for (size_t i = 1; i < 256; i++)
        places[i] += places[i - 1];
    for (size_t i = 0; i < count; i++)
        out[places[in[i] >> shift & 255]++] = in[i];
}

/* Symbols that are used, the rarest first: count << 16 | symbol. Counts are less than 2^16: three for each token. */
static size_t sort_symbols(const code *c, size_t size, uint64_t *sorted)
{
    uint64_t aside[LITERALS];
    size_t used = 0;
    for (size_t i = 0; i < size; i++)
        if (c->counts[i])
            sorted[used++] = (uint64_t)c->counts[i] << 16 | i;
    sort_by_byte(aside, sorted, used, 16);
    sort_by_byte(sorted, aside, used, 24);
    return used;
}

/* Huffman's tree over the sorted symbols: how many words of each length there are, up to `most` bits. Inner nodes come
 * out in order of their counts, so that the two rarest always stand at one of two heads. */
static void count_lengths(const uint64_t *sorted, size_t used, unsigned most, unsigned *of_length)
{
    uint64_t weights[2 * LITERALS];
    uint16_t parents[2 * LITERALS], depths[2 * LITERALS];
    size_t leaf = 0, inner = used, end = used;
    for (size_t i = 0; i < used; i++)
        weights[i] = sorted[i] >> 16;
    for (; end < 2 * used - 1; end++) {
        weights[end] = 0;
        for (int k = 0; k < 2; k++) {
            const size_t least = leaf < used && (inner == end || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
            weights[end] += weights[least];
            parents[least] = (uint16_t)end;
        }
    }
    depths[end - 1] = 0;
    for (size_t i = end - 1; i-- > 0;) {
        depths[i] = (uint16_t)(depths[parents[i]] + 1);
        if (i < used)
            of_length[depths[i] < most ? depths[i] : most]++;
    }
}

/* Cutting words to `most` bits has used up more than there is: each step gives a shorter word's place to two. */
static void fit_lengths(unsigned *of_length, unsigned most)
{
    uint32_t total = 0;
    for (unsigned bits = 1; bits <= most; bits++)
        total += of_length[bits] << (most - bits);
    for (; total > 1u << most; total--) {
        unsigned bits = most - 1;
        while (!of_length[bits])
            bits--;
        of_length[most]--;
        of_length[bits]--;
        of_length[bits + 1] += 2;
    }
}

/* Canonical words (section 3.2.2). */
static void set_words(code *c, size_t size, const unsigned *of_length)
{
    unsigned next[MOST_BITS + 2] = {0};
    for (unsigned bits = 1; bits <= MOST_BITS; bits++)
        next[bits + 1] = (next[bits] + of_length[bits]) << 1;
    for (size_t i = 0; i < size; i++) {
        const unsigned bits = c->lengths[i], word = bits ? next[bits]++ : 0;
        unsigned turned = 0;
        for (unsigned k = 0; k < bits; k++)
            turned |= (word >> k & 1) << (bits - 1 - k);
        c->words[i] = (uint16_t)turned;
    }
}

static void make_code(code *c, size_t size, unsigned most)
{
    uint64_t sorted[LITERALS];
    unsigned of_length[MOST_BITS + 1] = {0};
    for (size_t i = 0; i < 2; i++) /* some readers want two words */
        c->counts[i] += !c->counts[i];
    size_t left = sort_symbols(c, size, sorted);
    count_lengths(sorted, left, most, of_length);
    fit_lengths(of_length, most);
    memset(c->lengths, 0, sizeof c->lengths);
    for (unsigned bits = 1; bits <= most; bits++)
        for (unsigned i = 0; i < of_length[bits]; i++)
            c->lengths[sorted[--left] & 0xFFFF] = (uint8_t)bits;
    set_words(c, size, of_length);
}

/* A block
 * ------- */

static void take_counts(const hui_tokens *t, code *literals, code *distances)
{
    memcpy(literals->counts, t->bytes, sizeof t->bytes);
    memcpy(distances->counts, t->distances, sizeof t->distances);
    for (unsigned i = HUI_TOKENS_SHORTEST; i <= HUI_TOKENS_LONGEST; i++)
        literals->counts[split_length(i).symbol] += t->lengths[i];
    literals->counts[END_OF_BLOCK] = 1;
}

/* Lengths of words in a short form: symbols of the third alphabet, each with the number that follows it << 8. */
enum { REPEAT = 16, ZEROS = 17, MANY_ZEROS = 18, MOST_REPEAT = 6, MOST_ZEROS = 10, MOST_MANY_ZEROS = 138 };

static size_t shorten_run(uint16_t *out, uint8_t length, size_t run)
{
    size_t count = 0;
    if (length) {
        out[count++] = length;
        run--;
    }
    while (run >= 3) {
        const size_t most = length ? MOST_REPEAT : run > MOST_ZEROS ? MOST_MANY_ZEROS : MOST_ZEROS;
        const size_t taken = run < most ? run : most;
        const unsigned symbol = length ? REPEAT : run > MOST_ZEROS ? MANY_ZEROS : ZEROS;
        out[count++] = (uint16_t)(symbol | (taken - (symbol == MANY_ZEROS ? 11 : 3)) << 8);
        run -= taken;
    }
    for (; run > 0; run--)
        out[count++] = length;
    return count;
}

static size_t shorten(const uint8_t *lengths, size_t size, uint16_t *out)
{
    size_t count = 0;
    for (size_t i = 0, end; i < size; i = end) {
        for (end = i + 1; end < size && lengths[end] == lengths[i];)
            end++;
        count += shorten_run(out + count, lengths[i], end - i);
    }
    return count;
}

static size_t used_size(const code *c, size_t size, size_t least)
{
    while (size > least && !c->lengths[size - 1])
        size--;
    return size;
}

static void put_codes(hui_bit_writer *w, const code *literals, const code *distances)
{
    static const uint8_t order[LENGTH_CODES] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    const size_t literal_count = used_size(literals, LITERALS, FIRST_LENGTH),
                 distance_count = used_size(distances, DISTANCES, 1);
    uint8_t lengths[LITERALS + DISTANCES];
    uint16_t symbols[LITERALS + DISTANCES];
    memcpy(lengths, literals->lengths, literal_count);
    memcpy(lengths + literal_count, distances->lengths, distance_count);
    const size_t count = shorten(lengths, literal_count + distance_count, symbols);
    code c = {0};
    for (size_t i = 0; i < count; i++)
        c.counts[symbols[i] & 255]++;
    make_code(&c, LENGTH_CODES, MOST_LENGTH_BITS);
    size_t sent = LENGTH_CODES;
    while (sent > 4 && !c.lengths[order[sent - 1]])
        sent--;
    put(w, 2 << 1, 3); /* not the last; codes of its own */
    put(w, literal_count - FIRST_LENGTH, 5);
    put(w, distance_count - 1, 5);
    put(w, sent - 4, 4);
    for (size_t i = 0; i < sent; i++, flush(w))
        put(w, c.lengths[order[i]], 3);
    for (size_t i = 0; i < count; i++, flush(w)) {
        const unsigned symbol = symbols[i] & 255;
        put_symbol(w, &c, symbol);
        put(w, symbols[i] >> 8, symbol == REPEAT ? 2 : symbol == ZEROS ? 3 : symbol == MANY_ZEROS ? 7 : 0);
    }
}

/* A length's word with its extra bits: most lengths come often, and are put together once. */
typedef struct length_words {
    uint32_t bits[HUI_TOKENS_LONGEST + 1];
    uint8_t counts[HUI_TOKENS_LONGEST + 1];
} length_words;

static void join_lengths(length_words *joined, const code *literals)
{
    for (unsigned i = HUI_TOKENS_SHORTEST; i <= HUI_TOKENS_LONGEST; i++) {
        const hui_tokens_extra e = split_length(i);
        joined->bits[i] = literals->words[e.symbol] | e.value << literals->lengths[e.symbol];
        joined->counts[i] = (uint8_t)(literals->lengths[e.symbol] + e.bits);
    }
}

static inline void put_match(hui_bit_writer *w, uint32_t token, const length_words *lengths, const code *distances)
{
    const unsigned length = token >> 15 & 511;
    const hui_tokens_extra e = hui_tokens_split_distance((token & (HUI_TOKENS_WINDOW - 1)) + 1);
    put(w, lengths->bits[length], lengths->counts[length]);
    put(w, distances->words[e.symbol] | e.value << distances->lengths[e.symbol], distances->lengths[e.symbol] + e.bits);
}

static void put_tokens(hui_tokens *t, const code *literals, const code *distances)
{
    hui_bit_writer w = t->writer; /* in registers, as no store can change it */
    length_words lengths;
    join_lengths(&lengths, literals);
    for (size_t i = 0; i < t->count; i++, flush(&w)) {
        const uint32_t token = t->at[i];
        if (token & HUI_TOKENS_MATCH) {
            put_match(&w, token, &lengths, distances);
            continue;
        }
        if (!(token & HUI_TOKENS_ONE)) {
            put_symbol(&w, literals, token >> 16 & 255);
            put_symbol(&w, literals, token >> 8 & 255);
        }
        put_symbol(&w, literals, token & 255);
    }
    put_symbol(&w, literals, END_OF_BLOCK);
    flush(&w);
    t->writer = w;
}

HUI_VARIANTS static void write_block(hui_tokens *t)
{
    code literals = {0}, distances = {0};
    take_counts(t, &literals, &distances);
    make_code(&literals, LITERALS, MOST_BITS);
    make_code(&distances, DISTANCES, MOST_BITS);
    put_codes(&t->writer, &literals, &distances);
    put_tokens(t, &literals, &distances);
    forget(t);
}

void hui_tokens_write_block(hui_tokens *t)
{
    write_block(t);
}

unsigned char *hui_tokens_end(hui_tokens *t)
{
    hui_bit_writer *w = &t->writer;
    if (t->count)
        hui_tokens_write_block(t);
    put(w, 0, 3); /* a stored block, not the last */
    w->count = (w->count + 7) & ~7u;
    flush(w);
    memcpy(w->out, (const unsigned char[]){0, 0, 0xFF, 0xFF}, 4);
    return w->out + 4;
}
