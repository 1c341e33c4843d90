/* Tokens of deflate (RFC 1951), gathered and written as blocks with codes of their own. */
#ifndef HUI_BACKEND_PNG_TOKENS_H
#define HUI_BACKEND_PNG_TOKENS_H

#include <stddef.h>
#include <stdint.h>

enum {
    HUI_TOKENS_WINDOW = 32768, /* the farthest that a match lies back */
    HUI_TOKENS_SHORTEST = 3,
    HUI_TOKENS_LONGEST = 258,
    HUI_TOKENS_DISTANCES = 30, /* symbols */
    HUI_TOKENS_BLOCK = 16384, /* tokens a block: what comes next in a poster soon differs */
    HUI_TOKENS_ONE = 1 << 30, /* a byte; otherwise three, the first uppermost */
};
#define HUI_TOKENS_MATCH 0x80000000u /* length << 15 | distance - 1 */

typedef struct hui_bit_writer {
    unsigned char *out; /* where the next whole byte goes */
    uint64_t bits;      /* not written yet, the first one lowest */
    unsigned count;
} hui_bit_writer;

/* Tokens of the block that is gathered, and how often each byte, length and symbol of a distance is among them. */
typedef struct hui_tokens {
    uint32_t at[HUI_TOKENS_BLOCK];
    size_t count;
    uint32_t bytes[256], lengths[HUI_TOKENS_LONGEST + 1], distances[HUI_TOKENS_DISTANCES];
    hui_bit_writer writer;
} hui_tokens;

/* Lengths and distances as symbols, and bits that tell which of a symbol's numbers is meant (RFC 1951, section 3.2.5). */
typedef struct hui_tokens_extra {
    unsigned symbol, bits, value;
} hui_tokens_extra;

/* Both alphabets go up in steps that double: `steps` symbols each power of two (4 and 2), as the log of it. */
static inline hui_tokens_extra hui_tokens_split(unsigned number, unsigned steps_log)
{
    const unsigned top = 31u - (unsigned)__builtin_clz(number | 1u << steps_log), bits = top - steps_log;
    return (hui_tokens_extra){(bits << steps_log) + (number >> bits), bits, number & ((1u << bits) - 1)};
}

static inline hui_tokens_extra hui_tokens_split_distance(size_t distance)
{
    return hui_tokens_split((unsigned)distance - 1, 1);
}

/* Room for the tokens of `size` bytes in any order: a match of three bytes may take four. */
size_t hui_tokens_bound(size_t size);
void hui_tokens_begin(hui_tokens *tokens, unsigned char *out);
/* Writes what was gathered as a block, none of them the stream's last. */
void hui_tokens_write_block(hui_tokens *tokens);
/* Writes the rest, and an empty stored block to fill up the byte; returns where the next byte goes. */
unsigned char *hui_tokens_end(hui_tokens *tokens);

static inline void hui_tokens_add(hui_tokens *tokens, uint32_t token)
{
    tokens->at[tokens->count++] = token;
    if (tokens->count == HUI_TOKENS_BLOCK)
        hui_tokens_write_block(tokens);
}

static inline void hui_tokens_add_byte(hui_tokens *tokens, unsigned byte)
{
    tokens->bytes[byte]++;
    hui_tokens_add(tokens, HUI_TOKENS_ONE | byte);
}

static inline void hui_tokens_add_three(hui_tokens *tokens, uint32_t bytes)
{
    tokens->bytes[bytes >> 16 & 255]++;
    tokens->bytes[bytes >> 8 & 255]++;
    tokens->bytes[bytes & 255]++;
    hui_tokens_add(tokens, bytes & 0xFFFFFF);
}

static inline void hui_tokens_add_match(hui_tokens *tokens, size_t length, size_t distance)
{
    tokens->lengths[length]++;
    tokens->distances[hui_tokens_split_distance(distance).symbol]++;
    hui_tokens_add(tokens, HUI_TOKENS_MATCH | (uint32_t)(length << 15 | (distance - 1)));
}

#endif
