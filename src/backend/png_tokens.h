/* Tokens of deflate (RFC 1951), gathered and written as blocks with codes of their own. */
#ifndef HUI_BACKEND_PNG_TOKENS_H
#define HUI_BACKEND_PNG_TOKENS_H

#include <stddef.h>
#include <stdint.h>

enum {
    HUI_TOKENS_WINDOW = 32768, /* the farthest that a match lies back */
    HUI_TOKENS_SHORTEST = 3,
    HUI_TOKENS_LONGEST = 258,
    HUI_TOKENS_BLOCK = 16384, /* tokens a block: what comes next in a poster soon differs */
    HUI_TOKENS_ONE = 1 << 30, /* a byte; otherwise three, the first uppermost */
};
#define HUI_TOKENS_MATCH 0x80000000u /* length << 15 | distance - 1 */

typedef struct hui_bit_writer {
    unsigned char *out; /* where the next whole byte goes */
    uint64_t bits;      /* not written yet, the first one lowest */
    unsigned count;
} hui_bit_writer;

typedef struct hui_tokens {
    uint32_t at[HUI_TOKENS_BLOCK];
    size_t count;
    hui_bit_writer writer;
} hui_tokens;

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

static inline void hui_tokens_add_match(hui_tokens *tokens, size_t length, size_t distance)
{
    hui_tokens_add(tokens, HUI_TOKENS_MATCH | (uint32_t)(length << 15 | (distance - 1)));
}

#endif
