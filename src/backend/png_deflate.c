/* Deflate in parts: libdeflate makes whole streams only, so the end of each is found by walking its blocks (RFC 1951)
 * and opened again. Walking reads code words and decodes nothing, which takes a tenth of compressing. */
#include "backend/png_deflate.h"

#include "base/memory.h"

#include <assert.h>
#include <endian.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>
#ifdef HUI_HAS_LIBDEFLATE
#include <libdeflate.h>
#endif

/* On a dense poster level 6 makes files 3 % smaller in a tenth more time, level 4 the other way about. */
enum { LEVEL = 5, FAST_LEVEL = 3, SMALL_LEVEL = 9, REOPEN_ROOM = 6 };

enum { MOST_BITS = 15, LITERALS = 288, DISTANCES = 32, LENGTH_CODES = 19, END_OF_BLOCK = 256 };

/* What a code word stands for: bits to skip (the word and its extra bits), and what follows. */
typedef struct word {
    uint8_t bits; /* 0: no such code word */
    uint8_t kind;
    uint16_t symbol;
} word;
enum { WORD_LITERAL, WORD_LENGTH, WORD_END };

typedef struct walker {
    const unsigned char *bytes;
    size_t size, bit; /* bit: position of the next one */
    word literals[1 << MOST_BITS], distances[1 << MOST_BITS];
    int literal_bits, distance_bits; /* the longest code word of each */
} walker;

/* The next 32 bits or more, those beyond the end being 0. */
static uint64_t peek(const walker *w)
{
    size_t at = w->bit >> 3, left = at < w->size ? w->size - at : 0;
    uint64_t bits = 0;
    if (left >= sizeof bits)
        memcpy(&bits, w->bytes + at, sizeof bits); /* of known size: one load */
    else if (left)
        memcpy(&bits, w->bytes + at, left);
    return le64toh(bits) >> (w->bit & 7);
}

static unsigned take(walker *w, unsigned count)
{
    unsigned bits = (unsigned)(peek(w) & ((1u << count) - 1));
    w->bit += count;
    return bits;
}

static unsigned reverse(unsigned code, unsigned count)
{
    unsigned turned = 0;
    for (; count; count--, code >>= 1)
        turned = turned << 1 | (code & 1);
    return turned;
}

/* Canonical code words (RFC 1951, section 3.2.2), every one at all table indices that begin with it. Returns the length
 * of the longest, or -1 if the lengths are no code. */
static int fill_table(word *table, const uint8_t *lengths, const word *meanings, unsigned count)
{
    unsigned of_length[MOST_BITS + 1] = {0}, next[MOST_BITS + 2] = {0};
    int longest = 0;
    for (unsigned i = 0; i < count; i++)
        of_length[lengths[i]]++;
    of_length[0] = 0;
    for (int bits = 1; bits <= MOST_BITS; bits++) {
        next[bits + 1] = (next[bits] + of_length[bits]) << 1;
        if (next[bits] + of_length[bits] > 1u << bits)
            return -1;
        if (of_length[bits])
            longest = bits;
    }
    memset(table, 0, sizeof *table << longest);
    for (unsigned i = 0; i < count; i++) {
        if (!lengths[i])
            continue;
        word entry = meanings[i];
        entry.bits = (uint8_t)(entry.bits + lengths[i]);
        unsigned step = 1u << lengths[i];
        for (unsigned at = reverse(next[lengths[i]]++, lengths[i]); at < 1u << longest; at += step)
            table[at] = entry;
    }
    return longest;
}

/* Extra bits of the length symbols 257..285 and of the distance symbols 0..29 (RFC 1951, section 3.2.5). */
static bool fill_tables(walker *w, const uint8_t *lengths, unsigned literals, unsigned distances)
{
    static const uint8_t extra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                      2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    word meanings[LITERALS] = {0};
    for (unsigned i = END_OF_BLOCK; i < literals; i++) {
        meanings[i].kind = i == END_OF_BLOCK ? WORD_END : WORD_LENGTH;
        meanings[i].bits = i > END_OF_BLOCK && i < 286 ? extra[i - 257] : 0;
    }
    w->literal_bits = fill_table(w->literals, lengths, meanings, literals);
    memset(meanings, 0, sizeof meanings);
    for (unsigned i = 2; i < distances; i++)
        meanings[i].bits = (uint8_t)((i - 2) / 2);
    w->distance_bits = fill_table(w->distances, lengths + literals, meanings, distances);
    return w->literal_bits > 0 && w->distance_bits >= 0;
}

