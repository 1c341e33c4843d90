/* Hash of bytes. */
#include "base/hash.h"

/* Eight bytes, the first the lowest; compilers make one load of it. */
static uint64_t word_at(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

static uint64_t step(uint64_t hash, uint64_t word)
{
    const uint64_t golden = 0x9E3779B97F4A7C15u; /* 2^64 by the golden ratio (Knuth, TAOCP 3, section 6.4) */
    hash = (hash ^ word) * golden;
    return hash ^ hash >> 32;
}

uint32_t hui_hash_bytes(uint32_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    uint64_t state = hash, rest = size;
    for (; size >= 8; size -= 8, at += 8)
        state = step(state, word_at(at));
    for (size_t i = 0; i < size; i++)
        rest = rest << 8 | at[i];
    return (uint32_t)step(state, rest);
}