static void fixed_lengths(uint8_t *lengths)
{
    memset(lengths, 8, 144);
    memset(lengths + 144, 9, 112);
    memset(lengths + 256, 7, 24);
    memset(lengths + 280, 8, 8);
    memset(lengths + LITERALS, 5, DISTANCES);
}

/* The header of a block with codes of its own (RFC 1951, section 3.2.7). */
static bool read_codes(walker *w, uint8_t *lengths, unsigned *literals, unsigned *distances)
{
    static const uint8_t order[LENGTH_CODES] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint8_t code_lengths[LENGTH_CODES] = {0};
    word meanings[LENGTH_CODES] = {0}, table[1 << 7];
    *literals = take(w, 5) + 257;
    *distances = take(w, 5) + 1;
    for (unsigned i = 0, count = take(w, 4) + 4; i < count; i++)
        code_lengths[order[i]] = (uint8_t)take(w, 3);
    for (unsigned i = 0; i < LENGTH_CODES; i++)
        meanings[i].symbol = (uint16_t)i;
    int longest = fill_table(table, code_lengths, meanings, LENGTH_CODES);
    if (longest < 1 || *literals > LITERALS)
        return false;
    for (unsigned i = 0; i < *literals + *distances;) {
        word entry = table[peek(w) & ((1u << longest) - 1)];
        w->bit += entry.bits;
        unsigned times = 1;
        uint8_t length = (uint8_t)entry.symbol;
        if (entry.symbol == 16) {
            length = i ? lengths[i - 1] : 0;
            times = 3 + take(w, 2);
        } else if (entry.symbol > 16) {
            length = 0;
            times = entry.symbol == 17 ? 3 + take(w, 3) : 11 + take(w, 7);
        }
        if (!entry.bits || i + times > *literals + *distances)
            return false;
        memset(lengths + i, length, times);
        i += times;
    }
    return true;
}

static bool skip_words(walker *w)
{
    const uint64_t literal_mask = (1u << w->literal_bits) - 1, distance_mask = (1u << w->distance_bits) - 1;
    const size_t end = w->size * 8;
    while (w->bit < end) {
        uint64_t bits = peek(w); /* 57 bits at least: enough for a length (20) and a distance (28) */
        word entry = w->literals[bits & literal_mask];
        w->bit += entry.bits;
        if (entry.kind == WORD_LENGTH) {
            word distance = w->distances[bits >> entry.bits & distance_mask];
            w->bit += distance.bits;
            if (!distance.bits)
                return false;
        }
        if (!entry.bits || entry.kind == WORD_END)
            return entry.bits != 0;
    }
    return false;
}

/* Moves past one block, whose three header bits are read. */
static bool skip_block(walker *w, unsigned type)
{
    uint8_t lengths[LITERALS + DISTANCES + 2];
    unsigned literals = LITERALS, distances = DISTANCES;
    switch (type) {
    case 0: {
        w->bit = (w->bit + 7) & ~(size_t)7;
        unsigned count = take(w, 16);
        w->bit += 16 + (size_t)count * 8;
        return true;
    }
    case 1:
        fixed_lengths(lengths);
        break;
    case 2:
        if (!read_codes(w, lengths, &literals, &distances))
            return false;
        break;
    default:
        return false;
    }
    return fill_tables(w, lengths, literals, distances) && skip_words(w);
}

size_t hui_deflate_reopen(unsigned char *bytes, size_t size)
{
    walker *w = hui_memory_new(sizeof *w);
    *w = (walker){.bytes = bytes, .size = size};
    size_t header;
    bool last, good;
    do {
        header = w->bit;
        last = take(w, 1);
        good = skip_block(w, take(w, 2)) && w->bit <= size * 8;
    } while (good && !last);
    size_t bit = w->bit;
    free(w);
    if (!good)
        return 0;
    bytes[header >> 3] &= (unsigned char)~(1u << (header & 7));
    size_t end = (bit + 3 + 7) / 8; /* three bits 000: a stored block, not the last */
    memset(bytes + (bit + 7) / 8, 0, end - (bit + 7) / 8);
    memcpy(bytes + end, (const unsigned char[]){0, 0, 0xFF, 0xFF}, 4);
    return end + 4;
}

#ifdef HUI_HAS_LIBDEFLATE

struct hui_deflater {
    struct libdeflate_compressor *compressor;
};

hui_deflater *hui_deflater_new(void)
{
    hui_deflater *deflater = hui_memory_new(sizeof *deflater);
    deflater->compressor = libdeflate_alloc_compressor(LEVEL);
    if (!deflater->compressor)
        abort();
    return deflater;
}

void hui_deflater_free(hui_deflater *deflater)
{
    libdeflate_free_compressor(deflater->compressor);
    free(deflater);
}

size_t hui_deflate_bound(size_t size)
{
    return libdeflate_deflate_compress_bound(NULL, size) + REOPEN_ROOM;
}

size_t hui_deflater_pack(hui_deflater *deflater, const void *in, size_t size, unsigned char *out)
{
    size_t packed =
        libdeflate_deflate_compress(deflater->compressor, in, size, out, hui_deflate_bound(size) - REOPEN_ROOM);
    size_t reopened = hui_deflate_reopen(out, packed);
    assert(packed && reopened);
    return reopened;
}

size_t hui_zlib_bound(size_t size)
{
    return libdeflate_zlib_compress_bound(NULL, size);
}

static size_t pack(const void *in, size_t size, unsigned char *out, int level)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
    if (!compressor)
        abort();
    const size_t packed = libdeflate_zlib_compress(compressor, in, size, out, hui_zlib_bound(size));
    libdeflate_free_compressor(compressor);
    return packed;
}

uint32_t hui_adler32(uint32_t adler, const void *bytes, size_t size)
{
    return libdeflate_adler32(adler, bytes, size);
}

uint32_t hui_crc32(const void *bytes, size_t size)
{
    return libdeflate_crc32(0, bytes, size);
}

#else

struct hui_deflater {
    z_stream stream;
};

hui_deflater *hui_deflater_new(void)
{
    hui_deflater *deflater = hui_memory_new(sizeof *deflater);
    memset(deflater, 0, sizeof *deflater);
    if (deflateInit2(&deflater->stream, LEVEL, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    return deflater;
}

void hui_deflater_free(hui_deflater *deflater)
{
    deflateEnd(&deflater->stream);
    free(deflater);
}

size_t hui_deflate_bound(size_t size)
{
    return size + size / 1000 * 2 + 64 + REOPEN_ROOM;
}

size_t hui_deflater_pack(hui_deflater *deflater, const void *in, size_t size, unsigned char *out)
{
    z_stream *stream = &deflater->stream;
    deflateReset(stream);
    stream->next_in = (z_const Bytef *)(uintptr_t)in;
    stream->avail_in = (uInt)size;
    stream->next_out = out;
    stream->avail_out = (uInt)hui_deflate_bound(size);
    int status = deflate(stream, Z_SYNC_FLUSH);
    assert(status == Z_OK && stream->avail_in == 0 && stream->avail_out > 0);
    (void)status;
    return (size_t)(stream->next_out - out);
}

size_t hui_zlib_bound(size_t size)
{
    return compressBound((uLong)size);
}

static size_t pack(const void *in, size_t size, unsigned char *out, int level)
{
    uLongf packed = compressBound((uLong)size);
    if (compress2(out, &packed, in, (uLong)size, level) != Z_OK)
        abort();
    return packed;
}

uint32_t hui_adler32(uint32_t adler, const void *bytes, size_t size)
{
    return (uint32_t)adler32(adler, bytes, (uInt)size);
}

uint32_t hui_crc32(const void *bytes, size_t size)
{
    return (uint32_t)crc32(0, bytes, (uInt)size);
}

#endif

size_t hui_zlib_pack(const void *in, size_t size, unsigned char *out)
{
    return pack(in, size, out, SMALL_LEVEL);
}

size_t hui_zlib_pack_fast(const void *in, size_t size, unsigned char *out)
{
    return pack(in, size, out, FAST_LEVEL);
}

uint32_t hui_adler32_combine(uint32_t first, uint32_t second, size_t second_size)
{
    return (uint32_t)adler32_combine(first, second, (z_off_t)second_size);
}
